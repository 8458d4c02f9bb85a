"""Labels of the pipeline that several layers ask for: parts of speech (Penn Treebank) and types of names (OntoNotes)."""

from __future__ import annotations

FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})  # "fell", "falls", "fall", "may": what makes words a sentence
PROPER = frozenset({"NNP", "NNPS"})  # "Harbourtown", "Rockies"
PLACES = frozenset({"GPE", "LOC", "FAC"})  # "Norway", "the North Sea", "Pier 4"
UNTYPED_PLACES = PLACES | {"PLACE"}  # as the recogniser says it, before `names/name_types.py` tells the three apart
NAMED = UNTYPED_PLACES | {"PERSON", "ORG"}  # what is written with a capital for being one person, body or place
SUBJECTS = frozenset({"nsubj", "csubj"})  # "Harper fell", "what fell was a tree"
MAIN_CLAUSES = frozenset({"root", "conj", "parataxis"})  # "she came and saw; he left"
