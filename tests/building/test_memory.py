"""A page whose inputs did not change is not made again; what lies in `docs/` is what a build from nothing makes."""

from __future__ import annotations

import random
import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from babel import Locale
from msgspec import structs

from generator.building import memory
from generator.building.run import build
from generator.dossier import assemble
from generator.dossier.fact_order import LISTED
from generator.dossier.facts import merge
from generator.pages import PageSettings, drafts, explore_page, list_pages, site, source_page, subject_page, subject_parts
from generator.pages.draft import Inputs
from generator.pages.links import Links
from generator.pages.pieces import Piece, Pieces
from generator.pages.views import event_view
from generator.records import read as read_records
from generator.records.model import Entity, Mention, Metadata, Paragraph, Record
from tests.building.test_build import tree
from tests.records import entity, fact, record

TOWNS = ("Harbourtown", "Lakewood", "Paris", "Kigali")
PEOPLE = ("Ann Field", "Robert Okoro", "Maria Lind", "Jun Sato")
DEEDS = (
    "{who} said on Monday that {town} would pay {n} million dollars for the bridge.",
    "“We will not close the port,” said {who}, the mayor of {town}.",
    "The council of {town} met on 3 May 2019 and chose {who} as its chair.",
    "{who} denied that {n} people had left {town} since June.",
    "Police in {town} arrested {n} men on 4 May 2019 after a fire.",
)


def article(chance: random.Random) -> str:
    lines = [
        chance.choice(DEEDS).format(who=chance.choice(PEOPLE), town=chance.choice(TOWNS), n=chance.randint(2, 90))
        for _ in range(chance.randint(2, 6))
    ]
    return "\n\n".join([f"News from {chance.choice(TOWNS)}", *lines]) + "\n"


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project of a dozen articles that was built once."""
    folder = tmp_path_factory.mktemp("remembered")
    (folder / "seeds").mkdir()
    chance = random.Random(5)
    for n in range(12):
        (folder / "seeds" / f"a{n:02}.txt").write_text(article(chance), "utf-8")
    build(folder, jobs=1)
    return folder


def afresh(project: Path, target: Path) -> dict[str, bytes]:
    """What a build from nothing makes."""
    shutil.copytree(project / "seeds", target / "seeds")
    for file in project.glob("briefing.yml"):
        (target / file.name).write_bytes(file.read_bytes())
    build(target, jobs=1)
    return tree(target / "docs")


def edit(project: Path) -> None:
    """Another sentence at the end of one article."""
    first = min((project / "seeds").glob("*.txt"))
    first.write_text(first.read_text("utf-8") + "\nIt rained.\n", "utf-8")
    build(project, jobs=1)


def longer(one: Record) -> Record:
    """A record whose article goes on: what stands near its end is shown with the new words, all else as before."""
    text = one.text + "\nIt rained.\n"
    return structs.replace(one, text=text, sha256=record("", text).sha256)


def test_after_any_edits_the_pages_are_those_of_a_build_from_nothing(project: Path, tmp_path: Path) -> None:
    chance = random.Random(7)
    seeds = project / "seeds"
    for step in range(4):
        files = sorted(seeds.glob("*.txt"))
        chance.choice(files).write_text(article(chance), "utf-8")  # changed
        (seeds / f"b{step:02}.txt").write_text(article(chance), "utf-8")  # new
        chance.choice(files).unlink()  # gone
        named = chance.choice(sorted(seeds.glob("*.txt")))
        named.with_suffix(".yml").write_text(f"title: The title {step}\npublished: 2019-05-0{step + 1}\n", "utf-8")
        if step == 3:
            (project / "briefing.yml").write_text("title: Another title\npublish: excerpts\n", "utf-8")
        build(project, jobs=1)
        assert tree(project / "docs") == afresh(project, tmp_path / str(step))


def test_most_pages_are_not_made_again_after_one_edit(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made = []
    source = source_page._source
    monkeypatch.setattr(source_page, "_source", lambda site, *args: (made.append(args[1].id), source(site, *args))[1])
    edit(project)
    assert made == [min((project / "seeds").glob("*.txt")).stem]


def test_a_page_that_was_touched_or_a_memory_that_was_damaged_costs_only_time(project: Path, tmp_path: Path) -> None:
    page = min((project / "docs" / "sources").glob("*.md"))
    page.write_text(page.read_text("utf-8").replace("News", "Lies"), "utf-8")
    memory = project / ".briefing" / "pages.json"
    build(project, jobs=1)
    assert "Lies" not in page.read_text("utf-8")
    memory.write_bytes(b'{"inputs": 3}')
    (project / "briefing.yml").write_text("title: A third title\n", "utf-8")
    build(project, jobs=1)
    assert tree(project / "docs") == afresh(project, tmp_path / "new")


def test_pieces_that_were_damaged_cost_only_time(project: Path, tmp_path: Path) -> None:
    kept = project / ".briefing" / memory.PIECES
    data = bytearray(kept.read_bytes())
    data[-40:] = b"?" * 40
    kept.write_bytes(data)
    edit(project)
    assert tree(project / "docs") == afresh(project, tmp_path / "new")


def test_pieces_of_other_code_or_settings_are_not_used(tmp_path: Path) -> None:
    made = Pieces()
    made.of("a.csv")("digest", lambda: b"line")
    memory.keep_pieces(tmp_path, "shared", made)
    for shared, line in (("shared", b"line"), ("others", b"another")):
        assert memory.read_pieces(tmp_path, shared).of("a.csv")("digest", lambda: b"another") == line


def test_pieces_of_a_file_that_is_not_made_again_stay_and_others_are_forgotten() -> None:
    first = Pieces({"a": {"1": b"one"}, "b": {"2": b"two", "3": b"three"}})
    first.stay("a")
    first.of("b")("3", lambda: b"")
    assert first.now == {"a": {"1": b"one"}, "b": {"3": b"three"}}


def test_one_edit_makes_few_pieces_anew(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Lines of tables and of what Explore searches, entries of the calendar, drawings: all but those of the edited article stay."""
    edit(project)
    made: list[str] = []
    pieces = Pieces.of

    def of(self: Pieces, path: str) -> Piece:
        piece = pieces(self, path)
        return lambda digest, make, *parts: piece(digest, lambda: (made.append(path), make(*parts))[1])

    monkeypatch.setattr(Pieces, "of", of)
    edit(project)
    assert made
    assert set(made) <= {
        "people.md",  # the drawing of who appears with whom counts the edited article, too
        *(f"data/{name}" for name in ("explore.jsonl", "facts.csv", "quotes.csv", "events.csv", "chronology.ics")),
    }
    assert len(made) < 0.2 * len((project / "docs" / "data" / "explore.jsonl").read_text("utf-8").splitlines())


@pytest.mark.parametrize("seed", range(20))
def test_the_same_inputs_make_the_same_bytes(project: Path, seed: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever records stand beside it, a page of the same inputs is the same page; in lists that are split, too."""
    monkeypatch.setattr(list_pages, "ENTRIES_OF_PAGE", 5)
    monkeypatch.setattr(site, "MANY", 3)
    lines = (project / "docs" / "data" / "records.jsonl").read_text("utf-8").splitlines()
    records = list(read_records(lines))
    chance = random.Random(seed)

    which = chance.randrange(len(records))
    one = records[which]
    other = chance.choice(
        [
            structs.replace(one, facts=one.facts[:-1]),
            structs.replace(one, quotes=one.quotes[1:], events=()),
            structs.replace(one, metadata=structs.replace(one.metadata, title="Retitled")),
            structs.replace(one, id="renamed"),
            structs.replace(one, entities=one.entities[1:]),
            longer(one),
        ]
    )
    altered = [*records[:which], other, *records[which + 1 :]]
    if seed % 4 == 0:  # a place is named in one article only: it has no page any more
        town, left = chance.choice(TOWNS), chance.choice(records).id
        altered = [
            structs.replace(r, entities=tuple(e for e in r.entities if r.id == left or e.name != town)) for r in records
        ]
    first, second = (
        {d.path: d for d in drafts(assemble(found, "Title", None), PageSettings()) if d.inputs}
        for found in (records, altered)
    )
    same = [path for path in first if path in second and first[path].inputs == second[path].inputs]
    assert same
    assert all(first[path].make() == second[path].make() for path in same)


def test_who_is_named_otherwise_or_has_no_page_any_more_changes_what_names_them(project: Path) -> None:
    lines = (project / "docs" / "data" / "records.jsonl").read_text("utf-8").splitlines()
    dossier = assemble(list(read_records(lines)), "Title", None)
    titles = {s.id: s.title for s in dossier.sources}
    links = Links.of(dossier)
    event = next(event_view(h, (), Locale("en")) for h in dossier.happenings if h.participants)
    who = event.happening.participants[0]
    neighbour = next(s for s in dossier.subjects if any(c.subject == who for c in s.together))
    unpaged = replace(links, paged=links.paged - {who}, cards={who: "people-2"})
    unlisted = replace(links, listed=links.listed - {who})
    renamed = replace(links, names=links.names | {who: "Somebody Else"})
    known = [Inputs(dossier, those, titles) for those in (links, unpaged, unlisted, renamed)]
    assert len({inputs.item(event) for inputs in known}) == 4
    prepared, pages = site.Site(dossier, PageSettings()), set()
    for prepared.inputs in known:
        pages |= {d.inputs for d in subject_page.drafts(prepared) if d.path == f"subjects/{neighbour.id}.md"}
    assert len(pages) == 4
    retyped = structs.replace(
        dossier, subjects=tuple(structs.replace(s, type="LAW") if s.id == who else s for s in dossier.subjects)
    )
    assert Inputs(retyped, links, titles).item(event) != Inputs(dossier, links, titles).item(event)


def test_words_near_a_passage_make_its_pages_anew_and_others_do_not() -> None:
    """A page shows a passage with the words around it; what stands further off in the article is on the article's own page alone."""

    def inputs(text: str) -> dict[str, str | None]:
        ann, closed = entity(text, 1, "Ann Field"), fact("a", text, "Ann Field closed the port.")
        found = record("a", text, entities=(ann,), facts=(closed,))
        return {d.path: d.inputs for d in drafts(assemble([found], "Title", None), PageSettings())}

    text = "Ann Field closed the port. It rained. " + "It was a quiet day. " * 30 + "The end."
    whole, near, far = inputs(text), inputs(text.replace("rained", "poured")), inputs(text.replace("The end", "Our end"))
    for page, alike in (("subjects/ann-field.md", True), ("sources/a.md", False)):
        assert whole[page] != near[page]
        assert (whole[page] == far[page]) == alike


def test_a_page_of_a_person_is_made_again_for_what_it_shows_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(subject_parts, "SOURCES", 1)

    def inputs(text: str, publisher: str | None = None, bo: str = "PERSON") -> str | None:
        first = "Ann Field came, and Bo Reed came."
        spans = [Mention(start=m.start(), end=m.end()) for m in re.finditer("Ann Field", text)]
        named = (entity(first, 1, "Ann Field"), entity(first, 2, "Bo Reed", type=bo))
        again = Entity(id="e1", name="Ann Field", type="PERSON", mentions=tuple(spans), salience=1.0)
        second = structs.replace(record("b", text, entities=(again,)), metadata=Metadata(title="B", publisher=publisher))
        dossier = assemble([record("a", first, title="A", entities=named), second], "Title", None)
        return next(d.inputs for d in drafts(dossier, PageSettings()) if d.path == "subjects/ann-field.md")

    whole = inputs("They saw Ann Field.")
    assert inputs("Today they saw Ann Field.") == whole
    assert inputs("They saw Ann Field.", publisher="The Times") != whole
    assert inputs("They saw Ann Field.", bo="ORG") != whole
    assert inputs("They saw Ann Field and Ann Field.") != whole


def test_what_explore_says_of_a_paragraph_follows_who_is_named_in_it() -> None:
    def entries(where: int, kind: str = "PERSON") -> dict[str, bytes]:
        text = "Ann came, and Ann went.\n\nBut it rained."
        spans = (Paragraph(start=0, end=23), Paragraph(start=25, end=39))
        named = Entity(id="e1", name="Ann", type=kind, mentions=(Mention(start=where, end=where + 3),), salience=1.0)
        found = structs.replace(record("a", text, entities=(named,)), paragraphs=spans)
        prepared = site.Site(assemble([found], "Title", None), PageSettings(), pieces)
        explore_page.entries(prepared)
        return dict(pieces.now["data/explore.jsonl"])

    pieces = Pieces()
    assert len({*entries(0), *entries(25), *entries(0, "GPE")}) == 3


def test_drawings_of_pages_that_stay_are_kept(project: Path) -> None:
    kept = project / ".briefing" / memory.PIECES
    build(project, jobs=1, use_cache=False)
    before = kept.read_bytes().count(b"subjects/")
    edit(project)
    assert before > 4
    assert kept.read_bytes().count(b"subjects/") == before


def test_many_sources_have_a_list_of_their_own(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(site, "MANY", 3)
    monkeypatch.setattr(list_pages, "ENTRIES_OF_PAGE", 3)
    records = list(read_records((project / "docs" / "data" / "records.jsonl").read_text("utf-8").splitlines()))
    pages = {d.path: d.make().decode() for d in drafts(assemble(records, "Title", None), PageSettings())}
    listed = re.compile(r'<li id="source-(\d+)"')
    every = [int(n) for path in pages if re.fullmatch(r"sources(-\d+)?\.md", path) for n in listed.findall(pages[path])]
    assert sorted(every) == list(range(1, len(records) + 1))
    first = {int(n) for n in listed.findall(pages["index.md"])}
    cited = {int(n) for n in re.findall(r'aria-label="source (\d+)"', pages["index.md"])}
    assert first == cited
    assert 'href="sources.html"' in pages["index.md"]


def test_an_entry_more_moves_few_others() -> None:
    names = [f"f-{n:06x}" for n in range(5000)]
    before = {tuple(page) for page in list_pages.cut(names, str)}
    after = {tuple(page) for page in list_pages.cut([*names[:700], "f-new", *names[700:]], str)}
    assert len(after - before) <= 8
    assert all(
        list_pages.ENTRIES_OF_PAGE / 2 < len(page) <= 1.5 * list_pages.ENTRIES_OF_PAGE for page in sorted(before)[:-1]
    )


def test_who_is_less_prominent_keeps_their_page_when_ranks_change() -> None:
    names = [f"s-{n:06x}" for n in range(3000)]
    before = {n: page.name for page in list_pages.shelved("people", names, str, settled=True) for n in page.entries}
    ranked = [*names[:100], *random.Random(1).sample(names[100:], 2900)]
    after = {n: page.name for page in list_pages.shelved("people", ranked, str, settled=True) for n in page.entries}
    assert before == after
    assert list(before)[:100] == names[:100]
    (alone,) = list_pages.shelved("people", ranked[:140], str, settled=True)
    assert alone.entries == ranked[:140]  # on one page all stand by rank


def test_a_page_keeps_its_name_when_another_comes_before_it() -> None:
    names = [f"f-{n:06x}" for n in range(5000)]
    before = {tuple(page.entries): page.name for page in list_pages.shelved("facts", names, str)}
    after = {tuple(page.entries): page.name for page in list_pages.shelved("facts", names[700:], str)}
    kept = before.keys() & after.keys()
    assert len(kept) > 35
    assert all(before[entries] == after[entries] for entries in kept)
    assert len(set(before.values())) == len(before)


def test_pages_that_begin_alike_have_names_of_their_own() -> None:
    assert len({page.name for page in list_pages.shelved("facts", ["f-one"] * 1000, str)}) == 7


def test_further_down_facts_stand_by_their_own_worth_or_by_article(monkeypatch: pytest.MonkeyPatch) -> None:
    """What others tell puts the first facts in order, and moves with every edit."""
    worth: dict[str, float] = {}
    records = []
    for n in range(LISTED):
        first, second = f"Bridge{n} fell in Town{n}.", f"Moor{n} saw rain" + " and snow" * (n % 2) + f" on day{n}."
        worth |= {first: 1.0, second: 0.9 - (n * 7 % LISTED) / 100}
        facts = (fact(f"r{n}", f"{first} {second}", first), fact(f"r{n}", f"{first} {second}", second, worth[second]))
        records.append(record(f"r{n}", f"{first} {second}", facts=facts))
    place = {found.id: n for n, found in enumerate(records)}
    many = [place[s.passage.source] for s in merge(records, {})][LISTED:]
    assert many == sorted(many)
    monkeypatch.setattr("generator.dossier.facts.FEW", LISTED)
    few = [s.score for s in merge(records, {})][LISTED:]
    assert few == sorted(few, reverse=True)
    assert len(few) == len(many) == LISTED


def test_another_title_stands_on_every_page(project: Path, tmp_path: Path) -> None:
    """A list of organisations says the briefing's title to search engines, and nothing else of it changes."""
    copy = tmp_path / "p"
    shutil.copytree(project, copy)
    (copy / "briefing.yml").write_text("title: Another title\n", "utf-8")
    build(copy, jobs=1)
    assert tree(copy / "docs") == afresh(copy, tmp_path / "afresh")
