"""Where it happened, at a glance: a place that most openings name and several articles answer with, or the town in it.

"Two trams collided in Ostra." with "the city of Ostra in Norland" elsewhere: Ostra says more than Norland. A town is told for the state
or country that the articles agree on where half of them name it and no other town of that state or country half as often. What a
story is about is no place of it: "the Norland inquiry", "Norland's president": openings must say "in Norland".
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.dossier.glance_asked import Asked, inside
from generator.dossier.model import Glance, Passage, Subject
from generator.dossier.passages import passage as cited
from generator.records.model import Paragraph
from generator.values.span import Span

# Chosen on the answers of 29 folders of articles, each judged by a reader
OPENED = 0.5  # share of the articles above which a place that their openings name is "where"
PLACE_ANSWERED = 2  # articles that answer with it
TOWN_NAMED = 0.5  # share of the articles that name a town
CLEAR = 2  # times as many of them as name any other town there
LOCATED = 0.4  # share of the articles whose openings say that something is in, at or near a place, or report from it
NEWS = 6  # paragraphs in which an article tells its news
SHOUTED = 4  # letters above which capitals are a dateline's: "ERIE, Pa. —" says where the reporter is
BEFORE_PLACE = 60  # code points before a name in which its preposition stands
# "in Ostra", "near the northern city of Ostra", "at Ostra, Norland"
IN = re.compile(
    r"\b(in|at|near|outside|off|across|around|inside|throughout|within)"
    r"( (the|central|downtown|upstate|nearby|(north|south|east|west)(ern)?|(city|town|village|state) of|city|town|village|state))*"
    r" ?((?-i:[A-Z][\w.-]*( [A-Z][\w.-]*){0,3}), )?\Z",
    re.I,
)
# and no more of the name's phrase behind it: "in Ostra on Friday", not "in Norland's capital", "in Norland football"
PHRASE_ENDS = re.compile(
    r"\W*\Z|[,.;:!?)—–”\"]|\s+([-—–(]|[A-Z0-9“]|\w+(ed|ing)\b"
    r"|(a|after|ahead|amid|an|and|are|as|at|because|before|but|by|during|early|for|from|had|has|have|in|into|is|just|last|late|more|near"
    r"|of|off|on|or|over|said|says|shortly|since|so|than|that|the|this|through|to|today|until|was|were|when|where|which|while|who|will"
    r"|with|would)\b)"
)
# "OSTRA, Norland (AP) — ": the report was filed there
FILED = re.compile(r"(, [A-Z][\w. ]{1,20})?,? ?(\([A-Z][\w/ ]{1,20}\))? ?(—|–|--|-)\s")
TOWN = re.compile(r"[A-Z][A-Z .’'-]+, ")
# the smaller the better: a town says more than its country
GRAIN = {"city": 0, "county": 1, "region": 2, "state": 2, "country": 3}


def where_it_happened(asked: Asked) -> Glance | None:
    """The smallest place that the articles agree on, or the town in it that stands out."""
    found = _agreed(asked)
    if found is None:
        return None
    passage, place = found
    town = _town(asked, place)
    if town is None:
        return Glance("where", passage, place.id)
    return Glance("where", _with_larger(asked, town[1], place) or town[0], town[1].id)


def _agreed(asked: Asked) -> tuple[Passage, Subject] | None:
    """The smallest place that most openings name, that several articles answer with, and that lies somewhere known."""
    least = min(PLACE_ANSWERED, asked.independent(asked.told))
    found = []
    for order, subject in enumerate(asked.people):
        if subject.place is None:
            continue
        if len(asked.told) == 1:  # nobody else could agree: one of its answers is enough
            named = [m for m in subject.mentions if m.text[:1].isupper() and inside(m, asked.near("where"))]
            votes = least
        else:
            named, votes = asked.opened(subject, asked.beginnings), asked.answered(subject, "where")
        if len(asked.told) > 1 and _located(asked, subject) < LOCATED * len(asked.told):
            continue
        meant = asked.main is not None and asked.main.place == subject.id
        enough = len(named) > OPENED * len(asked.told) or (meant and len(named) > 1)
        if named and votes >= least and (enough or len(asked.told) == 1):
            calm = min(named, key=_shouted)  # the first in small letters
            found.append((GRAIN[subject.place.kind], -votes, order, calm, subject))
    if not found:
        return None
    *_, passage, place = min(found, key=lambda each: each[:3])
    return passage, place


def _located(asked: Asked, place: Subject) -> int:
    """How many articles say near their beginning that something is in a place, or report from that town."""
    return len(
        {
            m.source
            for m in place.mentions
            if m.source in asked.told
            and inside(m, asked.beginnings[m.source])
            and (_is_in(asked, m) or _files(asked, m, place))
        }
    )


def _is_in(asked: Asked, name: Passage) -> bool:
    text = asked.known[name.source].text
    return (
        IN.search(text[max(0, name.start - BEFORE_PLACE) : name.start]) is not None
        and PHRASE_ENDS.match(text, name.end) is not None
    )


def _files(asked: Asked, name: Passage, place: Subject) -> bool:
    """Whether a name is a dateline: the town, or the state behind it."""
    text = asked.known[name.source].text
    before = next((text[p.start : name.start] for p in asked.beginnings[name.source] if p.start <= name.start < p.end), "?")
    town = place.place is not None and place.place.kind == "city"
    opens = (town and not before) or TOWN.fullmatch(before) is not None
    return opens and FILED.match(text, name.end) is not None


def _town(asked: Asked, larger: Subject) -> tuple[Passage, Subject] | None:
    """The town in a state or country that half of the articles name, and no other half as often: in their news, else anywhere."""
    towns = [s for s in asked.people if _lies_in(asked, s, larger)]
    meant = [s for s in towns if asked.main is not None and s.id == asked.main.place]
    for paragraphs in (NEWS, None):
        parts = _parts(asked, paragraphs)
        named = {s.id: [p for p in asked.opened(s, parts) if not _shouted(p)] for s in towns}
        counted = {name: asked.independent(p.source for p in passages) for name, passages in named.items()}
        for town in meant or towns:
            others = max((n for name, n in counted.items() if name != town.id), default=0)
            many = counted[town.id]
            if many and many >= TOWN_NAMED * asked.independent(asked.told) and many >= CLEAR * others:
                return named[town.id][0], town
    return None


def _parts(asked: Asked, paragraphs: int | None) -> Mapping[str, Sequence[Paragraph]]:
    """Of each article the headline and its first paragraphs, or all."""
    kept = None if paragraphs is None else paragraphs + 1
    return {s: [p for p in asked.known[s].paragraphs if p.kind in {"title", "body"}][:kept] for s in asked.told}


def _lies_in(asked: Asked, town: Subject, larger: Subject) -> bool:
    """Whether a town lies in a country by the gazetteer, or in a state by the articles: "Ostra, Norland"."""
    if town.place is None or larger.place is None or town.place.kind != "city" or town.place.country != larger.place.country:
        return False
    return larger.place.kind == "country" or (larger.place.kind == "state" and _with_larger(asked, town, larger) is not None)


def _with_larger(asked: Asked, town: Subject, larger: Subject) -> Passage | None:
    """Where an article names both in one: "Ostra, Norland"."""
    ends = {(m.source, m.start): m for m in larger.mentions}
    both = [
        cited(asked.known[m.source], Span(m.start, after.end))
        for m in town.mentions
        if m.source in asked.told
        and (after := ends.get((m.source, m.end + len(", "))))
        and asked.known[m.source].text.startswith(", ", m.end)
    ]
    return min(both, key=lambda p: (p.text[:SHOUTED].isupper(), asked.told.index(p.source), p.start), default=None)


def _shouted(name: Passage) -> bool:
    """Whether a name stands in capitals, as in a dateline."""
    return len(name.text) > SHOUTED and name.text.isupper()
