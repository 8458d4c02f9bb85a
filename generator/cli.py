"""The command `briefing`."""


def main() -> int:
    """Run the command; returns the exit status."""
    raise NotImplementedError
