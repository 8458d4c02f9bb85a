"""Which event a time expression dates: its syntactic governor, but for what parsers and writers put elsewhere."""

from __future__ import annotations

from bisect import bisect_right

from generator.language.events import triggers
from generator.language.events.model import EventDate
from generator.language.words import FEW_CHILDREN, Words

DEFINITE = frozenset("the this that these those his her its their".split())
# what people do in these they do on their day
DOCUMENTS = frozenset(
    "letter memo memorandum email e-mail note statement order ruling report filing message circular petition decree affidavit "
    "complaint document dispatch telegram".split()
)
# labels under which a time stands in a noun phrase
OF_A_NOUN = frozenset("nmod compound amod nummod obl appos dep unmarked".split())
GOVERNOR_REACH = 200  # tokens in which the verb of a time is looked for; no sentence but a broken one is as long
HAS_OR_IS = frozenset({"has", "have", "'s", "’s", "'ve", "’ve"})


def governor(words: Words, first: int, last: int) -> int | None:
    """The token of the event that a time expression (its tokens, half-open) dates; None where it dates none."""
    found = _governor(words, first, last)
    return _not_perfect(words, found, first) if found is not None and words.low[last - 1] == "ago" else found


def _governor(words: Words, first: int, last: int) -> int | None:
    root = root_of(words, first, last)
    if names_a_thing(words, first, last):
        return None
    if (verb := _when_it_was(words, root)) is not None:
        return verb
    node, before = root, words.low[first - 1] if first else ""
    for _ in range(10):
        up = words.head[node]
        if up == node:
            return _at_the_top(words, node, root)
        dep = words.dep[node]
        with_case = any(words.dep[child] == "case" for child in words.children[node][:FEW_CHILDREN])
        if dep in {"ccomp", "parataxis"} and words.lemma[up] in triggers.SAYING and node != root:
            return None  # "He was not in the country on Monday, police said"
        node = up
        if with_case and before != "of" and told_about(words, node, words.head[node]):
            continue  # "condemned the bombing on Monday", wherever the parse puts the day
        if dep in OF_A_NOUN and triggers.is_dated_noun(words, node):
            return node
        if words.pos[node] == "VERB" and words.tag[node][:2] == "VB":
            return _of_verb(words, first, node)
    return None


def _at_the_top(words: Words, node: int, root: int) -> int | None:
    """The event of a time that hangs on no verb below the head of its sentence."""
    if subject := _told_to_be(words, node):
        return subject
    return node if triggers.is_verb_trigger(words, node) and node != root else _clause_verb(words, root)


def _of_verb(words: Words, first: int, verb: int) -> int | None:
    """The event of a time that hangs on a verb: what it schedules, itself, or the noun that it only carries ("had talks")."""
    if triggers.dates_a_thing(words, verb):
        return _written(words, verb)
    if (noun := _scheduled(words, first, verb)) is not None or (noun := _since(words, first, verb)) is not None:
        return noun
    if triggers.is_verb_trigger(words, verb):
        return verb
    objects = (
        c for c in words.children[verb][:FEW_CHILDREN] if words.dep[c] == "obj" and triggers.is_noun_trigger(words, c)
    )
    return next(objects, verb if words.dep[verb] not in {"aux", "cop"} else None)


def _written(words: Words, dated: int) -> int | None:
    """What a document of a day did: "In a letter dated 4 June, she warned", "The letter, dated 4 June, said"; no coin, no photograph."""
    noun = words.head[dated]
    verb = words.head[noun]
    if words.dep[dated] != "acl" or words.lemma[noun] not in DOCUMENTS or not triggers.is_verb_trigger(words, verb):
        return None
    case = next((words.low[c] for c in words.children[noun][:FEW_CHILDREN] if words.dep[c] == "case"), "")
    within = words.dep[noun] == "obl" and case == "in" and words.tag[verb] == "VBD"
    says = words.dep[noun].startswith("nsubj") and words.lemma[verb] in triggers.SAYING
    return verb if within or says else None


def is_of_a_thing(words: Words, first: int, last: int) -> bool:
    """ "A photograph dated 1912", "bones dating from 1650": the day of a thing."""
    return triggers.dates_a_thing(words, words.head[root_of(words, first, last)])


def root_of(words: Words, first: int, last: int) -> int:
    """The token of a time expression that the others hang on."""
    return next((n for n in range(first, last) if not first <= words.head[n] < last), last - 1)


def names_a_thing(words: Words, first: int, last: int) -> bool:
    """Whether a year only tells which of several things is meant: "the 2012 result", "a 1998 film"; a subject's may be the verb's, too."""
    root = root_of(words, first, last)
    noun = words.head[root]
    if not (last <= noun <= last + 3) or words.pos[noun] not in {"NOUN", "PROPN"} or triggers.is_dated_noun(words, noun):
        return False
    if words.dep[root] not in {"compound", "amod", "nummod", "nmod"} or any(
        words.dep[c] == "case" for c in words.children[root]
    ):
        return False
    return words.dep[noun] in {"obj", "obl", "nmod"} and words.low[last - 1].isdecimal() and len(words.low[last - 1]) == 4


def _not_perfect(words: Words, verb: int, first: int) -> int:
    """ "has freed 40 pupils kidnapped two years ago": the perfect tells of now, so the time is that of the verb before it."""
    if not any(words.dep[c] == "aux" and words.low[c] in HAS_OR_IS for c in words.children[verb][:FEW_CHILDREN]):
        return verb
    start = max(words.sentences[words.sent[first]][0], first - GOVERNOR_REACH)
    others = (n for n in range(first - 1, start - 1, -1) if words.tag[n] in {"VBN", "VBD"} and n != verb)
    return next((n for n in others if triggers.is_verb_trigger(words, n)), verb)


def _scheduled(words: Words, first: int, verb: int) -> int | None:
    """What a verb of planning puts at a time: "the vote scheduled for Friday", "the summit is set for May"."""
    if words.lemma[verb] not in triggers.SCHEDULING or not first or words.low[first - 1] != "for":
        return None
    noun = next((c for c in words.children[verb][:FEW_CHILDREN] if words.dep[c].startswith("nsubj")), words.head[verb])
    return noun if triggers.is_dated_noun(words, noun) and noun < verb else None


def _since(words: Words, first: int, verb: int) -> int | None:
    """What a time behind "since" dates: "sales have risen since the opening of its plant in 2016"."""
    nouns = (c for c in words.children[verb][:FEW_CHILDREN] if verb < c < first and triggers.is_dated_noun(words, c))
    return next((c for c in nouns if any(words.low[k] == "since" for k in words.children[c][:FEW_CHILDREN])), None)


def _told_to_be(words: Words, node: int) -> int | None:
    """The event that a copula puts at a time: "The first flight was in 1994", "The vote is on Friday"."""
    deps = {words.dep[child]: child for child in words.children[node][:FEW_CHILDREN]}
    subject = deps.get("nsubj")
    return subject if subject is not None and "cop" in deps and triggers.is_dated_noun(words, subject) else None


def _when_it_was(words: Words, root: int) -> int | None:
    """The verb of a clause with "when" whose time the sentence says: "when the ship docked it was 3 May"."""
    deps = {words.dep[child]: child for child in words.children[root][:FEW_CHILDREN]}
    verb, subject = deps.get("advcl"), deps.get("nsubj")
    if verb is None or subject is None or "cop" not in deps or words.low[subject] != "it":
        return None
    when = any(words.low[c] == "when" for c in words.children[verb][:FEW_CHILDREN])
    return verb if when and triggers.is_verb_trigger(words, verb) else None


def _clause_verb(words: Words, root: int) -> int | None:
    """For a time that the parse leaves hanging: the nearest verb of the sentence before it, else after it."""
    first, last = words.sentences[words.sent[root]]
    before = range(root - 1, max(first, root - GOVERNOR_REACH) - 1, -1)
    after = range(root + 1, min(last, root + GOVERNOR_REACH))
    return next((n for ahead in (before, after) for n in ahead if triggers.is_verb_trigger(words, n)), None)


def noun_before(words: Words, date: EventDate, verb: int) -> int | None:
    """The event noun that a date stands right behind, between it and a later verb: "the crash in June"."""
    if date.wording is None:
        return None
    first = bisect_right(words.start, date.wording[0]) - 1
    noun = first - 2
    told = (
        noun >= 0 and first < verb and words.low[first - 1] in {"in", "on", "of"} and triggers.is_noun_trigger(words, noun)
    )
    return noun if told else None


def told_about(words: Words, n: int, verb: int) -> bool:
    """Whether a verb speaks of an event that is known: "condemned the bombing"."""
    about = {words.lemma[verb], words.lemma[verb].removesuffix("e")} & triggers.ABOUT  # the lemmatizer may say "condemne"
    return bool(about) and words.dep[n] == "obj" and is_definite(words, n)


def is_definite(words: Words, n: int) -> bool:
    """Whether a noun names something known: "the bombing", "his death"."""
    return any(words.low[c] in DEFINITE for c in words.children[n][:FEW_CHILDREN])
