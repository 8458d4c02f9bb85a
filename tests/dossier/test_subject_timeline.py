"""The timeline of one thing: which events of hand-made records are its own, and on which day."""

from __future__ import annotations

from msgspec.structs import replace

from generator.dossier.stories.subject_timeline import timeline
from generator.records.model import EventDate, Record
from tests.records import entity, event, record, span

PUBLISHED = "2016-07-20"


def days(name: str, article: Record) -> list[tuple[str, str]]:
    return [(entry.value, entry.mentions[0].text) for entry in timeline(name, [article])]


def test_a_thing_is_known_by_its_number_but_not_by_a_figure() -> None:
    text = "The 777 landed on 2016-07-18, and 4 firms agreed."
    day = EventDate(value="2016-07-18", earliest="2016-07-18", latest="2016-07-18", wording=span(text, "2016-07-18"))
    dated = [replace(event("a", text, trigger), date=day) for trigger in ("landed", "agreed")]
    article = record("a", text, PUBLISHED, events=tuple(dated))
    assert ("2016-07-18", "landed") in days("Boeing 777", article)
    assert days("iPhone 4", article) == []


def test_what_has_no_date_gets_the_day_of_publication_unless_it_says_what_is_so() -> None:
    text = "Apple shows a phone. Apple sold ten. The Apple phone comes in blue, becoming thinner."
    sentences = [span(text, words) for words in ("Apple shows a phone.", "Apple sold ten.", text[text.index("The Apple") :])]
    apple = entity(text, 1, "Apple", type="ORG")
    events = [
        event("a", text, trigger, sentence=sentence, participants=("e1",))
        for trigger, sentence in zip(("shows", "sold", "comes", "becoming"), (*sentences, sentences[2]), strict=True)
    ]
    article = record("a", text, PUBLISHED, entities=(apple,), events=tuple(events))
    assert days("Apple", article) == [(PUBLISHED, "shows"), (PUBLISHED, "sold")]  # a headline's present is an event


def test_a_thing_that_is_no_recognised_name_is_the_object_of_the_trigger_before_it() -> None:
    text = "Apple unveiled the new iGlobe. Critics laughed, and few who had seen it bought an iGlobe."
    sentences = [span(text, "Apple unveiled the new iGlobe."), span(text, text[text.index("Critics") :])]
    events = [
        event("a", text, trigger, sentence=sentence)
        for trigger, sentence in (("unveiled", sentences[0]), ("laughed", sentences[1]), ("bought", sentences[1]))
    ]
    article = record("a", text, PUBLISHED, events=tuple(events))
    assert days("iGlobe", article) == [(PUBLISHED, "unveiled"), (PUBLISHED, "bought")]
