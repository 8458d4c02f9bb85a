"""The cache: the same input gives the same key, any other input another; what was damaged is not trusted."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.building.cache import Cache, Entry, fingerprint
from generator.records import Record, decode

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def record() -> Record:
    return decode((ROOT / "docs" / "data" / "records.jsonl").read_bytes().splitlines()[0])


@given(st.lists(st.binary()), st.lists(st.binary()))
def test_parts_never_run_together(one: list[bytes], other: list[bytes]) -> None:
    assert (fingerprint(*one) == fingerprint(*other)) == (one == other)


def test_a_key_covers_name_format_bytes_sidecar_and_pipeline(tmp_path: Path) -> None:
    cache = Cache(tmp_path, None)
    keys = [cache.key("a", ".txt", b"x", b""), cache.key("b", ".txt", b"x", b""), cache.key("a", ".md", b"x", b"")]
    keys += [cache.key("a", ".txt", b"y", b""), cache.key("a", ".txt", b"x", b"y")]
    keys += [Cache(tmp_path, "another_pipeline").key("a", ".txt", b"x", b"")]
    assert len(set(keys)) == len(keys)
    assert Cache(tmp_path, None).key("a", ".txt", b"x", b"") == keys[0]


def test_what_was_put_is_found(tmp_path: Path, record: Record) -> None:
    Cache(tmp_path, None).put("ab" * 32, Entry(record, ("no date",), True))
    assert Cache(tmp_path, None).get("ab" * 32) == Entry(record, ("no date",), True)
    assert Cache(tmp_path, None).get("cd" * 32) is None


@pytest.mark.parametrize("damage", [b"", b"x", b"{}", b"\xff\xfe", None])
def test_a_damaged_or_foreign_entry_is_no_record(tmp_path: Path, record: Record, damage: bytes | None) -> None:
    cache = Cache(tmp_path, None)
    cache.put("ab" * 32, Entry(record))
    (entry,) = tmp_path.glob("*/*.json")
    entry.write_bytes(entry.read_bytes()[:-9] if damage is None else damage)
    assert cache.get("ab" * 32) is None


def test_an_entry_under_another_key_is_no_record(tmp_path: Path, record: Record) -> None:
    cache = Cache(tmp_path, None)
    cache.put("ab" * 32, Entry(record))
    (entry,) = tmp_path.glob("*/*.json")
    other = tmp_path / "cd" / f"{'cd' * 32}.json"
    other.parent.mkdir()
    entry.rename(other)
    assert cache.get("cd" * 32) is None


def test_other_records_are_forgotten(tmp_path: Path, record: Record) -> None:
    cache = Cache(tmp_path, None)
    cache.put("ab" * 32, Entry(record))
    cache.put("cd" * 32, Entry(record))
    cache.keep_only({"cd" * 32})
    assert cache.get("ab" * 32) is None
    assert cache.get("cd" * 32) == Entry(record)
