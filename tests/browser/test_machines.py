"""What the built site says to search engines and other sites, at the address where it is published."""

from __future__ import annotations

import html
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

from tests.browser.conftest import all_pages

ADDRESS = "https://example.org/briefing/"
META = re.compile(r'<meta (?:property|name)="([^"]+)" content="([^"]*)">')


def test_a_published_site_names_its_pages(seed_project: Path, tmp_path: Path) -> None:
    project, site = tmp_path / "project", tmp_path / "site"
    shutil.copytree(seed_project, project)
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(site)]
    subprocess.run(command, cwd=project, check=True, env={**os.environ, "SITE_URL": ADDRESS, "NO_MKDOCS_2_WARNING": "1"})
    sitemap = ElementTree.parse(site / "sitemap.xml")
    listed = {element.text for element in sitemap.iter("{http://www.sitemaps.org/schemas/sitemap/0.9}loc")}
    pages = [page for page in all_pages(site) if not page.startswith("embed/")]  # that is for frames, not for search engines
    assert {(address or "").removeprefix(ADDRESS) or "index.html" for address in listed} == set(pages)
    for name in pages:
        text = (site / name).read_text("utf-8")
        tags = {key: html.unescape(value) for key, value in META.findall(text)}
        assert {
            "og:type",
            "og:title",
            "og:description",
            "og:site_name",
            "og:url",
            "og:locale",
            "description",
        } <= tags.keys(), name
        assert tags["og:description"] == tags["description"]
        assert len(tags["description"]) <= 160
        assert tags["og:url"].startswith(ADDRESS)
        assert tags["og:image"] == f"{ADDRESS}assets/share.png"
        assert text.index("Content-Security-Policy") < text.index("<script")
        assert not re.search(r'\s(?:style|on\w+)="', text.split("<body")[1]), f"{name}: nothing that the policy forbids"
