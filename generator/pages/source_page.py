"""The page of one source: its text, with every cited passage marked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from generator.dossier.doubts import doubt
from generator.dossier.model import Source
from generator.pages import introduced, json_ld, reader
from generator.pages.dates import day_in_words
from generator.pages.draft import Draft
from generator.pages.links import Links, address
from generator.pages.pieces import digest
from generator.pages.site import Site
from generator.sources.article import DATE_ORIGINS


def drafts(site: Site) -> Iterator[Draft]:
    """The pages of all sources."""
    below = site.links.below()
    leading = () if site.dossier.stories else introduced.leading(site.dossier)  # a table of stories introduces nobody
    cited = reader.citations(site.dossier, site.events, below, site.numbered, leading)
    for source in site.dossier.sources:
        inputs = digest(site.inputs.sources([source.id]), cited[source.id])
        yield Draft(f"sources/{source.slug}.md", partial(_source, site, below, source, cited[source.id]), inputs)


def _source(site: Site, links: Links, source: Source, cited: list[reader.Citation]) -> bytes:
    excerpts = site.settings.publish == "excerpts"
    return site.page(
        "source",
        source.title,
        links,
        f"{source.title}. {site.line(source)}",
        json_ld.articles([source], links),
        source=source,
        line=site.line(source),
        url=address(source.record.metadata.url),
        origin=DATE_ORIGINS.get(source.record.metadata.published_from or ""),
        doubt=doubt(source.record),
        excerpts=excerpts,
        misfit=day_in_words(source.doubt, site.locale) if source.doubt else None,
        blocks=reader.blocks(source, cited, excerpts),
    )
