"""The sources for reference managers: BibTeX and CSL-JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from generator.dossier.model import Source

TEX = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "%": r"\%",
        "&": r"\&",
        "$": r"\$",
        "#": r"\#",
        "_": r"\_",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
    }
)


def bibtex(sources: Sequence[Source]) -> bytes:
    """One `@misc` entry a source; its key is the name of the source's page."""
    entries = []
    for source in sources:
        known = source.record.metadata
        year, month, day = [*(known.published or "").split("-"), "", ""][:3]
        # an author as written: which part is the family name is not known
        author = f"{{{_tex(known.author)}}}" if known.author else ""
        fields = {
            "title": _tex(source.title),
            "author": author,
            "howpublished": _tex(known.publisher or ""),
            "year": year,
            "month": month.lstrip("0"),
            "day": day.lstrip("0"),
            "url": (known.url or "").translate({ord("{"): "%7B", ord("}"): "%7D"}),
        }
        lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
        entries.append("\n".join([f"@misc{{{source.slug},", *lines, "}"]))
    return ("\n\n".join(entries) + "\n").encode("utf-8", "replace")


def csl(sources: Sequence[Source]) -> bytes:
    """A CSL-JSON list, one newspaper article a source."""
    items = []
    for source in sources:
        known = source.record.metadata
        item: dict[str, Any] = {"id": source.slug, "type": "article-newspaper", "title": source.title}
        if known.author:
            item["author"] = [{"literal": known.author}]
        if known.publisher:
            item["container-title"] = known.publisher
        if known.published:
            item["issued"] = {"date-parts": [[int(part) for part in known.published.split("-")]]}
        if known.url:
            item["URL"] = known.url
        items.append(item)
    return (json.dumps(items, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "replace")


def _tex(text: str) -> str:
    return " ".join(text.split()).translate(TEX)
