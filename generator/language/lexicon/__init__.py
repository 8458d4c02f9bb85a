"""Word lists and patterns that several layers share, each with one owner."""
