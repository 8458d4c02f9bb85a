"""When two names can be one person's: middle names, initials, suffixes, nicknames, orders, accents, transliterations.

Only the names are compared here; what else speaks for or against (gender, roles, who else is named) is the caller's.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

NICKNAMES = Path(__file__).parent / "data" / "nicknames.json"
SUFFIXES = {"jr": "jr", "junior": "jr", "sr": "sr", "senior": "sr", "ii": "ii", "iii": "iii", "iv": "iv"}
# "Ann Field DBE RA": letters after a name
HONOURS = frozenset("dbe obe mbe cbe kbe kcb frs ra qc kc mp phd md esq mba rn bt".split())
# "Abd al-Field", "Moustapha el-Reed": the article is written or left out
ARTICLES = frozenset({"al", "el", "ul", "ar", "as", "ad"})
PARTICLES = frozenset("de del da dos di du della van von der den ter bin ibn ben abu abd la le y e".split())
NICKNAME = re.compile(r"(?<=\s)(?:[“\"][^”\"]+[”\"]|[‘'][^’']+[’']|\([^)]+\))(?=\s)")
LONGER = 6  # letters from which a word with one letter wrong is still the same
LONGEST_NAME = 8  # words of a name that are compared
# one sound, several letters: "Qaddafi", "Gadhafi"; in order
SOUNDS = (("kh", "h"), ("gh", "g"), ("dh", "d"), ("th", "t"), ("ph", "f"), ("ck", "k"), ("q", "k"), ("w", "v"), ("z", "s"))
FROM_SOUNDS = 4  # consonants from which two words that sound alike are the same


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name for comparing: words without accents, points and case; the suffix apart."""

    words: tuple[str, ...]
    suffix: str | None = None

    @property
    def surname(self) -> str:
        """The last word."""
        return self.words[-1]

    @property
    def full(self) -> bool:
        """Whether it has a given name beside the surname."""
        return len(self.words) > 1


@cache
def person_name(name: str) -> PersonName:
    """Read a name as an article writes it."""
    words: list[str] = []
    suffix = None
    plain = _without_nickname(name).replace("’", "'").replace("‑", "-").split()
    while len(plain) > 2 and plain[0].islower() and plain[0] not in PARTICLES:
        plain = plain[1:]  # "mob boss Ann Field"
    for n, raw in enumerate(plain[: 3 * LONGEST_NAME]):
        word = folded(raw)
        if n == 0 and word.partition("-")[0] in ARTICLES:
            word = word.partition("-")[2] or word  # "Al-Field", but "Al Barton"
        if words and word in SUFFIXES:
            suffix = SUFFIXES[word]
        elif word:
            words += _parts(word)
    while len(words) > 2 and words[-1] in HONOURS:
        words.pop()
    if "of" in words[2:]:  # "Ann Mary Field of Aldmouth"
        words = words[: words.index("of", 2)]
    bare = [word for n, word in enumerate(words) if n == 0 or word not in ARTICLES]  # "Al Barton" is no article
    return PersonName(tuple((bare or words or [name.lower()])[:LONGEST_NAME]), suffix)


def _parts(word: str) -> list[str]:
    """The parts of a word with hyphens; "Al-Field" is a surname alone, whose article is left out."""
    parts = [part for part in word.split("-") if part]
    return parts[1:] if len(parts) > 1 and parts[0] in ARTICLES else parts


def _without_nickname(name: str) -> str:
    """ "Ann Field" of 'Ann “Chin” Field', "Ann 'Chin' Field" and "Ann (Chin) Field"."""
    bare = NICKNAME.sub(" ", name)
    return bare if len(bare.split()) > 1 else name


@cache
def folded(word: str) -> str:
    """A word in lower case, without accents, points, commas and apostrophes."""
    plain = unicodedata.normalize("NFKD", word.replace("ø", "o").replace("ł", "l").replace("ı", "i").lower())
    return "".join(c for c in plain if c.isalnum() or c == "-").strip("-")


@cache
def _nicknames() -> dict[str, frozenset[str]]:
    return {short: frozenset(names) for short, names in json.loads(NICKNAMES.read_text("utf-8")).items()}


@cache
def given_forms(word: str) -> frozenset[str]:
    """A given name, and the names that it may be short for."""
    return _nicknames().get(word, frozenset()) | {word}


def same_given(one: str, other: str) -> bool:
    """ "Rob" and "Robert", "J" and "John"."""
    if min(len(one), len(other)) == 1:
        return one[0] == other[0]
    return one in given_forms(other) or other in given_forms(one)


def alike(one: PersonName, other: PersonName) -> bool:
    """Whether two full names can be one person's."""
    if one.suffix and other.suffix and one.suffix != other.suffix:
        return False
    a, b = one.words, other.words
    if a == b:
        return True
    if sorted(a) == sorted(b):
        return True  # "Field Ann" and "Ann Field"
    if a[-1] == b[-1] and same_given(a[0], b[0]):
        return _middles_fit(a[1:-1], b[1:-1])
    if a[-1] == b[-1] and {word for word in a[1:-1] if len(word) > 2} & set(b[1:-1]):
        return True  # "Petrus Adam Field", "Peter Adam Field"
    return _part(a, b) or _part(b, a) or _misspelt(a, b)


def _middles_fit(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """No middle name of the one is another than the other's: "George W. Field" is not "George H. W. Field"."""
    if not one or not other:
        return True
    if len(one) == len(other):
        return all(
            x[0] == y[0] and (x == y or min(len(x), len(y)) == 1 or sounds(x) == sounds(y))
            for x, y in zip(one, other, strict=True)
        )
    short, long = sorted((one, other), key=len)
    return all(word in long for word in short) and len(short[0]) > 1


def _part(short: tuple[str, ...], long: tuple[str, ...]) -> bool:
    """ "Peña Nieto" and "Enrique Peña" of "Enrique Peña Nieto", "Kim Jong" of nobody."""
    if not 1 < len(short) < len(long):
        return False
    return short == long[-len(short) :] or (short == long[: len(short)] and len(short[-1]) > 2)


def _misspelt(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Words with a letter wrong, or written by another ear; the others alike: "Moammar Gadhafi", "Muammar Gaddafi"."""
    if len(one) != len(other):
        return False
    unlike = [(x, y) for x, y in zip(one, other, strict=True) if x != y]
    if len(unlike) == 1 and _one_letter_off(*unlike[0]):
        return True
    return all(_sound_alike(x, y) for x, y in unlike)


def _one_letter_off(one: str, other: str) -> bool:
    """ "Kristin" and "Kristen", "Holtzman" and "Holzman"; not "Jonas" and "Jones", which are both short."""
    short, long = sorted((one, other), key=len)
    if len(short) < LONGER or short[0] != long[0] or not (short + long).isalpha() or len(long) - len(short) > 1:
        return False
    same = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[same:] == long[same + 1 :] or short[same + 1 :] == long[same + 1 :]


def _sound_alike(one: str, other: str) -> bool:
    """In long words: "Tim" and "Tom" are two names."""
    said = sounds(one)
    return said == sounds(other) and (len(said) >= FROM_SOUNDS or min(len(one), len(other)) >= LONGER)


@cache
def sounds(word: str) -> str:
    """The consonants that one hears, in one spelling: "Mohammed" and "Muhamad" are "mhmd"."""
    for letters, sound in SOUNDS:
        word = word.replace(letters, sound)
    heard = word[:1] + "".join(c for c in word[1:] if c not in "aeiouy")
    return "".join(c for n, c in enumerate(heard) if not n or c != heard[n - 1])


def keys(name: PersonName) -> Iterator[tuple[str, ...]]:
    """What two names that are alike have in common at least once: where to look, without comparing all with all."""
    words = name.words
    if len(words) < 2:
        return
    yield ("all", *sorted(words))
    for given in sorted(given_forms(words[0])):
        yield "given", given, words[-1]
    yield "initial", words[0][0], words[-1]
    yield ("sounds", *map(sounds, words))
    yield "end", *words[-2:]
    yield "begin", *words[:2]
    for n, word in enumerate(words):
        if len(word) >= LONGER:
            yield "without", str(n), *words[:n], *words[n + 1 :]
    if len(words) > 2:
        yield from (("middle", word, words[-1]) for word in words[1:-1] if len(word) > 2)
