"""Each bad input is answered by a sentence that names the file, the fault and the cure."""

from __future__ import annotations

import json
import socket
import subprocess
from datetime import date
from pathlib import Path

import pytest

from generator.building.future import unborn
from generator.cli import main
from generator.errors import BriefingError, SourceError
from generator.site.engines import Engine
from generator.site.serving import serve
from generator.sources import READERS
from generator.sources.sidecar import load_yaml
from tests.building.test_build import copied


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("publisher: X\ntitle: one: two", 2, "texts with a colon in quotation marks"),
        ("publisher: X\ntitle: 'The vote\nauthor: Y", 2, "a quotation mark is opened and not closed"),
        ('title: "The vote', 1, "a quotation mark is opened and not closed"),
        ("publisher: X\ntitle: [The vote", 2, "a bracket is opened and not closed"),
        ("{title: The vote", 1, "a bracket is opened and not closed"),
        ("title: A\n\tauthor: B", 2, "spaces, not with a tab"),
        ("title: @home", 1, "begins with a sign"),
        ("title: `home`", 1, "begins with a sign"),
        ("title\npublished: 2016-08-09", 2, "with a colon behind it"),
        ("corrections:\n- id: f-1234567890\n hide: true", 3, "write `key: value`"),
    ],
)
def test_a_yaml_fault_is_told_by_its_kind(text: str, line: int, says: str) -> None:
    with pytest.raises(SourceError, match=rf"^a\.yml is not valid YAML \(line {line}\): .*{says}"):
        load_yaml(text, "a.yml")


def test_a_key_that_stands_twice_is_not_chosen_from() -> None:
    with pytest.raises(SourceError, match=r"a\.yml has the key `title:` twice \(again in line 3\): keep one"):
        load_yaml("title: A\nauthor: B\ntitle: C", "a.yml")
    assert load_yaml("title: A\ncorrections:\n- id: x\n- id: y", "a.yml")["title"] == "A"


def test_empty_seeds_name_the_formats(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "seeds").mkdir()
    assert main(["build", "--project", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert all(ending in said for ending in READERS)
    assert "briefing add" in said


def test_a_file_of_an_unknown_format_names_the_known_ones(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.doc").write_bytes(b"x")
    assert main(["extract", str(tmp_path / "a.doc")]) == 1
    said = capsys.readouterr().err
    assert "a.doc" in said
    assert ".docx" in said


@pytest.mark.parametrize(
    ("given", "says"),
    [
        (lambda known: ["f-nope", "--hide"], "Nothing on the pages has the id 'f-nope' (nearest: f-"),
        (lambda known: [f"{known[:-1]}x", "--hide"], " (nearest: {known}"),
        (lambda known: [known[:-1], "--hide"], " (nearest: {known}"),
        (lambda known: ["Vladimir Puttin", "--note", "x"], "(nearest: Vladimir Putin)"),
        (lambda known: ["Nobody Whatever", "--note", "x"], "Nothing on the pages has the name 'Nobody Whatever': copy it"),
    ],
)
def test_an_unknown_target_names_the_nearest(
    given: object, says: str, seed_project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copied(seed_project, tmp_path / "p")
    known = json.loads((project / "docs" / "data" / "facts.json").read_text("utf-8"))[0]["id"]
    assert callable(given)
    assert main(["edit", *given(known), "--project", str(project)]) == 1
    assert says.replace("{known}", known) in capsys.readouterr().err


def test_a_timeline_prints_one_line_an_event(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (
        "Northern Water inspected the dam in October 2023 and\nreported no damage. Northern Water closed it in May 2024.\n"
    )
    (tmp_path / "a.txt").write_text(text, "utf-8")
    assert main(["timeline", "Northern Water", str(tmp_path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == len(set(lines)) == 2
    assert lines[0].startswith("2023-10      Northern Water inspected the dam in October 2023 and reported")


def project_of(folder: Path, **seeds: str) -> Path:
    (folder / "seeds").mkdir(parents=True)
    for name, text in seeds.items():
        stem, _, suffix = name.rpartition("_")
        (folder / "seeds" / f"{stem}.{suffix}").write_text(text, "utf-8")
    (folder / "briefing.yml").write_text("title: The ferry\n", "utf-8")
    return folder


def said_by(capsys: pytest.CaptureFixture[str], status: int, *words: str) -> str:
    assert main(words) == status
    return capsys.readouterr().err


def test_an_article_that_its_broken_sidecar_costs_is_named_and_counted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_of(
        tmp_path / "p",
        ferry_txt="The ferry to Harwick sank on 3 May 2019.\n",
        ferry_yml="title: [The ferry\n",
        dam_txt="A dam broke.\n",
    )
    said = said_by(capsys, 0, "build", "--project", str(project))
    assert (
        "error: ferry.txt is left out: ferry.yml is not valid YAML (line 1): a bracket is opened and not closed: close it"
        in said
    )
    assert "1 article (1 more left out, see above); " in said
    again = said_by(capsys, 0, "build", "--project", str(project))  # told also where nothing has changed
    assert "1 article (1 more left out, see above); nothing has changed." in again


def test_settings_that_are_no_yaml_name_the_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = project_of(tmp_path / "p", dam_txt="A dam broke.\n")
    (project / "briefing.yml").write_text("dek: x\ntitle: [unclosed\n", "utf-8")
    said = said_by(capsys, 1, "build", "--project", str(project))
    assert said.startswith("error: briefing.yml is not valid YAML (line 2): a bracket is opened and not closed")


def test_a_folder_of_articles_that_is_not_there_is_named_with_its_key(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = project_of(tmp_path / "p")
    (project / "briefing.yml").write_text("seeds: nowhere\n", "utf-8")
    said = said_by(capsys, 1, "build", "--project", str(project))
    assert said.startswith("error: briefing.yml: `seeds: nowhere` names a folder that does not exist: make it")
    assert "`briefing new NAME` makes a project" in said_by(capsys, 1, "build", "--project", str(tmp_path))


def test_a_site_without_its_configuration_is_refused_before_the_work(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("A ferry sank near Portsmouth on Monday, the coast guard said.\n", "utf-8")
    (tmp_path / "briefing.yml").write_text("title: A\n", "utf-8")
    assert "mkdocs.yml does not exist: run `briefing new`" in said_by(capsys, 1, "site", "--project", str(tmp_path))
    assert not (tmp_path / "docs").exists()


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_serving_where_no_project_is_names_the_cure(engine: Engine, tmp_path: Path) -> None:
    with pytest.raises(
        BriefingError, match=rf"^{tmp_path.name}/ holds no project \(there is no mkdocs\.yml\): `briefing new NAME`"
    ):
        serve(tmp_path, engine, 8000)


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_serving_on_a_port_that_is_taken_names_the_cure(engine: Engine, tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", "utf-8")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        with pytest.raises(BriefingError, match=rf"^Port {port} can't be used \(.+\): name another with --port\.$"):
            serve(tmp_path, engine, port)
    with pytest.raises(BriefingError, match=r"^Port 70000 can't be used \(ports are 0 to 65535\): name another"):
        serve(tmp_path, engine, 70000)


def test_serving_a_project_without_pages_makes_their_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mkdocs.yml").write_text("site_name: A\n", "utf-8")
    (tmp_path / "seeds").mkdir()
    there: list[bool] = []

    def run(*_: object, cwd: Path, **__: object) -> subprocess.CompletedProcess[str]:
        there.append((cwd / "docs").is_dir())
        return subprocess.CompletedProcess([], 0)

    monkeypatch.setattr(subprocess, "run", run)
    assert serve(tmp_path, "mkdocs", 0) == 0
    assert there == [True]


@pytest.mark.parametrize(
    "options",
    [
        ("--hide", "--pin"),
        ("--hide", "--order", "2"),
        ("--speaker", "Ann Field", "--no-speaker"),
        ("--date", "2019", "--no-date"),
    ],
)
def test_a_correction_that_contradicts_itself_is_not_written(
    options: tuple[str, ...], seed_project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = copied(seed_project, tmp_path / "p")
    before = {file.name: file.read_bytes() for file in (project / "seeds").iterdir()}
    known = json.loads((project / "docs" / "data" / "facts.json").read_text("utf-8"))[0]["id"]
    said = said_by(capsys, 1, "edit", known, *options, "--project", str(project))
    assert f"contradict each other, so nothing was set of {known}: leave one out." in said
    assert {file.name: file.read_bytes() for file in (project / "seeds").iterdir()} == before


def test_an_article_from_the_future_is_doubted(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = project_of(tmp_path / "p", dam_txt="A dam broke.\n", dam_yml="published: 2999-01-01\n", ferry_txt="It sank.\n")
    (project / "seeds" / "ferry.yml").write_text("published: 2999\n", "utf-8")
    said = said_by(capsys, 0, "build", "--project", str(project))
    assert "warning: dam.txt says that it was published on 2999-01-01, which is still to come: check `published:`" in said
    assert "warning: ferry.yml: `published: 2999` is not a date and was left out; write it as 2016-08-09." in said
    assert unborn("a.txt", "2019-05-04", date(2019, 5, 3)) == []  # tomorrow, east of here


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nothing.html", "does not exist: check its name and folder"),
        ("bridge.htm", "does not exist; did you mean bridge.html?"),
        (
            "./harbour.example/news/ferry",
            "does not exist; for a web page give its address: https://harbour.example/news/ferry",
        ),
    ],
)
def test_a_file_to_add_that_is_not_there_names_what_may_be_meant(
    name: str, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "bridge.html").write_text("<p>x", "utf-8")
    (tmp_path / "briefing.yml").write_text("title: The ferry\n", "utf-8")
    monkeypatch.chdir(tmp_path)
    said = said_by(capsys, 1, "add", name)
    assert says in said
