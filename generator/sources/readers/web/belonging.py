"""Small boxes inside a story that tell nothing of it: a licence, a plea for money, a caption without a mark, a player's title.

Patterns of words know the calls that sites have made so far; a box that stands elsewhere than the story's paragraphs and shares
no word of substance with them is none of it, whatever it says.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from generator.sources.readers.web.recall import Standing
from generator.sources.readers.web.tree import same

SHORT = 45  # words of a block in such a box
SHARED = 2  # words with the story that show that a block is of it
FEW = 0.25  # of the story's letters: a place that holds more is the story's
IN_ONE_PLACE = 0.5  # of the letters must stand in one place, or the page has no place for its story
QUOTING = ("blockquote", "q")
LONG_WORD = re.compile(r"[^\W\d_]{4,}")
QUOTED = re.compile(r"[“”\"]|\bsaid\b")
# words that sites' own boxes and any story share
EMPTY = frozenset(
    "about after again also been before being both could does done down each from have here into just like made make many more most much "
    "only other over said same some such than that their them then there these they this those through time under until very were what "
    "when where which while will with would your year years people first last".split()
)


def without_strangers(blocks: Sequence[str], page: Sequence[Standing]) -> list[str]:
    """The blocks of a story without the short ones that stand elsewhere on the page and share no word with it.

    Args:
        blocks: what was found, in order.
        page: the page's paragraphs and cross-headings with their places.
    """
    places = {same(each.line): _plain(each.place) for each in page}
    heads = {same(each.line) for each in page if each.heads}
    letters: Counter[tuple[str, ...]] = Counter()
    for block in blocks:
        if (place := places.get(same(block))) is not None:
            letters[place] += len(block)
    if not letters:
        return list(blocks)
    own, most = letters.most_common(1)[0]
    if most < IN_ONE_PLACE * sum(map(len, blocks)):
        return list(blocks)
    told = _words(" ".join(block for block in blocks if places.get(same(block)) == own))
    kept: list[str] = []
    begun = False
    for block in blocks:
        place = places.get(same(block))
        begun = begun or place == own
        elsewhere = place not in (None, own) and letters[place] <= FEW * most
        if begun and elsewhere and same(block) not in heads and _is_stranger(block, told):
            while kept and same(kept[-1]) in heads and places[same(kept[-1])] == place:
                kept.pop()  # the heading of such a box
        else:
            kept.append(block)
    return kept


def _is_stranger(block: str, told: set[str]) -> bool:
    return len(block.split()) <= SHORT and not QUOTED.search(block) and len(_words(block) & told) < SHARED


def _plain(place: tuple[str, ...]) -> tuple[str, ...]:
    """A place without the quotations around it, which are the story's."""
    return tuple(each for each in place if each.split(" ")[0] not in QUOTING)


def _words(text: str) -> set[str]:
    """The words of substance in a text, by their first six letters: "bridge" and "bridges" are one."""
    return {word[:6] for word in LONG_WORD.findall(text.casefold()) if word not in EMPTY}
