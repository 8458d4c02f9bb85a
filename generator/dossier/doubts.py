"""A date of publication that an article's own words contradict is doubted aloud, never changed."""

from __future__ import annotations

import re

from generator.records.model import Record
from generator.values.timex import WRITTEN_DAY

YEAR = re.compile(r"(?:19|20)\d\d")


def doubt(record: Record) -> str | None:
    """A sentence for a reader where an article tells as past a day that lies after its date of publication.

    Only a day whose year stands in the article counts: every other one was counted from the date in doubt.
    """
    published = record.metadata.published
    if not published or record.metadata.published_checked:
        return None
    planned = {event.date.wording for event in record.events if event.status != "happened" and event.date}
    later = [
        (event.date.value, record.text[event.date.wording.start : event.date.wording.end])
        for event in record.events
        if event.status == "happened"
        and event.date
        and event.date.wording
        and WRITTEN_DAY.fullmatch(event.date.value)
        and event.date.value > published
        and event.date.wording
        not in planned  # "the hearing will be held on 14 May": the noun beside it has happened by no word
        and YEAR.search(record.text, event.date.wording.start, event.date.wording.end)
    ]
    if not later:
        return None
    return f"The date is in doubt: the article tells of “{' '.join(min(later)[1].split())}” as past, which lies after {published}."
