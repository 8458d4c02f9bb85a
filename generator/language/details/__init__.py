"""Amounts, times and places of an article, each with what the sentence says of it: of which verb it is which part, and with what."""

from generator.language.details.component import Detail, Details, make_details
from generator.language.details.frames import Part

__all__ = ["Detail", "Details", "Part", "make_details"]
