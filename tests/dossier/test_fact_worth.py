"""What a statement is worth by itself, and in which order statements stand."""

from __future__ import annotations

from msgspec.structs import replace

from generator.dossier.fact_order import Chosen, Ranked, order, says_again
from generator.dossier.fact_worth import Around, Articles, vectors
from generator.dossier.model import Passage, Statement, Subject
from generator.records.model import Metadata, Record
from tests.records import record

FIRE = "A fire destroyed the harbour hall of Aldmouth on Friday."
GUESTS = "Forty guests left the burning hall by boat."


def story(name: str, *sentences: str) -> Record:
    return replace(record(name, " ".join(sentences)), metadata=Metadata(title="Fire destroys harbour hall"))


def said(made: Record, text: str) -> Statement:
    start = made.text.index(text)
    return Statement("f", Passage(made.id, start, start + len(text), text), "action", 0.5, ())


def test_what_other_articles_tell_is_worth_more_than_what_one_does() -> None:
    one = story("one", FIRE, "The hall was painted green by two brothers from abroad.")
    articles = Articles([one, story("two", FIRE, GUESTS), story("three", GUESTS, FIRE)], {})
    assert articles.worth(said(one, FIRE), 1) > articles.worth(
        said(one, "The hall was painted green by two brothers from abroad."), 1
    )


def test_what_names_only_whom_no_other_article_names_is_of_another_story() -> None:
    stranger = "Bo Reed starts his last tour of the harbour hall of Aldmouth in May."
    one, others = story("one", FIRE, stranger), [story("two", FIRE, GUESTS), story("three", FIRE, GUESTS)]
    people = [
        Subject("bo-reed", "Bo Reed", "PERSON", (), (), (), ("one",), 1.0),
        Subject("ann-field", "Ann Field", "PERSON", (), (), (), ("one", "two"), 1.0),
    ]
    articles = Articles([one, *others], {}, Around((), people))
    found = [articles.features(replace(said(one, stranger), subjects=(p.id,)), 1)["stranger"] for p in people]
    assert found == [1.0, 0.0]


def test_what_shares_no_words_with_the_others_stands_apart() -> None:
    apart = "Doctors decided to amputate a leg above the knee."
    one = story("one", FIRE, apart)
    articles = Articles([one, story("two", FIRE, GUESTS), story("three", FIRE, GUESTS)], {})
    assert articles.features(said(one, apart), 1)["apart"] > articles.features(said(one, FIRE), 1)["apart"] == 0


def test_what_was_long_before_is_worth_less() -> None:
    one = replace(story("one", FIRE, GUESTS), metadata=Metadata(title="Fire destroys hall", published="2021-05-08"))
    articles = Articles([one, story("two", FIRE, GUESTS)], {})
    new, old = (replace(said(one, GUESTS), date=day) for day in ("2021-05-07", "1991-10"))
    assert articles.worth(new, 1) > articles.worth(old, 1)


def test_copies_of_one_report_are_no_others() -> None:
    one, two = story("one", FIRE), story("two", FIRE)
    assert Articles([one, two], {"one": "x", "two": "x"}).alone
    assert not Articles([one, two], {}).alone


def test_somebodys_own_words_are_worth_less() -> None:
    theirs, own = "The guests left their hats in the burning hall.", "We left our hats in the burning hall, I and you."
    one = story("one", theirs, own)
    articles = Articles([one, story("two", FIRE)], {})
    assert articles.worth(said(one, theirs), 1) > articles.worth(said(one, own), 1)


def test_an_article_alone_is_judged_by_its_own_ranking() -> None:
    one = story("one", FIRE, GUESTS)
    articles = Articles([one], {})
    better = replace(said(one, GUESTS), score=0.9)
    assert articles.worth(better, 1) > articles.worth(said(one, FIRE), 1)


def worded(worth: float, *concepts: str) -> Ranked:
    return Ranked(worth, frozenset(concepts), frozenset(concepts))


def test_what_a_better_one_says_stands_behind_what_is_new() -> None:
    told = [
        worded(0.5, "fire", "hall", "friday", "guests"),
        worded(0.45, "fire", "hall", "friday", "boats"),
        worded(0.3, "arrest", "man", "police", "match"),
    ]
    assert [n for n, _ in order(told, {})] == [0, 2, 1]


def test_a_statement_gains_by_what_headlines_hold_and_is_not_said_yet() -> None:
    told = [worded(0.3, "fire", "hall", "friday"), worded(0.3, "inquiry", "mayor", "promised")]
    assert order(told, {"inquiry": 2.0})[0][0] == 1


def test_what_means_the_same_as_a_better_one_stands_behind_what_is_new() -> None:
    texts = (
        "A fire destroyed the hall on Friday.",
        "The building burned down in a huge blaze.",
        "The mayor resigned after the vote of the council.",
    )
    fire, blaze, mayor = vectors(texts)
    told = [
        Ranked(0.5, frozenset({"fire"}), frozenset({"fire"}), fire),
        Ranked(0.45, frozenset({"blaze"}), frozenset({"blaze"}), fire),
        Ranked(0.4, frozenset({"mayor"}), frozenset({"mayor"}), mayor),
    ]
    assert float(fire @ blaze) > float(fire @ mayor)
    assert [n for n, _ in order(told, {})] == [0, 2, 1]


def test_the_more_two_statements_share_the_likelier_they_say_the_same() -> None:
    little, much = ({"share": x, "cosine": x, "alike": x} for x in (0.1, 0.6))
    assert says_again(little) < 0.1 < 0.5 < says_again(much)
    chosen = Chosen({"fire": 1.0, "hall": 2.0, "boats": 3.0, "mayor": 4.0})
    fire, boats, mayor = worded(0.5, "fire", "hall"), worded(0.5, "fire", "hall", "boats"), worded(0.5, "mayor")
    chosen.add(fire)
    assert chosen.loss(boats) > chosen.loss(mayor) > 0
