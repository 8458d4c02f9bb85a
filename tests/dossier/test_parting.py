"""An editor parts what was joined: whoever is called by a name is somebody else, with their quotations and events."""

from __future__ import annotations

from msgspec.structs import replace

from generator.dossier import assemble
from generator.dossier.editor.corrections import Correction
from generator.dossier.editor.parting import parted
from generator.records.model import Record, Span
from tests.records import entity, event, quote, record, span

TEXT = "Melania Moor sat. Moor spoke on Monday. “It will stand,” Moor said."


def article() -> Record:
    whole = entity(TEXT, 1, "Melania Moor", "Melania Moor", "Moor spoke", "Moor said")
    cut = [whole.mentions[0], *(replace(m, end=m.start + len("Moor")) for m in whole.mentions[1:])]
    who = replace(whole, mentions=tuple(cut))
    said = quote("a", TEXT, "“It will stand,”", who)
    at = span(TEXT, "Moor said")
    said = replace(said, source=Span(start=at.start, end=at.start + len("Moor")))
    told = event("a", TEXT, "spoke")
    told = replace(told, participants=("e1",), sentence=span(TEXT, "Moor spoke on Monday."))
    return record("a", TEXT, entities=(who,), quotes=(said,), events=(told,))


def test_a_name_set_apart_is_a_person_with_what_is_theirs() -> None:
    corrections = {"a": [Correction.model_validate({"person": "Moor", "split": True})]}
    before = assemble([article()], "Title")
    after = assemble([article()], "Title", corrections=corrections)
    assert {s.name: len(s.mentions) for s in before.subjects} == {"Melania Moor": 3}
    assert {s.name: (len(s.mentions), s.edits) for s in after.subjects} == {"Melania Moor": (1, ()), "Moor": (2, ("split",))}
    assert [q.speaker for q in after.quotations] == ["moor"]
    assert not after.unmatched
    told = parted([article()], {"moor"})[0]
    assert [e.participants for e in told.events] == [("e1s",)]


def test_who_is_set_apart_is_joined_to_nobody_elsewhere() -> None:
    other = "Moor left."
    corrections = {"a": [Correction.model_validate({"person": "Moor", "split": True})]}
    made = assemble([article(), record("b", other, entities=(entity(other, 1, "Moor"),))], "Title", corrections=corrections)
    assert {s.name: s.sources for s in made.subjects} == {"Melania Moor": ("a",), "Moor": ("a", "b")}


def test_without_a_correction_nothing_changes() -> None:
    assert parted([article()], ()) == [article()]


def test_two_persons_of_one_name_have_two_addresses() -> None:
    texts = ["Mr. Reed came.", "Mrs. Reed came."]
    records = [record(f"r{n}", text, entities=(entity(text, 1, "Reed"),)) for n, text in enumerate(texts)]
    made = assemble(records, "Title").subjects
    assert len({s.id for s in made}) == len(made) == 2
