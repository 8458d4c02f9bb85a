"""Where reported words begin and end: when and where somebody spoke is the writer's, and so is to whom.

"Field said the town opposed “any kind” of casino | during a visit to the docks", "called it “a trick” | in a letter to the union",
"told the board | that ...". A phrase that tells of an occasion of speaking is no part of what is said if a clause before it holds of
no one moment ("was against", "is “a trick”"), or if nobody does anything in it that one does in a letter ("would close | in a letter").
"""

from __future__ import annotations

from generator.language.lexicon.tags import FINITE
from generator.language.quotes import cues
from generator.language.quotes.noun_phrases import NOMINAL
from generator.language.quotes.view import Offsets, Part
from generator.values.calendar_words import WEEKDAY_NAMES
from generator.values.noun_kinds import noun_kind

PREPOSITIONS = frozenset("in during at after on before via through".split())
# what one says something in
WORDING = frozenset(
    "interview statement letter tweet post briefing address speech blog email e-mail memo column article op-ed editorial message note "
    "ruling judgment judgement filing affidavit testimony announcement release broadcast podcast video monologue sermon "
    "reply response".split()
)
# where one also does other things
MEETING = frozenset(
    "visit meeting talk talks conference hearing debate rally summit ceremony tour trip event appearance dinner lunch lecture vigil "
    "session gathering forum call conversation programme show service town-hall".split()
)
PLATFORMS = frozenset("twitter facebook instagram youtube telegram television tv radio".split())
OWNERS = frozenset("a an his her its their another".split())
# "The town opposed", "it needs": what holds of no moment
HOLDING = frozenset(
    "be oppose support believe remain seem know like love hate fear respect trust favour favor doubt regret lack owe stand".split()
)
# "was wrong": what somebody thinks of a thing, at whatever time
OPINIONS = frozenset(
    "opposed wrong right fair unfair just unjust legal illegal lawful unlawful acceptable unacceptable necessary unnecessary "
    "essential crucial vital important good bad better worse best worst great terrible appalling outrageous disgraceful shameful "
    "ridiculous absurd nonsense true untrue false convinced confident certain sure optimistic pessimistic responsible innocent guilty "
    "possible impossible dangerous safe too committed determined willing unwilling".split()
)
# "would apologise in a letter": what one does in a letter
DONE_IN_WORDS = (
    cues.VERBS
    | cues.HEARERS
    | frozenset("publish give issue release send appear face use hear set receive deliver make retell".split())
)
SPEAKING = frozenset(
    "speak talk visit tour address attend campaign appear meet testify".split()
)  # "while visiting a school"
SPEAKING_PERSONS = frozenset("i he she we they you who".split())
WHILE = frozenset({"while", "after", "before", "when"})
REPORTING_VERBS = cues.SAY | cues.LABEL
FEWEST = 2  # words that must be left
LONGEST_HEARER = 8  # words


class Edges(Part):
    """Cuts off what is the writer's."""

    def cut(self, cue: int, content: list[Offsets]) -> list[Offsets]:
        """A content without the one to whom it is said, and without when and where it was."""
        if not content or self.words.start[cue] > content[0][0] or self.words.lemma[cue] not in REPORTING_VERBS:
            return content
        last = [(content[-1][0], self._end(cue, *content[-1]))]
        made = content[:-1] + last
        return [(self._begin(cue, *made[0]), made[0][1]), *made[1:]]

    def _begin(self, cue: int, start: int, end: int) -> int:
        """ "told [the board] that ...": where a clause behind a hearer begins."""
        words = self.words
        first, last = self.view.token(start), self.view.token(end - 1)
        if first == cue + 1 and (stated := self._stated(first, last)):
            return words.start[stated]
        if words.lemma[cue] not in cues.INFINITIVE | {"remind", "assure", "inform", "notify"} or first != cue + 1:
            return start
        that = next((n for n in range(first, min(last, first + LONGEST_HEARER)) if words.low[n] == "that"), first)
        hearer = that > first and all(words.pos[n] in NOMINAL and self.quote_at[n] < 0 for n in range(first, that))
        return words.start[that] if hearer else start

    def _stated(self, first: int, last: int) -> int:
        """ "said | in a statement | it had closed": where the clause behind begins, 0 where none does."""
        words = self.words
        noun = words.head[first]
        if (
            words.low[first] not in PREPOSITIONS
            or not first < noun < min(last, first + 5)
            or words.lemma[noun] not in WORDING
        ):
            return 0
        clause = words.low[noun + 1] == "that" or words.pos[noun + 1] in {"PRON", "DET", "PROPN", "NOUN", "NUM"}
        return noun + 1 if clause and any(words.tag[n] in FINITE for n in range(noun + 1, last + 1)) else 0

    def _end(self, cue: int, start: int, end: int) -> int:
        """Where what is said ends before an occasion of speaking."""
        words = self.words
        first, last = self.view.token(start), self.view.token(end - 1)
        low = next((n + 1 for n in range(last, first, -1) if self.quote_at[n] >= 0), first + FEWEST)
        for n in range(max(low, first + 1), last):
            if self._occasion(n, last) and self._writers(cue, first, n, last):
                n = self._without_day(n, low)
                return words.end[n - 1] if n - first >= FEWEST or self.quote_at[n - 1] >= 0 else end
        return end

    def _without_day(self, n: int, low: int) -> int:
        """ "said it was lost | on Wednesday at a rally": the day before an occasion is the occasion's."""
        words = self.words
        if n - 2 >= low and words.low[n - 1] in WEEKDAY_NAMES:
            n -= 1 + (words.low[n - 2] == "on")
        while words.text[n - 1] == ",":
            n -= 1
        return n

    def _occasion(self, n: int, last: int) -> str:
        """What kind of occasion a phrase tells of that begins at a word; empty where it tells of none."""
        words = self.words
        if words.low[n] in WHILE and words.tag[n + 1] == "VBG" and words.lemma[n + 1] in SPEAKING:
            return "meeting"
        if words.low[n] not in PREPOSITIONS or words.tag[n] not in {"IN", "TO", "RP"}:
            return ""
        if words.low[n + 1] in PLATFORMS:
            return "meeting"
        noun = words.head[n]
        if not n < noun <= last:
            return ""
        owned = (words.low[n + 1] in OWNERS and words.tag[noun] != "NNS") or words.lemma[noun] == "talk"
        return (
            ("wording" if words.lemma[noun] in WORDING else "meeting" if words.lemma[noun] in MEETING else "")
            if owned
            else ""
        )

    def _writers(self, cue: int, first: int, n: int, last: int) -> bool:
        """Whether an occasion is the writer's: no clause goes on behind it, and none before it tells of something done there."""
        words = self.words
        behind = range(n, last + 1)
        if any((words.tag[k] in FINITE and self.quote_at[k] < 0) or words.low[k] == "next" for k in behind):
            return False
        verbs = [k for k in range(first, n) if words.tag[k][:2] == "VB" and words.pos[k] != "AUX"]
        if words.lemma[cue] in cues.LABEL:  # "accused it of “hiding the truth” | at a rally"
            verbs = [k for k in verbs if self.quote_at[k] < 0]
        if n - 1 > first and words.low[n - 1] in {"to", "that"}:
            return False
        if not verbs:  # "called it “a trick” in a letter", "is “a trick”"
            copulas = [k for k in range(first, n) if words.lemma[k] == "be"]
            if any(words.low[k] in {"been", "being"} for k in copulas):
                return False
            return not copulas or self._occasion(n, last) == "wording" or self._holds(copulas[-1], n)
        if self._occasion(n, last) == "wording":
            return not any(words.lemma[k] in DONE_IN_WORDS for k in verbs)
        if words.lemma[verbs[-1]] == "be":
            return self._holds(verbs[-1], n)
        return words.lemma[verbs[-1]] in HOLDING and words.tag[verbs[-1]] != "VBN"

    def _holds(self, copula: int, n: int) -> bool:
        """Whether a "be" before an occasion is of no one moment: "is a trick", "was wrong"; not "was drunk | at a dinner"."""
        words = self.words
        opinion = any(words.low[k] in OPINIONS for k in range(copula + 1, n))
        past = words.low[copula] in {"was", "were"}
        return not past or opinion or self.quote_at[n - 1] >= 0 or not self._of_somebody(copula)

    def _of_somebody(self, copula: int) -> bool:
        """Whether a "be" tells of a person: "the soldiers were afraid"; not "the ice was thin"."""
        words = self.words
        told = {copula, words.head[copula]}
        subject = next(
            (k for k in range(copula - 1, -1, -1) if words.dep[k][:5] == "nsubj" and words.head[k] in told), copula
        )
        someone = words.pos[subject] == "PROPN" or words.low[subject] in SPEAKING_PERSONS
        return someone or noun_kind(words.lemma[subject]) == "person"
