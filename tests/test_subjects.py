"""People, organisations and places as the dossier shows them."""

from __future__ import annotations

from generator.dossier import assemble
from tests.records import entity, record, span


def test_a_description_begins_and_ends_with_a_word() -> None:
    text = "Ann Field, the mayor of Rome, was there."
    ann = entity(text, 1, "Ann Field").model_copy(update={"descriptions": (span(text, ", the mayor of Rome, "),)})
    (found,) = assemble([record("a", text, entities=(ann,))], "A").subjects
    assert [d.text for d in found.descriptions] == ["the mayor of Rome"]
    assert text[found.descriptions[0].start : found.descriptions[0].end] == "the mayor of Rome"
