"""Who takes part in an event and where it is, as far as the parse says."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.language.coreference.component import Entity
from generator.language.lexicon.tags import PLACES
from generator.language.words import Words

ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl", "nmod", "csubj"})
MOST = 200  # words of a phrase that are looked at
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "across", "over", "off"})


class Mentions:
    """Which entity stands at which token."""

    def __init__(self, words: Words, entities: Sequence[Entity]) -> None:
        self.words = words
        self.at: dict[int, Entity] = {}
        for entity in entities:
            for mention in entity.mentions:
                first = bisect_right(words.start, mention.start) - 1
                last = max(first + 1, bisect_left(words.start, mention.end))
                for n in range(first, last):
                    self.at.setdefault(n, entity)

    def around(self, trigger: int) -> tuple[tuple[str, ...], str | None]:
        """The participants of an event (its subject first) and its place."""
        words = self.words
        found: list[tuple[int, int, str]] = []
        place = None
        nodes = [trigger]
        if words.dep[trigger] in {"conj", "xcomp"} and not any(words.dep[c] == "nsubj" for c in words.children[trigger]):
            subject = next((c for c in words.children[words.head[trigger]] if words.dep[c] == "nsubj"), None)
            if subject is not None:
                found += [(0, n, entity.id) for n, entity in self._under(subject)]
        for child in words.children[nodes[0]]:
            dep = words.dep[child]
            if dep not in ARGUMENTS and dep not in {"compound", "amod"}:
                continue
            rank = 0 if dep in {"nsubj", "csubj"} else 1 if dep in {"obj", "iobj"} else 2
            case = next((words.low[c] for c in words.children[child] if words.dep[c] == "case"), "")
            for n, entity in self._under(child):
                if place is None and entity.type in PLACES and case in LOCATIVE:
                    place = entity.id
                found.append((rank, n, entity.id))
        ordered = dict.fromkeys(name for _, _, name in sorted(found))
        return tuple(name for name in ordered if name != place), place

    def _under(self, node: int) -> list[tuple[int, Entity]]:
        """Entities in a phrase, but not in clauses inside it."""
        words, found, stack = self.words, [], [node]
        seen: list[int] = []
        while stack and len(seen) < MOST:
            n = stack.pop()
            seen.append(n)
            if n in self.at:
                found.append((n, self.at[n]))
            stack += [c for c in words.children[n] if words.dep[c] not in {"acl", "ccomp", "advcl", "parataxis", "punct"}]
        return sorted(found, key=lambda entry: entry[0])
