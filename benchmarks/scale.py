"""What a growing dossier costs: extraction, build, MkDocs and search for 10 to 2,225 articles.

    python benchmarks/scale.py ARTICLES [--sizes 10,100,1000,2225] [--jobs N] [--work FOLDER] [--output benchmarks/RESULTS.md]

ARTICLES is a JSON Lines file (may end in .gz) with `id` and `text`. Prints a table with the exponent of growth between the last two
sizes of at least 100, and writes it with machine and commit to --output. Each figure is of one run in a process of its own. Growth and
the one-edit ratio are of CPU seconds, which other work on the machine disturbs less than the clock on the wall; the load before and
after is told beside them, because words a second and the speed-up are worth nothing on a busy machine.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import math
import os
import platform
import shutil
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent
COMPARED = 150  # articles on which our components are compared with the trained pipeline
BRIEFING = [sys.executable, "-m", "generator"]
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
OURS = """
import json, sys, time, spacy
from pathlib import Path
from generator.language import document, load
from generator.sources import read
nlp = load()
cost = dict.fromkeys(["tokenizer", *nlp.pipe_names], 0.0)
for file in sys.argv[1:]:
    article = read(Path(file)).article
    began = time.process_time()
    doc = document(nlp, article)
    cost["tokenizer"] += time.process_time() - began
    for name, component in nlp.pipeline:
        began = time.process_time()
        doc = component(doc)
        cost[name] += time.process_time() - began
print(json.dumps(cost))
"""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a process cost."""

    seconds: float
    cpu: float  # seconds, of all its processes
    peak: float  # MB, of its largest process


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one size."""

    articles: int
    words: int
    one: Cost  # extraction with one job
    all: Cost  # extraction with all jobs
    build: Cost  # from nothing
    edit: Cost  # one article edited
    idle: Cost  # nothing changed
    pages: int
    docs: float  # MB
    mkdocs: Cost
    plain: Cost  # MkDocs on plain pages of the same words
    site: float  # MB
    index: float  # MB, Material's search index
    search: float | None  # seconds from opening the site to the first search result
    pagefind: Cost | None

    def cells(self) -> list[str]:
        """As a line of the table."""
        words = (f"{self.words / self.one.seconds:,.0f}", f"{self.words / self.all.seconds:,.0f}")
        return [
            f"{self.articles:,}",
            f"{self.words:,}",
            *words,
            f"{self.one.seconds / self.all.seconds:.2f}",
            f"{self.one.peak:.0f}",
            f"{self.all.peak:.0f}",
            f"{self.build.seconds:.1f}",
            f"{self.edit.seconds:.1f}",
            f"{self.idle.seconds:.2f}",
            f"{self.pages:,}",
            f"{self.docs:.1f}",
            f"{self.mkdocs.cpu:.1f}",
            f"{self.plain.cpu:.1f}",
            f"{self.site:.1f}",
            f"{self.index:.1f}",
            "-" if self.search is None else f"{self.search:.1f}",
            "-" if self.pagefind is None else f"{self.pagefind.seconds:.1f}",
        ]


HEADINGS = (
    "articles",
    "words",
    "words/s, 1 job",
    "words/s, all jobs",
    "speed-up",
    "peak MB, 1 job",
    "peak MB, a process of all",
    "build s",
    "one edit s",
    "nothing changed s",
    "pages",
    "docs MB",
    "MkDocs CPU s",
    "plain pages CPU s",
    "site MB",
    "search index MB",
    "first result s",
    "index and database s",
)


def main() -> None:
    """Run every size, print and write the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--sizes", default="10,100,1000,2225")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--work", type=Path, default=Path("/tmp/briefing-scale"))
    parser.add_argument("--output", type=Path, default=ROOT / "benchmarks" / "RESULTS.md")
    options = parser.parse_args()
    texts, before = articles(options.articles), os.getloadavg()[0]
    shutil.rmtree(options.work, ignore_errors=True)
    rows = []
    for size in map(int, options.sizes.split(",")):
        rows.append(measured(spread(texts, size), options.work / str(size), options.jobs))
        print(*(f"{head}: {cell};" for head, cell in zip(HEADINGS, rows[-1].cells(), strict=True)), flush=True)
    report = table(rows, options.jobs, components(spread(texts, COMPARED), options.work / "components"), before)
    print(report)
    options.output.write_text(report, "utf-8")


def articles(path: Path) -> list[tuple[str, str]]:
    """The ids and texts of a JSON Lines file."""
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8") as lines:
        return [(found["id"], found["text"]) for found in map(json.loads, lines)]


def spread(texts: list[tuple[str, str]], size: int) -> list[tuple[str, str]]:
    """As many texts, taken evenly from all."""
    return [texts[n * len(texts) // size] for n in range(min(size, len(texts)))]


def measured(texts: list[tuple[str, str]], folder: Path, jobs: int) -> Row:
    """The figures of one size."""
    seeds = folder / "seeds"
    project(texts, folder)
    extract = [*BRIEFING, "extract", "--no-cache", "--output", str(folder / "records.jsonl"), str(seeds)]
    one = cost([*extract, "--jobs", "1"], folder)
    every = cost([*extract, "--jobs", str(jobs)], folder)
    build = cost([*BRIEFING, "build", "--jobs", str(jobs)], folder)
    edited = seeds / f"{texts[len(texts) // 2][0]}.txt"
    edited.write_text(f"{edited.read_text('utf-8')}\n\nThe mayor of Harbourtown said on Monday that she agreed.\n", "utf-8")
    edit = cost([*BRIEFING, "build", "--jobs", str(jobs)], folder)
    idle = cost([*BRIEFING, "build"], folder)
    mkdocs = cost(MKDOCS, folder)
    plain(texts, folder / "plain")
    return Row(
        articles=len(texts),
        words=sum(len(text.split()) for _, text in texts),
        one=one,
        all=every,
        build=build,
        edit=edit,
        idle=idle,
        pages=len(list((folder / "docs").rglob("*.md"))),
        docs=megabytes((folder / "docs").rglob("*")),
        mkdocs=mkdocs,
        plain=cost(MKDOCS, folder / "plain"),
        site=megabytes((folder / "site").rglob("*")),
        index=megabytes([folder / "site" / "search" / "search_index.json"]),
        search=first_result(folder / "site"),
        pagefind=pagefind(folder / "site"),
    )


def project(texts: list[tuple[str, str]], folder: Path) -> None:
    """A new project with these articles."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    subprocess.run([*BRIEFING, "new", str(folder)], check=True, capture_output=True)
    for file in (folder / "seeds").iterdir():
        file.unlink()
    for name, text in texts:
        (folder / "seeds" / f"{name}.txt").write_text(text, "utf-8")


def plain(texts: list[tuple[str, str]], folder: Path) -> None:
    """The same words as one plain Markdown page an article, with a short navigation."""
    docs = folder / "docs"
    docs.mkdir(parents=True)
    settings = (
        "site_name: Plain\nuse_directory_urls: false\ntheme: {name: material, font: false}\nplugins: [search]\n"
        "nav: [{Home: index.md}]\nnot_in_nav: 'a/'\nvalidation: {nav: {omitted_files: ignore}}\n"
    )
    (folder / "mkdocs.yml").write_text(settings, "utf-8")
    (docs / "index.md").write_text("# Plain\n", "utf-8")
    (docs / "a").mkdir()
    for name, text in texts:
        words = "".join(c if c.isalnum() or c in " ,.;?%\n’“”—" else " " for c in text)
        (docs / "a" / f"{name}.md").write_text(f"# {name}\n\n{words}\n", "utf-8")


def cost(command: list[str], folder: Path) -> Cost:
    """Run a command to its end and say what it cost."""
    environment = os.environ | {"OMP_NUM_THREADS": "1", "NO_MKDOCS_2_WARNING": "1"}
    began = time.monotonic()
    with (folder / "log.txt").open("ab") as log:
        process = subprocess.Popen(command, cwd=folder, stdout=log, stderr=log, env=environment)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}: see {folder / 'log.txt'}")
    return Cost(time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def megabytes(files: Iterable[Path]) -> float:
    """The size of files."""
    return sum(file.stat().st_size for file in files if file.is_file()) / 1e6


def first_result(site: Path) -> float | None:
    """Seconds from opening the site in Chromium to the first search result; None without Chromium."""
    chromium = os.environ.get("CHROMIUM") or shutil.which("chromium")
    try:
        from playwright.sync_api import sync_playwright
    except ImportError:
        return None
    if not chromium:
        return None
    command = [sys.executable, "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", str(site)]
    server = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, env=os.environ | {"PYTHONUNBUFFERED": "1"}
    )
    assert server.stdout
    port = server.stdout.readline().split(" port ")[1].split()[0]
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
            page = browser.new_page()
            began = time.monotonic()
            page.goto(f"http://127.0.0.1:{port}/index.html")
            page.locator("input.md-search__input").evaluate("field => { field.focus(); field.value = 'government'; }")
            page.locator("input.md-search__input").press_sequentially(" ")
            page.locator(".md-search-result__item").first.wait_for(state="attached", timeout=120_000)
            found = time.monotonic() - began
            browser.close()
            return found
    finally:
        server.terminate()
        server.wait()


def pagefind(site: Path) -> Cost | None:
    """What the Explore page's index costs; None where Pagefind is not installed."""
    if importlib.util.find_spec("pagefind") is None:
        return None
    return cost([*BRIEFING, "index", "--site", str(site)], site.parent)


def components(texts: list[tuple[str, str]], folder: Path) -> tuple[float, float]:
    """CPU seconds of the trained pipeline and of our components on the same articles, one job."""
    project(texts, folder)
    files = [str(file) for file in sorted((folder / "seeds").iterdir())]
    environment = os.environ | {"OMP_NUM_THREADS": "1"}
    done = subprocess.run([sys.executable, "-c", OURS, *files], capture_output=True, text=True, check=True, env=environment)
    found = json.loads(done.stdout)
    ours = [name for name in found if name.startswith("briefing_")]
    return sum(c for name, c in found.items() if name not in ours), sum(found[name] for name in ours)


def table(rows: list[Row], jobs: int, compared: tuple[float, float], before: float) -> str:
    """The report in Markdown."""
    commit = subprocess.run(
        ["git", "-C", str(ROOT), "rev-parse", "--short", "HEAD"], capture_output=True, text=True
    ).stdout.strip()
    trained, ours = compared
    lines = [
        "# What a growing dossier costs",
        "",
        f"Made by `python benchmarks/scale.py` at commit {commit}, Python {platform.python_version()}, {platform.machine()}, "
        f"{os.cpu_count()} cores, {jobs} jobs; "
        f"load {before:.1f} before, {os.getloadavg()[0]:.1f} after.",
        "",
        f"Our components against the trained pipeline, {COMPARED} articles, one job: "
        f"{ours:.2f} s to {trained:.2f} s of CPU, {ours / trained:.2f}.",
        "",
        f"| {' | '.join(HEADINGS)} |",
        f"| {' | '.join('---' for _ in HEADINGS)} |",
        *(f"| {' | '.join(row.cells())} |" for row in rows),
    ]
    small, large = next((r for r in rows if r.articles >= 100), rows[0]), rows[-1]
    if small.articles < large.articles:
        growth = math.log(large.articles / small.articles)
        exponent = math.log(large.build.cpu / small.build.cpu) / growth
        lines += [
            "",
            f"From {small.articles:,} to {large.articles:,} articles: `briefing build` from nothing grows with "
            f"exponent {exponent:.2f} (CPU); peak memory of extraction {large.one.peak / small.one.peak:.2f} times.",
        ]
    for row in rows:
        lines.append("")
        lines.append(
            f"{row.articles:,} articles: one edit costs 1/{row.build.cpu / row.edit.cpu:.0f} of a build from nothing (CPU); "
            f"MkDocs takes {row.mkdocs.cpu / row.plain.cpu:.1f} times as long as on plain pages of the same words."
        )
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
