"""Find who reports what: cue, source and content, before anybody is named.

Method: a cue (a reporting verb outside quotation marks, any verb in a frame beside a quotation, "according to", a colon)
governs what it reports. Its source is its subject; its content is the quotations beside it in the paragraph, the clause that
depends on it, or the sentence around it when it is thrown in ("The losses, Sato added, were too large"). The parse proposes;
punctuation decides where they differ.
"""

from __future__ import annotations

from generator.language.quotes import cues
from generator.language.quotes.according import According
from generator.language.quotes.contents import Contents
from generator.language.quotes.edges import Edges
from generator.language.quotes.floating import Floating
from generator.language.quotes.frames import Frames
from generator.language.quotes.labels import Labels
from generator.language.quotes.marks import Quoted
from generator.language.quotes.neighbours import Beside
from generator.language.quotes.nesting import without_nested
from generator.language.quotes.sources import Sources
from generator.language.quotes.unsaid import Unsaid
from generator.language.quotes.view import Attribution, Offsets, Part, Phrase, View
from generator.language.words import Words

MODIFIERS = frozenset({"amod", "aux", "cop", "compound"})  # "the said bridge": no verb that reports


class Attributions(Part):
    """The attributions of one article."""

    def __init__(self, words: Words, text: str, quoted: list[Quoted], paragraphs: list[Offsets]) -> None:
        super().__init__(View(words, text, quoted, paragraphs))
        self.sources = Sources(self.view)
        self.frames = Frames(self.view, self.sources)
        self.near = Beside(self.view, self.frames)
        self.contents = Contents(self.view, self.frames)
        self.edges = Edges(self.view)
        self.labels = Labels(self.view)
        self.according = According(self.view, self.sources, self.contents)
        self.floating = Floating(self.view, self.sources)
        self.unsaid = Unsaid(self.view)

    def find(self) -> list[Attribution]:
        """All attributions in the order of their content."""
        made = (self._at(n, lemma) for n, lemma in enumerate(self.words.lemma) if self.quote_at[n] < 0)
        found = [attribution for attribution in made if attribution is not None]
        found += self.labels.colons()
        found += self.labels.signatures()
        found = without_nested(self.view, found)
        found += self.floating.introduced(found)
        found += self.floating.leftovers(found)
        return sorted(found, key=lambda a: (a.content[0], a.cue or (0, 0)))

    def _at(self, n: int, lemma: str) -> Attribution | None:
        """What is reported by the cue that a word is, if it is one."""
        words = self.words
        if n in self.frames.cues or (words.tag[n][:2] == "VB" and lemma in cues.LOOSE):
            return self._verb(n, lemma)
        according = words.low[n] == "according" and words.low[n + 1 : n + 2] == ["to"]
        return self.according.find(n) if according else None

    def _verb(self, cue: int, lemma: str) -> Attribution | None:
        """What a verb reports, if it reports anything."""
        words = self.words
        hears = self.frames.hears(cue)
        tagged = None if hears else self.sources.tag(cue)
        if words.dep[cue] in MODIFIERS and tagged is None and cue not in self.frames.cues:
            return None
        source = self.sources.hearing(cue) if hears else self._source(cue, tagged)
        if lemma == "quote":
            source = self.sources.quoted_as(cue) or source
        between = self.sources.thrown(cue) if lemma in cues.SAY else None
        between = self.sources.widened(between, cue) if between is not None else None
        source = between or source
        beside = self.near.beside(cue, source, lemma)
        clause, thrown = self._around(cue, lemma, source, between, beside)
        if clause is None and thrown is None:
            source, clause, thrown = self._otherwise(cue, lemma, source, beside)
        content = self.edges.cut(cue, self.contents.united(cue, beside, clause, thrown, source))
        if not content or (source is None and not beside and words.tag[cue] not in {"VBG"}):
            return None
        framed = between is not None or any(self.frames.cue_of.get(k) == cue for k in beside)
        if self.unsaid.nobodys(cue, source, content) or (not framed and self.unsaid.holds(cue, lemma, content)):
            return None
        return self._made(cue, source, content, beside, tagged is not None)

    def _otherwise(
        self, cue: int, lemma: str, source: Phrase | None, beside: list[int]
    ) -> tuple[Phrase | None, Offsets | None, list[Offsets] | None]:
        """Source, clause and sentence of a cue that governs no clause: a fragment in marks, or what the parse has missed."""
        if beside:
            return source, self.contents.fragment(cue, beside, source), None
        thrown = None
        if lemma in cues.SAY:
            source = source or self.sources.closing_source(cue)
            thrown = self.contents.thrown_in(cue, source)
        return source, None if thrown else self.contents.rest(cue, source, lemma), thrown

    def _made(self, cue: int, source: Phrase | None, content: list[Offsets], beside: list[int], tag: bool) -> Attribution:
        """The attribution of a verb, which takes its quotations."""
        made = Attribution(content, self.view.cue_span(cue), cue_token=cue, paragraph=self.paragraph_at[cue], quoted=beside)
        if source:
            made.source, made.source_head = source[:2], source[2]
        made.sure = any(self.frames.cue_of.get(k) == cue for k in beside)
        made.tag = tag
        for number in beside:
            self.taken.setdefault(number, made)
        return made

    def _source(self, cue: int, tagged: Phrase | None) -> Phrase | None:
        """The source by the order of words behind a quotation, else by the parse, with its name and its apposition."""
        source = tagged or self.sources.source(cue)
        if tagged is not None and tagged[0] > cue:  # behind the verb the parse knows the whole phrase, appositions included
            parsed = self.sources.source(cue)
            source = parsed if parsed is not None and tagged[0] <= parsed[2] < tagged[1] else tagged
        return self.sources.widened(self.sources.named(source, cue), cue) if source is not None else None

    def _around(
        self, cue: int, lemma: str, source: Phrase | None, between: Phrase | None, beside: list[int]
    ) -> tuple[Offsets | None, list[Offsets] | None]:
        """The clause that a cue governs, or the sentence around it where it is thrown in."""
        clause = self.contents.clause(cue, lemma, source) if lemma in cues.VERBS else None
        thrown = None
        if between is not None and not beside:
            thrown = self.contents.thrown_in(cue, between)
            clause = None if thrown else clause
        if not beside and clause is None and lemma in cues.SAY and self.words.dep[cue] == "advcl":
            thrown = self.contents.as_clause(cue)
        return clause, thrown
