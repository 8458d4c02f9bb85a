"""Verbs whose past looks like their present: "The Lions beat the Rovers", "Gunmen shut the road"."""

from __future__ import annotations

from collections.abc import Sequence

# the strong and weak verbs of English without a past form of their own (Quirk et al. 1985, section 3.17), with their compounds
SAME_IN_THE_PAST = frozenset(
    "beat bet bid broadcast burst bust cast cost cut fit forecast hit hurt input knit let offset outbid overcast overset podcast put "
    "quit read rebroadcast recast recut reread rerun reset rid set shed shred shut simulcast slit spit split spread sublet telecast "
    "thrust undercut underbid upset wed wet".split()
)
HELPING = frozenset({"TO", "MD"})
DOING = frozenset({"do", "does", "did", "don't", "let", "lets"})
SUBJECT_TAGS = frozenset({"NN", "NNS", "NNP", "NNPS", "PRP", "WP", "WDT", "DT", "CD"})
REACH = 15  # tokens between a verb and what helps it


def told_as_past(low: Sequence[str], tags: list[str], heads: Sequence[int]) -> None:
    """Correct in place the tags of pasts that a tagger takes for presents.

    News tells of what has been done, and a plain present of these verbs with a subject in front hardly occurs in it.
    """
    for n, word in enumerate(low):
        if tags[n] == "VBZ" and word.isalpha() and not word.endswith("s"):
            tags[n] = "VBD"  # "The bank froze the account": no third person ends like that
        elif word in SAME_IN_THE_PAST and tags[n] in {"VBP", "VB", "NN"} and _is_past(low, tags, heads, n):
            tags[n] = "VBD"


def _is_past(low: Sequence[str], tags: Sequence[str], heads: Sequence[int], n: int) -> bool:
    before = [k for k in range(max(n - REACH, 0), n) if heads[k] == n]
    if any(tags[k] in HELPING or low[k] in DOING for k in before):
        return False
    subject = any(tags[k] in SUBJECT_TAGS for k in before)
    if tags[n] == "VBP":
        return subject or heads[n] != n  # "burst in and shot him"
    # a bare verb or a noun only where it carries the sentence: "The holders beat Wanderers Sunday"
    return tags[n] == "VB" and heads[n] == n and subject
