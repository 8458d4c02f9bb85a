"""Import spaCy without what a build never uses: an edit of one article pays for it each time.

- `import spacy` imports its whole command line (typer, requests, httpx, weasel), two fifths of its time, for the sake of one
  function, `spacy.info`. A stand-in gives that function while spaCy is imported, and goes; the first call of `spacy.info`, and
  every later `import spacy.cli`, imports the real one.
- Loading a pipeline asks 240 times which functions other packages register, and each time catalogue looks through the entry
  points of all packages that are installed. They are put in order by group once, as older versions of Python give them.

Where spaCy or catalogue should change, the plain import is what remains.
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import Any

STAND_IN = "spacy.cli.info"


def import_spacy() -> None:
    """Import spaCy, if nobody has done so yet."""
    if "spacy" in sys.modules:
        return
    stand_in = ModuleType(STAND_IN)
    vars(stand_in)["info"] = _info
    sys.modules[STAND_IN] = stand_in
    try:
        _group_entry_points()
        import spacy  # noqa: F401
    except ImportError:
        pass  # it wants more than that of its command line: whoever needs it imports it as it is
    finally:
        del sys.modules[STAND_IN]


def _info(*arguments: Any, **settings: Any) -> Any:
    """`spacy.info`, whose module is imported when it is called."""
    from spacy.cli.info import info

    return info(*arguments, **settings)


def _group_entry_points() -> None:
    import catalogue

    found: Any = getattr(catalogue, "AVAILABLE_ENTRY_POINTS", None)
    if hasattr(found, "select") and hasattr(found, "groups"):
        catalogue.AVAILABLE_ENTRY_POINTS = {group: tuple(found.select(group=group)) for group in found.groups}
