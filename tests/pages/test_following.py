"""The list of the chronology is its drawing: one day's entries under one date, years as bands, long whiles told, doubtful days drawn so."""

from __future__ import annotations

import re

import pytest
from babel import Locale
from msgspec.structs import replace

from generator.dossier import assemble
from generator.dossier.model import Day, Happening, Passage, Telling
from generator.pages import PageSettings
from generator.pages.following import Placed, placed
from generator.pages.render import render
from generator.pages.views import EventView, event_view
from generator.values import timex
from tests.records import record

ENGLISH = Locale("en")


def entry(value: str, *, inferred: bool = False, doubtful: bool = False) -> EventView:
    sentence = "The ferry left."
    first, last = timex.days(value) or (None, None)
    told = Telling(Passage("a", 0, 15, sentence), Passage("a", 10, 14, "left"), None)
    day = Day(value, first, last, None, inferred)
    happening = Happening(
        id=f"e-{value}",
        day=day,
        status="happened",
        participants=(),
        place=None,
        tellings=(told,),
        doubtful=doubtful,
    )
    return event_view(happening, (), ENGLISH)


def shown(*values: str) -> list[Placed]:
    return placed([entry(value) for value in values], ENGLISH)


def test_a_day_is_said_once_and_only_the_hour_below_it() -> None:
    found = shown("2021-03-04", "2021-03-04T09:05", "2021-03-04T11:40", "2021-03-05T08:00", "2021-03-05")
    assert [(p.said, p.rest) for p in found] == [
        ("", "4 March 2021"),
        ("4 March 2021, ", "09:05"),
        ("4 March 2021, ", "11:40"),
        ("", "5 March 2021, 08:00"),
        ("5 March 2021", ""),
    ]


@pytest.mark.parametrize("values", [("2021-03", "2021-03-01"), ("2021-03", "2021-03"), ("XXXX-03-04", "XXXX-03-04")])
def test_what_is_no_single_day_of_a_known_year_is_said_whole(values: tuple[str, str]) -> None:
    assert [p.said for p in shown(*values)] == ["", ""]


def test_years_are_bands_where_they_hold_several_entries() -> None:
    found = shown("2019-01-02", "2019-05-02", "2020-02-01", "2020-03-01", "2020-03-04")
    assert [p.band for p in found] == ["2019", "", "2020", "", ""]
    assert [p.band for p in shown("1961", "1974", "1998")] == ["", "", ""]
    bare = shown("2019", "2019-05-02", "2020", "2020-03")
    assert [(p.band, p.rest) for p in bare] == [("2019", ""), ("", "2 May 2019"), ("2020", ""), ("", "March 2020")]


def test_a_long_while_is_told_where_both_days_are_certain_enough() -> None:
    assert [p.after for p in shown("1961-02-03", "1980-05-01", "1980-05-20")] == ["", "about 19 years later", ""]
    assert [p.after for p in shown("1980-05-20", "1980-10-01")] == ["", "about 4 months later"]
    assert [p.after for p in shown("2019", "2020-05-01")] == ["", ""]  # it may be four months or sixteen


def test_a_span_and_an_inferred_day_are_drawn_as_such() -> None:
    assert [p.marks for p in shown("2021", "2021-03-04")] == ["span", ""]
    assert [p.marks for p in placed([entry("2021-03-04", inferred=True)], ENGLISH)] == ["inferred"]
    assert [p.marks for p in placed([entry("2021-03-04", doubtful=True)], ENGLISH)] == ["inferred"]


TEXT = "Ann Field opened the bridge on 4 March 2021. A ferry sank off Aldmouth on 4 March 2021 with forty cars."


def chronology() -> str:
    whole, found = assemble([record("a", TEXT, "2021-03-05", "Bridge")], "Bridge"), []
    for trigger, start, end in (("opened", 0, TEXT.index(" A ferry")), ("sank", TEXT.index("A ferry"), len(TEXT))):
        at, verb = TEXT.index("4 March 2021", start), TEXT.index(trigger)
        told = Telling(
            Passage("a", start, end, TEXT[start:end]),
            Passage("a", verb, verb + len(trigger), trigger),
            Passage("a", at, at + 12, "4 March 2021"),
        )
        day = Day("2021-03-04", "2021-03-04", "2021-03-04", told.wording)
        found.append(Happening(f"e-000000000{len(found)}", day, "happened", (told,), ()))
    return dict(render(replace(whole, happenings=tuple(found)), PageSettings()))["chronology.md"].decode()


def test_the_filters_stand_above_the_one_list_and_its_drawing_is_folded() -> None:
    page = chronology()
    assert page.index("<form") < page.index('<ol class="events">')
    figure = page.find('<figure class="drawn"')
    assert figure < 0 or page.rindex("<details", 0, figure) > page.rfind("</details>", 0, figure)


def test_the_words_that_tell_the_day_are_marked_and_not_said_again() -> None:
    page = chronology()
    assert 'bridge on <b class="dated">4 March 2021</b>.' in page
    assert "the source says" not in page


def test_the_second_entry_of_a_day_keeps_its_date_for_machines() -> None:
    whens = re.findall(r'<h3 class="when"[^>]*>(.*?)</h3>', chronology())
    assert [re.sub("<[^>]+>", "", when) for when in whens] == ["4 March 2021", "4 March 2021"]
    assert '<span class="said">4 March 2021</span>' in whens[1]
