"""Where a name alone says that a place lies, with the words set after it; None where it could be several.

The words that a source sets after a name decide first: "Mesquite, Nevada" is not the larger one in Texas. Without them a name
means a country, a province, or a city that no other of its name comes near to in size. Everything else is left to what else the
articles name, see `locating`.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from generator.dossier.model import Place
from generator.dossier.people.place_names import key
from generator.dossier.people.place_table import Candidate, candidates
from generator.values.short_states import PROVINCES, SHORTENED, STATES, UNSHORTENED

ONLY = 50  # thousand inhabitants from which the only city of a name is the one that is meant
LARGE = 200  # thousand inhabitants from which a city is known by its name alone ...
CLEAR = 8  # ... if it is so many times as large as the next of that name
# names of a city and of a state: newspapers call the state "Washington state", "New York state"
CITIES_FIRST = frozenset({"washington", "new york"})
# "to Mars", "on Earth": no towns of Pennsylvania and Texas
HEAVENS = frozenset("earth moon mars venus jupiter saturn uranus neptune pluto sun".split())
# a country and a state of like renown: only the words beside the name tell
CITY_STATE = 0.2  # share of a province's people from which it is the city of its name
EITHER = frozenset({"georgia"})
OTHERWISE = {"new york": "new york city", "nyc": "new york city", "washington dc": "washington", "dc": "washington"}
COMPASS_WORDS = frozenset(
    "north south east west northern southern eastern western central upper lower northeast northwest southeast southwest inner "
    "outer".split()
)
# cities that a dateline of American agencies names without country or state, and other capitals that all know
STANDING = frozenset(
    "atlanta,baltimore,boston,chicago,cincinnati,cleveland,dallas,denver,detroit,honolulu,houston,indianapolis,las vegas,los angeles,"
    "miami,milwaukee,minneapolis,new orleans,new york,oklahoma city,philadelphia,phoenix,pittsburgh,saint louis,salt lake city,"
    "san antonio,san diego,san francisco,seattle,washington,amsterdam,ankara,athens,baghdad,bangkok,beijing,beirut,berlin,bogota,"
    "brussels,budapest,buenos aires,bucharest,cairo,canberra,caracas,copenhagen,damascus,delhi,dhaka,dublin,edinburgh,geneva,glasgow,"
    "gibraltar,hanoi,havana,helsinki,hong kong,islamabad,istanbul,jakarta,jerusalem,johannesburg,kabul,karachi,kiev,kyiv,kinshasa,"
    "kuwait city,lagos,lima,lisbon,london,luxembourg,macau,madrid,manila,melbourne,mexico city,milan,minsk,monaco,montreal,moscow,"
    "mumbai,munich,nairobi,new delhi,oslo,ottawa,paris,prague,pyongyang,quebec city,riga,rio de janeiro,riyadh,rome,saint petersburg,"
    "santiago,sao paulo,sarajevo,seoul,shanghai,singapore,sofia,stockholm,sydney,taipei,tallinn,tehran,tel aviv,tokyo,toronto,tripoli,"
    "tunis,hollywood,vancouver,vatican city,vienna,vilnius,warsaw,zagreb,zurich".split(",")
)


POSTAL = frozenset({*STATES.values(), *UNSHORTENED})


class Hint(NamedTuple):
    """What words after a name say of where it lies."""

    country: str
    province: str = ""
    near: tuple[float, float] | None = None  # "Edmonton, north London": a point close by


def place_of(name: str, after: Iterable[str] = ()) -> Place | None:
    """The place of a name; None where it is unknown or could be several.

    Args:
        name: as the sources write it; "Mesquite, Nevada" is understood.
        after: what follows the name after a comma wherever it is mentioned: "Nevada".
    """
    name, _, rest = name.partition(",")
    if name.endswith(".") and (state := short_state(name)):  # "Nev."
        return placed(state)
    called = key(name)
    found = known(called)
    # words that name no country of such a city say nothing of it: "in London, France and Germany"
    told = {c: c for words in (rest, *after) if (hint := hinted(words)) and (c := fitting(found, hint))}
    if told:
        return placed(*told.values()) if len(told) == 1 else None
    if whole := _whole(found) if called not in CITIES_FIRST | EITHER else None:
        return placed(whole)
    cities = [c for c in found if c.kind == "city"]
    if not cities or cities[0].thousands < ONLY or called in EITHER:
        return None
    alone = len(cities) == 1 or (cities[0].thousands >= LARGE and cities[0].thousands >= CLEAR * cities[1].thousands)
    return placed(cities[0]) if alone else None


def _whole(found: Iterable[Candidate]) -> Candidate | None:
    """A country, a state of the USA, or a province, sea or continent that no city of its name outdoes."""
    largest = next(iter(found), None)
    for c in found:
        if c.kind == "country" or (c.kind == "state" and c.country == "US"):
            return c
    if largest is None or largest.kind not in {"state", "region"}:
        return None
    inside = (c for c in found if c.kind == "city" and c.country == largest.country)
    city = next((c for c in inside if c.thousands >= CITY_STATE * largest.thousands), None)
    return city or largest  # "Hamburg", "St. Petersburg"


def known(called: str) -> tuple[Candidate, ...]:
    """What a key can mean, the largest first; cities first where the city is the more renowned; "Nevada state" is Nevada."""
    if called in HEAVENS:
        return ()
    other = candidates(OTHERWISE.get(called, called)) or candidates(called)
    if called in CITIES_FIRST:
        both = dict.fromkeys((*other, *candidates(called)))
        return tuple(c for c in both if c.kind == "city")
    if not other and called.endswith(" state"):
        return tuple(c for c in candidates(called.removesuffix(" state")) if c.kind == "state")
    return other


def shortened(raw: str) -> bool:
    """Whether a name is that of a state or province as news shortens it after a town, with its points: "Calif.", "B.C."."""
    return raw in SHORTENED


def stands_alone(called: str) -> bool:
    """Whether a city's key is one that news names without saying where it lies."""
    return called in STANDING or OTHERWISE.get(called, called) in STANDING


def hinted(words: str) -> Hint | None:
    """The country, province or large city that words after a name begin with: "Nevada on Monday", "north London"."""
    parts = words.split()[:4]
    found = _lying_in(parts)  # "North Carolina" is no part of a Carolina
    while found is None and len(parts) > 1 and parts[0].lower() in COMPASS_WORDS:
        parts = parts[1:]
        found = _lying_in(parts)
    return found


def _lying_in(parts: Sequence[str]) -> Hint | None:
    """What the longest name of a country, province or large city at the beginning says."""
    for length in range(min(3, len(parts)), 0, -1):
        raw = " ".join(parts[:length]).rstrip(",;:")
        if raw.lower() in COMPASS_WORDS:
            continue  # "North" of Cameroon
        if state := short_state(raw):
            return Hint(state.country, state.province)
        found = known(key(raw.rstrip(".")))
        for candidate in found:
            if candidate.kind in {"country", "state"}:
                return Hint(candidate.country, candidate.province)
        if found and found[0].kind == "city" and found[0].thousands >= LARGE:
            return Hint(found[0].country, "", (found[0].latitude, found[0].longitude))
    return None


def fitting(found: Iterable[Candidate], hint: Hint) -> Candidate | None:
    """The first place that lies where a hint says."""
    found = tuple(found)
    if not hint.province and not hint.near and any(c.kind == "country" for c in found):
        return None  # "Russia, the United States and others": no town of that name
    for c in found:
        if c.country != hint.country or (hint.province and c.province != hint.province) or c.kind in {"country", "region"}:
            continue
        if hint.near and max(abs(c.latitude - hint.near[0]), abs(c.longitude - hint.near[1])) > 0.6:
            continue
        return c
    return None


def placed(candidate: Candidate) -> Place:
    """A candidate as the dossier shows it."""
    return Place(candidate.country or None, candidate.latitude, candidate.longitude, candidate.kind, candidate.number)


def short_state(raw: str) -> Candidate | None:
    """ "Nev.", "NV": the state of the USA."""
    if province := PROVINCES.get(raw):
        return next((c for c in candidates(province) if (c.kind, c.country) == ("state", "CA")), None)
    postal = raw.rstrip(".")
    code = STATES.get(raw) or STATES.get(f"{postal}.") or (postal if postal in POSTAL else None)
    return _us_states().get(code) if code else None


@cache
def _us_states() -> dict[str, Candidate]:
    names = (
        "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa "
        "kansas kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada "
        "new_hampshire new_jersey new_mexico new_york north_carolina north_dakota ohio oklahoma oregon pennsylvania rhode_island "
        "south_carolina south_dakota tennessee texas utah vermont virginia washington west_virginia wisconsin wyoming"
    ).split()
    found = (c for name in names for c in candidates(name.replace("_", " ")) if (c.kind, c.country) == ("state", "US"))
    return {c.province: c for c in found} | {
        "DC": candidates("washington dc")[0] if candidates("washington dc") else _capital()
    }


def _capital() -> Candidate:
    return next(c for c in candidates("washington") if c.province == "DC")
