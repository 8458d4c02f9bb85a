"""What somebody denies is never shown as if they had said it."""

from __future__ import annotations

import pytest

from generator.dossier import assemble
from generator.pages import PageSettings
from generator.pages.render import render
from generator.records.model import Record
from tests.records import entity, quote, record, span


def article(cue: str) -> Record:
    text = f"Captain Ann Field {cue} that she had been asleep. She left."
    who = entity(text, 1, "Ann Field")
    said = quote("a", text, "that she had been asleep", who, kind="indirect", cue=span(text, cue))
    return record("a", text, entities=(who,), quotes=(said,))


@pytest.mark.parametrize(("cue", "marked"), [("denied", True), ("has denied", True), ("said", False)])
def test_a_denial_is_called_one(cue: str, marked: bool) -> None:
    pages = dict(render(assemble([article(cue)], "Title", None), PageSettings()))
    assert (b"denied by the speaker" in pages["quotes.md"]) is marked
