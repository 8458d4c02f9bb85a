"""How sure a speaker must be to be shown; what it costs was measured on articles that nothing was fitted on.

Direct quotations of the kept-back third (PolNeAR train and dev, TR-News) whose speaker the annotation knows for certain, 939 with a
speaker: from .70, 98.9 % of them are shown and 3.1 % of those are wrong in words or speaker; from .90, 94.0 % and 2.2 %; from .95, 86.0 %
and 1.9 %. With the speakers that a program had put behind pronouns, 1,183: from .70, 98.6 % and 6.7 % differ from it; read by hand, 2.7 %
are wrong. `training/quote_confidence.py` and `benchmarks/quotes.py` print the tables anew.
"""

from __future__ import annotations

LIKELY = 0.7  # from here a speaker is named at all, with "probably"; below, the source's own words stand alone
CERTAIN = 0.9  # from here the speaker is named without a mark
