"""What decides a kind whatever the weights say: constructions in which nobody but a thing, or nothing but a place, is named."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.dossier.people.group import Group

MOST_OFTEN = 0.5
# "the Maren Rose sank", "the Maren Rose, a ferry"; but "the Ann Field case" is called after her
ALONE = re.compile(
    r"(?:['’]s\b)?(?:\s+(?:had|has|was|were|is|are|will|would|could|can|in|at|on|off|from|to|and|with|before|after|as|when|\w+ed|"
    r"sank|rose|ran|broke|went|left|came|lost|hit|struck)\b|\s*[.,;:!?)”\"]|\s*$)"
)
HEADED = frozenset(
    {"ends as a body", "ends as media", "ends as built", "ends as an event", "ends as a law", "a listed body"}
)


def before_weighing(group: Group, shown: Mapping[str, float]) -> str | None:
    """The kind that the words beside a supposed person show by themselves."""
    if group.type != "PERSON":
        return None
    if "one word" in shown:  # "the office in Gray, Maine"
        somewhere = shown.get("before: in", 0.0) >= MOST_OFTEN and any(sign.startswith("on the map") for sign in shown)
        return "GPE" if somewhere else None
    thing = shown.get("before: the", 0.0) >= MOST_OFTEN and not (HEADED | {"after: aged"}) & shown.keys() and _alone(group)
    return "PRODUCT" if thing else None


def _alone(group: Group) -> bool:
    """Whether no mention stands before a noun to which it belongs."""
    return all(
        ALONE.match(record.text, m.end) for record, entity in group.members for m in entity.mentions if m.kind == "name"
    )
