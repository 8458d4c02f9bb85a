"""Hostile articles, sidecars and file names: refused in one sentence, or shown as the characters that they are."""

from __future__ import annotations

import json
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.building.run import build
from generator.errors import SourceError
from generator.pages import escaping
from generator.pages.facets import json_of
from generator.sources import READERS, find, from_bytes, read
from generator.sources.paragraphs import paragraphs
from generator.sources.sidecar import load_yaml
from tests.fuzz.target import Article, inert, one, shown

STORY = "The mayor of the town said on Monday that the bridge was safe."
HOSTILE = (
    "<script>alert(1)</script>",
    "</title><script>alert(1)</script>",
    "</script><img src=x onerror=alert(1)>",
    "--><svg onload=alert(1)>",
    "\" onmouseover='alert(1)' x=\"",
    '[a](javascript:alert(1)) ![b](x "onerror=alert(1)")',
    "<https://[bad>",
    "{{ 7*7 }} {% include '/etc/passwd' %} {# gone #}",
    "{: onclick=alert(1) } *a*{: .b }",
    "--8<-- '/etc/passwd'",
    "&lt;b&gt; &#60;i&#62; &amp;amp;",
    "---\ntitle: x\n---",
    "\u202eesrever\u202c \u2066isolated\u2069",
    "zero\u200bwidth\u200djoined\ufeff",
    "bell\x07 escape\x1b[31m delete\x7f next\x85",
    "a" * 10_000,
    "| a | b |\n| - | - |\n| `c` | ~~d~~ |",
    "# heading\n> quotation\n- list\n```\ncode",
)
TOUGH = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
FRAGMENTS = st.lists(
    st.one_of(st.sampled_from(HOSTILE), st.text(st.characters(exclude_categories=("Cs",)), max_size=20)),
    min_size=1,
    max_size=4,
)


def article(text: str, title: str | None = None) -> Article:
    from generator.sources.article import Metadata

    return Article("a", text, Metadata(title=title), paragraphs(text, title))


@pytest.mark.parametrize("words", HOSTILE, ids=range(len(HOSTILE)))
def test_known_attacks_are_shown_as_their_characters(words: str) -> None:
    page = shown(article(f"Before {words} after.\n\n{STORY}", title=words))
    assert len(page) > 5


@given(st.text())
def test_every_character_that_could_mean_something_is_written_as_a_number(text: str) -> None:
    assert str(escaping.inert(text)) == text.translate(escaping.ESCAPES)


@given(st.text(st.characters()) | st.just("\ud800"))
def test_what_a_script_reads_is_json_whatever_the_characters(text: str) -> None:
    whole = text.encode("utf-8", "replace").decode()
    assert json.loads(json_of([text])) == [whole]
    assert json_of([text]).isascii() == whole.isascii()


@TOUGH
@given(FRAGMENTS)
def test_mixed_attacks_run_nothing(parts: list[str]) -> None:
    shown(article(f"Before {' '.join(parts)} after.\n\n{STORY}", title=parts[0]))


@TOUGH
@given(st.binary(max_size=300), st.sampled_from(sorted(READERS)))
def test_a_reader_gives_an_article_that_can_be_written_or_refuses(data: bytes, suffix: str) -> None:
    try:
        found = from_bytes(data, suffix, "a", f"a{suffix}").article
    except SourceError:
        return
    assert found.text.strip()
    found.text.encode()


CORPUS = (
    b"",
    b"\x00",
    b"\x00<html><body><article><h1>T</h1><p>The mayor said <script>x</script> that it was good.</p></article></body></html>",
    b"\x02---\ntitle: '<b>x</b>'\n---\n\n# Head\n\nThe mayor said that <img src=x onerror=alert(1)> it was good.",
    b"\x03%PDF-1.4\n1 0 obj\n<</Type/Catalog>>\nendobj\ntrailer<</Root 1 0 R>>",
    b"\x04title: '</title><script>'\npublished: 2016-02-30\0\0The mayor of the town said that it was good.",
    b"\x04title: !!python/object/apply:os.system [id]\0\0The mayor said so.",
)


@pytest.mark.parametrize("data", CORPUS, ids=range(len(CORPUS)))
def test_the_fuzzers_first_inputs(data: bytes) -> None:
    one(data)


def pdf(page: bytes) -> bytes:
    """A PDF of one page, whose content is compressed."""
    packed = zlib.compress(page, 9)
    parts = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    )
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (number, part) for number, part in enumerate(parts, 1))
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n"


BOMBS = {
    "brackets.md": b"[" * 50_000 + b"\n\n" + STORY.encode(),
    "lists.md": "\n".join("    " * n + "- a" for n in range(300)).encode(),
    "quotations.md": b">" * 20_000 + b" x",
    "front.md": b"---\ntitle: " + b"[" * 5_000 + b"\n---\n\n" + STORY.encode(),
    "number.md": b"---\ntitle: " + b"9" * 10_000 + b"\n---\n\n" + STORY.encode(),
    "deep.html": b"<html><body>" + b"<div>" * 20_000 + b"<p>" + STORY.encode(),
    "entities.html": b'<!DOCTYPE x [<!ENTITY a "aaaaaaaa"><!ENTITY b "&a;&a;&a;">]><p>&b;</p>',
    "flate.pdf": pdf(b" " * 20_000_000),
}


@pytest.mark.parametrize("name", BOMBS)
def test_bombs_are_refused_before_they_go_off(name: str) -> None:
    began = time.process_time()
    with pytest.raises(SourceError):
        from_bytes(BOMBS[name], Path(name).suffix, "a", name)
    assert time.process_time() - began < 10


def test_yaml_may_not_make_objects_or_grow() -> None:
    for text in ("!!python/object/apply:os.system ['id']", "a: &a [x, x]\nb: [*a, *a]", "[" * 5_000, r'title: "\uD800"'):
        with pytest.raises(SourceError):
            load_yaml(text, "a.yml")


def test_links_that_lead_out_are_named_and_not_followed(tmp_path: Path) -> None:
    seeds, secret = tmp_path / "seeds", tmp_path / "secret"
    seeds.mkdir()
    secret.mkdir()
    (secret / "a.txt").write_text(STORY, "utf-8")
    (secret / "b.yml").write_text("title: Secret\n", "utf-8")
    (seeds / "a.txt").symlink_to(secret / "a.txt")
    (seeds / "folder").symlink_to(secret)
    (seeds / "b.txt").write_text(STORY, "utf-8")
    (seeds / "b.yml").symlink_to(secret / "b.yml")
    files, notes = find([seeds])
    assert files == [seeds / "b.txt"]
    assert sorted(note.split(" is a link")[0] for note in notes) == [str(seeds / "a.txt"), str(seeds / "b.yml")]
    assert read(seeds / "b.txt").article.metadata.title is None


def test_hostile_names_and_texts_go_through_the_whole_build(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    names = ("<script>alert(1)<", "x..%2f..%2fetc", "{{ 7*7 }}", "a\nb", "\u202egnp", "index", "-rf ~", "a" * 200)
    for number, name in enumerate(names):
        text = f"{HOSTILE[number]}\n\n{STORY} \u201cIt is {HOSTILE[-1 - number]} safe,\u201d Ann Field said.\n"
        (seeds / f"{name}.txt").write_bytes(text.encode("utf-8", "replace"))
        (seeds / f"{name}.yml").write_text("title: '</title><script>alert(1)</script>'\npublished: 2016-08-09\n", "utf-8")
    outside = {p.name for p in tmp_path.iterdir()}
    outcome = build(tmp_path, jobs=1, progress=False)
    assert outcome.articles + len(outcome.problems) == len(names)
    assert outcome.articles > 0
    pages = sorted((tmp_path / "docs").rglob("*.md"))
    assert len(pages) > len(names)
    for page in pages:
        inert(page.name, page.read_text("utf-8"))
    assert {p.name for p in tmp_path.iterdir()} - outside == {"docs", ".briefing"}
