"""Which telling of an event is shown: one that a reader understands by itself."""

from __future__ import annotations

import re

from generator.dossier.stories import day_votes
from generator.dossier.stories.event_words import FURNITURE
from generator.dossier.stories.mentions import EventMention
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.dossier.stories.story import Story

# words that mean what the sentence before names: "He posted it", "This led to a strike"
POINTING = frozenset(
    "he she it they this that these those his her their its him them we i you my our neither such another others here there one "
    "because which who whom whose where".split()
)
# and those that only join a sentence to it: "But on Wednesday the board met", "However, the ban was lifted"
JOINING = frozenset(
    "but and so or yet nor however then also meanwhile instead though still both moreover furthermore besides thus hence therefore "
    "otherwise nevertheless nonetheless".split()
)
JOINED = 0.5  # of what a sentence is worth less that points to another
WORD_OF_LETTERS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
# "“We sold the mill,” Lisa Horn said on Monday"
SPEAKER = re.compile(r"[“\"‘'](?:I|We|My|Our)\b.*[”\"’'] (?!(?:\w+ )?(?:he|she|they|I|we)\b)[^”\"’']*[A-Z]")
# "it was not until 1979 that the lake had a name"
CLEFT = re.compile(r"It (?:was|wasn[’']t|is|isn[’']t) (?:not |only )?(?:until|in|on|at)\b.*\b(?:that|when)\b")
BRACKETS = (("“", "”"), ("(", ")"), ("[", "]"))
ENDED = re.compile(r"[.!?…:;][\"'”’)\]]*$")
BULLETS = "*•·–—-►▶●■▪◦‣"
LONG_TELLING = 45  # words
SHORT_TELLING = 6
FIRST_PERSON = re.compile(r"\b(?:I|I['’](?:m|ve|d|ll)|we|our|us|my|you|your)\b")
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)|(?<!\w)'[^']*'(?!\w)")


def leans(sentence: str) -> bool:
    """Whether a sentence is understood only behind another."""
    return _first_word(sentence) in JOINING or points(sentence)


def points(sentence: str) -> bool:
    """Whether a sentence does not say itself whom or what it tells of; who says "we" in it is named behind the words."""
    return _first_word(sentence) in POINTING and not (SPEAKER.match(sentence) or CLEFT.match(sentence))


def _first_word(sentence: str) -> str:
    first = WORD_OF_LETTERS.search(sentence)
    return first[0].lower().partition("'")[0].partition("’")[0] if first else ""


def torn(sentence: str, title: bool = False) -> bool:
    """Whether a sentence begins or ends in the middle, or opens or closes a quotation that it does not hold.

    Args:
        sentence: its words.
        title: whether it is a headline, which has no full stop.
    """
    first = next((letter for letter in sentence if letter.isalnum()), "A")
    if first.islower() or sentence.count('"') % 2 or sentence[:1] in BULLETS:
        return True
    if any(sentence.count(opening) != sentence.count(closing) for opening, closing in BRACKETS):
        return True
    return not title and not ENDED.search(sentence)


def personal(sentence: str) -> bool:
    """Whether the writer speaks of themselves or to the reader: "Here is how you can watch it"."""
    return bool(FIRST_PERSON.search(QUOTED.sub("", sentence)))


def shown_first(story: Story, m: EventMention, day: OwnDay | None) -> tuple[float, ...]:
    """The rank of a telling, the best lowest: one that says when and who did what, in a whole sentence, early in its article."""
    dated = bool(day and story.day and day_votes.same(day, story.day))
    right = bool(dated and day and day.ground > Ground.STORY)
    words = len(m.sentence.split())
    twice = (m.number, m.event.sentence.start) in story.shown_elsewhere
    return (
        not dated and not story.apart,  # what is joined without a day may tell of something else
        m.event.status != story.status,
        bool(FURNITURE.search(m.sentence)),
        twice and story.apart,  # "killed seven, and the driver was arrested": another source tells of the arrest alone
        torn(m.sentence, m.title),
        unclear(m),
        twice,
        not right,
        bool(day and day.shared),
        m.title or words < SHORT_TELLING,
        m.event.clause == "noun",
        words > LONG_TELLING,
        not _says_who(m),
        m.position,
        m.number,
        m.event.trigger.start,
    )


def _says_who(m: EventMention) -> bool:
    """Whether a clause of its own names who did it, or whom it befell: "a man of 42 from Holt was", not "the driver, who was"."""
    return bool(m.before) and m.event.clause not in {"relative", "adverbial"}


def unclear(m: EventMention) -> bool:
    """Whether a sentence leaves open who or what it tells of."""
    return leans(m.sentence) or (m.event.subject == "pronoun" and m.event.clause in {"main", "reported"})


def leaning(m: EventMention) -> float:
    """How much a sentence rests on another: half where a word joins it to that, but it says itself who did it."""
    joined = _first_word(m.sentence) in JOINING and m.event.subject == "named"
    return JOINED if joined else float(unclear(m))


def best(story: Story) -> tuple[EventMention, OwnDay | None]:
    """The telling that is shown, and its own day."""
    pairs = zip(story.mentions, story.days, strict=True)
    return min(pairs, key=lambda pair: shown_first(story, *pair))
