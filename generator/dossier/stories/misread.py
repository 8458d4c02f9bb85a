"""Words that look like an event's day and seldom are: such a telling has no day rather than a wrong one.

"They put up their Christmas lights" was not on Christmas, the May of "the 1954 crew led until mid-May" is not this year's, and a
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
# "the 1994 North American Free Trade Agreement", "the 1967 Outer Space Treaty": the year is part of the name of what still holds
LAW = re.compile(
    r"[ \u00a0](?:[A-Z][\w.’'&-]*[ \u00a0](?:(?:of|on|and|for|the|to|against)[ \u00a0]){0,2}){0,7}"
    r"(?:Agreement|Act|Treaty|Accords?|Convention|Pact|Protocol|Law|Code|Constitution|Charter|Amendment|Memorandum|Rules)\b"
)
MONTH_NAMED = re.compile(rf"\b(?:{ANY_MONTH})\b", re.IGNORECASE)
YEAR_NAMED = re.compile(r"\b(?:1[5-9]|20)\d\d\b(?![’'-])")
WEEKDAY_NAMED = re.compile(rf"\b(?:{'|'.join(WEEKDAY_NAMES)})\b", re.IGNORECASE)
NEXT = re.compile(r"\bnext\b|\bweek\b", re.IGNORECASE)
LAST = re.compile(r"\b(?:last|past)\b", re.IGNORECASE)
# Days back from which a month is told with its year: in TimeBank and AQUAINT 43 of 44 bare months that are over lie ten months back at
# most, and the 44th means the month of a year named before it.
BARE = 330
# Days ahead that a bare day of the week may lie: of 298 there 15 lie ahead, by five days at most, and 61 are the day before. Further ahead
# one says "next Monday", or the article was dated again.
SOON = 5
# Days back of a bare day of the week that is the name of tomorrow: in TimeBank and AQUAINT 2 of 13 such days lie six days back and ten
# are tomorrow; of those that the tense of their clause puts six days back one of three was.
TOMORROW_S_NAME = 6


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
        or _names_a_law(words, record.text, found.wording.end)
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


def _names_a_law(words: str, text: str, end: int) -> bool:
    """ "The 1994 North American Free Trade Agreement": what is told of it now was not then."""
    return bool(YEAR_NAMED.fullmatch(words.strip()) and LAW.match(text, end))


def _of_another_year(found: EventDate, words: str, mention: EventMention, record: Record) -> bool:
    """ "The 1954 crew led until mid-May": a month behind the year of long ago is not one of the article's year."""
    if found.wording is None or not MONTH_NAMED.search(words) or YEAR_NAMED.search(words):
        return False
    before = YEAR_NAMED.findall(record.text[mention.event.sentence.start : found.wording.start])
    return (bool(before) and max(before) < found.value[:4]) or _year_from_elsewhere(found, words, mention, record)


def _year_from_elsewhere(found: EventDate, words: str, mention: EventMention, record: Record) -> bool:
    """ "In June", after a sentence about 2014, is the last June as often as that of 2014."""
    published = record.metadata.published
    if not published or not found.latest or _days(found.latest, published) <= BARE:
        return False
    here = record.text[mention.event.sentence.start : mention.event.sentence.end]
    return "year" not in words.lower() and found.value[:4] not in here


def _on_which_side(found: EventDate, words: str, mention: EventMention, record: Record) -> bool:
    """Whether a bare month or day of the week was counted back from a present tense, or the day nearly a week ahead.

    Both are rare: in TimeBank and AQUAINT one present of the first kind and one future of the second.
    """
    published = record.metadata.published
    if not published or not found.earliest or not found.latest or YEAR_NAMED.search(words) or NEXT.search(words):
        return False
    if _is_weekday(found, words) and _days(published, found.earliest) > SOON:
        return mention.event.tense in {"present", "future"}  # what has happened is of the week before
    if _is_weekday(found, words) and _days(found.earliest, published) == TOMORROW_S_NAME and not LAST.search(words):
        return True  # "said on Tuesday", told on a Monday
    bare = _is_weekday(found, words) or _is_month(found, words)
    return bare and found.latest < published and not found.shared and _in_the_present(mention)


def _is_weekday(found: EventDate, words: str) -> bool:
    return found.earliest == found.latest and bool(WEEKDAY_NAMED.search(words)) and not MONTH_NAMED.search(words)


def _is_month(found: EventDate, words: str) -> bool:
    return found.earliest != found.latest and bool(MONTH_NAMED.search(words))


def _in_the_present(mention: EventMention) -> bool:
    """Whether a telling is in the present tense of a clause; that of a headline is of what has happened."""
    event = mention.event
    return event.tense == "present" and event.clause in {"main", "adverbial"} and not mention.title


def _days(one: str, other: str) -> int:
    return (date.fromisoformat(other) - date.fromisoformat(one)).days
