"""Slugs: safe file names, unique, and dependent on the text alone."""

import re

from hypothesis import given
from hypothesis import strategies as st
from slugify import slugify

from generator.values.slugs import LONGEST_SLUG, PLAIN, fingerprint, slug, slugs


def test_names_read_well() -> None:
    assert slug("Recep Tayyip Erdoğan") == "recep-tayyip-erdogan"


def test_two_texts_never_share_a_slug() -> None:
    made = slugs(["A b", "a-b", "c"])
    assert made["c"] == "c"
    assert len(set(made.values())) == 3


@given(st.from_regex(PLAIN, fullmatch=True).filter(lambda text: len(text) <= LONGEST_SLUG))
def test_a_plain_name_gets_the_slug_that_the_library_gives(name: str) -> None:
    assert slug(name).removesuffix(f"-{fingerprint(name)}") == slugify(name, max_length=LONGEST_SLUG, word_boundary=True)


@given(st.text())
def test_any_text_gives_a_safe_file_name(text: str) -> None:
    made = slug(text)
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", made)
    assert made != "index"
    assert made == slug(text)
