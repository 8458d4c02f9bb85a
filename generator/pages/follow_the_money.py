"""People, organisations and places in the format of FollowTheMoney, which investigative newsrooms import: one entity a line.

Each line is `{"id", "schema", "properties"}`, every property a list of strings. Articles are entities, too: who is named in one has it as
`proof`, and the words that describe somebody stand under `notes` with the place in the article that they come from.
"""

from __future__ import annotations

from collections.abc import Iterator

import msgspec

from generator.dossier.model import Dossier, Passage, Source, Subject
from generator.values.gazetteer import organisation_number

SCHEMAS = {"PERSON": "Person", "ORG": "Organization", "GPE": "Address", "LOC": "Address", "FAC": "Address"}
MOST_DESCRIPTIONS = 12  # descriptions of somebody
Entity = dict[str, object]


def lines(dossier: Dossier) -> bytes:
    """The entities of a dossier, articles first; what is neither somebody, a body nor a place has no schema there and is left out."""
    slugs = {source.id: source.slug for source in dossier.sources}
    found = [*map(_article, dossier.sources), *_subjects(dossier, slugs)]
    return b"".join(msgspec.json.encode(entity) + b"\n" for entity in found)


def _article(source: Source) -> Entity:
    told = source.record.metadata
    properties = {
        "title": told.title or source.slug,
        "author": told.author,
        "publisher": told.publisher,
        "publishedAt": told.published,
        "sourceUrl": told.url,
    }
    return _entity(f"article-{source.slug}", "Article", {key: [value] for key, value in properties.items() if value})


def _subjects(dossier: Dossier, slugs: dict[str, str]) -> Iterator[Entity]:
    for subject in dossier.subjects:
        if schema := SCHEMAS.get(subject.type):
            yield _entity(f"subject-{subject.id}", schema, _properties(subject, schema, slugs))


def _properties(subject: Subject, schema: str, slugs: dict[str, str]) -> dict[str, list[str]]:
    roles = subject.descriptions[:MOST_DESCRIPTIONS]
    found = {
        "name": [subject.name],
        "alias": list(subject.aliases),
        "position": [role.text for role in roles] if schema == "Person" else [],
        "notes": [*([subject.note] if subject.note else []), *(_cited(role, slugs) for role in roles)],
        "proof": [f"article-{slugs[name]}" for name in subject.sources if name in slugs],
    }
    if schema == "Organization" and (number := organisation_number(subject.name.lower())):
        found["wikidataId"] = [number]
    if schema == "Address":
        found["full"] = [subject.name]
    if (place := subject.place) is not None:
        found |= {"latitude": [str(place.latitude)], "longitude": [str(place.longitude)]}
        found["country"] = [place.country.lower()] if place.country else []
    return found


def _cited(passage: Passage, slugs: dict[str, str]) -> str:
    """The words with where they stand, in code points of the article."""
    return f"“{passage.text}” ({slugs.get(passage.source, passage.source)}, {passage.start}-{passage.end})"


def _entity(name: str, schema: str, properties: dict[str, list[str]]) -> Entity:
    return {"id": name, "schema": schema, "properties": {key: values for key, values in properties.items() if values}}
