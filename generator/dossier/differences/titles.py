"""How a page calls what differs: by the words that all who tell it share, apart from each other: "how much (Lumex · offer · Norrix)"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.dossier.differences.said import Said
from generator.dossier.fact_words import SMALL
from generator.dossier.stories.event_words import NO_NEWS, stem
from generator.dossier.stories.vectors import shipped
from generator.values.words import SPELLED_WORD

SAYS = {
    "count": "how many", "length": "how far or how large", "mass": "how heavy", "speed": "how fast", "time": "how long",
    "share": "what share", "age": "how old", "temperature": "how hot", "area": "how large", "power": "how strong", "volume": "how much",
    "number": "which number", "day": "when", "clock": "at what time", "place": "where",
}  # fmt: skip
MOST_WORDS = 3  # words
SHORTEST_WORD = 3  # letters
RARE_WORD = 0.3  # of a word that says something
# a measure or a time says nothing of what it is of
NOTHING_SAID = frozenset(
    "million billion percent per cent dollars pounds euros monday tuesday wednesday thursday friday saturday sunday week month year "
    "january february march april may june july august september october november december".split()
)


def title(groups: Sequence[Sequence[Said]]) -> str:
    """What the values are of.

    Args:
        groups: the details of each value, the first told first.
    """
    first = groups[0][0]
    says = SAYS.get(first.dimension, "how much")
    if first.noun is not None and first.noun.head:
        says = f"{says} of {first.noun.word}" if first.dimension == "share" else f"{says} {first.noun.word}"
    words = _shared(groups) or _of_clause(first)
    return f"{says} ({' · '.join(words)})" if words else says


def _shared(groups: Sequence[Sequence[Said]]) -> list[str]:
    """The rarest words of the first sentence that stand beside every value, in the order of that sentence."""
    told = [frozenset(s for d in group for s in _words(d)) for group in groups]
    own = _words(groups[0][0])
    noun = groups[0][0].noun
    kept = [s for s in own if all(s in others for others in told) and (noun is None or s != stem(noun.word))]
    best = sorted(kept, key=lambda s: (not own[s][:1].isupper(), -shipped().rarity_of_stem(s), list(own).index(s)))[
        :MOST_WORDS
    ]
    return [own[s] for s in own if s in best]


def _words(detail: Said) -> Mapping[str, str]:
    """The words of a sentence that say something, by their stems, outside of the value."""
    text, at, end = detail.sentence.text, detail.start - detail.sentence.start, detail.end - detail.sentence.start
    found: dict[str, str] = {}
    for match in SPELLED_WORD.finditer(text):
        word = match.group().removesuffix("’s").removesuffix("'s")
        low = word.lower()
        if (
            at <= match.start() < end
            or len(low) < SHORTEST_WORD
            or low in SMALL
            or low in NOTHING_SAID
            or low in NO_NEWS
            or shipped().rarity(low) < RARE_WORD
        ):
            continue
        found.setdefault(stem(low), word)
    return found


def _of_clause(detail: Said) -> list[str]:
    """The words of the clause of the first source."""
    known = [p for p in (detail.does, *detail.own, *detail.above) if p is not None and p.head]
    first = [p for p in known if p.role == "subject"][:1]
    told = [*first, *(p for p in known if p not in first)]
    return list(dict.fromkeys(" ".join((p.text if p.name or p.names else p.word).split()) for p in told))[:MOST_WORDS]
