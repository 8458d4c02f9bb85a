"""Whether two details are of one thing: what their clauses share, and what speaks against it.

Clauses are compared by the stems of their words, the kinds of their verbs and static vectors, never by lists of what one story counts.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.dossier.differences.kindred import two_of_a_kind
from generator.dossier.differences.said import ANOTHER_THING, MODIFIERS, Phrase, Said
from generator.dossier.stories.event_words import REPORTING, STATE_VERBS, kinds, stem
from generator.dossier.stories.vectors import shipped

DESIGNATOR = re.compile(r"\b[A-Z]{1,4}[- ]?\d{1,4}")
WORDS_ALIKE = 0.58  # of the vectors of two words that may name one thing
UNLIKE = 0.4  # of two that hardly do
SHARE_OF_POORER = 0.5  # of the weight of the poorer clause that both must have
LEAST_WEIGHT = 1.1  # weight that they must share
NAMED_WEIGHT = 0.8  # what one person, place or thing counts
SAME_VERB, LIKE_VERB = 1.0, 0.75
PART_WEIGHT = 0.5  # weight of a part that both have
LIKE_VERB_COUNTS = 0.5  # towards what both share, where the verb is one in other words
ONE_EVENT = 0.3  # and an event across articles of which both verbs tell
BE = frozenset("is are was were be been being".split())
ACROSS = 0.6  # a verb that governs one, and stands above the other
COMMON = 0.35  # what a word counts that stands in most articles
# verbs that say little of what is done
PALE = (
    REPORTING
    | STATE_VERBS
    | frozenset("be is was were are been being put puts make made take took set sets cost costs".split())
)
# parts that must be of one thing where both clauses have them
PARTIES = frozenset({"subject", "object"})
PREPOSITIONS = frozenset("for of to on from with against over at in".split())
ENDS = frozenset("from by".split())  # "fell by 8 per cent", "from 8 per cent": neither is what it fell to
ANOTHER_STEMS = frozenset(stem(word) for word in ANOTHER_THING)
WHEN = frozenset(map(stem, "first last initial final early late".split()))  # may stand elsewhere in the other's sentence


class Likeness:
    """Compares details of one dossier."""

    def __init__(self, details: Sequence[Said], articles: int) -> None:
        """Count in how many articles each word stands.

        Args:
            details: of all articles.
            articles: how many there are.
        """
        seen: dict[str, set[int]] = {}
        words: dict[str, str] = {}
        for detail in details:
            for phrase in _phrases(detail):
                words.setdefault(phrase.head, phrase.word)
            for s in detail.bag:
                seen.setdefault(s, set()).add(detail.number)
        self._weights = {
            s: (NAMED_WEIGHT if s.startswith("@") else shipped().rarity_of_stem(s))
            * (COMMON if articles > 3 and len(found) * 2 > articles else 1.0)
            for s, found in seen.items()
        }

    def strength(self, one: Said, other: Said) -> float:
        """How much shows that two details are of one thing; 0 where something shows that they are not, or too little that they are."""
        if not _comparable(one, other):
            return 0.0
        noun = nouns(one, other)
        if noun < 0 or apart(one, other) or two_of_a_kind(one, other):
            return 0.0
        if one.kind in {"day", "place"} and one.does and other.does and _verb(one.does, other.does) == 0.0:
            return 0.0  # "was charged Saturday after killing", "was killed Friday": the day is of the one verb
        verb, shared = verbs(one, other), self._shared(one, other)
        if not self._enough(one, other, verb, noun, shared):
            return 0.0
        return shared + max(verb, 0.0) + noun + len(one.homes & other.homes)

    def _shared(self, one: Said, other: Said) -> float:
        return sum(self._weights[s] for s in sorted(one.bag & other.bag))

    def _enough(self, one: Said, other: Said, verb: float, noun: float, shared: float) -> bool:
        """Whether enough shows that they are of one thing."""
        poorer = min(sum(self._weights[s] for s in d.bag) for d in (one, other))
        if shared + (LIKE_VERB_COUNTS if 0.5 < verb < SAME_VERB else 0.0) < SHARE_OF_POORER * poorer:
            return False
        held = sum(self._weights.get(s, 0.0) for s in sorted(heads(one, other) & heads(other, one)))
        if one.homes & other.homes and verb > 0:
            held += ONE_EVENT
        return WAYS.get(one.dimension, _of_measure)(one, other, Shown(verb, noun, held, shared, poorer))


@dataclass(frozen=True, slots=True)
class Shown:
    """What shows that two details are of one thing."""

    verb: float  # how surely the same is done
    noun: float  # how surely the same is counted
    held: float  # weight of the parts of both clauses that are one
    shared: float  # weight of all words of both
    poorer: float  # of the clause that says less


def _of_time(one: Said, other: Said, shown: Shown) -> bool:
    """Days, minutes and towns are of an event: its verb must be one."""
    return (shown.verb == SAME_VERB and shown.held >= PART_WEIGHT) or (shown.verb > 0 and shown.held >= 2.6 * PART_WEIGHT)


def _of_clock(one: Said, other: Said, shown: Shown) -> bool:
    return _of_time(one, other, shown) or (shown.verb > 0 and shown.held >= 2 * PART_WEIGHT)


def _of_action(one: Said, other: Said, shown: Shown) -> bool:
    """How long and what share are nothing without what is done."""
    counted = shown.noun > 0 and shown.verb >= 0 and shown.held >= 2.6 * PART_WEIGHT  # "23 percent of the vote"
    return counted or (shown.verb >= LIKE_VERB and shown.held >= PART_WEIGHT)


def _of_age(one: Said, other: Said, shown: Shown) -> bool:
    """Of nobody who is named: that is compared elsewhere."""
    leads = one.sentence.lead and other.sentence.lead
    return leads and not (_named(one) or _named(other)) and shown.held >= 0.6 * PART_WEIGHT


def _of_count(one: Said, other: Said, shown: Shown) -> bool:
    """The same counted and done; or the same counted somewhere, where one only says that there were so many."""
    there = (_is_there(one) or _is_there(other)) and (one.sentence.lead or other.sentence.lead)
    return shown.noun > 0 and (
        (one_deed(one, other) and shown.held >= 0.9 * PART_WEIGHT)
        or (there and shown.noun >= PART_WEIGHT and shown.held >= 2 * PART_WEIGHT)
    )


def _of_measure(one: Said, other: Said, shown: Shown) -> bool:
    if one.aspect and one.aspect == other.aspect and shown.held >= 0.9 * PART_WEIGHT:
        return shown.verb >= 0
    return (
        (shown.verb >= ACROSS and shown.held >= 0.9 * PART_WEIGHT)
        or (shown.verb >= 0 and shown.held >= LEAST_WEIGHT)
        or (shown.shared >= 2.0 and shown.shared >= 0.6 * shown.poorer)
    )


WAYS: Mapping[str, Callable[[Said, Said, Shown], bool]] = {
    **dict.fromkeys(("day", "place"), _of_time),
    "clock": _of_clock,
    "time": _of_action,
    "share": _of_action,
    "age": _of_age,
    "count": _of_count,
}


def _is_there(detail: Said) -> bool:
    """ "There were 97 passengers aboard": nothing is done."""
    return detail.does is None or detail.does.word in BE


def _comparable(one: Said, other: Said) -> bool:
    """Whether both tell a value of one kind as a fact, of somebody known."""
    alike = (one.kind, one.dimension, one.status) == (other.kind, other.dimension, other.status)
    return alike and one.status == "told" and not one.unknown and not other.unknown


def _phrases(detail: Said) -> Iterable[Phrase]:
    return (p for p in (detail.noun, detail.does, *detail.own, *detail.above) if p is not None and p.head)


def heads(detail: Said, other: Said) -> frozenset[str]:
    """The heads of the parts, without the verb and what is counted; the word that governs where it is no part of what is done."""
    does = detail.does
    apart = does is not None and (other.does is None or other.does.head != does.head)
    named = does is not None and apart and (does.name or (detail.dimension == "age" and detail.role in MODIFIERS))
    return frozenset(s for p in (*detail.own, *detail.above) if p.role != "verb" for s in p.heads) | (
        does.heads if does is not None and named else frozenset()
    )


def _named(detail: Said) -> bool:
    """Whether a person whose age is told is named: that is compared elsewhere."""
    return any(p.name for p in (detail.does, *detail.own) if p is not None) or any(p.name for p in detail.above[:2])


def nouns(one: Said, other: Said) -> float:
    """How surely the same is counted; below 0 where it is not."""
    if one.dimension not in {"count", "share"}:
        return 0.0
    if one.noun is None or other.noun is None:
        return 0.0 if one.noun is other.noun or one.dimension == "share" else -1.0
    if designators(one.noun.text) & designators(other.noun.text):
        return 1.0
    if one.noun.head != other.noun.head and likeness(one.noun.word, other.noun.word) < WORDS_ALIKE:
        return -1.0
    if _modified_apart(one.noun, other.noun, one, other):
        return -1.0
    return shipped().rarity(one.noun.word)


@lru_cache(1 << 12)
def designators(text: str) -> frozenset[str]:
    """What a thing is designated by, whatever it is called: "AK-47 rifles" and "AK 47 guns", "F-16 jets" and "F-16s"."""
    return frozenset(re.sub(r"\W", "", word) for word in DESIGNATOR.findall(text))


def verbs(one: Said, other: Said) -> float:
    """How surely the same is done; below 0 where something else is."""
    best, known = 0.0, False
    for n, a in enumerate(_acts(one)):
        for m, b in enumerate(_acts(other)):
            near = _verb(a, b)
            known = known or (near is not None)
            best = max(best, (near or 0.0) * (1.0 if n == m == 0 else 0.8))
    return best if best > 0 or not known else -1.0


def same_act(a: Phrase, b: Phrase) -> bool:
    """Whether two verbs are one or of one kind: "killed" and "murdered"."""
    return a.word not in PALE and (a.head == b.head or bool(kinds(a.word) & kinds(b.word)))


def one_deed(one: Said, other: Said) -> bool:
    """Whether the words that govern both tell one deed."""
    if one.does is None or other.does is None or _is_there(one) or _is_there(other):
        return False
    return (_verb(one.does, other.does) or 0.0) >= LIKE_VERB


def _acts(detail: Said) -> list[Phrase]:
    """What is done: the word that governs, then the verbs of the clauses about it."""
    does = [detail.does] if detail.does is not None else []
    return [p for p in (*does, *(p for p in detail.above if p.role in {"verb", "clause"})) if p.head and not p.name]


def _verb(a: Phrase, b: Phrase) -> float | None:
    """How surely two verbs are one; 0 where neither that nor the contrary is known of them, None where one says little."""
    if not a.head or not b.head:
        return None
    if a.head == b.head:
        return SAME_VERB if a.word not in PALE else 0.3
    if kinds(a.word) & kinds(b.word):
        return LIKE_VERB
    if a.word in PALE or b.word in PALE:
        return None
    near = likeness(a.word, b.word)
    return LIKE_VERB if near >= WORDS_ALIKE else None if near >= UNLIKE else 0.0


def apart(one: Said, other: Said) -> bool:
    """Whether something shows that two details are of two things."""
    return (
        _other_days(one, other)
        or bool(one.aspect and other.aspect and one.aspect != other.aspect)
        or (one.role in ENDS) != (other.role in ENDS)
        or _other_doer(one, other)
        or any(_clash(p, q, one, other) for p in one.own for q in other.own if p.role == q.role)
        or any(_clash(p, q, one, other) for p, q in _subjects_above(one, other))
    )


def _subjects_above(one: Said, other: Said) -> Iterator[tuple[Phrase, Phrase]]:
    """The subjects of the clauses above, where both have one verb: "Lumex paid a fine of", "Astra paid a fine of"."""
    acts = ({p.head for p in d.above if p.role == "verb"} for d in (one, other))
    if next(acts) & next(acts):
        for p in one.above:
            yield from ((p, q) for q in other.above if p.role == q.role == "subject")


def _other_doer(one: Said, other: Said) -> bool:
    """Whether two who are known do it: the subject of the clause, or, where it has none, of the clause above."""
    a, b = _doer(one), _doer(other)
    return bool(a and b) and a != b


def _doer(detail: Said) -> str:
    return next((p.subject for p in (*detail.own, *detail.above) if p.role == "subject"), "")


def _other_days(one: Said, other: Said) -> bool:
    """Whether both sentences state times, none of which can be one."""
    if one.kind in {"day", "clock"} or not one.days or not other.days:
        return False
    return not any(a[0] <= b[1] and b[0] <= a[1] for a in one.days for b in other.days)


def _clash(p: Phrase, q: Phrase, one: Said, other: Said) -> bool:
    """Whether one part of both clauses is two things."""
    if p.head and p.head == q.head:
        return _modified_apart(p, q, one, other)
    if p.subject and p.subject == q.subject:
        return False
    if (
        p.role in PARTIES
        and p.subject
        and q.subject
        and not ({p.subject, p.head} & other.bag or {q.subject, q.head} & one.bag)
    ):
        return True
    if p.role not in PARTIES and p.role not in PREPOSITIONS:
        return False
    if p.head in other.bag or q.head in one.bag or p.head in _text(other) or q.head in _text(one):
        return False
    if p.name and q.name:
        return True
    return p.name == q.name and likeness(p.word, q.word) < UNLIKE


def _modified_apart(p: Phrase, q: Phrase, one: Said, other: Said) -> bool:
    """ "the larger phone" is another than "the phone", and "the electric van" another than "the new van"."""
    mine, yours = p.rest - q.rest, q.rest - p.rest
    counted = p.role == "counts"  # "their first five drives" beside "on their first two drives"
    if any(_parts_off(w, other, counted) for w in mine) or any(_parts_off(w, one, counted) for w in yours):
        return True
    if p.role == "subject" and one.dimension.startswith("money") and bool(mine - _text(other)) != bool(yours - _text(one)):
        return True  # what one model costs, and the other
    return not p.name and not q.name and bool(mine - _text(other)) and bool(yours - _text(one))


def _parts_off(word: str, there: Said, counted: bool) -> bool:
    """Whether a word makes another thing of a phrase: not "the first shots" beside "shots were first heard"."""
    return word in ANOTHER_STEMS and (counted or not (word in WHEN and word in there.sentence.text.lower()))


@lru_cache(1 << 12)
def _words(text: str) -> frozenset[str]:
    from generator.dossier.differences.denials import concepts

    return concepts(text)


def _text(detail: Said) -> frozenset[str]:
    return _words(detail.sentence.text)


@lru_cache(1 << 15)
def likeness(one: str, other: str) -> float:
    """The cosine of the vectors of two words."""
    found = shipped().of([one, other])
    return float(found[0] @ found[1])
