"""Which words tell of an event: verbs, and nouns that name something that happens."""

from __future__ import annotations

from generator.language.lexicon.event_nouns import EVENT_NOUNS
from generator.language.words import FEW_CHILDREN, Words

# verbs that only help others, or name a state that has no day
NO_EVENT = frozenset(
    "be have do seem appear belong consist contain include involve depend mean matter own resemble lack cost weigh need let "
    "keep remain stay exist live concern relate possess deserve get use base name know want like love hate believe think".split()
)
DATING = frozenset({"dated", "dating", "dates", "date"})
NOMINAL = ("tion", "sion", "ment", "ance", "ence", "ing", "al")
# "said on Monday that ...": the day is of the saying
SAYING = frozenset(
    "say tell add note report announce argue declare explain state claim insist acknowledge suggest warn conclude reply respond "
    "assert stress emphasize confirm write predict indicate estimate comment remark observe ask".split()
)
# what follows these in the infinitive is planned
PLANNING = frozenset(
    "plan expect schedule set due intend agree promise pledge vow hope want aim prepare propose seek decide threaten ask urge order "
    "need likely ready slate vote choose".split()
)
# what these are about has been before: "condemned the bombing on Monday"; but "held the talks on Monday"
ABOUT = frozenset(
    "condemn denounce criticize criticise praise hail welcome mourn regret deplore discuss describe recall remember honor honour "
    "celebrate investigate probe review defend justify blame attribute call consider see use mention cite follow oppose "
    "support protest survive know study examine analyze analyse explain deny confirm".split()
)
# their objects lie ahead: "plans a strike"; with them in the passive their subjects do: "a strike is planned"
PUTTING_AHEAD = frozenset("plan schedule expect prepare propose intend slate".split())
# what these are told of is what happens: "the hearing will take place on Friday"
TAKING_PLACE = frozenset("take happen occur begin start open follow come end".split())
# what is promised lies ahead of the promise
PROMISING = frozenset("agree promise vow pledge decide threaten vote".split())
# what these put at a time happens then: "the vote scheduled for Friday"
SCHEDULING = frozenset("schedule plan slate set time".split())
# what these are about did not happen: "refused to sign", "denied killing her"
REFUSING = frozenset("refuse decline fail deny avoid forget neglect".split())
BEGINNING = frozenset("begin start continue stop finish cease resume keep help manage try fail".split())
MODALS = {
    "will": "planned",
    "'ll": "planned",
    "’ll": "planned",
    "shall": "planned",
    "wo": "planned",
    "would": "hypothetical",
    "could": "hypothetical",
    "may": "hypothetical",
    "might": "hypothetical",
    "should": "hypothetical",
    "can": "hypothetical",
    "ca": "hypothetical",
    "must": "hypothetical",
}
BEFORE_ORDER = 4  # tokens before an order
NEGATIONS = frozenset({"not", "n't", "n’t", "never", "no", "neither", "nor", "without"})
UNTIL = frozenset({"until", "till"})
CONDITIONS = frozenset({"if", "unless", "whether"})
# what may stand before its subject in place of "if"
INVERTED = frozenset({"had", "should", "were"})


def is_verb_trigger(words: Words, n: int) -> bool:
    """A full verb that tells of something happening."""
    if words.pos[n] != "VERB" or words.tag[n][:2] != "VB":
        return False
    if dates_a_thing(words, n):
        return False
    return words.lemma[n] not in NO_EVENT and words.dep[n] not in {"amod", "aux", "cop", "case", "mark", "compound", "fixed"}


def dates_a_thing(words: Words, n: int) -> bool:
    """ "A letter dated 4 June", "bones dating from 1650"; not "they started dating in 2014"."""
    low = words.low[n]
    return (low == "dated" and words.tag[n] == "VBN") or (low in DATING and words.low[n + 1 : n + 2] in (["from"], ["back"]))


def is_noun_trigger(words: Words, n: int) -> bool:
    """A common noun that names an event."""
    if words.pos[n] != "NOUN":
        return False
    lemma = words.lemma[n]
    return lemma in EVENT_NOUNS or words.low[n] in EVENT_NOUNS


def is_trigger(words: Words, n: int) -> bool:
    """A verb or a noun that tells of something happening; not a label: "Updated | …"."""
    return (is_verb_trigger(words, n) or is_noun_trigger(words, n)) and words.low[n + 1 : n + 2] != ["|"]


def is_dated_noun(words: Words, n: int) -> bool:
    """A noun that a date right at it turns into an event: "the June 3 downing", "its 1998 restructuring"."""
    return is_noun_trigger(words, n) or (
        words.pos[n] == "NOUN" and len(words.lemma[n]) > 6 and words.lemma[n].endswith(NOMINAL)
    )


def status_of(words: Words, n: int) -> str:
    """Whether an event happened, is planned, did not happen, or might."""
    if _is_negated(words, n):
        return "negated"
    if told := _by_helpers(words, n):
        return told
    if _is_refused(words, n):
        return "negated"
    if told := _by_form(words, n):
        return told
    return "hypothetical" if _is_order(words, n) else _inherited(words, n) or "happened"


def _by_helpers(words: Words, n: int) -> str | None:
    """What an "if" or a modal verb says of an event."""
    children = words.children[n][:FEW_CHILDREN]
    above = (
        words.children[words.head[n]][:FEW_CHILDREN] if words.dep[n] in {"xcomp", "ccomp"} else []
    )  # "if it fails to win"
    if any(words.low[c] in CONDITIONS for c in (*children, *above)) or _is_inverted(words, n) or _was_to_have(words, n):
        return "hypothetical"
    return next((MODALS[words.low[c]] for c in children if words.dep[c] == "aux" and words.low[c] in MODALS), None)


def _is_inverted(words: Words, n: int) -> bool:
    """ "Had the dam failed in June, the town would have drowned", "Should the talks fail": an "if" in other words."""
    helper = next((c for c in words.children[n][:FEW_CHILDREN] if words.low[c] in INVERTED and words.dep[c] == "aux"), None)
    if helper is None or words.dep[n] not in {"advcl", "ccomp"} or helper != words.subtree(n)[0]:
        return False
    return any(words.dep[c].startswith("nsubj") and helper < c < n for c in words.children[n][:FEW_CHILDREN])


def _was_to_have(words: Words, n: int) -> bool:
    """ "The band was to have played on Saturday": it did not, or nobody says so."""
    above = words.head[n]
    node = above if above == n - 1 and words.low[above] == "have" else n  # a parser may take "have" for the verb
    helpers = {words.low[node], *(words.low[c] for c in words.children[node][:FEW_CHILDREN] if c < n)}
    return words.tag[n] == "VBN" and helpers >= {"to", "have"} and bool(helpers & {"was", "were"})


def _by_form(words: Words, n: int) -> str | None:
    """What an infinitive or a noun that is put ahead says of an event."""
    low = {words.low[c] for c in words.children[n][:FEW_CHILDREN]}
    if words.tag[n] == "VBN" and low >= {"to", "be"} and words.dep[n] in {"acl", "acl:relcl"}:
        return "planned"  # "the match, to be played on Saturday"
    if words.tag[n] == "VBN" and low >= {"to", "be"} and low & {"was", "were", "is", "are"}:
        return "planned"  # "it was to be published on Monday"
    if words.tag[n] == "VB" and "to" in low:
        return _of_infinitive(words, n)
    return "planned" if words.pos[n] == "NOUN" and _is_put_ahead(words, n) else None


def _inherited(words: Words, n: int) -> str | None:
    """What a verb has from the one that it is joined to: "will sing and dance"."""
    head = words.head[n]
    if words.dep[n] != "conj" or head >= n or words.pos[head] != "VERB" or words.tag[n] not in {"VB", "VBN"}:
        return None
    told = status_of(words, head)
    return told if told in {"planned", "hypothetical"} else None


def _is_put_ahead(words: Words, n: int) -> bool:
    """ "A vote is planned", "the launch is due on Friday", "plans a strike", "the hearing will take place"."""
    verb, label = words.head[n], words.full_dep[n]
    if verb == n:
        return False
    if label == "obj":
        return words.lemma[verb] in PUTTING_AHEAD and words.pos[verb] == "VERB"
    if not label.startswith("nsubj"):
        return False
    put = (words.tag[verb] == "VBN" and words.lemma[verb] in PUTTING_AHEAD) or words.low[verb] in {"due", "likely"}
    return put or (words.lemma[verb] in TAKING_PLACE and status_of(words, verb) == "planned")


def _is_order(words: Words, n: int) -> bool:
    """ "Stop me if you have heard this": nothing has happened."""
    first = words.sentences[words.sent[n]][0]
    opens = all(words.pos[k] in {"PUNCT", "SPACE", "ADV", "INTJ"} for k in range(max(first, n - BEFORE_ORDER), n))
    return words.tag[n] == "VB" and words.dep[n] == "root" and opens and n - first <= BEFORE_ORDER


def _is_negated(words: Words, n: int) -> bool:
    """ "did not leave", "no vote", "No one was hurt"."""
    children = words.children[n][:FEW_CHILDREN]
    if any(words.low[c] in NEGATIONS and not _is_number(words, c) for c in children):
        return not came_at_last(words, n)
    if n and words.low[n - 1] == "no" and words.pos[n] == "NOUN":
        return True
    return any(words.dep[c].startswith("nsubj") and _nobody(words, c) for c in children)


def came_at_last(words: Words, n: int) -> bool:
    """ "The school did not reopen until Tuesday": it did so on Tuesday."""
    children = words.children[n][:FEW_CHILDREN]
    did = any(words.low[c] == "did" for c in children) and words.tag[n] == "VB"
    ends = (c for c in children if c > n and words.dep[c] == "obl")
    return did and any(words.low[k] in UNTIL for c in ends for k in words.children[c][:FEW_CHILDREN])


def _is_refused(words: Words, n: int) -> bool:
    """ "refused to sign", "denied killing her"."""
    head = words.head[n]
    told = words.dep[n] in {"xcomp", "ccomp"} or (
        words.dep[n] == "advcl" and not any(words.dep[c] == "obj" for c in words.children[head][:FEW_CHILDREN])
    )
    return told and words.tag[n] in {"VB", "VBG"} and words.lemma[head] in REFUSING


def _of_infinitive(words: Words, n: int) -> str:
    """ "plans to leave", "began to burn", "in order to leave"."""
    head = words.head[n]
    if words.lemma[head] in PLANNING or words.low[head] in {"due", "likely", "set", "ready"}:
        return "planned" if status_of_head(words, head) != "negated" else "negated"
    if words.dep[n] in {"advcl", "acl"}:
        return "hypothetical"
    if head != n and words.dep[n] == "xcomp" and words.lemma[head] in BEGINNING:
        return "negated" if words.lemma[head] == "fail" else status_of(words, head)
    return "hypothetical" if words.dep[n] == "xcomp" else "planned"


def _nobody(words: Words, n: int) -> bool:
    denied = any(words.low[c] == "no" and not _is_number(words, c) for c in words.children[n][:FEW_CHILDREN])
    return denied or words.low[n] in {"nobody", "none", "nothing"}


def _is_number(words: Words, n: int) -> bool:
    """ "flight no. 446", "No 10": short for "number"."""
    after = words.low[n + 1 : n + 3]
    return words.low[n] in {"no", "no."} and "".join(after).lstrip(".")[:1].isdecimal()


def status_of_head(words: Words, head: int) -> str:
    """A plan that is denied is no plan."""
    return "negated" if any(words.low[c] in NEGATIONS for c in words.children[head][:FEW_CHILDREN]) else "happened"
