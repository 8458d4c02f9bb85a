"""The pages by the keyboard alone: no stop that cannot be seen, what opens closes by Escape, and the menu of a narrow screen works."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

# the part that has the focus, and whether it can be seen: within the screen and not without size (a choice of colours: its label)
STOP = """() => {
  const part = document.activeElement;
  if (part === document.body) return null;
  const shown = (part.matches(".md-option") ? part.nextElementSibling : part).getBoundingClientRect();
  return [part.tagName + " " + (part.getAttribute("aria-label") || part.textContent || part.name).trim().slice(0, 40),
    shown.width > 0 && shown.right > 0 && shown.left < innerWidth && shown.bottom > 0 && shown.top < innerHeight];
}"""


@pytest.fixture
def phone(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 390, "height": 844}, reduced_motion="reduce")
    yield page
    page.close()


def stops(page: Page, most: int = 60) -> Iterator[tuple[str, bool]]:
    for _ in range(most):
        page.keyboard.press("Tab")
        if (stop := page.evaluate(STOP)) is None:
            return
        yield stop[0], stop[1]


@pytest.mark.parametrize("name", ["index", "chronology", "explore", "quotes"])
def test_every_stop_of_the_tab_key_can_be_seen_on_a_narrow_screen(phone: Page, address: str, name: str) -> None:
    phone.goto(f"{address}/{name}.html")
    expect(phone.get_by_role("button", name="Menu")).to_be_visible()
    found = list(stops(phone))
    assert len(found) > 5
    assert [words for words, seen in found if not seen] == []


def test_a_search_that_is_left_is_no_stop_of_its_own(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    found = [words for words, _ in stops(page, 6)]
    assert found[found.index("INPUT Search") + 1].startswith("A ")


def test_the_menu_of_a_narrow_screen_opens_and_closes_by_the_keyboard(phone: Page, address: str) -> None:
    phone.goto(f"{address}/facts.html")
    button = phone.get_by_role("button", name="Menu")
    button.focus()
    phone.keyboard.press("Enter")
    expect(button).to_have_attribute("aria-expanded", "true")
    assert phone.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null")
    phone.keyboard.press("Escape")
    expect(button).to_have_attribute("aria-expanded", "false")
    expect(button).to_be_focused()
    phone.keyboard.press("Space")
    expect(button).to_have_attribute("aria-expanded", "true")
    for _ in range(30):  # who goes on past its end leaves it closed
        phone.keyboard.press("Tab")
        if not phone.evaluate("document.activeElement.closest('.md-sidebar--primary') !== null"):
            break
    expect(button).to_have_attribute("aria-expanded", "false")


def test_the_menu_is_no_part_of_a_wide_screen(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    expect(page.locator("button.menu")).to_have_count(1)
    expect(page.locator("button.menu")).to_be_hidden()


def test_escape_takes_the_passage_over_a_chip_away_until_it_is_left(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    chip = page.locator("#key-facts ~ * .chip, .facts .chip").first
    for _ in range(80):
        page.keyboard.press("Tab")
        if chip.evaluate("chip => chip === document.activeElement"):
            break
    expect(chip.locator(".peek")).to_be_visible()
    page.keyboard.press("Escape")
    expect(chip.locator(".peek")).to_be_hidden()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    expect(chip.locator(".peek")).to_be_visible()
