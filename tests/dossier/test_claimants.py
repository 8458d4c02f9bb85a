"""Who claims a fact is told in a whole phrase, or not at all."""

from __future__ import annotations

import pytest

from generator.dossier.claimants import claimant
from generator.dossier.model import Passage


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("the harbour master", "the harbour master"),
        ("Bo Reed, the mayor of Dorne", "Bo Reed, the mayor of Dorne"),
        ("the source, who spoke on condition of anonymity", "the source"),
        ("the founder (and owner (", "the founder"),
        ("just one week after", None),
        ("the outlines of which", None),
        ("The Ostra-based", None),
        ("Bo “the Gull", None),
    ],
)
def test_a_claimant_is_a_whole_phrase(words: str, shown: str | None) -> None:
    found = claimant(Passage("one", 20, 20 + len(words), words))
    assert (found.text if found else None) == shown
    assert found is None or (found.start, found.end) == (20, 20 + len(found.text))


def test_a_pronoun_names_nobody_where_it_is_not_known_whom_it_stands_for() -> None:
    they = Passage("one", 20, 24, "they")
    assert claimant(they) is None
    assert claimant(they, "ann-field") == they
