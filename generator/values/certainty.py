"""How sure a speaker must be to be shown; chosen on articles that no rule was written on, see `benchmarks/RESULTS.md`."""

from __future__ import annotations

LIKELY = 0.6  # from here a speaker is named at all, with "probably"; below, the source's own words stand alone
CERTAIN = 0.85  # from here the speaker is named without a mark
