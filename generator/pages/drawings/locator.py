"""The locator map: where the places of the sources lie, from packaged outlines, without tiles and without a request.

Equirectangular, true in the middle of the map. A city is a dot with its name; a country is tinted and bears its name. Names give
way to each other: what finds no room keeps its dot, and where two or more do, a second map shows their corner larger.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import cos, hypot, radians

from markupsafe import Markup
from msgspec import Struct

from generator.pages.drawings.svg import SIZES, Box, frame, link, number, text, width_of
from generator.pages.drawings.world import Point, Window, clipped, crossing, mainland, roomiest, world
from generator.pages.pieces import Piece, anew, digest

MAP_HEIGHTS = {"wide": 420, "narrow": 330}
LEAST = 9.0  # degrees from south to north, so that a reader sees where on earth it is
SOUTH, NORTH = -62.0, 84.0  # degrees between which people live
NEAR = 4.0  # degrees from south to north of the map of a corner
MOST = 24  # names
ROOMS = 40  # where a country's name is tried
SIZE, COUNTRY = 14, 14
KILOMETRES = 111.2  # of a degree from south to north
BARS = (5000, 2000, 1000, 500, 200, 100, 50, 20)
DETAIL = 1.4  # units between two points of an outline
ISLAND = 3.0  # units of an island that is drawn at least
FAR = 50.0  # degrees from south to north from which outlines are drawn more coarsely
DOTS = frozenset({"city", "county"})  # what is a dot; the others are names
CLOSE = 10.0  # units between two dots that can hardly be told apart


class Spot(Struct, frozen=True):
    """A place to draw."""

    href: str
    name: str
    kind: str  # country, state, county, city
    country: str  # ISO 3166 alpha-2
    latitude: float
    longitude: float
    mentions: int | None = 1  # None: not told


@dataclass(slots=True)
class _View:
    """A map in the making: its window, and which boxes are taken."""

    window: Window
    width: float
    height: float
    stretch: float  # how wide a degree from west to east is, beside one from south to north
    piece: Piece
    taken: list[Box] = field(default_factory=list)

    @property
    def shape(self) -> tuple[Window, float, float, float]:
        """All that outlines depend on."""
        return self.window, self.width, self.height, self.stretch

    @property
    def scale(self) -> float:
        return self.height / (self.window.north - self.window.south)

    @property
    def coarse(self) -> float:
        return 1.5 if self.window.north - self.window.south > FAR else 1.0

    def at(self, x: float, y: float) -> Point:
        return (x - self.window.west) * self.stretch * self.scale, (self.window.north - y) * self.scale

    def free(self, box: Box) -> bool:
        room = Box(2, 2, self.width - 2, self.height - 2)
        return box.within(room) and not any(box.meets(other) for other in self.taken)


def locator(spots: Sequence[Spot], title: str, piece: Piece = anew) -> Markup:
    """The map of all places, once for wide and once for narrow screens.

    Args:
        spots: the places, the most often named first.
        title: what it shows.
        piece: how to get its outlines, which take longest.
    """
    return Markup("").join(_maps(spots, title, size, piece) for size in SIZES) if spots else Markup("")


def whereabouts(lead: Spot, others: Sequence[Spot], title: str, piece: Piece = anew) -> Markup:
    """A small map around one place, with the other places in it."""
    view = _view(_around([lead], piece), SIZES["narrow"], MAP_HEIGHTS["narrow"], LEAST, piece)
    spots = [lead, *(s for s in others if s != lead)]
    ground = _ground(view, spots)
    return frame(
        "locator",
        "small",
        MAP_HEIGHTS["narrow"],
        title,
        f"{lead.name} and what is near.",
        [*ground, *_named(view, spots)[0]],
    )


def _maps(spots: Sequence[Spot], title: str, size: str, piece: Piece) -> Markup:
    height = MAP_HEIGHTS[size]
    view = _view(_around(spots, piece), SIZES[size], height, LEAST, piece)
    drawn = _ground(view, spots)
    named, crowded = _named(view, spots)
    corner = _corner(view, spots, crowded[0]) if crowded else None
    frames = []
    if corner:
        left, top = view.at(corner.window.west, corner.window.north)
        right, bottom = view.at(corner.window.east, corner.window.south)
        named.insert(
            0,
            Markup('<rect class="corner" x="{}" y="{}" width="{}" height="{}"/>').format(
                number(left), number(top), number(right - left), number(bottom - top)
            ),
        )
        ground = _ground(corner, spots)
        described = "The framed corner of the map above, larger."
        parts = [*ground, *_named(corner, spots)[0]]
        frames.append(frame("locator detail", size, corner.height, f"{title}: the framed corner", described, parts))
    described = f"{', '.join(s.name for s in spots[:12])}. The table below holds the places with their coordinates."
    return Markup("").join([frame("locator", size, view.height, title, described, [*drawn, *named]), *frames])


# ---- which part of the earth ----------------------------------------------------------------------------------------


def _around(spots: Sequence[Spot], piece: Piece) -> Window:
    """The window around places: cities as points, countries without a city of theirs by their middle; one country whole."""
    cities = [s for s in spots if s.kind in DOTS]
    settled = {s.country for s in cities}
    countries = [s for s in spots if s.kind not in DOTS and s.country not in settled]
    points = [(s.longitude, s.latitude) for s in [*cities, *countries]]
    if len(countries) <= 3 and not cities:
        whole = [s.country for s in countries if s.kind == "country"]
        points += [corner for code in whole for corner in json.loads(piece(digest(code), _corners, code))]
    points = points or [(s.longitude, s.latitude) for s in spots]
    west, east = _shortest(sorted(x for x, _ in points))
    return Window(west, min(y for _, y in points), east, max(y for _, y in points))


def _corners(country: str) -> bytes:
    """The south-western and north-eastern corner of a country; none where its outlines are not known."""
    land = mainland(country)
    return json.dumps([(w.west, w.south), (w.east, w.north)] if land and (w := land.around) else []).encode()


def _shortest(longitudes: Sequence[float]) -> tuple[float, float]:
    """The shortest way round the earth that meets all longitudes."""
    turns = sorted({(x + 180) % 360 - 180 for x in longitudes})
    if longitudes[-1] - longitudes[0] >= 360 or len(turns) < 2:
        return longitudes[0], min(longitudes[-1], longitudes[0] + 360)
    gaps = [((turns[(n + 1) % len(turns)] - x) % 360, n) for n, x in enumerate(turns)]
    _, n = max(gaps, key=lambda g: (g[0], -g[1]))
    west, east = turns[(n + 1) % len(turns)], turns[n]
    return west, east if east >= west else east + 360


def _view(core: Window, width: float, height: float, least: float, piece: Piece) -> _View:
    """A window of the map's shape around a smaller one, with a margin."""
    middle_x, middle_y = (core.west + core.east) / 2, (core.south + core.north) / 2
    stretch = max(0.3, round(cos(radians(middle_y)), 2))
    high = max(1.3 * (core.north - core.south) + 1, least, (1.35 * (core.east - core.west) + 1) * stretch * height / width)
    wide = min(high * width / height / stretch, 360.0)
    high = wide * stretch * height / width
    if high > NORTH - SOUTH:  # no empty sea beyond the poles: the map is made lower instead
        high, height = NORTH - SOUTH, height * (NORTH - SOUTH) / high
    middle_y = min(max(middle_y, SOUTH + high / 2), NORTH - high / 2)
    window = Window(middle_x - wide / 2, middle_y - high / 2, middle_x + wide / 2, middle_y + high / 2)
    return _View(window, width, round(height, 1), stretch, piece)


def _corner(view: _View, spots: Sequence[Spot], crowded: Spot) -> _View | None:
    """A larger map of where places crowd, if that is a small part of the whole."""
    reach = (view.window.north - view.window.south) / 6
    x, y = _within(view.window, crowded)
    close = [
        (a, b)
        for s in spots
        if s.kind in DOTS
        for a, b in [_within(view.window, s)]
        if hypot(b - y, (a - x) * view.stretch) < reach
    ]
    west, east = min(a for a, _ in close), max(a for a, _ in close)
    core = Window(west, min(b for _, b in close), east, max(b for _, b in close))
    corner = _view(core, view.width, view.height, NEAR, view.piece)
    small = corner.window.north - corner.window.south < 0.5 * (view.window.north - view.window.south)
    return corner if len(close) > 1 and small else None


def _within(window: Window, spot: Spot) -> Point:
    """A place's longitude and latitude, on the turn that the window shows."""
    x = spot.longitude
    while x < window.west:
        x += 360
    while x > window.east and x - 360 >= window.west:
        x -= 360
    return x, spot.latitude


# ---- drawing ---------------------------------------------------------------------------------------------------------


def _ground(view: _View, spots: Sequence[Spot]) -> list[Markup]:
    """Sea, land, the countries that are named, borders, and how long a distance is."""
    seen = sorted(
        {spot.country for spot in spots if spot.country and spot.kind == "country"}
    )  # not where a state or town lies
    shapes = Markup(view.piece(digest(view.shape, seen), _shapes, view, seen).decode())
    length = next((k for k in BARS if k / KILOMETRES * view.scale < view.width / 4), BARS[-1])
    across = length / KILOMETRES * view.scale
    y = view.height - 10
    bar = Markup('<path class="scale" d="M10 {}v5h{}v-5"/>').format(number(y - 5), number(across))
    label = Box(10, y - 20, 12 + max(across, width_of(f"{length} km", COUNTRY)), y + 5)
    view.taken.append(label)
    return [
        Markup('<rect class="sea" width="{}" height="{}"/><g transform="scale(.1)" fill-rule="evenodd">{}</g>').format(
            number(view.width), number(view.height), shapes
        ),
        bar,
        text(f"{length} km", 12, y - 8, "km"),
    ]


def _shapes(view: _View, seen: Sequence[str]) -> bytes:
    """The outlines of land, of the countries that are named, and of borders."""
    window, least = view.window, view.coarse * ISLAND / view.scale
    others = (ring for code, rings in world().countries.items() if code not in seen for ring in rings)
    land = _path(view, clipped(others, window, least), True)
    named = _path(view, clipped((r for code in seen for r in world().countries.get(code, ())), window), True)
    borders = _path(view, crossing(world().borders, window), False)
    paths = (("land", land), ("land named", named), ("border", borders))
    return "".join(f'<path class="{kind}" d="{path}"/>' for kind, path in paths if path).encode()


def _path(view: _View, lines: Iterable[Sequence[Point]], closed: bool) -> str:
    """Path data in tenths of a unit, each point as the step from the one before."""
    made = []
    (west, north), stretch, scale = (view.window.west, view.window.north), view.stretch, view.scale
    least = 10 * DETAIL * view.coarse
    for line in lines:
        points = [(round((x - west) * stretch * scale * 10), round((north - y) * scale * 10)) for x, y in line]
        here_x, here_y = points[0]
        start, steps = f"M{here_x} {here_y}l", []
        end = None if closed else len(points) - 1
        for n, (x, y) in enumerate(points[1:], 1):
            dx, dy = x - here_x, y - here_y
            if abs(dx) + abs(dy) >= least or n == end:
                steps.append(f"{dx} {dy}" if dy >= 0 else f"{dx}{dy}")
                here_x, here_y = x, y
        if len(steps) > (1 if closed else 0):
            made.append(start + " ".join(steps) + ("z" if closed else ""))
    return "".join(made)


def _named(view: _View, spots: Sequence[Spot]) -> tuple[list[Markup], list[Spot]]:
    """Dots and names, each where it meets no other; and the places without room for their name or even their dot."""
    cities = [s for s in spots if s.kind in DOTS and view.window.holds(*_within(view.window, s))]
    dots = {s: view.at(*_within(view.window, s)) for s in cities}
    view.taken += [Box(x - 5, y - 5, x + 5, y + 5) for x, y in dots.values()]
    names: list[Markup] = []
    crowded: list[Spot] = []
    for n, (spot, (x, y)) in enumerate(dots.items()):
        mark = Markup('<circle class="spot" cx="{}" cy="{}" r="4.5"/>').format(number(x), number(y))
        spoken = _beside(view, spot.name, x, y) if n < MOST else None
        touched = any(hypot(x - a, y - b) < CLOSE for other, (a, b) in dots.items() if other != spot)
        if spoken is None or touched:
            crowded.append(spot)
        names.append(_linked(spot, [mark, *([spoken] if spoken else [])]))
    for spot in spots:
        if spot.kind not in DOTS and (spoken := _inside(view, spot)):
            names.append(_linked(spot, [spoken]))
    return names, crowded


def _linked(spot: Spot, parts: Sequence[Markup]) -> Markup:
    told = "" if spot.mentions is None else f": {spot.mentions} mention{'' if spot.mentions == 1 else 's'}"
    return link(spot.href, spot.name + told, parts)


def _beside(view: _View, name: str, x: float, y: float) -> Markup | None:
    """A name right, left, above or below its dot."""
    wide = width_of(name, SIZE)
    for left, base, anchor, at in (
        (x + 8, y + 5, "", x + 8),
        (x - 8 - wide, y + 5, "end", x - 8),
        (x - wide / 2, y - 9, "middle", x),
        (x - wide / 2, y + 20, "middle", x),
        (x + 5, y - 7, "", x + 5),
        (x + 5, y + 17, "", x + 5),
        (x - 5 - wide, y - 7, "end", x - 5),
        (x - 5 - wide, y + 17, "end", x - 5),
    ):
        box = Box(left, base - 12, left + wide, base + 4)
        if view.free(box):
            view.taken.append(box)
            return text(name, at, base, "city", anchor)
    return None


def _inside(view: _View, spot: Spot) -> Markup | None:
    """A country's name where what the map shows of it is widest; a state's around its point."""
    wide = width_of(spot.name, COUNTRY)
    point = _within(view.window, spot)
    places: list[Point] = [point] if view.window.holds(*point) else []
    if spot.kind == "country":
        places = json.loads(view.piece(digest(view.shape, spot.country), _rooms, view, spot.country)) or places
    for place in places:
        x, y = view.at(*place)
        for lift in (0, -16, 16):
            box = Box(x - wide / 2, y + lift - 8, x + wide / 2, y + lift + 8)
            if view.free(box):
                view.taken.append(box)
                return text(spot.name, x, y + lift + 5, "country", "middle")
    return None


def _rooms(view: _View, country: str) -> bytes:
    """Where what the map shows of a country is widest."""
    found = roomiest(clipped(world().countries.get(country, ()), view.window))
    return json.dumps([middle for _, middle in found[:ROOMS]]).encode()
