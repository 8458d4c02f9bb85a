"""Common nouns that only look like names: at the beginning of a sentence, after "the" in capitals, in the headline of a newspaper."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import compress, pairwise

from generator.language.lexicon.marks import LONG_DASHES, QUOTES
from generator.language.lexicon.tags import PROPER, UNTYPED_PLACES
from generator.language.names.name import Name
from generator.values.gazetteer import TITLES, common_words, given_names, is_demonym, places

# alone after "the" they are no names, unless the article names one in full
GENERIC = frozenset("government bank party committee council company board ministry department university club firm".split())
# "Secretary of State", "Minister of Defence": no name of its own
PORTFOLIOS = frozenset(
    "state defense defence health education justice finance commerce energy labor labour transport trade".split()
)
ABSTRACT = ("ysis", "tion", "sion", "ment", "ness", "ance", "ence", "ship", "ology", "ism", "ity")


def named(text: Sequence[str], tags: Sequence[str], opens: Sequence[bool], names: Sequence[Name]) -> list[Name]:
    """The names without common nouns that only open a sentence or stand after "the" in capitals.

    Args:
        text: the words.
        tags: their Penn tags.
        opens: whether a word is the first of its sentence.
        names: what was found, in order.
    """
    article = _Words.of(text, tags, opens, names)
    return [name for name in names if name.end - name.start > 1 or not any(rule(article, name) for rule in COMMON)]


@dataclass(frozen=True, slots=True)
class _Words:
    """An article's words, and what its other words show of one of them."""

    text: Sequence[str]
    tags: Sequence[str]
    opens: Sequence[bool]
    heads: frozenset[str]  # words with which names of several words begin or end
    common: frozenset[str]  # nouns in lower case
    plain: frozenset[str]  # their stems
    proper: frozenset[str]  # with a capital in the middle of a sentence, where only names have one

    @classmethod
    def of(cls, text: Sequence[str], tags: Sequence[str], opens: Sequence[bool], names: Sequence[Name]) -> _Words:
        ends = (n for name in names if name.end - name.start > 1 for n in (name.start, name.end - 1))
        heads = frozenset(text[n].lower() for n in ends if text[n].istitle())
        common = frozenset(w for w, tag in zip(text, tags, strict=True) if tag in {"NN", "NNS"} and w.islower())
        plain = _stems(common)
        inside = (n for n, word in enumerate(text) if word[:1].isupper() and not _begins(text, opens, n))
        return cls(text, tags, opens, heads, common, plain, frozenset(text[n] for n in inside))


def _stems(words: Iterable[str]) -> frozenset[str]:
    """The stems of words in lower case."""
    return frozenset(_stem(word) for word in words if word.islower() and len(word) > 2)


def _begins(text: Sequence[str], opens: Sequence[bool], n: int) -> bool:
    """Whether a word opens a sentence, a quotation, or what follows a dateline: "ALDMOUTH — Snow fell"."""
    return opens[n] or (n > 0 and (text[n - 1] in QUOTES | LONG_DASHES or text[n - 1].isspace()))


def _generic(article: _Words, name: Name) -> bool:
    """ "the Government", where nothing of the article is called so in full."""
    low = article.text[name.start].lower()
    if name.label != "ORG" or low not in GENERIC or low in article.heads:
        return False
    after_the = name.start > 0 and article.text[name.start - 1].lower() == "the"
    return after_the or article.tags[name.start] not in PROPER


def _office(article: _Words, name: Name) -> bool:
    """ "Secretary of [State]"."""
    text, n = article.text, name.start
    return text[n].lower() in PORTFOLIOS and n > 1 and text[n - 1] == "of" and text[n - 2].lower() in TITLES


def _told_of(article: _Words, name: Name) -> bool:
    """ "Flood kills two": the article tells of floods, and of nobody called so."""
    word = article.text[name.start]
    opens = article.opens[name.start] and name.label == "PERSON"
    return opens and word not in article.proper and _stem(word.lower()) in article.plain


def _first_word(article: _Words, name: Name) -> bool:
    """ "Gunman attacked the hall": a common word with a capital only where sentences begin."""
    n = name.start
    word = article.text[n]
    if not (article.opens[n] or (n > 0 and article.text[n - 1] in QUOTES | LONG_DASHES)) or not _common(article, word):
        return False
    return name.label in {"PERSON", "ORG", "EVENT"} or (name.label in UNTYPED_PLACES and word.lower() not in places())


def _common(article: _Words, word: str) -> bool:
    """Whether a word is a common one in this article, though it has a capital."""
    low = word.lower()
    named = word in article.proper or low in given_names() or low in article.heads
    return word.istitle() and low in common_words() and not named


def _abstract(article: _Words, name: Name) -> bool:
    """ "Construction began": a noun, not tagged as a name, that the article writes small elsewhere or that ends as ideas do."""
    word = article.text[name.start]
    low = word.lower()
    if not article.opens[name.start] or article.tags[name.start] in PROPER or low in given_names():
        return False
    return word.istitle() and (low in article.common or low.endswith(ABSTRACT)) and not is_demonym(word)


# a name of one word that any of these holds of is none
COMMON = (_generic, _office, _told_of, _first_word, _abstract)


def untitled(text: Sequence[str], heads: Sequence[bool], names: Sequence[Name]) -> list[Name]:
    """The names of headlines without words that only a headline writes in capitals: of "Harbour Bridge Opens", no name is left.

    Args:
        text: the words.
        heads: whether a word stands in a headline in which every word begins with a capital.
        names: what was found, in order.
    """
    if not any(heads):
        return list(names)
    below = [name for name in names if not heads[name.start]]
    full = _people_in_full(text, below)
    common = _only_in_headlines(text, heads, below)
    mended = (_uncapitalised(text, name, full, common) if heads[name.start] else name for name in names)
    return [name for name in mended if name]


def _people_in_full(text: Sequence[str], names: Sequence[Name]) -> set[tuple[str, ...]]:
    return {tuple(text[n.start : n.end]) for n in names if n.label == "PERSON" and n.end - n.start > 1}


def _only_in_headlines(text: Sequence[str], heads: Sequence[bool], names: Sequence[Name]) -> Callable[[str], bool]:
    """Whether only headlines write a word with a capital; `names` are those of the body."""
    body = list(compress(text, (not head for head in heads)))
    plain = _stems(set(body))
    # in the middle of a sentence only names begin with a capital
    proper = {word for before, word in pairwise(body) if word[:1].isupper() and before[-1:].isalnum()}
    proper |= {word for name in names for word in text[name.start : name.end]}
    return lambda word: word not in proper and word.title() not in proper and _stem(word.lower()) in plain


def _uncapitalised(
    text: Sequence[str], name: Name, full: set[tuple[str, ...]], common: Callable[[str], bool]
) -> Name | None:
    """ "Ann Field Hammers Reed": a headline's name up to where somebody's whom the article knows ends, without common words."""
    start = name.start
    end = next((k for k in range(start + 2, name.end) if tuple(text[start:k]) in full), name.end)
    while start < end and common(text[start]):
        start += 1
    while end > start and common(text[end - 1]):
        end -= 1
    return replace(name, start=start, end=end) if start < end else None


def _stem(word: str) -> str:
    """ "opens", "opened", "opening" alike."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e")
