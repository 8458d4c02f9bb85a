"""The briefing's first page: what a reader sees who sees nothing else."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from babel.numbers import format_decimal

from generator.dossier.model import Day, Glance, Lede, Passage, Quotation, Story, Subject
from generator.pages import json_ld, pictures, views
from generator.pages.dates import day_in_words, in_words, interval_in_words, period_in_words
from generator.pages.draft import Draft
from generator.pages.introduced import leading
from generator.pages.site import Site

FRONT_FACTS = 8
LEADING = 2  # facts whose figures stand above the rest
LATEST = 3  # figures there
DISPUTED = 4
STORIES = 60  # that a table of stories shows with their ledes
MOST_STORIES = 1000  # and in all
FRONT_QUOTES = 4
SURE_SPEAKER = 0.9  # of a speaker whose words are featured


def drafts(site: Site) -> Iterator[Draft]:
    """The first page."""
    yield Draft("index.md", partial(_index, site))


def _changes(site: Site) -> int | None:
    """How many changes the page of changes shows; None where there is no such page."""
    revised = sum(len(revision.passages) for revision in site.settings.revisions)
    return len(site.settings.changes) + revised if site.settings.since or revised else None


def _index(site: Site) -> bytes:
    several = bool(site.dossier.stories)
    piece = site.pieces.of("index.md")
    told = None if several else told_by(site.dossier.lede, site.facts[:FRONT_FACTS])
    return site.page(
        "index",
        site.dossier.title,
        site.links,
        site.dossier.dek or f"{site.dossier.title}: a briefing, each line linked to the passage that it comes from.",
        lambda cited: json_ld.briefing(site.dossier, site.links, cited if site.many else site.sources),
        exclude=True,  # from the search: all of it stands on another page too
        changes=_changes(site),
        period=_between(site, site.dossier.period),
        published=_published(site),
        figures=_figures(site),
        stories=[_story(site, story) for story in site.dossier.stories[:STORIES]],
        more_stories=site.dossier.stories[STORIES:MOST_STORIES],
        elsewhere=len(site.sources) - sum(len(story.sources) for story in site.dossier.stories),
        lede=None if several else site.dossier.lede,
        latest=[] if several else _latest(site),
        disputed=[] if several else _disputed(site)[:DISPUTED],
        more_disputed=len(site.dossier.differences) > DISPUTED,
        unknowns=[] if several else _unknowns(site),
        answers=[] if several else answered(site, site.dossier.glance),
        told=told,
        facts=[] if several else [v for v in site.facts[: FRONT_FACTS + 1] if v is not told][:FRONT_FACTS],
        more_facts=len(site.facts) > FRONT_FACTS,
        drawing="" if several else pictures.events_drawn(site.entries, site.links, piece),
        quotes=[] if several else featured(site, site.quotes)[:FRONT_QUOTES],  # of several stories each page has its own
        cards=[] if several else [site.card(s) for s in leading(site.dossier)],
        listed=None if site.many else list(site.sources),
        entry=site.entry,
    )


def told_by(lede: Lede | None, facts: Sequence[views.FactView]) -> views.FactView | None:
    """The fact that the lede tells word for word: it is not said again below it, only linked to."""
    if lede is None:
        return None
    return next((v for v in facts if _word_for_word(lede.passage, v.statement.passage)), None)


def _word_for_word(one: Passage, other: Passage) -> bool:
    """Whether one of two passages holds the other."""
    begin, end = max(one.start, other.start), min(one.end, other.end)
    return one.source == other.source and begin < end and end - begin == min(one.end - one.start, other.end - other.start)


def featured(site: Site, found: Sequence[views.QuoteView]) -> list[views.QuoteView]:
    """The best quotations whose speaker the source names beside them, at most two of one speaker."""
    sure = [
        v for v in found if "pin" in v.quotation.edits or (v.kind != "indirect" and _named_beside(v.quotation, site.known))
    ]
    return _various(sorted(sure, key=lambda v: (-v.quotation.score, v.quotation.id)))


def _story(site: Site, story: Story) -> dict[str, object]:
    """A story as the table of stories shows it."""
    return {
        "id": story.id,
        "title": story.title,
        "lede": story.lede.passage if story.lede else None,
        "period": story_period(site, story),
        "sources": len(story.sources),
        "publishers": story.publishers,
    }


def story_period(site: Site, story: Story) -> str | None:
    """From when to when a story happened."""
    return _between(site, story.period)


def _between(site: Site, period: tuple[str, str] | None) -> str | None:
    if period is None:
        return None
    first, last = period
    return in_words(first, site.locale) if first == last else period_in_words((first, first), (last, last), site.locale)


def _published(site: Site) -> str | None:
    """From when to when the sources appeared."""
    days = sorted(s.record.metadata.published for s in site.dossier.sources if s.record.metadata.published)
    return interval_in_words(days[0], days[-1], site.locale) if days else None


def _figures(site: Site) -> list[dict[str, object]]:
    d = site.dossier
    counted = [
        ("source", "sources" if site.many else "index#sources", len(d.sources)),
        ("fact", "facts", len(d.statements)),
        ("quotation", "quotes", len(d.quotations)),
        ("event", "chronology", len(site.entries)),
    ]
    if d.differences:
        counted.append(("difference", "differences", len(d.differences)))
    return [
        {"count": format_decimal(n, locale=site.locale), "word": word + ("" if n == 1 else "s"), "page": page}
        for word, page, n in counted
    ]


def _latest(site: Site) -> list[views.DifferenceView]:
    """The figures of the lede, or of the first facts, of which the sources tell more than one."""
    first = {v.statement.id for v in site.facts[:LEADING]}
    lede = site.dossier.lede
    return [
        view
        for view in site.differences
        if view.difference.kind == "figure"
        and (first.intersection(view.difference.facts) or (lede is not None and _differing(site, lede.passage, [view])))
    ][:LATEST]


def _disputed(site: Site) -> list[views.DifferenceView]:
    """What the sources tell differently of one time; a figure that rose from day to day is none. What an editor settled comes last."""
    return sorted((v for v in site.differences if not v.difference.changed), key=lambda v: "settle" in v.difference.edits)


def disputed(site: Site, story: Story) -> list[views.DifferenceView]:
    """What the sources of one of several stories tell differently."""
    return [v for v in _disputed(site) if {p.source for p in v.difference.passages} <= {*story.sources}][:DISPUTED]


def _unknowns(site: Site) -> list[dict[str, object]]:
    """What the sources say is not known, each with the day on which that was published."""
    return [
        {
            "passage": unknown.passage,
            "also": [p for p in unknown.also if p.source != unknown.passage.source],
            "published": day_in_words(day, site.locale)
            if (day := site.sources[unknown.passage.source].record.metadata.published)
            else None,
        }
        for unknown in site.dossier.unknowns
    ]


def answered(site: Site, glance: Sequence[Glance]) -> list[dict[str, object]]:
    """At a glance: the sources' words, and what they mean where that says more."""
    return [
        {
            "question": g.question,
            "passage": g.passage,
            "day": _day(site, g.day) if g.day else _meant(site, g),
            "differs": _differing(site, g.passage) if g.passage else [],
        }
        for g in glance
    ]


def _differing(
    site: Site, passage: Passage, among: Sequence[views.DifferenceView] | None = None
) -> list[views.DifferenceView]:
    """What others tell of a figure or time that stands in an answer."""
    return [
        view
        for view in (site.differences if among is None else among)
        if any(
            p.source == passage.source and passage.start <= p.start and p.end <= passage.end
            for p in view.difference.passages
        )
    ]


def _day(site: Site, day: Day) -> str:
    """The main event's day in words."""
    words = in_words(day.value, site.locale, day.mod)
    return f"reported {words}, the day of publication (inferred)" if day.inferred else words


def _meant(site: Site, glance: Glance) -> str | None:
    """The name of whom the words mean, and a town's country, where the words do not say so."""
    subject = site.known.get(glance.subject or "")
    if subject is None or glance.passage is None:
        return None
    name = site.links.names[subject.id]
    told = glance.passage.text.casefold()
    country = pictures.country_of(subject.place, site.locale) if subject.place and subject.place.kind != "country" else ""
    meant = [part for part in (name, country) if part and part.casefold() not in told]
    return ", ".join(meant) or None


def _named_beside(quotation: Quotation, known: Mapping[str, Subject]) -> bool:
    """Whether the source names the speaker beside the words: "Ann Field said", not "she said"."""
    speaker = known.get(quotation.speaker or "")
    if speaker is None or quotation.confidence < SURE_SPEAKER or quotation.attributed_to is None or quotation.cue is None:
        return False
    names = {word for name in (speaker.name, *speaker.aliases) for word in name.split() if word[:1].isupper()}
    return not names.isdisjoint(word.strip(",.()").removesuffix("’s") for word in quotation.attributed_to.text.split())


def _various(quotes: list[views.QuoteView]) -> list[views.QuoteView]:
    """At most two quotations of one speaker."""
    chosen: list[views.QuoteView] = []
    spoken: Counter[str | None] = Counter()
    for view in quotes:
        speaker = view.quotation.speaker
        if spoken[speaker] < 2:
            spoken[speaker] += 1
            chosen.append(view)
    return chosen
