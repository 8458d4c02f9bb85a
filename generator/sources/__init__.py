"""From files to articles: readers, sidecars, encodings, boilerplate. No language processing here."""

from generator.sources.article import Article, Metadata, Paragraph

__all__ = ["Article", "Metadata", "Paragraph"]
