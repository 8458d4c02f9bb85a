"""Find who reports what: cue, source and content, before anybody is named.

Method: a cue (a reporting verb outside quotation marks, "according to", a colon) governs what it reports. Its source is its
subject; its content is the quotations beside it in the paragraph, the clause that depends on it, or the sentence around it
when it is thrown in ("The losses, Sato added, were too large"). The parse proposes; punctuation decides where they differ.
"""

from __future__ import annotations

from generator.language.quotes import cues
from generator.language.quotes.claims import Claims
from generator.language.quotes.contents import Contents
from generator.language.quotes.labels import Labels
from generator.language.quotes.marks import Quoted
from generator.language.quotes.neighbours import LEAST_WORDS, Beside
from generator.language.quotes.sources import Sources
from generator.language.quotes.view import Attribution, Offsets, Part, View
from generator.language.words import Words

SPOKEN_ENDS = frozenset(".?!…,—")


class Attributions(Part):
    """The attributions of one article."""

    def __init__(self, words: Words, text: str, quoted: list[Quoted], paragraphs: list[Offsets]) -> None:
        super().__init__(View(words, text, quoted, paragraphs))
        self.sources = Sources(self.view)
        self.claims = Claims(self.view, self.sources)
        self.near = Beside(self.view, self.claims)
        self.contents = Contents(self.view)
        self.labels = Labels(self.view)

    def find(self) -> list[Attribution]:
        """All attributions in the order of their content."""
        words = self.words
        found: list[Attribution] = []
        for n, lemma in enumerate(words.lemma):
            if self.quote_at[n] >= 0:
                continue
            made = None
            if n in self.claims.cues or (words.tag[n][:2] == "VB" and lemma in cues.LOOSE):
                made = self._verb(n, lemma)
            elif words.low[n : n + 2] == ["according", "to"]:
                made = self._according(n)
            if made is not None:
                found.append(made)
        found += self.labels.colons()
        found += self.labels.signatures()
        found = self._without_nested(found)
        found += self._introduced(found)
        found += self._leftovers(found)
        return sorted(found, key=lambda a: (a.content[0], a.cue or (0, 0)))

    def _verb(self, cue: int, lemma: str) -> Attribution | None:
        words = self.words
        tagged = self.sources.tag(cue)
        if words.dep[cue] in {"amod", "aux", "cop", "compound"} and tagged is None:
            return None
        source = tagged or self.sources.source(cue)
        if tagged is not None and tagged[0] > cue:  # behind the verb the parse knows the whole phrase, appositions included
            parsed = self.sources.source(cue)
            source = parsed if parsed is not None and tagged[0] <= parsed[2] < tagged[1] else tagged
        if source is not None:
            source = self.sources.widened(source, cue)
        between = self.sources.thrown(cue) if lemma in cues.SAY else None
        source = between or source
        beside = self.near.beside(cue, source, lemma)
        clause = self.contents.clause(cue, lemma, source) if lemma in cues.VERBS else None
        thrown = None
        if between is not None and not beside:
            thrown = self.contents.thrown_in(cue, between)
            clause = None if thrown else clause
        if not beside and clause is None and lemma in cues.SAY and words.dep[cue] == "advcl":
            thrown = self.contents.as_clause(cue)
        if not beside and clause is None and thrown is None and lemma in cues.SAY:
            source = source or self.sources.closing_source(cue)
            thrown = self.contents.thrown_in(cue, source)
        if clause is None and thrown is None:
            clause = self.contents.fragment(cue, beside, source) if beside else self.contents.rest(cue, source, lemma)
        if not beside and clause is None and thrown is None:
            return None
        if source is None and not beside and words.tag[cue] not in {"VBG"}:
            return None
        content = self.contents.united(cue, beside, clause, thrown, source)
        if not content:
            return None
        made = Attribution(content, self.view.cue_span(cue), cue_token=cue, paragraph=self.paragraph_at[cue], quoted=beside)
        if source:
            made.source, made.source_head = source[:2], source[2]
        made.sure = any(self.claims.cue_of.get(k) == cue for k in beside)
        for number in beside:
            self.taken.setdefault(number, made)
        return made

    def _according(self, n: int) -> Attribution | None:
        """ "according to S": the rest of the sentence is the content."""
        words = self.words
        first, last = words.sentences[words.sent[n]]
        head = n + 2
        while head < last and words.pos[head] in {"DET", "ADJ", "PUNCT"} and words.text[head] != ",":
            head += 1
        if head >= last:
            return None
        noun = head
        limit = next((k for k in range(head, last) if words.text[k] == "," or self.quote_at[k] >= 0), last)
        for _ in range(6):
            up = words.head[noun]
            if up == noun or not n < up < limit or words.pos[up] not in {"NOUN", "PROPN", "PRON"}:
                break
            noun = up
        low, high, noun = self.sources.phrase(noun, skip_case=True)
        low = max(low, n + 2)
        while high > noun + 1 and words.text[high - 1] in {".", ","}:
            high -= 1
        while first < n and words.pos[first] == "SPACE":
            first += 1
        pieces = [
            self.contents.clean(first, n, n) if n > first else None,
            self.contents.clean(high, last, n) if high < last else None,
        ]
        content = [piece for piece in pieces if piece]
        if not content:
            return None
        for q in self.quoted:  # what is quoted may go on over sentences
            if content[-1][0] <= q.start < content[-1][1] < q.end and high < last:
                content[-1] = (content[-1][0], q.end)
        made = Attribution(content, (words.start[n], words.end[n + 1]), (low, high), noun, n, self.paragraph_at[n])
        for k, q in enumerate(self.quoted):
            if any(a <= q.start and q.end <= b + 1 for a, b in content):
                self.taken.setdefault(k, made)
        return made

    def _introduced(self, found: list[Attribution]) -> list[Attribution]:
        """ "Lund gave a short answer: “No.”", "Lund's motto was, “Never again”": the subject of any clause before the mark."""
        words, made = self.words, []
        for k, q in enumerate(self.quoted):
            if k in self.taken or any(a <= q.start and q.end <= b + 1 for each in found for a, b in each.content):
                continue
            mark = self.view.token(q.start) - 1
            while mark > 0 and words.pos[mark] == "SPACE":
                mark -= 1
            if mark < 2 or q.paragraph - self.paragraph_at[mark] > 1 or self.quote_at[mark] >= 0:
                continue
            if words.text[mark] != ":" and not (words.text[mark] == "," and words.lemma[mark - 1] == "be"):
                continue
            if self.paragraph_at[mark] != q.paragraph and self.text[self.paragraphs[q.paragraph][0] : q.start].strip():
                continue
            first = words.sentences[words.sent[mark]][0]
            subject = next(
                (
                    n
                    for n in range(first, mark)
                    if words.dep[n] == "nsubj" and n < words.head[n] < mark and self.quote_at[n] < 0
                ),
                None,
            )
            verb = words.head[subject] if subject is not None else 0
            if subject is None or words.tag[verb][:2] not in {"VB", "NN"}:
                continue
            verb = next((n for n in range(subject + 1, mark) if words.tag[n][:2] == "VB"), verb)
            source = self.sources.phrase(subject)
            cue = (words.start[verb], words.end[verb])
            a = Attribution([(q.start, q.end)], cue, source[:2], source[2], verb, q.paragraph, [k])
            self.taken[k] = a
            made.append(a)
        return made

    def _leftovers(self, found: list[Attribution]) -> list[Attribution]:
        """Quotations without a cue: the next paragraph of a speech, or a floating quotation."""
        made: list[Attribution] = []
        last: dict[int, Attribution] = {}
        for a in found:
            for k in a.quoted:
                last[k] = a
        for k, q in enumerate(self.quoted):
            if k in self.taken or k in last:
                continue
            if any(a <= q.start and q.end <= b + 1 for each in found for a, b in each.content):
                continue
            previous = last.get(k - 1)
            before = self.quoted[k - 1] if k else None
            if previous is not None and before is not None and not before.closed and before.paragraph == q.paragraph - 1:
                previous.content.append((q.start, q.end))  # a speech over paragraphs: the first was left open
                previous.quoted.append(k)
                last[k] = previous
                continue
            if (
                previous is not None
                and before is not None
                and before.paragraph == q.paragraph
                and self.view.adjacent(k - 1, k)
            ):
                previous.content.append((q.start, q.end))
                previous.quoted.append(k)
                last[k] = previous
                continue
            if self._is_speech(k):
                opens = not self.text[self.paragraphs[q.paragraph][0] : q.start].strip()
                attribution = Attribution([(q.start, q.end)], paragraph=q.paragraph, quoted=[k], opens=opens)
                made.append(attribution)
                last[k] = attribution
        return made

    def _is_speech(self, k: int) -> bool:
        """A floating quotation is speech if it is a sentence of its own: a verb inside, and the paragraph's start or end."""
        q = self.quoted[k]
        start, _end = self.paragraphs[q.paragraph]
        first, last = self.view.token(q.start), self.view.token(q.end - 1)
        verbs = any(self.words.tag[n][:2] in {"VB", "MD"} for n in range(first, last + 1))
        before = self.text[start : q.start].rstrip()
        capital = self.text[q.inner[0] : q.inner[0] + 1].isupper()
        own = not before or before[-1] in ".!?:" or (before[-1] == "," and capital)
        closed = q.end_mark(self.text) in SPOKEN_ENDS or not q.closed
        return verbs and own and closed and len(self.text[q.start : q.end].split()) >= LEAST_WORDS

    def _without_nested(self, found: list[Attribution]) -> list[Attribution]:
        """Only the outermost: what is reported inside a reported clause belongs to the outer source."""
        for sure in found:
            if sure.sure and sure.content:  # one before it may have left it nothing
                found = [a for a in found if a is sure or self._kept_off(a, sure)]
        kept = []
        for a in found:
            cue = a.cue or (0, 0)
            if not any(b is not a and any(start <= cue[0] and cue[1] <= end for start, end in b.content) for b in found):
                kept.append(a)
            else:
                for k in a.quoted:
                    if self.taken.get(k) is a:
                        del self.taken[k]
        return kept

    def _kept_off(self, a: Attribution, sure: Attribution) -> bool:
        """Cut a content short of a cue that has its quotation by the order of words; false where nothing is left.

        "When Barker said that they would sue, Okafor shot back: “...”": a parse may hang the second clause on the first.
        """
        cue = sure.cue or (0, 0)
        clause = min([cue[0], sure.content[0][0]] + ([self.words.start[sure.source[0]]] if sure.source else []))
        for number, (start, end) in enumerate(a.content):
            if not start <= cue[0] < end:
                continue
            end = clause
            while end > start and self.text[end - 1] in " ,;:—–\u00a0\n":
                end -= 1
            if len(self.text[start:end].split()) < 2:
                del a.content[number]
            else:
                a.content[number] = (start, end)
            del a.content[number + 1 :]
            break
        return bool(a.content)
