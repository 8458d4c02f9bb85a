"""A folder of many articles on one machine: what a build, the site, one edit and the first search result cost.

    python -m benchmarks.many ARTICLES [--size 10000] [--jobs N] [--work FOLDER] [--output benchmarks/MANY.md]

ARTICLES is a JSON Lines file (may end in .gz) with `id` and `text`. Where it holds fewer than --size, more are made of its sentences:
each has the paragraphs of one article, half of its sentences replaced by others of its kind (the id up to the last `-`), and its names
by others of as many words. So they are no copies, and tell of nothing that another tells of. The same file gives the same articles.
"""

from __future__ import annotations

import argparse
import os
import platform
import random
import re
import shutil
import subprocess
from collections import defaultdict
from pathlib import Path

from benchmarks.scale import BRIEFING, ROOT, Cost, articles, cost, first_result, megabytes, pagefind, project

SENTENCE = re.compile(r"(?<=[.?!])\s+(?=[A-Z\"])")
NAME = re.compile(r"\b[A-Z][a-z]+(?: [A-Z][a-z]+){1,2}\b")  # "Gordon Brown", in mid-sentence or not
KEPT = "\n## "  # from the first heading on, a report is written by hand
HEADINGS = ("step", "minutes", "CPU minutes", "largest process, MB")


def main() -> None:
    """Make the articles, run each step, print and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--size", type=int, default=10_000)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--work", type=Path, default=Path("/tmp/briefing-many"))
    parser.add_argument("--output", type=Path, default=ROOT / "benchmarks" / "MANY.md")
    options = parser.parse_args()
    texts, before = recombined(articles(options.articles), options.size), os.getloadavg()[0]
    shutil.rmtree(options.work, ignore_errors=True)
    project(texts, options.work)
    steps = measured(options.work, texts[len(texts) // 2][0], options.jobs)
    report = table(options.work, texts, steps, (options.jobs, before))
    print(report)
    earlier = options.output.read_text("utf-8") if options.output.is_file() else ""
    by_hand = earlier[earlier.index(KEPT) :] if KEPT in earlier else ""
    options.output.write_text(f"{report}{by_hand}", "utf-8")


def recombined(texts: list[tuple[str, str]], size: int) -> list[tuple[str, str]]:
    """As many articles: those that there are, then new ones made of their sentences and names."""
    chance = random.Random(1)
    sentences, names = defaultdict(list), defaultdict(list)
    for name, text in texts:
        sentences[name.rpartition("-")[0]] += [s for block in text.split("\n\n")[1:] for s in SENTENCE.split(block)]
        for found in NAME.findall(text):
            names[found.count(" ")].append(found)
    made = texts[:size]
    while len(made) < size:
        name, text = texts[len(made) % len(texts)]
        kind = name.rpartition("-")[0]
        blocks = [
            [s if chance.random() < 0.5 else chance.choice(sentences[kind]) for s in SENTENCE.split(b)]
            for b in text.split("\n\n")
        ]
        renamed: dict[str, str] = {}

        def other(found: re.Match[str], renamed: dict[str, str] = renamed) -> str:
            return renamed.setdefault(found[0], chance.choice(names[found[0].count(" ")]))

        made.append((f"{kind}-{len(made):05}", NAME.sub(other, "\n\n".join(" ".join(block) for block in blocks))))
    return made


def measured(folder: Path, edited: str, jobs: int) -> dict[str, Cost | None]:
    """What each step costs, in the order in which an editor takes them."""
    build = [*BRIEFING, "build", "--jobs", str(jobs)]
    steps: dict[str, Cost | None] = {"build from nothing": cost(build, folder)}
    file = folder / "seeds" / f"{edited}.txt"
    file.write_text(f"{file.read_text('utf-8')}\n\nThe mayor of Harbourtown said on Monday that she agreed.\n", "utf-8")
    steps["build after one edit"] = cost(build, folder)
    steps["build, nothing changed"] = cost(build, folder)
    steps["site"] = cost([*BRIEFING, "site"], folder)
    steps["index and database"] = pagefind(folder / "site")
    return steps


def table(folder: Path, texts: list[tuple[str, str]], steps: dict[str, Cost | None], machine: tuple[int, float]) -> str:
    """The report in Markdown."""
    jobs, before = machine
    commit = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True
    ).stdout.strip()
    site = folder / "site"
    pages, found = len(list(site.rglob("*.html"))), first_result(site)
    words = sum(len(text.split()) for _, text in texts)
    rows = [f"| {n} | {c.seconds / 60:.1f} | {c.cpu / 60:.1f} | {c.peak:,.0f} |" for n, c in steps.items() if c]
    return "\n".join(
        [
            f"# {len(texts):,} articles on one machine",
            "",
            f"Made by `python -m benchmarks.many` at commit {commit}, Python {platform.python_version()}, {platform.machine()}, "
            f"{os.cpu_count()} cores, {jobs} jobs; load {before:.1f} before, {os.getloadavg()[0]:.1f} after. {words:,} words.",
            "",
            f"| {' | '.join(HEADINGS)} |",
            f"| {' | '.join('---' for _ in HEADINGS)} |",
            *rows,
            "",
            f"`docs/`: {len(list((folder / 'docs').rglob('*.md'))):,} Markdown files, {megabytes((folder / 'docs').rglob('*')):,.0f} MB; "
            f"`site/`: {pages:,} pages, {megabytes(site.rglob('*')):,.0f} MB, of it the search index "
            f"{megabytes([site / 'search' / 'search_index.json']):,.1f} MB; "
            f"from opening the site to the first search result {'-' if found is None else f'{found:.1f} s'}; "
            f"`.briefing/`: {megabytes((folder / '.briefing').rglob('*')):,.0f} MB.",
            "",
        ]
    )


if __name__ == "__main__":
    main()
