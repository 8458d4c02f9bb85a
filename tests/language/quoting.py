"""What the tests of quotations share: a pipeline without the layers that they do not need, and who says what in a text."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from generator.language import document, load
from generator.language.setup.annotation import COMPONENTS
from generator.sources import from_bytes

Said = tuple[str, str | None]


def pipeline() -> Language:
    """The shipped pipeline with coreference and quotations alone."""
    made = load()
    for name in COMPONENTS:
        if name not in {"briefing_coreference", "briefing_quotes"}:
            made.disable_pipe(name)
    return made


def read(nlp: Language, text: str) -> Doc:
    """A text with its quotations."""
    return nlp(document(nlp, from_bytes(text.encode(), ".txt", "a", "a.txt").article))


def speakers(nlp: Language, text: str) -> list[Said]:
    """What is said, with a bar where a tag parts it, and by whom."""
    doc = read(nlp, text)
    names = {entity.id: entity.name for entity in doc._.entities}
    return [(" | ".join(text[a:b] for a, b in quote.content), names.get(quote.speaker or "")) for quote in doc._.quotes]


def sources(nlp: Language, text: str) -> list[str | None]:
    """The words that name who says it."""
    return [text[slice(*quote.source)] if quote.source else None for quote in read(nlp, text)._.quotes]
