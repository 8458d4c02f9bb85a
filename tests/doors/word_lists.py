"""The lists of words that the generator's modules write down, read from their source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent / "generator"
# these share no code with what they verify, and so write words down again
OWN = ("site/verifier/", "site/seeded.py")
LEAST = 4  # words of a list
ONE_WORD = re.compile(r"[^\W_][\w.’'&-]*")
# Words of the closed classes: they hold a sentence together, and stand in a list of nouns or verbs only by mistake
CLOSED = frozenset(
    # articles and pronouns
    "a an the this that these those i me my mine myself you your yours yourself he him his himself she her hers herself it its itself "
    "we us our ours ourselves they them their theirs themselves who whom whose which what "
    # forms of be, have and do, and what goes before a verb
    "am is are was were be been being have has had having do does did will would shall should can could may might must "
    # conjunctions
    "and or but nor if because although though while unless until than as "
    # prepositions that are hardly ever anything else
    "in on at of to for with by from into onto over under against between among through during without within upon toward towards "
    "after before since off not no n't n’t".split()
)


@dataclass(frozen=True, slots=True)
class WordList:
    """A list of words as a module writes it down."""

    name: str  # "language.quotes.cues.SAY"
    words: tuple[str, ...]  # in small letters, as they are written, doubles and all
    keys: bool  # of a mapping
    tags: bool  # names of tags or types, not words of a text
    comment: bool  # whether a comment above it, beside it or in it says what it is

    @property
    def closed(self) -> frozenset[str]:
        """Its words of the closed classes."""
        return CLOSED & frozenset(self.words)

    @property
    def of_content(self) -> bool:
        """Whether it is a list of nouns, verbs, names …: not half of its words are of the closed classes."""
        return not self.tags and 2 * len(self.closed) < len(set(self.words))


def word_lists(root: Path = ROOT) -> Iterator[WordList]:
    """Every list of at least four words in the tables of every module."""
    for file in sorted(root.rglob("*.py")):
        path = file.relative_to(root).as_posix()
        if not path.startswith(OWN):
            module = path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")
            yield from of_source(module, file.read_text("utf-8"))


def of_source(module: str, source: str) -> Iterator[WordList]:
    """Every list of words in the tables of a module."""
    lines = source.splitlines()
    for node in ast.parse(source).body:
        target = (
            node.targets[0] if isinstance(node, ast.Assign) else node.target if isinstance(node, ast.AnnAssign) else None
        )
        if isinstance(target, ast.Name) and node.value is not None and target.id != "__all__":
            comment = lines[node.lineno - 2].startswith("#") or any(
                " # " in line for line in lines[node.lineno - 1 : node.end_lineno]
            )
            for words, keyed in _groups(node.value):
                if len(words) >= LEAST and all(map(ONE_WORD.fullmatch, words)):
                    tags = all(word.isupper() or ":" in word for word in words)
                    yield WordList(f"{module}.{target.id}", tuple(word.lower() for word in words), keyed, tags, comment)


def _groups(node: ast.AST) -> Iterator[tuple[list[str], bool]]:
    """`"one two".split()`, the words of a display, and strings of several words in one; and whether they are a mapping's keys."""
    if isinstance(node, ast.Subscript):  # a type, `Literal["one", "two"]`
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "split" and not node.args:
        yield (_string(node.func.value) or "").split(), False
    elif isinstance(node, ast.Set | ast.Tuple | ast.List | ast.Dict):
        keyed = isinstance(node, ast.Dict)
        strings = [_string(each) for each in (node.keys if isinstance(node, ast.Dict) else node.elts)]
        texts = [text for text in strings if text]
        if len(texts) == len(strings) and not any(" " in text for text in texts):
            yield texts, keyed
        elif len(texts) == len(strings) and isinstance(node, ast.Tuple | ast.List) and all(map(str.islower, texts)):
            yield from ((text.split(), False) for text in texts)
    for part in ast.iter_child_nodes(node):
        yield from _groups(part)


def _string(node: ast.expr | None) -> str | None:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
