"""The same words in several articles: one entry, and two speakers for them never without a mark."""

from __future__ import annotations

from generator.dossier import assemble
from generator.dossier.model import Quotation
from generator.pages.json_ld import quotations
from generator.records.model import Record
from generator.values.certainty import CERTAIN, LIKELY
from tests.records import entity, quote, record

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
