"""The spaCy component: marks, attributions, speakers, and the kind of each quotation.

A speaker is chosen in three steps: `attribution` finds the phrase beside the words that says whose they are ("she said"), `speakers`
who that is ("Ann Field"), `confidence` how sure that may be called; below `LIKELY` of `values/certainty` nobody is named. Where several
articles print the same words, `dossier/quotes` decides again. Left to right in `Quotes.__call__`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from generator.language.extensions import page_furniture, paragraphs
from generator.language.quotes.antecedents import Features
from generator.language.quotes.attribution import Attributions
from generator.language.quotes.confidence import Signs, probability, signs_of, weights
from generator.language.quotes.marks import quoted_spans
from generator.language.quotes.speakers import Speaker, Speakers
from generator.language.quotes.unspoken import speech_only, teasers
from generator.language.quotes.view import Attribution, Covered
from generator.language.setup.scoring import Layer, Scorer, scored
from generator.language.words import words_of
from generator.values.certainty import LIKELY
from generator.values.words import WORD

QuoteKind = Literal["direct", "mixed", "indirect"]
Offsets = tuple[int, int]  # half-open, code points into the article


@dataclass(frozen=True, slots=True)
class Quote:
    """Words that the article attributes to somebody."""

    kind: QuoteKind
    content: tuple[Offsets, ...]
    cue: Offsets | None
    source: Offsets | None
    speaker: str | None  # an entity's id; None where the article does not let us know
    confidence: float = 0.0  # that the words are speech, and the speaker's; 0 where no speaker is known
    addressee: str | None = None  # an entity's id


@dataclass(frozen=True, slots=True)
class Evidence:
    """What a speaker and a confidence were made from: what training reads."""

    speaker: Speaker
    signs: Features


class Quotes(Layer):
    """The spaCy component; sets `doc._.quotes`."""

    def __call__(self, doc: Doc) -> Doc:
        """Find the quotations of a document."""
        doc._.quotes = tuple(quote for quote, _ in self.read(doc))
        return doc

    def read(self, doc: Doc) -> list[tuple[Quote, Evidence]]:
        """The quotations of a document, each with what its speaker and its confidence were made from."""
        words = words_of(doc)
        parts = [(p.start, p.end) for p in paragraphs(doc)]
        text = words.article
        quoted = quoted_spans(text, parts)
        speech = speech_only(text, parts, quoted)
        marked = Covered(
            (q.start, q.end) for q in speech
        )  # "the so-called “fast lane”, she said": nobody's words, if in marks
        attributions = Attributions(words, text, speech, parts)
        speakers = Speakers(attributions.view, doc._.entities, weights()["antecedent"])
        signs = Signs(attributions.view, attributions.frames)
        ends = Ends(doc, text)
        found = []
        furniture = _furniture(doc, text, parts)
        for attribution in once(attributions.find()):
            if furniture(attribution):
                continue
            attribution.content[-1] = ends.whole_name(attribution)
            kind = _kind(text, attribution, marked)
            speaker = speakers.speaker(attribution)
            if _topic(text, attribution, speaker):
                continue
            evidence = signs.of(attribution, speaker, kind)
            chance = probability(evidence, weights()[signs_of(kind)]) if speaker.entity else 0.0
            confidence = min(chance, round(speaker.probability, 3))  # "he" is no surer than whom it means
            addressee = speakers.addressee(attribution)
            source = attribution.source
            quote = Quote(
                kind=kind,
                content=tuple(attribution.content),
                cue=attribution.cue,
                source=(words.start[source[0]], words.end[source[1] - 1]) if source else None,
                speaker=speaker.entity.id if speaker.entity and confidence >= LIKELY else None,
                confidence=confidence,
                addressee=addressee.id if addressee else None,
            )
            found.append((quote, Evidence(speaker, evidence)))
        return found


def _furniture(doc: Doc, text: str, parts: list[Offsets]) -> Callable[[Attribution], bool]:
    """Whether an attribution stands in what is no part of the article: a page's furniture, a strip of other stories' headlines."""
    marked, strips = page_furniture(doc), teasers(text, parts)
    return lambda a: marked(a.content[0][0]) or a.paragraph in strips


@Language.factory(
    "briefing_quotes",
    requires=["doc._.entities"],
    assigns=["doc._.quotes"],
    default_config={"scorer": scored("quotes", "content", "source")},
)
def make_quotes(nlp: Language, name: str, scorer: Scorer) -> Quotes:
    """Make the component."""
    return Quotes(scorer)


def once(attributions: Iterable[Attribution]) -> list[Attribution]:
    """The same words are one quotation: "X has been reported saying that ..." has two cues; the first with a source stays."""
    found: dict[tuple[Offsets, ...], Attribution] = {}
    for each in attributions:
        kept = found.setdefault(tuple(each.content), each)
        if kept.source is None and each.source is not None:
            found[tuple(each.content)] = each
    return list(found.values())


class Ends:
    """Where a content ends."""

    def __init__(self, doc: Doc, text: str) -> None:
        self.doc = doc
        self.text = text  # the document's
        self.people = {ent.start_char: ent.end_char for ent in doc.ents if ent.label_ == "PERSON"}

    def whole_name(self, attribution: Attribution) -> Offsets:
        """The last stretch of the content, up to the end of a name that its noun goes on with.

        "He is against it, as he told his Turkish counterpart | Ann Field ...": a parse that starts a clause at the name cuts an
        apposition in two.
        """
        start, end = attribution.content[-1]
        if not self.text[end - 1].isalnum() or self.text[end : end + 1] != " " or end + 1 not in self.people:
            return start, end
        taken = {attribution.cue[0]} if attribution.cue else set()
        if attribution.source:
            taken |= {self.doc[n].idx for n in range(*attribution.source)}
        return (start, end) if end + 1 in taken else (start, self.people[end + 1])


def _topic(text: str, attribution: Attribution, speaker: Speaker) -> bool:
    """ "Aldmouth: Seven die as tram overturns", "Obituary: Ann Field": a headline's label that is nobody tells what it is about."""
    before = attribution.cue is not None and text[attribution.cue[0] : attribution.cue[1]] == ":"
    who = speaker.entity
    person = who is not None and who.type == "PERSON" and " " in who.name  # "Covid: Cases rise" names nobody in full
    return before and attribution.paragraph == 0 and not attribution.quoted and not person


def _kind(text: str, attribution: Attribution, marked: Covered) -> QuoteKind:
    """All words inside marks: direct; none: indirect; else mixed. A leading "that" does not count."""
    inside = outside = 0
    for start, end in attribution.content:
        for number, word in enumerate(WORD.finditer(text, start, end)):
            if number == 0 and word.group().lower() == "that":
                continue
            if marked.holds((word.start(), word.start() + 1)):
                inside += 1
            else:
                outside += 1
    return "direct" if not outside else "mixed" if inside else "indirect"
