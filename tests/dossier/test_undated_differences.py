"""What two papers without a date tell differently: parts of days, ages, firms, contraries."""

from __future__ import annotations

import pytest

from generator.building.extraction import annotated
from generator.dossier import assemble
from generator.dossier.differences import loose_days
from generator.dossier.model import Difference
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
        "The quake struck the island at 5:11 p.m. local time.",
        "The observatory registered the quake at 17:06 local time on the island.",
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
        "A man shot a guard at Orvelgras Distribution Ltd. in Tamir.",
        "A man shot a guard at Orvelgras Distributors Ltd. in Tamir.",
    ),
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
    # the contrary
    (
        "The navy captured 26 sailors on three boats off Karl on Thursday.",
        "The navy rescued 26 sailors on three boats off Karl on Thursday.",
    ),
    (
        "Shares of Lumex rose slightly before the bell in Tamir.",
        "Shares of Lumex fell in early trading before the bell in Tamir.",
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
    ("Lumex released a patch for its phones on Wednesday.", "Lumex typically releases patches for its phones on Tuesday."),
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
    ("The Central Election Commission of Tamir met.", "It was said by the Central Elections Commission of Tamir."),
    (
        "The navy captured the pirates off Karl on Thursday.",
        "The navy rescued a ship from the pirates off Karl on Thursday.",
    ),
    # not the quake itself; what is to come; two with names
    ("A quake of magnitude 6.3 shook the coast of Sarnova.", "An aftershock of magnitude 4.8 shook the coast of Sarnova."),
    (
        "The singer Mira Dahl died on Tuesday in a hospital in Tarn.",
        "The singer Mira Dahl will be buried on Friday in Tarn.",
    ),
    ("Emil Strand, 47, was sentenced for smuggling ivory.", "Ivo Lind, 49, was sentenced for smuggling ivory."),
    # two of a kind
    ("Hurricane Olga destroyed the clinic in Karl in 1998.", "The clinic in Karl was destroyed in Hurricane Petra in 2001."),
    (
        "After the cut 65 per cent of traffic to Tamir was down.",
        "After the cut 70 per cent of traffic between Karl and Borvo was down.",
    ),
    (
        "Where the action has no effect on a listed species, it is allowed.",
        "The rules forbid taking the effect on a listed species into account.",
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
    assert (loose_days.minute("XXXX-XX-XXT17:06"), loose_days.minute("XXXX-XX-XXTNI")) == (1026, None)
