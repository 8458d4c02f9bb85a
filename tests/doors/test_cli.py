"""The command line: contract, help, one-sentence errors, exit codes."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from generator.cli import COMMANDS, main
from generator.records import decode

SEED = Path(__file__).parent.parent.parent / "seeds"


def test_extract_prints_one_record_a_line(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["extract", str(SEED)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    record = decode(line)
    assert record.text == next(SEED.glob("*.txt")).read_text("utf-8")
    assert list(tmp_path.iterdir()) == [], "nothing is left in a foreign folder"


def test_a_record_is_one_line_to_every_reader(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "The council met on Monday.\u2028It voted.\u2029It rose.\u0085It left. \\u2028 stays."
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert main(["extract", str(tmp_path)]) == 0
    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["text"] == text


def test_the_record_keeps_the_contract(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(SEED), "--no-cache"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert {"id", "text", "times", "quotes", "events", "facts", "answers", "entities"} <= record.keys()
    assert {"start", "end", "type", "value"} <= record["times"][0].keys()
    assert {"kind", "content", "cue", "source", "speaker"} <= record["quotes"][0].keys()
    assert {"trigger", "date", "participants", "sentence"} <= record["events"][0].keys()
    assert {"start", "end", "text", "score"} <= record["facts"][0].keys()
    assert list(record["answers"]) == ["who", "what", "when", "where", "why", "how"]
    assert {"id", "name", "type", "mentions"} <= record["entities"][0].keys()


def test_extract_reads_standard_input(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    stdin = io.TextIOWrapper(io.BytesIO("“We agreed,” Mayor Ann Field said.".encode()), "utf-8")
    monkeypatch.setattr(sys, "stdin", stdin)
    assert main(["extract", "-"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert record["quotes"][0]["speaker"] == "Ann Field"


def test_output_goes_to_a_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(SEED), "--output", str(tmp_path / "r.jsonl")]) == 0
    assert capsys.readouterr().out == ""
    assert len((tmp_path / "r.jsonl").read_text("utf-8").splitlines()) == 1


def test_a_broken_article_is_exit_1_and_the_rest_is_printed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "good.txt").write_text("The council met on Monday.", "utf-8")
    (tmp_path / "bad.txt").write_bytes(b"\x00")
    assert main(["extract", str(tmp_path)]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == ["good"]
    assert "error: bad.txt" in err


def test_a_missing_path_is_one_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", "nowhere.txt"]) == 1
    assert capsys.readouterr().err.startswith("error: nowhere.txt does not exist")


def test_wrong_usage_is_exit_2() -> None:
    for arguments in ([], ["frobnicate"], ["extract"], ["extract", "x", "--jobs", "0"]):
        with pytest.raises(SystemExit) as stop:
            main(arguments)
        assert stop.value.code == 2


@pytest.mark.parametrize("command", COMMANDS)
def test_each_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([command, "--help"])
    assert f"briefing {command}" in capsys.readouterr().out


def test_info_is_json(capsys: pytest.CaptureFixture[str]) -> None:
    import spacy

    assert main(["info"]) == 0
    info = json.loads(capsys.readouterr().out)
    assert {"version", "pipeline", "spacy", "mkdocs", "mkdocs-material"} <= info.keys()
    assert spacy.load(info["pipeline"]["path"]).meta["version"] == info["pipeline"]["version"]


def test_a_new_project_builds_as_it_stands(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mine"
    assert main(["new", str(folder)]) == 0
    assert main(["build", "--project", str(folder)]) == 0
    assert main(["check", "--project", str(folder)]) == 0
    assert main(["new", str(folder)]) == 1
    assert "not empty" in capsys.readouterr().err


def test_a_wrong_setting_names_file_key_and_cure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    for text, says in (
        ("titel: x", "did you mean `title:`?"),
        ("publish: all", "'full' or 'excerpts'"),
        ("seeds: ../elsewhere", "inside the project"),
    ):
        (tmp_path / "briefing.yml").write_text(text, "utf-8")
        assert main(["build", "--project", str(tmp_path)]) == 1
        assert says in capsys.readouterr().err


def test_a_timeline_is_a_table_or_json(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["timeline", "Russia", str(SEED)]) == 0
    assert "2016-06-30" in capsys.readouterr().out
    assert main(["timeline", "Russia", str(SEED), "--json"]) == 0
    (entries,) = json.loads(capsys.readouterr().out).values()
    assert {"value", "order", "mentions"} <= entries[0].keys()
