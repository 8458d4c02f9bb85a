"""What lies beside the articles: a title, publisher or day that a sidecar or front matter states, and every correction, is the site's.

For a reader who has the articles; these lines share nothing with what reads them for a build. What is said nowhere but in an article
(the day on a web page, a title that is its first line) is not compared.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from generator.site.verifier import Site

FRONT = re.compile(r"\A\ufeff?---\r?\n(.*?)\r?\n---\s", re.S)
SIDECARS = (".yml", ".yaml")
MUST, MAY = ("title", "publisher", "published"), ("author", "url")  # what the site must say, and what it may leave out
NAMING = ("speaker", "merge")  # changes that name somebody: of whom no page knows, a build says that it had no effect
NAME_LISTS = ("merge", "not_about")  # of which those alone are logged that did something
BESIDE = {"id", "person", "note", "corrected"}  # of a correction: what is no change
Entry = tuple[str, frozenset[tuple[str, str]], str, str]  # target, changes, day, note


def problems(site: Site, seeds: Path) -> Iterator[str]:
    """A sentence for each thing that a site says otherwise than its articles' sidecars and front matter."""
    lines = (site.read("data/records.jsonl") or b"").decode().split("\n")
    records = {record["id"]: record for record in map(json.loads, filter(None, lines))}
    logged: dict[str, set[Entry]] = {}
    for each in site.json("data/corrections.json", []):
        entry = _entry(each["target"], dict(each["made"]), each["day"], each["note"])
        logged.setdefault(each["source"], set()).add(entry)
    there = _targets(site)
    for article, stem in _articles(seeds):
        names = [name for name in records if name == stem or re.fullmatch(rf"{re.escape(stem)}-[0-9a-f]{{6}}", name)]
        if len(names) != 1:
            continue  # told by the verifier, or several of one name
        stated, corrections = _stated(article)
        yield from _compared(article.name, stated, records[names[0]]["metadata"])
        yield from _corrected(article.name, corrections, logged.pop(names[0], set()), there)
    for source in sorted(logged.keys() & records.keys()):
        yield f"data/corrections.json tells of corrections of {source}, of which {seeds.name}/ has no sidecar."


def _articles(seeds: Path) -> Iterator[tuple[Path, str]]:
    """The articles, with the names that they give; sidecars are none."""
    files = [file for file in seeds.rglob("*") if file.is_file()]
    files = [file for file in files if not any(part.startswith(".") for part in file.relative_to(seeds).parts)]
    found = [file for file in sorted(files) if file.suffix.lower() not in SIDECARS]
    stems = [file.stem for file in found]
    yield from ((file, file.stem) for file in found if stems.count(file.stem) == 1)


def _stated(article: Path) -> tuple[dict[str, Any], list[Any]]:
    """What is stated beside an article, or before it, and the corrections of both."""
    texts = []
    if article.suffix.lower() == ".md" and (front := FRONT.match(article.read_text("utf-8", "replace"))):
        texts.append(front[1])
    sidecars = (article.with_suffix(suffix) for suffix in SIDECARS)
    texts += [file.read_text("utf-8-sig", "replace") for file in sidecars if file.is_file()][:1]
    stated: dict[str, Any] = {}
    corrections: list[Any] = []
    for text in texts:
        try:
            found = yaml.safe_load(text)
        except (yaml.YAMLError, ValueError):
            continue  # a build says so, and leaves the article out
        if isinstance(found, dict):
            stated |= {key: value for key, value in found.items() if value is not None}  # a sidecar before front matter
            corrections += each if isinstance(each := found.get("corrections"), list) else []
    return stated, corrections


def _compared(file: str, stated: Mapping[str, Any], known: Mapping[str, Any]) -> Iterator[str]:
    for key in (*MUST, *MAY):
        value, shown = stated.get(key), known.get(key)
        if isinstance(value, dict | list) or not (want := _day(value) if key == "published" else _plain(value)):
            continue
        if shown != want and (shown is not None or key in MUST):
            yield f"{file}: its {key} is “{want[:80]}” in its sidecar or front matter, and on the site “{str(shown or '')[:80]}”."
    if "published" not in stated and known.get("published_from") == "sidecar" and known.get("published"):
        yield f"{file}: the site says that its sidecar states its day, {known['published']}, and it states none."


def _corrected(file: str, corrections: list[Any], logged: set[Entry], there: set[str]) -> Iterator[str]:
    wanted = {
        _entry(
            str(each.get("id") or each.get("person")),
            {k: v for k, v in each.items() if k not in BESIDE and (k not in NAMING or not v or _known(_said(v), there))},
            each.get("corrected"),
            each.get("note"),
        )
        for each in corrections
        if isinstance(each, dict)
    }
    wanted = {_as_logged(entry, logged) for entry in wanted if entry[1] or entry[3]}
    for target, changes, _, note in sorted(logged - wanted, key=str):
        yield f"data/corrections.json tells of {_told(target, changes, note)}, which the sidecar of {file} does not hold."
    for target, changes, _, note in sorted(wanted - logged, key=str):
        if target in there:  # of what is not there a build says that it had no effect
            yield f"the sidecar of {file} holds {_told(target, changes, note)}, of which data/corrections.json does not tell."


def _as_logged(entry: Entry, logged: set[Entry]) -> Entry:
    """An entry as the log has it, without names that did nothing: a build says which they are."""
    if entry in logged:
        return entry
    return next((other for other in sorted(logged, key=str) if _but_names(other, entry)), entry)


def _but_names(logged: Entry, stated: Entry) -> bool:
    """Whether a logged entry is a stated one but for some names of its lists."""
    fewer, all_of = dict(logged[1]), dict(stated[1])
    return (
        (logged[0], *logged[2:]) == (stated[0], *stated[2:])
        and fewer.keys() == all_of.keys()
        and all(
            fewer[key] == said or (key in NAME_LISTS and set(fewer[key].split(", ")) < set(said.split(", ")))
            for key, said in all_of.items()
        )
    )


def _known(name: str, there: set[str]) -> bool:
    """Whether pages know somebody by name, by another name, or by the name of his page."""
    return not there.isdisjoint({name, re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")}) or ", " in name


def _told(target: str, changes: frozenset[tuple[str, str]], note: str) -> str:
    made = "; ".join(f"{key}: {value}" if value else key for key, value in sorted(changes)) or f"note: {note}"
    return f"a correction of {target} ({made[:120]})"


def _entry(target: str, made: Mapping[str, Any], day: Any, note: Any) -> Entry:
    changes = frozenset((key, _said(value)) for key, value in made.items() if value is not False and value != [])
    return _plain(target), changes, str(day or ""), _plain(note)


def _said(value: Any) -> str:
    """A change as the log has it."""
    if value is None or value is True:
        return ""
    return _plain(", ".join(map(str, value)) if isinstance(value, list) else value)


def _plain(value: Any) -> str:
    return "" if value is None else " ".join(str(value).split())


def _day(value: Any) -> str:
    """A day as ISO writes it; what is none, nothing."""
    if isinstance(value, date):
        return (value.date() if isinstance(value, datetime) else value).isoformat()
    found = re.match(r"\d{4}-\d\d-\d\d", str(value or "").strip())
    return found[0] if found else ""


def _targets(site: Site) -> set[str]:
    """What a correction can be of: ids, with those that went into them, and names."""
    items = [
        each for table in ("facts", "quotes", "events", "disagreements") for each in site.json(f"data/{table}.json", [])
    ]
    people = site.json("data/people.json", [])
    names = {name for person in people for name in (person["id"], person["name"], *person["aliases"])}
    return names | {each["id"] for each in items} | {name for each in items for name in each.get("members", ())}
