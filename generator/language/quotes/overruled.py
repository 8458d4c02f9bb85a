"""Sources that the parse gets wrong in ways that the order of words shows.

"Okafor denied that the men were freed, saying ...": a parse hangs "saying" on the freed men. "Okafor criticised Barker for saying ...":
Barker says it. "And Okafor, said Barker, will not forgive": Barker, again. "from Field to, now, Cross, Barker said": not Cross.
"""

from __future__ import annotations

from generator.language.lexicon.tags import FINITE, SUBJECTS
from generator.language.quotes import cues
from generator.language.quotes.noun_phrases import NOUN_TAGS, NounPhrases
from generator.language.quotes.view import Phrase
from generator.values.calendar_words import WEEKDAY_NAMES

# whoever is their object is the one who did it: "attacked Barker for saying", "accused her of saying"
BLAMING = frozenset(
    "accuse attack berate blame blast castigate censure chastise chide condemn criticise criticize denounce fault hammer knock lambast "
    "lambaste mock praise rebuke reprimand reproach ridicule scold slam suspect taunt thank applaud commend".split()
)
# verbs that take no noun as what is said: behind a comma, the noun after them is who says it
INVERTING = frozenset("say add explain argue insist recall conclude reply respond admit warn note".split())
BLAMED_TAGS = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM"})
BELONGING = frozenset({"ccomp", "acl", "xcomp", "csubj", "appos", "nmod"})  # clauses inside of others
EMPTY_SUBJECTS = frozenset({"it", "this", "that", "which", "who", "there"})
CLAUSES_UP = 8  # clauses up from a subject
BLAME_WITHIN = 20  # words between who is blamed and for what
DAYTIMES = frozenset("today yesterday tonight earlier later last this night morning afternoon".split()) | frozenset(
    WEEKDAY_NAMES
)


class Overruled(NounPhrases):
    """Finds the sources for which the order of words is surer than the parse."""

    def source(self, cue: int) -> Phrase | None:
        """The source of a cue in one of these frames, or None."""
        if self.words.tag[cue] == "VBG":
            return self._blamed(cue) or self._teller(cue)
        return self.inverted(cue) or self._after_day(cue)

    def _blamed(self, cue: int) -> Phrase | None:
        """ "criticised Barker for saying", "accused him of saying": he who is criticised says it."""
        words = self.words
        if words.low[cue - 1] not in {"for", "of"}:
            return None
        first = words.sentences[words.sent[cue]][0]
        verb = next((n for n in range(cue - 1, max(first, cue - BLAME_WITHIN) - 1, -1) if words.lemma[n] in BLAMING), None)
        if verb is None or words.tag[verb][:2] != "VB":
            return None
        blamed = next((c for c in words.children[verb] if words.dep[c] in {"obj", "iobj"} and verb < c < cue), None)
        return self.phrase(blamed, stop=cue - 1) if blamed is not None else None

    def _teller(self, cue: int) -> Phrase | None:
        """ "Okafor denied that the men had been freed, saying ...": the subject of the clause that is in no other."""
        words = self.words
        closed = self.quote_at[cue - 1] >= 0 and self.quoted[self.quote_at[cue - 1]].end_mark(self.text) == ","
        if not (closed or words.text[cue - 1] == ",") or words.lemma[cue] not in cues.VERBS:
            return None
        first = words.sentences[words.sent[cue]][0]
        told = next((n for n in range(cue - 1, first - 1, -1) if self._tells(n, cue)), None)
        plain = told is not None and words.pos[told] in NOUN_TAGS and words.low[told] not in EMPTY_SUBJECTS
        return self.phrase(told) if told is not None and plain else None

    def _tells(self, n: int, cue: int) -> bool:
        """Whether a word is the subject of a clause before the cue that is in no other."""
        words, verb = self.words, self.words.head[n]
        subject = words.dep[n] in SUBJECTS and n < verb < cue and self.quote_at[n] < 0
        return subject and words.tag[verb] != "VBG" and not self._inside(verb)

    def _inside(self, node: int) -> bool:
        """Whether a clause is part of another one."""
        words = self.words
        for _ in range(CLAUSES_UP):
            if words.dep[node] in BELONGING or (words.dep[node] == "advcl" and words.head[node] < node):
                return True
            if words.head[node] == node:
                return False
            node = words.head[node]
        return False

    def inverted(self, cue: int) -> Phrase | None:
        """ "..., said Ann Field, who leads it, ...", "..., say some miners.": the noun between a cue and the next mark."""
        words = self.words
        if words.lemma[cue] not in INVERTING or words.tag[cue] not in FINITE or cue < 2 or words.text[cue - 1] != ",":
            return None
        run = self.noun_run(cue + 1) if cue + 1 < len(words.text) else None
        return run if run is not None and self._names(run) and not self._spoken_before(cue) else None

    def _names(self, run: Phrase) -> bool:
        """Whether a noun phrase behind a verb may be who speaks, and a mark ends it; no day: "..., said Tuesday, ..."."""
        words, (low, high, head) = self.words, run
        if (
            words.pos[low] not in BLAMED_TAGS
            or self.quote_at[low] >= 0
            or any(words.low[n] in DAYTIMES for n in range(low, high))
        ):
            return False
        named = any(words.pos[n] == "PROPN" for n in range(low, high))
        people = words.tag[head] in {"NNS", "NN"} and words.pos[low] == "DET"
        return (named or people) and self._closes(high)

    def _closes(self, n: int) -> bool:
        """Whether a mark or the end of the text stands there."""
        words = self.words
        return n >= len(words.text) or words.text[n] in {",", ".", ";", "—", "–"} or words.pos[n] == "SPACE"

    def _spoken_before(self, cue: int) -> bool:
        """Whether the comma before a cue closes an apposition of its subject: "The mayor, Ann Field, said Barker, ..."."""
        words = self.words
        before = range(words.sentences[words.sent[cue]][0], cue - 1)
        return not any(words.tag[n] in FINITE for n in before) and any(words.text[n] == "," for n in before)

    def _after_day(self, cue: int) -> Phrase | None:
        """ "Okafor earlier Thursday said": the day before a cue is nobody."""
        words, n = self.words, cue
        while n > 0 and words.low[n - 1] in DAYTIMES:
            n -= 1
        opens = n == words.sentences[words.sent[cue]][0]
        return self.run_before(n) if not opens and any(words.low[k] in WEEKDAY_NAMES for k in range(n, cue)) else None

    def adjoining(self, cue: int, found: Phrase) -> Phrase:
        """ "to, now, Cross, Barker said": a name between a comma and the cue, where the parse takes what is before the comma."""
        run = self.run_before(cue)
        if run is None or found[2] >= run[0]:
            return found
        return run if self._within(found, run) or self._beside(found, run) else found

    def headed(self, cue: int, found: Phrase) -> Phrase:
        """ "Ann Field, a professor of law at Sciences | Po, noted": the name that opens a phrase, not what its apposition ends with."""
        words, low = self.words, found[0]
        if words.text[cue - 1] != "," or found[1] > cue or not self._continues(low, cue):
            return found
        opening = words.sentences[words.sent[cue]][0]
        comma = next((n for n in range(opening, low) if words.text[n] == ","), None)
        run = self.run_before(comma) if comma is not None else None
        return (run[0], cue - 1, run[2]) if run is not None and run[0] - opening < 3 else found

    def _continues(self, low: int, cue: int) -> bool:
        """Whether a phrase begins in the middle of another one."""
        words = self.words
        before = low - 1
        return low > 0 and words.pos[before] in {"PROPN", "ADP", "ADJ", "NOUN"} and words.sent[before] == words.sent[cue]

    def _within(self, found: Phrase, run: Phrase) -> bool:
        """ "to his wife, an honour Barker said": the name is the subject of a clause within."""
        words = self.words
        apart = found[2] == run[0] - 1 or any(words.text[n] == "," for n in range(found[2] + 1, run[0]))
        return apart and words.pos[run[0] - 1] == "NOUN" and words.dep[run[2]] in SUBJECTS

    def _beside(self, found: Phrase, run: Phrase) -> bool:
        """Whether a comma parts a name from what the parse takes for the subject or for a list with it."""
        words = self.words
        if words.text[run[0] - 1] != ",":
            return False
        listed = any(words.dep[n] == "conj" and words.head[n] < run[0] for n in range(run[0], run[1]))
        joined = any(words.low[n] in {"and", "or"} for n in range(found[0], found[1]))
        return found[1] <= run[0] or (listed and not joined)
