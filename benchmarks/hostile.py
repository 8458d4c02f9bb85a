"""What bad files cost: time and memory of `briefing build` of one article of each hostile kind at 20, 40 and 80 kB.

    python -m benchmarks.hostile [KIND ...] [--limit SECONDS] [--sizes BYTES ...] [--records]

Wanted of every kind: time grows with the size to a power of at most 1.15, no more than 10 seconds, no more than 400 MB beside the pipeline.
"""

from __future__ import annotations

import argparse
import math
import os
import pickle
import resource
import signal
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from generator.building.extraction import annotated
from generator.building.run import build
from generator.errors import BriefingError
from generator.language import load
from generator.records import encode
from generator.sources import from_bytes

SIZES = (20_000, 40_000, 80_000)
STORY = "The council of Lakewood met on Monday, Mayor Ann Field said.\n\n"


def of(unit: str, suffix: str = ".txt", before: str = STORY, after: str = "") -> tuple[str, Callable[[int], bytes]]:
    """An article that repeats something up to a size."""
    return suffix, lambda size: (before + unit * (size // len(unit.encode())) + after).encode()


WORDS = "one two three four five six seven eight nine ten eleven twelve"
KINDS: dict[str, tuple[str, Callable[[int], bytes]]] = {
    "ordinary": of(
        "Mayor Ann Field of Lakewood said on 3 May 2019 that 14 people had left the town. “We wait,” she said.\n\n"
    ),
    "quotation marks": of('"'),
    "curly marks": of("“"),
    "closing marks": of("”"),
    "apostrophes": of("'"),
    "brackets": of("("),
    "square brackets": of("]"),
    "dots": of("."),
    "dots and spaces": of(". "),
    "commas": of(","),
    "commas and spaces": of(", "),
    "dashes": of("-"),
    "long dashes": of("—"),
    "spaces": of(" ", after="end.\n"),
    "line ends": of("\n", after="end.\n"),
    "tabs": of("\t", after="end.\n"),
    "one word": of("a"),
    "digits": of("7"),
    "number words": of(f"{WORDS} "),
    "capitals": of("A"),
    "emoji": of("😀"),
    "emoji sequences": of("👩‍👩‍👧‍👦"),
    "combining marks": of("e\u0301\u0301\u0301"),
    "bidi controls": of("\u202e\u2066"),
    "one address": of("a/", before=f"{STORY}https://example.com/"),
    "addresses": of("https://example.com/a?b=c&d=e "),
    "mails": of("a.b@example.com "),
    "He saw him.": of("He saw him. "),
    "She said he said": of("She said he said that "),
    "July 1": of("July 1 "),
    "John": of("John "),
    "names": of("Ann Field Robert Okoro "),
    "names and commas": of("Ann Field, Robert Okoro, "),
    "titles": of("Mr. Dr. Prof. President "),
    "and": of("and "),
    "that": of("that "),
    "said": of("said "),
    "of the": of("of the "),
    "quotations in a line": of("“We wait,” said Ann Field. "),
    "quotations in quotations": of("“he said ‘we "),
    "colons": of("Field: "),
    "dollars": of("$1,000,000 "),
    "percent": of("5 percent "),
    "dates": of("2019-05-03 "),
    "dates in words": of("Monday, May 3, 2019, "),
    "years": of("1999 2001 "),
    "from to": of("from May to June "),
    "ago": of("two days ago "),
    "no full stop": of("the mayor of the town that the people of the country that "),
    "short lines": of("a\n"),
    "short paragraphs": of("Yes.\n\n"),
    "headings": of("# Heading\n\n", ".md"),
    "rules": of("---\n", ".md"),
    "rules and words": of("---\na\n", ".md"),
    "fences": of("```\n", ".md"),
    "quoted lines": of("> " * 40 + "a\n", ".md"),
    "lists in lists": of("- a\n  - b\n", ".md"),
    "links": of("[a](b) ", ".md"),
    "open links": of("[a](", ".md"),
    "stars": of("*", ".md"),
    "underscores": of("_a", ".md"),
    "tables": of("| a | b |\n", ".md"),
    "backslashes": of("\\", ".md"),
    "entities": of("&amp;", ".html", "<p>The council met.</p><p>", "</p>"),
    "open tags": of("<b>", ".html", "<p>The council of Lakewood met on Monday.</p>"),
    "open divisions": of("<div>", ".html", "<p>The council of Lakewood met on Monday.</p>"),
    "less than": of("<", ".html", "<p>The council of Lakewood met on Monday.</p>"),
    "comments": of("<!-- a -->", ".html", "<p>The council of Lakewood met on Monday.</p>"),
    "paragraphs": of("<p>The council met.</p>", ".html", ""),
    "attributes": of("a=b ", ".html", "<p>The council of Lakewood met on Monday.</p><p ", ">x</p>"),
    "scripts": of("<script>", ".html", "<p>The council of Lakewood met on Monday.</p>"),
    "tables in HTML": of("<table><tr><td>a", ".html", "<p>The council of Lakewood met on Monday.</p>"),
    "breaks": of("a<br>", ".html", "<p>The council of Lakewood met on Monday.</p><p>", "</p>"),
}


def once(data: bytes, suffix: str, pages: bool = True) -> int:
    """Build a briefing of one article; returns the bytes of its pages and data, or of its record."""
    if not pages:
        try:
            return len(encode(annotated(from_bytes(data, suffix, "a", f"a{suffix}").article, None)))
        except BriefingError:
            return 0
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        (project / "seeds").mkdir()
        (project / "seeds" / f"a{suffix}").write_bytes(data)
        try:
            build(project, jobs=1, progress=False)
        except BriefingError:
            return 0
        return sum(file.stat().st_size for file in (project / "docs").rglob("*") if file.is_file())


def measured(data: bytes, suffix: str, limit: int, pages: bool) -> tuple[float, float, float]:
    """Seconds, megabytes beside what was there before, and megabytes of pages, in a process of its own; infinite past the limit."""
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reader)
        signal.alarm(limit)
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        begun = time.process_time()
        try:
            size = once(data, suffix, pages)
        except Exception as error:
            print(f"  {type(error).__name__}: {error}"[:200], file=sys.stderr)
            size = -1
        took = time.process_time() - begun
        more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
        os.write(writer, pickle.dumps((took, more, size / 1e6)))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as stream:
        found = stream.read()
    os.waitpid(child, 0)
    return pickle.loads(found) if found else (math.inf, math.inf, math.inf)


def main() -> None:
    """Print a line for each kind; those that miss what is wanted are marked."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kinds", nargs="*")
    parser.add_argument("--limit", type=int, default=40)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES, metavar="BYTES")
    parser.add_argument("--records", action="store_true", help="read and extract alone: no build")
    arguments = parser.parse_args()
    load()
    once(STORY.encode(), ".txt")
    heads = "".join(f"{size // 1000} kB".rjust(8) for size in arguments.sizes)
    print(f"{'kind':26}{heads}  power      MB   pages MB")
    missed = 0
    for kind in arguments.kinds or KINDS:
        suffix, make = KINDS[kind]
        found = [measured(make(size), suffix, arguments.limit, not arguments.records) for size in arguments.sizes]
        seconds = [took for took, _, _ in found]
        finite = [s for s in seconds if s < math.inf]
        power = (
            math.log(max(seconds[-1], 1e-3) / max(seconds[0], 1e-3), arguments.sizes[-1] / arguments.sizes[0])
            if len(finite) == len(seconds)
            else math.inf
        )
        memory, pages = max(more for _, more, _ in found), found[-1][2]
        bad = (power > 1.15 and seconds[-1] > 0.5) or seconds[-1] > 10 or memory > 400
        missed += bad
        times = "".join(f"{s:8.2f}" for s in seconds)
        print(f"{kind:26}{times}  {power:5.2f}{memory:8.0f}{pages:11.2f}{'  <--' if bad else ''}", flush=True)
    print(f"{missed} of {len(arguments.kinds or KINDS)} kinds miss what is wanted (power 1.15, 10 s, 400 MB)")


if __name__ == "__main__":
    main()
