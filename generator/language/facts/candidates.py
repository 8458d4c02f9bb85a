"""Statements that stand alone: sentences of the story, and slices of them, in the source's own words.

A sentence gives several slices: without its opening ("Meanwhile, …", "In a tweet on Friday, …"), without a tail ("…, which
opened in 1909"), without the attribution ("…, officials said": then we say beside it who claims it). A slice that would open
with a word whose sense lies in the sentence before ("He …", "This …") is no candidate, but for what a biography tells of renown.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from spacy.tokens import Doc

from generator.language.extensions import paragraphs
from generator.language.facts.renown import statements_of_renown
from generator.language.lexicon.marks import DASHES
from generator.language.lexicon.tags import FINITE
from generator.language.words import Words
from generator.sources import furniture
from generator.values.datelines import after_dateline

Offsets = tuple[int, int]

# "… in 1971. [2] [3]": marks of notes
NOTES = re.compile(r"(?<!\s)(\s*\[\d{0,3}\]?)+\Z")  # begun once for each run of spaces: a run may be long
NOTES_BEFORE = re.compile(r"(\[?\d{1,3}\]\s*)+")
# what links a sentence to the one before; the slice starts after it
CONNECTIVES = frozenset(
    "but and or so yet also however meanwhile moreover furthermore nevertheless nonetheless instead indeed still then thus "
    "therefore hence besides additionally finally similarly likewise otherwise again though plus now".split()
)
CONNECTING_PHRASES = (
    ("in", "addition"),
    ("as", "a", "result"),
    ("for", "example"),
    ("for", "instance"),
    ("of", "course"),
    ("in", "fact"),
    ("on", "the", "other", "hand"),
    ("at", "the", "same", "time"),
    ("by", "contrast"),
    ("in", "other", "words"),
    ("after", "all"),
    ("that", "said"),
    ("because", "of", "this"),
)
# a statement that opens with one of these needs the sentence before it
DANGLING = (
    frozenset(
        "he she it they we i you his her their its our my your him them us this that these those there here such another others "
        "neither both either latter who which whose whom what where why how let".split()
    )
    | CONNECTIVES
)
PERIODS = frozenset("week weekend month year morning afternoon evening".split())  # "This past week saw …"
FIRST_PERSON = frozenset("i we you me us my our your mine ours yours".split())
# "If the bridge falls, the trust pays": without its condition the rest would be false
CONDITIONS = frozenset("if unless provided assuming without barring whenever wherever except until lest".split())
ORDERS = frozenset({"VB", "MD"})  # "Read the report", "Will be back on Friday": no statement opens so
# "A letter given to guests": participles that can't be taken for a past tense, as "collided" can
PARTICIPLES = frozenset(
    "given taken seen shown known written driven done gone been worn born drawn grown thrown chosen".split()
)
# "Curfew lifted, but city in limbo as": a line that was torn
STRANDED = frozenset({"TO", "MD"})  # "Only the others have to.": what, the sentence before says
OPEN_ENDED = frozenset({"IN", "TO", "DT", "CC", "PRP$", "WDT"})
MARKS = frozenset({'"', "“", "”", "''", "``", "‘", "’", "'"})
STOPS = frozenset({".", "!", "…"})
TAILS = frozenset({"advcl", "acl", "parataxis", "conj", "appos"})
# "The latter resigned": two words that lean on the sentence before
LEANING = frozenset(
    tuple(phrase.split()) for phrase in ("in addition", "the latter", "the former", "as well", "for example", "not that")
)
PLURAL_TITLES = frozenset({"sens", "reps", "govs", "profs"})
FEWEST = 5  # words


@dataclass(frozen=True, slots=True)
class Candidate:
    """A slice of a sentence that can stand alone."""

    first: int  # tokens
    last: int
    sentence: int  # number of the sentence
    order: int  # number of the sentence among those of the story
    # what was left out: "opening", "tail", "attribution" (before it), "credit" (after it), or a clause before "and" ("joined")
    cut: tuple[str, ...] = ()
    claimed_by: Offsets | None = None
    renown: bool = False  # what the subject of a biography is known for


@dataclass(frozen=True, slots=True)
class Attribution:
    """Words and who claims them."""

    start: int
    end: int
    source: Offsets
    kind: str


def candidates(doc: Doc, words: Words) -> Iterator[Candidate]:
    """Yield the slices that can stand alone, in reading order."""
    claims = _claims(doc)
    text = words.article
    begins = [claim.start for claim in claims]
    furthest = list(accumulate((claim.end for claim in claims), max))  # the furthest end of all claims up to each
    days = (time for time in doc._.times if time.type == "DATE" and (time.earliest or time.value.startswith("XXXX")))
    dated = sorted(time.start for time in days)
    statements = list(_statements(doc, words, text))
    renown = statements_of_renown(doc, words, [(_after_connective(words, *clear), clear[1]) for _, clear in statements])
    for order, (number, clear) in enumerate(statements):
        if order in renown:
            yield Candidate(_after_connective(words, *clear), clear[1], number, order, renown=True)
            continue
        inside = claims[bisect_left(begins, words.start[clear[0]]) : bisect_right(begins, words.end[clear[1] - 1])]
        first = bisect_left(furthest, words.end[clear[1] - 1] - 1)
        around = claims[first] if first < bisect_right(begins, words.start[clear[0]]) else None
        for candidate in _slices(words, clear, number, order, inside, around):
            # "On June 30, Russia lifted a ban": a fact keeps the day that its sentence opens with
            opening = words.start[clear[0]], words.start[candidate.first]
            if bisect_left(dated, opening[0]) == bisect_left(dated, opening[1]):
                yield candidate


def _statements(doc: Doc, words: Words, text: str) -> Iterator[tuple[int, tuple[int, int]]]:
    """The number and the tokens of each sentence of the story, without page furniture; what a parser tore is one again."""
    story = [p for p in paragraphs(doc) if p.kind == "body"]
    starts = [p.start for p in story]
    opens = True
    torn: tuple[int, int, int] | None = None  # number, first token and paragraph of a sentence that has not ended yet
    for number, (first, last) in enumerate(words.sentences):
        while first < last and words.pos[first] == "SPACE":
            first += 1
        paragraph = bisect_right(starts, words.start[first]) - 1 if first < last else -1
        if paragraph < 0 or words.start[first] >= story[paragraph].end:
            continue
        while last > first and (words.pos[last - 1] == "SPACE" or words.end[last - 1] > story[paragraph].end):
            last -= 1
        whole = (number, first)
        if torn and torn[2] == paragraph:
            whole = torn[:2]
        torn = None
        if words.end[last - 1] < story[paragraph].end and _goes_on(words, last):
            torn = (*whole, paragraph)
            continue
        clear = _clear(text, words, whole[1], last, opens)
        if clear is not None and not _is_headline(doc, words, *clear):
            yield whole[0], clear
            opens = False


def _is_headline(doc: Doc, words: Words, first: int, last: int) -> bool:
    """Whether a line is the headline again, alone or with a date: "Bridge falls in Aldmouth Friday, July 15, 2016"."""
    headline, said = _folded(doc._.title or ""), ""
    while first < last and len(said) < len(headline):
        said += _folded(words.text[first])
        first += 1
    if not headline or said != headline:
        return False
    return _only_dates(doc, words, first, last)


def _only_dates(doc: Doc, words: Words, first: int, last: int) -> bool:
    """Whether tokens are marks and dates, and nothing else."""
    dates = [(time.start, time.end) for time in doc._.times if time.type == "DATE"]
    return all(
        words.pos[n] == "PUNCT" or any(start <= words.start[n] < end for start, end in dates) for n in range(first, last)
    )


def _folded(text: str) -> str:
    """Letters and digits alone, without accents and capitals."""
    return "".join(c for c in unicodedata.normalize("NFKD", text.casefold()) if c.isalnum())


def _goes_on(words: Words, last: int) -> bool:
    """A sentence inside a paragraph does not end with a word ("Sen. Field met | Bo Reed"), a plural title ("Sens. | Field and
    Reed"), or with a comma and a mark (“…,”)."""
    before = last - 1
    while before > 0 and words.text[before] in MARKS:
        before -= 1
    abbreviated = words.low[before].rstrip(".") or words.low[before - 1]
    return words.text[before].isalnum() or words.text[before] == "," or abbreviated in PLURAL_TITLES


def _claims(doc: Doc) -> list[Attribution]:
    found = [
        Attribution(content[0], content[1], quote.source, quote.kind)
        for quote in doc._.quotes
        if quote.source
        for content in quote.content
    ]
    return sorted(found, key=lambda claim: (claim.start, claim.end))


def _clear(text: str, words: Words, first: int, last: int, opens: bool) -> tuple[int, int] | None:
    """A sentence without dateline and page furniture; None where nothing is left to tell."""
    if last - first < FEWEST:
        return None
    start, end = words.start[first], words.end[last - 1]
    noise = furniture(text[start:end])
    if noise is None:
        return None
    limit = min(end, start + noise + 90)
    begin = after_dateline(text, start + noise, limit)
    if begin == start + noise and (notes_before := NOTES_BEFORE.match(text, begin, limit)):
        begin = notes_before.end()
    while first < last and words.start[first] < begin:
        first += 1
    notes = NOTES.search(text, begin, end)
    while notes and last > first and words.end[last - 1] > notes.start():
        last -= 1
    if last - first < FEWEST:
        return None
    return (first, last) if _is_statement(words, first, last, opens) else None


def _is_statement(words: Words, first: int, last: int, opens: bool) -> bool:
    """Whether a sentence ends as one, or is the standfirst; not a question, a fragment, an introduction ("The paper reports:")."""
    closing = last - 1
    while closing > first and (words.text[closing] in MARKS or words.text[closing] in ")]" or words.pos[closing] == "SPACE"):
        closing -= 1
    if words.text[closing] in STOPS or words.text[closing].endswith("."):
        return True
    told = any(words.tag[n] in FINITE for n in range(first, last)) and words.tag[closing] not in OPEN_ENDED
    return opens and words.pos[closing] != "PUNCT" and told


def _slices(
    words: Words,
    clear: tuple[int, int],
    number: int,
    order: int,
    inside: Sequence[Attribution],
    around: Attribution | None,
) -> Iterator[Candidate]:
    first, last = clear
    claimed = around.source if around else None
    opening = _after_connective(words, first, last)
    begins: list[tuple[int, tuple[str, ...]]] = [(opening, ())]
    conditional = any(low in CONDITIONS for low in words.low[opening : opening + 2])  # "even if"
    later = None if conditional else _after_adverbial(words, opening, last)
    if later is not None:
        begins.append((later, ("opening",)))
    ends: list[tuple[int, tuple[str, ...]]] = [(last, ())]
    ends += [(end, ("tail",)) for end in _tails(words, opening, last)[:3]]
    if not conditional:
        begins += [(begin, ("joined",)) for begin in _joined(words, opening, last)[:2]]
    for begin, cut in begins:
        for end, tail in ends:
            if _stands(words, begin, end, whole=not cut):
                yield Candidate(begin, end, number, order, cut + tail, claimed)
    for claim in inside:
        begin = bisect_left(words.start, claim.start)
        while begin < last and (words.text[begin] in MARKS or words.low[begin] == "that"):
            begin += 1
        end = min(last, bisect_right(words.start, claim.end - 1))
        while end > begin and (words.text[end - 1] in MARKS or words.text[end - 1] in ",.—–;:"):
            end -= 1
        if (begin, end) == (first, last) or claim.kind == "direct" or not _stands(words, begin, end):
            continue
        left = "attribution" if begin > opening else "credit"
        yield Candidate(begin, end, number, order, (left,), claim.source)
        for short in _tails(words, begin, end)[:2]:
            if _stands(words, begin, short):
                yield Candidate(begin, short, number, order, (left, "tail"), claim.source)


def _after_connective(words: Words, first: int, last: int) -> int:
    """ "But on Friday the bridge opened": the slice starts at "on"."""
    for _ in range(2):
        while first < last and (words.text[first] in DASHES or words.text[first] == ","):
            first += 1
        connecting = _connecting(words, first)
        first += connecting
        if not connecting:
            break
    while first < last and words.text[first] == ",":
        first += 1
    return first


def _connecting(words: Words, first: int) -> int:
    """How many tokens only connect a sentence with the one before it: "In other words,", "But"."""
    low = words.low[first : first + 5]
    for phrase in CONNECTING_PHRASES:
        if tuple(low[: len(phrase)]) == phrase and low[len(phrase) : len(phrase) + 1] == [","]:
            return len(phrase) + 1
    told = bool(low) and low[0] in CONNECTIVES
    return int(told and (low[1:2] == [","] or words.pos[first] in {"CCONJ", "ADV", "SCONJ"}))


def _after_adverbial(words: Words, first: int, last: int) -> int | None:
    """ "In a speech on Friday, Ann Field resigned": the main clause alone, where a comma parts it from what stands before."""
    root = _root(words, first, last)
    if root is None:
        return None
    subject = next((n for n in words.children[root] if words.dep[n] in {"nsubj", "csubj", "expl"}), None)
    if subject is None or subject > root:
        return None
    begin = words.subtree(subject)[0]
    if begin <= first or words.text[begin - 1] != "," or not first < begin < last:
        return None
    return begin


def _joined(words: Words, first: int, last: int) -> list[int]:
    """ "The bridge fell and nine people died": where a second main clause opens, with a subject of its own."""
    begins = []
    for n in range(first + FEWEST, last):
        if not first <= words.head[n] < n or not _is_joined(words, n):
            continue
        begin = words.subtree(n)[0]
        while begin < n and (words.pos[begin] in {"PUNCT", "CCONJ"} or words.low[begin] in CONNECTIVES):
            begin += 1
        if words.text[begin - 1] in {",", ";", "—", "–", "--", ":"} or words.pos[begin - 1] == "CCONJ":
            begins.append(begin)
    return begins


def _is_joined(words: Words, n: int) -> bool:
    """Whether a verb tells of a subject of its own beside another verb."""
    joined = words.dep[n] in {"conj", "parataxis"}
    return joined and any(words.dep[c] == "nsubj" and words.pos[c] in {"NOUN", "PROPN"} for c in words.children[n])


def _tails(words: Words, first: int, last: int) -> list[int]:
    """Where a slice may end before its sentence does: before a comma and a clause that only adds to what is told."""
    final = last
    while final > first and words.pos[final - 1] == "PUNCT":
        final -= 1
    ends = set()
    for n in range(first + FEWEST, final):
        if words.dep[n] not in TAILS or not first <= words.head[n] < n:
            continue
        begin, end = words.subtree(n)
        while begin < n and words.pos[begin] == "PUNCT" and words.text[begin] not in MARKS:
            begin += 1  # the comma may belong to the clause that it opens
        if any(low in CONDITIONS for low in words.low[begin : begin + 2]):
            continue
        if end < final or begin <= first + FEWEST or words.text[begin - 1] not in {",", "—", "–", "--", ";"}:
            continue
        if words.dep[n] == "conj" and not any(words.dep[c] == "nsubj" for c in words.children[n]):
            continue
        cut = begin - 1
        while cut > first and words.pos[cut - 1] == "PUNCT" and words.text[cut - 1] not in MARKS:
            cut -= 1
        ends.add(cut)
    return sorted(ends, reverse=True)


def _stands(words: Words, first: int, last: int, whole: bool = False) -> bool:
    """Whether a slice can be understood without the sentence before it."""
    if sum(words.pos[n] != "PUNCT" for n in range(first, last)) < FEWEST:
        return False
    n = first
    while n < last and (words.text[n] in MARKS or words.text[n] in "([" or words.text[n] in DASHES):
        n += 1
    if n == last or _leans(words, n) or (words.pos[n] == "PUNCT" and n == first and words.text[n] not in MARKS):
        return False
    if words.tag[_final(words, n, last)] in STRANDED:
        return False
    marks = sum(words.text[k] in {'"', "“", "”", "``", "''"} for k in range(first, last))
    return not marks % 2 and _tells(words, first, last, whole)


def _leans(words: Words, n: int) -> bool:
    """Whether a slice opens with words that lean on the sentence before: "That", "The latter"; "This week" does not."""
    dated = words.low[n] == "this" and any(low in PERIODS for low in words.low[n + 1 : n + 3])
    return (words.low[n] in DANGLING and not dated) or tuple(words.low[n : n + 2]) in LEANING


def _final(words: Words, first: int, last: int) -> int:
    """The last word of a slice."""
    return next((n for n in range(last - 1, first, -1) if words.pos[n] not in {"PUNCT", "SPACE"}), first)


def _tells(words: Words, first: int, last: int, whole: bool) -> bool:
    """Whether a slice has a verb that tells; a part of a sentence must also be a clause of its own."""
    root = _root(words, first, last)
    if root is None or words.tag[first] in ORDERS or _verb_first(words, first, last, root):
        return False
    here = [n for n in words.children[root] if first <= n < last]
    clause = not whole or "," not in words.text[first:last]
    if clause and any(words.dep[n] == "mark" and n < root and words.low[n] != "that" for n in here):
        return False  # "after he left": a clause that belongs to another
    return _has_verb(words, first, last) if whole else _is_clause(words, root, here)


def _has_verb(words: Words, first: int, last: int) -> bool:
    """Whether a sentence has a verb that tells; small models take the past tense for a participle ("two trains collided")."""
    tells = (n for n in range(first, last) if words.tag[n] in FINITE or words.tag[n] == "VBN")
    return any(words.low[n] not in PARTICIPLES for n in tells)


def _is_clause(words: Words, root: int, here: Sequence[int]) -> bool:
    """Whether a verb and the words that hang on it are a clause: a subject, and a form that tells."""
    inflected = words.tag[root] in FINITE or any(words.tag[n] in FINITE for n in here if words.dep[n] in {"aux", "cop"})
    subject = any(words.dep[n] in {"nsubj", "csubj", "expl"} for n in here)
    return subject and (inflected or words.tag[root] == "VBN")


def _verb_first(words: Words, first: int, last: int, root: int) -> bool:
    """ "Is the first mayor to resign.": a verb whose subject was left out, or stands in the sentence before."""
    n = first
    while n < last - 1 and words.text[n] in MARKS:
        n += 1
    verb = words.tag[n] in FINITE and words.pos[n] in {"VERB", "AUX"} and words.low[n] != "asked"  # "Asked why, she left"
    if not verb or not _is_of(words, n, root):
        return False
    subject = any(words.dep[c] in {"nsubj", "csubj", "expl"} for c in words.children[root]) or words.pos[n + 1] == "PROPN"
    return words.pos[n] == "AUX" or words.text[n].islower() or not subject  # "Hope Reed left" is no order to hope


def _is_of(words: Words, n: int, root: int) -> bool:
    """Whether a verb is the head of a slice, or helps it."""
    return n == root or (words.head[n] == root and words.dep[n] in {"aux", "cop"})


def _root(words: Words, first: int, last: int) -> int | None:
    """The head of a slice."""
    return next((n for n in range(first, last) if not first <= words.head[n] < last or words.head[n] == n), None)
