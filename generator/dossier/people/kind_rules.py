"""What decides a kind whatever the weights say: constructions in which nobody but a thing, or nothing but a place, is named."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.dossier.people.group import Group

MOSTLY, LIKELY, SURE = 0.5, 0.75, 0.9
# "the Maren Rose sank", "the Maren Rose, a ferry"; but "the Ann Field case" is called after her
ALONE = re.compile(
    r"(?:['’]s\b)?(?:\s+(?:had|has|was|were|is|are|will|would|could|can|in|at|on|off|from|to|and|with|before|after|as|when|\w+ed|"
    r"sank|rose|ran|broke|went|left|came|lost|hit|struck)\b|\s*[.,;:!?)”\"]|\s*$)"
)
# "near Sandilands", "in Moorly"
SOMEWHERE = frozenset({"before: in", "before: at", "before: near", "before: from"})
VEHICLE = frozenset({"noun after: vehicle", "last word is a noun: vehicle", "noun before: vehicle", "is a: vehicle"})
# what only bodies have
BODY = frozenset({"after: trades", "a listed body", "ends as a body", "ends as media", "is a: body", "noun before: body"})
MADE = frozenset({"PRODUCT", "WORK_OF_ART", "EVENT", "LAW"})


def before_weighing(group: Group, shown: Mapping[str, float]) -> str | None:
    """The kind that the words beside a supposed person show by themselves."""
    if group.type != "PERSON":
        return None
    if "one word" in shown:  # "the office in Gray, Maine"
        somewhere = shown.get("before: in", 0.0) >= MOSTLY and any(sign.startswith("on the map") for sign in shown)
        return "GPE" if somewhere else None
    thing = shown.get("before: the", 0.0) >= MOSTLY and "after: aged" not in shown and _alone(group)
    return "PRODUCT" if thing else None


def _alone(group: Group) -> bool:
    """Whether no mention stands before a noun to which it belongs."""
    return all(
        ALONE.match(record.text, m.end) for record, entity in group.members for m in entity.mentions if m.kind == "name"
    )


def after_weighing(group: Group, best: str, found: Mapping[str, float], shown: Mapping[str, float]) -> str:
    """The likeliest kind, unless it is little likelier than what the construction or the recogniser says."""
    if best != "ORG":
        return best
    if group.type in {"GPE", "LOC"} and found[best] < SURE and SOMEWHERE & shown.keys():
        return "PLACE"  # the articles took it for one, and something is in it
    if found[best] < LIKELY and VEHICLE & shown.keys() and not BODY & shown.keys():
        return "PRODUCT"  # "the Falcon Heavy rocket"
    if found[best] < MOSTLY and group.type in MADE and f"always taken for {group.type}" in shown:
        return group.type
    return best
