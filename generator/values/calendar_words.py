"""The names of months and days in English, in full and as they are shortened, and their numbers.

"Sept. 4", "Thurs": whoever reads a date, in a page's head, a sentence or a data file, reads these.
"""

from __future__ import annotations

_MONTHS = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|august aug|september sept sep|october oct|november nov|"
    "december dec"
)
_WEEKDAYS = "monday mon|tuesday tues tue|wednesday wed|thursday thurs thur thu|friday fri|saturday sat|sunday sun"


def _numbered(names: str, first: int) -> dict[str, int]:
    return {name: number for number, forms in enumerate(names.split("|"), first) for name in forms.split()}


MONTHS = _numbered(_MONTHS, 1)  # January is 1
WEEKDAYS = _numbered(_WEEKDAYS, 1)  # Monday is 1, as in ISO 8601
MONTH_NAMES = tuple(forms.split()[0] for forms in _MONTHS.split("|"))
WEEKDAY_NAMES = tuple(forms.split()[0] for forms in _WEEKDAYS.split("|"))
WRITTEN_MONTHS = tuple(map(str.capitalize, MONTH_NAMES))  # as a page shows them
WRITTEN_WEEKDAYS = tuple(map(str.capitalize, WEEKDAY_NAMES))
# to be put into a pattern: the longer name first, so that "sept" is not read as "sep"
ANY_MONTH = "|".join(sorted(MONTHS, key=lambda name: (-len(name), name)))
