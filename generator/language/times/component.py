"""The spaCy component: dates in words, and which day, month or span each means.

Method: a token grammar (`grammar`, with a file for each part of it) recognises an expression and composes its parts into a
meaning that does not depend on the article ("the third day before the anchor"); a `reading` of the article resolves that meaning
(`resolution`) against the day of publication, the tense of its clause (`tense`) and the date named last, which gives a TIMEX3 value.
"""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from generator.language.setup.scoring import Layer, Scorer, scored
from generator.language.times.reading import time_expressions


class Times(Layer):
    """The spaCy component; sets `doc._.times`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the time expressions of an article."""
        doc._.times = time_expressions(doc, doc._.published)
        return doc


@Language.factory(
    "briefing_times", assigns=["doc._.times"], default_config={"scorer": scored("times", "start", "end", "value")}
)
def make_times(nlp: Language, name: str, scorer: Scorer) -> Times:
    """Make the component."""
    return Times(scorer)
