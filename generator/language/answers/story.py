"""The part of an article that tells its main event: the headline's clause and the first sentences of the story."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from spacy.tokens import Doc

from generator.language.extensions import paragraphs
from generator.language.lexicon.tags import FINITE
from generator.language.words import Words, words_of
from generator.sources import furniture
from generator.values.datelines import after_dateline

LEAD = 14  # sentences of the story that are asked
REPORTING = frozenset("say tell report confirm announce reveal claim state believe warn add".split())
BREAKS = frozenset({":", "|", ";"})  # "Harbour fire: two dead": a label, then what is told
FEWEST = 3  # words of a fragment that tells: "Email" does not
LOOSE = frozenset({"PUNCT", "SPACE"})
MARKS = frozenset({'"', "“", "”", "``", "''"})
NOUNS = frozenset({"NOUN", "PROPN"})


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

    def span(self, first: int, last: int) -> tuple[int, int]:
        """The offsets of tokens, marks and white space at their ends left out."""
        words = self.words
        whole = sum(words.text[n] in MARKS for n in range(first, last)) % 2 == 0
        while last > first + 1 and words.pos[last - 1] in LOOSE and not (whole and words.text[last - 1] in MARKS):
            last -= 1
        while first < last - 1 and words.pos[first] in LOOSE and not (whole and words.text[first] in MARKS):
            first += 1
        return words.start[first], words.end[last - 1]


def story(doc: Doc) -> Story:
    """Find the headline and the lead of a document."""
    words = words_of(doc)
    text = words.article
    parts = paragraphs(doc)
    starts = [p.start for p in parts]
    title: list[tuple[int, int]] = []
    lead: list[tuple[int, int]] = []
    for first, last in words.sentences:
        first, last = _trimmed(words, first, last)
        part = parts[bisect_right(starts, words.start[first]) - 1] if first < last and parts else None
        if part is None or words.start[first] >= part.end:
            continue
        if part.kind == "title":
            title.append((first, last))
        elif part.kind == "body" and last - first >= 4:
            noise = furniture(text[words.start[first] : words.end[last - 1]])
            if noise is None:
                continue
            begin = words.start[first] + noise
            begin = after_dateline(text, begin, min(words.end[last - 1], begin + 90))
            while words.start[first] < begin and first < last - 1:
                first += 1
            lead.append((first, last))
            if len(lead) == LEAD:
                break
    headline = (title[0][0], title[-1][1]) if title else None
    told = Story(doc, text, words, [], headline, lead)
    if headline:
        told.clauses += _headline_clause(words, headline)
    verbs = article_verbs(words, lead[0][0]) if lead else set()
    for first, last in lead[:4]:
        verb = _main_verb(words, first, last)
        if verb is None or (
            words.pos[verb] not in {"VERB", "AUX"} and not any(words.dep[c] == "cop" for c in words.children[verb])
        ):
            near = min(last, first + 12)
            if sum(words.pos[n] not in LOOSE for n in range(first, near)) >= FEWEST:
                told.clauses.append(Clause(first, near, _headline_verb(words, first, near, verbs), headline=True))
        else:
            told.clauses.append(Clause(first, last, verb))
    return told


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
