"""At a glance: who, what, when, where, why and how of the main event, each only where most of the articles that tell it agree.

"What" is a whole headline, the one that holds most of what the others open with; "who" somebody whom most headlines or first paragraphs
name and an article answers with; "where" a place that most of them open with and several answer with; "when" a day that two of three
know: the lede, the chronology, the answers of the articles. Reasons and means only where words announce them as such.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from msgspec.structs import replace

from generator.dossier.fact_words import concepts, content
from generator.dossier.lede import toll
from generator.dossier.model import Day, Glance, Happening, Lede, Passage, Subject
from generator.dossier.passages import passage as cited
from generator.records.model import Answer, Answers, Paragraph, Record, Time
from generator.values.span import Span

# Chosen on the 66 answers of two thirds of 29 folders of articles, each judged by a reader
NAMED = 0.6  # share of the articles that name "who" in headline or first paragraph
OPENED = 0.5  # share of them above which a place that they name there is "where"
ANSWERED = 2  # articles that answer "who" or "where" with it
AGREED = 3  # votes for a day, of lede, chronology, answers and dates of publication
FRESH = 2  # days before the articles that news is old
NEAR = 3  # answers of an article that are looked at
WORDY = 3  # words that "why" and "how" have at least
HEADLINE = range(4, 19)  # words of a headline that tells what happened
DAY = len("2016-07-15")
BARE = frozenset({"today", "now", "tonight"})  # they say nothing beside the day
CLOSE = 40  # code points before an answer in which its reason is announced
BETWEEN = re.compile(r",? (and|&) |, ")  # "Ann Field and Bo Reed break up"
# each with a sentence: "The pier closed because of a storm.", "Two men died after a boat sank", "It was blamed on a faulty brake"
REASON = re.compile(
    r"\b(because( of)?|due to|owing to|as a result of|in response to|caused by|blamed (on|for)|thanks to)\s+\Z", re.I
)
# "He left by climbing over a wall", "They got in using a stolen card"
MEANS = re.compile(r"\b(by (means of )?|using|with the help of|by way of)\s*\Z", re.I)
# no statement of what happened: "WATCH: pier burns", "Why did the pier burn?", "Pier burns | Harbour Times", "Five things to know …"
TEASING = re.compile(
    r"\?|\s[|–—-]\s|…|\.\.\.|\A(watch|video|live|photos?|opinion|analysis|exclusive|updated?|review|how|why|what|when|who)\b|\bhere[’']s\b|\byou(r|’re|'re)?\b",
    re.I,
)
# "beams images into your", "for helping": more was to come
OPEN = frozenset(
    "a an the your his her its their our my in into of to for from with by at on as and or but that which who".split()
)
# the smaller the better: a town says more than its country
GRAIN = {"city": 0, "county": 1, "region": 2, "state": 2, "country": 3}


@dataclass(frozen=True)
class Asked:
    """What answers are taken from."""

    known: Mapping[str, Record]
    answers: Sequence[tuple[str, Answers]]
    main: Happening | None
    people: Sequence[Subject]
    lede: Lede | None
    origins: Mapping[str, str]  # for an article that shares its text with others, one name for all of them

    @cached_property
    def told(self) -> tuple[str, ...]:
        """The articles that tell the story."""
        return tuple(source for source, _ in self.answers)

    @cached_property
    def openings(self) -> dict[str, list[Paragraph]]:
        """Of each of them the headline and the first paragraph."""
        return {
            source: [p for p in self.known[source].paragraphs if p.kind in {"title", "body"}][:2] for source in self.told
        }

    def found(self, question: str, first: int = NEAR) -> Iterator[tuple[Record, Answer, Passage]]:
        """The answers of the articles to a question, the best article's first, each with its passage."""
        for source, answers in self.answers:
            for answer in getattr(answers, question)[:first]:
                record = self.known[source]
                yield record, answer, cited(record, answer)

    def near(self, question: str) -> list[Passage]:
        """The first answers of the articles."""
        return [passage for _, _, passage in self.found(question)]

    def opened(self, subject: Subject) -> list[Passage]:
        """Where the openings name somebody or something, once an article, a headline before a paragraph."""
        named: dict[str, Passage] = {}
        for mention in sorted(subject.mentions, key=lambda m: m.start):
            opening = self.openings.get(mention.source, ())
            if mention.source not in named and mention.text[:1].isupper() and _inside(mention, opening):
                named[mention.source] = mention
        return [named[source] for source in self.told if source in named]

    def answered(self, subject: Subject, question: str) -> int:
        """How many independent articles answer with somebody or something."""
        return self.independent(p.source for _, _, p in self.found(question, 1) if _names(subject, p))

    def independent(self, sources: Iterable[str]) -> int:
        """How many of some articles do not share their text."""
        return len({self.origins.get(source, source) for source in sources})

    def tells_main(self, passage: Passage) -> bool:
        """Whether a passage tells the main event: in a sentence of its tellings, or in the headline of an article that tells it.

        Where articles have no main event in common, the headline and the first paragraph of the best article do.
        """
        parts = self.known[passage.source].paragraphs
        headlines = [p for p in parts if p.kind == "title"]
        if len(self.known) == 1:
            return True
        if self.main is None:
            first = [p for p in parts if p.kind == "body"][:1]
            return passage.source == self.answers[0][0] and _inside(passage, [*headlines, *first])
        sentences = [t.sentence for t in self.main.tellings if t.sentence.source == passage.source]
        return bool(sentences) and _inside(passage, [*headlines, *sentences])


def glance(
    records: Sequence[Record],
    answers: Sequence[tuple[str, Answers]],
    when: Day | None,
    main: Happening | None,
    people: Sequence[Subject],
    lede: Lede | None = None,
    origins: Mapping[str, str] | None = None,
) -> tuple[Glance, ...]:
    """What can be answered of the six questions.

    Args:
        records: the articles.
        answers: of the articles that tell the main event, the best article's first.
        when: its day.
        main: its entry.
        people: whom and what the dossier names, the most prominent first.
        lede: the sentence that tells it.
        origins: for an article that shares its text with others, one name for all of them.
    """
    if not answers:
        return ()
    asked = Asked({record.id: record for record in records}, answers, main, people, lede, origins or {})
    found = (
        _who(asked),
        _what(asked),
        _when(asked, when),
        _where(asked),
        _told(asked, "why", REASON),
        _told(asked, "how", MEANS),
    )
    return tuple(each for each in found if each is not None)


def _who(asked: Asked) -> Glance | None:
    """Whom most openings name and an article answers with; two that a headline joins, both."""
    leading = []
    for order, subject in enumerate(asked.people):
        if subject.type not in {"PERSON", "ORG"}:
            continue
        named, votes = asked.opened(subject), asked.answered(subject, "who")
        if len(named) >= NAMED * len(asked.told):
            leading.append((-(len(named) + 2 * votes), order, votes, named, subject))
    leading.sort(key=lambda each: each[:2])
    if not leading or leading[0][2] < min(ANSWERED, asked.independent(asked.told)):
        return None
    _, _, _, named, subject = leading[0]
    joined = (_joined(asked, subject, other[-1]) for other in leading[1:])
    both = next((passage for passage in joined if passage), None)
    return Glance("who", both or named[0], None if both else subject.id)


def _joined(asked: Asked, one: Subject, other: Subject) -> Passage | None:
    """Two names that a headline or an opening joins: "Ann Field and Bo Reed"."""
    for first, second in ((one, other), (other, one)):
        ends = {(p.source, p.start): p for p in asked.opened(second)}
        for passage in asked.opened(first):
            record = asked.known[passage.source]
            link = BETWEEN.match(record.text, passage.end)
            if link and (after := ends.get((passage.source, link.end()))):
                return cited(record, Span(passage.start, after.end))
    return None


def _what(asked: Asked) -> Glance | None:
    """The headline that holds most of what the articles open with; where no headline does, an answer about the main event."""
    opened: Counter[str] = Counter()
    for source, parts in asked.openings.items():
        opened.update(_about(asked.known[source], parts))

    def worth(passage: Passage) -> float:
        about = concepts(content(passage.text))
        return sum(opened[concept] - 1 for concept in about) / (len(about) + 2)

    headlines = _headlines(asked)
    if headlines:
        return Glance("what", max(headlines, key=worth))  # of equals the best article's
    for record, answer, passage in asked.found("what"):
        torn = record.text[answer.end : answer.end + 2].lower() in {"'s", "’s"} or not _whole(passage.text)
        if len(passage.text.split()) >= WORDY and not torn and asked.tells_main(passage):
            return Glance("what", passage)
    return None


def _headlines(asked: Asked) -> list[Passage]:
    """The headlines that tell what happened and count no fewer dead than another opening."""
    most = max((dead for passage in _parts(asked, "title", "body") if (dead := toll(passage.text))), default=0.0)
    return [p for p in _parts(asked, "title") if _tells(p.text) and not 0 < (toll(p.text) or most) < most]


def _parts(asked: Asked, *kinds: str) -> list[Passage]:
    """Headlines and first paragraphs."""
    return [cited(asked.known[source], p) for source, parts in asked.openings.items() for p in parts if p.kind in kinds]


def _tells(headline: str) -> bool:
    """Whether a headline says what happened, in whole words."""
    loud = sum(word.isupper() and len(word) > 3 for word in headline.split()) > len(headline.split()) / 2
    return len(headline.split()) in HEADLINE and _balanced(headline) and not TEASING.search(headline) and not loud


def _about(record: Record, parts: Iterable[Span]) -> frozenset[str]:
    return concepts(content(" ".join(record.text[p.start : p.end] for p in parts)))


def _when(asked: Asked, when: Day | None) -> Glance | None:
    """A day on which the lede, the chronology and the articles' answers agree, two of them at least."""
    if when is None or when.earliest is None or (when.inferred and len(asked.known) > 1):
        return None
    opening = [asked.lede.passage] if asked.lede else []
    stated = {p.source: time for record, _, p in asked.found("when", 1) if (time := _time(record, p))}
    if len(asked.told) > 1 and _votes(asked, when, opening, stated) < AGREED:
        return None
    for passage in (*opening, *(p for _, _, p in asked.found("when"))):
        record = asked.known[passage.source]
        for time in _times(record, passage):
            if _is(time, when) and record.text[time.start : time.end].lower() not in BARE:
                return Glance("when", cited(record, time), day=_plain(when))
    return Glance("when", None, day=_plain(when))


def _plain(when: Day) -> Day:
    """A day without its hour: the words beside it say that, and another's hour would not fit them."""
    return replace(when, value=when.value[:DAY])


def _votes(asked: Asked, when: Day, opening: Sequence[Passage], stated: Mapping[str, Time]) -> int:
    """What speaks for a day: one vote of the lede, up to two of the chronology and of the articles' answers, one if it is news."""
    main = asked.main
    known = main is not None and main.day is not None and not (main.doubtful or main.day.inferred)
    same = asked.independent(source for source, time in stated.items() if _is(time, when))
    most = 2 * same > asked.independent(stated)
    return sum(
        (
            any(_is(time, when) for p in opening for time in _times(asked.known[p.source], p)),
            known and main is not None and main.day is not None and main.day.value[:DAY] == when.value[:DAY],
            main is not None and _dated(main, when),
            same > 0 and most,
            same > 1 and most,
            _fresh(asked, when),
        )
    )


def _fresh(asked: Asked, when: Day) -> bool:
    """Whether a day is that on which most articles appeared, or shortly before it."""
    published = sorted(day for source in asked.told if (day := asked.known[source].metadata.published))
    if not published or not when.earliest:
        return False
    age = date.fromisoformat(published[len(published) // 2]) - date.fromisoformat(when.earliest)
    return 0 <= age.days <= FRESH


def _dated(main: Happening, when: Day) -> bool:
    """Whether the tellings that date the main event themselves mostly give a day, two or more of them."""
    own = [t.day.value[:DAY] for t in main.tellings if t.day and len(t.day.value) >= DAY and not t.day.inferred]
    agree = own.count(when.value[:DAY])
    return not main.doubtful and agree > 1 and 2 * agree > len(own)


def _is(time: Time, when: Day) -> bool:
    return bool(time.earliest) and time.value[:DAY] == when.value[:DAY]


def _times(record: Record, passage: Passage) -> list[Time]:
    return [t for t in record.times if passage.start <= t.start < passage.end and t.type in {"DATE", "TIME"}]


def _time(record: Record, passage: Passage) -> Time | None:
    return next((time for time in _times(record, passage) if time.earliest), None)


def _where(asked: Asked) -> Glance | None:
    """The smallest place that most openings name, that several articles answer with, and that lies somewhere known."""
    least = min(ANSWERED, asked.independent(asked.told))
    found = []
    for order, subject in enumerate(asked.people):
        if subject.place is None:
            continue
        if len(asked.told) == 1:  # nobody else could agree: one of its answers is enough
            named = [m for m in subject.mentions if m.text[:1].isupper() and _inside(m, asked.near("where"))]
            votes = least
        else:
            named, votes = asked.opened(subject), asked.answered(subject, "where")
        meant = asked.main is not None and asked.main.place == subject.id
        enough = len(named) > OPENED * len(asked.told) or (meant and len(named) > 1)
        if named and votes >= least and (enough or len(asked.told) == 1):
            found.append((GRAIN[subject.place.kind], -votes, order, named[0], subject))
    if not found:
        return None
    *_, passage, place = min(found, key=lambda each: each[:3])
    return Glance("where", passage, place.id)


def _told(asked: Asked, question: str, announced: re.Pattern[str]) -> Glance | None:
    """A reason or means that a sentence about the main event announces as such, in the article's own voice."""
    for record, answer, passage in asked.found(question):
        before = record.text[max(0, answer.start - CLOSE) : answer.start]
        claimed = any(c.start <= answer.start and answer.end <= c.end for q in record.quotes for c in q.content)
        if (
            len(passage.text.split()) >= WORDY
            and announced.search(before)
            and not claimed
            and asked.tells_main(passage)
            and _whole(passage.text)
        ):
            return Glance(question, passage)
    return None


def _names(subject: Subject, passage: Passage) -> bool:
    """Whether a passage holds a name of a subject."""
    return any(m.source == passage.source and m.text[:1].isupper() and _inside(m, [passage]) for m in subject.mentions)


def _inside(passage: Passage, parts: Iterable[Passage | Span]) -> bool:
    return any(p.start <= passage.start and passage.end <= p.end for p in parts)


def _whole(text: str) -> bool:
    """Whether words end where a thought does: "lights up your" does not."""
    if text.split()[-1].lower() in OPEN or text.split()[-1].endswith("ing"):
        return False
    return _balanced(text)


def _balanced(text: str) -> bool:
    """Whether quotation marks open and close: "Mayor ‘out of touch" does not."""
    single = re.sub(r"(?<=\w)['’](?=\w)|(?<=s)['’](?=\s)", "", text)
    return (
        text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and single.count("'") % 2 == 0
        and single.count("‘") == single.count("’")
    )
