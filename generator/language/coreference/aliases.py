"""Names of one article that name the same thing: full names and surnames, acronyms, short forms."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from generator.language.coreference.cluster import Cluster, Found, absorb
from generator.language.coreference.known_as import same_person
from generator.language.coreference.persons import persons, shown_gender
from generator.language.lexicon.tags import PLACES
from generator.language.names.name_types import FIRSTS
from generator.language.words import Words
from generator.values.gazetteer import COMPASS, Gender, given_names, is_demonym, places
from generator.values.person_names import person_name

# names that many articles use side by side
SAME = (
    ("United States", "U.S.", "US", "USA", "U.S.A.", "America", "United States of America", "U.S"),
    ("United Kingdom", "UK", "U.K.", "Britain", "Great Britain"),
    ("United Nations", "UN", "U.N."),
    ("European Union", "EU", "E.U."),
    ("Washington, D.C.", "Washington D.C.", "D.C."),
    ("New York City", "NYC"),
    ("Los Angeles", "LA", "L.A."),
    ("United Arab Emirates", "UAE", "U.A.E."),
    ("North Korea", "DPRK", "Democratic People's Republic of Korea"),
    ("South Korea", "Korea Republic", "Republic of Korea"),
)
CANONICAL = {form: names[0] for names in SAME for form in names}
# "U.S. Congress"
LEADING = frozenset({"U.S.", "US", "U.S", "UK", "U.K.", "UN", "U.N.", "EU", "E.U."})
SMALL = frozenset("of the and for de la in on to &".split())
SHORTENED_TYPES = frozenset(
    {"ORG", "GPE", "FAC", "LOC", "EVENT"}
)  # types that a name and its short form may have between them
BODIES = ({"ORG"}, {"ORG", "FAC"})
LONGEST_ACRONYM = 7  # letters
LONGER = 6  # letters from which a word with one letter wrong is still the same
LONGEST_COMPARED = 12  # words of a name that is compared letter by letter


def clusters(words: Words, names: Sequence[tuple[int, int, str]], title: str = "") -> list[Cluster]:
    """Group names (token start, token end, type), the fullest form naming the group.

    Args:
        words: the article's words.
        names: what was recognised, in order.
        title: the article's title: a surname that several people bear is most often of the one named there.
    """
    ordered = sorted(_by_form(words, names), key=lambda c: (-len(c.name.split()), c.first))
    for cluster in ordered:
        if cluster.label == "PERSON" and cluster.gender is None:
            cluster.gender = _gender(words, cluster)
    ordered = _storms(_respelt(ordered))
    people = _also_known(words, [c for c in ordered if c.label == "PERSON"])
    return persons(words, people, title) + _others(words, [c for c in ordered if c.label != "PERSON"])


def _by_form(words: Words, names: Sequence[tuple[int, int, str]]) -> list[Cluster]:
    """One cluster for each form of a name and type; of "Mr. Field" and "Mrs. Field" two."""
    groups: dict[tuple[str, str], Cluster] = {}
    written = [_form(words, start, end) for start, end, _ in names]
    forms = set(written)
    for (start, end, label), form in zip(names, written, strict=True):
        plain = form.title() if form.isupper() and form.title() in forms else form  # "GENOA, Italy — …" of a dateline
        shown = shown_gender(words, start) if label == "PERSON" and end - start == 1 else None
        key = _key(plain, label, shown)
        if key not in groups:
            groups[key] = Cluster(plain, label, [], [], shown)
        cluster = groups[key]
        cluster.mentions.append(Found(start, end, _head(words, start, end), "name"))
        if form not in cluster.forms:
            cluster.forms.append(form)
    return list(groups.values())


def _key(form: str, label: str, shown: Gender | None) -> tuple[str, str]:
    """What forms of one name have in common; places of both types are one."""
    return _canonical(form) + (shown or ""), "GPE" if label == "LOC" else label


def _form(words: Words, start: int, end: int) -> str:
    parts = []
    for n in range(start, end):
        parts.append(words.text[n])
        if n + 1 < end and words.start[n + 1] > words.end[n]:
            parts.append(" ")
    return "".join(parts)


def _canonical(form: str) -> str:
    first, _, rest = form.partition(" ")
    known = f"{CANONICAL[first]} {rest}" if rest and first in LEADING else CANONICAL.get(form, form)
    return known.title() if known.isupper() and len(known) > 5 else known


def _head(words: Words, start: int, end: int) -> int:
    return next((n for n in range(start, end) if not start <= words.head[n] < end or words.head[n] == n), end - 1)


def _respelt(found: list[Cluster]) -> list[Cluster]:
    """ "Ichiyo Moor" beside "Ichiyō Moor", "Cyclone Maralyn" beside "Cyclone Marilyn": the more frequent spelling has both."""
    homes: dict[tuple[str, ...], Cluster] = {}  # by what a name says without one of its words
    gone = set()
    for cluster in sorted(found, key=lambda c: -len(c.mentions)):
        parts = _unaccented(cluster.name).split()
        keys = _without_a_word(cluster, parts)
        near = ((n, homes[key]) for n, key in enumerate(keys) if key in homes)
        home = next((other for n, other in near if _same_spelling(cluster, other, parts[n], n)), None)
        if home is None:
            homes.update((key, cluster) for key in keys if key not in homes)
        else:
            absorb(home, cluster)
            gone.add(id(cluster))
    return [cluster for cluster in found if id(cluster) not in gone]


def _without_a_word(cluster: Cluster, parts: list[str]) -> list[tuple[str, ...]]:
    """What a name says without each of its words; nothing for persons, of whom their names decide (see `persons`)."""
    if cluster.label == "PERSON" or not 1 < len(parts) <= LONGEST_COMPARED:
        return []
    return [(cluster.label, str(n), *parts[:n], *parts[n + 1 :]) for n in range(len(parts))]


def _unaccented(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def _same_spelling(one: Cluster, other: Cluster, word: str, place: int) -> bool:
    """Whether the word in which two names differ is the same misspelt, and nothing says that one is a man, the other a woman."""
    theirs = _unaccented(other.name).split()[place]
    return len({one.gender, other.gender} - {None}) < 2 and (word == theirs or _one_letter_off(word, theirs))


def _one_letter_off(one: str, other: str) -> bool:
    """ "Kristin" and "Kristen", "Holtzman" and "Holzman"; not "Jonas" and "Jones", which are both short."""
    short, long = sorted((one, other), key=len)
    if len(short) < LONGER or short[0] != long[0] or not (short + long).isalpha() or len(long) - len(short) > 1:
        return False
    same = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    return short[same:] == long[same + 1 :] or short[same + 1 :] == long[same + 1 :]


def _storms(found: list[Cluster]) -> list[Cluster]:
    """ "Cyclone Ann" of the article: its "Ann" and its "TC Ann" are nobody, and its "Cyclone" is that one."""
    storms = [c for c in found if _storm(c)]
    named = {c.name.split()[-1]: c for c in storms}
    kinds = {c.name.split()[0]: c for c in storms} if len(storms) == 1 else {}
    kept = []
    for cluster in found:
        *before, last = cluster.name.split() or [""]
        if cluster.label in {"PERSON", "ORG"} and last in named and all(part.isupper() for part in before):
            absorb(named[last], cluster)
        elif cluster.name in kinds:
            absorb(kinds[cluster.name], cluster)
        else:
            kept.append(cluster)
    return kept


def _storm(cluster: Cluster) -> bool:
    return cluster.label == "EVENT" and " " in cluster.name and cluster.name.split()[0].lower() in FIRSTS


def _also_known(words: Words, people: list[Cluster]) -> list[Cluster]:
    """The persons, those whom the article itself gives a second name put together."""
    at = sorted((mention.start, mention.end, place) for place, cluster in enumerate(people) for mention in cluster.mentions)
    home = list(range(len(people)))
    for one, other in same_person(words, [(start, end) for start, end, _ in at]):
        first, second = home[at[one][2]], home[at[other][2]]
        if first != second:
            absorb(people[first], people[second])
            home = [first if place == second else place for place in home]
    return [cluster for place, cluster in enumerate(people) if home[place] == place]


def _others(words: Words, things: list[Cluster]) -> list[Cluster]:
    """Acronyms and short forms of organisations and other things."""
    kept: list[Cluster] = []
    for cluster in things:
        home = next((other for other in kept if _short_for(words, cluster, other)), None)
        if home is None:
            kept.append(cluster)
        else:
            absorb(home, cluster)
    return kept


def _short_for(words: Words, short: Cluster, long: Cluster) -> bool:
    a, b = short.name, long.name
    kinds = {short.label, long.label}
    if kinds <= PLACES and a != b and b.partition(",")[0] == a:
        return True  # "Aldmouth" and "Aldmouth, Norland"
    if (len(kinds) > 1 and not kinds <= SHORTENED_TYPES) or len(a) >= len(b) or " " not in b:
        return False
    if a.lower() in COMPASS:  # "the North" beside "North Korea"
        return b.split()[0] == a and kinds <= PLACES | {"ORG"} and _after_the(words, short)
    plain = a.replace(".", "")
    if _may_be_initials(plain) and (plain.isupper() or _initials(words, plain, short, long)):
        return _initials(words, plain, short, long)
    return kinds in BODIES and _cut_short(short, long)


def _may_be_initials(plain: str) -> bool:
    """ "DfT" and "M5S" are acronyms, too."""
    return 2 <= len(plain) <= LONGEST_ACRONYM and plain.isalnum() and plain[0].isupper() and not plain[1:].islower()


def _initials(words: Words, plain: str, short: Cluster, long: Cluster) -> bool:
    """ "FETO" of "Fetullah Terrorist Organization (FETO)": its initials, or what stands in parentheses after it."""
    parts = [part for part in long.name.replace("-", " ").split() if part[0].isalnum()]
    letters = [part if part.isupper() and len(part) > 1 else part[0] for part in parts]  # "US Navy" is no "UN"
    every = "".join(letters)
    initials = "".join(letter for letter, part in zip(letters, parts, strict=True) if part.lower() not in SMALL)
    return plain in {initials.upper(), every.upper()} or _bracketed(words, short, long)


def _bracketed(words: Words, short: Cluster, long: Cluster) -> bool:
    """Whether a name stands in parentheses after another."""
    ends = {mention.end for mention in long.mentions}
    return any(m.start > 1 and words.text[m.start - 1] == "(" and m.start - 1 in ends for m in short.mentions)


def _cut_short(short: Cluster, long: Cluster) -> bool:
    """The name of an organisation without where it is, or without its end."""
    a, b = short.name, long.name
    if _without_owner(a, b):
        return True
    same = short.label == long.label
    if same and a != b and a in {b.partition(" of ")[2], b.rpartition(", ")[2]}:
        return True  # "Church of Aldmouth", "University of Norland, Aldmouth" and, where it is a body, too, "Aldmouth"
    return (same or " " in a) and f"{b} ".startswith(f"{a} ") and a[0].isupper() and len(a) > 3


def _without_owner(short: str, long: str) -> bool:
    """ "New York Harbour Trust" and "the Harbour Trust", "Norwegian Harbour Council" and its end."""
    owner = long.removesuffix(f" {short}")
    return owner != long and (owner.lower() in places() or is_demonym(owner))


def _after_the(words: Words, cluster: Cluster) -> bool:
    """ "the North", or "North and South Korea"."""
    return all(
        (m.start and words.low[m.start - 1] == "the") or words.low[m.end : m.end + 1] in (["and"], ["or"])
        for m in cluster.mentions
    )


def _gender(words: Words, cluster: Cluster) -> Gender | None:
    for mention in cluster.mentions:
        if shown := shown_gender(words, mention.start):
            return shown
    name = person_name(cluster.name)
    return given_names().get(name.words[0]) if name.full else None
