"""Dates in words: find time expressions and say which day, month or span each means."""

from generator.language.times.component import TimeExpression, Times, make_times, time_expressions
from generator.language.times.meaning import TimexType

__all__ = ["TimeExpression", "Times", "TimexType", "make_times", "time_expressions"]
