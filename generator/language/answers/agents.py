"""Who did it, or to whom it happened, and what happened."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.answers.ranking import Candidate, Feature, Offsets
from generator.language.answers.story import LOOSE, MARKS, REPORTING, Clause, Story
from generator.language.lexicon.negation import NOT
from generator.language.lexicon.tags import SUBJECTS
from generator.language.quotes.marks import CLOSERS
from generator.language.words import Words
from generator.values.noun_kinds import noun_kind

WHO_WORDS = 6
WHAT_WORDS = 7
LAST_CLAUSE = 3  # from which on it does not matter how far down a clause stands
# a headline's predicate ends where one of these opens circumstances: "Cubs win title after 108 years"
CIRCUMSTANCES = frozenset("as after because amid following while when before since despite for during".split())
ENDS = frozenset({".", "!", "?", ",", ";", "—", "–", "(", "|"})
NO_AGENT_ENDS = frozenset({"ADP", "DET", "CCONJ", "PART", "PUNCT"})  # no phrase ends with them
# what may open a subject and is no part of who it is
LEADING = frozenset({"DET", "PUNCT", "SPACE", "SCONJ", "ADP", "CCONJ"})
INNER = frozenset({"NOUN", "PROPN", "ADJ", "NUM"})
BETWEEN = frozenset({"ADP", "PART", "CCONJ", "SCONJ", "ADV", "PUNCT"})
NOMINAL = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PART", "CCONJ", "ADP"})
AND = frozenset({"and", "&"})  # "Acme and Brill workers": where the last name is not who it was, the others are not
COUNTED = frozenset("dead killed injured wounded hurt missing".split())
JOINING = frozenset({"and", ",", "with", "(", "&"})  # what may follow a name that is a subject itself
PEOPLE = frozenset({"PERSON", "ORG", "NORP"})
SOMEBODY = frozenset({"name", "pronoun", "meant", "people"})
BODIES = frozenset({"person", "body"})


def who(story: Story) -> Iterator[Candidate]:
    """The agents of the clauses that tell the main event."""
    somebody = False
    for order, clause in enumerate(story.clauses):
        for span, kind in _agents(story, clause):
            first, last = story.tokens(span)
            leads = kind in SOMEBODY and not somebody
            features = _of_agent(story, clause, min(order, LAST_CLAUSE), kind, (first, last))
            yield Candidate(span, (*features, ("the first who is somebody", leads)))
            somebody |= leads


def what(story: Story) -> Iterator[Candidate]:
    """The predicates of the clauses that tell the main event."""
    for order, clause in enumerate(story.clauses):
        if span := _predicate(story, clause):
            yield Candidate(span, tuple(_of_predicate(story, clause, min(order, LAST_CLAUSE), story.tokens(span))))


def _of_agent(story: Story, clause: Clause, order: int, kind: str, span: tuple[int, int]) -> Iterator[Feature]:
    """What speaks for and against an agent."""
    first, last = span
    yield "clause", order, clause.headline
    yield "kind", kind
    yield "kind, headline", kind, clause.headline
    yield "verb", _verb_kind(story.words, clause)
    yield "words of the headline", story.of_topic(first, last) if order else -1


def _of_predicate(story: Story, clause: Clause, order: int, span: tuple[int, int]) -> Iterator[Feature]:
    """What speaks for and against a predicate."""
    first, last = span
    yield "clause", order, clause.headline
    yield "verb", _verb_kind(story.words, clause)
    yield "verb, headline", _verb_kind(story.words, clause), clause.headline
    yield "words of the headline", story.of_topic(first, last) if order else -1


def _verb_kind(words: Words, clause: Clause) -> str:
    """What kind of verb tells in a clause."""
    verb = clause.verb
    if verb is None:
        return "none"
    if words.lemma[verb] in REPORTING:
        return "reporting"
    if any(words.full_dep[c] in {"aux:pass", "nsubj:pass"} for c in words.children[verb]):
        return "passive"
    below = {words.dep[c] for c in words.children[verb]}
    if words.pos[verb] != "VERB":
        return "copula" if words.pos[verb] == "AUX" or "cop" in below else "noun"
    return "object" if "obj" in below else words.tag[verb]


def _agents(story: Story, clause: Clause) -> list[tuple[Offsets, str]]:
    """The subject of a clause, its parts if it joins several; and of which kind each is."""
    words = story.words
    if clause.verb is None:
        return []
    subject = _subject(story, clause, clause.verb)
    if subject is None:
        return []
    first, last = subject
    names = _names(story, first, last)
    if names:
        return [(span, "name") for span in names]
    head = last - 1
    if words.pos[head] == "PRON":
        return [(span, "pronoun") for span in _antecedent(story, head)]
    meant = _meant(story, words.start[first], words.end[head])
    if meant:
        return [(span, "meant") for span in meant]
    first = _within(words, first, last)
    return [(story.span(first, last), _kind(words, first, last))] if first < last else []


def _within(words: Words, first: int, last: int) -> int:
    """Where a subject begins without article and preposition, a few words at most."""
    while first < last - 1 and words.pos[first] in LEADING and words.low[first] not in {"at", "half"}:
        first += 1
    return max(first, last - WHO_WORDS)


def _kind(words: Words, first: int, last: int) -> str:
    """Whether a subject without a name is of people, a count or a thing."""
    head = last - 1
    if words.low[head] in COUNTED or words.pos[head] in {"NUM", "ADJ"}:
        return "count"
    human = any(noun_kind(words.low[n]) in BODIES for n in range(first, last))
    return "people" if human else "capitals" if words.tag[head].startswith("NNP") else "thing"


def _subject(story: Story, clause: Clause, verb: int) -> tuple[int, int] | None:
    """The tokens of a clause's subject, without what only follows it."""
    words = story.words
    if clause.headline:
        return _behind_verb(story, clause, verb) or _before_verb(story, clause, verb)
    inside = range(clause.first, clause.last)
    subject = next((c for c in words.children[verb] if words.dep[c] in SUBJECTS and c in inside), None)
    if subject is None:
        return None
    first, last = words.subtree(subject)
    first = max(first, clause.first)  # a dateline is nobody
    last = next((n for n in range(subject + 1, last) if _closes(words, n)), last)
    last = _before_time(story, subject, last)
    # "an explosion outside the old customs house of Aldmouth": the explosion
    return first, subject + 1 if last - first > WHO_WORDS else last


def _behind_verb(story: Story, clause: Clause, verb: int) -> tuple[int, int] | None:
    """Who says what a headline tells: "Prize 'out of touch', say female singers"."""
    words = story.words
    before = words.text[verb - 1] if verb > clause.first else ""
    if words.lemma[verb] not in REPORTING or not (before in ENDS or before in CLOSERS) or verb + 1 >= clause.last:
        return None
    plain = all(words.pos[n] in NOMINAL for n in range(verb + 1, clause.last) if words.pos[n] not in LOOSE)
    return (verb + 1, clause.last) if plain and clause.last - verb - 1 <= WHO_WORDS else None


def _before_verb(story: Story, clause: Clause, verb: int) -> tuple[int, int]:
    """The subject of a headline: all that stands before its verb."""
    words, first, last = story.words, clause.first, verb
    while last > first + 1 and words.pos[last - 1] in {"AUX", "PART", "ADV", "PUNCT"}:
        last -= 1
    return first, _before_time(story, first, last)


def _before_time(story: Story, subject: int, last: int) -> int:
    """ "A court on Friday": the day does not belong to the court."""
    words = story.words
    for time in story.doc._.times:
        if words.end[subject] < time.start < words.end[last - 1]:
            cut = next(n for n in range(subject, last) if words.end[n] > time.start)
            return cut - 1 if words.pos[cut - 1] == "ADP" and cut - 1 > subject else cut
    return last


def _closes(words: Words, n: int) -> bool:
    """What follows the core of a noun phrase: "the driver, who …", "a tram believed to …"."""
    inside = words.text[n] in {"-", "–"} and words.start[n] == words.end[n - 1]  # "president-elect"
    return (words.pos[n] in {"PUNCT", "SCONJ", "VERB", "AUX"} and not inside) or words.tag[n] in {"WDT", "WP"}


def _names(story: Story, first: int, last: int) -> list[Offsets]:
    """The people and organisations that are the heads of a subject."""
    words = story.words
    start, end = words.start[first], words.end[last - 1]
    found = []
    for entity in story.doc._.entities:
        if entity.type not in PEOPLE:
            continue
        for mention in entity.mentions:
            if mention.kind == "name" and start <= mention.start and mention.end <= end:
                found.append((mention.start, mention.end))
    # "Ann Field's sister", "Trump supporters": the name only modifies who it was
    heads: list[Offsets] = []
    for span in sorted(found, reverse=True):
        after = _next(words, first, last, span[1])
        joined = after in JOINING and not (after in AND and found and span != max(found) and not heads)
        if (span[1] >= end - 1 or joined) and not _only_modifies(words, first, last, span):
            heads.append(span)
    return heads[::-1]


def _only_modifies(words: Words, first: int, last: int, name: Offsets) -> bool:
    """Whether a name in a subject says which people are meant: "Acme and Brill workers", "astronauts aboard the Space Station"."""
    tokens = [n for n in range(first, last) if name[0] <= words.start[n] < name[1]]
    node = next((n for n in tokens if words.head[n] not in tokens), tokens[-1] if tokens else last - 1)
    for _ in range(WHO_WORDS):
        up = words.head[node]
        if up == node or not first <= up < last:
            return False
        if words.dep[node] == "compound" or (words.dep[node] == "nmod" and _is_led(words, node)):
            return words.pos[up] == "NOUN"
        if words.dep[node] != "conj":
            return False
        node = up
    return False


def _is_led(words: Words, n: int) -> bool:
    """Whether a preposition stands before a noun."""
    return any(words.dep[c] == "case" and words.pos[c] == "ADP" for c in words.children[n])


def _next(words: Words, first: int, last: int, end: int) -> str:
    return next((words.low[n] for n in range(first, last) if words.start[n] >= end), "")


def _antecedent(story: Story, n: int) -> list[Offsets]:
    start = story.words.start[n]
    for entity in story.doc._.entities:
        if any(m.start == start and m.kind == "pronoun" for m in entity.mentions):
            return [(m.start, m.end) for m in entity.mentions if m.kind == "name"][:1]
    return []


def _meant(story: Story, start: int, end: int) -> list[Offsets]:
    """ "The president": the person whom the article means, by name."""
    for entity in story.doc._.entities:
        if entity.type == "PERSON" and any(
            m.kind == "nominal" and start <= m.start and m.end == end for m in entity.mentions
        ):
            return [(m.start, m.end) for m in entity.mentions if m.kind == "name"][:1]
    return []


def _predicate(story: Story, clause: Clause) -> Offsets | None:
    """The verb with its object and first complement; with its subject where the verb is passive or there is none."""
    words = story.words
    verb = clause.verb
    if verb is None:
        return story.span(clause.first, _limit(words, clause.first, clause.last, clause.first)) if clause.headline else None
    told = _told_before(words, clause, verb)
    if told is not None:
        return story.span(clause.first, told)
    passive = words.tag[verb] == "VBN" and any(words.full_dep[c] in {"aux:pass", "nsubj:pass"} for c in words.children[verb])
    participle = clause.headline and words.tag[verb] == "VBN"
    first = verb
    if passive or participle:
        subject = next((c for c in words.children[verb] if words.dep[c] == "nsubj"), None)
        first = clause.first if clause.headline else words.subtree(subject)[0] if subject is not None else verb
        if verb - first > WHAT_WORDS:
            first = _helped(words, clause, verb)
    elif words.pos[verb] not in {"VERB", "AUX"}:  # "are champions"
        first = min((c for c in words.children[verb] if words.dep[c] == "cop"), default=verb)
    elif any(words.low[n] in NOT or words.tag[n] == "MD" for n in range(_helped(words, clause, verb), verb)):
        first = _helped(words, clause, verb)  # "will not leave", "would stay"
    return story.span(first, _limit(words, first, clause.last, verb))


def _helped(words: Words, clause: Clause, verb: int) -> int:
    """Where the auxiliaries and adverbs that stand right before a verb begin: "[were] killed", "[will not] leave"."""
    first = verb
    while first - 1 > clause.first and words.pos[first - 1] in {"AUX", "PART", "ADV"} and words.low[first - 1] != "to":
        first -= 1
    while first < verb and words.pos[first] == "ADV":
        first += 1
    return first


def _told_before(words: Words, clause: Clause, verb: int) -> int | None:
    """ "Norland against all tolls, Field tells Reed": where what is told ends, if it is short and stands before who tells it."""
    if not clause.headline or words.lemma[verb] not in REPORTING:
        return None
    comma = next((n for n in range(verb - 1, clause.first, -1) if words.text[n] == ","), None)
    if comma is None or any(words.pos[n] in {"VERB", "AUX"} for n in range(comma + 1, verb)):
        return None
    return comma if 1 < sum(words.pos[n] not in LOOSE for n in range(clause.first, comma)) <= WHAT_WORDS else None


def _limit(words: Words, first: int, last: int, verb: int) -> int:
    """Where a short predicate ends; "90-minute" is one word."""
    count, limit = 0, last
    for n in range(first, last):
        whole = n == verb + 1 and words.low[n] == "for"  # "was jailed for life"
        if (
            not whole
            and n > max(verb, first + 1)
            and (words.low[n] in CIRCUMSTANCES or words.text[n] in ENDS or words.pos[n] == "SPACE")
        ):
            limit = n
            break
        count += n == first or words.start[n] > words.end[n - 1]
        if count > WHAT_WORDS:
            limit = n
            break
    limit = _whole(words, first, limit, last, verb)
    limit = _without_open_end(words, limit, verb)
    limit = _without_open_end(words, _before_owner(words, limit, last, verb), verb)
    if (
        limit - 2 > verb
        and words.tag[limit - 1] == "VB"
        and words.low[limit - 2] == "to"
        and words.children[limit - 1][-1:] > [limit - 1]
    ):
        limit -= 2  # "beat Moorfield to win [their first title]"
    return limit


def _without_open_end(words: Words, limit: int, verb: int) -> int:
    while limit > verb + 1 and _opens(words, limit - 1):
        limit -= 1
    return limit


def _before_owner(words: Words, limit: int, last: int, verb: int) -> int:
    """The end before a name whose thing is cut off: "sounds off on | Ann Field's film"."""
    end = limit
    if limit < last and words.tag[limit] == "POS":
        while end > verb + 1 and words.pos[end - 1] in INNER:
            end -= 1
    return end if end > verb + 1 else limit


def _opens(words: Words, n: int) -> bool:
    """Whether a word asks for one after it: "of", "their"; the "over" of "take over" does not."""
    return (words.pos[n] in NO_AGENT_ENDS and words.full_dep[n] != "compound:prt") or words.low[n] in {
        "their",
        "his",
        "her",
        "its",
    }


def _whole(words: Words, first: int, limit: int, last: int, verb: int) -> int:
    """ "ended the drought to win Field [Cup]", "was a “big [day]”": the end before a phrase that is cut in two."""
    end = limit
    if limit < last and words.pos[limit] in INNER and words.pos[limit - 1] in INNER | {"DET", "PART", "ADP"}:
        end = next((n for n in range(limit - 1, verb + 1, -1) if words.pos[n] in BETWEEN and words.tag[n] != "POS"), limit)
    return _closed(words, first, end, last, verb)


def _closed(words: Words, first: int, end: int, last: int, verb: int) -> int:
    """The end after the closing mark of a quotation that is open there, or before its opening mark."""
    marks = [n for n in range(first, end) if words.text[n] in MARKS]
    if len(marks) % 2 == 0:
        return end
    closing = next((n for n in range(end, min(last, end + 3)) if words.text[n] in MARKS), None)
    if closing is not None:
        return closing + 1
    return marks[-1] if marks[-1] > verb + 1 else end
