"""Events: a sentence in one line, and the words that it dates, with their status, participants and place."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language

from generator.language import load
from generator.language.events import Event, Events
from generator.language.times import Times

WEDNESDAY = date(2016, 7, 20)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def _all(nlp: Language, text: str, published: date | None = WEDNESDAY) -> list[Event]:
    doc = nlp.make_doc(text)
    doc._.published = published
    return list(nlp(doc)._.events)


def events(nlp: Language, text: str, published: date | None = WEDNESDAY) -> dict[str, Event]:
    return {text[slice(*event.trigger)]: event for event in _all(nlp, text, published)}


def dates(nlp: Language, text: str, published: date | None = WEDNESDAY) -> dict[str, str]:
    return {word: event.date.value for word, event in events(nlp, text, published).items() if event.date}


DATED = [
    ("Rebels attacked the port on Monday.", "attacked", "2016-07-18"),
    ("On 3 May 2011 the bridge collapsed.", "collapsed", "2011-05-03"),
    ("The minister resigned in June after the vote.", "resigned", "2016-06"),
    ("The July 15 coup attempt failed.", "attempt", "2016-07-15"),
    ("He praised the 2009 agreement between the two states.", "agreement", "2009"),
    ("Police arrested and questioned the driver on Tuesday.", "questioned", "2016-07-19"),
    ("The first flight was in 1994.", "flight", "1994"),
    ("The company held talks with its lenders on Sunday.", "talks", "2016-07-17"),
    ("The vote scheduled for Friday was cancelled on Monday.", "vote", "2016-07-22"),
    ("The vote scheduled for Friday was cancelled on Monday.", "cancelled", "2016-07-18"),
    ("The museum reopened in May after a fire in 2014.", "fire", "2014"),  # the verb has a day of its own
    ("He criticized the invasion of 2003 on Monday.", "invasion", "2003"),
    ("The inquest into his death on 4 January opened on Monday.", "death", "2016-01-04"),
    ("The inquest into his death on 4 January opened on Monday.", "opened", "2016-07-18"),
    ("The army said it would withdraw by Friday.", "withdraw", "2016-07-22"),
    ("The planned visit to Japan in August was cancelled on Monday.", "visit", "2016-08"),
    ("He criticized the invasion of 2003 on Monday.", "criticized", "2016-07-18"),
]


@pytest.mark.parametrize(("text", "word", "value"), DATED)
def test_a_date_goes_to_its_event(nlp: Language, text: str, word: str, value: str) -> None:
    assert dates(nlp, text)[word] == value


def test_a_date_in_a_noun_phrase_is_the_nouns_own(nlp: Language) -> None:
    found = events(nlp, "The July 15 coup attempt failed.")
    assert found["attempt"].date is not None
    assert not found["attempt"].date.shared


def test_of_two_dates_each_goes_to_its_own_verb(nlp: Language) -> None:
    found = dates(nlp, "The factory opened on March 3, 2010, and closed on May 9, 2014.")
    assert (found["opened"], found["closed"]) == ("2010-03-03", "2014-05-09")


def test_reporting_does_not_take_the_date_of_what_it_reports(nlp: Language) -> None:
    assert "said" not in dates(nlp, "The mayor said the bridge collapsed in May.", None)


def test_what_is_planned_does_not_share_the_date_of_what_was_told(nlp: Language) -> None:
    found = dates(nlp, "The coach told players on Monday that he would leave the club.")
    assert found["told"] == "2016-07-18"
    assert "leave" not in found


def test_a_promise_does_not_share_the_day_of_what_is_promised(nlp: Language) -> None:
    found = dates(nlp, "They agreed on Monday to meet on Friday.")
    assert (found["agreed"], found["meet"]) == ("2016-07-18", "2016-07-22")


def test_a_known_event_does_not_share_the_date_of_what_is_told_of_it(nlp: Language) -> None:
    found = dates(nlp, "The pope condemned the bombing on Monday.")
    assert found["condemned"] == "2016-07-18"
    assert "bombing" not in found


def test_a_known_event_keeps_the_day_that_it_had(nlp: Language) -> None:
    text = "The July 3 bombing shocked the town. Many still mourn. The pope condemned the bombing on Monday."
    told = [event for event in _all(nlp, text) if text[slice(*event.trigger)] == "bombing"]
    assert [event.date and event.date.value for event in told] == ["2016-07-03", "2016-07-03"]
    assert [event.date and event.date.shared for event in told] == [False, True]  # no second entry of the chronology


NOT_THEN = [
    ("After the 2008 crash, the bank was sold.", "sold", "crash"),
    ("He resigned on Friday, a day after the report was published.", "published", "resigned"),
    ("The jury heard that he died on 4 January.", "heard", "died"),
    ("The president planned to visit Japan in August.", "planned", "visit"),
    ("He was shot at home on Monday, police said.", "said", "shot"),
]


@pytest.mark.parametrize(("text", "word", "dated"), NOT_THEN)
def test_what_lies_before_or_after_does_not_share_the_date(nlp: Language, text: str, word: str, dated: str) -> None:
    found = events(nlp, text, None)
    assert found[dated].date is not None
    assert found[word].date is None


def test_a_bound_is_no_date(nlp: Language) -> None:
    assert "won" not in dates(nlp, "The Cubs won their first title since 1908.", None)
    assert "open" not in dates(nlp, "They told the museum to open the hall by May 2015.", None)
    assert dates(nlp, "The hall will open by May 2017.", None)["open"] == "2017-05"
    assert dates(nlp, "The firm had been suspended since May 2015.", None)["suspended"] == "2015-05"


def test_the_perfect_tells_of_now(nlp: Language) -> None:
    found = dates(
        nlp,
        "Twenty-one pupils captured by rebel group Aldmouth Front more than two years ago have been freed, the mayor said.",
    )
    assert found["captured"] == "2014"
    assert found.get("freed") != "2014"


SAID = [
    ("The mayor spoke on Wednesday. He said the bridge was safe.", "2016-07-20"),  # the article's own day
    ("The mayor spoke on Tuesday. He said the bridge was safe.", None),
    ("The mayor spoke on Wednesday. The bridge closed yesterday, he said.", None),  # a morning paper tells of the day before
]


@pytest.mark.parametrize(("text", "value"), SAID)
def test_what_was_said_has_the_day_of_an_article_that_reports_on_its_day(
    nlp: Language, text: str, value: str | None
) -> None:
    date = events(nlp, text)["said"].date
    assert (date and date.value) == value


STATUS = [
    ("Rebels attacked the port.", "attacked", "happened"),
    ("Rebels did not attack the port.", "attack", "negated"),
    ("The council will vote on Friday.", "vote", "planned"),
    ("The firm plans to close the plant.", "close", "planned"),
    ("The firm could close the plant.", "close", "hypothetical"),
    ("The deal is off if the firm fails to win approval.", "win", "hypothetical"),
    ("The firm failed to close the plant.", "close", "negated"),
    ("The firm refused to close the plant.", "close", "negated"),
    ("The minister refused on Monday to resign.", "resign", "negated"),
    ("The man denied killing her.", "killing", "negated"),
    ("Lawmakers voted to ban the party.", "ban", "planned"),
    ("No one was hurt in the blast.", "hurt", "negated"),
    ("The match, to be played on Saturday, is sold out.", "played", "planned"),
]


@pytest.mark.parametrize(("text", "word", "status"), STATUS)
def test_status(nlp: Language, text: str, word: str, status: str) -> None:
    assert events(nlp, text)[word].status == status


INFERRED = [
    ("Leaders meet in Rome", "meet", True),  # a headline
    # a past without a time is as often of the day before: on articles with known days one in seven is of the day of publication
    ("Workers walked out of the port of Izmir.", "walked", False),
    ("Rescue teams are searching the rubble.", "searching", True),  # the present tense is today
    ("Workers had walked out of the port.", "walked", False),
    ("Workers have walked out of the port.", "walked", False),  # a perfect: at some time before
    ("Workers will walk out of the port.", "walk", False),
    ("Workers march through the port every May.", "march", False),  # a habit
]


@pytest.mark.parametrize(("text", "word", "inferred"), INFERRED)
def test_the_day_of_publication_where_tense_allows_it(nlp: Language, text: str, word: str, inferred: bool) -> None:
    when = events(nlp, text)[word].date
    assert (when is not None) == inferred
    if when is not None:
        assert (when.value, when.inferred, when.wording) == ("2016-07-20", True, None)


@pytest.mark.parametrize("text", [text for text, *_ in INFERRED])
def test_without_a_day_of_publication_none_is_inferred(nlp: Language, text: str) -> None:
    assert dates(nlp, text, None) == {}


def test_an_undated_article_leaves_the_year_open(nlp: Language) -> None:
    when = events(nlp, "Soldiers seized the bridge on July 15.", None)["seized"].date
    assert when is not None
    assert (when.value, when.earliest, when.latest) == ("XXXX-07-15", None, None)


def test_participants_and_place(nlp: Language) -> None:
    text = "Angela Merkel met Barack Obama in Berlin on Monday."
    doc = nlp(text)
    names = {entity.id: entity.name for entity in doc._.entities}
    met = next(event for event in doc._.events if text[slice(*event.trigger)] == "met")
    assert [names[each] for each in met.participants] == ["Angela Merkel", "Barack Obama"]
    assert met.place is not None
    assert names[met.place] == "Berlin"


WORDS = (
    "Rebels the a minister said attacked on Monday July 15 , 2016 coup attempt will not if in Berlin and after talks . is are "
    "resigned last year \n began to"
).split(" ")


@given(st.lists(st.sampled_from(WORDS), max_size=25), st.none() | st.dates())
@settings(deadline=None, max_examples=60)
def test_any_words_give_events_within_the_text(nlp: Language, words: list[str], published: date | None) -> None:
    text = " ".join(words)
    for event in events(nlp, text, published).values():
        assert event.sentence[0] <= event.trigger[0] < event.trigger[1] <= event.sentence[1] <= len(text)
        if event.date is not None and event.date.earliest is not None:
            assert event.date.latest is not None
            assert event.date.earliest <= event.date.latest
            assert published is not None or not event.date.inferred


def test_a_blank_pipeline_has_no_events() -> None:
    doc = spacy.blank("en")("Rebels attacked the port on Monday.")
    assert Events()(Times()(doc))._.events == ()


# the day of an event is the day of what happens, not any day in the sentence
OTHER_DAYS = [
    ("The two leaders meet for the first time since ties soured last November.", "meet", "2015-11"),
    ("The king gave his support to Ruritania over the July 15 coup attempt.", "gave", "2016-07-15"),
    ("Police activated a plan put in place during the Nov. 13 attacks.", "activated", "2015-11-13"),
    ("The court freed a man jailed in 1998.", "freed", "1998"),
    ("She thanked voters for the 2012 result.", "thanked", "2012"),
    ("The firm apologised for the leak that closed the plant in March.", "apologised", "2016-03"),
    ("Lawyers cited the 1954 ruling.", "cited", "1954"),
    ("He will run again, four years after he lost in 2012.", "run", "2012"),
]


@pytest.mark.parametrize(("text", "word", "other"), OTHER_DAYS)
def test_a_day_of_something_else_is_not_an_events_own(nlp: Language, text: str, word: str, other: str) -> None:
    assert dates(nlp, text).get(word) != other


RANGES = [
    ("From 3 May to 9 May 2016 she visited ten towns.", "visited", "2016-05-03/2016-05-09", "2016-05-03", "2016-05-09"),
    ("The strike ran from Monday to Wednesday.", "ran", "2016-07-18/2016-07-20", "2016-07-18", "2016-07-20"),
    ("He served in the navy between 1990 and 1995.", "served", "1990/1995", "1990-01-01", "1995-12-31"),
    ("Exports fell in the last four months of 2015.", "fell", "2015-09/2015-12", "2015-09-01", "2015-12-31"),
    ("The plant has leaked 30 times since October.", "leaked", "2015-10/2016-07-20", "2015-10-01", "2016-07-20"),
]


@pytest.mark.parametrize(("text", "word", "value", "earliest", "latest"), RANGES)
def test_a_range_is_a_range(nlp: Language, text: str, word: str, value: str, earliest: str, latest: str) -> None:
    date_ = events(nlp, text)[word].date
    assert date_ is not None
    assert (date_.value, date_.earliest, date_.latest) == (value, earliest, latest)


def test_what_was_moved_from_one_day_to_another_is_no_range(nlp: Language) -> None:
    assert "/" not in dates(nlp, "The hearing was moved from Monday to Thursday.").get("moved", "")


def test_every_day_says_how_sure_it_is(nlp: Language) -> None:
    found = [event.date for event in _all(nlp, "Rebels attacked the port on Monday. Ships were sunk.") if event.date]
    assert found
    assert all(date_.confidence is not None and 0.3 < date_.confidence < 1 for date_ in found)
