"""Which of the words that describe somebody come first: who they are in this story, before whose relative they are."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence

from generator.dossier.model import Passage

# "his brother": whose, the reader of a card can't tell
DANGLING = frozenset("fellow his her their its my our your he she they".split())
# "one girl", "only woman to win": no office and no trade
COUNTING = frozenset(
    "one two three only another some many several first second last other same such both each every".split()
)
# "second seed", "first minister"
NUMBERED = frozenset("seed minister lady lieutenant officer secretary baseman sergeant class".split())
NOBODY = frozenset(
    "man woman boy girl person guy lady adult child resident member star head winner legend icon player hero".split()
)  # alone it says nothing of who somebody is
ANYBODY = frozenset({"man", "woman", "person"})  # "woman known for her garden": a trade says more
OPENING, CLOSING = "“‘", "”"
# "most important' person", "boss | 0:52": torn out of quotation marks, or of a menu
TORN = re.compile(r"(?<!s)['’](?=\s)|\||\b(?:while|although|whereas)\b")
AWARD = re.compile(
    r"best (?:new|actor|actress|director|artist|singer|album|picture|supporting|female|male|rap|rock|pop|original)\b"
)
# "his rival", "a friend": whose, the words must say
RELATION = frozenset(
    "rival co-star colleague partner friend counterpart compatriot opponent teammate team-mate predecessor successor fellow fan neighbour "
    "neighbor husband wife widow son daughter brother sister father mother uncle aunt cousin boyfriend girlfriend son-in-law "
    "daughter-in-law brother-in-law sister-in-law father-in-law mother-in-law nephew niece stepson stepdaughter".split()
)
# what somebody thinks of somebody
PRAISE = frozenset(
    "fantastic great good brilliant excellent superb wonderful amazing lovely nice bad terrible best incredible fabulous real true "
    "very so really quite such too deserved worthy".split()
)
INSIDE_A_SENTENCE = re.compile(r"[\w,;]['’”]? +$")  # what stands before a word inside a sentence
SINGULAR = frozenset(
    {"affairs", "boss", "emeritus", "witness", "business", "sports", "news", "princess", "duchess", "actress", "hostess"}
)
# what one person at a time is: of "President Field" and the "President Reed" of long ago a dossier means the first
SOLE = ("president", "prime minister", "chancellor", "premier", "king", "queen", "pope", "vice president")
OUTDONE = 5  # times as often another is called so
# words that make another office of one: "former vice president" is no "former president"
GRADES = frozenset("vice deputy assistant acting associate interim prime chief first foreign".split())
LONG = 8  # words from which a description is a sentence


def outdone(held: Mapping[str, int], most: Mapping[str, int]) -> frozenset[str]:
    """The offices without a land or a body that a dossier tells of another far oftener: whose it is now, the words don't say.

    Args:
        held: how often somebody is called by each wording, in lower case.
        most: how often the one who is called so oftenest.
    """
    return frozenset(wording for wording in SOLE if 0 < held.get(wording, 0) * OUTDONE <= most.get(wording, 0))


def ranked(described: Mapping[str, Sequence[Passage]], names: Collection[str] = ()) -> list[Sequence[Passage]]:
    """The descriptions, best first, without those that describe nobody.

    A longer one ("Nigerian Vice President") also has the weight of the shorter ones in it.

    Args:
        described: the passages of each wording, by its words in lower case.
        names: the wordings that begin as a name does in their article.
    """
    words = {wording: wording.split() for wording in described}
    plain = {wording for wording, parts in words.items() if parts and not _tells_nothing(wording, parts, wording in names)}
    weight = {wording: sum(len(described[other]) for other in plain if _within(other, wording)) for wording in plain}

    def order(wording: str) -> tuple[bool, bool, bool, bool, int, int, str, int]:
        first = described[wording][0]
        parts = words[wording]
        clause, several = parts[0] in {"who", "of"} | ANYBODY, parts[-1].endswith("s") and parts[-1] not in SINGULAR
        return (
            len(parts) > LONG,
            clause,
            several,
            parts[-1].endswith("."),
            -weight[wording],
            -len(parts),
            first.source,
            first.start,
        )

    return [described[wording] for wording in sorted(plain, key=order)]


def _within(one: str, other: str) -> bool:
    """Whether a wording tells no more than another: "former director" of "former coastguard director", no "vice president" of one."""
    if f" {one} " in f" {other} ":
        return True
    short, long = one.split(), other.split()
    more = [word for word in long if word not in short]
    if len(short) < 2 or short[0] != long[0] or short[-1] != long[-1] or len(long) - len(short) != len(more):
        return False
    return [word for word in long if word in short] == short and GRADES.isdisjoint(more)


def begins_as_a_name(before: str, words: str) -> bool:
    """Whether a description begins with a capital that only a name has: "the Nice mayor", "Real Madrid striker".

    Not "Great friend", which opens a sentence, nor "Best New Artist" and "GREAT FRIEND", where every word has one.

    Args:
        before: what stands before it in its article.
        words: the description.
    """
    first, *rest = words.split() or [""]
    if not (first.istitle() and rest) or rest[-1][0].isupper():
        return False
    return rest[0][0].isupper() or bool(INSIDE_A_SENTENCE.search(before))


def _tells_nothing(wording: str, parts: Sequence[str], named: bool) -> bool:
    """ "one girl", "man", "his brother", "Best New Artist", and 'Moor” director', which is torn out of quotation marks.

    Args:
        wording: in lower case.
        parts: its words.
        named: whether its first word is written as a name's.
    """
    torn = any(mark in wording for mark in CLOSING) and not any(mark in wording for mark in OPENING)
    if torn or TORN.search(wording):
        return True
    if parts[-1] in RELATION and not any(part.endswith(("'s", "’s", "s'", "s’")) for part in parts):
        return True
    if parts[0] in COUNTING and parts[1:2] and parts[1] in NUMBERED:
        return False
    empty = COUNTING | DANGLING | (frozenset() if named else PRAISE)
    return parts[0] in empty or wording in NOBODY or bool(AWARD.match(wording))
