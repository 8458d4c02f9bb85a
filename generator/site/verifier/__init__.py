"""Verify a finished briefing from what it says of itself: no code here is shared with what made it.

    python -m generator.site.verifier SITE [SEEDS]        (needs Python 3.11 and lxml; the folder works alone, too)

SITE is a folder or an address. What is proved, and against what:

- `data/records.jsonl` holds the sources' texts; each must have its SHA-256, and with SEEDS be the text of the article there.
- Whatever element bears `data-verbatim="SOURCE:START:END"` must hold those characters of that text (beside what is marked as ours).
- Names, days, numbers, speakers, counts of an entry must be those of `data/*.json`; the other data files must say the same.
- Every link must land; nothing may be asked of another host; no script may run but those whose SHA-256 the caller knows.
- Words that are neither a source's nor in the data must be among the caller's known phrases.

What can't be proved so: where a dot stands in a drawing, which facts were chosen, what day a word means, whether sources are right.
"""

from generator.site.verifier.known import Site
from generator.site.verifier.verifier import Verifier

__all__ = ["Site", "Verifier"]
