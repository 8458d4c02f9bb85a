"""Facts of several articles: none twice in other words, each with the passages that say the same."""

from __future__ import annotations

import pytest
from msgspec import structs

from generator.dossier import assemble
from generator.dossier.facts import merge
from generator.records.model import Figure, Record, Time
from tests.records import entity, fact, quote, record, span

ONE = "At least nine people were killed when a bridge collapsed in Aldmouth on Friday. Ann Field promised an inquiry."
TWO = "Nine people were killed on Friday when a bridge collapsed in Aldmouth. The ferry service resumed on Sunday."


def articles() -> list[Record]:
    first, second = ONE.split(". ")[0] + ".", TWO.split(". ")[0] + "."
    return [
        record("one", ONE, facts=(fact("one", ONE, first, 0.9), fact("one", ONE, "Ann Field promised an inquiry.", 0.6))),
        record(
            "two", TWO, facts=(fact("two", TWO, second, 0.9), fact("two", TWO, "The ferry service resumed on Sunday.", 0.5))
        ),
    ]


def test_the_same_in_other_words_is_said_once_with_both_passages() -> None:
    statements = merge(articles(), {})
    assert len(statements) == 3
    assert {statements[0].passage.source, *(p.source for p in statements[0].also)} == {"one", "two"}
    assert len(statements[0].members) == 2


def test_what_two_articles_say_comes_first() -> None:
    statements = merge(articles(), {})
    assert "people were killed" in statements[0].passage.text
    assert [s.score for s in statements] == sorted((s.score for s in statements), reverse=True)


def test_copies_of_one_report_corroborate_once() -> None:
    apart, together = merge(articles(), {})[0], merge(articles(), {}, {"one": ("two",), "two": ("one",)})[0]
    assert len(together.also) == 1
    assert together.score < apart.score


def test_an_origin_reaches_through_others() -> None:
    three = [*articles(), record("three", ONE, facts=(fact("three", ONE, ONE.split(". ")[0] + ".", 0.9),))]
    chain = {"one": ("three",), "two": ("three",), "three": ("one", "two")}
    assert merge(three, {}, chain)[0].score < merge(three, {}, {"one": ("three",), "three": ("one",)})[0].score


def told(name: str, *sentences: str) -> Record:
    """An article whose facts are its sentences, the first one best."""
    text = " ".join(sentences)
    return record(name, text, facts=tuple(fact(name, text, s, 0.9 - 0.1 * n) for n, s in enumerate(sentences)))


STORY = [
    told("one", "Ann Field likes tulips.", "Rebels abducted forty pupils from the Aldmouth boarding school."),
    told("two", "Mild weather is forecast.", "Soldiers searched the hills above the lake for the missing pupils."),
    told("three", "A choir sang hymns.", "Parents of the kidnapped pupils waited in Aldmouth while soldiers searched."),
    told("four", "Bread is dear.", "Rebels kidnapped the pupils of a boarding school in Aldmouth by night."),
]


def test_what_several_articles_tell_of_comes_before_what_one_begins_with() -> None:
    first = [s.passage.text.split(maxsplit=1)[0] for s in merge(STORY, {})[:3]]
    assert set(first) == {"Rebels", "Soldiers", "Parents"}


def test_what_adds_to_the_story_comes_before_what_repeats_it() -> None:
    repeated = told("five", "The pupils of the Aldmouth school were abducted, forty of them, and rebels took them.")
    order = [s.passage.source for s in merge([*STORY, repeated], {})]
    assert order.index("two") < max(order.index(n) for n in ("one", "four", "five") if n in order)


def test_about_the_same_in_other_words_is_one_statement() -> None:
    one = told("one", "Rebels abducted forty pupils from the boarding school.", "Parents waited outside the school gates.")
    two = told(
        "two",
        "Forty boarding pupils, it is feared, were kidnapped overnight by the rebels.",
        "Talks about the school go on.",
    )
    both = next(s for s in merge([one, two], {}) if s.also)
    assert {both.passage.source, both.also[0].source} == {"one", "two"}


def test_what_all_tell_of_makes_no_two_statements_one() -> None:
    names = "The rebels, the pupils and the school"
    articles = [
        told(str(n), f"{names} {end}") for n, end in enumerate(("are safe.", "cost Aldmouth dear.", "make news abroad."))
    ]
    assert len(merge(articles, {})) == 3


def test_the_order_of_the_articles_does_not_matter_for_what_is_said() -> None:
    told = {m for s in merge(articles(), {}) for m in s.members}
    assert told == {m for s in merge(articles()[::-1], {}) for m in s.members}


def test_what_says_the_same_as_two_statements_joins_the_better_one() -> None:
    three = [
        told("a", "Lions moose newts otters zebras yaks xerus."),
        told("b", "Lions moose newts otters ants bees cows."),
        told("c", "Quiet evening.", "“We lions moose newts otters zebras yaks xerus ants bees cows"),
    ]
    joined = {s.passage.source: [p.source for p in s.also] for s in merge(three, {})}
    assert sorted(map(tuple, (joined["a"], joined["b"]))) == [(), ("c",)]


def test_entities_become_subjects() -> None:
    ann = entity(ONE, 1, "Ann Field")
    one = record("one", ONE, entities=(ann,), facts=(fact("one", ONE, "Ann Field promised an inquiry.", entities=("e1",)),))
    assert merge([one], {("one", "e1"): "ann-field"})[0].subjects == ("ann-field",)


def test_he_who_claims_something_is_named_as_his_quotation_is() -> None:
    text = "Ann Field closed the bridge. She said that it was unsafe."
    ann = entity(text, 1, "Ann Field")
    said = quote("a", text, "it was unsafe", ann, source=span(text, "She"))
    claim = fact("a", text, "it was unsafe", claimed_by=span(text, "She"))
    made = assemble([record("a", text, entities=(ann,), quotes=(said,), facts=(claim,))], "Title")
    assert [s.claimant for s in made.statements] == ["ann-field"]


@pytest.mark.parametrize(("who", "one"), [("Bo Reed", False), ("Ann Field", True)])
def test_among_many_stories_two_trials_are_not_one(who: str, one: bool) -> None:
    others = [told(f"o{n}", f"Shop {n} sells tea and coffee number {n}.") for n in range(30)]
    first, second = (
        "A jury convicted Ann Field of arson in Aldmouth court.",
        f"Juries in the Aldmouth courts sentenced {who} for arsons.",
    )
    made = [
        record(name, text, facts=(fact(name, text, text, entities=("e1",)),)) for name, text in (("a", first), ("b", second))
    ]
    index = {("a", "e1"): "ann-field", ("b", "e1"): who.lower().replace(" ", "-")}
    assert any(s.also for s in merge([*made, *others], index) if s.passage.source in {"a", "b"}) is one


@pytest.mark.parametrize(("who", "one"), [("Norland", False), ("Aldmouth", True)])
def test_among_many_stories_the_same_words_of_two_places_are_two(who: str, one: bool) -> None:
    others = [told(f"o{n}", f"Shop {n} sells tea and coffee number {n}.") for n in range(30)]
    first, second = "The jobless rate in Aldmouth fell sharply in June.", f"The jobless rate in {who} fell again, sharply."
    made = [
        record(name, text, facts=(fact(name, text, text, entities=("e1",)),)) for name, text in (("a", first), ("b", second))
    ]
    index = {("a", "e1"): "aldmouth", ("b", "e1"): who.lower()}
    assert any(s.also for s in merge([*made, *others], index) if s.passage.source in {"a", "b"}) is one


def toll(name: str, text: str, dead: str, value: float, published: str) -> Record:
    """An article that is one sentence, with a number of dead in it."""
    figure = Figure(**structs.asdict(span(text, dead)), value=value, unit=None, counts=None)
    return record(name, text, published, facts=(fact(name, text, text, figures=(figure,)),))


def test_of_two_tolls_of_one_event_the_later_is_shown() -> None:
    early = "Five people were killed early on Friday when a crowded ferry sank in fog off Aldmouth."
    late = "Nine people died and many were hurt after the ferry sank near Aldmouth, rescuers announced."
    one = toll("one", early, "Five", 5, "2021-05-07")
    two = toll("two", late, "Nine", 9, "2021-05-08")
    for records in ([one, two], [two, one]):
        (made,) = merge(records, {})
        assert made.passage.text == late
        assert not made.also  # another number is not the same in other words
        assert len(made.members) == 2
        assert set(made.members) == {f.id for r in (one, two) for f in r.facts}


def test_the_toll_of_another_event_is_another_fact() -> None:
    one = toll("one", "Five people were killed when a ferry sank off Aldmouth.", "Five", 5, "2021-05-07")
    two = toll("two", "In 1998, forty people died in a fire at the old Norvik mill.", "forty", 40, "2021-05-08")
    assert len(merge([one, two], {})) == 2


def test_a_death_told_by_the_way_is_no_toll() -> None:
    early = "Five people were killed early on Friday when a crowded ferry sank in fog off Aldmouth, rescuers announced."
    one = toll("one", early, "Five", 5, "2021-05-07")
    late = "The captain of the lost Aldmouth ferry, who killed five people, has left Norvik for good with his brother."
    two = toll("two", late, "five", 5, "2021-05-08")
    assert len(merge([one, two], {})) == 2


def test_two_things_that_one_body_says_are_not_one_for_the_body() -> None:
    """ "British Harbour Police said" is five words in common and says nothing of what they said."""
    one, other = (
        "The pilot of the ferry was fined, British Harbour Police said.",
        ("The ferry on its side will be towed later, British Harbour Police said."),
    )
    by = "British Harbour Police"
    said = [
        record(n, text, facts=(fact(n, text, text, claimed_by=span(text, by)),)) for n, text in (("a", one), ("b", other))
    ]
    assert [s.also for s in merge(said, {})] == [(), ()]


def test_a_fact_of_two_days_shows_none_beside_it() -> None:
    text = "Ann Field said on Monday that the pier had closed on Friday."
    monday, friday = span(text, "Monday"), span(text, "Friday")
    times = [Time(s.start, s.end, "DATE", day, day, day) for s, day in ((monday, "2021-05-03"), (friday, "2021-04-30"))]
    made = record("one", text, facts=(fact("one", text, text, date="2021-05-03"),), times=tuple(times))
    assert merge([made], {})[0].date is None
    assert merge([structs.replace(made, times=tuple(times[:1]))], {})[0].date == "2021-05-03"


def test_what_is_expected_is_planned() -> None:
    text = "The two mayors are expected to discuss the pier in May."
    told = "The two mayors discussed what is expected to open in May, and said that it was late."
    kinds = [merge([record("one", t, facts=(fact("one", t, t),))], {})[0].kind for t in (text, told)]
    assert kinds == ["planned", "action"]


@pytest.mark.parametrize(("sum_", "value", "one"), [("£400,000", 400_000.0, False), ("nearly £360,000", 360_000.0, True)])
def test_two_sums_of_one_thing_are_not_the_same_in_other_words(sum_: str, value: float, one: bool) -> None:
    first = "The repair of the old Aldmouth pier could cost up to £355,000."
    second = f"The repair of the old pier in Aldmouth could cost {sum_}."

    def told_sum(name: str, text: str, words: str, worth: float) -> Record:
        figure = Figure(**structs.asdict(span(text, words)), value=worth, unit="GBP", counts=None)
        return record(name, text, facts=(fact(name, text, text, figures=(figure,)),))

    made = merge([told_sum("a", first, "£355,000", 355_000.0), told_sum("b", second, sum_, value)], {})
    assert len(made) == (1 if one else 2)
