"""The training workflow hangs together from its first command to its last: nothing is trained here, and nothing can be forgotten."""

from __future__ import annotations

import ast
import re
import runpy
import shlex
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from spacy.util import load_config

TRAINING = Path(__file__).parent.parent.parent / "training"
PROJECT: dict[str, Any] = yaml.safe_load((TRAINING / "project.yml").read_text("utf-8"))
COMMANDS: dict[str, dict[str, Any]] = {command["name"]: command for command in PROJECT["commands"]}
WORKFLOW: list[str] = PROJECT["workflows"]["all"]


def lines(name: str) -> list[list[str]]:
    """The words of a command's lines, with the project's variables put in."""
    filled = (re.sub(r"\$\{vars\.(\w+)\}", lambda m: str(PROJECT["vars"][m[1]]), line) for line in COMMANDS[name]["script"])
    return [shlex.split(line) for line in filled]


def test_the_workflow_runs_every_command_once() -> None:
    assert sorted(WORKFLOW) == sorted(COMMANDS)


@pytest.mark.parametrize("name", WORKFLOW)
def test_what_a_command_needs_is_there_or_was_made_before(name: str) -> None:
    earlier = [o for other in WORKFLOW[: WORKFLOW.index(name)] for o in COMMANDS[other].get("outputs", ())]
    for needed in COMMANDS[name].get("deps", ()):
        made = any(needed == output or needed.startswith(f"{output}/") for output in earlier)
        assert made or (TRAINING / needed).exists(), needed
    for words in lines(name):
        earlier += [word for word in words if words[1] == "widen.py"]  # a step on the way, within the command itself
        for place in (
            word for word in words if word.startswith("work/") and words[words.index(word) - 1].startswith("--paths")
        ):
            assert any(place == output or place.startswith(f"{output}/") for output in earlier), (
                f"{place} is not made before"
            )


@pytest.mark.parametrize("name", WORKFLOW)
def test_what_a_command_calls_can_be_read_and_knows_its_options(name: str) -> None:
    for words in lines(name):
        if words[:3] == ["python", "-m", "spacy"]:
            given = {key[2:]: value for key, value in pairwise(words) if key.startswith("--") and "." in key}
            config = load_config(TRAINING / words[4], overrides=given)
            plain = load_config(TRAINING / words[4], interpolate=False)
            for key in given:
                section: Any = plain
                for part in key.split("."):
                    assert part in section, f"{words[4]} has no {key}"
                    section = section[part]
            assert int(config["training"]["max_steps"]) > 0
        elif words[0] == "python":
            tree = ast.parse((TRAINING / words[1]).read_text("utf-8"))
            assert ast.get_docstring(tree), words[1]


def test_the_recogniser_had_two_and_a_half_thousand_steps_more() -> None:
    (words,) = lines("names-further")
    assert words[words.index("--training.max_steps") + 1] == "2500"
    assert any("work/names-further/model-best" in line for line in lines("names-silver"))


def test_the_sample_leaves_out_only_what_it_names() -> None:
    """`make test-training` runs the rest, each training for two steps whatever its line says."""
    sample = runpy.run_path(str(TRAINING / "sample.py"))
    short = sample["shortened"](yaml.safe_load((TRAINING / "project.yml").read_text("utf-8")), Path("corpora"))
    assert sorted([*short["workflows"]["all"], *sample["LEFT_OUT"]]) == sorted(WORKFLOW)
    trained = [line for command in short["commands"] for line in command["script"] if "spacy train" in line]
    assert trained
    assert all(line.split().count("--training.max_steps") == 1 and "--training.max_steps 2 " in line for line in trained)
