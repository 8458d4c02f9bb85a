"""Documents of another day that an article quotes: in a letter of 3 May "tomorrow" is 4 May, whenever the article appeared."""

from __future__ import annotations

from datetime import date

from generator.language.times.lexemes import Words
from generator.language.times.matches import Found
from generator.language.times.meaning import Point
from generator.values import timex

# "a letter dated 3 May", "the minutes of 4 June": what has a day of its own
DOCUMENTS = frozenset(
    "letter letters memo memorandum note diary email e-mail mail message telegram cable dispatch report statement minutes log entry "
    "post tweet text transcript communique communiqué despatch bulletin article editorial".split()
)
DATES_A_DOCUMENT = frozenset({"dated", "of", "from", "on", "sent", "written", "for", "marked", ","})
BETWEEN = 5  # words from the document to its day: "a letter to the board dated 3 May"
QUOTED_WITHIN = 80  # words from the day to what is quoted
OPENING, CLOSING, PLAIN = "“", "”", '"'


class Quoted:
    """The day of the document that is quoted last, and where it is quoted."""

    def __init__(self, words: Words) -> None:
        self.words = words
        self.day: date | None = None
        self.behind = 0

    def saw(self, found: Found, value: str) -> None:
        """Note a date that may be a document's: "In a letter dated 3 May 2016, he wrote"."""
        words = self.words.low[max(found.first - BETWEEN, 0) : found.first]
        if not isinstance(found.meaning, Point) or not timex.DAY.fullmatch(value) or words[-1:] == ["by"]:
            return
        if words and words[-1] in DATES_A_DOCUMENT and not DOCUMENTS.isdisjoint(words):
            self.day, self.behind = date.fromisoformat(value[:10]), found.last

    def day_at(self, i: int) -> date | None:
        """The day of the document in whose quoted words a word stands."""
        if self.day is None or not self.behind <= i < self.behind + QUOTED_WITHIN:
            return None
        is_open = False
        for word in self.words.raw[self.behind : i]:
            is_open = word == OPENING or (not is_open if word == PLAIN else is_open and word != CLOSING)
        return self.day if is_open else None
