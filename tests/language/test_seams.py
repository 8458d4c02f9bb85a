"""A caption or heading that ran into a sentence is layout, and the sentence begins behind it; whole sentences stay whole."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.language import document, load
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs

# the caption, and the sentence that it ran into
GLUED = (
    ("Crowds gather outside the court in Dorne", "The trial of the former harbour master opened on Monday."),
    ("The bridge was closed to lorries in March", "Officials at the port say the work will take two years."),
    ("Ann Field lifts the cup after the final", "More than 300 supporters were waiting for the team at the airport."),
    ("The vaccine was tested on 4,000 volunteers", "A new trial has found that it protects children, too."),
    (
        "Bo Reed was not in the house when the fire began",
        "The owner of the brewery said on Tuesday that it would open again.",
    ),
    # the agency of a picture, and the time at which a page was put up
    ("Photograph: Ann Field/AP", "Health officials closed the port yesterday after two sailors fell ill."),
    (
        "Port closed by the storm Page last updated at 18:21 GMT, Sunday, 26 April 2019",
        "Every ferry to Ostra stayed in harbour.",
    ),
    ("Port closed as wind grows, say officials Sunday 26 April 2019 18.45 BST", "Every ferry to Ostra stayed in harbour."),
)
# captions, titles, names and clauses without "that" inside a whole sentence
WHOLE = (
    "The three men were among the sailors Norland had promised to send home before the winter.",
    "The newspaper The Harbour Times said on Monday that the mayor would not stand again.",
    "He joined the Royal Bank of Ostra in May and led its office in New Dorne until 2012.",
    "“I was told to wait, and that is what I did — in the rain,” Field said in a statement.",
    "Two ships of the Norland Navy reached the port on Sunday, President Bo Reed said.",
    "In the report, called “Why Did The Bridge Fall That Day When No One Was There,” Reed blames rust.",
    "The ministry of health says Professor Ann Field and Doctor Bo Reed have left the commission.",
    # nothing tells in capitals
    "THE COURT SAID ON MONDAY THAT BO REED DENIED TAKING MONEY FROM THE FIRM IN DORNE.",
    "Police Arrest Man After Fire Destroys Church In Dorne As Residents Flee Homes.",
)


@pytest.fixture(scope="module")
def nlp() -> Language:
    made = load()
    made.select_pipes(enable=["tok2vec", "tagger", "morphologizer", "briefing_sentences", "parser"])
    return made


def _parts(nlp: Language, text: str) -> tuple[list[tuple[str, str]], list[str]]:
    """What is layout and what story, and the sentences."""
    article = Article("a", text, Metadata(), paragraphs(text, None))
    doc = document(nlp, article)
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return [(text[p.start : p.end], p.kind) for p in doc._.paragraphs], [s.text.strip() for s in doc.sents]


@pytest.mark.parametrize(("caption", "sentence"), GLUED)
def test_a_caption_that_ran_into_a_sentence_is_layout(nlp: Language, caption: str, sentence: str) -> None:
    found, told = _parts(nlp, f"{caption} {sentence}\n\nNobody was hurt in the town, the police said.")
    assert found[:2] == [(caption, "noise"), (sentence, "body")]
    assert sentence in told


@pytest.mark.parametrize("sentence", WHOLE)
def test_a_whole_sentence_stays_whole(nlp: Language, sentence: str) -> None:
    found, _ = _parts(nlp, f"{sentence}\n\nNobody was hurt in the town, the police said.")
    assert found[0] == (sentence, "body")


def test_what_stands_before_a_seam_inside_a_paragraph_stays_story(nlp: Language) -> None:
    text = "The port was closed on Monday. The bridge was open to lorries The mayor of Dorne said nobody had been told."
    found, told = _parts(nlp, text)
    assert found == [(text, "body")]
    assert "The mayor of Dorne said nobody had been told." in told


def test_the_sentence_above_the_agency_of_a_picture_is_its_caption(nlp: Language) -> None:
    text = (
        "Port closed by the storm\n\nPeople wait for the ferry at Aldmouth.\n\nPhotograph: Ann Field/AP Health officials closed the "
        "port yesterday after two sailors fell ill.\n\nNobody was hurt. The police said so."
    )
    found, _ = _parts(nlp, text)
    assert [kind for _, kind in found][1:] == ["noise", "noise", "body", "body"]


@pytest.mark.parametrize("mark", ["Photograph: Ann Field/AP", "(AP Photo/Bo Reed)", "26 April 2019 18.45 BST"])
def test_sentences_above_a_picture_amid_the_story_stay_story(nlp: Language, mark: str) -> None:
    story = (
        "The mayor resigned on Monday. Shops were shut in most streets of the town. Hundreds of people marched through Dorne. "
        * 3
    )
    text = f"{story}{mark} The march went on until late in the evening."
    found, told = _parts(nlp, text)
    assert found == [(text, "body")]
    assert "The march went on until late in the evening." in told
