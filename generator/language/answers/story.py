"""The part of an article that tells its main event: the headline's clause and the first sentences of the story."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field

from spacy.tokens import Doc

from generator.language.extensions import paragraphs
from generator.language.lexicon.tags import FINITE
from generator.language.words import Words, words_of
from generator.sources import furniture
from generator.values.datelines import after_dateline

Tokens = tuple[int, int]  # half-open
LEAD = 14  # sentences of the story that are asked
CLAUSES = 4  # of them whose clauses are
SHORTEST = 4  # tokens of a sentence
FRAGMENT = 12  # tokens of a fragment that count
REPORTING = frozenset("say tell report confirm announce reveal claim state believe warn add".split())
BREAKS = frozenset({":", "|", ";"})  # "Harbour fire: two dead": a label, then what is told
FEWEST = 3  # words of a fragment that tells: "Email" does not
LOOSE = frozenset({"PUNCT", "SPACE"})
MARKS = frozenset({'"', "“", "”", "``", "''"})
NOUNS = frozenset({"NOUN", "PROPN"})
TOPICAL = frozenset({"NOUN", "PROPN", "VERB", "ADJ"})
ORDERS = ("headline", "0", "1", "2", "3-4", "5-8", "9 on")
FURTHER = (-1, 1, 2, 3, 5, 9)  # the sentence from which the next of them counts
SHARED = 3  # words of the headline in a sentence from which it does not matter how many there are
LONG_DATELINE = 90  # code points


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of tokens and the verb that tells in it."""

    first: int
    last: int
    verb: int | None
    headline: bool = False


@dataclass(slots=True)
class Story:
    """What the questions are put to."""

    doc: Doc
    text: str
    words: Words
    clauses: list[Clause]  # the headline's first, then the lead's main clauses
    headline: tuple[int, int] | None  # tokens
    lead: list[tuple[int, int]]  # token ranges of the first sentences
    filed: list[tuple[int, int]] = field(default_factory=list)  # token ranges of datelines
    topic: frozenset[str] = frozenset()  # the headline's words that mean something, of the first sentence without one

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of tokens, marks and white space at their ends left out."""
        words = self.words
        whole = sum(words.text[n] in MARKS for n in range(first, last)) % 2 == 0
        while last > first + 1 and words.pos[last - 1] in LOOSE and not (whole and words.text[last - 1] in MARKS):
            last -= 1
        while first < last - 1 and words.pos[first] in LOOSE and not (whole and words.text[first] in MARKS):
            first += 1
        return words.start[first], words.end[last - 1]

    def tokens(self, span: tuple[int, int]) -> tuple[int, int]:
        """The tokens of offsets."""
        first = bisect_right(self.words.start, span[0]) - 1
        return first, max(first + 1, bisect_left(self.words.start, span[1]))

    def of_topic(self, first: int, last: int) -> int:
        """How many of the headline's words stand in some tokens."""
        return min(len(self.topic.intersection(self.words.lemma[first:last])), SHARED)

    def order(self, n: int) -> str:
        """Where a token stands: in the headline or in which sentence of the story, further down more roughly."""
        if self.headline and self.headline[0] <= n < self.headline[1]:
            return "headline"
        place = sum(last <= n for _, last in self.lead)
        return ORDERS[bisect_right(FURTHER, place)]

    def above(self, n: int) -> tuple[str, ...]:
        """The places above that of a token, each named as `order` names it."""
        return ORDERS[: ORDERS.index(self.order(n))]

    def shared(self, n: int) -> int:
        """How many words of the headline the sentence of a token has, too; -1 for the headline's own."""
        if self.headline and self.headline[0] <= n < self.headline[1]:
            return -1
        first, last = self.words.sentences[self.words.sent[n]]
        return min(len(self.topic.intersection(self.words.lemma[first:last])), SHARED)


def story(doc: Doc) -> Story:
    """Find the headline and the lead of a document."""
    words = words_of(doc)
    title, lead, filed = _read(doc, words)
    headline = (title[0][0], title[-1][1]) if title else None
    topic = _topic(words, headline or (lead[0] if lead else (0, 0)))
    told = Story(doc, words.article, words, [], headline, lead, filed, topic)
    if headline:
        told.clauses += _headline_clause(words, headline)
    verbs = article_verbs(words, lead[0][0]) if lead else set()
    clauses = (_lead_clause(words, first, last, verbs) for first, last in lead[:CLAUSES])
    told.clauses += [clause for clause in clauses if clause]
    return told


def _read(doc: Doc, words: Words) -> tuple[list[Tokens], list[Tokens], list[Tokens]]:
    """The sentences of the title, the first ones of the story, and what opens these as a dateline."""
    parts = paragraphs(doc)
    starts = [p.start for p in parts]
    title: list[Tokens] = []
    lead: list[Tokens] = []
    filed: list[Tokens] = []
    for first, last in words.sentences:
        first, last = _trimmed(words, first, last)
        part = parts[bisect_right(starts, words.start[first]) - 1] if first < last and parts else None
        if part is None or words.start[first] >= part.end:
            continue
        if part.kind == "title":
            title.append((first, last))
        elif part.kind == "body" and last - first >= SHORTEST and (begin := _begin(words, first, last)) is not None:
            if begin > first:
                filed.append((first, begin))
            lead.append((begin, last))
            if len(lead) == LEAD:
                break
    return title, lead, filed


def _begin(words: Words, first: int, last: int) -> int | None:
    """The token after a dateline and the like; None of a sentence that is a page's furniture."""
    noise = furniture(words.article[words.start[first] : words.end[last - 1]])
    if noise is None:
        return None
    begin = words.start[first] + noise
    begin = after_dateline(words.article, begin, min(words.end[last - 1], begin + LONG_DATELINE))
    while words.start[first] < begin and first < last - 1:
        first += 1
    return first


def _lead_clause(words: Words, first: int, last: int, verbs: set[str]) -> Clause | None:
    """The clause that tells in a sentence; of a fragment, its first words."""
    verb = _main_verb(words, first, last)
    copular = verb is not None and any(words.dep[c] == "cop" for c in words.children[verb])
    if verb is not None and (copular or words.pos[verb] in {"VERB", "AUX"}):
        return Clause(first, last, verb)
    near = min(last, first + FRAGMENT)
    if sum(words.pos[n] not in LOOSE for n in range(first, near)) < FEWEST:
        return None
    return Clause(first, near, _headline_verb(words, first, near, verbs), headline=True)


def _topic(words: Words, part: tuple[int, int]) -> frozenset[str]:
    """The words of a headline that mean something."""
    return frozenset(words.lemma[n] for n in range(*part) if words.pos[n] in TOPICAL and len(words.text[n]) > 2)


def _trimmed(words: Words, first: int, last: int) -> tuple[int, int]:
    while first < last and words.pos[first] == "SPACE":
        first += 1
    while last > first and words.pos[last - 1] == "SPACE":
        last -= 1
    return first, last


def _headline_clause(words: Words, headline: tuple[int, int]) -> list[Clause]:
    """The part of a headline that tells, and its verb.

    Headlines mislead a parser ("Tram derails", "Troops storm palace"): what the article itself uses as a verb counts as one.
    """
    verbs = article_verbs(words, headline[1])
    parts = _parts(words, *headline)
    clauses = [Clause(a, b, _headline_verb(words, a, b, verbs), headline=True) for a, b in parts if b - a > 1]
    telling = [c for c in clauses if c.verb is not None]
    return (telling or sorted(clauses, key=lambda c: c.first - c.last))[:1]


def _parts(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """The parts of a headline between colons, bars and dashes."""
    parts: list[tuple[int, int]] = []
    begin = first
    for n in range(first, last):
        spaced = n > first and words.text[n] in {"-", "–", "—"} and words.start[n] > words.end[n - 1]
        if words.text[n] in BREAKS or spaced:
            parts.append((begin, n))
            begin = n + 1
    return [*parts, (begin, last)]


def article_verbs(words: Words, first: int) -> set[str]:
    """Lemmas and forms of the verbs of the story."""
    span = [n for n in range(first, min(len(words.pos), first + 600)) if words.pos[n] == "VERB"]
    return {words.lemma[n] for n in span} | {words.low[n] for n in span}


def tells(words: Words, n: int, verbs: set[str]) -> bool:
    """Whether a word of a headline is a verb that the parser may have taken for a noun ("Tram derails", "Smith and Wu lead race")."""
    low = words.low[n]
    if words.pos[n] == "VERB" and words.tag[n] in FINITE | {"VBN", "VB"} and words.low[n - 1] != "to":
        return True
    if words.pos[n] == "VERB" or words.pos[n - 1] not in NOUNS | {"NUM"}:
        return False
    if low.endswith("s") and len(low) > 3:
        return low in verbs or _third_person(low, verbs)
    return low in verbs and words.text[n].islower() and words.pos[n - 1] == "PROPN" and words.pos[n] in {"NOUN", "ADJ"}


def _third_person(low: str, verbs: set[str]) -> bool:
    """Whether a word in -s is a form of a verb that the article uses: "derails" where it says "derailed"."""
    stems = (low[:-1], low.removesuffix("es"), low.removesuffix("ies") + "y")
    return any(verbs & {stem, stem + "ed", stem + "d", stem + stem[-1] + "ed"} for stem in stems)


def _headline_verb(words: Words, first: int, last: int, verbs: set[str]) -> int | None:
    for n in range(first + 1, last):
        helped = n + 1 < last and words.pos[n] != "VERB" and words.pos[n + 1] in {"VERB", "AUX"}
        if (tells(words, n, verbs) and not helped) or _done_by_several(words, first, n):
            return n
    return next((n for n in range(first + 1, last) if words.pos[n] == "AUX"), None)


def _done_by_several(words: Words, first: int, n: int) -> bool:
    """ "Ann Field and Bo Reed hold talks": after joined names a word in lower case is what they do."""
    joined = "and" in words.low[first:n] and all(
        words.tag[k].startswith("NNP") or words.low[k] == "and" for k in range(first, n)
    )
    return joined and words.text[n].islower() and words.pos[n] in {"NOUN", "ADJ", "VERB"}


def _main_verb(words: Words, first: int, last: int) -> int | None:
    """The head of a sentence; of a report ("Police said that …"), the head of what is reported."""
    root = next((n for n in range(first, last) if not first <= words.head[n] < last or words.head[n] == n), None)
    if root is None:
        return None
    if words.lemma[root] in REPORTING:
        inner = next((c for c in words.children[root] if words.dep[c] in {"ccomp", "parataxis"} and first <= c < last), None)
        root = inner if inner is not None else root
    return root
