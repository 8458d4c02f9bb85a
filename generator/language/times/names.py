"""Names that hold the words of a time: "The Sunday Times", "Theresa May", "Friday Okoro"."""

from __future__ import annotations

import sys
from bisect import bisect_right

from spacy.tokens import Doc

from generator.language.times import lexicon
from generator.language.times.lexemes import Words
from generator.language.times.matches import Found

NAME_TYPES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "PRODUCT", "FAC", "GPE", "LOC"})
# "closed on Mondays and Tuesdays": no firm, whatever the names' model takes it for
TIME_WORDS = frozenset(
    {"and", "or", "to", "-", *lexicon.WEEKDAYS, *lexicon.PLURAL_WEEKDAYS, *lexicon.MONTHS} - {"may", "april"}
)
SPEAKING_BEFORE_NAME = frozenset("said says told added wrote announced".split())
# "said Friday Okoro will": what follows a subject
HELPERS_OF_SUBJECT = frozenset("will would is was has had could can may might should must".split())


class Names:
    """The names of an article that times may stand in."""

    def __init__(self, doc: Doc, words: Words) -> None:
        self.words = words
        found = (ent for ent in doc.ents if ent.label_ in NAME_TYPES)
        self.spans = [(e.start_char, e.end_char) for e in found if not TIME_WORDS.issuperset(e.text.lower().split())]
        people = (ent.text.lower().split() for ent in doc.ents if ent.label_ == "PERSON")
        # the months that are people's names in an article: "Theresa May"
        self.namesakes = frozenset(n[-1] for n in people if len(n) > 1 and n[-1] in lexicon.AMBIGUOUS_MONTHS)

    def hold(self, start: int, end: int) -> bool:
        """Whether the words (code points) are only a part of a name: "The Sunday Times", "Theresa May"."""
        i = bisect_right(self.spans, (start, sys.maxsize)) - 1
        return i >= 0 and end <= self.spans[i][1] and self.spans[i][1] - self.spans[i][0] > end - start + 1

    def is_person(self, found: Found) -> bool:
        """Whether a month or a weekday is somebody: "a statement from May's office", "said Friday Okoro will be captain"."""
        words, i = self.words, found.first
        if found.last != i + 1:
            return False
        if words.low[i] in self.namesakes:
            return words.low[i - 1] in lexicon.WEAK_CUES | {"for", "with"}
        surname = (
            words.capital(i + 1) and words.low[i - 1] in SPEAKING_BEFORE_NAME and words.low[i + 2] in HELPERS_OF_SUBJECT
        )
        # who has been named before is named here by that name alone: "Ms Okoro ... said Friday Okoro will"
        return words.low[i] in lexicon.WEEKDAYS and surname and words.low.count(words.low[i + 1]) == 1
