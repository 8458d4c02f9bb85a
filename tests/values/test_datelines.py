"""Where a report was filed is no part of what it tells."""

from __future__ import annotations

import pytest

from generator.values.datelines import after_dateline


@pytest.mark.parametrize(
    "filed",
    ["Oslo (AFP) – ", "Oslo, Norway (CNN) - ", "OSLO, May 3 (Reuters) -", "St. Ives (AP) — ", "Oslo, Norway — ", "(CNN) "],
)
def test_a_dateline_is_cut(filed: str) -> None:
    text = filed + "The pier burned on Friday."
    assert text[after_dateline(text, 0, len(text)) :] == "The pier burned on Friday."


@pytest.mark.parametrize(
    "text",
    [
        "Ann Field (Labour) - the mayor - left on Friday.",
        "The pier (built in 1901) – the oldest – burned.",
        "The AP said so.",
    ],
)
def test_what_is_no_dateline_stays(text: str) -> None:
    assert after_dateline(text, 0, len(text)) == 0
