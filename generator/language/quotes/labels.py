"""Speakers named without a verb: before a colon, in a transcript, behind a dash."""

from __future__ import annotations

from bisect import bisect_left

from generator.language.lexicon.marks import DASHES
from generator.language.quotes.view import Attribution, Part

# "Update: Bridge Closed": what a headline calls itself
NO_SOURCES = frozenset(
    "update analysis opinion video watch exclusive breaking live photos review column interview election news".split()
)
LONGEST_HEADLINE = 25  # words
LONGEST_SIGNATURE = 60  # code points


class Labels(Part):
    """Finds quotations whose cue is a mark."""

    def colons(self) -> list[Attribution]:
        """ "Opposition leader Sara Lindqvist: “A betrayal.”" and the labels of a transcript: "BENÍTEZ: I wanted to"."""
        words, found = self.words, []
        for number, (start, end) in enumerate(self.paragraphs):
            first = bisect_left(self.starts, start)
            # each paragraph of a quoted transcript opens with a mark: "“PENCE: It will not"
            opened = self.quote_at[first] if first < len(self.quote_at) and words.pos[first] == "PUNCT" else -1
            first += opened >= 0
            colon = next(
                (n for n in range(first, min(first + 14, len(words.text))) if words.text[n] == ":" and words.start[n] < end),
                None,
            )
            if colon is None or colon == first or any(words.tag[n][:2] in {"VB", "MD"} for n in range(first, colon)):
                continue
            if any(self.quote_at[n] not in {-1, opened} for n in range(first, colon)):
                continue
            k = next((k for k, q in enumerate(self.quoted) if q.paragraph == number and q.start >= words.end[colon]), None)
            names = [n for n in range(first, colon) if words.pos[n] == "PROPN"]
            label = (
                all(words.text[n].isupper() or words.text[n] in {".", "-"} for n in range(first, colon))
                and colon - first <= 4
            )
            if (
                k is not None
                and not self.text[words.end[colon] : self.quoted[k].start].strip()
                and names
                and k not in self.taken
            ):
                head = next(
                    (n for n in range(first, colon) if words.dep[n] in {"root", "nsubj"} or words.head[n] == n), names[-1]
                )
                limit = next((n for n in range(first, colon) if words.low[n] in {"on", "about", "to"}), colon)
                made = Attribution(
                    [(self.quoted[k].start, self.quoted[k].end)],
                    (words.start[colon], words.end[colon]),
                    (first, limit),
                    head,
                    colon,
                    number,
                    [k],
                )
                self.taken[k] = made
                found.append(made)
            elif (label or (number == 0 and self._headline(first, colon, start, end))) and words.end[colon] < end - 3:
                content = (words.end[colon], end)
                while self.text[content[0]].isspace():
                    content = (content[0] + 1, content[1])
                cue = (words.start[colon], words.end[colon])
                made = Attribution([content], cue, (first, colon), colon - 1, colon, number, sure=True)
                for k in range(len(self.quoted)):
                    if self.quoted[k].paragraph == number:
                        self.taken[k] = made
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
        words, found = self.words, []
        for k, q in enumerate(self.quoted):
            start, end = self.paragraphs[q.paragraph]
            if not self.text[q.end : end].strip(" .") and q.paragraph + 1 < len(self.paragraphs):
                end = self.paragraphs[q.paragraph + 1][1]  # the name may have a paragraph of its own
            tail = self.text[q.end : end].strip(" .\n\r")
            if (
                k in self.taken
                or self.text[start : q.start].strip()
                or tail[:1] not in DASHES
                or (tail[1:2].isspace() and tail[:1] == "-" and end != self.paragraphs[q.paragraph][1])
                or len(tail) > LONGEST_SIGNATURE
            ):
                continue
            first = bisect_left(self.starts, q.end)
            last = bisect_left(self.starts, end)
            dash = next((n for n in range(first, last) if words.text[n][:1] in DASHES), None)
            if dash is None:
                continue
            last = next((n for n in range(dash + 1, last) if words.text[n] in {",", "("}), last)
            names = [n for n in range(dash, last) if words.pos[n] == "PROPN" or words.text[n][:1].isupper()]
            if not names or any(words.tag[n] in {"VBD", "VBZ", "VBP", "MD"} for n in range(first, last)):
                continue
            head = next((n for n in names if words.head[n] not in names), names[-1])
            made = Attribution(
                [(q.start, q.end)],
                (words.start[dash], words.end[dash]),
                (names[0], names[-1] + 1),
                head,
                dash,
                q.paragraph,
                [k],
            )
            self.taken[k] = made
            found.append(made)
        return found
