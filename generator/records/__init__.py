"""The public record of an article (see CONTRACT): its model, and reading and writing JSON Lines."""

from generator.records.model import Record, identifier
from generator.records.reading import read, record, write

__all__ = ["Record", "identifier", "read", "record", "write"]
