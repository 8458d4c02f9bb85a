"""Exports: a calendar that calendar programs read as meant, tables that say no more than the sources."""

from __future__ import annotations

import csv
import io
import json
from datetime import date

import pytest
from icalendar import Calendar
from msgspec.structs import replace

from generator.dossier import assemble
from generator.pages import render
from generator.pages.exports import exports
from generator.pages.page_settings import PageSettings
from generator.records.model import EventDate, Time
from generator.values.span import Span
from tests.records import entity, event, fact, record, span

TEXT = (
    "Ann Field opened the bridge in mid-July 2016. The pier closed on 15 July. It may fall in 2020; it was not sold in 2019. "
    "A long feast, with “song; dance, and more”, is planned for 1 May 2030 by everybody who has ever crossed the old river. "
    "The first bridge burned in 987."
)
ANN = entity(TEXT, 1, "Ann Field")


def told(trigger: str, value: str, words: str, earliest: str | None, latest: str | None, **more: object) -> object:
    start = TEXT.rindex(". ", 0, TEXT.index(trigger)) + 2 if ". " in TEXT[: TEXT.index(trigger)] else 0
    end = TEXT.index(".", TEXT.index(trigger)) + 1
    made = event("a", TEXT, trigger, sentence=Span(start=start, end=end), **more)
    day = EventDate(value=value, earliest=earliest, latest=latest, wording=span(TEXT, words))
    return replace(made, date=day)


@pytest.fixture(scope="module")
def files() -> dict[str, bytes]:
    mid = span(TEXT, "mid-July 2016")
    found = record(
        "a",
        TEXT,
        "2016-08-01",
        "Bridges",
        entities=(ANN,),
        times=(
            Time(
                start=mid.start,
                end=mid.end,
                type="DATE",
                value="2016-07",
                earliest="2016-07-01",
                latest="2016-07-31",
                mod="MID",
            ),
        ),
        events=(
            told("opened", "2016-07", "mid-July 2016", "2016-07-01", "2016-07-31", participants=("e1",)),
            told("closed", "XXXX-07-15", "15 July", None, None),
            told("fall", "2020", "2020", "2020-01-01", "2020-12-31", status="hypothetical"),
            told("sold", "2019", "2019", "2019-01-01", "2019-12-31", status="negated"),
            told("planned", "2030-05-01", "1 May 2030", "2030-05-01", "2030-05-01", status="planned"),
            told("burned", "0987", "987", "0987-01-01", "0987-12-31"),
        ),
    )
    return dict(exports(assemble([found], "Bridges")))


def test_the_calendar_holds_whole_days_of_known_years_only(files: dict[str, bytes]) -> None:
    events = Calendar.from_ical(files["chronology.ics"]).walk("VEVENT")
    assert [(e.decoded("dtstart"), e.decoded("dtend"), str(e["status"])) for e in events] == [
        (date(2016, 7, 8), date(2016, 7, 24), "CONFIRMED"),  # "mid-July": its two middle quarters; the end is the day after
        (date(2030, 5, 1), date(2030, 5, 2), "TENTATIVE"),
    ]
    assert str(events[1]["summary"]).startswith("A long feast, with “song; dance, and more”")
    assert "the source says: mid-July 2016" in str(events[0]["description"])
    assert str(events[0]["categories"].cats[0]) == "Ann Field"


def test_the_calendar_keeps_to_rfc_5545(files: dict[str, bytes]) -> None:
    text = files["chronology.ics"]
    lines = text.split(b"\r\n")
    assert b"\n" not in text.replace(b"\r\n", b"")
    assert all(len(line) <= 75 for line in lines), "longer lines are folded"
    assert lines[0] == b"BEGIN:VCALENDAR"
    assert lines[-2:] == [b"END:VCALENDAR", b""]
    assert all(f"{key}:".encode() in text for key in ("PRODID", "VERSION", "UID", "DTSTAMP"))
    assert text.count(b"VALUE=DATE:") == 4


def test_the_table_of_events_has_every_entry_as_exact_as_it_is_known(files: dict[str, bytes]) -> None:
    rows = {row["trigger"]: row for row in csv.DictReader(io.StringIO(files["events.csv"].decode()))}
    assert set(rows) == {"opened", "closed", "planned", "burned"}  # what is only possible is folded away
    assert (rows["opened"]["date"], rows["opened"]["modifier"]) == ("2016-07", "MID")
    assert (rows["opened"]["earliest"], rows["opened"]["latest"]) == ("2016-07-08", "2016-07-23")
    assert (rows["closed"]["date"], rows["closed"]["earliest"]) == ("XXXX-07-15", "")
    everything = {e["tellings"][0]["trigger"]["text"]: e for e in json.loads(files["events.json"])}
    assert everything["sold"]["status"] == "negated"
    assert everything["burned"]["day"]["value"] == "0987"


def test_each_entry_of_the_explore_page_is_one_line_for_every_reader() -> None:
    text = "The council met\u2028 on Monday.\u0085 It voted.\u2029 It rose."
    found = record("a", text, "2016-08-01")
    files = dict(render(assemble([found], "A"), PageSettings()))
    for name in ("data/explore.jsonl", "data/records.jsonl"):
        lines = files[name].decode("utf-8").splitlines()
        assert [json.loads(line) for line in lines]
        assert len(lines) == files[name].count(b"\n") == 1
        assert "\u2028" in json.dumps(json.loads(lines[0]), ensure_ascii=False)


def test_tables_have_plain_days_and_lasting_addresses(files: dict[str, bytes]) -> None:
    rows = list(csv.DictReader(io.StringIO(files["events.csv"].decode())))
    assert all((row["first_day"], row["last_day"]) == (row["earliest"], row["latest"]) for row in rows)
    assert [row["permalink"] for row in rows] == [f"f/{row['id']}.html" for row in rows]
    text = "The bridge opened in July 2016."
    dated = assemble([record("a", text, facts=(fact("a", text, text, date="2016-07"),))], "Bridges")
    site = dict(render(dated, PageSettings(site_url="https://example.org/b/")))
    (row,) = csv.DictReader(io.StringIO(site["data/facts.csv"].decode()))
    assert (row["date"], row["first_day"], row["last_day"]) == ("2016-07", "2016-07-01", "2016-07-31")
    assert row["permalink"] == f"https://example.org/b/f/{row['id']}.html"


def test_an_entry_of_the_calendar_leads_to_the_site_where_that_has_an_address() -> None:
    text = "Ann Field opened the bridge on 1 May 2016."
    told = event("a", text, "opened", "2016-05-01")
    dossier = assemble([record("a", text, "2016-05-02", events=(told,))], "Bridges")
    whole = dict(render(dossier, PageSettings(site_url="https://example.org/b")))["data/chronology.ics"]
    (entry,) = Calendar.from_ical(whole).walk("VEVENT")
    assert str(entry["url"]) == f"https://example.org/b/f/{dossier.happenings[0].id}.html"
    assert b"URL" not in dict(render(dossier, PageSettings()))["data/chronology.ics"]
