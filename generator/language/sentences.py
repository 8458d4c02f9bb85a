"""Sentence boundaries that need no guessing: set before the parser, which must keep to them.

A paragraph break starts a sentence; none starts after "St." or "Sen.", with a closing mark, in lower case behind a word or a
quotation ("…," he said), or after an ordinal number ("2nd Earl"). A note's number belongs to the sentence before it. One starts
behind a caption that ran into it (`seams`). What is not certain is left to the parser: stricter rules for edited prose cost more on
other text than they gave.
"""

from __future__ import annotations

from typing import Any

import numpy as np
from spacy.attrs import SENT_START
from spacy.language import Language
from spacy.tokens import Doc

from generator.language import extensions  # noqa: F401 (registers `doc._.paragraphs`)
from generator.language.seams import ENDS, parted
from generator.language.setup.scoring import Layer, Scorer

STRAIGHT = frozenset({'"', "'"})  # closing, where they hang on the word before and not on the one after
CLOSING = frozenset({"”", '"', "’", "''", "»", "'", ")", "]"})
OPENING = frozenset({"“", "‘", "``", "«", "(", "["})
# a sentence never begins with one of these
NEVER_FIRST = frozenset({"”", "’", ",", ";", ")", "]", "%"})
# "St. Petersburg", "Sen. Ann Field": abbreviations that stand before what they belong to
TITLE_ABBREVIATIONS = frozenset(
    "st. mt. ft. mr. mrs. ms. dr. prof. sen. rep. gov. gen. lt. col. sgt. capt. maj. adm. cmdr. rev. hon. pres. supt. insp. "
    "amb. msgr. no. nos. vs. v. fig. jan. feb. mar. apr. jun. jul. aug. sep. sept. oct. nov. dec.".split()
)
PARTED = frozenset({"Hon"})  # titles whose full stop the tokenizer parts
# before numbers; the tokenizer parts their full stop
NUMBERED = frozenset("no nos fig figs vol vols pp pt ch sec art para approx c ca".split())
ORDINAL = frozenset({"st", "nd", "rd", "th"})
LONGEST = 400  # words without a full stop that are taken for one sentence: what looks at pairs of words would take for ever
NOTE = 2  # digits of a note's number


class Sentences(Layer):
    """The spaCy component; sets `token.is_sent_start` where it is certain."""

    def __call__(self, doc: Doc) -> Doc:
        """Mark certain starts and certain non-starts; a caption that ran into a sentence becomes a paragraph of its own."""
        told = parted(doc)
        doc._.paragraphs = told.paragraphs
        opened = {paragraph.start for paragraph in doc._.paragraphs}
        before = previous = ""  # the last two words, white space left out
        after_note = -1  # the word behind a note's number
        unended = 0  # words since a sentence last began or ended for certain
        # `token.is_sent_start = …` looks at all words of the article each time, so what is certain is set at once
        marks = doc.to_array(SENT_START).astype(np.int64)
        broken = spaced = False  # a paragraph break, or white space of its own, stands between the last word and this one
        for token in doc:
            text = token.text
            if token.is_space:
                if previous:
                    marks[token.i] = -1
                broken = broken or text.count("\n") > 1
                spaced = True
                continue
            if previous:
                certain = _starts(before, previous, text, broken or token.idx in opened or token.i in told.opening, spaced)
                if text in STRAIGHT and not spaced and not broken and _closes(doc, token.i):
                    certain = False
                elif certain is None and previous == "." and _is_note(doc, token.i):
                    certain, after_note = False, token.i + 1
                elif certain is None and token.i == after_note:
                    certain = True
                unended = 0 if certain or text in ENDS else unended + 1
                if unended > LONGEST:
                    certain, unended = True, 0
                if certain is not None:
                    marks[token.i] = 1 if certain else -1
            before, previous, broken, spaced = previous, text, False, False
        unsigned: Any = marks.astype(np.uint64)  # what spaCy wants; its stubs want an array of thinc's
        return doc.from_array(SENT_START, unsigned) if len(doc) else doc


def _starts(before: str, previous: str, text: str, broken: bool, spaced: bool) -> bool | None:
    """Whether a word starts a sentence, or None where only syntax can tell; `before` and `previous` are the words before it."""
    if broken:
        return True
    if text in NEVER_FIRST or previous in OPENING or previous.lower() in TITLE_ABBREVIATIONS:
        return False
    if before == "," and previous in CLOSING:
        return False  # “We will vote,” Ann Field said
    if previous == "." and f"{before.lower()}." in TITLE_ABBREVIATIONS and (before.isupper() or before in PARTED):
        return False  # "the Hon. Ann Field", "GEN. ANN FIELD": in capitals the tokenizer parts the full stop
    if previous == "." and text[:1].isdigit() and before.lower() in NUMBERED and before != "No":
        return False  # "flight no. 446", "Vol. 1"; "No. Two people came" answers a question
    if text[:1].islower() and (previous in CLOSING or previous.isalpha() or (spaced and previous[-1:].isalpha())):
        return False  # “…,” he said; a word that nothing ends
    if previous[:1].isdigit() and previous[-2:].lower() in ORDINAL:
        return False
    return None


def _closes(doc: Doc, n: int) -> bool:
    """Whether a straight mark hangs on the word before it and not on the one after."""
    before, mark = doc[n - 1], doc[n]
    return not before.whitespace_ and (bool(mark.whitespace_) or n + 1 == len(doc) or doc[n + 1].is_space)


def _is_note(doc: Doc, n: int) -> bool:
    """A note's number behind a full stop: “… rights. 4 Even though …”."""
    return doc[n].text.isdigit() and len(doc[n]) <= NOTE and n + 1 < len(doc) and doc[n + 1].is_title and doc[n + 1].is_stop


@Language.factory(
    "briefing_sentences", assigns=["token.is_sent_start"], default_config={"scorer": {"@scorers": "spacy.senter_scorer.v1"}}
)
def make_sentences(nlp: Language, name: str, scorer: Scorer) -> Sentences:
    """Make the component; it belongs in front of the parser."""
    return Sentences(scorer)
