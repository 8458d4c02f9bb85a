"""`briefing add box.mbox`: each mail once, also when others are deleted before it; and archives that hold nothing."""

from __future__ import annotations

import io
from pathlib import Path

from generator.sources.adding.bringing import Wishes, bring
from generator.sources.adding.fetching import Fetcher, Limits
from generator.sources.adding.library import Library
from generator.sources.adding.origins import found_in
from tests.sources.adding.test_fetching import ask

BODY = "The harbour board closed the north quay on Tuesday, because its piles are hollow.\n\nThe night ferry sails from Garrow Point."


def mail(subject: str) -> str:
    return (
        f"From post@harbour.example Tue May 14 10:00:00 2019\nFrom: Harbour Post <post@harbour.example>\nSubject: {subject}\n"
        f"Date: Tue, 14 May 2019 10:00:00 +0000\nContent-Type: text/plain; charset=utf-8\n\n{BODY} ({subject}.)\n\n"
    )


def fates(seeds: Path, given: Path) -> list[str]:
    fetcher = Fetcher(Limits(pause=0.0, seconds=3.0), lambda ip: False, ask, lambda seconds: None)
    found = found_in([str(given)], io.StringIO())
    return [f"{each.fate} {each.detail}" for each in bring(found, Library(seeds), fetcher, Wishes())]


def test_each_mail_of_a_mailbox_is_added_once(tmp_path: Path) -> None:
    box, seeds = tmp_path / "box.mbox", tmp_path / "seeds"
    seeds.mkdir()
    box.write_text(mail("Quay closes") + mail("Ferry moves"))
    assert fates(seeds, box) == ["new Quay closes (2019-05-14)", "new Ferry moves (2019-05-14)"]
    assert {path.name for path in seeds.glob("*.eml")} == {"quay-closes.eml", "ferry-moves.eml"}
    box.write_text(mail("Ferry moves") + mail("Lorries go round"))  # the first deleted, another come
    assert [fate.split()[0] for fate in fates(seeds, box)] == ["known", "new"]


def test_a_mailbox_in_a_folder_is_found_and_left_as_it_is(tmp_path: Path) -> None:
    folder, seeds = tmp_path / "post", tmp_path / "seeds"
    folder.mkdir()
    seeds.mkdir()
    (folder / "box.mbox").write_text(mail("Quay closes"))
    before = (folder / "box.mbox").read_bytes()
    assert fates(seeds, folder) == ["new Quay closes (2019-05-14)"]
    assert (folder / "box.mbox").read_bytes() == before
    assert [path.name for path in folder.iterdir()] == ["box.mbox"]


def test_an_empty_mailbox_and_an_archive_cut_off_are_refused(tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    for name, words in (("empty.mbox", "holds no mail"), ("cut.warc", "cut off")):
        (tmp_path / name).write_bytes(b"")
        (fate,) = fates(seeds, tmp_path / name)
        assert fate.startswith("refused ")
        assert words in fate
