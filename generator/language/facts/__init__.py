"""What a busy reader must know: ranked, self-contained, verbatim statements."""

from generator.language.facts.component import Fact, FactKind, Facts, Referent, make_facts
from generator.language.figures import Figure

__all__ = ["Fact", "FactKind", "Facts", "Figure", "Referent", "make_facts"]
