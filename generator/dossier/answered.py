"""What was not known and is told since: a newer article answers it, so that it is no longer open.

What a sentence leaves open is told by the words after its question word ("It is not known who will pay for the ferry": pay, ferry), or by
what has not been named, found or released ("The driver has not been named": the driver, named). It counts as answered where a sentence
of a newer article tells of all of it as a fact, and where these words are at least two: any "return" is no answer to "when he will return".
Such an unknown is left out: better one missing than one that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cached_property

from generator.dossier.differences.sentences import sentences
from generator.dossier.fact_words import concepts, content
from generator.dossier.model import Passage
from generator.dossier.stories.event_words import IRREGULAR
from generator.records.model import Record
from generator.values.calendar_words import ANY_MONTH, WEEKDAY_NAMES

QUESTION = re.compile(r"\b(who|whom|whose|what|why|how|when|where|whether|if|which)\b(?P<open>[^.;?]+)", re.I)
# "The driver has not been named.", "The names of the dead have not been released.", "His motive is unknown."
NOT_TOLD = re.compile(
    r"(?P<what>[^,;:]+?)\b(has|have|had|is|are|was|were|remains?|remained)\b (not|n['’]t|yet to|unclear|unknown|still|un\w+|a mystery)"
    r"(?P<done>[^.;,]*)",
    re.I,
)
# in a sentence that asks, guesses or denies nothing is answered: "Police are looking into the cause."
ASKING = re.compile(
    r"\b(whether|if|may|might|could|would|should|not|never|no|unclear|unknown|unidentified|mystery|perhaps|establish|find out"
    r"|look(ing|ed)? (at|into|for)|thought|(investigat|inquir|search|prob|examin|determin|question|ask|possib|suspect|believ|think)\w*)\b"
    r"|n['’]t\b|\?",
    re.I,
)
# of a question they are no part: "it is not yet known exactly how"
GENERAL = frozenset(
    "known know clear exactly immediately still yet also exact being been it them this that number details detail".split()
)
BEFORE = re.compile(r"\A.*\b(said|says|added|according to [^,]+),? (that )?", re.I)


LEAST_LEFT_OPEN = 2  # concepts that are left open: who or what, and what of it
ASKS_WHEN = re.compile(r"\bwhen\b", re.I)
# "wants to return", "is due to open": what is wished or planned answers nothing
WISHED = re.compile(
    r"\b(want|hop|plan|wish|intend|seek|sought|aim|tr(y|i)|expect|due|schedul|likely|ready|agree|refus|promis|offer|urg|mean|need"
    r"|vow|pledg|order|demand|call)\w*( \w+){0,2} to\b",
    re.I,
)
ATTRIBUTION = re.compile(r"[,;]? \b(\w+ ){0,3}(said|says|told \w+|added)\b|\baccording to [^,;.]+", re.I)
NAMED_DAY = re.compile(
    rf"\b(today|tomorrow|tonight|{'|'.join(WEEKDAY_NAMES)}|({ANY_MONTH})\.? \d|\d(st|nd|rd|th)? ({ANY_MONTH}))\b", re.I
)
PAST_VERB = re.compile(r"\b(was|were|had|has|have|\w{2,}ed)\b", re.I)
LOWER_WORDS = re.compile(r"[a-z]+")


class Answers:
    """What the articles tell as a fact, read once for all that was open."""

    def __init__(self, records: Sequence[Record]) -> None:
        """Take the articles; nothing is read before it is asked for.

        Args:
            records: the articles.
        """
        self._records = records

    def answers(self, passage: Passage, published: str) -> bool:
        """Whether an article newer than a sentence that leaves something open tells of it.

        Args:
            passage: the sentence.
            published: the day on which it was published (ISO); empty where nobody says.
        """
        wanted = left_open(passage.text)
        if len(wanted) < LEAST_LEFT_OPEN or not published:
            return False
        dated = bool(ASKS_WHEN.search(passage.text))
        return any(wanted <= about and (settled or not dated) for day, about, settled in self._told if day > published)

    @cached_property
    def _told(self) -> list[tuple[str, frozenset[str], bool]]:
        """For each sentence that tells a fact: its article's day, its concepts, and whether it is past or of a named day."""
        return [
            (record.metadata.published or "", concepts(content(s.text)), _settled(s.text))
            for number, record in enumerate(self._records)
            for s in sentences(number, record)
            if not ASKING.search(s.text) and not WISHED.search(s.text)
        ]


def _settled(text: str) -> bool:
    """Whether it tells of what has been, or names the day: "returned on foot", "will return on Monday", not "returns each year"."""
    told = ATTRIBUTION.sub("", text)
    return bool(NAMED_DAY.search(told) or PAST_VERB.search(told)) or any(
        word in IRREGULAR for word in LOWER_WORDS.findall(told.lower())
    )


def left_open(text: str) -> frozenset[str]:
    """What a sentence leaves open, as the concepts of its words."""
    plain = " ".join(text.split())
    if found := QUESTION.search(plain):
        words: Sequence[str] = [found["open"]]
    elif found := NOT_TOLD.search(BEFORE.sub("", plain)):
        words = [found["what"], found["done"]]
    else:
        return frozenset()
    return concepts(content(" ".join(words)) - GENERAL)
