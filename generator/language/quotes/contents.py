"""What was said outside quotation marks: the clause of a cue, the words around a quoted fragment, the sentence around a cue."""

from __future__ import annotations

from bisect import bisect_left

from generator.language.lexicon.tags import FINITE
from generator.language.quotes import cues
from generator.language.quotes.before import ASKING, Before
from generator.language.quotes.frames import Frames
from generator.language.quotes.noun_phrases import OFFICE_AND_NAME
from generator.language.quotes.view import Offsets, Part, Phrase, View
from generator.values.datelines import after_dateline

LONGEST_SUBJECT = 4  # words from a quotation to the verb of its tag
LONGEST_AS = 10  # words of "as the Post reported" before and behind its verb
TURNING = frozenset({"while", "but", "and", "though", "whereas"})
LATER = frozenset({"after", "following", "during", "amid"})
SAID_IN = frozenset({"in", "with", "through", "via", "on", "by"})  # "said in a statement that"
BESIDE_VERBS = frozenset({"ADV", "AUX"})
CLAUSES = frozenset({"xcomp", "advcl", "ccomp"})
REPORTING_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBG"})
MARKS = frozenset(",.;:!?…—–-")
# "said neither side had won", "said there were two": what else opens a clause without "that"
OPENERS = frozenset("neither either there if when because only even once both nearly almost about".split())


class Contents(Part):
    """Finds what a cue reports."""

    def __init__(self, view: View, frames: Frames) -> None:
        super().__init__(view)
        self.before = Before(view)
        self.frames = frames

    def fragment(self, cue: int, beside: list[int], source: Phrase | None) -> Offsets | None:
        """The words between a cue and a quoted fragment are part of what was said: "called the law “cruel”"."""
        words = self.words
        first = self.quoted[beside[0]]
        start = self.view.token(first.start)
        if (
            start <= cue + 1
            or words.sent[start] != words.sent[cue]
            or not self.text[first.inner[0] : first.inner[0] + 1].islower()
        ):
            return None
        if source is not None and cue < source[0] < start:
            return None
        if any(words.text[n] in {":", ";"} for n in range(cue + 1, start)) or words.lemma[cue] not in cues.VERBS:
            return None
        # "said in an interview that"
        low = next((n for n in range(cue + 1, start) if words.low[n] == "that" and words.tag[n] == "IN"), cue + 1)
        if (
            low > cue + 1
            and words.lemma[low - 1] in cues.SAYING_NOUNS
            and words.low[words.subtree(low - 1)[0]] not in SAID_IN
        ):
            return None  # "made an issue of Barker's claim that ...": Barker's
        if any(words.tag[n][:2] == "VB" and words.lemma[n] in cues.VERBS for n in range(cue + 1, low)):
            return None  # "mocked his rivals and told the crowd that": not what was mocked
        if words.text[cue + 1] == "," or words.text[start - 1] == ",":  # "told Variety, “women who ...”"
            return None
        return words.start[low], self._on(beside[-1])

    def _on(self, k: int) -> int:
        """Where what was said ends, if it goes on behind a quoted fragment: "“the stamina” needed to run the country"."""
        words = self.words
        end = self.quoted[k].end
        n = self.view.token(end - 1) + 1
        if (
            self.quoted[k].end_mark(self.text) in {",", ".", "!", "?"}
            or n >= len(words.text)
            or words.pos[n] in {"PUNCT", "CCONJ", "SCONJ", "SPACE"}
        ):
            return end
        last = words.sentences[words.sent[n]][1]
        while (
            n < last and (words.pos[n] not in {"PUNCT", "SCONJ", "SPACE"} or self._inner_hyphen(n)) and self.quote_at[n] < 0
        ):
            if words.tag[n] == "WRB" or words.low[n] in LATER:  # "“no way” when asked why ...", "“a joke” after the count"
                break
            n += 1
        return words.end[n - 1] if self.quote_at[n - 1] < 0 else end

    def _inner_hyphen(self, n: int) -> bool:
        """ "a two-storey house": a hyphen in a word ends nothing."""
        words = self.words
        return (
            words.text[n] in {"-", "‑"}
            and words.end[n - 1] == words.start[n]
            and words.start[n + 1 : n + 2] == [words.end[n]]
        )

    def rest(self, cue: int, source: Phrase | None, lemma: str) -> Offsets | None:
        """The rest of the sentence behind "said" and its like, where the parse has missed that it is a clause."""
        words = self.words
        if lemma not in cues.PLAIN or source is None or source[1] > cue or words.tag[cue] not in REPORTING_TAGS:
            return None
        last = words.sentences[words.sent[cue]][1]
        low = next((n for n in range(cue + 1, min(cue + 9, last)) if words.low[n] == "that"), cue + 1)
        if low >= last or self.quote_at[low] >= 0 or not self._opens_clause(low):
            return None
        return None if self._empty(cue, low, last) else self.clean(low, last, cue)

    def _empty(self, cue: int, low: int, last: int) -> bool:
        """ "said little", "told a story about": words behind a cue without a verb, or an object that is nothing said."""
        words = self.words
        if self._warned_of(cue, last):
            return True
        if words.low[low] in cues.EMPTY_OBJECTS or not any(words.tag[n] in FINITE for n in range(low + 1, last)):
            return True
        objects = (n for n in words.children[cue] if words.dep[n] == "obj" and low <= n < last)
        return any(words.low[n] in cues.EMPTY_OBJECTS for n in objects)

    def _warned_of(self, cue: int, last: int) -> bool:
        """ "warn the world of the monster that they made": whom and of what, no clause."""
        words = self.words
        if words.lemma[cue] != "warn":
            return False
        first = next((n for n in range(cue + 1, last) if words.low[n] in {"of", "about"} or words.tag[n] in FINITE), cue)
        return words.dep[first] == "case"

    def _opens_clause(self, n: int) -> bool:
        words = self.words
        return (
            words.low[n] == "that"
            or words.pos[n] in {"PRON", "DET", "PROPN", "NOUN", "ADJ", "NUM"}
            or words.tag[n] == "VBG"
            or words.low[n] in OPENERS
        )

    def clause(self, cue: int, lemma: str, source: Phrase | None = None) -> Offsets | None:
        """The clause that a cue governs."""
        words = self.words
        for child in words.children[cue]:
            if not self._clausal(child, cue, lemma) or self._of_source(child, cue, source):
                continue
            low, high = words.subtree(child)
            if low <= cue < high:  # around the cue: "The losses, Sato added, were too large"
                return None
            if self._tagged(child, cue) or self._done(child, cue) or self._framed(child, cue, low):
                continue
            if words.tag[child] == "VBG" and words.text[low - 1] == "," and child > cue:
                continue  # "..., he said, wiping his face"
            outside = child < cue and self.quote_at[child] < 0
            if outside and not self.before.stands(low, high, cue, source, goes_on=False):
                continue
            if words.dep[child] != "xcomp" or child > cue:
                return self.clean(low, high, cue)
        return (self._called(cue) or self._called_so(cue)) if lemma == "call" else None

    def _tagged(self, child: int, cue: int) -> bool:
        """ "“A,” Okafor said. “B,” Barker said.": a parse may hang the first quotation on the second verb."""
        having = self.taken.get(self.quote_at[child])
        if having is not None and having.cue_token is not None and child < having.cue_token < cue:
            return True
        # "“A”, said Okafor. “B”, said Barker": or the first verb
        before = bisect_left(self.view.last_token, child) - 1
        tag = self.taken.get(before) if child < cue and self.quote_at[child] < 0 else None
        return (tag is not None and tag.cue_token == child) or self._tags_again(child, cue, before)

    def _tags_again(self, child: int, cue: int, before: int) -> bool:
        """ "Okafor disagreed: “A,” he told the court.": the verb behind a quotation that a colon led in is no part of what was said."""
        words = self.words
        if before < 0 or child < cue or self.quote_at[child] >= 0 or words.lemma[child] not in cues.VERBS:
            return False
        first = self.view.token(self.quoted[before].start)
        return cue < first and words.text[first - 1] == ":" and child - self.view.last_token[before] <= LONGEST_SUBJECT

    def _framed(self, child: int, cue: int, low: int) -> bool:
        """ "“A,” said Okafor. “B,” said Barker": a parse hangs the first on the second; what stands between B's marks is enough."""
        k, cue_of = self.quote_at[child], self.frames.cue_of
        another = k > 0 and self.view.last_token[k - 1] >= low and cue_of.get(k - 1, cue) != cue
        return child < cue and cue_of.get(k) == cue and another

    def _done(self, child: int, cue: int) -> bool:
        """ "“It is theirs.” Okafor said that they had lost.": a quotation ended before a cue that has a clause of its own."""
        words, k = self.words, self.quote_at[child]
        if child > cue or k < 0 or self.quoted[k].end_mark(self.text) != ".":
            return False
        return any(words.dep[c] == "ccomp" and c > cue and self.quote_at[c] < 0 for c in words.children[cue])

    def _of_source(self, child: int, cue: int, source: Phrase | None) -> bool:
        """ "Shook, an expert who has helped, said he did not": a parse takes the source for a clause."""
        return child < cue and source is not None and source[0] <= child < source[1]

    def _clausal(self, child: int, cue: int, lemma: str) -> bool:
        """Whether a word that hangs on a cue is the verb of what was said."""
        words, dep = self.words, self.words.dep[child]
        if lemma == "call" and words.tag[child][:2] == "VB":
            return False  # "called for the pier to be closed"
        infinitive = (
            dep == "xcomp" and lemma in cues.INFINITIVE and words.tag[child] == "VB" and not self._purpose(child, cue)
        )
        return dep == "ccomp" or (dep == "parataxis" and child < cue) or infinitive

    def _purpose(self, child: int, cue: int) -> bool:
        """ "asked for more money to meet the demand": what something is asked for is no part of what is asked."""
        return any(cue < c < child and self.words.dep[c] == "obl" and self._for_or_on(c) for c in self.words.children[cue])

    def _called_so(self, cue: int) -> Offsets | None:
        """ "called the charges unfounded", "called climate change a hoax" """
        words = self.words
        after = [c for c in words.children[cue] if words.dep[c] in {"obj", "xcomp"} and c > cue]
        so = next((c for c in after if words.dep[c] == "xcomp"), None)
        if so is None or self._is_name(so) or not self._judges(so):
            return None
        return self.clean(min(words.subtree(c)[0] for c in after), max(words.subtree(c)[1] for c in after), cue)

    def _judges(self, so: int) -> bool:
        """Whether it is what somebody calls a thing: not "quits", "his mother, Jane", "Barker shortly after", "for it to close"."""
        words, low = self.words, self.words.subtree(so)[0]
        if words.low[so] in {"quits", "off", "day", "mind"} or words.low[low] in {"for", "on", "to"}:
            return False
        apart = words.text[low - 1] == "," or (words.pos[low] == "ADV" and words.pos[so] not in {"ADJ", "NOUN"})
        return not apart and words.pos[so] in {"NOUN", "ADJ", "PROPN", "VERB"}

    def _is_name(self, so: int) -> bool:
        """ "a group that Okafor called the Harbour Watch": a name that somebody gives; "called Barker a Nazi" is said."""
        words = self.words
        low, high = words.subtree(so)
        plain = words.pos[so] == "PROPN" and words.text[low] not in {"a", "an"}
        return plain and not any(self.quote_at[n] >= 0 for n in range(low, high))

    def _called(self, cue: int) -> Offsets | None:
        """ "called on Congress to “act”": a demand is a quotation only where some of it is in marks."""
        words = self.words
        for child in words.children[cue]:
            if child < cue or words.dep[child] not in {"obl", "advcl"} or not self._for_or_on(child):
                continue
            low, high = words.subtree(child)
            clauses = [c for c in words.children[cue] if c > child and words.dep[c] in CLAUSES]
            high = max(high, *(words.subtree(c)[1] for c in clauses), 0)
            quoted = any(self.quote_at[n] >= 0 for n in range(low, high))
            if quoted and any(words.tag[n] == "TO" and "VB" in words.tag[n + 1 : n + 3] for n in range(low, high)):
                return self.clean(low + 1, high, cue)
        return None

    def _for_or_on(self, n: int) -> bool:
        return any(self.words.low[c] in {"for", "on"} for c in self.words.children[n])

    def clean(self, low: int, high: int, cue: int) -> Offsets | None:
        """A token range as offsets, within its sentence, without marks at its edges but quotation marks."""
        words = self.words
        first, last = words.sentences[words.sent[cue]]
        low, high = max(low, first), min(high, last)
        if low > cue:
            low = max(low, cue + 1)
        begin = after_dateline(words.article, words.start[low], words.end[high - 1]) if low == first < high else 0
        high = next((n for n in range(max(low, cue + 1), high) if self._asked(n) or self._turns(n)), high)
        while low < high and (words.text[low] in MARKS or words.pos[low] == "SPACE" or words.start[low] < begin):
            low += 1
        while high > low and (words.text[high - 1] in {",", ";", ":", "—", "–", "-"} or words.pos[high - 1] == "SPACE"):
            high -= 1
        if high > low and words.text[high - 1] == ".":
            high -= 1
        if high - low < 2:
            return None
        return words.start[low], self._closed(words.start[low], high - 1)

    def _closed(self, start: int, last: int) -> int:
        """Where a stretch ends: "said he was “not an avid gun guy.”" goes on to the closing mark of what it opens."""
        k = self.quote_at[last]
        opened = k >= 0 and start <= self.quoted[k].start and self.quoted[k].closed
        return self.quoted[k].end if opened else self.words.end[last]

    def _turns(self, n: int) -> bool:
        """ "Okafor said that A, while Barker said that B": from here on another says it."""
        words = self.words
        if words.low[n] not in TURNING or words.text[n - 1] != "," or self.quote_at[n] >= 0:
            return False
        last = words.sentences[words.sent[n]][1]
        end = self._past(n + 1, last, OFFICE_AND_NAME)  # "while the investor Ann Barker also said"
        verb = self._past(end, last, BESIDE_VERBS)
        named = any(words.pos[k] == "PROPN" for k in range(n + 1, end))
        return named and verb < last and words.lemma[verb] in cues.SAY and words.tag[verb] in {"VBD", "VBZ", "VBN"}

    def _past(self, n: int, last: int, kinds: frozenset[str]) -> int:
        """The first word from a place on that is of none of some parts of speech."""
        return next((k for k in range(n, last) if self.words.pos[k] not in kinds), last)

    def _asked(self, n: int) -> bool:
        """ "“no way” when asked why ...": what somebody was asked is no part of his answer."""
        words = self.words
        return (
            words.low[n] == "when"
            and n + 1 < len(words.tag)
            and words.tag[n + 1] in {"VBN", "VBD"}
            and words.lemma[n + 1] in ASKING
        )

    def as_clause(self, cue: int) -> list[Offsets] | None:
        """ "As the Post reported, the plant will close", "The plant, as the Post reported, will close": all around it."""
        words = self.words
        last = words.sentences[words.sent[cue]][1]
        found = self._as(cue)
        if found is None or words.tag[cue] == "VBG" or self.before.governs(cue, None, goes_on=False):
            return None
        first, start = found
        end = next((n for n in range(cue + 1, min(last, cue + LONGEST_AS)) if words.text[n] in {",", "."}), last)
        around = [self.clean(low, high, cue) for low, high in ((first, start), (end, last)) if low < high]
        return [piece for piece in around if piece] or None

    def _as(self, cue: int) -> tuple[int, int] | None:
        """The first word of a sentence, and the "as" that opens the clause of a cue: at the start or behind a comma."""
        words = self.words
        first = words.sentences[words.sent[cue]][0]
        start = next((n for n in range(cue - 1, max(first, cue - LONGEST_AS) - 1, -1) if words.low[n] == "as"), None)
        if start is None or any(words.text[n] in {",", ";", ":"} for n in range(start, cue)):
            return None
        while first < start and words.pos[first] in {"SPACE", "PUNCT"}:
            first += 1
        return (first, start) if start == first or words.text[start - 1] == "," else None

    def thrown_in(self, cue: int, source: Phrase | None) -> list[Offsets] | None:
        """The sentence around a cue that is thrown in or closes it: "X, Sato said." and "X, Sato added, Y."."""
        if source is None:
            return None
        left, right = min(cue, source[0]), max(cue + 1, source[1])
        first, last = self._bare(cue, left, right)
        if left <= first or self.words.text[left - 1] != ",":
            return None
        before = self.clean(first, left, cue)
        after = self._second_half(cue, right, last)
        if before is None or not self.before.stands(
            first, left, cue, source, goes_on=after is not None and not self._quoted_at(after[0])
        ):
            return None
        return [before, after] if after else [before]

    def _quoted_at(self, offset: int) -> bool:
        """ "After the vote, he warned, “...”": a quotation does not go on with what stands before."""
        return self.quote_at[self.view.token(offset)] >= 0

    def _bare(self, cue: int, left: int, right: int) -> Offsets:
        """A cue's sentence without white space before it and marks behind it, in tokens."""
        words = self.words
        first, last = words.sentences[words.sent[cue]]
        while first < left and words.pos[first] == "SPACE":
            first += 1
        while last > right and words.pos[last - 1] in {"SPACE", "PUNCT"}:
            last -= 1
        return first, last

    def _second_half(self, cue: int, right: int, last: int) -> Offsets | None:
        """What was said behind a tag that is thrown in."""
        words = self.words
        tail = next((n for n in range(right, last) if words.text[n] in {",", ";"}), last)
        if tail >= last - 2 or words.text[tail] != "," or tail - right > 8:
            return None
        if words.tag[tail + 1] == "VBG":
            return None  # "Okafor wrote to them, telling them ...": what he did meanwhile
        after = self.clean(tail + 1, last, cue)
        aside = any(words.head[n] == cue and words.dep[n] in {"advcl", "conj", "obl"} for n in range(tail + 1, last))
        return after if not aside or words.tag[tail + 1] in FINITE else None

    def united(
        self,
        cue: int,
        beside: list[int],
        clause: Offsets | None,
        thrown: list[Offsets] | None,
        source: Phrase | None,
    ) -> list[Offsets]:
        """The stretches of what was said, without the cue and the source; what touches is one."""
        words = self.words
        spans = [(self.quoted[k].start, self.quoted[k].end) for k in beside] + (thrown or [])
        spans += [clause] if clause else []
        walls = [(words.start[cue], words.end[cue])]
        if source:
            walls.append((words.start[source[0]], words.end[source[1] - 1]))
        united: list[Offsets] = []
        for start, end in (self._within(span, walls) for span in sorted(spans)):
            if end <= start:
                continue
            if united and self._touch(united[-1][1], start, walls):
                united[-1] = (united[-1][0], max(united[-1][1], end))
            else:
                united.append((start, end))
        return united

    def _touch(self, end: int, start: int, walls: list[Offsets]) -> bool:
        """Whether two stretches are one: no more than a space between them, and no cue."""
        return start <= end + 1 and not any(end <= wall < start for wall, _ in walls)

    def _within(self, span: Offsets, walls: list[Offsets]) -> Offsets:
        """A stretch cut short of the cue and the source, without white space and commas at its edges."""
        start, end = span
        for wall_start, wall_end in walls:
            if start < wall_end and wall_start < end:
                start, end = (wall_end, end) if wall_start <= start else (start, wall_start)
        while start < end and self.text[start] in " ,:\u00a0":
            start += 1
        while end > start and self.text[end - 1].isspace():
            end -= 1
        return start, end
