"""What a publisher changed between two versions of an article, sentence by sentence."""

from __future__ import annotations

from generator.dossier.revisions import Replaced, passages, sentences


def test_a_changed_sentence_stands_beside_the_one_that_it_replaces() -> None:
    before = ["The ferry sank.", "Nine people were saved. Two are missing."]
    now = ["The ferry sank.", "Eleven people were saved. Two are missing."]
    assert passages(before, now) == (Replaced(("Nine people were saved.",), ("Eleven people were saved.",)),)


def test_a_sentence_that_came_or_went_stands_alone() -> None:
    before = ["It rained. The mayor wept."]
    assert passages(before, ["It rained. The mayor wept.", "The sun came out."]) == (Replaced((), ("The sun came out.",)),)
    assert passages(before, ["It rained."]) == (Replaced(("The mayor wept.",), ()),)


def test_the_same_sentences_in_other_paragraphs_are_no_change() -> None:
    assert passages(["It rained. The mayor wept."], ["It rained.", "The mayor wept."]) == ()


def test_sentences_are_slices_with_the_marks_that_close_them() -> None:
    assert sentences(["“It sank.” He wept. (Nobody saw.) Then?"]) == ["“It sank.”", "He wept.", "(Nobody saw.)", "Then?"]
