"""The data files hold all that the pages are made of: pages made of them again are the same, byte for byte."""

from __future__ import annotations

import json
from pathlib import Path

import msgspec
import pytest

from generator.pages import render, whole


def files(folder: Path) -> dict[str, bytes]:
    return {f.name: f.read_bytes() for f in (folder / "data").iterdir() if f.is_file()}


def test_pages_made_from_the_data_again_are_the_same(briefed: Path) -> None:
    dossier, settings = whole.decoded(files(briefed / "docs").get)
    made = dict(render(dossier, settings))
    assert len(made) > 40
    assert [path for path, data in made.items() if (briefed / "docs" / path).read_bytes() != data] == []


def test_what_was_chosen_for_the_first_page_stands_in_the_data(briefed: Path) -> None:
    found = json.loads((briefed / "docs" / "data" / "briefing.json").read_bytes())
    assert found["lede"]["passage"]["text"].startswith("Mayor Ann Field closed")
    assert [s["title"] for s in found["sources"]][:2] == ["Storm kills 14 in Portsmouth", "Bridge closed after storm"]
    assert found["settings"]["report"] == "mailto:desk@example.org"


def test_a_source_without_its_record_is_told(briefed: Path) -> None:
    data = files(briefed / "docs")
    data["records.jsonl"] = b"\n".join(line for line in data["records.jsonl"].split(b"\n") if b'"id":"storm"' not in line)
    with pytest.raises(msgspec.MsgspecError, match="no record of storm"):
        whole.decoded(data.get)
