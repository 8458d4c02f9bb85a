"""Publishers as other articles name them: whom somebody told something, who reported it; none of these is in the story by that."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.dossier.differences.corroboration import OUTLETS
from generator.dossier.model import Passage, Source, Subject
from generator.dossier.people.kind_signs import MEDIA_HEADS

FRAME = 40  # code points before a name
# "told Coast Weekly", "in an interview with Coast Weekly", "according to Coast Weekly"
TELLING_BEFORE = re.compile(
    r"\b(?:(?:told|tells|telling|citing|via|following|quoted by|reported by)|according to|confirmed to|, reports|"
    r"(?:interview|spoke|speaking|spoken|talking|talked|sat down|statement|comments?|remarks?)\b[^.;:]{0,20}\b(?:to|with|for|by|in)|"
    r"(?:reports?|article|story|piece|footage|claims|saying|writing|wrote|said)\s+(?:by|in|on|for|from|to))\s+(?:the\s+|an?\s+)?$",
    re.I,
)
# "Coast Weekly reported", "the Coast Weekly news agency", "a Coast Weekly article"
REPORTING_BEHIND = re.compile(
    r"(?:['’]s)?\s+(?:\w+\s+)?(?:agency\b|news agency\b|newspaper\b|columnist|correspondent|reporter|journalist|photographer|interview|"
    r"article|story|profile|report|op-ed|poll\b|(?:has |had |also |first |has also )?(?:reported|reports|(?:is|was|are) reporting|"
    r"said|says|wrote|writes|quoted|"
    r"quotes|cited|cites)\b)",
    re.I,
)
# of whoever is no known publisher: "told Vantage", "in an interview with Vantage"
INTERVIEWED = re.compile(r"\b(?:told|tells|telling|interview with|speaking to)\s+(?:the\s+)?$", re.I)
AGENCY_BEHIND = re.compile(r"\s+(?:news agency|newspaper)\b")
MOSTLY = 0.75  # of the mentions of a known publisher


def only_tells(subject: Subject, sources: Mapping[str, Source]) -> bool:
    """Whether a body is named as a publisher only: of a known one most mentions are so, of any other all are."""
    if subject.type != "ORG" or not subject.mentions:
        return False
    known = _known(subject)
    telling = sum(_telling(sources[m.source].record.text, m, known) for m in subject.mentions)
    return telling >= len(subject.mentions) * (MOSTLY if known else 1.0)


def _known(subject: Subject) -> bool:
    """ "Reuters", "the Aldmouth Herald"."""
    names = [name.casefold().removeprefix("the ") for name in (subject.name, *subject.aliases)]
    words = names[0].split()
    return any(name in OUTLETS for name in names) or (len(words) > 1 and words[-1] in MEDIA_HEADS)


def _telling(text: str, mention: Passage, known: bool) -> bool:
    before, after = (TELLING_BEFORE, REPORTING_BEHIND) if known else (INTERVIEWED, AGENCY_BEHIND)
    return bool(before.search(text, max(0, mention.start - FRAME), mention.start) or after.match(text, mention.end))
