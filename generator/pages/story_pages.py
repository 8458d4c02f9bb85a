"""Pages of the stories of a folder whose articles tell of several: each a briefing of its own, with what belongs to it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from generator.dossier.model import Glance, Story
from generator.pages import front, json_ld
from generator.pages.dates import interval_in_words
from generator.pages.draft import Draft
from generator.pages.pieces import digest
from generator.pages.site import Site
from generator.pages.views import FactView

STORY_FACTS = 12
STORY_QUOTES = 6
EVENTS = 20
STORY_PEOPLE = 6


def drafts(site: Site) -> Iterator[Draft]:
    """The pages of all stories."""
    facts = {v.id: v for v in site.facts}
    quotes = {v.id: v for v in site.quotes}
    events = {v.id: v for v in site.entries}
    for story in site.dossier.stories:
        parts: dict[str, Any] = {
            **_facts(story, [facts[name] for name in story.statements[: STORY_FACTS + 1] if name in facts]),
            "quotes": front.featured(site, [quotes[name] for name in story.quotations if name in quotes])[:STORY_QUOTES],
            "events": [events[name] for name in story.happenings if name in events][:EVENTS],
        }
        disputed = front.disputed(site, story)
        inputs = digest(
            story,
            [site.inputs.items(parts[kind]) for kind in ("told", "facts", "quotes", "events")],
            [(v.difference, site.inputs.cited(v.passages)) for v in disputed],
            site.inputs.described(story.sources),
            site.inputs.names(story.subjects[:STORY_PEOPLE]),
            site.dossier.title,
        )
        yield Draft(f"{story.id}.md", partial(_story, site, story, {**parts, "disputed": disputed}), inputs)


def _facts(story: Story, found: list[FactView]) -> dict[str, Any]:
    """The facts below a story's lede, and the one that the lede tells word for word, which is not said again."""
    told = front.told_by(story.lede, found)
    return {"told": [told] if told else [], "facts": [view for view in found if view is not told][:STORY_FACTS]}


def _headline(story: Story, answer: Glance) -> bool:
    """Whether an answer is the headline that stands over the page already."""
    return answer.passage is not None and answer.passage.text == story.title


def _articles(count: int) -> str:
    return "one article" if count == 1 else f"{count} articles"


def _story(site: Site, story: Story, parts: dict[str, Any]) -> bytes:
    return site.page(
        "story",
        story.title,
        site.links,
        f"{story.title}: told by {_articles(len(story.sources))}, each line linked to the passage that it comes from.",
        json_ld.articles([site.sources[name] for name in story.sources], site.links),
        exclude=True,  # all of it stands in the lists, too
        story=story,
        answers=front.answered(site, [g for g in story.glance if not _headline(story, g)]),
        period=front.story_period(site, story),
        published=_published(site, story),
        names=[name for name in story.subjects if name in site.links.listed][:STORY_PEOPLE],
        entries=[site.entry(name) for name in story.sources],
        **parts,
    )


def _published(site: Site, story: Story) -> str | None:
    days = sorted(day for name in story.sources if (day := site.sources[name].record.metadata.published))
    return interval_in_words(days[0], days[-1], site.locale) if days else None
