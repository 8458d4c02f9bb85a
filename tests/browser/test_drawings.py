"""Drawings in a real browser: one of each is seen, names don't touch, every mark leads somewhere, dark is dark."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, Page

DRAWN = ["index.html", "chronology.html", "people.html", "places.html", "subjects/sochi.html"]
BOXES = """[...document.querySelectorAll('.briefing figure svg')].filter(s => s.getBoundingClientRect().width).map(s => ({
  kind: s.classList[0], left: s.getBoundingClientRect().left, right: s.getBoundingClientRect().right,
  size: Math.min(...[...s.querySelectorAll('text:not(.km)')].map(t => t.getBoundingClientRect().height)),
  texts: [...s.querySelectorAll('text')].map(t => t.getBoundingClientRect()).map(b => [b.left, b.top, b.right, b.bottom]) }))"""


@pytest.fixture
def page(browser: Browser) -> Page:
    return browser.new_context(viewport={"width": 1280, "height": 900}).new_page()


@pytest.mark.parametrize("width", [320, 390, 760, 1280])
def test_drawings_fit_the_screen_and_their_words_do_not_touch(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in DRAWN:
        page.goto(f"{address}/{name}")
        drawings = page.evaluate(BOXES)
        assert drawings, name
        for drawing in drawings:
            assert drawing["left"] >= 0, name
            assert drawing["right"] <= width, name
            assert drawing["size"] >= 13, f"{name}: the words of the {drawing['kind']} are too small"
            boxes = drawing["texts"]
            for n, (left, top, right, bottom) in enumerate(boxes):
                for a, b, c, d in boxes[n + 1 :]:
                    apart = (
                        right <= a + 1 or c <= left + 1 or bottom <= b + 6 or d <= top + 6
                    )  # lines may share their leading
                    assert apart, f"{name}, {width} px: two words of the {drawing['kind']} touch"


def test_every_mark_leads_to_something_on_its_page(page: Page, address: str) -> None:
    for name in DRAWN:
        page.goto(f"{address}/{name}")
        for href in page.evaluate(
            "[...document.querySelectorAll('.briefing svg a')].map(a => new URL(a.getAttribute('href'), location).href)"
        ):
            path, _, fragment = href.partition("#")
            answer = page.request.get(path)
            assert answer.ok, href
            assert not fragment or f'id="{fragment}"' in answer.text(), href


def test_drawings_take_the_colours_of_the_page(browser: Browser, address: str) -> None:
    colours = {}
    for scheme in ("light", "dark"):
        page = browser.new_context(color_scheme=scheme).new_page()  # type: ignore[arg-type]
        page.goto(f"{address}/places.html")
        script = "s => getComputedStyle(document.querySelector('.briefing svg ' + s)).fill"
        colours[scheme] = [page.evaluate(script, mark) for mark in (".sea", ".land", "text.city", ".spot")]
    assert all(light != dark for light, dark in zip(colours["light"], colours["dark"], strict=True))
