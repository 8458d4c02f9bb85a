"""One person, organisation or place for the whole dossier.

Articles' entities are put together by the names that they use, never compared all with all: a full name is one person's
everywhere; a surname alone joins the only person of the dossier who has it, if the two articles have anybody else or any firm in common
(in a large dossier "Ray" may be a film); an organisation's acronym joins the name beside
which some article explains it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from functools import cache

from msgspec.structs import replace

from generator.dossier.model import FEW, Companion, Passage, Place, Subject
from generator.dossier.passages import passage, slice_of
from generator.dossier.people import kinds as kinds_of_names
from generator.dossier.people import persons
from generator.dossier.people.companions import companions
from generator.dossier.people.group import Group, class_of, forms
from generator.dossier.people.joins import joined
from generator.dossier.people.locating import located
from generator.dossier.people.places import place_of
from generator.dossier.people.roles import outdone, ranked
from generator.records.model import Entity, Record
from generator.values.gazetteer import INCORPORATED, common_words, given_names
from generator.values.person_names import PARTICLES
from generator.values.slugs import slugs

PARTING = " \t\r\n,;:–—-"

Index = dict[tuple[str, str], str]  # (record id, entity id) -> subject id
EVERY_TENTH = 10  # what more than every tenth article names tells nothing of two
COMPASS_BEFORE = (
    r"(?:(?:in\s+)?(?:north|south|east|west|central)(?:[- ]?(?:east|west))?(?:ern)?\s+)?"  # "Edmonton, north London"
)
PLACE_BEHIND = re.compile(rf",\s+({COMPASS_BEFORE}[A-Z][^,;:()\n]{{1,40}})")
# what news need not explain
ACRONYMS = {
    "fbi": "federal bureau of investigation",
    "cia": "central intelligence agency",
    "imf": "international monetary fund",
    "wto": "world trade organization",
    "isis": "islamic state",
    "isil": "islamic state",
    "icrc": "international committee of the red cross",
    "ap": "associated press",
    "afp": "agence france-presse",
    "ioc": "international olympic committee",
    "fda": "food and drug administration",
    "cdc": "centers for disease control and prevention",
    "epa": "environmental protection agency",
    "nra": "national rifle association",
    "gop": "republican party",
}
GENERATIONS = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii"})


def merge(records: Sequence[Record], apart: Collection[str] = ()) -> tuple[tuple[Subject, ...], Index]:
    """The subjects of a dossier, most salient first, and which entity is which subject.

    Args:
        records: of its articles.
        apart: names, in lower case, that an editor says are nobody else's: whoever is called only so is joined to no other.
    """
    groups = _settled(_groups(records, frozenset(apart)), len(records) <= FEW)
    place = {record.id: n for n, record in enumerate(records)}
    for group in groups:
        group.members.sort(key=lambda member: place[member[0].id])
    names = {id(group): _name(group) for group in groups}
    kinds, sure = kinds_of_names.told(groups, names)
    groups = joined(groups, names, kinds, len(records) <= FEW)
    for group in groups:
        group.members.sort(key=lambda member: place[member[0].id])
        group.kind = kinds[id(group)]
    identity = _identities(groups, names, kinds)
    index: Index = {(record.id, entity.id): identity[id(g)] for g in groups for record, entity in g.members}
    together = companions(records, index)
    places = located(groups, names, {id(g): _after(g) for g in groups if class_of(kinds[id(g)]) == "place"})
    told = _all_described(groups)
    subjects = [
        _subject(
            g, identity[id(g)], names[id(g)], kinds[id(g)], together.get(identity[id(g)], ()), places.get(id(g)), told[id(g)]
        )
        for g in groups
    ]
    maybe = {identity[id(g)]: tuple(identity[id(o)] for o in g.maybe if id(o) in identity) for g in groups if g.maybe}
    doubtful = {identity[id(g)] for g in groups if id(g) not in sure}
    subjects = [replace(s, maybe=maybe.get(s.id, ()), sure=s.id not in doubtful) for s in subjects]
    return tuple(sorted(subjects, key=lambda s: (-s.salience, s.id))), index


def named_groups(records: Sequence[Record]) -> list[tuple[Group, str]]:
    """The entities that are one subject, with its name, before anything is said of its kind (for training)."""
    return [(group, _name(group)) for group in _settled(_groups(records), len(records) <= FEW)]


def _keys(record: Record, entity: Entity) -> list[tuple[str, str]]:
    """What two entities that are one have in common: a name; of places also where they lie."""
    kind = class_of(entity.type)
    keys = [(kind, _key(form, kind)) for form in dict.fromkeys(forms(record, entity))]
    keys = keys or [(kind, _key(entity.name, kind))]
    if kind == "place" and (place := _located(entity.name)):
        keys += [(kind, str(place))]  # "Britain" and "the UK", "Mazar-i-Sharif" and "Mazar-e-Sharif"
    return keys


def _identities(groups: Sequence[Group], names: Mapping[int, str], kinds: Mapping[int, str]) -> dict[int, str]:
    """An id for each group: the slug of its name; of namesakes with the kind, of those of one kind with a number."""
    plain = slugs(names[id(g)] for g in groups)
    shared = Counter(plain[names[id(g)]] for g in groups)
    found: dict[int, str] = {}
    taken: Counter[str] = Counter()
    for group in groups:
        slug = plain[names[id(group)]]
        made = slug if shared[slug] == 1 else f"{slug}-{class_of(kinds[id(group)])}"
        taken[made] += 1
        found[id(group)] = made if taken[made] == 1 else f"{made}-{taken[made]}"
    return found


def _groups(records: Sequence[Record], apart: frozenset[str] = frozenset()) -> list[Group]:
    """Group entities by class and name; persons by all that is known of them."""
    by_key: dict[tuple[str, str], Group] = {}
    groups: list[Group] = []
    people: list[tuple[Record, Entity]] = []
    for record in records:
        for entity in record.entities:
            if apart and {" ".join(form.casefold().split()) for form in forms(record, entity)} <= apart:
                if (lone := by_key.get(("apart", entity.name.casefold()))) is None:
                    groups.append(lone := by_key.setdefault(("apart", entity.name.casefold()), Group(apart=True)))
                lone.add(record, entity)
                continue
            if entity.type == "PERSON":
                people.append((record, entity))
                continue
            keys = _keys(record, entity)
            group = next((by_key[key] for key in keys if key in by_key), None)
            if group is None:
                group = Group()
                groups.append(group)
            group.add(record, entity)
            for key in keys:
                by_key.setdefault(key, group)
    few = len(records) <= FEW
    company: list[_Company] = []

    def shared(record: Record, named: Sequence[Group]) -> Callable[[Group], bool]:
        if not company:
            company.append(_Company([*groups, *named], len(records)))
        return lambda owner: company[0].shared(record, owner)

    return groups + persons.groups(people, lambda word: by_key.get(("ORG", word)), shared, few)


class _Company:
    """Whom and which organisations articles have in common, but for those that a large dossier names everywhere."""

    def __init__(self, groups: Sequence[Group], records: int) -> None:
        self._few = records <= FEW
        self._named: dict[str, set[int]] = {}
        for group in groups:
            told = {record.id for record, _ in group.members}
            if group.type in {"PERSON", "ORG"} and (self._few or len(told) * EVERY_TENTH <= records):
                for name in told:
                    self._named.setdefault(name, set()).add(id(group))
        self._beside: dict[int, set[int]] = {}

    def shared(self, record: Record, owner: Group) -> bool:
        """Whether an article names anybody or any organisation that stands beside a person elsewhere."""
        if self._few:
            return True
        if id(owner) not in self._beside:
            self._beside[id(owner)] = {n for told, _ in owner.members for n in self._named.get(told.id, ())} - {id(owner)}
        return bool(self._beside[id(owner)] & self._named.get(record.id, set()))


@cache
def _located(name: str) -> Place | None:
    return place_of(name)


def _settled(groups: list[Group], few: bool) -> list[Group]:
    """What a good part of the articles takes for a place is no organisation in the others: "Moorly" of "the Moorly schoolgirls"."""
    names = {id(group): _name(group) for group in groups}
    groups = _of_one_kind(groups, names, few)
    places = {_key(names[id(g)], "GPE"): g for g in groups if class_of(g.type) == "place"}
    kept = []
    for group in groups:
        place = places.get(_key(names[id(group)], "GPE")) if group.type == "ORG" else None
        if place and 2 * place.articles >= group.articles:
            place.take(group)
        else:
            kept.append(group)
    return kept


def _of_one_kind(groups: list[Group], names: Mapping[int, str], few: bool) -> list[Group]:
    """A name is of one kind everywhere, the one that most mentions have: of "Falcon Heavy" nobody is a person.

    A name of one word may be a place's and a club's, or a place's that the gazetteer knows and somebody's; in a large dossier also
    two people's.
    """
    most: dict[str, Group] = {}
    for group in sorted(groups, key=lambda g: -sum(g.types.values())):
        if group.apart:
            continue
        name = names[id(group)]
        if " " in name or (few and _located(name) is None):
            most.setdefault(name.lower(), group)
        if group.type == "ORG":  # "Vexa Works", where it is "Vexa Works Inc.", too
            for form in group.forms:
                if " " in form:
                    most.setdefault(form.lower(), group)
    kept = []
    for group in groups:
        name = names[id(group)]
        other = most.get(name.lower(), group)
        apart = " " not in name and {"place", "ORG"} == {class_of(group.type), class_of(other.type)}
        people = group.type == other.type == "PERSON"  # "Mr. Reed" and "Mrs. Reed": `persons` has told them apart
        if other is group or group.apart or people or apart or most.get(names[id(other)].lower(), other) is not other:
            kept.append(group)
        else:
            other.take(group)
    return kept


def _parts(name: str) -> list[str]:
    parts = [part for part in name.split() if part.lower() not in GENERATIONS]
    return parts or [name]


def _common(name: str) -> int:
    """How many words of a name are none of a person's: "Star Ann Field", "Ann Field Checks Out Of" of headlines."""
    words = name.lower().split()
    ends = (words[0], words[-1]) if len(words) > 2 and given_names().keys() & words else ()
    small = name[:1].islower() and words[0] not in PARTICLES  # "mob boss Ann Field"
    return small + sum(word in common_words() and word not in given_names() for word in ends)


def _initial(name: str) -> bool:
    """ "A Field", where another article writes "Ann Field"."""
    return len(name.split()[0].rstrip(".")) == 1


def _key(form: str, kind: str) -> str:
    low = form.lower().replace("’", "'").removesuffix("'s").replace(".", "")
    if kind == "ORG" and len(low.split()) > 1 and low.split()[-1] in INCORPORATED:
        low = low.rsplit(None, 1)[0].rstrip(",")
    low = low.removeprefix("the ")
    return ACRONYMS.get(low, low) if kind == "ORG" else low


def _name(group: Group) -> str:
    """The fullest name for a person, the commonest for others; ties go to the longer, then the first in the alphabet."""
    names = Counter([entity.name for _, entity in group.members])
    if group.type == "PERSON":
        return min(names, key=lambda n: (_common(n), -len(_parts(n)), _initial(n), -names[n], n))
    place = class_of(group.type) == "place"
    shouted = {n for n in names if place and n.isupper() and n.title() in names.keys() - {n}}  # "HARBOURTOWN", of a dateline
    name = min(names, key=lambda n: (n in shouted, -names[n], -len(n), n))
    owner = name.replace("’", "'").partition("'s ")[0]
    if owner != name and " " in owner and owner in group.forms:
        return owner  # "Moor Police Department", of which its division is a part
    bare = " ".join(name.split()[:-1]).rstrip(",") if name.split()[-1].lower().rstrip(".") in INCORPORATED else ""
    return bare if bare in group.forms else name  # "Norvik", where "Norvik Inc." is called so, too


def _after(group: Group) -> list[str]:
    """What follows a name after a comma, wherever it stands: "Nevada" after "Mesquite"."""
    found = (
        PLACE_BEHIND.match(record.text, mention.end)
        for record, entity in group.members
        for mention in entity.mentions
        if mention.kind == "name"
    )
    return [match[1] for match in found if match]


def _trimmed(record: Record, cited: Passage) -> Passage:
    """A description without the marks that part it from the name: ", the mayor," is "the mayor"."""
    start = cited.start + len(cited.text) - len(cited.text.lstrip(PARTING))
    end = cited.start + len(cited.text.rstrip(PARTING))
    return slice_of(record, start, end) if start < end else cited


Described = dict[str, list[Passage]]  # by the words in lower case


def _all_described(groups: Sequence[Group]) -> dict[int, Described]:
    """What is told of each group; an office that is one person's at a time only of whom it mostly is told."""
    told = {id(group): _described(group) for group in groups}
    most: dict[str, int] = {}
    for described in told.values():
        for wording, passages in described.items():
            most[wording] = max(most.get(wording, 0), len(passages))
    for described in told.values():
        for wording in outdone({w: len(passages) for w, passages in described.items()}, most):
            del described[wording]
    return told


def _described(group: Group) -> Described:
    described: Described = {}
    for record, entity in group.members:
        for span in entity.descriptions:
            cited = _trimmed(record, passage(record, span))
            described.setdefault(" ".join(cited.text.lower().split()), []).append(cited)
    return described


def _subject(
    group: Group,
    name_id: str,
    name: str,
    kind: str,
    together: tuple[Companion, ...],
    place: Place | None,
    described: Described,
) -> Subject:
    mentions: list[Passage] = []
    for record, entity in group.members:
        mentions += [passage(record, m) for m in entity.mentions]
    descriptions = ranked(described)
    sources = tuple(dict.fromkeys(record.id for record, _ in group.members))
    return Subject(
        id=name_id,
        name=name,
        type=kind,
        aliases=tuple(form for form, _ in sorted(group.forms.items(), key=lambda f: (-f[1], f[0])) if form != name),
        descriptions=tuple(p[0] for p in descriptions),
        mentions=tuple(sorted(mentions, key=lambda p: (p.source, p.start, p.end))),
        sources=sources,
        salience=round(sum(entity.salience for _, entity in group.members), 4),
        place=place,
        together=together,
    )
