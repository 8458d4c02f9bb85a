"""What two papers without a date tell differently: parts of days, minutes, how often, ages, works, names."""

from __future__ import annotations

from datetime import date

import pytest

from generator.building.extraction import annotated
from generator.dossier import assemble
from generator.dossier.differences import clauses, loose_days
from generator.dossier.differences.ground import Ground
from generator.dossier.differences.said import Phrase
from generator.dossier.model import Difference
from generator.dossier.people import subjects
from generator.dossier.stories import chronology
from generator.dossier.stories.event_words import stem
from generator.records.model import Record
from generator.sources.article import Article, Metadata, Paragraph

PUBLISHERS = ("The Courier", "The Herald")
DIFFER = (
    # days of which words tell a part
    (
        "Gerda Hollin opened the bakery Mantor in December, her agent said.",
        "Gerda Hollin opened the bakery Mantor in September, a friend said.",
    ),
    ("Max Orvel died on Thursday at his home in Karl.", "Max Orvel died on Friday at his home in Karl, his son said."),
    # the minute, of no day that is known
    (
        "The mast fell on the market at 9:24 p.m. local time.",
        "The mast fell on the market at 21:17 local time, the warden said.",
    ),
    (
        "The ferry sank off the island at 0835 hours local time.",
        "The coast guard said the ferry sank off the island at 0915 hours local time.",
    ),
    # how often
    (
        "Gerda Hollin was married twice and had no children.",
        "The singer Gerda Hollin was married three times and had no children.",
    ),
    # ages
    (
        "Police arrested 61-year-old Gerda Hollin in Tamir.",
        "Sixty-year-old Gerda Hollin was arrested in Tamir, police said.",
    ),
    # names
    (
        "Police named the suspect as Anthony LaBrestow of Tamir.",
        "The suspect's name is Anthony Brestow, police in Tamir said.",
    ),
    (
        "The boat of the smugglers, the Salaluddin, was seized at Karl.",
        "At Karl the navy seized the dhow Salahaddin of the smugglers.",
    ),
    # one that is wounded besides
    (
        "A man killed two guards and wounded two others in the bank in Tamir on Friday.",
        "A man killed two guards and critically wounded a third in the bank in Tamir on Friday.",
    ),
    # a thing by its designation
    (
        "Police in Karl seized seven AK-47 rifles from the smugglers.",
        "Police in Karl seized 12 AK 47 guns from the smugglers.",
    ),
)
NONE = (
    ("Max Orvel died on Friday, the 11th, at his home in Karl.", "Max Orvel died on Friday at his home in Karl."),
    ("Max Orvel died on 11 December at his home in Karl.", "Max Orvel died on Friday at his home in Karl."),
    # usual days are none
    ("Lumex opened a shop for its phones on Wednesday.", "Lumex typically opens shops for its phones on Monday."),
    # whose day it is, is not known
    ("The Herons signed Karl Benn on Wednesday.", "The Herons signed Max Orvel on Tuesday and Karl Benn today."),
    # the day of the charge
    (
        "A 61-year-old man was charged with murder Saturday after killing a guard in Karl.",
        "The guard was gunned down Friday by a man of 61 in Karl.",
    ),
    (
        "A 34-year-old woman was killed in the bank in Karl.",
        "A man aged 36 was charged with killing a woman in the bank in Karl.",
    ),
    (
        "A 34-year-old woman was charged with robbing the bank in Karl.",
        "A 41-year-old woman was charged with robbing the bank in Karl.",
    ),
    ("Sales of the cars rose twice as fast as last year at Borvo.", "Sales of the cars rose three times at Borvo."),
    (
        "Gerda Hollin, who died on Monday, wrote the 2003 novel The Tide of Karl.",
        "A film called “The Tide of Karl” by Gerda Hollin, who died on Monday, was released in 2006.",
    ),
    (
        "Police named the suspect as Anthony LaBrestow of Tamir.",
        "The suspect's cousin is Bertram Brestow, police in Tamir said.",
    ),
    ("The suspect comes from Browsnfeld, police in Tamir said.", "The suspect comes from Brownsfeld, police in Tamir said."),
    # not the quake itself; what is to come; two with names
    ("A quake of magnitude 6.3 shook the coast of Sarnova.", "An aftershock of magnitude 4.8 shook the coast of Sarnova."),
    (
        "The singer Mira Dahl died on Tuesday in a hospital in Tarn.",
        "The singer Mira Dahl will be buried on Friday in Tarn.",
    ),
    ("Emil Strand, 47, was sentenced for smuggling ivory.", "Ivo Lind, 49, was sentenced for smuggling ivory."),
    # two of a kind
    ("Typhoon Olga destroyed the mill in Karl in 1987.", "The mill in Karl was destroyed in Typhoon Petra in 2003."),
    (
        "In the strike 40 per cent of milk to Tamir was lost.",
        "In the strike 45 per cent of milk between Karl and Borvo was lost.",
    ),
    (
        "Where the dam has no effect on the salmon, it may be built.",
        "The rules forbid weighing the effect on the salmon for the dam.",
    ),
)


def told(number: int, text: str) -> Record:
    article = Article(f"article-{number}", text, Metadata(publisher=PUBLISHERS[number]), (Paragraph(0, len(text)),))
    return annotated(article, None)


def differences(one: str, other: str) -> tuple[Difference, ...]:
    return assemble([told(0, one), told(1, other)], "News").differences


@pytest.mark.parametrize(("one", "other"), DIFFER)
def test_two_values_without_a_date(one: str, other: str) -> None:
    (found,) = differences(one, other)
    assert {p.source for p in found.passages} == {"article-0", "article-1"}


@pytest.mark.parametrize(("one", "other"), NONE)
def test_what_only_looks_like_a_difference(one: str, other: str) -> None:
    assert differences(one, other) == ()


@pytest.mark.parametrize(
    ("one", "other", "two"),
    [
        ("pilfered", "stole", False),
        ("absconded", "scarpered", False),
        ("charged", "buried", True),
        ("sang", "drowned", True),
    ],
)
def test_of_verbs_that_are_not_known_nobody_can_tell_that_they_are_two(one: str, other: str, two: bool) -> None:
    a, b = (Phrase("does", stem(word), word, frozenset(), False) for word in (one, other))
    assert clauses.unlike(a, b) is two


def test_hours_without_a_word_of_time_are_how_long() -> None:
    (found,) = differences(
        "Captain Gerda Hollin flew 1500 hours in the jet.", "Captain Gerda Hollin flew 1800 hours in the jet."
    )
    assert found.about.startswith("how long")
    assert {v.value for v in found.values} == {"1,500 hours", "1,800 hours"}


@pytest.mark.parametrize(
    ("value", "words", "parts"),
    [
        ("XXXX-WXX-5", "on Friday", (5, 0, 0)),
        ("XXXX-12", "December", (0, 12, 0)),
        ("XXXX-12-02", "2 December", (0, 12, 2)),
        ("2008-12-19", "Friday, Dec. 19", (5, 12, 19)),
    ],
)
def test_the_parts_of_a_day(value: str, words: str, parts: loose_days.Parts) -> None:
    assert loose_days.parts(value) == loose_days.of_words(words) == parts


def test_days_that_may_be_one() -> None:
    assert loose_days.one((5, 0, 0), (0, 12, 19))
    assert not loose_days.one((5, 0, 0), (4, 12, 18))
    assert [loose_days.named(p) for p in ((5, 0, 0), (0, 12, 0), (0, 12, 2))] == ["Friday", "December", "2 December"]
    assert (loose_days.minute("XXXX-XX-XXT21:17"), loose_days.minute("XXXX-XX-XXTNI")) == (1277, None)


def _ground(days: tuple[date | None, date | None], *texts: str) -> Ground:
    records = [
        annotated(Article(f"article-{n}", text, Metadata(published=day), (Paragraph(0, len(text)),)), None)
        for n, (day, text) in enumerate(zip(days, texts, strict=True))
    ]
    people, index = subjects.merge(records)
    return Ground(records, index, people, chronology.merge(records, index, {}), {})


NAMES = "The Orvel gang is feared along the coast of Marn.", "Fishermen of Marn spoke of the Orvel gang."
SINKING = "The ferry Olga sank off Marn on Tuesday.", "On Tuesday the ferry Olga sank off Marn."
DAY = date(2024, 3, 5)


@pytest.mark.parametrize(
    ("days", "texts", "akin"),
    [
        ((DAY, DAY), NAMES, True),
        ((None, None), NAMES, True),
        ((DAY, None), NAMES, False),  # the gang of which year?
        ((DAY, None), SINKING, True),  # one event is of one time
    ],
)
def test_what_an_article_without_a_date_has_to_do_with_one_of_a_day(
    days: tuple[date | None, date | None], texts: tuple[str, str], akin: bool
) -> None:
    assert _ground(days, *texts).akin(0, 1) is akin
