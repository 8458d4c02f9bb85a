"""The page of corrections: what editors set right, and why, where everybody can read it.

The words of what was hidden are not shown again; where they stood, and the editor's reason, are.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from generator.dossier.model import Corrected
from generator.pages.dates import day_in_words, in_words
from generator.pages.draft import Draft
from generator.pages.site import Site

TARGET_WORDS = {"f": "A fact", "q": "A quotation", "e": "An event", "d": "A difference"}
CHANGE_WORDS = {
    "hide": "hidden",
    "dismiss": "said to be no difference",
    "speaker": "speaker set",
    "date": "day set",
    "pin": "put first",
    "order": "placed in the list",
    "heading": "given a heading",
    "rename": "renamed",
    "merge": "names joined",
    "join": "joined with",
    "split": "set apart",
    "type": "kind set",
    "settle": "settled",
    "not_about": "name taken off",
}
CLEARED = {"speaker": "speaker cleared", "date": "day cleared"}
TYPE_WORDS = {"PERSON": "person", "ORG": "organisation", "GPE": "place", "LOC": "place", "FAC": "place", "NORP": "group"}
CORRECTED_LENGTH = 160  # characters of what was corrected


def draft(site: Site) -> Draft:
    """The page."""
    return Draft("corrections.md", partial(_page, site))


def _page(site: Site) -> bytes:
    owners = _owners(site)
    return site.page(
        "corrections",
        "Corrections",
        site.links,
        f"What editors of “{site.dossier.title}” set right, and why.",
        exclude=True,
        entries=[_entry(site, entry, owners) for entry in site.dossier.corrected],
        report=site.settings.report,
    )


def _owners(site: Site) -> Mapping[str, tuple[str, str]]:
    """By any id under which it may be corrected: the id of what stands on the pages, and its words."""
    found: dict[str, tuple[str, str]] = {}
    things = (
        (site.dossier.statements, lambda s: s.passage.text),
        (site.dossier.quotations, lambda q: " ".join(part.text for part in q.content)),
        (site.dossier.happenings, lambda h: h.tellings[0].sentence.text),
        (site.dossier.differences, lambda d: d.about),
    )
    for items, words in things:
        for item in items:
            if item.id in site.links.homes:
                found |= dict.fromkeys((*item.members, item.id), (item.id, words(item)))
    return found


def _entry(site: Site, entry: Corrected, owners: Mapping[str, tuple[str, str]]) -> dict[str, object]:
    kind, (item, words) = (
        TARGET_WORDS.get(entry.target[:1]) if entry.target[1:2] == "-" else None,
        owners.get(entry.target, ("", "")),
    )
    person = (
        next((s for s in site.dossier.subjects if entry.target in {s.name, s.id, *s.aliases}), None)
        if kind is None
        else None
    )
    return {
        "day": day_in_words(entry.day, site.locale) if entry.day else None,
        "kind": kind or "The name",
        "target": entry.target,
        "item": item,
        "words": words,
        "person": person.id if person else None,
        "made": [_made(site, key, value) for key, value in entry.made],
        "source": entry.source if entry.source in site.sources else None,
        "note": entry.note,
    }


def _made(site: Site, key: str, value: str) -> dict[str, str]:
    if key in CLEARED and not value:
        return {"what": CLEARED[key], "value": ""}
    if key == "date":
        value = in_words(value, site.locale)
    return {"what": CHANGE_WORDS[key], "value": TYPE_WORDS.get(value, value) if key == "type" else value}
