"""Is a text English? Its function words tell, then its other words, then its paragraphs; only where none does, a language identifier."""

from __future__ import annotations

from collections.abc import Sequence

from generator.values.gazetteer import common_words
from generator.values.words import LETTERS

# the commonest words of English prose; in a dozen of the largest other languages none of them is common
FUNCTION_WORDS = frozenset(
    "the of and to a in that is was for on with as it at by be this from are have had his her he she they their not but "
    "which "
    "who were been has will would could said after about than when there its or an we you i".split()
)
ENGLISH = 0.2  # share of function words in English prose: 0.3 to 0.45; in other languages below 0.12
ENOUGH = 25  # words: a shorter text is not judged
NAMES = 75  # words: from so many a text without words in small letters is judged; a shorter one may be names


# share of common English words in English without many little ones ("Bring back weekly bins. Poor signage."): 0.6 and more;
# in other languages below 0.3
FAMILIAR = 0.5
OPENING = 40  # words: what an article begins with, before the foot of a page in another language
PART = 0.3  # share of an article's words that stand in English paragraphs, where its opening does


def english(text: str) -> bool:
    """Whether the little words of a text, long enough to be judged, are English ones."""
    return len(words := _judged(text)) >= ENOUGH and _share(words) >= ENGLISH


def other_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text that is not English, or None."""
    words = _judged(text)
    if len(words) < ENOUGH or _share(words) >= ENGLISH or _familiar(words) or _opens_in_english(text):
        return None
    import py3langid  # loads its model in half a second and 100 MB; asked only about doubtful texts

    language: str = py3langid.classify(text[:20_000])[0]
    return language if language != "en" else None


def _judged(text: str) -> list[str]:
    """The words by which a text is judged; none where there are too few."""
    words = LETTERS.findall(text[:20_000])
    small = [word for word in words if word.islower() and word != "i"]  # a list of players is no foreign language
    return small if len(small) >= ENOUGH else [word.lower() for word in words] if len(words) >= NAMES else []


def _share(words: Sequence[str]) -> float:
    return sum(word in FUNCTION_WORDS for word in words) / max(1, len(words))


def _familiar(words: Sequence[str]) -> bool:
    """The second opinion on titles, lists and notes: "Bus fares. Dog mess again. More trees, please."."""
    known = common_words() | FUNCTION_WORDS
    return sum(word in known for word in words) >= FAMILIAR * len(words)


def _opens_in_english(text: str) -> bool:
    """Whether an article begins in English and a good part of it is: the rest may be the foot of a German newspaper's page."""
    # "i" is a little word in Danish, too
    paragraphs = [[word.lower() for word in LETTERS.findall(line) if word != "i"] for line in text[:20_000].splitlines()]
    opening = [word for words in paragraphs for word in words][:OPENING]
    if len(opening) < ENOUGH or _share(opening) < ENGLISH:
        return False
    inside = sum(len(words) for words in paragraphs if _share(words) >= ENGLISH)
    return inside >= PART * sum(map(len, paragraphs))
