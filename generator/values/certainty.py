"""How sure a speaker must be to be shown; what it costs was measured on articles that nothing was fitted on.

Direct quotations of the kept-back third (PolNeAR train and dev, TR-News; speakers behind pronouns and the silver ones included), 1,163 with
a speaker: from .70, 97.7 % of them are shown and 6.0 % of those are wrong in words or speaker; from .90, 80.6 % and 3.4 %; from .95, 67.5 %
and 2.0 %. `training/quote_confidence.py` and `benchmarks/quotes.py` print the tables anew.
"""

from __future__ import annotations

LIKELY = 0.7  # from here a speaker is named at all, with "probably"; below, the source's own words stand alone
CERTAIN = 0.9  # from here the speaker is named without a mark
