"""Places that are told by a publisher, by a list of counties, or by the place that is in their name."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier.model import Place
from generator.dossier.people.places import hinted
from generator.dossier.people.publishers import of_its_town
from generator.dossier.people.subjects import merge
from generator.records.model import Metadata, Record
from tests.records import entity, record


def article(name: str, text: str, *names: str, publisher: str | None = None) -> Record:
    """An article that names places; one that begins with "#" is a building."""
    found = tuple(
        entity(text, n, called.removeprefix("#"), type="FAC" if called.startswith("#") else "GPE")
        for n, called in enumerate(names, 1)
    )
    return replace(record(name, text, entities=found), metadata=Metadata(publisher=publisher))


def places(*articles: Record) -> dict[str, Place | None]:
    """Where the places of a dossier lie."""
    return {s.name: s.place for s in merge(articles)[0]}


def test_what_a_local_paper_writes_of_tells_where_its_town_lies() -> None:
    told = [
        article(str(n), f"{town}, Omaha and Lincoln slept.", town, "Omaha", "Lincoln", publisher="columbustelegram.com")
        for n, town in enumerate(("Grand Island", "Kearney", "Fremont", "Norfolk"))
    ]
    text, names = "Columbus and Kansas slept.", ("Columbus", "Kansas")
    known = places(*told, article("own", text, *names, publisher="columbustelegram.com"))["Columbus"]
    unknown = places(*told, article("own", text, *names, publisher="Moor Mail"))["Columbus"]
    assert unknown is not None
    assert unknown.latitude < 38  # in Kansas
    assert known is None or known.latitude > 41  # in Nebraska, or in doubt


@pytest.mark.parametrize(
    ("town", "publisher", "own"),
    [
        ("columbus", "columbustelegram.com", True),
        ("augusta", "chronicle.augusta.com", True),
        ("athens", "onlineathens.com", True),
        ("london", "The London Free Press", True),
        ("reading", "easyreading.com", False),
        ("london", "London", False),
        ("york", "newyorker.com", False),
    ],
)
def test_a_paper_is_named_after_its_town(town: str, publisher: str, own: bool) -> None:
    assert of_its_town(town, publisher) is own


def test_counties_of_a_list_are_counties() -> None:
    text = "It burnt in Clarke, Madison and Oconee counties. Atlanta in Georgia, Macon and Athens sent help."
    found = places(article("a", text, "Clarke", "Madison", "Oconee", "Atlanta", "Macon", "Georgia"))
    for name in ("Clarke", "Madison", "Oconee"):
        place = found[name]
        assert place is not None
        assert (place.kind, place.country) == ("county", "US")


def test_a_city_is_a_city_where_a_county_has_its_name() -> None:
    place = places(article("a", "Rain fell in Newcastle. London and Leeds wait.", "Newcastle", "London", "Leeds"))[
        "Newcastle"
    ]
    assert place is not None
    assert place.kind == "city"


@pytest.mark.parametrize(
    ("name", "country", "kind"),
    [
        ("North London", "GB", "city"),
        ("the City of Lyon", "FR", "city"),
        ("Western Canada", "CA", "region"),
        ("South of France", "FR", "region"),
        ("Bavaria state", "DE", "state"),
    ],
)
def test_a_part_of_a_place_lies_in_it(name: str, country: str, kind: str) -> None:
    place = places(article("a", f"They saw {name} again.", name))[name]
    assert place is not None
    assert (place.country, place.kind) == (country, kind)


def test_a_building_called_by_a_town_that_the_articles_name_stands_there() -> None:
    text = "Lyon Fire Station burnt. Lyon wept. Moor Fire Station did not."
    found = places(article("a", text, "#Lyon Fire Station", "Lyon", "#Moor Fire Station"))
    lyon = found["Lyon"]
    station = found["Lyon Fire Station"]
    assert lyon is not None
    assert station is not None
    assert (station.latitude, station.longitude) == (lyon.latitude, lyon.longitude)
    assert found["Moor Fire Station"] is None


def test_a_city_that_all_know_needs_no_explanation() -> None:
    text = "A plane left Newark, New Jersey, for Paris."
    place = places(article("a", text, "Newark", "Paris", "New Jersey"))["Paris"]
    assert place is not None
    assert place.country == "FR"


def test_the_compass_is_a_part_of_a_state_or_stands_before_a_city() -> None:
    for words, province in (("North Carolina", "NC"), ("West Virginia, pulled", "WV")):
        hint = hinted(words)
        assert hint is not None
        assert (hint.country, hint.province) == ("US", province)
    near = hinted("north London")
    assert near is not None
    assert near.near is not None
    ontario = hinted("Ont., on Monday")
    assert ontario is not None
    assert ontario.country == "CA"


def test_a_shortened_state_is_a_place_whatever_it_was_taken_for() -> None:
    text = "He left Fresno, Calif., in May."
    made = record("a", text, entities=(entity(text, 1, "Calif.", type="ORG"),))
    (subject,), _ = merge([made])
    assert subject.type == "GPE"
    assert subject.place is not None
    assert subject.place.kind == "state"


def test_a_planet_is_not_on_the_map() -> None:
    text = "They left Earth for Mars. Tokyo watched."
    found = places(article("a", text, "Earth", "Mars", "Tokyo"))
    assert found["Earth"] is None
    assert found["Mars"] is None
    assert found["Tokyo"] is not None


def test_a_town_s_name_that_is_short_for_a_hotel_s_has_no_point() -> None:
    text = "Lyon Bay burnt. Lyon is open."
    hotel = "They left Lyon Bay for Tokyo."
    found = places(article("a", text, "#Lyon Bay", "Lyon"), article("b", hotel, "#Lyon Bay", "Tokyo"))
    assert found["Lyon"] is None
    assert places(article("a", text, "#Lyon Bay", "Lyon"))["Lyon"] is not None
