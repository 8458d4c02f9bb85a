"""Places that the recogniser leaves out or takes for something else, where the marks beside them tell: states, datelines, "-based"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.language.lexicon.marks import DASHES, HYPHENS
from generator.language.names.name import Name
from generator.values.gazetteer import places
from generator.values.short_states import SHORTENED

# shortened states that are no words and no ends of sentences by themselves: "deaths in B.C. this year"
ALONE = frozenset({"B.C.", "D.C.", "N.L.", "P.E.I.", "N.W.T."})
BEFORE_ALONE = frozenset(
    "in of from to across throughout into through northern southern eastern western northeastern the".split()
)
PARTIES = frozenset({"D", "R", "I"})  # "Bob Field, D-Pa."
LINKED_TO_PLACE = frozenset({"based", "headquartered", "born", "area", "bound", "trained"})  # "the Houston-based firm"
LONGEST_TOWN = 3  # words of a town


def situated(text: Sequence[str], opens: Sequence[bool], names: Sequence[Name]) -> list[Name]:
    """The names, with the places that are missing among them.

    Args:
        text: the tokens.
        opens: which of them open a sentence.
        names: what was found, in order.
    """
    taken = {n for name in names for n in range(name.start, name.end)}
    more = [*(Name(n, n + 1, "GPE") for n in _states(text)), *_bases(text)]
    free = [name for name in more if taken.isdisjoint(range(name.start, name.end))]
    return sorted([*_labelled(text, opens, names), *free], key=lambda name: name.start)


def _labelled(text: Sequence[str], opens: Sequence[bool], names: Sequence[Name]) -> list[Name]:
    """The names, those of datelines and shortened states as places."""
    lines = {_low(text, name) for name in names if _dateline(text, opens, name)}
    return [replace(name, label="GPE") if _low(text, name) in lines or _lone_state(text, name) else name for name in names]


def _lone_state(text: Sequence[str], name: Name) -> bool:
    return name.end - name.start == 1 and _state(text, name.start)


def _dateline(text: Sequence[str], opens: Sequence[bool], name: Name) -> bool:
    """ "ROSWELL" of a dateline, which was taken for somebody."""
    if not opens[name.start] or name.end >= len(text) or text[name.end] not in DASHES:
        return False
    return all(word.isupper() for word in text[name.start : name.end]) and _low(text, name) in places()


def _low(text: Sequence[str], name: Name) -> str:
    return " ".join(text[name.start : name.end]).lower()


def _states(text: Sequence[str]) -> Iterator[int]:
    return (n for n, word in enumerate(text) if word in SHORTENED and _state(text, n))


def _state(text: Sequence[str], n: int) -> bool:
    """ "Fresno, Calif.", "D-Pa.", "in B.C."; not "in 300 B.C.", nor "a Man." at the end of a sentence."""
    if n < 2 or text[n] not in SHORTENED:
        return False
    before, far = text[n - 1], text[n - 2]
    if before == "," and far[:1].isupper() and far.rstrip(".").replace("'", "").isalpha():
        return True
    if before in HYPHENS and far in PARTIES:
        return True
    return text[n] in ALONE and before.lower() in BEFORE_ALONE


def _bases(text: Sequence[str]) -> Iterator[Name]:
    """ "the [Houston]-based firm"."""
    for n in range(1, len(text) - 1):
        if text[n] in HYPHENS and text[n + 1].lower() in LINKED_TO_PLACE:
            start = next((k for k in range(max(0, n - LONGEST_TOWN), n) if _town(text[k:n])), None)
            if start is not None:
                yield Name(start, n, "GPE")


def _town(words: Sequence[str]) -> bool:
    return all(word[:1].isupper() for word in words) and " ".join(words).lower() in places()
