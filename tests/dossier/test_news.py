"""What several tell as news without saying when: one event, on the day on which it was told first."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier import assemble
from generator.dossier.model import Dossier, Happening
from generator.dossier.stories import chronology
from generator.dossier.stories.story import Story
from generator.records.model import Record, Time
from tests.dossier.stories import Told, one_word_one_event, story
from tests.records import entity

FIRM = "Norvik"


@pytest.fixture(autouse=True)
def by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chronology, "clusters", one_word_one_event())


def article(name: str, published: str, *told: Told) -> Record:
    """An article that names the firm wherever a sentence has it."""
    made = story(name, published, *told)
    named = entity(made.text, 1, FIRM, type="ORG")
    starts = [n for n in range(len(made.text)) if made.text.startswith(FIRM, n)]
    mentions = tuple(replace(named.mentions[0], start=n, end=n + len(FIRM)) for n in starts)
    return replace(made, entities=(replace(named, mentions=mentions),))


def listed(made: Dossier) -> list[Happening]:
    return [h for h in made.happenings if h.listed]


def perfect(sentence: str, trigger: str) -> Told:
    return Told(sentence, trigger, tense="perfect")


UNVEILED = perfect("Norvik has unveiled an electric bicycle that folds into a rucksack.", "unveiled")
SHOWN = perfect("Bicycle maker Norvik has shown its first electric bicycle that folds into a rucksack.", "shown")
STARTED = perfect("Norvik has started selling an electric bicycle which folds into a rucksack.", "started")


def test_what_several_leads_tell_in_verbs_of_their_own_is_one_event_on_the_day_that_it_was_told_first() -> None:
    made = assemble([article("a", "2021-03-02", UNVEILED), article("b", "2021-03-03", SHOWN)], "Bicycles")
    (entry,) = listed(made)
    assert entry.day is not None
    assert (entry.day.value, entry.day.inferred, entry.publishers) == ("2021-03-02", True, 2)
    assert {t.trigger.text for t in entry.tellings} == {"unveiled", "shown"}


def test_what_one_source_alone_tells_without_a_day_has_none() -> None:
    other = perfect("The harbour of Port Ellis has frozen over for the winter.", "frozen")
    made = assemble([article("a", "2021-03-02", UNVEILED), story("b", "2021-03-03", other)], "Bicycles")
    assert [h for h in (*made.happenings, *made.unlisted) if h.day] == []


def test_leads_that_name_nobody_in_common_tell_of_two_things() -> None:
    other = perfect("Sollund has shown its first electric bicycle that folds into a rucksack.", "shown")
    assert listed(assemble([article("a", "2021-03-02", UNVEILED), story("b", "2021-03-03", other)], "Bicycles")) == []


def test_what_was_told_long_before_is_no_news_of_the_day() -> None:
    told = [
        article(n, day, t)
        for n, day, t in (("a", "2021-01-05", STARTED), ("b", "2021-03-02", UNVEILED), ("c", "2021-03-02", SHOWN))
    ]
    assert not any(h.day and h.day.value == "2021-03-02" for h in assemble(told, "Bicycles").happenings)


def test_the_day_that_most_openings_name_is_that_of_the_news() -> None:
    """ "It said so in a filing on Monday": the headline's news is of that Monday, not of Wednesday's article."""
    said = Told("The firm told its shops so in a letter on Monday.", "told", "Monday", "2021-03-01")
    headline = Told("Norvik expects its electric bicycle to sell out", "expects", tense="present")
    lead = perfect("Norvik has said it expects its electric bicycle to sell out.", "said")
    records = [article("a", "2021-03-03", headline, said), article("b", "2021-03-03", lead, said)]
    made = assemble([with_weekday(record) for record in records], "Bicycles")
    told = {t.trigger.text: h for h in (*made.happenings, *made.unlisted) for t in h.tellings}
    day = told["expects"].day
    assert day is not None
    assert (day.value, day.inferred) == ("2021-03-01", False)


def with_weekday(made: Record) -> Record:
    """The article with the time expressions that its events are dated by, and its first sentence as headline."""
    times = tuple(
        Time(
            start=e.date.wording.start,
            end=e.date.wording.end,
            type="DATE",
            value=e.date.value,
            earliest=e.date.value,
            latest=e.date.value,
        )
        for e in made.events
        if e.date and e.date.wording
    )
    first, *rest = made.paragraphs
    return replace(made, times=times, paragraphs=(replace(first, kind="title"), *rest))


def test_a_headline_that_tells_the_news_again_a_day_later_stands_under_it() -> None:
    again = Told(
        "Folding electric bicycle of Norvik fits a rucksack", "fits", day="2021-03-04", inferred=True, tense="present"
    )
    told = [article("a", "2021-03-02", UNVEILED), article("b", "2021-03-03", SHOWN), article("c", "2021-03-04", again)]
    made = assemble(told, "Bicycles")
    assert [h.day and h.day.value for h in listed(made)] == ["2021-03-02"]
    (under,) = (h for h in made.unlisted if h.part_of)
    assert under.tellings[0].trigger.text == "fits"


def test_a_coarser_day_of_what_belongs_to_it_does_not_move_the_news() -> None:
    """ "Will launch it this quarter", said on the 2nd: the quarter is the launch's."""
    launch = Told(
        "Norvik will launch the bicycle this quarter.", "launch", "this quarter", "2021-Q1", tense="future", status="planned"
    )
    told = [article("a", "2021-03-02", UNVEILED, launch), article("b", "2021-03-03", SHOWN, launch)]
    (entry,) = (h for h in listed(assemble(told, "Bicycles")) if "unveiled" in {t.trigger.text for t in h.tellings})
    assert entry.day is not None
    assert entry.day.value == "2021-03-02"


def test_leads_that_give_the_same_amount_tell_of_one_thing() -> None:
    """ "A bill of $284 billion": two leads that name nobody, but what it came to."""
    sums = ("4,817", "4,817"), ("4,817", "5,920"), ("2019", "2019")
    told = []
    for one, other in sums:
        first = Told(f"A widow was stunned to get a water bill of {one} pounds", "stunned")
        second = perfect(f"A widow has received a water bill of {other} pounds, and was stunned.", "received")
        told.append(listed(assemble([story("a", "2021-03-02", first), story("b", "2021-03-02", second)], "Bills")))
    assert [len(entries) for entries in told] == [1, 0, 0]
    assert {t.trigger.text for t in told[0][0].tellings} == {"stunned", "received"}


def test_what_a_thing_is_called_is_no_news() -> None:
    called = perfect("Norvik has an electric bicycle called Heron that folds into a rucksack.", "called")
    made = assemble([article("a", "2021-03-02", UNVEILED), article("b", "2021-03-02", called)], "Bicycles")
    assert listed(made) == []


def test_what_turns_out_to_be_other_news_is_not_told_before_its_own_article(monkeypatch: pytest.MonkeyPatch) -> None:
    def parts(_: object, of: Story) -> list[list[int]]:
        return [[n] for n in of.members]

    monkeypatch.setattr(chronology.Verifier, "parts", parts)
    made = assemble([article("a", "2021-03-02", UNVEILED), article("b", "2021-03-03", SHOWN)], "Bicycles")
    assert {h.tellings[0].trigger.text: h.day.value for h in made.happenings if h.day} == {
        "unveiled": "2021-03-02",
        "shown": "2021-03-03",
    }


def test_what_an_earlier_article_did_not_do_is_no_telling_of_the_news() -> None:
    """A firm that "has not shown" anything before the article of the day is not dated by it, and takes its day from nobody."""
    before = Told("Norvik has not shown a bicycle to reporters.", "shown", tense="perfect", status="negated")
    opened = Told("A fair opened in Halden on Sunday.", "opened", "Sunday", "2021-02-28")
    filler = [Told(f"Hall {n} is full of cars and boats.", "is", tense="present") for n in range(6)]
    told = [
        with_weekday(article("a", "2021-03-01", opened, *filler, before)),
        article("b", "2021-03-02", UNVEILED),
        article("c", "2021-03-03", SHOWN),
    ]
    (entry,) = [h for h in listed(assemble(told, "Bicycles")) if h.day and h.day.inferred]
    assert {t.sentence.source for t in entry.tellings} == {"b", "c"}
