"""A file is put in place whole, or stays as it was."""

from pathlib import Path

import pytest

from generator.values import files


def test_a_file_and_its_folder_are_made(tmp_path: Path) -> None:
    files.replace(tmp_path / "new" / "a.txt", b"one ", b"two")
    assert (tmp_path / "new" / "a.txt").read_bytes() == b"one two"
    assert [file.name for file in (tmp_path / "new").iterdir()] == ["a.txt"]


def test_what_cannot_be_written_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "a.txt"
    file.write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space"):
        files.replace(file, b"new")
    assert file.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [file]


def test_memory_gives_way_to_a_full_disk(tmp_path: Path) -> None:
    (tmp_path / "no folder").write_bytes(b"")
    files.keep(tmp_path / "no folder" / "a.txt", b"new")
    assert (tmp_path / "no folder").read_bytes() == b""
