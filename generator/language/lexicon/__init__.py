"""Word lists and patterns that several layers share, each once, with one owner (its file), examples and its origin.

What only one layer uses stands beside the rule that uses it. A list that is made by a program is a data file: see ARCHITECTURE.md.
"""
