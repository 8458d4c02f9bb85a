"""The database of a built site: every row that the tables export, with keys that hold and text that can be searched."""

from __future__ import annotations

import csv
import shutil
import sqlite3
from pathlib import Path

import pytest

from generator.errors import BriefingError
from generator.site import database


@pytest.fixture(scope="module")
def site(seed_project: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("site")
    shutil.copytree(seed_project / "docs" / "data", made / "data")
    (made / "downloads.html").write_text(f"<main>{database.DOWNLOAD_ENTRY}</ul></main>", "utf-8")
    database.write(made)
    return made


@pytest.fixture
def open_database(site: Path) -> sqlite3.Connection:
    return sqlite3.connect(site / "data" / database.DATABASE_FILE)


@pytest.mark.parametrize("name", ["facts", "quotes", "events"])
def test_each_table_holds_what_its_csv_holds(open_database: sqlite3.Connection, site: Path, name: str) -> None:
    with (site / "data" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        ids = {row["id"] for row in csv.DictReader(lines)}
    assert {row[0] for row in open_database.execute(f"select id from {name}")} == ids


def test_the_keys_hold(open_database: sqlite3.Connection) -> None:
    assert open_database.execute("pragma foreign_key_check").fetchall() == []
    assert open_database.execute("pragma integrity_check").fetchone() == ("ok",)


def test_spans_point_into_the_text_of_their_source(open_database: sqlite3.Connection) -> None:
    query = "select substr(s.text, f.start + 1, f.end - f.start), f.text from facts f join sources s on s.id = f.source"
    rows = open_database.execute(query).fetchall()
    assert rows
    assert all(found == text for found, text in rows)


def test_the_words_can_be_searched(open_database: sqlite3.Connection) -> None:
    query = "select text from quotes where rowid in (select rowid from quotes_fts where quotes_fts match 'restoration')"
    assert [text for (text,) in open_database.execute(query)] == [
        "“The restoration of bilateral ties would benefit both Turkey and Russia,”"
    ]


def test_the_downloads_page_names_it(site: Path) -> None:
    assert 'href="data/briefing.sqlite"' in (site / "downloads.html").read_text("utf-8")


def test_a_full_disk_under_the_index_is_one_sentence(briefed: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(briefed / "site", site)
    before = (site / "data" / database.DATABASE_FILE).read_bytes()
    (site / "data" / f"{database.DATABASE_FILE}.new").mkdir()
    with pytest.raises(BriefingError, match="can't be written"):
        database.write(site)
    assert (site / "data" / database.DATABASE_FILE).read_bytes() == before, "the last one stays"
