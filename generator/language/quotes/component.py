"""The spaCy component: marks, attributions, speakers, and the kind of each quotation."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from generator.language.extensions import page_furniture, paragraphs
from generator.language.quotes.attribution import Attributions
from generator.language.quotes.marks import Quoted, quoted_spans
from generator.language.quotes.speakers import Speakers
from generator.language.quotes.unspoken import speech_only
from generator.language.quotes.view import Attribution
from generator.language.words import words_of

QuoteKind = Literal["direct", "mixed", "indirect"]
Offsets = tuple[int, int]  # half-open, code points into the article
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the article attributes to somebody."""

    kind: QuoteKind
    content: tuple[Offsets, ...]
    cue: Offsets | None
    source: Offsets | None
    speaker: str | None  # an entity's id; None where the article does not let us know
    confidence: float = 1.0  # of the speaker
    addressee: str | None = None  # an entity's id


class Quotes:
    """The spaCy component; sets `doc._.quotes`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of a document."""
        words = words_of(doc)
        parts = [(p.start, p.end) for p in paragraphs(doc)]
        text = words.article
        quoted = quoted_spans(text, parts)
        speakers = Speakers(words, doc._.entities)
        found = []
        furniture = page_furniture(doc)
        for attribution in once(Attributions(words, text, speech_only(text, parts, quoted), parts).find()):
            if furniture(attribution.content[0][0]):
                continue
            attribution.content[-1] = whole_name(doc, text, attribution)
            speaker = speakers.speaker(attribution)
            addressee = speakers.addressee(attribution)
            source = attribution.source
            found.append(
                Quote(
                    kind=_kind(text, attribution, quoted),
                    content=tuple(attribution.content),
                    cue=attribution.cue,
                    source=(words.start[source[0]], words.end[source[1] - 1]) if source else None,
                    speaker=speaker.entity.id if speaker.entity else None,
                    confidence=speaker.confidence,
                    addressee=addressee.id if addressee else None,
                )
            )
        doc._.quotes = tuple(found)
        return doc


@Language.factory("briefing_quotes", requires=["doc._.entities"], assigns=["doc._.quotes"])
def make_quotes(nlp: Language, name: str) -> Quotes:
    """Make the component."""
    return Quotes()


def once(attributions: Iterable[Attribution]) -> list[Attribution]:
    """The same words are one quotation: "X has been reported saying that ..." has two cues; the first with a source stays."""
    found: dict[tuple[Offsets, ...], Attribution] = {}
    for each in attributions:
        kept = found.setdefault(tuple(each.content), each)
        if kept.source is None and each.source is not None:
            found[tuple(each.content)] = each
    return list(found.values())


def whole_name(doc: Doc, text: str, attribution: Attribution) -> Offsets:
    """The last stretch of the content, up to the end of a name that its noun goes on with; `text` is the document's.

    "He is against it, as he told his Turkish counterpart | Ann Field ...": a parse that starts a clause at the name cuts an
    apposition in two.
    """
    start, end = attribution.content[-1]
    if not text[end - 1].isalnum():
        return start, end  # a mark closes it
    taken = {attribution.cue[0]} if attribution.cue else set()
    if attribution.source:
        taken |= {doc[n].idx for n in range(*attribution.source)}
    for ent in doc.ents:
        if text[end : ent.start_char] == " " and ent.label_ == "PERSON" and ent.start_char not in taken:
            return start, ent.end_char
    return start, end


def _kind(text: str, attribution: Attribution, quoted: list[Quoted]) -> QuoteKind:
    """All words inside marks: direct; none: indirect; else mixed. A leading "that" does not count."""
    inside = outside = 0
    for start, end in attribution.content:
        for number, word in enumerate(WORD.finditer(text, start, end)):
            if number == 0 and word.group().lower() == "that":
                continue
            if any(q.start <= word.start() < q.end for q in quoted):
                inside += 1
            else:
                outside += 1
    return "direct" if not outside else "mixed" if inside else "indirect"
