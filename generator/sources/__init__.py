"""From files to articles: readers, sidecars, encodings, boilerplate. No language processing here."""

from generator.sources.article import Article, Metadata, Paragraph
from generator.sources.boilerplate import furniture
from generator.sources.readers import READERS
from generator.sources.reading import Reading, find, from_bytes, ids, read, retold

__all__ = [
    "READERS",
    "Article",
    "Metadata",
    "Paragraph",
    "Reading",
    "find",
    "from_bytes",
    "furniture",
    "ids",
    "read",
    "retold",
]
