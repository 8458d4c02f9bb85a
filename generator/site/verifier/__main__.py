"""`python -m generator.site.verifier SITE [SEEDS]`."""

import sys
from pathlib import Path

from generator.site.verifier import Site, Verifier

verifier = Verifier(Site(sys.argv[1]))
found = [*verifier.problems(), *(verifier.articles(Path(sys.argv[2])) if len(sys.argv) > 2 else ())]
print("\n".join(found) or "Everything that can be verified holds.")
sys.exit(1 if found else 0)
