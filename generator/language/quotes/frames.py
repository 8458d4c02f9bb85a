"""Which cue a quotation has by the order of words alone: surer than a parse, which quotations often lead astray.

A frame is a name or a noun and a finite verb beside a quotation, whatever the verb: "...,” Okafor said", "...”, said Okafor",
"...!” thundered Okafor", "Okafor shot back: “..."", "Okafor said in a statement on Monday, “...". A table of reporting verbs
will always be short; the comma before or behind the closing mark, and a small letter behind it, tell.
"""

from __future__ import annotations

from generator.language.quotes import cues
from generator.language.quotes.noun_phrases import OFFICE_AND_NAME
from generator.language.quotes.sources import RELATIVE, TAKEN_FOR, Sources
from generator.language.quotes.view import TAG_MARKS, Part, Phrase, View

PAST = frozenset({"VBD", "VBZ", "VBP"})
NO_CUES = frozenset({"be", "have", "do", "become", "get", "seem", "go"})
PHRASAL = frozenset(
    "shot shoots fired fires hit hits snapped snaps struck strikes wrote writes pushed pushes".split()
)  # "shot back"
SHOUTING = frozenset(
    {"shouting", "saying", "yelling", "screaming", "telling", "chanting", "singing"}
)  # "showed Okafor shouting, “...”"
CLEFT = frozenset(
    {"how", "what", "all", "why", "where"}
)  # "“...,” is how Okafor put it", "“...,” was all that Okafor would say"
PASSIVE = frozenset({"was", "were", "been", "is", "are", "being", "got"})
# "“...,” Okafor was told", "pressed on whether"
HEARING = frozenset({"when", "if", "once", "after", "while", "though"})  # "when asked why she left"
ENDING = frozenset({".", ";", ":"})  # no tag goes on over these
INTRODUCING = 12  # words between a cue and the comma or colon before what is said
UNKNOWN_VERB_WITHIN = 5  # words between a quotation and a verb that no table knows


class Frames(Part):
    """Reads the neighbourhood of each quotation."""

    def __init__(self, view: View, sources: Sources) -> None:
        super().__init__(view)
        self.sources = sources
        self.cue_of: dict[int, int] = {}  # quotation -> token of its cue
        self.behind: set[int] = set()  # the cues that stand behind their quotation
        for k in range(len(self.quoted)):
            colon = self._before(k, ":")
            # "Late goal saves Rovers: “...,” Okafor said": a headline's verb is none of saying
            behind = self._behind(k) if colon is None or view.words.lemma[colon] not in cues.SAY else None
            cue = colon if behind is None else behind
            if behind is not None:
                self.behind.add(behind)
            if cue is None:
                cue = self._before(k, ",") or self._bare(k)
            if cue is not None:
                self.cue_of[k] = cue
        self.cues = frozenset(self.cue_of.values())

    def _behind(self, k: int) -> int | None:
        """The cue of a tag behind a quotation."""
        words, q = self.words, self.quoted[k]
        mark = self.view.tag_mark(k)
        if self._embedded(k):
            return None
        first = self.view.token(q.end - 1) + 1
        if first < len(words.text) and words.text[first] == "," and mark == ",":  # “It is over”, Okafor said
            first += 1
        if mark not in TAG_MARKS:
            return self._loose_tag(k, first)
        cleft = self._cleft(first)
        if cleft is not None:
            return cleft
        last = min(len(words.text), first + self.sources.longest_tag)
        for n in range(first, last):
            if self.quote_at[n] >= 0 or self.paragraph_at[n] != q.paragraph or words.text[n] in ENDING:
                return None
            if not self._verb(n, first):
                continue
            if self._tags(k, first, n, mark):
                return n
            if n - first > 1 and words.text[n - 1] not in RELATIVE:
                return None
        return None

    def _cleft(self, first: int) -> int | None:
        """ "“...,” is how Okafor remembers it": the verb behind the name."""
        words = self.words
        if words.lemma[first : first + 1] != ["be"] or words.low[first + 1] not in CLEFT:
            return None
        low = first + 2 + (words.low[first + 2] == "that")
        run = self.sources.noun_run(low)
        if run is None or not self.sources.personal(run):
            return None
        verbs = (
            n for n in range(run[1], min(run[1] + 4, len(words.tag))) if words.tag[n][:2] == "VB" and words.pos[n] != "AUX"
        )
        return next(verbs, None)

    def _verb(self, n: int, first: int) -> bool:
        """Whether a word behind a quotation may be the verb of its tag."""
        return self._finite(n) or self._apart(n) or (n == first and self._turned(n))

    def _tags(self, k: int, first: int, n: int, mark: str) -> bool:
        """Whether a finite verb behind a quotation that asks for a tag is the tag's."""
        words = self.words
        source = self.sources.tag(n)
        if source is None or self.hears(n):
            return False
        if words.low[n + 1 : n + 2] == ["that"]:  # "“Why?” Okafor replied that ...": what he replied comes behind
            return False
        if words.lemma[n] in cues.LOOSE:
            return True
        if n == first:  # "...!” thundered Okafor": a verb with a small letter opens no sentence
            return words.text[n][:1].islower() and self.sources.personal(source)
        same = words.sent[n] == words.sent[first - 1] or mark == ","
        apart = n - first < UNKNOWN_VERB_WITHIN or words.text[n - 1] in {",", ")"}
        return same and apart and source[0] < n and mark in {",", "?", "!"} and self.sources.personal(source)

    def _loose_tag(self, k: int, first: int) -> int | None:
        """A tag behind a full stop, or behind nothing at all: "... emails.” Okafor said.", "...” said Okafor"."""
        words, q = self.words, self.quoted[k]
        for n in range(first, min(first + UNKNOWN_VERB_WITHIN, len(words.text) - 1)):
            if self.quote_at[n] >= 0 or self.paragraph_at[n] != q.paragraph or words.pos[n] == "PUNCT":
                return None
            if words.tag[n] not in PAST:
                continue
            if words.lemma[n] not in cues.SAY:
                return None
            source = self._run_to(first, n) if n > first else self.sources.noun_run(n + 1)
            if source is None or words.pos[source[2]] not in {"PROPN", "PRON"}:
                return None
            return n if n == first or words.text[n + 1] in {".", "\n"} or words.pos[n + 1] == "SPACE" else None
        return None

    def _run_to(self, first: int, n: int) -> Phrase | None:
        """The name, with what somebody is before it, that fills the words up to a verb: "[Engineer Ann Field] said"."""
        words = self.words
        run = self.sources.run_before(n)
        if run is None or run[0] == first:
            return run
        office = all(words.pos[k] in OFFICE_AND_NAME for k in range(first, run[0])) and words.text[first][:1].isupper()
        return (first, n, run[2]) if office else None

    def hears(self, cue: int) -> bool:
        """ "Okafor was told": the one who is told says nothing."""
        words = self.words
        passive = any(words.full_dep[c] in {"nsubj:pass", "nsubjpass"} for c in words.children[cue])
        if words.lemma[cue] in cues.SAID_OF:
            return passive
        if words.lemma[cue] not in cues.HEARERS:
            return False
        return passive or self._participle(cue) or any(words.low[n] in PASSIVE for n in range(max(0, cue - 2), cue))

    def _participle(self, cue: int) -> bool:
        """ "Asked why she left, Okafor said", "when asked after the vote whether": the one who is asked is the subject."""
        words = self.words
        opens = cue == words.sentences[words.sent[cue]][0] or words.pos[cue - 1] == "SPACE"
        return words.tag[cue] in {"VBN", "VBD"} and (opens or words.low[cue - 1] in HEARING)

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

    def _before(self, k: int, wanted: str) -> int | None:
        """The cue that introduces a quotation with a comma or a colon."""
        words, q = self.words, self.quoted[k]
        mark = self.view.before(k)
        if mark < 1 or self.paragraph_at[mark] != q.paragraph or self.quote_at[mark] >= 0 or words.text[mark] != wanted:
            return None
        n = mark - 1
        while n > 0 and mark - n < 4 and words.pos[n] in {"ADV", "ADP"}:
            n -= 1
        if self.quote_at[n] < 0 and self._introduces(k, n, wanted):
            return n
        return self._further(mark)

    def _introduces(self, k: int, n: int, wanted: str) -> bool:
        """Whether the verb right before the mark introduces a quotation."""
        words = self.words
        if self.hears(n):
            return False
        saying = words.tag[n] == "VBG" and words.lemma[n] in cues.SAY
        saying = saying or (words.tag[n] == "NN" and words.pos[n - 1] == "PROPN" and words.low[n] in SHOUTING)
        return saying or (self._finite(n) and (words.lemma[n] in cues.LOOSE or self._sentence(k)))

    def _further(self, mark: int) -> int | None:
        """A reporting verb with its objects and days before the mark: "Okafor told the crowd on Monday, “..."."""
        words = self.words
        resumed = False  # "Okafor said the work went on but that, basically, “...”": not "went on"
        for n in range(mark - 1, max(-1, mark - INTRODUCING), -1):
            if words.sent[n] != words.sent[mark] or self.quote_at[n] >= 0 or words.text[n] in {";", ":"}:
                return None
            resumed = resumed or (words.low[n] == "that" and words.tag[n - 1] == "CC")
            if words.lemma[n] in cues.SAY and (self._finite(n) or words.tag[n] == "VBG"):
                above = words.head[n]
                if resumed and words.dep[n] == "ccomp" and words.lemma[above] in cues.SAY:
                    return above
                return None if self.hears(n) else n
            if self._finite(n):
                return None
        return None

    def _bare(self, k: int) -> int | None:
        """A reporting verb right before the opening mark, without comma or colon: "Okafor said “we will rebuild it”"."""
        words = self.words
        n = self.view.before(k)
        if n < 1 or self.paragraph_at[n] != self.quoted[k].paragraph or self.quote_at[n] >= 0 or self.hears(n):
            return None
        plain = words.lemma[n] in cues.PLAIN or (words.lemma[n] in cues.SAY and self._sentence(k))
        return n if plain and (self._finite(n) or words.tag[n] == "VBG") else None

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
                or words.text[n - 1] in {",", ")", "”", '"', "’", "'"}
            )
        )

    def _apart(self, n: int) -> bool:
        """ "...,” her neighbour Ann Field, a miner, objected.": behind an apposition a tagger takes the verb for a participle."""
        words = self.words
        ends = n + 1 >= len(words.text) or words.text[n + 1] == "." or words.pos[n + 1] in {"SPACE", "ADV"}
        return words.tag[n] == "VBN" and n > 0 and words.text[n - 1] == "," and ends and words.lemma[n] not in NO_CUES

    def _turned(self, n: int) -> bool:
        """ "...!” roared Okafor": taggers take the verb right behind a quotation for a participle."""
        words = self.words
        if words.tag[n] in TAKEN_FOR:
            return words.low[n].endswith(TAKEN_FOR[words.tag[n]]) and self._closed_by_name(n + 1)
        after = words.pos[n + 1] if n + 1 < len(words.pos) else ""
        titled = words.pos[n + 1 : n + 3] == ["NOUN", "PROPN"]  # "...,” beamed captain Ann Field"
        return words.tag[n] == "VBN" and words.lemma[n] not in NO_CUES and (titled or after in {"PROPN", "PRON", "DET"})

    def _closed_by_name(self, n: int) -> bool:
        """ "...,” fumed | trade secretary Ann Field.": a name, with what somebody is before it, and nothing behind it."""
        run = self.sources.noun_run(n)
        if run is None or self.words.pos[run[1] - 1] != "PROPN":
            return False
        return run[1] >= len(self.words.text) or self.words.pos[run[1]] in {"PUNCT", "SPACE", "ADP", "ADV", "SCONJ"}

    def _sentence(self, k: int) -> bool:
        """Whether a quotation looks like a sentence: a capital and several words."""
        inner = self.text[slice(*self.quoted[k].inner)]
        return inner[:1].isupper() and len(inner.split()) > 2
