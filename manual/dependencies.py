"""What each dependency costs: `python -m manual.dependencies` prints the table of `manual/pages/explanation/dependencies.md`.

The size of a dependency is that of its own files and of what only it brings along; its time is what importing it takes in a fresh
interpreter beside an empty one, the shortest of three.
"""

from __future__ import annotations

import re
import subprocess
import sys
import time
import tomllib
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path

ROOT = Path(__file__).parent.parent
# what is imported, where it is not called as the distribution is
MODULES = {
    "jinja2": "jinja2",
    "lxml": "lxml.html",
    "lxml-html-clean": "lxml_html_clean",
    "mkdocs-material": "material",
    "pillow": "PIL.Image",
    "python-dateutil": "dateutil.parser",
    "python-slugify": "slugify",
    "pyyaml": "yaml",
    "ruamel.yaml": "ruamel.yaml",
    "spacy": "spacy",
}
FOR = {
    "babel": "dates and numbers in words",
    "certifi": "`briefing add`: certificates",
    "feedparser": "`briefing add`: feeds",
    "holidays": "days of holidays",
    "icalendar": "the calendar file",
    "jinja2": "the pages' templates",
    "lxml": "reading web pages; the verifier",
    "lxml-html-clean": "trafilatura needs it",
    "mammoth": "Word documents",
    "markdown": "the pages' Markdown",
    "mkdocs": "the engine",
    "mkdocs-material": "the theme",
    "msgspec": "records, fast JSON",
    "numpy": "the model of same events; spaCy needs it",
    "py3langid": "which language a doubtful text is in",
    "pagefind": "the Explore page's index",
    "pillow": "the picture for links",
    "pydantic": "settings and corrections; spaCy needs it",
    "pypdfium2": "PDFs",
    "python-dateutil": "intervals between days",
    "python-slugify": "names of pages",
    "pyyaml": "settings and sidecars",
    "ruamel.yaml": "writing into sidecars, comments kept",
    "spacy": "the language pipeline",
    "sqlite-utils": "the database",
    "text-unidecode": "names without accents",
    "tqdm": "the progress bar",
    "trafilatura": "the article in a web page",
    "urllib3": "`briefing add`: fetching",
    "warcio": "web archives",
}


def dependencies() -> list[str]:
    """The names of what the program needs at run time."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    return [re.split(r"[\[<>=~! ]", line)[0] for line in project["dependencies"]]


def needed(name: str, found: dict[str, Distribution] | None = None) -> dict[str, Distribution]:
    """A distribution and all that it needs, by normal name."""
    found = {} if found is None else found
    key = re.sub(r"[-_.]+", "-", name).lower()
    if key in found:
        return found
    try:
        found[key] = distribution(name)
    except PackageNotFoundError:
        return found
    for line in found[key].requires or ():
        if "extra ==" not in line:
            needed(re.split(r"[\[<>=~!;( ]", line)[0], found)
    return found


def size(dist: Distribution) -> int:
    """Bytes on disk, without what Python compiled."""
    files = (Path(str(dist.locate_file(file))) for file in dist.files or () if file.suffix != ".pyc")
    return sum(file.stat().st_size for file in files if file.is_file())


def seconds(line: str) -> float:
    """The shortest of three runs of a line of Python."""
    took = []
    for _ in range(3):
        begun = time.perf_counter()
        subprocess.run([sys.executable, "-c", line], check=True, capture_output=True)
        took.append(time.perf_counter() - begun)
    return min(took)


def main() -> None:
    """Print the table, the largest first."""
    names = dependencies()
    trees = {name: needed(name) for name in names}
    # Pagefind's program comes by an extra
    trees["pagefind"] |= needed("pagefind_bin_extended" if needed("pagefind_bin_extended") else "pagefind_bin")
    empty, rows = seconds("pass"), []
    for name, tree in trees.items():
        others = {key for other, its in trees.items() if other != name for key in its}
        own = {key: dist for key, dist in tree.items() if key not in others or key == re.sub(r"[-_.]+", "-", name).lower()}
        module = MODULES.get(name, name.replace("-", "_"))
        rows.append((sum(map(size, own.values())) / 1e6, name, seconds(f"import {module}") - empty))
    print("| dependency | for | MB | import, ms |\n| --- | --- | --- | --- |")
    for megabytes, name, took in sorted(rows, reverse=True):
        print(f"| {name} | {FOR[name]} | {megabytes:.1f} | {max(0.0, took) * 1000:.0f} |")
    whole = {key: dist for tree in trees.values() for key, dist in tree.items()}
    print(
        f"\nAll of them, with what they bring along: {len(whole)} packages, {sum(map(size, whole.values())) / 1e6:.0f} MB."
    )


if __name__ == "__main__":
    main()
