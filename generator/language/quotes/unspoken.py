"""Which quotation marks hold nothing that anybody said: titles, nicknames, coined words, headings."""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.language.quotes.marks import END_MARKS, Quoted

# "on “Morning Hour”", "her book “The Long Road”", "known as “Big Al”": after these, words with capitals name a thing
NAMES_FOLLOW = frozenset(
    "on of in from show program programme podcast book memoir song film movie novel series album column called titled entitled named "
    "nicknamed call calls as pseudonym anthem ballad play documentary magazine essay poem section hosts host hosted published single "
    "sitcom "
    "drama thriller blockbuster episode hit track exhibition sculpture painting opera musical poster video game memo for with at".split()
)
WORKS = NAMES_FOLLOW - frozenset("on of in from for with at as host hosts hosted published called".split())
# "the so-called “green lane”", "dubbed the “wall of death”": whatever the capitals, nobody says it
COINING = frozenset(
    "so-called self-styled self-described self-proclaimed dubbed nicknamed named christened titled entitled codenamed code-named "
    "alias aka".split()
)
KNOWN_AS = (
    "so called",
    "known as",
    "charged with",
    "count of",
    "counts of",
    "referred to as",
    "better known as",
    "under the name",
    "goes by",
    "by the name of",
    "the word",
    "the term",
    "the phrase",
)
SHOUT = re.compile(r"\b[A-Z][A-Z’']+(?: (?:&|[A-Z][A-Z’']*))+\b")  # "NANNY DOWN THE AISLE"
PROSE = re.compile(r"[a-z]{3}[.!?](?:\s|$)|:")  # a sentence of prose, the label of a transcript
FEWEST_SHOUTS = 3  # in a strip of headlines
SMALL = frozenset("a an and as at but by for from in is of on or the to up with vs".split())
LONGEST_TITLE = 9  # words
LONGEST_COINED = 6
LONGEST_NICKNAME = 4
LONGEST_HEADING = 8  # words of a heading in single marks: "'Pretty Cool Working There'"
BEFORE_MARK = 40  # code points before a mark that tell what it is
BEFORE_A_NOUN = frozenset("a an the its his her their our my your".split())
# what a sentence has and a name has not
VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|been|have|has|had|will|would|can|could|do|does|did|[a-z]+n['’]t|i|we|you|let)\b",
    re.IGNORECASE,
)


def speech_only(text: str, paragraphs: Sequence[tuple[int, int]], quoted: Sequence[Quoted]) -> list[Quoted]:
    """The pairs that may hold what somebody said: no titles of shows and books, no headings between paragraphs."""
    kept, doubles = [], 0
    for q in quoted:  # what comes later must not change what a mark means here
        doubles += not q.single
        heading = q.single and doubles > 2 and _heading(text, q, paragraphs[q.paragraph])
        if not heading and not _named(text, q, paragraphs[q.paragraph]):
            kept.append(q)
    return kept


def teasers(text: str, paragraphs: Sequence[tuple[int, int]]) -> frozenset[int]:
    """The paragraphs that string headlines of other stories together: "MOST READ IN TV NOT ALL GONE Ann Field admits ... NANNY DOWN"."""
    found = set()
    for number, (start, end) in enumerate(paragraphs):
        part = text[start:end].strip()
        shouts = len(SHOUT.findall(part))
        if shouts >= FEWEST_SHOUTS and len(part.split()) > LONGEST_TITLE and not PROSE.search(part):
            found.add(number)
    return frozenset(found)


def _named(text: str, q: Quoted, paragraph: tuple[int, int]) -> bool:
    """Whether the words in marks only name something: a title, a nickname, a coined word."""
    words = text[slice(*q.inner)].strip(" ,.!?").split()
    before = text[max(paragraph[0], q.start - BEFORE_MARK) : q.start]
    if not before.split() or not 0 < len(words) <= LONGEST_TITLE or not q.closed:
        return False
    after = text[q.end : min(paragraph[1], q.end + BEFORE_MARK)]
    return (
        _title(words, before, after)
        or (len(words) <= LONGEST_COINED and _coined(before))
        or (len(words) <= LONGEST_NICKNAME and _nickname(before, after))
        or (len(words) <= 2 and _modifier(text, q, before, after))
    )


def _title(words: list[str], before: str, after: str) -> bool:
    """ "on “Morning Hour”", "Fox’s “Morning Hour,”", "the “Morning Hour” podcast": words with capitals behind what names."""
    last = before.split()[-1].lower()
    if last.endswith(",") and last[:-1] in WORKS:  # "in his 2012 book, “An Old Road”"
        last = last[:-1]
    follows = after.split()[:1]
    naming = (
        last in NAMES_FOLLOW
        or last.endswith(("’s", "'s"))
        or (bool(follows) and follows[0].strip(",.").lower() in NAMES_FOLLOW - SMALL)
    )
    return naming and _capitals(words)


def _capitals(words: list[str]) -> bool:
    return all(_capital(word) or word[:1].isdigit() or word == "&" or word.lower() in SMALL for word in words) and (
        _capital(words[0]) and any(word.lower() not in SMALL for word in words)
    )


def _capital(word: str) -> bool:
    """ "Harbour", "iGen"."""
    return word[:1].isupper() or word[1:2].isupper()


def _coined(before: str) -> bool:
    """ "so-called “green lane”", "dubbed the “wall of death”", "named, “The Anchor”", "better known as “the fox”"."""
    words = before.lower().replace(",", " ").split()
    while words and words[-1] in BEFORE_A_NOUN:
        words.pop()
    if not words:
        return False
    return words[-1] in COINING or " ".join(words).endswith(KNOWN_AS)


def _nickname(before: str, after: str) -> bool:
    """ "Carlo “The Fox” Mancini"."""
    last, follows = before.split()[-1], after.split()[:1]
    return (
        last[:1].isupper()
        and last.isalpha()
        and after[:1] == " "
        and bool(follows)
        and follows[0][:1].isupper()
        and before[-1:] == " "
    )


def _modifier(text: str, q: Quoted, before: str, after: str) -> bool:
    """ "a “smart” toaster", "the “Remain” campaign": one or two words between an article and its noun."""
    inner = text[slice(*q.inner)]
    if inner[-1:] in END_MARKS or VERB.search(inner):
        return False
    return before.split()[-1].lower() in BEFORE_A_NOUN and after[:1] == " " and after[1:2].islower()


def _heading(text: str, q: Quoted, paragraph: tuple[int, int]) -> bool:
    if paragraph[1] - paragraph[0] - (q.end - q.start) > BEFORE_MARK:
        return False
    rest = text[paragraph[0] : q.start] + text[q.end : paragraph[1]]
    return not rest.strip(" .\n") and len(text[slice(*q.inner)].split()) <= LONGEST_HEADING
