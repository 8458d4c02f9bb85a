"""Where a place lies: country and coordinates from a gazetteer, only where it is clear which place is meant.

The words that a source sets after a name decide first: "Mesquite, Nevada" is not the larger one in Texas. Without them a name
means a country, a state, or a city that no other of its name comes near to in size. Everything else stays unplaced.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Any

import msgspec

from generator.dossier.model import Place

DATA = Path(__file__).parent / "places.json"
ONLY = 50  # thousand inhabitants from which the only city of a name is the one that is meant
LARGE = 200  # thousand inhabitants from which a city is known by its name alone ...
CLEAR = 8  # ... if it is so many times as large as the next of that name
# names of a city and of a state: newspapers call the state "Washington state", "New York state"
CITIES_FIRST = frozenset({"washington", "new york"})
# a country and a state of like renown: only the words beside the name tell
EITHER = frozenset({"georgia"})
OTHERWISE = {"new york": "new york city"}
# "Croydon, England": parts of a country that say which it is, without being drawn themselves
PARTS = {
    "england": "GB",
    "scotland": "GB",
    "wales": "GB",
    "northern ireland": "GB",
    "british columbia": "CA",
    "ontario": "CA",
    "quebec": "CA",
}
# "Mazar-i-Sharif", "Mazar-e-Sharif": the Persian link is written both ways
SAME = {"st": "saint", "i": "e"}
# how newspapers shorten the states of the USA (AP style); two capitals as in addresses go without saying
SHORT_STATES = (
    "AL Ala. AZ Ariz. AR Ark. CA Calif. CO Colo. CT Conn. DE Del. FL Fla. GA Ga. IL Ill. IN Ind. KS Kan. KY Ky. LA La. MD Md. "
    "MA Mass. MI Mich. MN Minn. MS Miss. MO Mo. MT Mont. NE Neb. NV Nev. NH N.H. NJ N.J. NM N.M. NY N.Y. NC N.C. ND N.D. OK Okla. "
    "OR Ore. PA Pa. RI R.I. SC S.C. SD S.D. TN Tenn. TX Tex. VT Vt. VA Va. WA Wash. WV W.Va. WI Wis. WY Wyo. DC D.C."
).split()
City = tuple[str, str, float, float, int]  # country, state, latitude, longitude, thousand inhabitants


def place_of(name: str, after: Iterable[str] = ()) -> Place | None:
    """The place of a name; None where it is unknown or could be several.

    Args:
        name: as the sources write it; "Mesquite, Nevada" is understood.
        after: what follows the name after a comma wherever it is mentioned: "Nevada".
    """
    name, _, rest = name.partition(",")
    if name.endswith(".") and (code := _short_states().get(name)):  # "Nev."
        return next((Place("US", s[1], s[2], "state") for s in _states().values() if s[0] == code), None)
    called = key(name)
    if called not in CITIES_FIRST | EITHER:
        if called in _countries():
            country, latitude, longitude = _countries()[called]
            return Place(country, latitude, longitude, "country")
        if called.removesuffix(" state") in _states():
            _, latitude, longitude = _states()[called.removesuffix(" state")]
            return Place("US", latitude, longitude, "state")
    cities = _cities(OTHERWISE.get(called, called)) or _cities(called)
    # words that name no country of such a city say nothing of it: "in London, France and Germany"
    told = {tuple(c): c for words in (rest, *after) if (hint := _hint(words)) and (c := _first(cities, *hint))}
    if told:
        return _city(*told.values()) if len(told) == 1 else None
    if not cities or cities[0][4] < ONLY or called in EITHER:
        return None
    alone = len(cities) == 1 or (cities[0][4] >= LARGE and cities[0][4] >= CLEAR * cities[1][4])
    return _city(cities[0]) if alone else None


def key(name: str) -> str:
    """A name for looking up: lower case, without accents, points, apostrophes and hyphens; "St." is "Saint"."""
    plain = "".join(c for c in unicodedata.normalize("NFKD", name.lower()) if not unicodedata.combining(c))
    words = "".join(c if c.isalnum() else "" if c in ".'’`ʼ" else " " for c in plain).split()
    if words and words[0] == "the":
        words = words[1:]
    return " ".join(SAME.get(word, word) for word in words)


def _hint(words: str) -> tuple[str, str] | None:
    """The country, and the state of the USA, that words after a name begin with: "Nevada on Monday"."""
    parts = words.split()[:3]
    for length in range(len(parts), 0, -1):
        raw = " ".join(parts[:length]).rstrip(",;:")
        called = key(raw)
        if state := _short_states().get(raw) or _short_states().get(raw.rstrip(".")):
            return "US", state
        if called in _states():
            return "US", str(_states()[called][0])
        if called in _countries():
            return str(_countries()[called][0]), ""
        if called in PARTS:
            return PARTS[called], ""
    return None


def _first(cities: Iterable[City], country: str, state: str) -> City | None:
    return next((c for c in cities if c[0] == country and (not state or c[1] == state)), None)


def _city(city: City) -> Place:
    return Place(city[0], city[2], city[3], "city")


@cache
def _short_states() -> dict[str, str]:
    shorts = dict(zip(SHORT_STATES[1::2], SHORT_STATES[::2], strict=True))
    codes = [*(str(entry[0]) for entry in _states().values()), "DC"]
    return shorts | dict(zip(codes, codes, strict=True))


def _cities(called: str) -> list[City]:
    found: list[City] = _table()["cities"].get(called, [])
    return found


def _countries() -> dict[str, tuple[str, float, float]]:
    found: dict[str, tuple[str, float, float]] = _table()["countries"]
    return found


def _states() -> dict[str, tuple[str, float, float]]:
    found: dict[str, tuple[str, float, float]] = _table()["states"]
    return found


@cache
def _table() -> dict[str, dict[str, Any]]:
    table: dict[str, dict[str, Any]] = msgspec.json.decode(DATA.read_bytes())
    return table
