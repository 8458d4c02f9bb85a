"""One name in two spellings: "Noor Mohammad Fayez" in one paper, "Noor Mohammad Faiz" in another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference, Passage, Subject

NAMED_TYPES = {"PERSON", "FAC", "GPE", "LOC", "ORG"}
LEAST_SPELLED = 5  # letters of a word that may be spelled in two ways
SHORTEST_NAME = 3  # and of a person's name that sounds alike: "Jon", "John"
LETTERS_APART = 2  # letters by which the spellings differ
MARKS = re.compile(r"[^\w\s]")
POSSESSIVE = re.compile(r"[’']s?$")
# one sound, two letters: "Marc" and "Mark", "Bryan" and "Brian"
SOUNDS = (("ph", "f"), ("ck", "k"), ("c", "k"), ("y", "i"))
# endings that make another word of a name: a plural, a people
OTHER_WORD_ENDINGS = ("s", "n", "an", "ian", "i", "er", "e", "es", "ish", "ed", "ing", "ly", "y")


def differences(
    maker: Maker, told: Sequence[Sequence[Sentence]], people: Sequence[Subject], akin: Callable[[int, int], bool]
) -> Iterator[Difference]:
    """The names in two spellings.

    Args:
        maker: of differences.
        told: the sentences of each record.
        people: the subjects.
        akin: whether two articles, by their numbers, tell of one story.
    """
    number = {record.id: n for n, record in enumerate(maker.records)}
    names: dict[tuple[str, str], list[Passage]] = {}
    for subject in people:
        if subject.type in NAMED_TYPES:
            for mention in subject.mentions:
                spelled = POSSESSIVE.sub("", mention.text)
                if " " in spelled or subject.type != "PERSON":
                    names.setdefault((subject.type, spelled), []).append(mention)
    for one, other in _pairs(names):
        first, second = names[one], names[other]
        sources = {number[m.source] for m in first}, {number[m.source] for m in second}
        if sources[0] & sources[1] or not any(akin(a, b) for a in sources[0] for b in sources[1]):
            continue
        values = {name: list(_told(found, told, number)) for (_, name), found in ((one, first), (other, second))}
        if all(values.values()):
            yield maker.difference("name", "the spelling of a name", by_publishers(maker, values), -1.0)


def _pairs(names: Mapping[tuple[str, str], object]) -> Iterator[tuple[tuple[str, str], tuple[str, str]]]:
    """Names of one kind that differ in one word, and in that by a letter or two."""
    by_frame: dict[tuple[str, tuple[str, ...], int], list[tuple[str, str]]] = {}
    for kind, name in sorted(names):
        words = MARKS.sub(" ", name).split()
        for n, word in enumerate(words):
            long = len(word) >= LEAST_SPELLED and (len(words) > 1 or len(word) > LEAST_SPELLED + 1)
            if word.isalpha() and (long or (kind == "PERSON" and len(words) > 1 and len(word) >= SHORTEST_NAME)):
                frame = tuple(w.casefold() for w in (*words[:n], "", *words[n + 1 :]))
                by_frame.setdefault((kind, frame, len(words)), []).append((word, name))
    seen = set()
    for (kind, _, _), found in by_frame.items():
        for i, (word, name) in enumerate(found):
            for second, other in found[i + 1 :]:
                if (name, other) not in seen and two_spellings(word.casefold(), second.casefold()):
                    seen.add((name, other))
                    yield (kind, name), (kind, other)


def two_spellings(one: str, other: str, most: int = LETTERS_APART) -> bool:
    """Whether two words may be one name: the same first letter, a letter or two apart, and no ending that makes another word.

    Args:
        one: a word in small letters.
        other: another.
        most: letters by which they may differ.
    """
    if one != other and heard(one) == heard(other):
        return True
    if (
        min(len(one), len(other)) < LEAST_SPELLED
        or one == other
        or one[0] != other[0]
        or abs(len(one) - len(other)) > LETTERS_APART
    ):
        return False
    short, long = sorted((one, other), key=len)
    if long.startswith(short) and long[len(short) :] in OTHER_WORD_ENDINGS:
        return False
    return _distance(one, other) <= (1 if min(len(one), len(other)) < LEAST_SPELLED + 3 else most)


def heard(word: str) -> str:
    """A name in small letters as it sounds: "Stephen" is "stefen", "Clark" and "Clarke" are "klark"."""
    for letters, sound in SOUNDS:
        word = word.replace(letters, sound)
    plain = word[:1] + word[1:].replace("h", "")
    return "".join(c for n, c in enumerate(plain) if n == 0 or plain[n - 1] != c).removesuffix("e")


def _distance(one: str, other: str) -> int:
    """Letters to change, add or take out (Levenshtein 1966)."""
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, row[0] = row[0], i
        for j, b in enumerate(other, 1):
            last, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, last + (a != b))
    return row[-1]


def _told(found: Sequence[Passage], told: Sequence[Sequence[Sentence]], number: Mapping[str, int]) -> Iterator[ToldValue]:
    """The first place in each article where a name is spelled so."""
    seen: set[int] = set()
    for mention in found:
        n = number[mention.source]
        sentence = next((s for s in told[n] if s.start <= mention.start and mention.end <= s.end), None)
        if sentence and n not in seen:
            seen.add(n)
            yield ToldValue(sentence, mention.start, mention.end)
