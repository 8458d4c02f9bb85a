"""Whether two amounts of two articles are of one thing, by a small trained model: how much of what stands about them is the same.

The rules of `alike` ask that the clauses say the same of it; this asks how alike the words near it, its sentence, its part there and
its names are: "the $52 billion purchase of the chip maker" beside "the $44 billion bid for it". Its weights (`training/same_figure.py`)
were learned from amounts that several articles of one event tell alike, beside others of the same articles.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from generator.dossier.differences.clauses import heads, likeness, nouns, verbs
from generator.dossier.differences.looks import Look, disjoint, look, weight
from generator.dossier.differences.parting import marked, parted, size
from generator.dossier.differences.reading import compatible
from generator.dossier.differences.said import Said

MOST_HELD = 3.0  # of what both clauses hold
ORDER = 1.8  # times; amounts of one article closer than that could be taken for each other
FIELDS = "verb held near sentence asked clash doers modified role lead alone".split()
KIND_OF_FIGURE = {"count": "count", "time": "time", "age": "time", "day": "day"}
WEIGHTS: Mapping[str, tuple[float, ...]] = {
    "count": (0.88, 0.3, 0.99, 0.56, 0.5, -0.08, -0.63, -1.41, -0.21, 0.74, 1.2, -2.74),
    "day": (0.7, 0.35, 0.16, 2.5, 0.58, 0.15, -0.02, -0.06, 0.38, 0.33, 1.4, -1.69),
    "measure": (0.81, 0.56, 1.95, 0.56, -0.19, -0.88, -1.13, -0.42, 0.65, 1.92, 2.08, -3.27),
    "time": (0.36, -0.13, 0.69, 1.27, -0.1, -0.14, -0.09, -0.36, -0.05, 1.39, 1.0, -2.01),
}
SURE = {"measure": 0.95, "count": 1.5, "time": 1.1, "day": 2.2}  # from which score two amounts are taken for one thing
HALF_MORE = 1.5  # times; values further apart speak against one thing
CLOSE, EQUAL = 1.5, 2.0  # what close values, and one value in both, count towards it
SENTENCE = FIELDS.index("sentence")
LITTLE, SOME = 0.2, 0.3  # of a sentence that the other tells too
CLOSE_VALUES = 1.2  # times; values of sentences that share little are closer than that


class Figures:
    """The amounts of a dossier, to be compared."""

    def __init__(self, details: Sequence[Said], common: frozenset[str]) -> None:
        """Read what stands about each.

        Args:
            details: of all articles.
            common: names that stand in most articles.
        """
        self._common = common
        self._looks: dict[tuple[int, int, int], Look] = {}
        self._values: dict[tuple[int, str], list[Said]] = {}
        for detail in details:
            if detail.kind in {"quantity", "day"}:
                self._values.setdefault((detail.number, detail.dimension), []).append(detail)

    def features(self, one: Said, other: Said) -> tuple[float, ...]:
        """What is alike of two amounts, in the order of FIELDS."""
        a, b = self._look(one), self._look(other)
        return (
            max(verbs(one, other), 0.0),
            min(MOST_HELD, weight(heads(one, other) & heads(other, one))),
            weight(a.near & b.near) / max(1, min(len(a.near), len(b.near))) ** 0.5,
            weight(a.sentence & b.sentence) / max(1e-9, min(weight(a.sentence), weight(b.sentence))),
            max((likeness(x, y) for x in a.asked for y in b.asked), default=0.0),
            float(disjoint(a.names, b.names)),
            float(disjoint(a.doers, b.doers)),
            float(a.modified != b.modified),
            float(one.role == other.role),
            float(one.sentence.lead and other.sentence.lead),
            1.0 / (1 + self._rivals(one)) + 1.0 / (1 + self._rivals(other)),
        )

    def score(self, one: Said, other: Said) -> float:
        """How surely two amounts are of one thing, as logarithm of the odds."""
        weights = WEIGHTS[KIND_OF_FIGURE.get(one.dimension, "measure")]
        return math.fsum(w * f for w, f in zip(weights, (*self.features(one, other), 1.0), strict=True))

    def strength(self, one: Said, other: Said) -> float:
        """How surely two amounts are of one thing, with how close they are; 0 where it is not sure enough."""
        if (
            one.kind not in {"quantity", "day"}
            or one.status != other.status
            or parted(one, other, self._look(one), self._look(other))
        ):
            return 0.0
        shared = self.features(one, other)[SENTENCE]
        if one.dimension != "count" and (shared < LITTLE or (shared < SOME and _ratio(one, other) > CLOSE_VALUES)):
            return 0.0  # the less both tell, the closer must the values be
        found = self.score(one, other) + _closeness(one, other)
        return max(0.0, found - SURE[KIND_OF_FIGURE.get(one.dimension, "measure")])

    def marked(self, one: Said, other: Said) -> bool:
        """Whether one is told with what makes another sum of it: "in cash", "a share"."""
        return one.kind == "quantity" and marked(self._look(one), self._look(other))

    def _look(self, detail: Said) -> Look:
        key = detail.number, detail.start, detail.end
        if key not in self._looks:
            self._looks[key] = look(detail, self._common)
        return self._looks[key]

    def _rivals(self, detail: Said) -> int:
        """How many other values of its article could be taken for it."""
        own = size(detail)
        told = self._values[detail.number, detail.dimension]
        found = {d.value for d in told if own / ORDER <= size(d) <= own * ORDER and nouns(d, detail) >= 0}
        return len(found - {detail.value})


def _closeness(one: Said, other: Said) -> float:
    """What the values themselves show: of one thing sources tell values that are close, mostly."""
    if one.kind == "day":
        return 0.0
    if one.amount is not None and other.amount is not None and compatible(one.amount, other.amount):
        return EQUAL
    return CLOSE * (1.0 - math.log(_ratio(one, other)) / math.log(HALF_MORE))


def _ratio(one: Said, other: Said) -> float:
    low, high = sorted((size(one), size(other)))
    return max(high, 1e-9) / max(low, 1e-9)
