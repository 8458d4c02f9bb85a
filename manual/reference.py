"""The manual's reference pages, made from the code: `python -m manual.reference` writes them into `manual/pages/reference/`.

A test makes them again and compares, so that no command, setting, key or file is missing or told of as it was.
"""

from __future__ import annotations

import contextlib
import io
import os
from collections.abc import Iterable, Sequence
from pathlib import Path
from unittest.mock import patch

from generator.cli import COMMANDS, main
from generator.dossier.editor.corrections import APPLIES, Correction
from generator.language.setup.shipped import PIPELINE
from generator.pages.exports import WHAT
from generator.pages.package import package
from generator.records import schema
from generator.settings import Settings
from generator.sources.readers import READERS
from generator.sources.sidecar import CORRECTIONS, KEYS, UNREAD

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / "manual" / "pages" / "reference"
MADE = "<!-- made by `python -m manual.reference`: change the code, not this page -->\n"
COLUMNS = "100"  # a help text's width, whatever the terminal's

# what each key of an article's sidecar means; `sidecar` fails where one is missing
SIDECAR = {
    "title": "the article's title, instead of the one that is found in it",
    "published": "the day on which it appeared, as `2016-08-09`; all days without a year are counted from it",
    "publisher": "who published it",
    "author": "who wrote it",
    "url": "its address",
    "language": "`en` says that it is English: it is then read, whatever its words look like",
    "published_from": "who states the day: `briefing add` writes it, so that the source's page can say so",
    "retrieved": "the day on which it was fetched",
    "published_checked": "`true`: you vouch for the day of publication, and no doubt of it is raised",
    CORRECTIONS: "what an editor sets right, see below",
    "sha256": "of the file that `briefing add` wrote; for people, not read",
    "asked": "the address that was asked for, where it led elsewhere; for `briefing add`",
}
FORMATS = {
    ".txt": "plain text; a first line followed by a blank line is the title",
    ".md": "Markdown, with front matter of the same keys as a sidecar",
    ".html": "a saved web page",
    ".htm": "a saved web page",
    ".pdf": "a PDF with a text layer (a scan needs `briefing add --ocr`)",
    ".docx": "a Word document",
    ".eml": "a mail",
    ".mhtml": "a web page saved with its parts",
    ".mht": "a web page saved with its parts",
    ".epub": "a book",
}
# files of a site's `data/` beside the exports
OTHERS = {
    "briefing.sqlite": "all of it in one SQLite database (`briefing index`, `briefing site`)",
    "manifest.json": "the digest of every page and source: what `briefing check` compares",
    "explore.jsonl": "what the Explore page's index is made of",
    "pages.json": "the further pages of split lists, where there are any",
    "texts/": "the text of each source, for “Verify this page”",
}


def pages() -> dict[str, str]:
    """The reference pages: file name and Markdown."""
    made = {"commands.md": commands(), "settings.md": settings(), "sidecar.md": sidecar(), "files.md": files()}
    made["record.md"] = record()
    made |= {"formats.md": formats(), "speed.md": speed(), "pipeline.md": pipeline()}
    return {name: f"{MADE}{text}" for name, text in made.items()}


def help_of(words: Sequence[str]) -> str:
    """What `briefing … --help` prints, of one width."""
    printed = io.StringIO()
    wide = {"COLUMNS": COLUMNS, "NO_COLOR": "1"}
    with patch.dict(os.environ, wide), contextlib.redirect_stdout(printed), contextlib.suppress(SystemExit):
        main([*words, "--help"])
    return printed.getvalue().rstrip()


def commands() -> str:
    """Every command's `--help`."""
    parts = ["# Which commands are there?", f"```text\n{help_of([])}\n```"]
    parts += [f"## briefing {name}\n\n```text\n{help_of([name])}\n```" for name in COMMANDS]
    return "\n\n".join(parts) + "\n"


def settings() -> str:
    """Every key of `briefing.yml`."""
    rows = []
    for name, field in Settings.model_fields.items():
        default = "" if field.default is None else f"`{field.default}`"
        rows.append((f"`{name}`", str(field.description), default))
    return (
        "# What can be set in briefing.yml?\n\nEvery key may be left out. An unknown key or a wrong value is refused with the name of "
        "the one that is meant.\n\n" + table(("key", "what it is", "default"), rows) + "\n"
        "The name in the head of every page is `site_name` in `mkdocs.yml`; colours and the order of pages are set there, too.\n"
    )


def sidecar() -> str:
    """Every key of a sidecar, and what may be corrected of what."""
    keys = [(f"`{key}`", SIDECAR[key]) for key in (*KEYS, CORRECTIONS, *UNREAD)]
    fields = [(f"`{name}`", str(field.description)) for name, field in Correction.model_fields.items()]
    what = [(thing[0].upper() + thing[1:], ", ".join(f"`{key}`" for key in sorted(may))) for thing, may in APPLIES.values()]
    return (
        "# What can stand in an article's sidecar?\n\nThe sidecar of `seeds/story.html` is `seeds/story.yml`. Every key may be left out; "
        "what it says goes before what the article says of itself.\n\n"
        + table(("key", "what it says"), keys)
        + "\n## Corrections\n\nEach entry of `corrections:` names one thing by `id:` or `person:` and says what is to be set. "
        "`briefing edit` writes them.\n\n"
        + table(("key", "what it sets"), fields)
        + "\n"
        + table(("of", "may be set"), what)
    )


def files() -> str:
    """Every file of `data/`, and the columns of the tables."""
    parts = [
        "# Which data files does a site offer?\n\nAll are in `docs/data/`, and in `data/` of the finished site.\n",
        table(("file", "what it holds"), [(f"`{name}`", what) for name, what in (WHAT | OTHERS).items()]),
    ]
    for resource in package()["resources"]:
        if "schema" in resource:
            rows = [(f"`{field['name']}`", field.get("description", "")) for field in resource["schema"]["fields"]]
            parts.append(f"\n## {resource['name']}.csv\n\n" + table(("column", "what it holds"), rows))
    return "\n".join(parts)


def record() -> str:
    """Every key of the record, from its JSON Schema."""
    parts = [
        "# What does briefing extract print?\n\nOne JSON object a line, one for each article. All offsets are code points into `text`, "
        "half-open. More keys may be added; none changes its meaning.\n"
    ]
    for name, kind in schema()["$defs"].items():
        needed = kind.get("required", [])
        rows = [(f"`{key}`", _type(of), "" if key in needed else "may be absent") for key, of in kind["properties"].items()]
        parts.append(f"## {name}\n\n" + table(("key", "type", ""), rows))
    return "\n".join(parts)


def _type(of: dict[str, object]) -> str:
    """A JSON Schema's type in words."""
    if "$ref" in of:
        name = str(of["$ref"]).rsplit("/", 1)[1]
        return f"[{name}](#{name.lower()})"
    if "enum" in of:
        return "one of " + ", ".join(f"`{value}`" for value in of["enum"] if value is not None)  # type: ignore[attr-defined]
    if "anyOf" in of:
        return " or ".join(_type(each) for each in of["anyOf"])  # type: ignore[attr-defined]
    kind = of.get("type", "anything")
    if kind == "array":
        return f"list of {_type(of['items'])}" if isinstance(of.get("items"), dict) else "list"  # type: ignore[arg-type]
    return " or ".join(map(str, kind)) if isinstance(kind, list) else str(kind)


def formats() -> str:
    """Every format that is read."""
    rows = [(f"`{ending}`", FORMATS[ending]) for ending in READERS]
    return (
        "# Which files can be read?\n\nIn `seeds/`, by the file's ending:\n\n"
        + table(("ending", "what it is"), rows)
        + "\n`briefing add` also takes addresses, feeds (RSS, Atom), mailboxes (`.mbox`), web archives (`.warc`, `.wacz`) and exports "
        "of reference managers (CSL JSON, Zotero). The articles must be in English.\n"
    )


def speed() -> str:
    """What growing dossiers cost, as `benchmarks/scale.py` wrote it."""
    _, text = (ROOT / "benchmarks" / "RESULTS.md").read_text("utf-8").split("\n", 1)
    return f"# How fast is it, and how large does a site get?\n{text}"


def pipeline() -> str:
    """The model card of the shipped pipeline."""
    _, text = (PIPELINE / "README.md").read_text("utf-8").split("\n", 1)
    return f"# What is the language pipeline trained on, and how good is it?\n{text}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A Markdown table."""
    lines = [head, ["---"] * len(head), *rows]
    return "".join("| " + " | ".join(" ".join(cell.replace("|", "\\|").split()) for cell in line) + " |\n" for line in lines)


if __name__ == "__main__":
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, text in pages().items():
        (FOLDER / name).write_text(text, "utf-8")
