"""Verbs whose past looks like their present: "The Lions beat the Rovers", "Gunmen shut the road"."""

from __future__ import annotations

from collections.abc import Sequence

# the strong and weak verbs of English without a past form of their own (Quirk et al. 1985, section 3.17), with their compounds
SAME_IN_THE_PAST = frozenset(
    "beat bet bid broadcast burst bust cast cost cut fit forecast hit hurt input knit let offset outbid overcast overset podcast put "
    "quit read rebroadcast recast recut reread rerun reset rid set shed shred shut simulcast slit spit split spread sublet telecast "
    "thrust undercut underbid upset wed wet".split()
)
# these, too, look like nouns: "A dog bit a postman"
PASTS_LIKE_NOUNS = {
    "bit": "bite",
    "forecast": "forecast",
    "hit": "hit",
    "cut": "cut",
    "bid": "bid",
    "bet": "bet",
    "split": "split",
}
# and these hardly ever are nouns: "The lake froze over", "A dam burst in May", "The treasurer quit"
HARDLY_NOUNS = {"froze": "freeze", "burst": "burst", "quit": "quit", "shut": "shut", "rid": "rid"}
# what stands right behind a verb and not behind a noun: "bit a postman", "hit her", "cut 400 jobs"
OBJECT_TAGS = frozenset({"DT", "PRP", "PRP$", "CD", "NNP", "NNPS"})
CLAUSE_TAGS = frozenset({"MD", "VB", "VBD", "VBZ", "VBP"})
HELPING = frozenset({"TO", "MD"})
DOING = frozenset({"do", "does", "did", "don't", "let", "lets"})
SUBJECT_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "DT", "CD"})
REACH = 15  # tokens between a verb and what helps it


def told_as_past(low: Sequence[str], tags: list[str], heads: Sequence[int]) -> dict[int, str]:
    """Correct in place the tags of pasts that a tagger takes for presents; the verbs that it takes for nouns, with their lemmas.

    News tells of what has been done, and a plain present of these verbs with a subject in front hardly occurs in it.
    """
    taken_for_nouns: dict[int, str] = {}
    for n, word in enumerate(low):
        if tags[n] == "VBZ" and word.isalpha() and not word.endswith("s"):
            tags[n] = "VBD"  # "The bank froze the account": no third person ends like that
        elif word in SAME_IN_THE_PAST and tags[n] in {"VBP", "VB", "NN"} and _is_past(low, tags, heads, n):
            tags[n] = "VBD"
        elif tags[n] == "NN" and heads[n] == n and word in PASTS_LIKE_NOUNS and _is_told(low, tags, heads, n):
            tags[n], taken_for_nouns[n] = "VBD", PASTS_LIKE_NOUNS[word]
        elif tags[n] == "NN" and heads[n] == n and word in HARDLY_NOUNS and _has_subject(tags, heads, n):
            tags[n], taken_for_nouns[n] = "VBD", HARDLY_NOUNS[word]
    return taken_for_nouns


def _is_told(low: Sequence[str], tags: Sequence[str], heads: Sequence[int], n: int) -> bool:
    """ "A dog bit a postman", "The office forecast on Sunday that rain would come": a subject, and an object or a clause."""
    behind = range(n + 1, min(n + REACH, len(low)))
    clause = any(low[k] == "that" for k in behind) and any(heads[k] == n and tags[k] in CLAUSE_TAGS for k in behind)
    return _has_subject(tags, heads, n) and (clause or (n + 1 < len(low) and tags[n + 1] in OBJECT_TAGS))


def _has_subject(tags: Sequence[str], heads: Sequence[int], n: int) -> bool:
    """Whether a noun right before a word hangs on it."""
    return n > 0 and heads[n - 1] == n and tags[n - 1] in SUBJECT_TAGS


def _is_past(low: Sequence[str], tags: Sequence[str], heads: Sequence[int], n: int) -> bool:
    before = [k for k in range(max(n - REACH, 0), n) if heads[k] == n]
    if any(tags[k] in HELPING or low[k] in DOING for k in before):
        return False
    subject = any(tags[k] in SUBJECT_TAGS for k in before)
    if tags[n] == "VBP":
        return subject or heads[n] != n  # "burst in and shot him"
    # a bare verb or a noun only where it carries the sentence: "The holders beat Wanderers Sunday"
    return tags[n] == "VB" and heads[n] == n and subject
