"""What every part of attribution reads: an article's words, its quotations, and where each stands."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.language.quotes.marks import Quoted
from generator.language.words import Words

Offsets = tuple[int, int]  # half-open, code points into the article
Phrase = tuple[int, int, int]  # token range and head
TAG_MARKS = frozenset(",?!—–…")  # before a closing mark, or the comma behind it: who says it may follow


@dataclass(slots=True)
class Attribution:
    """A quotation while it is being found; `source` in tokens, the rest in code points."""

    content: list[Offsets]
    cue: Offsets | None = None
    source: tuple[int, int] | None = None
    source_head: int | None = None
    cue_token: int | None = None
    paragraph: int = 0
    quoted: list[int] = field(default_factory=list)  # numbers of the quotations it takes
    opens: bool = True  # a quotation without a cue: nothing stands before it in its paragraph
    sure: bool = False  # the order of words says so, whatever the parse makes of it
    tag: bool = False  # its source stands behind a quotation that asks for one
    label: bool = False  # a name and a colon or a dash, no verb
    introduced: bool = False  # a clause before a colon, with no verb of speech


class Covered:
    """Stretches of the article, asked whether one of them holds another stretch."""

    def __init__(self, spans: Iterable[Offsets]) -> None:
        self.starts: list[int] = []
        self.ends: list[int] = []  # the furthest end of all that begin so far
        for start, end in sorted(spans):
            self.starts.append(start)
            self.ends.append(max(end, self.ends[-1] if self.ends else end))

    def holds(self, span: Offsets) -> bool:
        """Whether one stretch covers a span."""
        place = bisect_right(self.starts, span[0]) - 1
        return place >= 0 and self.ends[place] >= span[1]


class View:
    """One article, read only but for `taken`."""

    def __init__(self, words: Words, text: str, quoted: list[Quoted], paragraphs: list[Offsets]) -> None:
        self.words = words
        self.text = text
        self.quoted = quoted
        self.paragraphs = paragraphs
        self.starts = words.start
        total = len(words.text)
        self.quote_at: list[int] = [-1] * total  # the quotation that a token stands in
        for number, q in enumerate(quoted):
            for n in range(bisect_left(self.starts, q.start), min(bisect_left(self.starts, q.end), total)):
                self.quote_at[n] = number
        self.paragraph_at = self._paragraph_numbers()
        self.in_paragraph: dict[int, range] = {}  # the quotations of a paragraph
        for number, q in enumerate(quoted):
            first = self.in_paragraph.get(q.paragraph, range(number, number)).start
            self.in_paragraph[q.paragraph] = range(first, number + 1)
        self.first_token = [self.token(q.start) for q in quoted]  # both in the order of the text: to be searched, not listed
        self.last_token = [self.token(q.end - 1) for q in quoted]
        self.beginning = {q.start: number for number, q in reversed(list(enumerate(quoted)))}
        self.taken: dict[int, Attribution] = {}  # quotation -> who has it

    def token(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def before(self, k: int) -> int:
        """The token before a quotation's opening mark, white space left out; -1 at the start."""
        n = bisect_left(self.starts, self.quoted[k].start) - 1
        while n >= 0 and self.words.pos[n] == "SPACE":
            n -= 1
        return n

    def tag_mark(self, k: int) -> str:
        """The mark by which a quotation asks for a tag: inside, or behind it as the British and the French write it."""
        q = self.quoted[k]
        inside = q.end_mark(self.text)
        if inside in TAG_MARKS and inside:
            return inside
        return "," if self.text[q.end : q.end + 1] == "," else inside

    def adjacent(self, one: int, other: int) -> bool:
        return not self.text[self.quoted[one].end : self.quoted[other].start].strip(" .,\u00a0")

    def cue_span(self, cue: int) -> Offsets:
        """The verb group: "has said", "would not say", "was quoted as saying" keeps its last verb."""
        words = self.words
        start = end = cue
        for child in sorted(words.children[cue], reverse=True):
            if child == start - 1 and (
                words.dep[child] == "aux" or words.low[child] in {"not", "n't", "n’t", "also", "later", "to"}
            ):
                start = child
        if words.low[start] in {"also", "later"} and start < cue:
            start += 1
        return words.start[start], words.end[end]

    def _paragraph_numbers(self) -> list[int]:
        numbers, current = [], 0
        for start in self.starts:
            while current + 1 < len(self.paragraphs) and start >= self.paragraphs[current + 1][0]:
                current += 1
            numbers.append(current)
        return numbers


class Part:
    """A part of attribution with the article's lists at hand."""

    def __init__(self, view: View) -> None:
        self.view = view
        self.words = view.words
        self.text = view.text
        self.quoted = view.quoted
        self.paragraphs = view.paragraphs
        self.starts = view.starts
        self.quote_at = view.quote_at
        self.paragraph_at = view.paragraph_at
        self.taken = view.taken
