"""spaCy's `--code` file: the corpus reader and the tokenizer settings."""

from __future__ import annotations

import json
import random
from collections.abc import Callable, Iterable
from pathlib import Path

import spacy
from augmentation import NameLists, augmented, curly, dateline, straight, swapped
from conllu import Document, Paragraph, documents, no_names
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example

from generator.values.gazetteer import place_type

# "non-lethal", "e-mail": bound prefixes stay attached, as in UD
PREFIXES = "non pre anti pro re co mid un multi inter semi sub e ex neo post ultra pseudo counter".split()
RUNS = [r"[!?]{2,}", r"={2,}", r"\*{2,}", r"_{2,}", r"-{2,}", r"~{2,}"]
DOTTED = ["etc.", "al.", "ca.", "vs.", "Nos."]
HYPHEN = "(?:-|–|—|--|---|——|~)"
PLACE, PLACES = "PLACE", frozenset({"GPE", "LOC", "FAC"})
LONGEST = 12  # sentences; longer paragraphs (speeches, interviews) are cut


@spacy.registry.callbacks("briefing.tokenizer.v1")
def make_tokenizer_settings() -> Callable[[Language], Language]:
    """Tokenise closer to Universal Dependencies: runs of one mark are one token, bound prefixes stay attached."""

    def tune(nlp: Language) -> Language:
        forms = [form for prefix in PREFIXES for form in (prefix, prefix.title())]
        look = "".join(rf"(?<!\b{form})" for form in dict.fromkeys(forms))
        infixes = [x.replace(HYPHEN, look + HYPHEN) if f"{HYPHEN}(?=[" in x else x for x in nlp.Defaults.infixes]
        nlp.tokenizer.infix_finditer = spacy.util.compile_infix_regex(infixes).finditer
        nlp.tokenizer.suffix_search = spacy.util.compile_suffix_regex(RUNS + list(nlp.Defaults.suffixes)).search
        nlp.tokenizer.prefix_search = spacy.util.compile_prefix_regex([*RUNS, r"\${2,}", *nlp.Defaults.prefixes]).search
        for form in DOTTED:
            nlp.tokenizer.add_special_case(form, [{"ORTH": form}])
        nlp.tokenizer.add_special_case("and/or", [{"ORTH": "and"}, {"ORTH": "/"}, {"ORTH": "or"}])
        return nlp

    return tune


@spacy.registry.readers("briefing.corpus.v1")
def make_reader(
    folder: str,
    files: dict[str, int],
    augment: bool = False,
    layer: str = "syntax",
    names: str | None = None,
    swap: float = 0.0,
    silver: str | None = None,
    places: bool = False,
    seed: int = 0,
) -> Callable[[Language], Iterable[Example]]:
    """A corpus reader.

    Args:
        folder: where the corpora lie.
        files: corpus name (without `.conllu.gz`) to how often it is read in one epoch.
        augment: vary spelling and layout, anew in each epoch.
        layer: "syntax" or "names": what is learnt.
        names: JSON file of names to swap in.
        swap: share of names that are swapped.
        silver: where the corpora lie that the teacher has labelled (their names end in `_silver`).
        places: read GPE, LOC and FAC as one label PLACE.
        seed: of the random variations.
    """
    lists = NameLists(**json.loads(Path(names).read_text("utf-8"))) if names else None
    loaded: dict[str, list[Document]] = {}
    epoch = 0

    def read(nlp: Language) -> Iterable[Example]:
        nonlocal epoch
        epoch += 1
        chance = random.Random(seed + epoch)
        for name, repeats in files.items():
            if name not in loaded:
                where = silver if silver and name.endswith("_silver") else folder
                loaded[name] = list(documents(Path(where) / f"{name}.conllu.gz"))
                if layer == "names":
                    loaded[name] = [[list(map(no_names, p)) for p in document] for document in loaded[name]]
            for _ in range(repeats):
                for document in loaded[name]:
                    for group in _groups(document, chance if augment else None):
                        if augment:
                            group = _varied(group, chance, lists if layer == "names" else None, swap)
                        yield _example(nlp, group, layer, places)

    return read


def _groups(document: Document, chance: random.Random | None) -> Iterable[list[Paragraph]]:
    """Cut a document into texts of a few paragraphs, so that paragraph breaks are learnt too."""
    cut = [paragraph[n : n + LONGEST] for paragraph in document for n in range(0, len(paragraph), LONGEST)]
    start = 0
    while start < len(cut):
        size = chance.choice((1, 1, 1, 2, 3, 4)) if chance else 4
        yield cut[start : start + size]
        start += size


def _varied(group: list[Paragraph], chance: random.Random, lists: NameLists | None, swap: float) -> list[Paragraph]:
    group = [[augmented(sentence, chance) for sentence in paragraph] for paragraph in group]
    if lists:
        group = [[swapped(sentence, chance, lists, swap) for sentence in paragraph] for paragraph in group]
        if chance.random() < 0.02:
            group[0][0] = dateline(group[0][0], chance, lists)
    r = chance.random()
    style = curly if r < 0.4 else straight if r < 0.6 else None
    return [[style(sentence) for sentence in paragraph] for paragraph in group] if style else group


def _example(nlp: Language, group: list[Paragraph], layer: str, places: bool) -> Example:
    words, spaces, names, starts = [], [], [], []
    tags, pos, morphs, lemmas, heads, deps = [], [], [], [], [], []
    for number, paragraph in enumerate(group):
        if number:
            spaces[-1] = False
            for column, value in zip(
                (words, spaces, names, starts, tags, pos, morphs, lemmas, heads, deps),
                ("\n\n", False, "O", False, "_SP", "SPACE", "", "\n\n", len(words) - 1, "dep"),
                strict=True,
            ):
                column.append(value)
        for sentence in paragraph:
            base = len(words)
            for n, word in enumerate(sentence):
                words.append(word.form)
                spaces.append(word.space)
                names.append(word.name)
                starts.append(n == 0)
                tags.append(word.tag)
                pos.append(word.pos)
                morphs.append(word.feats)
                lemmas.append(word.lemma)
                heads.append(base + word.head - 1 if word.head else base + n)
                deps.append("ROOT" if word.dep == "root" else word.dep)
    if layer == "syntax":
        doc = Doc(
            nlp.vocab,
            words=words,
            spaces=spaces,
            tags=tags,
            pos=pos,
            morphs=morphs,
            lemmas=lemmas,
            heads=heads,
            deps=deps,
            sent_starts=starts,
        )
    else:
        doc = Doc(nlp.vocab, words=words, spaces=spaces)
        _set_names(doc, names, places)
    return Example(nlp.make_doc(doc.text), doc)


def _set_names(doc: Doc, names: list[str], places: bool) -> None:
    spans, missing, start = [], [], None
    for n, name in enumerate([*names, "O"]):
        if start is not None and not name.startswith("I-"):
            label = names[start][2:]
            if label == PLACE and not places:  # the teacher's one label for places
                label = place_type([token.text for token in doc[start:n]]) or "LOC"
            spans.append(Span(doc, start, n, PLACE if places and label in PLACES else label))
            start = None
        if name.startswith("B-"):
            start = n
        elif name == "?":
            missing.append(Span(doc, n, n + 1))
    doc.set_ents(spans, missing=missing, default="outside")
