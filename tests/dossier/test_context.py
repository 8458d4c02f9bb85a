"""What all judged pairs say of one of them."""

from __future__ import annotations

import numpy as np
import pytest

from generator.dossier.stories.context import CONTEXT_FEATURES, Judged, table
from generator.dossier.stories.features import PAIR_FEATURES as FEATURES
from generator.dossier.stories.model import shipped

Pair = tuple[int, int, float]


def seen(pairs: list[Pair], article: list[int], sentence: list[int]) -> list[dict[str, float]]:
    """What is seen of each pair, by name."""
    ones, others = (np.array([pair[side] for pair in pairs], dtype=np.intp) for side in (0, 1))
    likely = np.array([pair[2] for pair in pairs], dtype=np.float64)
    rows = table(Judged(ones, others, likely, np.array(article, dtype=np.intp), np.array(sentence, dtype=np.intp)))
    return [dict(zip(CONTEXT_FEATURES, map(float, row), strict=True)) for row in rows]


def test_a_third_telling_that_is_one_with_both_speaks_for_them() -> None:
    alone = seen([(0, 1, 0.5)], [0, 1, 2], [0, 1, 2])[0]
    amid = seen([(0, 1, 0.5), (0, 2, 0.9), (1, 2, 0.8)], [0, 1, 2], [0, 1, 2])[0]
    assert alone["support"] == 0
    assert amid["support"] == pytest.approx(0.72)
    assert amid["company"] > alone["company"]


def test_tellings_that_are_one_with_different_third_ones_keep_no_company() -> None:
    apart = seen([(0, 1, 0.5), (0, 2, 0.9), (1, 3, 0.9)], [0, 1, 2, 3], [0, 1, 2, 3])[0]
    alone = seen([(0, 1, 0.5)], [0, 1, 2, 3], [0, 1, 2, 3])[0]
    assert apart["support"] == 0
    assert apart["company"] < alone["company"]


def test_a_likelier_partner_in_the_same_article_is_a_rival() -> None:
    # 1 and 2 stand in one article: "the first blast", "the second blast"
    less, more = seen([(0, 1, 0.4), (0, 2, 0.9)], [0, 1, 1], [0, 1, 2])
    assert (less["rival"], less["rivals"]) == (pytest.approx(0.9), 0)
    assert more["rival"] == pytest.approx(0.4)
    assert seen([(0, 1, 0.4), (0, 2, 0.9)], [0, 1, 2], [0, 1, 2])[0]["rival"] == 0


def test_sentences_that_share_their_other_events_speak_for_one() -> None:
    # 0 and 2 stand in one sentence, 1 and 3 in another: "killed", "crashed"
    pairs: list[Pair] = [(0, 1, 0.5), (2, 3, 0.8), (0, 3, 0.3)]
    first, second, _ = seen(pairs, [0, 1, 0, 1], [0, 1, 0, 1])
    assert first["sentences"] == pytest.approx(0.8)
    assert second["sentences"] == pytest.approx(0.5)
    assert seen(pairs, [0, 1, 0, 1], [0, 1, 2, 3])[0]["sentences"] == 0


def test_what_many_articles_tell_is_counted_by_article() -> None:
    pairs: list[Pair] = [(0, 1, 0.9), (0, 2, 0.9), (0, 3, 0.9)]
    # 1 and 2 stand in one article
    rows = seen(pairs, [0, 1, 1, 2], [0, 1, 2, 3])
    assert rows[0]["told"] == pytest.approx(np.log1p(2))
    assert rows[0]["told_less"] == pytest.approx(np.log1p(1))


def test_nothing_judged_gives_nothing() -> None:
    assert seen([], [0, 1], [0, 1]) == []


def test_company_raises_the_second_look_only() -> None:
    judge = shipped()
    rows = np.zeros((1, len(FEATURES)), dtype=np.float32)
    columns = {name: n for n, name in enumerate(CONTEXT_FEATURES)}
    amid = np.zeros((2, len(CONTEXT_FEATURES)), dtype=np.float32)
    amid[1, [columns["support"], columns["company"], columns["sentences"]]] = 5, 0.9, 2
    less, more = judge.at_last(np.repeat(rows, 2, axis=0), amid)
    assert less < more
