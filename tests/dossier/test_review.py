"""What an editor is told to look at, and the command that settles it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.cli import main
from generator.dossier import Dossier, assemble
from generator.dossier.model import Day, Passage
from generator.dossier.review import Finding, findings
from generator.records.model import Record
from tests.records import entity, quote, record


def article(name: str, text: str, *names: str, said: tuple[str, str] | None = None) -> Record:
    found = {n: entity(text, k, n) for k, n in enumerate(names, 1)}
    quotes = (quote(name, text, said[0], found[said[1]]),) if said else ()
    return record(name, text, entities=tuple(found.values()), quotes=quotes)


def of(kind: str, dossier: Dossier) -> list[Finding]:
    return [f for f in findings(dossier.subjects, dossier.quotations, dossier.happenings) if f.kind == kind]


def test_a_surname_left_apart_is_told_with_both_commands() -> None:
    dossier = assemble(
        [article("a", "John Moor sued Mary Moor.", "John Moor", "Mary Moor"), article("b", "Moor won.", "Moor")], "Title"
    )
    (found,) = of("left apart", dossier)
    assert "John Moor or Mary Moor" in found.sentence
    assert found.commands == ("briefing edit 'John Moor' --merge Moor", "briefing edit 'Mary Moor' --merge Moor")


def test_a_surname_given_to_one_of_two_is_told_with_the_split() -> None:
    dossier = assemble(
        [
            article("a", "President John Moor left.", "John Moor"),
            article("b", "His wife, Mary Moor, came.", "Mary Moor"),
            article("c", "President Moor spoke.", "Moor"),
        ],
        "Title",
    )
    (found,) = of("suspicious join", dossier)
    assert found.commands == ("briefing edit Moor --split",)
    assert "Mary Moor" in found.sentence


def test_the_same_words_of_two_speakers_are_told() -> None:
    words = "The bridge will stand for years to come"
    one = article("a", f"“{words},” Ann Field said.", "Ann Field", said=(words, "Ann Field"))
    other = article("b", f"“{words},” Bo Reed said on Monday again.", "Bo Reed", said=(words, "Bo Reed"))
    dossier = assemble([one, other], "Title")
    pair = [replace(q, wordings=()) for q in dossier.quotations]
    if len(pair) == 1:  # the dossier has joined them: one stands for both
        pair.append(replace(pair[0], id="q-0000000002", speaker="bo-reed"))
    found = findings(dossier.subjects, pair, ())
    assert [f.kind for f in found if f.kind == "speakers clash"] == ["speakers clash"]
    assert any("--speaker 'Bo Reed'" in command for f in found for command in f.commands)


def test_a_day_that_sources_give_otherwise_is_told() -> None:
    from tests.records import event

    text = "Ann Field opened the bridge on Monday."
    happening = assemble([record("a", text, events=(event("a", text, "opened", "2020-01-06"),))], "Title").happenings
    assert happening
    day = Day("2020-01-06", "2020-01-06", "2020-01-06", None)
    doubted = replace(happening[0], day=day, listed=True, differ=(Passage("a", 29, 35, "Monday"),))
    (found,) = [f for f in findings((), (), [doubted]) if f.kind == "doubtful day"]
    assert found.commands[0] == f"briefing edit {doubted.id} --date 2020-01-06"


def test_who_has_no_role_is_told() -> None:
    (found,) = of("no role", assemble([article("a", "Ann Field left.", "Ann Field")], "Title"))
    assert "'Ann Field'" in found.sentence


def test_the_list_is_printed_and_never_published(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    data = tmp_path / "docs" / "data"
    data.mkdir(parents=True)
    (tmp_path / "briefing.yml").write_text("title: Bridges\n", "utf-8")
    assert main(["review", "--project", str(tmp_path)]) == 1
    for name in ("people", "quotes", "events"):
        (data / f"{name}.json").write_text("[]", "utf-8")
    assert main(["review", "--project", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "Nothing to look at.\n"
    assert main(["review", "--project", str(tmp_path), "--output", str(tmp_path / "docs" / "review.md")]) == 1
    assert main(["review", "--project", str(tmp_path), "--output", str(tmp_path / "review.md")]) == 0
    assert (tmp_path / "review.md").read_text("utf-8") == "Nothing to look at.\n"
