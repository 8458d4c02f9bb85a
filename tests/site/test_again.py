"""Whatever a page says beyond or beside what the data give is told: order, headings, marks, drawings, comments, what is around it."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.site import again
from generator.site.surroundings import split
from generator.site.verifier import Site

# name -> file, what is looked for in it, what is planted instead
PLANTS: Mapping[str, tuple[str, str, str]] = {
    'lede publishers': ('index.html', r'told by \d+ independent', 'told by 99 independent'),
    'period line': ('index.html', '(Period covered</dt><dd>)', r'\1before '),
    'pair count': ('people.html', '</a></td><td>(\\d+)', '</a></td><td>7'),
    'pair name': (
        'people.html',
        '(<th scope="row"><a class="subject" href="subjects&#47;)portsmouth.html">Portsmouth',
        '\\1madrid.html">Madrid',
    ),
    'heading swapped': ('chronology.html', '>The story</h2>', '>Background</h2>'),
    'planned removed subject': ('subjects/ann-field.html', '<h3 id="planned">Planned, denied or only possible</h3>', ''),
    'otherwise removed': ('facts.html', '<details class="otherwise"><summary>In other words in 1 source.*?</details>', ''),
    'event left out of subject': ('subjects/portsmouth.html', '(?s)<li class="event.*?</li>\\n', ''),
    'gap': ('chronology.html', r'\d+ days later', '999 days later'),
    'unlinked svg': ('index.html', '(<line class="axis")', '<text x="90" y="90">Sponsored</text>\\1'),
    'comment': ('facts.html', '<ol class="facts">', '<ol class="facts"><!-- the mayor lies -->'),
    'lang page': ('facts.html', '<html lang="en"', '<html lang="de"'),
    'lang passage': ('facts.html', '<p class="verbatim"><span ', '<p class="verbatim"><span lang="ar" '),
    'lede other passage': (
        'index.html',
        '<span data-verbatim="bridge:27:139">.*?</span> <a class="chip" href="sources&#47;bridge.html&#35;c27'
        '-139" aria-label="source 2"(.*?)>2</a></p></blockquote>',
        '<span data-verbatim="council:164:212">Robert Okoro said the work would take ten weeks.</span> <a cla'
        'ss="chip" href="sources&#47;council.html&#35;c164-212" aria-label="source 3"\\1>3</a></p></blockquote'
        '>',
    ),
    'quotes heading swapped': ('subjects/ann-field.html', 'id="said">Quotations<', 'id="said">Facts<'),
    'glance question': ('index.html', '<dt>what</dt>', '<dt>who</dt>'),
    'glance removed': ('index.html', '(?s)<section class="answers".*?</section>', ''),
    'fact removed from front': ('index.html', '(?s)<li class="fact".*?</li>\\n', ''),
    'fact order front': ('index.html', '(?s)(<li class="fact".*?</li>\\n)(<li class="fact".*?</li>\\n)', '\\2\\1'),
    'quote order': ('quotes.html', '(?s)(<li class="quote.*?</li>\\n)(<li class="quote.*?</li>\\n)', '\\2\\1'),
    'event order': ('chronology.html', '(?s)(<li class="event.*?</li>\\n)(<li class="event.*?</li>\\n)', '\\2\\1'),
    'note removed': ('subjects/jun-sato.html', '<p class="note">.*?</p>', ''),
    'in the source cue removed': ('quotes.html', ' … <span data-verbatim="[^"]*">(said|told)</span>', ''),
    'otherwise names': ('quotes.html', 'the same words in', 'another wording in'),
    'alias removed': ('subjects/ann-field.html', '<p class="meta"><span class="ours">also</span>.*?</p>', ''),
    'mentions count source': ('subjects/ann-field.html', '<span class="ours">1 mention</span>', '<span class="ours">3 mentions</span>'),
    'paragraph count': ('subjects/ann-field.html', '2 paragraphs', '4 paragraphs'),
    'companion removed': ('subjects/ann-field.html', '<li><a class="subject" href="..&#47;subjects&#47;london.html">.*?</li>', ''),
    'source cited-in label': ('sources/storm.html', '>Fact 1</a>', '>Fact 2</a>'),
    'source cited-in removed': ('sources/storm.html', '<p class="refs".*?</p>', ''),
    'sidecar origin': ('sources/storm.html', 'Date given by the editor', 'Date given by the page'),
    'paragraph class': ('sources/storm.html', '<p class="body" id="p30"', '<p class="heading" id="p30"'),
    'source paragraph removed': ('sources/storm.html', '<p class="body" id="p98".*?</p>', ''),
    'chip removed': ('facts.html', ' <a class="chip"[^>]*>1</a>(?= <a class="chip"|</p>)', ''),
    'data-kind swapped': ('facts.html', 'data-kind="statement"', 'data-kind="figure"'),
    'data-subject removed': ('facts.html', 'data-subject="maria-lind"', 'data-subject=""'),
    'anchor removed': ('facts.html', '<span id="f-ea4557097e"></span>', ''),
    'filter option dropped': ('facts.html', '<option value="ann-field">[^<]*</option>', ''),
    'filter label': ('facts.html', '<label>Where <select', '<label>Who <select'),
    'dated words moved': ('chronology.html', '(\\w+) <b class="dated">([^<]*)</b>', '<b class="dated">\\1</b> \\2'),
    'dated words unmarked': ('chronology.html', '<b class="dated">([^<]*)</b>', '\\1'),
    'inferred added': (
        'chronology.html',
        '(<span class="ours">14 May 2019</span>)',
        '\\1 <span class="ours">day of publication, inferred</span>',
    ),
    'publishers added': (
        'chronology.html',
        '<p class="meta"><span class="names">',
        '<p class="meta"><span class="ours publishers">2 independent publishers</span><span class="names">',
    ),
    'participant dropped': ('chronology.html', '(<span class="names"><a [^>]*>[^<]*</a>), <a class="subject"[^>]*>[^<]*</a>', '\\1'),
    'method count': ('method.html', '(<dt>Words</dt><dd>)\\d+', '\\g<1>999'),
    'method score': ('method.html', '<td>(\\d\\d\\.\\d)</td>', '<td>99.9</td>'),
    'method removed para': ('method.html', '<p>The program errs.*?</p>', ''),
    'downloads what': ('downloads.html', '<span class="ours">key facts</span>', '<span class="ours">quotations</span>'),
    'explore question': ('explore.html', 'say\\?', 'deny?'),
    'explore label swap': ('explore.html', '<label>Kind', '<label>Source'),
    'nav label': ('facts.html', '(?s)(md-tabs__link">.*?)Differences', '\\1Agreements'),
    'title head': ('facts.html', '<title>Key facts', '<title>Quotations'),
    'description count': ('facts.html', r'\d+ key facts', '999 key facts'),
    'on paper dropped': ('facts.html', '<li value="2">.*?</li>', ''),
    'jsonld node removed': ('facts.html', '\\{"@type":"Claim".*?\\},(?=\\{"@type":"Claim")', ''),
    'jsonld appearance': (
        'facts.html',
        '"appearance":\\[\\{"@id":"sources/bridge.html"\\}',
        '"appearance":[{"@id":"sources/council.html"}',
    ),
    'f event status': ('f/e-c143929e87.html', '<span class="status">[^<]*</span>', ''),
    'f kicker': ('f/f-d159c3c470.html', 'Key fact<', 'Event<'),
    'f publishers cite': ('f/f-d159c3c470.html', '<cite>Bridge closed after storm', '<cite>Council votes on bridge'),
    'f text added': ('f/f-d159c3c470.html', '<p class="on">', '<p>Denied since.</p><p class="on">'),
    'embed': ('embed/timeline.html', r'\d+ days later', '999 days later'),
    '404': ('404.html', '<h1[^>]*>[^<]*', '<h1>Sold'),
    'og image': ('index.html', 'content="assets/share.png"', 'content="assets/share-fact.png"'),
    'ftm name': ('data/people.ftm.json', 'Jun Sato', 'Jun Saito'),
    'schema': ('data/record.schema.json', '"type"', '"tupe"'),
    'aria-label list': ('quotes.html', 'aria-label="The text|aria-live="polite"', 'aria-live="off"'),
    'title attribute': ('facts.html', '<span class="kind">', '<span class="kind" title="disputed">'),
    'class doubt': ('facts.html', '<span class="ours">(\\d+ May)', '<span class="ours doubt">\\1'),
    'svg class planned': ('chronology.html', '<circle class="dot"', '<circle class="dot open"'),
    'svg axis label removed': ('chronology.html', '<text class="when"[^>]*>[^<]*</text>', ''),
    'svg link removed': ('index.html', '<a href="chronology.html&#35;[^"]*"><title>.*?</a>', ''),
    'relations legend': ('people.html', '● people ■ organisations', '■ people ● organisations'),
    '404 link': ('404.html', 'href="/facts.html"', 'href="/quotes.html"'),
    'meta keywords': ('places.html', '<link rel="icon"', '<meta name="keywords" content="scandal"><link rel="icon"'),
    'class of the body': ('quotes.html', '<body dir="ltr"', '<body class="sponsored" dir="ltr"'),
    'noscript': ('organisations.html', '</body>', '<noscript>Paid.</noscript></body>'),
    'a letter that is not seen': ('facts.html', '(<span data-verbatim="[^"]*">...)', '\\1\u200b'),
    'entry in an entry': ('facts.html', '</li>\n<li class="fact"', '<li class="fact">'),
    'entry twice': ('facts.html', '(?s)(<li class="fact" id=.*?</li>\n)(?=<li)', '\\1\\1'),
    'title of a drawing': ('chronology.html', 'Timeline of \\d+ events', 'Timeline of 99 events'),
}  # fmt: skip


@pytest.fixture(scope="module")
def told(briefed: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """What is told of each plant; those of different files are planted into one site."""
    left, found, round_ = dict(PLANTS), {}, 0
    while left:
        site = tmp_path_factory.mktemp("planted") / f"site{(round_ := round_ + 1)}"
        shutil.copytree(briefed / "site", site, copy_function=os.link)
        here: dict[str, str] = {}
        for name, (path, pattern, new) in list(left.items()):
            if path not in here.values():
                here[name] = path
                text = (site / path).read_text("utf-8")
                planted = re.sub(pattern, new, text, count=1)
                assert planted != text, f"{name}: not planted"
                (site / path).unlink()
                (site / path).write_text(planted, "utf-8")
                del left[name]
        lines = list(again.problems(Site(str(site))))
        found |= {name: [line for line in lines if path in line] for name, path in here.items()}
    return found


@pytest.mark.parametrize("name", PLANTS)
def test_what_the_data_do_not_give_is_told(name: str, told: Mapping[str, list[str]]) -> None:
    assert told[name]


def planted(briefed: Path, folder: Path) -> Path:
    site = folder / "site"
    shutil.copytree(briefed / "site", site, copy_function=os.link)
    return site


def put(file: Path, data: bytes) -> None:
    """Write a file anew, not into the one that it is linked with."""
    file.unlink(missing_ok=True)
    file.write_bytes(data)


def test_a_sound_site_is_what_its_data_give(briefed: Path) -> None:
    assert list(again.problems(Site(str(briefed / "site")))) == []


def test_the_same_lie_around_all_pages_is_told(briefed: Path, tmp_path: Path) -> None:
    site = planted(briefed, tmp_path)
    for file in site.rglob("*.html"):
        put(file, file.read_bytes().replace(b"Made by a program from", b"Made by people, not from"))
    assert any("Made by people" in line for line in again.problems(Site(str(site))))


def test_another_picture_is_told(briefed: Path, tmp_path: Path) -> None:
    site = planted(briefed, tmp_path)
    put(site / "assets" / "share.png", (site / "assets" / "share-fact.png").read_bytes())
    assert any("share.png" in line for line in again.problems(Site(str(site))))


@pytest.mark.parametrize(
    "path", ["f/f-0123456789.html", "subjects/nobody.html", "sources/forged.html", "data/more.json", "facts-12.html"]
)
def test_a_page_or_file_that_the_data_do_not_give_is_told(path: str, briefed: Path, tmp_path: Path) -> None:
    site = planted(briefed, tmp_path)
    put(site / path, b'<html><body><div class="briefing facts">Forged.</div></body></html>')
    assert any(line.startswith(path) for line in again.problems(Site(str(site))))


def test_an_editors_own_page_is_noted(briefed: Path, tmp_path: Path) -> None:
    site = planted(briefed, tmp_path)
    put(site / "imprint.html", b"<html><body><p>Imprint.</p></body></html>")
    assert list(again.problems(Site(str(site)))) == []
    assert list(again.notes(Site(str(site)))) == ["imprint.html is an editor's own page: nothing in it is proved."]


@pytest.mark.parametrize("path", ["facts.html", "f/f-d159c3c470.html", "data/facts.csv", "data/briefing.json"])
def test_what_was_taken_away_is_told(path: str, briefed: Path, tmp_path: Path) -> None:
    site = planted(briefed, tmp_path)
    (site / path).unlink()
    assert any("missing" in line or "holds not all" in line for line in again.problems(Site(str(site))))


def test_a_site_of_another_version_says_so(briefed: Path, tmp_path: Path) -> None:
    site = planted(briefed, tmp_path)
    data = (site / "data" / "briefing.json").read_text("utf-8")
    put(site / "data" / "briefing.json", re.sub(r'("briefing",\s*")[^"]*', r"\g<1>0.0.1", data).encode())
    told = list(again.problems(Site(str(site))))
    assert len(told) == 1
    assert "made by briefing 0.0.1" in told[0]


def test_a_page_with_the_briefing_twice_is_none_of_ours() -> None:
    assert split("a<div>b</div>c", "<div>b</div>") == "a\0c"
    assert split("a<div>b</div><div>b</div>c", "<div>b</div>") is None
    assert split("a", "<div>b</div>") is None
