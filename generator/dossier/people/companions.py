"""Who appears with whom: in how many paragraphs two subjects are both mentioned, and where."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from heapq import nsmallest

from generator.dossier.model import Companion
from generator.dossier.passages import passage
from generator.records.model import Mention, Record

CROWDED = 14  # subjects of a paragraph above which it says little about who belongs together
MOST_COMPANIONS = 20  # companions of a subject
SHOWN = 3  # passages of a companion


@dataclass(slots=True)
class _Shared:
    """How often one is named beside another, and where in the first records that do."""

    paragraphs: int = 0
    spots: list[tuple[Record, Mention]] = field(default_factory=list)


def companions(records: Sequence[Record], index: Mapping[tuple[str, str], str]) -> dict[str, tuple[Companion, ...]]:
    """The companions of each subject, who shares most paragraphs first.

    Args:
        records: of the articles, in the order of the dossier.
        index: which entity is which subject.
    """
    found: dict[str, dict[str, _Shared]] = {}  # whose companion, who
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
            for whose in here:
                beside = found.setdefault(whose, {})
                for who, mention in here.items():
                    if who == whose:
                        continue
                    shared = beside.get(who)
                    if shared is None:
                        beside[who] = shared = _Shared()
                    shared.paragraphs += 1
                    if len(shared.spots) < SHOWN and (not shared.spots or shared.spots[-1][0] is not record):
                        shared.spots.append((record, mention))
    return {
        whose: tuple(
            Companion(who, shared.paragraphs, tuple(passage(record, mention) for record, mention in shared.spots))
            for who, shared in nsmallest(MOST_COMPANIONS, beside.items(), key=lambda pair: (-pair[1].paragraphs, pair[0]))
        )
        for whose, beside in found.items()
    }
