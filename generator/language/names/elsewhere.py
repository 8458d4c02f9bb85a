"""What was found once is found everywhere in an article: whole names, repeated names, and none inside another."""

from __future__ import annotations

from collections import Counter

from generator.language.lexicon.marks import HYPHENS
from generator.language.lexicon.tags import NAMED, PROPER
from generator.language.names.name import Name
from generator.values.gazetteer import TITLES

OVERLAP_REACH = 9  # words before a name in which another that reaches over its beginning can begin


Forms = dict[tuple[str, str], Counter[tuple[tuple[str, ...], str]]]  # names and kinds, by their first two words


def whole(text: list[str], names: list[Name]) -> list[Name]:
    """Where "Moro Haven" was found whole, "Haven" alone after a "Moro" is the same name cut short, unless that is what is mostly found."""
    forms = _whole_forms(text, names)
    cut = _cut_forms(text, names, forms)
    often = [found for (form, label), found in cut.items() if len(found) <= forms[form[0], form[1]][form, label]]
    mended = [name for found in often for name in found]
    covered = {n: each.end for each in mended for n in range(each.start, each.end)}
    rest = [name for name in names if name.end > covered.get(name.start, -1)]
    return apart(sorted([*rest, *mended], key=lambda name: (name.start, -name.end)))


def _cut_forms(text: list[str], names: list[Name], forms: Forms) -> dict[tuple[tuple[str, ...], str], list[Name]]:
    """Where whole forms stand of which only a part was found."""
    starts = {name.start: name for name in names}
    cut: dict[tuple[tuple[str, ...], str], list[Name]] = {}
    for n, first in enumerate(text[:-1]):
        for form, label in forms.get((first, text[n + 1]), ()):
            end = n + len(form)
            if tuple(text[n:end]) == form and _cut_there(starts, n, end):
                cut.setdefault((form, label), []).append(Name(n, end, label))
    return cut


def _whole_forms(text: list[str], names: list[Name]) -> Forms:
    """The names of several words with their kinds, by their first two words."""
    forms: Forms = {}
    for name in names:
        if name.label in NAMED and name.end - name.start > 1:
            words = tuple(text[name.start : name.end])
            forms.setdefault((words[0], words[1]), Counter())[words, name.label] += 1
    return forms


def _cut_there(starts: dict[int, Name], start: int, end: int) -> bool:
    """Whether what was found inside a stretch is a part of it, and nothing found reaches over its ends."""
    inside = [starts[k] for k in range(start, end) if k in starts]
    whole = len(inside) == 1 and (inside[0].start, inside[0].end) == (start, end)
    before = range(max(0, start - OVERLAP_REACH + 1), start)
    over = any(k in starts and starts[k].end > start for k in before)
    return bool(inside) and not whole and not over and inside[-1].end <= end


def repeated(text: list[str], tags: list[str], names: list[Name]) -> list[Name]:
    """Find the other occurrences of the names found, and of the surnames of persons named in full."""
    known = _to_find(text, names)
    taken = [False] * len(text)
    for name in names:
        taken[name.start : name.end] = [True] * (name.end - name.start)
    found = list(names)
    for n in range(len(text)):
        if taken[n] or tags[n] not in PROPER:
            continue
        if again := _found_at(text, tags, taken, known, n):
            taken[n : again.end] = [True] * (again.end - n)
            found.append(again)
    return sorted(found, key=lambda name: name.start)


def _found_at(
    text: list[str],
    tags: list[str],
    taken: list[bool],
    known: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]],
    n: int,
) -> Name | None:
    """The longest known name that begins at a word, in words that no other name holds."""
    # two words begin a longer name: "John" alone would begin too many
    begun = known.get((text[n], text[n + 1]) if n + 1 < len(text) else (text[n],), ())
    for form, label in (*begun, *known.get((text[n],), ())):
        end = n + len(form)
        if tuple(text[n:end]) == form and not any(taken[n:end]) and not _part_of_another(text, tags, taken, n, end):
            return Name(n, end, label)
    return None


def _to_find(text: list[str], names: list[Name]) -> dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]]:
    """The names to look for with their kinds, the longest first, by their first two words."""
    forms: dict[tuple[tuple[str, ...], str], None] = {}
    for name in names:
        words = tuple(text[name.start : name.end])
        if name.label not in {"PERSON", "ORG", "GPE"} or (len(words) == 1 and not words[0][0].isupper()):
            continue
        forms[words, name.label] = None
        if name.label == "PERSON" and len(words) > 1 and len(words[-1]) > 2:
            # "Holtz-Eakin" is one surname of three words
            forms[words[-3:] if len(words) > 3 and words[-2] in HYPHENS else words[-1:], name.label] = None
    known: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
    for form, label in sorted(forms, key=lambda entry: -len(entry[0])):
        known.setdefault(form[:2], []).append((form, label))
    return known


def _part_of_another(text: list[str], tags: list[str], taken: list[bool], start: int, end: int) -> bool:
    """Whether a single word stands inside a longer run of proper nouns: it is a part of another name then."""
    beside = [tags[k] in PROPER and not taken[k] for k in (start - 1, end) if 0 <= k < len(text)]
    return end - start == 1 and any(beside) and not (start and text[start - 1].lower() in TITLES)


def apart(names: list[Name]) -> list[Name]:
    """The names without those that begin inside another: of "Ann Lee Comfort Bo", one list of names ran into the next."""
    kept: list[Name] = []
    for name in names:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept
