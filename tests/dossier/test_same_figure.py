"""Amounts and days that are of one thing by all that stands about them, and what sets them apart: each rule is seen to be needed."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.building.extraction import annotated
from generator.dossier import assemble
from generator.dossier.differences import detail_threads, looks, parting
from generator.dossier.differences.figures import agree, figures
from generator.dossier.differences.same_figure import FIELDS, WEIGHTS, Figures
from generator.sources.article import Article, Metadata, Paragraph
from tests.dossier.test_details_differ import differences, told

NEVER = re.compile(r"(?!)")
# joined by the model alone: no clause says the same of both
LEARNED = (
    (
        "Hafen Bank kept $17.4 billion of its earnings abroad at the end of 2020, its books show.",
        "An analyst reckoned with $18.3 billion in foreign earnings that Hafen Bank held at the end of 2020.",
    ),
    (
        "Velden began with an initial $63 billion offer to unite the two makers of chips.",
        "The board of Norrix turned down Velden's original $66 billion approach.",
    ),
)
TOLD = (
    (
        "Regulators still examine Velden's $52 billion purchase of the chip maker Norrix, they said.",
        "In October Velden made a $44 billion bid for Norrix, a maker of chips.",
    ),
    (
        "Norrix shares fell 5.1 percent by noon, as doubts about the offer grew.",
        "Norrix (NRX) shares fell 7.4 percent.",
    ),
    (
        "A fire broke out in the paint works of Astley on Monday, the fire service said.",
        "The fire in the paint works of Astley broke out on Tuesday, a spokesman said.",
    ),
    ("The voters of Astley approved the loan last year.", "In 2022 the voters of Astley approved the loan."),
    ("The fire in Astley caused damage of $4m.", "Damage from the fire in Astley amounts to $6m."),
    (
        "The chapel of Ostrand was built in 1742 by monks from the south.",
        "Monks from the south built the chapel of Ostrand in 1724.",
    ),
    ("The deal for Norrix is worth about $236 billion.", "The deal for Norrix is worth $241 billion."),
    ("The violinist Irena Volk has died at the age of 81.", "Irena Volk, the violinist, has died aged 83."),
)
AGREE = (
    ("A fire broke out in the paint works of Astley on Monday.", "A fire broke out in the paint works of Astley last week."),
    ("A fire broke out in the paint works of Astley on Monday.", "A fire broke out in the paint works of Astley this week."),
    ("The mast of Arn is 230 feet high.", "The mast of Arn is 229 feet high."),
    ("The repair of the mast of Arn cost nearly $4bn.", "The repair of the mast of Arn cost $3.97bn."),
)
# what makes two of an amount, as the rule that sees it is called, and what it sees when it is blind
BLIND: tuple[tuple[object, str, object, tuple[str, str]], ...] = (
    (
        looks,
        "_per",
        lambda *_: "",
        ("Velden offers $74 a share for Norrix.", "Velden offers $83 for Norrix and its brand."),
    ),
    (
        looks,
        "PORTION",
        NEVER,
        (
            "Velden would buy the shares of Norrix for $55 per share in cash.",
            "Velden would buy the shares of Norrix for $65 per share.",
        ),
    ),
    (
        looks,
        "DEBT",
        NEVER,
        ("The deal for Norrix is worth $211 billion.", "With its debt the deal for Norrix is worth $236 billion."),
    ),
    (
        looks,
        "_sums",
        lambda *_: frozenset(),
        ("Velden bought Norrix for $40 million.", "Velden had revenue of $43 million with Norrix."),
    ),
    (
        parting,
        "_of_other_subjects",
        lambda *_: False,
        (
            "The truck can travel 460 miles on one charge of its battery, Velden said.",
            "The car can travel 560 miles on one charge of its battery, Velden said.",
        ),
    ),
    (
        detail_threads,
        "long_between",
        lambda *_: False,
        (
            "The fire in the paint works of Astley broke out on 4 March 2024.",
            "The fire in the paint works of Astley broke out on 9 October 2024.",
        ),
    ),
    (
        parting,
        "_asked_apart",
        lambda *_: False,
        (
            "Rescuers needed four hours to free the boy from the well in Alcora.",
            "The boy had been in the well in Alcora for five hours before anybody heard him.",
        ),
    ),
)


@pytest.mark.parametrize(("one", "other"), [*LEARNED, *TOLD])
def test_what_two_papers_tell_otherwise_is_shown(one: str, other: str) -> None:
    (found,) = differences(one, other)
    assert len(found.values) == 2


@pytest.mark.parametrize(("one", "other"), LEARNED)
def test_without_what_was_learned_nothing_joins_them(one: str, other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Figures, "strength", lambda *_: 0.0)
    assert differences(one, other) == ()


@pytest.mark.parametrize(("one", "other"), AGREE)
def test_what_can_both_be_so_is_not_shown(one: str, other: str) -> None:
    assert differences(one, other) == ()


@pytest.mark.parametrize(("module", "rule", "blind", "pair"), BLIND)
def test_what_sets_amounts_apart(
    module: object, rule: str, blind: object, pair: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert differences(*pair) == ()
    monkeypatch.setattr(module, rule, blind)
    assert differences(*pair) != ()


def test_a_quotation_that_two_papers_date_differently() -> None:
    (found,) = differences(
        '"The tide forgives nobody who sleeps," Lisa Horn said in 2014.',
        '"The tide forgives nobody who sleeps on it," said Lisa Horn in 2015.',
    )
    assert (found.kind, found.about) == ("date", "when Lisa Horn said it")
    assert [v.value for v in found.values] == ["2014", "2015"]


def test_other_words_of_one_speaker_are_of_another_day() -> None:
    assert (
        differences(
            '"The tide forgives nobody who sleeps," Lisa Horn said in 2014.',
            '"Nobody sleeps when the tide comes in," said Lisa Horn in 2015.',
        )
        == ()
    )


def test_a_day_that_is_copied_is_reckoned_from_no_other_publication() -> None:
    """ "Next month" in a message that is printed again is the month after the message."""
    early = told(0, "The bridge of Arn opens next month. Masons are still at work on its piers.")
    text = "The bridge of Arn opens next month. Gulls have moved in meanwhile."
    metadata = Metadata(published=date(2024, 4, 20), publisher="The Herald")
    late = annotated(Article("article-1", text, metadata, (Paragraph(0, len(text)),)), None)
    assert assemble([early, late], "News").differences == ()


def test_what_about_allows_is_less_the_more_exactly_it_is_told() -> None:
    loose, exact, other = (next(figures(text)) for text in ("about 400 ships", "about 236 ships", "241 ships"))
    assert loose.low == 360
    assert exact.high < 241
    assert not agree(exact, other)


def test_every_kind_has_a_weight_for_each_field() -> None:
    assert {len(weights) for weights in WEIGHTS.values()} == {len(FIELDS) + 1}
