"""One SQLite file of everything, made in the built site from the exported data: it opens in Datasette and any SQLite program.

Made beside the Explore page's index and not kept in `docs/`: a database's bytes depend on the version of SQLite that wrote it. Library
sqlite-utils: tables from rows, foreign keys and full-text search in a line each.
"""

from __future__ import annotations

import contextlib
import csv
import sqlite3
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
from sqlite_utils import Database
from sqlite_utils.utils import suggest_column_types

from generator.errors import BriefingError

DATABASE_FILE = "briefing.sqlite"
DOWNLOAD_ENTRY = '<ul class="plain" id="files">'  # of the Downloads page: where the file is named once it is there
DOWNLOAD_LINK = (
    f'<li><a href="data/{DATABASE_FILE}" download>{DATABASE_FILE}</a> '
    '<span class="ours">all of it in one SQLite database</span></li>'
)
Row = dict[str, Any]


def write(site: Path) -> bool:
    """Write `data/briefing.sqlite` of a built site and name it on its Downloads page.

    Args:
        site: the folder that MkDocs wrote; without the exported data nothing is made.

    Returns:
        Whether it was made.
    """
    data, page = site / "data", site / "downloads.html"
    if not (data / "records.jsonl").is_file() or not page.is_file():
        return False
    target, partial = data / DATABASE_FILE, data / f"{DATABASE_FILE}.new"
    try:
        partial.unlink(missing_ok=True)
        database = Database(partial)
        try:
            _fill(database, data)
            database.vacuum()
        finally:
            database.close()
        partial.replace(target)
    except (OSError, sqlite3.Error) as error:
        with contextlib.suppress(OSError):
            partial.unlink(missing_ok=True)
        raise BriefingError(
            f"{target} can't be written ({error}): free some space or check the folder's permissions."
        ) from error
    page.write_text(named(page.read_text("utf-8")), "utf-8")
    return True


def named(page: str) -> str:
    """The Downloads page with the database."""
    return page if DOWNLOAD_LINK in page else page.replace(DOWNLOAD_ENTRY, DOWNLOAD_ENTRY + DOWNLOAD_LINK, 1)


def _fill(database: Database, data: Path) -> None:
    subjects = msgspec.json.decode((data / "people.json").read_bytes())
    known = {subject["id"] for subject in subjects}
    _table(database, "sources", _sources(data), pk="id")
    flat = ({**s, "edits": " ".join(s["edits"]) or None} for s in subjects)
    _table(database, "subjects", ({k: v for k, v in s.items() if not isinstance(v, list | dict)} for s in flat), pk="id")
    mentions = ({"subject": s["id"], **mention} for s in subjects for mention in s["mentions"])
    _table(database, "mentions", mentions, foreign_keys=[("subject", "subjects", "id"), ("source", "sources", "id")])
    for name, words, item in (
        ("facts", "text", "fact"),
        ("quotes", "text", "quote"),
        ("events", "sentence", "event"),
        ("disagreements", "sentence", ""),
    ):
        _table(database, name, _rows(data / f"{name}.csv"), pk="id", foreign_keys=[("source", "sources", "id")])
        if database.table(name).exists():
            database.table(name).enable_fts([words])
        if item in {"quote", ""}:
            continue
        there = {row["id"] for row in database.table(name).rows} if database.table(name).exists() else set()
        links = (
            {item: thing["id"], "subject": subject}
            for thing in msgspec.json.decode((data / f"{name}.json").read_bytes())
            if thing["id"] in there  # an event can be in the data alone
            for subject in thing.get("subjects", thing.get("participants", ()))
            if subject in known
        )
        keys = [(item, name, "id"), ("subject", "subjects", "id")]
        _table(database, f"{name}_subjects", links, pk=(item, "subject"), foreign_keys=keys)


def _table(database: Database, name: str, rows: Iterable[Row], **how: Any) -> None:
    """A table; none without a row, since its columns are not known then."""
    found = list(rows)
    if found:
        # by sqlite3 itself: `insert_all` takes four times as long
        columns = suggest_column_types(found)
        database.table(name).create(columns, **how)
        places = ", ".join("?" * len(columns))
        values = ([row.get(column) for column in columns] for row in found)
        database.conn.executemany(f"insert into [{name}] values ({places})", values)
        database.conn.commit()


def _sources(data: Path) -> Iterator[Row]:
    with (data / "records.jsonl").open("rb") as lines:
        for line in lines:
            record = msgspec.json.decode(line)
            yield {"id": record["id"], **record["metadata"], "sha256": record["sha256"], "text": record["text"]}


def _rows(file: Path) -> list[Row]:
    """The rows of an exported table, with whole numbers and truth values as such and empty cells as unknown."""
    with file.open(encoding="utf-8", newline="") as lines:
        return [{key: _value(value) for key, value in row.items()} for row in csv.DictReader(lines)]


def _value(cell: str) -> str | int | bool | None:
    if cell in {"True", "False"}:
        return cell == "True"
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) < 16 and not cell.startswith("0") else cell or None
