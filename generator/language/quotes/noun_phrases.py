"""Noun phrases by the parse and by the order of words: what may name who speaks."""

from __future__ import annotations

from generator.language.lexicon.marks import DASHES
from generator.language.quotes.view import Part, Phrase

NOMINAL = frozenset({"PROPN", "NOUN", "DET", "PRON", "ADJ", "NUM"})
LONGEST_DATELINE = 12  # words
LONGEST_SOURCE = 40  # words
LONGEST_RUN = 12  # words
# "In July, the council said", "After Barker said": they do not belong to a source
LEADING = frozenset(
    "in on at after before during since while when as if because although though until to for from by with".split()
)
PERSONS = frozenset("he she they i we".split())
# words in a comma's apposition that show that the clause goes on instead
GOES_ON = frozenset({"VBG", "IN", "WRB", "CC", "VBD", "VBZ"})


class NounPhrases(Part):
    """Reads the noun phrase at a place."""

    def personal(self, source: Phrase) -> bool:
        """Whether a source is a name or a personal pronoun, and so may speak whatever the verb."""
        low, high, head = source
        return self.words.low[head] in PERSONS or any(self.words.pos[n] == "PROPN" for n in range(low, high))

    def named(self, source: Phrase, cue: int) -> Phrase:
        """ "Former town crier | Doris Penhale told her": a parse that takes the office alone for the subject cuts the name off."""
        words = self.words
        low, high, head = source
        if words.pos[head] != "NOUN" or high != head + 1:
            return source
        end = high
        while end < len(words.text) and words.pos[end] == "PROPN" and end != cue and words.sent[end] == words.sent[head]:
            end += 1
        return (low, end, end - 1) if end > high else source

    def widened(self, source: Phrase, cue: int) -> Phrase:
        """A source with the apposition that commas mark, whether or not the parse saw it.

        "said Ann Field, head of the board", "Ann Field, head of the board since May, said".
        """
        words = self.words
        low, high, head = source = self._without_dateline(source)
        last = words.sentences[words.sent[head]][1]
        if (
            words.pos[head] == "NOUN"
            and low > 1
            and words.text[low - 1] == ","
            and words.pos[low - 2] == "PROPN"
            and high <= cue
        ):
            named = self.run_before(low - 1)  # only the apposition was found
            if named is not None and words.text[high] == ",":
                return named[0], high, named[2]
        if high >= last or words.text[high] != "," or not self._apposition(high + 1, last):
            return source
        end = high
        while end < last and self.quote_at[end] < 0 and words.text[end] not in {";", ":", "—", "–", "."}:
            if end == cue:
                break
            if words.text[end] == "," and end > high and end + 1 < last:
                after = end + 1
                if words.tag[after] in {"VBG", "IN", "WRB", "CC", "VBD", "VBZ"} or after == cue:
                    break
            end += 1
        if low < cue < end or (high <= cue and end < cue and words.text[end] != ","):
            return source
        if high <= cue and any(words.text[n] != "," and words.pos[n] not in {"ADV", "AUX"} for n in range(end, cue)):
            return source
        while end > high and words.pos[end - 1] in {"PUNCT", "SPACE"} and words.text[end - 1] != ")":
            end -= 1
        return (low, end, head) if end - low <= LONGEST_SOURCE else source

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

    def run_before(self, n: int) -> Phrase | None:
        """The proper nouns that end right before a word."""
        start = n
        while start > 0 and self.words.pos[start - 1] == "PROPN" and self.words.sent[start - 1] == self.words.sent[n]:
            start -= 1
        return (start, n, n - 1) if start < n else None

    def noun_run(self, start: int) -> Phrase | None:
        """The noun phrase that begins at a word, by its parts of speech."""
        words = self.words
        end = start
        while end < len(words.text) and end - start < 12 and words.sent[end] == words.sent[start]:
            if (
                words.pos[end] not in NOMINAL
                and words.text[end] not in {".", "’s", "'s", "of", "for"}
                and (end > start or not words.text[end][:1].isupper())  # a tagger may miss a name: "...,” said Skelton"
            ):
                break
            if words.text[end] == "." and not (
                words.end[end] < len(self.text) and words.pos[end - 1] == "PROPN" and len(words.text[end - 1]) <= 3
            ):
                break
            end += 1
        while end > start and words.pos[end - 1] in {"ADP", "PUNCT", "PART"}:
            end -= 1
        if end == start + 1 and words.text[start][:1].isupper() and words.pos[start] not in {"DET", "ADP", "SCONJ", "CCONJ"}:
            return start, end, start
        if end == start or not any(words.pos[n] in {"PROPN", "NOUN", "PRON"} for n in range(start, end)):
            return None
        low = next((n for n in range(start, end) if words.low[n] in {"of", "for"}), end)
        head = next((n for n in range(low - 1, start - 1, -1) if words.pos[n] in {"PROPN", "NOUN", "PRON"}), low - 1)
        return start, end, head

    def phrase(self, head: int, skip_case: bool = False, stop: int | None = None) -> Phrase:
        """A noun phrase without what is thrown in after it: relative clauses stay if they identify, quotations never."""
        words = self.words
        low, high = words.subtree(head)
        sentence = words.sentences[words.sent[head]]
        low, high = max(low, sentence[0]), min(high, sentence[1])
        if stop is not None:
            high = min(high, stop)
        if skip_case:
            while low < head and words.dep[low] == "case":
                low += 1
        while low < head and (words.pos[low] in {"PUNCT", "CCONJ", "SPACE"} or self.quote_at[low] != self.quote_at[head]):
            low += 1
        if words.low[low] in LEADING and low < head:  # "In July, the council", "After Barker"
            comma = next((n for n in range(head - 1, low, -1) if words.text[n] == ","), low)
            low = comma + 1
        for n in range(head + 1, high):
            if words.text[n] == "," and n + 1 < high and words.tag[n + 1] == "VBG" and words.pos[head] == "PROPN":
                high = n  # "Barker, speaking to veterans": what he does meanwhile
                break
            if (
                (self.quote_at[n] >= 0 and self.quote_at[head] < 0)
                or words.text[n] in {";", ":", "—", "–"}
                or words.pos[n] == "SPACE"
            ):
                high = n
                break
        while high > head + 1 and words.pos[high - 1] in {"PUNCT", "SPACE"} and words.text[high - 1] not in {")", "."}:
            high -= 1
        return low, high, head
