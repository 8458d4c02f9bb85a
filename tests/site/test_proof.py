"""`briefing check` proves from the sources: whoever changes `docs/` is found out, even if the manifest was mended to fit."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.building.publishing import MANIFEST, listing
from generator.building.run import build
from generator.cli import main
from generator.settings import read_settings
from generator.site.check import consistency
from generator.site.proof import compared, prove

KING = "A fire broke out. King John saw it. Nobody was hurt.\n"
TOM = "Tom Hollis spoke in Dunmore. Anna Gomes heard him.\n"


def mended(docs: Path) -> None:
    """The manifest as a forger mends it."""
    files = {f.relative_to(docs).as_posix(): f.read_bytes() for f in sorted(docs.rglob("*")) if f.is_file()}
    digests = {path: hashlib.sha256(data).hexdigest() for path, data in files.items() if path != MANIFEST}
    (docs / MANIFEST).write_bytes(listing(digests))


def replaced(path: str, old: str, new: str) -> Callable[[Path], None]:
    def plant(docs: Path) -> None:
        data = (docs / path).read_bytes()
        assert old.encode() in data, f"{old!r} is not in {path}"
        (docs / path).write_bytes(data.replace(old.encode(), new.encode(), 1))

    return plant


def changed(path: str, pattern: str, new: str) -> Callable[[Path], None]:
    def plant(docs: Path) -> None:
        text = (docs / path).read_bytes().decode()
        assert re.search(pattern, text), f"{pattern} is not in {path}"
        (docs / path).write_bytes(re.sub(pattern, new, text, count=1).encode())

    return plant


def added(path: str, text: str) -> Callable[[Path], None]:
    def plant(docs: Path) -> None:
        with (docs / path).open("a", encoding="utf-8") as file:
            file.write(text)

    return plant


def removed(path: str) -> Callable[[Path], None]:
    return lambda docs: (docs / path).unlink()


def everywhere(old: str, new: str) -> Callable[[Path], None]:
    """The same falsification on every page and in every file of data: nothing contradicts it but the source."""

    def plant(docs: Path) -> None:
        count = 0
        for file in docs.rglob("*"):
            if file.is_file():
                data = file.read_bytes()
                count += data.count(old.encode())
                file.write_bytes(data.replace(old.encode(), new.encode()))
        assert count > 3

    return plant


# name -> how, in which file it is told, and a word that stands in what is told
PLANTS: Mapping[str, tuple[Callable[[Path], None], str, str]] = {
    "a word of a quotation": (replaced("quotes.md", "Nobody saw it coming", "Everybody saw it coming"), "quotes.md", "Everybody"),
    "a speaker": (replaced("quotes.md", ">Jun Sato</a>", ">Ann Field</a>"), "quotes.md", "Ann Field"),
    "a day on the chronology": (replaced("chronology.md", "14 May 2019", "15 May 2019"), "chronology.md", "15 May"),
    "a number of a fact": (replaced("facts.md", "killed 14 people", "killed 41 people"), "facts.md", "41"),
    "an amount": (replaced("facts.md", "2,500,000", "2,600,000"), "facts.md", "2,600,000"),
    "a count on the first page": (changed("index.md", r">(\d+)</a></dd></div></dl>", ">931</a></dd></div></dl>"), "index.md", "931"),
    "a script on a page": (added("index.md", "<script>alert(1)</script>\n"), "index.md", "alert"),
    "a script among the assets": (added("assets/briefing.js", "fetch('https://example.org')\n"), "assets/briefing.js", "fetch"),
    "a rule of style": (added("assets/briefing.css", ".note{display:none}\n"), "assets/briefing.css", "display"),
    "a cell of the facts": (replaced("data/facts.csv", "2019-05-20", "2019-05-21"), "data/facts.csv", "2019-05-21"),
    "a cell of the quotations": (replaced("data/quotes.csv", "Maria Lind", "Maria Lund"), "data/quotes.csv", "Lund"),
    "a cell of the events": (replaced("data/events.csv", "happened", "planned"), "data/events.csv", "planned"),
    "a value of the JSON": (replaced("data/facts.json", '"value": 14.0', '"value": 15.0'), "data/facts.json", "15.0"),
    "a name of the people": (replaced("data/people.json", '"Jun Sato"', '"Jun Saito"'), "data/people.json", "Saito"),
    "a record": (replaced("data/records.jsonl", "Nobody saw", "Somebody saw"), "data/records.jsonl", "Somebody"),
    "a day of the calendar": (replaced("data/chronology.ics", "20190514", "20190516"), "data/chronology.ics", "20190516"),
    "a title of the bibliography": (replaced("data/sources.bib", "Council votes", "Council rejects"), "data/sources.bib", "rejects"),
    "what machines read": (replaced("quotes.md", 'Character":{"@type":"Person"', 'Character":{"@type":"Thing"'), "quotes.md", "Thing"),
    "the window over a chip": (replaced("facts.md", "said that the river", "denied that the river"), "facts.md", "denied"),
    "a link to another passage": (replaced("facts.md", "c27-139", "c98-164"), "facts.md", "c98"),
    "a word of a source": (replaced("sources/council.md", "did not vote", "did vote"), "sources/council.md", "did vote"),
    "a publisher": (replaced("sources/storm.md", "Coast Weekly", "Coast Daily"), "sources/storm.md", "Daily"),
    "a day of publication": (replaced("index.md", "5 May 2019", "4 May 2019"), "index.md", "4 May"),
    "an editor's mark": (replaced("facts.md", '<span class="kind">', '<span class="edited">edited</span> <span>'), "facts.md", "edited"),
    "a dot of a drawing": (replaced("chronology.md", "<circle", "<circle r=\"9\""), "chronology.md", "circle"),
    "a search entry": (replaced("data/explore.jsonl", "Nobody saw", "All saw"), "data/explore.jsonl", "All saw"),
    "a page taken away": (removed("sources/council.md"), "sources/council.md", "missing"),
    "a subject taken away": (removed("subjects/jun-sato.md"), "subjects/jun-sato.md", "missing"),
    "a page of no source": (added("sources/forged.md", "---\ntitle: x\n---\n<p>Forged</p>\n"), "sources/forged.md", "no source"),
    "data that nothing gives": (added("data/more.json", "[]"), "data/more.json", "not made"),
    "a sentence after the last": (added("quotes.md", "\nHe later withdrew it.\n"), "quotes.md", "withdrew"),
    "the same lie everywhere": (everywhere("Robert Okoro", "Robert Mokoro"), "data/quotes.csv", "Mokoro"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTS)
def test_what_is_planted_is_told_though_the_manifest_was_mended(
    name: str, briefed: Path, expected: Mapping[str, bytes], tmp_path: Path
) -> None:
    plant, path, word = PLANTS[name]
    docs = tmp_path / "docs"
    shutil.copytree(briefed / "docs", docs)
    plant(docs)
    mended(docs)
    told = [line for line in compared(docs, expected) if line.startswith(path)]
    assert any(word in line for line in told), told


def test_what_is_sound_passes(briefed: Path, expected: Mapping[str, bytes]) -> None:
    assert list(compared(briefed / "docs", expected)) == []
    assert list(consistency(briefed, read_settings(briefed))) == []


def test_a_difference_is_told_by_page_item_and_words(briefed: Path, expected: Mapping[str, bytes], tmp_path: Path) -> None:
    docs = tmp_path / "docs"
    shutil.copytree(briefed / "docs", docs)
    replaced("quotes.md", "Nobody saw it coming", "Everybody saw it coming")(docs)
    (line, *_) = compared(docs, expected)
    assert line.startswith("quotes.md, q-")
    assert "expected “" in line
    assert "found “" in line
    assert "Nobody saw it coming" in line.partition("found")[0]


def test_sources_without_pages_and_pages_without_sources_are_told(briefed: Path, tmp_path: Path) -> None:
    project = tmp_path / "p"
    shutil.copytree(briefed, project)
    (project / "seeds" / "storm.txt").unlink()
    (project / "seeds" / "storm.yml").unlink()
    (project / "seeds" / "new.txt").write_text("A fire in Lakewood killed two men on 3 May 2019, police said.\n", "utf-8")
    told = prove(project, read_settings(project)).problems
    assert any(line.startswith("sources/storm.md is the page of no source") for line in told)
    assert any(line.startswith("sources/new.md") and "missing" in line for line in told)


def test_the_first_page_leads_to_roles_of_people_in_no_list(tmp_path: Path) -> None:
    """From six articles on, who is named once stands in no list, but may stand on the first page, with a role."""
    project = tmp_path / "p"
    (project / "seeds").mkdir(parents=True)
    for n in range(1, 9):
        (project / "seeds" / f"n{n}.txt").write_text(f"{n} {TOM}", "utf-8")
    (project / "seeds" / "b.txt").write_text(KING, "utf-8")
    build(project, jobs=1)
    assert prove(project, read_settings(project)).problems == []
    assert list(consistency(project, read_settings(project))) == []
    assert "King" in (project / "docs" / "index.md").read_text("utf-8")


def test_the_command_prints_the_digest_of_the_briefing(
    briefed: Path, expected: Mapping[str, bytes], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--project", str(briefed)]) == 0
    assert hashlib.sha256(expected[MANIFEST]).hexdigest() in capsys.readouterr().err


def test_from_scratch_trusts_no_record(briefed: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from generator.building import extraction

    read: list[str] = []
    real = extraction.annotated
    monkeypatch.setattr(
        extraction, "annotated", lambda article, pipeline: read.append(article.id) or real(article, pipeline)
    )
    assert main(["check", "--from-scratch", "--jobs", "1", "--project", str(briefed)]) == 0
    assert len(read) == 6


def test_an_editors_own_page_is_a_note(briefed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = tmp_path / "p"
    shutil.copytree(briefed, project)
    (project / "docs" / "about.md").write_text("# About us\n", "utf-8")
    assert main(["check", "--project", str(project)]) == 0
    assert "about.md is an editor's own file" in capsys.readouterr().err
