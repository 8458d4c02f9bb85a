"""Write `generator/values/data/common_words.json`: words that are no names, from how the training corpora write them.

A word is common if it stands in lower case at least so often, and nearly never with a capital inside a sentence. "Snow" and "Gunman" at
the beginning of a sentence are then nobody; "Apple" and "Bush" are not on the list.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from conllu import documents

OFTEN = 3  # times in lower case
RARELY = 0.1  # share with a capital inside a sentence
CORPORA = ("ewt_train", "gum_train_open", "gmb_train", "wikigold", "btc_news")


def main(corpora: Path, target: Path) -> None:
    """Count and write the list."""
    lower: Counter[str] = Counter()
    capital: Counter[str] = Counter()
    for name in CORPORA:
        for document in documents(corpora / f"{name}.conllu.gz"):
            for paragraph in document:
                for sentence in paragraph:
                    _count([word.form for word in sentence], lower, capital)
    found = sorted(w for w, n in lower.items() if n >= OFTEN and capital[w] <= RARELY * (n + capital[w]))
    target.write_text(json.dumps(found, ensure_ascii=False, indent=0), "utf-8")
    print(len(found))


def _count(forms: Sequence[str], lower: Counter[str], capital: Counter[str]) -> None:
    """Count a sentence; one in which most words begin with a capital is a headline and tells nothing."""
    words = [form for form in forms if form.isalpha() and len(form) > 2]
    if 2 * sum(word[0].isupper() for word in words) > len(words):
        return
    for number, form in enumerate(forms):
        if form in words and form.islower():
            lower[form] += 1
        elif form in words and number and form.istitle():
            capital[form.lower()] += 1


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
