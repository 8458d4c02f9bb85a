"""Which telling of an event is shown: one that is understood by itself."""

from __future__ import annotations

import pytest

from generator.dossier import assemble
from generator.dossier.stories import chronology
from generator.dossier.stories.event_words import FURNITURE
from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.own_day import Ground, OwnDay
from generator.dossier.stories.story import Story
from generator.dossier.stories.telling import best, leaning, leans, personal, points, torn
from tests.dossier.stories import Told, one_word_one_event, story


@pytest.mark.parametrize(
    "sentence",
    [
        "He left on Friday.",
        "But on Wednesday, it happened.",
        "However, it was lifted.",
        "“They came at dawn,” she said.",
        "It’s over.",
    ],
)
def test_a_sentence_that_is_understood_only_behind_another(sentence: str) -> None:
    assert leans(sentence)
    assert not leans("The crew left on Friday, but it came back.")


@pytest.mark.parametrize(("sentence", "clear"), [
    ("“We sold the mill,” Lisa Horn said on Monday.", True),
    ("'My boat is gone,' Omar Kroll told the court.", True),
    ("“We sold the mill,” she said on Monday.", False),  # nobody is named
    ("“We sold the mill,” said she on Monday.", False),
    ("“We sold the mill,” read a card.", False),
    ("“They sold the mill,” Lisa Horn said on Monday.", False),
    ("We saw Lisa Horn on Monday.", False),  # the writer
    ("It was not until 1979 that the lake had a name.", True),
    ("It wasn’t until Monday that the mill was sold.", True),
    ("It was in 1979 that the lake was named.", True),
    ("It was sold in 1979.", False),
    ("It was on the hill.", False),
])  # fmt: skip
def test_who_speaks_in_a_quotation_is_named_behind_it_and_it_was_then_that_names_no_thing(
    sentence: str, clear: bool
) -> None:
    assert leans(sentence) != clear
    assert points(sentence) != clear


@pytest.mark.parametrize(("told", "rests"), [
    (Told("The mill was sold on Monday.", "sold"), 0.0),
    (Told("But the mill was sold on Monday.", "sold"), 0.5),
    (Told("But it was sold on Monday.", "sold", subject="pronoun"), 1.0),
    (Told("This mill was sold on Monday.", "sold"), 1.0),
])  # fmt: skip
def test_what_is_only_joined_rests_half_on_another(told: Told, rests: float) -> None:
    (m,) = mentions([story("a", "2020-05-04", told)], {})
    assert leaning(m) == rests


@pytest.mark.parametrize(
    "sentence",
    [
        "and the crew left on Friday.",  # begins in the middle
        "Women have been rowing since the beginning of time”), the crew said.",
        "“We left on Friday, the captain said.",  # never closed
        'The crew said "we left.',
        "* The crew left on Friday.",
        "●May 4 — Ada Velden speaks at the harbour club.",
        "The crew left on Friday and",
    ],
)
def test_a_sentence_that_is_torn(sentence: str) -> None:
    assert torn(sentence)
    assert not torn("The crew (all nine of it) said: “We left.”")


def test_a_headline_has_no_full_stop() -> None:
    assert torn("Crew leaves port")
    assert not torn("Crew leaves port", title=True)


def test_a_writer_s_own_words_are_not_those_in_quotation_marks() -> None:
    assert personal("Here is how you can help.")
    assert not personal("The captain said: “We left, and I am glad.”")


def test_the_telling_that_names_the_doer_is_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chronology, "clusters", one_word_one_event())
    he = Told("He sank it off Port Ellis on Sunday.", "sank", "Sunday", "2020-05-03", subject="pronoun")
    captain = Told("The captain sank the ferry on Sunday.", "sank", "Sunday", "2020-05-03")
    undated = Told("The ferry sank.", "sank")
    made = assemble(
        [story("a", "2020-05-04", he), story("b", "2020-05-04", undated), story("c", "2020-05-04", captain)], "Ferry"
    )
    (entry,) = (h for h in made.happenings if h.listed)
    assert entry.tellings[0].sentence.text == captain.sentence


@pytest.mark.parametrize(
    "other",
    [
        Told(
            "Police doubt the driver, who was arrested on Sunday, was awake.",
            "arrested",
            "Sunday",
            "2020-05-03",
            clause="relative",
        ),
        Told(
            "Police doubt Omar Kroll, who was arrested on Sunday, was awake.",
            "arrested",
            "Sunday",
            "2020-05-03",
            clause="relative",
            names=("Omar Kroll",),
        ),
        Told(
            "Omar Kroll wept when he was arrested on Sunday.",
            "arrested",
            "Sunday",
            "2020-05-03",
            clause="adverbial",
            names=("Omar Kroll",),
        ),
        Told("The driver was arrested on Sunday.", "arrested", "Sunday", "2020-05-03"),
    ],
)
def test_the_telling_that_says_of_whom_is_shown(monkeypatch: pytest.MonkeyPatch, other: Told) -> None:
    monkeypatch.setattr(chronology, "clusters", one_word_one_event())
    named = Told("The driver Omar Kroll was arrested on Sunday.", "arrested", "Sunday", "2020-05-03", names=("Omar Kroll",))
    made = assemble([story("a", "2020-05-04", other), story("b", "2020-05-04", named)], "Tram")
    (entry,) = (h for h in made.happenings if h.listed)
    assert entry.tellings[0].sentence.text == named.sentence


@pytest.mark.parametrize(
    ("sentence", "own"),
    [
        ("An earlier version of this article misstated the year of the storm.", True),
        ("A previous version wrongly gave the mill’s age.", True),
        ("The original version of this report said that the mill was sold.", True),
        ("An earlier version of the engine had failed in 2019.", False),
        ("The original version was sold in 2019.", False),
    ],
)
def test_what_a_paper_corrects_of_itself_is_no_news(sentence: str, own: bool) -> None:
    assert bool(FURNITURE.search(sentence)) == own


def test_a_telling_with_the_day_of_its_entry_is_shown_before_one_that_may_be_of_something_else() -> None:
    """ "Norvik has a pier to be opened" has no day; that of "the bath, due to be opened on May 9" is not shown beside it."""
    plan = Told("Norvik has a pier to be opened soon.", "opened", tense=None, status="planned")
    dated = Told("The bath of Norvik, due to be opened on May 9, will be free.", "opened", "May 9", "2020-05-09")
    found = list(mentions([story("a", "2020-05-04", plan, dated)], {}))
    day = OwnDay("2020-05-09", "2020-05-09", "2020-05-09", Ground.WORDS, None)
    ahead = Story([0, 1], found, [None, day], ["a", "a"], day=day, ahead=True)
    assert ahead.status == "planned"
    assert best(ahead)[0].sentence.startswith("The bath")
