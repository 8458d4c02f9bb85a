"""Both engines give the same site: the same pages, words, tags, policy and data; a missing engine is one sentence."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from lxml import html

from generator.cli import main
from generator.errors import BriefingError
from generator.site import engines
from generator.site.engines import chosen, configuration, render
from generator.site.head import policy, style_hashes
from generator.site.open_graph import open_graph
from generator.site.verified import problems

ENGINES_OWN = {
    "search.js",
    "search.json",
    "sitemap.xml",
    "sitemap.xml.gz",
}  # indexes and lists that each engine makes in its own form


def words(page: Path) -> str:
    """What a reader reads between head and foot."""
    article = html.fromstring(page.read_bytes()).xpath("//article")[0]
    return " ".join("".join(article.itertext()).split())


def tags(page: Path) -> dict[str, str]:
    return {
        meta.get("property"): meta.get("content") for meta in html.fromstring(page.read_bytes()).xpath("//meta[@property]")
    }


@pytest.fixture(scope="module")
def sites(seed_project: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The same project's site by each engine."""
    made = {}
    for engine in engines.ENGINES:
        project = tmp_path_factory.mktemp(engine) / "p"
        shutil.copytree(seed_project, project, ignore=shutil.ignore_patterns("site"))
        made[engine] = render(project, engine)
    return made


def test_both_engines_make_the_same_pages_and_data(sites: dict[str, Path]) -> None:
    def listed(site: Path) -> dict[str, bytes | None]:
        files = {f.relative_to(site).as_posix(): f for f in site.rglob("*") if f.is_file()}
        ours = {
            p: f for p, f in files.items() if p not in ENGINES_OWN and not re.match(r"search/|assets/(?!briefing|share)", p)
        }
        return {p: None if p.endswith(".html") else f.read_bytes() for p, f in ours.items()}

    assert listed(sites["mkdocs"]) == listed(sites["zensical"])


def test_pages_say_the_same_under_both_engines(sites: dict[str, Path]) -> None:
    found = [f for f in sites["mkdocs"].rglob("*.html") if f.name != "404.html" and b'class="moved"' not in f.read_bytes()]
    pages = [f.relative_to(sites["mkdocs"]) for f in found]
    assert len(pages) > 15
    for page in pages:
        one, other = sites["mkdocs"] / page, sites["zensical"] / page
        assert words(one) == words(other), page
        assert tags(one) == tags(other), page


@pytest.mark.parametrize("engine", engines.ENGINES)
def test_the_site_of_each_engine_is_verified(engine: str, sites: dict[str, Path]) -> None:
    assert problems(sites[engine]) == []


def test_every_page_of_zensical_is_under_the_policy_and_the_missing_page_is_ours(sites: dict[str, Path]) -> None:
    for page in sites["zensical"].rglob("*.html"):
        (found,) = html.fromstring(page.read_bytes()).xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert "default-src 'none'" in found
        assert "unsafe-inline" not in found
    assert "Nothing is at this address" in words(sites["zensical"] / "404.html")
    assert "chronology.html" in (sites["zensical"] / "404.html").read_text("utf-8")


def test_only_long_style_sheets_of_a_script_are_allowed() -> None:
    sheet = ".u{color:red}" + ".l{margin:0}" * 60
    assert len(style_hashes(f"var a='x',b='{sheet}';")) == 1
    assert style_hashes(f"var a='{'x' * 900}',b='.u{{}}';") == set()
    assert "style-src 'self' 'sha256-x'" in policy(styles=["sha256-x"])
    assert "style-src 'self';" in policy()


def test_an_engine_that_is_not_there_is_named_with_the_cure(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engines.importlib.util, "find_spec", lambda name: None if name == "zensical" else object())
    assert chosen(None) == "mkdocs"
    with pytest.raises(BriefingError, match="pip install zensical"):
        chosen("zensical")


def test_settings_of_the_environment_are_read_as_the_engines_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\nsite_url: !ENV [HERE, THERE, 'x']\n", "utf-8")
    monkeypatch.delenv("HERE", raising=False)
    monkeypatch.delenv("THERE", raising=False)
    assert configuration(tmp_path)["site_url"] == "x"
    monkeypatch.setenv("THERE", "https://there.example")
    assert configuration(tmp_path)["site_url"] == "https://there.example"


def test_addresses_in_tags_are_whole_where_the_address_of_the_site_is_known() -> None:
    known = open_graph("subjects/a.html", "A", "", "Site", "https://x.example/b/", "en")
    assert (known["og:url"], known["og:image"]) == (
        "https://x.example/b/subjects/a.html",
        "https://x.example/b/assets/share.png",
    )
    assert open_graph("index.html", "A", "", "Site", "https://x.example/b/", "en")["og:url"] == "https://x.example/b/"
    assert open_graph("subjects/a.html", "A", "", "Site", "", "en")["og:image"] == "../assets/share.png"


def test_a_site_is_made_by_one_command_also_where_an_article_is_left_out(tmp_path: Path) -> None:
    assert main(["new", str(tmp_path / "p")]) == 0
    (tmp_path / "p" / "seeds" / "broken.txt").write_bytes(b"\x00")

    def site(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "generator", "site", *arguments]
        return subprocess.run(command, cwd=tmp_path / "p", capture_output=True, text=True)

    strict = site("--strict")
    assert (strict.returncode, "broken.txt" in strict.stderr) == (1, True)
    assert not (tmp_path / "p" / "site").exists()
    done = site()
    assert (done.returncode, "broken.txt" in done.stderr) == (0, True), done.stderr
    assert (tmp_path / "p" / "site" / "pagefind").is_dir()
    assert "end of life" not in done.stderr
