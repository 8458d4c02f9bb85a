"""The day of an event: what words count more, what most sources say, and to which day a time of day belongs."""

from __future__ import annotations

import dataclasses
from typing import Any

import pytest
from msgspec.structs import replace

from generator.dossier.stories.clock_times import placed
from generator.dossier.stories.day_votes import agreed, aligned, first_of
from generator.dossier.stories.event_day import own_day, owners
from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.opening_days import news_days
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.records.model import EventDate, Paragraph, Record, Time
from generator.values.span import Span
from tests.records import event, quote, record, span


def day(value: str, ground: Ground = Ground.WORDS, last: str | None = None, **more: Any) -> OwnDay:
    return OwnDay(value, value if last is None else value + "-01", last or value, ground, None, **more)


AGREED = [
    # a day in words beats one that is counted from the article's date, and both beat the day of publication
    ([("a", day("2020-05-01")), ("b", day("2020-05-02", Ground.RECKONED))], "2020-05-01"),
    ([("a", day("2020-05-01", Ground.RECKONED)), ("b", day("2020-05-02", Ground.PUBLISHED))], "2020-05-01"),
    # what most independent sources say beats one; one source counts once, however often it says so
    ([("a", day("2020-05-01")), ("b", day("2020-05-02", Ground.RECKONED)), ("c", day("2020-05-02", Ground.RECKONED))], "2020-05-02"),
    ([("a", day("2020-05-01")), ("b", day("2020-05-02", Ground.RECKONED)), ("b", day("2020-05-02", Ground.RECKONED))], "2020-05-01"),
    # the day is told rather than the month that holds it, but not for a day that nobody names
    ([("a", day("2020-05", last="2020-05-31")), ("b", day("2020-05-02", Ground.RECKONED))], "2020-05-02"),
    ([("a", day("2020-05", last="2020-05-31")), ("b", day("2020-05-02", Ground.PUBLISHED))], "2020-05"),
    # the words of a neighbour in the sentence count less than one's own
    ([("a", day("2020-05-01", shared=True)), ("b", day("2020-05-02", Ground.RECKONED))], "2020-05-02"),
    # a day that is counted from a date in doubt dates nothing that others date
    ([("a", day("2020-07-05", Ground.RECKONED, doubtful=True)), ("b", day("2020-05-02", Ground.PUBLISHED))], "2020-05-02"),
    ([("a", day("2020-07-05", Ground.RECKONED, doubtful=True))], "2020-07-05"),
]  # fmt: skip


@pytest.mark.parametrize(("told", "expected"), AGREED)
def test_what_sources_say_of_a_day(told: list[tuple[str, OwnDay]], expected: str) -> None:
    for votes in (told, told[::-1]):
        chosen, _ = agreed(votes)
        assert chosen is not None
        assert chosen.value == expected


def test_who_says_another_day_is_told() -> None:
    one, other = day("2020-05-01"), day("2020-05-02", Ground.RECKONED)
    assert agreed([("a", one), ("b", other)]) == (one, [other])
    assert agreed([("a", one), ("b", day("2020-05", last="2020-05-31"))])[1] == []


def test_nobody_says_a_day() -> None:
    assert agreed([]) == (None, [])


def article(text: str, published: str, *dated: tuple[str, str, str], **more: Any) -> Record:
    """An article with events: trigger, words for the day, ISO day or TIMEX3 value."""
    made, times = [], []
    for trigger, words, value in dated:
        at = span(text, words)
        start = max(
            text.rfind(end, 0, text.index(trigger)) + 2 if end in text[: text.index(trigger)] else 0 for end in (". ",)
        )
        stop = text.index(".", text.index(trigger)) + 1
        when = EventDate(value=value, earliest=value[:10], latest=value[:10], wording=at)
        times.append(
            Time(
                start=at.start,
                end=at.end,
                type="TIME" if "T" in value else "DATE",
                value=value,
                earliest=value[:10],
                latest=value[:10],
            )
        )
        made.append(replace(event("a", text, trigger, sentence=Span(start, stop), **more), date=when))
    return record("a", text, published, events=tuple(made), times=tuple(times))


def days(made: Record) -> list[OwnDay | None]:
    found = mentions([made], {})
    return [own_day(m, made, True, False, owners(found).get(0, {})) for m in found]


def test_what_has_happened_is_not_ahead_of_its_article() -> None:
    """ "Sunday night's show was the last" on a Monday: the Sunday before it."""
    made = article("The last show was opened on Sunday.", "2020-05-04", ("opened", "Sunday", "2020-05-10"))
    (own,) = days(made)
    assert own is not None
    assert own.value == "2020-05-03"


def test_what_is_planned_may_be_ahead() -> None:
    made = article("The show will be opened on Sunday.", "2020-05-04", ("opened", "Sunday", "2020-05-10"), status="planned")
    (own,) = days(made)
    assert own is not None
    assert own.value == "2020-05-10"


@pytest.mark.parametrize(("text", "words", "expected"), [
    ("The ferry was due to leave on Sunday.", "Sunday", "2020-05-03"),
    ("The ferry had been scheduled to leave at 9:55 p.m. Sunday.", "9:55 p.m. Sunday", "2020-05-03"),
    ("The ferry is due to leave on Sunday.", "Sunday", "2020-05-10"),
    ("The ferry was due to leave next Sunday.", "next Sunday", "2020-05-10"),
])  # fmt: skip
def test_what_was_to_happen_on_yesterday_s_name_was_yesterday(text: str, words: str, expected: str) -> None:
    made = article(text, "2020-05-04", ("leave", words, "2020-05-10"), status="planned", tense=None, clause="complement")
    (own,) = days(made)
    assert own is not None
    assert own.value == expected


def test_what_was_to_happen_some_days_ahead_may_be_ahead() -> None:
    text = "The ferry was due to leave on Thursday."
    made = article(
        text, "2020-05-04", ("leave", "Thursday", "2020-05-07"), status="planned", tense=None, clause="complement"
    )
    assert [own.value for own in days(made) if own] == ["2020-05-07"]


def test_today_in_a_dated_post_is_the_day_of_the_post() -> None:
    text = "In a post of 2 May, Ann Field wrote: “The tram jumped today, we all screamed.”"
    made = article(text, "2020-05-09", ("wrote", "2 May", "2020-05-02"), ("jumped", "today", "2020-05-09"))
    assert [own.value for own in days(made) if own] == ["2020-05-02", "2020-05-02"]


def test_what_was_so_in_a_year_gone_by_is_of_that_year() -> None:
    text = "Monday’s crash is the first since 1959, when two drivers died."
    made = article(text, "2020-05-05", ("crash", "Monday", "2020-05-04"), ("died", "Monday", "2020-05-04"))
    at = span(text, "1959")
    year = Time(start=at.start, end=at.end, type="DATE", value="1959", earliest="1959-01-01", latest="1959-12-31")
    (_, died) = days(record("a", text, "2020-05-05", events=made.events, times=(*made.times, year)))
    assert died is not None
    assert died.value == "1959"


@pytest.mark.parametrize(("text", "expected"), [
    ("When the plane landed in Halden nine hours later, it was still May 3.", "2020-05-03"),
    ("By the time it landed in Halden it was May 3.", "2020-05-03"),
    ("It landed in Halden; the day for which it was planned was May 3.", "2020-05-04"),
    ("When the plane landed in Halden it was late, as on May 3.", "2020-05-04"),
])  # fmt: skip
def test_when_it_landed_it_was_sunday(text: str, expected: str) -> None:
    """Its own sentence names another day than the one that its article gave it."""
    at = span(text, "May 3")
    third = Time(start=at.start, end=at.end, type="DATE", value="2020-05-03", earliest="2020-05-03", latest="2020-05-03")
    there = EventDate(value="2020-05-04", earliest="2020-05-04", latest="2020-05-04", wording=None)
    made = record("a", text, "2020-05-05", events=(replace(event("ee", text, "landed"), date=there),), times=(third,))
    (own,) = days(made)
    assert own is not None
    assert own.value == expected


@pytest.mark.parametrize(("text", "expected"), [
    ("It wasn’t until 1979 that Ann Noll first named the star.", "1979"),
    ("Not until 1979 did Ann Noll, a teacher, say how she named the star.", None),  # she said it then
    ("It was not until late 1979 that she named the star.", "1979"),
    ("She lived there until 1979 and named the star.", None),
    ("It was known until 1979 that Ann Noll named the star.", None),
])  # fmt: skip
def test_what_was_not_until_a_year_was_in_it(text: str, expected: str | None) -> None:
    at = span(text, "1979")
    year = Time(start=at.start, end=at.end, type="DATE", value="1979", earliest="1979-01-01", latest="1979-12-31")
    said = (event("ss", text, "say"),) if "say" in text else ()
    made = record("a", text, "2020-05-05", events=(*said, event("ee", text, "named")), times=(year,))
    *_, own = days(made)
    assert (own.value if own else None) == expected


def test_a_time_of_day_belongs_to_the_day_of_the_story() -> None:
    text = "Shots fell at 10:08 pm from a roof. Guards stormed it at 1:15 am that night."
    made = article(text, "2020-05-09", ("fell", "10:08 pm", "2020-05-09T22:08"), ("stormed", "1:15 am", "2020-05-09T01:15"))
    found = mentions([made], {})
    put = placed(days(made), found, [made], {0: "2020-05-01"})
    assert [own.value for own in put if own] == ["2020-05-01T22:08", "2020-05-02T01:15"]


def test_a_time_of_day_after_a_named_day_is_of_that_day() -> None:
    text = "On Tuesday the board met. It voted at 3 pm for it."
    made = article(text, "2020-05-09", ("met", "Tuesday", "2020-05-05"), ("voted", "3 pm", "2020-05-09T15:00"))
    put = placed(days(made), mentions([made], {}), [made], {0: "2020-05-01"})
    assert [own.value for own in put if own] == ["2020-05-05", "2020-05-05T15:00"]


def test_tuesday_in_an_article_of_a_tuesday_is_that_day() -> None:
    made = article("The bridge opened on Tuesday.", "2020-05-05", ("opened", "Tuesday", "2020-04-28"))
    (own,) = days(made)
    assert own is not None
    assert own.value == "2020-05-05"


def test_a_day_of_the_week_that_most_sources_put_a_week_later_is_moved() -> None:
    told = [
        article("The launch comes Tuesday.", "2020-05-03", ("launch", "Tuesday", value))
        for value in ("2020-05-05", "2020-04-28")
    ]
    records = [told[0], told[0], told[1]]
    found = [replace(mentions([r], {})[0], number=n) for n, r in enumerate(records)]
    own = [
        day("2020-05-05", Ground.RECKONED),
        day("2020-05-05", Ground.RECKONED),
        replace_wording(day("2020-04-28", Ground.RECKONED), told[1]),
    ]
    moved = aligned(range(3), own, found, records, ["a", "b", "c"])
    assert {n: d.value for n, d in moved.items()} == {2: "2020-05-05"}


def replace_wording(own: OwnDay, made: Record) -> OwnDay:
    return dataclasses.replace(own, wording=span(made.text, "Tuesday"))


def test_what_is_known_on_a_day_was_not_later() -> None:
    """What an article of the 4th tells as done did not happen on the 5th."""
    late, early = day("2020-05-05", Ground.RECKONED), day("2020-05-02", Ground.PUBLISHED)
    assert agreed([("a", late), ("b", early)])[0] == late
    assert agreed([("a", late), ("b", early)], known_by="2020-05-04")[0] == early


def test_of_days_of_publication_the_first_counts() -> None:
    told = [(name, day(value, Ground.PUBLISHED)) for name, value in (("a", "2020-05-14"), ("b", "2020-05-02"))]
    assert agreed(told)[0] == told[1][1]
    assert agreed(told[:1], first_told="2020-05-02")[0] is None


def test_one_date_of_publication_long_before_all_others_is_a_mistake() -> None:
    assert first_of(["2020-01-04", "2020-05-02", "2020-05-03"]) == "2020-05-02"
    assert first_of(["2020-05-01", "2020-05-02", "2020-05-03"]) == "2020-05-01"


def test_a_finer_day_needs_as_much_behind_it_as_the_month_that_several_tell() -> None:
    month = [(name, day("2020-05", Ground.RECKONED, last="2020-05-31")) for name in "abc"]
    one = day("2020-05-04")
    assert agreed([*month, ("d", one)])[0] == month[0][1]
    assert agreed([*month, ("d", one), ("e", one)])[0] == one


@pytest.mark.parametrize(("text", "expected"), [
    ("The rocket rose at midnight.", ["2020-05-03T00:00"]),
    ("The rocket carried a midnight cherry car.", []),
])  # fmt: skip
def test_midnight_is_a_time_only_where_it_is_told_as_one(text: str, expected: list[str]) -> None:
    word = "rose" if "rose" in text else "carried"
    made = article(text, "2020-05-04", (word, "midnight", "2020-05-03T00:00"))
    assert [own.value for own in days(made) if own] == expected


@pytest.mark.parametrize(("more", "expected"), [
    ({"tense": "past", "clause": "main"}, ["2020-05-03"]),
    ({"tense": None, "clause": "noun"}, ["2020-05-10"]),  # "Sunday's launch" may be ahead
    ({"tense": "present", "clause": "adverbial"}, ["2020-05-10"]),  # "when it flies on Sunday"
])  # fmt: skip
def test_only_what_is_told_in_the_past_is_taken_back_a_week(more: dict[str, Any], expected: list[str]) -> None:
    made = article("The show is opened on Sunday.", "2020-05-05", ("opened", "Sunday", "2020-05-10"), **more)
    assert [own.value for own in days(made) if own] == expected


def test_a_participle_is_of_the_time_of_its_main_verb() -> None:
    """ "She made it official, filing on April 20": that was April 20 of a year gone by, which is not known."""
    text = "She made it official, filing for a refund on 20 April."
    made = article(text, "2020-02-04", ("made", "20 April", "2020-04-20"), ("filing", "20 April", "2020-04-20"))
    main, beside = made.events
    participle = replace(beside, tense=None, clause="adverbial")
    for tense, expected in (("past", None), ("present", "2020-04-20")):
        told = (replace(main, date=None, tense=tense, clause="main"), participle)
        own = days(replace(made, events=told))[1]
        assert (own and own.value) == expected


def test_a_part_of_a_day_is_of_the_day_of_the_story_not_of_a_report() -> None:
    text = "The Echo reported the offer on Sunday. \nShares fell by mid-afternoon."
    for reporting, expected in (("reported", "2020-05-04TAF"), ("opened", "2020-05-03TAF")):
        made = article(
            text.replace("reported", reporting),
            "2020-05-05",
            (reporting, "Sunday", "2020-05-03"),
            ("fell", "mid-afternoon", "2020-05-03TAF"),
        )
        put = placed(days(made), mentions([made], {}), [made], {0: "2020-05-04"})
        assert put[1] is not None
        assert put[1].value == expected


def test_a_day_that_is_seldom_right_counts_less() -> None:
    told = [("a", day("2020-05-02", sure=0.5)), ("b", day("2020-05-01", sure=0.9))]
    for votes in (told, told[::-1]):
        chosen, _ = agreed(votes)
        assert chosen is not None
        assert chosen.value == "2020-05-01"


@pytest.mark.parametrize(("sure", "expected"), [(0.4, []), (0.7, ["2020-05-03"])])
def test_the_day_of_another_word_that_is_seldom_right_is_none(sure: float, expected: list[str]) -> None:
    made = article("The show opened on Sunday.", "2020-05-04", ("opened", "Sunday", "2020-05-03"))
    date = made.events[0].date
    assert date is not None
    told = replace(made.events[0], date=replace(date, shared=True, confidence=sure))
    assert [own.value for own in days(replace(made, events=(told,))) if own] == expected


def fronted(text: str, words: str, **more: Any) -> str | None:
    """The day of a main verb that has none of its own, beside a time that opens its sentence."""
    at = span(text, words)
    time = Time(start=at.start, end=at.end, type="DATE", value="2020-05-02", earliest="2020-05-02", latest="2020-05-02")
    told = replace(event("a", text, "voted"), **{"tense": "past", "clause": "main", "date": None, **more})
    made = record("a", text, "2020-05-09", events=(told,), times=(time,))
    (own,) = [own_day(m, made, False, False, {}) for m in mentions([made], {})]
    return own.value if own else None


@pytest.mark.parametrize(("text", "words", "more", "expected"), [
    ("Last week, as criticism grew, the club voted for a new chair.", "Last week", {}, "2020-05-02"),
    ("During a May 2 meeting, the club voted for a new chair.", "May 2", {}, "2020-05-02"),
    ("On Saturday’s agenda, the club voted for nothing.", "Saturday", {}, None),  # the agenda's day
    ("Members of last week’s majority, angry, voted again.", "last week", {}, None),
    ("Last week, as criticism grew, the club voted for a new chair.", "Last week", {"clause": "adverbial"}, None),
])  # fmt: skip
def test_what_opens_a_sentence_dates_its_main_verb(
    text: str, words: str, more: dict[str, Any], expected: str | None
) -> None:
    assert fronted(text, words, **more) == expected


@pytest.mark.parametrize(("word", "expected"), [("wrote", []), ("parted", ["2019-12-25"])])
def test_a_day_in_a_quotation_is_not_that_of_the_word_that_quotes_it(word: str, expected: list[str]) -> None:
    text = f"“We split at Christmas,” Ann Field and Noor Hakimi {word}."
    made = article(text, "2020-02-05", (word, "Christmas", "2019-12-25"))
    quoted = quote("a", text, "We split at Christmas,")
    assert [own.value for own in days(replace(made, quotes=(quoted,))) if own] == expected


@pytest.mark.parametrize(("tense", "expected"), [("present", "2020-05-10T11:15"), ("past", "2020-05-03T11:15")])
def test_a_time_behind_a_day_that_may_be_ahead_is_of_that_day(tense: str, expected: str) -> None:
    """ "A parade on Sunday that sets off at 11:15 a.m." """
    text = "The fair opens with a parade on Sunday that sets off at 11:15 a.m. from the quay."
    made = article(text, "2020-05-05", ("sets", "11:15 a.m", "2020-05-05T11:15"), tense=tense, clause="relative")
    sunday = span(text, "Sunday")
    known = Time(
        start=sunday.start, end=sunday.end, type="DATE", value="2020-05-10", earliest="2020-05-10", latest="2020-05-10"
    )
    made = replace(made, times=(known, *made.times))
    (own,) = placed(days(made), mentions([made], {}), [made], {})
    assert own is not None
    assert own.value == expected


def test_the_page_s_own_day_is_not_the_day_that_the_opening_names() -> None:
    text = "Published 3 March 2022\n\nTwo people died on Wednesday night."
    page, night = span(text, "3 March 2022"), span(text, "Wednesday night")
    times = (
        Time(start=page.start, end=page.end, type="DATE", value="2022-03-03", earliest="2022-03-03", latest="2022-03-03"),
        Time(
            start=night.start, end=night.end, type="TIME", value="2022-03-02TNI", earliest="2022-03-02", latest="2022-03-02"
        ),
    )
    plain = record("a", text, "2022-03-03", events=(event("ee", text, "died"),), times=times)
    for kind, expected in (("noise", "2022-03-02"), ("body", "2022-03-03")):
        over: Any = kind
        made = replace(
            plain, paragraphs=(Paragraph(start=0, end=22, kind=over), Paragraph(start=24, end=len(text), kind="body"))
        )
        lead = mentions([made], {})
        assert news_days(lead, [made], ["a"], frozenset())[0].value == expected
