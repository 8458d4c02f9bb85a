"""Names after the recogniser: what the article itself shows."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc


class Names:
    """The spaCy component; sets `doc.ents`."""

    def __call__(self, doc: Doc) -> Doc:
        return doc


@Language.factory("briefing_names", requires=["doc.ents"], assigns=["doc.ents"])
def make_names(nlp: Language, name: str) -> Names:
    """Make the component."""
    return Names()
