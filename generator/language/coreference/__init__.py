"""Who is meant: mentions of one person or thing in an article are one entity."""

from generator.language.coreference.component import Coreference, Description, Entity, Mention, make_coreference

__all__ = ["Coreference", "Description", "Entity", "Mention", "make_coreference"]
