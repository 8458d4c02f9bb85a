"""Why the main event happened: phrases that a word of cause, motive or purpose opens."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.language.answers.places import Place, phrase, places
from generator.language.answers.ranking import Candidate, Feature, Offsets
from generator.language.answers.story import Story, tells
from generator.language.words import Words

MOTIVES = frozenset("revenge retaliation reprisal response punishment protest".split())
MOTIVES_ALONE = frozenset("revenge retaliation reprisal retribution".split())
# "sparked by", "stemmed from", "blamed on", "attributed to"
ORIGINS = {
    "by": frozenset("cause spark trigger prompt motivate provoke fuel drive".split()),
    "from": frozenset("stem result arise".split()),
    "on": frozenset("blame".split()),
    "to": frozenset("attribute".split()),
}
# what they are the subject of they brought about: "Heavy rain caused the flood"
CAUSING = frozenset("cause spark trigger prompt provoke".split())
# a cause follows these words
OPENERS = tuple(
    tuple(words.split())
    for words in (
        "owing to, thanks to, on account of, in light of, in view of, in the wake of, as a consequence of, over fears of, "
        "over concerns about, amid fears of, amid concerns about, for fear of, on suspicion of, on charges of"
    ).split(", ")
)
NAMED = frozenset("citing blaming".split())  # "citing the new tax"
RESULTS = frozenset("result outcome consequence product".split())
# what one is charged with is why: "arrested on fraud charges", "fined for speeding"
CHARGED = frozenset(
    "arrest charge fine jail sue accuse convict sentence suspend ban sack fire dismiss punish indict".split()
)
CHARGES = frozenset({"for", "over", "on"})
# what it is about: "protest over the law", "resigns over the leak"
QUARRELS = frozenset(
    "protest strike resign quit clash row dispute walkout boycott anger outrage apologise apologize".split()
)
# "in a bid to win", "in an effort to stop"
AIMS = frozenset("bid effort attempt quest move push drive".split())
# verbs of moving and meeting: what follows "to" or "for" is what it was done for
PURPOSEFUL = frozenset(
    "arrive land travel fly go come meet visit gather hold return sit march rally assemble invite".split()
)
UNITS = frozenset("time hour day week year month minute".split())
# what follows "to" after these is how it turned out: "won 2-1 to reach the final", "rallied to close at 40", "lived to be 90"
TURNING_OUT = frozenset(
    "win beat defeat edge thrash rally score rise climb fall slip recover survive grow live wake finish overcome fight".split()
)
# what one reacts to is why one does: "celebrate the victory", "react to the ruling"
REACTIONS = frozenset("celebrate mourn react condemn commemorate".split())
# "champions after a late victory over Moorfield": what turned it
TURNS = frozenset(
    "victory win defeat loss triumph vote ruling verdict row dispute scandal argument protest complaint".split()
)
FEELINGS = frozenset("disappointed angry furious angered upset outraged dismayed unhappy enraged frustrated".split())
SHORT = 3  # words
CAUSE_SENTENCES = 14  # in which a cause can be that of the main event


@dataclass(frozen=True, slots=True)
class Marker:
    """A kind of words that open a cause."""

    name: str
    kind: str  # what such words say: a cause, a motive, a purpose, or only what went before
    begins: Callable[[Place], int | None]  # the first token of the cause
    example: str
    alone: bool = False  # the cause is that one word


def _motive_for(at: Place) -> int | None:
    told = at.follows == "for" or (at.follows in {"to", "against", "at", "over"} and at.before == "in")
    return at.n if at.low in MOTIVES and told else None


def _motive_alone(at: Place) -> int | None:
    return at.n if at.low in MOTIVES_ALONE else None


def _origin(at: Place) -> int | None:
    words = at.story.words
    return at.n + 1 if at.low in ORIGINS and words.lemma[at.n - 1] in ORIGINS[at.low] else None


def _caused(at: Place) -> int | None:
    words = at.story.words
    if words.lemma[at.n] not in CAUSING or words.pos[at.n] != "VERB" or words.tag[at.n] in {"VBG", "VBN"}:
        return None
    subject = next((c for c in words.children[at.n] if words.full_dep[c] == "nsubj" and at.first <= c < at.n), None)
    if subject is None or words.pos[subject] == "PRON":
        return None
    return max(words.subtree(subject)[0], at.first)


def _opener(at: Place) -> int | None:
    words = at.story.words
    for opener in OPENERS:
        if at.low == opener[0] and tuple(words.low[at.n : at.n + len(opener)]) == opener:
            return min(at.n + len(opener), at.last - 1)
    return None


def _named(at: Place) -> int | None:
    return at.n + 1 if at.low in NAMED and at.follows else None


def _because(at: Place) -> int | None:
    marked = at.low == "because" and at.story.words.dep[at.n] in {"mark", "case"}
    return at.n + (2 if at.follows == "of" else 1) if marked else None


def _result_of(at: Place) -> int | None:
    return at.n + 2 if at.low in RESULTS and at.follows == "of" and not at.harm else None


def _charged(at: Place) -> int | None:
    words = at.story.words
    head = words.head[at.n]
    verb = words.head[head]
    told = at.low in CHARGES and words.dep[at.n] in {"case", "mark"} and words.lemma[verb] in CHARGED and verb < at.n
    return at.n if told and words.pos[verb] == "VERB" and words.lemma[head] not in UNITS else None


def _quarrel(at: Place) -> int | None:
    words = at.story.words
    above = words.head[words.head[at.n]]
    return at.n + 1 if at.low in {"over", "against"} and words.lemma[above] in QUARRELS and above < at.n else None


def _aim(at: Place) -> int | None:
    return (
        at.n + 1 if at.low in AIMS and at.follows == "to" and "in" in at.story.words.low[max(at.n - 3, 0) : at.n] else None
    )


def _feeling(at: Place) -> int | None:
    told = at.low in FEELINGS and at.follows in {"with", "at", "by", "over", "about"}
    return at.n if told and not at.harm else None


def _due_to(at: Place) -> int | None:
    open_ended = at.story.words.tag[min(at.n + 2, at.last - 1)] == "VB"  # "due to open"
    return at.n + 2 if at.low == "due" and at.follows == "to" and not open_ended else None


def _turn(at: Place) -> int | None:
    words = at.story.words
    told = at.low == "after" and words.lemma[words.head[at.n]] in TURNS and words.head[at.n] > at.n
    return at.n + 1 if told and not at.harm else None


def _headline_after(at: Place) -> int | None:
    if at.low != "after" or at.story.headline is None or at.order:
        return None
    told = any(tells(at.story.words, k, at.verbs) for k in range(at.n + 2, min(at.last, at.n + 8)))
    return at.n + 1 if told else None


def _after(at: Place) -> int | None:
    """ "… after a crane fell on the quay": what went before in a clause of its own."""
    words = at.story.words
    clause = words.dep[at.n] == "mark" and words.dep[words.head[at.n]] == "advcl" and words.head[at.n] > at.n
    in_story = clause and at.story.order(at.n) != "headline"
    return at.n + 1 if at.low == "after" and in_story else None


def _reaction(at: Place) -> int | None:
    words = at.story.words
    if words.lemma[at.n] not in REACTIONS or words.pos[at.n] != "VERB":
        return None
    begin = at.n + 1 + (at.follows in {"to", "over", "against", "for"})
    return begin if begin < at.last and words.low[begin] != "on" else None


def _done_for(at: Place) -> int | None:
    return at.n if at.low in {"to", "for"} and _purpose(at.story.words, at.n) else None


def _in_order(at: Place) -> int | None:
    """ "moved to Oslo to be near her son": an infinitive of purpose that the main verb has."""
    words = at.story.words
    action = words.head[at.n]
    above = words.head[action]
    told = at.low == "to" and words.tag[action] == "VB" and words.dep[action] == "advcl" and above < at.n < action
    return at.n if told and words.pos[above] == "VERB" and words.lemma[above] not in TURNING_OUT else None


def _purpose(words: Words, n: int) -> bool:
    """ "landed in Oslo to meet Ann Field", "arrived for talks"."""
    action = words.head[n]
    verb = words.head[action]
    if words.lemma[verb] not in PURPOSEFUL or words.pos[verb] not in {"VERB", "NOUN"}:
        return False
    if words.low[n] == "to":
        return words.tag[action] == "VB" and words.dep[action] in {"advcl", "acl"}
    noun = words.pos[action] == "NOUN" and words.lemma[action] not in UNITS
    return words.dep[n] == "case" and words.dep[action] == "obl" and noun


# the first that fits a word counts
MARKERS = (
    Marker("motive for", "motive", _motive_for, "They shelled the port in retaliation for the raid."),
    Marker("motive", "motive", _motive_alone, "He killed him in revenge.", alone=True),
    Marker("origin", "cause", _origin, "The fire was caused by a faulty heater."),
    Marker("caused", "cause", _caused, "A faulty heater caused the fire."),
    Marker("because", "cause", _because, "The school shut because of the flood."),
    Marker("opener", "cause", _opener, "The port shut owing to a strike of the pilots."),
    Marker("named", "cause", _named, "Acme closed its mill on Friday, citing the new tax."),
    Marker("result of", "cause", _result_of, "The strike is a result of the pay freeze."),
    Marker("aim", "purpose", _aim, "Acme raised its offer in a bid to win over the board."),
    Marker("charged", "ground", _charged, "Bo Reed was arrested for the theft of a tram."),
    Marker("quarrel", "ground", _quarrel, "The mayor resigned over the leak of a letter."),
    Marker("feeling", "motive", _feeling, "Farmers angry at the new tax blocked the road."),
    Marker("due to", "cause", _due_to, "The match was called off due to heavy rain."),
    Marker("turn", "before", _turn, "Rovers are champions after a late victory over Moorfield."),
    Marker("headline after", "before", _headline_after, "Field resigns after auditors find a hole"),
    Marker("after", "before", _after, "Ann Field left the town after the court ruled against her."),
    Marker("reaction", "ground", _reaction, "Thousands celebrate the ruling."),
    Marker("purpose", "purpose", _done_for, "Reed landed in Oslo to meet Ann Field."),
    Marker("in order to", "purpose", _in_order, "Acme sold the mill to pay its debts."),
)


def why(story: Story) -> Iterator[Candidate]:
    """Motives ("in retaliation for …"), causes ("because …", "due to …") and purposes ("to discuss …")."""
    for at in places(story, CAUSE_SENTENCES):
        if found := _cause(at):
            marker, span = found
            yield Candidate(span, _features(at, marker, span))


def _features(at: Place, marker: Marker, span: Offsets) -> tuple[Feature, ...]:
    """What speaks for and against a phrase as the cause of the main event."""
    words, order = at.story.words, at.story.order(at.n)
    first, last = at.story.tokens(span)
    above = words.head[words.head[at.n]]
    top = order in {"headline", "0", "1"}
    return (
        ("marker", marker.name),
        ("kind", marker.kind),
        ("kind, at the top", marker.kind, top),
        ("sentence", order),
        ("sentence about it", at.story.shared(at.n)),
        ("long", last - first > SHORT),
        ("main clause", words.head[above] == above),
    )


def _cause(at: Place) -> tuple[Marker, Offsets] | None:
    """The cause that a word opens, and which marker it is."""
    for marker in MARKERS:
        begin = marker.begins(at)
        if begin is not None:
            last = at.n if marker.name == "caused" else at.last
            span = at.story.span(begin, begin + 1) if marker.alone else phrase(at.story, begin, last)
            return marker, span
    return None
