"""From an article's text to a spaCy `Doc` with every layer set: see `annotation`.

The names are handed on lazily, since spaCy takes a second to import and a build with nothing changed must not pay for it.
"""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator.language.setup.annotation import COMPONENTS, annotate, document, load

__all__ = ["COMPONENTS", "annotate", "document", "load"]


def __getattr__(name: str) -> Any:
    if name in __all__:
        from generator.language.setup.startup import import_spacy

        import_spacy()
        from generator.language.setup import annotation

        return getattr(annotation, name)
    raise AttributeError(name)
