"""What a site's robots.txt allows, by RFC 9309.

Python's own parser takes the first rule that fits, and "*" and "$" for letters: it asks for what "Disallow: /*?print=" forbids.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, unquote, urlsplit

NAME = "briefing"  # how a site's rules may call this program
LINE = re.compile(r"\s*(?P<key>user-agent|allow|disallow|crawl-delay)\s*:\s*(?P<value>[^#]*)", re.I)
CHARACTERS_READ = 500_000  # characters that are read, as the standard has it


@dataclass(frozen=True, slots=True)
class Rules:
    """The rules for this program: what each path's beginning is, and whether it may be asked for."""

    rules: tuple[tuple[str, bool], ...] = ()
    delay: float = 0.0  # seconds between two requests

    def allow(self, address: str) -> bool:
        """Whether an address may be asked for: the longest rule that fits it decides, and of two as long the one that allows."""
        parts = urlsplit(address)
        target = _plain((parts.path or "/") + (f"?{parts.query}" if parts.query else ""))
        fitting = [(len(rule), allowed) for rule, allowed in self.rules if _fits(rule, target)]
        return max(fitting, default=(0, True))[1]


def rules(text: str) -> Rules:
    """The rules of a robots.txt for this program: those under its name, else those for all."""
    groups = list(_groups(text[:CHARACTERS_READ]))
    named = [group for group in groups if NAME in group.names] or [group for group in groups if "*" in group.names]
    delays = [group.delay for group in named if group.delay]
    return Rules(tuple(rule for group in named for rule in group.rules), max(delays, default=0.0))


@dataclass(slots=True)
class _Group:
    names: set[str] = field(default_factory=set)
    rules: list[tuple[str, bool]] = field(default_factory=list)
    delay: float = 0.0


def _groups(text: str) -> Iterator[_Group]:
    """The groups of a robots.txt: lines that name programs, then rules for them."""
    group, told = _Group(), False
    for line in text.lstrip("\ufeff").splitlines():
        found = LINE.match(line)
        if not found:
            continue
        key, value = found["key"].lower(), found["value"].strip()
        if key == "user-agent":
            if told:
                yield group
                group, told = _Group(), False
            group.names.add(re.split(r"[/\s]", value.lower())[0])
            continue
        told = True
        if key == "crawl-delay":
            group.delay = float(value) if re.fullmatch(r"\d{1,6}(\.\d{1,3})?", value) else 0.0
        elif value:
            group.rules.append((_plain(value), key == "allow"))
    yield group


def _plain(target: str) -> str:
    """A path with the same letters in percents, however it was written."""
    return quote(unquote(target), safe="/?&=%:@!$'()*+,;~-._[]|")


def _fits(rule: str, target: str) -> bool:
    """Whether a path begins as a rule says: its parts between stars follow each other; each may be looked for as early as it can be."""
    whole = rule.endswith("$")
    first, *others = rule.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    last = others.pop() if whole and others else None
    at = len(first)
    for part in others:
        found = target.find(part, at)
        if found < 0:
            return False
        at = found + len(part)
    if last is not None:
        return len(target) - len(last) >= at and target.endswith(last)
    return not whole or at == len(target)
