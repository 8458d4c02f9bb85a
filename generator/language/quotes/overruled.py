"""Sources that the parse gets wrong in ways that the order of words shows.

"Okafor denied that the men were freed, saying ...": a parse hangs "saying" on the freed men. "Okafor criticised Barker for saying ...":
Barker says it. "And Okafor, said Barker, will not forgive": Barker, again. "from Field to, now, Cross, Barker said": not Cross.
"""

from __future__ import annotations

from generator.language.lexicon.calendar import WEEKDAY_NAMES
from generator.language.lexicon.tags import FINITE, SUBJECTS
from generator.language.quotes import cues
from generator.language.quotes.noun_phrases import NOUNS, NounPhrases
from generator.language.quotes.view import Phrase

# whoever is their object is the one who did it: "attacked Barker for saying", "accused her of saying"
BLAMING = frozenset(
    "accuse attack berate blame blast castigate censure chastise chide condemn criticise criticize denounce fault hammer knock lambast "
    "lambaste mock praise rebuke reprimand reproach ridicule scold slam suspect taunt thank applaud commend".split()
)
# verbs that take no noun as what is said: behind a comma, the noun after them is who says it
INVERTING = frozenset("say add explain argue insist recall conclude reply respond admit warn note".split())
OPENING = frozenset({"DET", "PROPN", "NOUN", "ADJ", "NUM"})
BELONGING = frozenset({"ccomp", "acl", "xcomp", "csubj", "appos", "nmod"})  # clauses inside of others
HIGHEST = 8  # clauses up from a subject
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
        verb = words.head[cue]
        if words.low[cue - 1] not in {"for", "of"} or words.lemma[verb] not in BLAMING or verb >= cue:
            return None
        blamed = next((c for c in words.children[verb] if words.dep[c] in {"obj", "iobj"} and verb < c < cue), None)
        return self.phrase(blamed, stop=cue - 1) if blamed is not None else None

    def _teller(self, cue: int) -> Phrase | None:
        """ "Okafor denied that the men had been freed, saying ...": the subject of the clause that is in no other."""
        words = self.words
        if words.text[cue - 1] != "," or words.lemma[cue] not in cues.SAY:
            return None
        first = words.sentences[words.sent[cue]][0]
        for n in range(cue - 1, first - 1, -1):
            told = words.dep[n] in SUBJECTS and n < words.head[n] < cue and self.quote_at[n] < 0
            if told and words.tag[words.head[n]] != "VBG" and not self._inside(words.head[n]):
                plain = words.pos[n] in NOUNS and words.low[n] not in {"it", "this", "that", "which", "who", "there"}
                return self.phrase(n) if plain else None
        return None

    def _inside(self, node: int) -> bool:
        """Whether a clause is part of another one."""
        words = self.words
        for _ in range(HIGHEST):
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
        if run is None or words.pos[run[0]] not in OPENING or self.quote_at[run[0]] >= 0:
            return None
        low, high, head = run
        if any(words.low[n] in DAYTIMES for n in range(low, high)):
            return None  # "..., said Tuesday, ..."
        named = words.pos[head] == "PROPN" or any(words.pos[n] == "PROPN" for n in range(low, high))
        people = words.tag[head] in {"NNS", "NN"} and words.pos[low] == "DET"
        ends = high >= len(words.text) or words.text[high] in {",", ".", ";", "—", "–"} or words.pos[high] == "SPACE"
        return run if ends and (named or people) and not self._spoken_before(cue) else None

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
        words, run = self.words, self.run_before(cue)
        if run is None or words.text[run[0] - 1] != "," or found[2] >= run[0]:
            return found
        listed = any(words.dep[n] == "conj" and words.head[n] < run[0] for n in range(run[0], run[1]))
        joined = any(words.low[n] in {"and", "or"} for n in range(found[0], found[1]))
        return run if found[1] <= run[0] or (listed and not joined) else found
