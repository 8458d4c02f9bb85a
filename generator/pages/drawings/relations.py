"""The map of who appears with whom: subjects that share paragraphs stand near each other.

Method: Fruchterman and Reingold's springs (1991) from fixed places, then boxes that overlap are pushed apart. Without a start at
random and without functions that C libraries round differently (see `svg`), the same ties give the same map everywhere.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import sqrt

from markupsafe import Markup

from generator.pages.drawings.svg import SIZES, Box, frame, link, number, text, width_of, wrapped

NODES = {"wide": 14, "narrow": 9}  # at most
WEB_HEIGHTS = {"wide": 470, "narrow": 430}
TIES = 4  # of a node, the strongest
STEPS = 300
LABEL_SIZE = 15
LABEL_LINE = 17
TURN = (-0.7373688780783197, 0.6754902942615238)  # the golden angle's cosine and sine: no two nodes start in one direction
LABEL_WIDTH = 130  # units of a name's line


@dataclass(frozen=True, slots=True)
class Node:
    """A subject of the map."""

    id: str
    href: str
    name: str
    kind: str  # an entity type of the contract
    mentions: int


@dataclass(frozen=True, slots=True)
class Tie:
    """Two subjects, and in how many paragraphs both are mentioned."""

    one: str
    other: str
    count: int


@dataclass(slots=True)
class _Spot:
    """A node on its way to its place: the middle of its mark, and the size of mark and name together."""

    node: Node
    lines: list[str]
    radius: float
    width: float
    x: float = 0.0
    y: float = 0.0

    @property
    def box(self) -> Box:
        return Box(
            self.x - self.width / 2, self.y - self.radius - 3, self.x + self.width / 2, self.y + self.radius + self.drop + 3
        )

    @property
    def drop(self) -> float:
        """The height of the name under the mark."""
        return LABEL_LINE * len(self.lines) + 3


def relations(nodes: Sequence[Node], ties: Sequence[Tie], title: str) -> Markup:
    """The drawing, once for wide and once for narrow screens; nothing for fewer than three subjects with ties.

    Args:
        nodes: most prominent first; who has no tie to the others is left out, and so are the last where there are too many.
        ties: each pair once.
        title: what it shows.
    """
    drawn = [_relations(nodes, ties, title, size) for size in SIZES]
    return Markup("").join(drawn) if all(drawn) else Markup("")


def _relations(nodes: Sequence[Node], ties: Sequence[Tie], title: str, size: str) -> Markup:
    room = Box(4, 4, SIZES[size] - 4, WEB_HEIGHTS[size] - 4)
    most = max((node.mentions for node in nodes), default=1)
    count = NODES[size]
    while count >= 3:
        chosen = _tied(nodes, ties, count)
        spots = [_spot(node, most) for node in chosen]
        kept = _strongest(ties, {node.id for node in chosen})
        if len(spots) >= 3 and _laid_out(spots, kept, room):
            return _drawn(spots, kept, title, size)
        count = min(count, len(chosen)) - 1
    return Markup("")


def _tied(nodes: Sequence[Node], ties: Sequence[Tie], count: int) -> list[Node]:
    """The first nodes that hang together."""
    return _main(_main(nodes, ties)[:count], ties)


def _main(nodes: Sequence[Node], ties: Sequence[Tie]) -> list[Node]:
    """Of several groups without ties between them, the one with most mentions."""
    groups = _groups(nodes, ties)
    main = max(groups.values(), key=lambda g: (sum(n.mentions for n in nodes if n.id in g), sorted(g)), default=set())
    return [node for node in nodes if node.id in main]


def _groups(nodes: Sequence[Node], ties: Sequence[Tie]) -> dict[str, set[str]]:
    """The group of each node: all that ties lead to."""
    groups = {node.id: {node.id} for node in nodes}
    for tie in ties:
        if tie.one in groups and tie.other in groups and groups[tie.one] is not groups[tie.other]:
            joined = groups[tie.one] | groups[tie.other]
            groups |= dict.fromkeys(joined, joined)
    return groups


def _strongest(ties: Sequence[Tie], inside: set[str]) -> list[Tie]:
    """The strongest ties of each node, so that a crowd stays readable; weakest first, to be drawn under the others."""
    ordered = sorted(
        (tie for tie in ties if tie.one in inside and tie.other in inside), key=lambda t: (-t.count, t.one, t.other)
    )
    drawn: dict[str, int] = {}
    kept = []
    for tie in ordered:
        if min(drawn.get(tie.one, 0), drawn.get(tie.other, 0)) < TIES:
            kept.append(tie)
            drawn[tie.one] = drawn.get(tie.one, 0) + 1
            drawn[tie.other] = drawn.get(tie.other, 0) + 1
    return kept[::-1]


def _spot(node: Node, most: int) -> _Spot:
    radius = 5 + 9 * sqrt(node.mentions / most)
    lines = wrapped(node.name, LABEL_WIDTH, LABEL_SIZE, lines=3)
    return _Spot(node, lines, radius, max(*(width_of(line, LABEL_SIZE) for line in lines), 2 * radius) + 8)


# ---- layout ----------------------------------------------------------------------------------------------------------


def _laid_out(spots: list[_Spot], ties: Sequence[Tie], room: Box) -> bool:
    """Give every spot its place; False where the names don't all fit."""
    _spring(spots, ties, (room.right - room.left) / (room.bottom - room.top))
    _fit(spots, room)
    return _part(spots, room)


def _spring(spots: list[_Spot], ties: Sequence[Tie], aspect: float) -> None:
    """Ties pull, all nodes push: in a square; the room's shape comes later."""
    by_id = {spot.node.id: n for n, spot in enumerate(spots)}
    most = max(tie.count for tie in ties)
    pulls = [(by_id[tie.one], by_id[tie.other], 0.4 + 0.6 * sqrt(tie.count / most)) for tie in ties]
    x, y = [], []
    a, b = 1.0, 0.0
    for n in range(len(spots)):
        reach = sqrt((n + 0.5) / len(spots))
        x.append(a * reach)
        y.append(b * reach)
        a, b = a * TURN[0] - b * TURN[1], a * TURN[1] + b * TURN[0]
    ideal = 1.4 / sqrt(len(spots))
    for step in range(STEPS):
        limit = 0.12 * (1 - step / STEPS) + 0.002
        dx, dy = [-0.35 * v for v in x], [-0.35 * v for v in y]
        for i, j in combinations(range(len(spots)), 2):
            ex, ey = x[i] - x[j], y[i] - y[j]
            push = ideal * ideal / max(ex * ex + ey * ey, 1e-4)
            dx[i] += ex * push
            dy[i] += ey * push
            dx[j] -= ex * push
            dy[j] -= ey * push
        for i, j, weight in pulls:
            ex, ey = x[i] - x[j], y[i] - y[j]
            pull = weight * sqrt(ex * ex + ey * ey) / ideal
            dx[i] -= ex * pull
            dy[i] -= ey * pull
            dx[j] += ex * pull
            dy[j] += ey * pull
        for n in range(len(spots)):
            length = sqrt(dx[n] * dx[n] + dy[n] * dy[n])
            share = min(1.0, limit / length) if length else 0.0
            x[n] += dx[n] * share
            y[n] += dy[n] * share
    for n, spot in enumerate(spots):
        spot.x, spot.y = x[n] * aspect, y[n]


def _fit(spots: list[_Spot], room: Box) -> None:
    """Stretch the layout to the room, names included."""
    left, right = min(s.x for s in spots), max(s.x for s in spots)
    top, bottom = min(s.y for s in spots), max(s.y for s in spots)
    wide, high = max(s.width for s in spots) / 2, max(s.radius + s.drop for s in spots)
    for spot in spots:
        across = (spot.x - left) / (right - left) if right > left else 0.5
        down = (spot.y - top) / (bottom - top) if bottom > top else 0.5
        spot.x = room.left + wide + across * (room.right - room.left - 2 * wide)
        spot.y = room.top + 20 + down * (room.bottom - room.top - 20 - high)
        _inside(spot, room)


def _part(spots: list[_Spot], room: Box) -> bool:
    """Push boxes apart until none meet; False where that doesn't succeed."""
    for _ in range(400):
        met = False
        for one, other in combinations(spots, 2):
            a, b = one.box, other.box
            if not a.meets(b):
                continue
            met = True
            over_x, over_y = min(a.right, b.right) - max(a.left, b.left), min(a.bottom, b.bottom) - max(a.top, b.top)
            if over_x < over_y:
                shift = (over_x / 2 + 0.5) * (1 if one.x > other.x else -1)
                one.x, other.x = one.x + shift, other.x - shift
            else:
                shift = (over_y / 2 + 0.5) * (1 if one.y > other.y else -1)
                one.y, other.y = one.y + shift, other.y - shift
            _inside(one, room)
            _inside(other, room)
        if not met:
            return True
    return False


def _inside(spot: _Spot, room: Box) -> None:
    box = spot.box
    spot.x += max(0.0, room.left - box.left) - max(0.0, box.right - room.right)
    spot.y += max(0.0, room.top - box.top) - max(0.0, box.bottom - room.bottom)


# ---- drawing ---------------------------------------------------------------------------------------------------------


def _drawn(spots: Sequence[_Spot], ties: Sequence[Tie], title: str, size: str) -> Markup:
    by_id = {spot.node.id: spot for spot in spots}
    most = max(tie.count for tie in ties)
    parts = [_tie(tie, by_id, most) for tie in ties]
    parts += [_node(spot) for spot in spots]
    strongest = ties[-1]
    described = (
        f"{len(spots)} names, {len(ties)} ties; the strongest joins {by_id[strongest.one].node.name} and "
        f"{by_id[strongest.other].node.name}. The table below holds the same."
    )
    return frame("relations", size, WEB_HEIGHTS[size], title, described, parts)


def _tie(tie: Tie, spots: Mapping[str, _Spot], most: int) -> Markup:
    one, other = spots[tie.one], spots[tie.other]
    return Markup('<line class="tie" x1="{}" y1="{}" x2="{}" y2="{}" stroke-width="{}"/>').format(
        number(one.x), number(one.y), number(other.x), number(other.y), number(1 + 6 * tie.count / most)
    )


def _node(spot: _Spot) -> Markup:
    x, y, r = spot.x, spot.y, spot.radius
    if spot.node.kind == "PERSON":
        mark = Markup('<circle class="person" cx="{}" cy="{}" r="{}"/>').format(number(x), number(y), number(r))
    elif spot.node.kind in {"GPE", "LOC"}:
        mark = Markup('<path class="place" d="M{} {} l{} {} l{} {} l{} {}z"/>').format(
            number(x), number(y - r), *(number(v) for v in (r, r, -r, r, -r, -r))
        )
    else:
        side = 0.88 * r
        mark = Markup('<rect class="body" x="{}" y="{}" width="{}" height="{}"/>').format(
            number(x - side), number(y - side), number(2 * side), number(2 * side)
        )
    words = [
        text(line, x, y + spot.radius + LABEL_LINE * (n + 1) - 3, "name", "middle") for n, line in enumerate(spot.lines)
    ]
    noun = "mention" if spot.node.mentions == 1 else "mentions"
    return link(spot.node.href, f"{spot.node.name}: {spot.node.mentions} {noun}", [mark, *words])
