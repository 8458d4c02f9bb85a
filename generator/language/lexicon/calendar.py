"""The names of months and days as English writes them in full; `times/lexicon.py` adds what they are shortened to, and their numbers."""

from __future__ import annotations

MONTH_NAMES = tuple("january february march april may june july august september october november december".split())
WEEKDAY_NAMES = tuple("monday tuesday wednesday thursday friday saturday sunday".split())
