"""What the answers at a glance are taken from: the articles that tell the main event, how they open, and what each answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.dossier.model import Happening, Lede, Passage, Subject
from generator.dossier.passages import passage as cited
from generator.records.model import Answer, Answers, Paragraph, Record
from generator.values.span import Span

ANSWERS_ASKED = 3  # answers of an article that are looked at
SHORT = 2  # headline and paragraphs of an opening


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
        return {source: parts[:SHORT] for source, parts in self.beginnings.items()}

    @cached_property
    def beginnings(self) -> dict[str, list[Paragraph]]:
        """The same with the second paragraph."""
        return {
            source: [p for p in self.known[source].paragraphs if p.kind in {"title", "body"}][: SHORT + 1]
            for source in self.told
        }

    def found(self, question: str, first: int = ANSWERS_ASKED) -> Iterator[tuple[Record, Answer, Passage]]:
        """The answers of the articles to a question, the best article's first, each with its passage."""
        for source, answers in self.answers:
            for answer in getattr(answers, question)[:first]:
                record = self.known[source]
                yield record, answer, cited(record, answer)

    def near(self, question: str) -> list[Passage]:
        """The first answers of the articles."""
        return [passage for _, _, passage in self.found(question)]

    def opened(self, subject: Subject, parts: Mapping[str, Sequence[Paragraph]] | None = None) -> list[Passage]:
        """Where the openings (or other parts) name somebody or something, once an article, a headline before a paragraph."""
        named: dict[str, Passage] = {}
        for mention in sorted(subject.mentions, key=lambda m: m.start):
            opening = (self.openings if parts is None else parts).get(mention.source, ())
            if mention.source not in named and mention.text[:1].isupper() and inside(mention, opening):
                named[mention.source] = mention
        return [named[source] for source in self.told if source in named]

    def answered(self, subject: Subject, question: str) -> int:
        """How many independent articles answer with somebody or something."""
        return self.independent(p.source for _, _, p in self.found(question, 1) if names(subject, p))

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
            return passage.source == self.answers[0][0] and inside(passage, [*headlines, *first])
        sentences = [t.sentence for t in self.main.tellings if t.sentence.source == passage.source]
        return bool(sentences) and inside(passage, [*headlines, *sentences])


def names(subject: Subject, passage: Passage) -> bool:
    """Whether a passage holds a name of a subject."""
    return any(m.source == passage.source and m.text[:1].isupper() and inside(m, [passage]) for m in subject.mentions)


def inside(passage: Passage, parts: Iterable[Passage | Span]) -> bool:
    return any(p.start <= passage.start and passage.end <= p.end for p in parts)
