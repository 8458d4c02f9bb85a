"""Names that are one subject once it is known what each of them is: "Harvey" of Harvey Field, a department and its division.

Here, and not where entities are first grouped, since one article's wrong kind parts what all mentions together put right.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from generator.dossier.people.contexts import shares
from generator.dossier.people.group import Group, class_of
from generator.values.gazetteer import is_demonym, places

# "in Harvey", "to Harvey, Illinois,": then it is a place
INSIDE = frozenset({"before: in", "before: at", "before: near", "before: in the", "after: within"})
AT_A_PLACE = INSIDE | {"before: from", "before: to", "before: on"}  # "to Georgia's credit" is also said of her
# "said Georgia", where the article has named Georgia Field
SPEAKS = frozenset({"before: said", "after: says", "after: lives", "after: who"})
FIRM_TYPES = frozenset({"ORG", "PRODUCT"})
JOINING_WORDS = frozenset("of the and for in on & de".split())
PEOPLE = 5  # letters that a land's and its people's names share: "Norway", "Norwegian" do not
LONGEST_JOINED = 6
SHORTEST_ACRONYM = 4  # letters of an acronym that is written as a word: "Naras"


def joined(groups: Sequence[Group], names: Mapping[int, str], kinds: Mapping[int, str], few: bool) -> list[Group]:
    """The groups, those taken over left out.

    Args:
        groups: all groups of the dossier.
        names: what each is called, by identity.
        kinds: what each is, by identity.
        few: whether the dossier tells of one thing.
    """
    if not few:
        return list(groups)
    homes = (_somebody(groups, names, kinds), _whole_of(groups, names, kinds), _spelt_otherwise(groups, names, kinds))
    kept = []
    gone: set[int] = set()
    for group in groups:
        home = None if group.apart else next((found for of in homes if (found := of(group))), None)
        if home is None or id(home) in gone:
            kept.append(group)
        else:
            home.take(group)
            gone.add(id(group))
    return kept


def _somebody(
    groups: Sequence[Group], names: Mapping[int, str], kinds: Mapping[int, str]
) -> Callable[[Group], Group | None]:
    """ "Harvey", which is a town's name, too, where the articles call Harvey Field so, or he speaks, and nothing is in it."""
    called: dict[str, list[Group]] = {}
    given: dict[str, list[Group]] = {}
    for group in groups:
        if kinds[id(group)] == "PERSON" and " " in names[id(group)]:
            given.setdefault(names[id(group)].split()[0], []).append(group)
            for form in group.forms:
                if " " not in form:
                    called.setdefault(form, []).append(group)

    def home(group: Group) -> Group | None:
        name = names[id(group)]
        if class_of(kinds[id(group)]) != "place" or not (name in called or name in given):
            return None
        shown = shares(group.members)[0].keys()
        if (INSIDE if SPEAKS & shown else AT_A_PLACE) & shown:
            return None
        told = {record.id for record, _ in group.members}
        fits = called.get(name) or [
            person for person in given[name] if SPEAKS & shown and told <= {record.id for record, _ in person.members}
        ]
        return fits[0] if len(fits) == 1 else None

    return home


def _whole_of(
    groups: Sequence[Group], names: Mapping[int, str], kinds: Mapping[int, str]
) -> Callable[[Group], Group | None]:
    """A body's division, its short name, its acronym: "Moor Police Department's Traffic Division", "Heavy", "Naras"."""
    bodies = [g for g in groups if kinds[id(g)] in FIRM_TYPES and not g.apart]
    named = {names[id(g)].lower(): g for g in reversed(bodies)}
    short: dict[str, list[Group]] = {}
    for body in bodies:
        words = names[id(body)].split()
        if len(set(words)) < max(2, len(words)):
            continue  # "Vexa Vexa" of a list is no body of which "Vexa" is short
        for form in {words[-1], _initials(words)} & {*body.forms, _initials(words)}:
            short.setdefault(form.lower(), []).append(body)

    def home(group: Group) -> Group | None:
        name = names[id(group)].replace("’", "'")
        if kinds[id(group)] not in FIRM_TYPES:
            return None
        owner, of, _ = name.partition("'s ")
        if of:
            found = named.get(owner.lower()) if " " in owner else None
        else:
            fits = short.get(name.lower(), []) if len(name) >= SHORTEST_ACRONYM and " " not in name else []
            found = fits[0] if len(fits) == 1 else None
        return found if found is not group else None

    return home


def _spelt_otherwise(
    groups: Sequence[Group], names: Mapping[int, str], kinds: Mapping[int, str]
) -> Callable[[Group], Group | None]:
    """ "Lib Dem" of the "Lib Dems", "Times News" and "Times-News", "Norland Rail" and "Norlandic Rail": the oftener stays."""
    known: dict[str, Group] = {}
    for group in sorted(groups, key=lambda g: -len(g.members)):
        if kinds[id(group)] == "ORG" and not group.apart:
            for spelling in (_spelling(names[id(group)]), *_acronyms(group)):
                known.setdefault(spelling, group)

    def home(group: Group) -> Group | None:
        if kinds[id(group)] != "ORG" or " " not in names[id(group)].replace("-", " "):
            return None
        found = next(
            (known[s] for s in (_spelling(names[id(group)]), *_acronyms(group)) if known.get(s, group) is not group), None
        )
        return found if found is not group else None

    return home


def _acronyms(group: Group) -> list[str]:
    """The acronyms by which a body is called, too, in lower case: "SEGAS" and "Segas" are one."""
    return sorted(
        {form.lower() for form in group.forms if form.isupper() and SHORTEST_ACRONYM <= len(form) <= LONGEST_JOINED}
    )


def _spelling(name: str) -> str:
    """A body's name without hyphens, case and what a plural ends with; its people's or place's name by how that begins."""
    words = name.lower().replace("-", " ").replace("’", "'").split()
    first = words[0]
    if len(words) > 1 and (is_demonym(name.split()[0]) or first in places()):
        first = first[:PEOPLE]
    return " ".join([first, *words[1:-1], words[-1].removesuffix("s")] if len(words) > 1 else words)


def _initials(words: Sequence[str]) -> str:
    return "".join(word[0] for word in words if word.lower() not in JOINING_WORDS).lower()
