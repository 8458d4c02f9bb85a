"""What is the same around all pages is proved, too: tabs, navigation, direction, and that nothing hides the briefing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.site import again
from generator.site.verifier import Site
from tests.site.test_again import planted, put

TAB = r'(?s)<li class="md-tabs__item[^>]*>\s*<a href="[^"]*differences.html" class="md-tabs__link">.*?</li>'
ITEM = r'(?s)<li class="md-nav__item[^>]*>\s*(?:<input[^>]*>\s*)?<a href="[^"]*differences.html" class="md-nav__link[^>]*>.*?</li>'
# name -> what is looked for on all pages, what is planted instead, what must be told
PLANTS = {
    "tab taken out": (TAB, "", "no tab “Differences” leads to differences.html"),
    "tab leads elsewhere": (
        r'<a href="((?:\.\./)*)differences.html" class="md-tabs__link">',
        r'<a href="\1facts.html" class="md-tabs__link">',
        "the tab “Differences” leads to facts.html",
    ),
    "all tabs taken out": (r'(?s)<nav class="md-tabs".*?</nav>', "", "no tab “Facts”"),
    "page taken out": (f"{TAB}|{ITEM[4:]}", "", "does not lead to differences.html"),
    "names exchanged": (
        r'(?s)(<a href="(?:\.\./)*facts.html" class="md-(?:tabs|nav)__link[^>]*>.{0,200}?)Facts',
        r"\1Differences",
        "“Differences” of the navigation leads to facts.html",
    ),
    "turned round": ('<body dir="ltr"', '<body dir="rtl"', "in “en” and run “rtl”"),
    "class of all bodies": ('<body dir="ltr"', '<body dir="ltr" class="moved-on"', "<body class=“moved-on”>"),
    "hidden": ('<article class="', '<article hidden class="', "stands in <article hidden"),
    "class of ours around": ('<article class="', '<article class="sr ', "stands in <article class=“sr"),
}


@pytest.mark.parametrize("name", PLANTS)
def test_the_same_on_all_pages_is_told(name: str, briefed: Path, tmp_path: Path) -> None:
    pattern, new, told = PLANTS[name]
    site = planted(briefed, tmp_path)
    changed = 0
    for file in site.rglob("*.html"):
        text = file.read_text("utf-8")
        after = re.sub(pattern, new, text)
        changed += after != text
        put(file, after.encode())
    assert changed > 10
    lines = list(again.problems(Site(str(site))))
    assert any(told in line for line in lines), lines
