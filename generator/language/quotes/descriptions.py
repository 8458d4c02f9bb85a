"""Whom "the singer said" means where no earlier phrase tells the same: a person near by, weighed like the antecedents of "he".

"Ann Field has ended her tour. The pop star said ...", "Bo Reed, MP for Moor, ... The 41-year-old said ...". Left out is what an article
says of people without a name ("a judge ... the judge") and of somebody's own people ("the spokesman", "the club's director").
"""

from __future__ import annotations

from collections.abc import Iterable

from generator.language.coreference.component import Entity
from generator.language.coreference.persons import OFFICES
from generator.language.coreference.pronouns import MEN, WOMEN
from generator.language.coreference.roles import FEMALE_ROLES, MALE_ROLES, RELATIVE
from generator.language.coreference.trades import KINSHIP, MERELY, is_person
from generator.language.quotes.aged import Ages
from generator.language.quotes.antecedents import Features
from generator.language.quotes.offices import OFFICE_HOLDERS, Offices
from generator.language.quotes.view import Part, View

WOMAN, MAN = FEMALE_ROLES | WOMEN, MALE_ROLES | MEN
# "the source", "the reporter": of whom an article speaks as of nobody, or of itself
NOBODYS = frozenset(
    "source insider correspondent reporter interviewer interpreter narrator host caller writer reader user sender".split()
)
# these may be firms, too: "the electricity provider"
FIRMS = frozenset(
    "provider supplier maker operator retailer manufacturer developer carrier lender insurer publisher broadcaster employer distributor "
    "giant bidder producer seller buyer centre model".split()
)
TITLED = OFFICES | {"republican", "democrat"}  # with a capital no part of a paper's name: "The Union | Leader"
# one holds these, and a story may tell of a holder whom it does not name: "the judge", "the pilot"
POSTS = frozenset(
    "president minister premier chancellor secretary governor mayor king queen prince princess pope bishop archbishop "
    "cardinal imam general colonel captain admiral commander officer sergeant chief head chairman chairwoman "
    "chairperson chair director manager executive ceo leader boss ambassador envoy diplomat judge justice prosecutor "
    "attorney solicitor barrister detective inspector sheriff doctor surgeon nurse teacher editor coach official "
    "speaker deputy treasurer commissioner superintendent constable councillor consultant pilot driver trainer "
    "referee umpire candidate nominee front-runner employee owner gunman attacker victim suspect defendant plaintiff".split()
)
SHORT = {
    "sen.": "senator",
    "sen": "senator",
    "rep.": "congressman",
    "rep": "congressman",
    "gov.": "governor",
    "gov": "governor",
    "mp": "mp",
}
RELATIVES = frozenset({"who", "whose", "whom"})
LONGEST_DESCRIPTION = 6  # words of a description
WITHIN = 200  # words back in which somebody without a name is remembered


class Descriptions(Part):
    """Judges "the" and a noun for a person as a source."""

    def __init__(self, view: View, offices: Offices, ages: Ages) -> None:
        super().__init__(view)
        self.offices = offices
        self.ages = ages

    def asked(self, start: int, end: int, head: int) -> bool:
        """Whether a phrase names one person by what he or she is, whom the article may have named."""
        words = self.words
        if words.low[start] != "the" or not 0 < head - start <= LONGEST_DESCRIPTION or words.tag[head] in {"NNS", "NNPS"}:
            return False
        aged = self.ages.asked(words.start[start], words.end[head]) is not None
        if not aged and not self._somebody(head):
            return False
        owned = "POS" in words.tag[start : head + 2]
        return not owned and not self._named(head, end) and not self._introduced(words.lemma[head], start)

    def _somebody(self, head: int) -> bool:
        """Whether a noun is one for a person whom an article may know by name."""
        words = self.words
        if not is_person(words, head) or words.lemma[head] in RELATIVE | KINSHIP | MERELY | NOBODYS | FIRMS:
            return False
        return words.text[head].islower() or words.low[head] in TITLED or words.text[head - 1].islower()

    def _named(self, head: int, end: int) -> bool:
        """ "the mayor of Moor, Ann Field", "the striker Bo Reed": a name of its own."""
        words = self.words
        comma = next((n for n in range(head + 1, end) if words.text[n] == ","), head)
        behind = [n for n in range(comma + 1, end) if words.low[n] not in RELATIVES or n > comma + 1]
        if comma > head and behind and words.low[comma + 1] in RELATIVES:
            return False  # "the mayor, who leads Moor"
        return any(words.pos[n] == "PROPN" and words.pos[n - 1] not in {"ADP", "DET"} for n in behind)

    def _introduced(self, noun: str, before: int) -> bool:
        """Whether the article has told of such a one without a name: "a senior police officer", "the second official"."""
        words = self.words
        return any(
            words.lemma[n] == noun and (words.tag[n] in {"NNS", "NNPS"} or self._unnamed(n))
            for n in range(max(0, before - WITHIN), before)
        )

    def _unnamed(self, n: int) -> bool:
        words = self.words
        if words.dep[n] in {"appos", "compound", "flat"} or words.pos[n + 1 : n + 2] == ["PROPN"]:
            return False  # "Ann Field, a judge", "judge Ann Field"
        children = words.children[n]
        one = any(words.low[c] in {"a", "an", "another", "one"} and c < n for c in children)
        return one and not any(words.dep[c] in {"cop", "appos", "flat"} for c in children)

    def gender(self, head: int) -> str | None:
        """What the noun says: "the actress"."""
        low = self.words.low[head]
        return "female" if low in WOMAN else "male" if low in MAN else None

    def told(self, start: int, head: int, candidates: Iterable[tuple[Entity | None, Features]]) -> None:
        """Add to each candidate what the words of a description say for and against it."""
        words = self.words
        role, office = words.low[head], words.low[head] in OFFICE_HOLDERS
        asked = {words.low[n] for n in range(start + 1, head + 1)}
        age = self.ages.asked(words.start[start], words.end[head])
        known = False
        for entity, features in candidates:
            if entity is None:
                features["description nobody, never told"] = float(not known)
                features["description nobody, an office"] = float(office)
                features["description nobody, an age"] = float(age is not None)
                features["description nobody, more words"] = float(len(asked) > 1)
                continue
            own = {word for d in entity.descriptions for word in self.text[d.start : d.end].casefold().split()}
            own |= {SHORT[word] for word in own if word in SHORT}
            known = known or role in own
            features["description of a post not told"] = float(role in POSTS and role not in own)
            features["description a post, told of nobody"] = float(role in POSTS and not own)
            features["description told before"] = float(role in own)
            features["description words told"] = len(asked & own) / len(asked)
            features["description of another office"] = float(office and self.offices.contradicts(start, head, entity))
            features["description nothing told"] = float(not own)
            features["description named in full"] = float(" " in entity.name)
            features["description of another age"] = float(age is not None and self.ages.another(age, entity))
