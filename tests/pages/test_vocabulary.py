"""JSON-LD against the vocabulary of schema.org itself, as the package `msgspec-schemaorg` holds it.

Every type exists, every property belongs to its node's type or to a supertype, and every value is of a type that the property takes.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import msgspec_schemaorg.enums as enums
import msgspec_schemaorg.models as models
import pytest
from msgspec.structs import replace

from generator.dossier import assemble
from generator.pages import json_ld
from generator.pages.links import Links
from generator.records.model import EventDate
from tests.pages.test_json_ld import graphs
from tests.records import entity, event, fact, quote, record

TYPE = re.compile(r"'?(\w+)'?")
CONTAINERS = {"Union", "List", "Optional", "None"}


def wrong(node: dict[str, Any], known: dict[str, str]) -> list[str]:
    """What the vocabulary has against a node and the nodes in it; `known` is the type of each node that has an address."""
    kind = getattr(models, node["@type"], None)
    if kind is None:
        return [f"no type {node['@type']}"]
    found = []
    for name, values in node.items():
        if name.startswith("@"):
            continue
        takes = next((c.__annotations__[name] for c in kind.__mro__ if name in getattr(c, "__annotations__", {})), None)
        if takes is None:
            found.append(f"{node['@type']} has no property {name}")
            continue
        allowed = set(TYPE.findall(takes)) - CONTAINERS
        for value in values if isinstance(values, list) else [values]:
            if not any(fits(value, type, known) for type in allowed):
                found.append(f"{node['@type']}.{name} takes {sorted(allowed)}, not {value!r}")
            if isinstance(value, dict) and "@type" in value:
                found += wrong(value, known)
    return found


def fits(value: Any, type: str, known: dict[str, str]) -> bool:
    """Whether a value is of a type of the vocabulary, or of a subtype."""
    if isinstance(value, dict):
        kind = getattr(models, value.get("@type") or known.get(value["@id"], ""), None)
        return kind is not None and type in {c.__name__ for c in kind.__mro__}
    if isinstance(value, bool):
        return type == "bool"
    if isinstance(value, int | float):
        return type in {"int", "float"}
    if type in {"date", "datetime"}:
        return is_day(value)
    if type == "URL":
        return bool(re.match(r"https?://[^\s<>]+$|[\w./-]+\.html", value))
    named = getattr(enums, type, None)
    return type == "str" or (named is not None and value in {str(member.value) for member in named} | members(named))


def members(named: Any) -> set[str]:
    """An enumeration's members as addresses."""
    return {f"https://schema.org/{member.name}" for member in named}


def is_day(value: str) -> bool:
    """ISO 8601 as schema.org's Date has it: a day, or a month or a year."""
    try:
        date.fromisoformat((value + "-01-01")[:10])
    except ValueError:
        return False
    return True


def failures(graph: list[dict[str, Any]]) -> list[str]:
    known = {node["@id"]: node["@type"] for node in graph if "@id" in node}
    return [line for node in graph for line in wrong(node, known)]


def test_the_seeds_pages_keep_to_the_vocabulary(seed_project: Path) -> None:
    found = {(page, line) for page, graph in graphs(seed_project / "docs") for line in failures(graph)}
    assert found == set()


def test_odd_dossiers_keep_to_the_vocabulary() -> None:
    text = "“Yes,” said the Org. Ann Field opened the bridge in Paris in 987, and nobody came."
    people = (entity(text, 1, "Org", type="ORG"), entity(text, 2, "Ann Field"), entity(text, 3, "Paris", type="GPE"))
    day = EventDate(value="0987", earliest="0987-01-01", latest="9999-12-31")
    opened = replace(event("a", text, "opened", participants=("e2",), status="planned", place="e3"), date=day)
    said = (quote("a", text, "Yes,", people[0]),)
    made = record("a", text, entities=people, quotes=said, events=(opened,), facts=(fact("a", text, "nobody came"),))
    whole = replace(made, metadata=replace(made.metadata, author="A", publisher="P", url="https://example.org/a b"))
    dossier = assemble([whole], "Odd", "A dek")
    links = Links.of(dossier).placed(
        {i.id: "x" for i in (*dossier.statements, *dossier.quotations, *dossier.happenings)}, {}
    )
    subjects = {s.id: s for s in dossier.subjects}
    graph = [
        *json_ld.briefing(dossier, links, [s.id for s in dossier.sources]),
        *json_ld.claims(dossier.statements, links),
        *json_ld.quotations(dossier.quotations, links, subjects),
        *json_ld.events(dossier.happenings, links, subjects),
        *(json_ld.subject(s, links, sources=True) for s in dossier.subjects),
    ]
    assert {"Quotation", "Event", "NewsArticle", "Claim"} <= {node["@type"] for node in json.loads(json.dumps(graph))}
    assert failures(graph) == []


@pytest.mark.parametrize(
    ("node", "says"),
    [
        ({"@type": "Quotation", "speaker": "Ann"}, "no property speaker"),
        ({"@type": "Quote", "text": "x"}, "no type Quote"),
        ({"@type": "Quotation", "spokenByCharacter": {"@type": "Place", "name": "Paris"}}, "spokenByCharacter takes"),
        ({"@type": "Event", "startDate": "soon"}, "startDate takes"),
        ({"@type": "Event", "eventStatus": "EventImagined"}, "eventStatus takes"),
    ],
)
def test_the_check_finds_errors(node: dict[str, Any], says: str) -> None:
    assert says in failures([node])[0]
