"""Pages proved by the text that they were made of, where another version of a reader makes another text of the same file.

`building.cache` keeps the text that was made of each page, PDF or mail, and of which bytes it was made, under the user's own code. A
text counts here only for a file that still has those bytes: whoever edits an article must build again.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from generator.building.cache import Cache
from generator.building.extraction import Extracted, annotated, extract
from generator.sources import read, retold

RECORDS_FILE = "data/records.jsonl"


def published(docs: Path) -> dict[str, str]:
    """The SHA-256 of the text of each record that `docs/` holds; none where they can't be read, which the proof itself tells."""
    try:
        rows = [json.loads(line) for line in (docs / RECORDS_FILE).read_text("utf-8").splitlines() if line]
        return {str(row["id"]): str(row["sha256"]) for row in rows}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def kept(cache: Cache, files: Mapping[str, Path], now: Mapping[str, str], shown: Mapping[str, str]) -> dict[str, str]:
    """The texts of those articles that are read differently now, though their files have not changed, by the articles' ids.

    Args:
        cache: where texts are kept.
        files: the articles.
        now: the SHA-256 of each text as it is read now.
        shown: the same of the published records.
    """
    found = {}
    for name, file in files.items():
        wanted = shown.get(name)
        if wanted and now.get(name) not in (None, wanted) and (text := cache.text_of(file.read_bytes(), wanted)) is not None:
            found[name] = text
    return found


def extracting(texts: Mapping[str, str]) -> Callable[..., Iterator[Extracted]]:
    """Extraction that takes these texts in place of what the readers make of their files."""

    def again(files: Sequence[Path], pipeline: str | None, *rest: Any, **named: Any) -> Iterator[Extracted]:
        for each in extract(files, pipeline, *rest, **named):
            name = each.record.id if each.record else ""
            if name not in texts:
                yield each
                continue
            article = retold(read(each.file, name).article, texts[name])
            yield replace(each, record=annotated(article, pipeline))

    return again
