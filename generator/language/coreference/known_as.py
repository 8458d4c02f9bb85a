"""Two names of one person, where the article says so: "Ann Field, better known as Ann Harbour", "Ann Field (born Anna Feld)"."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from generator.language.words import Words
from generator.values.gazetteer import is_demonym

# the last word before the second name, and a word that must stand close before it
CUES = {"as": frozenset({"known"}), "born": frozenset(), "née": frozenset(), "nicknamed": frozenset(), "alias": frozenset()}
REACH = 4  # words between the two: "known professionally as"
# "better known by her stage name Ann Harbour"
STAGE = frozenset({"name", "pseudonym", "nickname", "alias"})
OPENING, CLOSING = frozenset("(["), frozenset(")]")
LANGUAGES = frozenset("latin arabic hebrew hindi urdu bengali punjabi tamil farsi persian mandarin cyrillic".split())
# "is better known as"
BEFORE_KNOWN = frozenset("better best also is was".split())
LONGEST_GAP = 60  # words between the two names, with what stands in parentheses


def same_person(words: Words, people: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of mentions, by their places in `people`, that the article gives as two names of one person.

    Args:
        words: the article's words.
        people: the mentions of persons by name (first token, the one after the last), in order.
    """
    ends = {end: place for place, (_, end) in enumerate(people)}
    for place, (start, _) in enumerate(people):
        cue = _cue(words, start)
        if cue is None:
            continue
        before = _back(words, cue)
        if before in ends and start - before < LONGEST_GAP:
            yield ends[before], place


def _cue(words: Words, start: int) -> int | None:
    """The first token of what links a second name to the one before it; None where nothing does."""
    n = start - 1
    while n > 0 and (words.low[n] in {"the", "simply", "just", "“", '"'} or not words.text[n][0].isascii()):
        n -= 1
    if n < 1:
        return None
    if n > 2 and words.low[n] in STAGE:  # "known by her stage name"
        return _last(words.low, {"known"}, n, n - REACH - 2)
    if n > 1 and words.text[n] == ":" and (is_demonym(words.text[n - 1]) or words.low[n - 1] in LANGUAGES):
        return _last(words.text, OPENING, n - 2, n - LONGEST_GAP)  # "Ann Field (Arabic: …; Greek: …"
    wanted = CUES.get(words.low[n])
    return _last(words.low, wanted, n - 1, n - REACH) if wanted else None if wanted is None else n


def _last(found: Sequence[str], wanted: Collection[str], start: int, stop: int) -> int | None:
    """The last of some words from a place backwards."""
    return next((k for k in range(start, max(0, stop), -1) if found[k] in wanted), None)


def _back(words: Words, cue: int) -> int:
    """Where the name before a cue must end: before adverbs, commas, and all that stands in parentheses."""
    n = cue - 1
    while n > 0:
        if words.text[n] in CLOSING:
            depth = 1
            while n > 1 and depth:
                n -= 1
                depth += (words.text[n] in CLOSING) - (words.text[n] in OPENING)
            n -= 1
        elif words.pos[n] in {"ADV", "CCONJ"} or words.text[n] in {",", "(", "["} or words.low[n] in BEFORE_KNOWN:
            n -= 1
        else:
            break
    return n + 1
