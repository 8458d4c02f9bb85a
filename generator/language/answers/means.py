"""How the main event came about, where the words say so: "by setting fire to a shed"."""

from __future__ import annotations

from collections.abc import Iterator

from generator.language.answers.places import Place, phrase, places
from generator.language.answers.ranking import Offsets
from generator.language.answers.story import Story

BY = frozenset({"by", "through"})
MEANS_SENTENCES = 5


def how(story: Story) -> Iterator[Offsets]:
    """What somebody did it by doing, in the headline or a sentence that speaks of the same.

    Other means, acts and what did the harm are left out: of the likeliest of them in 71 articles whose answers people noted, 8 were
    right.
    """
    for at in places(story, MEANS_SENTENCES):
        if at.low in BY and story.shared(at.n) and _is_done(at):
            yield phrase(story, at.n, at.last)


def _is_done(at: Place) -> bool:
    """Whether "by" opens what the verb above it was done by doing."""
    words = at.story.words
    act = words.head[at.n]
    return words.tag[act] == "VBG" and words.dep[act] == "advcl" and words.head[act] < at.n < act
