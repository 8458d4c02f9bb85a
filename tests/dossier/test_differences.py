"""Where sources differ: figures of one thing, times, ages, spellings, denials; and what only looks like a difference."""

from __future__ import annotations

import pytest

from generator.dossier import assemble
from generator.dossier.differences.corroboration import cited, publishers
from generator.dossier.differences.fates import counted
from generator.dossier.differences.figures import Figure, agree, figures, shown
from generator.dossier.editor.corrections import Correction
from generator.dossier.model import Difference
from generator.records.model import Entity, Metadata, Record, Time
from tests.records import entity, event, fact, record, span


def figure(text: str) -> Figure:
    (found,) = figures(text)
    return found


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("more than 50 people", "51 people"),
        ("at least 50 people", "58 people"),
        ("about 500 homes", "520 homes"),
        ("dozens of people", "40 people"),
        ("between 30 and 40 people", "35 people"),
        ("30 to 40 people", "40 people"),
        ("up to 32 villagers", "30 villagers"),
        ("nearly 200 girls", "190 girls"),
        ("2.3 million people", "2,340,000 people"),
        ("fifty-eight people", "58 people"),
        ("two hundred and ten people", "210 people"),
        ("five people", "5 people"),
    ],
)
def test_figures_that_can_both_be_true_agree(one: str, other: str) -> None:
    assert agree(figure(one), figure(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("50 people", "58 people"),
        ("at least 50 people", "120 people"),
        ("more than 60 people", "51 people"),
        ("about 500 homes", "700 homes"),
        ("dozens of people", "400 people"),
        ("between 30 and 40 people", "45 people"),
        ("up to 30 villagers", "32 villagers"),
        ("2.3 million people", "2.6 million people"),
        ("at least two people", "six people"),
    ],
)
def test_figures_that_exclude_each_other_do_not(one: str, other: str) -> None:
    assert not agree(figure(one), figure(other))


@pytest.mark.parametrize(("value", "words"), [(2_600_000, "2.6 million"), (1200, "1,200"), (58, "58"), (6.1, "6.1")])
def test_a_value_is_shown_in_digits(value: float, words: str) -> None:
    assert shown(value) == words


@pytest.mark.parametrize(
    ("masked", "found"),
    [
        ("#0# people were killed and #1# injured", [(0, "dead", ""), (1, "injured", "")]),
        ("killing #0# people and wounding #1# others", [(0, "dead", ""), (1, "injured", "")]),
        ("a storm that left #0# dead", [(0, "dead", "")]),
        ("the death toll from the flood rose to #0# on monday", [(0, "dead", "")]),
        ("there were #0# fatalities", [(0, "dead", "")]),
        ("#0# people lost their lives", [(0, "dead", "")]),
        ("#0# were taken to hospital", [(0, "injured", "")]),
        ("the abduction of #0# pupils", [(0, "kidnapped", "")]),
        ("#0# of the #1# pupils who were kidnapped came home", [(1, "kidnapped", "")]),
        ("displacing #0# villagers", [(0, "displaced", "")]),
        ("#0# homes were destroyed", [(0, "destroyed", "homes")]),
        ("#0# children were killed", [(0, "dead", "children")]),
        ("the data of #0# customers", [(0, "affected", "")]),
        ("#0# homes were without power", [(0, "without power", "homes")]),
    ],
)
def test_what_a_figure_counts(masked: str, found: list[tuple[int, str, str]]) -> None:
    assert [(c.figure, c.fate.name, c.noun) for c in counted(masked)] == found


@pytest.mark.parametrize(
    "masked",
    [
        "a blaze that could kill #0# people",  # nobody was killed
        "including #0# people who were killed",  # some of them
        "#0# of them were killed",
        "#0# people killed a guard",  # they are no victims
        "#0# pupils kidnapped in may were freed",  # those who were freed
        "capturing #0# suspects and #1# sailors",  # each is a part
        "the general hospital said #0# were injured",  # those of one hospital
        "killing #0# more people",  # they come to others
    ],
)
def test_what_only_looks_like_the_count_of_an_event(masked: str) -> None:
    assert [c for c in counted(masked) if not c.noun] == []


def article(name: str, text: str, published: str = "2020-05-04", title: str = "", **layers: object) -> Record:
    """An article of the ferry of Aldmouth, from a publisher of its own."""
    people: list[Entity] = list(layers.pop("people", ()))  # type: ignore[call-overload]
    known = [entity(text, 1, "Aldmouth", type="GPE")] if "Aldmouth" in text else []
    made = record(name, text, published=published, entities=(*known, *people), **layers)
    return type(made)(
        **{
            **{f: getattr(made, f) for f in made.__struct_fields__},
            "metadata": Metadata(title=title or None, published=published, publisher=f"{name}.example"),
        }
    )


def differences(*records: Record, **corrections: object) -> tuple[Difference, ...]:
    given = {"a": [Correction.model_validate(corrections)]} if corrections else None
    return assemble(records, "T", corrections=given).differences


def values(difference: Difference) -> list[str]:
    return [version.value for version in difference.values]


SEVEN = article("a", "A ferry sank off Aldmouth, killing seven people, the coast guard said.")
FIVE = article("b", "Five people were killed when a ferry sank off Aldmouth.")


def test_two_tolls_of_one_day_differ_in_the_words_of_each() -> None:
    (found,) = differences(SEVEN, FIVE)
    assert (found.kind, found.about, found.changed) == ("figure", "people killed", False)
    assert sorted(values(found)) == ["5", "7"]
    texts = {p.source: (p.text, p.sentence) for p in found.passages}
    assert texts["a"] == ("seven", SEVEN.text)
    assert texts["b"] == ("Five", FIVE.text)


def test_a_toll_that_rises_as_days_pass_has_changed_and_the_latest_comes_first() -> None:
    later = article("c", "A ferry sank off Aldmouth, killing nine people.", published="2020-05-06")
    (found,) = differences(FIVE, later)
    assert found.changed
    assert values(found) == ["9", "5"]


def test_a_later_source_with_a_lower_toll_differs() -> None:
    later = article("c", "Five people were killed when a ferry sank off Aldmouth.", published="2020-05-06")
    (found,) = differences(SEVEN, later)
    assert not found.changed


@pytest.mark.parametrize(
    "other",
    [
        "Seven people were killed when a ferry sank off Aldmouth.",  # the same
        "At least seven people were killed when a ferry sank off Aldmouth.",
        "Five people were injured when a ferry sank off Aldmouth.",  # something else is counted
        "Five children were killed when a ferry sank off Aldmouth.",
        "A storm off Aldmouth could kill 90 people.",
        "A ferry sank off Aldmouth, killing 400 people.",  # another order of magnitude: another thing
        "Five people were killed when a bus burned in Northwick.",  # another town
    ],
)
def test_what_is_no_difference(other: str) -> None:
    assert differences(SEVEN, article("b", other)) == ()


def test_the_dead_of_another_year_are_not_joined() -> None:
    text = "Off Aldmouth, five people were killed in 2009 when another ferry sank."
    time = Time(*_place(text, "2009"), type="DATE", value="2009", earliest="2009-01-01", latest="2009-12-31")
    assert differences(SEVEN, article("b", text, times=(time,))) == ()


def _place(text: str, words: str) -> tuple[int, int]:
    found = span(text, words)
    return found.start, found.end


def test_an_article_that_gives_both_figures_speaks_of_two_things() -> None:
    both = article("b", "A ferry sank off Aldmouth, killing seven people. Two people were killed on the pier.")
    assert differences(SEVEN, both) == ()


def test_of_one_day_nothing_is_said_to_have_changed() -> None:
    lower, higher = article("a", FIVE.text), article("b", SEVEN.text)
    (found,) = differences(lower, higher)
    assert not found.changed


def test_one_source_alone_differs_from_nobody() -> None:
    assert differences(article("a", "Off Aldmouth five people were initially trapped. Two people remain trapped.")) == ()
    assert differences(article("a", "Five people were killed off Aldmouth. Seven people were killed, police said.")) == ()


def test_a_part_of_a_town_is_no_other_town() -> None:
    def told(name: str, text: str) -> Record:
        towns = [("Eastgate", "FAC"), ("London", "GPE")]
        return article(name, text, people=[entity(text, n, t, type=k) for n, (t, k) in enumerate(towns, 2) if t in text])

    one = told("a", "Seven people were killed at Eastgate when the Aldmouth tram fell over, police said.")
    other = told("b", "Five people were killed in London on Monday after the tram from Aldmouth fell over.")
    assert differences(one, other) == ()
    both = told("c", "The tram from Aldmouth fell over at Eastgate in London.")
    assert [sorted(values(d)) for d in differences(one, other, both)] == [["5", "7"]]


def clock(text: str, words: str, value: str) -> Time:
    return Time(*_place(text, words), type="TIME", value=value, earliest=value[:10], latest=value[:10])


def test_a_crash_at_two_times() -> None:
    one, two = "The crash in Aldmouth happened at 6.10am.", "A man in Aldmouth heard the crash at about 6.30am."
    (found,) = differences(
        article("a", one, times=(clock(one, "6.10am", "2020-05-04T06:10"),)),
        article("b", two, times=(clock(two, "6.30am", "2020-05-04T06:30"),)),
    )
    assert (found.kind, sorted(values(found))) == ("date", ["06:10", "06:30"])
    assert "about 6.30am" in {p.text for p in found.passages}


@pytest.mark.parametrize(
    "two",
    [
        "A man in Aldmouth heard the crash at about 6.12am.",  # near enough
        "Police in Aldmouth were called at 6.30am after the crash.",  # the time of something else
        "In Aldmouth a second crash happened at 6.30am.",  # another
    ],
)
def test_times_that_do_not_differ(two: str) -> None:
    one = "The crash in Aldmouth happened at 6.10am."
    words = two.partition("about ")[2][:6] or "6.30am"
    value = "2020-05-04T06:12" if "12" in words else "2020-05-04T06:30"
    found = differences(
        article("a", one, times=(clock(one, "6.10am", "2020-05-04T06:10"),)),
        article("b", two, times=(clock(two, words, value),)),
    )
    assert found == ()


def day(text: str, words: str, value: str) -> Time:
    return Time(*_place(text, words), type="DATE", value=value, earliest=value, latest=value)


@pytest.mark.parametrize(("year", "count"), [("2016", 1), ("2011", 0)])
def test_one_calendar_day_in_two_years_is_a_slip_unless_they_are_far_apart(year: str, count: int) -> None:
    one, two = (
        "Rebels abducted pupils in Aldmouth on April 14, 2014.",
        f"The pupils were seized in Aldmouth on April 14, {year}.",
    )
    found = differences(
        article("a", one, published="2016-10-01", times=(day(one, "April 14, 2014", "2014-04-14"),)),
        article("b", two, published="2016-10-01", times=(day(two, f"April 14, {year}", f"{year}-04-14"),)),
    )
    assert [sorted(values(d)) for d in found] == [["2014-04-14", "2016-04-14"]] * count


def test_a_person_of_two_ages() -> None:
    one, two = "Ann Field, 53, of Aldmouth was rescued.", "Ann Field, 54, left hospital in Aldmouth."
    records = [article(n, t, people=[entity(t, 2, "Ann Field")]) for n, t in (("a", one), ("b", two))]
    (found,) = differences(*records)
    assert (found.about, sorted(values(found))) == ("the age of Ann Field", ["53", "54"])
    later = article("b", two, published="2021-06-01", people=[entity(two, 2, "Ann Field")])
    assert differences(records[0], later) == ()  # she has had a birthday


def test_a_name_in_two_spellings() -> None:
    one, two = "Doctor Noor Hakimi spoke in Aldmouth.", "Noor Hakimy of Aldmouth is a doctor."
    (found,) = differences(
        article("a", one, people=[entity(one, 2, "Noor Hakimi")]), article("b", two, people=[entity(two, 2, "Noor Hakimy")])
    )
    assert (found.kind, sorted(values(found))) == ("name", ["Noor Hakimi", "Noor Hakimy"])


@pytest.mark.parametrize(
    ("name", "other"), [("Jon Ostrand", "John Ostrand"), ("Carla Reed", "Karla Reed"), ("Bo Clark", "Bo Clarke")]
)
def test_a_name_that_sounds_alike_in_two_spellings(name: str, other: str) -> None:
    one, two = f"Doctor {name} spoke in Aldmouth.", f"{other} of Aldmouth is a doctor."
    (found,) = differences(
        article("a", one, people=[entity(one, 2, name)]), article("b", two, people=[entity(two, 2, other)])
    )
    assert (found.kind, sorted(values(found))) == ("name", sorted([name, other]))


@pytest.mark.parametrize(("name", "other"), [("Dan Reed", "Don Reed"), ("Mary Reed", "Mark Reed"), ("Tim Reed", "Tom Reed")])
def test_short_names_that_sound_otherwise_are_two(name: str, other: str) -> None:
    one, two = f"Doctor {name} spoke in Aldmouth.", f"{other} of Aldmouth is a nurse."
    found = differences(article("a", one, people=[entity(one, 2, name)]), article("b", two, people=[entity(two, 2, other)]))
    assert found == ()


@pytest.mark.parametrize("other", ["Nora Hakimi", "Noor Makimi", "Noor Hamidi", "Noor Hakimis"])
def test_two_people_are_not_two_spellings(other: str) -> None:
    one, two = "Doctor Noor Hakimi spoke in Aldmouth.", f"{other} of Aldmouth is a nurse."
    found = differences(
        article("a", one, people=[entity(one, 2, "Noor Hakimi")]), article("b", two, people=[entity(two, 2, other)])
    )
    assert found == ()


TOLD = "Smugglers were exchanged for the captain of the ferry, local sources in Aldmouth said."
DENIED = "Minister Bo Reed denied that smugglers were exchanged for the captain, his office in Aldmouth said."


def test_what_one_side_tells_and_another_denies() -> None:
    (found,) = differences(article("a", TOLD), article("b", DENIED))
    assert found.kind == "claim"
    assert [(v.value, [p.text for p in v.passages]) for v in found.values] == [("told", [TOLD]), ("denied", [DENIED])]


@pytest.mark.parametrize(
    ("told", "denied"),
    [
        ("Smugglers want to be exchanged for the captain, sources in Aldmouth said.", DENIED),  # nobody says that they were
        ("The captain of the ferry came home to Aldmouth.", DENIED),  # something else
        (
            TOLD,
            "A judge in Aldmouth denied bail to the smugglers and the captain who were exchanged.",
        ),  # nobody is contradicted
    ],
)
def test_what_is_no_denial_of_it(told: str, denied: str) -> None:
    assert differences(article("a", told), article("b", denied)) == ()


def test_an_editor_dismisses_a_difference_or_settles_it() -> None:
    (found,) = differences(SEVEN, FIVE)
    assert differences(SEVEN, FIVE, id=found.id, dismiss=True) == ()
    (settled,) = differences(SEVEN, FIVE, id=found.id, settle="The list of the coast guard has seven names.")
    assert (settled.note, settled.edited) == ("The list of the coast guard has seven names.", True)


def test_a_correction_holds_though_another_article_comes_first() -> None:
    (found,) = differences(SEVEN, FIVE)
    earlier = article("z", "A ferry sank off Aldmouth, killing six people.", published="2020-05-03")
    assert differences(SEVEN, FIVE, earlier) != ()
    assert differences(SEVEN, FIVE, earlier, id=found.id, dismiss=True) == ()


def test_a_difference_stands_beside_the_fact_and_the_entry_that_it_is_about() -> None:
    told = SEVEN.text
    first = article("a", told, facts=(fact("a", told, told),), events=(event("a", told, "sank", "2020-05-04"),))
    (found,) = differences(first, FIVE)
    assert found.facts == (first.facts[0].id,)
    assert found.events == (first.events[0].id,)


def test_copies_and_sister_papers_and_what_only_cites_count_once() -> None:
    def by(name: str, text: str, publisher: str) -> Record:
        made = article(name, text)
        fields = {f: getattr(made, f) for f in made.__struct_fields__}
        return Record(**{**fields, "metadata": Metadata(published="2020-05-04", publisher=publisher)})

    records = [
        by("a", "A ferry sank.", "www.express.co.uk"),
        by("b", "The ferry sank.", "www.mirror.co.uk"),
        by("c", "ALDMOUTH (Reuters) - A ferry sank.", "www.gazette.example"),
        by("d", "LONDON (Reuters) - Another ferry sank.", "www.courier.example"),
        by("e", "A ferry went down.", "usa.chinadaily.com.cn"),
        by("f", "The ferry went down.", "www.chinadaily.com.cn"),
    ]
    assert publishers(records, {}) == ["dailyrecord", "dailyrecord", "reuters", "reuters", "chinadaily", "chinadaily"]
    assert cited("Seven people died, the New York Times reported.") == "nytimes"
    assert cited("Seven people died, Ann Field told the BBC.") == "bbc"
    assert cited("Seven people died, the coast guard reported.") is None
