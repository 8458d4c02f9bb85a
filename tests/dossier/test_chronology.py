"""The chronology: one event, one entry; what deserves one; what editors join and split."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier import assemble
from generator.dossier.editor.corrections import Correction
from generator.dossier.model import Dossier, Happening
from generator.dossier.stories import chronology
from generator.records.model import Event, EventDate, Record
from generator.values.span import Span
from tests.records import event, record, span

Clause = tuple[str, str, str | None, str]  # sentence, trigger, words for the day, ISO day


def article(name: str, published: str, *told: Clause) -> Record:
    """An article of sentences with one event each."""
    text = "\n\n".join(sentence for sentence, *_ in told)
    made: list[Event] = []
    start = 0
    for sentence, trigger, words, day in told:
        at = span(sentence, trigger)
        found = event(name, text, trigger, sentence=Span(start, start + len(sentence)))
        found = replace(found, trigger=Span(start + at.start, start + at.end))
        if words is not None:
            w = span(sentence, words)
            when = EventDate(value=day, earliest=day, latest=day, wording=Span(start + w.start, start + w.end))
            found = replace(found, date=when)
        made.append(replace(found, id=f"e-{name * 6}{len(made):04d}"[:12]))
        start += len(sentence) + 2
    return replace(
        record(name, text, published, events=tuple(made)),
        metadata=replace(record(name, text, published).metadata, publisher=name),
    )


@pytest.fixture
def by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    """One word, one event."""

    def clusters(found, _):  # type: ignore[no-untyped-def]
        groups: dict[str, list[int]] = {}
        for n, mention in enumerate(found):
            groups.setdefault(mention.word, []).append(n)
        return tuple(map(tuple, groups.values()))

    monkeypatch.setattr(chronology, "clusters", clusters)


def entries(made: Dossier) -> list[Happening]:
    return [h for h in made.happenings if h.listed]


SANK = ("A ferry sank off Port Ellis on Sunday.", "sank", "Sunday", "2020-05-03")
SUNK = ("The ferry sank within minutes.", "sank", None, "")


@pytest.mark.usefixtures("by_word")
def test_an_event_that_one_source_dates_is_one_entry_with_all_tellings() -> None:
    made = assemble([article("a", "2020-05-04", SANK), article("b", "2020-05-04", SUNK)], "Ferry")
    (entry,) = entries(made)
    assert (entry.day and entry.day.value, entry.publishers) == ("2020-05-03", 2)
    assert [(t.sentence.source, t.day and t.day.value) for t in entry.tellings] == [("a", "2020-05-03"), ("b", None)]


@pytest.mark.usefixtures("by_word")
def test_sources_that_differ_about_the_day_are_told() -> None:
    told = [
        article("a", "2020-05-05", SANK),
        article("b", "2020-05-05", ("It sank on Sunday with all its cars.", *SANK[1:])),
    ]
    other = article("c", "2020-05-05", ("The ferry sank on Monday off the coast.", "sank", "Monday", "2020-05-04"))
    (entry,) = entries(assemble([*told, other], "Ferry"))
    assert entry.day is not None
    assert (entry.day.value, [p.text for p in entry.differ]) == ("2020-05-03", ["Monday"])


@pytest.mark.usefixtures("by_word")
def test_days_far_apart_are_two_events() -> None:
    old = ("A ferry of that line sank there on 3 May 2004.", "sank", "3 May 2004", "2004-05-03")
    made = assemble([article("a", "2020-05-04", SANK, old), article("b", "2020-05-04", SUNK)], "Ferry")
    assert [(h.day and h.day.value, len(h.tellings), h.tier) for h in entries(made)] == [
        ("2004-05-03", 1, "background"),
        ("2020-05-03", 2, "story"),
    ]


@pytest.mark.usefixtures("by_word")
def test_what_nobody_dates_is_data_where_two_sources_tell_it() -> None:
    one, other = (
        article(n, "2020-05-04", SANK, (f"Divers raised {what}.", "raised", None, ""))
        for n, what in (("a", "the bell"), ("b", "it"))
    )
    made = assemble([one, other], "Ferry")
    assert [(h.day, h.listed) for h in made.unlisted if h.tellings[0].trigger.text == "raised"] == [(None, False)]
    alone = assemble([one, article("b", "2020-05-04", SANK)], "Ferry")
    assert not [h for h in (*alone.happenings, *alone.unlisted) if h.tellings[0].trigger.text == "raised"]


@pytest.mark.usefixtures("by_word")
def test_what_is_told_in_the_sentence_of_the_main_event_stands_under_it() -> None:
    text = "A ferry sank on Sunday and drowned nine."
    told = [article(n, "2020-05-04", (text, "sank", "Sunday", "2020-05-03")) for n in "a"]
    more = [
        replace(r, events=(*r.events, replace(r.events[0], id=f"e-{'f' * 9}{n}", trigger=span(text, "drowned"))))
        for n, r in enumerate(told)
    ]
    made = assemble(more, "Ferry")
    (entry,) = entries(made)
    (part,) = (h for h in made.unlisted if h.part_of)
    assert {entry.tellings[0].trigger.text, part.tellings[0].trigger.text} == {"sank", "drowned"}
    assert part.part_of == entry.id


@pytest.mark.usefixtures("by_word")
def test_what_is_only_said_or_still_so_is_folded_away() -> None:
    news = [(f"The board {word} it on {n} May 2020.", word, f"{n} May 2020", f"2020-05-{n:02d}") for n, word in enumerate(
        "bought sold built burned closed opened raised signed crashed founded".split(), 10)]  # fmt: skip
    idle = ("The port remains calm on 7 May 2020.", "remains", "7 May 2020", "2020-05-07")
    said = ("Its owner said so on 8 May 2020.", "said", "8 May 2020", "2020-05-08")
    made = assemble([article("a", "2020-05-30", *news, idle, said)], "Port")
    listed = {h.tellings[0].trigger.text for h in entries(made)}
    assert len(listed) == len(news)
    assert listed.isdisjoint({"remains", "said"})


@pytest.mark.usefixtures("by_word")
def test_an_editor_joins_two_entries_and_sets_a_telling_apart() -> None:
    gone = ("The ship went down on Sunday.", "went", "Sunday", "2020-05-03")
    found = [article("a", "2020-05-04", SANK), article("b", "2020-05-04", SUNK, gone)]
    first, other = found[0].events[0].id, found[1].events[1].id
    joined = assemble(found, "Ferry", None, {"a": [Correction(id=first, join=(other,))]})
    (entry,) = entries(joined)
    assert {first, other} <= set(entry.members)
    assert entry.edits == ("join",)
    assert joined.unmatched == ()
    split = assemble(found, "Ferry", None, {"b": [Correction(id=found[1].events[0].id, split=True)]})
    assert all(len(h.tellings) == 1 for h in (*split.happenings, *split.unlisted))
    assert split.unmatched == ()


def test_only_ids_of_events_can_be_joined() -> None:
    with pytest.raises(ValueError, match="no id of an event"):
        Correction.model_validate({"id": "e-0000000001", "join": ["f-0000000002"]})
    with pytest.raises(ValueError, match="can't be set of a fact"):
        Correction.model_validate({"id": "f-0000000001", "join": ["e-0000000002"]})


@pytest.mark.usefixtures("by_word")
def test_a_plan_whose_time_is_over_is_shown_as_another_day_and_does_not_vote() -> None:
    plan = article("a", "2020-01-04", ("The ferry will sail off Port Ellis in January.", "sail", "January", "2020-01-20"))
    texts = {
        "b": ("The ferry will sail off Port Ellis on Thursday.", "Thursday", "2020-02-06"),
        "c": ("Its new owner says that she will sail on Wednesday.", "Wednesday", "2020-02-05"),
    }
    later = [article(n, "2020-02-04", (text, "sail", words, day)) for n, (text, words, day) in texts.items()]
    future = [
        replace(r, events=tuple(replace(e, status="planned", tense="future", clause="main") for e in r.events))
        for r in (plan, *later)
    ]
    (entry,) = entries(assemble(future, "Ferry"))
    assert entry.day is not None
    assert entry.day.value in {"2020-02-05", "2020-02-06"}
    assert "January" in {p.text for p in entry.differ}
