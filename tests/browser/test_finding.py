"""Filters: honest counts, state in the address, lists whole without script, lists that are split over pages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.building.run import build
from generator.pages import list_pages
from tests.browser.conftest import built, served

SIZE = 4  # entries on a page of the split lists
LISTS = ["facts", "quotes", "chronology"]
COUNT = re.compile(r"\((\d+)\)$")


@pytest.fixture(scope="module")
def split(seed_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The seed's site with short lists, so that they go over several pages."""
    project = tmp_path_factory.mktemp("split") / "project"
    shutil.copytree(seed_project, project, ignore=shutil.ignore_patterns("site", "docs"))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(list_pages, "ENTRIES_OF_PAGE", SIZE)
        build(project, jobs=1, use_cache=True)
    with served(built(project)) as where:
        yield where


def choices(page: Page, facet: str) -> dict[str, int]:
    """The choices of a facet that have a count, and the count."""
    found = {}
    for option in page.locator(f"select[name={facet}] option").all()[1:]:
        found[option.get_attribute("value") or ""] = int(COUNT.search(option.text_content() or "")[1])  # type: ignore[index]
    return found


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("facet", ["who", "where", "source", "kind"])
def test_a_facet_never_lies_about_its_count(page: Page, address: str, name: str, facet: str) -> None:
    page.goto(f"{address}/{name}.html")
    offered = list(choices(page, facet).items())
    for value, count in offered[:3] + offered[-1:]:
        page.locator(f"select[name={facet}]").select_option(value)
        assert page.locator("[data-item]:visible").count() == count
        expect(page.locator("form.filter output")).to_have_text(re.compile(rf"^{count} of \d+ "))


def test_counts_follow_the_other_facets(page: Page, address: str) -> None:
    page.goto(f"{address}/quotes.html")
    page.locator("select[name=kind]").select_option("indirect")
    for value, count in choices(page, "who").items():
        if count:
            page.locator("select[name=who]").select_option(value)
            assert page.locator("[data-item]:visible").count() == count


def test_the_state_is_kept_in_the_address(page: Page, address: str) -> None:
    page.goto(f"{address}/quotes.html")
    total = page.locator("[data-item]").count()
    value, count = next(iter(choices(page, "who").items()))
    page.locator("select[name=who]").select_option(value)
    assert f"who={value}" in page.url
    page.reload()
    assert page.locator("[data-item]:visible").count() == count < total
    page.locator("form.filter button[type=reset]").click()
    expect(page.locator("form.filter output")).to_have_text(f"{total} quotations")
    assert "who=" not in page.url


def test_dates_narrow_the_chronology(page: Page, address: str) -> None:
    page.goto(f"{address}/chronology.html?from=2016-07-01&to=2016-07-31")
    shown = page.locator("[data-item]:visible")
    assert 0 < shown.count() < page.locator("[data-item]").count()
    for item in shown.all():
        assert (item.get_attribute("data-last") or "") >= "2016-07-01"
        assert (item.get_attribute("data-first") or "") <= "2016-07-31"


def test_a_filter_is_worked_by_the_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    page.locator("select[name=kind]").focus()
    page.keyboard.press("ArrowDown")
    expect(page.locator("form.filter output")).to_have_text(re.compile(r"^\d+ of \d+ facts$"))


@pytest.mark.parametrize("name", LISTS)
def test_lists_are_whole_without_script(browser: Browser, address: str, name: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{address}/{name}.html")
    for fold in page.locator("details.further > summary").all():  # unfolds without a script
        fold.click()
    assert page.locator("[data-item]:visible").count() == page.locator("[data-item]").count() > 0
    assert not page.locator("form.filter").is_visible()
    assert not page.locator("button.cite").first.is_visible()
    context.close()


@pytest.mark.parametrize("name", LISTS)
def test_a_split_list_is_counted_over_all_its_pages(page: Page, split: str, name: str) -> None:
    page.goto(f"{split}/{name}.html")
    value, count = next(iter(choices(page, "who").items()))
    page.goto(f"{split}/{name}.html?who={value}")
    output = page.locator("form.filter output")
    expect(output).to_have_text(re.compile(rf"^{count} of \d+ "))
    here = page.locator("[data-item]:visible").count()
    links = page.locator(".elsewhere a")
    told = [int(re.match(r"\d+", text)[0]) for text in links.all_text_contents()]  # type: ignore[index]
    assert here + sum(told) == count
    for number, href in enumerate([link.get_attribute("href") for link in links.all()]):
        page.goto(f"{split}/{href}")
        expect(page.locator("form.filter output")).to_have_text(re.compile(rf"^{count} of "))
        assert page.locator("[data-item]:visible").count() == told[number]


def test_where_other_pages_can_not_be_read_the_filter_says_so(page: Page, split: str) -> None:
    page.route("**/data/facets-*.json", lambda route: route.abort())
    page.goto(f"{split}/facts.html?kind=figure")
    expect(page.locator("form.filter output")).to_have_text(re.compile(r"on this page$"))
    expect(page.locator(".elsewhere")).to_contain_text("not filtered here")


@pytest.mark.parametrize("name", LISTS)
def test_a_further_page_has_the_choices_of_the_whole_list(page: Page, split: str, name: str) -> None:
    page.goto(f"{split}/{name}.html")
    offered = choices(page, "who")
    page.locator(".pager a[rel=next]").click()
    page.wait_for_url(re.compile(rf"{name}-\d+\.html$"))
    expect(page.locator("form.filter")).to_be_visible()
    expect(page.locator(".to-first")).to_be_hidden()
    assert choices(page, "who") == offered


def test_where_the_choices_can_not_be_read_the_first_page_is_named(page: Page, split: str) -> None:
    page.route("**/data/*.json", lambda route: route.abort())
    page.goto(f"{split}/facts.html")
    second = page.locator(".pager a[rel=next]").get_attribute("href")
    page.goto(f"{split}/{second}")
    expect(page.locator(".to-first a")).to_have_attribute("href", "facts.html")
    expect(page.locator("form.filter")).to_be_hidden()
    expect(page.locator(".pager")).to_have_text(re.compile(r"^\s*First page\s*← Previous\s*Next →\s*$"))
    kind = page.locator("[data-item]").first.get_attribute("data-kind")
    page.goto(f"{split}/{second}?kind={kind}")
    expect(page.locator("form.filter output")).to_have_text(re.compile(r"on this page$"))
    assert {item.get_attribute("data-kind") for item in page.locator("[data-item]:visible").all()} == {kind}


@pytest.mark.parametrize("name", LISTS)
def test_the_pager_leads_on_and_numbers_the_pages(page: Page, split: str, name: str) -> None:
    page.goto(f"{split}/{name}.html")
    here = page.locator(".pager b")
    expect(here).to_have_text("1")
    last = page.locator(".pager a:not([rel])").last.text_content()
    seen = [page.url]
    while page.locator(".pager a[rel=next]").count():
        page.locator(".pager a[rel=next]").click()
        page.wait_for_url(re.compile(rf"{name}-\d+\.html$"))
        assert page.url not in seen
        seen.append(page.url)
        expect(here).to_have_text(str(len(seen)))
    assert len(seen) == int(last or 0)
    page.locator(".pager a").filter(has_text=re.compile(r"^1$")).click()
    page.wait_for_url(seen[0])
