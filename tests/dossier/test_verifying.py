"""What is told of an entry's event, and what only goes by the same word."""

from __future__ import annotations

import pytest

from generator.dossier.stories import chronology, verifying
from generator.dossier.stories.editing import Given
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.dossier.stories.story import Story
from generator.dossier.stories.vectors import shipped
from generator.dossier.stories.verifying import Verifier, same
from generator.records.model import Record
from tests.dossier.stories import Told, one_word_one_event, story

FREED = Told("The court in Velden released three fishermen from jail on Monday.", "released", "Monday", "2020-05-04")
LIKE = Told("Three fishermen were released from jail by the court.", "released")
FIGURES = Told("Harbour Foods released its figures and a new price list.", "released")


@pytest.fixture(autouse=True)
def by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chronology, "clusters", one_word_one_event())


def entries(*told: Record, given: Given | None = None) -> list[set[str]]:
    made = chronology.merge(told, {}, given=given or Given())
    return [{t.sentence.text for t in happening.tellings} for happening in made]


def seen(telling: Told, head: Told = FREED, above: int = 0, more: tuple[Told, ...] = ()) -> dict[str, float]:
    """What is seen of a telling beside the entry's best one, with some sentences above it, and with other articles' leads."""
    filler = [Told(f"Number {n} of the boats waited.", "waited") for n in range(above)]
    records = [story("a", "2020-05-05", head), story("b", "2020-05-05", *filler, telling)]
    records += [story(name, "2020-05-05", one) for name, one in zip("cdef", more, strict=False)]
    verifier = Verifier(records, shipped())
    for made in _joined(records):
        for m, found in zip(made.mentions, verifier.compared(made), strict=True):
            if m.article == "b" and m.sentence == telling.sentence and found is not None:
                return found
    raise AssertionError(telling)


def _joined(records: list[Record]) -> list[Story]:
    """The events as they were joined."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(verifying, "LEAST_SAME", -1000.0)
        return chronology.stories(records, {})


def test_what_only_shares_a_verb_is_another_event() -> None:
    a, b = story("a", "2020-05-05", FREED), story("b", "2020-05-05", LIKE)
    assert entries(a, b) == [{FREED.sentence, LIKE.sentence}]
    c = story("c", "2020-05-05", Told("Snow fell.", "fell"), FIGURES)
    assert {FREED.sentence, LIKE.sentence} in entries(a, b, c)


def test_what_an_editor_joined_stays() -> None:
    a, c = story("a", "2020-05-05", FREED), story("c", "2020-05-05", FIGURES)
    pair = (a.events[0].id, c.events[0].id)
    assert entries(a, c, given=Given(joins=(pair,))) == [{FREED.sentence, FIGURES.sentence}]


def test_another_telling_of_the_same_sentence_stays() -> None:
    twice = Told(
        "The court released one man on Monday, and the firm released its figures.", "released", "Monday", "2020-05-04"
    )
    assert len(entries(story("a", "2020-05-05", twice))) == 1


@pytest.fixture
def all_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """All mentions are taken for one event."""
    monkeypatch.setattr(chronology, "clusters", lambda found, _: (tuple(range(len(found))),))


@pytest.mark.usefixtures("all_one")
@pytest.mark.parametrize(
    ("feature", "more", "less"),
    [
        ("dated", FREED, LIKE),
        ("dated", FREED, Told(FREED.sentence, "released")),
        ("around", LIKE, FIGURES),
        ("near", LIKE, FIGURES),
        ("sentence", LIKE, FIGURES),
        ("same word", LIKE, Told("The court’s release of three fishermen was shown.", "release", clause="noun")),
        ("noun", Told("The release was shown.", "release", clause="noun"), LIKE),
        *(
            (
                "definite",
                Told(f"{words} was shown.", "release", clause="noun"),
                Told("A release was shown.", "release", clause="noun"),
            )
            for words in ("The release", "Their release", "Monday’s release", "The judges' release")
        ),
        *(
            ("indefinite", Told(f"{word} release was shown.", "release", clause="noun"), LIKE)
            for word in ("A", "Another", "No", "An earlier")
        ),
        (
            "plural",
            Told("Jail releases were shown.", "releases", clause="noun"),
            Told("The releases were shown.", "releases", clause="noun"),
        ),
        (
            "plural",
            Told("Jail releases were shown.", "releases", clause="noun"),
            Told("Jail release was shown.", "release", clause="noun"),
        ),
        ("open", Told(LIKE.sentence, "released", status="hypothetical"), LIKE),
        ("open", Told(LIKE.sentence, "released", status="negated"), LIKE),
        ("rare", Told("Three fishermen were unshackled.", "unshackled"), Told("Three fishermen got out.", "got")),
    ],
)
def test_what_is_seen_of_a_telling(feature: str, more: Told, less: Told) -> None:
    ours = Told(
        "Judge Horn released three fishermen from jail on Monday, May 4.",
        "released",
        "Monday, May 4",
        "2020-05-04",
        by="Horn",
    )
    assert seen(more, ours)[feature] > seen(less, ours)[feature]


@pytest.mark.usefixtures("all_one")
def test_a_headline_s_verb_is_no_noun_of_several() -> None:
    records = [
        story("a", "2020-05-05", FREED),
        story("b", "2020-05-05", Told("Court releases men", "releases", clause="noun"), title=True),
    ]
    [made] = _joined(records)
    [found] = [found for found in Verifier(records, shipped()).compared(made) if found]
    assert found["plural"] == 0


@pytest.mark.usefixtures("all_one")
def test_what_other_leads_tell_is_the_news_as_well() -> None:
    other = Told("Snow closed the mill road early.", "closed")
    apart, lead = seen(other), seen(other, more=(Told("Snow closed the mill road at once.", "closed"),))
    assert lead["near"] > apart["near"]
    assert lead["sentence"] > apart["sentence"]
    assert lead["used"] > apart["used"]


@pytest.mark.usefixtures("all_one")
def test_what_stands_far_down_tells_less() -> None:
    places = [seen(LIKE, above=above)["far down"] for above in (0, 9, 30, 70)]
    assert places == [0.0, 0.45, 1.5, 2.0]


def test_the_weights_keep_the_sign_that_their_names_promise() -> None:
    against = {"other doer", "indefinite", "plural", "open", "far down"}
    assert {name for name, weight in verifying.SAME_WEIGHTS.items() if weight < 0} == against
    assert (
        same(dict.fromkeys(against, 1.0))
        < verifying.LEAST_SAME
        < same(dict.fromkeys(set(verifying.SAME_WEIGHTS) - against, 1.0))
    )


def test_others_who_take_part_speak_against() -> None:
    head = Told("Judge Ada Horn released three fishermen on Monday.", "released", "Monday", "2020-05-04", by="Ada Horn")
    found = []
    for name in ("Ada Horn", "Ida Born"):
        telling = Told(f"{name} released three fishermen.", "released", by=name)
        records = [story("a", "2020-05-05", head), story("b", "2020-05-05", telling)]
        index = {("a", "e1"): "Ada Horn", ("b", "e1"): name}
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(verifying, "LEAST_SAME", -1000.0)
            [made] = chronology.stories(records, index)
        found += [seen["other doer"] for seen in Verifier(records, shipped()).compared(made) if seen]
    assert found == [0.0, 1.0]


@pytest.mark.parametrize(
    ("sentence", "one"),
    [
        ("A wind-whipped fire destroyed the old mill by the canal in 2003.", False),
        ("The fire destroyed the old mill by the canal that was sold in 2003.", True),  # the one that was told of
        ("A fire destroyed the old mill by the canal.", True),
    ],
)
def test_one_more_in_a_sentence_of_another_time_is_another(sentence: str, one: bool) -> None:
    known = Told("The fire destroyed the old mill by the canal on Monday.", "fire", "Monday", "2020-05-04", clause="noun")
    records = [story("a", "2020-05-05", known), story("b", "2020-05-05", Told(sentence, "fire", clause="noun", tense=None))]
    (made,) = _joined(records)
    then = OwnDay("2003", "2003-01-01", "2003-12-31", Ground.WORDS, None)
    verifier = Verifier(records, shipped(), {(1, 0): [then]} if "2003" in sentence else {})
    assert (verifier.parts(made) == [[0, 1]]) is one
