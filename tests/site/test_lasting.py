"""Links last: a dossier grows in five steps, and every address that any step published still leads where it led."""

from __future__ import annotations

import html
import json
import random
import re
import shutil
import subprocess
import sys
from pathlib import Path
from posixpath import dirname, join, normpath

import pytest

from generator.building.run import build
from generator.site import lasting
from generator.sources import ids

SCAFFOLD = Path(__file__).parent.parent.parent / "generator" / "scaffold"
HREF = re.compile(r'\b(?:href|data-link)="([^"]+)"')
ENTRY = re.compile(r"[fqe]-[0-9a-f]{10}")
REFRESH = re.compile(r'http-equiv="refresh" content="1;url=([^"]+)"')
STEPS = 5
TOWNS = ("Lakewood", "Portsmouth", "Kigali", "Lyon", "Dunmore")
FIRST = ("Ann", "Robert", "Maria", "Jun", "Tom", "Ruth", "Omar", "Lena")
LAST = ("Field", "Okoro", "Lind", "Sato", "Hollis", "Bauer", "Haddad", "Novak")
DEEDS = (
    "{who} said on Monday that {town} would pay {n} million dollars for the bridge.",
    "“We will not close the port before May {n},” said {who}, the mayor of {town}.",
    "The council of {town} met on {d} May 2019 and chose {who} as its chair.",
    "Police in {town} arrested {n} men on {d} May 2019 after a fire.",
    "{last} denied that {n} people had left {town}.",
)


def article(chance: random.Random) -> str:
    lines = []
    for _ in range(chance.randint(6, 9)):
        first, last = chance.choice(FIRST), chance.choice(LAST)
        values = {"who": f"{first} {last}", "last": last, "town": chance.choice(TOWNS)}
        lines.append(chance.choice(DEEDS).format(**values, n=chance.randint(2, 90), d=chance.randint(1, 28)))
    return "\n\n".join([f"News from {chance.choice(TOWNS)}", *lines]) + "\n"


def published(site: Path) -> set[str]:
    """Every address of the site: its pages, and whatever a page links to on the site."""
    found = set()
    for file in site.rglob("*.html"):
        page = file.relative_to(site).as_posix()
        found.add(page)
        if page == "404.html":
            continue
        for href in map(html.unescape, HREF.findall(file.read_text("utf-8"))):
            path, _, fragment = href.partition("#")
            path = path.partition("?")[0]
            target = normpath(join(dirname(page), path)) if path else page
            if not re.match(r"[a-z]+:", href) and target.endswith(".html") and not fragment.startswith("__"):
                found.add(f"{target}#{fragment}" if fragment else target)
    return found


def leads(site: Path, address: str, hops: int = 0) -> bool:
    """Whether an address leads to a page and to a place on it, as a browser with the site's scripts goes there."""
    path, _, fragment = address.partition("#")
    file = site / path
    if not file.is_file() or hops > 3:
        return False
    text = file.read_text("utf-8")
    if onward := REFRESH.search(text):
        if ENTRY.fullmatch(fragment) and not path.startswith("f/"):
            return leads(site, f"f/{fragment}.html", hops + 1)
        return leads(site, normpath(join(dirname(path), html.unescape(onward[1]))), hops + 1)
    section = path.startswith("subjects/") and fragment in {"facts", "said", "events", "mentions"}
    if not fragment or f'id="{fragment}"' in text or section:  # of a person nothing more may be told: the page is there
        return True
    if ENTRY.fullmatch(fragment):
        return leads(site, f"f/{fragment}.html", hops + 1)
    span = re.fullmatch(r"c(\d+)-\d+", fragment)  # a passage that nothing cites any more: its paragraph is there
    starts = [int(s) for s in re.findall(r'data-verbatim="[^"]*:(\d+):\d+"', text)]
    return bool(span) and any(start <= int(span[1]) for start in starts)


@pytest.fixture(scope="module")
def grown(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[set[str]]]:
    """The site after five steps, and what each step had published."""
    project = tmp_path_factory.mktemp("growing")
    (project / "seeds" / "more").mkdir(parents=True)
    for name in ("mkdocs.yml", "briefing.yml"):
        shutil.copy(SCAFFOLD / name, project / name)
    chance = random.Random(11)
    addresses = []
    for step in range(STEPS):
        for n in range((1, 4, 8, 8, 8)[step]):
            (project / "seeds" / f"s{step}{n}.txt").write_text(article(chance), "utf-8")
        if step == 3:  # files that share the stems of others
            (project / "seeds" / "more" / "s00.txt").write_text(article(chance), "utf-8")
            (project / "seeds" / "s10.md").write_text(article(chance), "utf-8")
        build(project, jobs=1)
        subprocess.run([sys.executable, "-m", "mkdocs", "build", "-q"], cwd=project, check=True, capture_output=True)
        addresses.append(published(project / "site"))
    return project / "site", addresses


def test_every_link_ever_published_still_leads_there(grown: tuple[Path, list[set[str]]]) -> None:
    site, addresses = grown
    ever = set().union(*addresses)
    dead = sorted(address for address in ever if not leads(site, address) and not by_the_missing_page(site, address))
    assert len(ever) > 1000
    assert dead == []


def by_the_missing_page(site: Path, address: str) -> bool:
    """Whether `404.html` leads on from it: a page of a list that was cut where it is full, a difference that is none any more, or the
    second of two namesakes, to the one that they are now."""
    if namesake := re.fullmatch(r"(subjects/[\w-]+)-\d+\.html(#.*)?", address):
        return leads(site, f"{namesake[1]}.html")
    return bool(
        re.fullmatch(r"(facts|quotes|chronology|people|organisations|places|topics)-\d+\.html(#.*)?|f/d-\w+\.html", address)
    )


def test_few_need_the_missing_page(grown: tuple[Path, list[set[str]]]) -> None:
    site, addresses = grown
    dead = [address for address in set().union(*addresses) if not leads(site, address)]
    pages = {address.partition("#")[0] for address in dead}
    assert len(pages) <= 3, pages


def test_each_entry_ever_shown_has_an_address_of_its_own(grown: tuple[Path, list[set[str]]]) -> None:
    site, addresses = grown
    shown = {
        found for address in set().union(*addresses) for found in [address.rpartition("#")[2]] if ENTRY.fullmatch(found)
    }
    assert len(shown) > 100
    assert [name for name in shown if not leads(site, f"f/{name}.html")] == []


def test_a_lasting_address_shows_the_words_and_the_place(briefed: Path) -> None:
    page = (briefed / "site" / "f" / "q-1ddc3164c4.html").read_text("utf-8")
    assert "“Nobody saw it coming,”" in page
    assert "<title>Maria Lind&#58; “Nobody saw it coming,”</title>" in page
    assert "url=../quotes.html#q-1ddc3164c4" in page


def test_lists_are_cut_where_addresses_are_kept_for() -> None:
    from generator.pages.list_pages import ENTRIES_OF_PAGE
    from generator.site.lasting import SPAN

    assert -(-ENTRIES_OF_PAGE * 2 // 5) == SPAN


def test_a_file_that_comes_later_renames_no_other() -> None:
    before = ids([Path("s/a.txt"), Path("s/b.html")])
    after = ids([Path("s/a.txt"), Path("s/b.html"), Path("s/a.html"), Path("s/more/a.txt"), Path("s/more/b.html")])
    assert {file: after[file] for file in before} == before
    assert len(set(after.values())) == 5


def test_what_others_show_of_a_link_is_the_item_s_own(briefed: Path) -> None:
    def told(name: str) -> dict[str, str]:
        page = (briefed / "site" / "f" / f"{name}.html").read_text("utf-8")
        return {key: html.unescape(value) for key, value in re.findall(r'<meta property="(og:\w+)" content="([^"]*)"', page)}

    quote, denied = told("q-1ddc3164c4"), told(denial(briefed))
    assert quote["og:title"] == "Maria Lind: “Nobody saw it coming,”"
    assert quote["og:description"] == "Direct quotation · Storm kills 14 in Portsmouth · Coast Weekly · 5 May 2019"
    assert quote["og:image"] == "../assets/share-quote.png"
    assert (briefed / "site" / "assets" / "share-quote.png").is_file()
    assert denied["og:title"].startswith("Denied by Jun Sato: ")


def denial(project: Path) -> str:
    quotes = json.loads((project / "site" / "data" / "quotes.json").read_bytes())
    return next(quote["id"] for quote in quotes if (quote["cue"] or {}).get("text") == "denied")


def test_a_frame_shows_who_says_it_where_it_is_from_and_the_denial(briefed: Path) -> None:
    page = (briefed / "site" / "f" / f"{denial(briefed)}.html").read_text("utf-8")
    assert '<b class="speaker">Jun Sato</b> <span class="status">denied by the speaker</span>' in page
    assert "<cite>Bridge opens</cite>" in page
    assert page.count("<a ") == 1


def test_a_published_site_offers_its_entries_to_other_sites(briefed: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(briefed / "site", site)
    lasting.write(site, "Briefing", "https://example.org/b/", "en_US")
    name = "q-1ddc3164c4"
    offer = json.loads((site / "f" / f"{name}.json").read_text("utf-8"))
    assert (offer["version"], offer["type"], offer["title"]) == ("1.0", "rich", "Maria Lind: “Nobody saw it coming,”")
    assert offer["html"].startswith(f'<iframe src="https://example.org/b/f/{name}.html" title="Maria Lind&#58; ')
    page = (site / "f" / f"{name}.html").read_text("utf-8")
    assert f'<link rel="alternate" type="application/json+oembed" href="https://example.org/b/f/{name}.json"' in page
    assert "May 5, 2019" in page
    assert json.loads((site / "embed" / "timeline.json").read_text("utf-8"))["html"].count("embed/timeline.html") == 1
    listed = {
        item["id"] for stem in ("facts", "quotes") for item in json.loads((site / "data" / f"{stem}.json").read_bytes())
    }
    offered = {file.stem for file in (site / "f").glob("*.json")}
    assert listed <= offered < {file.stem for file in (site / "f").glob("*.html")}  # not what is data alone


def test_without_an_address_no_file_is_made_for_other_sites(briefed: Path) -> None:
    assert not list((briefed / "site" / "f").glob("*.json"))
    assert "oembed" not in (briefed / "site" / "f" / "q-1ddc3164c4.html").read_text("utf-8")
