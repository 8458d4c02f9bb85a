"""A day of publication that is still to come is doubted aloud: the one thing that a build asks the clock for, and no page shows it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

ZONES = timedelta(days=1)  # it may be tomorrow already where the article appeared


def unborn(file: str, published: str | None, today: date | None = None) -> list[str]:
    """A sentence for the user where an article is said to appear in the future.

    Args:
        file: the article's, for the message.
        published: the day that it states (ISO).
        today: the day to compare with; by default the clock's.
    """
    limit = (today or datetime.now(UTC).date()) + ZONES
    if not published or published <= limit.isoformat():
        return []
    return [
        f"{file} says that it was published on {published}, which is still to come: check `published:`; every day in it is "
        "counted from there."
    ]
