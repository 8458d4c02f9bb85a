"""What a count of persons or cases is a count of, read from the details of the records: how they fared, whose they are, where.

`fates` reads the same from the order of words; what stands otherwise ("ten had been confirmed killed", "Canada has confirmed six cases")
is read here, from the verb that governs the number, the clause under it and the noun that is counted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from msgspec.structs import replace

from generator.dossier.differences.fate_words import FATE_SUPPOSED, FATES, GROUPS_OF_PEOPLE, ONE_THING, PEOPLE, SPAN, Fate
from generator.dossier.differences.fates import Counted
from generator.dossier.differences.figures import Figure
from generator.dossier.differences.said import Phrase, Said
from generator.dossier.stories.event_words import IRREGULAR, stem
from generator.values.gazetteer import is_demonym
from generator.values.noun_kinds import noun_kind


def _stem(word: str) -> str:
    return stem(IRREGULAR.get(word, word))


CONFIRMED = Fate("confirmed", "the confirmed cases", "", "")
SUSPECTED = Fate("suspected", "the suspected cases", "", "", falls=True)
CASES = frozenset({CONFIRMED.name, SUSPECTED.name})
FATES_BY_NAME = {fate.name: fate for fate in (*FATES, CONFIRMED, SUSPECTED)}
# what is done to those who are counted, or what they do -> how they fared
DONE_TO: Mapping[str, str] = {
    _stem(word): fate
    for fate, words in {
        "dead": "killed murdered slain slaughtered massacred dead executed drowned",
        "injured": "injured wounded hurt hospitalised hospitalized",
        "missing": "missing unaccounted",
        "trapped": "trapped buried stranded",
        "kidnapped": "kidnapped abducted",
        "arrested": "arrested detained jailed",
        "displaced": "displaced homeless uprooted",
        "evacuated": "evacuated",
        "rescued": "rescued",
        "confirmed": "infected sickened",
    }.items()
    for word in words.split()
}
OWN_DEEDS: Mapping[str, str] = {
    _stem(word): fate
    for fate, words in {
        "dead": "died perished drowned dead",
        "missing": "missing",
        "confirmed": "contracted caught",
    }.items()
    for word in words.split()
}
# nouns that are counts themselves: "20 deaths", "six confirmed cases"
COUNT_NOUNS: Mapping[str, str] = {
    _stem(word): fate
    for fate, words in {"dead": "deaths fatalities", "injured": "injuries", "confirmed": "cases infections"}.items()
    for word in words.split()
}
# who says or doubts it: the clause under it tells what it is
SAYS_SO = frozenset(
    map(_stem, "confirmed feared believed reported known presumed thought suspected listed remained said".split())
)
SUSPECTED_WORDS = re.compile(
    r"\b(?:suspected|possible|probable|potential|investigation|observation|investigated|tested|monitored)\b", re.I
)
TESTED_POSITIVE = re.compile(r"\btest\w* positive\b", re.IGNORECASE)
NOT_FOUND = re.compile(r"\b(?:ruled out|negative|not to have|all[- ]clear)\b", re.IGNORECASE)
MAY_BE = re.compile(r"\b(?:may|might|could|would|can|if|unless|fears?)\b", re.IGNORECASE)
BESIDE_NAMED = frozenset(map(_stem, "other another more further additional".split()))
COUNT_OF_PART = re.compile(r"\b(?:includ\w+|among (?:them|whom|those)|of (?:whom|them|which))(?: [a-z]+)? ?$", re.IGNORECASE)
# an article that tells of an illness: elsewhere "20 cases" are of a court
ILLNESS = re.compile(
    r"\b(?:virus|flu|influenza|disease|illness|infect\w+|fever|epidemic|pandemic|outbreak|symptoms?|measles|cholera|ebola)\b",
    re.I,
)
ILL_ENOUGH = 2
CONFIRM_STEM = _stem("confirmed")
BEING_TESTED = frozenset(map(_stem, "investigation observation investigated tested monitored quarantined".split()))
AND_MORE = re.compile(r"(?: [\w’'-]+){1,3} and (?:an?|one|two|three|four|five|six|seven|eight|nine|ten|\d+) ", re.IGNORECASE)
NEAR_NUMBER = 40  # letters before and behind a number
SUPPOSED_WITHIN = 120  # letters before a number in which "could" or "planned to" stands


def tallies(details: Sequence[Said]) -> Iterator[tuple[Said, Figure, Counted]]:
    """The counts of persons and cases of an article, in reading order.

    Args:
        details: of the article.
    """
    ill = sum(len(ILLNESS.findall(text)) for text in {d.sentence.text for d in details}) >= ILL_ENOUGH
    for detail in details:
        if detail.amount is None or detail.dimension != "count" or detail.noun is None or detail.status != "told":
            continue
        fate = _fate(detail)
        if fate is None or (fate in CASES and not ill) or _refused(detail):
            continue
        told, s = detail.amount.figure, detail.sentence
        high = (
            told.high + 1 if BESIDE_NAMED & detail.noun.rest else told.high
        )  # "14 others had died", beside one who is named
        figure = replace(told, start=detail.start - s.start, end=detail.end - s.start, high=high)
        yield (
            detail,
            figure,
            Counted(0, FATES_BY_NAME[fate], _noun(detail.noun, FATES_BY_NAME[fate]), _over_years(s.text)),
        )


@lru_cache(1 << 10)  # of each count in a long list once
def _over_years(text: str) -> bool:
    return bool(SPAN.search(text.lower()))


def _refused(detail: Said) -> bool:
    """Whether nobody says that it is so, or the number is one of a part."""
    text, at = detail.sentence.text, detail.start - detail.sentence.start
    end = detail.end - detail.sentence.start
    if AND_MORE.match(text, end) and not (detail.noun and is_demonym(detail.noun.word.capitalize())):
        return True  # "arrested 23 men and two women"
    before = text[max(0, at - SUPPOSED_WITHIN) : at]
    behind = re.split(r"[,;]| and ", text[end : end + 2 * NEAR_NUMBER], maxsplit=1)[0]
    supposed = FATE_SUPPOSED.search(before.lower()) or any(MAY_BE.search(t) for t in (behind, before[-NEAR_NUMBER // 2 :]))
    return bool(supposed or COUNT_OF_PART.search(before))


def _fate(detail: Said) -> str | None:
    """How the counted fared; None where the sentence says nothing of that, or they are no persons."""
    noun = detail.noun
    if noun is None:
        return None
    if noun.head in COUNT_NOUNS:
        return _of_cases(detail, COUNT_NOUNS[noun.head])
    if not persons(noun):
        return None
    found = _done(detail)
    return _of_cases(detail, found) if found in {None, "confirmed"} else found


def persons(noun: Phrase) -> bool:
    """Whether persons are counted: by what they are, their people, or their work."""
    word = noun.word
    known = word in PEOPLE or word in GROUPS_OF_PEOPLE or noun_kind(word) in {"person", "body"}
    return not word or known or is_demonym(word.capitalize())


def _noun(noun: Phrase, fate: Fate) -> str:
    """Whom the words count, where they name some only: "soldiers"; empty for people as such."""
    word = ONE_THING.get(noun.word, noun.word)
    plain = noun.head in COUNT_NOUNS or word in PEOPLE or is_demonym(word.capitalize()) or fate.name in CASES
    return "" if plain or (fate.anybody and persons(noun)) else word


def _done(detail: Said) -> str | None:
    """How they fared by the verb that governs the number, or, where that only says so, by the clause under it."""
    does = detail.does
    if does is None:
        return None
    if detail.role == "subject" and does.head in OWN_DEEDS:
        caught = any(p.role == "object" and ILLNESS.search(p.text) for p in detail.own)  # "fishermen caught cod" are not ill
        return OWN_DEEDS[does.head] if caught or OWN_DEEDS[does.head] != "confirmed" else None
    if detail.role == "object" and does.head in DONE_TO:
        return DONE_TO[does.head]
    if does.head in SAYS_SO and detail.role in {"object", "subject"}:
        under = [p.head for p in detail.above if p.role == "clause"]
        return next((fate for head in under if (fate := DONE_TO.get(head) or OWN_DEEDS.get(head))), None)
    return None


def _of_cases(detail: Said, fate: str | None) -> str | None:
    """Cases are confirmed or only suspected; "17 people are under investigation" are suspected ones."""
    text, at = detail.sentence.text, detail.start - detail.sentence.start
    near = re.split(r"[,;:(]| and ", text[at : detail.end - detail.sentence.start + 2 * NEAR_NUMBER], maxsplit=1)[0]
    if (
        fate is None
        and detail.does is not None
        and detail.does.head in BEING_TESTED
        and detail.role in {"subject", "object"}
    ):
        fate = "confirmed"
    if fate != "confirmed" or NOT_FOUND.search(text):
        return None if fate == "confirmed" else fate
    sure = (detail.noun is not None and CONFIRM_STEM in detail.noun.rest) or TESTED_POSITIVE.search(near)
    return "suspected" if SUSPECTED_WORDS.search(near) and not sure else fate
