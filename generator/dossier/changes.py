"""What is new since an earlier build: facts, quotations and events that came, changed or went.

Both builds are given as the tables that they export (`data/facts.csv`, ...). An item is the same if its id is; after an article was
edited, also if its words are.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

Table = Literal["facts", "quotes", "events"]
Kind = Literal["new", "changed", "gone"]
Row = Mapping[str, str]
Tables = Mapping[str, Sequence[Row]]

COMPARED_TABLES: tuple[Table, ...] = get_args(Table)
CHANGE_KINDS: tuple[Kind, ...] = get_args(Kind)
WORDS: dict[Table, str] = {"facts": "text", "quotes": "text", "events": "sentence"}
# one sentence can tell of several events: there the trigger tells them apart
IDENTITY: dict[Table, tuple[str, ...]] = {"facts": ("text",), "quotes": ("text",), "events": ("sentence", "trigger")}
# columns whose change a reader is told of, and what they are called
WATCHED: dict[Table, dict[str, str]] = {
    "facts": {"text": "words", "claimed_by": "claimed by", "date": "date", "note": "editor’s note"},
    "quotes": {"text": "words", "speaker": "speaker", "date": "date", "note": "editor’s note"},
    "events": {"date": "day", "status": "status", "sentence": "words", "place": "place", "note": "editor’s note"},
}


@dataclass(frozen=True, slots=True)
class Detail:
    """One thing of an item that differs."""

    what: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Change:
    """One item that differs."""

    table: Table
    kind: Kind
    id: str
    words: str
    label: str  # of a quotation its speaker, of an event its trigger: what its words alone do not tell
    details: tuple[Detail, ...] = ()  # of a changed item


def compare(before: Tables, now: Tables) -> tuple[Change, ...]:
    """What differs between two builds: new, changed, then gone items of each table, in the tables' order.

    Args:
        before: table name -> rows of the earlier build, every cell as text.
        now: the same of this build.
    """
    return tuple(
        change for table in COMPARED_TABLES for change in _compared(table, before.get(table, ()), now.get(table, ()))
    )


def _compared(table: Table, before: Sequence[Row], now: Sequence[Row]) -> list[Change]:
    old, new = {row["id"]: row for row in before}, {row["id"]: row for row in now}
    moved = _moved(old, new, IDENTITY[table])
    found: list[Change] = []
    for name, row in new.items():
        earlier = old.get(moved.get(name, name))
        details = _details(earlier, row, WATCHED[table]) if earlier else ()
        if not earlier or details:
            found.append(_change(table, "changed" if earlier else "new", row, details))
    gone = old.keys() - new.keys() - set(moved.values())
    found += [_change(table, "gone", row) for name, row in old.items() if name in gone]
    return sorted(found, key=lambda change: CHANGE_KINDS.index(change.kind))


def _change(table: Table, kind: Kind, row: Row, details: tuple[Detail, ...] = ()) -> Change:
    label = {"facts": "", "quotes": row.get("speaker", ""), "events": row.get("trigger", "")}[table]
    return Change(table, kind, row["id"], row[WORDS[table]], label, details)


def _moved(old: Mapping[str, Row], new: Mapping[str, Row], identity: Sequence[str]) -> dict[str, str]:
    """New ids of items that had another id, by what makes them the same: an edit before them moved their spans."""
    free: dict[tuple[str, ...], list[str]] = {}
    for name, row in old.items():
        if name not in new:
            free.setdefault(_key(row, identity), []).append(name)
    found = {}
    for name, row in new.items():
        key = _key(row, identity)
        if name not in old and free.get(key):
            found[name] = free[key].pop(0)
    return found


def _key(row: Row, identity: Sequence[str]) -> tuple[str, ...]:
    return tuple(row.get(column, "") for column in identity)


def _details(before: Row, now: Row, watched: Mapping[str, str]) -> tuple[Detail, ...]:
    pairs = (Detail(title, before.get(column, ""), now.get(column, "")) for column, title in watched.items())
    return tuple(detail for detail in pairs if detail.before != detail.now)
