"""Is a text English? Its function words tell; only where they don't is a language identifier asked."""

from __future__ import annotations

import re

# the commonest words of English prose; in a dozen of the largest other languages none of them is common
FUNCTION_WORDS = frozenset(
    "the of and to a in that is was for on with as it at by be this from are have had his her he she they their not but "
    "which "
    "who were been has will would could said after about than when there its or an we you i".split()
)
WORD = re.compile(r"[^\W\d_]+")
ENGLISH = 0.2  # share of function words in English prose: 0.3 to 0.45; in other languages below 0.12
ENOUGH = 25  # words: a shorter text is not judged
NAMES = 75  # words: from so many a text without words in small letters is judged; a shorter one may be names


def other_language(text: str) -> str | None:
    """The ISO 639-1 code of the language of a text that is not English, or None."""
    words = WORD.findall(text[:20_000])
    small = [word for word in words if word.islower() and word != "i"]  # a list of players is no foreign language
    words = small if len(small) >= ENOUGH else [word.lower() for word in words] if len(words) >= NAMES else []
    if len(words) < ENOUGH or sum(word in FUNCTION_WORDS for word in words) >= ENGLISH * len(words):
        return None
    import py3langid  # loads its model in half a second and 100 MB; asked only about doubtful texts

    language: str = py3langid.classify(text[:20_000])[0]
    return language if language != "en" else None
