"""Facts of several articles: none twice in other words, each with the passages that say the same."""

from __future__ import annotations

from generator.dossier import assemble
from generator.dossier.facts import merge
from generator.records.model import Record
from tests.records import entity, fact, quote, record, span

ONE = "At least nine people were killed when a bridge collapsed in Aldmouth on Friday. Ann Field promised an inquiry."
TWO = "Nine people were killed on Friday when a bridge collapsed in Aldmouth. The ferry service resumed on Sunday."


def articles() -> list[Record]:
    first, second = ONE.split(". ")[0] + ".", TWO.split(". ")[0] + "."
    return [
        record("one", ONE, facts=(fact("one", ONE, first, 0.9), fact("one", ONE, "Ann Field promised an inquiry.", 0.6))),
        record(
            "two", TWO, facts=(fact("two", TWO, second, 0.9), fact("two", TWO, "The ferry service resumed on Sunday.", 0.5))
        ),
    ]


def test_the_same_in_other_words_is_said_once_with_both_passages() -> None:
    statements = merge(articles(), {})
    assert len(statements) == 3
    assert [passage.source for passage in statements[0].also] == ["two"]
    assert len(statements[0].members) == 2


def test_what_two_articles_say_comes_first() -> None:
    statements = merge(articles(), {})
    assert statements[0].passage.text.startswith("At least nine people")
    assert [s.score for s in statements] == sorted((s.score for s in statements), reverse=True)


def test_copies_of_one_report_corroborate_once() -> None:
    apart, together = merge(articles(), {})[0], merge(articles(), {}, {"one": ("two",), "two": ("one",)})[0]
    assert [p.source for p in together.also] == ["two"]
    assert together.score < apart.score


def test_what_is_half_said_comes_after_what_is_new() -> None:
    text = "A bridge fell in Aldmouth. Police closed the bridge in Aldmouth harbour today. Ann Field resigned."
    told = [sentence.strip(" .") + "." for sentence in text.split(". ")]
    scores = (0.9, 0.8, 0.7)
    one = record("one", text, facts=tuple(fact("one", text, t, s) for t, s in zip(told, scores, strict=True)))
    assert [s.passage.text for s in merge([one], {})] == [told[0], told[2], told[1]]


def test_the_order_of_the_articles_does_not_matter_for_what_is_said() -> None:
    told = {m for s in merge(articles(), {}) for m in s.members}
    assert told == {m for s in merge(articles()[::-1], {}) for m in s.members}


def test_entities_become_subjects() -> None:
    ann = entity(ONE, 1, "Ann Field")
    one = record("one", ONE, entities=(ann,), facts=(fact("one", ONE, "Ann Field promised an inquiry.", entities=("e1",)),))
    assert merge([one], {("one", "e1"): "ann-field"})[0].subjects == ("ann-field",)


def test_he_who_claims_something_is_named_as_his_quotation_is() -> None:
    text = "Ann Field closed the bridge. She said that it was unsafe."
    ann = entity(text, 1, "Ann Field")
    said = quote("a", text, "it was unsafe", ann, source=span(text, "She"))
    claim = fact("a", text, "it was unsafe", claimed_by=span(text, "She"))
    made = assemble([record("a", text, entities=(ann,), quotes=(said,), facts=(claim,))], "Title")
    assert [s.claimant for s in made.statements] == ["ann-field"]
