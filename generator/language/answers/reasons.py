"""Why the main event happened, and how."""

from __future__ import annotations

from generator.language.answers.story import MARKS, Clause, Story, article_verbs, tells
from generator.language.lexicon.negation import NOT
from generator.language.words import Words

Offsets = tuple[int, int]
LONGEST = 9  # words
OPEN = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX"})  # no phrase ends with these: "tied to the"
EARLY = 6  # sentences in which a cause can be that of the main event
MOTIVES = frozenset("revenge retaliation reprisal response punishment".split())
MOTIVES_ALONE = frozenset("revenge retaliation reprisal retribution".split())
# "sparked by", "stemmed from"
ORIGINS = {
    "by": frozenset("cause spark trigger prompt motivate provoke".split()),
    "from": frozenset("stem result arise".split()),
}
# verbs of moving and meeting: what follows "to" or "for" is what it was done for
PURPOSEFUL = frozenset(
    "arrive land travel fly go come meet visit gather hold return sit march rally assemble invite".split()
)
# what one reacts to is why one does: "celebrate the victory", "react to the ruling"
REACTIONS = frozenset("celebrate mourn react condemn commemorate".split())
# "champions after a late victory over Moorfield": what turned it
TURNS = frozenset(
    "victory win defeat loss triumph vote ruling verdict row dispute scandal argument protest complaint".split()
)
FEELINGS = frozenset("disappointed angry furious angered upset outraged dismayed unhappy enraged frustrated".split())
FAST = frozenset("high higher excessive great full twice top".split())
HARM = frozenset("kill injure wound die hurt dead".split())
CLAUSES = frozenset({"when", "as", "after"})
HOW_FAST = 0.9
MEANS = frozenset({"with", "by", "using", "through"})
NOT_MANNER = frozenset("say tell report believe claim describe name be have do speak meet call want hope win see".split())


def why(story: Story) -> list[Offsets]:
    """Motives ("in retaliation for …"), causes ("because …", "due to …") and purposes ("to discuss …"), surest first."""
    words = story.words
    found: list[tuple[float, Offsets]] = []
    ranges = ([story.headline] if story.headline else []) + story.lead
    harm = _harm(story)
    verbs = article_verbs(words, story.lead[0][0]) if story.lead else set()
    for order, (first, last) in enumerate(ranges):
        for n in range(first, last):
            low = words.low[n]
            follows = words.low[n + 1] if n + 1 < last else ""
            before = words.low[n - 1] if n > first else ""
            if low in MOTIVES and (follows == "for" or (follows in {"to", "against"} and before == "in")):
                found.append((order * 0.1, _phrase(story, n, last)))
            elif low in MOTIVES_ALONE:
                found.append((1.5 + order * 0.1, story.span(n, n + 1)))
            elif low in ORIGINS and words.lemma[n - 1] in ORIGINS[low]:
                found.append((1 + order * 0.2, _phrase(story, n + 1, last)))
            elif order >= EARLY:
                continue
            elif low == "because" and words.dep[n] in {"mark", "case"}:
                found.append((1 + order * 0.3, _phrase(story, n + (2 if follows == "of" else 1), last)))
            elif low == "result" and follows == "of" and not harm and before in {"a", "the"}:
                found.append((1.2 + order * 0.3, _phrase(story, n + 2, last)))
            elif harm and (begin := _too_fast(words, n, first, last)) is not None:
                found.append((1.4 + order * 0.1, _phrase(story, begin, last)))
            elif not harm and low in FEELINGS and follows in {"with", "at", "by", "over", "about"} and order < 4:
                found.append((2.0 + order * 0.1, _phrase(story, n, last)))
            elif low == "due" and follows == "to" and words.tag[min(n + 2, last - 1)] != "VB":  # not "due to open"
                found.append((1 + order * 0.3, _phrase(story, n + 2, last)))
            elif low == "after" and order < 2 and not harm and words.lemma[words.head[n]] in TURNS and words.head[n] > n:
                found.append((2.05 + order * 0.1, _phrase(story, n + 1, last)))
            elif low == "after" and order == 0 and story.headline and not harm:
                if any(tells(words, k, verbs) for k in range(n + 2, min(last, n + 8))):
                    found.append((2.0, _phrase(story, n + 1, last)))
            elif order < 3 and words.lemma[n] in REACTIONS and words.pos[n] == "VERB":
                begin = n + 1 + (follows in {"to", "over", "against", "for"})
                if begin < last and words.low[begin] != "on":
                    found.append((2.1 + order * 0.3, _phrase(story, begin, last)))
            elif order < 3 and low in {"to", "for"} and _purpose(words, n):
                found.append((2.2 + order * 0.3, _phrase(story, n, last)))
    return [span for _, span in sorted(found)]


def _too_fast(words: Words, n: int, first: int, last: int) -> int | None:
    """ "[going] too fast round a bend", "at twice the speed that is permitted", "speeding": where the phrase begins."""
    low = words.low[n]
    if low == "speeding" and words.pos[n] == "VERB":  # but no "speeding tram", no "speeding up"
        return (
            None
            if words.pos[min(n + 1, last - 1)] in {"NOUN", "PROPN", "ADP"} and words.dep[n] in {"amod", "compound"}
            else n
        )
    if low == "fast" and words.low[n - 1] == "too" and n > first + 1:
        return n - 2 if words.pos[n - 2] == "VERB" else n - 1
    if low == "speed" and any(words.low[k] in FAST for k in range(max(first, n - 3), n)):
        for k in range(n - 1, max(first, n - 6), -1):
            if words.low[k] == "at" or words.text[k] in MARKS:  # "at a “higher speed than is permitted”"
                return k + (words.text[k] in MARKS)
    return None


def _harm(story: Story) -> bool:
    """Whether the main event is that people came to harm."""
    words = story.words
    ranges = ([story.headline] if story.headline else []) + story.lead[:1]
    return any(words.lemma[n] in HARM or words.low[n] in HARM for first, last in ranges for n in range(first, last))


def _purpose(words: Words, n: int) -> bool:
    """ "landed in Oslo to meet Ann Field", "arrived for talks"."""
    action = words.head[n]
    verb = words.head[action]
    if words.lemma[verb] not in PURPOSEFUL or words.pos[verb] not in {"VERB", "NOUN"}:
        return False
    if words.low[n] == "to":
        return words.tag[action] == "VB" and words.dep[action] in {"advcl", "acl"}
    return (
        words.dep[n] == "case"
        and words.dep[action] == "obl"
        and words.pos[action] == "NOUN"
        and words.lemma[action] not in {"time", "hour", "day", "week", "year", "month", "minute"}
    )


def how(story: Story) -> list[Offsets]:
    """For harm, what did it ("… when a tram overturned"); else the means ("with a truck bomb"), else the act itself."""
    words = story.words
    found: list[tuple[float, Offsets]] = []
    ranges = ([story.headline] if story.headline else []) + story.lead[:4]
    verbs = article_verbs(words, story.lead[0][0]) if story.lead else set()
    harm = _harm(story)
    for order, (first, last) in enumerate(ranges):
        for n in range(first, last - 1):
            low = words.low[n]
            if harm and low in CLAUSES:
                verb = next((k for k in range(n + 2, min(last, n + 8)) if tells(words, k, verbs)), None)
                if verb is not None and words.lemma[verb] not in HARM | NOT_MANNER:
                    found.append((order * 0.5, story.span(verb, _joined_verbs(words, verb, last))))
            elif harm and (begin := _too_fast(words, n, first, last)) is not None:
                found.append((HOW_FAST + order * 0.1, _phrase(story, begin, last)))
            elif low in MEANS and words.dep[n] in {"case", "mark"} and order < 3:
                head = words.head[n]
                if low in {"by", "through", "using"} and words.tag[head] == "VBG" and words.dep[head] == "advcl":
                    found.append((1 + order * 0.5, _phrase(story, n, last)))
                elif low == "with" and words.dep[head] == "obl" and words.pos[head] == "NOUN" and order < 2 and harm:
                    found.append((1.5 + order * 0.5, _phrase(story, n, last)))
    for order, clause in enumerate(story.clauses[:2]):
        act = _act(story, clause)
        if act:
            found.append((1.2 + order, act))
    return [span for _, span in sorted(found)]


def _act(story: Story, clause: Clause) -> Offsets | None:
    """A verb and its short object: "stages protest", "rams a truck"."""
    words, verb = story.words, clause.verb
    if verb is None or words.lemma[verb] in NOT_MANNER | HARM or words.lemma[verb].removesuffix("s") in NOT_MANNER:
        return None
    if any(words.low[n] in NOT for n in range(max(clause.first, verb - 3), verb)):
        return None
    end = verb + 1
    while end < clause.last and words.pos[end] in {"DET", "ADJ"} and end - verb < 3:
        end += 1
    if end < clause.last and words.pos[end] == "NOUN" and words.low[end] not in {"case"}:
        while end + 1 < clause.last and words.pos[end + 1] == "NOUN":  # "signed a peace deal"
            end += 1
        return story.span(verb, end + 1)
    return None


def _joined_verbs(words: Words, verb: int, last: int) -> int:
    """ "derailed and overturned"."""
    if verb + 2 < last and words.low[verb + 1] == "and" and words.pos[verb + 2] == "VERB":
        return verb + 3
    return verb + 1


def _goes_on(words: Words, end: int, last: int) -> bool:
    """Whether a cut parts an adjective from its noun: "the wooden | houses"."""
    return end < last and words.pos[end - 1] == "ADJ" and words.pos[end] in {"NOUN", "PROPN", "ADJ"}


def _phrase(story: Story, first: int, last: int) -> Offsets:
    """Words up to the next mark, a few at most."""
    words = story.words
    first = min(first, last - 1)
    end = min(last, first + LONGEST)
    for n in range(first + 1, end):
        if words.text[n] in {",", ".", ";", "—", "–", "“", '"'} or words.pos[n] == "SPACE":
            end = n
            break
    while end > first + 1 and end < last and "-" in (words.text[end], words.text[end - 1]):
        end -= 1  # not "Mazar" of "Mazar-i-Sharif"
    while end > first + 1 and (words.pos[end - 1] in OPEN or _goes_on(words, end, last)):
        end -= 1
    return story.span(first, end)
