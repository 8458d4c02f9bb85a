"""The public record of an article (see CONTRACT): its model, and reading and writing JSON Lines."""

from generator.records.making import read, record, write
from generator.records.model import Record, identifier

__all__ = ["Record", "identifier", "read", "record", "write"]
