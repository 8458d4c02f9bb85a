"""From article files to records: read, look up what was extracted before, annotate the rest on all cores, in input order.

What is new is begun before what was kept is read, so that a pipeline loads in one process while records load in another.
"""

from __future__ import annotations

import contextlib
import ctypes
import gc
import itertools
import multiprocessing
import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from tqdm import tqdm

from generator.building.cache import Cache, Entry
from generator.errors import BriefingError
from generator.records import Record, decode, encode
from generator.sources import ids, read
from generator.sources.sidecar import beside

if TYPE_CHECKING:
    from generator.sources import Article

PARENT_DEATH_SIGNAL = 1  # prctl(2)
FORGET = 50  # articles after which a process forgets their words
VERBATIM = (".txt",)  # formats whose text is the file itself
READ_AHEAD = 4  # articles a worker that are read before their turn: bounds memory


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one file gave: a record with its corrections, or a problem; and sentences for the user."""

    file: Path
    record: Record | None
    key: str | None = None
    corrections: tuple[Mapping[str, Any], ...] = ()
    warnings: tuple[str, ...] = ()
    problem: str | None = None


def extract(
    files: Iterable[Path],
    pipeline: str | None = None,
    jobs: int | None = None,
    cache: Cache | None = None,
    progress: bool = True,
    holders: Mapping[str, Path] | None = None,
) -> Iterator[Extracted]:
    """Yield what each file gives, in the given order, with a bounded number of articles in memory.

    Args:
        files: article files.
        pipeline: a spaCy pipeline other than ours.
        jobs: processes; by default one a core, and one for a handful of articles.
        cache: records of earlier runs.
        progress: show a bar on a terminal when it takes longer than a second.
        holders: the files that have had the names that several share.
    """
    cache = cache or Cache(None, pipeline)
    named = ids(files, holders)
    keys, new = _known(named, cache)
    most = jobs or cores()
    # a few new articles among kept ones go to one other process; a handful alone is not worth starting any
    worth = max(1, -(-new // 8)) if new < len(named) else new // 8
    jobs = max(1, min(most, worth))
    with _Processes(pipeline, jobs, inline=most == 1 or (jobs == 1 and new == len(named))) as workers:
        ahead = READ_AHEAD * jobs
        early = {
            file: begin(file, named[file], cache, workers)
            for file in itertools.islice((f for f in named if keys.get(f) is None), ahead if new < len(named) else 0)
        }
        begun = (
            early.pop(file) if file in early else begin(file, name, cache, workers, keys.get(file))
            for file, name in named.items()
        )
        try:
            yield from in_order(begun, ahead, len(named), progress)
        except BrokenProcessPool as error:
            raise BriefingError("A process was stopped, perhaps for want of memory: run again with --jobs 1.") from error


def _known(named: Mapping[Path, str], cache: Cache) -> tuple[dict[Path, str], int]:
    """The keys of the articles that the cache holds, and how many it does not."""
    keys: dict[Path, str] = {}
    if cache.empty:
        return keys, len(named)
    for file, name in named.items():
        with contextlib.suppress(OSError, BriefingError):
            key = _key(file, name, cache)
            if cache.holds(key):
                keys[file] = key
    return keys, len(named) - len(keys)


def in_order(begun: Iterable[Callable[[], Extracted]], ahead: int, total: int, progress: bool) -> Iterator[Extracted]:
    """Wait for work that was begun, in its order, with at most `ahead` pieces of it unfinished."""
    with _bar(total, progress) as bar:
        waiting: deque[Callable[[], Extracted]] = deque()
        for finish in begun:
            waiting.append(finish)
            while len(waiting) > ahead:
                yield _shown(waiting.popleft()(), bar)
        while waiting:
            yield _shown(waiting.popleft()(), bar)


def cores() -> int:
    """The cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def annotated(article: Article, pipeline: str | None) -> Record:
    """The record of one article; the pipeline stays loaded in this process.

    Each article goes through the pipeline alone: in batches, rounding could depend on the neighbours, and an article's
    record must not.
    """
    from generator.language import document, load
    from generator.records import record

    if pipeline not in _LOADED:
        _LOADED[pipeline] = _Loaded(load(pipeline) if pipeline else load())
        gc.freeze()  # it stays: the collector need not look at it again and again
    nlp = _LOADED[pipeline].fresh()
    return record(article, nlp(document(nlp, article)))


def sealed(article: Article, pipeline: str | None) -> bytes:
    """The record of one article as JSON: what travels between processes, and what the cache keeps."""
    return encode(annotated(article, pipeline))


class _Loaded:
    """A pipeline that forgets the words of earlier articles now and then, so that memory does not grow with their number."""

    def __init__(self, nlp: Any) -> None:
        self._nlp = nlp
        self._articles = 0
        self._zone: Any = None

    def fresh(self) -> Any:
        """The pipeline, for one article more."""
        if self._articles % FORGET == 0:
            if self._zone:
                self._zone.__exit__(None, None, None)
            self._zone = self._nlp.memory_zone()
            self._zone.__enter__()
        self._articles += 1
        return self._nlp


_LOADED: dict[str | None, _Loaded] = {}


class Workers(Protocol):
    """Whoever runs `sealed`."""

    def submit(self, article: Article) -> Callable[[], Record]:
        """Start an article; the result is waited for by calling what is returned."""
        ...


class _Processes:
    """Runs `sealed` here or in other processes of this machine."""

    def __init__(self, pipeline: str | None, jobs: int, inline: bool) -> None:
        self._pipeline = pipeline
        self._jobs = jobs
        self._inline = inline
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> _Processes:
        return self

    def __exit__(self, *_: object) -> None:
        if self._pool:
            self._pool.shutdown(wait=True, cancel_futures=True)

    def submit(self, article: Article) -> Callable[[], Record]:
        """Start an article; the result is waited for by calling what is returned."""
        if self._inline:
            return lambda: decode(sealed(article, self._pipeline))
        if self._pool is None:
            method = "fork" if sys.platform == "linux" else None
            self._pool = ProcessPoolExecutor(self._jobs, multiprocessing.get_context(method), _die_with_parent)
        future: Future[bytes] = self._pool.submit(sealed, article, self._pipeline)
        return lambda: decode(future.result())


def _die_with_parent() -> None:
    """A worker leaves Ctrl-C to its parent and, on Linux, ends with it: an orphan would keep the project's lock."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        with contextlib.suppress(AttributeError, OSError):
            ctypes.CDLL(None).prctl(PARENT_DEATH_SIGNAL, signal.SIGKILL)


def begin(file: Path, name: str, cache: Cache, workers: Workers, known: str | None = None) -> Callable[[], Extracted]:
    """Read a file and start its extraction; the result is waited for by calling what is returned.

    Args:
        file: the article.
        name: its id.
        cache: where its record is kept.
        workers: who extracts it.
        known: the key under which the cache should have it.
    """
    try:
        key = known or _key(file, name, cache)
        found = cache.get(key)
        if found and not found.corrected:
            kept = Extracted(file, found.record, key, warnings=found.warnings)
            return lambda: kept
        reading = read(file, name)
        if file.suffix.lower() not in VERBATIM:
            cache.keep_text(reading.article.text, file.read_bytes())
        settled = _key(file, name, cache) == key  # nobody wrote to it meanwhile
    except BriefingError as error:
        problem = str(error)
        return lambda: Extracted(file, None, problem=problem)
    except OSError as error:
        problem = f"{file} can't be read ({error.strerror}): check that it exists and may be read."
        return lambda: Extracted(file, None, problem=problem)
    if found and settled:
        return lambda: Extracted(file, found.record, key, reading.corrections, reading.warnings)
    pending = workers.submit(reading.article)

    def finish() -> Extracted:
        try:
            record = pending()
        except (BriefingError, BrokenProcessPool):
            raise
        except Exception as error:  # a defect of ours: it costs this article, and no other
            return Extracted(file, None, problem=_defect(file, error))
        if settled:
            cache.put(key, Entry(record, reading.warnings, bool(reading.corrections)))
        return Extracted(file, record, key, reading.corrections, reading.warnings)

    return finish


def _defect(file: Path, error: Exception) -> str:
    """What to tell a user whose article met a mistake in our code."""
    words = f"{type(error).__name__}: {error}".rstrip(": ")
    return f"{file} met a defect of Briefing's ({words}): report it with the article, or take the article out for now."


def _key(file: Path, name: str, cache: Cache) -> str:
    companion = beside(file)
    notes = companion.name.encode("utf-8", "surrogateescape") + companion.read_bytes() if companion else b""
    return cache.key(name, file.name, file.read_bytes(), notes)


def _bar(total: int, progress: bool) -> _Bar:
    shape = "{desc}: {n_fmt}/{total_fmt} |{bar}| {elapsed}<{remaining}{postfix}"
    return _Bar(tqdm(total=total, desc="Reading articles", delay=1, disable=None if progress else True, bar_format=shape))


class _Bar:
    """A progress bar that also tells words per second."""

    def __init__(self, bar: Any) -> None:
        self._bar = bar
        self._words = 0

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        self._bar.close()

    def update(self, words: int) -> None:
        self._words += words
        seconds = self._bar.format_dict["elapsed"] or 1
        self._bar.set_postfix_str(f"{self._words / seconds:,.0f} words/s", refresh=False)
        self._bar.update(1)


def _shown(extracted: Extracted, bar: _Bar) -> Extracted:
    bar.update(len(extracted.record.text.split()) if extracted.record else 0)
    return extracted
