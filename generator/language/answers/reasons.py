"""Why the main event happened, and how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from generator.language.answers.story import Clause, Story, article_verbs, tells
from generator.language.lexicon.negation import NOT
from generator.language.words import Words

Offsets = tuple[int, int]
LONGEST = 9  # words
NO_REASON_ENDS = frozenset({"DET", "ADP", "CCONJ", "SCONJ", "PART", "AUX"})  # no phrase ends with these: "tied to the"
EARLY = 6  # sentences in which a cause can be that of the main event
MOTIVES = frozenset("revenge retaliation reprisal response punishment".split())
MOTIVES_ALONE = frozenset("revenge retaliation reprisal retribution".split())
# "sparked by", "stemmed from"
ORIGINS = {
    "by": frozenset("cause spark trigger prompt motivate provoke".split()),
    "from": frozenset("stem result arise".split()),
}
# verbs of moving and meeting: what follows "to" or "for" is what it was done for
PURPOSEFUL = frozenset(
    "arrive land travel fly go come meet visit gather hold return sit march rally assemble invite".split()
)
# what one reacts to is why one does: "celebrate the victory", "react to the ruling"
REACTIONS = frozenset("celebrate mourn react condemn commemorate".split())
# "champions after a late victory over Moorfield": what turned it
TURNS = frozenset(
    "victory win defeat loss triumph vote ruling verdict row dispute scandal argument protest complaint".split()
)
FEELINGS = frozenset("disappointed angry furious angered upset outraged dismayed unhappy enraged frustrated".split())
HARM = frozenset("kill injure wound die hurt dead".split())
CLAUSES = frozenset({"when", "as", "after"})
MEANS = frozenset({"with", "by", "using", "through"})
NOT_MANNER = frozenset("say tell report believe claim describe name be have do speak meet call want hope win see".split())


@dataclass(frozen=True, slots=True)
class Place:
    """A word of the headline or the lead, where a cause may begin."""

    story: Story
    n: int
    first: int  # tokens of its sentence, half-open
    last: int
    order: int  # of its sentence: 0 the headline, or the first without one
    harm: bool  # whether the main event is that people came to harm
    verbs: set[str]

    @property
    def low(self) -> str:
        """The word."""
        return self.story.words.low[self.n]

    @property
    def before(self) -> str:
        """The word before it in its sentence."""
        return self.story.words.low[self.n - 1] if self.n > self.first else ""

    @property
    def follows(self) -> str:
        """The word after it in its sentence."""
        return self.story.words.low[self.n + 1] if self.n + 1 < self.last else ""


@dataclass(frozen=True, slots=True)
class Marker:
    """A kind of words that open a cause."""

    name: str
    begins: Callable[[Place], int | None]  # the first token of the cause
    cost: float  # the less, the surer
    further: float  # more for every sentence further down
    reach: int  # sentences in which it counts
    example: str
    alone: bool = False  # the cause is that one word


def _motive_for(at: Place) -> int | None:
    told = at.follows == "for" or (at.follows in {"to", "against"} and at.before == "in")
    return at.n if at.low in MOTIVES and told else None


def _motive_alone(at: Place) -> int | None:
    return at.n if at.low in MOTIVES_ALONE else None


def _origin(at: Place) -> int | None:
    words = at.story.words
    return at.n + 1 if at.low in ORIGINS and words.lemma[at.n - 1] in ORIGINS[at.low] else None


def _because(at: Place) -> int | None:
    marked = at.low == "because" and at.story.words.dep[at.n] in {"mark", "case"}
    return at.n + (2 if at.follows == "of" else 1) if marked else None


def _result_of(at: Place) -> int | None:
    told = at.low == "result" and at.follows == "of" and at.before in {"a", "the"}
    return at.n + 2 if told and not at.harm else None


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
    if at.low != "after" or at.harm or at.story.headline is None:
        return None
    told = any(tells(at.story.words, k, at.verbs) for k in range(at.n + 2, min(at.last, at.n + 8)))
    return at.n + 1 if told else None


def _reaction(at: Place) -> int | None:
    words = at.story.words
    if words.lemma[at.n] not in REACTIONS or words.pos[at.n] != "VERB":
        return None
    begin = at.n + 1 + (at.follows in {"to", "over", "against", "for"})
    return begin if begin < at.last and words.low[begin] != "on" else None


def _done_for(at: Place) -> int | None:
    return at.n if at.low in {"to", "for"} and _purpose(at.story.words, at.n) else None


WHOLE = 99
# the first that fits a word counts
MARKERS = (
    Marker("motive for", _motive_for, 0.0, 0.1, WHOLE, "They shelled the port in retaliation for the raid."),
    Marker("motive", _motive_alone, 1.5, 0.1, WHOLE, "He killed him in revenge.", alone=True),
    Marker("origin", _origin, 1.0, 0.2, WHOLE, "The fire was caused by a faulty heater."),
    Marker("because", _because, 1.0, 0.3, EARLY, "The school shut because of the flood."),
    Marker("result of", _result_of, 1.2, 0.3, EARLY, "The strike is a result of the pay freeze."),
    Marker("feeling", _feeling, 2.0, 0.1, 4, "Farmers angry at the new tax blocked the road."),
    Marker("due to", _due_to, 1.0, 0.3, EARLY, "The match was called off due to heavy rain."),
    Marker("turn", _turn, 2.05, 0.1, 2, "Rovers are champions after a late victory over Moorfield."),
    Marker("headline after", _headline_after, 2.0, 0.0, 1, "Field resigns after auditors find a hole"),
    Marker("reaction", _reaction, 2.1, 0.3, 3, "Thousands celebrate the ruling."),
    Marker("purpose", _done_for, 2.2, 0.3, 3, "Reed landed in Oslo to meet Ann Field."),
)


def why(story: Story) -> list[Offsets]:
    """Motives ("in retaliation for …"), causes ("because …", "due to …") and purposes ("to discuss …"), surest first."""
    ranges = ([story.headline] if story.headline else []) + story.lead
    harm = _harm(story)
    verbs = article_verbs(story.words, story.lead[0][0]) if story.lead else set()
    places = (
        Place(story, n, first, last, order, harm, verbs)
        for order, (first, last) in enumerate(ranges)
        for n in range(first, last)
    )
    causes = (_cause(at) for at in places)
    return [span for _, span in sorted(cause for cause in causes if cause)]


def _cause(at: Place) -> tuple[float, Offsets] | None:
    """The cause that a word opens, and how unsure it is."""
    for marker in MARKERS:
        begin = marker.begins(at) if at.order < marker.reach else None
        if begin is not None:
            end = at.story.span(begin, begin + 1) if marker.alone else _phrase(at.story, begin, at.last)
            return marker.cost + marker.further * at.order, end
    return None


def _harm(story: Story) -> bool:
    """Whether the main event is that people came to harm."""
    words = story.words
    ranges = ([story.headline] if story.headline else []) + story.lead[:1]
    return any(words.lemma[n] in HARM or words.low[n] in HARM for first, last in ranges for n in range(first, last))


def _purpose(words: Words, n: int) -> bool:
    """ "landed in Oslo to meet Ann Field", "arrived for talks"."""
    action = words.head[n]
    verb = words.head[action]
    if words.lemma[verb] not in PURPOSEFUL or words.pos[verb] not in {"VERB", "NOUN"}:
        return False
    if words.low[n] == "to":
        return words.tag[action] == "VB" and words.dep[action] in {"advcl", "acl"}
    return (
        words.dep[n] == "case"
        and words.dep[action] == "obl"
        and words.pos[action] == "NOUN"
        and words.lemma[action] not in {"time", "hour", "day", "week", "year", "month", "minute"}
    )


def how(story: Story) -> list[Offsets]:
    """For harm, what did it ("… when a tram overturned"); else the means ("with a truck bomb"), else the act itself."""
    words = story.words
    found: list[tuple[float, Offsets]] = []
    ranges = ([story.headline] if story.headline else []) + story.lead[:4]
    verbs = article_verbs(words, story.lead[0][0]) if story.lead else set()
    harm = _harm(story)
    for order, (first, last) in enumerate(ranges):
        places = (Place(story, n, first, last, order, harm, verbs) for n in range(first, last - 1))
        found += [manner for at in places if (manner := _manner(at))]
    for order, clause in enumerate(story.clauses[:2]):
        act = _act(story, clause)
        if act:
            found.append((1.2 + order, act))
    return [span for _, span in sorted(found)]


def _manner(at: Place) -> tuple[float, Offsets] | None:
    """How it came about, and how unsure that is: what did it to people who came to harm, or the means."""
    words = at.story.words
    if at.harm and at.low in CLAUSES:
        verb = next((k for k in range(at.n + 2, min(at.last, at.n + 8)) if tells(words, k, at.verbs)), None)
        told = verb is not None and words.lemma[verb] not in HARM | NOT_MANNER
        return (at.order * 0.5, at.story.span(verb, _joined_verbs(words, verb, at.last))) if told and verb else None
    cost = _cost_of_means(at) if at.low in MEANS and words.dep[at.n] in {"case", "mark"} and at.order < 3 else None
    return None if cost is None else (cost + at.order * 0.5, _phrase(at.story, at.n, at.last))


def _cost_of_means(at: Place) -> float | None:
    """How unsure a means is: "by setting fire to it" less than "with a truck bomb"."""
    words, head = at.story.words, at.story.words.head[at.n]
    if at.low in {"by", "through", "using"} and words.tag[head] == "VBG" and words.dep[head] == "advcl":
        return 1.0
    noun = at.low == "with" and words.dep[head] == "obl" and words.pos[head] == "NOUN"
    return 1.5 if noun and at.order < 2 and at.harm else None


def _act(story: Story, clause: Clause) -> Offsets | None:
    """A verb and its short object: "stages protest", "rams a truck"."""
    words, verb = story.words, clause.verb
    if verb is None or words.lemma[verb] in NOT_MANNER | HARM or words.lemma[verb].removesuffix("s") in NOT_MANNER:
        return None
    if any(words.low[n] in NOT for n in range(max(clause.first, verb - 3), verb)):
        return None
    end = _short_object(words, verb, clause.last)
    return story.span(verb, end) if end else None


def _short_object(words: Words, verb: int, last: int) -> int | None:
    """The token after the noun phrase right behind a verb: "signed a peace deal"."""
    end = verb + 1
    while end < last and words.pos[end] in {"DET", "ADJ"} and end - verb < 3:
        end += 1
    if end >= last or words.pos[end] != "NOUN" or words.low[end] == "case":
        return None
    while end + 1 < last and words.pos[end + 1] == "NOUN":
        end += 1
    return end + 1


def _joined_verbs(words: Words, verb: int, last: int) -> int:
    """ "derailed and overturned"."""
    if verb + 2 < last and words.low[verb + 1] == "and" and words.pos[verb + 2] == "VERB":
        return verb + 3
    return verb + 1


def _goes_on(words: Words, end: int, last: int) -> bool:
    """Whether a cut parts an adjective from its noun: "the wooden | houses"."""
    return end < last and words.pos[end - 1] == "ADJ" and words.pos[end] in {"NOUN", "PROPN", "ADJ"}


def _phrase(story: Story, first: int, last: int) -> Offsets:
    """Words up to the next mark, a few at most."""
    words = story.words
    first = min(first, last - 1)
    end = min(last, first + LONGEST)
    for n in range(first + 1, end):
        if words.text[n] in {",", ".", ";", "—", "–", "“", '"'} or words.pos[n] == "SPACE":
            end = n
            break
    while end > first + 1 and end < last and "-" in (words.text[end], words.text[end - 1]):
        end -= 1  # not "Mazar" of "Mazar-i-Sharif"
    while end > first + 1 and (words.pos[end - 1] in NO_REASON_ENDS or _goes_on(words, end, last)):
        end -= 1
    return story.span(first, end)
