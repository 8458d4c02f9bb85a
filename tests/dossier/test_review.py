"""What an editor is told to look at, and the command that settles it."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from generator.cli import main
from generator.dossier import Dossier, assemble
from generator.dossier.model import Day, Difference, Happening, Passage, Statement, Telling, Version
from generator.dossier.review import Finding, findings
from generator.records.model import Record
from generator.values.identity import identifier
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
    for name in ("people", "quotes", "events", "facts", "disagreements"):
        (data / f"{name}.json").write_text("[]", "utf-8")
    assert main(["review", "--project", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "Nothing to look at.\n"
    assert main(["review", "--project", str(tmp_path), "--output", str(tmp_path / "docs" / "review.md")]) == 1
    assert main(["review", "--project", str(tmp_path), "--output", str(tmp_path / "review.md")]) == 0
    assert (tmp_path / "review.md").read_text("utf-8") == "Nothing to look at.\n"


def statement(number: int, text: str, *subjects: str, also: tuple[Passage, ...] = ()) -> Statement:
    return Statement(f"f-000000000{number}", Passage("a", 0, len(text), text), "action", 1.0, subjects, also=also)


def test_a_name_beside_a_fact_that_its_words_do_not_say_is_told() -> None:
    dossier = assemble([article("a", "Ann Field left. Bo Reed stayed.", "Ann Field", "Bo Reed")], "Title")
    facts = (
        statement(1, "The police held the driver and freed him.", "ann-field"),
        statement(2, "Field thanked them.", "ann-field"),
    )
    (found,) = (f for f in findings(dossier.subjects, (), (), facts) if f.kind == "name not in the words")
    assert found.commands == ("briefing edit f-0000000001 --not-about 'Ann Field'",)


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ("The council put the cost at £400,000.", True),
        ("It could cost £350,000, the council said.", False),
        ("The bridge is old.", False),
    ],
)
def test_a_wording_with_another_number_is_told_with_the_split(other: str, told: bool) -> None:
    passage = Passage("b", 0, len(other), other)
    fact = statement(1, "The repair could cost up to £350,000.", also=(passage,))
    found = [f for f in findings((), (), (), (fact,)) if f.kind == "doubtful wording"]
    wanted = [(f"briefing edit {identifier('f', 'b', (0, len(other)))} --split",)] if told else []
    assert [f.commands for f in found] == wanted


def test_what_stands_under_an_entry_of_another_day_is_told() -> None:
    monday, tuesday, earlier = (Day(value, value, value, None) for value in ("2026-11-23", "2026-11-24", "2026-10-02"))
    passage = Passage("a", 0, 4, "told")
    entry = Happening("e-0000000001", monday, "happened", (Telling(passage, passage, None),), ())
    under = [
        Happening(f"e-000000000{n}", day, "happened", (Telling(passage, passage, None),), (), listed=False, part_of=entry.id)
        for n, day in ((2, tuesday), (3, monday), (4, earlier))
    ]
    found = [f for f in findings((), (), (entry, *under)) if f.kind == "another day"]
    assert [f.commands for f in found] == [("briefing edit e-0000000002 --split",)]


def test_a_difference_is_told_until_an_editor_settles_it() -> None:
    open_ = Difference("d-0000000001", "figure", "injured", False, (Version("3", ()), Version("4", ())))
    settled = replace(open_, id="d-0000000002", note="Three.")
    found = [f for f in findings((), (), (), (), (open_, settled)) if f.kind == "told differently"]
    assert [f.sentence for f in found] == ["injured: 3, 4."]
    assert found[0].commands[1] == "briefing edit d-0000000001 --dismiss"
