"""Which quotations stand beside a cue and are its own."""

from __future__ import annotations

from bisect import bisect_left

from generator.language.quotes import cues
from generator.language.quotes.floating import LEAST_WORDS
from generator.language.quotes.frames import Frames
from generator.language.quotes.view import Part, Phrase, View

# a second quoted fragment of the same sentence: "called it “a disgrace” and a “lie”", "and that “...”"
RESUMING = frozenset("and or but that a an the as to".split())


class Beside(Part):
    """Finds the quotations of a cue."""

    def __init__(self, view: View, frames: Frames) -> None:
        super().__init__(view)
        self.cue_of = frames.cue_of

    def beside(self, cue: int, source: Phrase | None, lemma: str) -> list[int]:
        """The quotations that stand beside a cue in its paragraph and that nobody else has."""
        words = self.words
        first, last = words.sentences[words.sent[cue]]
        paragraph = self.paragraph_at[cue]
        here = self.view.in_paragraph.get(paragraph, range(0))
        if not here or self.quoted[here[-1]].end <= words.start[cue]:
            announced = self._announced(paragraph)
            if announced is not None and words.sent[cue] == words.sent[self.view.token(self.paragraphs[paragraph][1] - 1)]:
                return [announced]
        if not here:
            return []
        strong = lemma in cues.SAY
        # a paragraph can hold thousands of quotations: they are in the order of the text, so nobody lists them for each cue
        begins, ends = self.view.first_token, self.view.last_token
        inside = range(bisect_left(begins, first, here.start, here.stop), bisect_left(begins, last, here.start, here.stop))
        chosen: list[int] = []
        left = min(cue, source[0]) if source else cue
        right = max(cue + 1, source[1]) if source else cue + 1
        # before: "...,” Putin said": only marks, adverbs and the source between the closing mark and the cue
        k = bisect_left(ends, left, here.start, here.stop) - 1
        if k in here:
            if self.cue_of.get(k) == cue:
                chosen += self._run_back(k, here)
            gap = range(ends[k] + 1, left)
            near = all(words.pos[n] in {"PUNCT", "ADV", "CCONJ", "SPACE", "PRON"} for n in gap) and len(gap) <= 3
            clean = not any(words.text[n] in {".", ";"} for n in gap)
            if (
                not chosen
                and near
                and clean
                and self.cue_of.get(k, cue) == cue
                and (strong or lemma in cues.LOOSE)
                and self._speechlike(k)
                and not self._new_sentence_between(k, left, lemma)
            ):
                chosen += self._run_back(k, here)
        # after: "Putin said: “...”", "said, “...”", "said that “...”", "called it “a disgrace”"
        for k in range(bisect_left(begins, right, here.start, here.stop), here.stop):
            start = begins[k]
            if self.cue_of.get(k, cue) != cue:
                break  # it has a cue of its own
            if self.cue_of.get(k) == cue:
                chosen.append(k)
                continue
            if k in inside and not chosen and (self._governed(cue, start) or self._colon_before(start, right)):
                chosen.append(k)
                continue
            if k in inside and chosen and self._resumed(right, start):
                chosen.append(k)  # “...,” he said, “...”
                continue
            if (
                k not in inside
                and chosen
                and strong
                and k == chosen[-1] + 1
                and not self._tagged(k)
                and self._only_source_between(right, start)
            ):
                chosen.append(k)  # “...,” he said. “...”
                continue
            near = start - right < 25 and "." not in words.text[right:start]
            if k not in inside and not chosen and near and self._colon_before(start, right):
                chosen.append(k)
                continue
            if chosen and k == chosen[-1] + 1 and self.view.adjacent(chosen[-1], k):
                chosen.append(k)
                continue
            break
        return [k for k in dict.fromkeys(chosen) if k not in self.taken]

    def _announced(self, paragraph: int) -> int | None:
        """ "Mayor Ruth Okafor told the council:", and the next paragraph is what she told."""
        start, end = self.paragraphs[paragraph]
        if self.text[start:end].rstrip()[-1:] != ":" or paragraph + 1 >= len(self.paragraphs):
            return None
        opening = self.paragraphs[paragraph + 1][0]
        found = self.view.beginning.get(opening)
        return found if found not in self.taken else None

    def _speechlike(self, k: int) -> bool:
        """Not a title or a scare quote: several words, or an end mark inside the closing quotation mark."""
        q = self.quoted[k]
        inner = self.text[slice(*q.inner)].strip()
        return len(inner.split()) >= LEAST_WORDS or inner[-1:] in ",.?!…—"

    def _new_sentence_between(self, k: int, left: int, lemma: str) -> bool:
        """ "... again.” He said nothing": a full stop inside the marks and a capital after them begin another sentence."""
        words = self.words
        closing = self.quoted[k].end_mark(self.text)
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
            if words.head[node] == node:
                break
            node = words.head[node]
        gap = self.text[words.end[cue] : words.start[start]]
        return (
            len(gap.split()) <= 3
            and words.sent[cue] == words.sent[start]
            and (gap.strip(" ") in {"", ",", ":", "that", "it"})
        )

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

    def _resumed(self, right: int, start: int) -> bool:
        """ "...,” he said, “...”" and "called it “a” and “b”", but not "he told the hosts of “Good Morning”"."""
        gap = self.text[self.words.end[right - 1] : self.words.start[start]].split()
        return len(gap) <= 12 and (not gap or gap[-1][-1] in ",:;—–" or gap[-1] in RESUMING)

    def _tagged(self, k: int) -> bool:
        """Whether a quotation has a cue of its own behind it: "...,” Erdogan said"."""
        return self.view.tag_mark(k) == ","

    def _only_source_between(self, right: int, start: int) -> bool:
        """ "...,” he said on Monday. “...”: nothing but the end of the cue's own sentence."""
        words = self.words
        end = words.sentences[words.sent[right - 1]][1]
        gap = self.text[words.end[end - 1] if end - 1 < start else words.end[right - 1] : words.start[start]]
        return words.sent[start] - words.sent[right - 1] <= 1 and not gap.strip(" .\u00a0")
