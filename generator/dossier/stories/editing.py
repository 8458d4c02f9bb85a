"""What editors said of events: that two entries are one, that a telling stands alone, and on which day an event was."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.dossier.stories.own_day import Ground, OwnDay
from generator.values.timex import days


@dataclass(frozen=True, slots=True)
class Given:
    """Editors' words about events, by the ids of the records' events."""

    dates: Mapping[str, str] = field(default_factory=dict)  # TIMEX3 values
    joins: Sequence[tuple[str, str]] = ()
    splits: frozenset[str] = frozenset()

    def regrouped(self, groups: Sequence[Sequence[int]], ids: Sequence[str]) -> list[list[int]]:
        """The events as editors join and split them.

        Args:
            groups: the mentions of each event.
            ids: the ids of the mentions.
        """
        made = [list(group) for group in groups]
        if not (self.joins or self.splits):
            return made
        alone = [[n] for n, name in enumerate(ids) if name in self.splits]
        made = [kept for group in made if (kept := [n for n in group if ids[n] not in self.splits])] + alone
        for one, other in self.joins:
            home, more = (next((g for g in made if any(ids[n] == name for n in g)), None) for name in (one, other))
            if home is not None and more is not None and home is not more:
                made = [g for g in made if g is not more]
                home += more
        return [sorted(group) for group in made]

    def joined(self, ids: Iterable[str]) -> bool:
        """Whether an editor put an event together: then it is not taken apart."""
        known = {name for pair in self.joins for name in pair}
        return bool(known) and not known.isdisjoint(ids)

    def day(self, event: str) -> OwnDay | None:
        """The day that an editor set."""
        value = self.dates.get(event)
        if value is None:
            return None
        earliest, latest = days(value) or (None, None)
        return OwnDay(value, earliest, latest, Ground.EDITOR, None)


NOTHING_GIVEN = Given()
