"""Words that deny."""

from __future__ import annotations

NOT = frozenset({"not", "n't", "n’t", "never"})  # "The bridge did not fall"
