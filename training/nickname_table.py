"""Write `generator/values/data/nicknames.json`: short forms of English given names (package `nicknames`, Apache-2.0)."""

from __future__ import annotations

import csv
import json
import sys
from collections import Counter
from importlib.resources import files
from pathlib import Path

FORMAL = 3  # short forms of its own that make a name one in its own right
CLEAR = 3  # more short forms, by which another is the fuller one


def main(target: Path) -> None:
    """Write for each short form the names that it may stand for."""
    found: dict[str, set[str]] = {}
    with (files("nicknames") / "names.csv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines):
            found.setdefault(row["name2"].strip(), set()).add(row["name1"].strip())
    # names in their own right are short for none but a fuller one: "John" is no "Ivan", "Jean" no "Jane", "Bill" is "William"
    own = Counter(name for names in found.values() for name in names)

    def fuller(name: str, short: str) -> bool:
        mutual = name in found.get(short, ()) and short in found.get(name, ())
        return name.startswith(short) or own[name] - own[short] >= (CLEAR if mutual or own[short] >= FORMAL else -FORMAL)

    table = {short: kept for short, names in sorted(found.items()) if (kept := sorted(n for n in names if fuller(n, short)))}
    target.write_text(json.dumps(table, ensure_ascii=False, indent=0) + "\n", "utf-8")
    print(len(table), target.stat().st_size)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
