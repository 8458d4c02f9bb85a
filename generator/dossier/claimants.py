"""The words beside a fact that say who claims it: a whole phrase, without what only describes its head."""

from __future__ import annotations

import re

from generator.dossier.model import Passage
from generator.dossier.passages import slice_of
from generator.records.model import Record
from generator.values.span import Span

# "the source, who spoke on condition of anonymity", "Ann Field (and Aldmouth", "Bo Reed, aka “The Gull": the head says who
DESCRIBED = re.compile(r",? (?=\()|,(?= (who|which|whose|that|aka|speaking|in comments|in an interview)\b)|,(?= \w+ed by\b)")
# no phrase that names anybody: "just one week after", "until Friday", "when the mayor"
NO_CLAIMANT = re.compile(
    r"(just|only|until|after|before|when|while|as|if|because|since|during|despite|although|though|by|for|from|of|on|to|with|than|even"
    r"|later|earlier|today|yesterday|tomorrow|speech)\b",
    re.I,
)
# and none that more was to come of: "the outlines of which", "The Geneva-based"
UNDONE = re.compile(r"\b(who|which|that|whose|the|an?|of|and|or|by|in|from|to|with|was|is|were|are)\Z|-based\Z", re.I)


def claimant(record: Record, span: Span) -> Passage | None:
    """Who claims something, in the source's words; None where they are no whole phrase."""
    text = record.text[span.start : span.end]
    described = DESCRIBED.search(text)
    end = span.start + described.start() if described and described.start() else span.end
    found = slice_of(record, span.start, end)
    if NO_CLAIMANT.match(found.text) or UNDONE.search(found.text) or not _balanced(found.text):
        return None
    return found


def _balanced(text: str) -> bool:
    return text.count("(") == text.count(")") and text.count("“") == text.count("”") and text.count('"') % 2 == 0
