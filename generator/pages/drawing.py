"""Pictures made at build time: the timeline, and who appears with whom. Inline SVG in the page's colours, with text for all."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from generator.pages.escaping import inert

ROW = 46  # units between two labels
TOP = 26
LETTER = 7.6  # mean width of a letter at 15 units


@dataclass(frozen=True, slots=True)
class Dot:
    """An entry of the timeline."""

    href: str
    when: str  # in words
    what: str
    first: str  # ISO days
    last: str
    planned: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A subject of the network."""

    id: str
    href: str
    name: str


def timeline(dots: Sequence[Dot], title: str) -> Markup:
    """The days to scale on a line, each joined to its label; once for wide and once for narrow screens."""
    if not dots:
        return Markup("")
    return Markup("").join(_timeline(dots, title, width, kind) for width, kind in ((760, "wide"), (350, "narrow")))


def _timeline(dots: Sequence[Dot], title: str, width: int, kind: str) -> Markup:
    height = TOP * 2 + ROW * len(dots)
    begin = min(date.fromisoformat(dot.first).toordinal() for dot in dots)
    finish = max(date.fromisoformat(dot.last).toordinal() for dot in dots)
    span = max(1, finish - begin)
    bottom = height - TOP

    def level(day: str) -> float:
        return round(TOP + (date.fromisoformat(day).toordinal() - begin) / span * (bottom - TOP), 1)

    label_x = 74 if kind == "wide" else 58
    letters = int((width - label_x - 6) / LETTER)
    parts = [Markup('<line class="axis" x1="14" y1="{}" x2="14" y2="{}"/>').format(TOP - 10, bottom + 10)]
    for number, dot in enumerate(dots):
        y = TOP + ROW * number + ROW / 2
        from_y, to_y = level(dot.first), level(dot.last)
        middle = (from_y + to_y) / 2
        if to_y - from_y > 6:
            parts.append(Markup('<line class="span" x1="14" y1="{}" x2="14" y2="{}"/>').format(from_y, to_y))
        bend = (14 + label_x) / 2
        parts.append(
            Markup('<path class="leader" d="M20 {} C{} {} {} {} {} {}"/>').format(
                middle, bend, middle, bend, y, label_x - 8, y
            )
        )
        parts.append(
            Markup('<circle class="{}" cx="14" cy="{}" r="5"/>').format("dot planned" if dot.planned else "dot", middle)
        )
        parts.append(
            Markup(
                '<a href="{}"><text class="when" x="{}" y="{}">{}</text><text class="what" x="{}" y="{}">{}</text></a>'
            ).format(inert(dot.href), label_x, y - 3, inert(dot.when), label_x, y + 15, inert(shortened(dot.what, letters)))
        )
    return Markup('<svg class="timeline {}" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        kind, width, height, inert(title), Markup("").join(parts)
    )


def network(nodes: Sequence[Node], edges: Sequence[tuple[str, str, int]], title: str) -> Markup:
    """Subjects on a circle, joined where paragraphs mention both; the thicker, the more."""
    if len(nodes) < 3:
        return Markup("")
    width, height = 760, 480
    middle_x, middle_y, radius_x, radius_y = width / 2, height / 2, 200, 180
    place = {}
    for number, node in enumerate(nodes):
        angle = 2 * math.pi * number / len(nodes) - math.pi / 2
        place[node.id] = (round(middle_x + radius_x * math.cos(angle), 1), round(middle_y + radius_y * math.sin(angle), 1))
    most = max((count for _, _, count in edges), default=1)
    parts = [
        Markup('<line class="tie" x1="{}" y1="{}" x2="{}" y2="{}" stroke-width="{}"/>').format(
            *place[one], *place[other], round(1 + 5 * count / most, 1)
        )
        for one, other, count in edges
    ]
    for node in nodes:
        x, y = place[node.id]
        side = "start" if x > middle_x + 20 else "end" if x < middle_x - 20 else "middle"
        shift = {"start": 12, "end": -12, "middle": 0}[side]
        drop = 5 if side != "middle" else (-12 if y < middle_y else 24)
        parts.append(
            Markup(
                '<a href="{}"><circle class="dot" cx="{}" cy="{}" r="6"/><text class="name" x="{}" y="{}" text-anchor="{}">{}</text></a>'
            ).format(inert(node.href), x, y, x + shift, y + drop, side, inert(shortened(node.name, 24)))
        )
    return Markup('<svg class="network" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        width, height, inert(title), Markup("").join(parts)
    )


def shortened(text: str, letters: int) -> str:
    """Cut at a word, with an ellipsis."""
    text = " ".join(text.split())
    if len(text) <= letters:
        return text
    cut = text[: letters - 1]
    return (cut.rsplit(" ", 1)[0] if " " in cut[letters // 2 :] else cut).rstrip(" ,;:") + "…"
