"""Citations of a record: spans with their words, and the paragraph around them."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable

from generator.dossier.model import Passage
from generator.records.model import Record
from generator.values.span import Span

LONGEST = 5000  # characters of paragraphs that are shown whole
SHOWN_AROUND = 600  # characters before and after what is cited, of longer ones


def passage(record: Record, span: Span) -> Passage:
    """The citation of a span."""
    return slice_of(record, span.start, span.end)


def slice_of(record: Record, start: int, end: int) -> Passage:
    """The citation of a stretch of code points."""
    return Passage(record.id, start, end, record.text[start:end])


def around(record: Record, spans: Iterable[Span]) -> Passage:
    """The whole paragraphs that hold some spans; of very long ones what is near: a text in one line would be repeated for each span."""
    spans = list(spans)
    first, last = min(s.start for s in spans), max(s.end for s in spans)
    starts = [p.start for p in record.paragraphs]
    if not starts:
        return slice_of(record, first, last)
    opening = record.paragraphs[max(0, bisect_right(starts, first) - 1)]
    closing = record.paragraphs[max(0, bisect_right(starts, max(first, last - 1)) - 1)]
    start, end = min(first, opening.start), max(last, closing.end)
    if end - start > LONGEST:
        start = min(first, max(start, record.text.find(" ", max(0, first - SHOWN_AROUND), first) + 1))
        end = max(last, min(end, record.text.rfind(" ", last, last + SHOWN_AROUND)))
    return slice_of(record, start, end)
