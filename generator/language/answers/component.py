"""The spaCy component: spans that answer the six questions about the main event.

Method (after Hamborg et al. 2019, Giveme5W1H): the headline and the first sentences tell the main event. Who and what are its subject
and its predicate, when and where the times and places told nearest to it, why and how what a marker of cause or means opens. Each
question but "when" and "how" has its candidates; which comes first, and whether any is likely enough, is fitted (`ranking`). A
question without evidence stays unanswered.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from generator.language.answers.agents import what, who
from generator.language.answers.causes import why
from generator.language.answers.means import how
from generator.language.answers.ranking import Candidate, Offsets, answers
from generator.language.answers.story import Story, story
from generator.language.answers.when import when
from generator.language.answers.where import where
from generator.language.setup.scoring import Layer, Scorer, scored

QUESTIONS: dict[str, Callable[[Story], Iterable[Candidate]]] = {
    "who": who,
    "what": what,
    "where": where,
    "why": why,
}
MOST = 3  # answers a question


@dataclass(frozen=True, slots=True)
class Answers:
    """Spans that answer each question, best first; empty where the article gives no answer."""

    who: tuple[Offsets, ...] = ()
    what: tuple[Offsets, ...] = ()
    when: tuple[Offsets, ...] = ()
    where: tuple[Offsets, ...] = ()
    why: tuple[Offsets, ...] = ()
    how: tuple[Offsets, ...] = ()


class Answering(Layer):
    """The spaCy component; sets `doc._.answers`."""

    def __call__(self, doc: Doc) -> Doc:
        """Answer the six questions for a document."""
        told = story(doc)
        doc._.answers = _answers(told) if told.clauses else Answers()
        return doc


@Language.factory(
    "briefing_answers",
    requires=["doc._.facts"],
    assigns=["doc._.answers"],
    default_config={"scorer": scored("answers", "who", "what", "when", "where", "why", "how")},
)
def make_answers(nlp: Language, name: str, scorer: Scorer) -> Answering:
    """Make the component."""
    return Answering(scorer)


def _answers(told: Story) -> Answers:
    fitted = {name: _first(told, answers(name, candidates(told))) for name, candidates in QUESTIONS.items()}
    return Answers(**fitted, when=_first(told, when(told)), how=_first(told, how(told)))


def _first(told: Story, spans: Iterable[Offsets]) -> tuple[Offsets, ...]:
    """The best answers, none twice in the same words."""
    found: dict[str, Offsets] = {}
    for start, end in spans:
        found.setdefault(told.text[start:end].casefold(), (start, end))
    return tuple(found.values())[:MOST]
