"""The site on this machine, made again when what it is made from changes."""

from __future__ import annotations

import functools
import os
import socket
import subprocess
import sys
import threading
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

from generator.building.messages import summarised
from generator.building.run import build
from generator.errors import BriefingError
from generator.settings import SETTINGS_FILE, read_settings
from generator.site import database
from generator.site.engines import CONFIGURATION, QUIET, Engine, configuration, render
from generator.site.search_index import index

HOST = "127.0.0.1"
EVERY = 1.0  # seconds between two looks at the articles


def serve(project: Path, engine: Engine, port: int) -> int:
    """Serve a project's site until the user stops it; returns the exit status.

    MkDocs brings a server of its own, which shows an edit by itself. Zensical's knows nothing of `seeds/` and finishes no page, so
    its site is served from the folder, as it would be published, and made again when something changed.

    Raises:
        BriefingError: there is no `mkdocs.yml`, the port is taken, or the site can't be made at the beginning.
    """
    if not (project / CONFIGURATION).is_file():
        raise BriefingError(
            f"{project.name or project}/ holds no project (there is no {CONFIGURATION}): `briefing new NAME` makes one; or go to the "
            "folder of one, or name it with --project."
        )
    _usable(port)
    if engine == "mkdocs":
        # without this folder it makes no pages, and says so in its own words
        (project / read_settings(project).docs).mkdir(parents=True, exist_ok=True)
        command = [sys.executable, "-m", "mkdocs", "serve", "--dev-addr", f"{HOST}:{port}"]
        return subprocess.run(command, cwd=project, env={**os.environ, **QUIET}, check=False).returncode
    made(project)
    folder = project / str(configuration(project).get("site_dir") or "site")
    server = ThreadingHTTPServer((HOST, port), functools.partial(_Quiet, directory=str(folder)))
    stopped = threading.Event()
    threading.Thread(target=_watch, args=(project, stopped), daemon=True).start()
    print(f"Serving {folder.name}/ at http://{HOST}:{port}/ (Ctrl+C stops; reload the page after an edit).", file=sys.stderr)
    try:
        server.serve_forever()
    finally:
        stopped.set()
        server.server_close()
    return 0


def _usable(port: int) -> None:
    """See whether a port is free, before minutes of work; MkDocs would end with a traceback."""
    try:
        with socket.create_server((HOST, port)):
            pass
    except (OSError, OverflowError) as error:
        why = error.strerror if isinstance(error, OSError) else "ports are 0 to 65535"
        raise BriefingError(f"Port {port} can't be used ({why}): name another with --port.") from error


def made(project: Path) -> None:
    """Make the site once, with everything that a published one has."""
    outcome = build(project)
    for line in summarised([*outcome.warnings, *outcome.problems]) if outcome.fresh else ():
        print(line, file=sys.stderr)
    site = render(project, "zensical")
    database.write(site)
    if problem := index(site):
        print(problem, file=sys.stderr)


def _watch(project: Path, stopped: threading.Event) -> None:
    """Make the site again after each change; a mistake is told, and the last good pages stay."""
    seen = _state(project)
    while not stopped.wait(EVERY):
        now = _state(project)
        if now == seen:
            continue
        seen = now
        try:
            made(project)
            print("The site has been made again.", file=sys.stderr)
        except BriefingError as error:
            print(f"error: {error} The last good pages are shown.", file=sys.stderr)


def _state(project: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and times of what a site is made from."""
    try:
        seeds = project / read_settings(project).seeds
    except BriefingError:
        seeds = project / "seeds"
    files = [project / SETTINGS_FILE, project / CONFIGURATION, *(sorted(seeds.rglob("*")) if seeds.is_dir() else ())]
    found = []
    for file in files:
        try:
            status = file.stat()
        except OSError:  # gone between two looks
            continue
        found.append((str(file), status.st_size, status.st_mtime_ns))
    return tuple(found)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing of each request."""
