"""What pages say to machines: JSON-LD of the required shape that agrees with the page, descriptions, the policy, the sitemap."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.pages.contexts import around
from generator.pages.json_ld import script
from generator.site.head import finished, policy
from tests.records import record

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>')
DAY = re.compile(r"\d{4}(-\d\d){0,2}$")
# per schema.org: what a node must have, and what else it may have
SHAPES: dict[str, tuple[set[str], set[str]]] = {
    "CollectionPage": ({"name", "about", "citation"}, {"description", "temporalCoverage"}),
    "NewsArticle": ({"headline", "position"}, {"datePublished", "author", "publisher", "url"}),
    "Claim": ({"text", "appearance"}, set()),
    "Quotation": ({"text", "isPartOf"}, {"spokenByCharacter"}),
    "Event": ({"name", "startDate", "subjectOf"}, {"endDate", "eventStatus", "about", "location"}),
    "Person": ({"name"}, {"alternateName", "description", "subjectOf"}),
    "Organization": ({"name"}, {"alternateName", "description", "subjectOf"}),
    "Place": ({"name"}, {"alternateName", "description", "subjectOf", "geo"}),
    "Thing": ({"name"}, {"alternateName", "description", "subjectOf"}),
    "GeoCoordinates": ({"latitude", "longitude"}, set()),
}
AGENTS = {"Person", "Organization"}


def graphs(docs: Path) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    for file in sorted(docs.rglob("*.md")):
        for block in BLOCK.findall(file.read_text("utf-8")):
            data = json.loads(block)
            assert data["@context"] == "https://schema.org"
            yield file.relative_to(docs).as_posix(), data["@graph"]


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every typed node, nested ones included."""
    if isinstance(value, dict):
        if "@type" in value:
            yield value
        else:
            assert set(value) == {"@id"}, f"neither a node nor a reference: {value}"
        for each in value.values():
            yield from nodes(each)
    elif isinstance(value, list):
        for each in value:
            yield from nodes(each)


def test_every_node_has_the_shape_of_its_type(seed_project: Path) -> None:
    seen = set()
    for page, graph in graphs(seed_project / "docs"):
        for node in nodes(graph):
            must, may = SHAPES[node["@type"]]
            keys = set(node) - {"@type", "@id"}
            assert must <= keys <= must | may, f"{page}: {node}"
            seen.add(node["@type"])
            for key in {"startDate", "endDate", "datePublished"} & keys:
                assert DAY.match(node[key]), f"{page}: {node}"
            assert all(value not in ("", [], None) for value in node.values()), f"{page}: {node}"
            if "spokenByCharacter" in node:
                assert node["spokenByCharacter"]["@type"] in AGENTS
    assert {"NewsArticle", "Quotation", "Event", "Person", "CollectionPage", "Claim"} <= seen


def test_every_address_leads_somewhere(seed_project: Path) -> None:
    docs = seed_project / "docs"
    for page, graph in graphs(docs):
        for node in nodes(graph):
            path, _, fragment = node.get("@id", "").partition("#")
            if path:
                target = (docs / page).parent / path.replace(".html", ".md")
                assert target.is_file(), f"{page}: {path}"
                assert not fragment or f'id="{fragment}"' in target.read_text("utf-8")


def test_quotations_agree_with_the_exports(seed_project: Path) -> None:
    docs = seed_project / "docs"
    exported = {q["id"]: q for q in json.loads((docs / "data" / "quotes.json").read_text("utf-8"))}
    graph = next(graph for page, graph in graphs(docs) if page == "quotes.md")
    told = {node["@id"].split("#")[1]: node for node in graph if node["@type"] == "Quotation"}
    assert told.keys() == exported.keys()
    for name, node in told.items():
        assert node["text"] == " ".join(p["text"] for p in exported[name]["content"])


@pytest.mark.parametrize("name", ["index", "facts", "quotes", "chronology", "people", "method", "downloads"])
def test_each_page_describes_itself(seed_project: Path, name: str) -> None:
    front = (seed_project / "docs" / f"{name}.md").read_text("utf-8").split("---")[1]
    assert re.search(r'^description: ".{10,}"$', front, re.M)


def test_a_data_block_can_not_be_left() -> None:
    block = str(script([{"@type": "Claim", "text": "</script><script>alert(1)</script> *a* _b_ `c` <!-- \ud800"}]))
    assert block.count("<") == 2
    assert not set("*_`&") & set(block)
    assert json.loads(BLOCK.findall(block)[0])["@graph"][0]["text"].startswith("</script>")


def test_only_the_themes_own_scripts_may_run() -> None:
    page = '<head><meta charset="utf-8"></head><script>good("..")</script><script>bad()</script>'
    done = finished(page, [re.compile(r'good\("[./]*"\)')], {"og:title": 'A "title" <b>'})
    assert done.count("sha256-") == 1
    assert done.index("Content-Security-Policy") < done.index("<script>")
    assert 'content="A &quot;title&quot; &lt;b&gt;"' in done


def test_the_policy_is_strict() -> None:
    made = policy()
    assert made.startswith("default-src 'none'")
    assert "unsafe" not in made
    assert "http" not in made


def test_a_passage_stands_in_its_context() -> None:
    text = "The bridge was closed. The mayor opened it again on Friday. Nobody was hurt."
    told = record("a", text)
    from generator.dossier.model import Passage

    start = text.index("The mayor")
    words = "The mayor opened it again on Friday."
    found = around(told, Passage("a", start, start + len(words), words))
    assert found.before + found.words + found.after == text


def test_sources_are_there_for_reference_managers(seed_project: Path) -> None:
    data = seed_project / "docs" / "data"
    (item,) = json.loads((data / "sources.csl.json").read_text("utf-8"))
    assert (item["type"], item["container-title"]) == ("article-newspaper", "Anadolu Agency")
    assert item["issued"] == {"date-parts": [[2016, 8, 9]]}
    entry = (data / "sources.bib").read_text("utf-8")
    assert entry.startswith(f"@misc{{{item['id']},\n  title = {{Russia against all coup bids, Putin tells Erdogan}},\n")
