"""What counts as a word where texts are compared: four ways of cutting one, each for what the comparison must not miss."""

from __future__ import annotations

import re

WORD = re.compile(r"\w+")  # "3rd", "co", "op": every run of letters and figures
WORD_OR_NUMBER = re.compile(r"[^\W_]+")  # the same without underscores, which mark up what they stand about
LETTERS = re.compile(r"[^\W\d_]+")  # "rd" of "3rd": letters alone
SPELLED_WORD = re.compile(r"[^\W\d_][\w’'-]*")  # "O’Neill", "co-op": with what is written together
SPACE = re.compile(r"\s+")
