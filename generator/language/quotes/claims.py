"""Which cue a quotation has by the order of words alone: surer than a parse, which quotations often lead astray.

"...,” Okafor said", "...,” said Okafor", "Okafor shot back: “..."", "Okafor said in a statement on Monday, “..."".
"""

from __future__ import annotations

from generator.language.quotes import cues
from generator.language.quotes.sources import TAG_MARKS, Sources
from generator.language.quotes.view import Part, View

PAST = frozenset({"VBD", "VBZ", "VBP"})
NO_CUES = frozenset({"be", "have", "do"})
PHRASAL = frozenset({"shot", "fired", "hit", "snapped", "struck", "wrote", "pushed"})  # "shot back"
INTRODUCING = 12  # words between a cue and the comma or colon before what is said


class Claims(Part):
    """Reads the neighbourhood of each quotation."""

    def __init__(self, view: View, sources: Sources) -> None:
        super().__init__(view)
        self.sources = sources
        self.cue_of: dict[int, int] = {}  # quotation -> token of its cue
        for k in range(len(self.quoted)):
            cue = self._behind(k)
            if cue is None:
                cue = self._before(k)
            if cue is not None:
                self.cue_of[k] = cue
        self.cues = frozenset(self.cue_of.values())

    def _behind(self, k: int) -> int | None:
        """The cue of a tag behind a quotation."""
        words, q = self.words, self.quoted[k]
        mark = q.end_mark(self.text)
        if not mark or mark not in TAG_MARKS or self._embedded(k):
            return None
        first = self.view.token(q.end - 1) + 1
        last = min(len(words.text), first + self.sources.longest_tag)
        for n in range(first, last):
            if self.quote_at[n] >= 0 or self.paragraph_at[n] != q.paragraph or words.text[n] in {".", ";", ":"}:
                return None
            if not self._finite(n):
                continue
            reports = words.lemma[n] in cues.LOOSE
            near = n - first < 5 and words.sent[n] == words.sent[first - 1] and mark == ","
            if reports or near:
                source = self.sources.tag(n)
                if source is not None and (reports or source[0] < n):
                    return n
            if n - first > 1 and words.text[n - 1] not in {"who", "which", "that"}:
                return None
        return None

    def _embedded(self, k: int) -> bool:
        """ "Okafor said that they went “to close the bridge,” the Post reported": the words are Okafor's."""
        words, q = self.words, self.quoted[k]
        start = self.view.token(q.start)
        if not self.text[q.inner[0] : q.inner[0] + 1].islower() or start < 1 or words.pos[start - 1] == "PUNCT":
            return False
        return any(
            words.lemma[n] in cues.SAY and words.tag[n] in PAST and self.quote_at[n] < 0
            for n in range(words.sentences[words.sent[start]][0], start)
        )

    def _before(self, k: int) -> int | None:
        """The cue that introduces a quotation."""
        words, q = self.words, self.quoted[k]
        start = self.view.token(q.start)
        mark = start - 1
        while mark > 0 and words.pos[mark] == "SPACE":
            mark -= 1
        if mark < 1 or self.paragraph_at[mark] != q.paragraph or self.quote_at[mark] >= 0:
            return None
        if words.text[mark] not in {",", ":"}:
            return None
        n = mark - 1
        while n > 0 and mark - n < 4 and words.pos[n] in {"ADV", "ADP"}:
            n -= 1
        if self._finite(n) and self.quote_at[n] < 0 and (words.lemma[n] in cues.LOOSE or self._sentence(k)):
            return n
        sentence = words.sent[mark]
        for n in range(mark - 1, max(-1, mark - INTRODUCING), -1):
            if words.sent[n] != sentence or self.quote_at[n] >= 0 or words.text[n] in {";", ":"}:
                return None
            if words.lemma[n] in cues.SAY and (self._finite(n) or words.tag[n] == "VBG"):
                return n
            if self._finite(n):
                return None
        return None

    def _finite(self, n: int) -> bool:
        words = self.words
        if words.tag[n] in PAST:
            return words.lemma[n] not in NO_CUES
        if words.low[n] in PHRASAL and n + 1 < len(words.low) and words.low[n + 1] == "back":
            return True
        # taggers take "Okafor proclaimed, “...”" for a participle and "Okafor sings" for a plural
        return (
            n > 0
            and words.tag[n] in {"VBN", "NNS"}
            and words.lemma[n] in cues.LOOSE
            and (
                words.pos[n - 1] in {"PROPN", "PRON"}
                or (words.pos[n - 1] == "ADV" and n > 1 and words.pos[n - 2] == "PROPN")
            )
        )

    def _sentence(self, k: int) -> bool:
        """Whether a quotation looks like a sentence: a capital and several words."""
        inner = self.text[slice(*self.quoted[k].inner)]
        return inner[:1].isupper() and len(inner.split()) > 2
