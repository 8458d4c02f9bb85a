"""The lede: the sentence of a source that tells the main event with who, where and when, its newest state before older ones."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from generator.dossier.fact_words import OWN, PEOPLE
from generator.dossier.model import Happening, Lede, Passage, Statement
from generator.dossier.passages import slice_of
from generator.dossier.stories.articles import SMALL
from generator.dossier.stories.event_words import kinds, stem
from generator.dossier.stories.figures import Numbers, numbers
from generator.records.model import Record
from generator.values.datelines import after_dateline

# what a reader wants of a lede, and what each is worth; the sum decides
WEIGHTS = {
    "place": 1.0,  # where: a place is named
    "day": 1.0,  # when: a time that may mean the main event's day
    "name": 0.6,  # who: a person or body is named
    "count": 0.5,  # how many
    "shared": 5.0,  # mean share of the other tellings' articles that use its words
    "headline": 5.0,  # mean share of the articles' headlines that use its words
    "main": 0.6,  # it tells the main event
    "early": 2.0,  # 1 / (1 + number of the paragraph among the story's)
    "newest": 0.8,  # place of its article in the order of publication, 0 to 1
    "dead": 1.0,  # it counts the dead
    "tellers": 0.6,  # logarithm of how many independent articles tell it
    "long": -0.05,  # words over 35
    "short": -0.15,  # words under 14
    "claims": -0.7,  # it opens with who says it
    "parts": -1.5,  # a colon or semicolon: a headline, a list, a summary
}
LONG, SHORT, LONGEST = 35, 14, 60  # words
WORD = re.compile(r"\w+")
WHOLE = re.compile(r"[A-Z0-9“\"‘'$£€][^\n]*[.!]['\"”’)]*\Z")
# "The mayor is pictured on the pier.", "Some of the pupils are seen during a visit.", "Ann Field addresses the nation (Reuters)."
CAPTION = re.compile(
    r"\b(is|are) (pictured|photographed|seen|shown)\b|\b(photo|image|picture|video|caption|copyright)\b|\([A-Z][\w ]+\)\W*\Z",
    re.I,
)
HEADLINE = re.compile(r"[A-Z][\w’'-]*( [A-Z][\w’'-]*)* to [a-z]+ ")  # "Harbour Bridge to open in May"
PARTS = re.compile(r"[:;](?=\s)")
# "The attack killed nine.", "The pier also burned.", "Nine fell there on Friday."
TOLD = re.compile(r"\b(the|this|that|these|those) (\w+)", re.I)
THEY = re.compile(r"[^,]{3,80}, (he|she|it|they|this|that)\b", re.I)  # "Seen in May, they weigh 50 grams."
KNOWN = re.compile(r"The [a-z]+ (is|was|has|had|will|were|are|can|could|would)\b")  # "The pier was closed.": which?
HURT = re.compile(
    r"\d[\d,]*( \w+){0,3} (wounded|injured|hurt|missing|taken to)\b|(wound|injur|hurt)\w* ([a-z]+ ){0,3}\d[\d,]*", re.I
)
BEFORE = frozenset("also there again afterwards later".split())
# "He died on Friday.", "But the bridge held.", "I saw it fall.": such a sentence leans on the one before, or is somebody's own
LEANING = frozenset(
    "he she it they we i you his her their its our my this that these those there here but and or so yet then also however meanwhile "
    "another such both after before when while as if although though with".split()
)
MORTALS = frozenset({"person", "dead", "other", "killed", *(word.removesuffix("s") for word in PEOPLE)})
DEATHS = kinds("kill") | kinds("die")
ENOUGH = 2  # of place, day, name and count
FACTS = 6
SEVERAL = 3  # independent articles of which two at least must tell what opens their briefing
OPENING = 6  # paragraphs in which an article tells its news
SAME = 0.5  # share of the shorter sentence's content words from which two sentences tell the same
MUCH = 0.25  # and of the lede's own
LEAST_WORDS = 6  # of a sentence that may tell the same
SENTENCE = re.compile(r".+?[.!?][\"”’']*(?=\s|\Z)|.+\Z", re.S)
DEEP = 1 / 12  # `early` of a paragraph too far down to open with
MOST_TOLL = 100_000


def lede(
    main: Happening | None,
    records: Sequence[Record],
    statements: Sequence[Statement],
    origins: Mapping[str, str] | None = None,
) -> Lede | None:
    """The sentence that tells the main event best; None where no sentence can open a briefing.

    Args:
        main: the entry of what most of the articles tell.
        records: the articles.
        statements: the key facts, best first: where articles have no main event in common, they say what most of them tell.
        origins: for an article that shares its text with others, one name for all of them.
    """
    known = {record.id: record for record in records}
    facts = [s.passage for s in statements[:FACTS]]
    if main is None and not any(s.publishers > 1 for s in statements[:FACTS]) and len(records) > 1:
        return None
    tellings = _sentences(main, known) if main else []
    pool = {(p.source, p.start): p for p in (*tellings, *facts, *_first(statements, known)) if _stands(p.text)}
    opening = [p for p in pool.values() if _opens(p, known[p.source], main)]
    found = _newest(opening, facts)
    tellers = {(p.source, p.start): _telling(p, records) for p in found}
    found = _shared_by_several(found, tellers, known, origins or {})
    if not found:
        return None
    worth = _Worth(main, known, found, tellers, {(p.source, p.start) for p in tellings}, origins or {})
    best = max(found, key=lambda p: (worth.of(p), p.source, -p.start))
    sources = tellers[best.source, best.start]
    return Lede(best, _independent(sources, origins or {}), sources)


def _newest(found: Sequence[Passage], facts: Sequence[Passage]) -> list[Passage]:
    """Those that count no fewer dead than others know of: "At least two died" is outdated where six are told."""
    most = max((dead for p in (*found, *facts) if (dead := toll(p.text))), default=0.0)
    return [p for p in found if not 0 < (toll(p.text) or most) < most]


def _shared_by_several(
    found: Sequence[Passage],
    tellers: Mapping[tuple[str, int], Sequence[str]],
    known: Mapping[str, Record],
    origins: Mapping[str, str],
) -> list[Passage]:
    """Those that several articles tell, where any is or there are several; the newest toll is told by few."""
    alone = {key for key, names in tellers.items() if _independent(names, origins) == 1}
    if len(alone) == len(found) and _independent(known, origins) < SEVERAL:
        return list(found)
    return [p for p in found if (p.source, p.start) not in alone or toll(p.text)]


class _Worth:
    """What each sentence is worth as a lede."""

    def __init__(
        self,
        main: Happening | None,
        known: Mapping[str, Record],
        found: Sequence[Passage],
        tellers: Mapping[tuple[str, int], Sequence[str]],
        of_main: set[tuple[str, int]],
        origins: Mapping[str, str],
    ) -> None:
        self._main, self._known, self._tellers, self._of_main, self._origins = main, known, tellers, of_main, origins
        self._shared = _shared(found)
        self._titles = _shared(Passage(name, 0, 0, record.metadata.title or "") for name, record in known.items())
        self._dates = sorted({known[p.source].metadata.published or "" for p in found})

    def of(self, passage: Passage) -> float:
        """The sum of the features' weights."""
        record, key = self._known[passage.source], (passage.source, passage.start)
        told = _told(passage, record, self._main) | {
            "shared": _mean(self._shared, passage),
            "headline": _mean(self._titles, passage),
            "newest": self._dates.index(record.metadata.published or "") / max(1, len(self._dates) - 1),
            "dead": float(bool(toll(passage.text))),
            "tellers": math.log(_independent(self._tellers[key], self._origins)),
            "main": float(key in self._of_main),
        }
        return round(sum(WEIGHTS[name] * value for name, value in told.items() if name in WEIGHTS), 6)


def _independent(sources: Iterable[str], origins: Mapping[str, str]) -> int:
    """How many of some articles do not share their text."""
    return len({origins.get(source, source) for source in sources})


def _first(statements: Sequence[Statement], known: Mapping[str, Record]) -> list[Passage]:
    """The fact with which each article opens."""
    found: dict[str, Passage] = {}
    for passage in (p for s in statements for p in (s.passage, *s.also)):
        held = found.get(passage.source)
        if passage.source in known and (held is None or passage.start < held.start):
            found[passage.source] = passage
    return list(found.values())


def _telling(best: Passage, records: Sequence[Record]) -> tuple[str, ...]:
    """The articles in whose first paragraphs a sentence tells the same, and counts nothing otherwise."""
    about, counted = _content(best.text), numbers(best.text)
    found = []
    for record in records:
        story = [p for p in record.paragraphs if p.kind in {"title", "body"}][:OPENING]
        sentences = [m.group() for p in story for m in SENTENCE.finditer(record.text[p.start : p.end])]
        if record.id == best.source or any(_same(about, counted, sentence) for sentence in sentences):
            found.append(record.id)
    return tuple(found)


def _same(about: frozenset[str], counted: Numbers, sentence: str) -> bool:
    theirs = _content(sentence)
    shared = len(about & theirs)
    if shared < SAME * min(len(about), max(len(theirs), LEAST_WORDS)) or shared < MUCH * len(about):
        return False
    numbered = numbers(sentence)
    return not any(counted[unit].isdisjoint(numbered[unit]) for unit in counted if unit in numbered)


def _opens(passage: Passage, record: Record, main: Happening | None) -> bool:
    """Whether a sentence can open a briefing: it says who, where or when, near the top of its article, in the article's own voice."""
    told = _told(passage, record, main)
    spoken = any(c.start <= passage.start and passage.end <= c.end for q in record.quotes for c in q.content)
    return (
        told["place"] + told["day"] + told["name"] + told["count"] >= ENOUGH
        and not told["leans"]
        and not spoken
        and told["early"] > DEEP
    )


def _sentences(main: Happening, known: Mapping[str, Record]) -> list[Passage]:
    """The tellings that can stand alone, each without its dateline."""
    found = {}
    for telling in main.tellings:
        sentence = telling.sentence
        record = known.get(sentence.source)
        if record is None or not _in_story(record, sentence):
            continue
        begin = after_dateline(record.text, sentence.start, sentence.end)
        passage = slice_of(record, begin, sentence.end)
        if begin <= telling.trigger.start and _stands(passage.text):
            found[passage.source, passage.start] = passage
    return list(found.values())


def _in_story(record: Record, sentence: Passage) -> bool:
    return any(p.kind == "body" and p.start <= sentence.start and sentence.end <= p.end for p in record.paragraphs)


def _stands(text: str) -> bool:
    words = WORD.findall(text.lower())
    marks = sum(text.count(mark) for mark in '"“”')
    return (
        bool(WHOLE.match(text))
        and 8 <= len(words) <= LONGEST
        and words[0] not in LEANING
        and not OWN.search(text)
        and marks % 2 == 0
        and text[0] not in '“"‘'
        and not CAPTION.search(text)
        and not HEADLINE.match(text)
    )


def _told(passage: Passage, record: Record, main: Happening | None) -> dict[str, float]:
    """What a sentence tells, by the names of `WEIGHTS`."""
    length = len(passage.text.split())
    types = {
        entity.type
        for entity in record.entities
        for mention in entity.mentions
        if mention.kind == "name" and passage.start <= mention.start < passage.end
    }
    story = [p for p in record.paragraphs if p.kind == "body"]
    number = next((n for n, p in enumerate(story) if p.start <= passage.start < p.end), len(story))
    claims = any(q.source and passage.start <= q.source.start <= passage.start + 2 and q.cue for q in record.quotes)
    return {
        "place": float(bool(types & {"GPE", "LOC", "FAC"})),
        "day": float(_dated(passage, record, main)),
        "name": float(bool(types & {"PERSON", "ORG"})),
        "count": float(bool(numbers(passage.text))),
        "early": 1 / (1 + number),
        "long": max(0, length - LONG),
        "short": max(0, SHORT - length),
        "claims": float(claims),
        "leans": float(_leans(passage.text)),
        "parts": float(bool(PARTS.search(passage.text))),
    }


def _leans(text: str) -> bool:
    """Whether a sentence speaks of what happened as known, or goes on from another."""
    half = text[: len(text) // 2]
    known = any(kinds(match[2].lower()) and not text[match.end() :].startswith(" toll") for match in TOLD.finditer(half))
    return known or bool(THEY.match(text) or KNOWN.match(text)) or not BEFORE.isdisjoint(WORD.findall(text.lower()))


def _dated(passage: Passage, record: Record, main: Happening | None) -> bool:
    """Whether a sentence tells a day that is the main event's."""
    day = main.day if main else None
    return any(
        passage.start <= time.start < passage.end
        and time.type in {"DATE", "TIME"}
        and (
            day is None or not (day.earliest and time.earliest) or time.earliest <= (day.latest or "") <= (time.latest or "")
        )
        for time in record.times
    )


def _content(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in WORD.findall(text.lower()) if word not in SMALL)


def _shared(found: Iterable[Passage]) -> dict[str, float]:
    """For each word the share of the articles whose tellings hold it."""
    told: dict[str, set[str]] = {}
    for passage in found:
        told.setdefault(passage.source, set()).update(_content(passage.text))
    counted = Counter(chain.from_iterable(told.values()))
    return {word: (count - 1) / max(1, len(told) - 1) for word, count in counted.items()}


def _mean(shared: Mapping[str, float], passage: Passage) -> float:
    words = _content(passage.text)
    return sum(shared.get(word, 0.0) for word in words) / (len(words) + 4)


def toll(text: str) -> float | None:
    """How many died, where a sentence tells of deaths and counts people."""
    if not any(kinds(word) & DEATHS for word in WORD.findall(text.lower())):
        return None
    counted = chain.from_iterable(v for unit, v in numbers(HURT.sub(" ", text)).items() if unit in MORTALS)
    return max((value for value in counted if value < MOST_TOLL), default=None)
