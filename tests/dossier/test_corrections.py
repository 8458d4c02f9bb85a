"""Editors' corrections: each is applied where it belongs, marked, and reported when it matches nothing."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from pydantic import ValidationError

from generator.dossier import assemble
from generator.dossier.editor.applying import Desk
from generator.dossier.editor.corrections import Correction
from generator.dossier.model import Happening, Passage, Quotation, Statement, Subject
from generator.dossier.stories import chronology
from generator.records.model import Record, Referent
from tests.records import entity, event, fact, quote, record, span

TEXT = "Ann Field opened the bridge. “It will stand,” she said. Bo Reed watched."


def passage(words: str) -> Passage:
    start = TEXT.index(words)
    return Passage("a", start, start + len(words), words)


def subject(name: str, **more: object) -> Subject:
    base: dict[str, object] = {"aliases": (), "descriptions": (), "mentions": (passage(name),), "sources": ("a",)}
    slug = name.lower().replace(" ", "-")
    return Subject(slug, name, "PERSON", salience=1.0, **{**base, **more})  # type: ignore[arg-type]


def statement(number: int) -> Statement:
    return Statement(f"f-000000000{number}", passage("Ann Field opened the bridge."), "action", 1.0, ())


QUOTATION = Quotation(
    "q-0000000001", "direct", (passage("It will stand,"),), passage(TEXT), None, passage("she"), "bo-reed", 0.9
)
PEOPLE = (subject("Ann Field"), subject("Bo Reed"))


def desk(**correction: object) -> Desk:
    return Desk({"a": [Correction.model_validate(correction)]})


def test_a_speaker_is_set_by_name() -> None:
    (q,) = desk(id="q-0000000001", speaker="Ann Field").quotations([QUOTATION], PEOPLE)
    assert (q.speaker, q.edited) == ("ann-field", True)


def test_a_speaker_is_cleared_by_null() -> None:
    (q,) = desk(id="q-0000000001", speaker=None).quotations([QUOTATION], PEOPLE)
    assert (q.speaker, q.edited) == (None, True)


def test_a_note_alone_leaves_the_speaker() -> None:
    (q,) = desk(id="q-0000000001", note="Checked against the tape.").quotations([QUOTATION], PEOPLE)
    assert (q.speaker, q.note, q.edited) == ("bo-reed", "Checked against the tape.", True)


def test_an_unknown_speaker_is_reported() -> None:
    made = desk(id="q-0000000001", speaker="Nobody Known")
    made.quotations([QUOTATION], PEOPLE)
    assert "q-0000000001" in made.unmatched()[0]
    assert made.log() == (), "the log would tell everybody that it was done"
    known = desk(id="q-0000000001", speaker="Ann Field")
    known.quotations([QUOTATION], PEOPLE)
    assert known.log()[0].made == (("speaker", "Ann Field"),)


def test_a_date_is_set_before_events_are_ordered() -> None:
    told = record("a", TEXT, events=(event("a", TEXT, "opened", "2020-01-01"), event("a", TEXT, "watched", "2020-01-02")))
    made = assemble([told], "A", None, {"a": [Correction(id=told.events[0].id, date="2020-03-31")]}).happenings
    assert [(h.day.value, h.day.earliest) for h in made if h.day] == [("2020-01-02",) * 2, ("2020-03-31",) * 2]


def test_a_yaml_date_is_a_date() -> None:
    from datetime import date

    assert Correction.model_validate({"id": "e-0000000001", "date": date(2019, 12, 31)}).date == "2019-12-31"


def test_facts_are_hidden_pinned_and_placed() -> None:
    made = Desk(
        {
            "a": [
                Correction(id="f-0000000001", hide=True),
                Correction(id="f-0000000003", pin=True),
                Correction(id="f-0000000004", order=2, heading="The bridge"),
            ]
        }
    )
    found = made.statements([statement(n) for n in (1, 2, 3, 4)])
    assert [s.id[-1] for s in found] == ["3", "4", "2"]
    assert [s.edited for s in found] == [True, True, False]
    assert found[1].heading == "The bridge"


def test_a_member_of_a_merged_event_is_found_by_its_own_id() -> None:
    h = Happening("e-0000000001", None, "happened", (), (), members=("e-0000000001", "e-0000000002"))
    (found,) = desk(id="e-0000000002", note="Same day").happenings([h])
    assert found.note == "Same day"


def test_people_are_merged_and_renamed() -> None:
    made = Desk({"a": [Correction(person="Ann Field", merge=("Bo Reed",), rename="Dame Ann Field")]})
    people, index = made.subjects(PEOPLE, {("a", "e1"): "ann-field", ("a", "e2"): "bo-reed"})
    assert [(s.id, s.name, s.aliases) for s in people] == [("ann-field", "Dame Ann Field", ("Ann Field", "Bo Reed"))]
    assert index == {("a", "e1"): "ann-field", ("a", "e2"): "ann-field"}
    assert made.unmatched() == ()


def test_a_hidden_person_leaves_the_index() -> None:
    people, index = desk(person="Bo Reed", hide=True).subjects(PEOPLE, {("a", "e2"): "bo-reed"})
    assert [s.id for s in people] == ["ann-field"]
    assert index == {}


def test_what_matches_nothing_is_reported() -> None:
    made = desk(id="f-00000000ff", hide=True)
    made.statements([statement(1)])
    (line,) = made.unmatched()
    assert "f-00000000ff" in line
    assert "'a'" in line


@pytest.mark.parametrize(
    "wrong",
    [
        {"hide": True},
        {"id": "f-0000000001", "person": "Ann"},
        {"id": "nonsense"},
        {"id": "e-0000000001", "date": "soon"},
        {"id": "f-0000000001", "colour": "red"},
        {"id": "f-0000000001", "speaker": "Ann Field"},
        {"id": "e-0000000001", "pin": True},
        {"person": "Ann Field", "heading": "The mayor"},
    ],
)
def test_a_wrong_correction_is_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Correction.model_validate(wrong)


@pytest.mark.parametrize("day", ["2016-07-02", "2016-07", "2016"])
def test_an_event_that_several_sources_tell_stays_one_when_its_date_is_corrected(
    day: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """ "The bridge opened" in one, "Ann Field opened it" in another: the editor corrects the entry, not one telling of it."""
    texts = ("The old bridge in Rome opened on 1 July.", "After ten years Ann Field opened the bridge on 1 July.")
    told = [
        record(name, text, events=(event(name, text, "opened", "2016-07-01"),))
        for name, text in zip("ab", texts, strict=True)
    ]
    monkeypatch.setattr(chronology, "clusters", lambda mentions, records: (tuple(range(len(mentions))),))
    (before,) = assemble(told, "A").happenings
    for member in before.members:
        made = assemble(told, "A", None, {"b": [Correction(id=member, date=day)]})
        (after,) = made.happenings
        assert after.day is not None
        assert (after.day.value, len(after.tellings), after.edited) == (day, 2, True)
        assert set(after.members) == set(before.members)
        assert made.unmatched == ()


def test_an_event_whose_date_is_cleared_stays_without_one_and_last() -> None:
    told = record("a", TEXT, events=(event("a", TEXT, "opened", "2020-01-01"), event("a", TEXT, "watched", "2020-01-02")))
    made = assemble([told], "A", None, {"a": [Correction(id=told.events[0].id, date=None)]})
    assert [(h.day.value if h.day else None, h.edits) for h in made.happenings] == [("2020-01-02", ()), (None, ("date",))]
    assert made.unmatched == ()


def test_corrections_of_one_thing_in_two_sidecars_are_taken_together() -> None:
    made = Desk({"a": [Correction(id="f-0000000002", pin=True)], "b": [Correction(id="f-0000000002", note="Checked.")]})
    found = made.statements([statement(1), statement(2)])
    assert [(s.id[-1], s.note, s.edits) for s in found] == [("2", "Checked.", ("pin", "note")), ("1", None, ())]
    assert made.unmatched() == ()


def test_sidecars_that_differ_are_told_of_and_the_first_holds() -> None:
    made = Desk(
        {"a": [Correction(id="q-0000000001", speaker="Ann Field")], "b": [Correction(id="q-0000000001", speaker=None)]}
    )
    (q,) = made.quotations([QUOTATION], PEOPLE)
    assert q.speaker == "ann-field"
    (line,) = made.unmatched()
    assert all(word in line for word in ("'a'", "'b'", "`speaker:`", "q-0000000001", "'Ann Field'", "none"))


def test_what_is_hidden_and_pinned_stays_hidden_and_is_told_of() -> None:
    made = Desk({"a": [Correction(id="f-0000000001", hide=True, pin=True)]})
    assert made.statements([statement(1)]) == ()
    assert "`pin:`" in made.unmatched()[0]


def test_members_of_one_entry_may_differ_only_with_a_warning() -> None:
    h = Happening("e-0000000001", None, "happened", (), (), members=("e-0000000001", "e-0000000002"))
    made = Desk({"a": [Correction(id="e-0000000001", note="One"), Correction(id="e-0000000002", note="Two")]})
    (found,) = made.happenings([h])
    assert found.note == "One"
    assert "'Two'" in made.unmatched()[0]


def test_names_are_joined_and_the_one_named_anew_by_two_corrections() -> None:
    made = Desk(
        {
            "a": [Correction(person="Bo Reed", note="A clerk.")],
            "b": [Correction(person="Ann Field", merge=("Bo Reed",), type="ORG")],
        }
    )
    people, _ = made.subjects(PEOPLE, {})
    assert [(s.name, s.type, s.note, s.edits) for s in people] == [
        ("Ann Field", "ORG", "A clerk.", ("note", "merge", "type"))
    ]


def test_a_merged_name_that_nobody_has_is_named() -> None:
    made = desk(person="Ann Field", merge=("Nobody Known",), rename="Dame Ann Field")
    (first, _) = made.subjects(PEOPLE, {})[0]
    assert first.name == "Dame Ann Field"
    assert "'Nobody Known'" in made.unmatched()[0]


STREET = "Ann Field runs the roads. The police held the driver and freed him."
BESIDE = "The police held the driver and freed him."


def street() -> Record:
    him = span(STREET, "him")
    ann = entity(STREET, 1, "Ann Field", "Ann Field", "him")
    held = fact(
        "a",
        STREET,
        BESIDE,
        entities=("e1",),
        referents=(Referent(start=him.start, end=him.end, entity="e1"),),
    )
    return record(
        "a", STREET, entities=(ann,), facts=(held,), events=(event("a", STREET, "held", "2020-01-01", participants=("e1",)),)
    )


def test_a_name_is_taken_off_a_fact_and_an_event() -> None:
    told = street()
    before = assemble([told], "A")
    assert before.statements[0].subjects == ("ann-field",)
    given = [Correction(id=each.id, not_about=("Ann Field",)) for each in (told.facts[0], told.events[0])]
    made = assemble([told], "A", None, {"a": given})
    (statement,) = made.statements
    assert (statement.subjects, statement.marks, statement.edits) == ((), (), ("not_about",))
    (happening,) = (*made.happenings, *made.unlisted)
    assert (happening.participants, happening.edits) == ((), ("not_about",))
    assert made.unmatched == ()
    assert {entry.made for entry in made.corrected} == {(("not_about", "Ann Field"),)}


def test_a_name_that_does_not_stand_beside_a_fact_is_reported_and_not_logged() -> None:
    told = street()
    made = assemble([told], "A", None, {"a": [Correction(id=told.facts[0].id, not_about=("Bo Reed",))]})
    assert "'Bo Reed' does not stand beside" in made.unmatched[0]
    assert made.statements[0].subjects == ("ann-field",)
    assert (made.statements[0].edits, made.corrected) == ((), ())


def test_only_the_name_that_did_nothing_is_left_off_the_log() -> None:
    """The others of its list are logged, and the same name elsewhere."""
    told = street()
    fact, event = (each.id for each in (told.facts[0], told.events[0]))
    given = [Correction(id=fact, not_about=("Ghost", "Ann Field")), Correction(id=event, not_about=("Ann Field", "Ghost"))]
    made = assemble([told], "A", None, {"a": given})
    assert {(entry.target, entry.made) for entry in made.corrected} == {
        (n, (("not_about", "Ann Field"),)) for n in (fact, event)
    }
    assert len(made.unmatched) == 2


def test_a_name_refused_at_one_place_is_logged_at_another() -> None:
    told = street()
    nobody = replace(told.facts[0], entities=(), referents=())
    told = replace(told, facts=(nobody,), quotes=(quote("a", STREET, "freed him"),))
    given = [
        Correction(id=nobody.id, not_about=("Ann Field",)),
        Correction(id=told.quotes[0].id, speaker="Ann Field"),
    ]
    made = assemble([told], "A", None, {"a": given})
    assert {entry.target: entry.made for entry in made.corrected} == {told.quotes[0].id: (("speaker", "Ann Field"),)}
    assert len(made.unmatched) == 1


def test_a_wording_that_an_editor_sets_apart_is_a_fact_of_its_own() -> None:
    one, two = (
        "The repair of the harbour bridge could cost many millions.",
        "The harbour bridge repair could cost many millions, she said.",
    )
    told = [record("a", one, facts=(fact("a", one, one, 0.9),)), record("b", two, facts=(fact("b", two, two, 0.8),))]
    (joined,) = assemble(told, "A").statements
    apart = next(name for name in joined.members if name != joined.id)
    made = assemble(told, "A", None, {"b": [Correction(id=apart, split=True)]})
    assert {(s.id, s.also) for s in made.statements} == {(joined.id, ()), (apart, ())}
    assert next(s.edits for s in made.statements if s.id == apart) == ("split",)


def test_an_event_that_an_editor_sets_apart_stands_on_the_chronology() -> None:
    part = Happening("e-0000000001", None, "happened", (), (), listed=False, tier="further", part_of="e-0000000002")
    whole = Happening("e-0000000002", None, "happened", (), ())
    made = desk(id="e-0000000001", split=True).happenings([whole, part])
    assert [(h.listed, h.part_of) for h in made if h.id == part.id] == [(True, None)]
