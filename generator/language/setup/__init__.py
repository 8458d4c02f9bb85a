"""Loading spaCy and the shipped pipeline."""
