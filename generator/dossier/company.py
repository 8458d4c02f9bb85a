"""Who appears with whom: in how many paragraphs two subjects are both mentioned, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

from generator.dossier.model import Companion
from generator.dossier.passages import passage
from generator.records.model import Mention, Record

CROWDED = 14  # subjects of a paragraph above which it says little about who belongs together
MOST = 20  # companions of a subject
SHOWN = 3  # passages of a companion

_Spots = list[tuple[Record, Mention]]


def companions(records: Sequence[Record], index: Mapping[tuple[str, str], str]) -> dict[str, tuple[Companion, ...]]:
    """The companions of each subject, who shares most paragraphs first.

    Args:
        records: of the articles, in the order of the dossier.
        index: which entity is which subject.
    """
    counts: dict[str, dict[str, int]] = {}
    spots: dict[tuple[str, str], _Spots] = {}  # (whose companion, who): where the companion is named
    for record in records:
        placed = sorted(
            ((m.start, index[record.id, e.id], m) for e in record.entities for m in e.mentions), key=lambda p: p[:2]
        )
        position = 0
        for paragraph in record.paragraphs:
            here: dict[str, Mention] = {}
            while position < len(placed) and placed[position][0] < paragraph.end:
                here.setdefault(placed[position][1], placed[position][2])
                position += 1
            if paragraph.kind == "noise" or not 1 < len(here) <= CROWDED:
                continue
            for one, other in combinations(sorted(here), 2):
                for whose, who in ((one, other), (other, one)):
                    shared = counts.setdefault(whose, {})
                    shared[who] = shared.get(who, 0) + 1
                    known = spots.setdefault((whose, who), [])
                    if len(known) < SHOWN and all(r is not record for r, _ in known):
                        known.append((record, here[who]))
    return {
        whose: tuple(
            Companion(who, count, tuple(passage(record, mention) for record, mention in spots[whose, who]))
            for who, count in sorted(shared.items(), key=lambda c: (-c[1], c[0]))[:MOST]
        )
        for whose, shared in counts.items()
    }
