"""Places: only where it is clear which one is meant."""

from __future__ import annotations

import pytest

from generator.dossier.model import Place
from generator.dossier.people.places import place_of
from generator.dossier.people.subjects import merge
from tests.records import entity, record


@pytest.mark.parametrize(
    ("name", "after", "country", "kind"),
    [
        ("Turkey", (), "TR", "country"),
        ("U.S.", (), "US", "country"),
        ("the Netherlands", (), "NL", "country"),
        ("Nevada", (), "US", "state"),
        ("Washington state", (), "US", "state"),
        ("Washington", (), "US", "city"),
        ("New York", (), "US", "city"),
        ("St. Petersburg", (), "RU", "city"),
        ("St. Petersburg", ("Fla.",), "US", "city"),
        ("Paris", ("Texas on Monday",), "US", "city"),
        ("Paris, Texas", (), "US", "city"),
        ("Mazar-i-Sharif", (), "AF", "city"),
        ("Mazar-e-Sharif", (), "AF", "city"),
        ("Croydon", ("England. Two",), "GB", "city"),
        ("Russia", ("Turkey and Iran",), "RU", "country"),
        ("London", ("France and Germany",), "GB", "city"),
    ],
)
def test_a_clear_name_has_its_place(name: str, after: tuple[str, ...], country: str, kind: str) -> None:
    place = place_of(name, after)
    assert place is not None
    assert (place.country, place.kind) == (country, kind)


@pytest.mark.parametrize("name", ["Springfield", "Georgia", "Birmingham", "Mesquite", "Helmand Province", "Narnia", ""])
def test_what_could_be_several_places_or_none_stays_unplaced(name: str) -> None:
    assert place_of(name) is None


def test_sources_that_mean_different_places_leave_it_open() -> None:
    assert place_of("Portland", ("Oregon", "Maine")) is None


def test_a_country_lies_inside_itself_also_across_the_date_line() -> None:
    russia = place_of("Russia")
    assert russia is not None
    assert 30 < russia.longitude < 180


def test_the_words_after_a_name_tell_which_place_is_meant() -> None:
    text = "He bought it in Mesquite, Nevada, in May. Mesquite is small."
    town = entity(text, 1, "Mesquite", type="GPE")
    (subject,), _ = merge([record("a", text, entities=(town,))])
    assert subject.place == Place("US", 36.81, -114.07, "city", geonames=5508180)
