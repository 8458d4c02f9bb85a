"""Where the trained English pipeline lies that we ship."""

from pathlib import Path

PIPELINE = Path(__file__).parent.parent / "pipeline"
