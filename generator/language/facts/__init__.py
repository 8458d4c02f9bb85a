"""What a busy reader must know: ranked, self-contained, verbatim statements."""

from generator.language.facts.amounts import Figure
from generator.language.facts.component import Fact, FactKind, Facts, Referent, make_facts

__all__ = ["Fact", "FactKind", "Facts", "Figure", "Referent", "make_facts"]
