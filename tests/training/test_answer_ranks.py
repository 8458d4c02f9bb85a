"""Fitting which phrase answers a question: what is right, what is learnt, and that no event is judged by a model that saw it."""

from __future__ import annotations

from generator.language.answers.ranking import Candidate
from training.answer_ranks import Asked, _alike, _words, crossed, first, fit


def asked(event: str, good: str, noted: bool = True) -> Asked:
    candidates = tuple(Candidate((n, n + 1), ((name,),)) for n, name in enumerate(("near", "far")))
    right = tuple(noted and candidate.features == ((good,),) for candidate in candidates)
    return Asked(f"{event}-{good}", event, "when", candidates, right, noted, not noted)


def test_what_was_right_elsewhere_comes_first() -> None:
    told = [asked(f"event {n}", "near") for n in range(8)]
    model = fit(told, 0.5)
    assert first(model, told[0].candidates) == 0
    assert first(model, (Candidate((0, 1), (("far",),)),)) is None


def test_an_event_is_judged_by_what_the_others_taught() -> None:
    told = [asked(f"event {n}", "near") for n in range(8)] + [asked("odd", "far")]
    chosen = {each.event: place for each, place in crossed(told, 0.0)}
    assert set(chosen.values()) == {0}


def test_half_of_the_words_make_an_answer_right() -> None:
    assert _alike(_words("the harbour fire"), _words("harbour fire in Aldmouth"))
    assert not _alike(_words("a fire"), _words("harbour fire in Aldmouth today"))
