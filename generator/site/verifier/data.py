"""The data files: each text has its SHA-256, each passage stands where it says, and all files say the same."""

from __future__ import annotations

import csv
import hashlib
import io
import json
import re
import sqlite3
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from generator.site.verifier.differing import Differing
from generator.site.verifier.known import (
    UNMARKED,
    cell,
    letters,
    placed,
    squeezed,
    tells,
)

HIDDEN = "\u2588"  # stands for a character that the site may not republish


class DataFiles(Differing):
    """JSON, CSV, calendar, bibliography, database, entries of Explore."""

    def notes(self) -> Iterator[str]:
        """What nobody can prove from the site alone."""
        cut = sum(HIDDEN in record["text"] for record in self.records.values())
        if cut:
            yield (
                f"Of {cut:,} of {len(self.records):,} sources only the cited passages are published: that these are the words of the "
                "articles, by their SHA-256, can only be proved with the articles (--seeds)."
            )

    def data(self) -> Iterator[str]:
        """Every problem of theirs."""
        yield from self._texts()
        yield from self._data()

    def _texts(self) -> Iterator[str]:
        for name, record in self.records.items():
            if HIDDEN in record["text"]:
                continue  # excerpts: told by `notes`
            if hashlib.sha256(record["text"].encode("utf-8", "surrogatepass")).hexdigest() != record["sha256"]:
                yield f"data/records.jsonl: the text of {name} has not the SHA-256 that its record states."
            for fact in record["facts"]:
                if record["text"][fact["start"] : fact["end"]] != fact["text"]:
                    yield f"data/records.jsonl: {fact['id']} is not the words at {fact['start']}-{fact['end']} of {name}."

    def _data(self) -> Iterator[str]:
        for table in ("facts", "quotes", "events", "people", "disagreements"):
            for found in self.passages(self.site.json(f"data/{table}.json", [])):
                if not self.slice(found):
                    where = f"{found['start']}-{found['end']} of {found['source']}"
                    yield f"data/{table}.json: “{found['text'][:60]}” does not stand at {where}."
        yield from self.misplaced()
        for fact in self.facts.values():
            passage = fact["passage"]
            key = f"f\n{passage['source']}\n{passage['start']}-{passage['end']}"
            if fact["id"] != f"f-{hashlib.sha256(key.encode()).hexdigest()[:10]}" and not fact["edited"]:
                yield f"data/facts.json: {fact['id']} is not the name that its passage gives."
        for table, rows in (
            ("facts", map(self._fact_row, self.facts.values())),
            ("quotes", map(self._quote_row, self.quotes.values())),
            ("events", (self._event_row(event) for event in self.events.values() if event.get("listed") is not False)),
            ("disagreements", self.difference_rows()),
        ):
            yield from self._rows(table, list(rows))
        yield from self._calendar()
        yield from self._bibliography()
        yield from self._database()
        yield from self._explore()

    def _fact_row(self, x: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": x["id"],
            "text": x["passage"]["text"],
            "kind": x["kind"],
            "claimed_by": (x["claimed_by"] or {}).get("text", ""),
            "claimant": self.names.get(x["claimant"], ""),
            "date": x["date"],
            "subjects": self._joined(x["subjects"]),
            **placed(x["passage"]),
            "note": x["note"],
            "edited": x["edited"],
            "rank": self.ranks[x["id"]],
        }

    def _quote_row(self, x: dict[str, Any]) -> dict[str, Any]:
        return {
            "id": x["id"],
            "kind": x["kind"],
            "text": " ".join(p["text"] for p in x["content"]),
            "speaker": self.names.get(x["speaker"], ""),
            "source_words": (x["attributed_to"] or {}).get("text", ""),
            "cue": (x["cue"] or {}).get("text", ""),
            "date": x["date"],
            "addressee": self.names.get(x["addressee"], ""),
            "confidence": x["confidence"],
            **placed(x["content"][0]),
            "note": x["note"],
            "edited": x["edited"],
        }

    def _event_row(self, x: dict[str, Any]) -> dict[str, Any]:
        day, first = x["day"] or {}, x["tellings"][0]
        return {
            "id": x["id"],
            "date": day.get("value"),
            "earliest": day.get("earliest"),
            "latest": day.get("latest"),
            "first_day": day.get("earliest"),
            "last_day": day.get("latest"),
            "status": x["status"],
            "inferred": day.get("inferred", False),
            "wording": (day.get("wording") or {}).get("text", ""),
            "trigger": first["trigger"]["text"],
            "sentence": first["sentence"]["text"],
            "participants": self._joined(x["participants"]),
            "place": self.names.get(x["place"], ""),
            **placed(first["sentence"]),
            "tellings": len(x["tellings"]),
            "publishers": x.get("publishers"),
            "tier": x.get("tier"),
            "doubtful": x.get("doubtful"),
            "note": x["note"],
            "edited": x["edited"],
        }

    def _joined(self, names: list[str]) -> str:
        return "; ".join(self.names[n] for n in names if n in self.names)

    def _rows(self, table: str, expected: list[dict[str, Any]]) -> Iterator[str]:
        found = list(csv.DictReader(io.StringIO((self.site.read(f"data/{table}.csv") or b"").decode(), newline="")))
        if [row.get("id") for row in found] != [row["id"] for row in expected]:
            yield f"data/{table}.csv holds other rows than data/{table}.json."
            return
        for row, want in zip(found, expected, strict=True):
            day = str(want.get("date") or "")
            if "first_day" in row and re.fullmatch(r"\d{4}-\d\d-\d\d", day) and {row["first_day"], row["last_day"]} != {day}:
                yield f"data/{table}.csv, {want['id']}: {row['first_day']} to {row['last_day']} is not {day}."
            if "permalink" in row and not f"/{row['permalink']}".endswith(f"/f/{want['id']}.html"):
                yield f"data/{table}.csv, {want['id']}: {row['permalink']} is another's address."
            for column, value in want.items():
                cell, text = row.get(column, ""), "" if value is None else str(value)
                if column in row and cell != text.replace("\r\n", "\n") and cell.removeprefix("'") != text and cell != text:
                    yield f"data/{table}.csv, {want['id']}: {column} is “{cell[:60]}”, and “{text[:60]}” in data/{table}.json."

    def _calendar(self) -> Iterator[str]:
        text = re.sub(r"\r?\n[ \t]", "", (self.site.read("data/chronology.ics") or b"").decode())
        entries = [dict(re.findall(r"^([A-Z-]+)[^:\n]*:(.*?)\r?$", part, re.M)) for part in text.split("BEGIN:VEVENT")[1:]]
        found = {entry.get("UID", "").partition("@")[0]: entry for entry in entries}
        wanted = {
            x["id"]: x
            for x in self.events.values()
            if (x["day"] or {}).get("latest") and x["status"] in {"happened", "planned"}
        }
        for name in found.keys() - wanted.keys():
            yield f"data/chronology.ics: {name} is no dated event of data/events.json."
        for name, event in wanted.items():
            first, last = event["day"]["earliest"], event["day"]["latest"]
            if not "1000" < first <= last < "9999-12-31" or (name not in found and event.get("listed") is False):
                continue
            entry = found.get(name, {})
            after = (date.fromisoformat(last) + timedelta(1)).strftime("%Y%m%d")
            sentence, place = event["tellings"][0]["sentence"]["text"], self.names.get(event["place"], "")
            status = "TENTATIVE" if event["status"] == "planned" else "CONFIRMED"
            if (entry.get("DTSTART"), entry.get("DTEND"), entry.get("STATUS")) != (first.replace("-", ""), after, status):
                yield f"data/chronology.ics: {name} is not on the day, or not of the status, of data/events.json."
            who = "".join(sorted(self.names[n] for n in event["participants"] if n in self.names))
            for key, want in (("SUMMARY", sentence), ("LOCATION", place), ("CATEGORIES", who)):
                if letters(entry.get(key, "")) != letters(want) and sorted(letters(entry.get(key, ""))) != sorted(
                    letters(want)
                ):
                    yield f"data/chronology.ics: {name} says “{entry.get(key, '')[:60]}” where data/events.json says “{want[:60]}”."

    def _bibliography(self) -> Iterator[str]:
        entries = {x["id"]: x for x in self.site.json("data/sources.csl.json", [])}
        lines = (self.site.read("data/sources.bib") or b"").decode()
        for name, record in self.records.items():
            page = next((page for page, source in self.sources.items() if source == name), "")
            known, entry = record["metadata"], entries.get(page.rpartition("/")[2].removesuffix(".html"))
            if entry is None:
                yield f"data/sources.csl.json: {name} is missing."
                continue
            day = (entry.get("issued") or {}).get("date-parts", [[]])[0]
            for what, found, want in (
                ("title", entry.get("title"), known["title"]),
                ("publisher", entry.get("container-title"), known["publisher"]),
                ("day", "-".join(f"{n:02}" for n in day) or None, known["published"]),
            ):
                if found != want and want is not None:
                    yield f"data/sources.csl.json: {name} has another {what} than its record."
                if (
                    what != "day"
                    and want
                    and letters(want) not in letters(re.sub(r"\\(?:text\w+|\W)", "", lines))
                    and want.isascii()
                ):
                    yield f"data/sources.bib: the {what} “{want[:60]}” of {name} is missing."

    def _database(self) -> Iterator[str]:
        data = self.site.read("data/briefing.sqlite")
        if data is None:
            return
        with tempfile.NamedTemporaryFile(suffix=".sqlite") as file:
            file.write(data)
            file.flush()
            base = sqlite3.connect(file.name)
            base.row_factory = sqlite3.Row
            for table, row in (("facts", self._fact_row), ("quotes", self._quote_row), ("events", self._event_row)):
                listed = [name for name, item in self.tables[table].items() if item.get("listed") is not False]
                made = base.execute(
                    "select 1 from sqlite_master where name = ?", (table,)
                ).fetchone()  # of nothing no table is made
                rows = {r["id"]: dict(r) for r in (base.execute(f"select * from {table}") if made else ())}
                if list(rows) != listed:
                    yield f"data/briefing.sqlite: {table} holds other rows than data/{table}.json."
                for name, found in rows.items():
                    want = row(self.tables[table][name]) if name in self.tables[table] else {}
                    for column, value in want.items():
                        if column in found and cell(found[column]) != cell(value) and found[column] != value:
                            yield f"data/briefing.sqlite: {name} has another {column} than data/{table}.json."
            for found in map(dict, base.execute("select * from sources")):
                if found["text"] != self.records.get(found["id"], {}).get("text"):
                    yield f"data/briefing.sqlite: the text of {found['id']} is not that of data/records.jsonl."
            for found in map(dict, base.execute("select id, name from subjects") if self.people else ()):
                if found["name"] != self.names.get(found["id"]):
                    yield f"data/briefing.sqlite: {found['id']} is named otherwise than in data/people.json."
            base.close()

    def _explore(self) -> Iterator[str]:
        texts: dict[str, str] = {}
        names = set(self.names.values())
        for line in filter(None, (self.site.read("data/explore.jsonl") or b"").decode().split("\n")):
            entry = json.loads(line)
            page, _, item = entry["address"].partition("#")
            if not self.lands("index.html", entry["address"]):
                yield f"data/explore.jsonl: {entry['address']} leads nowhere."
            source = self.sources.get(page)
            if source and source not in texts:
                texts[source] = squeezed(self.records[source]["text"])
            known = texts[source] if source else squeezed(self.words(item))
            if squeezed(entry["words"]) not in known:
                yield f"data/explore.jsonl: “{entry['words'][:200]}” are not the words of {entry['address']}."
            wrong = [n for n in (*entry["who"], *entry["where"]) if n not in names]
            quote = self.quotes.get(item, {})
            speaker = self.names.get(quote.get("speaker"))
            doubt = quote.get("confidence", 1) < UNMARKED and "speaker" not in quote.get("edits", ())
            title, day = entry.get("title", ""), (self.events.get(item, {}).get("day") or {}).get("value")
            if (
                title
                and title not in (*self.names.values(), *entry.get("speaker", ()), *self.called_differently(item))
                and not tells(day or self.facts.get(item, {}).get("date"), title)
            ):
                yield f"data/explore.jsonl: {entry['address']} is called “{title}”, which the data do not say."
            if wrong or ("speaker" in entry and entry["speaker"] != [f"{speaker}, probably" if doubt else speaker]):
                yield f"data/explore.jsonl: {entry['address']} names {(wrong or entry['speaker'])[0]}, whom the data do not."
