"""What a record tells of the stretch of a sentence: its names, times, towns, and whom its words stand for."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence

from generator.dossier.differences.figures import Figure
from generator.dossier.differences.sentences import Sentence
from generator.records.model import Entity, Mention, Record, Time

AGE_UNIT = re.compile(r"^-(?:year|month|week|day)s?-old|^ years? (?:old|of age)")
AGED = re.compile(r"(?:[A-Za-z’'-]+, |\baged? )$")
AHEAD = 9  # characters of "aged " with what stands before it
NEIGHBOURS_COUNTED = 3
# what stands between a place and the one that it lies in or by
PART_OF = re.compile(
    r",? (?:(?:near|in|outside|just|the)\s)*(?:(?:north|south|east|west|central|inner|outer)(?:[ -]?(?:east|west))?(?:ern)?\s)?(?:of\s)?",
    re.I,
)
WITHIN = 20


class Article:
    """What a record tells of the stretch of a sentence."""

    def __init__(self, number: int, record: Record, index: Mapping[tuple[str, str], str], places: Mapping[str, str]) -> None:
        """Sort its mentions and times.

        Args:
            number: of the record.
            record: the article.
            index: the subject of each record's entity.
            places: subjects that are places, with what they are ("city", "state", "country").
        """
        self.number, self.record = number, record

        def subject(entity: Entity) -> str:
            """Whom an editor hid is on no page, and "e1" is somebody in each article."""
            return index.get((record.id, entity.id), f"{record.id} {entity.id}")

        named = sorted((m.start, m.end, subject(e)) for e in record.entities for m in e.mentions if m.kind == "name")
        self._ends = {m.end: subject(e) for e in record.entities for m in sorted(e.mentions, key=_length)}
        self._every_end = sorted(self._ends)
        self._starts = [start for start, _, _ in named]
        self._named = named
        self._times = sorted(record.times, key=lambda t: t.start)
        self._time_starts = [t.start for t in self._times]
        self._places = places
        self._direct = [(c.start, c.end) for q in record.quotes if q.kind != "indirect" for c in q.content]
        self.called: Mapping[str, str] = {}  # subjects by the last word of their name, where it is one's alone
        self.towns_known: frozenset[str] = frozenset()  # subjects that are towns and no buildings
        self.wider: Mapping[str, frozenset[str]] = {}

    def masked(self, sentence: Sentence, found: Sequence[Figure]) -> str:
        """The sentence in lower case, its figures numbered, times and ages blanked."""
        text, parts, position = sentence.text, [], 0
        taken = [(t.start - sentence.start, t.end - sentence.start) for t in self.times(sentence)]
        names = [(s - sentence.start, e - sentence.start) for s, e, _ in self.names(sentence)]
        for n, figure in enumerate(found):
            dated = any(s < figure.end and figure.start < e for s, e in _before(taken, figure.end))
            inside = any(s < figure.start and figure.end <= e for s, e in _before(names, figure.start))
            aged = AGE_UNIT.match(text, figure.end) or (
                AGED.search(text[max(0, figure.start - AHEAD) : figure.start])
                and text[figure.end : figure.end + 1] in {",", ".", ")"}
                and text[figure.start : figure.end].isdigit()
            )
            parts += [text[position : figure.start], "@" if dated or inside or aged or figure.unit else f"#{n}#"]
            position = figure.end
        return " ".join("".join([*parts, text[position:]]).lower().replace(",", " ,").split())

    def times(self, sentence: Sentence) -> list[Time]:
        """The time expressions of a sentence."""
        first, last = bisect_left(self._time_starts, sentence.start), bisect_left(self._time_starts, sentence.end)
        return self._times[first:last]

    def names(self, sentence: Sentence) -> list[tuple[int, int, str]]:
        """The names in a sentence, with the subjects that they stand for."""
        return self._named[bisect_left(self._starts, sentence.start) : bisect_right(self._starts, sentence.end - 1)]

    def named_in(self, start: int, end: int) -> frozenset[str]:
        """The subjects named within a stretch."""
        first, last = bisect_left(self._starts, start), bisect_left(self._starts, end)
        told = self._named[first:last]
        return frozenset(name for at, stop, name in told if stop <= end and self.record.text[at - 1 : at] != "(")

    def place_kind(self, name: str) -> str:
        """What kind of place a subject is: "city", "state", "country"; empty for another subject."""
        return self._places.get(name, "")

    def quoted(self, at: int) -> bool:
        """Whether it stands within a direct quotation."""
        return any(s <= at < e for s, e in self._direct)

    def towns(self, sentence: Sentence) -> frozenset[str]:
        """The towns and buildings that a sentence names, and those of which they are said to be a part or a neighbour."""
        named = [name for _, _, name in self.names(sentence) if self._places.get(name) == "city"]
        return frozenset(named).union(*(self.wider.get(name, ()) for name in named))

    def subject_of(self, start: int, end: int) -> str:
        """Whom or what the words stand for: a name, a role or a pronoun; empty where that is not known."""
        last = self.record.text[start:end].split()[-1]
        known = self._ends.get(end) or (self.called.get(last.casefold()) if last[0].isupper() else None)
        return f"@{known}" if known else ""

    def attributions(self, sentence: Sentence) -> list[tuple[int, int]]:
        """Where a sentence says who said it, and by which verb."""
        inside = (x for q in self.record.quotes for x in (q.cue, q.source) if x is not None)
        return [(x.start, x.end) for x in inside if sentence.start <= x.start < sentence.end]

    def meant(self, sentence: Sentence) -> frozenset[str]:
        """Whom and what a sentence means: by names, roles and pronouns."""
        return frozenset(self.meant_before(sentence, sentence.end))

    def meant_before(self, sentence: Sentence, before: int) -> list[str]:
        """Whom and what a sentence means before a place, in reading order."""
        first, last = bisect_right(self._every_end, sentence.start), bisect_right(self._every_end, before)
        return [self._ends[end] for end in self._every_end[first:last]]

    def parts(self) -> Iterator[tuple[str, str]]:
        """Which place the article says to lie in or by which: "Croydon, south London", "in Croydon, near London"."""
        for (_, end, one), (start, _, other) in itertools.pairwise(self._named):
            if 0 < start - end <= WITHIN and PART_OF.fullmatch(self.record.text, end, start):
                yield one, other


def _before(spans: Sequence[tuple[int, int]], end: int) -> Sequence[tuple[int, int]]:
    """Of spans in their order the last ones that begin before a place: in a list of a thousand days no other is near."""
    at = bisect_left(spans, (end,))
    return spans[max(0, at - NEIGHBOURS_COUNTED) : at]


def _length(mention: Mention) -> int:
    return mention.end - mention.start
