"""`briefing add`: from where people have articles to a project's folder, each as it came and none twice."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from datetime import date
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.cli import main
from generator.sources import find, read
from generator.sources.adding.bringing import Wishes, bring
from generator.sources.adding.fetching import Fetcher, Limits
from generator.sources.adding.library import Library
from generator.sources.adding.origins import found_in
from generator.sources.versions import EARLIER
from tests.sources.adding.server import Handler, served, story
from tests.sources.adding.test_fetching import ask


@pytest.fixture(scope="module")
def server() -> Iterator[tuple[int, type[Handler]]]:
    with served() as found:
        yield found


@pytest.fixture
def at(server: tuple[int, type[Handler]]) -> str:
    return f"http://good.test:{server[0]}"


def add(folder: Path, *given: str, stdin: str = "", **wishes: Any) -> dict[str, list[str]]:
    """What became of what is named, by fate."""
    fetcher = Fetcher(Limits(pause=0.0, seconds=3.0), lambda ip: False, ask, lambda seconds: None)
    fates: dict[str, list[str]] = {}
    for each in bring(found_in(given, io.StringIO(stdin)), Library(folder), fetcher, Wishes(**wishes)):
        fates.setdefault(each.fate, []).append(f"{each.name} {each.detail}")
    return fates


def sidecar(folder: Path, name: str) -> dict[str, Any]:
    found = yaml.safe_load((folder / f"{name}.yml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found


def test_an_address_becomes_its_bytes_and_a_sidecar(tmp_path: Path, at: str) -> None:
    assert list(add(tmp_path, f"{at}/stories/ferry?utm_source=x")) == ["new"]
    data = (tmp_path / "council-closes-the-ferry.html").read_bytes()
    assert data == story("ferry")
    said = sidecar(tmp_path, "council-closes-the-ferry")
    assert said["url"] == f"{at}/stories/ferry"
    assert (said["published"], said["published_from"]) == (date(2023, 11, 9), "metadata")
    assert (said["title"], said["publisher"], said["author"]) == ("Council closes the ferry", "Harbour Gazette", "Ann Field")
    assert said["sha256"] == hashlib.sha256(data).hexdigest()
    assert isinstance(said["retrieved"], date)
    reading = read(tmp_path / "council-closes-the-ferry.html")
    assert reading.warnings == ()
    assert reading.article.metadata.published_from == "metadata"


def test_nothing_is_added_twice(tmp_path: Path, server: tuple[int, type[Handler]], at: str) -> None:
    add(tmp_path, f"{at}/stories/ferry", f"{at}/moved")
    before = len(server[1].asked)
    fates = add(tmp_path, f"{at}/stories/ferry/?fbclid=1", f"{at}/moved", f"{at}/stories/market")
    assert list(fates) == ["known"]
    assert server[1].asked[before:] == []
    assert len(find([tmp_path])[0]) == 2


def test_a_failure_names_address_and_reason_and_the_rest_goes_on(tmp_path: Path, at: str) -> None:
    fates = add(tmp_path, f"{at}/nothing", f"{at}/picture", "nowhere.html", f"{at}/", f"{at}/stories/ferry")
    assert len(fates["new"]) == 1
    assert fates["refused"][0] == f"{at}/nothing does not exist (404)"
    assert "image/png" in fates["refused"][1]
    assert fates["refused"][2] == "nowhere.html does not exist: check its name and folder"
    assert f"its site has a feed: {at}/feed.xml" in fates["refused"][3]


def test_a_feed_gives_its_stories_newest_first(tmp_path: Path, at: str) -> None:
    (newest,) = add(tmp_path, f"{at}/feed.xml", limit=1)["new"]
    assert "/stories/ferry" in newest
    assert len(add(tmp_path, f"{at}/feed.xml")["new"]) == 1


def test_since_and_match_leave_out_what_is_not_wanted(tmp_path: Path, server: tuple[int, type[Handler]], at: str) -> None:
    before = len(server[1].asked)
    fates = add(tmp_path, f"{at}/feed.xml", since=date(2023, 1, 1))
    assert [len(fates[fate]) for fate in ("left", "new")] == [1, 1]
    assert "/stories/mill" not in [path for _, path, _ in server[1].asked[before:]]  # the feed's date is enough
    fates = add(tmp_path, f"{at}/stories/tower", f"{at}/stories/chapel", match=("CHAPEL", "abbey"))
    assert "/stories/chapel" in fates["new"][0]
    assert "says nothing of CHAPEL or abbey" in fates["left"][0]


def test_a_dry_run_writes_nothing(tmp_path: Path, at: str) -> None:
    assert "Council closes the ferry (2023-11-09)" in add(tmp_path, f"{at}/stories/ferry", dry_run=True)["new"][0]
    assert list(tmp_path.iterdir()) == []


def test_a_changed_page_takes_the_olders_place_which_is_kept(tmp_path: Path, at: str) -> None:
    add(tmp_path, f"{at}/live", f"{at}/stories/ferry")
    first = (tmp_path / "council-closes-the-pier.html").read_bytes()
    side = tmp_path / "council-closes-the-pier.yml"
    side.write_text(side.read_text("utf-8") + "corrections:\n- id: f-0\n  hide: true\n", "utf-8")
    fates = add(tmp_path, f"{at}/live", f"{at}/stories/ferry", again=True)
    assert len(fates["changed"]) == 1
    assert "unchanged" in fates["known"][0] or "council-closes-the-ferry" in fates["known"][0]
    assert (tmp_path / "council-closes-the-pier.html").read_bytes() != first
    (kept,) = (tmp_path / EARLIER / "council-closes-the-pier").glob("*.html")
    assert kept.read_bytes() == first
    assert sidecar(tmp_path, "council-closes-the-pier")["corrections"] == [{"id": "f-0", "hide": True}]
    assert len(find([tmp_path])[0]) == 2  # what is kept is no article


def test_addresses_come_from_a_file_and_from_standard_input(tmp_path: Path, at: str) -> None:
    (tmp_path / "list.txt").write_text(f"# mine\n{at}/stories/ferry\n\n{at}/stories/mill\n", "utf-8")
    seeds = tmp_path / "seeds"
    assert len(add(seeds, str(tmp_path / "list.txt"))["new"]) == 2
    fates = add(seeds, "-", stdin=f"{at}/stories/market\nnonsense\n")
    assert len(fates["new"]) == 1
    assert fates["refused"] == [
        "nonsense is no address (standard input must hold one a line, such as https://harbour.example/story)"
    ]


def test_a_wrongly_encoded_page_is_read_right(tmp_path: Path, at: str) -> None:
    add(tmp_path, f"{at}/wrong")
    assert "the old café, which" in read(next(tmp_path.glob("*.html"))).article.text


def test_saved_pages_come_from_folders_without_their_parts(tmp_path: Path) -> None:
    saved = tmp_path / "saved"
    (saved / "Ferry_files").mkdir(parents=True)
    (saved / "Ferry_files" / "frame.html").write_bytes(story("frame"))
    (saved / "Ferry.html").write_bytes(story("ferry"))
    (saved / "more").mkdir()
    (saved / "more" / "note.txt").write_bytes(b"A note\n\nThe council met on Monday and agreed on nothing.\n")
    (saved / "copy.html").write_bytes(story("ferry"))
    fates = add(tmp_path / "seeds", str(saved))
    assert (len(fates["new"]), len(fates["known"])) == (2, 1)
    assert (
        tmp_path / "seeds" / "a-note.txt"
    ).read_bytes() == b"A note\n\nThe council met on Monday and agreed on nothing.\n"


def warc(pages: dict[str, tuple[str, bytes]]) -> bytes:
    from warcio.statusandheaders import StatusAndHeaders
    from warcio.warcwriter import WARCWriter

    stream = io.BytesIO()
    writer = WARCWriter(stream, gzip=True)
    for address, (kind, data) in pages.items():
        headers = StatusAndHeaders("200 OK", [("Content-Type", kind)], protocol="HTTP/1.1")
        extra = {"WARC-Date": "2023-12-01T00:00:00Z"}
        writer.write_record(
            writer.create_warc_record(address, "response", io.BytesIO(data), http_headers=headers, warc_headers_dict=extra)
        )
    return stream.getvalue()


def test_web_archives_give_their_pages(tmp_path: Path) -> None:
    pages = {
        "http://harbour.example/ferry": ("text/html", story("ferry")),
        "http://harbour.example/p.png": ("image/png", b"\x89PNG"),
        "http://harbour.example/frame": ("text/html", b"<html><body>Share</body></html>"),
    }
    (tmp_path / "a.warc.gz").write_bytes(warc(pages))
    fates = add(tmp_path / "one", str(tmp_path / "a.warc.gz"))
    assert len(fates["new"]) == 1
    assert len(fates["refused"]) == 1
    said = sidecar(tmp_path / "one", "council-closes-the-ferry")
    assert (said["url"], said["retrieved"]) == ("http://harbour.example/ferry", date(2023, 12, 1))
    with zipfile.ZipFile(tmp_path / "a.wacz", "w") as packed:
        packed.writestr("archive/data.warc.gz", warc(pages))
        packed.writestr("pages/pages.jsonl", '{"format": "json-pages-1.0"}\n{"url": "http://harbour.example/ferry"}\n')
    assert {fate: len(names) for fate, names in add(tmp_path / "two", str(tmp_path / "a.wacz")).items()} == {"new": 1}


def test_half_a_page_of_an_archive_that_is_cut_off_is_none(tmp_path: Path) -> None:
    pages = {f"http://harbour.example/{name}": ("text/html", story(name)) for name in ("ferry", "mill")}
    first = len(warc(dict([next(iter(pages.items()))])))
    whole = warc(pages)
    (tmp_path / "cut.warc.gz").write_bytes(whole[: first + (len(whole) - first) * 9 // 10])
    fates = add(tmp_path, str(tmp_path / "cut.warc.gz"))
    assert len(fates["new"]) == 1
    assert "cut off" in fates["refused"][0]
    assert [path.stem for path in tmp_path.glob("*.html")] == ["council-closes-the-ferry"]


def mail(html: str, subject: str = "Re: The week") -> bytes:
    message = EmailMessage()
    message["Subject"], message["Date"] = subject, "Fri, 10 Nov 2023 07:00:00 +0000"
    message["From"], message["List-Unsubscribe"] = "Harbour Week <letter@harbour.example>", "<https://harbour.example/no>"
    message.set_content("Plain words for old programs.")
    message.add_alternative(html, subtype="html")
    return bytes(message)


def test_a_newsletters_stories_are_articles_of_their_own(tmp_path: Path) -> None:
    words = "The council of the town met on Monday evening and spoke of the quay for three hours. " * 5
    stories = "".join(f"<tr><td><h2>{title}</h2><p>{words}{title}.</p></td></tr>" for title in ("Quay rebuilt", "Mill sold"))
    (tmp_path / "week.eml").write_bytes(mail(f"<html><body><table>{stories}</table></body></html>"))
    assert len(add(tmp_path / "seeds", str(tmp_path / "week.eml"))["new"]) == 2
    article = read(tmp_path / "seeds" / "quay-rebuilt.html").article
    assert "Mill sold" not in article.text
    assert (article.metadata.published, article.metadata.published_from) == (date(2023, 11, 10), "mail")
    assert article.metadata.publisher == "Harbour Week"
    assert (tmp_path / "seeds" / EARLIER / "week.eml").is_file()


def test_an_export_of_a_reference_manager_gives_addresses_and_what_it_states(tmp_path: Path, at: str) -> None:
    entry = {"type": "article-newspaper", "URL": f"{at}/stories/ferry", "title": "My own title", "container-title": "The Gazette",
             "author": [{"given": "Ann", "family": "Field"}], "issued": {"date-parts": [[2023, 11, 8]]}}  # fmt: skip
    (tmp_path / "library.json").write_text(json.dumps([entry, {"title": "A book"}]), "utf-8")
    assert len(add(tmp_path / "seeds", str(tmp_path / "library.json"))["new"]) == 1
    said = sidecar(tmp_path / "seeds", "my-own-title")
    assert (said["published"], said["published_from"], said["publisher"]) == (date(2023, 11, 8), "export", "The Gazette")


def test_the_command_adds_and_sums_up(
    tmp_path: Path, server: tuple[int, type[Handler]], capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").mkdir()
    base = f"http://127.0.0.1:{server[0]}"
    assert main(["add", "--project", str(tmp_path), f"{base}/stories/ferry"]) == 1
    assert "private address (127.0.0.1)" in capsys.readouterr().err
    assert main(["add", "--project", str(tmp_path), "--allow-private", f"{base}/stories/ferry"]) == 0
    assert capsys.readouterr().err.splitlines()[-1] == "1 new."
    assert main(["add", "--project", str(tmp_path / "seeds"), f"{base}/stories/ferry"]) == 1
    assert "briefing new" in capsys.readouterr().err


def scan() -> bytes:
    """A PDF of one page without a letter."""
    from pypdf import PdfWriter

    writer, data = PdfWriter(), io.BytesIO()
    writer.add_blank_page(200, 200)
    writer.write(data)
    return data.getvalue()


def test_a_scan_names_the_cure_and_is_recognised_where_the_user_wishes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "scan.pdf").write_bytes(scan())
    seeds, tools = tmp_path / "seeds", tmp_path / "tools"
    assert "run `ocrmypdf" in add(seeds, str(tmp_path / "scan.pdf"))["refused"][0]
    tools.mkdir()
    monkeypatch.setenv("PATH", str(tools))
    assert "is not installed" in add(seeds, str(tmp_path / "scan.pdf"), ocr=True)["refused"][0]
    # a program of that name that "recognises" a page of ours
    page = Path(__file__).parent.parent / "pages" / "46-watermark-and-side-text.pdf"
    program = tools / "ocrmypdf"
    program.write_text(f'#!/bin/sh\nfor last; do :; done\n/bin/cp "{page}" "$last"\n', "utf-8")
    program.chmod(0o755)
    assert len(add(seeds, str(tmp_path / "scan.pdf"), ocr=True)["new"]) == 1
    said = sidecar(seeds, "last-bank-in-ulverby-shuts-its-doors")
    assert said["sha256"] == hashlib.sha256(scan()).hexdigest()
    assert list(add(seeds, str(tmp_path / "scan.pdf"), ocr=True)) == ["known"]


def test_a_file_that_is_no_article_is_refused_with_what_can_be_read(tmp_path: Path) -> None:
    (tmp_path / "table.xlsx").write_bytes(b"PK")
    assert ".html" in add(tmp_path / "seeds", str(tmp_path / "table.xlsx"))["refused"][0]


@pytest.mark.parametrize(
    "address", ["http://[1/x", "http://harbour.example:99999/", "http://good.test:0/", "http:///x", "http://a..b/"]
)
def test_an_unsound_address_is_refused_and_the_rest_goes_on(tmp_path: Path, at: str, address: str) -> None:
    (tmp_path / "odd.txt").write_bytes(b"A note\n\nThe council met on Monday.\n")
    (tmp_path / "odd.yml").write_text("url: http://[1/x\n", "utf-8")
    fates = add(tmp_path, address, f"{at}/stories/ferry")
    assert [len(fates[fate]) for fate in ("refused", "new")] == [1, 1]


@pytest.mark.parametrize(
    ("name", "data", "cure"),
    [
        ("pages.zip", b"PK", "is packed: unpack it and name the folder"),
        ("library.ris", b"TY  - NEWS", "export it as CSL JSON"),
        ("letter.odt", b"PK", "save it as .docx"),
        ("scan.png", b"\x89PNG", "`ocrmypdf`"),
        (
            "sitemap.xml",
            b'<?xml version="1.0"?><urlset></urlset>',
            "put the addresses of the articles that you want into a file",
        ),
    ],
)
def test_what_can_not_be_read_names_the_cure(tmp_path: Path, name: str, data: bytes, cure: str) -> None:
    (tmp_path / name).write_bytes(data)
    (told,) = add(tmp_path / "seeds", str(tmp_path / name))["refused"]
    assert name in told
    assert cure in told


def test_an_entry_of_a_library_without_an_address_is_told(tmp_path: Path, at: str) -> None:
    entries = [
        {"type": "article-newspaper", "title": "Ferry", "URL": f"{at}/stories/ferry"},
        {"type": "article-newspaper", "title": "In print alone"},
        {"itemType": "note", "title": "My note"},
    ]
    (tmp_path / "library.json").write_text(json.dumps(entries), "utf-8")
    fates = add(tmp_path / "seeds", str(tmp_path / "library.json"))
    assert len(fates["new"]) == 1
    assert fates["refused"] == ["library.json: In print alone states no address (URL): add it in the library"]
