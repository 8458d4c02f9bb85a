"""`briefing.yml`: defaults, and messages that name file, key and cure; every key is documented."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.errors import SettingsError
from generator.settings import Settings, read_settings

ROOT = Path(__file__).parent.parent.parent


def test_every_key_has_a_default(tmp_path: Path) -> None:
    assert read_settings(tmp_path) == Settings()
    (tmp_path / "briefing.yml").write_text("# nothing\n", "utf-8")
    assert read_settings(tmp_path) == Settings()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("titel: x", "`titel:` is not known; did you mean `title:`"),
        ("colour: red", "`colour:` is not known; known keys: title"),
        ("publish: all", "`publish: all` is not right .* Allowed: 'full' or 'excerpts'"),
        ("language: de", "`language: de` is not right"),
        ("seeds: ../other", "`seeds:` must be a folder inside the project"),
        ("docs: .", "`docs:` must be a folder inside the project"),
        ("- a\n- b", "must hold keys"),
        ("title: [", "not valid YAML"),
        ("title: &a x\ndek: *a", "anchors"),
        ("title: !!python/object:os.system x", "uses a YAML tag .tag:yaml.org,2002:python/object"),
        ("title: !mine x", "uses a YAML tag .!mine"),
        ("title: !!set {a, b}", "uses a YAML tag"),
    ],
)
def test_a_mistake_is_one_sentence_that_names_file_key_and_cure(tmp_path: Path, text: str, says: str) -> None:
    (tmp_path / "briefing.yml").write_text(text, "utf-8")
    with pytest.raises(SettingsError, match=rf"^briefing\.yml.*{says}"):
        read_settings(tmp_path)


def test_every_key_says_what_it_is_for() -> None:
    assert all(field.description for field in Settings.model_fields.values())
