"""What a project that somebody else made, or one bad line, can do: nothing but be refused in a sentence."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator.building import seal
from generator.building.baseline import earlier
from generator.building.publishing import MANIFEST, stamp
from generator.building.run import build
from generator.cli import main
from generator.errors import BriefingError, SettingsError
from generator.settings import read_settings
from generator.sources.sidecar import load_yaml
from tests.building.test_build import copied, tree

MANY = "0x" + "f" * 5000


@pytest.mark.parametrize("value", [MANY, "1" + "0" * 500, "-" + "9" * 5000, "1:" * 200 + "1", f"[{MANY}]", f"{{a: {MANY}}}"])
def test_a_number_without_end_is_refused_in_a_sentence(value: str) -> None:
    with pytest.raises(BriefingError, match=r"a\.yml holds a (date or a )?number"):
        load_yaml(f"title: {value}", "a.yml")


def test_a_day_that_no_calendar_has_is_told_as_such() -> None:
    with pytest.raises(BriefingError, match="write a day as 2016-08-09"):
        load_yaml("published: 2016-02-30", "a.yml")


@pytest.mark.parametrize(
    "line", ["docs: seeds", "docs: .git", "docs: seeds/docs", "docs: .briefing", "seeds: docs/in", "docs: ../docs"]
)
def test_pages_are_written_into_a_folder_of_their_own(line: str, tmp_path: Path) -> None:
    (tmp_path / "briefing.yml").write_text(f"{line}\n", "utf-8")
    with pytest.raises(SettingsError, match="folder"):
        read_settings(tmp_path)


@pytest.mark.parametrize("address", ["javascript:alert(1)", "//example.com", "data:text/html,x", "https://example.com/<b>"])
def test_the_address_of_a_site_is_one(address: str, tmp_path: Path) -> None:
    (tmp_path / "briefing.yml").write_text(f"site_url: {json.dumps(address)}\n", "utf-8")
    with pytest.raises(SettingsError, match="site_url"):
        read_settings(tmp_path)


@pytest.mark.parametrize("named", ["../../etc", "no_such_pipeline", "os.path", "a..b", "."])
def test_a_pipeline_that_there_is_not_is_one_sentence(
    named: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("The council met.\n", "utf-8")
    (tmp_path / "briefing.yml").write_text(f"pipeline: {named}\n", "utf-8")
    assert main(["build", "--jobs", "1", "--project", str(tmp_path)]) == 1
    assert "can't be loaded" in capsys.readouterr().err


@pytest.mark.parametrize("damage", [b"{}", b"<<<<<<< HEAD\n{", b"[]", b"\xff\xfe", b'{"../../x": "y"}', None])
def test_a_damaged_manifest_is_made_anew(damage: bytes | None, seed_project: Path, tmp_path: Path) -> None:
    project = copied(seed_project, tmp_path / "p")
    manifest = project / "docs" / MANIFEST
    manifest.unlink()
    if damage is not None:
        manifest.write_bytes(damage)
    (project / "docs" / "facts.md").write_text("Forged.\n", "utf-8")
    build(project, jobs=1)
    assert tree(project / "docs") == tree(seed_project / "docs")


def test_what_a_foreign_project_remembers_does_not_count(
    seed_project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whoever made the project has another key: pages, records and pieces are made again, whatever the stamps say."""
    project = copied(seed_project, tmp_path / "p")
    forged = project / "docs" / "quotes.md"
    forged.write_bytes(forged.read_bytes().replace(b"Putin", b"Nitup"))
    monkeypatch.setattr(seal, "_key", lambda: b"k" * seal.SIZE)  # the stranger's
    build(project, jobs=1)
    forged.write_bytes(forged.read_bytes().replace(b"Putin", b"Nitup"))
    pages = project / ".briefing" / "pages.json"
    found = json.loads(pages.read_bytes()[seal.SIZE :])
    found["stamps"]["quotes.md"] = stamp(forged)
    pages.write_bytes(seal.sealed("pages.json", json.dumps(found).encode()))
    listed = json.loads((project / "docs" / MANIFEST).read_bytes())
    assert build(project, jobs=1).fresh is False, (
        "under the stranger's own key the forged page is taken for the last build's"
    )
    assert b"Nitup" in forged.read_bytes(), listed
    monkeypatch.undo()
    build(project, jobs=1)
    assert tree(project / "docs") == tree(seed_project / "docs")


def test_the_key_is_the_users_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path))
    seal._key.cache_clear()
    try:
        sealed = seal.sealed("x", b"data")
        assert seal.key_file().stat().st_mode & 0o777 == 0o600
        assert seal.opened("x", sealed) == b"data"
        assert seal.opened("y", sealed) is None
        seal._key.cache_clear()
        assert seal.opened("x", sealed) == b"data", "the key is kept"
        seal.key_file().chmod(0o644)
        seal._key.cache_clear()
        assert seal.opened("x", sealed) is None, "a key that others can read vouches for nothing"
    finally:
        seal._key.cache_clear()


def test_no_module_is_imported_from_the_project(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    (tmp_path / "seeds" / "a.txt").write_text("The council met.\n", "utf-8")
    for name in ("babel", "spacy", "msgspec", "yaml", "lxml"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('a stranger runs')\n", "utf-8")
    command = [sys.executable, "-m", "generator", "build", "--jobs", "1"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr


def test_git_runs_and_fetches_nothing_that_a_project_names(seed_project: Path, tmp_path: Path) -> None:
    project = copied(seed_project, tmp_path / "p")
    ran = tmp_path / "ran"
    git = ["git", "-C", str(project), "-c", "user.email=a@example.org", "-c", "user.name=A"]
    subprocess.run([*git, "init", "-q"], check=True)
    subprocess.run([*git, "add", "docs", "seeds"], check=True)
    subprocess.run([*git, "commit", "-qm", "one"], check=True)
    blob = subprocess.run(
        [*git, "rev-parse", "HEAD:docs/data/facts.csv"], check=True, capture_output=True, text=True
    ).stdout.strip()
    object_file = project / ".git" / "objects" / blob[:2] / blob[2:]
    object_file.unlink()
    for key, value in {
        "core.repositoryFormatVersion": "1",
        "extensions.partialClone": "origin",
        "remote.origin.promisor": "true",
        "remote.origin.url": str(project),
        "remote.origin.uploadpack": f"touch {ran}; git-upload-pack",
        "core.fsmonitor": f"touch {ran}; true",
        "core.sshCommand": f"touch {ran}",
        "protocol.file.allow": "always",
    }.items():
        subprocess.run([*git, "config", key, value], check=True)
    with pytest.raises(BriefingError, match="no earlier briefing"):
        earlier(project, project / "docs", project / ".briefing", "HEAD", {})
    assert not ran.exists()


def test_pipes_and_devices_are_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    os.mkfifo(tmp_path / "a.txt")
    assert main(["extract", str(tmp_path / "a.txt")]) == 1
    assert main(["extract", "/dev/zero"]) == 1
    assert capsys.readouterr().err.count("a device or a pipe") == 2
