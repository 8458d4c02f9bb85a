"""The same words in several articles: one entry, and two speakers for them never without a mark."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier import assemble
from generator.dossier.model import Quotation
from generator.pages.json_ld import quotations
from generator.records.model import EventDate, Record
from generator.values.certainty import CERTAIN, LIKELY
from tests.records import entity, event, quote, record, span

WORDS = "“The old pier will be open again before the summer”"

REST = {
    "a": "A storm took its deck in January and two ferries had to stop for a month.",
    "b": "Visitors spend much money in this small harbour town when the sun shines.",
}


def told(name: str, who: str, confidence: float, words: str = WORDS) -> Record:
    text = f"{words}, {who} said. {REST[name]}"
    speaker = entity(text, 1, who)
    return record(name, text, entities=(speaker,), quotes=(quote(name, text, words, speaker, confidence=confidence),))


def entries(*records: Record) -> list[Quotation]:
    return list(assemble(records, "Title").quotations)


def test_two_who_agree_are_as_sure_as_the_surer_one() -> None:
    (said,) = entries(told("a", "Ann Field", 0.8), told("b", "Ann Field", 0.96))
    assert (said.speaker, said.confidence, said.otherwise) == ("ann-field", 0.96, ())


def test_the_surer_of_two_speakers_stays_with_a_mark_and_less_sure() -> None:
    (said,) = entries(told("a", "Bo Reed", 0.7), told("b", "Ann Field", 0.97))
    assert (said.speaker, said.otherwise) == ("ann-field", ("bo-reed",))
    assert LIKELY <= said.confidence < CERTAIN
    assert not said.certain


def test_of_two_equally_sure_neither_is_named_as_the_speaker() -> None:
    (said,) = entries(told("a", "Bo Reed", 0.95), told("b", "Ann Field", 0.95))
    assert (said.speaker, set(said.otherwise)) == (None, {"bo-reed", "ann-field"})


def test_two_may_say_the_same_few_words_and_each_entry_tells_of_the_other() -> None:
    short = "“We are very sorry”"
    found = entries(told("a", "Bo Reed", 0.95, short), told("b", "Ann Field", 0.95, short))
    assert [(said.speaker, said.otherwise) for said in found] == [
        ("bo-reed", ("ann-field",)),
        ("ann-field", ("bo-reed",)),
    ]
    assert all(said.confidence < CERTAIN for said in found)


def test_few_words_of_one_person_or_of_one_article_are_not_marked() -> None:
    short = "“We are very sorry”"
    (said,) = entries(told("a", "Bo Reed", 0.95, short), told("b", "Bo Reed", 0.95, short))
    assert (said.otherwise, said.confidence) == ((), 0.95)
    others = entries(told("a", "Bo Reed", 0.95, short), told("b", "Ann Field", 0.95, "“It is over now”"))
    assert [other.otherwise for other in others] == [(), ()]


def test_machines_read_no_speaker_who_is_only_probable() -> None:
    class Links:
        listed: frozenset[str] = frozenset()

        def __getattr__(self, name: str) -> object:
            return lambda *_: name

    for confidence, named in ((CERTAIN, True), (CERTAIN - 0.01, False)):
        made = assemble([told("a", "Ann Field", confidence)], "Title")
        subjects = {s.id: s for s in made.subjects}
        (node,) = quotations(made.quotations, Links(), subjects)  # type: ignore[arg-type]
        assert ("spokenByCharacter" in node) is named


SAYING = "the old pier of this small harbour town would be open to visitors again before the summer"


def reported(name: str, who: str, words: str = SAYING) -> Record:
    text = f"{who} said {words}. {REST[name]}"
    speaker = entity(text, 1, who)
    return record(
        name, text, entities=(speaker,), quotes=(quote(name, text, words, speaker, confidence=0.9, kind="indirect"),)
    )


@pytest.mark.parametrize("words", [SAYING, SAYING.replace("summer", "holidays")])
def test_what_twin_texts_report_of_one_speaker_is_one_entry(words: str) -> None:
    (said,) = entries(reported("a", "Ann Field"), reported("b", "Ann Field", words))
    (wording,) = said.wordings
    assert (wording.source, wording.differs) == ("b", words != SAYING)


@pytest.mark.parametrize(
    ("who", "words"),
    [
        ("Bo Reed", SAYING),
        ("Ann Field", SAYING.replace("would", "would not")),
        ("Ann Field", "the old pier of this small harbour town would be closed for good after the winter"),
    ],
)
def test_reports_of_other_speakers_or_other_things_stay_apart(who: str, words: str) -> None:
    assert len(entries(reported("a", "Ann Field"), reported("b", who, words))) == 2


def test_another_number_makes_another_report() -> None:
    one = "it would take 3 months to mend the deck of the old pier"
    assert len(entries(reported("a", "Ann Field", one), reported("b", "Ann Field", one.replace("3", "5")))) == 2


def test_a_report_does_not_join_words_in_marks() -> None:
    assert len(entries(told("a", "Ann Field", 0.9), reported("b", "Ann Field", WORDS.strip("“”")))) == 2


@pytest.mark.parametrize(
    ("shared", "confidence", "day"),
    [(False, 0.6, "2024-03-05"), (True, 0.57, None), (True, None, None), (True, 0.86, "2024-03-05")],
)
def test_the_day_of_another_word_is_that_of_a_saying_only_where_it_is_nearly_sure(
    shared: bool, confidence: float | None, day: str | None
) -> None:
    text = f"Bo Reed was questioned on Tuesday. {WORDS}, Ann Field said."
    cue = span(text, "said")
    when = EventDate("2024-03-05", "2024-03-05", "2024-03-05", span(text, "Tuesday"), shared=shared, confidence=confidence)
    saying = replace(event("a", text, "said"), date=when)
    speaker = entity(text, 1, "Ann Field")
    article = record("a", text, entities=(speaker,), events=(saying,), quotes=(quote("a", text, WORDS, speaker, cue=cue),))
    (said,) = entries(article)
    assert said.date == day
