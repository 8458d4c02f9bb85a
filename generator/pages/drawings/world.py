"""The countries' outlines for the locator map, and what of them a window of degrees shows.

`world.json` is Natural Earth's geometry, simplified by `training/map_data.py`: borders as Natural Earth draws them, by who holds
a territory.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from pathlib import Path

import msgspec

Point = tuple[float, float]  # longitude, latitude
DATA = Path(__file__).parent / "world.json"
SCANS = 24


@dataclass(frozen=True, slots=True)
class Window:
    """A rectangle of degrees; longitudes may lie beyond 180 where it crosses the date line."""

    west: float
    south: float
    east: float
    north: float

    def holds(self, x: float, y: float) -> bool:
        """Whether a point lies in it."""
        return self.west <= x <= self.east and self.south <= y <= self.north


@dataclass(frozen=True, slots=True)
class Line:
    """An outline or a border, and the rectangle around it."""

    points: tuple[Point, ...]
    around: Window


@dataclass(frozen=True, slots=True)
class World:
    """Each country's outlines (ISO 3166 alpha-2, or "-…" for land without a code; holes by the even-odd rule), and the borders."""

    countries: dict[str, tuple[Line, ...]]
    borders: tuple[Line, ...]


@cache
def world() -> World:
    """The shipped geometry."""
    data = msgspec.json.decode(DATA.read_bytes())
    arcs = [_arc(flat, data["parts"]) for flat in data["arcs"]]
    countries = {code: tuple(_ring(ring, arcs) for ring in rings) for code, rings in data["countries"].items()}
    used = Counter(n if n >= 0 else ~n for rings in data["countries"].values() for ring in rings for n in ring)
    return World(countries, tuple(_line(_unwrapped(arcs[n])) for n, count in sorted(used.items()) if count > 1))


def _arc(flat: Sequence[int], parts: int) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in zip(flat[::2], flat[1::2], strict=True):
        x, y = x + dx, y + dy
        points.append((x / parts, y / parts))
    return points


def _ring(numbers: Sequence[int], arcs: Sequence[Sequence[Point]]) -> Line:
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return _line(_closed(_unwrapped(points)))


def _line(points: Sequence[Point]) -> Line:
    return Line(tuple(points), _around(points))


def mainland(country: str) -> Line | None:
    """A country's largest piece."""
    rings = world().countries.get(country, ())
    return max(rings, key=lambda r: (r.around.east - r.around.west) * (r.around.north - r.around.south), default=None)


def clipped(rings: Iterable[Line], window: Window, least: float = 0.0) -> list[list[Point]]:
    """What a window shows of outlines, also where it lies beyond the date line (Sutherland and Hodgman's method).

    Args:
        rings: the outlines.
        window: the degrees to show.
        least: the width and height in degrees under which an island is left out.
    """
    made = []
    for ring in rings:
        box = ring.around
        if box.east - box.west < least and box.north - box.south < least:
            continue
        for shift in _turns(box, window):
            points = [(x + shift, y) for x, y in ring.points]
            for axis, limit, sign, needed in (
                (0, window.west, 1, box.west + shift < window.west),
                (0, window.east, -1, box.east + shift > window.east),
                (1, window.south, 1, box.south < window.south),
                (1, window.north, -1, box.north > window.north),
            ):
                points = _cut(points, axis, limit, sign) if needed else points
            if len(points) > 2:
                made.append(points)
    return made


def crossing(lines: Iterable[Line], window: Window) -> list[list[Point]]:
    """The stretches of lines that a window shows, with one point beyond its edge."""
    made = []
    for line in lines:
        for shift in _turns(line.around, window):
            run: list[Point] = []
            for (ax, ay), (bx, by) in pairwise(line.points):
                a, b = (ax + shift, ay), (bx + shift, by)
                if window.holds(*a) or window.holds(*b):
                    run = run or [a]
                    run.append(b)
                elif run:
                    made.append(run)
                    run = []
            if run:
                made.append(run)
    return made


def _turns(box: Window, window: Window) -> list[float]:
    """By how many degrees a rectangle must be shifted, a whole turn at a time, for a window to show some of it."""
    if box.south > window.north or box.north < window.south:
        return []
    return [s for s in (-360.0, 0.0, 360.0) if box.west + s <= window.east and box.east + s >= window.west]


def roomiest(rings: Sequence[Sequence[Point]]) -> list[tuple[float, Point]]:
    """Where in outlines a line of writing has room: its width in degrees and its middle, the widest first."""
    if not rings:
        return []
    south, north = min(y for ring in rings for _, y in ring), max(y for ring in rings for _, y in ring)
    lines = [south + (n + 0.5) / SCANS * (north - south) for n in range(SCANS)]
    crossings: list[list[float]] = [[] for _ in lines]
    for ring in rings:
        for (ax, ay), (bx, by) in pairwise([*ring, ring[0]]):
            low, high = (ay, by) if ay < by else (by, ay)
            for n in range(bisect_left(lines, low), bisect_left(lines, high)):
                crossings[n].append(ax + (lines[n] - ay) / (by - ay) * (bx - ax))
    found = []
    for y, across in zip(lines, map(sorted, crossings), strict=True):
        away = abs(y - (south + north) / 2) / ((north - south) or 1)  # the middle reads better than the edge
        found += [((b - a) * (1 - 0.8 * away), ((a + b) / 2, y)) for a, b in zip(across[::2], across[1::2], strict=False)]
    return sorted(found, key=lambda f: (-f[0], f[1]))


def _unwrapped(points: Sequence[Point]) -> list[Point]:
    """A line that goes on beyond 180 degrees instead of jumping to the other edge of the map."""
    made: list[Point] = []
    shift = 0.0
    for n, (x, y) in enumerate(points):
        if n and abs(x - points[n - 1][0]) > 180:
            shift += 360 if x < points[n - 1][0] else -360
        made.append((x + shift, y))
    return made


def _closed(ring: list[Point]) -> list[Point]:
    """An outline that goes round a pole (Antarctica's) is closed along it."""
    (first, _), (last, south) = ring[0], ring[-1]
    pole = -90.0 if south < 0 else 90.0
    return ring if abs(first - last) < 180 else [*ring, (last, pole), (first, pole)]


def _around(points: Sequence[Point]) -> Window:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return Window(min(xs), min(ys), max(xs), max(ys))


def _cut(points: Sequence[Point], axis: int, limit: float, sign: int) -> list[Point]:
    """The part of an outline on one side of an upright or level line."""
    made: list[Point] = []
    for n, here in enumerate(points):
        before = points[n - 1]
        inside, was = sign * (here[axis] - limit) >= 0, sign * (before[axis] - limit) >= 0
        if inside != was:
            share = (limit - before[axis]) / (here[axis] - before[axis])
            other = before[1 - axis] + share * (here[1 - axis] - before[1 - axis])
            made.append((limit, other) if axis == 0 else (other, limit))
        if inside:
            made.append(here)
    return made
