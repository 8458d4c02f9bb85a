"""Words that look like an event's day and seldom are: such a telling has no day rather than a wrong one.

"They put up their Christmas lights" was not on Christmas, the August of "the 1969 team led until mid-August" is not this year's, and a
bare "Wednesday" or "July" beside a present tense may lie on either side of its article.
"""

from __future__ import annotations

import re
from datetime import date

from generator.dossier.stories.mentions import EventMention
from generator.records.model import EventDate, Record
from generator.values.calendar_words import ANY_MONTH, WEEKDAY_NAMES

HOLIDAY = re.compile(
    r"(?:christmas|thanksgiving|halloween|easter|hanukkah|ramadan|new year[’']?s(?: eve| day)?|valentine[’']?s(?: day)?"
    r"|(?:christmas|boxing|labor|memorial|independence|super bowl)(?: eve| day| sunday))",
    re.IGNORECASE,
)
# what may follow a holiday that dates its sentence: "on Thanksgiving after dinner", "over Christmas she wrote", "on Halloween night"
NO_NOUN = frozenset(
    "a about after all also an and are as at be because before but by can could did do does during eve evening for from had has have he "
    "her his i if in into is it its last may morning my next night not now of on or our over she should since so that the their then "
    "there they this to until was we week weekend were when where which while who will with would year you your day".split()
)
NEXT_WORD = re.compile(r"[ \u00a0](\w[\w’']*)")
MONTH = re.compile(rf"\b(?:{ANY_MONTH})\b", re.IGNORECASE)
YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b(?![’'-])")
WEEKDAY = re.compile(rf"\b(?:{'|'.join(WEEKDAY_NAMES)})\b", re.IGNORECASE)
NEXT = re.compile(r"\bnext\b|\bweek\b", re.IGNORECASE)
BARE = 330  # days back from which a month is told with its year
# days ahead that a bare day of the week may lie: further ahead one says "next Monday", or the article was dated again
SOON = 5


def misread(found: EventDate, mention: EventMention, record: Record) -> bool:
    """Whether the words from which a telling has its day are of those that seldom give it.

    Args:
        found: the day.
        mention: the telling.
        record: its article.
    """
    if found.wording is None:
        return False
    words = record.text[found.wording.start : found.wording.end]
    return (
        names_a_thing(words, record.text, found.wording.end)
        or _of_another_year(found, words, mention, record)
        or _on_which_side(found, words, mention, record)
    )


def names_a_thing(words: str, text: str, end: int) -> bool:
    """ "The Christmas lights", "a Halloween party": a holiday before a noun says of what kind it is, not when.

    Args:
        words: that name a day.
        text: of the article.
        end: where they end in it.
    """
    following = NEXT_WORD.match(text, end)
    if following is None or not HOLIDAY.fullmatch(words.strip()):
        return False
    word = following[1]
    return word.islower() and word not in NO_NOUN


def _of_another_year(found: EventDate, words: str, mention: EventMention, record: Record) -> bool:
    """ "The 1969 team led until mid-August": a month behind the year of long ago is not one of the article's year.

    Nor is "in June", after a sentence about 2014, of 2014: it is the last June as often as not.
    """
    if found.wording is None or not MONTH.search(words) or YEAR.search(words):
        return False
    sentence = mention.event.sentence
    before = YEAR.findall(record.text[sentence.start : found.wording.start])
    if before and max(before) < found.value[:4]:
        return True
    published, here = record.metadata.published, record.text[sentence.start : sentence.end]
    old = bool(published and found.latest) and _days(found.latest or "", published or "") > BARE
    return old and "year" not in words.lower() and found.value[:4] not in here


def _on_which_side(found: EventDate, words: str, mention: EventMention, record: Record) -> bool:
    """Whether a bare month or day of the week was counted back from a present tense, or the day nearly a week ahead."""
    published, event = record.metadata.published, mention.event
    if not published or not found.earliest or not found.latest or YEAR.search(words) or NEXT.search(words):
        return False
    if _bare_weekday(found, words) and _days(published, found.earliest) > SOON:
        return event.tense in {"present", "future"}  # what has happened is of the week before
    open_side = event.tense == "present" and event.clause in {"main", "adverbial"} and not mention.title
    bare = _bare_weekday(found, words) or (MONTH.search(words) and found.earliest != found.latest)
    return bool(open_side and bare) and not found.shared and found.latest < published


def _bare_weekday(found: EventDate, words: str) -> bool:
    return found.earliest == found.latest and bool(WEEKDAY.search(words)) and not MONTH.search(words)


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days
