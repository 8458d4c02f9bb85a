"""Numbers by what they count or measure: what two tellings of one event share, and what cannot both hold."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.dossier.stories.articles import SMALL
from generator.values.number_words import CARDINALS, ORDINALS

Numbers = Mapping[str, frozenset[float]]

# from "two" on, since "one" is more often a pronoun
WORDS = {word: n for word, n in CARDINALS.items() if 2 <= n <= 12} | {word: n for word, n in ORDINALS.items() if n <= 12}
NUMBER = re.compile(
    r"(?<![\w.,:$€£])(\d[\d,]*(?:\.\d+)?|" + "|".join(WORDS) + r")(?:st|nd|rd|th)?\b(?![.,:]?\d)", re.IGNORECASE
)
UNIT = re.compile(r"[\s-]+([^\W\d_]{2,})")
NUMBERED_THING = re.compile(
    r"\b(magnitude|round|flight|number|no|category|route)\W+(?:of\W+)?$", re.IGNORECASE
)  # "magnitude 6.1"
YEARS = range(1900, 2100)
# what one event has only one of: "a 6.1-magnitude earthquake", "in the seventh round"
ONE_EACH = frozenset("magnitude round flight category route storey".split())


def numbers(text: str) -> dict[str, frozenset[float]]:
    """The numbers of a sentence by what stands behind or before them; years and clock times are none."""
    found: dict[str, set[float]] = {}
    for unit, value in _found(text):
        found.setdefault(unit, set()).add(value)
    return {unit: frozenset(values) for unit, values in found.items()}


def _found(text: str) -> Iterator[tuple[str, float]]:
    for match in NUMBER.finditer(text):
        word = match[1].lower()
        value = float(WORDS[word]) if word in WORDS else float(word.replace(",", ""))
        if before := NUMBERED_THING.search(text, max(0, match.start() - 20), match.start()):
            yield before[1].lower(), value
        elif (
            (unit := UNIT.match(text, match.end()))
            and unit[1].lower() not in SMALL
            and not (value in YEARS and "," not in match[1])
        ):
            yield unit[1].lower().rstrip("s"), value


def counted(found: Numbers) -> list[str]:
    """Each number with what it counts: what two sentences may share."""
    return [f"{unit} {value}" for unit, values in found.items() for value in sorted(values)]


def differ(ours: Numbers, theirs: Numbers) -> bool:
    """Whether two sentences give two numbers of what one event has one of."""
    return any(unit in ONE_EACH and not ours[unit] & theirs[unit] for unit in ours if unit in theirs)
