"""Editors' corrections: what a sidecar may set right.

A correction names its target by stable id (a fact, quote or event) or by a person's name; `applying.Desk` applies it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, get_args

from pydantic import BaseModel, ConfigDict, Field, ValidationError, field_validator, model_validator

from generator.records.model import EntityType
from generator.values.timex import days

# what may be set of what, by the first letter of its id: a key that does nothing would be dropped silently
APPLIES = {
    "f": ("a fact", {"hide", "pin", "order", "heading", "note", "split", "not_about"}),
    "q": ("a quote", {"speaker", "hide", "pin", "note"}),
    "e": ("an event", {"date", "hide", "note", "join", "split", "not_about"}),
    "d": ("a difference", {"dismiss", "settle"}),
    "": ("a person", {"rename", "merge", "split", "type", "hide", "note"}),
}
# what a page says beside a thing of which an editor set a key; a heading and a note say so themselves
MARKS = {
    "speaker": "speaker set by the editor",
    "date": "date set by the editor",
    "pin": "pinned by the editor",
    "order": "placed by the editor",
    "rename": "named by the editor",
    "merge": "names joined by the editor",
    "join": "joined by the editor",
    "split": "set apart by the editor",
    "type": "kind set by the editor",
    "not_about": "name taken off by the editor",
    "settle": "settled by the editor",
}
NAMING_KEYS = ("speaker", "merge", "not_about")  # keys that name somebody whom the pages must know
LIST_KEYS = ("merge", "join", "not_about")  # keys to which one more may be added


def marks(edits: Sequence[str], cleared: Collection[str] = ()) -> list[str]:
    """What to say of a thing that an editor touched.

    Args:
        edits: the keys that were set.
        cleared: those of them that were set to nothing.
    """
    return [MARKS[key].replace(" set ", " cleared ") if key in cleared else MARKS[key] for key in edits if key in MARKS]


class Correction(BaseModel):
    """One entry under `corrections:` in an article's sidecar."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str | None = Field(
        None, pattern=r"^[fedq]-[0-9a-f]{10}$", description="stable id of a fact, event, quote or difference"
    )
    person: str | None = Field(None, description="a person, organisation or place, by a name that the page shows")
    speaker: str | None = Field(None, description="of a quote: the speaker's name; null clears it")
    date: str | None = Field(None, description="of an event: an ISO date or TIMEX3 value; null clears it")
    hide: bool = Field(False, description="leave it out of every page")
    pin: bool = Field(False, description="of a fact or quote: always first")
    order: int | None = Field(None, ge=1, description="of a fact: its place in the list")
    heading: str | None = Field(None, description="of a fact: a heading of the editor's own")
    note: str | None = Field(None, description="a remark shown beside it, marked as the editor's")
    rename: str | None = Field(None, description="of a person: the name to show")
    merge: tuple[str, ...] = Field((), description="of a person: other names that are the same person")
    type: EntityType | None = Field(None, description="of a person: what it is")
    join: tuple[str, ...] = Field((), description="of an event: ids of entries that are the same event")
    split: bool = Field(
        False,
        description="of a telling of an event, of a wording of a fact, or of a name: it is an event, a fact, or somebody, of its own",
    )
    not_about: tuple[str, ...] = Field((), description="of a fact or an event: names beside it, whom it does not tell of")

    corrected: str | None = Field(None, description="the day on which you set it right (ISO), for the page of corrections")
    dismiss: bool = Field(False, description="of a difference: it is none, the sources tell of different things")
    settle: str | None = Field(None, description="of a difference: what holds, and why; shown as the editor's")

    @model_validator(mode="before")
    @classmethod
    def _as_meant(cls, data: Any) -> Any:
        """YAML reads `2015-11-24` as a date, `2016` as a number; one name to merge needs no list."""
        if not isinstance(data, dict):
            return data
        data = dict(data)
        if isinstance(data.get("date"), date):
            data["date"] = data["date"].isoformat()
        elif type(data.get("date")) is int:
            data["date"] = str(data["date"])
        if isinstance(data.get("corrected"), date):
            data["corrected"] = data["corrected"].isoformat()
        for key in LIST_KEYS:
            if isinstance(data.get(key), str):
                data[key] = (data[key],)
        return data

    @field_validator("heading", "note", "rename", "settle")
    @classmethod
    def _one_line(cls, text: str | None) -> str | None:
        """What is shown stands on one line; white space alone would show nothing."""
        if text is None:
            return None
        if not (plain := " ".join(text.split())):
            raise ValueError("is empty: write a text, or take it out")
        return plain

    @field_validator("person", "speaker", "heading", "note", "rename", "settle", "merge", "not_about")
    @classmethod
    def _whole_characters(cls, value: Any) -> Any:
        for text in (value,) if isinstance(value, str) else value or ():
            if any("\ud800" <= c <= "\udfff" for c in text):
                raise ValueError("holds half of a character (\\uD800 to \\uDFFF): write the character itself")
        return value

    @field_validator("corrected")
    @classmethod
    def _day(cls, text: str | None) -> str | None:
        """A whole day: the log is in their order."""
        try:
            return text and date.fromisoformat(text).isoformat()
        except ValueError as error:
            raise ValueError("must be a day such as 2016-07-15") from error

    @field_validator("join")
    @classmethod
    def _events(cls, ids: tuple[str, ...]) -> tuple[str, ...]:
        for name in ids:
            if not re.fullmatch("e-[0-9a-f]{10}", name):
                raise ValueError(f"{name!r} is no id of an event: copy it from the end of its link, such as e-1a2b3c4d5e")
        return ids

    @model_validator(mode="after")
    def _one_target(self) -> Correction:
        if (self.id is None) == (self.person is None):
            raise ValueError("give either `id:` (of a fact, quote, event or difference) or `person:` (a name)")
        what, allowed = APPLIES[self.id[0] if self.id else ""]
        if stray := sorted(self.model_fields_set - allowed - {"id", "person", "corrected"}):
            raise ValueError(f"`{stray[0]}:` can't be set of {what}; allowed: {', '.join(sorted(allowed))}")
        if self.date is not None and days(self.date) is None:
            raise ValueError(f"`date: {self.date}` is not a date such as 2016-07-15, 2016-07 or 2016")
        return self

    def sets(self, key: str) -> bool:
        """Whether the editor wrote this key, if only to clear it with null."""
        return key in self.model_fields_set


def reason(error: ValidationError) -> str:
    """What is wrong with a correction, in plain words: the first key that can't be, and what it must be."""
    first = error.errors()[0]
    key = str(first["loc"][0]) if first["loc"] else ""
    if first["type"] == "extra_forbidden":
        return f"`{key}:` is not known; known: {', '.join(Correction.model_fields)}"
    said = str(first["msg"]).removeprefix("Value error, ")
    return f"`{key}:` {MUST.get(key, said) if first['type'] != 'value_error' else said}" if key else said


# what a key must be, where pydantic's own words would speak of patterns and tuples
MUST = {
    "id": "must be an id as a link's end has it, such as f-1a2b3c4d5e",
    "order": "must be a whole number, 1 or more",
    "hide": "must be true or false",
    "pin": "must be true or false",
    "merge": "must be a list of names",
    "join": "must be a list of ids such as e-1a2b3c4d5e",
    "not_about": "must be a list of names",
    "split": "must be true or false",
    "dismiss": "must be true or false",
    "type": f"must be one of {', '.join(get_args(EntityType))}",
    "corrected": "must be a day such as 2016-07-15",
    **dict.fromkeys(
        ("person", "speaker", "date", "heading", "note", "rename", "settle"), "must be a text: put it in quotation marks"
    ),
}
