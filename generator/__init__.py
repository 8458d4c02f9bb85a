"""Briefing: turn articles into a site of facts, quotations and dates, each linked to the passage it comes from."""

__version__ = "0.1.0"
