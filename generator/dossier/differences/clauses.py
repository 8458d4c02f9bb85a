"""What of two clauses is one: their verbs, what they count, their parts; and whether something shows that they are of two things."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.dossier.differences.said import ANOTHER_THING, MODIFIERS, Phrase, Said
from generator.dossier.stories.event_words import REPORTING, STATE_VERBS, kinds, stem
from generator.dossier.stories.vectors import shipped

DESIGNATOR = re.compile(r"\b[A-Z]{1,4}[- ]?\d{1,4}")
ALIKE = 0.58  # of the vectors of two words that may name one thing
UNLIKE = 0.4  # of two that hardly do
SAME_VERB, LIKE_VERB = 1.0, 0.75
BE = frozenset("is are was were be been being".split())
# verbs that say little of what is done
PALE = (
    REPORTING
    | STATE_VERBS
    | frozenset("be is was were are been being put puts make made take took set sets cost costs".split())
)
# parts that must be of one thing where both clauses have them
PARTIES = frozenset({"subject", "object"})
BESIDE = frozenset("for of to on from with against over at in".split())
ENDS = frozenset("from by".split())  # "fell by 8 per cent", "from 8 per cent": neither is what it fell to
OTHERS = frozenset(stem(word) for word in ANOTHER_THING)
WHEN = frozenset(map(stem, "first last initial final early late".split()))  # may stand elsewhere in the other's sentence


def is_there(detail: Said) -> bool:
    """ "There were 97 passengers aboard": nothing is done."""
    return detail.does is None or detail.does.word in BE


def heads(detail: Said, other: Said) -> frozenset[str]:
    """The heads of the parts, without the verb and what is counted; the word that governs where it is no part of what is done."""
    does = detail.does
    apart = does is not None and (other.does is None or other.does.head != does.head)
    named = does is not None and apart and (does.name or (detail.dimension == "age" and detail.role in MODIFIERS))
    return frozenset(s for p in (*detail.own, *detail.above) if p.role != "verb" for s in p.heads) | (
        does.heads if does is not None and named else frozenset()
    )


def named(detail: Said) -> bool:
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
    if one.noun.head != other.noun.head and likeness(one.noun.word, other.noun.word) < ALIKE:
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
            near = verb(a, b)
            known = known or (near is not None)
            best = max(best, (near or 0.0) * (1.0 if n == m == 0 else 0.8))
    return best if best > 0 or not known else -1.0


def same_act(a: Phrase, b: Phrase) -> bool:
    """Whether two verbs are one or of one kind: "killed" and "murdered"."""
    return a.word not in PALE and (a.head == b.head or bool(kinds(a.word) & kinds(b.word)))


def one_deed(one: Said, other: Said) -> bool:
    """Whether the words that govern both tell one deed."""
    if one.does is None or other.does is None or is_there(one) or is_there(other):
        return False
    return (verb(one.does, other.does) or 0.0) >= LIKE_VERB


def _acts(detail: Said) -> list[Phrase]:
    """What is done: the word that governs, then the verbs of the clauses about it."""
    does = [detail.does] if detail.does is not None else []
    return [p for p in (*does, *(p for p in detail.above if p.role in {"verb", "clause"})) if p.head and not p.name]


def verb(a: Phrase, b: Phrase) -> float | None:
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
    return LIKE_VERB if near >= ALIKE else None if near >= UNLIKE else 0.0


def unlike(a: Phrase, b: Phrase) -> bool:
    """Whether two verbs are known to be two: "charged" and "killed"."""
    return verb(a, b) == 0.0


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
    if p.role not in PARTIES and p.role not in BESIDE:
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
    return word in OTHERS and (counted or not (word in WHEN and word in there.sentence.text.lower()))


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
