"""Whom the first page introduces: people and bodies of the story; none whose kind is in doubt or whom only page furniture names."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.dossier.model import Dossier, Passage, Source, Subject
from generator.dossier.outlets import only_tells

PEOPLE_INTRODUCED = 8
# "Copyright 2021 Harbour News. All rights reserved.", "© Coast Weekly", "Photo by Bo Reed/Harbour News"
FURNITURE = re.compile(
    r"©|\(c\)|\bcopyright\b|\ball rights reserved\b|\b(photo|image|picture)s? (by|courtesy|credit)\b|\bvia\b.{0,20}\bimages\b",
    re.I,
)
# "Ann Field told Coast Weekly", "ALDMOUTH (Coast Weekly) -": of whom the story is told, not who is in it
TOLD = re.compile(r"(?:\b(?:told|tells|telling|via)\s+(?:the\s+)?|[(/]\s*)$", re.I)
WRITTEN_OUT = re.compile(r"[^\W\d_]{2}")  # "L. A." is nobody's whole name
INSIDE = re.compile(r"\b(?:in|inside|outside|around|into|near|entered|left|reached|opposite)\s+the\s+$", re.I)
REACH = 12  # code points before a name
# "Bridge falls in Aldmouth - Harbour News", "Bridge falls | Harbour News and AHNT"
TAIL = re.compile(r"\s[|–—-]\s")
NO_LETTERS = re.compile(r"[\W_]+")
HOST = re.compile(r"[a-z]+://(?:www\d?\.)?([^/:]+)", re.I)


def leading(dossier: Dossier) -> list[Subject]:
    """Whom the first page introduces."""
    sources = {source.id: source for source in dossier.sources}
    found = [
        s for s in dossier.subjects if s.type in {"PERSON", "ORG"} and (s.edited or (s.sure and WRITTEN_OUT.search(s.name)))
    ]
    return [s for s in found if s.edited or not (_furniture(s, sources) or only_tells(s, sources) or _site(s, sources))][
        :PEOPLE_INTRODUCED
    ]


def _site(subject: Subject, sources: Mapping[str, Source]) -> bool:
    """Whether a body is only ever where something is: "in the Oval Office"."""
    if subject.type != "ORG" or not subject.mentions:
        return False
    return all(INSIDE.search(sources[m.source].record.text, max(0, m.start - REACH), m.start) for m in subject.mentions)


def _furniture(subject: Subject, sources: Mapping[str, Source]) -> bool:
    """Whether only its own pages, site titles and copyright lines name somebody."""
    names = {NO_LETTERS.sub("", name).casefold().removeprefix("the") for name in (subject.name, *subject.aliases)}
    return all(
        not names.isdisjoint(_publisher(sources[m.source])) or _beside_the_story(m, sources[m.source])
        for m in subject.mentions
    )


def _publisher(source: Source) -> set[str]:
    """What the publisher of an article may be called: its name, its host's, the host's first part."""
    known = source.record.metadata
    host = HOST.match(known.url or "")
    stated = [known.publisher or "", host[1] if host else ""]
    parts = [part for name in stated for part in (name, *(name.removeprefix("www.").split(".")[:1] if "." in name else ()))]
    return {NO_LETTERS.sub("", part).casefold().removeprefix("the") for part in parts if part}


def _beside_the_story(mention: Passage, source: Source) -> bool:
    """Whether a mention stands behind a headline's rule, in a line of rights, or in what is no paragraph of the story."""
    text = source.record.text
    if TOLD.search(text, max(0, mention.start - REACH), mention.start):
        return True
    part = next((p for p in source.record.paragraphs if p.start <= mention.start < p.end), None)
    if part is None or part.kind == "noise":
        return True
    words = text[part.start : part.end]
    if part.kind == "title" or words == source.record.metadata.title:
        return bool(TAIL.search(text, part.start, mention.start + 1))
    return bool(FURNITURE.search(words))
