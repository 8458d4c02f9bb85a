"""The page of one person, organisation or place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from generator.dossier.model import Passage, Place, Subject
from generator.pages import json_ld, pictures, subject_parts
from generator.pages.dates import in_words
from generator.pages.draft import Draft
from generator.pages.links import Links, group_of
from generator.pages.pieces import digest
from generator.pages.site import SUBJECT_GROUPS, Site


def drafts(site: Site) -> Iterator[Draft]:
    """The pages of those subjects that have one."""
    below = site.links.below()
    for subject in site.dossier.subjects:
        if subject.id in site.links.paged:
            shown = subject_parts.context(subject, below, *(found.get(subject.id, ()) for found in site.by_subject))
            inputs = _made_of(site, subject, shown)
            yield Draft(f"subjects/{subject.id}.md", partial(_subject, site, below, subject, shown), inputs)


def _subject(site: Site, links: Links, subject: Subject, shown: Mapping[str, Any]) -> bytes:
    piece = site.pieces.of(f"subjects/{subject.id}.md")
    group = group_of(subject.type)
    return site.page(
        "subject",
        subject.name,
        links,
        f"{subject.name} in “{site.dossier.title}”: what the sources say, by whom and when.",
        [json_ld.subject(subject, links, sources=True), *json_ld.cited(site.dossier, links, subject.sources)],
        group=group,
        group_name=SUBJECT_GROUPS[group][0],
        place=_whereabouts(site, subject.place) if subject.place else None,
        locator=pictures.place_drawn(subject, site.places, piece),
        role_days=_role_days(site, shown["roles"]),
        **shown,
    )


def _made_of(site: Site, subject: Subject, shown: Mapping[str, Any]) -> str:
    """The inputs of a subject's page: what it shows of them, which is less than all that is known."""
    inputs = site.inputs
    items = [inputs.items(shown[kind]) for kind in subject_parts.VIEWS_SHOWN]
    others = {name: value for name, value in shown.items() if name not in subject_parts.VIEWS_SHOWN and name != "subject"}
    named = inputs.names([subject.id, *subject.maybe, *(companion.subject for companion in shown["together"])])
    cited = inputs.cited(subject_parts.passages(shown))
    own = subject.aliases, subject.place, subject.note, subject.edited, subject.edits
    return digest(own, others, items, named, cited, inputs.described(subject.sources), pictures.around(subject, site.places))


def _role_days(site: Site, roles: Sequence[Passage]) -> dict[str, str]:
    """When the sources of roles appeared, by source, where they are of several days: offices change."""
    days = {p.source: day for p in roles if (day := site.sources[p.source].record.metadata.published)}
    if len(set(days.values())) < 2:
        return {}
    return {source: in_words(day, site.locale) for source, day in days.items()}


def _whereabouts(site: Site, place: Place) -> str:
    where = "" if place.kind == "country" else f"{pictures.country_of(place, site.locale)}; "
    return f"{where}{pictures.position(place)} ({place.kind}, by the gazetteer)"
