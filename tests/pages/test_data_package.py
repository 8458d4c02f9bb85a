"""The data package: its descriptor is valid, and every table keeps to its schema, by the package `frictionless`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from frictionless import Package
from msgspec.structs import replace

from generator.dossier import assemble
from generator.pages.exports import exports
from generator.pages.package import TABLES
from generator.records.model import EventDate, Record
from tests.records import entity, event, fact, quote, record

ODD = ("=1+1", "“a; b, 'c' and d”", "two\nlines\r\nhere", "\x1b[31m\x7f", "\u202eback", "é\u200b", "NA", "-", "a" * 10_000)


def errors(data: Path) -> list[str]:
    """What the package's own validator finds wrong."""
    report = Package(str(data / "datapackage.json")).validate()
    return [error.message for task in report.tasks for error in task.errors] + [error.message for error in report.errors]


def odd(number: int, words: str, days: tuple[str | None, ...]) -> Record:
    """An article whose every field is odd."""
    text = f"{words} opened the bridge {number}. “It is {words} safe,” said {words}."
    who = entity(text, 1, words, type="ORG")
    date, earliest, latest = days
    told = event(
        f"a {number}", text, "opened", participants=("e1",), status=("planned", "negated", "hypothetical")[number % 3]
    )
    told = replace(told, **({"date": EventDate(value=date, earliest=earliest, latest=latest)} if date else {}))
    layers = {
        "facts": (fact(f"a {number}", text, f"{words} opened the bridge {number}.", kind="figure"),),
        "quotes": (quote(f"a {number}", text, f"“It is {words} safe,”", who if number % 2 else None),),
        "events": (told,),
        "entities": (who,),
    }
    return record(f"a {number}", text, "2016-08-01" if number % 2 else None, title=words, **layers)


DAYS = (
    ("2016-07-15", "2016-07-15", "2016-07-15"),
    ("XXXX-07", None, None),
    ("0987", "0987-01-01", "0987-12-31"),
    (None,) * 3,
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = assemble([odd(n, words, DAYS[n % 4]) for n, words in enumerate(ODD)], "Odd")
    for name, content in exports(made):
        (tmp_path / name).write_bytes(content)
    return tmp_path


def test_the_seed_is_a_valid_package(seed_project: Path) -> None:
    assert errors(seed_project / "docs" / "data") == []


def test_unusual_values_keep_to_the_schema(folder: Path) -> None:
    assert errors(folder) == []
    for name in TABLES:
        items = [item for item in json.loads((folder / f"{name}.json").read_text("utf-8")) if item.get("listed", True)]
        assert len(items) == len(
            list(csv.DictReader(io.StringIO((folder / f"{name}.csv").read_bytes().decode(), newline="")))
        )


def test_a_table_without_rows_is_valid(tmp_path: Path) -> None:
    for name, content in exports(assemble([record("a", "Nothing happened.")], "Empty")):
        (tmp_path / name).write_bytes(content)
    assert errors(tmp_path) == []


def test_what_breaks_the_schema_is_found(folder: Path) -> None:
    """The schema says something: a word in place of a number, or a kind that there is not, is an error."""
    table = folder / "facts.csv"
    table.write_text(table.read_text("utf-8").replace(",figure,", ",gossip,", 1), "utf-8")
    assert any("gossip" in message for message in errors(folder))
