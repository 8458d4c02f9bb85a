"""A finished site at an address: one file at a time, in bounded time and size, by a program that says what it is."""

from __future__ import annotations

import http.client
import time
import urllib.error
import urllib.request
from collections.abc import Callable

AGENT = "briefing-check (+verifies a finished site of a briefing; asks for one file at a time)"
SECONDS = 30  # without an answer
LARGEST = 200_000_000  # bytes of a file
TRIES = 3
BUSY = (429, 502, 503, 504)
LONGEST_PAUSE = 30.0  # seconds that a server may ask to wait
GONE = (404, 410)


class UnreachableError(Exception):
    """Why a site at an address can't be verified; the message is a sentence."""


def fetched(address: str, wait: Callable[[float], None] = time.sleep) -> bytes | None:
    """A file at an address; None where there is none.

    Raises:
        UnreachableError: nobody can tell whether it is there.
    """
    request = urllib.request.Request(address, headers={"User-Agent": AGENT})
    for attempt in range(TRIES):
        try:
            with urllib.request.urlopen(request, timeout=SECONDS) as answer:
                data = bytes(answer.read(LARGEST + 1))
        except urllib.error.HTTPError as error:
            if error.code in GONE:
                return None
            if error.code not in BUSY or attempt + 1 == TRIES:
                raise UnreachableError(
                    f"{address} can't be verified: its server answers with {error.code}; try again later, or verify a copy in a folder."
                ) from error
            wait(_pause(error))
            continue
        except (
            OSError,
            ValueError,
            http.client.HTTPException,
        ) as error:  # no such host, no answer in time, an address that is none
            reason = getattr(error, "reason", None) or error
            raise UnreachableError(
                f"{address} can't be verified: its server can't be reached "
                f"({getattr(reason, 'strerror', None) or reason}); check the address and the network."
            ) from error
        if len(data) > LARGEST:
            raise UnreachableError(f"{address} can't be verified: it is larger than {LARGEST // 1_000_000} MB.")
        return data
    return None


def _pause(error: urllib.error.HTTPError) -> float:
    """The seconds that a busy server asks to wait, as far as we do."""
    said = (error.headers.get("Retry-After") or "").strip() if error.headers else ""
    return min(float(said[:4]), LONGEST_PAUSE) if said.isdecimal() else 1.0
