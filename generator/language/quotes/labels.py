"""Speakers named without a verb: before a colon, in a transcript, behind a dash."""

from __future__ import annotations

from bisect import bisect_left

from generator.language.lexicon.marks import DASHES
from generator.language.quotes.marks import Quoted
from generator.language.quotes.view import Attribution, Part

# "Update: Bridge Closed": what a headline calls itself
NO_SOURCES = frozenset(
    "update analysis opinion video watch exclusive breaking live photos review column interview election news obituary timeline profile "
    "explainer factbox comment letter listen gallery correction".split()
)
ABOUT = frozenset({"on", "about", "to"})  # "Okafor on the bridge: “...”"
LONGEST_HEADLINE = 25  # words
LONGEST_SIGNATURE = 60  # code points
LONGEST_LABEL = 14  # words
BEFORE_A_LABEL = frozenset({".", "!", "?", "…", "―", "—", "–", "-", "]", ")", "•"})  # what a label may stand behind


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
        first, colon = self._labelled(start, end)
        if colon is None:
            return None
        here = self.view.in_paragraph.get(number, range(0))
        k = next((k for k in here if self.quoted[k].start >= words.end[colon]), None)
        if k is not None and not self.text[words.end[colon] : self.quoted[k].start].strip() and k not in self.taken:
            made = self._spoken(first, colon, k)
            if made is not None:
                return made
        headline = number == 0 and self._headline(first, colon, start, end)
        if words.end[colon] >= end - 3 or not (headline or self._transcribed(first, colon)):
            return None
        begin = words.end[colon]
        while self.text[begin].isspace():
            begin += 1
        cue = (words.start[colon], words.end[colon])
        made = Attribution([(begin, end)], cue, (first, colon), colon - 1, colon, number, sure=True)
        for k in here:
            self.taken[k] = made
        return made

    def _labelled(self, start: int, end: int) -> tuple[int, int | None]:
        """The first word of a paragraph and its colon, if what stands before that may be a label."""
        words = self.words
        first = bisect_left(self.starts, start)
        opened = self._mark_at(first)
        first += opened >= 0
        last = min(first + LONGEST_LABEL, len(words.text))
        colon = next((n for n in range(first, last) if words.text[n] == ":" and words.start[n] < end), None)
        if colon is None or colon == first or self._verbal(first, colon):
            return first, None
        return first, None if any(self.quote_at[n] not in {-1, opened} for n in range(first, colon)) else colon

    def _mark_at(self, first: int) -> int:
        """Each paragraph of a quoted transcript opens with a mark: "“PENCE: It will not"; the number of its quotation, or -1."""
        inside = first < len(self.quote_at) and self.words.pos[first] == "PUNCT"
        return self.quote_at[first] if inside else -1

    def _verbal(self, first: int, end: int) -> bool:
        return any(self.words.tag[n][:2] in {"VB", "MD"} for n in range(first, end))

    def _transcribed(self, first: int, colon: int) -> bool:
        """ "BENÍTEZ:", the label of a transcript."""
        words = self.words
        return colon - first <= 4 and all(
            words.text[n].isupper() or words.text[n] in {".", "-"} for n in range(first, colon)
        )

    def _spoken(self, first: int, colon: int, k: int) -> Attribution | None:
        """A name, a colon and a quotation."""
        words = self.words
        while first < colon and words.pos[first] in {"CCONJ", "ADP"}:
            first += 1
        limit = next((n for n in range(first, colon) if words.text[n] == "," or words.low[n] in ABOUT), colon)
        head = self._label_head(first, limit, colon)
        if head is None:
            return None
        content = [(self.quoted[k].start, self.quoted[k].end)]
        cue = (words.start[colon], words.end[colon])
        number = self.quoted[k].paragraph
        made = Attribution(content, cue, (first, max(limit, head + 1)), head, colon, number, [k], label=True)
        self.taken[k] = made
        return made

    def _label_head(self, first: int, limit: int, colon: int) -> int | None:
        """The word that names who a label is of."""
        words = self.words
        every = [n for n in range(first, colon) if words.pos[n] == "PROPN"]
        if not every:
            return None
        names = [n for n in every if n < limit] or every
        head = next((n for n in range(first, limit) if self._leads(n)), names[-1])
        office = words.pos[head] == "NOUN" and names[-1] == limit - 1 > head  # "Chairwoman Ann Field:" by its name
        return names[-1] if office else head

    def _leads(self, n: int) -> bool:
        return self.words.dep[n] in {"root", "nsubj"} or self.words.head[n] == n

    def _inner_labels(self) -> list[Attribution]:
        """Labels in the middle of a paragraph: "... the term. Field: “We must.” Barker: “We must not.”", "— Ann Field: “...”"."""
        found = []
        for k in range(len(self.quoted)):
            colon = self.view.before(k)
            if k in self.taken or colon < 1 or self.words.text[colon] != ":" or self.quote_at[colon] >= 0:
                continue
            first = self._inner_label(colon)
            if first is None or self.paragraph_at[first] != self.quoted[k].paragraph:
                continue
            made = self._spoken(first, colon, k)
            if made is not None:
                found.append(made)
        return found

    def _inner_label(self, colon: int) -> int | None:
        """The first word of the name before a colon, if it stands alone."""
        words = self.words
        first = colon
        while first > 0 and colon - first < LONGEST_LABEL and words.pos[first - 1] in {"PROPN", "NOUN", "ADJ"}:
            first -= 1
        if first == colon:
            return None
        alone = first == 0 or words.text[first - 1] in BEFORE_A_LABEL or self.quote_at[first - 1] >= 0
        return first if alone or words.pos[first - 1] == "SPACE" else None

    def _announcing(self) -> list[Attribution]:
        """ "And from Chairwoman Jessica Roswell:", "More from the desk of John Dorn, an analyst:", and a paragraph of quotation."""
        found = []
        for k, q in enumerate(self.quoted):
            colon = self.view.before(k)
            if k in self.taken or colon < 1 or self.words.text[colon] != ":" or q.paragraph - self.paragraph_at[colon] != 1:
                continue
            first = max(
                bisect_left(self.starts, self.paragraphs[q.paragraph - 1][0]),
                self.words.sentences[self.words.sent[colon]][0],
            )
            if colon - first > LONGEST_LABEL or self._verbal(first, colon) or not self._opens_paragraph(q):
                continue
            made = self._spoken(first, colon, k)
            if made is not None:
                found.append(made)
        return found

    def _opens_paragraph(self, q: Quoted) -> bool:
        return not self.text[self.paragraphs[q.paragraph][0] : q.start].strip()

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
        if head + 1 < last and words.pos[names[-1] + 1] == "NOUN":
            return None  # "– Norland state senator": whose name is not told
        cue = (words.start[dash], words.end[dash])
        return Attribution([(q.start, q.end)], cue, (names[0], names[-1] + 1), head, dash, q.paragraph, [k], label=True)
