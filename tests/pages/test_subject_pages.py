"""The page of somebody: whose a surname may be, and when the sources of roles appeared."""

from __future__ import annotations

from msgspec.structs import replace

from generator.dossier import assemble
from generator.pages import PageSettings
from generator.pages.render import render
from generator.records.model import Record
from tests.records import entity, record, span


def article(name: str, text: str, *names: str) -> Record:
    return record(name, text, entities=tuple(entity(text, k, n) for k, n in enumerate(names, 1)))


def test_a_surname_left_apart_says_whose_it_may_be() -> None:
    dossier = assemble(
        [article("a", "John Moor sued Mary Moor.", "John Moor", "Mary Moor"), article("b", "Moor won.", "Moor")], "Title"
    )
    assert {s.name: s.maybe for s in dossier.subjects}["Moor"] == ("john-moor", "mary-moor")
    pages = dict(render(dossier, PageSettings()))
    for page in ("subjects/moor.md", "people.md"):
        text = pages[page].decode()
        assert text.count("the articles do not say") == 1
        told = text[text.index("may be") : text.index("the articles do not say")]
        assert "John Moor" in told
        assert "Mary Moor" in told
    assert b"the articles do not say" not in pages["subjects/john-moor.md"]


def described(name: str, role: str, published: str) -> Record:
    text = f"{role} Ann Field left. Ann Field is here, and Ann Field stays."
    who = replace(entity(text, 1, "Ann Field"), descriptions=(span(text, role),))
    made = record(name, text, entities=(who,))
    return replace(made, metadata=replace(made.metadata, published=published))


def test_roles_of_several_days_have_their_days() -> None:
    one, other = described("a", "Mayor", "2016-07-15"), described("b", "Former mayor", "2018-07-15")
    page = dict(render(assemble([one, other], "Title"), PageSettings()))["subjects/ann-field.md"].decode()
    assert "published 15 July 2016" in page
    assert "published 15 July 2018" in page
    same = dict(render(assemble([one, replace(other, metadata=one.metadata)], "Title"), PageSettings()))
    assert b"published 15 July 2016</span></li>" not in same["subjects/ann-field.md"]
