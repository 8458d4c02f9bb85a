"""What was said outside quotation marks: the clause of a cue, the words around a quoted fragment, the sentence around a cue."""

from __future__ import annotations

from generator.language.lexicon.tags import FINITE
from generator.language.quotes import cues
from generator.language.quotes.view import Offsets, Part, Phrase
from generator.values.datelines import after_dateline

LONGEST_AS = 10  # words of "as the Post reported" before and behind its verb
CLAUSES = frozenset({"xcomp", "advcl", "ccomp"})
ASKING = frozenset({"ask", "press", "question", "quiz", "challenge", "probe"})
MARKS = frozenset(",.;:!?…—–-")
# "said neither side had won", "said there were two": what else opens a clause without "that"
OPENERS = frozenset("neither either there if when because only even once both nearly almost about".split())


class Contents(Part):
    """Finds what a cue reports."""

    def fragment(self, cue: int, beside: list[int], source: Phrase | None) -> Offsets | None:
        """The words between a cue and a quoted fragment are part of what was said: "called the law “cruel”"."""
        words = self.words
        first = self.quoted[beside[0]]
        start = self.view.token(first.start)
        if (
            start <= cue + 1
            or words.sent[start] != words.sent[cue]
            or not self.text[first.inner[0] : first.inner[0] + 1].islower()
        ):
            return None
        if source is not None and cue < source[0] < start:
            return None
        if any(words.text[n] in {":", ";"} for n in range(cue + 1, start)):
            return None
        low = cue + 1
        if words.text[low] == "," or words.text[start - 1] == ",":  # "told Variety, “women who ...”"
            return None
        return words.start[low], self._on(beside[-1])

    def _on(self, k: int) -> int:
        """Where what was said ends, if it goes on behind a quoted fragment: "“the stamina” needed to run the country"."""
        words = self.words
        end = self.quoted[k].end
        n = self.view.token(end - 1) + 1
        if (
            self.quoted[k].end_mark(self.text) in {",", ".", "!", "?"}
            or n >= len(words.text)
            or words.pos[n] in {"PUNCT", "CCONJ", "SCONJ", "SPACE"}
        ):
            return end
        last = words.sentences[words.sent[n]][1]
        while n < last and words.pos[n] not in {"PUNCT", "SCONJ", "SPACE"} and self.quote_at[n] < 0:
            if words.tag[n] == "WRB":  # "“no way” when asked why ..."
                break
            n += 1
        return words.end[n - 1] if self.quote_at[n - 1] < 0 else end

    def rest(self, cue: int, source: Phrase | None, lemma: str) -> Offsets | None:
        """The rest of the sentence behind "said" and its like, where the parse has missed that it is a clause."""
        words = self.words
        if (
            lemma not in cues.PLAIN
            or source is None
            or source[1] > cue
            or words.tag[cue] not in {"VBD", "VBZ", "VBP", "VBG"}
        ):
            return None
        last = words.sentences[words.sent[cue]][1]
        low = next((n for n in range(cue + 1, min(cue + 9, last)) if words.low[n] == "that"), cue + 1)
        if low >= last or self.quote_at[low] >= 0:
            return None
        opens = (
            words.pos[low] in {"PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM"}
            or words.tag[low] == "VBG"
            or words.low[low] in OPENERS
        )
        if words.low[low] != "that" and not opens:
            return None
        if words.low[low] in cues.EMPTY_OBJECTS or not any(words.tag[n] in FINITE for n in range(low + 1, last)):
            return None
        if any(
            words.dep[n] == "obj" and words.head[n] == cue and words.low[n] in cues.EMPTY_OBJECTS for n in range(low, last)
        ):
            return None
        return self.clean(low, last, cue)

    def clause(self, cue: int, lemma: str, source: Phrase | None = None) -> Offsets | None:
        """The clause that a cue governs."""
        words = self.words
        for child in words.children[cue]:
            dep = words.dep[child]
            if (
                dep == "ccomp"
                or (dep == "parataxis" and child < cue)
                or (dep == "xcomp" and lemma in cues.INFINITIVE and words.tag[child] == "VB")
            ):
                low, high = words.subtree(child)
                if child < cue and source is not None and source[0] <= child < source[1]:
                    continue  # "Shook, an expert who has helped, said he did not": the parse took the source for a clause
                if low <= cue < high:  # around the cue: "The losses, Sato added, were too large"
                    return None
                if dep == "xcomp" and child < cue:
                    continue
                return self.clean(low, high, cue)
        if lemma == "call":
            called = self._called(cue)
            if called is not None:
                return called
            # "called the charges unfounded", "called climate change a hoax"
            if any(words.dep[c] == "xcomp" and c > cue for c in words.children[cue]):
                named = [c for c in words.children[cue] if words.dep[c] in {"obj", "xcomp"} and c > cue]
                return self.clean(min(words.subtree(c)[0] for c in named), max(words.subtree(c)[1] for c in named), cue)
        return None

    def _called(self, cue: int) -> Offsets | None:
        """ "called on Congress to act", "called for them to go"; but "called for his resignation" is no quotation."""
        words = self.words
        for child in words.children[cue]:
            if child < cue or words.dep[child] not in {"obl", "advcl"}:
                continue
            if not any(words.low[c] in {"for", "on"} for c in words.children[child]):
                continue
            low, high = words.subtree(child)
            clauses = [c for c in words.children[cue] if c > child and words.dep[c] in CLAUSES]
            high = max(high, *(words.subtree(c)[1] for c in clauses), 0)
            if any(words.tag[n] == "TO" and words.tag[n + 1 : n + 2] == ["VB"] for n in range(low, high)):
                return self.clean(low + 1, high, cue)
        return None

    def clean(self, low: int, high: int, cue: int) -> Offsets | None:
        """A token range as offsets, within its sentence, without marks at its edges but quotation marks."""
        words = self.words
        first, last = words.sentences[words.sent[cue]]
        low, high = max(low, first), min(high, last)
        if low > cue:
            low = max(low, cue + 1)
        begin = after_dateline(words.article, words.start[low], words.end[high - 1]) if low == first < high else 0
        high = next((n for n in range(max(low, cue), high) if self._asked(n)), high)
        while low < high and (words.text[low] in MARKS or words.pos[low] == "SPACE" or words.start[low] < begin):
            low += 1
        while high > low and (words.text[high - 1] in {",", ";", ":", "—", "–", "-"} or words.pos[high - 1] == "SPACE"):
            high -= 1
        if high > low and words.text[high - 1] == ".":
            high -= 1
        if high - low < 2:
            return None
        return words.start[low], words.end[high - 1]

    def _asked(self, n: int) -> bool:
        """ "“no way” when asked why ...": what somebody was asked is no part of his answer."""
        words = self.words
        return (
            words.low[n] == "when"
            and n + 1 < len(words.tag)
            and words.tag[n + 1] in {"VBN", "VBD"}
            and words.lemma[n + 1] in ASKING
        )

    def as_clause(self, cue: int) -> list[Offsets] | None:
        """ "As the Post reported, the plant will close", "The plant, as the Post reported, will close": all around it."""
        words = self.words
        first, last = words.sentences[words.sent[cue]]
        start = next((n for n in range(cue - 1, max(first, cue - LONGEST_AS) - 1, -1) if words.low[n] == "as"), None)
        if start is None or any(words.text[n] in {",", ";", ":"} for n in range(start, cue)):
            return None
        end = next((n for n in range(cue + 1, min(last, cue + LONGEST_AS)) if words.text[n] in {",", "."}), last)
        while first < start and words.pos[first] in {"SPACE", "PUNCT"}:
            first += 1
        if start > first and words.text[start - 1] != ",":
            return None
        around = [
            self.clean(first, start, cue) if start > first else None,
            self.clean(end, last, cue) if end < last else None,
        ]
        return [piece for piece in around if piece] or None

    def thrown_in(self, cue: int, source: Phrase | None) -> list[Offsets] | None:
        """The sentence around a cue that is thrown in or closes it: "X, Sato said." and "X, Sato added, Y."."""
        words = self.words
        if source is None:
            return None
        first, last = words.sentences[words.sent[cue]]
        left, right = min(cue, source[0]), max(cue + 1, source[1])
        while first < left and words.pos[first] == "SPACE":
            first += 1
        while last > right and words.pos[last - 1] in {"SPACE", "PUNCT"}:
            last -= 1
        if left <= first or words.text[left - 1] != ",":
            return None
        before = self.clean(first, left, cue)
        if before is None or not self._stands_alone(first, left, source):
            return None
        tail = right
        while tail < last and words.text[tail] not in {",", ";"}:
            tail += 1
        if tail < last - 2 and words.text[tail] == "," and tail - right <= 8:
            after = self.clean(tail + 1, last, cue)
            aside = any(words.head[n] == cue and words.dep[n] in {"advcl", "conj", "obl"} for n in range(tail + 1, last))
            if after and (not aside or words.tag[tail + 1] in {"VBZ", "VBP", "VBD", "MD"}):
                return [before, after]
        return [before]

    def _stands_alone(self, first: int, left: int, source: Phrase) -> bool:
        """Whether the words before a cue can be what was said: a finite verb with a subject, or the first half of one."""
        words = self.words
        if words.low[first] in cues.SUBORDINATE or (words.lemma[first] in ASKING and words.tag[first] in {"VBN", "VBD"}):
            return False  # "Asked whether he knew, Okafor said no"
        finite = any(
            words.tag[n] in FINITE
            and any(words.dep[c] == "nsubj" for verb in (n, words.head[n]) for c in words.children[verb])
            for n in range(first, left)
        )
        noun = any(words.pos[n] in {"NOUN", "PROPN"} for n in range(first, left)) and words.tag[first] not in {
            "IN",
            "VBG",
            "VBN",
            "TO",
            "RB",
        }
        return finite or (
            noun and source[0] < len(words.text) and not any(words.tag[n] in FINITE for n in range(first, left))
        )

    def united(
        self,
        cue: int,
        beside: list[int],
        clause: Offsets | None,
        thrown: list[Offsets] | None,
        source: Phrase | None,
    ) -> list[Offsets]:
        spans = [(self.quoted[k].start, self.quoted[k].end) for k in beside]
        if clause:
            spans.append(clause)
        spans += thrown or []
        spans.sort()
        words = self.words
        walls = [(words.start[cue], words.end[cue])]
        if source:
            walls.append((words.start[source[0]], words.end[source[1] - 1]))
        united: list[Offsets] = []
        for start, end in spans:
            for wall_start, wall_end in walls:
                if start < wall_end and wall_start < end:
                    start, end = (wall_end, end) if wall_start <= start else (start, wall_start)
            while start < end and self.text[start] in " ,:\u00a0":
                start += 1
            while end > start and self.text[end - 1].isspace():
                end -= 1
            if end <= start:
                continue
            if united and start <= united[-1][1] + 1 and not any(united[-1][1] <= w[0] < start for w in walls):
                united[-1] = (united[-1][0], max(united[-1][1], end))
            else:
                united.append((start, end))
        return united
