"""Editors' corrections: what a sidecar may set right.

A correction names its target by stable id (a fact, quote or event) or by a person's name; `desk` applies it.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from pydantic import BaseModel, ConfigDict, Field, model_validator

from generator.language.timex import days
from generator.records.model import EntityType

# what may be set of what, by the first letter of its id: a key that does nothing would be dropped silently
APPLIES = {
    "f": ("a fact", {"hide", "pin", "order", "heading", "note"}),
    "q": ("a quote", {"speaker", "hide", "pin", "note"}),
    "e": ("an event", {"date", "hide", "note"}),
    "": ("a person", {"rename", "merge", "type", "hide", "note"}),
}
# what a page says beside a thing of which an editor set a key; a heading and a note say so themselves
MARKS = {
    "speaker": "speaker set by the editor",
    "date": "date set by the editor",
    "pin": "pinned by the editor",
    "order": "placed by the editor",
    "rename": "named by the editor",
    "merge": "names joined by the editor",
    "type": "kind set by the editor",
}


class Correction(BaseModel):
    """One entry under `corrections:` in an article's sidecar."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: str | None = Field(None, pattern=r"^[feq]-[0-9a-f]{10}$", description="stable id of a fact, event or quote")
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

    @model_validator(mode="before")
    @classmethod
    def _dates_as_text(cls, data: Any) -> Any:
        """YAML reads `2015-11-24` as a date; we keep its ISO form."""
        if isinstance(data, dict) and isinstance(data.get("date"), date):
            return {**data, "date": data["date"].isoformat()}
        return data

    @model_validator(mode="after")
    def _one_target(self) -> Correction:
        if (self.id is None) == (self.person is None):
            raise ValueError("give either `id:` (of a fact, quote or event) or `person:` (a name)")
        what, allowed = APPLIES[self.id[0] if self.id else ""]
        if stray := sorted(self.model_fields_set - allowed - {"id", "person"}):
            raise ValueError(f"`{stray[0]}:` can't be set of {what}; allowed: {', '.join(sorted(allowed))}")
        if self.date is not None and days(self.date) is None:
            raise ValueError(f"`date: {self.date}` is not a date such as 2016-07-15, 2016-07 or 2016")
        return self

    def sets(self, key: str) -> bool:
        """Whether the editor wrote this key, if only to clear it with null."""
        return key in self.model_fields_set
