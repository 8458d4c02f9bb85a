"""What each amount, time and place of the sources belongs to: its clause in comparable words, read from the records' details."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from generator.dossier.differences import loose_days
from generator.dossier.differences.article import Article
from generator.dossier.differences.reading import ONE_UNIT, TIMES_IN_WORDS, UNITS, Amount, amount
from generator.dossier.differences.sentences import Sentence
from generator.dossier.fact_words import SMALL
from generator.dossier.stories.event_words import IRREGULAR, stem
from generator.records.model import Detail, Part, Time
from generator.values.words import SPELLED_WORD

NEIGHBOURS_LOOKED_AT = 8  # times and amounts, of which one can stand in another
LONGEST = 300  # characters of a time or an amount, and before one that can bear on it, at most
BRACKETS = re.compile(r"\([^()]*\)")  # "Lumex (LMX) shares"
YEARS_OLD = re.compile(r"[-\s]?olds?\b", re.IGNORECASE)
# what makes another thing of a phrase: "the second blast", "the larger phone"
ANOTHER_THING = frozenset(
    "other another second third fourth first last next previous former new newer old older larger largest smaller smallest bigger biggest "
    "cheaper cheapest higher highest lower lowest top minimum maximum average total additional extra more further separate different half "
    "male female initial original final earlier later early late quarterly annual monthly weekly daily net gross".split()
)
SINCE = frozenset("in within after ago before since until during".split())  # "in two days": no length of anything
SCORE_VALUE = re.compile(
    r"[-–:/]\d|\s?(?:-|–|to|or|of|/)[-\s]\d"
)  # "a 27-24 loss", "35 to 40 firefighters", "29 of 34 passes", "4 1/2"
SCORED = re.compile(r"\d-?\s?(?:[-–:/]|to |or |and |of )\s?$")
NEXT_OF_SERIES = re.compile(r",? (?:and |or )?\d|, \d")
MANY_COUNTED = 1000  # "1.5 thousand people", not "a 6.1 quake"
MEASURES = frozenset(UNITS) | frozenset(ONE_UNIT)
MONEY_RANGE = re.compile(r"\s?(?:-|–|to|or) ?[$£€]\d")  # "$30,000 to $50,000"
TWO_VALUES = 2
IN_BRACKETS = re.compile(r"\([^()]*$")  # "(45-7-2, 36 KOs)": what stands in brackets hangs on no verb
# a bare number says something of these alone, or where it has a part behind its point: "a magnitude of 7.1", "version 61.2"
NUMBER_NOUNS = frozenset(map(stem, "toll total number count tally figure magnitude version".split()))
PERSONS = frozenset("he she him her they them who".split())
PRONOUNS = frozenset(
    "he him his she her hers it its they them their who whom which that this these those himself herself itself".split()
)
# what of a thing a length measures
ASPECTS = {
    **dict.fromkeys("wide width across diameter".split(), "wide"), **dict.fromkeys("high tall height altitude".split(), "high"),
    **dict.fromkeys("deep depth".split(), "deep"), **dict.fromkeys("long length".split(), "long"),
    **dict.fromkeys("away off from".split(), "away"),
}  # fmt: skip
ABOVE = frozenset({"verb", "clause"})
# a day that words themselves say, not one that is counted from the day of publication ("on Monday")
SAID_DAY = re.compile(r"\d")
VALUE = re.compile(r"^\d{4}(?:-\d\d)?(?:-\d\d)?$")
GRAINS = {4: "year", 7: "month", 10: "day"}  # how exact a date is, by the letters of its value
RELATIVE = re.compile(r"\b(?:today|yesterday|tonight|tomorrow)\b", re.IGNORECASE)
NOUN_AFTER = re.compile(
    r" (?!(?:and|or|to|for|in|at|on|by|when|after|before|as|that|with|of|from|was|were|is|had|has|until|during)\b)[a-z]"
)
CHARGED = re.compile(
    r"\b(charged|convicted|accused|acquitted|cleared|suspected|indicted|sentenced|arrested|fined|jailed)\b"
    r" (?:\w+ )?(?:with|of|for|on|in|to)\b[^,;]{0,60}$",
    re.IGNORECASE,
)
DESIGNATED, HUNDRED = re.compile(r"\b[A-Z]{2,3} $"), 100
HOURS = re.compile(r"([01]\d|2[0-3])([0-5]\d) ?(?P<unit>hrs|hours)\b(?! of)", re.IGNORECASE)  # "1100 hrs"
# "at 1100 hours"; "flew 1100 hours" is how long
AT_HOURS = re.compile(r"\b(?:at|by|from|since|until|till|at (?:about|around)|shortly (?:after|before)) $", re.IGNORECASE)
BRIEF = re.compile(r"\b(?:seconds?|minutes?|hours?)\b")
OF_THE = re.compile(r"(?:\b(?:his|her|its|their|our|my|the|an?)|['’]s) $", re.IGNORECASE)
DECADE = len("1973")
MODIFIERS = frozenset("amod compound nummod flat".split())  # "a three-year-old boy", "the $130 million offer"
# "Updated: 10.45am": of the page, not of what it tells
STAMPED = re.compile(r"\b(?:updated?|published|posted|modified)\b[^.;]{0,20}$", re.IGNORECASE)
DAY_END = len("2024-03-05")


@dataclass(frozen=True, slots=True)
class Phrase:
    """A part of a clause: its head, its other words, and whether it is a name."""

    role: str
    head: str  # stem
    word: str  # as it stands, in lower case
    rest: frozenset[str]  # stems before the head
    name: bool
    subject: str = ""  # whom or what it stands for, across articles, where the records know
    text: str = ""  # as it stands
    names: frozenset[str] = frozenset()  # the subjects named in it: "Lumex shares"

    @property
    def words(self) -> frozenset[str]:
        """What it is compared by: a name that is known is what it stands for, however it is written."""
        if self.subject and (self.name or not self.head):
            return frozenset({self.subject})
        return frozenset(s for s in (self.head, *self.rest, self.subject, *self._named) if s)

    @property
    def heads(self) -> frozenset[str]:
        """The same of its head alone."""
        return (
            self.words
            if self.subject and (self.name or not self.head)
            else frozenset(s for s in (self.head, self.subject, *self._named) if s)
        )

    @property
    def _named(self) -> frozenset[str]:
        """Whom it names beside its head: "Lumex shares"."""
        return frozenset() if self.name else frozenset(f"@{name}" for name in self.names)


@dataclass(slots=True)
class Said:
    """A detail that a source tells, with its clause."""

    number: int  # of the record
    sentence: Sentence
    start: int  # of its words, in the article
    end: int
    kind: str  # "quantity", "day", "clock", "place"
    dimension: str
    value: str  # as a page shows it
    noun: Phrase | None
    does: Phrase | None
    role: str
    status: str
    own: tuple[Phrase, ...]  # the parts of its clause
    above: tuple[Phrase, ...]  # and of the clauses above and below it
    days: tuple[tuple[str, str], ...]  # first and last day of the times that its sentence states
    amount: Amount | None = None
    minute: int = 0
    place: str = ""
    first: str = ""  # of a time, the first day that it may be
    last: str = ""
    grain: str = ""  # "day", "month" or "year" where its words state it in figures
    stated: bool = False  # whether the words of a day state its year
    loose: loose_days.Parts | None = None  # of a time, what its words tell of a day without its year
    undated: bool = False  # whether that is all that is known of it
    unknown: bool = False  # whether a pronoun of its clause is of nobody known
    aspect: str = ""  # "wide", "deep", "away": what of a thing a length measures
    names: frozenset[str] = frozenset()  # whom and what its sentence names
    homes: frozenset[str] = frozenset()  # the events, across articles, of which its verb tells
    bag: frozenset[str] = field(default_factory=frozenset)  # the stems of all these

    @property
    def key(self) -> tuple[int, int]:
        """Its sentence: the record's number, and where it begins."""
        return self.number, self.sentence.start


def said(article: Article, told: Sequence[Sentence], events: Sequence[tuple[int, int, str]]) -> Iterator[Said]:
    """The details of an article, in reading order.

    Args:
        article: it.
        told: its sentences.
        events: where triggers stand and of which event they tell, in reading order.
    """
    record = article.record
    starts = [s.start for s in told]
    known = [(t.start, t.end) for t in record.times] + [(d.start, d.end) for d in record.details if d.kind == "quantity"]
    taken = sorted(known)
    days: dict[int, tuple[tuple[str, str], ...]] = {}  # by sentence: one of a hundred days has a hundred details
    times = {(t.start, t.end): t for t in record.times}
    for detail in record.details:
        at = bisect_right(starts, detail.start) - 1
        if at < 0 or detail.end > told[at].end:
            continue
        if at not in days:
            days[at] = _days(article, told[at])
        made = _said(article, told[at], detail, taken, times, days[at])
        if made is not None:
            low, high = made.sentence.start, made.sentence.end
            inside = events[bisect_left(events, (low,)) : bisect_left(events, (high,))]
            if detail.does is not None:
                at_verb = (name for start, end, name in inside if start < detail.does.end and detail.does.start < end)
                made.homes = frozenset(at_verb)
            yield made


def _said(
    article: Article,
    sentence: Sentence,
    detail: Detail,
    taken: Sequence[tuple[int, int]],
    times: Mapping[tuple[int, int], Time],
    days: tuple[tuple[str, str], ...],
) -> Said | None:
    record = article.record
    if detail.does is not None and not sentence.start <= detail.does.start < sentence.end:
        return None  # the parse runs over the end of a paragraph
    noun = _phrase(article, "counts", detail.counts.start, detail.counts.end) if detail.counts else None
    does = _phrase(article, "does", detail.does.start, detail.does.end) if detail.does else None
    own, above = _parts(article, detail, taken)
    unknown = any(
        record.text[p.start : p.end].lower() in PERSONS and not article.subject_of(p.start, p.end) for p in detail.parts
    )
    made = Said(
        article.number, sentence, detail.start, detail.end, detail.kind, "", "", noun, does, detail.role, detail.status,
        own, above, days, unknown=unknown, names=frozenset(name for _, _, name in article.names(sentence)),
    )  # fmt: skip
    whole = {"quantity": _quantity, "time": _time, "place": _place}[detail.kind](article, made, times)
    if whole is not None:
        phrases = [p for p in (noun, does, *own, *above) if p]
        whole.bag = frozenset(s for p in phrases for s in p.words)
    return whole


def _quantity(article: Article, made: Said, times: Mapping[tuple[int, int], Time]) -> Said | None:
    text, s = article.record.text, made.sentence
    before = text[max(s.start, made.start - LONGEST) : made.start]
    if SCORE_VALUE.match(text, made.end) or SCORED.search(before):
        return None
    hours = HOURS.match(text, made.start)
    if hours and (hours["unit"].lower() == "hrs" or AT_HOURS.search(before)):
        made.kind = made.dimension = "clock"
        made.minute, made.value = int(hours[1]) * 60 + int(hours[2]), f"{hours[1]}:{hours[2]}"
        return made
    found = amount(before, text[made.start : made.end])
    if found is None or (DESIGNATED.search(before) and found.figure.value < HUNDRED):
        return None  # "12 AK 47 guns": one of the numbers is a name
    lead = before[: len(before) - found.hedge].lower().split()[-2:]
    if apart := frozenset(ANOTHER_THING.intersection(lead)):  # "his first 11 seasons", "another 12 people"
        noun = made.noun or Phrase("counts", "", "", frozenset(), False)
        made.noun = replace(noun, rest=noun.rest | {_stem(word) for word in apart})
    made.amount, made.value = found, found.value
    made.start -= found.hedge
    made.dimension = found.dimension or ("count" if made.noun else "number")
    if found.dimension == "time" and YEARS_OLD.match(text, made.end):
        made.dimension = "age"
    if found.dimension == "length":
        near = SPELLED_WORD.findall(text[made.end : made.end + 25].lower())[:2] + ([made.does.word] if made.does else [])
        made.aspect = next((ASPECTS[w] for w in near if w in ASPECTS), "")
    return None if _idle(text, made, found, before) else made


def _idle(text: str, made: Said, found: Amount, before: str) -> bool:
    """Whether an amount is of nothing that can be compared."""
    bare = made.dimension in {"count", "number"}
    return (
        (made.dimension.startswith("money") and bool(MONEY_RANGE.match(text, made.end)))
        or ((bare or made.dimension.startswith("money")) and bool(IN_BRACKETS.search(before)))
        or (bare and (_listed(text, made) or not _countable(made, found.figure.value)))
        or (
            made.noun is not None
            and found.figure.value <= TWO_VALUES
            and text[made.end : made.end + 4].split()[:1] == ["of"]
        )  # "one of the largest"
        or (made.dimension == "time" and made.role in SINCE)
    )


def _listed(text: str, made: Said) -> bool:
    """ "versions 6, 7, 8 and 9"."""
    return bool(NEXT_OF_SERIES.match(text, made.end))


def _countable(made: Said, value: float) -> bool:
    """Whether a bare number says something: whole, of a thing that is no measure ("nautical miles"), or of a version."""
    whole = value == int(value)
    if made.dimension == "count":
        return (whole or value >= MANY_COUNTED) and not (made.noun and made.noun.word.removesuffix("s") in MEASURES)
    return not whole or _numbered(made)


def _numbered(made: Said) -> bool:
    return any(p is not None and p.head in NUMBER_NOUNS for p in (made.does, *made.own))


def _time(article: Article, made: Said, times: Mapping[tuple[int, int], Time]) -> Said | None:
    time = times.get((made.start, made.end))
    if time is None or STAMPED.search(_around(made)[0]):
        return None
    words = article.record.text[made.start : made.end]
    made.loose = loose_days.parts(time.value)
    minute = loose_days.minute(time.value)
    if minute is not None:
        made.kind = made.dimension = "clock"
        made.minute, made.value = minute, f"{minute // 60:02}:{minute % 60:02}"
        return made
    if time.type in {"DATE", "TIME"} and not article.record.metadata.published and time.value[:4] not in words:
        made.loose = loose_days.of_words(words)  # its year, where it has one, is reckoned from another of the text
        return _loose(article, made, words)
    if time.type not in {"DATE", "TIME"} or not time.earliest or not time.latest or time.value.endswith("_REF"):
        return None
    made.kind = made.dimension = "day"
    made.value = time.value[:DAY_END]
    made.grain = GRAINS.get(len(time.value), "") if SAID_DAY.search(words) and VALUE.match(time.value) else ""
    made.stated = time.value[:4] in words
    if not made.stated and not article.record.metadata.published:
        return None  # reckoned from no day
    before, after = _around(made)
    if len(time.value) < DECADE or (made.grain == "year" and (made.role in MODIFIERS or OF_THE.search(before))):
        return None  # "in the 1930s", "his 2008 Bentley"
    if OF_THE.search(before) and NOUN_AFTER.match(after):
        return None  # "the June 20, 2005 murder"
    made.does = _charged(before) or made.does
    if (not made.stated and article.quoted(made.start)) or BRIEF.search(words):
        return None  # "this morning": of the day on which it was said; "10 minutes later": of another time
    made.first, made.last = time.earliest[:DAY_END], time.latest[:DAY_END]
    return made


def _loose(article: Article, made: Said, words: str) -> Said | None:
    """A day of an undated article, of which its words tell the day of the week or the month alone."""
    if made.loose is None or article.quoted(made.start) or BRIEF.search(words) or RELATIVE.search(made.sentence.text):
        return None  # beside "today" the day of something else, mostly
    made.kind = made.dimension = "day"
    made.does = _charged(_around(made)[0]) or made.does
    made.value, made.undated = loose_days.named(made.loose), True
    made.first, made.last = date.min.isoformat(), date.max.isoformat()
    return made


def _around(made: Said) -> tuple[str, str]:
    """What stands before and behind a detail in its sentence."""
    text, s = made.sentence.text, made.sentence.start
    return text[: made.start - s], text[made.end - s :]


def _charged(before: str) -> Phrase | None:
    """The verb of a charge, where a day follows what somebody is charged with: "was charged with murder Saturday"."""
    found = CHARGED.search(before)
    return Phrase("does", _stem(found[1].lower()), found[1].lower(), frozenset(), False) if found else None


def _place(article: Article, made: Said, times: Mapping[tuple[int, int], Time]) -> Said | None:
    name = next((n for s, e, n in article.names(made.sentence) if s <= made.start < e), None)
    if name is None or name not in article.towns_known:
        return None
    made.dimension, made.place, made.value = "place", name, article.record.text[made.start : made.end]
    return made


def _parts(
    article: Article, detail: Detail, taken: Sequence[tuple[int, int]]
) -> tuple[tuple[Phrase, ...], tuple[Phrase, ...]]:
    """The parts of the clause, and those of the clauses about it; times and amounts are none."""
    own: list[Phrase] = []
    above: list[Phrase] = []
    higher = False
    for part in detail.parts:
        higher = higher or part.role in ABOVE
        if any(s < part.end and part.start < e for s, e in _near(taken, part)):
            continue
        phrase = _phrase(article, part.role, part.start, part.end)
        if phrase.head or phrase.subject:
            (above if higher else own).append(phrase)
    return tuple(own), tuple(above)


def _near(taken: Sequence[tuple[int, int]], part: Part) -> Sequence[tuple[int, int]]:
    """Of spans in their order the last ones that begin before a part ends: no other can touch it."""
    at = bisect_left(taken, (part.end,))
    return taken[max(0, at - NEIGHBOURS_LOOKED_AT) : at]


def _phrase(article: Article, role: str, start: int, end: int) -> Phrase:
    text = article.record.text[start:end]
    if text.lower() in TIMES_IN_WORDS:
        return Phrase(role, _stem("times"), "times", frozenset(), False)
    words = [
        w
        for w in SPELLED_WORD.findall(BRACKETS.sub(" ", text))
        if (w.lower() not in SMALL and w.lower() not in PRONOUNS) or w.lower() in ANOTHER_THING
    ]
    subject = article.subject_of(start, end)
    if not words:
        return Phrase(role, "", text.lower(), frozenset(), False, subject)
    last = _bare(words[-1])
    rest, name = frozenset(_stem(_bare(w)) for w in words[:-1]), words[-1][0].isupper()
    called = {article.called.get(w.casefold(), "") for w in words[:-1] if w[0].isupper()}
    return Phrase(role, _stem(last), last, rest, name, subject, text, article.named_in(start, end) | (called - {""}))


def _bare(word: str) -> str:
    return word.lower().removesuffix("’s").removesuffix("'s").strip("’'-")


def _stem(word: str) -> str:
    return stem(IRREGULAR.get(word, word))


def _days(article: Article, sentence: Sentence) -> tuple[tuple[str, str], ...]:
    return tuple(
        (t.earliest[:10], t.latest[:10])
        for t in article.times(sentence)
        if t.type in {"DATE", "TIME"}
        and t.earliest
        and t.latest
        and not t.value.endswith("_REF")
        and (article.record.metadata.published or t.value[:4] in article.record.text[t.start : t.end])
    )
