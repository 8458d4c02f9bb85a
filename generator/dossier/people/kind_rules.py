"""What decides a kind whatever the weights say: constructions in which nobody but a thing, or nothing but a place, is named."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.dossier.people.group import Group
from generator.values.gazetteer import INCORPORATED

MOSTLY, LIKELY, SURE = 0.5, 0.75, 0.9
SEVERAL = 2  # mentions of an acronym
# "the Maren Rose sank", "the Maren Rose, a ferry"; but "the Ann Field case" is called after her
ALONE = re.compile(
    r"(?:['’]s\b)?(?:\s+(?:had|has|was|were|is|are|will|would|could|can|in|at|on|off|from|to|and|with|before|after|as|when|\w+ed|"
    r"sank|rose|ran|broke|went|left|came|lost|hit|struck)\b|\s*[.,;:!?)”\"]|\s*$)"
)
# "near Sandilands", "in Moorly"
SOMEWHERE = frozenset({"before: in", "before: at", "before: near", "before: from"})
NUMBERED = re.compile(r"\s(?:\d+|[IVX]{1,4})$")
# what only bodies have, or do
BODY = frozenset(
    {"after: trades", "after: says", "a listed body", "ends as a body", "ends as media", "noun after: person"}
    | {f"{sign}: {noun}" for sign in ("is a", "noun before", "last word is a noun") for noun in ("body", "media", "group")}
)
# "Moor Chain Reaction": its last word is none of a body's
ITS_NOUN = frozenset(f"last word is a noun: {noun}" for noun in ("thing", "event", "work", "vehicle"))
HEADED = frozenset(
    {"ends as a body", "ends as media", "ends as built", "ends as an event", "ends as a law", "a listed body"}
)
MADE_TYPES = frozenset({"PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})


def before_weighing(group: Group, shown: Mapping[str, float]) -> str | None:
    """The kind that the words beside a supposed person show by themselves."""
    if group.type != "PERSON":
        return None
    if "one word" in shown:  # "the office in Gray, Maine"
        somewhere = shown.get("before: in", 0.0) >= MOSTLY and any(sign.startswith("on the map") for sign in shown)
        return "GPE" if somewhere else None
    thing = shown.get("before: the", 0.0) >= MOSTLY and not (HEADED | {"after: aged"}) & shown.keys() and _alone(group)
    return "PRODUCT" if thing else None


def _alone(group: Group) -> bool:
    """Whether no mention stands before a noun to which it belongs."""
    return all(
        ALONE.match(record.text, m.end) for record, entity in group.members for m in entity.mentions if m.kind == "name"
    )


def after_weighing(group: Group, best: str, found: Mapping[str, float], shown: Mapping[str, float]) -> str:
    """The likeliest kind, unless it is little likelier than what the construction or the recogniser says."""
    if best == "PERSON" and found[best] < LIKELY and _mere_words(group, shown):
        return "PRODUCT"
    if best != "ORG":
        return best
    if group.type in {"GPE", "LOC"} and found[best] < SURE and SOMEWHERE & shown.keys():
        return "PLACE"  # the articles took it for one, and something is in it
    if BODY & shown.keys() or any(form.split()[-1].lower().rstrip(".") in INCORPORATED for form in group.forms):
        return best
    return "PRODUCT" if _unproven(group, found[best], shown) else best


def _mere_words(group: Group, shown: Mapping[str, float]) -> bool:
    """ "BRAIN BUG", "Edit Team Profile": a line of a menu, found once, that ends in the noun of a thing."""
    once = sum(len(entity.mentions) for _, entity in group.members) == 1
    words = "all words common" in shown or "many words" in shown
    return once and words and "last word is a noun: thing" in shown


def _unproven(group: Group, likely: float, shown: Mapping[str, float]) -> bool:
    """Whether nothing but the look of a name makes it a body's: "Moor Makes" of a headline, "the Falcon Heavy rocket", "Moor 4 system"."""
    mentions = sum(len(entity.mentions) for _, entity in group.members)
    if "an acronym" in shown or ("one word" in shown and group.type == "ORG"):
        return group.type not in {"ORG", "PERSON"} and mentions < SEVERAL
    if group.type in MADE_TYPES and shown.get(f"taken for {group.type}") == 1.0:
        return likely < SURE
    numbered = any(NUMBERED.search(form) for form in group.forms)  # "Moor 9", "Moor V"
    if ITS_NOUN & shown.keys() or "a digit" in shown or numbered:
        return likely < SURE
    again = mentions >= SEVERAL and shown.get("taken for ORG") == 1.0
    return likely < LIKELY and not again
