"""Who "the singer", "the foundation", "he" behind "was asked" is; titles before a name, several tags, deeds that nobody says."""

from __future__ import annotations

import pytest
from spacy.language import Language

from tests.language.quoting import pipeline, speakers


@pytest.fixture(scope="module")
def nlp() -> Language:
    return pipeline()


def who(nlp: Language, text: str) -> list[str | None]:
    return [speaker for _, speaker in speakers(nlp, text)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Singer Nora Blum has ended her tour.\n\nThe pop star said she was “simply worn out”.", "Nora Blum"),
        ("Hugh Reed has left the club he built.\n\nThe veteran striker said that he was “at peace”.", "Hugh Reed"),
        ("Jill Crane was pulled from the water on Monday.\n\nThe 46-year-old said: “I thought of my dog.”", "Jill Crane"),
        # an office that is none of a list, and whose it is told with
        ("Ferry master Elin Dahl closed the quay. “It is not safe,” the ferry master said.", "Elin Dahl"),
        ("Norland's security chief, Hugh Reed, met envoys. “We will answer,” Norland's security chief warned.", "Hugh Reed"),
    ],
)
def test_a_description_is_whom_the_article_tells_of(nlp: Language, text: str, name: str) -> None:
    assert who(nlp, text)[-1] == name


@pytest.mark.parametrize(
    "text",
    [
        # of people without a name
        "Hugh Reed met a senior police officer on Monday. “We know nothing,” the officer said.",
        "Nora Blum appeared in court. The judge said the case was “very old”.",
        "Hugh Reed boarded the plane at noon. “Fasten your belts,” the pilot said.",
        "Hugh Reed was at home. The electricity provider said it was “a mistake”.",
        # with a name of its own that nobody has recognised
        "Nora Blum spoke first. “We agree,” said the head of the panel, Labour MP zzz Qwert.",
    ],
)
def test_a_description_of_somebody_else_names_nobody(nlp: Language, text: str) -> None:
    assert who(nlp, text)[-1] is None


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Baroness Wye told peers the bill was “rubbish”.", "Wye"),
        ("Goalkeeper Nora Blum - back after two years - said her knee was fine.", "Nora Blum"),
        ("Nurse Jill Crane, one of three witnesses, described the ward as “a war zone”.", "Jill Crane"),
    ],
)
def test_what_somebody_is_before_a_name_is_no_part_of_it(nlp: Language, text: str, name: str) -> None:
    assert who(nlp, text) == [name]


def test_a_name_closes_a_phrase_behind_its_verb(nlp: Language) -> None:
    assert who(nlp, "“A friend”, replied the banker, Hugh Reed.") == ["Hugh Reed"]


def test_two_tags_in_a_row_have_each_their_words(nlp: Language) -> None:
    text = "“Prices will fall by May”, argues Nora Blum of Moor Bank; “they will not”, says Hugh Reed of Tarn Capital."
    assert who(nlp, text) == ["Nora Blum", "Hugh Reed"]


def test_an_unknown_verb_that_a_tagger_takes_for_an_adjective_is_a_tag(nlp: Language) -> None:
    assert who(nlp, "“No deal is better than this,” fumed trade secretary Hugh Reed.") == ["Hugh Reed"]
    assert who(nlp, "“No deal is better than this.” Bored trade secretary Hugh Reed left.") == [None]


def test_a_tag_behind_a_full_stop_joins_what_stands_around_it(nlp: Language) -> None:
    (words, name), *others = speakers(
        nlp, "“The tunnel is dry.” Engineer Nora Blum said. “The pumps hold. We open on Monday.”"
    )
    assert others == []
    assert name == "Nora Blum"
    assert "tunnel" in words
    assert "Monday" in words


def test_a_paragraph_is_announced_by_the_last_sentence_before_it(nlp: Language) -> None:
    assert who(nlp, "Reaction came quickly. From Chief Whip Hugh Reed:\n\n“The vote stands.”") == ["Hugh Reed"]


def test_a_sentence_with_he_goes_on_with_the_speaker(nlp: Language) -> None:
    text = (
        "Sailor Hugh Reed was among the hurt. He said the tram had not slowed down at the bend. "
        "“You feel the brakes there. I felt nothing at all.”"
    )
    assert who(nlp, text)[-1] == "Hugh Reed"


def test_he_is_the_one_who_was_asked(nlp: Language) -> None:
    text = "In the evening Hugh Reed was asked why Colin Moss had been let go. He replied: “He wanted to leave.”"
    assert who(nlp, text)[-1] in {"Hugh Reed", None}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Moor Bridge Foundation said it would pay. “Every child deserves a bed,” the foundation said.",
            "Moor Bridge Foundation",
        ),
        (
            "Moor Bridge Foods recalled its pies. The company, which employs 900 people, said nobody was ill.",
            "Moor Bridge Foods",
        ),
        # no state is a firm
        (
            "Moor Bridge Foods said sales in Norway and Sweden had fallen. The company said it would close two shops.",
            "Moor Bridge Foods",
        ),
    ],
)
def test_a_body_is_meant_by_what_it_is(nlp: Language, text: str, name: str) -> None:
    assert who(nlp, text)[-1] == name


def test_a_body_without_a_name_comes_between(nlp: Language) -> None:
    text = (
        "The Home Office agreed to a review. The commission had been asked for one. But it said that nothing would change."
    )
    assert who(nlp, text)[-1] is None


@pytest.mark.parametrize(
    "text",
    [
        "Finance minister Nora Blum threatened to resign.",
        "Moor Bridge Foods agreed to pay £3m to the victims.",
        "Hugh Reed offered to repay what he had taken.",
    ],
)
def test_a_deed_is_no_quotation(nlp: Language, text: str) -> None:
    assert speakers(nlp, text) == []


def test_a_deed_told_in_marks_is_one(nlp: Language) -> None:
    assert who(nlp, "Hugh Reed threatened to “burn it all down”.") == ["Hugh Reed"]


def test_what_is_left_of_a_clause_without_a_verb_says_nothing(nlp: Language) -> None:
    assert speakers(nlp, "Nora Blum recalled that her boss, Hugh Reed, said “never again”.") == [
        ("“never again”", "Hugh Reed")
    ]


def test_a_headline_before_a_colon_says_nothing(nlp: Language) -> None:
    assert who(nlp, "Late goal helps Lions win: “We never gave up,” captain Nora Blum said.") == ["Nora Blum"]
    assert who(nlp, "Captain Nora Blum said: “We never gave up,” as the crowd left.") == ["Nora Blum"]


@pytest.mark.parametrize(
    ("headline", "speaker"),
    [
        ("Aldmouth: Seven die as tram overturns", []),
        ("Norvik: Profits fall by half", []),
        ("Obituary: Nora Blum, codebreaker and novelist", []),
        ("Blum: Bridge will be rebuilt", ["Nora Blum"]),
    ],
)
def test_a_headlines_label_says_something_only_where_it_is_somebody(
    nlp: Language, headline: str, speaker: list[str]
) -> None:
    assert (
        who(nlp, f"{headline}\n\nThe council of Aldmouth met on Monday. Nora Blum, the mayor, was there with Norvik.\n")
        == speaker
    )


def test_who_sent_a_statement_says_it(nlp: Language) -> None:
    assert who(nlp, "This statement came from Sheriff Hugh Reed:\n\n“Two men are in custody.”") == ["Hugh Reed"]


def test_an_office_told_before_in_the_same_words_is_sure(nlp: Language) -> None:
    assert who(nlp, "Fire chief Hugh Reed closed the road. “Stay away,” the fire chief warned.") == ["Hugh Reed"]


@pytest.mark.parametrize(
    "text",
    [
        "The defence lawyer, Hugh Reed, objected. “My client was asleep,” the defence lawyer said.",
        "Defense attorney Hugh Reed objected. “My client was asleep,” the defense lawyer said.",
        "Hugh Reed said in a letter that he was tired. “I leave with regret,” the letter said.",
        "Hugh Reed was blunter in his view: “I have to improve my serve.”",
    ],
)
def test_what_tells_who_speaks_besides_a_name(nlp: Language, text: str) -> None:
    assert who(nlp, text)[-1] == "Hugh Reed"


@pytest.mark.parametrize(
    "text",
    [
        "Hugh Reed said that he was tired. “I leave with regret,” the letter said.",
        "Hugh Reed: “It rained.” Moss: “It did not.”",
    ],
)
def test_another_paper_and_another_label_are_not_the_last_speakers(nlp: Language, text: str) -> None:
    assert who(nlp, text)[-1] != "Hugh Reed"


def test_a_clause_before_an_office_is_the_writers(nlp: Language) -> None:
    text = "Many criticised the bill, and the bank's chief economist, Nora Blum, said it was “a mess”."
    assert speakers(nlp, text) == [("it was “a mess”", "Nora Blum")]


def test_what_is_added_is_told_once(nlp: Language) -> None:
    said = speakers(nlp, "“We won,” Nora Blum said, adding that “nobody had expected it”.")
    assert said == [("“We won,”", "Nora Blum"), ("that “nobody had expected it”", "Nora Blum")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Howard Blum met the leader on Monday. Mr Howard said he had been fair. Mr Blum left.", "Howard"),
        ("Howard Reed spoke first. Howard said he was glad.", "Howard Reed"),
        ("Kim Jong-un spoke first. Mr. Kim said he was glad.", "Kim Jong-un"),
    ],
)
def test_mr_stands_before_a_surname(nlp: Language, text: str, name: str) -> None:
    assert who(nlp, text) == [name]


def test_what_something_is_asked_for_is_not_asked(nlp: Language) -> None:
    assert speakers(nlp, "Hugh Reed has asked for more money to meet the demand.") == []


def test_a_bill_is_nobody(nlp: Language) -> None:
    assert "Bill" not in who(nlp, "Hugh Reed wants the Bill passed. The Bill proposes “control orders” for some of them.")
