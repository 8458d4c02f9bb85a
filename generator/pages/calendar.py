"""The chronology for calendar programs (iCalendar, RFC 5545)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, timedelta

from generator.dossier.editor.corrections import marks
from generator.dossier.model import Day, Happening
from generator.pages.pieces import digest
from generator.pages.site import Site

CALENDAR_FILE = "chronology.ics"
# iCalendar writes four digits of a year, and the day after the last one must exist
FIRST, LAST = "1000-01-01", "9999-12-31"
EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # iCalendar asks for a time stamp; ours depends on no clock
END = b"END:VCALENDAR\r\n"


def events(site: Site) -> bytes:
    """All-day entries: what happened or is planned, on days of a known year; a partial date covers all its days."""
    piece, names = site.pieces.of(f"data/{CALENDAR_FILE}"), site.links.names
    title = site.dossier.title
    home = f"{site.settings.site_url.rstrip('/')}/" if site.settings.site_url else None
    entries = [
        piece(site.inputs.item(view), _entry, happening, happening.day, names, site.titles, home)
        for happening, view in ((view.happening, view) for view in site.entries)
        if happening.day and _holds(happening, happening.day)
    ]
    return b"".join([piece(digest(title), _head, title), *entries, END])


def _holds(happening: Happening, day: Day) -> bool:
    """Whether the calendar has a place for an event."""
    if not day.earliest or not day.latest or happening.status in {"negated", "hypothetical"}:
        return False
    return FIRST <= day.earliest <= day.latest < LAST


def _head(title: str) -> bytes:
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//briefing//chronology//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", _plain(title))
    return bytes(calendar.to_ical()).removesuffix(END)


def _entry(happening: Happening, day: Day, names: Mapping[str, str], titles: Mapping[str, str], home: str | None) -> bytes:
    from icalendar import Event, vText

    telling = happening.tellings[0]
    says = "day of publication, inferred" if day.inferred else f"the source says: {day.wording.text}" if day.wording else ""
    described = [
        f"{day.value}{f' ({day.mod})' if day.mod else ''}",
        says,
        titles[telling.sentence.source],
        *marks(happening.edits),
        happening.note or "",
    ]
    event = Event()
    event.add("uid", f"{happening.id}@briefing")
    event.add("dtstamp", EPOCH)
    event.add("dtstart", date.fromisoformat(day.earliest or ""))
    event.add("dtend", date.fromisoformat(day.latest or "") + timedelta(1))  # the first day after it
    event.add("summary", _plain(telling.sentence.text))
    event.add("description", "\n".join(_plain(line) for line in described if line))
    if home:  # a calendar program knows nothing of the site: only a whole address leads there
        event.add("url", f"{home}f/{happening.id}.html")
    if happening.place in names:
        event.add("location", _plain(names[happening.place or ""]))
    if people := [vText(_plain(names[n])) for n in happening.participants if n in names]:
        event.add("categories", people)
    event.add("status", "TENTATIVE" if happening.status == "planned" else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return bytes(event.to_ical())


def _plain(text: str) -> str:
    return "".join(c if c.isprintable() else " " for c in text)
