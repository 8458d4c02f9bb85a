"""Where the sources differ: figures of one thing, days and ages, claims and their denials; and how many of them agree."""
