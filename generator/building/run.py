"""The whole way: articles -> records -> dossier -> pages -> `docs/`; nothing is done twice that did not change."""

from __future__ import annotations

import contextlib
import gc
import itertools
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from generator import __version__
from generator.building import memory
from generator.building.baseline import earlier, parsed, stamp
from generator.building.cache import Cache, code, fingerprint, pipeline
from generator.building.future import unborn
from generator.building.naming import holders
from generator.building.project import STATE_FOLDER
from generator.building.publishing import intact, locked, manifest, publish, recover
from generator.errors import BriefingError
from generator.settings import SETTINGS_FILE, Settings, read_settings
from generator.sources import READERS, find
from generator.sources.sidecar import beside
from generator.sources.versions import earlier_versions, kept_files, retrieved_on

if TYPE_CHECKING:
    from generator.building.extraction import Extracted
    from generator.dossier.changes import Tables
    from generator.dossier.model import Dossier
    from generator.dossier.revisions import Revision
    from generator.pages.page_settings import PageSettings


@dataclass(slots=True)
class Outcome:
    """What a build did: sentences for the user, and numbers."""

    articles: int = 0
    left_out: int = 0  # articles that could not be read
    changed: int = 0
    fresh: bool = True  # False: nothing had changed since the last build
    notes: list[str] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def build(
    project: Path,
    jobs: int | None = None,
    use_cache: bool = True,
    progress: bool = True,
    in_place: bool = False,
    extracting: Callable[..., Any] | None = None,
    since: str | None = None,
) -> Outcome:
    """Write the pages of a project; two builds at once take turns.

    Args:
        project: the folder of `briefing.yml`.
        jobs: processes for extraction.
        use_cache: False extracts everything again.
        progress: show a bar on a terminal.
        in_place: write into `docs/` file by file (for a server that watches it).
        extracting: in place of `extraction.extract` (the cluster's).
        since: the earlier build to compare with, in place of the setting `changes_since`.

    Raises:
        BriefingError: no article could be read, or the pages can't be written.
    """
    workshop = project / STATE_FOLDER
    with locked(workshop):
        settings = read_settings(project)
        docs = project / settings.docs
        recover(docs, workshop)
        seeds = project / settings.seeds
        if not seeds.is_dir():
            raise BriefingError(_no_seeds(project, settings.seeds))
        files, notes = find([seeds])
        state = _state(project, settings, files)
        last = memory.read_last(workshop)
        same = use_cache and not since and last.state == fingerprint(state, manifest(docs))
        if same and intact(docs, memory.read(workshop).stamps):
            return Outcome(
                articles=last.articles,
                left_out=last.left_out,
                fresh=False,
                notes=notes,
                warnings=last.warnings,
                problems=last.problems,
            )
        if since:
            settings = settings.model_copy(update={"changes_since": since})
        with _uncollected():
            outcome = _build(project, settings, files, jobs, use_cache, progress, in_place, extracting)
        outcome.notes = notes + outcome.notes
        told = outcome.articles, outcome.left_out, outcome.warnings, outcome.problems
        memory.keep_last(workshop, memory.LastBuild(fingerprint(state, manifest(docs)), *told))
        return outcome


def _no_seeds(project: Path, seeds: str) -> str:
    """What to say where the folder of articles is not there."""
    if not (project / SETTINGS_FILE).is_file():
        return f"{seeds}/ does not exist: `briefing new NAME` makes a project; or make the folder and put articles into it."
    return f"{SETTINGS_FILE}: `seeds: {seeds}` names a folder that does not exist: make it and put articles into it, or name another."


def _build(
    project: Path,
    settings: Settings,
    files: Sequence[Path],
    jobs: int | None,
    use_cache: bool,
    progress: bool,
    in_place: bool,
    extracting: Callable[..., Any] | None,
) -> Outcome:
    from generator.pages import drafts
    from generator.pages.pieces import Pieces

    docs, workshop = project / settings.docs, project / STATE_FOLDER
    cache = Cache(workshop / "records", settings.pipeline)
    made = gathered(project, settings, files, cache if use_cache else _Fresh(cache), jobs, progress, extracting)
    outcome = made.outcome
    known = memory.read(workshop) if use_cache else memory.Pages()
    titles = repr((made.dossier.title, made.dossier.dek))  # every page tells search engines the briefing's title
    shared = fingerprint(code("."), titles, repr(replace(made.settings, changes=(), revisions=())))
    pieces = memory.read_pieces(workshop, shared) if use_cache else Pieces()
    inputs: dict[str, str] = {}
    pages: list[tuple[str, bytes | None]] = []
    for draft in drafts(made.dossier, made.settings, pieces):
        if draft.inputs:
            inputs[draft.path] = fingerprint(shared, draft.inputs)
        same = draft.inputs and known.holds(draft.path, inputs[draft.path], docs)
        if same:
            pieces.stay(draft.path)
        pages.append((draft.path, None if same else draft.make()))
    outcome.articles = len(made.dossier.sources)
    outcome.changed = publish(pages, docs, workshop, in_place, known.stamps)
    memory.keep(workshop, docs, (path for path, _ in pages), inputs)
    memory.keep_pieces(workshop, shared, pieces)
    cache.keep_only(made.keys)
    return outcome


@dataclass(frozen=True, slots=True)
class Gathered:
    """What the articles of a project give, before pages are made of it."""

    dossier: Dossier
    settings: PageSettings
    outcome: Outcome  # its sentences
    keys: set[str]  # of the articles' records


def gathered(
    project: Path,
    settings: Settings,
    files: Sequence[Path],
    cache: Cache,
    jobs: int | None = None,
    progress: bool = False,
    extracting: Callable[..., Any] | None = None,
    proving: bool = False,
) -> Gathered:
    """Read, extract and assemble the articles of a project.

    Args:
        project: the folder of `briefing.yml`.
        settings: of the project.
        files: the articles.
        cache: records of earlier runs.
        jobs: processes for extraction.
        progress: show a bar on a terminal.
        extracting: in place of `extraction.extract` (the cluster's).
        proving: nothing is taken from `docs/` but which of two files has the name that they share, and nothing is remembered.

    Raises:
        BriefingError: no article could be read.
    """
    from generator.building.extraction import extract
    from generator.dossier import assemble
    from generator.dossier.doubts import doubt
    from generator.dossier.republishing import within

    outcome = Outcome()
    found = []
    revised: list[Revision] = []
    corrections: dict[str, list[Any]] = {}
    keys: set[str] = set()
    had = holders(files, project / settings.docs)
    named = {"holders": had} if had else {}
    for each in (extracting or extract)(files, settings.pipeline, jobs, cache, progress, **named):
        outcome.warnings += each.warnings
        if each.problem or each.record is None:
            outcome.problems.append(each.problem or f"{each.file} could not be read.")
            outcome.left_out += 1
            continue
        if each.corrections:
            corrections[each.record.id], wrong = _corrections(each.file, each.corrections)
            outcome.problems += wrong
        found.append(each.record)
        revised += _revisions(project / settings.seeds, each, outcome)
        keys.add(each.key or "")
        outcome.warnings += unborn(each.file.name, each.record.metadata.published)
    if not found:
        reasons = " ".join(outcome.problems) or (
            f"It holds none: put files that end in {', '.join(READERS)} there, or run `briefing add ADDRESS`."
        )
        raise BriefingError(f"No article in {settings.seeds}/ could be read. {reasons}")
    dossier = assemble(found, settings.title, settings.dek, corrections)
    if settings.publish == "excerpts":
        dossier = within(dossier)
    outcome.warnings += dossier.unmatched
    outcome.warnings += [f"{each.id}: {said}" for each in found if (said := doubt(each))]
    outcome.warnings += dossier.doubts
    for source in dossier.sources:
        if source.copies:
            outcome.warnings.append(f"{', '.join(source.copies)}: the same text as {source.id}; it is shown once.")
    shown = _page_settings(project, settings, dossier, outcome, proving)
    if settings.publish == "full":  # excerpts show no more of an article than what its facts and quotations need
        shown = replace(shown, revisions=tuple(revised))
    return Gathered(dossier, shown, outcome, keys)


def _revisions(seeds: Path, extracted: Extracted, outcome: Outcome) -> Iterator[Revision]:
    """What differs between the versions of an article that was fetched again."""
    from generator.dossier.revisions import Revision, passages

    record = extracted.record
    if record is None or not kept_files(seeds, extracted.file):
        return
    told: list[tuple[str | None, list[str]]] = []
    for each in earlier_versions(seeds, extracted.file):
        if isinstance(each, str):
            outcome.warnings.append(each)
            continue
        article = each.article
        lines = [article.text[p.start : p.end] for p in article.paragraphs if p.kind != "noise"]
        told.append((each.retrieved.isoformat() if each.retrieved else None, lines))
    day = retrieved_on(extracted.file)
    told.append(
        (day.isoformat() if day else None, [record.text[p.start : p.end] for p in record.paragraphs if p.kind != "noise"])
    )
    for (before, old), (now, new) in itertools.pairwise(told):
        if found := passages(old, new):
            yield Revision(record.id, record.metadata.title or record.id, before, now, found)


def _page_settings(project: Path, settings: Settings, dossier: Dossier, outcome: Outcome, proving: bool) -> PageSettings:
    """What pages show beside the dossier: versions, problems, what changed."""
    from generator.dossier.changes import compare
    from generator.pages.page_settings import PageSettings
    from generator.pages.tables import tables as exported

    since = settings.changes_since
    before: Tables = {}
    tables: Tables = {}
    if since:
        tables = parsed(exported(dossier))
        before = earlier(project, project / settings.docs, project / STATE_FOLDER, since, tables, proving)
    return PageSettings(
        language=settings.language,
        publish=settings.publish,
        site_url=settings.site_url,
        report=_reported(settings.report),
        versions=_versions(),
        pipeline=_meta(settings.pipeline),
        problems=tuple(outcome.problems),
        since=since,
        changes=compare(before, tables),
    )


def _reported(address: str | None) -> str | None:
    """Where readers report an error, as a link."""
    return f"mailto:{address}" if address and not address.startswith(("mailto:", "https:")) else address or None


@contextlib.contextmanager
def _uncollected() -> Iterator[None]:
    """No garbage is collected: a dossier is millions of small values without a cycle, and all of them are needed to the end."""
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


class _Fresh(Cache):
    """A cache that is written but not read."""

    def __init__(self, cache: Cache) -> None:
        self.__dict__.update(cache.__dict__)

    @property
    def empty(self) -> bool:
        return True

    def get(self, key: str) -> None:
        return None


def _corrections(file: Path, found: Sequence[Mapping[str, Any]]) -> tuple[list[Any], list[str]]:
    """The corrections of a sidecar, and a sentence for each that is not right."""
    from generator.dossier.editor.corrections import Correction, reason

    made, wrong = [], []
    for number, each in enumerate(found, 1):
        try:
            made.append(Correction.model_validate(dict(each)))
        except ValidationError as error:
            of = each.get("id") or each.get("person")
            named = f" (of {of})" if isinstance(of, str) else ""
            name = (beside(file) or file).name
            wrong.append(f"{name}: correction {number}{named} is not right and was left out: {reason(error)}.")
    return made, wrong


def _state(project: Path, settings: Settings, files: Sequence[Path]) -> str:
    """A fingerprint of all that decides what `docs/` holds."""
    parts: list[str | bytes] = [
        __version__,
        code("."),
        pipeline(settings.pipeline),
        (project / SETTINGS_FILE).read_bytes() if (project / SETTINGS_FILE).is_file() else b"",
    ]
    if settings.changes_since:
        parts.append(stamp(project, settings.changes_since))
    for file in files:
        sidecar = beside(file)
        parts += [file.relative_to(project).as_posix(), _bytes(file), _bytes(sidecar) if sidecar else b""]
        for kept in kept_files(project / settings.seeds, file):
            parts += [kept.name, _bytes(kept), _bytes(kept.with_suffix(".yml"))]
    return fingerprint(*parts)


def _bytes(file: Path) -> bytes:
    try:
        return file.read_bytes()
    except OSError:
        return b""


def _versions() -> tuple[tuple[str, str], ...]:
    from importlib.metadata import version

    return (("briefing", __version__), *((name, version(name)) for name in ("spacy", "mkdocs", "mkdocs-material")))


def _meta(named: str | None) -> dict[str, Any]:
    from generator.language.setup.shipped import PIPELINE

    if named is None:
        meta: dict[str, Any] = json.loads((PIPELINE / "meta.json").read_text("utf-8"))
        return meta
    from generator.language import load

    return dict(load(named).meta)
