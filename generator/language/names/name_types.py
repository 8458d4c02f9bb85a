"""What a name's own words, and the words beside it, show of its kind: "Aldmouth Amendment" is nobody, "Northland Open" no place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.language.lexicon.calendar import MONTH_NAMES, WEEKDAY_NAMES
from generator.language.lexicon.marks import HYPHENS, LONG_DASHES, POSSESSIVES, QUOTES
from generator.language.lexicon.tags import PROPER, UNTYPED_PLACES
from generator.language.names.embedding import ORGANISATIONS
from generator.language.names.name import Name
from generator.values.gazetteer import (
    FACILITIES,
    GOVERNED,
    LANDFORMS,
    TITLES,
    common_words,
    given_names,
    is_demonym,
    place_type,
    places,
)

# "Ministry of Culture", "University of Ulster": words that begin the name of an organisation
ORGANISATION_FIRST = frozenset(
    "university ministry bank banca banco banque department school institute council house court college association "
    "federation party brotherhood guild society corps".split()
)
# "Aldmouth School of Art", "International Guild of Divers": the same, with a name before them
SCHOOLS = frozenset("school university college institute faculty academy brotherhood guild society corps".split())
# by the last of several words: "the Aldmouth Agreement", "the Northland Cup", "the Moorfield Circuit", "Harbour Bonds"
HEADS = (
    dict.fromkeys("agreement amendment accord accords treaty act pact protocol constitution".split(), "LAW")
    | dict.fromkeys("cup olympics championship championships festival war marathon prix open derby".split(), "EVENT")
    | dict.fromkeys("circuit racecourse speedway raceway velodrome ballpark rink".split(), "FAC")
    | dict.fromkeys("bonds shares accounts".split(), "PRODUCT")
)
# by the first: "Cyclone Ann", "Operation Harbour"
FIRSTS = dict.fromkeys("cyclone hurricane typhoon storm operation".split(), "EVENT")
# words that only ever name one thing, many of them younger than the texts that the recogniser learnt from
COINED = {
    "brexit": "EVENT",
    "grexit": "EVENT",
    **dict.fromkeys(
        "google facebook twitter instagram whatsapp snapchat youtube tiktok netflix spotify uber lyft airbnb linkedin pinterest reddit "
        "tumblr paypal ebay yahoo microsoft samsung huawei xiaomi alibaba tencent bytedance baidu nvidia amd intel qualcomm broadcom "
        "cisco salesforce spacex openai deepmind palantir shopify dropbox github mozilla wikipedia wikileaks sony panasonic toshiba "
        "nokia ericsson lenovo volkswagen toyota nissan honda hyundai bmw peugeot renault ikea unilever nestle nestlé pfizer moderna "
        "biontech astrazeneca novartis glaxosmithkline monsanto boeing airbus ryanair easyjet lufthansa gazprom rosneft aramco "
        "exxonmobil walmart starbucks hsbc citigroup jpmorgan ubs vodafone verizon comcast bbc cnn nbc cbs cnbc nasa nato unicef unesco "
        "interpol europol opec fifa uefa nfl nba mlb nhl greenpeace oxfam hamas hezbollah isis isil wework buzzfeed huffpost "
        "newsweek breitbart kfc mcdonalds nintendo foxconn softbank siemens bayer basf daimler".split(),
        "ORG",
    ),
    **dict.fromkeys(
        "iphone iphones ipad ipads ipod ipods xbox playstation android bitcoin kindle macbook".split(), "PRODUCT"
    ),
}
# "the Ann Field Show": what is called after somebody is not that person
CALLED_AFTER = dict.fromkeys("show prize award awards act medal".split(), "WORK_OF_ART") | dict.fromkeys(
    "foundation trust institute center centre fund academy group company school college university hospital".split(), "ORG"
)
# "Jan Field the Elder"
BYNAMES = frozenset("elder younger great terrible conqueror bold wise confessor magnificent lionheart".split())
# initials that are somebody's: "JFK", and "AJ" or "OJ"
INITIALS = frozenset({"JFK", "FDR", "LBJ", "MLK", "RBG", "AOC", "DSK", "RFK"})
CAMEL = re.compile(r"[a-z]{4}[A-Z]")
ACRONYM = 4  # letters at most
# "the [Norwegian] Harbour Council": bodies that each country has
BODIES = frozenset(
    "service services council ministry parliament army navy agency senate assembly police court government cabinet congress "
    "commission committee federation association union academy guard forces fleet embassy consulate institute".split()
)
# alone after "the" they are no names, unless the article names one in full
GENERIC = frozenset("government bank party committee council company board ministry department university club firm".split())
# "Secretary of State", "Minister of Defence": no name of its own
OFFICES = frozenset(
    "state defense defence health education justice finance commerce energy labor labour transport trade".split()
)
# "shares of Norvik", "a subsidiary of Norvik": nobody has them
CORPORATE = frozenset("shares share stake stakes subsidiary shareholders investors customers employees".split())
# "carmaker Norvik": what stands before a company's name, and no name itself
FIRMS = frozenset(
    "carmaker automaker airline retailer drugmaker chipmaker brewer insurer lender broadcaster publisher supermarket startup "
    "planemaker shipbuilder".split()
)
TEAMS = frozenset({"Sox", "Magic", "Heat", "Thunder", "Jazz", "Wild", "Lightning"})  # plural in sense
AT = frozenset({"at", "near", "outside", "inside"})
IN = frozenset({"in", "near", "outside", "across"})
DIRECTIONS = frozenset(
    "north south east west north-east north-west south-east south-west northern southern eastern western central".split()
)
# "founder of Harbour Forums", "a spokeswoman for Field Brands"
LEADERS = frozenset(
    "founder co-founder head president chairman chairwoman chair director chief ceo spokesman spokeswoman spokesperson owner "
    "editor executive boss".split()
)
NOT_ORGANISATIONS = frozenset("state staff congress parliament house senate".split())
ABSTRACT = ("ysis", "tion", "sion", "ment", "ness", "ance", "ence", "ship", "ology", "ism", "ity")
LONGEST = 4  # words of a name that the recogniser missed


def kind(text: Sequence[str], name: Name) -> str:
    """The type of a name by its own words, and by "at" or "near" before it; its present type where they show none."""
    words = text[name.start : name.end]
    last = words[-1].lower()
    before = next(
        (text[n].lower() for n in range(name.start - 1, max(-1, name.start - 3), -1) if text[n].lower() != "the"), ""
    )
    if len(words) == 1 and last in COINED:
        return COINED[last]
    if (
        len(words) > 1
        and words[-1][:1].isupper()
        and last in HEADS
        and name.label in UNTYPED_PLACES | {"PERSON", "ORG", "NORP"}
    ):
        return HEADS[last]
    if (
        len(words) > 1
        and words[0].istitle()
        and words[0].lower() in FIRSTS
        and name.label in UNTYPED_PLACES | {"PERSON", "ORG", "NORP"}
    ):
        return FIRSTS[words[0].lower()]
    if name.label in UNTYPED_PLACES | {"PERSON"} and _organisation(words):
        return "ORG"
    if name.label in UNTYPED_PLACES | {"NORP", "ORG"} and all(is_demonym(word) or word in HYPHENS for word in words):
        return "NORP"
    if name.label in UNTYPED_PLACES:
        return place_type(words) or ("LOC" if name.label == "PLACE" else name.label)
    if name.label == "NORP" and " ".join(words).lower() in places():
        return "GPE"
    if name.label == "ORG" and before in AT and len(words) > 1 and last in FACILITIES and last not in ORGANISATIONS:
        return "FAC"  # "at Moor House"
    if name.label == "PERSON" and len(words) == 1 and CAMEL.search(words[0]):
        return "ORG"  # "MoorlyX"
    if name.label == "PERSON" and len(words) == 1 and _acronym(text, name.start):
        return "ORG"
    firm = name.start > 0 and text[name.start - 1].lower() in FIRMS
    owned = name.start > 1 and text[name.start - 1].lower() in {"of", "in"} and text[name.start - 2].lower() in CORPORATE
    if (owned or firm) and name.label == "PERSON" and len(words) == 1:
        return "ORG"
    return name.label


def _organisation(words: Sequence[str]) -> bool:
    """ "New York City Health and Hospitals Corporation", "University of North Carolina", "Aldmouth School of Art"."""
    if len(words) < 2 or not words[-1][0].isupper() or words[0].lower() in given_names():  # "Emily Post"
        return False
    inner = any(a.lower() in SCHOOLS and b == "of" for a, b in pairwise(words[1:]))
    return inner or words[-1].lower() in ORGANISATIONS or words[0].lower() in ORGANISATION_FIRST


def _acronym(text: Sequence[str], n: int) -> bool:
    """ "ABX" is nobody, where the words around it are not in capitals, too, and no "Mr." stands before it."""
    word = text[n]
    around = [text[k] for k in (n - 1, n + 1) if 0 <= k < len(text)]
    return (
        word.isalpha()
        and word.isupper()
        and 2 <= len(word) <= ACRONYM
        and word not in INITIALS
        and not word.endswith("J")
        and not any(len(other) > 1 and other.isupper() for other in around)
        and not (n and text[n - 1].lower() in TITLES)
    )


def widened(text: Sequence[str], tags: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """The names with what belongs to them beside them: bynames, what is called after a person, whose body it is."""
    found: list[Name] = []
    taken = {n for name in names for n in range(name.start, name.end)}
    for name in names:
        if name.label == "PERSON" and name.end + 1 < len(text) and name.end not in taken:
            name = _beyond(text, tags, name)
        if found and _club(text, found[-1], name):
            found[-1] = replace(name, start=found[-1].start, label="ORG")
        elif found and any(joins(text, found[-1], name) for joins in (_body, _folk, _part)):
            found[-1] = replace(name, start=found[-1].start)
        else:
            found.append(name)
    return found


def _beyond(text: Sequence[str], tags: Sequence[str], name: Name) -> Name:
    end, after = name.end, text[name.end].lower()
    if after == "the" and text[end + 1].lower() in BYNAMES and text[end + 1].istitle():
        return replace(name, end=end + 2)
    if after in CALLED_AFTER and text[end].istitle() and tags[end] in PROPER:
        return replace(name, end=end + 1, label=CALLED_AFTER[after])
    return name


def _body(text: Sequence[str], owner: Name, body: Name) -> bool:
    """ "the Norwegian Harbour Council" is one name."""
    return (
        owner.end == body.start
        and (owner.label, body.label) == ("NORP", "ORG")
        and owner.end - owner.start == 1
        and is_demonym(text[owner.start])
        and body.end - body.start > 1
        and text[body.end - 1].lower() in BODIES
    )


def _club(text: Sequence[str], town: Name, team: Name) -> bool:
    """ "the [Aldmouth] [Norwegians]" is one name where the second is no people but a team."""
    word = text[team.start]
    return (
        town.end == team.start
        and town.label in UNTYPED_PLACES
        and team.label in {"NORP", "ORG", "PERSON"}
        and team.end - team.start == 1
        and (word.endswith("s") or word in TEAMS)
        and word[:1].isupper()
        and town.start > 0
        and text[town.start - 1].lower() == "the"
    )


def _folk(text: Sequence[str], owner: Name, state: Name) -> bool:
    """ "the People's Republic of Norland" is one name."""
    return (
        owner.end + 1 == state.start
        and text[owner.end - 1] in {"People", "Peoples"}
        and text[owner.end] in POSSESSIVES
        and text[state.start].lower() in GOVERNED
    )


def _part(text: Sequence[str], body: Name, whole: Name) -> bool:
    """ "the International Committee of the Blue Crescent" is one name."""
    between = [word.lower() for word in text[body.end : whole.start]]
    return (
        between in (["of"], ["of", "the"])
        and (body.label, whole.label) == ("ORG", "ORG")
        and body.end - body.start > 1
        and text[body.end - 1].istitle()
        and text[body.end - 1].lower() in BODIES
    )


def named(text: Sequence[str], tags: Sequence[str], opens: Sequence[bool], names: Sequence[Name]) -> list[Name]:
    """The names without common nouns that only open a sentence or stand after "the" in capitals.

    Args:
        text: the words.
        tags: their Penn tags.
        opens: whether a word is the first of its sentence.
        names: what was found, in order.
    """
    heads = {
        text[n].lower()
        for name in names
        if name.end - name.start > 1
        for n in (name.start, name.end - 1)
        if text[n].istitle()
    }
    common = {word for word, tag in zip(text, tags, strict=True) if tag in {"NN", "NNS"} and word.islower()}
    plain = {_stem(word) for word in common if len(word) > 2}
    # in the middle of a sentence only names begin with a capital
    proper = {
        text[n]
        for n in range(len(text))
        if text[n][:1].isupper() and not (opens[n] or (n and (text[n - 1] in QUOTES | LONG_DASHES or text[n - 1].isspace())))
    }
    kept = []
    for name in names:
        word = text[name.start]
        if name.end - name.start == 1:
            low = word.lower()
            after_the = name.start > 0 and text[name.start - 1].lower() == "the"
            if name.label == "ORG" and low in GENERIC and low not in heads and (after_the or tags[name.start] not in PROPER):
                continue
            if low in OFFICES and name.start > 1 and text[name.start - 1] == "of" and text[name.start - 2].lower() in TITLES:
                continue
            if opens[name.start] and name.label == "PERSON" and word not in proper and _stem(low) in plain:
                continue  # "Flood kills two": the article tells of floods, and of nobody called so
            # "ALDMOUTH — Snow fell": after the dateline
            begins = opens[name.start] or (name.start > 0 and text[name.start - 1] in QUOTES | LONG_DASHES)
            nobody = (
                word.istitle()
                and word not in proper
                and low in common_words()
                and low not in given_names()
                and low not in heads
            )
            nowhere = name.label in UNTYPED_PLACES and low not in places()
            if begins and nobody and (nowhere or name.label in {"PERSON", "ORG", "EVENT"}):
                continue  # "Gunman attacked the hall"
            bare = opens[name.start] and tags[name.start] not in PROPER and low not in given_names()
            if bare and word.istitle() and (low in common or low.endswith(ABSTRACT)) and not is_demonym(word):
                continue
        kept.append(name)
    return kept


def missed(text: Sequence[str], tags: Sequence[str], opens: Sequence[bool], names: Sequence[Name]) -> list[Name]:
    """The names, and proper nouns beside them that the recogniser left out where the words before tell what they are."""
    taken = {n: name for name in names for n in range(name.start, name.end)}
    found = list(names)
    n = 1
    while n < len(text):
        end = n
        while end < len(text) and end - n < LONGEST and end not in taken and _could_name(text, tags, end) and not opens[end]:
            end += 1
        if end == n:
            n += 1
            continue
        beside = end < len(text) and (end in taken or text[end] in HYPHENS or tags[end] in PROPER | {"NN", "NNS"})
        label = None if beside else _told(text, n, end, taken)
        if label is not None:
            found.append(Name(n, end, label))
        n = end
    return sorted(found, key=lambda name: name.start)


def _could_name(text: Sequence[str], tags: Sequence[str], n: int) -> bool:
    low = text[n].lower()
    return (
        tags[n] in PROPER
        and text[n][:1].isupper()
        and low not in TITLES
        and low not in (*WEEKDAY_NAMES, *MONTH_NAMES)
        and text[n].isalpha()
    )


def _told(text: Sequence[str], start: int, end: int, taken: dict[int, Name]) -> str | None:
    """ "in south-east Leeds", "founder of Harbour Forums", "Google and Moorly"."""
    before = start - 1
    low = text[before].lower()
    words = [word.lower() for word in text[start:end]]
    if (low in IN or low in DIRECTIONS or low.split("-")[-1] in DIRECTIONS) and " ".join(words) in places():
        return None if words[-1] in ORGANISATIONS | LANDFORMS else "GPE"
    if low in {"of", "for", "at"} and before and text[before - 1].lower() in LEADERS:
        return None if words[0] in NOT_ORGANISATIONS else place_type(words) or "ORG"
    listed = taken.get(before - 1) if low == "and" else None
    if listed is not None and listed.label in {"ORG", "GPE"} and end - start == 1 and listed.end - listed.start == 1:
        return listed.label
    return None


def untitled(text: Sequence[str], heads: Sequence[bool], names: Sequence[Name]) -> list[Name]:
    """The names of headlines without words that only a headline writes in capitals: of "Harbour Bridge Opens", no name is left.

    Args:
        text: the words.
        heads: whether a word stands in a headline in which every word begins with a capital.
        names: what was found, in order.
    """
    if not any(heads):
        return list(names)
    body = [word for word, head in zip(text, heads, strict=True) if not head]
    plain = {_stem(word) for word in set(body) if word.islower() and len(word) > 2}
    # in the middle of a sentence only names begin with a capital
    proper = {word for before, word in pairwise(body) if word[:1].isupper() and before[-1:].isalnum()}
    proper |= {word for name in names if not heads[name.start] for word in text[name.start : name.end]}

    def common(word: str) -> bool:
        return word not in proper and word.title() not in proper and _stem(word.lower()) in plain

    full = {
        tuple(text[n.start : n.end]) for n in names if n.label == "PERSON" and not heads[n.start] and n.end - n.start > 1
    }
    kept = []
    for name in names:
        if heads[name.start]:
            start, end = name.start, name.end
            # "Ann Field Hammers Reed": the article tells of Ann Field
            end = next((k for k in range(start + 2, end) if tuple(text[start:k]) in full), end)
            while start < end and common(text[start]):
                start += 1
            while end > start and common(text[end - 1]):
                end -= 1
            if start == end:
                continue
            name = replace(name, start=start, end=end)
        kept.append(name)
    return kept


def _stem(word: str) -> str:
    """ "opens", "opened", "opening" alike."""
    for ending in ("ing", "ed", "es", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 2:
            return word.removesuffix(ending).rstrip("e")
    return word.rstrip("e")
