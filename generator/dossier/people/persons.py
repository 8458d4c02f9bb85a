"""One person across articles, by what speaks for it and what speaks against it.

Full names that can be one person's are joined, unless an article keeps them apart or their genders differ. A surname alone goes to
the only person of the dossier who has it and whom nothing excludes: a title ("Mr." and "Mrs."), an office beside mere kinship, or
the article itself, which named that person and yet set the surname apart. Where several are left, it goes to the one whom the other
articles call by the surname alone, if that is nearly always the same; else it stays apart.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, field

from generator.dossier.people.group import Group, forms
from generator.records.model import Entity, Record
from generator.values.gazetteer import Gender, given_names
from generator.values.person_names import PersonName, alike, folded, keys, person_name, same_given

TITLE_BEFORE = re.compile(r"(?:\b(\w+\.?)\s+)?\b(\w+\.?)\s*$")
TITLE_REACH = 30  # code points before a name in which its title stands
MALE = frozenset("mr sir lord king prince emperor".split())
FEMALE = frozenset("mrs ms miss lady dame queen princess".split())
# "Mayor Field": an office before a name, with which one of a family is told from the others
OFFICES = frozenset(
    "president chancellor premier minister governor gov senator sen mayor secretary congressman congresswoman representative rep judge "
    "justice general gen admiral king queen pope director chairman candidate".split()
)
KIN = frozenset("wife husband widow widower daughter son sister brother mother father niece nephew cousin".split())
CROWD = 40  # namesakes beyond which nobody can be told apart
SHORTEST_GIVEN = 2  # letters of a given name beyond an initial
PROMINENT = 3  # articles that name somebody in full
TIMES_AS_OFTEN = 4  # times as often as all namesakes: this one is called by the surname alone


@dataclass(slots=True, eq=False)
class _Told:
    """What one article shows of a person."""

    record: Record
    entity: Entity
    name: PersonName
    names: tuple[PersonName, ...]  # all full names used
    bare: int  # mentions by the surname alone
    shown: Gender | None  # by a title
    offices: frozenset[str]
    kin: bool


@dataclass(slots=True, eq=False)
class _Person:
    """A person of the dossier."""

    group: Group = field(default_factory=Group)
    names: set[PersonName] = field(default_factory=set)
    told: dict[str, _Told] = field(default_factory=dict)  # by article, those that name them in full
    shown: Counter[Gender] = field(default_factory=Counter)
    genders: Counter[Gender] = field(default_factory=Counter)
    offices: set[str] = field(default_factory=set)
    kin: bool = False
    bare: int = 0

    def take(self, told: _Told, full: bool) -> None:
        self.group.add(told.record, told.entity)
        if full:
            self.told[told.record.id] = told
            self.names.update(told.names)
            self.bare += told.bare
        self.shown.update([told.shown] if told.shown else [])
        listed = given_names().get(told.name.words[0]) if full else told.entity.gender
        self.genders.update([listed] if listed else [])
        self.offices |= told.offices
        self.kin |= told.kin

    @property
    def gender(self) -> Gender | None:
        """The gender that titles show, or else given names."""
        known = self.shown or self.genders
        return known.most_common(1)[0][0] if known else None


def groups(
    entities: Iterable[tuple[Record, Entity]],
    firm: Callable[[str], Group | None],
    shared: Callable[[Record, Sequence[Group]], Callable[[Group], bool]],
    few: bool,
) -> list[Group]:
    """The persons of a dossier, each with the entities that are this person.

    Args:
        entities: of type PERSON.
        firm: the organisation that is called by a word, if there is one: "Vexa" is "Vexa Ltd.", whatever one article took it for.
        shared: for an article and all persons, whether it has anybody in common with the articles of one of them.
        few: whether the dossier tells of one thing.
    """
    told = [_told(record, entity) for record, entity in entities]
    singles = [t for t in told if not t.name.full]
    beside = {(t.record.id, t.name.surname) for t in singles if not t.name.suffix}
    # "Donald Field", in an article that tells of Donald Field Jr., too
    juniors = {(t.record.id, t.name.surname) for t in told if t.name.suffix}
    beside |= juniors & {(t.record.id, t.name.surname) for t in told if not t.name.suffix}
    people = _in_full(sorted((t for t in told if t.name.full), key=_order), beside)
    known = [person.group for person in people]
    join = _Joining(people, few, singles)
    left = []
    additions: list[tuple[_Person | Group, _Told]] = []
    for one in singles:
        fits, maybe = join.owners(one)
        body = firm(folded(one.entity.name)) if not fits and not maybe else None
        if body is not None:
            additions.append((body, one))
        elif fits and (few or _prominent(one, fits) or shared(one.record, known)(fits.group)):
            additions.append((fits, one))
        else:
            left.append((one, maybe))
    for home, one in additions:
        if isinstance(home, Group):
            home.add(one.record, one.entity)
        else:
            home.take(one, full=False)
    return [person.group for person in people] + _alone(left)


def _prominent(one: _Told, person: _Person) -> bool:
    """Whether somebody is named so often, or with an office so alike, that a large dossier means them by the surname."""
    return len(person.told) >= PROMINENT or bool(one.offices & person.offices)


def _order(told: _Told) -> tuple[bool, int, bool, str, str]:
    """The fullest names first; those with an initial for the given name last, since they may be several people's."""
    initial = len(told.name.words[0]) == 1
    return initial, -len(told.name.words), told.name.suffix is None, told.entity.name, told.record.id


def _told(record: Record, entity: Entity) -> _Told:
    used = forms(record, entity) or [entity.name]
    name = person_name(entity.name)
    names = tuple(dict.fromkeys(full for form in (entity.name, *used) if (full := person_name(form)).full))
    shown: Gender | None = None
    offices: set[str] = set()
    kin = False
    for mention in entity.mentions:
        if mention.kind != "name" or not (
            found := TITLE_BEFORE.search(record.text[max(0, mention.start - TITLE_REACH) : mention.start])
        ):
            continue
        first, word = ((part or "").lower().rstrip(".") for part in found.groups())
        lady = (first, word) == ("first", "lady")
        kin |= lady or word in KIN
        shown = shown or ("male" if word in MALE else "female" if word in FEMALE else None)
        offices |= {word} & OFFICES
    for span in entity.descriptions:
        words = [word.lower() for word in record.text[span.start : span.end].split()]
        kin |= bool(words) and (words[-1] in KIN or words[:2] == ["first", "lady"] or words[-2:] == ["first", "lady"])
    bare = sum(folded(form) == name.surname for form in used)
    return _Told(record, entity, name, names, bare, shown, frozenset(offices), kin)


def _in_full(told: Iterable[_Told], beside: Collection[tuple[str, str]]) -> list[_Person]:
    """Persons named in full.

    Args:
        told: the fullest names first.
        beside: surnames that an article sets apart from everybody it names in full, by article.
    """
    people: list[_Person] = []
    homes: dict[tuple[str, ...], list[_Person]] = {}
    for one in told:
        found = list(dict.fromkeys(key for name in one.names for key in keys(name)))
        near = dict.fromkeys(person for key in found for person in homes.get(key, ()))
        home = _same(one, [person for person in near if _one(one, person, beside)])
        if home is None:
            people.append(home := _Person())
        home.take(one, full=True)
        for key in found:
            known = homes.setdefault(key, [])
            if home not in known and len(known) < CROWD:
                known.append(home)
    return people


def _one(told: _Told, person: _Person, beside: Collection[tuple[str, str]]) -> bool:
    """Whether a full name of an article can be this person's: no article keeps the two apart, no gender differs."""
    other = person.told.get(told.record.id)
    if other is not None and other.name != told.name:
        return False
    if told.name in person.names:
        return not (told.shown and person.shown and told.shown not in person.shown)
    gender = told.shown or given_names().get(told.name.words[0])  # not by pronouns, which may be another's
    if gender and person.gender and gender != person.gender:
        return False
    suffixes = {told.name.suffix, *(name.suffix for name in person.names)}
    if None in suffixes and suffixes & {
        "jr",
        "sr",
    }:  # "Ann Field Jr.", where the article also tells of a Field, or whose child it is
        articles = {told.record.id, *(n for n, other in person.told.items() if other.name.suffix)}
        if told.kin or person.kin or any((article, told.name.surname) in beside for article in articles):
            return False
    if any(_other_given(name, known) for name in told.names for known in person.names):
        return False  # "M. Field" may be Mary's or Mark's, who are two
    return any(alike(name, known) for name in told.names for known in person.names)


def _other_given(one: PersonName, other: PersonName) -> bool:
    """Whether two names of one surname have given names that nobody has both of."""
    same = one.surname == other.surname and len(one.words) == len(other.words) == 2
    return same and min(len(one.words[0]), len(other.words[0])) > 1 and not alike(one, other)


def _same(told: _Told, fits: Sequence[_Person]) -> _Person | None:
    """Of those who could be meant the one with the very name, or with the given name and not only its first letter."""
    for choice in (
        [person for person in fits if told.name in person.names],
        [person for person in fits if any(name.words == told.name.words for name in person.names)],
        [person for person in fits if any(_given(told.name, name) for name in person.names)],
        fits,
    ):
        if len(choice) == 1:
            return choice[0]
    return None


def _given(one: PersonName, other: PersonName) -> bool:
    return len(one.words[0]) > 1 < len(other.words[0]) and same_given(one.words[0], other.words[0])


class _Joining:
    """To whom of the dossier a surname or a given name alone belongs."""

    def __init__(self, people: Sequence[_Person], few: bool, singles: Iterable[_Told]) -> None:
        self._few = few
        self._alone = {(one.record.id, one.name.surname) for one in singles}
        self._surnames: dict[str, list[_Person]] = {}
        self._given: dict[str, list[_Person]] = {}
        for person in people:
            for surname in sorted({name.surname for name in person.names}):
                self._surnames.setdefault(surname, []).append(person)
            for first in sorted({name.words[0] for name in person.names}):
                self._given.setdefault(first, []).append(person)

    def owners(self, one: _Told) -> tuple[_Person | None, list[_Person]]:
        """Who is meant, and who may be meant where that can't be told."""
        owners = self._surnames.get(one.name.surname, [])
        if not owners:
            return self._by_given_name(one), []
        fits: list[_Person] = []
        named: list[_Person] = []
        for person in owners:
            if not _against(one, person):
                (named if one.record.id in person.told else fits).append(person)
        if named:
            # the article names these, and sets the surname apart: it is whoever is mostly called by the surname, or open
            chosen = _in_office(one, [*named, *fits]) or _mostly([*named, *fits]) if self._few else None
            return chosen, [] if chosen else owners
        chosen = fits[0] if len(fits) == 1 else _of_several(one, fits)
        return chosen, [] if chosen else fits

    def _by_given_name(self, one: _Told) -> _Person | None:
        """ "Ann", where the article also says "Field", or another calls Ann Field so, and nobody else of the dossier is called Ann."""
        word = one.name.words[0]
        fits = [person for person in self._given.get(word, ()) if not _against(one, person)]
        if not fits and self._few:  # "Ben", where the article has named Benjamin Field
            fits = [
                person
                for first, people in self._given.items()
                if len(word) > SHORTEST_GIVEN and len(first) > SHORTEST_GIVEN and same_given(word, first)
                for person in people
                if one.record.id in person.told and not _against(one, person)
            ]
            return fits[0] if len(fits) == 1 else None
        if len(fits) != 1 or not self._few:
            return None
        beside = any((one.record.id, name.surname) in self._alone for name in fits[0].names)
        called = any(folded(form) == word for form in fits[0].group.forms)
        return fits[0] if beside or called else None


def _against(one: _Told, person: _Person) -> bool:
    """What speaks against it that this person is meant: the other gender, an office where only kinship is told."""
    if one.shown and person.gender and one.shown != person.gender:
        return True
    if one.name.suffix and all(one.name.suffix != name.suffix for name in person.names):
        return True  # "Field Jr." is not Ann Field
    named = person.told.get(one.record.id)
    if named and named.name.suffix in {"jr", "sr"} and not one.name.suffix:
        return True  # "Mr. Field" beside "Ann Field Jr."
    return bool(person.kin and one.offices and not one.offices & person.offices)


def _of_several(one: _Told, fits: Sequence[_Person]) -> _Person | None:
    """Of namesakes the one with the office, or else the one whom articles call by the surname alone."""
    if one.offices:
        fits = [person for person in fits if person.offices & one.offices] or fits
    if len(fits) == 1:
        return fits[0]
    if called := _mostly(fits):
        return called
    known = [person for person in fits if not person.kin]
    return known[0] if len(known) == 1 and not one.shown else None


def _in_office(one: _Told, fits: Sequence[_Person]) -> _Person | None:
    """The only one of namesakes who bears the office before a surname: "President Field" beside Bo Field."""
    bearers = [person for person in fits if person.offices & one.offices]
    return bearers[0] if len(bearers) == 1 else None


def _mostly(fits: Sequence[_Person]) -> _Person | None:
    """Of namesakes the one whom articles call by the surname alone, nearly always."""
    ranked = sorted(fits, key=lambda person: -person.bare)
    return ranked[0] if ranked and ranked[0].bare > TIMES_AS_OFTEN * sum(person.bare for person in ranked[1:]) else None


def _alone(left: Sequence[tuple[_Told, list[_Person]]]) -> list[Group]:
    """Names of one word that belong to nobody named in full: one person, but "Mr. Field" is not "Mrs. Field"."""
    made: dict[str, list[_Person]] = {}
    for one, maybe in sorted(left, key=lambda pair: (pair[0].shown is None, pair[0].record.id)):
        same = made.setdefault(one.name.surname, [])
        fits = [person for person in same if not _against(one, person)]
        if len(fits) == 1:
            home = fits[0]
        else:
            same.append(home := _Person())
        home.take(one, full=False)
        home.group.maybe += [person.group for person in maybe if person.group not in home.group.maybe]
    return [person.group for people in made.values() for person in people]
