"""The day that a time to the minute names: "at 7.40am on Tuesday" beside "on Monday evening"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.dossier.differences.article import Article
from generator.dossier.differences.detail_threads import WEEKDAY
from generator.dossier.differences.said import DAY_END, Said


def with_days(article: Article, told: Iterable[Said]) -> Iterator[Said]:
    """The details of an article, and beside each time the day of the week that its words name.

    Args:
        article: it.
        told: its details.
    """
    for made in told:
        yield made
        if made.kind == "clock" and (day := _day(article, made)) is not None:
            yield day


def _day(article: Article, made: Said) -> Said | None:
    time = next((t for t in article.times(made.sentence) if (t.start, t.end) == (made.start, made.end)), None)
    if time is None or not time.earliest or not time.latest or not article.record.metadata.published:
        return None
    if not WEEKDAY.search(article.record.text[made.start : made.end].lower()) or article.quoted(made.start):
        return None
    first, last = time.earliest[:DAY_END], time.latest[:DAY_END]
    return replace(made, kind="day", dimension="day", value=time.value[:DAY_END], first=first, last=last, minute=0)
