"""Whether the words before a cue can be what was said: "The bridge is closed, Okafor said", "The bridge, Okafor added, is closed".

"Even as he won, Okafor said that ...", "A former miner, Okafor said he ...", "In his book, Okafor suggested looking": what leads in to
a clause is no statement.
"""

from __future__ import annotations

from generator.language.lexicon.tags import FINITE, SUBJECTS
from generator.language.quotes.view import Part, Phrase

UNFINISHED = frozenset({"VBG", "VBN"})  # how no first half of a statement begins: "Speaking in Leeds, Okafor said, ..."
ASKING = frozenset({"ask", "press", "question", "quiz", "challenge", "probe"})
LEADS = frozenset({"but", "and", "yet", "so", "still", "however", "then", "now"})
TELLING = frozenset("tell ask warn remind assure inform advise write".split())  # they have a hearer behind them
GOVERNED_LABELS = frozenset({"ccomp", "xcomp", "obj"})
CONJUNCTIONS = frozenset(
    "as when while after before because if since although though until unless once where whereas".split()
)
REPORTED = frozenset({"VBD", "VBZ", "VBP", "VBN"})


class Before(Part):
    """Judges the stretch before a cue."""

    def stands(self, first: int, left: int, cue: int, source: Phrase | None, goes_on: bool) -> bool:
        """Whether words before a cue are what it reports.

        Args:
            first: their first token.
            left: the end of them, in tokens.
            cue: the reporting verb's token.
            source: who reports.
            goes_on: whether what is said goes on behind the cue.
        """
        words = self.words
        while first < left and (words.low[first] in LEADS or words.pos[first] in {"SPACE", "PUNCT"}):
            first += 1
        if first >= left or words.tag[cue] not in REPORTED or self.governs(cue, source, goes_on) or self._asked(first):
            return False
        if any(self._main(n, first, left) for n in range(first, left)):
            return True
        # "Even if it leaks, Okafor said, the dam will hold": commas around a tag show that both halves are one statement
        return goes_on and words.tag[first] not in UNFINISHED

    def _asked(self, n: int) -> bool:
        """ "Asked whether he knew, Okafor said no"."""
        return self.words.lemma[n] in ASKING and self.words.tag[n] in {"VBN", "VBD"}

    def governs(self, cue: int, source: Phrase | None, goes_on: bool) -> bool:
        """Whether a cue has something of its own behind it: "said he would go", "announced her plan"."""
        return any(
            self._own(child, cue, goes_on)
            for child in self.words.children[cue]
            if not (source and source[0] <= child < source[1])
        )

    def _own(self, child: int, cue: int, goes_on: bool) -> bool:
        """Whether a word that hangs on a cue is what it reports or does."""
        words = self.words
        if child < cue or words.dep[child] not in GOVERNED_LABELS:
            return False
        if self.quote_at[child] >= 0 and (self.quote_at[cue + 1] >= 0 or words.pos[cue + 1] == "PUNCT"):
            return (
                False  # in marks: "The bridge is closed, Okafor said: “It is not safe.”"; but "Okafor said it was “a mess”"
            )
        if goes_on and any(words.text[n] == "," for n in range(cue + 1, child)):
            return False  # "The bridge, Okafor said, is closed"
        hearer = words.lemma[cue] in TELLING or words.pos[child] == "PUNCT" or words.subtree(child)[0] > child
        return not (words.dep[child] == "obj" and hearer)

    def _main(self, n: int, first: int, left: int) -> bool:
        """Whether a finite verb is of a main clause: it has a subject, and nothing makes it hang on another."""
        words = self.words
        if words.tag[n] not in FINITE:
            return False
        verb = words.head[n] if words.dep[n] in {"aux", "cop", "aux:pass"} else n
        if not first <= verb < left or not any(words.dep[c] in SUBJECTS and first <= c < left for c in words.children[verb]):
            return False
        if words.dep[verb] == "acl":
            return False
        marked = any(c < verb and words.low[c] in CONJUNCTIONS for c in words.children[verb])
        return not marked and not self._led(verb, first)

    def _led(self, verb: int, first: int) -> bool:
        """ "Not long after Okafor left, ...": a conjunction before the subject that the parse has hung elsewhere."""
        words = self.words
        subject = min(words.subtree(c)[0] for c in words.children[verb] if words.dep[c] in SUBJECTS)
        return subject > first and words.low[subject - 1] in CONJUNCTIONS
