"""Find who reports what: cue, source and content, before anybody is named.

Method: a cue (a reporting verb outside quotation marks, "according to", a colon) governs what it reports. Its source is its
subject; its content is the quotations beside it in the paragraph, the clause that depends on it, or the sentence around it
when it is thrown in ("The losses, Sato added, were too large"). The parse proposes; punctuation decides where they differ.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from generator.language.quotes import cues
from generator.language.quotes.marks import Quoted
from generator.language.words import Words

Offsets = tuple[int, int]
SUBJECTS = frozenset({"nsubj", "csubj"})
FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
MARKS = frozenset(",.;:!?…—–-")
CLAUSES = frozenset({"ccomp", "xcomp", "parataxis"})
NOMINAL = frozenset({"PROPN", "NOUN", "DET", "PRON", "ADJ", "NUM"})
TAG_MARKS = frozenset(",?!—–…")
LONGEST_TAG = 30  # words between a quotation and its cue
LEAST_WORDS = 3  # of a quotation without a cue that counts as speech


@dataclass(slots=True)
class Attribution:
    """A quotation while it is being found; `source` in tokens, the rest in code points."""

    content: list[Offsets]
    cue: Offsets | None = None
    source: tuple[int, int] | None = None
    source_head: int | None = None
    cue_token: int | None = None
    paragraph: int = 0
    quoted: list[int] = field(default_factory=list)  # numbers of the quotations it takes
    passive: bool = False


class Attributions:
    """The attributions of one article."""

    def __init__(self, words: Words, text: str, quoted: list[Quoted], paragraphs: list[Offsets]) -> None:
        self.words = words
        self.text = text
        self.quoted = quoted
        self.paragraphs = paragraphs
        self.starts = words.start
        total = len(words.text)
        self.quote_at: list[int] = [-1] * total  # the quotation that a token stands in
        for number, q in enumerate(quoted):
            for n in range(bisect_left(self.starts, q.start), min(bisect_left(self.starts, q.end), total)):
                self.quote_at[n] = number
        self.paragraph_at = self._paragraph_numbers()
        self.taken: dict[int, Attribution] = {}  # quotation -> who has it

    def find(self) -> list[Attribution]:
        """All attributions in the order of their content."""
        words = self.words
        found: list[Attribution] = []
        for n, lemma in enumerate(words.lemma):
            if self.quote_at[n] >= 0:
                continue
            made = None
            if words.tag[n][:2] == "VB" and (lemma in cues.LOOSE or self._at_marks(n)):
                made = self._verb(n, lemma)
            elif words.low[n : n + 2] == ["according", "to"]:
                made = self._according(n)
            if made is not None:
                found.append(made)
        found += self._colons()
        found += self._signatures()
        found = self._without_nested(found)
        found += self._leftovers(found)
        return sorted(found, key=lambda a: (a.content[0], a.cue or (0, 0)))

    def _at_marks(self, n: int) -> bool:
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

    def _opens_at(self, n: int) -> bool:
        return self.quote_at[n] >= 0 and self.quoted[self.quote_at[n]].start >= self.words.start[n] - 1

    # ---- cue verbs -------------------------------------------------------------------------------------------------------

    def _verb(self, cue: int, lemma: str) -> Attribution | None:
        words = self.words
        tagged = self._tag(cue)
        if words.dep[cue] in {"amod", "aux", "cop", "compound"} and tagged is None:
            return None
        source = tagged or self._source(cue)
        if tagged is not None and tagged[0] > cue:  # behind the verb the parse knows the whole phrase, appositions included
            parsed = self._source(cue)
            source = parsed if parsed is not None and tagged[0] <= parsed[2] < tagged[1] else tagged
        beside = self._beside(cue, source, lemma)
        clause = self._clause(cue, lemma) if lemma in cues.VERBS else None
        thrown = None
        if not beside and clause is None and lemma in cues.SAY:
            source = source or self._closing_source(cue)
            thrown = self._thrown_in(cue, source)
        if clause is None and thrown is None:
            clause = self._fragment(cue, beside, source) if beside else self._rest(cue, source, lemma)
        if not beside and clause is None and thrown is None:
            return None
        if source is None and not beside and words.tag[cue] not in {"VBG"}:
            return None
        content = self._united(cue, beside, clause, thrown, source)
        if not content:
            return None
        made = Attribution(content, self._cue_span(cue), cue_token=cue, paragraph=self.paragraph_at[cue], quoted=beside)
        if source:
            made.source, made.source_head = source[:2], source[2]
        for number in beside:
            self.taken.setdefault(number, made)
        return made

    def _source(self, cue: int) -> tuple[int, int, int] | None:
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
                return self._phrase(agent, skip_case=True)
            subject = next((c for c in children if words.dep[c] in SUBJECTS), None)
            if subject is not None and self.quote_at[subject] < 0:
                if words.low[subject] in {"who", "which", "that"} and words.dep[node] == "acl" and words.head[node] < node:
                    return self._phrase(words.head[node], stop=subject)
                return self._phrase(subject)
            if words.dep[node] in {"conj", "xcomp", "advcl", "parataxis"} and node != words.head[node]:
                if words.dep[node] == "advcl" and words.tag[node] != "VBG" and not self._as_saying(node):
                    break
                node = words.head[node]
                continue
            if words.dep[node] == "acl" and words.head[node] != node:
                return (
                    self._phrase(words.head[node], stop=node)
                    if words.tag[node] in {"VBG", "VBN"} or self._relative(node)
                    else None
                )
            break
        return self._inverted(cue)

    def _tag(self, cue: int) -> tuple[int, int, int] | None:
        """The source of a cue right behind a quotation that ends with a comma: "...,” NAME said", "...,” said NAME".

        Here the order of words is surer than the parse, which quotations often lead astray.
        """
        words = self.words
        k = self.quote_at[cue - 1] if cue else -1
        first = cue
        if k < 0:
            first = cue - 1
            while first > 0 and cue - first <= LONGEST_TAG and self.quote_at[first] < 0:
                first -= 1
            k = self.quote_at[first]
            first += 1
        if k < 0 or self.text[self.quoted[k].end - 2] not in TAG_MARKS or self.paragraph_at[cue] != self.quoted[k].paragraph:
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

    def _noun_run(self, start: int) -> tuple[int, int, int] | None:
        """The noun phrase that begins at a word, by its parts of speech."""
        words = self.words
        end = start
        while end < len(words.text) and end - start < 12 and words.sent[end] == words.sent[start]:
            if words.pos[end] not in NOMINAL and words.text[end] not in {".", "’s", "'s", "of", "for"}:
                break
            if words.text[end] == "." and not (
                words.end[end] < len(self.text) and words.pos[end - 1] == "PROPN" and len(words.text[end - 1]) <= 3
            ):
                break
            end += 1
        while end > start and words.pos[end - 1] in {"ADP", "PUNCT", "PART"}:
            end -= 1
        if end == start or not any(words.pos[n] in {"PROPN", "NOUN", "PRON"} for n in range(start, end)):
            return None
        low = next((n for n in range(start, end) if words.low[n] in {"of", "for"}), end)
        head = next((n for n in range(low - 1, start - 1, -1) if words.pos[n] in {"PROPN", "NOUN", "PRON"}), low - 1)
        return start, end, head

    def _as_saying(self, node: int) -> bool:
        return any(self.words.low[c] == "as" for c in self.words.children[node])

    def _relative(self, node: int) -> bool:
        return any(self.words.low[c] in {"who", "which", "that"} for c in self.words.children[node])

    def _inverted(self, cue: int) -> tuple[int, int, int] | None:
        """ "...,” said Foreign Minister Elena Markova": a noun right behind the verb, where the parse has missed it."""
        words = self.words
        after = cue + 1
        if (
            cue == 0
            or after >= len(words.text)
            or (self.quote_at[cue - 1] < 0 and words.text[cue - 1] not in {",", "”", '"'})
        ):
            return None
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

    def _phrase(self, head: int, skip_case: bool = False, stop: int | None = None) -> tuple[int, int, int]:
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
        for n in range(head + 1, high):
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

    def _cue_span(self, cue: int) -> Offsets:
        """The verb group: "has said", "would not say", "was quoted as saying" keeps its last verb."""
        words = self.words
        start = end = cue
        for child in sorted(words.children[cue], reverse=True):
            if child == start - 1 and (
                words.dep[child] == "aux" or words.low[child] in {"not", "n't", "n’t", "also", "later", "to"}
            ):
                start = child
        if words.low[start] in {"also", "later"} and start < cue:
            start += 1
        return words.start[start], words.end[end]

    def _closing_source(self, cue: int) -> tuple[int, int, int] | None:
        """ "X, says political scientist Ann Field in Oslo.": the noun behind a cue that a comma parts from what was said."""
        if not cue or self.words.text[cue - 1] != "," or cue + 1 >= len(self.words.text):
            return None
        return self._noun_run(cue + 1)

    def _fragment(self, cue: int, beside: list[int], source: tuple[int, int, int] | None) -> Offsets | None:
        """The words between a cue and a quoted fragment are part of what was said: "called the law “cruel”"."""
        words = self.words
        first = self.quoted[beside[0]]
        start = self._token(first.start)
        if (
            start <= cue + 1
            or words.sent[start] != words.sent[cue]
            or not self.text[first.start + 1 : first.start + 2].islower()
        ):
            return None
        if source is not None and cue < source[0] < start:
            return None
        if any(words.text[n] in {":", ";"} for n in range(cue + 1, start)):
            return None
        low = cue + 1
        if words.text[low] == ",":
            return None
        return words.start[low], self._on(beside[-1])

    def _on(self, k: int) -> int:
        """Where what was said ends, if it goes on behind a quoted fragment: "“the stamina” needed to run the country"."""
        words = self.words
        end = self.quoted[k].end
        n = self._token(end - 1) + 1
        if (
            self.text[end - 2 : end - 1] in {",", ".", "!", "?"}
            or n >= len(words.text)
            or words.pos[n] in {"PUNCT", "CCONJ", "SCONJ", "SPACE"}
        ):
            return end
        last = words.sentences[words.sent[n]][1]
        while n < last and words.pos[n] not in {"PUNCT", "SCONJ", "SPACE"} and self.quote_at[n] < 0:
            n += 1
        return words.end[n - 1]

    def _rest(self, cue: int, source: tuple[int, int, int] | None, lemma: str) -> Offsets | None:
        """The rest of the sentence behind "said" and its like, where the parse has missed that it is a clause."""
        words = self.words
        if (
            lemma not in cues.PLAIN
            or source is None
            or source[1] > cue
            or words.tag[cue] not in {"VBD", "VBZ", "VBP", "VBG"}
        ):
            return None
        last = words.sentences[words.sent[cue]][1]
        low = next((n for n in range(cue + 1, min(cue + 9, last)) if words.low[n] == "that"), cue + 1)
        if low >= last or self.quote_at[low] >= 0:
            return None
        if words.low[low] != "that" and words.pos[low] not in {"PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM"}:
            return None
        if words.low[low] in cues.EMPTY_OBJECTS or not any(words.tag[n] in FINITE for n in range(low + 1, last)):
            return None
        if any(
            words.dep[n] == "obj" and words.head[n] == cue and words.low[n] in cues.EMPTY_OBJECTS for n in range(low, last)
        ):
            return None
        return self._clean(low, last, cue)

    # ---- content -----------------------------------------------------------------------------------------------------------

    def _beside(self, cue: int, source: tuple[int, int, int] | None, lemma: str) -> list[int]:
        """The quotations that stand beside a cue in its paragraph and that nobody else has."""
        words = self.words
        first, last = words.sentences[words.sent[cue]]
        paragraph = self.paragraph_at[cue]
        here = [k for k, q in enumerate(self.quoted) if q.paragraph == paragraph]
        if not here or self.quoted[here[-1]].end <= words.start[cue]:
            announced = self._announced(paragraph)
            if announced is not None and words.sent[cue] == words.sent[self._token(self.paragraphs[paragraph][1] - 1)]:
                return [announced]
        if not here:
            return []
        strong = lemma in cues.SAY
        inside = [k for k in here if self._token(self.quoted[k].start) >= first and self._token(self.quoted[k].start) < last]
        chosen: list[int] = []
        left = min(cue, source[0]) if source else cue
        right = max(cue + 1, source[1]) if source else cue + 1
        # before: "...,” Putin said": only marks, adverbs and the source between the closing mark and the cue
        before = [k for k in here if self._token(self.quoted[k].end - 1) < left]
        if before:
            k = before[-1]
            gap = range(self._token(self.quoted[k].end - 1) + 1, left)
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
        after = [k for k in here if self._token(self.quoted[k].start) >= right]
        for k in after:
            start = self._token(self.quoted[k].start)
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
            if chosen and k == chosen[-1] + 1 and self._adjacent(chosen[-1], k):
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

    def _token(self, offset: int) -> int:
        return max(0, bisect_right(self.starts, offset) - 1)

    def _speechlike(self, k: int) -> bool:
        """Not a title or a scare quote: several words, or an end mark inside the closing quotation mark."""
        q = self.quoted[k]
        inner = self.text[q.start + 1 : q.end - 1].strip()
        return len(inner.split()) >= LEAST_WORDS or inner[-1:] in ",.?!…—"

    def _new_sentence_between(self, k: int, left: int, lemma: str) -> bool:
        """ "... again.” He said nothing": a full stop inside the marks and a capital after them begin another sentence."""
        words = self.words
        closing = self.text[self.quoted[k].end - 2 : self.quoted[k].end - 1]
        starts_new = words.sent[min(left, len(words.sent) - 1)] != words.sent[self._token(self.quoted[k].end - 1)]
        capital = words.text[left][:1].isupper() and words.pos[left] != "PROPN"
        return closing == "." and (starts_new or capital)

    def _run_back(self, k: int, here: list[int]) -> list[int]:
        """Quotations right before this one that nothing separates."""
        run = [k]
        while run[0] - 1 in here and self._adjacent(run[0] - 1, run[0]) and run[0] - 1 not in self.taken:
            run.insert(0, run[0] - 1)
        return run

    def _adjacent(self, one: int, other: int) -> bool:
        return not self.text[self.quoted[one].end : self.quoted[other].start].strip(" .,\u00a0")

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

    def _clause(self, cue: int, lemma: str) -> Offsets | None:
        """The clause that a cue governs."""
        words = self.words
        for child in words.children[cue]:
            dep = words.dep[child]
            if (
                dep == "ccomp"
                or (dep == "parataxis" and child < cue)
                or (dep == "xcomp" and lemma in cues.INFINITIVE and words.tag[child] == "VB")
            ):
                low, high = words.subtree(child)
                if low <= cue < high:  # around the cue: "The losses, Sato added, were too large"
                    return None
                if dep == "xcomp" and child < cue:
                    continue
                return self._clean(low, high, cue)
        if lemma == "call":  # "called for a new vote", "called on Congress to act"
            for child in words.children[cue]:
                if (
                    child > cue
                    and words.dep[child] == "obl"
                    and any(words.low[c] in {"for", "on"} for c in words.children[child])
                ):
                    low, high = words.subtree(child)
                    return self._clean(low + 1, high, cue)
        return None

    def _clean(self, low: int, high: int, cue: int) -> Offsets | None:
        """A token range as offsets, within its sentence, without marks at its edges but quotation marks."""
        words = self.words
        first, last = words.sentences[words.sent[cue]]
        low, high = max(low, first), min(high, last)
        if low > cue:
            low = max(low, cue + 1)
        while low < high and (words.text[low] in MARKS or words.pos[low] == "SPACE"):
            low += 1
        while high > low and (words.text[high - 1] in {",", ";", ":", "—", "–", "-"} or words.pos[high - 1] == "SPACE"):
            high -= 1
        if high > low and words.text[high - 1] == ".":
            high -= 1
        if high - low < 2:
            return None
        return words.start[low], words.end[high - 1]

    def _thrown_in(self, cue: int, source: tuple[int, int, int] | None) -> list[Offsets] | None:
        """The sentence around a cue that is thrown in or closes it: "X, Sato said." and "X, Sato added, Y."."""
        words = self.words
        if source is None:
            return None
        first, last = words.sentences[words.sent[cue]]
        left, right = min(cue, source[0]), max(cue + 1, source[1])
        while first < left and words.pos[first] == "SPACE":
            first += 1
        while last > right and words.pos[last - 1] in {"SPACE", "PUNCT"}:
            last -= 1
        if left <= first or words.text[left - 1] != ",":
            return None
        before = self._clean(first, left, cue)
        if before is None or not self._stands_alone(first, left, source):
            return None
        tail = right
        while tail < last and words.text[tail] not in {",", ";"}:
            tail += 1
        if tail < last - 2 and words.text[tail] == "," and tail - right <= 8:
            after = self._clean(tail + 1, last, cue)
            if after and not any(
                words.head[n] == cue and words.dep[n] in {"advcl", "conj", "obl"} for n in range(tail + 1, last)
            ):
                return [before, after]
        return [before]

    def _stands_alone(self, first: int, left: int, source: tuple[int, int, int]) -> bool:
        """Whether the words before a cue can be what was said: a finite verb with a subject, or the first half of one."""
        words = self.words
        if words.low[first] in cues.SUBORDINATE:
            return False
        finite = any(
            words.tag[n] in FINITE and any(words.dep[c] == "nsubj" for c in words.children[n]) for n in range(first, left)
        )
        noun = any(words.pos[n] in {"NOUN", "PROPN"} for n in range(first, left)) and words.tag[first] not in {
            "IN",
            "VBG",
            "VBN",
            "TO",
            "RB",
        }
        return finite or (
            noun and source[0] < len(words.text) and not any(words.tag[n] in FINITE for n in range(first, left))
        )

    def _united(
        self,
        cue: int,
        beside: list[int],
        clause: Offsets | None,
        thrown: list[Offsets] | None,
        source: tuple[int, int, int] | None,
    ) -> list[Offsets]:
        spans = [(self.quoted[k].start, self.quoted[k].end) for k in beside]
        if clause:
            spans.append(clause)
        spans += thrown or []
        spans.sort()
        words = self.words
        walls = [(words.start[cue], words.end[cue])]
        if source:
            walls.append((words.start[source[0]], words.end[source[1] - 1]))
        united: list[Offsets] = []
        for start, end in spans:
            for wall_start, wall_end in walls:
                if start < wall_end and wall_start < end:
                    start, end = (wall_end, end) if wall_start <= start else (start, wall_start)
            while start < end and self.text[start] in " ,:\u00a0":
                start += 1
            while end > start and self.text[end - 1].isspace():
                end -= 1
            if end <= start:
                continue
            if united and start <= united[-1][1] + 1 and not any(united[-1][1] <= w[0] < start for w in walls):
                united[-1] = (united[-1][0], max(united[-1][1], end))
            else:
                united.append((start, end))
        return united

    # ---- other cues --------------------------------------------------------------------------------------------------------

    def _according(self, n: int) -> Attribution | None:
        """ "according to S": the rest of the sentence is the content."""
        words = self.words
        first, last = words.sentences[words.sent[n]]
        head = n + 2
        while head < last and words.pos[head] in {"DET", "ADJ", "PUNCT"} and words.text[head] != ",":
            head += 1
        if head >= last:
            return None
        noun = head
        for _ in range(6):
            up = words.head[noun]
            if up == noun or not n < up < last or words.pos[up] not in {"NOUN", "PROPN", "PRON"}:
                break
            noun = up
        low, high, noun = self._phrase(noun, skip_case=True)
        low = max(low, n + 2)
        while high > noun + 1 and words.text[high - 1] in {".", ","}:
            high -= 1
        while first < n and words.pos[first] == "SPACE":
            first += 1
        pieces = [self._clean(first, n, n) if n > first else None, self._clean(high, last, n) if high < last else None]
        content = [piece for piece in pieces if piece]
        if not content:
            return None
        made = Attribution(content, (words.start[n], words.end[n + 1]), (low, high), noun, n, self.paragraph_at[n])
        for k, q in enumerate(self.quoted):
            if any(a <= q.start and q.end <= b + 1 for a, b in content):
                self.taken.setdefault(k, made)
        return made

    def _colons(self) -> list[Attribution]:
        """ "Opposition leader Sara Lindqvist: “A betrayal.”" and the labels of a transcript: "BENÍTEZ: I wanted to"."""
        words, found = self.words, []
        for number, (start, end) in enumerate(self.paragraphs):
            first = bisect_left(self.starts, start)
            colon = next(
                (n for n in range(first, min(first + 14, len(words.text))) if words.text[n] == ":" and words.start[n] < end),
                None,
            )
            if colon is None or colon == first or any(words.tag[n][:2] in {"VB", "MD"} for n in range(first, colon)):
                continue
            if any(self.quote_at[n] >= 0 for n in range(first, colon)):
                continue
            k = next((k for k, q in enumerate(self.quoted) if q.paragraph == number and q.start >= words.end[colon]), None)
            names = [n for n in range(first, colon) if words.pos[n] == "PROPN"]
            label = (
                all(words.text[n].isupper() or words.text[n] in {".", "-"} for n in range(first, colon))
                and colon - first <= 4
            )
            if (
                k is not None
                and not self.text[words.end[colon] : self.quoted[k].start].strip()
                and names
                and k not in self.taken
            ):
                head = next(
                    (n for n in range(first, colon) if words.dep[n] in {"root", "nsubj"} or words.head[n] == n), names[-1]
                )
                limit = next((n for n in range(first, colon) if words.low[n] in {"on", "about", "to"}), colon)
                made = Attribution(
                    [(self.quoted[k].start, self.quoted[k].end)],
                    (words.start[colon], words.end[colon]),
                    (first, limit),
                    head,
                    colon,
                    number,
                    [k],
                )
                self.taken[k] = made
                found.append(made)
            elif label and words.end[colon] < end - 3:
                content = (words.end[colon], end)
                while self.text[content[0]].isspace():
                    content = (content[0] + 1, content[1])
                found.append(
                    Attribution([content], (words.start[colon], words.end[colon]), (first, colon), colon - 1, colon, number)
                )
        return found

    def _signatures(self) -> list[Attribution]:
        """ "“Fear. I am truly afraid.” ― Karen Bobadilla": a dash and a name close the paragraph."""
        words, found = self.words, []
        for k, q in enumerate(self.quoted):
            start, end = self.paragraphs[q.paragraph]
            tail = self.text[q.end : end].strip()
            if (
                k in self.taken
                or self.text[start : q.start].strip()
                or tail[:1] not in {"―", "—", "–", "-"}
                or len(tail) > 60
            ):
                continue
            first = bisect_left(self.starts, q.end)
            last = bisect_left(self.starts, end)
            names = [n for n in range(first, last) if words.pos[n] == "PROPN" or words.text[n][:1].isupper()]
            if not names or any(words.tag[n][:2] in {"VB", "MD"} for n in range(first, last)):
                continue
            dash = next(n for n in range(first, last) if not words.text[n].isspace())
            head = next((n for n in names if words.head[n] not in names), names[-1])
            made = Attribution(
                [(q.start, q.end)],
                (words.start[dash], words.end[dash]),
                (names[0], names[-1] + 1),
                head,
                dash,
                q.paragraph,
                [k],
            )
            self.taken[k] = made
            found.append(made)
        return found

    def _leftovers(self, found: list[Attribution]) -> list[Attribution]:
        """Quotations without a cue: the next paragraph of a speech, or a floating quotation."""
        made: list[Attribution] = []
        last: dict[int, Attribution] = {}
        for a in found:
            for k in a.quoted:
                last[k] = a
        for k, q in enumerate(self.quoted):
            if k in self.taken or k in last:
                continue
            if any(a <= q.start and q.end <= b + 1 for each in found for a, b in each.content):
                continue
            previous = last.get(k - 1)
            before = self.quoted[k - 1] if k else None
            if previous is not None and before is not None and not before.closed and before.paragraph == q.paragraph - 1:
                previous.content.append((q.start, q.end))  # a speech over paragraphs: the first was left open
                previous.quoted.append(k)
                last[k] = previous
                continue
            if previous is not None and before is not None and before.paragraph == q.paragraph and self._adjacent(k - 1, k):
                previous.content.append((q.start, q.end))
                previous.quoted.append(k)
                last[k] = previous
                continue
            if self._is_speech(k):
                attribution = Attribution([(q.start, q.end)], paragraph=q.paragraph, quoted=[k])
                made.append(attribution)
                last[k] = attribution
        return made

    def _is_speech(self, k: int) -> bool:
        """A floating quotation is speech if it is a sentence of its own: a verb inside, and the paragraph's start or end."""
        q = self.quoted[k]
        start, _end = self.paragraphs[q.paragraph]
        first, last = self._token(q.start), self._token(q.end - 1)
        verbs = any(self.words.tag[n][:2] in {"VB", "MD"} for n in range(first, last + 1))
        own = not self.text[start : q.start].strip() or self.text[: q.start].rstrip()[-1:] in ".!?:"
        closed = self.text[q.end - 2 : q.end - 1] in ".?!…,—" or not q.closed
        return verbs and own and closed and len(self.text[q.start : q.end].split()) >= LEAST_WORDS

    def _without_nested(self, found: list[Attribution]) -> list[Attribution]:
        """Only the outermost: what is reported inside a reported clause belongs to the outer source."""
        kept = []
        for a in found:
            cue = a.cue or (0, 0)
            if not any(b is not a and any(start <= cue[0] and cue[1] <= end for start, end in b.content) for b in found):
                kept.append(a)
            else:
                for k in a.quoted:
                    if self.taken.get(k) is a:
                        del self.taken[k]
        return kept

    def _paragraph_numbers(self) -> list[int]:
        numbers, current = [], 0
        for start in self.starts:
            while current + 1 < len(self.paragraphs) and start >= self.paragraphs[current + 1][0]:
                current += 1
            numbers.append(current)
        return numbers
