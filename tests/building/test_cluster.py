"""A real local cluster gives the same records in the same order, also when a worker is lost half-way."""

from __future__ import annotations

import json
import os
import shutil
import signal
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.building import cluster
from generator.building.extraction import extract
from generator.cli import main
from generator.errors import BriefingError
from generator.records import encode

STORY = "The vote of {n}\n\nThe council of Harbourtown met on Monday. “We agreed on {n} points,” said Mayor Ann Field.\n"


@pytest.fixture(scope="module")
def machines() -> Iterator[Any]:
    from distributed import LocalCluster

    with LocalCluster(2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as found:
        yield found


@pytest.fixture(scope="module")
def seeds(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("seeds")
    for n in range(40):
        (folder / f"a{n:02}.txt").write_text(STORY.format(n=n), "utf-8")
    (folder / "a07.yml").write_text("published: 2020-02-03\n", "utf-8")
    (folder / "a09.txt").write_bytes(b"\x00")
    return folder


def test_a_worker_lost_half_way_changes_nothing(machines: Any, seeds: Path) -> None:
    from distributed import Client

    files = sorted(seeds.glob("*.txt"))
    here = list(extract(files, jobs=1, progress=False))
    with Client(machines.scheduler_address, set_as_default=False) as client:
        process = next(iter(client.run(os.getpid).values()))
    there = []
    for each in cluster.extract(machines.scheduler_address, files, jobs=2, progress=False):
        there.append(each)
        if len(there) == 12:
            os.kill(process, signal.SIGKILL)
    assert [(e.record, e.problem) for e in there] == [(e.record, e.problem) for e in here]


def test_addresses_are_read_by_the_workers_and_written(machines: Any, seeds: Path, tmp_path: Path) -> None:
    output = tmp_path / "records.jsonl"
    arguments = ["extract", seeds.as_uri(), "--output", output.as_uri(), "--executor", "dask"]
    assert main([*arguments, "--scheduler", machines.scheduler_address]) == 1, "one article is binary"
    there = [json.loads(line) for line in output.read_text("utf-8").splitlines()]
    here = [e.record for e in extract(sorted(seeds.glob("*.txt")), jobs=1, progress=False) if e.record]
    assert there == [json.loads(encode(record)) for record in here]
    assert next(r for r in there if r["id"] == "a07")["metadata"]["published"] == "2020-02-03"


def test_a_build_by_the_cluster_is_the_same(machines: Any, seeds: Path, tmp_path: Path) -> None:
    made = []
    for name, how in (
        ("here", ["--jobs", "1"]),
        ("there", ["--executor", "dask", "--scheduler", machines.scheduler_address]),
    ):
        assert main(["new", str(tmp_path / name)]) == 0
        shutil.rmtree(tmp_path / name / "seeds")
        shutil.copytree(seeds, tmp_path / name / "seeds")
        assert main(["build", "--project", str(tmp_path / name), *how]) == 0
        docs = tmp_path / name / "docs"
        made.append({f.relative_to(docs): f.read_bytes() for f in docs.rglob("*") if f.is_file()})
    assert len(made[0]) > 40
    assert made[0] == made[1]


def test_no_cluster_is_one_sentence(seeds: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(BriefingError, match="No cluster answers"):
        list(cluster.extract("nowhere", [seeds / "a01.txt"]))


def test_an_address_without_a_cluster_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["s3://bucket/"], ["x.txt", "--executor", "dask"], ["x.txt", "--scheduler", "tcp://127.0.0.1:1"]):
        with pytest.raises(SystemExit) as stop:
            main(["extract", *arguments])
        assert stop.value.code == 2


def test_an_address_with_tls_wants_certificates(seeds: Path) -> None:
    with pytest.raises(BriefingError, match="wants certificates"):
        list(cluster.extract("tls://127.0.0.1:9", [seeds / "a01.txt"]))
