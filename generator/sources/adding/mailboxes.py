"""Mailboxes (mbox): the mails that a mail program keeps or exports in one file."""

from __future__ import annotations

import hashlib
import mailbox
from collections.abc import Iterator
from pathlib import Path

from generator.sources.adding.items import Item, Problem
from generator.sources.adding.newsletters import stories
from generator.sources.reading import LARGEST_FILE

ENDING = ".mbox"


def mails(file: Path) -> Iterator[Item | Problem]:
    """The mails of a mailbox, newsletters with several stories as these, one mail in memory at a time.

    A mail is named by its bytes, not by its number: others may be deleted before it.
    """
    box = mailbox.mbox(file, create=False)
    try:
        count = 0
        for key in box.iterkeys():
            count += 1
            data = box.get_bytes(key)
            name = f"{file}#{hashlib.sha256(data).hexdigest()[:12]}"
            if len(data) > LARGEST_FILE:
                yield Problem(name, "is larger than 50 MB")
            else:
                yield from stories(data, name)
        if not count:
            yield Problem(
                str(file), "holds no mail: export the mails as .eml, or as a mailbox that begins with a line From …"
            )
    finally:
        box.close()
