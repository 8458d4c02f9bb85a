"""What a source's words alone decide: a whole date is that day, a whole name is that person. An editor may set both otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from generator.site.verifier.known import MONTHS, UNMARKED, Known

NAMED = r"(?P<month>[A-Z][a-z]+)\.?"
WEEKDAY = r"(?:(?:on )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:on )?(?:the )?"
DATES = (
    re.compile(rf"{WEEKDAY}{NAMED} (?P<day>\d\d?)(?:st|nd|rd|th)?,? (?P<year>\d{{4}})"),  # "March 21, 2023"
    re.compile(rf"{WEEKDAY}(?P<day>\d\d?)(?:st|nd|rd|th)?(?: of)? {NAMED},? (?P<year>\d{{4}})"),  # "21 March 2023"
    re.compile(r"(?P<year>\d{4})-(?P<number>\d\d)-(?P<day>\d\d)"),
)
SOMEBODY_ELSE = re.compile(
    r"\b(?:for|of|to|by|with|from|under|and|than|about|against|on|in|at)\b|['’]s?\b|,"
)  # "a spokesman for Ann Field"


class Stated(Known):
    """Days and speakers that the words beside them name in full."""

    def stated(self) -> Iterator[str]:
        """Every day and speaker that is another than its words say."""
        for event in self.events.values():
            for item in (event, *event["tellings"]):
                yield from self._day_of(event, item.get("day") or {})
        known = self._full_names()
        for quote in self.quotes.values():
            words = (quote["attributed_to"] or {}).get("text", "")
            person = _one(words, known)
            if not person or quote["speaker"] in (None, person) or self._also_named(quote["speaker"], words):
                continue
            if quote["confidence"] >= UNMARKED and "speaker" not in quote["edits"]:  # below, pages say “probably”
                told = f"{self.names.get(quote['speaker'])}, its source “{words[:80]}”"
                yield f"data/quotes.json: the speaker of {quote['id']} is {told}, and no editor set that."

    def _also_named(self, speaker: str, words: str) -> bool:
        """Whether words hold a name of the speaker's, too: "Jupiter Research", which somebody called Jupiter is."""
        person = self.people.get(speaker)
        return person is not None and any(name in words for name in (person["name"], *person["aliases"]))

    def _day_of(self, event: dict[str, Any], day: dict[str, Any]) -> Iterator[str]:
        words = " ".join(((day.get("wording") or {}).get("text") or "").split())
        stated = whole(words)
        if stated and day["value"][:10] != stated and not day.get("mod") and "date" not in event["edits"]:
            yield f"data/events.json: {event['id']} is on {day['value']}, its source says “{words}”, and no editor set that."

    def _full_names(self) -> dict[str, str]:
        """Names of two words or more that are one person's, whose they are."""
        found: dict[str, set[str]] = {}
        for person in (each for each in self.people.values() if each["type"] == "PERSON"):
            for name in (person["name"], *person["aliases"]):
                if " " in name.strip():
                    found.setdefault(name, set()).add(person["id"])
        return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def whole(words: str) -> str | None:
    """The day that a whole date names, as ISO writes it; of other words none."""
    for pattern in DATES:
        if found := pattern.fullmatch(words):
            parts = found.groupdict()
            month = (parts.get("month") or "").lower()[:3]
            number = MONTHS.index(month) + 1 if month in MONTHS else int(parts.get("number") or 0)
            return f"{parts['year']}-{number:02}-{int(parts['day']):02}" if number else None
    return None


def _one(words: str, known: dict[str, str]) -> str | None:
    """Whose whole name words are, or end with behind what the person is called: "council leader Ann Field"."""
    starts = [0, *(space.end() for space in re.finditer(" ", words))]
    name = next((words[start:] for start in starts if words[start:] in known), None)  # the longest first
    if name is None or SOMEBODY_ELSE.search(words.removesuffix(name)):
        return None
    return known[name]
