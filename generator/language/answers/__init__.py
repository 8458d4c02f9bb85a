"""Who, what, when, where, why and how of an article's main event."""

from generator.language.answers.component import Answering, Answers, make_answers

__all__ = ["Answering", "Answers", "make_answers"]
