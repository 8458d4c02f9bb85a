"""What a publisher tells of its articles' places: its country by the address, its town by the name, its region by what it writes of.

A local paper never says where its Columbus lies: its readers know. Its articles together do: most places that they name are around it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from math import asin, cos, radians, sin, sqrt

from generator.dossier.people.place_table import Candidate
from generator.records.model import Metadata, Record

EARTH = 12742.0  # kilometres through it
AROUND = 120.0  # kilometres from a paper's places
MANY = 40  # of a publisher's towns that are looked at, the commonest
SHORTEST_TOWN = 4  # letters of a town's name that is looked for in a publisher's
FOREIGN = {
    "uk": "GB",
    "eu": "",
    "tv": "",
    "co": "",
    "io": "",
    "me": "",
    "ly": "",
    "fm": "",
    "ai": "",
    "info": "",
    "us": "US",
}
# what papers are called beside their town: "columbustelegram.com", "Aldmouth Free Press", "onlinealdmouth.com"
PAPERS = (
    "the www com net org news newspaper newspapers online now today daily weekly evening morning sunday free press post herald times "
    "telegram telegraph tribune gazette chronicle journal star sun globe mail mirror guardian observer reporter standard examiner "
    "inquirer enquirer courier dispatch ledger sentinel register bee record argus echo advertiser bulletin independent express item "
    "leader review eagle banner democrat republican citizen union world live my radio tv co"
).split()


@dataclass(slots=True)
class Home:
    """Where the places lie of which one publisher writes."""

    provinces: Counter[tuple[str, str]] = field(default_factory=Counter)
    towns: Counter[Candidate] = field(default_factory=Counter)

    def share(self, c: Candidate, without: Iterable[Candidate]) -> float:
        """The share of its places that lie in a candidate's province, but for those that the name itself may mean."""
        own = frozenset(without)
        taken = Counter((p.country, p.province) for p in self.towns if p in own for _ in range(self.towns[p]))
        total = self.provinces.total() - taken.total()
        here = (c.country, c.province)
        return (self.provinces[here] - taken[here]) / total if total > 0 and c.province else 0.0

    def near(self, c: Candidate, without: Iterable[Candidate]) -> float:
        """The share of its commonest towns that lie around a candidate."""
        own = frozenset(without)
        towns = [(town, n) for town, n in self.towns.most_common(MANY) if town not in own]
        total = sum(n for _, n in towns)
        return sum(n for town, n in towns if kilometres(town, c) < AROUND) / total if total else 0.0


def homes(records: Iterable[Record], named: Mapping[str, Sequence[Candidate]]) -> dict[str, Home]:
    """The home of each publisher.

    Args:
        records: of the dossier.
        named: the clear places of each article, without whole countries' weight: those are left out here.
    """
    found: dict[str, Home] = {}
    for record in records:
        publisher = publisher_of(record.metadata)
        if not publisher:
            continue
        home = found.setdefault(publisher, Home())
        for place in dict.fromkeys(named.get(record.id, ())):
            if place.province:
                home.provinces[place.country, place.province] += 1
            if place.kind in {"city", "county"}:
                home.towns[place] += 1
    return found


def publisher_of(metadata: Metadata) -> str:
    """By what an article's publisher is known: its name, or else the host of the address; empty where neither is told."""
    return metadata.publisher or (metadata.url or "").partition("//")[2].partition("/")[0]


def of_its_town(called: str, publisher: str) -> bool:
    """Whether a publisher is named after a town, but for what papers are called: "columbustelegram.com".

    Args:
        called: the town, as `place_names.key` gives it.
        publisher: as `publisher_of` gives it.
    """
    town = called.replace(" ", "")
    plain = "".join(char for char in publisher.lower() if char.isalpha())
    before, found, after = plain.partition(town)
    return bool(len(town) >= SHORTEST_TOWN and found and before + after and _of_papers(before) and _of_papers(after))


def _of_papers(letters: str) -> bool:
    """Whether letters are words that papers are called by, and nothing else."""
    reached = {0}
    for n in range(len(letters)):
        if n in reached:
            reached |= {n + len(word) for word in PAPERS if letters.startswith(word, n)}
    return len(letters) in reached


def country_of(metadata: Metadata) -> str | None:
    """The country in which an article is published, as far as an address tells."""
    for address in (metadata.publisher or "", (metadata.url or "").partition("//")[2].partition("/")[0]):
        top = address.lower().rpartition(".")[2]
        if "." in address and " " not in address and len(top) == 2:
            return FOREIGN.get(top, top.upper()) or None
    return None


def kilometres(one: Candidate, other: Candidate) -> float:
    """The distance between two places."""
    a, b, c, d = map(radians, (one.latitude, one.longitude, other.latitude, other.longitude))
    return EARTH * asin(min(1.0, sqrt(sin((c - a) / 2) ** 2 + cos(a) * cos(c) * sin((d - b) / 2) ** 2)))
