"""`python -m generator` is the command `briefing`."""

import os
import sys

# a project can be anybody's: no module is imported from the folder in which the command runs (`briefing` does not look there anyway)
sys.path[:] = [place for place in sys.path if place and os.path.realpath(place) != os.path.realpath(os.curdir)]

from generator.cli import main  # noqa: E402

if __name__ == "__main__":
    raise SystemExit(main())
