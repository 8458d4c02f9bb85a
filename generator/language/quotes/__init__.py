"""Who said what: direct, mixed and indirect quotations with their cue, source and speaker."""

from generator.language.quotes.component import Quote, QuoteKind, Quotes, make_quotes

__all__ = ["Quote", "QuoteKind", "Quotes", "make_quotes"]
