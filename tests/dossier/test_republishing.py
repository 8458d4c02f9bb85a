"""Where sources may not be republished, a share of each at most is shown, what matters most first."""

from __future__ import annotations

from generator.dossier import assemble
from generator.dossier.model import Dossier
from generator.dossier.republishing import within
from tests.records import entity, event, fact, quote, record

SENTENCES = (
    "Ann Field opened the bridge on 3 May 2019.",
    "“It will stand for a hundred years,” Field said.",
    "The old bridge had fallen on 2 June 2018.",
    "Repairs cost the town two million euros.",
    "Some 4,000 people crossed it at once.",
)
TEXT = " ".join(SENTENCES)


def dossier() -> Dossier:
    found = record(
        "a",
        TEXT,
        "2019-05-04",
        facts=tuple(fact("a", TEXT, words, score=1.0 - n / 10) for n, words in enumerate(SENTENCES)),
        quotes=(quote("a", TEXT, "“It will stand for a hundred years,”"),),
        events=(event("a", TEXT, "opened", "2019-05-03"), event("a", TEXT, "fallen", "2018-06-02")),
        entities=(entity(TEXT, 1, "Ann Field"),),
    )
    return assemble([found], "The bridge")


def shown(made: Dossier) -> set[int]:
    passages = [
        *(p for s in made.statements for p in (s.passage, *s.also)),
        *(p for q in made.quotations for p in (*q.content, q.context)),
        *(t.sentence for h in (*made.happenings, *made.unlisted) for t in h.tellings),
    ]
    return {n for p in passages for n in range(p.start, p.end) if not TEXT[n].isspace()}


def letters() -> int:
    return sum(not c.isspace() for c in TEXT)


def test_of_a_short_article_all_of_whose_sentences_tell_something_half_is_shown() -> None:
    assert len(shown(dossier())) == letters()
    made = within(dossier(), 0.5)
    assert 0.2 * letters() < len(shown(made)) <= 0.5 * letters()


def test_the_best_facts_are_kept_first_and_in_their_order() -> None:
    plain, made = dossier(), within(dossier(), 0.5)
    assert made.statements[0].id == plain.statements[0].id
    order = [s.id for s in plain.statements]
    assert [order.index(s.id) for s in made.statements] == sorted(order.index(s.id) for s in made.statements)


def test_nothing_refers_to_what_is_gone() -> None:
    made = within(dossier(), 0.4)
    there = {item.id for item in (*made.quotations, *made.happenings, *made.unlisted)}
    assert {name for s in made.statements for name in (*s.events, *s.quotes)} <= there


def test_where_all_of_it_may_be_shown_nothing_changes() -> None:
    assert within(dossier(), 1.0).statements == dossier().statements


def test_nothing_is_shown_where_nothing_may_be() -> None:
    assert shown(within(dossier(), 0.0)) == set()
