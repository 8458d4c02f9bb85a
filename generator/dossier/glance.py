"""At a glance: who, what, when, where, why and how of the main event, each only where most of the articles that tell it agree.

"What" is a whole headline, the one that holds most of what the others open with; "who" somebody whom most headlines or first paragraphs
name and an article answers with; "where" a place that most of them open with and several answer with; "when" a day that two of three
know (the lede, the chronology, the answers of the articles), or one that is news when most articles appear and that none speaks
against. Reasons and means only where words announce them as such.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from generator.dossier.fact_words import concepts, content
from generator.dossier.glance_asked import Asked
from generator.dossier.glance_when import when_it_happened
from generator.dossier.glance_where import where_it_happened
from generator.dossier.lede import toll
from generator.dossier.model import Day, Glance, Happening, Lede, Passage, Subject
from generator.dossier.passages import passage as cited
from generator.dossier.voices import voices
from generator.records.model import Answers, Record
from generator.values.span import Span

# Chosen on the 66 answers of two thirds of 29 folders of articles, each judged by a reader
NAMED = 0.6  # share of the articles that name "who" in headline or first paragraph
ANSWERED = 2  # articles that answer "who" with it
APART = 31  # days between an article and the lede's, from which it tells of another event
WORDY = 3  # words that "why" and "how" have at least
HEADLINE_WORDS = range(4, 19)  # words of a headline that tells what happened
REASON_WITHIN = 40  # code points before an answer in which its reason is announced
BETWEEN_NAMES = re.compile(r",? (and|&) |, ")  # "Ann Field and Bo Reed break up"
# whom a name before them only describes: "Aldmouth Steel workers strike", "Harbour Line’s former managers"
HEAD = re.compile(
    r"(?:[’']s?)?(?: (?:and|&) [A-Z][\w&.-]*(?: [A-Z][\w&.-]*)*)?(?: (?:former|ex|top|senior|early))?[ -]"
    r"(?:employees?|workers?|staff(?:ers?)?|executives?|execs?|engineers?|investors?|managers?|officers?|officials?|insiders?|alumni"
    r"|veterans?|customers?|users?|fans?|supporters?|voters?|passengers?|students?|pupils?|players?|drivers?|pilots?|members?|founders?"
    r"|shareholders?|lawmakers?|residents?|critics?|rivals?|victims?|families|family|relatives?|widow|son|daughter|wife|husband|mother"
    r"|father|brother|sister|lawyers?)\b"
)
BEFORE_NAME = re.compile(
    r"\b(?:(?:[Ff]ormer|[Ee]arly|[Tt]op|[Ss]enior|[Ee]x)[ -](?:[A-Z][\w&.-]*(?:,? and|,| &) )*|(?:[A-Z][\w.-]* ){1,3}(?:and|&) )?\Z"
)
FAR = 80  # code points before a name in which what describes it begins
# each with a sentence: "The pier closed because of a storm.", "Two men died after a boat sank", "It was blamed on a faulty brake"
REASON = re.compile(
    r"\b(because( of)?|due to|owing to|as a result of|in response to|caused by|blamed (on|for)|thanks to)\s+\Z", re.I
)
# "He left by climbing over a wall", "They got in using a stolen card"
MEANS = re.compile(r"\b(by (means of )?|using|with the help of|by way of)\s*\Z", re.I)
# no statement of what happened: "WATCH: pier burns", "Why did the pier burn?", "Pier burns | Harbour Times", "Five things to know …",
# "Here are the mayor's letters", "Town reacts to the fire"
TEASING = re.compile(
    r"\?|\s[|–—-]\s|…|\.\.\.|\A(watch|video|live|photos?|opinion|analysis|exclusive|updated?|review|how|why|what|when|who)\b"
    r"|\bhere([’']s| is| are)\b|\byou(r|’re|'re)?\b|\breact(s|ed|ions?)?\b",
    re.I,
)
# "beams images into your", "for helping": more was to come
OPEN = frozenset(
    "a an the your his her its their our my in into of to for from with by at on as and or but that which who".split()
)


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
    answers = _of_one_time(records, answers, lede, main)
    if not answers:
        return ()
    asked = Asked({record.id: record for record in records}, answers, main, people, lede, voices(records, origins or {}))
    found = (
        _who(asked),
        _what(asked),
        when_it_happened(asked, when),
        where_it_happened(asked),
        _told(asked, "why", REASON),
        _told(asked, "how", MEANS),
    )
    return tuple(each for each in found if each is not None)


def _of_one_time(
    records: Sequence[Record], answers: Sequence[tuple[str, Answers]], lede: Lede | None, main: Happening | None = None
) -> tuple[tuple[str, Answers], ...]:
    """The answers of the articles that appeared when the lede's did: one of months before tells of another event.

    Where most did not, those around the main event's day, or when most did: an article may bear the day on which it was stored.
    """
    days = {r.id: date.fromisoformat(r.metadata.published) for r in records if r.metadata.published}
    dated = sorted(days[source] for source, _ in answers if source in days)
    opened = days.get(lede.passage.source) if lede else None
    if not dated or (opened is None and main is None):
        return tuple(answers)
    happened = _day_of(main)
    if opened is not None and 2 * _near(dated, opened) > len(dated):
        around = opened
    elif happened is not None and 2 * _near(dated, happened) >= len(dated):
        around = happened
    else:
        around = dated[len(dated) // 2]
    return tuple(each for each in answers if abs((days.get(each[0], around) - around).days) <= APART)


def _day_of(main: Happening | None) -> date | None:
    """The day of the main event, where a source states it."""
    if main is None or main.doubtful or main.day is None or main.day.inferred or main.day.earliest is None:
        return None
    return date.fromisoformat(main.day.earliest)


def _near(dated: Sequence[date], day: date) -> int:
    """How many articles appeared around a day."""
    return sum(abs((each - day).days) <= APART for each in dated)


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
    if both is not None:
        return Glance("who", _headed(asked, both) or both)
    free = [passage for passage in named if not _headed(asked, passage)]
    if 2 * len(free) > len(named):
        return Glance("who", free[0], subject.id)
    return Glance("who", next(whole for passage in named if (whole := _headed(asked, passage))))


def _headed(asked: Asked, name: Passage) -> Passage | None:
    """The people whom a name only describes: "former Aldmouth Steel workers"; None where the name stands for itself."""
    text = asked.known[name.source].text
    head = HEAD.match(text, name.end)
    if head is None:
        return None
    before = BEFORE_NAME.search(text, max(0, name.start - FAR), name.start)
    return cited(asked.known[name.source], Span(before.start() if before else name.start, head.end()))


def _joined(asked: Asked, one: Subject, other: Subject) -> Passage | None:
    """Two names that a headline or an opening joins: "Ann Field and Bo Reed"."""
    for first, second in ((one, other), (other, one)):
        ends = {(p.source, p.start): p for p in asked.opened(second)}
        for passage in asked.opened(first):
            record = asked.known[passage.source]
            link = BETWEEN_NAMES.match(record.text, passage.end)
            if link and (after := ends.get((passage.source, link.end()))):
                return cited(record, Span(passage.start, after.end))
    return None


def _what(asked: Asked) -> Glance | None:
    """The headline that holds most of what the articles open with; where no headline does, an answer about the main event."""
    opened: Counter[str] = Counter()
    for source, parts in asked.openings.items():
        opened.update(_about(asked.known[source], parts))
    if asked.lede is not None:
        opened.update(concepts(content(asked.lede.passage.text)))

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
    return len(headline.split()) in HEADLINE_WORDS and _balanced(headline) and not TEASING.search(headline) and not loud


def _about(record: Record, parts: Iterable[Span]) -> frozenset[str]:
    return concepts(content(" ".join(record.text[p.start : p.end] for p in parts)))


def _told(asked: Asked, question: str, announced: re.Pattern[str]) -> Glance | None:
    """A reason or means that a sentence about the main event announces as such, in the article's own voice."""
    for record, answer, passage in asked.found(question):
        before = record.text[max(0, answer.start - REASON_WITHIN) : answer.start]
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
