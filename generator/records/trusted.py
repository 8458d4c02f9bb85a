"""Records without validation, for what our own extraction made: the same names, values and JSON as `Record`, read many times faster.

A build reads back a thousand records of which one is new. Their seal vouches for them (see `generator.building.cache`), so they are decoded
into plain structs that mirror the pydantic models field by field (library msgspec: the fastest decoder, checks types on the way).
"""

from __future__ import annotations

from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

import msgspec
from pydantic import BaseModel
from pydantic_core import PydanticUndefined

from generator.records.model import Record

M = TypeVar("M", bound=BaseModel)


def decode(body: bytes) -> Record:
    """The record of its JSON.

    Raises:
        msgspec.DecodeError: it is no JSON, or not of a record's shape.
    """
    return cast(Record, _decoder().decode(body))


def encode(record: Record) -> bytes:
    """The record's JSON, the same for a `Record` and for its mirror."""
    if isinstance(record, BaseModel):
        return one_line(record.model_dump_json().encode("utf-8", "surrogatepass"))
    return one_line(msgspec.json.encode(record))


def one_line(data: bytes) -> bytes:
    """JSON without the characters that some readers of JSON Lines take for the end of a line."""
    for character in "\u0085\u2028\u2029":
        raw = character.encode("utf-8")
        if raw in data:
            data = data.replace(raw, f"\\u{ord(character):04x}".encode("ascii"))
    return data


def changed(thing: M, **values: Any) -> M:
    """A copy of a record, or of a part of one, with other values."""
    if isinstance(thing, BaseModel):
        return thing.model_copy(update=values)
    return cast(M, msgspec.structs.replace(thing, **{name: _struct(value) for name, value in values.items()}))


def _struct(value: Any) -> Any:
    """A model as its mirror."""
    return msgspec.convert(value.model_dump(), _mirror(type(value))) if isinstance(value, BaseModel) else value


@cache
def _decoder() -> msgspec.json.Decoder[Any]:
    return msgspec.json.Decoder(_mirror(Record))


@cache
def _mirror(model: type[BaseModel]) -> type[msgspec.Struct]:
    """A struct with the fields of a model, in their order."""
    hints = get_type_hints(model)
    fields: list[Any] = [
        (name, _plain(hints[name]), *(() if field.default is PydanticUndefined else (_default(field.default),)))
        for name, field in model.model_fields.items()
    ]
    return msgspec.defstruct(model.__name__, fields, frozen=True, kw_only=True, gc=False, forbid_unknown_fields=True)


def _plain(hint: Any) -> Any:
    """A type with mirrors in the place of models."""
    if isinstance(hint, type) and issubclass(hint, BaseModel):
        return _mirror(hint)
    if get_origin(hint) in (Union, UnionType):
        return Union[tuple(_plain(part) for part in get_args(hint))]  # noqa: UP007
    if get_origin(hint) is tuple:
        return tuple[_plain(get_args(hint)[0]), ...]  # type: ignore[misc]
    return hint


def _default(value: Any) -> Any:
    return _struct(value)
