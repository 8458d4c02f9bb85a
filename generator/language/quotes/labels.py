"""Speakers named without a verb: before a colon, in a transcript, behind a dash."""

from __future__ import annotations

from bisect import bisect_left

from generator.language.lexicon.marks import DASHES
from generator.language.quotes.marks import Quoted
from generator.language.quotes.view import Attribution, Part

# "Update: Bridge Closed": what a headline calls itself
NO_SOURCES = frozenset(
    "update analysis opinion video watch exclusive breaking live photos review column interview election news".split()
)
LONGEST_HEADLINE = 25  # words
LONGEST_SIGNATURE = 60  # code points
LONGEST_LABEL = 14  # words
OPENING = frozenset({".", "!", "?", "…", "―", "—", "–", "-", "]", ")", "•"})  # what a label may stand behind


class Labels(Part):
    """Finds quotations whose cue is a mark."""

    def colons(self) -> list[Attribution]:
        """ "Opposition leader Sara Lindqvist: “A betrayal.”" and the labels of a transcript: "BENÍTEZ: I wanted to"."""
        found = []
        for number, (start, end) in enumerate(self.paragraphs):
            made = self._label(number, start, end)
            if made is not None:
                found.append(made)
        return found + self._inner_labels() + self._announcing()

    def _label(self, number: int, start: int, end: int) -> Attribution | None:
        """The label that a paragraph opens with."""
        words = self.words
        first = bisect_left(self.starts, start)
        # each paragraph of a quoted transcript opens with a mark: "“PENCE: It will not"
        opened = self.quote_at[first] if first < len(self.quote_at) and words.pos[first] == "PUNCT" else -1
        first += opened >= 0
        last = min(first + LONGEST_LABEL, len(words.text))
        colon = next((n for n in range(first, last) if words.text[n] == ":" and words.start[n] < end), None)
        if colon is None or colon == first or any(words.tag[n][:2] in {"VB", "MD"} for n in range(first, colon)):
            return None
        if any(self.quote_at[n] not in {-1, opened} for n in range(first, colon)):
            return None
        here = self.view.in_paragraph.get(number, range(0))
        k = next((k for k in here if self.quoted[k].start >= words.end[colon]), None)
        if k is not None and not self.text[words.end[colon] : self.quoted[k].start].strip() and k not in self.taken:
            made = self._spoken(first, colon, k)
            if made is not None:
                return made
        label = colon - first <= 4 and all(
            words.text[n].isupper() or words.text[n] in {".", "-"} for n in range(first, colon)
        )
        if not (label or (number == 0 and self._headline(first, colon, start, end))) or words.end[colon] >= end - 3:
            return None
        content = (words.end[colon], end)
        while self.text[content[0]].isspace():
            content = (content[0] + 1, content[1])
        cue = (words.start[colon], words.end[colon])
        made = Attribution([content], cue, (first, colon), colon - 1, colon, number, sure=True)
        for k in here:
            self.taken[k] = made
        return made

    def _spoken(self, first: int, colon: int, k: int) -> Attribution | None:
        """A name, a colon and a quotation."""
        words = self.words
        while first < colon and words.pos[first] in {"CCONJ", "ADP"}:
            first += 1
        names = [n for n in range(first, colon) if words.pos[n] == "PROPN"]
        if not names:
            return None
        limit = next(
            (n for n in range(first, colon) if words.text[n] == "," or words.low[n] in {"on", "about", "to"}), colon
        )
        names = [n for n in names if n < limit] or names
        roots = (n for n in range(first, limit) if words.dep[n] in {"root", "nsubj"} or words.head[n] == n)
        head = next(roots, names[-1])
        if words.pos[head] == "NOUN" and names[-1] == limit - 1 > head:  # "Chairwoman Ann Field:" by its name
            head = names[-1]
        content = [(self.quoted[k].start, self.quoted[k].end)]
        cue = (words.start[colon], words.end[colon])
        number = self.quoted[k].paragraph
        made = Attribution(content, cue, (first, max(limit, head + 1)), head, colon, number, [k], label=True)
        self.taken[k] = made
        return made

    def _inner_labels(self) -> list[Attribution]:
        """Labels in the middle of a paragraph: "... the term. Field: “We must.” Barker: “We must not.”", "— Ann Field: “...”"."""
        words, found = self.words, []
        for k in range(len(self.quoted)):
            colon = self.view.before(k)
            if k in self.taken or colon < 1 or words.text[colon] != ":" or self.quote_at[colon] >= 0:
                continue
            first = colon
            while first > 0 and colon - first < LONGEST_LABEL and words.pos[first - 1] in {"PROPN", "NOUN", "ADJ"}:
                first -= 1
            if first == colon or self.paragraph_at[first] != self.quoted[k].paragraph:
                continue
            alone = first == 0 or words.text[first - 1] in OPENING or self.quote_at[first - 1] >= 0
            made = self._spoken(first, colon, k) if alone or words.pos[first - 1] == "SPACE" else None
            if made is not None:
                found.append(made)
        return found

    def _announcing(self) -> list[Attribution]:
        """ "And from Chairwoman Jessica Roswell:", "More from the desk of John Dorn, an analyst:", and a paragraph of quotation."""
        words, found = self.words, []
        for k, q in enumerate(self.quoted):
            colon = self.view.before(k)
            if k in self.taken or colon < 1 or words.text[colon] != ":" or q.paragraph - self.paragraph_at[colon] != 1:
                continue
            first = bisect_left(self.starts, self.paragraphs[q.paragraph - 1][0])
            if colon - first > LONGEST_LABEL or any(words.tag[n][:2] in {"VB", "MD"} for n in range(first, colon)):
                continue
            made = (
                self._spoken(first, colon, k) if not self.text[self.paragraphs[q.paragraph][0] : q.start].strip() else None
            )
            if made is not None:
                found.append(made)
        return found

    def _headline(self, first: int, colon: int, start: int, end: int) -> bool:
        """ "Okafor: Bridge Will Be Rebuilt": a headline that begins with who says it."""
        words = self.words
        return (
            colon - first <= 3
            and all(words.pos[n] == "PROPN" and words.low[n] not in NO_SOURCES for n in range(first, colon))
            and len(self.text[start:end].split()) <= LONGEST_HEADLINE
        )

    def signatures(self) -> list[Attribution]:
        """ "“Fear. I am truly afraid.” ― Karen Bobadilla": a dash and a name close the paragraph."""
        found = []
        for k, q in enumerate(self.quoted):
            if k in self.taken:
                continue
            start, end = self.paragraphs[q.paragraph]
            if not self.text[q.end : q.end + LONGEST_SIGNATURE].strip(" .") and q.paragraph + 1 < len(self.paragraphs):
                end = self.paragraphs[q.paragraph + 1][1]  # the name may have a paragraph of its own
            if end - q.end > 2 * LONGEST_SIGNATURE or self.text[start : min(q.start, start + 20)].strip():
                continue
            made = self._signature(k, end) if self._dashed(self.text[q.end : end].strip(" .\n\r"), q, end) else None
            if made is not None:
                self.taken[k] = made
                found.append(made)
        return found

    def _dashed(self, tail: str, q: Quoted, end: int) -> bool:
        """Whether a dash opens what stands behind a quotation, and not a list's hyphen in the next paragraph."""
        if tail[:1] not in DASHES or not tail or len(tail) > LONGEST_SIGNATURE:
            return False
        return not (tail[1:2].isspace() and tail[:1] == "-" and end != self.paragraphs[q.paragraph][1])

    def _signature(self, k: int, end: int) -> Attribution | None:
        words, q = self.words, self.quoted[k]
        first = bisect_left(self.starts, q.end)
        last = bisect_left(self.starts, end)
        dash = next((n for n in range(first, last) if words.text[n][:1] in DASHES), None)
        if dash is None:
            return None
        last = next((n for n in range(dash + 1, last) if words.text[n] in {",", "("}), last)
        names = [n for n in range(dash, last) if words.pos[n] == "PROPN" or words.text[n][:1].isupper()]
        if not names or any(words.tag[n] in {"VBD", "VBZ", "VBP", "MD"} for n in range(first, last)):
            return None
        head = next((n for n in names if words.head[n] not in names), names[-1])
        cue = (words.start[dash], words.end[dash])
        return Attribution([(q.start, q.end)], cue, (names[0], names[-1] + 1), head, dash, q.paragraph, [k], label=True)
