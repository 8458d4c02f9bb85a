"""Whom "the 23-year-old" means: the one person whose age the article gives so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.language.coreference.component import Entity

AGED = re.compile(r"the (\d{1,3})[ -]year[ -]old\b", re.IGNORECASE)
BEHIND = re.compile(
    r"(?:, | \()(?:aged |age )?(\d{1,3})[,).;:]"
)  # "Ann Field, 23, ran", "Ann Field (23)", "Ann Field, aged 23."
BEFORE_AGE = re.compile(r"(\d{1,3})-year-old(?: [\w-]+){0,4} $")  # "the 23-year-old striker Ann Field"
AGE_WITHIN = 60  # code points before a name in which its age may stand
WORDS_TO_AGE = 12  # behind it


class Ages:
    """The ages that one article gives."""

    def __init__(self, text: str, entities: Sequence[Entity]) -> None:
        self.text = text
        self.people = [entity for entity in entities if entity.type == "PERSON"]
        self.known: dict[str, set[str]] | None = None  # by age, the ids of those of whom it is given

    def asked(self, start: int, end: int) -> str | None:
        """The age by which a phrase names somebody."""
        found = AGED.match(self.text, start, end)
        return found.group(1) if found else None

    def bearer(self, age: str) -> Entity | None:
        """The one person of an age; None where nobody or several are."""
        fits = self._ages().get(age, set())
        return next((entity for entity in self.people if entity.id in fits), None) if len(fits) == 1 else None

    def another(self, age: str, entity: Entity) -> bool:
        """Whether the article gives somebody another age."""
        return any(entity.id in bearers and given != age for given, bearers in self._ages().items())

    def _ages(self) -> dict[str, set[str]]:
        """By age, the ids of those of whom it is given."""
        if self.known is None:
            self.known = {}
            for entity in self.people:
                for mention in entity.mentions:
                    if mention.kind == "name":
                        self._learn(mention.start, mention.end, entity)
        return self.known

    def _learn(self, start: int, end: int, entity: Entity) -> None:
        behind = BEHIND.match(self.text, end, end + WORDS_TO_AGE)
        before = BEFORE_AGE.search(self.text[max(0, start - AGE_WITHIN) : start])
        for found in (behind, before):
            if found and self.known is not None:
                self.known.setdefault(found.group(1), set()).add(entity.id)
