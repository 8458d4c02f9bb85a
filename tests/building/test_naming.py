"""Articles that share a file's stem: who has had the plain name keeps it, whatever comes later."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.building.naming import holders
from generator.building.run import build
from generator.settings import read_settings
from generator.site.proof import prove
from generator.sources import ids

FIRST = "<article><p>Mayor Ann Field of Lakewood said on Monday that the bridge was safe.</p><p>It had been closed in May.</p></article>"
LATER = "Governor Robert Okoro of Aldmouth said on Friday that the harbour would open.\n\nIt had been shut for two years.\n"


def project(folder: Path, first: str) -> Path:
    (folder / "seeds" / "more").mkdir(parents=True)
    (folder / "seeds" / first).write_text(FIRST if first.endswith("html") else LATER, "utf-8")
    build(folder, jobs=1, progress=False)
    return folder


@pytest.mark.parametrize(("first", "later"), [("a.html", "a.txt"), ("more/a.txt", "a.txt")])
def test_a_later_file_of_higher_rank_does_not_rename_the_others_pages(tmp_path: Path, first: str, later: str) -> None:
    folder = project(tmp_path, first)
    page = folder / "docs" / "sources" / "a.md"
    before = page.read_text("utf-8")
    (folder / "seeds" / later).write_text("The council of Redbrook met on Tuesday.\n\nIt chose Mara Lind.\n", "utf-8")
    build(folder, jobs=1, progress=False)
    words = "the bridge was safe" if first == "a.html" else "the harbour would open"
    assert words in before
    assert words in page.read_text("utf-8"), "an old link to a passage would land in another article"
    assert len(list((folder / "docs" / "sources").glob("a-*.md"))) == 1
    assert prove(folder, read_settings(folder)).problems == []
    shutil.rmtree(folder / ".briefing")  # another machine has the pages alone
    build(folder, jobs=1, progress=False)
    assert words in page.read_text("utf-8")


def test_without_pages_rank_decides(tmp_path: Path) -> None:
    files = [Path("s/a.html"), Path("s/a.txt"), Path("s/t/a.txt")]
    assert holders(files, tmp_path) == {}
    assert ids(files)[Path("s/a.txt")] == "a"
    assert ids(files, {"a": Path("s/t/a.txt")})[Path("s/t/a.txt")] == "a"
    assert len(set(ids(files, {"a": Path("s/t/a.txt")}).values())) == 3
    assert ids(files, {"a": Path("s/gone.txt")})[Path("s/a.txt")] == "a"
