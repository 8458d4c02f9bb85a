"""Which quotations stand beside a cue and are its own."""

from __future__ import annotations

from generator.language.quotes import cues
from generator.language.quotes.view import Part, Phrase

LEAST_WORDS = 3  # of a quotation without a cue that counts as speech


class Beside(Part):
    """Finds the quotations of a cue."""

    def beside(self, cue: int, source: Phrase | None, lemma: str) -> list[int]:
        """The quotations that stand beside a cue in its paragraph and that nobody else has."""
        words = self.words
        first, last = words.sentences[words.sent[cue]]
        paragraph = self.paragraph_at[cue]
        here = [k for k, q in enumerate(self.quoted) if q.paragraph == paragraph]
        if not here or self.quoted[here[-1]].end <= words.start[cue]:
            announced = self._announced(paragraph)
            if announced is not None and words.sent[cue] == words.sent[self.view.token(self.paragraphs[paragraph][1] - 1)]:
                return [announced]
        if not here:
            return []
        strong = lemma in cues.SAY
        inside = [
            k
            for k in here
            if self.view.token(self.quoted[k].start) >= first and self.view.token(self.quoted[k].start) < last
        ]
        chosen: list[int] = []
        left = min(cue, source[0]) if source else cue
        right = max(cue + 1, source[1]) if source else cue + 1
        # before: "...,” Putin said": only marks, adverbs and the source between the closing mark and the cue
        before = [k for k in here if self.view.token(self.quoted[k].end - 1) < left]
        if before:
            k = before[-1]
            gap = range(self.view.token(self.quoted[k].end - 1) + 1, left)
            near = all(words.pos[n] in {"PUNCT", "ADV", "CCONJ", "SPACE", "PRON"} for n in gap) and len(gap) <= 3
            clean = not any(words.text[n] in {".", ";"} for n in gap)
            if (
                near
                and clean
                and (strong or lemma in cues.LOOSE)
                and self._speechlike(k)
                and not self._new_sentence_between(k, left, lemma)
            ):
                chosen += self._run_back(k, here)
        # after: "Putin said: “...”", "said, “...”", "said that “...”", "called it “a disgrace”"
        after = [k for k in here if self.view.token(self.quoted[k].start) >= right]
        for k in after:
            start = self.view.token(self.quoted[k].start)
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
            if k not in inside and not chosen and self._colon_before(start, right) and start - right < 25:
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
        return next((k for k, q in enumerate(self.quoted) if q.start == opening and k not in self.taken), None)

    def _speechlike(self, k: int) -> bool:
        """Not a title or a scare quote: several words, or an end mark inside the closing quotation mark."""
        q = self.quoted[k]
        inner = self.text[q.start + 1 : q.end - 1].strip()
        return len(inner.split()) >= LEAST_WORDS or inner[-1:] in ",.?!…—"

    def _new_sentence_between(self, k: int, left: int, lemma: str) -> bool:
        """ "... again.” He said nothing": a full stop inside the marks and a capital after them begin another sentence."""
        words = self.words
        closing = self.text[self.quoted[k].end - 2 : self.quoted[k].end - 1]
        starts_new = words.sent[min(left, len(words.sent) - 1)] != words.sent[self.view.token(self.quoted[k].end - 1)]
        capital = words.text[left][:1].isupper() and words.pos[left] != "PROPN"
        return closing == "." and (starts_new or capital)

    def _run_back(self, k: int, here: list[int]) -> list[int]:
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
        gap = self.text[self.words.end[right - 1] : self.words.start[start]]
        return len(gap.split()) <= 12

    def _tagged(self, k: int) -> bool:
        """Whether a quotation has a cue of its own behind it: "...,” Erdogan said"."""
        return self.text[self.quoted[k].end - 2 : self.quoted[k].end - 1] == ","

    def _only_source_between(self, right: int, start: int) -> bool:
        """ "...,” he said on Monday. “...”: nothing but the end of the cue's own sentence."""
        words = self.words
        end = words.sentences[words.sent[right - 1]][1]
        gap = self.text[words.end[end - 1] if end - 1 < start else words.end[right - 1] : words.start[start]]
        return words.sent[start] - words.sent[right - 1] <= 1 and not gap.strip(" .\u00a0")

    def _opens_at(self, n: int) -> bool:
        return self.quote_at[n] >= 0 and self.quoted[self.quote_at[n]].start >= self.words.start[n] - 1

    def at_marks(self, n: int) -> bool:
        """Any verb reports where a quotation meets its clause: "“...,” Maddow repeated", "Rubio fired back: “..."."""
        words = self.words
        if words.tag[n] not in {"VBD", "VBZ", "VBP"} or words.lemma[n] in {"be", "have", "do"}:
            return False
        after = n + 1
        while after < len(words.text) and words.pos[after] in {"ADV", "ADP"} and after < n + 3:
            after += 1
        if after + 1 < len(words.text) and words.text[after] in {",", ":"} and self._opens_at(after + 1):
            return True
        before = n - 1
        while before > 0 and words.pos[before] in {"PROPN", "PRON", "DET"} and n - before < 5:
            before -= 1
        number = self.quote_at[before]
        return (
            before < n - 1
            and number >= 0
            and self.text[self.quoted[number].end - 2] in ",?!"
            and words.sent[before] == words.sent[n]
        )
