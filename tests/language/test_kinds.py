"""What a chronology may list: what happens once, and not sayings, states, or what holds in general; in sentences of our own."""

from __future__ import annotations

from itertools import permutations
from math import exp

import pytest
from spacy.language import Language

from generator.language import load
from generator.language.events import Event
from generator.language.events.kinds import KindModel
from generator.sources.article import Paragraph


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def event(nlp: Language, text: str, word: str) -> Event:
    found: tuple[Event, ...] = nlp(text)._.events
    return next(each for each in found if text[slice(*each.trigger)] == word)


ONCE = [
    ("The bridge collapsed on Sunday.", "collapsed"),
    ("Rebels seized the port and freed the crew.", "freed"),
    ("Troops have entered the town.", "entered"),
    ("The tower is burning.", "burning"),
    ("A lorry hit the barrier and overturned.", "overturned"),
    ("The explosion destroyed two houses.", "explosion"),
    ("Marta Lind won the race after a crash.", "crash"),
    ("Rescuers are searching the rubble.", "searching"),
    ("The bank was sold in 2009.", "sold"),
    ("Two climbers fell to their deaths.", "fell"),
]
GENERAL = [
    # general truths in the present
    ("The sea is full of currents, which stir the silt and carry it towards the shore.", "stir"),
    ("The sea is full of currents, which stir the silt and carry it towards the shore.", "carry"),
    ("Glaciers carve valleys and leave lakes behind.", "carve"),
    ("Dogs bark at strangers.", "bark"),
    ("When ice melts, sea levels rise.", "melts"),
    ("Car crashes kill more people than storms.", "crashes"),
    # habits
    ("He walks to work every morning.", "walks"),
    ("The ferry runs twice a day between Oban and Mull.", "runs"),
    ("Commuters usually change trains at Leeds.", "change"),
    ("Earthquakes strike the region often.", "strike"),
    # definitions and what things are for
    ("A recession is when output falls for two quarters.", "falls"),
    ("The agency regulates banks and insurers.", "regulates"),
    ("Anyone who drives without insurance breaks the law.", "breaks"),
    # states
    ("The house stands on a hill.", "stands"),
    ("The lake covers forty acres.", "covers"),
    ("The town faces the sea.", "faces"),
]
SPOKEN = [
    ("The ministry said the dam was safe.", "said"),
    ("Witnesses reported a loud bang.", "reported"),
    ("Kerr insisted he was innocent.", "insisted"),
    ("The spokesman added that the search went on.", "added"),
    ("She denied that she had lied.", "denied"),
]


@pytest.mark.parametrize(("text", "word"), ONCE)
def test_what_happens_once(nlp: Language, text: str, word: str) -> None:
    found = event(nlp, text, word)
    assert found.kind == "occurrence"
    assert found.occurrence >= 0.5


@pytest.mark.parametrize(("text", "word"), GENERAL)
def test_what_holds_of_no_day(nlp: Language, text: str, word: str) -> None:
    found = event(nlp, text, word)
    assert found.kind in {"general", "state"}
    assert found.occurrence < 0.5


@pytest.mark.parametrize(("text", "word"), SPOKEN)
def test_acts_of_speech(nlp: Language, text: str, word: str) -> None:
    assert event(nlp, text, word).kind == "speech"


def test_one_verb_is_read_by_its_clause(nlp: Language) -> None:
    """The same verb happens once in the past of one bridge, and never in the present of all bridges."""
    once = event(nlp, "The old bridge fell into the river.", "fell")
    general = event(nlp, "Old bridges often fall into rivers.", "fall")
    assert once.occurrence > 0.7 > 0.5 > general.occurrence


def test_the_present_of_a_headline_tells_of_what_has_happened(nlp: Language) -> None:
    text = "Gunman kills six at a market in Delmor\n\nThe gunman fled."
    doc = nlp.make_doc(text)
    doc._.paragraphs = (Paragraph(0, text.index("\n"), "title"), Paragraph(text.index("The"), len(text), "body"))
    found: tuple[Event, ...] = nlp(doc)._.events
    assert found[0].occurrence > 0.7


@pytest.mark.parametrize("order", list(permutations(((1,), (2,), (3,)))))
def test_features_are_added_in_their_own_order(order: tuple[tuple[int], ...]) -> None:
    """Of a set, whose order differs from run to run, the sum may differ in its last digit: near a tie another kind would win."""
    weights = {(1,): 1e16, (2,): 1.0, (3,): -1e16}
    total = 0.0
    for feature in order:
        total += weights[feature]
    shares = KindModel(("occurrence", "state"), {f: (w, 0.0) for f, w in weights.items()}).shares(iter((*order, order[0])))
    assert shares["state"] == pytest.approx(1 / (1 + exp(total)))
