"""Dates in words: find time expressions and say which day, month or span each means."""

from generator.language.times.component import Times, make_times
from generator.language.times.meaning import TimexType
from generator.language.times.model import TimeExpression
from generator.language.times.reading import time_expressions

__all__ = ["TimeExpression", "Times", "TimexType", "make_times", "time_expressions"]
