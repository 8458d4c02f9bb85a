"""What sources tell differently of one thing, through the whole pipeline: amounts, times and places of every kind."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from generator.building.extraction import annotated
from generator.dossier import assemble
from generator.dossier.differences.clauses import apart
from generator.dossier.differences.corroboration import corroborated
from generator.dossier.differences.reading import amount, compatible
from generator.dossier.model import Difference, Passage, Statement
from generator.records.model import Record
from generator.sources.article import Article, Metadata, Paragraph
from tests.dossier.pairs import AGREE, DIFFER, OTHER

PUBLISHERS = ("The Courier", "The Herald", "The Argus")


def told(number: int, text: str, day: int = 5) -> Record:
    metadata = Metadata(published=date(2024, 3, day), publisher=PUBLISHERS[number])
    return annotated(Article(f"article-{number}", text, metadata, (Paragraph(0, len(text)),)), None)


def differences(*texts: str) -> tuple[Difference, ...]:
    return assemble([told(n, text) for n, text in enumerate(texts)], "News").differences


@pytest.mark.parametrize(("kind", "one", "other"), DIFFER)
def test_two_papers_that_tell_two_values_of_one_thing_differ(kind: str, one: str, other: str) -> None:
    (found,) = differences(one, other)
    assert len(found.values) == 2, kind
    assert {p.source for p in found.passages} == {"article-0", "article-1"}


@pytest.mark.parametrize(("kind", "one", "other"), AGREE)
def test_what_can_both_be_true_is_no_difference(kind: str, one: str, other: str) -> None:
    assert differences(one, other) == (), kind


@pytest.mark.parametrize(("kind", "one", "other"), OTHER)
def test_what_counts_other_things_is_no_difference(kind: str, one: str, other: str) -> None:
    assert differences(one, other) == (), kind


# what each of these shows is one thing with something against it; without the rule that sees it, it would be a difference
@pytest.mark.parametrize(
    ("why", "one", "other"),
    [
        (
            "the day of a noun",
            "Bo Reed was charged with the February 20, 2024 murder of Ann Field.",
            "Bo Reed was charged on February 24, 2024 with the murder of Ann Field.",
        ),
        (
            "the day of another noun",
            "The court in Karl heard Bo Reed on the 1 March robbery.",
            "The court in Karl heard Bo Reed on 4 March on the robbery.",
        ),
        ("other days", "On 3 May the port of Arn handled 40 ships.", "On 9 May the port of Arn handled 62 ships."),
        ("another of the kind", "The port of Arn handled 40 ships.", "The port of Arn handled another 62 ships."),
        ("the first of many", "The port of Arn handled 40 ships.", "The port of Arn handled its first 62 ships."),
        (
            "where it began",
            "Shares in Lumex fell to $40 after the recall.",
            "Shares in Lumex fell from $62 after the recall.",
        ),
        ("only possible", "The port of Arn handled 40 ships.", "The port of Arn could handle 62 ships."),
        ("not so", "The port of Arn handled 40 ships.", "The port of Arn did not handle 62 ships."),
        (
            "another does it",
            "Lisa Horn signed 40 letters to the port of Arn.",
            "Karl Benn signed 62 letters to the port of Arn.",
        ),
        ("parts", "The port of Arn seized seven rifles and two other rifles.", "The port of Arn seized nine rifles."),
        (
            "the first of some",
            "The port of Arn used its first five cranes.",
            "The port of Arn used two of its first cranes.",
        ),
        ("a range", "The port of Arn handled 40 ships.", "The port of Arn handled 36 to 41 ships."),
        ("high and wide", "The mast of Arn is 40 metres high.", "The mast of Arn is 62 metres wide."),
        ("another order", "The port of Arn handled 40 ships.", "The port of Arn handled 4,000 ships."),
        ("another thing is done", "The port of Arn built 40 ships.", "The port of Arn sold 62 ships."),
    ],
)
def test_what_speaks_against_one_thing(why: str, one: str, other: str) -> None:
    assert differences(one, other) == (), why


def test_an_article_that_gives_both_values_differs_from_nobody() -> None:
    both = "The port of Arn handled 40 ships in the spring, and in the end the port of Arn handled 62 ships."
    assert differences("The port of Arn handled 40 ships.", both) == ()


def test_values_in_other_units_stand_together() -> None:
    texts = "The climber fell 60 metres from the ridge of Arn.", "The climber fell 200 feet from the ridge of Arn."
    (found,) = differences(*texts, "The climber fell 150 metres from the ridge of Arn.")
    assert [len(v.passages) for v in found.values] == [2, 1]


def test_a_value_is_told_with_the_hedge_that_all_put_before_it() -> None:
    (found,) = differences("The port of Arn handled more than 40 ships.", "The port of Arn handled 62 ships.")
    assert [v.value for v in found.values] == ["more than 40", "62"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("12 miles", "20 km"),
        ("90 minutes", "1.5 hours"),
        ("65 feet", "20 metres"),
        ("$4bn", "$4 billion"),
        ("145 km/h", "90 mph"),
        ("8 per cent", "8%"),
        ("three-year", "3 years"),
        ("half an hour", "30 minutes"),
        ("two and a half hours", "150 minutes"),
    ],
)
def test_amounts_in_other_words_are_one(one: str, other: str) -> None:
    first, second = amount("", one), amount("", other)
    assert first is not None
    assert second is not None
    assert first.dimension == second.dimension
    assert compatible(first, second)


@pytest.mark.parametrize(("one", "other"), [("7.1", "7.2"), ("$121 million", "$130 million"), ("12 miles", "30 km")])
def test_amounts_that_exclude_each_other_are_two(one: str, other: str) -> None:
    first, second = amount("", one), amount("", other)
    assert first is not None
    assert second is not None
    assert not compatible(first, second)


Rule = Callable[..., object]
# a function of `clauses`, and what it returns where it sees nothing; a pair of OTHER that then becomes a difference
BLIND: tuple[tuple[str, object, tuple[str, str]], ...] = (
    ("_other_days", False, ("On 3 May the port of Arn handled 40 ships.", "On 9 May the port of Arn handled 62 ships.")),
    ("_modified_apart", False, ("The port of Arn handled 40 cargo ships.", "The port of Arn handled 62 fishing ships.")),
    ("_clash", False, ("Halden paid $40 million for the school in Arn.", "Halden paid $62 million for the bridge in Arn.")),
    (
        "_subjects_above",
        (),
        ("The brewer Kolbach paid a fine of 30 million euros.", "The brewer Astra paid a fine of 41 million euros."),
    ),
    (
        "_other_doer",
        False,
        (
            "Lisa Horn opened a shop and signed 40 letters to the port of Arn.",
            "Karl Benn closed an inn and signed 62 letters to the port of Arn.",
        ),
    ),
)


@pytest.mark.parametrize(("rule", "blind", "pair"), BLIND)
def test_without_the_rule_it_would_be_shown(
    rule: str, blind: object, pair: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert differences(*pair) == ()
    monkeypatch.setattr(f"{apart.__module__}.{rule}", lambda *_: blind)
    assert differences(*pair) != ()


def test_a_count_of_one_people_is_no_count_of_all() -> None:
    """By any name of a people, not those of one story: "12 Danes" are another count than "40 passengers"."""
    assert (
        differences("Twelve Danish guests were hurt in the fire at Arn.", "Forty guests were hurt in the fire at Arn.") == ()
    )


def test_the_missing_may_be_fewer_each_day_and_have_changed_then() -> None:
    days = (5, "Eleven"), (6, "Eight"), (7, "Three")
    records = [
        told(n, f"{count} people were missing after the ferry Alisa sank off Arn.", day)
        for n, (day, count) in enumerate(days)
    ]
    (found,) = assemble(records, "News").differences
    assert (found.about, found.changed) == ("people missing", True)
    assert [v.value for v in found.values] == ["3", "8", "11"]


def test_the_dead_are_not_fewer_because_days_pass() -> None:
    days = (5, "Eleven"), (6, "Eight")
    records = [
        told(n, f"{count} people were killed when the ferry Alisa sank off Arn.", day) for n, (day, count) in enumerate(days)
    ]
    (found,) = assemble(records, "News").differences
    assert not found.changed


def test_a_toll_without_the_word_death_is_one() -> None:
    (found,) = differences(
        "Toll of the ferry Alisa reaches 14 off Arn.", "Twelve people were killed when the ferry Alisa sank off Arn."
    )
    assert {v.value for v in found.values} == {"14", "12"}


def test_only_who_tells_the_value_corroborates_it() -> None:
    one = told(0, "Nine people were killed when the ferry Alisa sank off Port Maren on Tuesday, the coastguard said.")
    other = told(1, "Six people were killed when the ferry Alisa sank off Port Maren on Tuesday, the coastguard said.")
    same = told(2, "Nine people were killed when the ferry Alisa sank off Port Maren on Tuesday, the police said.")
    passages = [Passage(r.id, 0, len(r.text), r.text) for r in (one, other, same)]
    statement = Statement("f-0", passages[0], "action", 1.0, (), also=tuple(passages[1:]))
    (found,) = corroborated([statement], [one, other, same], ["courier", "herald", "argus"])
    assert found.publishers == 2


def test_what_reporters_asked_in_vain_is_no_denial() -> None:
    one = "Karl Benn has responded to the interview that Lisa Horn gave about the crash of the tram."
    other = "Karl Benn did not respond to requests for an interview about the crash of the tram."
    assert differences(one, other) == ()
