"""TIMEX3 values: the days that a value spans."""

from __future__ import annotations


def days(value: str) -> tuple[str, str] | None:
    """The first and the last day (ISO 8601) that a TIMEX3 value spans; None where it names no interval of known year."""
    return (value, value) if len(value) == 10 and "X" not in value else None
