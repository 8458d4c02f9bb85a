"""Whether a thing is out: launched for one paper, not yet for another of the same days."""

from __future__ import annotations

import pytest

from generator.dossier import assemble
from generator.dossier.differences import readiness
from tests.dossier.test_details_differ import differences, told

OUT = "Orvel has launched the smart glasses Linna, which look like any others."
COMING = (
    "Orvel is still working on the smart glasses Linna.",
    "The smart glasses Linna of Orvel are currently a prototype.",
    "With the smart glasses Linna, Orvel plans to offer a screen to developers.",
)


@pytest.mark.parametrize("coming", COMING)
def test_out_for_one_and_not_yet_for_another(coming: str) -> None:
    (found,) = differences(OUT, coming)
    assert (found.kind, found.about) == ("claim", "whether it is out yet")
    assert [v.value for v in found.values] == ["out", "not yet"]


def test_what_was_not_yet_out_the_day_before_has_changed() -> None:
    records = [told(0, OUT, 6), told(1, COMING[0], 5)]
    assert assemble(records, "News").differences == ()
    records = [told(0, OUT, 6), told(1, COMING[0], 7)]
    assert len(assemble(records, "News").differences) == 1


def test_another_thing_may_be_out(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = OUT, "Orvel is still working on its smart watch Tarn, which counts steps."
    assert differences(*pair) == ()
    monkeypatch.setattr(readiness, "_of_two", lambda out, coming: False)
    monkeypatch.setattr(readiness, "SAME_STATE", 0.0)
    assert differences(*pair) != ()


def test_what_another_opens_is_another_thing(monkeypatch: pytest.MonkeyPatch) -> None:
    pair = (
        "The Tamir Museum has opened its new wing for Roman glass.",
        "The Karl Museum plans to open a new wing for Roman silver.",
    )
    assert differences(*pair) == ()
    monkeypatch.setattr(readiness, "_of_two", lambda out, coming: False)
    assert differences(*pair) != ()


@pytest.mark.parametrize(
    "text", ["Orvel may have launched the smart glasses Linna.", "Has Orvel launched the smart glasses Linna?"]
)
def test_what_is_only_supposed_is_not_out(text: str) -> None:
    assert differences(text, COMING[0]) == ()


def test_an_article_that_tells_both_differs_from_nobody() -> None:
    both = f"{COMING[0]} A year on, readers write that Orvel has launched the smart glasses Linna."
    assert differences(both, OUT) == ()


def test_what_reporters_asked_in_vain_is_no_denial() -> None:
    one = "Karl Benn has responded to the interview that Lisa Horn gave about the crash of the tram."
    other = "Karl Benn did not respond to requests for an interview about the crash of the tram."
    assert differences(one, other) == ()
