"""Whether two sentences speak of two of a kind though their words are alike: of two hurricanes, of what is usual and what was once."""

from __future__ import annotations

import re
from functools import lru_cache

from generator.dossier.differences.said import Said

# "releases patches on the second Tuesday of each month": no day of what is told
HABIT = re.compile(
    r"\b(?:typically|usually|normally|generally|as a rule|(?:each|every) (?:day|week|month|year|season|night|time))\b",
    re.IGNORECASE,
)
# "Hurricane George", "Firefox 3.05", "Apollo 11": the kind, then which
SERIES_NAME = re.compile(r"\b(?=(?P<kind>[A-Z][a-z]+) (?P<which>[A-Z][a-z]+|[IVX]{1,4}\b|\d+(?:\.\d+)*))")
AFTERSHOCK = re.compile(r"\b(?:aftershock|foreshock|after-shock)s?\b", re.IGNORECASE)  # not the quake itself
TO_COME = re.compile(r"\b(?:will|shall|(?:is|are) (?:to|due to|set to|expected to|scheduled to|going to))\b")
# "the worst since 1998, when a flood killed 25": of that year
YEAR_WHEN = re.compile(r"\b((?:19|20)\d\d),? when\b")
# "had planned to arrest 30": nobody was
PLANNED_TO = re.compile(
    r"\b(?:plan(?:s|ned)|hop(?:es|ed)|want(?:s|ed)|intend(?:s|ed)|tr(?:ies|ied)|attempt(?:s|ed)|threaten(?:s|ed)|vow(?:s|ed)|refus(?:es|ed)|"
    r"fail(?:s|ed)) to (?:\w+ ){1,3}$"
)
YEAR = re.compile(r"\b(?:19|20)\d\d\b")
WHOLES = frozenset("to in of between".split())
NUMBER_OF = re.compile(r"(?P<kind>[A-Z][A-Za-z]+)(?: versions?)? $")


def two_of_a_kind(one: Said, other: Said) -> bool:
    """Whether two details are of two things of a kind.

    Args:
        one: a detail.
        other: another of its kind.
    """
    return (
        bool(HABIT.search(one.sentence.text)) != bool(HABIT.search(other.sentence.text))
        or bool(AFTERSHOCK.search(one.sentence.text)) != bool(AFTERSHOCK.search(other.sentence.text))
        or (one.kind == "day" and _of_two_deeds(one, other))
        or (one.kind == "quantity" and (_since(one) != _since(other) or _planned(one) != _planned(other)))
        or _of_two_series(one, other)
        or (one.dimension == "time" and _of_one_year_alone(one, other))
        or (one.dimension == "share" and _of_two_wholes(one, other))
        or (one.dimension == "number" and _of_two_names(one, other))
    )


def _before(detail: Said) -> str:
    return detail.sentence.text[: detail.start - detail.sentence.start]


def _since(detail: Said) -> str:
    """The year in which it was, where the words say that it was in another than the rest of the sentence."""
    found = YEAR_WHEN.search(_before(detail))
    return found[1] if found else ""


def _planned(detail: Said) -> bool:
    return bool(PLANNED_TO.search(_before(detail)))


def _of_two_deeds(one: Said, other: Said) -> bool:
    """ "died on Tuesday", "will be buried on Friday": what is to come is another deed than what has been, but for one verb."""
    same = one.does is not None and other.does is not None and one.does.head == other.does.head
    return not same and bool(TO_COME.search(one.sentence.text)) != bool(TO_COME.search(other.sentence.text))


def _of_one_year_alone(one: Said, other: Said) -> bool:
    """ "in 1959, when he received a five-year sentence" beside "was sentenced to seven years"."""
    return bool(YEAR.search(one.sentence.text)) != bool(YEAR.search(other.sentence.text))


def _of_two_series(one: Said, other: Said) -> bool:
    """ "Hurricane George destroyed it in 1998", "destroyed in Hurricane Katrina in 2005"."""
    a, b = _series(one.sentence.text), _series(other.sentence.text)
    return any(a[kind].isdisjoint(b[kind]) for kind in a.keys() & b.keys())


@lru_cache(1 << 12)
def _series(text: str) -> dict[str, frozenset[str]]:
    """Which of a kind a sentence names; the kind is a word of the language, no given name."""
    found: dict[str, set[str]] = {}
    for match in SERIES_NAME.finditer(text):
        kind = match["kind"].lower()
        if kind in NUMBERED_KINDS:
            found.setdefault(kind, set()).add(match["which"])
    return {kind: frozenset(which) for kind, which in found.items()}


# what is numbered or christened one after the other
NUMBERED_KINDS = frozenset(
    "hurricane typhoon storm cyclone apollo soyuz operation flight route highway interstate room gate platform line district ward unit "
    "section chapter act season episode round week game level phase stage series model version windows part volume".split()
)


def _of_two_wholes(one: Said, other: Said) -> bool:
    """ "65 per cent of traffic to India", "70 per cent of traffic between the continents": one names a whole that the other does not."""
    return bool(_wholes(one) - other.names) or bool(_wholes(other) - one.names)


def _wholes(detail: Said) -> frozenset[str]:
    """Of whom or what a share is told."""
    parts = (*detail.own, *([detail.noun] if detail.noun else ()))
    return frozenset(name for p in parts if p.role in WHOLES for name in p.names)


def _of_two_names(one: Said, other: Said) -> bool:
    """ "version 5 of Orvel", "Linna 3.05": a bare number belongs to the name before it."""
    names = []
    for detail in (one, other):
        before = detail.sentence.text[: detail.start - detail.sentence.start]
        found = NUMBER_OF.search(before)
        names.append(found["kind"].lower() if found else "")
    return names[0] != names[1]
