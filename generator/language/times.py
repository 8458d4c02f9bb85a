"""Dates in words: find time expressions and say which day, month or span each means."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """Words that name a time, and the time that they name."""

    start: int  # code points into the article
    end: int
    type: TimexType
    value: str  # TIMEX3, "XXXX-07-15" where the year can't be known
    earliest: str | None = None  # ISO 8601 days of the interval that the value names, where it names one
    latest: str | None = None
    mod: str | None = None  # TIMEX3 mod: EARLY, LATE, MID, APPROX, MORE_THAN ...


class Times:
    """The spaCy component; sets `doc._.times`."""

    def __call__(self, doc: Doc) -> Doc:
        doc._.times = ()
        return doc


@Language.factory("briefing_times", assigns=["doc._.times"])
def make_times(nlp: Language, name: str) -> Times:
    """Make the component."""
    return Times()
