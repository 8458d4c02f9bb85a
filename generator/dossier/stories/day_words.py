"""What the words for a time say by themselves: whether they name a day, a time of day, or a day of the week."""

from __future__ import annotations

import re

from generator.values.calendar_words import ANY_MONTH

# "Oct. 1", "August", "2014", "the 1970s", "10/13/2016": the words name the day, if only in part
IN_WORDS = re.compile(rf"\b(?:{ANY_MONTH})\b|\b(?:1[5-9]|20)\d\d(?:s|\b)|\b\d\d?[./]\d\d?[./]\d\d", re.IGNORECASE)
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d")
HOUR = r"\d\d?(?:[:.]\d\d)?\s*(?:a\.?m\b|p\.?m\b|o.clock|gmt|hours)|\d\d?[:.]\d\d|noon|midnight|\d{4}\s*(?:gmt|hours)"
CLOCK = re.compile(rf"\b(?:{HOUR})", re.IGNORECASE)
# "at midnight" is a time, "a midnight cherry roadster" is none
BARE_HOURS = frozenset({"midnight", "noon"})
TIME_BEFORE = re.compile(r"\b(?:at|around|about|before|after|until|till|by|past|near|since|from|to|of)\s+$", re.IGNORECASE)
# beside these a time of day has a day of its own
DAY_WORDS = re.compile(
    r"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|tues?|wed|thu|fri|sat|sun)\b\.?|to(?:day|night|morrow)|yesterday|day|week|weekend|ago"
    r"|night|morning|evening|afternoon)\b",
    re.IGNORECASE,
)
# "fell 4 percent by mid-afternoon": of the day of its story; "that evening" is of the day before it in the text
BARE_PART = re.compile(r"(?:the )?(?:early |late |mid-?)?(?:morning|afternoon|evening)", re.IGNORECASE)
TODAY = re.compile(r"\btoday\b|\btonight\b|\bthis (?:morning|afternoon|evening)\b", re.IGNORECASE)
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)


def says_no_day(words: str) -> bool:
    """Whether words name a time of day alone."""
    return bool(BARE_PART.fullmatch(words.strip()) or (CLOCK.search(words) and not DAY_WORDS.search(words)))
