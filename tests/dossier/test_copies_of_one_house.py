"""A publisher that prints its own text again is one publisher still."""

from __future__ import annotations

from msgspec.structs import replace

from generator.dossier.copies import origins
from generator.records.model import Metadata
from tests.records import record


def test_copies_within_one_house_are_that_publisher_s() -> None:
    similar = {"a": ("b",), "b": ("a",)}
    for other, expected in (("Coast Times", 1), ("Harbour Post", 2)):
        made = [
            replace(record(name, "The pier burned."), metadata=Metadata(publisher=house))
            for name, house in (("a", "Coast Times"), ("b", other), ("c", "Coast Times"))
        ]
        assert len(set(origins(made, similar))) == expected
