"""Noun phrases by the parse and by the order of words: what may name who speaks."""

from __future__ import annotations

from generator.language.coreference.trades import ROLES
from generator.language.lexicon.marks import DASHES
from generator.language.quotes.view import Part, Phrase

NOMINAL = frozenset({"PROPN", "NOUN", "DET", "PRON", "ADJ", "NUM"})
OFFICE_AND_NAME = frozenset({"PROPN", "DET", "ADJ", "NOUN"})  # what stands in a name with its office
LONGEST_DATELINE = 12  # words
LONGEST_SOURCE = 40  # words
LONGEST_RUN = 12  # words
# "In July, the council said", "After Barker said": they do not belong to a source
NO_PART_OF_SOURCE = frozenset(
    "in on at after before during since while when as if because although though until to for from by with".split()
)
PERSONS = frozenset("he she they i we".split())
NOUN_TAGS = frozenset({"PROPN", "NOUN", "PRON"})
NO_NAMES = frozenset({"DET", "ADP", "SCONJ", "CCONJ"})  # what opens a sentence with a capital and is nobody
JOINTS = frozenset({".", "’s", "'s", "of", "for"})  # "Gov. Ann Field of Ohio", "the board's head"
OUTSIDE = frozenset({"PUNCT", "CCONJ", "SPACE"})  # no phrase begins with these
BREAKS = frozenset({";", ":", "—", "–"})
NO_APPOSITION_OVER = frozenset({";", ":", "—", "–", "."})  # no apposition goes on over these
CLOSING = frozenset({".", ",", ";", ":", "(", "—", "–", "-"})  # what stands behind a name that closes a phrase
# words in a comma's apposition that show that the clause goes on instead
GOES_ON = frozenset({"VBG", "IN", "WRB", "CC", "VBD", "VBZ"})


class NounPhrases(Part):
    """Reads the noun phrase at a place."""

    def personal(self, source: Phrase) -> bool:
        """Whether a source is a name or a personal pronoun, and so may speak whatever the verb."""
        low, high, head = source
        return self.words.low[head] in PERSONS | ROLES or any(self.words.pos[n] == "PROPN" for n in range(low, high))

    def named(self, source: Phrase, cue: int) -> Phrase:
        """ "Former town crier | Doris Penhale told her": a parse that takes the office alone for the subject cuts the name off."""
        words = self.words
        low, high, head = source
        if words.low[high : high + 1] == ["named"] and words.pos[head] == "NOUN" and words.pos[high + 1] == "PROPN":
            run = self.noun_run(high + 1)  # "an official named | Ann Field"
            return (low, run[1], run[2]) if run is not None else source
        if words.pos[head] != "NOUN" or high != head + 1:
            return self._signed(source, cue)
        end = high
        while end < len(words.text) and words.pos[end] == "PROPN" and end != cue and self._together(head, end):
            end += 1
        return (low, end, end - 1) if end > high else source

    def _signed(self, source: Phrase, cue: int) -> Phrase:
        """ "A study by psychologist | Ann Field found": the name behind its office, which a parse takes for another subject.

        "Bank of Norland governor | Ann Field said": so where a body's name is before the office.
        """
        words = self.words
        low, high, head = source
        signed = words.low[high - 2] in {"by", "from"} or (words.pos[high - 2] == "PROPN" and head < high - 2)
        if words.pos[high - 1] != "NOUN" or not signed or high >= cue:
            return source
        end = high
        while end < cue and words.pos[end] == "PROPN":
            end += 1
        ends = end > high and all(words.pos[n] in {"ADV", "AUX"} for n in range(end, cue))
        return (low, end, head) if ends else source

    def _together(self, head: int, n: int) -> bool:
        """Whether two words stand in one paragraph: a parse may begin a sentence at a name behind its office."""
        return self.paragraph_at[head] == self.paragraph_at[n]

    def widened(self, source: Phrase, cue: int) -> Phrase:
        """A source with the apposition that commas mark, whether or not the parse saw it.

        "said Ann Field, head of the board", "Ann Field, head of the board since May, said".
        """
        words = self.words
        source = self._joined_on(self._without_dateline(source), cue)
        named = self._described_name(source, cue)
        if named is not None:
            return named
        low, high, head = source
        last = words.sentences[words.sent[head]][1]
        if high >= last or words.text[high] != ",":
            return source
        if (end := self._name_behind(source, cue, last)) > high:
            return low, end, head
        if not self._apposition(high + 1, last):
            return source
        end = self._apposition_end(high, last, cue)
        if not self._reaches(source, end, cue):
            return source
        while end > high and words.pos[end - 1] in {"PUNCT", "SPACE"} and words.text[end - 1] != ")":
            end -= 1
        return (low, end, head) if end - low <= LONGEST_SOURCE else source

    def _name_behind(self, source: Phrase, cue: int, last: int) -> int:
        """ "replied the banker, | Ann Field.": where the name ends that closes a phrase behind its verb; 0 where there is none."""
        words = self.words
        _, high, head = source
        if high <= cue or not (words.pos[head] == "NOUN" or words.low[head] in ROLES):
            return 0
        end = high + 1
        while end < last and words.pos[end] == "PROPN" and self.quote_at[end] < 0:
            end += 1
        return end if end > high + 1 and (end >= last or words.text[end] in CLOSING) else 0

    def _joined_on(self, source: Phrase, cue: int) -> Phrase:
        """ "Crews | and the coastguard said": who is joined to a source, where the parse hangs him on the verb."""
        words = self.words
        low, high, head = source
        if high >= cue or words.low[high] != "and" or words.head[high] < high:
            return source
        end = cue
        while end > high and words.pos[end - 1] in {"ADV", "AUX"}:
            end -= 1
        nominal = (
            end - high > 1
            and words.pos[high + 1] != "NUM"
            and all(words.pos[n] in NOMINAL | {"ADP"} for n in range(high + 1, end))
        )
        return (low, end, head) if nominal else source

    def _described_name(self, source: Phrase, cue: int) -> Phrase | None:
        """ "Ann Field, | head of the board, | said": the name, where only its apposition was found."""
        words = self.words
        low, high, head = source
        if words.pos[head] != "NOUN" or low <= 1 or high > cue:
            return None
        if words.text[low - 1] != "," or words.pos[low - 2] != "PROPN":
            return None
        named = self.run_before(low - 1)
        return (named[0], high, named[2]) if named is not None and words.text[high] == "," else None

    def _apposition_end(self, high: int, last: int, cue: int) -> int:
        """Where the apposition behind a comma ends."""
        words, end = self.words, high
        while end < last and self.quote_at[end] < 0 and words.text[end] not in NO_APPOSITION_OVER and end != cue:
            after = end + 1
            if words.text[end] == "," and end > high and after < last and (words.tag[after] in GOES_ON or after == cue):
                break
            end += 1
        return end

    def _reaches(self, source: Phrase, end: int, cue: int) -> bool:
        """Whether an apposition stands between its name and the cue, or behind both."""
        words = self.words
        low, high, _ = source
        if low < cue < end:
            return False
        if high > cue:
            return True
        if end < cue and words.text[end] != ",":
            return False
        return all(words.text[n] == "," or words.pos[n] in {"ADV", "AUX"} for n in range(end, cue))

    def _without_dateline(self, source: Phrase) -> Phrase:
        """ "LONDON (Reuters) - Okafor said": the place and the agency are no part of the source."""
        words = self.words
        low, high, head = source
        if not (words.text[low].isupper() and len(words.text[low]) > 2 and low == words.sentences[words.sent[low]][0]):
            return source
        dash = next((n for n in range(low, min(low + LONGEST_DATELINE, len(words.text))) if words.text[n] in DASHES), None)
        if dash is None or dash > high + 1:
            return source
        run = self.noun_run(dash + 1)
        if head > dash:
            return dash + 1, high, head
        return run if run is not None else source

    def _apposition(self, n: int, last: int) -> bool:
        """Whether an apposition may begin at a word: "a lawyer", "head of the board", "25", "who leads the board"."""
        words = self.words
        if n >= last or self.quote_at[n] >= 0 or words.tag[n] == "VBG":
            return False
        return words.pos[n] in {"DET", "NOUN", "ADJ", "NUM"} or words.low[n] in {"who", "whose"}

    def elsewhere_named(self, n: int) -> bool:
        """ "Moor | added": a surname that a tagger takes for an adjective where it opens a sentence, but not elsewhere."""
        words, word = self.words, self.words.text[n]
        return word[:1].isupper() and any(text == word and words.pos[k] == "PROPN" for k, text in enumerate(words.text))

    def run_before(self, n: int) -> Phrase | None:
        """The proper nouns that end right before a word."""
        start = n
        while start > 0 and self.words.pos[start - 1] == "PROPN" and self.words.sent[start - 1] == self.words.sent[n]:
            start -= 1
        return (start, n, n - 1) if start < n else None

    def noun_run(self, start: int) -> Phrase | None:
        """The noun phrase that begins at a word, by its parts of speech."""
        words = self.words
        end = self._run_end(start)
        if end == start + 1 and words.text[start][:1].isupper() and words.pos[start] not in NO_NAMES:
            return start, end, start
        if end == start or not any(words.pos[n] in NOUN_TAGS for n in range(start, end)):
            return None
        end = self._second_office(end)
        low = next((n for n in range(start, end) if words.low[n] in {"of", "for"}), end)
        return start, end, self.last_noun(start, low)

    def _second_office(self, end: int) -> int:
        """ "chairman | and chief executive Ann Field": where a name with two offices ends."""
        words = self.words
        if (
            words.low[end - 1] not in ROLES
            or words.low[end : end + 1] != ["and"]
            or words.pos[end + 1] not in {"ADJ", "NOUN"}
        ):
            return end
        last = self._run_end(end + 1)
        named = (
            last - end > 2 and words.pos[last - 1] == "PROPN" and any(words.low[n] in ROLES for n in range(end + 1, last))
        )
        return last if named else end

    def _run_end(self, start: int) -> int:
        words, end = self.words, start
        while end < len(words.text) and end - start < LONGEST_RUN and words.sent[end] == words.sent[start]:
            if not self._in_run(start, end):
                break
            end += 1
        while end > start and words.pos[end - 1] in {"ADP", "PUNCT", "PART"}:
            end -= 1
        return end

    def _in_run(self, start: int, n: int) -> bool:
        """Whether a noun phrase goes on with a word; a tagger may miss a name: "...,” said Skelton"."""
        words = self.words
        nominal = words.pos[n] in NOMINAL or words.text[n] in JOINTS or words.tag[n] == "POS" or self.hyphened(start, n)
        if not nominal and (n > start or not words.text[n][:1].isupper()):
            return False
        initial = words.end[n] < len(self.text) and words.pos[n - 1] == "PROPN" and len(words.text[n - 1]) <= 3
        return words.text[n] != "." or initial

    def hyphened(self, start: int, n: int) -> bool:
        """ "said the Moor | -based miller": a hyphen without a space, and what it joins."""
        words = self.words
        mark = n if words.text[n] == "-" else n - 1
        tight = start < mark < len(words.text) - 1 and words.end[mark - 1] == words.start[mark]
        return tight and words.text[mark] == "-" and words.end[mark] == words.start[mark + 1]

    def last_noun(self, start: int, end: int) -> int:
        """The last noun, name or pronoun of a token range; its last word where there is none."""
        return next((n for n in range(end - 1, start - 1, -1) if self.words.pos[n] in NOUN_TAGS), end - 1)

    def phrase(self, head: int, skip_case: bool = False, stop: int | None = None) -> Phrase:
        """A noun phrase without what is thrown in after it: relative clauses stay if they identify, quotations never."""
        words = self.words
        low, high = words.subtree(head)
        sentence = words.sentences[words.sent[head]]
        low, high = max(low, sentence[0]), min(high, sentence[1])
        if stop is not None:
            high = min(high, stop)
        low = self._phrase_start(low, head, skip_case)
        high = next((n for n in range(head + 1, high) if self._ends_phrase(head, n, high)), high)
        while high > head + 1 and words.pos[high - 1] in {"PUNCT", "SPACE"} and words.text[high - 1] not in {")", "."}:
            high -= 1
        return low, high, head

    def _phrase_start(self, low: int, head: int, skip_case: bool) -> int:
        """Where a phrase begins behind its prepositions, marks, and what leads in to its clause."""
        words = self.words
        while skip_case and low < head and words.dep[low] == "case":
            low += 1
        while low < head and (words.pos[low] in OUTSIDE or self.quote_at[low] != self.quote_at[head]):
            low += 1
        if words.low[low] in NO_PART_OF_SOURCE and low < head:  # "In July, the council", "After Barker"
            low = next((n for n in range(head - 1, low, -1) if words.text[n] == ","), low) + 1
        return low

    def _ends_phrase(self, head: int, n: int, high: int) -> bool:
        """Whether a phrase ends before a word: a mark, a quotation, "Barker, speaking to veterans": what he does meanwhile."""
        words = self.words
        if words.text[n] == "," and n + 1 < high and words.tag[n + 1] == "VBG" and words.pos[head] == "PROPN":
            return True
        quoted = self.quote_at[n] >= 0 > self.quote_at[head]
        return quoted or words.text[n] in BREAKS or words.pos[n] == "SPACE"
