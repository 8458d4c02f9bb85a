"""How sure a speaker must be to be shown; what it costs was measured on articles that nothing was fitted on.

Cross-validated by article (PolNeAR train and dev, TR-News, 202 articles of the BBC), the 2,966 direct quotations whose speaker the
annotation knows for certain: from .70, 98.9 % of them are shown and 2.7 % of those are wrong in words or speaker; from .90, 92.4 % and
1.8 %; from .95, 84.4 % and 1.3 %. Mixed ones, 1,061: from .70, 98.2 % and 2.7 %; indirect ones, 1,345: 97.4 % and 2.9 %. On 60 and on
40 other articles of the BBC, each set read once: of 100 direct ones shown 1 was wrong and none of 73 from .95; of 83, 5 and 1 of 59.
`training/quote_confidence.py` and `benchmarks/quotes.py` print such tables anew.
"""

from __future__ import annotations

LIKELY = 0.7  # from here a speaker is named at all, with "probably"; below, the source's own words stand alone
CERTAIN = 0.9  # from here the speaker is named without a mark
