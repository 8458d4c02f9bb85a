"""What was not known and is told since: a newer article answers it, so that it is no longer open.

What a sentence leaves open is told by the words after its question word ("It is not known who will pay for it": pay), or by what has not
been named, found or released ("The driver has not been named": the driver, named). It counts as answered where a sentence of a newer
article tells of all of it as a fact. Such an unknown is left out: better one missing than one that is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.dossier.differences.sentences import sentences
from generator.dossier.fact_words import concepts, content
from generator.dossier.model import Passage
from generator.records.model import Record

QUESTION = re.compile(r"\b(who|whom|whose|what|why|how|when|where|whether|if|which)\b(?P<open>[^.;?]+)", re.I)
# "The driver has not been named.", "The names of the dead have not been released.", "His motive is unknown."
NOT_TOLD = re.compile(
    r"(?P<what>[^,;:]+?)\b(has|have|had|is|are|was|were|remains?|remained)\b (not|n['’]t|yet to|unclear|unknown|still|un\w+|a mystery)"
    r"(?P<done>[^.;,]*)",
    re.I,
)
# in a sentence that asks, guesses or denies nothing is answered: "Police are looking into the cause."
ASKING = re.compile(
    r"\b(whether|if|may|might|could|would|should|not|never|no|unclear|unknown|unidentified|mystery|perhaps|establish|find out"
    r"|look(ing|ed)? (at|into|for)|thought|(investigat|inquir|search|prob|examin|determin|question|ask|possib|suspect|believ|think)\w*)\b"
    r"|n['’]t\b|\?",
    re.I,
)
# of a question they are no part: "it is not yet known exactly how"
GENERAL = frozenset(
    "known know clear exactly immediately still yet also exact being been it them this that number details detail".split()
)
BEFORE = re.compile(r"\A.*\b(said|says|added|according to [^,]+),? (that )?", re.I)


def answered(passage: Passage, published: str, records: Iterable[Record]) -> bool:
    """Whether an article newer than a sentence that leaves something open tells of it.

    Args:
        passage: the sentence.
        published: the day on which it was published (ISO); empty where nobody says.
        records: the articles.
    """
    wanted = left_open(passage.text)
    if not wanted or not published:
        return False
    newer = [r for r in records if (r.metadata.published or "") > published]
    return any(
        wanted <= concepts(content(s.text)) and not ASKING.search(s.text)
        for number, record in enumerate(newer)
        for s in sentences(number, record)
    )


def left_open(text: str) -> frozenset[str]:
    """What a sentence leaves open, as the concepts of its words."""
    plain = " ".join(text.split())
    if found := QUESTION.search(plain):
        words: Sequence[str] = [found["open"]]
    elif found := NOT_TOLD.search(BEFORE.sub("", plain)):
        words = [found["what"], found["done"]]
    else:
        return frozenset()
    return concepts(content(" ".join(words)) - GENERAL)
