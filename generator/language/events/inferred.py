"""The day of publication as the time of what names none, where tense and wording allow it."""

from __future__ import annotations

from bisect import bisect_right

from generator.language.events import triggers
from generator.language.events.model import EventDate
from generator.language.words import Words

PRESENT_BE = frozenset({"am", "is", "are", "'m", "'s", "'re", "’m", "’s", "’re"})
NEWS_SENTENCES = 4  # where a main clause without a date may be today's news


def infer(words: Words, dates: dict[int, EventDate], published: str, habits: frozenset[int]) -> None:
    """Give the day of publication to what names no time, where tense allows it.

    That is what the present tense tells of, in any main clause ("talks are stalling"; what is said in a quotation is said that day
    too), and the past of the lead's main clauses. What someone said has that day only where the article reports on its own day.
    A perfect ("has lifted") only tells of a time before, and a habit ("meets every May") of no day.

    Args:
        words: the article's words.
        dates: the date of each dated trigger, by token; the inferred ones are added.
        published: the day of publication (ISO 8601).
        habits: the numbers of the sentences that tell of one.
    """
    same_day = reports_its_day(words, dates, published) == "own day"
    date = EventDate(published, published, published, None, True)
    lead = words.sentences[NEWS_SENTENCES - 1][1] if len(words.sentences) >= NEWS_SENTENCES else len(words.text)
    for n in range(len(words.text)):
        if n in dates or not triggers.is_verb_trigger(words, n):
            continue
        past = n < lead and words.dep[n] == "root" and words.lemma[n] not in triggers.SAYING and _told(words, n)
        said = same_day and words.lemma[n] in triggers.SAYING and _told(words, n)
        if past or said or (_present(words, n) and words.sent[n] not in habits):
            status = triggers.status_of(words, n)
            if status == "happened" or (status == "negated" and not past):
                dates[n] = date


def reports_its_day(words: Words, dates: dict[int, EventDate], published: str) -> str:
    """What an article's stated times say of its own day: "own day", "yesterday" or "other day".

    It reports on its own day where it dates something past to it ("said Tuesday" on a Tuesday) and nothing to "yesterday".
    """
    own = False
    for n, date in dates.items():
        if date.wording is None or date.shared:
            continue
        first = bisect_right(words.start, date.wording[0]) - 1
        if words.low[first] == "yesterday":
            return "yesterday"
        own = own or (date.value[:10] == published and words.tag[n] in {"VBD", "VBN"})
    return "own day" if own else "other day"


def _told(words: Words, verb: int) -> bool:
    """A past verb; in headlines also a bare one with its subject ("leaders meet")."""
    if words.tag[verb] == "VBD":
        return True
    deps = {words.dep[child] for child in words.children[verb]}
    return words.tag[verb] == "VB" and "nsubj" in deps and "aux" not in deps


def _present(words: Words, verb: int) -> bool:
    """A simple or progressive present: "he says", "talks are stalling", "they don't agree"."""
    helpers = {words.low[child] for child in words.children[verb] if words.dep[child] == "aux"}
    if words.tag[verb] == "VBG":
        return bool(helpers & PRESENT_BE) and not helpers & {"been", "will", "be"}
    return (words.tag[verb] in {"VBZ", "VBP"} and not helpers) or (words.tag[verb] == "VB" and helpers in ({"do"}, {"does"}))
