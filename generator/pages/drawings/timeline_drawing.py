"""The timeline: days to scale on an upright line, each joined to its words.

Where events cluster with long empty stretches between them, the line is cut and the cut says how much is left out, so that both
an hour-by-hour day and a war of a hundred years ago can be read. What has no known year stands below, in order only.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby, pairwise

from markupsafe import Markup

from generator.pages.drawings.svg import SIZES, frame, link, number, text, wrapped

AXIS = 16  # where the line stands
ENTRY_LINE = 18  # units from one line of text to the next
APART = 12  # between the entries of two days
CUT = 34  # the height of a cut
EMPTY = 0.3  # share of a stretch from which a gap without events may be cut out
UNLIKE = 4  # times the middle gap of the stretch: even steps are not cut
SHORT = 6  # days that are never cut out
ENTRY_SIZE = 15


@dataclass(frozen=True, slots=True)
class Dot:
    """An entry of the timeline."""

    href: str
    when: str  # in words
    what: str
    first: str | None  # ISO days; None where the year is unknown
    last: str | None
    planned: bool = False
    inferred: bool = False  # no source states its day, or the day is counted from one that is in doubt


@dataclass(slots=True)
class _Day:
    """The entries of one date, with their lines of text and where these stand."""

    when: str
    first: int | None
    last: int | None
    entries: list[tuple[Dot, list[str]]]
    top: float = 0.0

    @property
    def height(self) -> float:
        return ENTRY_LINE * (1 + sum(len(lines) for _, lines in self.entries)) + 4 * (len(self.entries) - 1)

    @property
    def planned(self) -> bool:
        return all(dot.planned for dot, _ in self.entries)

    @property
    def marks(self) -> str:
        """How its dot or bar is drawn, beside being one."""
        inferred = all(dot.inferred for dot, _ in self.entries)
        return f"{' planned' if self.planned else ''}{' inferred' if inferred else ''}"


def timeline(dots: Sequence[Dot], title: str) -> Markup:
    """The drawing, once for wide and once for narrow screens.

    Args:
        dots: in chronological order, those without a year last.
        title: what it shows.
    """
    if not dots:
        return Markup("")
    return Markup("").join(_timeline(dots, title, size) for size in SIZES)


def _timeline(dots: Sequence[Dot], title: str, size: str) -> Markup:
    label = 62 if size == "wide" else 46
    width = SIZES[size] - label - 4
    days = [
        _Day(when, _ordinal(first), _ordinal(last), [(dot, wrapped(dot.what, width, ENTRY_SIZE)) for dot in found])
        for (when, first, last), found in groupby(dots, lambda d: (d.when, d.first, d.last))
    ]
    dated = [day for day in days if day.first is not None]
    stretches = _stretches(dated)
    parts: list[Markup] = []
    y = 8.0
    for number_, stretch in enumerate(stretches):
        if number_:
            parts += _cut(y, _between(stretches[number_ - 1], stretch), label)
            y += CUT
        bottom = _place(stretch, y)
        parts += _scale(stretch, y, bottom, label)
        y = bottom
    open_days = [day for day in days if day.first is None]
    if open_days:
        if dated:
            parts += _cut(y, "year not stated, in order only", label)
            y += CUT
        bottom = _place(open_days, y)
        parts.append(_line("axis open", y, bottom))
        for day in open_days:
            middle = day.top + day.height / 2
            parts += [_leader(middle, middle, label), _dot(day, middle)]
        y = bottom
    for day in days:
        parts += _words(day, label)
    described = f"{dots[0].when} to {dots[-1].when}. The list on the chronology page holds the same entries."
    return frame("timeline", size, y + 8, title, described, parts)


def _ordinal(day: str | None) -> int | None:
    return date.fromisoformat(day).toordinal() if day else None


def _stretches(days: list[_Day]) -> list[list[_Day]]:
    """Cut where a gap takes up most of what is left; at most as often as leaves two days a stretch on average."""
    stretches = [days] if days else []
    while len(stretches) < max(2, len(days) // 2):
        gaps = [(_gap(stretch), n) for n, stretch in enumerate(stretches)]
        (length, at), n = max(gaps, key=lambda g: (g[0][0], -g[1]), default=((0, 0), 0))
        if not length:
            break
        stretches[n : n + 1] = [stretches[n][:at], stretches[n][at:]]
    return stretches


def _gap(stretch: list[_Day]) -> tuple[int, int]:
    """The longest gap that is worth a cut, and before which day; (0, 0) if there is none."""
    firsts = [day.first or 0 for day in stretch]
    gaps = [b - a for a, b in pairwise(firsts)]
    if len(gaps) < 2:
        return 0, 0
    length = max(gaps)
    middle = sorted(gaps)[(len(gaps) - 1) // 2]
    worth = length > SHORT and length >= EMPTY * sum(gaps) and length >= UNLIKE * middle
    return (length, gaps.index(length) + 1) if worth else (0, 0)


def _between(one: list[_Day], other: list[_Day]) -> str:
    """How long the stretch is that a cut leaves out, where the days on both sides are certain enough to tell."""
    before, after = one[-1], other[0]
    days = (after.first or 0) - (before.first or 0)
    if 4 * max((d.last or 0) - (d.first or 0) for d in (before, after)) > days:
        return "later"
    for length, name in ((365.2425, "year"), (30.44, "month"), (7, "week")):
        if days >= 2 * length:
            return f"about {round(days / length)} {name}s later"
    return f"{days} days later"


def _place(days: Sequence[_Day], top: float) -> float:
    """Set the days' words under each other; where they end."""
    for day in days:
        day.top = top
        top += day.height + APART
    return top


def _scale(stretch: Sequence[_Day], top: float, bottom: float, label: int) -> list[Markup]:
    """The line of a stretch with its days to scale: dots for days, bars for longer or uncertain spans."""
    begin = min(day.first or 0 for day in stretch)
    finish = max(day.first or 0 for day in stretch)
    low, high = top + 14, bottom - APART - 14

    def level(day: int) -> float:
        return low + (day - begin) / (finish - begin) * (high - low) if finish > begin else (low + high) / 2

    parts = [_line("axis", top, bottom)]
    for day in sorted(stretch, key=lambda d: (d.first or 0) - (d.last or 0)):  # bars first, dots above them
        start = level(day.first or 0)
        if day.last is not None and day.first is not None and day.last > day.first:
            parts.append(_bar(day, start, min(max(level(day.last), start + 12), bottom - 2)))
            start += 6
        else:
            parts.append(_dot(day, start))
        parts.append(_leader(start, day.top + 8, label))
    return parts


def _line(kind: str, top: float, bottom: float) -> Markup:
    return Markup('<line class="{}" x1="{}" y1="{}" x2="{}" y2="{}"/>').format(kind, AXIS, number(top), AXIS, number(bottom))


def _bar(day: _Day, top: float, bottom: float) -> Markup:
    return Markup('<rect class="{}" x="{}" y="{}" width="8" height="{}" rx="4"/>').format(
        f"bar{day.marks}", AXIS - 4, number(top), number(bottom - top)
    )


def _dot(day: _Day, y: float) -> Markup:
    return Markup('<circle class="{}" cx="{}" cy="{}" r="5"/>').format(f"dot{day.marks}", AXIS, number(y))


def _leader(start: float, end: float, label: int) -> Markup:
    """From the line to the words."""
    bend = number((AXIS + label) / 2)
    return Markup('<path class="leader" d="M{} {} C{} {} {} {} {} {}"/>').format(
        AXIS + 6, number(start), bend, number(start), bend, number(end), label - 6, number(end)
    )


def _cut(y: float, words: str, label: int) -> list[Markup]:
    middle = y + CUT / 2 - APART / 2
    return [
        Markup('<path class="cut" d="M{} {} l-6 4 l12 5 l-12 5 l6 4"/>').format(AXIS, number(middle - 9)),
        text(words, label, middle + 5, "gap"),
    ]


def _words(day: _Day, label: int) -> list[Markup]:
    """The date, and under it each event's words, linked to its entry in the list."""
    y = day.top + 13
    parts = [text(day.when + (" (planned)" if day.planned else ""), label, y, "when")]
    for dot, lines in day.entries:
        shown = []
        for line in lines:
            y += ENTRY_LINE
            shown.append(text(line, label, y, "what"))
        y += 4
        parts.append(link(dot.href, f"{dot.when}: {dot.what}", shown))
    return parts
