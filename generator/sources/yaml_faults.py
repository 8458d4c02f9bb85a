"""What is wrong with a YAML file, in words of who wrote it."""

from __future__ import annotations

import re

import yaml

# what PyYAML says, and the cure; the first that fits
CURES = (
    (r"found character '\\t'", "indent with spaces, not with a tab"),  # "title: A<newline><tab>b: c"
    (r"quoted scalar", "a quotation mark is opened and not closed"),  # `title: "The vote`
    (
        r"expected ',' or '[\]}]'|flow (?:sequence|mapping)",
        "a bracket is opened and not closed: close it, or put the text in quotation marks",
    ),
    (
        r"mapping values are not allowed",
        "put texts with a colon in quotation marks; each key begins its line, with a colon behind it",
    ),
    (
        r"found character|directive",
        "put the text in quotation marks: it begins with a sign that means something in YAML",
    ),  # `title: @home`
    (r"alias|anchor", "put the text in quotation marks: it begins with * or &"),
    (
        r"could not find expected ':'|block (?:mapping|end|collection)",
        "write `key: value`, one a line, all keys equally far in",
    ),
    (r"special characters", "take out the character that can't be seen"),
)
OTHERWISE = "write `key: value`, one a line, and texts with special signs in quotation marks"


def cure(error: yaml.YAMLError) -> str:
    """What to do about a fault."""
    said = str(error)
    return next((words for pattern, words in CURES if re.search(pattern, said)), OTHERWISE)


def line(error: yaml.YAMLError) -> int | None:
    """The line to look at: where what is not closed was opened, else where the parser stopped."""
    opened = "quoted scalar" in str(error) or "flow" in str(error)
    mark = (getattr(error, "context_mark", None) if opened else None) or getattr(error, "problem_mark", None)
    return mark.line + 1 if mark else None


def twice(node: yaml.Node | None) -> tuple[str, int] | None:
    """The first key that a file gives twice, with the line of the second: YAML would silently take the last."""
    seen: set[str] = set()
    for key, _ in node.value if isinstance(node, yaml.MappingNode) else ():
        name = str(key.value)
        if name in seen:
            return name, key.start_mark.line + 1
        seen.add(name)
    return None
