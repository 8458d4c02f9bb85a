"""Show the model text as newspapers print it: curly quotes, dashes, headlines, capitals, datelines, unseen names."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, replace

from conllu import NO_NAME, Sentence, Word

OPENING = {"``", "''"}
STRAIGHT = str.maketrans("“”‘’", "\"\"''")
DASHES = ("–", "—", "-", "--")
# "Harlow Holdings", "Dresden Energy": heads of organisations' names
COMPANIES = (
    "Group Inc. Corp. Ltd Bank University Institute Party Holdings Airlines Foundation Media Association Industries Council "
    "Agency News United Committee Partners Energy Motors Systems Union Ministry Commission"
).split()
# "WASHINGTON (AP) —": how news agencies open an article; no part of the first sentence's syntax, so only for names
AGENCIES = ("AP", "Reuters", "AFP", "UPI", "Xinhua", "dpa")


@dataclass(frozen=True, slots=True)
class NameLists:
    """Names to swap in."""

    first: Sequence[str]
    last: Sequence[str]
    city: Sequence[str]
    country: Sequence[str]


def augmented(sentence: Sentence, chance: random.Random) -> Sentence:
    """A sentence now and then in capitals, in title case, without its full stop, with another dash."""
    words = list(sentence)
    r = chance.random()
    if r < 0.02:
        words = [replace(w, form=w.form.lower()) for w in words]
    elif r < 0.05:
        words = [replace(w, form=w.form.upper()) for w in words]
    elif r < 0.08 and len(words) < 16:
        words = [replace(w, form=w.form[:1].upper() + w.form[1:]) if len(w.form) > 3 else w for w in words]
    words = [
        replace(w, form=chance.choice(DASHES))
        if w.form in DASHES and w.tag in {":", ",", ""} and chance.random() < 0.3
        else w
        for w in words
    ]
    headless = len(words) > 3 and words[-1].form == "." and not any(w.head == len(words) for w in words)
    if headless and chance.random() < 0.06:
        words = [*words[:-2], replace(words[-2], space=True)]
    return words


def curly(sentence: Sentence) -> Sentence:
    """Typographic quotation marks and apostrophes."""
    words, inside = [], False
    for word in sentence:
        form = word.form
        if form == '"' or (form in OPENING and word.tag in OPENING):
            opens = word.tag == "``" if word.tag in OPENING else not inside
            inside = opens
            form = "“" if opens else "”"
        elif form == "'" and word.tag in OPENING:
            form = "‘" if word.tag == "``" else "’"
        else:
            form = form.replace("'", "’")
        words.append(replace(word, form=form))
    return words


def straight(sentence: Sentence) -> Sentence:
    """Typewriter quotation marks and apostrophes."""
    return [replace(word, form=word.form.translate(STRAIGHT)) for word in sentence]


def swapped(sentence: Sentence, chance: random.Random, names: NameLists, share: float) -> Sentence:
    """Replace a share of the names by others, so that the model leans on form and context (loses the syntax)."""
    words: Sentence = []
    start = 0
    while start < len(sentence):
        if not sentence[start].name.startswith("B-"):
            words.append(sentence[start])
            start += 1
            continue
        end = start + 1
        while end < len(sentence) and sentence[end].name.startswith("I-"):
            end += 1
        old, label = sentence[start:end], sentence[start].name[2:]
        new = _other_name(old, label, chance, names) if chance.random() < share else None
        words += old if new is None else _named(new, label, old[-1].space)
        start = end
    return words


def dateline(sentence: Sentence, chance: random.Random, names: NameLists) -> Sentence:
    """Put a dateline before a sentence: "LAGOS (AP) —"."""
    city = chance.choice(names.city)
    made = _named(city.upper().split() if chance.random() < 0.7 else city.split(), "GPE", True)
    if chance.random() < 0.7:
        made += [_plain("(", False), replace(_plain(chance.choice(AGENCIES), False), name="B-ORG"), _plain(")", True)]
    return [*made, _plain(chance.choice(("–", "—", "-", "--")), True), *sentence]


def _other_name(old: Sentence, label: str, chance: random.Random, names: NameLists) -> list[str] | None:
    text = "".join(word.form for word in old)
    if text.isupper() or not text[:1].isupper():
        return None
    if label == "PERSON" and len(old) <= 3:
        last = chance.choice(names.last)
        first = chance.choice(names.first)
        if len(old) == 1:
            return [last if chance.random() < 0.75 else first]
        return [first, last] if len(old) == 2 else [first, chance.choice("ABCDEFGHJKLMNPRSTW") + ".", last]
    if label == "GPE" and len(old) <= 2:
        return (chance.choice(names.city) if chance.random() < 0.65 else chance.choice(names.country)).split()
    if label == "ORG" and len(old) in {2, 3} and chance.random() < 0.4:
        owner = chance.choice(names.last) if chance.random() < 0.6 else chance.choice(names.city)
        return [*owner.split(), chance.choice(COMPANIES)]
    return None


def _named(forms: Sequence[str], label: str, space: bool) -> Sentence:
    return [
        replace(_plain(form, space if n == len(forms) - 1 else True), name=("I-" if n else "B-") + label)
        for n, form in enumerate(forms)
    ]


def _plain(form: str, space: bool) -> Word:
    return Word(form, "", "", "", "", None, "", space, NO_NAME)
