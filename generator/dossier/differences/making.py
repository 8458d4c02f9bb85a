"""How a difference is put together from what is told: its name, its versions, how many publishers tell each."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Literal

from generator.dossier.differences.corroboration import cited
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference, Value, Version, Worded
from generator.records.model import Record
from generator.values.identity import identifier

Kind = Literal["figure", "date", "place", "name", "claim"]


class ToldValue(Value, frozen=True):
    """Words of a sentence that tell a value."""

    sentence: Sentence
    start: int  # of the words, in code points into the article
    end: int

    @property
    def number(self) -> int:
        """The number of its record."""
        return self.sentence.number


class Maker:
    """Makes differences of one dossier."""

    def __init__(self, records: Sequence[Record], origins: Sequence[str]) -> None:
        """Keep what all need.

        Args:
            records: the articles.
            origins: the independent publisher of each.
        """
        self.records, self.origins = records, origins

    def difference(
        self,
        kind: Kind,
        about: str,
        values: Mapping[str, Iterable[ToldValue]],
        score: float,
        changed: bool = False,
    ) -> Difference:
        """A difference of its values in the order in which they are given.

        Args:
            kind: what differs.
            about: what the values are of.
            values: for each what tells it.
            score: how much it matters, without how many publishers tell it.
            changed: whether the values follow each other as days pass.
        """
        versions = tuple(self._version(value, sorted(told, key=self._order)) for value, told in values.items())
        every = [(p, told) for v, told in zip(versions, values.values(), strict=True) for p in v.passages]
        first = min((p for p, _ in every), key=lambda p: (self._published(p.source), p.source, p.start))
        publishers = len({self.teller(t) for told in values.values() for t in told})
        return Difference(
            id=_name(first),
            kind=kind,
            about=about,
            changed=changed,
            values=versions,
            publishers=publishers,
            score=round(score + publishers, 4),
            members=tuple(_name(p) for p, _ in every),
        )

    def of_one_time(self, knowing: Sentence, unknowing: Sentence, days: int) -> bool:
        """Whether an article that does not know what another tells appeared no earlier and at most so many days later."""
        one, other = (self.records[s.number].metadata.published for s in (knowing, unknowing))
        return (
            bool(one and other)
            and 0 <= (date.fromisoformat(str(other)[:10]) - date.fromisoformat(str(one)[:10])).days <= days
        )

    def teller(self, told: ToldValue) -> str:
        """The independent publisher who tells it: the one that the sentence cites, or its own."""
        return cited(told.sentence.text) or self.origins[told.number]

    def _version(self, value: str, told: Sequence[ToldValue]) -> Version:
        passages = tuple(self._worded(t) for t in told)
        days = [day for t in told if (day := self.records[t.number].metadata.published)]
        return Version(value, passages, len({self.teller(t) for t in told}), min(days, default=None))

    def _worded(self, told: ToldValue) -> Worded:
        record, s = self.records[told.number], told.sentence
        return Worded(record.id, told.start, told.end, record.text[told.start : told.end], s.text, s.start, s.end)

    def _order(self, told: ToldValue) -> tuple[str, int, int]:
        return self.records[told.number].metadata.published or "9999", told.number, told.start

    def _published(self, source: str) -> str:
        return next((r.metadata.published or "9999" for r in self.records if r.id == source), "9999")


def _name(passage: Worded) -> str:
    return identifier("d", passage.source, (passage.start, passage.end))


def by_publishers(maker: Maker, values: Mapping[str, Sequence[ToldValue]]) -> dict[str, Sequence[ToldValue]]:
    """What most publishers tell first; of equals as given."""
    count = {value: len({maker.teller(t) for t in told}) for value, told in values.items()}
    return dict(sorted(values.items(), key=lambda pair: -count[pair[0]]))
