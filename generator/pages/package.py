"""The tables described as a tabular data package (Frictionless Data, version 1): what each column means and may hold.

The description does not depend on the rows: a table without any is a header alone, and stays valid.
"""

from __future__ import annotations

from typing import Any

Field = dict[str, Any]
TABLE_TITLES = {
    "facts": "Key facts",
    "quotes": "Quotations with their speakers",
    "events": "The chronology",
    "disagreements": "What sources tell differently",
}


def _field(name: str, type: str, says: str, **constraints: object) -> Field:
    made: Field = {"name": name, "type": type, "description": says}
    return {**made, "constraints": constraints} if constraints else made


def _id(letter: str) -> Field:
    return _field(
        "id",
        "string",
        "stable name, the fragment of its link",
        required=True,
        unique=True,
        pattern=f"{letter}-[0-9a-f]{{10}}",
    )


PLACE = (
    _field("source", "string", "id of the article", required=True),
    _field("start", "integer", "where the words begin in the article, in code points", required=True, minimum=0),
    _field("end", "integer", "where they end", required=True, minimum=1),
)
EDITED = (
    _field("edited", "boolean", "corrected by the editor", required=True),
    _field("edits", "string", "the keys that the editor set, parted by spaces"),
    _field("note", "string", "the editor's note"),
)
DATE = _field("date", "string", "TIMEX3 value", pattern="[0-9A-Z:_+-]+")
DAYS = (
    _field("first_day", "date", "the first day that it can mean; empty without a year"),
    _field("last_day", "date", "the last day"),
)
LINK = _field(
    "permalink", "string", "its lasting address, from the top of the site; whole where `site_url` is set", required=True
)
TABLES: dict[str, tuple[Field, ...]] = {
    "facts": (
        _id("f"),
        _field("rank", "integer", "place in the list, from 1", required=True, minimum=1),
        _field("text", "string", "the source's words", required=True),
        _field(
            "kind", "string", "what it tells", required=True, enum=["action", "statement", "figure", "background", "planned"]
        ),
        _field("claimed_by", "string", "the source's words for who claims it"),
        _field("claimant", "string", "the person or organisation that these words stand for, where it is known"),
        DATE,
        *DAYS,
        _field("subjects", "string", "who or what it tells of, by our names, parted by semicolons"),
        *PLACE,
        _field("also_in", "string", "ids of other articles that say the same, parted by semicolons"),
        LINK,
        *EDITED,
    ),
    "quotes": (
        _id("q"),
        _field("kind", "string", "how much stands in quotation marks", required=True, enum=["direct", "mixed", "indirect"]),
        _field("text", "string", "the source's words", required=True),
        _field("speaker", "string", "our name for the speaker; empty where not resolved"),
        _field("source_words", "string", "the source's words for the speaker"),
        _field("cue", "string", "the reporting word"),
        _field(
            "confidence",
            "number",
            "how sure it is that these are the speaker’s words; below 0.9 a page says “probably”",
            required=True,
            minimum=0,
            maximum=1,
        ),
        _field("addressee", "string", "to whom it was said"),
        DATE,
        *DAYS,
        *PLACE,
        LINK,
        *EDITED,
    ),
    "events": (
        _id("e"),
        DATE,
        _field("earliest", "date", "first day that the date can mean; empty without a year"),
        _field("latest", "date", "last day that the date can mean"),
        *DAYS,
        _field("modifier", "string", "TIMEX3 modifier, such as MID", pattern="[A-Z_]+"),
        _field("inferred", "boolean", "no source states the day; it is the day of publication", required=True),
        _field(
            "status", "string", "whether it happened", required=True, enum=["happened", "planned", "negated", "hypothetical"]
        ),
        _field("wording", "string", "the source's words for the date"),
        _field("sentence", "string", "the sentence that tells of it", required=True),
        _field("trigger", "string", "the word that names it", required=True),
        _field("participants", "string", "who takes part, by our names, parted by semicolons"),
        _field("place", "string", "where"),
        *PLACE,
        _field("tellings", "integer", "passages that tell of it", required=True, minimum=1),
        _field("publishers", "integer", "independent publishers that tell of it", required=True, minimum=1),
        _field("tier", "string", "of the story, or of its background", required=True, enum=["story", "background"]),
        _field("doubtful", "boolean", "its day is counted from a day of publication that is in doubt", required=True),
        LINK,
        *EDITED,
    ),
    "disagreements": (
        _id("d"),
        _field("difference", "string", "stable name of what is told differently", required=True, pattern="d-[0-9a-f]{10}"),
        _field("kind", "string", "what differs", required=True, enum=["figure", "date", "place", "name", "claim"]),
        _field("about", "string", "what the values are of, in our words", required=True),
        _field("changed", "boolean", "the values follow each other as days pass", required=True),
        _field("value", "string", "what the words mean, computed", required=True),
        _field("publishers", "integer", "independent publishers that tell this value", required=True, minimum=1),
        _field("text", "string", "the source's words for the value", required=True),
        _field("sentence", "string", "the sentence in which they stand", required=True),
        *PLACE,
        *EDITED,
    ),
}


def columns(table: str) -> list[str]:
    """The names of a table's columns, in order."""
    return [field["name"] for field in TABLES[table]]


def package() -> dict[str, Any]:
    """The descriptor, `datapackage.json`."""
    return {
        "name": "briefing",
        "profile": "tabular-data-package",
        "resources": [
            {
                "name": name,
                "path": f"{name}.csv",
                "profile": "tabular-data-resource",
                "title": TABLE_TITLES[name],
                "format": "csv",
                "mediatype": "text/csv",
                "encoding": "utf-8",
                "schema": {"fields": list(fields), "missingValues": [""], "primaryKey": "id"},
            }
            for name, fields in TABLES.items()
        ],
    }
