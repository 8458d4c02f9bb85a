"""Who a source is where no plain name stands: a firm, an age, two offices, several together; and what is nobody's."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.language.quoting import pipeline, sources, speakers


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


def named(nlp: Language, text: str) -> str | None:
    """The last speaker of a text."""
    return speakers(nlp, text)[-1][1]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Orion Water said the leak was mended. “No home is dry,” the firm added.", "Orion Water"),
        ("Orion Water met the mayor. The trustees of Tarn Mills were there. The company said the leak was mended.", None),
        ("Norland said the border was shut. The agency said it would reopen.", None),
        ("Nora Blum, 23, saw it all. Hugh Reed had left. “I ran,” the 23-year-old added.", "Nora Blum"),
        ("Bo Reed beat Nora Blum 6, 3. “I ran,” the 6-year-old said.", None),
        ("Bo Reed met Nora Blum (6). “I ran,” the 6-year-old said.", "Nora Blum"),
        ("The Guardian said the council had lied.", "Guardian"),
        ("Guardian said it would close the plant.", "Guardian"),
        ("“We will cut jobs,” Pioneer said.", "Pioneer"),
        ("Nora Blum, 23, met Ann Field, 23, in Leeds. “I ran,” the 23-year-old added.", None),
        ("“You should see it,” wrote an official named Adrienne Day.", "Adrienne Day"),
        ("Mayor of London Ann Field said: “We are in contact.”", "Ann Field"),
        ("“It is a blow,” said company chairman and chief executive Hugh Reed.", "Hugh Reed"),
        ("The men's solicitor Hugh Reed said that nobody had been told.", "Hugh Reed"),
        ("“We are tired,” singer Gary Reed and drummer Jon Blum said.", None),
        ("“We must save,” the newspaper quoted the mill's owner Hugh Reed as saying.", "Hugh Reed"),
        ("A spokesman met Paul Reed. A spokesman said it was dear. “It is a lot,” he added.", None),
        ("Deputy minister Hugh Reed spoke. Looking at the map of the canals, the minister promised to dig on.", None),
        ("Later board chair and Labour peer Hugh Reed said he felt “deceived”.", "Hugh Reed"),
        ("“I mean it,” the comedian deadpanned, and Nora Blum laughed.", None),
    ],
)
def test_a_source_without_a_plain_name(nlp: Language, text: str, who: str | None) -> None:
    assert named(nlp, text) == who


@pytest.mark.parametrize(
    "source",
    [
        "Ambulance crews and the coastguard",
        "Doctors at the Moor Hospital",
        "Ann Field and the council",
        "The statement",
        "Its website",
        "The groups",
        "Police",
    ],
)
def test_the_sources_words_stand_whole_and_name_nobody(nlp: Language, source: str) -> None:
    text = f"Two trusts wrote to the minister. {source} said that nobody was hurt."
    assert sources(nlp, text) == [source]
    assert named(nlp, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "If all goes according to plan, the rocket will lift off.",
        "According to legend, the king sleeps in the hill.",
        "It is also worth noting that the tab has moved.",
        "Here’s hoping the rain stays away on Sunday.",
        "I think the pier is too old, and I would tell him to go.",
        "Nora Blum added the cup to her long list - but not before she was given a test by Ann Field.",
        "You think the bill is a mistake.",
        "You may wonder why the bill is so high, or you think it is a mistake.",
    ],
)
def test_what_nobody_says_is_no_quotation(nlp: Language, text: str) -> None:
    assert speakers(nlp, text) == []


def test_a_word_with_a_hyphen_is_whole(nlp: Language) -> None:
    text = "Ann Field described it as “the best” of the two-storey houses."
    assert speakers(nlp, text) == [("it as “the best” of the two-storey houses", "Ann Field")]


def test_what_is_told_behind_a_fragment_is_the_writers(nlp: Language) -> None:
    text = "Ann Field described the pier as “a wreck” after the storm had passed."
    assert speakers(nlp, text) == [("the pier as “a wreck”", "Ann Field")]


def test_a_speech_whose_paragraphs_are_joined_ends_with_its_last_mark(nlp: Language) -> None:
    text = 'Ann Field said: "The pipe broke. "We mend it on Monday." The road is shut.'
    assert speakers(nlp, text) == [('"The pipe broke. "We mend it on Monday."', "Ann Field")]
