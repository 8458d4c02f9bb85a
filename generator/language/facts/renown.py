"""What somebody is known for: with who it is, the statement of which people make the summary of a life.

A biography opens by saying who its subject is ("Ann Field (born 1950) is a Norlandic architect."); what for follows in a few fixed
constructions, most often with a pronoun ("She is best known for …", "Her major works include …").
"""

from __future__ import annotations

from collections.abc import Sequence

from spacy.tokens import Doc

from generator.language.coreference.component import Entity
from generator.language.words import Words

# "is best known for …", "is remembered as …", "was famous for …"
KNOWN = frozenset("know remember recognize recognise celebrate credit regard note renown acclaim".split())
FAMOUS = frozenset("famous notable renowned".split())
FOR = frozenset("for as with".split())
# "rose to fame", "achieved prominence as …"
RISING = frozenset("rise achieve gain come earn win find attain".split())
FAME = frozenset("fame prominence recognition acclaim stardom".split())
# "Her major works include …", "His breakthrough role was …"
WORKS = frozenset(
    "work role book film novel song album painting building discovery invention contribution achievement".split()
)
CHIEF = frozenset("major notable famous known breakthrough important significant principal main".split())


def statements_of_renown(doc: Doc, words: Words, statements: Sequence[tuple[int, int]]) -> set[int]:
    """The places of those statements that tell what the subject of a biography is known for.

    Of those that open with a pronoun only the first counts: whom it means is shown beside it.

    Args:
        doc: the article, with its entities.
        words: its words.
        statements: the story's statements in order (first token, the one after the last).
    """
    subject = _subject_of_life(doc, words, statements[0]) if statements else None
    if subject is None:
        return set()
    mentions = {mention.start: mention.kind for mention in subject.mentions}
    found: dict[str, list[int]] = {"name": [], "pronoun": []}
    for place, (first, last) in enumerate(statements):
        kind = mentions.get(words.start[first])
        if kind in found and _tells_renown(words, first, last):
            found[kind].append(place)
    return {*found["name"], *found["pronoun"][:1]}


def _subject_of_life(doc: Doc, words: Words, statement: tuple[int, int]) -> Entity | None:
    """The person of whom a statement says who it is: "Ann Field is an architect"."""
    root = _root(words, *statement)
    if root is None or not any(words.dep[n] == "cop" for n in words.children[root]):
        return None
    start = next((words.start[n] for n in words.children[root] if words.dep[n] == "nsubj" and n < root), None)
    people: list[Entity] = [entity for entity in doc._.entities if entity.type == "PERSON"]
    return next((person for person in people if start is not None and _is_named(person, start)), None)


def _is_named(entity: Entity, start: int) -> bool:
    """Whether an entity's name stands at a code point."""
    return any(m.kind == "name" and m.start <= start < m.end for m in entity.mentions)


def _tells_renown(words: Words, first: int, last: int) -> bool:
    root = _root(words, first, last)
    return root is not None and (_known(words, root) or _risen(words, root) or _works(words, root))


def _known(words: Words, root: int) -> bool:
    """ "is best known for his bridges", "was famous as an engineer"."""
    told = (words.lemma[root] in KNOWN and words.tag[root] == "VBN") or words.lemma[root] in FAMOUS
    return told and any(words.low[k] in FOR for n in words.children[root] if n > root for k in words.children[n])


def _risen(words: Words, root: int) -> bool:
    """ "rose to fame", "achieved prominence"."""
    return words.lemma[root] in RISING and any(words.lemma[n] in FAME for n in words.children[root])


def _works(words: Words, root: int) -> bool:
    """ "Her major works include …"."""
    subject = next((n for n in words.children[root] if words.dep[n] == "nsubj"), root)
    return words.lemma[subject] in WORKS and any(words.low[n] in CHIEF for n in words.children[subject] if n < subject)


def _root(words: Words, first: int, last: int) -> int | None:
    return next((n for n in range(first, last) if not first <= words.head[n] < last or words.head[n] == n), None)
