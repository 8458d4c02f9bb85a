"""The words of a quotation: one that two papers print with another word in it, between words that are the same.

"'We will fight this to the last day,' she said" beside "'We will fight this to the last hour,' she said". Not how a word is spelled, nor
what an editor put for a pronoun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.fact_words import SMALL
from generator.dossier.model import Difference
from generator.dossier.stories.event_words import IRREGULAR, stem
from generator.records.model import Quote, Record

SAID_WORD = re.compile(r"[^\W_](?:[^\W_]|[.’'-](?=[^\W_]))*")
QUOTE_MARKS = frozenset("“\"‘'«„")
AROUND = 3  # words to each side that must be the same
SPELLED_ALIKE = 0.75  # of the letters of two words that are one, spelled in two ways
Slot = tuple[tuple[str, ...], tuple[str, ...]]


def differences(maker: Maker, told: Sequence[Sequence[Sentence]]) -> Iterator[Difference]:
    """The quotations of two wordings.

    Args:
        maker: of differences.
        told: the sentences of each record.
    """
    slots: dict[Slot, dict[str, list[tuple[str, ToldValue]]]] = {}
    for number, record in enumerate(maker.records):
        for quote in record.quotes:
            if quote.kind != "indirect":
                _fill(slots, record, quote, told[number])
    shown: set[tuple[int, int]] = set()
    for versions in slots.values():
        articles = [{t.number for _, t in told_here} for told_here in versions.values()]
        if len(set().union(*articles)) < sum(map(len, articles)):
            continue  # "I will fight for the poor people of Karl. I will fight for the rich people of Karl": both were said
        speakers = sorted({speaker for told_here in versions.values() for speaker, _ in told_here if speaker}, key=len)
        if len(versions) > 1 and len({_surname(speaker) for speaker in speakers}) < 2 and _other_words(list(versions)):
            values = {word: [t for _, t in told_here] for word, told_here in versions.items()}
            starts = {(t.number, t.start) for told_here in values.values() for t in told_here}
            if shown.isdisjoint(starts):
                shown |= starts
                about = f"the words of {speakers[-1]}" if speakers else "the words of a quotation"
                yield maker.difference("claim", about, by_publishers(maker, values), -1.0)


def _fill(
    slots: dict[Slot, dict[str, list[tuple[str, ToldValue]]]], record: Record, quote: Quote, told: Sequence[Sentence]
) -> None:
    """Each word of a quotation by the words about it."""
    for content in quote.content:
        if not QUOTE_MARKS & {record.text[content.start], record.text[max(0, content.start - 1)]}:
            continue  # what is told in a paper's own words
        words = list(SAID_WORD.finditer(record.text, content.start, content.end))
        plain = [w.group().lower().replace("’", "'") for w in words]
        for at in range(AROUND, len(words) - AROUND):
            match = words[at]
            if plain[at] in SMALL or not match.group().isalpha() or match.group()[0].isupper():
                continue
            sentence = next((s for s in told if s.start <= match.start() and match.end() <= s.end), None)
            if sentence is None or "[" in record.text[match.start() - 1 : match.end() + 1]:
                continue
            slot = tuple(plain[at - AROUND : at]), tuple(plain[at + 1 : at + 1 + AROUND])
            here = slots.setdefault(slot, {}).setdefault(plain[at], [])
            if all(t.number != sentence.number for _, t in here):
                here.append((quote.speaker or "", ToldValue(sentence, match.start(), match.end())))


def _surname(speaker: str) -> str:
    """The last word of a name: the first may be a role."""
    return speaker.split()[-1]


def _other_words(words: Sequence[str]) -> bool:
    """Whether two words are two, and not one in two spellings or forms."""
    return not any(_one_word(a, b) for n, a in enumerate(words) for b in words[:n])


def _one_word(one: str, other: str) -> bool:
    if stem(IRREGULAR.get(one, one)) == stem(IRREGULAR.get(other, other)):
        return True
    return SequenceMatcher(None, one, other, autojunk=False).ratio() >= SPELLED_ALIKE
