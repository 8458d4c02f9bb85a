"""Which quotations stand beside a cue and are its own."""

from __future__ import annotations

from bisect import bisect_left

from generator.language.quotes import cues
from generator.language.quotes.floating import LEAST_WORDS
from generator.language.quotes.frames import Frames
from generator.language.quotes.view import Part, Phrase, View

# a second quoted fragment of the same sentence: "called it “a disgrace” and a “lie”", "and that “...”"
RESUMING = frozenset("and or but that a an the as to".split())
JOINING_TAGS = frozenset({"and", "but", "that"})  # behind a tag: "...,” he said before a “family” dinner is not his
BETWEEN = frozenset({"PUNCT", "ADV", "CCONJ", "SPACE", "PRON"})  # between a quotation and its tag: "...,” and then he said"
WORDS_BETWEEN = 3  # words between them
COLON_WITHIN = 25  # words between a cue and the colon that it announces a quotation with


class Beside(Part):
    """Finds the quotations of a cue."""

    def __init__(self, view: View, frames: Frames) -> None:
        super().__init__(view)
        self.cue_of = frames.cue_of
        self.tags = frames.behind

    def beside(self, cue: int, source: Phrase | None, lemma: str) -> list[int]:
        """The quotations that stand beside a cue in its paragraph and that nobody else has."""
        here = self.view.in_paragraph.get(self.paragraph_at[cue], range(0))
        announced = self._announced_by(cue, here)
        if announced is not None:
            return [announced]
        if not here:
            return []
        left = min(cue, source[0]) if source else cue
        right = max(cue + 1, source[1]) if source else cue + 1
        chosen = self._before(cue, left, lemma, here)
        chosen += self._behind(cue, right, lemma, here, chosen)
        return [k for k in dict.fromkeys(chosen) if k not in self.taken]

    def _before(self, cue: int, left: int, lemma: str, here: range) -> list[int]:
        """ "...,” Putin said": only marks, adverbs and the source between the closing mark and the cue."""
        ends = self.view.last_token
        k = bisect_left(ends, left, here.start, here.stop) - 1
        if k not in here:
            return []
        if self.cue_of.get(k) == cue:
            return self._run_back(k, here)
        if self.cue_of.get(k, cue) != cue or lemma not in cues.LOOSE or not self._near(range(ends[k] + 1, left)):
            return []
        if not self._speechlike(k) or self._new_sentence_between(k, left, cue):
            return []
        return self._run_back(k, here)

    def _near(self, gap: range) -> bool:
        """Whether nothing that carries meaning stands between a quotation and its tag."""
        words = self.words
        if len(gap) > WORDS_BETWEEN or any(words.text[n] in {".", ";"} for n in gap):
            return False
        return all(words.pos[n] in BETWEEN and words.tag[n] != "WRB" for n in gap)

    def _behind(self, cue: int, right: int, lemma: str, here: range, before: list[int]) -> list[int]:
        """ "Putin said: “...”", "said, “...”", "said that “...”", "called it “a disgrace”", and what goes on from there."""
        words, begins = self.words, self.view.first_token
        # a paragraph can hold thousands of quotations: they are in the order of the text, so nobody lists them for each cue
        last = bisect_left(begins, words.sentences[words.sent[cue]][1], here.start, here.stop)
        chosen: list[int] = []
        for k in range(bisect_left(begins, right, here.start, here.stop), here.stop):
            known = self.cue_of.get(k, cue)
            if known != cue:
                break  # it has a cue of its own
            so_far = before + chosen
            strong = lemma in cues.SAY or cue in self.tags  # "...,” she remembers. “...”"
            takes = self._inside(cue, k, right, so_far) if k < last else self._outside(k, right, strong, so_far)
            goes_on = bool(so_far) and k == so_far[-1] + 1 and self.view.adjacent(so_far[-1], k)
            if self.cue_of.get(k) != cue and not takes and not goes_on:
                break
            chosen.append(k)
        return chosen

    def _inside(self, cue: int, k: int, right: int, chosen: list[int]) -> bool:
        """Whether a cue has a quotation of its own sentence."""
        start = self.view.first_token[k]
        if chosen:
            if any(self._says(n) for n in range(right, start)):
                return False  # "...,” he said, adding that “..."
            tagged = self.view.first_token[chosen[0]] < cue
            return self._resumed(right, start, JOINING_TAGS if tagged else RESUMING)  # “...,” he said, “...”
        if self.words.lemma[cue] not in cues.VERBS and self._fragment(k, start):
            return False  # "Okafor opened with a call to “embrace” it"
        return self._governed(cue, start) or self._colon_before(start, right)

    def _says(self, n: int) -> bool:
        """Whether a word outside marks is another verb of saying."""
        words = self.words
        return self.quote_at[n] < 0 and words.lemma[n] in cues.SAY and words.tag[n] in {"VBG", "VBD", "VBZ"}

    def _fragment(self, k: int, start: int) -> bool:
        """Whether a quotation is part of the sentence around it."""
        inner = self.text[self.quoted[k].inner[0] : self.quoted[k].inner[0] + 1]
        return inner.islower() and start > 0 and self.words.pos[start - 1] != "PUNCT"

    def _outside(self, k: int, right: int, strong: bool, chosen: list[int]) -> bool:
        """Whether a cue has a quotation of the next sentence: "...,” he said. “...”", "This is what he said. He: “...”"."""
        start = self.view.first_token[k]
        if chosen:
            next_to = strong and k == chosen[-1] + 1 and not self._tagged(k)
            return next_to and self._only_source_between(right, start)
        near = start - right < COLON_WITHIN and "." not in self.words.text[right:start]
        return near and self._colon_before(start, right)

    def _announced_by(self, cue: int, here: range) -> int | None:
        """What the next paragraph quotes, where a cue in the last sentence of a paragraph announces it."""
        words, paragraph = self.words, self.paragraph_at[cue]
        if here and self.quoted[here[-1]].end > words.start[cue]:
            return None
        closing = self.view.token(self.paragraphs[paragraph][1] - 1)
        return self._announced(paragraph) if words.sent[cue] == words.sent[closing] else None

    def _announced(self, paragraph: int) -> int | None:
        """ "Mayor Ruth Okafor told the council:", and the next paragraph is what she told."""
        start, end = self.paragraphs[paragraph]
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if self.text[end - 1 : end] != ":" or paragraph + 1 >= len(self.paragraphs):
            return None
        opening = self.paragraphs[paragraph + 1][0]
        found = self.view.beginning.get(opening)
        return found if found not in self.taken else None

    def _speechlike(self, k: int) -> bool:
        """Not a title or a scare quote: several words, or an end mark inside the closing quotation mark."""
        q = self.quoted[k]
        inner = self.text[slice(*q.inner)].strip()
        return len(inner.split()) >= LEAST_WORDS or inner[-1:] in ",.?!…—"

    def _reports(self, cue: int) -> bool:
        """ "... proud.” Okafor said it had won": whether a clause stands right behind a cue."""
        words = self.words
        clause = any(words.dep[c] == "ccomp" and c > cue and self.quote_at[c] < 0 for c in words.children[cue])
        return clause and words.tag[cue + 1 : cue + 2] != [] and words.text[cue + 1] not in {",", ".", ":", "—", "-"}

    def _new_sentence_between(self, k: int, left: int, cue: int) -> bool:
        """ "... again.” He said nothing": a full stop inside the marks and a capital after them begin another sentence."""
        words = self.words
        closing = self.quoted[k].end_mark(self.text)
        if closing == "." and words.text[left][:1].isupper() and self._reports(cue):
            return True
        starts_new = words.sent[min(left, len(words.sent) - 1)] != words.sent[self.view.token(self.quoted[k].end - 1)]
        capital = words.text[left][:1].isupper() and words.pos[left] != "PROPN"
        return closing == "." and (starts_new or capital)

    def _run_back(self, k: int, here: range) -> list[int]:
        """Quotations right before this one that nothing separates."""
        run = [k]
        while run[0] - 1 in here and self.view.adjacent(run[0] - 1, run[0]) and run[0] - 1 not in self.taken:
            run.insert(0, run[0] - 1)
        return run

    def _governed(self, cue: int, start: int) -> bool:
        """Whether a quotation's words hang on the cue."""
        words = self.words
        node = start + 1 if start + 1 < len(words.head) else start
        for _ in range(20):
            if node == cue:
                return True
            if words.head[node] == node or self._another(node, cue):
                break
            node = words.head[node]
        gap = self.text[words.end[cue] : words.start[start]]
        return (
            len(gap.split()) <= 3
            and words.sent[cue] == words.sent[start]
            and (gap.strip(" ") in {"", ",", ":", "that", "it"})
        )

    def _another(self, node: int, cue: int) -> bool:
        """ "mocked his rivals and called them “liars”", "spoke out, arguing that ...": a verb that shares the cue's subject has it."""
        words = self.words
        verb = words.tag[node][:2] == "VB" and words.lemma[node] in cues.VERBS
        return verb and node > cue and self.quote_at[node] < 0 and words.dep[node] in {"conj", "advcl"}

    def _colon_before(self, start: int, right: int) -> bool:
        words = self.words
        previous = start - 1
        while previous > 0 and words.pos[previous] == "SPACE":
            previous -= 1
        return (
            previous >= 0
            and words.text[previous] == ":"
            and previous >= right - 1
            and self.paragraph_at[previous] == self.paragraph_at[start]
        )

    def _resumed(self, right: int, start: int, by: frozenset[str]) -> bool:
        """ "...,” he said, “...”" and "called it “a” and “b”", but not "he told the hosts of “Good Morning”"."""
        gap = self.text[self.words.end[right - 1] : self.words.start[start]].split()
        return len(gap) <= 12 and (not gap or gap[-1][-1] in ",:;—–" or gap[-1] in by)

    def _tagged(self, k: int) -> bool:
        """Whether a quotation has a cue of its own behind it: "...,” Erdogan said"."""
        return self.view.tag_mark(k) == ","

    def _only_source_between(self, right: int, start: int) -> bool:
        """ "...,” he said on Monday. “...”: nothing but the end of the cue's own sentence."""
        words = self.words
        end = words.sentences[words.sent[right - 1]][1]
        gap = self.text[words.end[end - 1] if end - 1 < start else words.end[right - 1] : words.start[start]]
        return words.sent[start] - words.sent[right - 1] <= 1 and not gap.strip(" .\u00a0")
