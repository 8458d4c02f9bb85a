"""From an article's text to a spaCy `Doc` with every layer set.

The shipped pipeline gives tokens, sentences, tags, a parse and names; our components after it add, in this order, times,
entities (coreference), quotes, events, facts, answers and details. Each is a registered spaCy factory and leaves a tuple of small
frozen values on the document: `doc._.times`, `doc._.entities`, `doc._.quotes`, `doc._.events`, `doc._.facts`,
`doc._.answers`, `doc._.details`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from generator.errors import PipelineError
from generator.language import (
    details,  # noqa: F401 (registers its component where the package was installed before it had one)
    extensions,
)
from generator.language.setup import tokenizer  # noqa: F401 (registers the tokenizer)
from generator.language.setup.shipped import PIPELINE
from generator.sources.article import Article

COMPONENTS = (
    "briefing_times",
    "briefing_coreference",
    "briefing_quotes",
    "briefing_events",
    "briefing_facts",
    "briefing_answers",
    "briefing_details",
)

# what a pipeline knows only by its plain form, each one code point for one: spaces, hyphens, bars
PLAIN = str.maketrans(
    dict.fromkeys("\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t", " ")
    | {"\u2010": "-", "\u2011": "-", "\u2015": "—"}
    | {"\r": "\n"}  # between paragraphs; inside them line breaks become spaces
)


def load(pipeline: str | Path = PIPELINE) -> Language:
    """Load a spaCy pipeline and add our components to its end.

    Args:
        pipeline: what `spacy.load` takes; the shipped pipeline unless the user names another one.

    Raises:
        PipelineError: the pipeline is not installed, or lacks a tagger, a parser or an entity recogniser.
    """
    tokens = {"nlp.tokenizer.@tokenizers": "briefing.Tokenizer.v1"} if pipeline == PIPELINE else {}
    try:
        nlp = spacy.load(pipeline, config=tokens)
    except (OSError, ImportError, ValueError, KeyError) as error:
        raise PipelineError(
            f"The spaCy pipeline {str(pipeline)!r} can't be loaded: install it, or remove `pipeline:` from briefing.yml."
        ) from error
    for name in COMPONENTS:
        if name not in nlp.pipe_names:
            nlp.add_pipe(name)
    return nlp


def annotate(nlp: Language, articles: Iterable[Article], batch_size: int = 16) -> Iterator[tuple[Article, Doc]]:
    """Yield each article with its annotated document, in input order.

    Args:
        nlp: a pipeline from `load`.
        articles: read lazily; at most one batch is held in memory.
        batch_size: documents a batch.
    """
    pairs = ((document(nlp, article), article) for article in articles)
    for doc, article in nlp.pipe(pairs, as_tuples=True, batch_size=batch_size):
        yield article, doc


def document(nlp: Language, article: Article) -> Doc:
    """Tokenise an article and set what our components need to know about it besides its text."""
    doc = nlp.make_doc(legible(article))
    if "\r" in article.text:
        _read_breaks_alike(doc)
    extensions.prepare(doc, article)
    return doc


def _read_breaks_alike(doc: Doc) -> None:
    """Let the pipeline see the blank lines of a text with carriage returns as it sees those of one without."""
    blank = doc.vocab["\n\n"]
    for token in doc:
        if token.is_space and token.text.count("\n") > 2:
            lexeme = token.lex
            lexeme.norm_, lexeme.prefix_, lexeme.suffix_, lexeme.shape_ = (
                blank.norm_,
                blank.prefix_,
                blank.suffix_,
                blank.shape_,
            )


def legible(article: Article) -> str:
    """The text as the pipeline reads it, of the same length: plain spaces and hyphens, no line breaks inside a paragraph."""
    text = article.text.translate(PLAIN)
    if not article.paragraphs:
        return text
    parts, end = [], 0
    for paragraph in article.paragraphs:
        parts += [text[end : paragraph.start], re.sub(r"[\r\n]", " ", text[paragraph.start : paragraph.end])]
        end = paragraph.end
    return "".join([*parts, text[end:]])
