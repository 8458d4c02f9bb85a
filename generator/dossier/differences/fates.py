"""What the figures of a sentence count, by the words of `fate_words`: how many were killed, injured, freed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.dossier.differences.fate_words import (
    BETWEEN_COUNT_AND_FATE,
    FATE_END,
    FATE_SUPPOSED,
    FATES,
    GOERS,
    GROUPS_OF_PEOPLE,
    ONE_HOSPITAL,
    ONE_THING,
    PART_OF_COUNT,
    PEOPLE,
    PEOPLES,
    PHRASE,
    SPAN,
    Fate,
)  # fmt: skip
from generator.values.gazetteer import is_demonym
from generator.values.noun_kinds import noun_kind


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure of a sentence counts."""

    figure: int
    fate: Fate
    noun: str  # "" for people as such
    span: bool  # a count over years


def counted(masked: str) -> list[Counted]:
    """What the figures of a sentence count, each once.

    Args:
        masked: the sentence in lower case, `#0#` for its first figure, `@` for a number that is a time, an age or a part of a name.
    """
    found: dict[int, Counted] = {}
    for fate, patterns in _table():
        for way, pattern in patterns:
            for match in pattern.finditer(masked):
                number = int(match["figure"])
                if number not in found and not _refused(masked, match, fate, way):
                    noun = _noun(match)
                    if not (fate.of_things and not noun):
                        noun = "" if fate.anybody and _person(noun) else noun
                        nation = _nation(match["counted"])
                        noun = nation if _nation(noun) else f"{nation} {noun}".strip()
                        found[number] = Counted(number, fate, noun, bool(SPAN.search(masked)))
    return [found[n] for n in sorted(found)]


def _compiled(fate: Fate) -> tuple[tuple[str, re.Pattern[str]], ...]:
    figure = r"#(?P<figure>\d+)#"
    aside = r"(?: ?,[^#,]{0,50},)?"
    return (
        (
            "before",
            re.compile(rf"\b(?:{fate.before})(?: (?:another|a further|the|some|all|up))? {figure}{PHRASE}(?=$|[ ,.;:’”—-])"),
        ),
        ("after", re.compile(rf"{figure}{PHRASE}{aside}(?: who)?(?P<be>{BETWEEN_COUNT_AND_FATE}) (?P<word>{fate.after})\b")),
        ("noun", re.compile(rf"{figure}(?P<counted>)(?: (?:confirmed|reported|more))? (?:{fate.nouns})\b")),
        ("of", re.compile(rf"\b(?:{fate.of}) (?:the )?{figure}{PHRASE}{FATE_END}")),
    )


@cache
def _table() -> tuple[tuple[Fate, tuple[tuple[str, re.Pattern[str]], ...]], ...]:
    """The patterns of all fates; compiled when they are first wanted, since a build without changes wants none."""
    return tuple((fate, _compiled(fate)) for fate in FATES)


OBJECT = re.compile(r" (?:#|a |an |the |his |her |their |its |people|himself|themselves|him |them )")
RELEASED = re.compile(r"\b(?:releas|freed|free |escap|rescu|return)")


def _refused(masked: str, match: re.Match[str], fate: Fate, way: str) -> bool:
    """Whether a figure only seems to count this."""
    before, after = masked[: match.start()], masked[match.end() :]
    figure = f"#{match['figure']}#"
    lead, tail = masked[: masked.index(figure)], masked[masked.index(figure) + len(figure) :]
    if (
        PART_OF_COUNT.search(lead)
        or re.match(r" (?:of|out of) (?:them|whom|those|the|these|its|#|every)| in (?:them|whom|those|#|every)", tail)
        or (fate.name != "affected" and FATE_SUPPOSED.search(before))
    ):
        return True
    if re.search(r"#\d+# (?:of|out of) (?:the )?$", lead):
        return fate.name != "kidnapped"
    if way == "after" and not match["be"].strip() and OBJECT.match(after) and match["word"] not in {"dead", "injured"}:
        return True  # "two men killed three people"
    words = match["counted"].split()
    if way == "before" and re.match(r" and #\d+#", after):
        return True  # "seizing 12 Somali and 11 Yemeni nationals": each is a part
    if fate.name == "dead" and (set(words) & {"more", "other", "further"} or re.search(r"\b(?:another|further) $", lead)):
        return True
    if re.search(r"\band $", lead) and words[:1] == ["others"] and way == "after":
        return True
    if fate.name == "kidnapped" and way == "after" and RELEASED.search(after):
        return not re.search(r"#\d+# (?:of|out of) (?:the )?$", lead)  # "21 girls kidnapped in 2014 were released"
    if fate.name == "injured" and ONE_HOSPITAL.search(masked):
        return True
    return fate.name == "trapped" and match.group().startswith("free ") and "trapped" not in after


def _nation(words: str) -> str:
    """Of which people somebody is counted, where the words say it: "400,000 UK customers" are another count than all."""
    named = (PEOPLES.get(word, word.capitalize()) for word in words.split())
    return next((word.removesuffix("s") for word in named if is_demonym(word)), "")


def _noun(match: re.Match[str]) -> str:
    """The head of what is counted; empty where it is people as such."""
    words = match["counted"].split()
    if "of" in words:
        words = words[words.index("of") + 1 :] if words[0] == "of" else words[: words.index("of")]
    head = words[-1].strip("’'-") if words else ""
    head = ONE_THING.get(head, head)
    people = head in PEOPLE or set(words) & PEOPLE or head.endswith(GOERS)
    return "" if not head or people else head


def _person(noun: str) -> bool:
    """Whether a noun names persons: "girls", "students"; not "rifles"."""
    return not noun or noun in PEOPLE or noun in GROUPS_OF_PEOPLE or noun_kind(noun) == "person"
