"""The finished site is verified from the site alone, by code that shares nothing with what made it."""

from __future__ import annotations

import ast
import functools
import http.server
import os
import re
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from lxml import html

from generator.cli import main
from generator.site import verifier
from generator.site.verified import problems
from generator.site.verifier.known import letters, shown_text, shows
from generator.site.verifier.verifier import _unheld
from tests.site.test_proof import added, changed, removed, replaced

Plant = Callable[[Path], None]


def both(*plants: Plant) -> Plant:
    def plant(site: Path) -> None:
        for each in plants:
            each(site)

    return plant


def lightly(source: str, target: str) -> None:
    """Copy a file; what is the theme's, and no plant touches, is linked."""
    (os.link if "/assets/javascripts/" in source else shutil.copyfile)(source, target)


def cell(site: Path) -> None:
    base = sqlite3.connect(site / "data" / "briefing.sqlite")
    base.execute("update quotes set speaker = 'Ann Field' where speaker = 'Jun Sato'")
    base.commit()
    base.close()


def everywhere(old: str, new: str) -> Plant:
    """The same lie in every page and file but for the records of the sources."""

    def plant(site: Path) -> None:
        for file in site.rglob("*"):
            if file.suffix in {".html", ".json", ".csv", ".ics", ".bib", ".jsonl", ".js"} and file.name != "records.jsonl":
                file.write_bytes(file.read_bytes().replace(old.encode(), new.encode()))

    return plant


def wherever(pattern: str, old: str, new: str) -> Plant:
    """The lie in the first page that has the words."""

    def plant(site: Path) -> None:
        file = next(file for file in sorted(site.glob(pattern)) if re.search(old, file.read_text("utf-8")))
        file.write_text(re.sub(old, new, file.read_text("utf-8"), count=1), "utf-8")

    return plant


def everywhere_in(path: str, old: str, new: str) -> Plant:
    """The same lie in all of a page."""

    def plant(site: Path) -> None:
        text = (site / path).read_text("utf-8")
        assert old in text
        (site / path).write_text(text.replace(old, new), "utf-8")

    return plant


def order(site: Path) -> None:
    """Two neighbours in the list of facts change places."""
    text = (site / "facts.html").read_text("utf-8")
    one, other = re.findall(r'(?s)<li class="fact" id=.*?\n?</li>\n(?=<li class="fact"|</ol>)', text)[1:3]
    (site / "facts.html").write_text(text.replace(one + other, other + one), "utf-8")


# name -> how, and a word of what is told
PLANTS: Mapping[str, tuple[Plant, str]] = {
    "a word of a quotation": (replaced("quotes.html", ">“Nobody saw", ">“Everybody saw"), "Everybody"),
    "a word of a quotation on a person's page": (replaced("subjects/maria-lind.html", ">“Nobody saw", ">“All saw"), "All saw"),
    "a word of a source": (replaced("sources/council.html", "did not vote", "did vote"), "did vote"),
    "a word of a source and of its record": (
        both(replaced("sources/council.html", "did not vote", "did vote"), replaced("data/records.jsonl", "did not vote", "did vote")),
        "SHA-256",
    ),
    "a speaker": (replaced("quotes.html", 'class="sr" id="s-q-42ea1062e6">Jun Sato', 'class="sr" id="s-q-42ea1062e6">Ann Field'), "q-42ea1062e6"),
    "a speaker on the first page": (replaced("index.html", ">Robert Okoro</a></h3>", ">Ann Field</a></h3>"), "Ann Field"),
    "the speaker of a group": (replaced("quotes.html", ">Maria Lind</a> <span", ">Ann Field</a> <span"), "Ann Field"),
    "a day on the chronology": (replaced("chronology.html", '<span class="ours">14 May 2019', '<span class="ours">15 May 2019'), "15 May"),
    "a month": (replaced("chronology.html", '<span class="ours">14 May 2019', '<span class="ours">14 June 2019'), "14 June"),
    "a day of a fact": (replaced("facts.html", '<span class="ours">20 May 2019', '<span class="ours">21 May 2019'), "21 May"),
    "the day of a fact's article": (changed("facts.html", r"published \d+ May 2019", "published 31 May 2019"), "31 May"),
    "a number of a fact": (replaced("facts.html", "killed 14 people", "killed 41 people"), "41"),
    "an amount": (replaced("facts.html", "2,500,000", "2,600,000"), "2,600,000"),
    "a kind": (replaced("facts.html", '<span class="kind">what somebody says', '<span class="kind">what happened'), "kind"),
    "a status": (replaced("chronology.html", '<span class="status">planned or expected</span>', ""), "planned"),
    "a claim": (replaced("facts.html", '<span class="claim">according to', '<span class="told">told by'), "claim"),
    "an editor's note": (replaced("facts.html", '<p class="meta">', '<p class="note"><b>Editor’s note:</b> False.</p><p class="meta">'), "note"),
    "a count on the first page": (changed("index.html", r">(\d+)</a></dd></div></dl>", ">931</a></dd></div></dl>"), "931"),
    "a count of a filter": (replaced("facts.html", "Ann Field (4)", "Ann Field (5)"), "(5)"),
    "a count of a card": (replaced("people.html", "2 quotations", "3 quotations"), "3 quotation"),
    "a count of a speaker": (replaced("quotes.html", '<span class="count">3', '<span class="count">4'), "other quotations"),
    "a rank": (replaced("facts.html", ">Fact 3<", ">Fact 2<"), "Fact 2"),
    "a sentence among the facts": (replaced("facts.html", '<ol class="facts">', '<ol class="facts"><li>The mayor resigned.</li>'), "resigned"),
    "a sentence of ours": (replaced("method.html", "The program errs", "The program seldom errs"), "seldom"),
    "a sentence around a page": (replaced("quotes.html", "</footer>", "<p>Sponsored.</p></footer>"), "around"),
    "a word that the program says elsewhere": (replaced("method.html", "The program errs", "The program never errs"), "errs"),
    "a no of the program's": (changed("facts.html", r'<span class="claim">according to', '<span class="claim">not according to'), "not"),
    "a word of ours in a passage": (replaced("facts.html", "the river had", 'the river <span class="ours">[lies]</span> had'), "lies"),
    "our bracket in a passage": (replaced("facts.html", "the river had", 'the river <span class="ours">[of deceit]</span> had'), "deceit"),
    "a title of a source": (replaced("sources/council.html", ">Council votes on bridge</h1>", ">Council rejects bridge</h1>"), "rejects"),
    "a publisher": (replaced("sources/storm.html", '<p class="meta">Coast Weekly', '<p class="meta">Coast Daily'), "Coast Weekly"),
    "a day of publication": (replaced("sources/storm.html", "5 May 2019</p>", "4 May 2019</p>"), "4 May"),
    "a listed source": (replaced("index.html", "5 May 2019</span>", "8 May 2019</span>"), "8 May"),
    "a chip's number": (replaced("facts.html", ">2</a>", ">1</a>"), "chip"),
    "a link to another passage": (replaced("facts.html", "c98-164", "c30-82"), "another passage"),
    "a link to another person": (replaced("facts.html", "subjects&#47;ann-field.html", "subjects&#47;jun-sato.html"), "another's"),
    "a dead link": (replaced("index.html", '<a href="facts.html"', '<a href="fact.html"'), "nowhere"),
    "a link to elsewhere": (replaced("index.html", 'href="facts.html"', 'href="https://example.com/facts"'), "example.com"),
    "a mark over other words": (replaced("sources/storm.html", 'data-c="c30-96 c30-82"', 'data-c="c30-96 c30-85"'), "c30-85"),
    "the window over a chip": (replaced("facts.html", '"Police chief Maria Lind said', '"Police chief Maria Lind denied'), "window"),
    "a title of a window": (replaced("facts.html", '"titles":["Bridge closed', '"titles":["Bridge opened'), "window"),
    "JSON-LD: a speaker": (replaced("quotes.html", '"name":"Jun Sato"', '"name":"Ann Field"'), "JSON-LD"),
    "JSON-LD: a day": (replaced("chronology.html", '"startDate":"2019-05-14"', '"startDate":"2019-05-15"'), "JSON-LD"),
    "JSON-LD: a claim": (replaced("facts.html", '"text":"Mayor Ann', '"text":"Former mayor Ann'), "JSON-LD"),
    "JSON-LD: a publisher": (replaced("sources/storm.html", '"name":"Coast Weekly"', '"name":"Coast Daily"'), "JSON-LD"),
    "a label of a drawing": (changed("chronology.html", r"(<title>\d+ \w+ 2019&#58; )", r"\1Not so. "), "Not so"),
    "a script": (added("index.html", "<script>alert(1)</script>"), "alert"),
    "a script of another host": (replaced("index.html", "</body>", '<script src="https://example.com/x.js"></script></body>'), "example.com"),
    "a handler": (replaced("index.html", '<h1 id="briefing"', '<h1 onclick="x()" id="briefing"'), "onclick"),
    "an address that is a script": (replaced("index.html", 'href="facts.html"', 'href="javascript:x()"'), "javascript"),
    "a picture of another host": (replaced("index.html", "</body>", '<img src="//example.com/x.png"></body>'), "example.com"),
    "a frame": (replaced("index.html", "</body>", '<iframe src="facts.html"></iframe></body>'), "iframe"),
    "a page that goes elsewhere": (replaced("index.html", "<head>", '<head><meta http-equiv="refresh" content="0;url=https://example.com">'), "meta"),
    "no policy": (replaced("index.html", "Content-Security-Policy", "X-Policy"), "policy"),
    "a looser policy": (replaced("index.html", "connect-src 'self'", "connect-src *"), "connect-src"),
    "our script, changed": (added("assets/briefing.js", "\nfetch('data/facts.json')\n"), "briefing.js"),
    "our style, changed": (added("assets/briefing.css", "\n.note{display:none}\n"), "briefing.css"),
    "a style that asks elsewhere": (added("assets/briefing.css", "\nbody{background:url(https://example.com/x)}\n"), "another host"),
    "a cell of the facts": (replaced("data/facts.csv", "2019-05-20", "2019-05-21"), "2019-05-21"),
    "a cell of the quotations": (replaced("data/quotes.csv", "Maria Lind", "Maria Lund"), "Maria Lund"),
    "a cell of the events": (replaced("data/events.csv", ",happened,", ",planned,"), "planned"),
    "a row of the events": (replaced("data/events.csv", "e-c26853f758", "e-c26853f759"), "rows"),
    "a passage of the JSON": (replaced("data/facts.json", "said that the river", "denied that the river"), "denied"),
    "a day of the JSON": (replaced("data/events.json", '"value": "2019-05-14"', '"value": "2019-05-15"'), "2019-05-15"),
    "a speaker of the JSON": (replaced("data/quotes.json", '"speaker": "jun-sato"', '"speaker": "ann-field"'), "Ann Field"),
    "a name of the JSON": (replaced("data/people.json", '"name": "Jun Sato"', '"name": "Jun Saito"'), "Jun Saito"),
    "a day of the calendar": (replaced("data/chronology.ics", "20190514", "20190516"), "chronology.ics"),
    "words of the calendar": (replaced("data/chronology.ics", "Some 4\\,000", "Some 9\\,000"), "9"),
    "a title of the bibliography": (replaced("data/sources.bib", "Council votes", "Council rejects"), "Council votes"),
    "a day of the bibliography": (replaced("data/sources.csl.json", "     5,\n     5\n", "     5,\n     6\n"), "day"),
    "a cell of the database": (cell, "briefing.sqlite"),
    "an entry of Explore": (replaced("data/explore.jsonl", "Nobody saw", "All saw"), "All saw"),
    "a speaker of Explore": (replaced("data/explore.jsonl", '"speaker": ["Jun Sato"]', '"speaker": ["Ann Field"]'), "Ann Field"),
    "an entry of the search": (replaced("search/search_index.json", "Nobody saw it coming", "Everybody saw it coming"), "search"),
    "a source without its page": (removed("sources/council.html"), "council"),
    "a fact without its entry": (replaced("facts.html", 'id="f-ef2cac2e81"', 'id="f-ef2cac2e82"'), "f-ef2cac2e81"),
    "a name, everywhere": (everywhere("Robert Okoro", "Robert Mokoro"), "Mokoro"),
    "a word, everywhere": (everywhere("Nobody saw it coming", "Somebody saw it coming"), "Somebody"),
    "alone: a word": (replaced("f/q-1ddc3164c4.html", "<span data-verbatim=\"storm:165:188\">“Nobody", "<span data-verbatim=\"storm:165:188\">“Everybody"), "Everybody"),
    "alone: a speaker": (replaced("f/q-1ddc3164c4.html", '<b class="speaker">Maria Lind', '<b class="speaker">Ann Field'), "Ann Field"),
    "alone: a speaker for others": (everywhere_in("f/q-1ddc3164c4.html", "Maria Lind&#58; ", "Ann Field&#58; "), "Ann Field"),
    "alone: a title for others": (everywhere_in("f/f-ef2cac2e81.html", " on ", " on no "), "on no"),
    "alone: sure of a speaker": (replaced("f/q-1ddc3164c4.html", "Maria Lind</b>", 'Maria Lind</b> <span class="ours">probably, 71% sure</span>'), "71%"),
    "alone: a denial": (wherever("f/q-*.html", ' <span class="status">denied by the speaker</span>', ""), "denied"),
    "alone: a day": (wherever("f/e-*.html", '(<span class="ours day">)14 May', r"\g<1>15 May"), "15 May"),
    "alone: a status": (wherever("f/e-*.html", ' <span class="status">planned or expected</span>', ""), "planned"),
    "alone: a publisher": (replaced("f/q-1ddc3164c4.html", 'class="line">Coast Weekly', 'class="line">Coast Daily'), "Coast Weekly"),
    "alone: a day of publication": (replaced("f/q-1ddc3164c4.html", "5 May 2019</span>", "6 May 2019</span>"), "published"),
    "alone: a sentence": (replaced("f/q-1ddc3164c4.html", '<p class="on">', "<p>Whitewash.</p><p>"), "Whitewash"),
    "alone: where it leads": (everywhere_in("f/q-1ddc3164c4.html", "../quotes.html#q-1ddc3164c4", "https://example.com/"), "nowhere"),
    "alone: a label of the drawing": (changed("embed/timeline.html", r"(<title>\d+ \w+ 2019&#58; )", r"\1Not so. "), "Not so"),
    "a day of a correction": (replaced("corrections.html", 'day">20 June 2019', 'day">21 June 2019'), "21 June"),
    "a reason of a correction": (replaced("corrections.html", "The minutes say so.", "We felt like it."), "felt"),
    "a correction left out": (changed("corrections.html", r'(?s)<li class="correction">.*?</li>', ""), "corrections"),
    "another address for errors": (replaced("facts.html", 'data-report="mailto', 'data-report="mailto&#58;me@evil.example" data-x="mailto'), "several addresses"),
    "what others show of a link": (replaced("index.html", 'og:title" content="My', 'og:title" content="Forged'), "og:title"),
    "facts in another order": (order, "expected"),
    "a denial that was none": (replaced("quotes.html", '<p class="meta"><span class="kind">direct', '<p class="meta"><span class="status">denied by the speaker</span> <span class="kind">direct'), "expected"),
    "a denial left out": (replaced("quotes.html", '<span class="status">denied by the speaker</span> ', ""), "expected"),
    "how many publishers tell a fact": (replaced("index.html", "2 independent publishers", "3 independent publishers"), "3 independent"),
    "how many passages are folded away": (replaced("chronology.html", "Told in 1 more passage<", "Told in 7 more passages<"), "expected"),
    "how many say it in other words": (replaced("facts.html", "In other words in 1 source<", "In other words in 3 sources<"), "expected"),
    "how many say the opening in other words": (replaced("index.html", "in other words in 1 source<", "in other words in 3 sources<"), "expected"),
    "the same words in another source": (replaced("quotes.html", 'the same words in</span> <a class="chip" href="sources&#47;council.html&#35;c120-154" aria-label="source 3" data-search-exclude>3', 'the same words in</span> <a class="chip" href="sources&#47;storm.html&#35;c0-28" aria-label="source 1" data-search-exclude>1'), "expected"),
    "an amount left out": (replaced("index.html", ' <span class="ours amount">&#36;2,500,000</span>', ""), "expected"),
    "a hidden entry": (replaced("facts.html", '<li class="fact"', '<li hidden class="fact"'), "expected"),
    "a mark that a style hides": (replaced("quotes.html", '<span class="status">denied', '<span style="display:none" class="status">denied'), "expected"),
    "a day that only filters see": (replaced("quotes.html", 'data-first="2019-05-21"', 'data-first="2019-06-21"'), "expected"),
    "the look of another status": (replaced("chronology.html", 'class="event happened', 'class="event planned'), "expected"),
    "words drawn": (replaced("chronology.html", ">Portsmouth on 3 May 2019…</text>", ">Lakewood on 3 May 2019…</text>"), "Lakewood on"),
    "a day drawn": (changed("chronology.html", r'(class="when"[^>]*>)4 May 2019', r"\g<1>9 May 2019"), "9 May"),
    "a day drawn for others": (changed("embed/timeline.html", r'(class="when"[^>]*>)4 May 2019', r"\g<1>9 May 2019"), "9 May"),
    "a name drawn": (changed("people.html", r"(<text[^>]*>)Ann Field", r"\1Jun Sato"), "Jun Sato"),
    "what a filter is called": (replaced("quotes.html", 'aria-label="Filter quotations"', 'aria-label="Filter lies"'), "Filter lies"),
    "what the search field says": (replaced("quotes.html", 'placeholder="Search"', 'placeholder="The mayor lied"'), "around the page"),
    "what is said of the picture": (replaced("index.html", "title, period and counts", "a forged picture"), "og:image:alt"),
    "among whom a subject is": (replaced("subjects/ann-field.html", ">People</a></p>", ">Organisations</a></p>"), "Organisations"),
    "alone: what it is": (replaced("f/q-1ddc3164c4.html", 'class="kicker">Quotation', 'class="kicker">Key fact'), "expected"),
    "the look of another kind": (replaced("quotes.html", '<blockquote class="mixed">', '<blockquote class="direct">'), "expected"),
    "marks around reported words": (replaced("quotes.html", '<span data-verbatim="copy:206:237">', '“<span data-verbatim="copy:206:237">'), "expected"),
    "to whom it was said": (replaced("quotes.html", '<p class="meta"><span class="kind">direct', '<p class="meta"><span class="ours">to Ann Field</span> <span class="kind">direct'), "to Ann Field"),
    "where a list is linked to": (replaced("index.html", '<a href="chronology.html">The whole', '<a href="quotes.html">The whole'), "The whole chronology"),
    "paragraphs in another order": (changed("sources/storm.html", r"(?s)(<p [^>]*data-verbatim[^>]*>.*?</p>)(\s*)(<p [^>]*data-verbatim[^>]*>.*?</p>)", r"\3\2\1"), "expected"),
    "text turned round": (replaced("facts.html", '<p class="verbatim">', '<p class="verbatim" dir="rtl">'), "expected"),
}  # fmt: skip


@pytest.mark.parametrize("name", PLANTS)
def test_what_is_planted_on_the_site_is_told(name: str, briefed: Path, tmp_path: Path) -> None:
    plant, word = PLANTS[name]
    site = tmp_path / "site"
    shutil.copytree(briefed / "site", site, copy_function=lightly)
    plant(site)
    told = problems(site)
    assert any(word in line for line in told), told


def test_a_sound_site_passes(briefed: Path) -> None:
    assert problems(briefed / "site") == []
    assert problems(briefed / "site", seeds=briefed / "seeds") == []


def test_the_verifier_imports_nothing_of_ours() -> None:
    for file in Path(verifier.__file__).parent.glob("*.py"):
        tree = ast.parse(file.read_text("utf-8"))
        names = {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
        names |= {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
        others = {name for name in names if not name.startswith("generator.site.verifier")}
        assert {name.partition(".")[0] for name in others} <= {*sys.stdlib_module_names, "lxml"}, file


def test_the_verifier_works_alone_by_its_command(briefed: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "generator.site.verifier", str(briefed / "site"), str(briefed / "seeds")]
    found = subprocess.run(command, capture_output=True, text=True)
    assert (found.returncode, found.stdout.strip()) == (0, "Everything that can be verified holds.")


def test_who_has_the_articles_sees_which_is_another(briefed: Path, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(briefed / "seeds", seeds)
    (seeds / "storm.txt").write_text((seeds / "storm.txt").read_text("utf-8").replace("14 people", "15 people"), "utf-8")
    (seeds / "workers.txt").unlink()
    (seeds / "other.txt").write_text("Another article, of which no page tells.\n", "utf-8")
    told = problems(briefed / "site", seeds)
    assert any(line.startswith("storm.txt is not the text") for line in told)
    assert any(line.startswith("other.txt is an article without a page") for line in told)
    assert any(line.startswith("workers is a page of no article") for line in told)


def test_earlier_versions_of_articles_are_kept_beside_them_and_are_none(briefed: Path, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(briefed / "seeds", seeds)
    (seeds / ".earlier" / "storm").mkdir(parents=True)
    (seeds / ".earlier" / "storm" / "2023-11-10-e5f273c3.txt").write_text("The storm as it was told at first.\n", "utf-8")
    assert problems(briefed / "site", seeds) == []


def test_a_site_at_an_address_is_verified(briefed: Path) -> None:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    handler = functools.partial(Quiet, directory=str(briefed / "site"))
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        assert problems(f"http://127.0.0.1:{server.server_port}/") == []
        server.shutdown()


def test_the_command_checks_a_site(briefed: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--site", str(briefed / "site"), "--seeds", str(briefed / "seeds")]) == 0
    assert "holds" in capsys.readouterr().err
    assert main(["check", "--site", str(tmp_path)]) == 1
    assert "no site of a briefing" in capsys.readouterr().err


def test_what_is_ours_inside_a_passage_is_none_of_its_words() -> None:
    passage = html.fromstring('<p>Of it, he<span class="ours"> [<a href="x">Ann Field</a>]</span> said <b>no</b>.</p>')
    assert shown_text(passage) == "Of it, he said no."


def test_the_words_that_an_article_does_not_hold_are_shown_where_they_begin_to_differ() -> None:
    words = "The shipping company denied that the ferry was overloaded on its way to the harbour of the island in the north"
    told = _unheld(words, [letters(words.replace("overloaded", "sound"))])
    assert "ferry was overloaded on its way" in told
    assert told.startswith("…")
    assert _unheld("No.", ["Yes"]) == "No."


@pytest.mark.parametrize(
    ("value", "text", "same"),
    [
        ("2021-05-08", "8 May 2021", True),
        ("2021-05-08", "9 May 2021", False),
        ("2021-05-08", "2021-05-08", False),  # what no reader says
        ("more than 50", "more than 50", True),
        ("more than 50", "50", False),
    ],
)
def test_what_sources_tell_differently_is_as_in_the_data_a_day_in_words(value: str, text: str, same: bool) -> None:
    assert shows(value, text) is same
