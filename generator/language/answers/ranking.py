"""Which of several phrases answers a question best, and how sure that is: a small model with readable features.

A candidate is a phrase with what speaks for and against it, each a tuple: a name, then its values. `ranking.json` holds what each is
worth for each question, fitted by `training/answer_ranks.py` on articles whose answers people noted, and the least share
of right answers from which a phrase is given at all: below it a question stays unanswered.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from math import exp, fsum
from pathlib import Path

Offsets = tuple[int, int]
Feature = tuple[str | int | bool, ...]
FILE = Path(__file__).with_name("ranking.json")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A phrase that may answer a question."""

    span: Offsets
    features: tuple[Feature, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """What is known about the answers to one question."""

    bias: float
    least: float  # the estimate from which a phrase is given
    weights: dict[Feature, float]

    def estimate(self, candidate: Candidate) -> float:
        """The share of such phrases that people noted as answers."""
        weight = self.bias + fsum(self.weights.get(feature, 0.0) for feature in dict.fromkeys(candidate.features))
        return 1 / (1 + exp(-weight))


@cache
def _questions() -> dict[str, Question]:
    told = json.loads(FILE.read_text(encoding="utf-8"))
    return {
        name: Question(
            each["bias"],
            each["least"],
            {(feature, *row[:-1]): row[-1] for feature, rows in each["weights"].items() for row in rows},
        )
        for name, each in told.items()
    }


def answers(question: str, candidates: Iterable[Candidate]) -> list[Offsets]:
    """The phrases that are likely enough answers to a question, best first."""
    return likeliest(_questions()[question], candidates)


def likeliest(asked: Question, candidates: Iterable[Candidate]) -> list[Offsets]:
    """The candidates that are likely enough, best first; of equals the one that stands first."""
    judged = ((-asked.estimate(each), each.span) for each in candidates)
    return [span for cost, span in sorted(judged) if -cost >= asked.least]
