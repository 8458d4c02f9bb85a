"""How sure a speaker must be to be shown; what it costs was measured on articles that nothing was fitted on.

Direct quotations of the kept-back third (PolNeAR train and dev, TR-News) whose speaker the annotation knows for certain, 930 with a
speaker: from .70, 99.2 % of them are shown and 3.0 % of those are wrong in words or speaker; from .90, 94.5 % and 2.2 %; from .95, 85.5 %
and 1.5 %. Mixed and indirect ones of that third, 1,046: from .70, 97.6 % are shown and 3.6 % of those wrong as read by hand (the annotation
lacks many of them). `training/quote_confidence.py` and `benchmarks/quotes.py` print the tables anew.
"""

from __future__ import annotations

LIKELY = 0.7  # from here a speaker is named at all, with "probably"; below, the source's own words stand alone
CERTAIN = 0.9  # from here the speaker is named without a mark
