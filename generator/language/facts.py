"""What a busy reader must know: ranked, self-contained, verbatim statements.

Candidates are the sentences of the story, without a leading "But" or dateline, or the reported clause alone where its reporting
clause only follows ("..., officials said"). They are ranked by a weighted sum of readable signs, then chosen one by one, each
charged for what it repeats (maximal marginal relevance, Carbonell and Goldstein 1998).
"""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.language import Language
from spacy.tokens import Doc

from generator.language.figures import Figure, figures
from generator.language.layers import paragraphs
from generator.language.words import Words, words_of

Offsets = tuple[int, int]  # half-open, code points into the article
FactKind = Literal["action", "statement", "figure", "background"]

# the worth of each sign; fitted on the development sets (abstracts, headlines, human summaries)
WEIGHTS = {
    "position": 2.2,  # 1 for the first sentence of the story, falling with its logarithm
    "title": 1.6,  # share of the title's content words that it has
    "centrality": 1.5,  # mean frequency of its content words in the article
    "salience": 0.9,  # how much of the article's salient entities it names
    "named": 0.3,  # names somebody at all
    "dated": 0.2,
    "figure": 0.2,
    "quotation": -0.8,  # mostly words in quotation marks
    "first_person": -0.8,  # "we", "I" outside quotation marks
    "length": -0.6,  # shorter than 8 or longer than 45 words
    "claim": -0.1,
}
NOVELTY = 1.6  # charge for repeating what is already chosen
MOST = 25  # facts of an article
CONTENT_POS = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
CONNECTIVES = frozenset(
    "but and so yet or however meanwhile moreover furthermore also still then besides instead nevertheless".split()
)
# "This came after", "He said": without the sentence before nobody knows who or what
DANGLING = frozenset(
    "he she it they this that these those him her them his its their such there here one another both neither either others some "
    "which who what where when why how".split()
)
FIRST_PERSON = frozenset("i we me us my our you your".split())


@dataclass(frozen=True, slots=True)
class Referent:
    """A word whose referent is shown beside it as ours: "he [Erdogan]"."""

    start: int
    end: int
    entity: str  # an entity's id


@dataclass(frozen=True, slots=True)
class Fact:
    """A statement of the article, best first."""

    start: int
    end: int
    score: float
    kind: FactKind = "action"
    claimed_by: Offsets | None = None  # the words that name who claims it, where the article only reports the claim
    entities: tuple[str, ...] = ()  # ids of the entities named in it
    date: str | None = None  # TIMEX3 value of its time, if stated
    referents: tuple[Referent, ...] = ()
    figures: tuple[Figure, ...] = ()


@dataclass(slots=True)
class Candidate:
    """A stretch of tokens that may become a fact."""

    start: int
    end: int
    order: int  # among the candidates of the article
    claimed_by: Offsets | None
    content: frozenset[str]
    score: float = 0.0


class Facts:
    """The spaCy component; sets `doc._.facts`."""

    def __call__(self, doc: Doc) -> Doc:
        """Choose the facts of a document."""
        words = words_of(doc)
        candidates = list(_candidates(doc, words))
        _score(doc, words, candidates)
        doc._.facts = tuple(_fact(doc, words, c, score) for c, score in _chosen(candidates))
        return doc


@Language.factory("briefing_facts", requires=["doc._.events"], assigns=["doc._.facts"])
def make_facts(nlp: Language, name: str) -> Facts:
    """Make the component."""
    return Facts()


# ---- candidates --------------------------------------------------------------------------------------------------------------


def _candidates(doc: Doc, words: Words) -> Iterator[Candidate]:
    parts = paragraphs(doc)
    starts = [p.start for p in parts]
    claims = _claims(doc)
    order = 0
    for first, last in words.sentences:
        while first < last and words.pos[first] in {"SPACE", "PUNCT"} and words.text[first] not in {"“", '"', "‘", "(", "'"}:
            first += 1
        while last > first and words.pos[last - 1] == "SPACE":
            last -= 1
        if last - first < 5:
            continue
        part = parts[max(0, bisect_right(starts, words.start[first]) - 1)]
        if part.kind != "body" or words.text[last - 1] not in {".", "!", "”", '"', "’", ")", "…"}:
            continue
        if "?" in words.text[first:last] or not any(words.tag[n][:2] in {"VB", "MD"} for n in range(first, last)):
            continue
        start = _opening(words, first, last)
        end, claimed_by = last, None
        claim = claims.get(words.start[first])
        if claim is not None:
            content_end, claimed_by, covers = claim
            if covers:
                end = max(start + 4, bisect_left(words.start, content_end))
        if end - start < 5 or _dangles(words, start):
            continue
        content = frozenset(
            words.lemma[n]
            for n in range(start, end)
            if words.pos[n] in CONTENT_POS and len(words.low[n]) > 1 and words.low[n].isalnum()
        )
        if len(content) < 3:
            continue
        yield Candidate(start, end, order, claimed_by, content)
        order += 1


def _opening(words: Words, first: int, last: int) -> int:
    """Past a dateline ("LAGOS (AP) —") and a connective ("But", "Meanwhile,")."""
    for n in range(first, min(first + 9, last - 5)):
        if words.text[n] in {"—", "–", "--", "-"} and n > first and words.start[n] > words.end[n - 1]:
            before = [w for w in words.text[first:n] if w.isalpha()]
            if before and (before[0].isupper() or "(" in words.text[first:n]) and not any(w.islower() for w in before):
                first = n + 1
                break
    if words.low[first] in CONNECTIVES and first + 6 < last:
        first += 1
        if words.text[first] == ",":
            first += 1
    return first


def _dangles(words: Words, start: int) -> bool:
    low = words.low[start]
    if low in DANGLING:
        return True
    if low in {"the", "“", '"', "‘"}:
        return words.low[start + 1] in {"former", "latter", "same", "two", "trio", "pair", "duo"} or (
            low != "the" and words.low[start + 1] in DANGLING | FIRST_PERSON
        )
    return words.pos[start] == "PRON" and words.low[start] not in {"everyone", "nobody", "someone"}


def _claims(doc: Doc) -> dict[int, tuple[int, Offsets, bool]]:
    """By the start of its sentence: where a report begins a sentence, its end, its source and whether it can stand alone."""
    found: dict[int, tuple[int, Offsets, bool]] = {}
    for quote in doc._.quotes:
        if quote.source is None or quote.cue is None:
            continue
        start, end = quote.content[0]
        alone = quote.kind == "indirect" and len(quote.content) == 1 and quote.cue[0] >= end and quote.source[0] >= end
        if alone:
            found.setdefault(start, (end, quote.source, True))
        elif quote.kind != "direct" and quote.source[0] < quote.cue[0] < start:
            found.setdefault(quote.source[0], (end, quote.source, False))
    return found


# ---- scores ------------------------------------------------------------------------------------------------------------------


def _score(doc: Doc, words: Words, candidates: list[Candidate]) -> None:
    if not candidates:
        return
    counts: Counter[str] = Counter()
    for candidate in candidates:
        counts.update(candidate.content)
    most = max(counts.values())
    title = _title_words(doc, words)
    salient = {mention.start: (entity.id, entity.salience) for entity in doc._.entities for mention in entity.mentions}
    named_at = sorted(salient)
    total = sum(entity.salience for entity in doc._.entities[:8]) or 1.0
    dated = sorted(time.start for time in doc._.times if time.type in {"DATE", "TIME"} and time.earliest)
    inside = _quoted(words)
    for candidate in candidates:
        start, end = words.start[candidate.start], words.end[candidate.end - 1]
        size = candidate.end - candidate.start
        names = {salient[s] for s in named_at[bisect_left(named_at, start) : bisect_left(named_at, end)]}
        quoted = sum(inside[candidate.start : candidate.end]) / size
        signs = {
            "position": 1 / (1 + math.log1p(candidate.order)),
            "title": len(candidate.content & title) / len(title) if title else 0.0,
            "centrality": sum(counts[w] - 1 for w in candidate.content) / (len(candidate.content) * most)
            if most > 1
            else 0.0,
            "salience": min(1.0, sum(value for _, value in names) / total),
            "named": float(bool(names)),
            "dated": float(bisect_left(dated, start) < bisect_left(dated, end)),
            "figure": float(any(words.tag[n] == "CD" for n in range(candidate.start, candidate.end))),
            "quotation": float(quoted > 0.6),
            "first_person": float(
                any(words.low[n] in FIRST_PERSON and not inside[n] for n in range(candidate.start, candidate.end))
            ),
            "length": float(not 8 <= size <= 45),
            "claim": float(candidate.claimed_by is not None),
        }
        candidate.score = sum(WEIGHTS[name] * value for name, value in signs.items())


def _title_words(doc: Doc, words: Words) -> set[str]:
    """The content words of the title: the text's own, if it stands in the text, else the publisher's."""
    known = {words.low[n]: words.lemma[n] for n in range(len(words.low)) if words.pos[n] in CONTENT_POS}
    title = doc._.title or next((doc.text[p.start : p.end] for p in paragraphs(doc) if p.kind == "title"), "")
    plain = "".join(c if c.isalnum() else " " for c in title.lower()).split()
    return {known[w] for w in plain if w in known}


def _quoted(words: Words) -> list[bool]:
    from generator.language.pronouns import inside_quotes

    return inside_quotes(words)


def _chosen(candidates: list[Candidate]) -> list[tuple[Candidate, float]]:
    """The best candidates, each charged for the content that the chosen ones have already told."""
    left = sorted(candidates, key=lambda c: (-c.score, c.order))[: 4 * MOST]
    told: set[str] = set()
    chosen: list[tuple[Candidate, float]] = []
    while left and len(chosen) < MOST:
        best = max(left, key=lambda c: (c.score - NOVELTY * len(c.content & told) / len(c.content), -c.order))
        value = best.score - NOVELTY * len(best.content & told) / len(best.content)
        left.remove(best)
        if any(_same(best, other) for other, _ in chosen):
            continue
        told |= best.content
        chosen.append((best, value))
    return chosen


def _same(one: Candidate, other: Candidate) -> bool:
    shared = len(one.content & other.content)
    return shared >= 0.7 * min(len(one.content), len(other.content))


# ---- facts -------------------------------------------------------------------------------------------------------------------


def _fact(doc: Doc, words: Words, candidate: Candidate, score: float) -> Fact:
    start, end = words.start[candidate.start], words.end[candidate.end - 1]
    found = figures(words, candidate.start, candidate.end)
    names: dict[str, int] = {}
    referents = []
    for entity in doc._.entities:
        for mention in entity.mentions:
            if start <= mention.start and mention.end <= end:
                names.setdefault(entity.id, mention.start)
                if mention.kind == "pronoun" and not any(
                    m.kind == "name" and start <= m.start < mention.start for m in entity.mentions
                ):
                    referents.append(Referent(mention.start, mention.end, entity.id))
    times = [t for t in doc._.times if start <= t.start and t.end <= end and t.type in {"DATE", "TIME"} and t.earliest]
    return Fact(
        start=start,
        end=end,
        score=score,
        kind=_kind(words, candidate, bool(found)),
        claimed_by=candidate.claimed_by,
        entities=tuple(sorted(names, key=lambda name: names[name])),
        date=times[0].value if times else None,
        referents=tuple(sorted(referents, key=lambda r: r.start)),
        figures=tuple(found),
    )


def _kind(words: Words, candidate: Candidate, has_figure: bool) -> FactKind:
    if candidate.claimed_by is not None:
        return "statement"
    span = range(candidate.start, candidate.end)
    if has_figure:
        return "figure"
    root = next((n for n in span if words.dep[n] == "root"), None)
    if root is not None and (words.pos[root] != "VERB" or any(words.low[c] == "had" for c in words.children[root])):
        return "background"
    return "action"
