"""From many records to one dossier: what crosses articles. Works on records alone, without spaCy.

Each of `subjects`, `quotes`, `chronology` and `facts` has one public function `merge`.
"""

from generator.dossier.assembling import assemble
from generator.dossier.model import Difference, Dossier, Happening, Quotation, Statement, Subject
from generator.dossier.review import Finding, findings
from generator.dossier.stories.subject_timeline import timeline

__all__ = [
    "Difference",
    "Dossier",
    "Finding",
    "Happening",
    "Quotation",
    "Statement",
    "Subject",
    "assemble",
    "findings",
    "timeline",
]
