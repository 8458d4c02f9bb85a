"""What the checks of a site read alike of its HTML."""

from __future__ import annotations

import re

TAG = re.compile(r"<[^>]*>")
