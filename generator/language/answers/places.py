"""Words of headline and lead where a cause or a means may begin, and how its phrase ends."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.language.answers.ranking import Offsets
from generator.language.answers.story import Story, article_verbs
from generator.language.words import Words

LONGEST = 9  # words
OPEN = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX"})  # no phrase ends with these: "tied to the"
HARM = frozenset("kill injure wound die hurt dead".split())
STOPS = frozenset({",", ".", ";", "—", "–", "“", '"'})


@dataclass(frozen=True, slots=True)
class Place:
    """A word of the headline or the lead."""

    story: Story
    n: int
    first: int  # tokens of its sentence, half-open
    last: int
    order: int  # of its sentence: 0 the headline, or the first without one
    harm: bool  # whether the main event is that people came to harm
    verbs: set[str]

    @property
    def low(self) -> str:
        """The word."""
        return self.story.words.low[self.n]

    @property
    def before(self) -> str:
        """The word before it in its sentence."""
        return self.story.words.low[self.n - 1] if self.n > self.first else ""

    @property
    def follows(self) -> str:
        """The word after it in its sentence."""
        return self.story.words.low[self.n + 1] if self.n + 1 < self.last else ""


def places(story: Story, sentences: int) -> Iterator[Place]:
    """The words of the headline and of the first sentences."""
    ranges = ([story.headline] if story.headline else []) + story.lead[:sentences]
    harm = _harm(story)
    verbs = article_verbs(story.words, story.lead[0][0]) if story.lead else set()
    for order, (first, last) in enumerate(ranges):
        for n in range(first, last):
            yield Place(story, n, first, last, order, harm, verbs)


def _harm(story: Story) -> bool:
    """Whether the main event is that people came to harm."""
    words = story.words
    ranges = ([story.headline] if story.headline else []) + story.lead[:1]
    return any(words.lemma[n] in HARM or words.low[n] in HARM for first, last in ranges for n in range(first, last))


def phrase(story: Story, first: int, last: int) -> Offsets:
    """Words up to the next mark, a few at most."""
    words = story.words
    first = min(first, last - 1)
    end = min(last, first + LONGEST)
    for n in range(first + 1, end):
        if words.text[n] in STOPS or words.pos[n] == "SPACE":
            end = n
            break
    while end > first + 1 and end < last and "-" in (words.text[end], words.text[end - 1]):
        end -= 1  # not "Mazar" of "Mazar-i-Sharif"
    while end > first + 1 and (words.pos[end - 1] in OPEN or _goes_on(words, end, last)):
        end -= 1
    return story.span(first, end)


def _goes_on(words: Words, end: int, last: int) -> bool:
    """Whether a cut parts an adjective from its noun: "the wooden | houses"."""
    return end < last and words.pos[end - 1] == "ADJ" and words.pos[end] in {"NOUN", "PROPN", "ADJ"}
