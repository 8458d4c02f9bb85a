"""People for readers of FollowTheMoney: one entity a line, with its articles as proof."""

from __future__ import annotations

import json

from msgspec.structs import replace

from generator.dossier import assemble
from generator.pages.follow_the_money import lines
from tests.records import entity, record, span


def test_each_line_is_an_entity_with_its_proof() -> None:
    text = "Mayor Ann Field left Microsoft in Berlin. Ann Field, Ms. Field said, is here. The Great War came."
    who = replace(entity(text, 1, "Ann Field"), descriptions=(span(text, "Mayor"),))
    body = entity(text, 2, "Microsoft", type="ORG")
    town = entity(text, 3, "Berlin", type="GPE")
    war = entity(text, 4, "The Great War", type="EVENT")
    made = lines(assemble([record("a", text, entities=(who, body, town, war))], "Title"))
    found = [json.loads(line) for line in made.decode().splitlines()]
    assert (found[0]["schema"], found[0]["id"]) == ("Article", "article-a")
    by_name = {e["properties"]["name"][0]: e for e in found[1:]}
    assert set(by_name) == {"Ann Field", "Microsoft", "Berlin"}  # a war has no schema
    assert by_name["Ann Field"]["properties"]["position"] == ["Mayor"]
    assert by_name["Ann Field"]["properties"]["notes"] == ["“Mayor” (a, 0-5)"]
    assert by_name["Microsoft"]["properties"]["wikidataId"] == ["Q2283"]
    assert by_name["Berlin"]["properties"]["country"] == ["de"]
    known = {e["id"] for e in found}
    for each in found[1:]:
        assert set(each["properties"]["proof"]) <= known
        assert all(isinstance(v, str) for values in each["properties"].values() for v in values)
