"""Marks as tokens: what typists and typesetters write for one and the same mark (Unicode's general punctuation, and ASCII's stopgaps)."""

from __future__ import annotations

LONG_DASHES = frozenset({"–", "—", "--", "―"})  # "The bridge — an old one — fell"
DASHES = LONG_DASHES | {"-"}  # with a space at each side a hyphen is a dash, too: "The bridge - an old one - fell"
HYPHENS = frozenset({"-", "–", "‑"})  # inside a word: "Stratford-upon-Avon", "Paris–Roubaix"
POSSESSIVES = frozenset({"'s", "’s", "'", "’"})  # "Field's", "the nurses’"
QUOTES = frozenset({"“", '"', "``", "‘", "`", "'"})  # what may open a quotation
