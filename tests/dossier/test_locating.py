"""Which place of a name is meant, by what else the articles name, by who publishes them, and by its size."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier.model import Place, Subject
from generator.dossier.people.place_names import key
from generator.dossier.people.place_table import PLACES_FILE, candidates
from generator.dossier.people.subjects import merge
from generator.records.model import Metadata, Record
from tests.records import entity, record


def told(text: str, *names: str, publisher: str | None = None) -> dict[str, Place | None]:
    """Where the places of an article lie; a name that begins with "=" is an organisation's."""
    found = tuple(
        entity(text, n, name.removeprefix("="), type="ORG" if name.startswith("=") else "GPE")
        for n, name in enumerate(names, 1)
    )
    made: Record = replace(record("a", text, entities=found), metadata=Metadata(publisher=publisher))
    subjects: tuple[Subject, ...] = merge([made])[0]
    return {s.name: s.place for s in subjects}


def country(place: Place | None) -> str | None:
    return place.country if place else None


def test_the_places_beside_it_tell_which_town_is_meant() -> None:
    beside = "They left Paris for Dallas. Houston and Austin are in Texas."
    place = told(beside, "Paris", "Dallas", "Houston", "Austin", "Texas")["Paris"]
    assert country(place) in {"US", None}
    assert country(told("They left Paris for Lyon.", "Paris", "Lyon")["Paris"]) == "FR"


def test_a_paper_of_a_country_means_its_own_town() -> None:
    text = "London spoke. Windsor, Sarnia and Kitchener lie in Ontario."
    names = ("London", "Windsor", "Sarnia", "Kitchener", "Ontario")
    assert country(told(text, *names, publisher="moorpost.ca")["London"]) == "CA"
    assert country(told("London spoke.", "London")["London"]) == "GB"


def test_a_province_inside_another_name_tells_where_the_article_is() -> None:
    text = "The Manitoba Harbour Board met in Brandon, and in Winkler."
    assert country(told(text, "=Manitoba Harbour Board", "Brandon", "Winkler")["Brandon"]) == "CA"


def test_what_a_town_lies_in_is_a_large_city_beside_it() -> None:
    assert country(told("A shop in Edmonton, north London, burnt.", "Edmonton")["Edmonton"]) == "GB"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Alberta", "state"), ("Bavaria", "state"), ("Asia", "region"), ("Black Sea", "region"), ("Lyon", "city")],
)
def test_provinces_seas_and_continents_are_known(name: str, kind: str) -> None:
    place = told(f"They saw {name}.", name)[name]
    assert place is not None
    assert place.kind == kind
    assert (place.country is None) == (kind == "region")


def test_a_town_far_from_all_that_is_named_is_doubted() -> None:
    names = ("Nevada", "Reno", "California", "Utah", "Arizona")
    text = "The Luxor and Tokyo wings burnt. Nevada, Reno, California, Utah and Arizona sent help."
    found = told(text, "Luxor", "Tokyo", *names)
    assert found["Luxor"] is None
    assert country(found["Tokyo"]) == "JP"


def test_a_list_of_countries_is_no_address() -> None:
    assert country(told("He named Russia, the United States and others.", "Russia")["Russia"]) == "RU"


def test_a_name_of_many_places_and_nothing_beside_it_has_no_point() -> None:
    assert told("Springfield woke.", "Springfield")["Springfield"] is None


def test_every_line_of_the_table_is_found() -> None:
    lines = PLACES_FILE.read_bytes().splitlines()
    assert lines == sorted(lines, key=lambda line: line.partition(b"\t")[0])
    for line in (lines[0], lines[1], lines[len(lines) // 2], lines[-1]):
        name = line.partition(b"\t")[0].decode()
        assert key(name) == name or not name.isascii()
        assert candidates(name)
    assert not candidates("no such place")
    assert not candidates("")
    assert PLACES_FILE.stat().st_size < 10_000_000
