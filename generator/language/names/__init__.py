"""Names of persons, organisations, places and other things: what the recogniser found, mended by named passes."""

from generator.language.names.component import Names, make_names

__all__ = ["Names", "make_names"]
