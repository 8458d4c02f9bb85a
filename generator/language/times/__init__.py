"""Dates in words: find time expressions and say which day, month or span each means."""

from generator.language.times.component import TimeExpression, Times, TimexType, make_times

__all__ = ["TimeExpression", "Times", "TimexType", "make_times"]
