"""How an entry of the chronology follows the one above it: what of its date was said already, which year begins, how long after it is.

The list is the drawing: a reader sees at a glance that eight entries are of one evening and the ninth of a year later. All of it is
worked out from the entries' own days, and none of it is needed to read them: a script or a reader without styles has whole dates.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from babel import Locale

from generator.pages.dates import in_words
from generator.pages.views import EventView

BANDED = 2  # entries a year, on average, from which years are headed: "1961", "1974", "1998" say no more than the dates below them
LONG = 60  # days between two entries from which the list says how much time went by
UNITS = ((365.2425, "year"), (30.44, "month"))


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry in its list."""

    view: EventView
    said: str = ""  # the beginning of its date, where the entry above says just that: "1 October 2017, " before "22:08"
    band: str = ""  # the year that begins with it
    after: str = ""  # how long after the entry above it is
    marks: str = ""  # how its day is drawn: "span" (longer than a day, or uncertain), "inferred"

    @property
    def rest(self) -> str:
        """What its date says beyond that."""
        return self.view.when.removeprefix(self.said)


def placed(entries: Sequence[EventView], locale: Locale) -> list[Placed]:
    """A list's entries, each with what the list shows of its place.

    Args:
        entries: in the order of the page.
        locale: of the days in words.
    """
    years = [view.first[:4] if view.first else "" for view in entries]
    banded = len({*years} - {""}) > 1 and len(entries) >= BANDED * len({*years})
    found = [Placed(view, _headed(view, banded), years[0] if banded else "", marks=_marks(view)) for view in entries[:1]]
    for (above, view), (old, year) in zip(pairwise(entries), pairwise(years), strict=True):
        begins = banded and year not in ("", old)
        found.append(
            Placed(
                view,
                _headed(view, banded) or _said(above, view, locale),
                year if begins else "",
                "" if begins else _after(above, view),
                _marks(view),
            )
        )
    return found


def _headed(view: EventView, banded: bool) -> str:
    """A date that its band says already: "2014" under 2014."""
    return view.when if banded and view.first and view.when == view.first[:4] else ""


def _said(above: EventView, view: EventView, locale: Locale) -> str:
    """Of "1 October 2017, 22:08" below another entry of that day "1 October 2017, "; nothing where the days differ."""
    if above.happening.day is None or view.happening.day is None or view.first is None or view.first != view.last:
        return ""
    values = [each.happening.day.value.partition("T")[0] for each in (above, view) if each.happening.day]
    if len({*values}) > 1 or above.first != view.first:
        return ""
    day = in_words(values[0], locale)
    if view.when == day:
        return day if above.when.startswith(day) else ""
    return f"{day}, " if view.when.startswith(f"{day}, ") else ""


def _after(above: EventView, view: EventView) -> str:
    """ "about 3 years later", between two days that are certain enough to tell."""
    if not (above.first and above.last and view.first and view.last):
        return ""
    days = _days(above.first, view.first)
    unsure = max(_days(above.first, above.last), _days(view.first, view.last))
    if days < LONG or 4 * unsure > days:
        return ""
    return next((f"about {round(days / length)} {name}s later" for length, name in UNITS if days >= 2 * length), "")


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days


def _marks(view: EventView) -> str:
    return " ".join(["span"] * (view.first != view.last) + ["inferred"] * view.unsure)
