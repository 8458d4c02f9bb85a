"""The public record of an article (see CONTRACT): its model, how it is made, and JSON Lines."""

from generator.records.json_lines import decode, encode, one_line, read, reason, schema, write
from generator.records.making import record
from generator.records.model import Record

__all__ = ["Record", "decode", "encode", "one_line", "read", "reason", "record", "schema", "write"]
