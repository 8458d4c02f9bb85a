"""At a glance: who, what, when, where, why and how of the main event, each only where the sources say it of that event.

An answer of an article is shown where its sentence tells the main event, and where it names somebody ("who": not "gunman"), a place
with its town ("where"), the event's own day ("when"), or a reason or means in words that say so ("because of", "by opening").
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.dossier.model import Day, Glance, Happening, Lede, Passage, Subject
from generator.dossier.passages import passage as cited
from generator.records.model import Answer, Answers, Record
from generator.values.span import Span

MEANT = 8  # people and bodies among the dossier's most salient of whom one is "who"
NEAR = 3  # answers of an article that are looked at
WORDY = 3  # words that "what", "why" and "how" have at least
DAY = len("2016-07-15")
CLOSE = 40  # code points before an answer in which its reason is announced
# each with a sentence: "The pier closed because of a storm.", "Two men died after a boat sank", "It was blamed on a faulty brake"
REASON = re.compile(
    r"\b(because( of)?|due to|owing to|as a result of|in response to|caused by|blamed (on|for)|thanks to)\s+\Z", re.I
)
# "He left by climbing over a wall", "They got in using a stolen card"
MEANS = re.compile(r"\b(by (means of )?|using|with the help of|by way of)\s*\Z", re.I)
# "beams images into your", "for helping": more was to come
OPEN = frozenset(
    "a an the your his her its their our my in into of to for from with by at on as and or but that which who".split()
)
TOWNS = frozenset({"city"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What answers are taken from."""

    known: Mapping[str, Record]
    answers: Sequence[tuple[str, Answers]]
    main: Happening | None
    people: Sequence[Subject]
    lede: Lede | None

    def found(self, question: str) -> Iterator[tuple[Record, Answer, Passage]]:
        """The answers of the articles to a question, the best article's first, each with its passage."""
        for source, answers in self.answers:
            for answer in getattr(answers, question)[:NEAR]:
                record = self.known[source]
                yield record, answer, cited(record, answer)

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
) -> tuple[Glance, ...]:
    """What can be answered of the six questions."""
    asked = Asked({record.id: record for record in records}, answers, main, people, lede)
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
    """Somebody named: a person or body that the dossier is about."""
    leading = [s for s in asked.people if s.type in {"PERSON", "ORG"}][:MEANT]
    for _, _, passage in asked.found("who"):
        for subject in leading:
            if asked.tells_main(passage) and _names(subject, passage):
                return Glance("who", passage, subject.id)
    return None


def _what(asked: Asked) -> Glance | None:
    for _, _, passage in asked.found("what"):
        text = asked.known[passage.source].text
        torn = text[passage.end : passage.end + 2].lower() in {"'s", "’s"} or not _whole(passage.text)
        if len(passage.text.split()) >= WORDY and not torn and asked.tells_main(passage):
            return Glance("what", passage)
    return None


def _when(asked: Asked, when: Day | None) -> Glance | None:
    """The main event's day: in the lede's words or an answer's that mean it, else computed alone."""
    if when is None or when.earliest is None or (when.inferred and len(asked.known) > 1):
        return None
    opening = [asked.lede.passage] if asked.lede else []
    for passage in (*opening, *(p for _, _, p in asked.found("when"))):
        record = asked.known[passage.source]
        for time in record.times:
            inside = passage.start <= time.start < passage.end
            if inside and time.type in {"DATE", "TIME"} and time.earliest and time.value[:DAY] == when.value[:DAY]:
                return Glance("when", cited(record, time), day=when)
    return Glance("when", None, day=when)


def _where(asked: Asked) -> Glance | None:
    """A town that the lede, the main event's entry and the articles' answers agree upon; else a country or region."""
    places = [s for s in asked.people if s.place is not None]
    answers = {p.source: p for _, _, p in reversed(list(asked.found("where")))}  # the first of each article
    spots = [*([asked.lede.passage] if asked.lede else []), *answers.values()]
    least = 2 if len(asked.known) > 1 else 1
    for towns in (True, False):
        best: tuple[int, int, Passage, Subject] | None = None
        for order, subject in enumerate(places):
            named = [found for spot in spots if (found := _name_in(subject, spot))]
            votes = len(named) + (asked.main is not None and asked.main.place == subject.id)
            town = bool(subject.place and subject.place.kind in TOWNS)
            if town is towns and named and votes >= least and (best is None or votes > best[0]):
                best = votes, order, named[0], subject
        if best is not None:
            return Glance("where", best[2], best[3].id)
    return None


def _told(asked: Asked, question: str, announced: re.Pattern[str]) -> Glance | None:
    """A reason or means that a sentence about the main event announces as such, in the article's own voice."""
    for record, answer, passage in asked.found(question):
        before = record.text[max(0, answer.start - CLOSE) : answer.start]
        claimed = any(c.start <= answer.start and answer.end <= c.end for q in record.quotes for c in q.content)
        if len(passage.text.split()) >= WORDY and announced.search(before) and not claimed and asked.tells_main(passage):
            return Glance(question, passage)
    return None


def _names(subject: Subject, passage: Passage) -> bool:
    """Whether a passage holds a name of a subject."""
    return _name_in(subject, passage) is not None


def _name_in(subject: Subject, passage: Passage) -> Passage | None:
    """The first name of a subject in a passage."""
    return next(
        (m for m in subject.mentions if _inside(m, [passage]) and m.source == passage.source and m.text[:1].isupper()), None
    )


def _inside(passage: Passage, parts: Iterable[Passage | Span]) -> bool:
    return any(p.start <= passage.start and passage.end <= p.end for p in parts)


def _whole(text: str) -> bool:
    """Whether words end where a thought does: "lights up your" does not."""
    if text.split()[-1].lower() in OPEN or text.split()[-1].endswith("ing"):
        return False
    return text.count("“") == text.count("”") and text.count('"') % 2 == 0 and "'" not in re.sub(r"(?<=\w)'(?=\w)", "", text)
