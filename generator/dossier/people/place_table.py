"""The places that a name can mean, from a sorted file: a look-up reads the few lines that it needs."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, NamedTuple

PLACES_FILE = Path(__file__).parent / "places.tsv"
PLACE_KINDS: dict[str, PlaceKind] = {"n": "country", "s": "state", "d": "county", "c": "city", "r": "region"}
PlaceKind = Literal["country", "state", "county", "city", "region"]


class Candidate(NamedTuple):
    """A place that a name can mean."""

    kind: PlaceKind
    country: str  # ISO 3166 alpha-2; empty of a region
    province: str  # code of GeoNames inside the country
    latitude: float
    longitude: float
    thousands: int  # inhabitants
    number: int | None  # GeoNames


@lru_cache(maxsize=20_000)
def candidates(name: str) -> tuple[Candidate, ...]:
    """The places of a name, the largest first.

    Args:
        name: as `place_names.key` gives it.
    """
    data, wanted = _data(), name.encode()
    low, high = 0, len(data)
    while low < high:  # the first line that does not stand before the name
        middle = data.rfind(b"\n", 0, (low + high) // 2) + 1
        if middle < low:
            middle = low
        end = data.find(b"\n", middle)
        if data[middle:end].partition(b"\t")[0] < wanted:
            low = end + 1
        else:
            high = middle
    end = data.find(b"\n", low)
    called, _, places = data[low:end].partition(b"\t")
    if called != wanted or not name:
        return ()
    return tuple(_candidate(entry) for entry in places.decode().split(";"))


def _candidate(entry: str) -> Candidate:
    kind, country, province, latitude, longitude, thousands, number = entry.split(",")
    place = float(latitude), float(longitude), int(thousands), int(number) if number else None
    return Candidate(PLACE_KINDS[kind], country, province, *place)


@cache
def _data() -> bytes:
    return PLACES_FILE.read_bytes()
