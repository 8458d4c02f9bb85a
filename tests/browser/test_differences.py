"""Where sources differ, on the page: what each tells, quiet marks beside facts, and a check that finds out who changes it."""

from __future__ import annotations

import csv
import json
import shutil
import sqlite3
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.building.run import build
from generator.site import database
from generator.site.verified import problems
from tests.browser.conftest import ROOT, built, served, violations

SEEDS = {
    "gazette": "Seven dead as ferry sinks\n\nA ferry sank near Portsmouth on Monday, killing seven people, the coast guard said.\n",
    "courier": "Ferry sinks near Portsmouth\n\nFive people were killed on Monday when a ferry sank near Portsmouth, police said.\n",
}


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of two articles that differ."""
    project = tmp_path_factory.mktemp("differ")
    (project / "seeds").mkdir()
    for name, text in SEEDS.items():
        (project / "seeds" / f"{name}.txt").write_text(text, "utf-8")
        (project / "seeds" / f"{name}.yml").write_text(f"published: 2019-05-07\npublisher: The {name.title()}\n", "utf-8")
    for name in ("mkdocs.yml", "briefing.yml"):
        shutil.copy(ROOT / "generator" / "scaffold" / name, project / name)
    build(project, jobs=1)
    return built(project)


def test_the_page_tells_each_value_in_the_words_of_its_sources(told: Path, page: Page) -> None:
    with served(told) as address:
        page.goto(f"{address}/differences.html")
        item = page.locator(".difference")
        expect(item).to_have_count(1)
        expect(item.locator("h2")).to_have_text("people killed")
        assert sorted(item.locator("dt").all_text_contents()) == ["5", "7"]
        expect(item.locator("b.trigger", has_text="Five")).to_have_count(1)
        page.locator(".versions > div", has_text="Five people").locator(".chip").first.click()
        page.wait_for_url("**/sources/courier.html#c*")
        expect(page.locator("mark.on").first).to_be_in_viewport()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_where_sources_differ(told: Path, browser: Browser, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    alone = next(told.glob("f/d-*.html"))
    with served(told) as address:
        for name in ("index.html", "facts.html", "differences.html", f"f/{alone.name}"):
            page.goto(f"{address}/{name}")
            assert violations(page) == [], name
    context.close()


def test_a_quiet_mark_beside_a_fact_unfolds_what_others_tell(told: Path, page: Page) -> None:
    with served(told) as address:
        page.goto(f"{address}/facts.html")
        mark = page.locator(".fact details.differs").first
        expect(mark.locator("summary")).to_have_text("The sources differ: people killed")
        expect(mark.locator("q", has_text="Five people were killed")).not_to_be_visible()
        mark.locator("summary").click()
        expect(mark.locator("q", has_text="Five people were killed")).to_be_visible()
        mark.get_by_role("link", name="All that is told").click()
        page.wait_for_url("**/differences.html#d-*")


def test_with_one_source_a_sentence_says_that_nothing_is_compared(site: Path) -> None:
    page = (site / "differences.html").read_text("utf-8")
    assert "There is one source, and nothing to compare it with." in page
    assert 'class="difference' not in page
    assert 'details class="otherwise differs' not in (site / "facts.html").read_text("utf-8")


def test_the_data_tell_the_same(told: Path) -> None:
    (found,) = json.loads((told / "data" / "disagreements.json").read_text("utf-8"))
    with (told / "data" / "disagreements.csv").open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    passages = [(p["text"], p["sentence"]) for v in found["values"] for p in v["passages"]]
    assert [(row["text"], row["sentence"]) for row in rows] == passages
    assert {row["difference"] for row in rows} == {found["id"]}
    database.write(told)
    base = sqlite3.connect(told / "data" / database.DATABASE_FILE)
    assert {row[0] for row in base.execute("select id from disagreements")} == {row["id"] for row in rows}
    base.close()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        ("differences.html", '<dt><span class="ours">5</span>', '<dt><span class="ours">6</span>'),
        ("differences.html", "people killed</span></h2>", "people hurt</span></h2>"),
        ("data/disagreements.json", "Five people were killed on Monday when", "Six people were killed on Monday when"),
        ("data/disagreements.csv", ",courier,", ",gazette,"),
    ],
)
def test_who_changes_a_difference_is_found_out(told: Path, tmp_path: Path, path: str, old: str, new: str) -> None:
    copy = tmp_path / "site"
    shutil.copytree(told, copy)
    before = set(problems(copy))
    text = (copy / path).read_text("utf-8")
    assert old in text
    (copy / path).write_text(text.replace(old, new), "utf-8")
    assert set(problems(copy)) - before
