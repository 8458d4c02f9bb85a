"""Reading articles: every format and encoding right, or refused by name."""

from __future__ import annotations

import io
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.errors import SourceError
from generator.sources import find, from_bytes, ids, read
from generator.sources.boilerplate import is_noise
from generator.sources.encodings import decode
from generator.sources.english import other_language
from generator.sources.paragraphs import paragraphs
from generator.sources.sidecar import parse

STORY = "A title\n\nThe council met on Monday. “We agreed,” the mayor said — at last.\n\nNobody left early.\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_encodings_are_decoded_right(encoding: str) -> None:
    assert decode(STORY.encode(encoding), "a.txt") == STORY


@pytest.mark.parametrize(
    ("data", "says"),
    [
        (b"\x00\x01\x02binary", "binary"),
        ("Совет собрался".encode("koi8-r"), "neither UTF-8 nor Windows-1252"),
        (b"\xff\xfea\xd8", "UTF-16"),
    ],
)
def test_what_is_no_text_is_refused_by_name(data: bytes, says: str) -> None:
    with pytest.raises(SourceError, match=r"a\.txt.*" + says):
        decode(data, "a.txt")


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"]), min_size=1))
def test_utf8_text_is_never_changed(text: str) -> None:
    data = text.encode()
    try:
        assert decode(data, "a.txt") == text.removeprefix("\ufeff")
    except SourceError:
        assert any(ord(c) < 32 or ord(c) > 127 for c in text)


def test_a_text_files_text_is_the_file_itself() -> None:
    data = b"A title\r\n\r\nTwo words.\r\n"
    article = from_bytes(data, ".txt", "a", "a.txt").article
    assert article.text == data.decode()
    assert article.metadata.title == "A title"
    assert [article.text[p.start : p.end] for p in article.paragraphs] == ["A title", "Two words."]


def test_a_first_paragraph_is_no_title() -> None:
    assert from_bytes(b"The council met on Monday.\n\nIt agreed.", ".txt", "a", "a.txt").article.metadata.title is None


def test_front_matter_of_markdown_is_metadata_and_its_words_are_the_text() -> None:
    source = b"---\ntitle: The vote\npublished: 2020-02-01\n---\n# The vote\n\nThe *council* [met](http://x.example/).\n"
    article = from_bytes(source, ".md", "a", "a.md").article
    assert (article.metadata.title, article.metadata.published) == ("The vote", date(2020, 2, 1))
    assert article.text == "The vote\n\nThe council met."


def test_a_saved_web_page_gives_its_article_and_not_its_menu() -> None:
    page = f"""<html lang="en"><head><title>The vote | Observer</title><meta property="og:site_name" content="Observer">
    <meta property="article:published_time" content="2020-02-01T08:00:00Z"></head><body><nav><a href="/">Home</a></nav>
    <article><h1>The vote</h1>{"<p>The council of Harbourtown met on Monday and agreed to close the old pier for good.</p>" * 4}
    </article><footer>Terms of use</footer></body></html>"""
    article = from_bytes(page.encode(), ".html", "a", "a.html").article
    assert "The council of Harbourtown met on Monday" in article.text
    assert "Terms of use" not in article.text
    assert article.metadata.published == date(2020, 2, 1)


def test_a_scanned_pdf_is_refused() -> None:
    from pypdf import PdfWriter

    writer, data = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(data)
    with pytest.raises(SourceError, match="scan"):
        from_bytes(data.getvalue(), ".pdf", "a", "a.pdf")


def test_a_damaged_pdf_is_refused() -> None:
    with pytest.raises(SourceError, match=r"a\.pdf is not a PDF"):
        from_bytes(b"%PDF-1.4 nonsense", ".pdf", "a", "a.pdf")


def test_an_empty_article_is_refused() -> None:
    with pytest.raises(SourceError, match="empty"):
        from_bytes(b" \n", ".txt", "a", "a.txt")


OTHERS = {
    "de": "Der Stadtrat von Hafenstadt hat am Montag beschlossen, den alten Hafen zu schließen. Man war in Sorge um die Mole.",
    "da": "Byrådet i Havneby har i går besluttet at lukke den gamle havn, og det er for sent at klage over det, siger borgmesteren.",
    "nl": "De gemeenteraad heeft maandag in Havenstad besloten de oude haven te sluiten, want er was geen geld meer en het is niet veilig.",
    "fr": "Le conseil municipal a décidé lundi de fermer le vieux port de la ville, on ne sait pour combien de temps, dit le maire.",
    "it": "Il consiglio comunale ha deciso lunedì di chiudere il vecchio porto della città e i lavori non sono finiti, dice il sindaco.",
}


@pytest.mark.parametrize("code", OTHERS)
def test_another_language_is_refused_and_named(code: str) -> None:
    text = f"{OTHERS[code]} " * 3
    assert other_language(text) == code
    with pytest.raises(SourceError, match="not in English"):
        from_bytes(text.encode(), ".txt", "a", "a.txt")


LETTERS = (
    "Bus fares are up. Dog mess again. Enough litter everywhere. More trees, please. Bring back weekly bins. Noisy students, parking, "
    "potholes. Library hours cut short. Speed bumps needed now. Quiet nights wanted. "
    "Cyclists without lights. Lost cat found. Broken street lamps."
)
ENGLISH = (
    "The council met on Monday and agreed that the old pier was to be closed. It said that there was no money for it. " * 3
)
PLAIN = (
    "The ferry to Bay sails again after engineers repaired the damaged ramp, its owners announced on Friday. "
    "Passengers with booked tickets receive refunds within three weeks, and evening sailings begin again next month. "
)
FOOT = (
    "Alle Rechte vorbehalten. Die Verwendung der Inhalte ist nur mit Genehmigung des Verlags erlaubt. Wir verwenden Cookies, "
    "um unsere Seiten zu verbessern. Weitere Hinweise finden Sie in unserer Datenschutzerklärung. "
    "Abonnieren Sie unseren kostenlosen Rundbrief noch heute."
)


@pytest.mark.parametrize(
    "lines", [LETTERS, f"{PLAIN * 2}\n\n{FOOT}\n\n{FOOT}\n\n{FOOT}"], ids=["titles of letters", "a German foot"]
)
def test_english_is_not_taken_for_another_language(lines: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever the identifier would say: it is not asked."""
    monkeypatch.setattr("py3langid.classify", lambda text: ("vi", -1.0))
    assert other_language(f"{FOOT} {FOOT}") == "vi", "where it is asked"
    assert other_language(lines) is None


def test_a_german_article_with_an_english_foot_is_german() -> None:
    assert other_language(f"{OTHERS['de'] * 6}\n\n{ENGLISH[:110]}") == "de"


def test_english_by_the_sidecar_s_word_is_read() -> None:
    german = f"{OTHERS['de']} " * 3
    with pytest.raises(SourceError, match=r"\(it seems to be 'de'\).*write `language: en` into a\.yml"):
        from_bytes(german.encode(), ".txt", "a", "a.txt")
    assert from_bytes(german.encode(), ".txt", "a", "a.txt", parse("language: en", "a.yml")).article.text


def test_an_english_text_with_another_language_s_sidecar_is_read_with_a_warning() -> None:
    reading = from_bytes(ENGLISH.encode(), ".txt", "a", "a.txt", parse("language: de", "a.yml"))
    assert "old pier" in reading.article.text
    assert reading.article.metadata.language is None
    assert (
        "a.yml says `language: de`, but a.txt is in English and is read: write `language: en` into it." in reading.warnings
    )


def test_a_text_that_is_not_english_is_refused_by_the_word_of_its_sidecar() -> None:
    german = f"{OTHERS['de']} " * 3
    with pytest.raises(SourceError, match=r"a\.yml beside it says `language: de`\).*write `language: en` into a\.yml\."):
        from_bytes(german.encode(), ".txt", "a", "a.txt", parse("language: de", "a.yml"))
    with pytest.raises(SourceError, match=r"it says that it is 'de'"):
        from_bytes(b"---\nlanguage: de\n---\nDer Pier ist zu.\n", ".md", "a", "a.md")


def test_a_template_s_language_is_not_the_article_s() -> None:
    page = f'<html lang="de"><head><title>Pier</title></head><body><article><h1>Pier</h1><p>{ENGLISH}</p></article></body></html>'
    assert "old pier" in from_bytes(page.encode(), ".html", "a", "a.html").article.text
    short = "---\nlanguage: de\n---\nDer Pier ist zu.\n"
    with pytest.raises(SourceError, match="not in English"):
        from_bytes(short.encode(), ".md", "a", "a.md")


def test_a_list_of_names_is_no_other_language() -> None:
    text = "Ito, Baros, Nkemelu, Vidal, Öberg, Ferreira, Quist (Nowak 45). " * 8
    assert (
        other_language(f"{text} The visitors won the cup after extra time, and that was what the crowd had come for. {text}")
        is None
    )


def test_a_missing_date_is_a_warning_that_says_what_to_do() -> None:
    (line,) = from_bytes(STORY.encode(), ".txt", "vote", "vote.txt").warnings
    assert "vote.yml" in line
    assert "published:" in line


def test_a_sidecar_beside_the_article_is_read(tmp_path: Path) -> None:
    (tmp_path / "vote.txt").write_text(STORY, "utf-8")
    (tmp_path / "vote.yml").write_text("published: 2020-02-01\ntitel: x\n", "utf-8")
    reading = read(tmp_path / "vote.txt")
    assert reading.article.metadata.published == date(2020, 2, 1)
    assert "did you mean `title:`?" in reading.warnings[0]


@pytest.mark.parametrize("yaml", ["a: &x [1]\nb: *x", "!!python/object/apply:os.system ['true']", "a: [", "- a"])
def test_hostile_or_broken_yaml_is_refused(yaml: str) -> None:
    with pytest.raises(SourceError, match=r"s\.yml"):
        parse(yaml, "s.yml")


def test_a_wrong_date_is_left_out_with_a_warning() -> None:
    sidecar = parse("published: last week", "s.yml")
    assert sidecar.metadata.published is None
    assert "is not a date" in sidecar.warnings[0]


def test_folders_are_searched_and_other_files_noted(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "a.yml", "x.gold.json", ".hidden.txt"):
        (tmp_path / name).write_text("x", "utf-8")
    files, notes = find([tmp_path])
    assert [file.name for file in files] == ["a.md", "b.txt"]
    assert [note.rsplit("/", 1)[1].split(" ")[0] for note in notes] == ["x.gold.json"]


def test_files_of_one_stem_get_ids_of_their_own() -> None:
    assert len(set(ids([Path("s/a.txt"), Path("s/t/a.txt"), Path("s/b.txt")]).values())) == 3


@pytest.mark.parametrize(
    "line",
    [
        "Share this article",
        "Read more: five things",
        "By Ann Field",
        "Photo: Reuters",
        "Getty Images",
        "© 2016 The Observer",
    ],
)
def test_layout_is_noise(line: str) -> None:
    assert is_noise(line)


@pytest.mark.parametrize(
    "line", ["He shared the stage with her.", "Read the letter carefully, she said.", "More than 20 people died."]
)
def test_sentences_of_the_story_are_not_noise(line: str) -> None:
    assert not is_noise(line)


@given(st.text())
def test_paragraphs_are_ordered_slices_without_blank_edges(text: str) -> None:
    last = 0
    for p in paragraphs(text, None):
        assert last <= p.start < p.end <= len(text)
        assert not text[p.start].isspace()
        assert not text[p.end - 1].isspace()
        last = p.end


def test_a_sidecar_without_its_article_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The vote\n\nThe council met on Monday.\n")
    (tmp_path / "a.yml").write_text("published: 2021-05-03\n")
    (tmp_path / "b.yml").write_text("published: 2021-05-03\n")
    _, notes = find([tmp_path])
    assert len(notes) == 1
    assert "b.yml says nothing of any article" in notes[0]


def test_a_name_that_is_no_utf_8_gives_an_id_that_can_be_written() -> None:
    named = ids([Path("a/\udcff.txt"), Path("b/\udcfe.txt"), Path("b/plain.txt")])
    assert len(set(named.values())) == 3
    assert [name.encode()[:3] for name in named.values()] == ["\ufffd".encode()] * 2 + [b"pla"]


def test_a_sidecar_is_read_whose_name_is_no_utf_8(tmp_path: Path) -> None:
    from generator.building.cache import Cache
    from generator.building.extraction import extract

    for name, text in ((b"\xff.txt", STORY), (b"\xff.yml", "publisher: The Paper\n")):
        with open(bytes(tmp_path) + b"/" + name, "w", encoding="utf-8") as handle:
            handle.write(text)
    files, _ = find([tmp_path])
    (found,) = extract(files, None, 1, Cache(tmp_path / "cache", None), False)
    assert found.record is not None
    assert found.record.metadata.publisher == "The Paper"
