"""The lede: the sentence of a source that tells the main event with who, where and when, its newest state before older ones.

Sentences of the articles' openings, of the best facts and of the main event's tellings are compared by few features with readable
weights. They are fitted on the sentences of 28 folders of articles, each graded by whether an editor would open with it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import chain

from generator.dossier.differences.sentences import sentences
from generator.dossier.fact_words import OWN, PEOPLE, concepts, content
from generator.dossier.fact_worth import shares
from generator.dossier.model import Happening, Lede, Passage, Statement
from generator.dossier.passages import slice_of
from generator.dossier.stories.articles import SMALL
from generator.dossier.stories.event_words import kinds, stem
from generator.dossier.stories.figures import Numbers, numbers
from generator.dossier.voices import voices
from generator.records.model import Record
from generator.values.datelines import after_dateline
from generator.values.words import WORD

# what a reader wants of a lede, and what each is worth; the sum decides. Fitted by ridge regression with the signs given
LEDE_WEIGHTS = {
    "place": 0.07,  # where: a place is named
    "day": 0.28,  # when: a time that may mean the main event's day
    "name": 0.01,  # who: a person or body is named
    "count": 0.25,  # how many
    "dead": 0.87,  # it counts the dead
    "shared": 0.85,  # mean share of the other candidates' articles that use its words
    "headline": 1.90,  # mean share of the articles' headlines that use its words
    "opening": 1.88,  # the same of the other articles' headlines and first paragraphs
    "early": 1.19,  # 1 / (1 + number of the paragraph among the story's)
    "best": 0.23,  # the best fact is told in it
    "fact": 0.25,  # 1 / (1 + place of the fact that is told in it)
    "newest": 0.18,  # place of its article in the order of publication, 0 to 1
    "tellers": 0.12,  # logarithm of how many independent articles tell it
    "short": -0.11,  # words under 14
    "parts": -0.33,  # a colon or semicolon: a headline, a list, a summary
    "tells": 0.15,  # the main event is told in it
    "known": -0.14,  # it opens with what is known already: "The company said …"
}
SHORT, LONGEST = 14, 60  # words
WHOLE = re.compile(r"[A-Z0-9“\"‘'$£€][^\n]*[.!]['\"”’)]*\Z")
# "The mayor is pictured on the pier.", "Some of the pupils are seen during a visit.", "Ann Field addresses the nation (Reuters)."
CAPTION = re.compile(
    r"\b(is|are) (pictured|photographed|seen|shown)\b|\b(photo|image|picture|video|caption|copyright)\b|\([A-Z][\w ]+\)\W*\Z",
    re.I,
)
LIKE_A_HEADLINE = re.compile(r"[A-Z][\w’'-]*( [A-Z][\w’'-]*)* to [a-z]+ ")  # "Harbour Bridge to open in May"
PARTS = re.compile(r"[:;](?=\s)")
# "The attack killed nine.", "The pier also burned.", "Nine fell there on Friday."
TOLD = re.compile(r"\b(the|this|that|these|those) (\w+)", re.I)
THEY = re.compile(r"[^,]{3,80}, (he|she|it|they|this|that)\b", re.I)  # "Seen in May, they weigh 50 grams."
# "The pier was closed.": which? "Some of the crews had left.": which crews?
KNOWN = re.compile(
    r"The [a-z]+ (is|was|has|had|will|were|are|can|could|would)\b|(Some|Many|Several|None|Both) of (the|these|those)\b"
)
HURT = re.compile(
    r"\d[\d,]*( \w+){0,3} (wounded|injured|hurt|missing|taken to)\b|(wound|injur|hurt)\w* ([a-z]+ ){0,3}\d[\d,]*", re.I
)
POINTING_BACK = frozenset("also there again afterwards later".split())
# "He died on Friday.", "But the bridge held.", "I saw it fall.": such a sentence leans on the one before, or is somebody's own
LEANING = frozenset(
    "he she it they we i you his her their its our my this that these those there here but and or so yet then also however meanwhile "
    "another such both after before when while as if although though with unlike".split()
)
MORTALS = frozenset({"person", "dead", "other", "killed", *(word.removesuffix("s") for word in PEOPLE)})
DEATHS = kinds("kill") | kinds("die")
# who, what happened and more is promised, not told: "Ann Field is ready to share her story.", "Bo Reed opens up about the fire."
TEASER = re.compile(
    r"\b(ready to (share|tell|talk|speak)|opens? up|opened up|speaks? out|br(eaks?|oke) (his|her|their) silence|reveals? all)\b",
    re.I,
)
# "The company said …", "Some said …"
DEFINITE = re.compile(r"(The|These|Those|Some) (?!death toll)[a-z]")
# words of others inside: "he said it was \"my mistake\"" is told in the article's own voice
QUOTED = re.compile(r"“[^”]*”|\"[^\"]*\"|(?<!\w)['‘][^'’]*['’](?!\w)")
FACTS_LOOKED_AT = 10
NO_FACT = 999
NEWEST = 6  # facts by which a count of the dead is held outdated
LEDE_PARAGRAPHS = 3  # of an article, whose sentences may open
SHARED_OPENINGS = (
    0.15  # mean share of the other articles' openings that use its words, from which a sentence tells what they tell
)
NEWS_PARAGRAPHS = 6  # paragraphs in which an article tells its news
SAME_NEWS = 0.5  # share of the shorter sentence's content words from which two sentences tell the same
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
    found, worth = candidates(main, records, statements, origins or {})
    if not found:
        return None
    best = max(found, key=lambda p: (worth.of(p), p.source, -p.start))
    sources = worth.tellers(best)
    return Lede(best, _independent(sources, origins or {}), sources)


def candidates(
    main: Happening | None, records: Sequence[Record], statements: Sequence[Statement], origins: Mapping[str, str]
) -> tuple[list[Passage], Worth]:
    """The sentences that can open a briefing, and what they are worth; the arguments are those of `lede`."""
    known = {record.id: record for record in records}
    origins = voices(records, origins)
    tellings = _sentences(main, known) if main else []
    facts = [_filed(known[p.source], p) for p in (s.passage for s in statements[:FACTS_LOOKED_AT])]
    pool = {
        (p.source, p.start): p
        for p in (*tellings, *facts, *(_filed(known[p.source], p) for p in _first(statements, known)), *_openings(records))
        if _stands(p.text)
    }
    found = _newest([p for p in pool.values() if _opens(p, known[p.source], main)], facts[:NEWEST])
    common = shares(records, {r.id: origins.get(r.id, r.id) for r in records}, LEDE_PARAGRAPHS + 1)
    if _independent(known, origins) > 1:
        found = [p for p in found if _shared_with(common, p) >= SHARED_OPENINGS]
    return found, Worth(main, known, found, statements, common, origins)


def _openings(records: Sequence[Record]) -> Iterator[Passage]:
    """The sentences of the first paragraphs, without their datelines."""
    for number, record in enumerate(records):
        story = [p for p in record.paragraphs if p.kind == "body"][:LEDE_PARAGRAPHS]
        for sentence in sentences(number, record):
            if any(p.start <= sentence.start < p.end for p in story):
                yield _filed(record, slice_of(record, sentence.start, sentence.end))


def _filed(record: Record, passage: Passage) -> Passage:
    """A passage without the dateline before it."""
    begin = after_dateline(record.text, passage.start, passage.end)
    return passage if begin == passage.start else slice_of(record, begin, passage.end)


def _shared_with(common: Mapping[str, float], passage: Passage) -> float:
    """The mean share of the other articles that use a sentence's words."""
    about = concepts(content(passage.text))
    return sum(common.get(concept, 0.0) for concept in sorted(about)) / (len(about) + 4)


def _newest(found: Sequence[Passage], facts: Sequence[Passage]) -> list[Passage]:
    """Those that count no fewer dead than others know of: "At least two died" is outdated where six are told."""
    most = max((dead for p in (*found, *facts) if (dead := toll(p.text))), default=0.0)
    return [p for p in found if not 0 < (toll(p.text) or most) < most]


class Worth:
    """What each sentence is worth as a lede."""

    def __init__(
        self,
        main: Happening | None,
        known: Mapping[str, Record],
        found: Sequence[Passage],
        statements: Sequence[Statement],
        common: Mapping[str, float],
        origins: Mapping[str, str],
    ) -> None:
        self._main, self._known, self._common, self._origins = main, known, common, origins
        self._shared = _shared(found)
        self._titles = _shared(Passage(name, 0, 0, record.metadata.title or "") for name, record in known.items())
        self._dates = sorted({known[p.source].metadata.published or "" for p in found})
        self._facts: dict[str, list[tuple[int, Passage]]] = {}
        for rank, statement in enumerate(statements):
            for passage in (statement.passage, *statement.also):
                self._facts.setdefault(passage.source, []).append((rank, passage))

    def of(self, passage: Passage) -> float:
        """The sum of the features' weights."""
        return round(sum(LEDE_WEIGHTS[name] * value for name, value in self.features(passage).items()), 6)

    def features(self, passage: Passage) -> dict[str, float]:
        """What is known of a sentence, by the names of `LEDE_WEIGHTS`."""
        record = self._known[passage.source]
        told = _told(passage, record, self._main) | {
            "shared": _mean(self._shared, passage),
            "headline": _mean(self._titles, passage),
            "opening": _shared_with(self._common, passage),
            "newest": self._dates.index(record.metadata.published or "") / max(1, len(self._dates) - 1),
            "dead": float(bool(toll(passage.text))),
            "tellers": math.log(_independent(self.tellers(passage), self._origins)),
            "best": float(self._rank(passage) == 0),
            "fact": 1 / (1 + self._rank(passage)),
            "tells": float(self._tells_main(passage)),
        }
        return {name: told[name] for name in LEDE_WEIGHTS}

    def tellers(self, passage: Passage) -> tuple[str, ...]:
        """The articles that tell the same near their beginning."""
        return _telling(passage, tuple(self._known.values()))

    def _tells_main(self, passage: Passage) -> bool:
        """Whether the word for the main event stands in a sentence."""
        told = self._main.tellings if self._main else ()
        return any(passage.source == t.sentence.source and passage.start <= t.trigger.start < passage.end for t in told)

    def _rank(self, passage: Passage) -> int:
        """The place of the best fact that is told in a sentence."""
        facts = self._facts.get(passage.source, ())
        return min((rank for rank, p in facts if p.start < passage.end and passage.start < p.end), default=NO_FACT)


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
    """The articles in whose first paragraphs a sentence tells the same, with every number that the lede counts.

    "Two former managers" is not told by an article that tells of "a group".
    """
    about, counted = _content(best.text), numbers(best.text)
    found = []
    for record in records:
        story = [p for p in record.paragraphs if p.kind in {"title", "body"}][:NEWS_PARAGRAPHS]
        sentences = [m.group() for p in story for m in SENTENCE.finditer(record.text[p.start : p.end])]
        if record.id == best.source or any(_same(about, counted, sentence) for sentence in sentences):
            found.append(record.id)
    return tuple(found)


def _same(about: frozenset[str], counted: Numbers, sentence: str) -> bool:
    theirs = _content(sentence)
    shared = len(about & theirs)
    if shared < SAME_NEWS * min(len(about), max(len(theirs), LEAST_WORDS)) or shared < MUCH * len(about):
        return False
    told = frozenset(chain.from_iterable(numbers(sentence).values()))
    return all(values <= told for values in counted.values())


def _opens(passage: Passage, record: Record, main: Happening | None) -> bool:
    """Whether a sentence can open a briefing: it says who, where or when, near the top of its article, in the article's own voice."""
    told = _told(passage, record, main)
    spoken = any(c.start <= passage.start and passage.end <= c.end for q in record.quotes for c in q.content)
    return (
        told["place"] + told["day"] + told["name"] + told["count"] > 0
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
        and not OWN.search(QUOTED.sub(" ", text))
        and marks % 2 == 0
        and text[0] not in '“"‘'
        and not CAPTION.search(text)
        and not LIKE_A_HEADLINE.match(text)
        and not TEASER.search(text)
    )


def _told(passage: Passage, record: Record, main: Happening | None) -> dict[str, float]:
    """What a sentence tells, by the names of `LEDE_WEIGHTS`."""
    length = len(passage.text.split())
    types = {
        entity.type
        for entity in record.entities
        for mention in entity.mentions
        if mention.kind == "name" and passage.start <= mention.start < passage.end
    }
    story = [p for p in record.paragraphs if p.kind == "body"]
    number = next((n for n, p in enumerate(story) if p.start <= passage.start < p.end), len(story))
    return {
        "place": float(bool(types & {"GPE", "LOC", "FAC"})),
        "day": float(_dated(passage, record, main)),
        "name": float(bool(types & {"PERSON", "ORG"})),
        "count": float(bool(numbers(passage.text))),
        "early": 1 / (1 + number),
        "short": max(0, SHORT - length),
        "leans": float(_leans(passage.text)),
        "parts": float(bool(PARTS.search(passage.text))),
        "known": float(bool(DEFINITE.match(passage.text))),
    }


def _leans(text: str) -> bool:
    """Whether a sentence speaks of what happened as known, or goes on from another."""
    half = text[: len(text) // 2]
    known = any(kinds(match[2].lower()) and not text[match.end() :].startswith(" toll") for match in TOLD.finditer(half))
    return known or bool(THEY.match(text) or KNOWN.match(text)) or not POINTING_BACK.isdisjoint(WORD.findall(text.lower()))


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


@lru_cache(1 << 16)  # of a story that many tell, each sentence is compared with many
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
