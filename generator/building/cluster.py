"""Beyond one machine: the same records, in the same order, from a dask cluster (library distributed: it survives lost workers).

Files of this machine are read here and sent to the workers; addresses of other stores (`s3://bucket/articles/`) are read by
the workers themselves, through fsspec.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from generator.building.cache import CODE, Cache, code, pipeline
from generator.building.extraction import READ_AHEAD, Extracted, annotated, begin, in_order, sealed
from generator.errors import BriefingError, SourceError
from generator.records import Record, write
from generator.records import decode as record_of
from generator.sources import READERS, from_bytes, ids
from generator.sources.encodings import decode
from generator.sources.sidecar import SIDECAR_SUFFIXES, Sidecar, parse

if TYPE_CHECKING:
    from generator.sources import Article

LOST = 3  # workers that one article may lose before it is given up


def extract(
    scheduler: str,
    files: Iterable[Path | str],
    named: str | None = None,
    jobs: int | None = None,
    cache: Cache | None = None,
    progress: bool = True,
    holders: Mapping[str, Path] | None = None,
) -> Iterator[Extracted]:
    """Yield what each file gives, as `extraction.extract` does, from the workers of a cluster.

    Args:
        scheduler: the address of the cluster's scheduler, such as `tcp://10.0.0.1:8786`.
        files: article files of this machine, and addresses of article files.
        named: a spaCy pipeline other than ours, installed on every worker.
        jobs: articles under way at once; by default some for each of the cluster's threads.
        cache: records of earlier runs, for files of this machine.
        progress: show a bar on a terminal when it takes longer than a second.
        holders: the files that have had the names that several share.

    Raises:
        BriefingError: no cluster answers, it has no workers, they run another version, or the cluster is lost.
    """
    cache = cache or Cache(None, named)
    places = list(files)
    names = list(ids((Path(place) for place in places), holders).values())
    with _connected(scheduler, named) as client:
        ahead = READ_AHEAD * (jobs or sum(client.nthreads().values()))
        workers = _Cluster(client, named)
        begun = (
            begin(place, name, cache, workers) if isinstance(place, Path) else workers.fetch(place, name)
            for place, name in zip(places, names, strict=True)
        )
        yield from in_order(begun, ahead, len(names), progress)


def listed(address: str) -> tuple[list[str], list[str]]:
    """The addresses of the articles at an address (a file or a folder), in order, and notes on what is left out.

    Raises:
        SourceError: nothing is there.
    """
    import fsspec

    try:
        system, path = fsspec.core.url_to_fs(address)
        found = [path] if system.isfile(path) else sorted(system.find(path))
    except (OSError, ValueError, ImportError) as error:
        raise SourceError(f"{address} can't be listed ({error}).") from error
    if not found:
        raise SourceError(f"{address} does not exist or is empty: give an article or a folder of articles.")
    articles = [system.unstrip_protocol(each) for each in found if _suffix(each) in READERS]
    others = [each for each in found if _suffix(each) not in (*READERS, *SIDECAR_SUFFIXES)]
    return articles, [f"{system.unstrip_protocol(each)} is not an article: left out." for each in others]


def put(address: str, records: Iterable[Record]) -> None:
    """Write records to an address as JSON Lines.

    Raises:
        BriefingError: it can't be written.
    """
    import fsspec

    try:
        with fsspec.open(address, "w", encoding="utf-8") as target:
            write(records, target)
    except (OSError, ValueError, ImportError) as error:
        raise BriefingError(f"{address} can't be written ({error}): choose another place.") from error


class _Cluster:
    """Runs `sealed` on the workers of a cluster."""

    def __init__(self, client: Any, named: str | None) -> None:
        self._client = client
        self._named = named

    def submit(self, article: Article) -> Callable[[], Record]:
        """Start an article; the result is waited for by calling what is returned."""
        future = self._client.submit(sealed, article, self._named, pure=False)
        return lambda: record_of(_result(future))

    def fetch(self, address: str, name: str) -> Callable[[], Extracted]:
        """Start an article that the worker reads."""
        return partial(_result, self._client.submit(_fetched, address, name, self._named, pure=False))


@contextlib.contextmanager
def _connected(scheduler: str, named: str | None) -> Iterator[Any]:
    try:
        from distributed import Client, Security
    except ImportError as error:
        raise BriefingError("The cluster needs the extra: pip install 'sourced-briefing[cluster]'.") from error
    security = Security()  # type: ignore[no-untyped-call]
    secured = security.get_connection_args("client")  # type: ignore[no-untyped-call]
    if scheduler.startswith("tls:") and not secured.get("ssl_context"):
        raise BriefingError(
            f"{scheduler} wants certificates: name them in dask's settings (the manual's page on clusters shows how)."
        )
    try:
        client = Client(scheduler, timeout="10s", set_as_default=False)  # type: ignore[no-untyped-call]
    except (OSError, ValueError) as error:
        raise BriefingError(f"No cluster answers at {scheduler}: start a scheduler there, or check the address.") from error
    with client:
        found = client.run(_version, named)
        if not found:
            raise BriefingError(f"The cluster at {scheduler} has no workers: start some.")
        if set(found.values()) != {_version(named)}:
            raise BriefingError(
                "The cluster's workers run another version of briefing or of its pipeline: install the same one."
            )
        yield client


def _version(named: str | None) -> tuple[str, str]:
    return code(*CODE), pipeline(named)


def _result(future: Any) -> Any:
    from distributed import KilledWorker
    from distributed.client import FutureCancelledError

    try:
        return future.result()
    except KilledWorker as error:
        raise BriefingError(
            f"An article was given up after {LOST} workers were lost with it: give them more memory."
        ) from error
    except (OSError, FutureCancelledError) as error:
        raise BriefingError(f"The cluster was lost ({error}): start it and run again.") from error


def _fetched(address: str, name: str, named: str | None) -> Extracted:
    """What a worker makes of an address."""
    place = Path(address)
    try:
        data, companion = _bytes(address)
        notes = f"{PurePosixPath(address).stem}.yml"
        sidecar = parse(decode(companion, notes), notes) if companion else Sidecar()
        reading = from_bytes(data, _suffix(address), name, PurePosixPath(address).name, sidecar)
    except BriefingError as error:
        return Extracted(place, None, problem=str(error))
    except OSError as error:
        return Extracted(place, None, problem=f"{address} can't be read ({error}).")
    return Extracted(place, annotated(reading.article, named), None, reading.corrections, reading.warnings)


def _bytes(address: str) -> tuple[bytes, bytes | None]:
    """The bytes of an article and of its sidecar."""
    import fsspec

    system, path = fsspec.core.url_to_fs(address)
    stem = path.removesuffix(PurePosixPath(path).suffix)
    companion = next((stem + suffix for suffix in SIDECAR_SUFFIXES if system.isfile(stem + suffix)), None)
    return system.cat_file(path), system.cat_file(companion) if companion else None


def _suffix(address: str) -> str:
    return PurePosixPath(address).suffix.lower()
