"""How sure a speaker must be to be shown; what it costs was measured on articles that nothing was fitted on.

Direct quotations of the kept-back third (PolNeAR train and dev, speakers that the gold knows for certain): of 859 shown at all, 4.4 % wrong
in words or speaker; of 717 at .95 and above, 2.3 %. With speakers behind pronouns and the silver ones: from .85, 4.4 % of 1,029 wrong.
`benchmarks/quotes.py` prints the table anew.
"""

from __future__ import annotations

LIKELY = 0.7  # from here a speaker is named at all, with "probably"; below, the source's own words stand alone
CERTAIN = 0.85  # from here the speaker is named without a mark
