"""Who has the articles sees that a site says another title, publisher or day than a sidecar, or tells of another correction."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.site import seeded
from generator.site.verifier import Site


def sidecar(name: str, change: Callable[[str], str]) -> Callable[[Path], None]:
    return lambda seeds: (
        (seeds / f"{name}.yml").write_text(change((seeds / f"{name}.yml").read_text("utf-8")), "utf-8") and None
    )


PLANTS: dict[str, tuple[Callable[[Path], None], str]] = {
    "day": (sidecar("copy", lambda text: text.replace("2019-07-14", "2019-07-15")), "its published is “2019-07-15”"),
    "no day": (sidecar("copy", lambda text: "author: Jo\n"), "and it states none"),
    "publisher": (sidecar("copy", lambda text: f"{text}publisher: State Press\n"), "its publisher is “State Press”"),
    "title": (sidecar("copy", lambda text: f"{text}title: Bridge shut\n"), "its title is “Bridge shut”"),
    "note": (
        sidecar("workers", lambda text: text.replace("The minutes say so", "The mayor says so")),
        "The minutes say so.",
    ),
    "correction taken out": (sidecar("workers", lambda text: text.partition("corrections:")[0]), "does not hold"),
    "one more correction": (
        sidecar("copy", lambda text: f"{text}corrections:\n- person: Robert Okoro\n  rename: Rob Okoro\n"),
        "holds a correction of Robert Okoro (rename: Rob Okoro), of which",
    ),
}


@pytest.mark.parametrize("name", PLANTS)
def test_another_sidecar_is_told(name: str, briefed: Path, tmp_path: Path) -> None:
    plant, word = PLANTS[name]
    seeds = tmp_path / "seeds"
    shutil.copytree(briefed / "seeds", seeds)
    plant(seeds)
    told = list(seeded.problems(Site(str(briefed / "site")), seeds))
    assert any(word in line for line in told), told


def test_a_correction_of_what_is_not_there_had_no_effect_and_is_none_of_the_sites(briefed: Path, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(briefed / "seeds", seeds)
    sidecar("copy", lambda text: f"{text}corrections:\n- person: Nobody Atall\n  rename: No One\n")(seeds)
    assert list(seeded.problems(Site(str(briefed / "site")), seeds)) == []


@pytest.mark.parametrize(("speaker", "told"), [("Nobody Atall", 0), ("Ann Field", 1)])
def test_a_speaker_whom_no_page_knows_had_no_effect(speaker: str, told: int, briefed: Path, tmp_path: Path) -> None:
    seeds = tmp_path / "seeds"
    shutil.copytree(briefed / "seeds", seeds)
    site = Site(str(briefed / "site"))
    quotation = next(q["id"] for q in site.json("data/quotes.json", []) if q["speaker"] != "ann-field")
    sidecar("copy", lambda text: f"{text}corrections:\n- id: {quotation}\n  speaker: {speaker}\n")(seeds)
    assert len(list(seeded.problems(site, seeds))) == told


def test_a_sidecar_goes_before_front_matter(briefed: Path, tmp_path: Path) -> None:
    article = tmp_path / "copy.md"
    article.write_text("---\ntitle: One\npublisher: First\npublished: 2019-07-14\n---\nText.\n", "utf-8")
    told = list(seeded.problems(Site(str(briefed / "site")), tmp_path))
    assert any("its publisher is “First”" in line for line in told)
    (tmp_path / "copy.yml").write_text("publisher: Second\n", "utf-8")
    told = list(seeded.problems(Site(str(briefed / "site")), tmp_path))
    assert any("its publisher is “Second”" in line for line in told)
    assert any("its title is “One”" in line for line in told)


def test_the_command_says_what_was_not_compared(briefed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", "--site", str(briefed / "site"), "--seeds", str(briefed / "seeds")]) == 0
    assert "Not compared: what the program reads out of the articles" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("logged", "told"),
    [
        ("Ghost, Ann Field", 0),
        ("Ann Field", 0),  # "Ghost" stood nowhere: a build has said so
        ("Bo Reed", 2),  # tells of another, and not of this one
        ("Ann Field, Bo Reed", 2),
    ],
)
def test_names_that_did_nothing_are_not_in_the_log(logged: str, told: int) -> None:
    target = "f-0000000001"
    stated = [{"id": target, "not_about": ["Ghost", "Ann Field"], "note": "Checked."}]
    entry: seeded.Entry = (target, frozenset({("not_about", logged)}), "", "Checked.")
    assert len(list(seeded._corrected("a.txt", stated, {entry}, {target}))) == told
