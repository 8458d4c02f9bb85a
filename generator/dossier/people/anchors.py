"""The places of which it is clear where they lie: what else an article names, by which the unclear ones are told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier.people.group import Group, class_of
from generator.dossier.people.place_names import key
from generator.dossier.people.place_table import Candidate, candidates
from generator.dossier.people.places import CLEAR, COMPASS_WORDS, EITHER, LARGE, fitting, hinted, known, short_state

LONGEST_COUNTRY = 3  # words of a country's or province's name inside another name
# provinces that are called by a common word: "Delta" of Nigeria, "Centre" of Cameroon; in a firm's name they are the word
WORDS = COMPASS_WORDS | frozenset(
    "centre delta federal capital union atlantic pacific islands coast plateau rivers littoral".split()
)
BODY_TYPES = frozenset({"ORG", "FAC", "EVENT", "NORP", "LAW"})


@dataclass(frozen=True, slots=True)
class Anchor:
    """A place of which it is clear where it lies, named in the same articles."""

    place: Candidate
    weight: float
    group: int | None  # by identity, of the name; none where it is a part of another name


def anchors(
    groups: Sequence[Group], names: Mapping[int, str], after: Mapping[int, Sequence[str]]
) -> dict[str, list[Anchor]]:
    """The anchors of each article."""
    found: dict[str, list[Anchor]] = {}
    for group in groups:
        name = names[id(group)]
        if class_of(group.type) == "place":
            clear = _clear(name, after.get(id(group), ()))
            made = [Anchor(clear[0], clear[1], id(group))] if clear else []
        elif group.type in BODY_TYPES:
            made = [Anchor(place, 0.5, None) for place in _inside(name)]
        else:
            continue
        add(found, group, made)
    return found


def add(found: dict[str, list[Anchor]], group: Group, made: Sequence[Anchor]) -> None:
    """Enter anchors for all articles of a group."""
    if made:
        for record in dict.fromkeys(record.id for record, _ in group.members):
            found.setdefault(record, []).extend(made)


def _clear(name: str, after: Sequence[str]) -> tuple[Candidate, float] | None:
    """A place whose name, or the words after it, tell where it lies, and how surely."""
    name, _, rest = name.partition(",")
    if name.endswith(".") and (state := short_state(name)):
        return state, 1.0
    called = key(name)
    found = known(called)
    told = {c for words in (rest, *after) if (hint := hinted(words)) and (c := fitting(found, hint))}
    if len(told) == 1:
        return next(iter(told)), 1.0
    if not found or told or called in EITHER:
        return None
    first = found[0]
    if first.kind in {"country", "state"}:
        return first, 1.0
    if first.kind == "city" and (
        len(found) == 1 or (first.thousands >= LARGE and first.thousands >= CLEAR * found[1].thousands)
    ):
        return first, 0.6
    return None


def _inside(name: str) -> Iterable[Candidate]:
    """The countries and provinces in another name: "Kentucky State Police"; "Centre" and "Delta" of it are none."""
    words = name.split()
    n = 0
    while n < len(words):
        for length in range(min(LONGEST_COUNTRY, len(words) - n), 0, -1):
            called = key(" ".join(words[n : n + length]))
            place = next(iter(candidates(called)), None)
            if place and place.kind in {"country", "state"} and words[n][:1].isupper() and called not in WORDS:
                yield place
                n += length - 1
                break
        n += 1
