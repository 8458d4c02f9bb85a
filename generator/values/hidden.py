"""What stands for a character that may not be republished."""

HIDDEN = "\u2588"  # one for each, so that every span stays
