"""Building: the same bytes everywhere, nothing done twice, the last good pages whole whatever happens."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from generator.building import publishing
from generator.building.cache import Cache, Entry
from generator.building.publishing import generated, publish
from generator.building.run import build
from generator.errors import BriefingError
from generator.settings import read_settings
from generator.site.check import problems

ROOT = Path(__file__).parent.parent.parent


def tree(folder: Path) -> dict[str, bytes]:
    return {f.relative_to(folder).as_posix(): f.read_bytes() for f in sorted(folder.rglob("*")) if f.is_file()}


def copied(project: Path, target: Path) -> Path:
    shutil.copytree(project, target, symlinks=True)
    return target


def test_committed_docs_are_what_the_code_makes(seed_project: Path) -> None:
    assert tree(ROOT / "docs") == tree(seed_project / "docs"), "run `make site` and commit docs/"


def test_every_span_hash_and_link_holds(seed_project: Path) -> None:
    assert list(problems(seed_project, read_settings(seed_project))) == []


def test_two_builds_in_two_folders_give_the_same_bytes(seed_project: Path, tmp_path: Path) -> None:
    other = tmp_path / "elsewhere" / "deep"
    other.mkdir(parents=True)
    shutil.copytree(seed_project / "seeds", other / "seeds")
    shutil.copy(seed_project / "briefing.yml", other)
    build(other, jobs=1, use_cache=False)
    assert tree(other / "docs") == tree(seed_project / "docs")


def test_a_build_with_nothing_changed_does_nothing_and_imports_no_spacy(seed_project: Path) -> None:
    code = (
        "import sys; from pathlib import Path; from generator.building.run import build;"
        f"o = build(Path({str(seed_project)!r})); assert not o.fresh, o; assert 'spacy' not in sys.modules, 'spacy'"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_a_page_that_no_longer_exists_leaves_no_file(seed_project: Path, tmp_path: Path) -> None:
    project = copied(seed_project, tmp_path / "p")
    (project / "seeds" / "extra.txt").write_text(
        "The Vote\n\nThe council of Harbourtown met. Mayor Ann Field spoke.\n", "utf-8"
    )
    build(project, jobs=1)
    assert (project / "docs" / "sources" / "extra.md").is_file()
    (project / "seeds" / "extra.txt").unlink()
    build(project, jobs=1)
    assert tree(project / "docs") == tree(seed_project / "docs")


def test_an_editors_own_page_stays(seed_project: Path, tmp_path: Path) -> None:
    project = copied(seed_project, tmp_path / "p")
    (project / "docs" / "about.md").write_text("# About\n", "utf-8")
    (project / "briefing.yml").write_text("title: Other\n", "utf-8")
    build(project, jobs=1)
    assert (project / "docs" / "about.md").read_text("utf-8") == "# About\n"


def test_a_broken_article_is_named_and_the_rest_is_built(seed_project: Path, tmp_path: Path) -> None:
    project = copied(seed_project, tmp_path / "p")
    (project / "seeds" / "broken.txt").write_bytes(b"\x00\x01")
    outcome = build(project, jobs=1)
    assert outcome.articles == 1
    assert "broken.txt" in outcome.problems[0]


def test_without_any_readable_article_the_old_pages_stay(seed_project: Path, tmp_path: Path) -> None:
    project = copied(seed_project, tmp_path / "p")
    before = tree(project / "docs")
    for file in (project / "seeds").glob("*.txt"):
        file.write_bytes(b"\x00")
    with pytest.raises(BriefingError, match="No article"):
        build(project, jobs=1)
    assert tree(project / "docs") == before


def test_a_damaged_page_is_built_again(seed_project: Path, tmp_path: Path) -> None:
    project = copied(seed_project, tmp_path / "p")
    (project / "docs" / "index.md").write_text("damaged", "utf-8")
    assert any("index.md" in line for line in problems(project, read_settings(project)))
    build(project, jobs=1)
    assert tree(project / "docs") == tree(seed_project / "docs")


def test_a_foreign_cache_entry_is_not_trusted(seed_project: Path, tmp_path: Path) -> None:
    project = copied(seed_project, tmp_path / "p")
    entries = list((project / ".briefing" / "records").glob("*/*.json"))
    assert entries
    for entry in entries:
        entry.write_bytes(entry.read_bytes().replace(b"Putin", b"Nitup"))
    (project / ".briefing" / "state.json").unlink()
    build(project, jobs=1)
    assert tree(project / "docs") == tree(seed_project / "docs")


def test_a_full_disk_of_the_cache_costs_only_time(tmp_path: Path, seed_project: Path) -> None:
    from generator.records import read as read_records

    record = next(read_records((seed_project / "docs" / "data" / "records.jsonl").read_text("utf-8").splitlines()))
    target = tmp_path / "file"
    target.write_text("in the way")
    cache = Cache(target / "records", None)
    cache.put("ab" * 32, Entry(record))
    assert cache.get("ab" * 32) is None


def test_a_file_in_the_way_is_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "docs").write_text("a file where the folder should be")
    (tmp_path / "workshop").mkdir()
    with pytest.raises(BriefingError, match="left as it is"):
        publish([("a.md", b"x")], tmp_path / "docs", tmp_path / "workshop")


def test_generated_paths_never_leave_the_folder(tmp_path: Path) -> None:
    for path in ("../x.md", "/x.md", "a/../../x"):
        with pytest.raises(ValueError, match="unsafe"):
            publish([(path, b"x")], tmp_path / "docs", tmp_path / "w")


def test_killed_at_any_moment_the_pages_are_the_old_or_the_new_ones(tmp_path: Path) -> None:
    """Fifty kills while two versions of a folder take turns."""
    docs, workshop = tmp_path / "docs", tmp_path / "w"
    script = (
        "import sys; from pathlib import Path; from generator.building.publishing import publish, locked\n"
        "d, w = Path(sys.argv[1]), Path(sys.argv[2])\n"
        "n = 0\n"
        "while True:\n"
        "    n += 1\n"
        "    with locked(w): publish([(f'p{k}.md', str(n).encode()) for k in range(40)], d, w)\n"
    )
    for kill in range(50):
        process = subprocess.Popen([sys.executable, "-c", script, str(docs), str(workshop)])
        deadline = time.monotonic() + 10
        while not docs.exists() and time.monotonic() < deadline:
            time.sleep(0.005)
        time.sleep(0.003 * (kill % 17))
        os.kill(process.pid, signal.SIGKILL)
        process.wait()
        contents = {data for path, data in tree(docs).items() if path.endswith(".md")}
        assert len(contents) == 1, f"a mixed folder after kill {kill}"
        assert len([path for path in tree(docs) if path.endswith(".md")]) == 40
    publish([("only.md", b"last")], docs, workshop)
    assert set(tree(docs)) == {"only.md", "data/manifest.json"}
    assert set(generated(docs)) == {"only.md", "data/manifest.json"}


def test_jobs_do_not_change_the_records(seed_project: Path) -> None:
    from generator.building.extraction import extract

    files = [*sorted((seed_project / "seeds").glob("*.txt")), ROOT / "generator" / "scaffold" / "example.txt"]
    one = [each.record for each in extract(files, jobs=1, progress=False)]
    two = [each.record for each in extract(files, jobs=2, progress=False)]
    assert one == two
    assert all(one)


def test_a_build_killed_with_its_workers_leaves_no_lock(seed_project: Path, tmp_path: Path) -> None:
    """A worker that outlived its build would keep the lock, and the next build would wait for ever."""
    project = copied(seed_project, tmp_path / "p")
    story = (ROOT / "generator" / "scaffold" / "example.txt").read_text("utf-8")
    for n in range(200):
        (project / "seeds" / f"a{n}.txt").write_text(f"{story}\n{n} people came.\n", "utf-8")
    before = tree(project / "docs")
    process = subprocess.Popen(
        [sys.executable, "-m", "generator", "build", "--jobs", "2", "--project", str(project)], stderr=subprocess.DEVNULL
    )
    records = project / ".briefing" / "records"
    deadline = time.monotonic() + 60
    while len(list(records.glob("*/*.json"))) < 5 and time.monotonic() < deadline:
        time.sleep(0.02)
    process.kill()
    process.wait()
    assert tree(project / "docs") == before
    for n in range(200):
        (project / "seeds" / f"a{n}.txt").unlink()
    command = [sys.executable, "-m", "generator", "build", "--jobs", "1", "--project", str(project)]
    subprocess.run(command, check=True, timeout=60, stderr=subprocess.DEVNULL)
    assert tree(project / "docs") == before


def test_a_full_disk_leaves_the_last_good_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    docs, workshop = tmp_path / "docs", tmp_path / "w"
    workshop.mkdir()
    publish([("a.md", b"old"), ("b.md", b"old")], docs, workshop)
    real = Path.write_bytes

    def full(self: Path, data: bytes) -> int:
        if data == b"new b":
            raise OSError(28, "No space left on device", str(self))
        return real(self, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    monkeypatch.setattr(publishing, "replace", lambda file, data, partial: full(partial, data) and partial.replace(file))
    for in_place in (False, True):
        with pytest.raises(BriefingError, match="No space left"):
            publish([("a.md", b"old"), ("b.md", b"new b")], docs, workshop, in_place)
        assert ((docs / "a.md").read_bytes(), (docs / "b.md").read_bytes()) == (b"old", b"old")
        assert not (workshop / "new").exists(), "what was begun would keep the disk full"
    monkeypatch.undo()
    publish([("a.md", b"new"), ("b.md", b"new b")], docs, workshop)
    assert (docs / "b.md").read_bytes() == b"new b"


def test_a_vanishing_article_is_named(seed_project: Path, tmp_path: Path) -> None:
    from generator.building.extraction import extract

    (found,) = extract([tmp_path / "gone.txt"], jobs=1, progress=False)
    assert found.record is None
    assert "gone.txt can't be read" in (found.problem or "")


def test_two_builds_at_once_take_turns(seed_project: Path, tmp_path: Path) -> None:
    project = copied(seed_project, tmp_path / "p")
    (project / "briefing.yml").write_text("title: Another\n", "utf-8")
    command = [sys.executable, "-m", "generator", "build", "--jobs", "1", "--project", str(project)]
    running = [subprocess.Popen(command, stderr=subprocess.DEVNULL) for _ in range(3)]
    assert [process.wait(60) for process in running] == [0, 0, 0]
    assert list(problems(project, read_settings(project))) == []
