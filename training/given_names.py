"""Write `generator/values/data/given_names.json`: given names by gender, from Faker's locales (MIT); ambiguous ones are left out."""

from __future__ import annotations

import importlib
import json
import pkgutil
import sys
from collections.abc import Iterable
from pathlib import Path

import faker.providers.person as people


def main(target: Path) -> None:
    """Write the lists."""
    found: dict[str, set[str]] = {"female": set(), "male": set()}
    for locale in sorted(module.name for module in pkgutil.iter_modules(people.__path__)):
        provider = importlib.import_module(f"faker.providers.person.{locale}").Provider
        for gender, names in found.items():
            for key in dir(provider):
                if key.startswith("first_names") and key.endswith(f"_{gender}"):
                    names.update(_latin(getattr(provider, key)))
    both = found["female"] & found["male"]
    lists = {gender: sorted(names - both) for gender, names in found.items()}
    target.write_text(json.dumps(lists, ensure_ascii=False, indent=0), "utf-8")
    print({gender: len(names) for gender, names in lists.items()})


def _latin(names: object) -> Iterable[str]:
    if isinstance(names, Iterable):
        yield from (n.lower() for n in names if isinstance(n, str) and n.isalpha() and max(n) < "ʰ" and len(n) > 1)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
