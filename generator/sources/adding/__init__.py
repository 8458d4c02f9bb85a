"""Bringing articles in from where people have them: addresses, feeds, saved pages, archives, mail. The only code that uses the network."""

from generator.sources.adding.bringing import Wishes, bring
from generator.sources.adding.fetching import Fetcher
from generator.sources.adding.library import Library
from generator.sources.adding.origins import found_in

__all__ = ["Fetcher", "Library", "Wishes", "bring", "found_in"]
