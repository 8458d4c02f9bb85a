"""Each bad input is answered by a sentence that names the file, the fault and the cure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.cli import main
from generator.errors import SourceError
from generator.sources import READERS
from generator.sources.sidecar import load_yaml
from tests.building.test_build import copied


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("publisher: X\ntitle: one: two", 2, "texts with a colon in quotation marks"),
        ("publisher: X\ntitle: 'The vote\nauthor: Y", 2, "a quotation mark is opened and not closed"),
        ('title: "The vote', 1, "a quotation mark is opened and not closed"),
        ("publisher: X\ntitle: [The vote", 2, "a bracket is opened and not closed"),
        ("{title: The vote", 1, "a bracket is opened and not closed"),
        ("title: A\n\tauthor: B", 2, "spaces, not with a tab"),
        ("title: @home", 1, "begins with a sign"),
        ("title: `home`", 1, "begins with a sign"),
        ("title\npublished: 2016-08-09", 2, "with a colon behind it"),
        ("corrections:\n- id: f-1234567890\n hide: true", 3, "write `key: value`"),
    ],
)
def test_a_yaml_fault_is_told_by_its_kind(text: str, line: int, says: str) -> None:
    with pytest.raises(SourceError, match=rf"^a\.yml is not valid YAML \(line {line}\): .*{says}"):
        load_yaml(text, "a.yml")


def test_a_key_that_stands_twice_is_not_chosen_from() -> None:
    with pytest.raises(SourceError, match=r"a\.yml has the key `title:` twice \(again in line 3\): keep one"):
        load_yaml("title: A\nauthor: B\ntitle: C", "a.yml")
    assert load_yaml("title: A\ncorrections:\n- id: x\n- id: y", "a.yml")["title"] == "A"


def test_empty_seeds_name_the_formats(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    assert main(["build", "--project", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert all(ending in said for ending in READERS)
    assert "briefing add" in said


def test_a_file_of_an_unknown_format_names_the_known_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.doc").write_bytes(b"x")
    assert main(["extract", str(tmp_path / "a.doc")]) == 1
    said = capsys.readouterr().err
    assert "a.doc" in said
    assert ".docx" in said


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (lambda known: ["f-nope", "--hide"], "Nothing on the pages has the id 'f-nope' (an id looks like f-"),
        (lambda known: [f"{known[:-1]}x", "--hide"], " (nearest: {known}"),
        (lambda known: [known[:-1], "--hide"], " (nearest: {known}"),
        (lambda known: ["Vladimir Puttin", "--note", "x"], "(nearest: Vladimir Putin)"),
        (lambda known: ["Nobody Whatever", "--note", "x"], "Nothing on the pages has the name 'Nobody Whatever': copy it"),
    ],
)
def test_an_unknown_target_names_the_nearest(
    given: object, says: str, seed_project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copied(seed_project, tmp_path / "p")
    known = json.loads((project / "docs" / "data" / "facts.json").read_text("utf-8"))[0]["id"]
    assert callable(given)
    assert main(["edit", *given(known), "--project", str(project)]) == 1
    assert says.replace("{known}", known) in capsys.readouterr().err


def test_a_timeline_prints_one_line_an_event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "Northern Water inspected the dam in October 2023 and\nreported no damage. Northern Water closed it in May 2024.\n"
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert main(["timeline", "Northern Water", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(set(lines)) == 2
    assert lines[0].startswith("2023-10      Northern Water inspected the dam in October 2023 and reported")
