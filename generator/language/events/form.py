"""In what form a sentence tells of an event: the tense of its verb, the clause that it stands in, and whether its doer is named.

"A tram derailed" tells of an event by itself; "which mix the water" is true at any time, and "he posted it" says not who.
"""

from __future__ import annotations

from generator.language.events.model import Clause, Form, Subject, Tense
from generator.language.events.periods import PERFECT
from generator.language.events.triggers import SAYING
from generator.language.words import FEW_CHILDREN, Words

HAD = frozenset({"had", "'d", "’d"})
# a participle behind these is of now; behind "was" of then
PRESENT_VERBS = frozenset({"am", "is", "are", "'m", "'s", "'re", "’m", "’s", "’re", "does", "do"})
PAST = frozenset({"was", "were", "did", "got"})
WILL = frozenset({"will", "'ll", "’ll", "wo", "shall", "to"})
DEEP = 6  # verbs joined to each other
SUBJECTS = frozenset({"nsubj", "csubj"})
# the relation of a clause's head to what is above it, and what we call the clause
CLAUSE_OF_LABEL: dict[str, Clause] = {
    "root": "main",
    "parataxis": "main",
    "acl": "relative",  # "a tram that derailed", "a tram carrying 60"
    "advcl": "adverbial",  # "when it derailed"
    "ccomp": "complement",  # "he saw that it derailed"
    "csubj": "complement",
    "xcomp": "complement",  # "it began to burn"
}


def form_of(words: Words, n: int) -> Form:
    """The form in which an event is told.

    Args:
        words: the article's words.
        n: the number of the trigger.
    """
    if words.pos[n] == "NOUN" and words.tag[n][:2] != "VB":
        return Form(None, "noun", None)
    return Form(_tense(words, n, DEEP), _clause(words, n), _subject(words, n, DEEP))


def _tense(words: Words, n: int, depth: int) -> Tense | None:
    """ "derailed" is past, "has derailed" perfect, "is derailed" present, "will derail" future."""
    helpers = {words.low[c] for c in words.children[n][:FEW_CHILDREN] if words.dep[c] == "aux"}
    tag = words.tag[n]
    if helpers & WILL:
        return "future"
    if helpers & PERFECT:
        return "perfect"
    if helpers & (PAST | HAD) or tag == "VBD":
        return "past"
    if helpers & PRESENT_VERBS or tag in {"VBZ", "VBP"}:
        return "present"
    if depth and not helpers and words.dep[n] == "conj" and words.head[n] < n and words.tag[words.head[n]] != "VBD":
        return _tense(words, words.head[n], depth - 1)  # "was arrested and charged"
    return None


def _clause(words: Words, n: int) -> Clause:
    """What kind of clause a verb stands in; verbs that are joined stand in one."""
    for _ in range(DEEP):
        if words.dep[n] != "conj" or words.head[n] == n:
            break
        n = words.head[n]
    clause = CLAUSE_OF_LABEL.get(words.dep[n], "other")
    if words.dep[n] == "ccomp" and words.lemma[words.head[n]] in SAYING:
        return "reported"  # "police said that it derailed"
    return clause


def _subject(words: Words, n: int, depth: int) -> Subject | None:
    """Whether the clause names who or what does it."""
    own = next((c for c in words.children[n][:FEW_CHILDREN] if words.dep[c] in SUBJECTS), None)
    if own is not None:
        return "pronoun" if words.pos[own] == "PRON" or words.tag[own] in {"PRP", "DT", "WDT", "WP"} else "named"
    if depth and words.dep[n] in {"conj", "xcomp"} and words.head[n] != n:
        return _subject(words, words.head[n], depth - 1)
    return None
