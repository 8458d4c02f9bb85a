"""What the chronology makes of what several sources tell: the figures of all story measures with one command.

    python benchmarks/stories.py DATA WORK [--measures ecb,chronology,timelines,days,subjects] [--topics haiti,mj]
                                 [--briefing briefing] [--jobs N]

DATA holds the measures: `ecb-dev/` (topics with gold.json and articles), `gold/` and, beside DATA, `facts/dossiers-dev/` (six dossiers)
and `times/timelines-dev/` (SemEval-2015 Task 4); `timelines-t17/` and `subjects-meantime/` (articles.jsonl.gz and gold), and their
scorers. Each topic or dossier becomes a project under WORK, is built if it is not there yet, and is scored; what the scorers print is
printed, and at the end a table of all. Measures whose data is not there are left out; one that fails is named in the table, and the
others go on. --topics builds only some of the topics of thousands of articles.

The first costs about twenty minutes on two cores, the second one, the last two a quarter of an hour; built again nothing.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

Builder = Callable[[], None]
ARTICLES = frozenset({".txt", ".yml"})


def main() -> None:
    """Build what is not built, and score."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--measures", default="ecb,chronology,timelines,days,subjects")
    parser.add_argument("--topics", default="", help="of timelines and days only these")
    parser.add_argument("--briefing", default="briefing", help="the command to build with")
    parser.add_argument("--jobs", default="1")
    options = parser.parse_args()
    chosen = options.measures.split(",")
    table: dict[str, dict[str, Any] | None] = {}
    for name, scorer, gold, built in measures(options):
        if name in chosen and gold.exists():
            built()
            print(f"== {name}", flush=True)
            table[name] = scored([sys.executable, options.data / scorer, gold, options.work / name])
    corpora = options.data.parent / "times/timelines-dev"
    if "subjects" in chosen and corpora.exists():
        told = subjects(corpora, options.work / "subjects", options.briefing)
        print("== subjects", flush=True)
        scorer = corpora.parent / "score_timelines.py"
        table["subjects"] = scored([sys.executable, scorer, "--gold", corpora, "--pred", told])
    print(f"\n{as_table(table)}")


def scored(command: Sequence[str | Path]) -> dict[str, Any] | None:
    """What a scorer finds: its last line, after all that it prints; None where it fails."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False)
    print(done.stdout, end="")
    try:
        return dict(json.loads(done.stdout.splitlines()[-1]))
    except (IndexError, ValueError):
        print(done.stderr[-300:], file=sys.stderr)
        return None


def as_table(found: Mapping[str, dict[str, Any] | None]) -> str:
    """A row for each figure of each measure, in Markdown; of nested figures the F1, where there is one."""
    rows = ["| measure | figure | value |", "| --- | --- | --- |"]
    for name, figures in found.items():
        if figures is None:
            rows.append(f"| {name} | failed | |")
            continue
        rows += [f"| {name} | {figure} | {shown} |" for figure, value in figures.items() if (shown := _shown(value))]
    return "\n".join(rows)


def _shown(value: Any) -> str:
    """A figure in print; nothing for what holds no single one."""
    if isinstance(value, dict):
        value = value.get("f1", value.get("micro"))
    if isinstance(value, dict):
        value = value.get("f1")
    return f"{value:.3f}".rstrip("0").rstrip(".") if isinstance(value, int | float) else ""


def measures(options: argparse.Namespace) -> Iterator[tuple[str, str, Path, Builder]]:
    """Each measure's name, its scorer, its gold, and what builds its projects."""
    data = options.data
    ecb, gold, dossiers = data / "ecb-dev", data / "gold", data.parent / "facts/dossiers-dev"
    wanted = sorted(file.stem for file in gold.glob("*.json") if not file.stem.endswith(".differ"))
    topics = sorted(file.parent for file in ecb.glob("*/gold.json"))
    timelines, days = data / "timelines-t17", data / "subjects-meantime"
    yield "ecb", "score_stories.py", ecb, lambda: _build_folders(options, "ecb", topics)
    yield (
        "chronology",
        "score_chronology.py",
        gold,
        lambda: _build_folders(options, "chronology", [dossiers / name for name in wanted]),
    )
    yield "timelines", "score_timelines.py", timelines, lambda: _build_groups(options, "timelines", timelines)
    yield "days", "score_event_days.py", days, lambda: _build_groups(options, "days", days)


def _build_folders(options: argparse.Namespace, name: str, sources: Sequence[Path]) -> None:
    """Build a project for each folder of articles that has none yet."""
    for source in sources:
        project = options.work / name / source.name
        if not (project / "docs/data/events.json").exists():
            copied(source, project)
            _build(project, options)


def _build(project: Path, options: argparse.Namespace) -> None:
    command = [options.briefing, "build", "--project", str(project), "--jobs", options.jobs]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        print(f"{project.name}: {done.stderr[-300:]}", file=sys.stderr)


def _build_groups(options: argparse.Namespace, name: str, folder: Path) -> None:
    """Build the projects of each topic of a folder that has none yet."""
    topics = set(filter(None, options.topics.split(",")))
    for articles in sorted(folder.glob("*/articles.jsonl.gz")):
        topic = articles.parent.name
        if (topics and topic not in topics) or (options.work / name / topic / "docs/data/events.json").exists():
            continue
        files = [str(options.data / "build_groups.py"), str(articles), str(options.work / name)]
        subprocess.run([sys.executable, *files, "--briefing", options.briefing, "--jobs", options.jobs], check=True)


def subjects(corpora: Path, work: Path, briefing: str) -> Path:
    """The timeline of each target entity, as `briefing timeline` tells it, in one file."""
    work.mkdir(parents=True, exist_ok=True)
    told = {}
    for file in sorted(corpora.glob("*/timelines.json")):
        for target in json.loads(file.read_text(encoding="utf-8")):
            name = target["target"]
            # in WORK, so that what was read for one target is not read again for the next
            done = subprocess.run(
                [briefing, "timeline", name, str(file.parent.resolve()), "--json"],
                capture_output=True,
                text=True,
                check=False,
                cwd=work,
            )
            told[f"{file.parent.name}/{name}"] = json.loads(done.stdout or "{}").get(name, [])
    target_file = work / "timelines.json"
    target_file.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    return target_file


def copied(source: Path, project: Path) -> None:
    """A project of a folder's articles and their sidecars."""
    shutil.rmtree(project, ignore_errors=True)
    (project / "seeds").mkdir(parents=True)
    for file in sorted(source.iterdir()):
        if file.suffix in ARTICLES:
            shutil.copyfile(file, project / "seeds" / file.name)
    (project / "briefing.yml").write_text(f"title: {json.dumps(source.name)}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
