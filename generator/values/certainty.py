"""How sure a speaker must be to be shown; what it costs was measured on articles that nothing was fitted on.

Cross-validated by article (PolNeAR train and dev, TR-News, 98 articles of the BBC), the 2,860 direct quotations whose speaker the
annotation knows for certain: from .70, 98.7 % of them are shown and 2.8 % of those are wrong in words or speaker; from .90, 92.5 % and
1.9 %; from .95, 84.1 % and 1.1 %. Mixed ones, 1,002: from .70, 98.4 % and 2.3 %; indirect ones, 1,329: 98.0 % and 2.8 %. On 40 other
articles of the BBC, read once: of 69 direct ones shown 3 were wrong (one a name cut short), of 62 from .95 the same 3.
`training/quote_confidence.py` and `benchmarks/quotes.py` print such tables anew.
"""

from __future__ import annotations

LIKELY = 0.7  # from here a speaker is named at all, with "probably"; below, the source's own words stand alone
CERTAIN = 0.9  # from here the speaker is named without a mark
