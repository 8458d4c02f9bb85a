"""Whose words: the noun phrase that a cue has as its subject, by the parse and by the order of words."""

from __future__ import annotations

from generator.language.lexicon.marks import DASHES
from generator.language.lexicon.tags import FINITE
from generator.language.quotes import cues
from generator.language.quotes.view import Part, Phrase

SUBJECTS = frozenset({"nsubj", "csubj"})
NOMINAL = frozenset({"PROPN", "NOUN", "DET", "PRON", "ADJ", "NUM"})
TAG_MARKS = frozenset(",?!—–…")
LONGEST_DATELINE = 12  # words
LONGEST_SOURCE = 40  # words
LONGEST_TAG = 30  # words between a quotation and its cue
# "In July, the council said", "After Barker said": they do not belong to a source
LEADING = frozenset(
    "in on at after before during since while when as if because although though until to for from by with".split()
)


class Sources(Part):
    """Finds the source of a cue."""

    longest_tag = LONGEST_TAG

    def source(self, cue: int) -> Phrase | None:
        """The subject of a cue: token range and head; of a passive its agent ("was told by him"), or else the one quoted."""
        words = self.words
        node = cue
        for _ in range(4):
            children = words.children[node]
            agent = next(
                (c for c in children if words.dep[c] == "obl" and any(words.low[k] == "by" for k in words.children[c])), None
            )
            passive = any(words.full_dep[c] in {"nsubj:pass", "nsubjpass"} for c in children)
            if passive and agent is not None and words.lemma[node] in {"tell", "ask", "urge", "warn", "advise"}:
                return self.phrase(agent, skip_case=True)
            subject = next((c for c in children if words.dep[c] in SUBJECTS), None)
            if subject is not None and subject > cue and words.tag[cue] == "VBG":
                subject = None  # "Weaver did not agree, telling reporters, ..."
            if subject is not None and words.tag[subject] == "VBG":  # "Barker, speaking to reporters, said"
                subject = next((c for c in words.children[subject] if words.dep[c] == "nsubj" and c < subject), subject)
            if subject is not None and self.quote_at[subject] < 0:
                if words.low[subject] in {"who", "which", "that"} and words.dep[node] == "acl" and words.head[node] < node:
                    return self.phrase(words.head[node], stop=subject)
                return self.phrase(subject)
            if words.dep[node] in {"conj", "xcomp", "advcl", "parataxis"} and node != words.head[node]:
                if words.dep[node] == "advcl" and words.tag[node] != "VBG" and not self._as_saying(node):
                    break
                node = words.head[node]
                continue
            if words.dep[node] == "acl" and words.head[node] != node:
                noun = words.head[node]
                if words.tag[node] == "VBG" and words.pos[node - 1] == "PROPN" and node - 1 > noun:
                    run = self._run_before(node)  # "footage of Ruth Okafor saying": she says it
                    if run is not None:
                        return run
                while words.dep[noun] == "appos":  # "Brink, a historian, recalled, ...": not only "a historian"
                    noun = words.head[noun]
                if words.tag[node] in {"VBG", "VBN"} or self._relative(node):
                    return self.phrase(noun, stop=node)
            break
        return self._inverted(cue) or self._opening(cue) or self._run_before(cue) or self._main_subject(cue)

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
            named = self._run_before(low - 1)  # only the apposition was found
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
        run = self._noun_run(dash + 1)
        if head > dash:
            return dash + 1, high, head
        return run if run is not None else source

    def _apposition(self, n: int, last: int) -> bool:
        """Whether an apposition may begin at a word: "a lawyer", "head of the board", "25", "who leads the board"."""
        words = self.words
        if n >= last or self.quote_at[n] >= 0 or words.tag[n] == "VBG":
            return False
        return words.pos[n] in {"DET", "NOUN", "ADJ", "NUM"} or words.low[n] in {"who", "whose"}

    def thrown(self, cue: int) -> Phrase | None:
        """The source of a clause between commas: "The bridge, Okafor added, would close", ", said Okafor, "."""
        words = self.words
        if cue < 2 or cue + 2 >= len(words.text) or words.tag[cue] not in {"VBD", "VBZ", "VBP"}:
            return None
        run = self._run_before(cue)
        if run is None and words.low[cue - 1] in {"he", "she", "they"}:
            run = (cue - 1, cue, cue - 1)
        if run is not None and run[0] > 0 and words.text[run[0] - 1] == "," and words.text[cue + 1] == ",":
            return run
        return None

    def _main_subject(self, cue: int) -> Phrase | None:
        """For "..., adding that": the subject of the finite verb before it in the sentence."""
        words = self.words
        if words.tag[cue] != "VBG":
            return None
        for n in range(cue - 1, words.sentences[words.sent[cue]][0], -1):
            if words.tag[n] in FINITE and self.quote_at[n] < 0:
                verb = words.head[n] if words.dep[n] in {"aux", "cop"} else n
                subject = next((c for c in words.children[verb] if words.dep[c] in SUBJECTS and c < cue), None)
                if subject is not None and words.low[subject] not in {"who", "which", "that"}:
                    return self.phrase(subject) if self.quote_at[subject] < 0 else None
        return None

    def _run_before(self, n: int) -> Phrase | None:
        """The proper nouns that end right before a word."""
        start = n
        while start > 0 and self.words.pos[start - 1] == "PROPN" and self.words.sent[start - 1] == self.words.sent[n]:
            start -= 1
        return (start, n, n - 1) if start < n else None

    def _opening(self, cue: int) -> Phrase | None:
        """The noun phrase that a sentence opens with, for a later verb of it.

        "Okafor called on them to act and said, ...", "Okafor, who attended, said that ...", "Okafor disagreed, saying, ...".
        """
        words = self.words
        if cue < 2 or words.tag[cue] not in {"VBD", "VBZ", "VBP", "VBN", "VBG"}:
            return None
        first, end = words.sentences[words.sent[cue]][0], cue
        while first < cue and (words.pos[first] in {"SPACE", "PUNCT"} or words.low[first] in {"but", "and", "still", "yet"}):
            first += 1
        while end > first and (words.pos[end - 1] in {"ADV", "AUX"} or words.low[end - 1] in {"and", "but", "not"}):
            end -= 1
        if first >= end or self.quote_at[first] >= 0 or words.low[first] in LEADING:
            return None
        run = self._noun_run(first)
        if run is None or run[1] > end or words.pos[run[2]] not in {"PROPN", "PRON", "NOUN"}:
            return None
        named = words.pos[run[2]] in {"PROPN", "PRON"}
        if run[1] < end and named and words.tag[run[1]][:2] in {"VB", "MD"} and (end < cue or words.text[end - 1] == ","):
            return run  # "Okafor called on them to act and said"
        # what stands between a name and a comma or bracket before the verb belongs to it
        if words.text[run[1]] in {",", "("} and words.text[end - 1] in {",", ")"} and words.tag[cue] != "VBG":
            closing = end - 1 if words.text[end - 1] == "," else end
            return (run[0], closing, run[2]) if cue - run[1] < LONGEST_TAG else None
        # "People briefed on the matter say that": nothing but a noun and what describes it
        plain = not any(
            words.text[n] in {",", ";", ":", "("} or words.tag[n] in {"VBZ", "VBP", "MD"} for n in range(first, end)
        )
        return (first, end, run[2]) if plain and end - first <= 12 and not named else None

    def tag(self, cue: int) -> Phrase | None:
        """The source of a cue right behind a quotation that ends with a comma: "...,” NAME said", "...,” said NAME".

        Here the order of words is surer than the parse, which quotations often lead astray.
        """
        words = self.words
        if words.tag[cue] == "VBG":
            return None
        k = self.quote_at[cue - 1] if cue else -1
        first = cue
        if k < 0:
            first = cue - 1
            while first > 0 and cue - first <= LONGEST_TAG and self.quote_at[first] < 0:
                first -= 1
            k = self.quote_at[first]
            first += 1
        if (
            k < 0
            or self.quoted[k].end_mark(self.text) not in TAG_MARKS
            or self.paragraph_at[cue] != self.quoted[k].paragraph
        ):
            return None
        if words.tag[cue] not in {"VBD", "VBZ", "VBP", "VBN"} and words.lemma[cue] not in cues.SAY:
            return None
        end = cue
        while (
            end > first
            and (words.dep[end - 1] == "aux" or words.pos[end - 1] in {"AUX", "ADV"})
            and words.pos[end - 1] != "PROPN"
        ):
            if words.text[end - 1][:1].isupper():
                break
            end -= 1
        if end == first:
            return self._noun_run(cue + 1)
        comma = next((n for n in range(first, end) if words.text[n] in {",", "("}), end)
        if words.pos[first] not in NOMINAL and not words.text[first][:1].isupper():
            return None
        if (
            any(words.tag[n][:2] in {"VB", "MD"} and words.low[n] == words.text[n] for n in range(first, comma))
            or comma == first
        ):
            return None
        if comma < end and words.text[end - 1] not in {",", ")", "—", "–"}:
            return None
        head = next((n for n in range(comma - 1, first - 1, -1) if words.pos[n] in {"PROPN", "NOUN", "PRON"}), comma - 1)
        while end > first and words.text[end - 1] in {",", "—", "–"}:
            end -= 1
        return first, end, head

    def _noun_run(self, start: int) -> Phrase | None:
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

    def _as_saying(self, node: int) -> bool:
        return any(self.words.low[c] == "as" for c in self.words.children[node])

    def _relative(self, node: int) -> bool:
        return any(self.words.low[c] in {"who", "which", "that"} for c in self.words.children[node])

    def _inverted(self, cue: int) -> Phrase | None:
        """ "...,” said Foreign Minister Elena Markova": a noun right behind the verb, where the parse has missed it."""
        words = self.words
        after = cue + 1
        if (
            cue == 0
            or after >= len(words.text)
            or (self.quote_at[cue - 1] < 0 and words.text[cue - 1] not in {",", "”", '"'})
        ):
            return None
        clause = words.pos[after] == "PRON" and after + 1 < len(words.tag) and words.tag[after + 1][:2] in {"VB", "MD"}
        if clause and words.text[cue - 1] == ",":
            return None  # "..., said he did not": he is the subject of what was said
        if words.pos[after] in {"PROPN", "DET", "NOUN", "PRON", "ADJ"} and words.sent[after] == words.sent[cue]:
            end = after
            while (
                end < len(words.text)
                and words.pos[end] in {"PROPN", "DET", "NOUN", "PRON", "ADJ"}
                and words.sent[end] == words.sent[cue]
            ):
                end += 1
            return after, end, end - 1
        return None

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

    def closing_source(self, cue: int) -> Phrase | None:
        """ "X, says political scientist Ann Field in Oslo.": the noun behind a cue that a comma parts from what was said."""
        if not cue or self.words.text[cue - 1] != "," or cue + 1 >= len(self.words.text):
            return None
        return self._noun_run(cue + 1)
