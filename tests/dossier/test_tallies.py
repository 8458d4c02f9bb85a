"""Of whom, how and where something is counted: what two papers of one day tell differently, and what only looks so."""

from __future__ import annotations

import re
from datetime import date

import pytest

from generator.building.extraction import annotated
from generator.dossier import assemble
from generator.dossier.differences.scopes import nation_of
from generator.dossier.model import Difference
from generator.records.model import Record
from generator.sources.article import Article, Metadata, Paragraph

PUBLISHERS = ("The Courier", "The Herald")
DIFFER = {
    "a people": (
        "Six Danish sailors were confirmed dead after the freighter Karlund sank on Monday, the navy said.",
        "The freighter Karlund sank on Monday, and nine Danes had been confirmed killed, officials said.",
    ),
    "of its": (
        "The Norwegian army said three of its soldiers were killed in the avalanche near Tarn on Monday.",
        "Five Norwegians died in the avalanche near Tarn on Monday, the mayor said.",
    ),
    "a body": (
        "At least 12 FBI agents were injured in the blast at the depot in Velmar on Monday.",
        "The blast at the depot in Velmar on Monday left 12 dead and injured 19 FBI agents.",
    ),
    "cases": (
        "Health officials said the measles outbreak was growing and that Denmark had 14 confirmed cases of the disease.",
        "There are nine confirmed cases of measles in Denmark, where the outbreak of the disease began on a ferry.",
    ),
    "suspected": (
        "Portugal has 40 suspected cases of the virus, and the outbreak spreads.",
        "In Portugal, 52 people are being tested for the virus as the outbreak spreads.",
    ),
    "detained": (
        "Police in Velmar arrested 22 Romanians after the match on Monday.",
        "After the match in Velmar on Monday 31 Romanian fans were detained, police said.",
    ),
    "believed": (
        "The flood in Karl is believed to have killed 17 people on Monday.",
        "Twenty-five people were feared dead after the flood in Karl on Monday.",
    ),
    "buried": (
        "Fourteen skiers were buried by the avalanche above Tarn on Monday.",
        "The avalanche above Tarn on Monday buried 20 skiers, rescuers said.",
    ),
    "nobody has counted": (
        "Thousands of people are feared dead after the earthquake in Karl on Monday.",
        "The earthquake in Karl on Monday killed 45,000-50 ,000 people, the Red Cross said.",
    ),
    "tested positive": (
        "Denmark has 14 confirmed cases of the flu virus, and the outbreak spreads.",
        "In Denmark, 20 people tested positive for the flu virus as the outbreak spreads.",
    ),
    "caught": (
        "Denmark has 14 confirmed cases of the flu virus, and the outbreak of the disease spreads.",
        "Twenty-two fishermen caught the virus in Denmark as the outbreak of the disease grew.",
    ),
    "in the country": (
        "Denmark has 14 confirmed cases of measles, and the outbreak of the disease spreads.",
        "Denmark fights the outbreak of measles, and 20 cases of the disease are confirmed in the country.",
    ),
}
NONE = {
    "a people and all": (
        "Six Danish sailors were confirmed dead after the freighter Karlund sank on Monday, the navy said.",
        "The freighter Karlund sank on Monday and 20 people died, officials said.",
    ),
    "two peoples": (
        "Six Danish sailors were confirmed dead after the freighter Karlund sank on Monday, the navy said.",
        "Nine Swedes died when the freighter Karlund sank on Monday, officials said.",
    ),
    "two countries": (
        "Denmark has 14 confirmed cases of measles, and the outbreak of the disease spreads.",
        "Norway has nine confirmed cases of measles, and the outbreak of the disease spreads.",
    ),
    "confirmed and suspected": (
        "Denmark has 14 confirmed cases of measles, and the outbreak of the disease spreads.",
        "Denmark has 40 suspected cases of measles, and the outbreak of the disease spreads.",
    ),
    "a country and its states": (
        "In the United States, eight cases of the flu were confirmed in Texas and two in Ohio as the virus spread.",
        "The United States has 15 confirmed cases of the flu virus.",
    ),
    "a building": (
        "The quake in Karl left about 80 people missing, the mayor of Karl said on Monday.",
        "The quake in Karl on Monday left 40 people missing in the Hotel Belmar, police said.",
    ),
    "another year": (
        "The flood in Karl killed 17 people on Monday.",
        "The flood of Monday in Karl is the worst since 1998, when a flood killed 25 people.",
    ),
    "what was planned": (
        "Police arrested 22 people at the match in Velmar on Monday.",
        "Police at the match in Velmar on Monday had planned to arrest 30 people.",
    ),
    "a sum of two": (
        "The raid in Karl on Monday led to the arrest of 25 people, police said.",
        "Police arrested 23 men and two women in the raid in Karl on Monday.",
    ),
    "whenever": (
        "Two people were killed in the storm in Karl on Monday.",
        "The mayor said after the storm in Karl on Monday: “When one is drowned or killed, a whole street mourns.”",
    ),
    "a body and all": (
        "The blast in Velmar on Monday injured 30 people.",
        "The blast in Velmar on Monday injured 12 FBI agents.",
    ),
    "tests that found nothing": (
        "Denmark has 14 suspected cases of the flu virus, and the outbreak spreads.",
        "Tests on 20 suspected cases of the flu virus in Denmark proved negative.",
    ),
    "more of those": (
        "Eight Chinese workers were dead and 10 more missing after the blast in Karl on Monday.",
        "The blast in Karl on Monday left 30 people missing.",
    ),
    "hundreds and a little more": (
        "Hundreds of people died in the earthquake in Karl on Monday.",
        "The earthquake in Karl on Monday killed 1,200 people.",
    ),
    "several": (
        "Several people died in the fire in Karl on Monday.",
        "The fire in Karl on Monday killed 40 people.",
    ),
    "years that head a list": (
        "The flu is back in Karl. 1957: a strain that came from the far south of Karl killed 700 people 1968: another strain.",
        "The flu is back in Karl. In Karl the strain of 1968 killed 350 people.",
    ),
    "who says it": (
        "The blast in Velmar on Monday injured 40 people UN staff said.",
        "The blast in Velmar on Monday injured 40 people, 20 UN staff were hurt there.",
    ),
    "one in both": (
        "The Norwegian army said five of its soldiers were killed in the avalanche near Tarn on Monday.",
        "Five Norwegians died in the avalanche near Tarn on Monday, the mayor said.",
    ),
    "at least": (
        "Denmark has at least nine confirmed cases of measles, and the outbreak of the disease spreads.",
        "There are ten confirmed cases of measles in Denmark, where the outbreak of the disease began.",
    ),
    "others beside one who is named": (
        "The avalanche above Tarn on Monday buried Ann Field and 14 other skiers.",
        "The avalanche above Tarn on Monday buried 15 skiers.",
    ),
    "what may be": (
        "The flood in Karl on Monday buried 20 people.",
        "The flood in Karl on Monday buried 31 people if the mayor is right.",
    ),
    "what is feared": (
        "The avalanche above Tarn on Monday buried 20 skiers, rescuers said.",
        "Rescuers fear it buried 34 skiers above Tarn on Monday.",
    ),
    "some of them": (
        "The avalanche above Tarn on Monday buried 20 skiers.",
        "The avalanche above Tarn on Monday hit a group, of whom 12 skiers were buried.",
    ),
    "on the way to a country": (
        "Norway has 14 confirmed cases of measles, and the outbreak of the disease spreads.",
        "The ferries to Norway have nine confirmed cases of measles aboard, and the outbreak of the disease spreads.",
    ),
    "what was prevented": (
        "The storm in Karl on Monday caused 25 deaths.",
        "Early warnings before the storm in Karl on Monday prevented 40 deaths.",
    ),
    "what fishermen catch": (
        "Denmark has 14 confirmed cases of the flu virus, and the outbreak of the disease spreads.",
        "Twenty-two fishermen caught cod in Denmark as the virus spread and the outbreak grew.",
    ),
    "two countries together": (
        "Norway has 14 confirmed cases of measles, and the outbreak of the disease spreads.",
        "There are 20 confirmed cases of measles in Norway and Denmark as the outbreak of the disease spreads.",
    ),
    "a country of another clause": (
        "Norway has 14 confirmed cases of measles, and the outbreak of the disease spreads.",
        "Denmark has nine confirmed cases of measles while the outbreak of the disease in Norway spreads.",
    ),
}


def told(number: int, text: str, published: date | None = date(2024, 3, 5)) -> Record:
    metadata = Metadata(publisher=PUBLISHERS[number], published=published)
    paragraphs = [Paragraph(m.start(), m.end()) for m in re.finditer(r".+", text)]
    return annotated(Article(f"article-{number}", text, metadata, tuple(paragraphs)), None)


def differences(one: str, other: str) -> tuple[Difference, ...]:
    return assemble([told(0, one), told(1, other)], "News").differences


@pytest.mark.parametrize("pair", DIFFER)
def test_counts_of_one_thing(pair: str) -> None:
    (found,) = differences(*DIFFER[pair])
    assert {p.source for p in found.passages} == {"article-0", "article-1"}


@pytest.mark.parametrize("pair", NONE)
def test_counts_of_two_things(pair: str) -> None:
    assert differences(*NONE[pair]) == ()


@pytest.mark.parametrize(
    "told_further_down",
    ["In September a storm left 25 people dead in Karl.", "Floods in September meant 25 deaths in Karl."],
)
def test_a_month_that_an_undated_article_names_is_not_that_of_its_news(told_further_down: str) -> None:
    news = "The crash in Karl shocked the town. The mayor was sad. The council met to talk of it.\n\nNobody will forget it."
    records = [told(0, "A bus crash in Karl killed 30 people.", None), told(1, f"{news}\n\n{told_further_down}", None)]
    assert assemble(records, "News").differences == ()


def test_a_count_says_of_whom_and_where_it_is() -> None:
    (found,) = differences(*DIFFER["a people"])
    assert found.about == "people killed (Danish)"
    (found,) = differences(*DIFFER["cases"])
    assert found.about == "the confirmed cases (Denmark)"


def test_what_nobody_has_counted_stands_in_its_words() -> None:
    (found,) = differences(*DIFFER["nobody has counted"])
    assert {version.value for version in found.values} == {"thousands", "45,000 to 50,000"}


def test_cases_of_a_court_are_none_of_an_illness() -> None:
    (found,) = differences(
        "In Denmark the trials of the gang led to 20 cases, the court in Karl said.",
        "The trials of the gang led to 31 cases in Denmark, the court in Karl said.",
    )
    assert found.about.startswith("how many cases")


def test_one_form_of_a_people() -> None:
    assert [nation_of(word) for word in ("Brazilians", "Brazilian", "Swedes", "brazilian", "Table")] == [
        "Brazilian",
        "Brazilian",
        "Swedish",
        "",
        "",
    ]


def test_a_number_that_one_paper_has_not_reached_and_another_has() -> None:
    (found,) = differences(
        "At least four dozen fans were hurt in the stampede in Velmar.",
        "Almost four dozen fans were hurt in the stampede in Velmar.",
    )
    assert {v.value for v in found.values} == {"at least 48", "nearly 48"}


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Nearly 60 fans were hurt in the stampede in Velmar.", "About 60 fans were hurt in the stampede in Velmar."),
        ("Two dozen fans were hurt in the stampede in Velmar.", "The stampede in Velmar hurt 25 fans."),
        ("Half a dozen fans were hurt in the stampede in Velmar.", "The stampede in Velmar hurt six fans."),
    ],
)
def test_hedges_that_leave_room_for_each_other(one: str, other: str) -> None:
    assert differences(one, other) == ()
