"""Records to and from JSON Lines: what is read is checked against the model, field by field (library msgspec)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import IO, Any

import msgspec

from generator.errors import BriefingError
from generator.records.model import Record

ENDS = "\u0085\u2028\u2029"  # characters that some readers of JSON Lines take for the end of a line


def encode(record: Record) -> bytes:
    """The record's JSON, on one line."""
    return one_line(msgspec.json.encode(record))


def decode(body: bytes | str) -> Record:
    """The record of its JSON.

    Raises:
        msgspec.DecodeError: it is no JSON, or not of a record's shape; `reason` says it in words.
    """
    return _DECODER.decode(body)


def schema() -> dict[str, Any]:
    """The JSON Schema of a record."""
    return msgspec.json.schema(Record)


def write(records: Iterable[Record], stream: IO[str]) -> None:
    """Write records as JSON Lines."""
    for each in records:
        stream.write(encode(each).decode("utf-8") + "\n")


def read(lines: Iterable[str]) -> Iterator[Record]:
    """Read records from JSON Lines.

    Raises:
        BriefingError: a line is not a record; it says which line, where in it, and what must stand there.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            try:
                yield decode(line)
            except msgspec.DecodeError as error:
                raise BriefingError(f"Line {number} is no record: {reason(error)}.") from error


def reason(error: msgspec.DecodeError) -> str:
    """What is wrong with a record, in plain words: where, and what must stand there."""
    said, _, place = str(error).partition(" - at `$")
    said = re.sub(r"^Expected ", "must be ", re.sub(r"^Object ", "", said)).replace("`", "")
    where = place.rstrip("`").lstrip(".")
    return f"{where}: {said}" if where else said


def one_line(data: bytes) -> bytes:
    """JSON without the characters that some readers of JSON Lines take for the end of a line."""
    for character in ENDS:
        raw = character.encode("utf-8")
        if raw in data:
            data = data.replace(raw, f"\\u{ord(character):04x}".encode("ascii"))
    return data


_DECODER = msgspec.json.Decoder(Record)
