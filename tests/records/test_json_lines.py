"""Records in JSON Lines: what is written is read again as it was; what is no record is refused in words; the schema holds for all."""

from __future__ import annotations

import io
import json

import jsonschema
import pytest

from generator.errors import BriefingError
from generator.records import Record, encode, read, schema, write
from tests.records import entity, event, fact, quote, record

TEXT = "“We agreed,” said Ann Field. The bridge fell on 15 July 2016."


@pytest.fixture
def whole() -> Record:
    ann = entity(TEXT, 1, "Ann Field")
    return record(
        "a",
        TEXT,
        "2016-07-16",
        title="Bridge\u2028down",
        entities=(ann,),
        facts=(fact("a", TEXT, "The bridge fell on 15 July 2016."),),
        quotes=(quote("a", TEXT, "We agreed,", ann),),
        events=(event("a", TEXT, "fell", "2016-07-15"),),
    )


def test_what_was_written_is_read_as_it_was(whole: Record) -> None:
    stream = io.StringIO()
    write([whole, whole], stream)
    assert len(stream.getvalue().splitlines()) == 2, "no character of a text ends its line"
    assert list(read(io.StringIO(stream.getvalue()))) == [whole, whole]
    assert json.loads(encode(whole))["events"][0]["date"] == {
        "value": "2016-07-15",
        "earliest": "2016-07-15",
        "latest": "2016-07-15",
        "wording": None,
        "inferred": False,
        "shared": False,
        "confidence": None,
    }


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ({"id": 7}, r"Line 2 is no record: id: must be str, got int\.$"),
        ({"quotes": [{"id": "q-1"}]}, r"Line 2 is no record: quotes\[0\]: missing required field kind\.$"),
        ({"colour": "red"}, r"Line 2 is no record: contains unknown field colour\.$"),
        ({"times": [{"start": 1, "end": 2, "type": "NOON", "value": "x"}]}, r"times\[0\]\.type: "),
        ({"facts": None}, r"Line 2 is no record: facts: must be array, got null\.$"),
    ],
)
def test_what_is_no_record_is_refused_in_words(whole: Record, damage: dict[str, object], said: str) -> None:
    line = encode(whole).decode()
    with pytest.raises(BriefingError, match=said):
        list(read([line, json.dumps({**json.loads(line), **damage})]))


def test_what_is_no_json_is_refused() -> None:
    with pytest.raises(BriefingError, match="Line 1 is no record"):
        list(read(['{"id": ']))


def test_the_schema_holds_for_what_is_written_and_for_nothing_else(whole: Record) -> None:
    validator = jsonschema.Draft202012Validator(schema())
    validator.check_schema(schema())
    made = json.loads(encode(whole))
    validator.validate(made)
    assert validator.schema["$ref"] == "#/$defs/Record"
    for wrong in ({"id": 7}, {"colour": "red"}, {"entities": [{**made["entities"][0], "type": "CAT"}]}):
        assert not validator.is_valid({**made, **wrong})
    assert not validator.is_valid({key: value for key, value in made.items() if key != "sha256"})
