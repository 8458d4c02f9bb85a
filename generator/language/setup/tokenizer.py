"""spaCy's tokenizer, which takes up a special case when a text first has it.

An article has a handful of the 1,351 special cases ("don't", "p.m.", ":-)"); to take up all of them took as long as the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any, cast

import spacy.tokenizer
from spacy.language import Language
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab

LONGEST = 400  # characters without a space that are looked at together; no word or address of an article is longer
UNBROKEN = re.compile(rf"(\S{{{LONGEST + 1},}})")

Rules = Mapping[str, list[dict[str, str]]]  # a special case's tokens, as attributes


@registry.tokenizers("briefing.Tokenizer.v1")  # type: ignore[untyped-decorator]
def make_tokenizer() -> Callable[[Language], Tokenizer]:
    """An empty tokenizer, to be read from a pipeline's files: the language's own rules would be made to be thrown away."""
    return lambda nlp: Tokenizer(nlp.vocab)


class Tokenizer(spacy.tokenizer.Tokenizer):  # type: ignore[misc]
    """Gives the same tokens as spaCy's."""

    def __init__(self, vocab: Vocab, *rules: Any, **settings: Any) -> None:
        """As spaCy's."""
        self._waiting: dict[str, list[dict[str, str]]] = {}  # special cases that no text had yet
        super().__init__(vocab, *rules, **settings)

    def __call__(self, string: str) -> Doc:
        """Tokenise a text."""
        solid = _solid(string)
        self._take_up([case for case in self._waiting if _solid(case) in solid])
        return self._in_pieces(string) if UNBROKEN.search(string) else cast(Doc, super().__call__(string))

    def _in_pieces(self, string: str) -> Doc:
        """Tokenise a text that holds a very long run without a space, which is no word: it stays whole, but for its length.

        spaCy would look at all of a run again for each mark at its ends, and ten thousand marks would be ten thousand words.
        """
        words: list[str] = []
        spaces: list[bool] = []
        for number, part in enumerate(UNBROKEN.split(string)):
            if number % 2:
                words += (part[n : n + LONGEST] for n in range(0, len(part), LONGEST))
                spaces += [False] * (len(words) - len(spaces))
                continue
            if spaces and part[:1] == " ":
                spaces[-1], part = True, part[1:]
            for token in super().__call__(part) if part else ():
                words.append(token.text)
                spaces.append(bool(token.whitespace_))
        return Doc(self.vocab, words=words, spaces=spaces)

    @property
    def rules(self) -> Rules:
        """All special cases."""
        return {**super().rules, **self._waiting}

    @rules.setter
    def rules(self, rules: Rules) -> None:
        spacy.tokenizer.Tokenizer.rules.__set__(self, {})
        self._waiting = dict(rules)

    @contextmanager
    def memory_zone(self, mem: Any = None) -> Iterator[Any]:
        """The special cases wait again after a zone: their words end with it."""
        try:
            yield mem
        finally:
            if spacy is not None:  # when the interpreter ends, modules go before the zones that are still open
                self.rules = self.rules

    def to_bytes(self, **settings: Any) -> bytes:
        """What `from_bytes` takes, with all special cases."""
        self._take_up(list(self._waiting))
        return cast(bytes, super().to_bytes(**settings))

    def _take_up(self, cases: list[str]) -> None:
        for case in cases:
            self.add_special_case(case, self._waiting.pop(case))


def _solid(text: str) -> str:
    """A text without its spaces: a special case may have other ones than the text ("a.m." is found in "a.m .")."""
    return "".join(text.split())
