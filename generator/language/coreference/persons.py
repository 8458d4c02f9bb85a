"""Which names of an article are one person's: full names first, then surnames and given names alone.

A name alone goes to the person whom the article has named with it; where titles, offices or kinship speak against that person
("Mr. Field" beside Ann Field, the first lady), or two are left, it stays apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from generator.language.coreference.cluster import Cluster, absorb
from generator.language.words import Words
from generator.values.gazetteer import Gender, given_names
from generator.values.person_names import PersonName, alike, keys, person_name

MALE_TITLES = frozenset("mr mr. sir lord king prince sheikh father emperor".split())
FEMALE_TITLES = frozenset("mrs mrs. ms ms. miss lady dame queen princess madam sister mother".split())
# "President Field": an office that one of a family has
OFFICES = frozenset(
    "president chancellor premier minister governor gov. gov senator sen. sen mayor secretary congressman congresswoman "
    "representative rep. rep judge justice general gen. admiral king queen pope director chairman candidate".split()
)
# "his wife, Ann Field", "first lady Ann Field": who is known by somebody else of the same name is seldom called by it alone
KIN = frozenset(
    "wife husband widow widower daughter son sister brother mother father niece nephew cousin daughters sons stepson "
    "stepdaughter".split()
)
BETWEEN_KIN = frozenset({",", "lady", "the"})
FORMAL = frozenset("mr mr. mrs mrs. ms ms.".split())  # nobody writes these before a given name
DOMINANT = 3  # times as many mentions in full as all namesakes together: the bare surname is this one's
NEAR = 3  # words before or after a name in which kinship is looked for
CROWD = 40  # namesakes beyond which nobody can be told apart


@dataclass(slots=True)
class _Person:
    """A cluster and what its own mentions show."""

    cluster: Cluster
    name: PersonName
    shown: Gender | None  # by a title before it
    offices: frozenset[str]
    kin: bool
    names: list[PersonName] = field(default_factory=list)  # all full names used
    formal: bool = False  # "Mr", "Mrs": before a surname

    @property
    def mentions(self) -> int:
        return len(self.cluster.mentions)

    @property
    def titled(self) -> bool:
        """Whether a title or an office stands before the name."""
        return bool(self.shown or self.offices)

    def take(self, other: _Person) -> None:
        absorb(self.cluster, other.cluster)
        self.shown = self.shown or other.shown
        self.offices |= other.offices
        self.kin |= other.kin
        self.names += other.names


def persons(words: Words, people: Iterable[Cluster], title: str) -> list[Cluster]:
    """The persons, each with all names that the article uses for them.

    Args:
        words: the article's words.
        people: one cluster a form of a name, the longest first.
        title: the article's title: a surname that several people bear is most often of the one named there.
    """
    known = [_person(words, cluster) for cluster in people]
    full = _in_full([person for person in known if person.name.full])
    lone = sorted((person for person in known if not person.name.full), key=lambda person: not person.titled)
    rest = _without_home(lone, _Alone(full, title))
    kept = {id(person.cluster) for person in [*full, *_namesakes(rest)]}
    return [person.cluster for person in known if id(person.cluster) in kept]


def _without_home(lone: Iterable[_Person], alone: _Alone) -> list[_Person]:
    """Whom nobody named in full can be; the others are taken over. Those with titles come first."""
    rest = []
    # surnames that somebody bears whom the article never names in full: "Mr. Field" beside Ann Field
    others: set[str] = set()
    for person in lone:
        home = None if person.name.surname in others and not person.shown else alone.home(person)
        if home is not None:
            home.take(person)
            continue
        rest.append(person)
        if person.titled:
            others.add(person.name.surname)
    return rest


def shown_gender(words: Words, start: int) -> Gender | None:
    """The gender that a title before a name shows."""
    before = words.low[start - 1] if start else ""
    if before == "lady" and start > 1 and words.low[start - 2] == "first":
        return "female"
    return "male" if before in MALE_TITLES else "female" if before in FEMALE_TITLES else None


def _person(words: Words, cluster: Cluster) -> _Person:
    name = person_name(cluster.name)
    shown = next((g for m in cluster.mentions if (g := shown_gender(words, m.start))), None)
    offices = {words.low[m.start - 1] for m in cluster.mentions if m.start} & OFFICES
    kin = any(_kin(words, m.start, m.end) for m in cluster.mentions)
    names = [full for form in cluster.forms if (full := person_name(form)).full]
    formal = any(words.low[m.start - 1] in FORMAL for m in cluster.mentions if m.start)
    return _Person(cluster, name, shown, frozenset(offices), kin, names, formal)


def _kin(words: Words, start: int, end: int) -> bool:
    """ "his wife, Ann Field", "first lady Ann Field", "Ann Field, his wife," but not "Ann Field, his wife Bo"."""
    n = start - 1
    while n >= max(0, start - NEAR) and words.low[n] in BETWEEN_KIN:
        n -= 1
    if n >= 0 and _kin_at(words, n):
        return True
    if words.low[end : end + 1] != [","]:
        return False
    kin = next((n for n in range(end + 1, min(end + 1 + NEAR, len(words.low))) if _kin_at(words, n)), None)
    if kin is None:
        return False
    after = words.tag[kin + 1 + (words.low[kin] == "first") :][:1]
    return not after or not after[0].startswith("NNP")


def _kin_at(words: Words, n: int) -> bool:
    return words.low[n] in KIN or words.low[n : n + 2] == ["first", "lady"]


def _in_full(people: list[_Person]) -> list[_Person]:
    """Full names of one person together, the fullest first."""
    homes: dict[tuple[str, ...], list[_Person]] = {}
    kept = []
    for person in people:
        found = list(keys(person.name))
        home = _home([other for key in found for other in homes.get(key, ())], person)
        if home is None:
            kept.append(home := person)
        else:
            home.take(person)
        for key in found:
            beside = homes.setdefault(key, [])
            if home not in beside and len(beside) < CROWD:
                beside.append(home)
    return kept


def _home(near: list[_Person], person: _Person) -> _Person | None:
    """The only one of several who is this person; of two the one with the very name."""
    same = [other for other in {id(o): o for o in near}.values() if _one(person, other)]
    exact = [other for other in same if other.name == person.name]
    return (exact or same)[0] if len(exact or same) == 1 else None


def _one(one: _Person, other: _Person) -> bool:
    """Whether two full names of an article are one person's: "Ann Field Jr." and "Ann Field" are mother and daughter."""
    suffixes = {one.name.suffix, other.name.suffix}
    if None in suffixes and suffixes & {"jr", "sr"}:
        return False
    if len({one.cluster.gender, other.cluster.gender} - {None}) > 1 or not alike(one.name, other.name):
        return False
    short, long = sorted((one, other), key=lambda person: len(person.name.words))
    begins = short.name.words == long.name.words[: len(short.name.words)] and short.name.words != long.name.words
    # "Peter Adam" of "Peter Adam Field"; but "Ann Moor", of whom the article tells more, is no "Ann Moor Field"
    return not begins or (short.mentions <= long.mentions and all(word in given_names() for word in short.name.words))


class _Alone:
    """To whom a surname or a given name alone belongs."""

    def __init__(self, full: list[_Person], title: str) -> None:
        self._title = title
        self._surnames: dict[str, list[_Person]] = {}
        self._given: dict[str, list[_Person]] = {}
        for person in full:
            for surname in dict.fromkeys(name.surname for name in person.names):
                self._surnames.setdefault(surname, []).append(person)
            for first in dict.fromkeys(name.words[0] for name in person.names):
                self._given.setdefault(first, []).append(person)
            for middle in dict.fromkeys(word for name in person.names for word in name.words[1:-1]):
                self._given.setdefault(middle, []).append(person)

    def home(self, person: _Person) -> _Person | None:
        """The person whom the article has named so; None where nobody or several fit."""
        word = person.name.surname
        surname = self._surnames.get(word, [])
        if not surname:
            return self._by_given_name(person, word)
        fits = [other for other in surname if _fits(person, other)]
        if len(fits) == 1:
            return fits[0]
        return self._of_several(person, fits)

    def _by_given_name(self, person: _Person, word: str) -> _Person | None:
        """ "Ann" is Ann Mary Field; "Moor", of whom the article tells more, is no "Ann Moor Field"."""
        fits = [
            other
            for other in self._given.get(word, ())
            if any(word == name.words[0] for name in other.names) or person.mentions <= other.mentions
        ]
        fits = [other for other in fits if not _clash(person.shown, other) and not _surname_only(person, other, word)]
        if len(fits) > 1:
            return _nearest(fits, person)
        return fits[0] if fits else None

    def _of_several(self, person: _Person, surname: list[_Person]) -> _Person | None:
        """Of people with one surname: by what titles show, who has a given name, who stands in the title, who is nearest."""
        surname = _by_titles(person, surname)
        # "Donor Field" of a headline is no full name beside "Ann Field"
        named = [other for other in surname if other.name.words[0] in given_names()]
        told = [other for other in surname if any(form in self._title for form in other.cluster.forms if " " in form)]
        only = next((choice for choice in (surname, named, told) if len(choice) == 1), None)
        return only[0] if only else _nearest(surname, person) if surname else None


def _by_titles(person: _Person, surname: list[_Person]) -> list[_Person]:
    """Those of one surname whom a title, an office or a suffix leaves; all where it leaves none."""
    tests: list[Callable[[_Person], bool]] = []
    if person.shown:
        tests.append(lambda other: other.cluster.gender == person.shown)
    if person.offices:
        tests.append(lambda other: bool(other.offices & person.offices))
    elif not person.shown:
        tests.append(lambda other: not other.kin)
        most = max((other.mentions for other in surname), default=0)
        # "Field" beside President Ann Field and Bo Field, of whom no more is told
        tests.append(lambda other: bool(other.offices) and other.mentions >= most)
    if not person.name.suffix:  # "Field" beside Ann Field and Ann Field Jr. is the elder
        tests.append(lambda other: other.name.suffix not in {"jr", "ii"})
    for test in tests:
        surname = list(filter(test, surname)) or surname
    return surname


def _fits(person: _Person, other: _Person) -> bool:
    """Whether nothing speaks against it that a surname alone is this person's: no other title, no office beside mere kinship."""
    if _clash(person.shown, other):
        return False
    if person.name.suffix and all(person.name.suffix != name.suffix for name in other.names):
        return False  # "Field Jr." is not Ann Field
    if person.offices - other.offices and not other.offices and _before(person, other):
        return False
    return not (other.kin and person.offices and not person.offices & other.offices)


def _before(person: _Person, other: _Person) -> bool:
    """ "President Field", long before "Bo Field" is named in full: news gives a full name first, so they are two."""
    return person.cluster.first < other.cluster.first


def _surname_only(person: _Person, other: _Person, word: str) -> bool:
    """ "Mr Howard" is not Howard Flight; but "Mr Kim" may be Kim Jong-un, whose family's name comes first."""
    plain = len(other.name.words) == 2 and "-" not in other.name.words[1]
    return person.formal and plain and word in given_names() and other.name.words[1] not in given_names()


def _clash(shown: Gender | None, other: _Person) -> bool:
    """ "Mr. Field" beside Ann Field; a title that shows the gender is surer than a given name."""
    known = other.shown or other.cluster.gender
    return bool(shown and known and shown != known)


def _nearest(candidates: list[_Person], person: _Person) -> _Person | None:
    """The only one named before it, or the one named by far the most."""
    before = [other for other in candidates if other.cluster.first < person.cluster.first]
    if len(before) == 1:
        return before[0]
    ranked = sorted(candidates, key=lambda other: -other.mentions)
    return ranked[0] if ranked[0].mentions >= DOMINANT * sum(other.mentions for other in ranked[1:]) else None


def _namesakes(rest: list[_Person]) -> list[_Person]:
    """Surnames that nobody of the article has: "Mr. Field" and "Field" are one, "Mr. Field" and "Mrs. Field" two."""
    kept: list[_Person] = []
    by_name: dict[str, list[_Person]] = {}
    for person in sorted(rest, key=lambda p: p.shown is None):
        same = by_name.setdefault(person.name.surname, [])
        fits = [o for o in same if not (person.shown and o.shown) and o.name.suffix == person.name.suffix]
        if len(fits) == 1:
            fits[0].take(person)
        else:
            same.append(person)
            kept.append(person)
    return kept
