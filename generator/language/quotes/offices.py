"""Whom an office means: "the chief executive" after "The chief executive of Tarn Mills, Ann Field, spoke", if only one bears it.

An office is a noun of what somebody is, with what modifies it: the words before it, and what stands behind its "of". A source
means the one person of whom an earlier phrase tells the same office and all words that the source has.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.coreference.component import Entity
from generator.language.coreference.roles import COURTESY, HONOURING, HONOURS, RELATIVE
from generator.language.coreference.trades import KINSHIP, MERELY, ROLES, is_person
from generator.language.lexicon.tags import FINITE
from generator.language.words import Words
from generator.values.calendar_words import WEEKDAY_NAMES

# "the former president", "the shadow home secretary": another office than the president's
ANOTHER_OFFICE = frozenset(
    "former shadow ex deputy vice acting assistant interim outgoing late then future next previous new old junior associate co "
    "honorary under another other".split()
)
BEFORE_AN_OFFICE = frozenset({"the", "a", "an", "this", "that"})
LONGEST = (
    14  # words of an office before a name: "Norland's Minister of Trade and Chairman of the Board of Ports, Dr. the Hon."
)
BEFORE_NAMES = COURTESY | HONOURING | HONOURS | {"the", "."}
ALSO = {"attorney": "lawyer", "counsel": "lawyer"}  # "Defense attorney Ann Field ... the defense lawyer"
INSIDE = frozenset({"NOUN", "PROPN", "ADJ", "DET", "ADP", "PART", "CCONJ"})
JOINING_OFFICES = frozenset({"and", "&"})
OFFICE_OF = frozenset({"of", "for", "at", "in"})  # what an office is of
OFFICE_HOLDERS = ROLES - frozenset(
    "man woman boy girl resident witness official expert author victim suspect teenager passenger".split()
)


@dataclass(frozen=True, slots=True)
class Office:
    """What somebody is: "chief executive of Tarn Mills"."""

    role: str
    words: frozenset[str]
    bearer: Entity
    at: int  # the token from which on the article has told of it


class Offices:
    """The offices that one article tells of."""

    def __init__(self, words: Words, entities: Sequence[Entity]) -> None:
        self.words = words
        self.known: dict[str, list[Office]] = {}  # by role
        self.bearers: set[str] = set()  # the ids of those who have any
        for entity in entities:
            if entity.type == "PERSON":
                for low, high in self._told(entity):
                    self._learn(low, high, entity)

    def bearer(self, start: int, end: int, head: int) -> Entity | None:
        """The one person whom "the OFFICE" means; None where nobody or several bear it."""
        words = self.words
        role = self._word(head)
        if role not in self.known or end - start > LONGEST or not (words.low[start] == "the" or self._bodys(start, head)):
            return None
        told = self._content(start, end)
        fits = {o.bearer.id: o.bearer for o in self.known[role] if o.at < start and told <= o.words and self._same(told, o)}
        if len(fits) != 1 or self._another(role, start):
            return None
        return next(iter(fits.values()))

    def _bodys(self, start: int, head: int) -> bool:
        """ "Norland's | security chief": whose office it is stands before it by name."""
        words = self.words
        owner = next((n for n in range(start, head) if words.tag[n] == "POS"), start)
        return owner > start and all(words.pos[n] == "PROPN" for n in range(start, owner))

    def contradicts(self, start: int, head: int, entity: Entity) -> bool:
        """Whether a source's office is not the person's: "the shadow home secretary", "the mayor" of "the mayor's wife, Ann Field"."""
        role = self._word(head)
        offices = self.known.get(role, ())
        own = [office for office in offices if office.bearer is entity]
        if not own:
            counterpart = any(office.bearer is entity for office in self.known.get("counterpart", ()))
            return role in OFFICE_HOLDERS and entity.id in self.bearers and not counterpart
        other = ANOTHER_OFFICE & {self.words.low[n] for n in range(start, head)}
        return not any(other == office.words & ANOTHER_OFFICE for office in own)

    def _same(self, told: frozenset[str], office: Office) -> bool:
        """Whether neither is the former or the deputy of the other."""
        return told & ANOTHER_OFFICE == office.words & ANOTHER_OFFICE

    def _another(self, role: str, before: int) -> bool:
        """Whether the article has told of somebody else with the role without a name: "a minister", "two ministers"."""
        words = self.words
        return any(
            words.lemma[n] == role and (words.tag[n] in {"NNS", "NNPS"} or self._indefinite(n))
            for n in range(max(0, before - LONGEST * LONGEST), before)
        )

    def _indefinite(self, n: int) -> bool:
        words = self.words
        named = words.pos[n + 1] == "PROPN" or words.text[n + 1] in {",", "of"}  # "a coach, Ann Field"
        return not named and any(words.low[k] in {"a", "an", "another"} for k in range(max(0, n - 2), n))

    def _told(self, entity: Entity) -> list[tuple[int, int]]:
        """The phrases, in tokens, that tell what somebody is."""
        starts = self.words.start
        found = [(bisect_left(starts, d.start), bisect_left(starts, d.end)) for d in entity.descriptions]
        for mention in entity.mentions:
            if mention.kind == "name":
                before = self._before(bisect_left(starts, mention.start), bisect_left(starts, mention.end))
                found += [before] if before else []
        return found

    def _before(self, start: int, end: int) -> tuple[int, int] | None:
        """ "[Norland's Minister of Trade], Dr. the Hon. | Ann Field,": what a comma parts from a name and its honours."""
        words = self.words
        comma = start - 1
        while comma > 0 and words.low[comma] in BEFORE_NAMES:
            comma -= 1
        if comma < 1 or words.text[comma] != "," or not self._closed(end):
            return None
        low, sentence = comma, words.sent[comma]  # a parse may begin a sentence at "Hon."
        while low > 0 and comma - low < LONGEST and words.sent[low - 1] == sentence and self._inside(low - 1):
            low -= 1
        opens = low == 0 or words.sent[low - 1] != sentence or words.pos[low - 1] in {"VERB", "SPACE", "PUNCT", "AUX"}
        return (low, comma) if low < comma and opens else None

    def _closed(self, end: int) -> bool:
        """Whether a comma, a verb or an end follows a name: "the mayor, Ann Field, and Bo Reed" may be a list."""
        words = self.words
        if end + 1 >= len(words.text):
            return True
        return words.low[end] not in {"and", "or", "&"} and words.low[end + 1] not in {"and", "or"}

    def _inside(self, n: int) -> bool:
        words = self.words
        return words.pos[n] in INSIDE and words.tag[n] not in FINITE and words.low[n] not in WEEKDAY_NAMES

    def _learn(self, low: int, high: int, entity: Entity) -> None:
        """Keep the offices of a phrase: "Minister of Trade and Chairman of the Board" has two."""
        words, first = self.words, low
        while first < high:
            last = next(
                (n for n in range(first, high) if words.low[n] in JOINING_OFFICES and self._roles(n + 1, high)), high
            )
            for head in self._roles(first, last):
                office = Office(self._word(head), self._content(first, last), entity, high)
                self.known.setdefault(office.role, []).append(office)
                self.bearers.add(entity.id)
            first = last + 1

    def _roles(self, low: int, high: int) -> list[int]:
        """The nouns of an office that stand before its first "of": "candidate" and "senator" of "candidate Senator"."""
        words = self.words
        limit = next((n for n in range(low, high) if words.low[n] in OFFICE_OF or words.text[n] == ","), high)
        return [n for n in range(low, limit) if self._holder(n) and words.tag[n + 1 : n + 2] != ["POS"]]

    def _holder(self, n: int) -> bool:
        """Whether a noun is one for what somebody is: of the list, or by the table of nouns."""
        words = self.words
        if words.low[n] in ROLES or words.lemma[n] in RELATIVE | KINSHIP | MERELY:
            return words.low[n] in OFFICE_HOLDERS
        return words.tag[n] in {"NN", "NNP"} and is_person(words, n)

    def _content(self, start: int, end: int) -> frozenset[str]:
        """The words of a phrase that say something."""
        words = self.words
        return frozenset(self._word(n) for n in range(start, end) if words.pos[n] != "PUNCT") - BEFORE_AN_OFFICE

    def _word(self, n: int) -> str:
        low = self.words.low[n]
        return ALSO.get(low, low)
