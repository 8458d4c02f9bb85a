"""Why the main event happened, and how."""

from __future__ import annotations

from generator.language.answers.story import Story
from generator.language.words import Words

Offsets = tuple[int, int]
LONGEST = 9  # words
CAUSES = frozenset({"because", "due", "amid", "over"})
MOTIVES = frozenset("revenge retaliation reprisal response protest solidarity punishment".split())
HARM = frozenset("kill injure wound die hurt dead".split())
CLAUSES = frozenset({"when", "as", "after"})
MEANS = frozenset({"with", "by", "using", "through"})


def why(story: Story) -> list[Offsets]:
    """Motives ("in retaliation for …"), causes ("because …", "due to …") and purposes ("to discuss …"), surest first."""
    words = story.words
    found: list[tuple[float, Offsets]] = []
    ranges = ([story.headline] if story.headline else []) + story.lead
    for order, (first, last) in enumerate(ranges):
        for n in range(first, last):
            low = words.low[n]
            follows = words.low[n + 1] if n + 1 < last else ""
            if low in MOTIVES and words.pos[n] == "NOUN" and (follows in {"for", "to", "against"} or words.low[n - 1] in {"in", "as"}):
                found.append((order * 0.3, _phrase(story, n, last)))
            elif low == "because":
                found.append((1 + order * 0.3, _phrase(story, n + (2 if follows == "of" else 1), last)))
            elif low == "due" and follows == "to":
                found.append((1 + order * 0.3, _phrase(story, n + 2, last)))
            elif order == 0 and low == "after" and story.headline and words.head[n] > n:
                found.append((2.0, _phrase(story, n + 1, last)))
            elif order < 3 and low in {"amid", "over"} and words.dep[n] == "case" and words.pos[words.head[n]] == "NOUN":
                if words.dep[words.head[n]] == "obl":
                    found.append((2.5 + order * 0.3, _phrase(story, n + 1, last)))
    return [span for _, span in sorted(found)]


def how(story: Story) -> list[Offsets]:
    """For harm, what did it ("… when a tram overturned"); else the means ("with a truck bomb", "by crossing …")."""
    words = story.words
    found: list[tuple[float, Offsets]] = []
    ranges = ([story.headline] if story.headline else []) + story.lead[:4]
    for order, (first, last) in enumerate(ranges):
        harm = any(words.lemma[n] in HARM or words.low[n] in HARM for n in range(first, last))
        for n in range(first, last - 1):
            low = words.low[n]
            if harm and low in CLAUSES:
                verb = next((k for k in range(n + 1, min(last, n + 8)) if words.pos[k] == "VERB" and words.tag[k] in {"VBD", "VBZ", "VBN", "VBP"}), None)
                if verb is not None and words.lemma[verb] not in HARM:
                    found.append((order * 0.5, story.span(verb, _joined_verbs(words, verb, last))))
            elif low in MEANS and words.dep[n] in {"case", "mark"}:
                head = words.head[n]
                if low in {"by", "through", "using"} and words.tag[head] == "VBG" and words.dep[head] == "advcl":
                    found.append((1 + order * 0.5, _phrase(story, n, last)))
                elif low == "with" and words.dep[head] == "obl" and words.pos[head] == "NOUN" and order < 2:
                    found.append((1.5 + order * 0.5, _phrase(story, n, last)))
    return [span for _, span in sorted(found)]


def _joined_verbs(words: Words, verb: int, last: int) -> int:
    """ "derailed and overturned"."""
    if verb + 2 < last and words.low[verb + 1] == "and" and words.pos[verb + 2] == "VERB":
        return verb + 3
    return verb + 1


def _phrase(story: Story, first: int, last: int) -> Offsets:
    """Words up to the next mark, a few at most."""
    words = story.words
    first = min(first, last - 1)
    end = min(last, first + LONGEST)
    for n in range(first + 1, end):
        if words.text[n] in {",", ".", ";", "—", "–", "“", '"'} or words.pos[n] == "SPACE":
            end = n
            break
    return story.span(first, end)
