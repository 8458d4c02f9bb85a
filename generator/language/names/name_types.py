"""What a name's own words, and the words beside it, show of its kind: "Aldmouth Amendment" is nobody, "Northland Open" no place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from generator.language.lexicon.marks import HYPHENS, POSSESSIVES
from generator.language.lexicon.tags import PROPER, UNTYPED_PLACES
from generator.language.names.embedding import ORGANISATIONS
from generator.language.names.name import Name
from generator.values.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from generator.values.gazetteer import (
    FACILITIES,
    GOVERNED,
    LANDFORMS,
    TITLES,
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
LONGEST_MISSED = 4  # words of a name that the recogniser missed
OPEN = UNTYPED_PLACES | {"PERSON", "ORG", "NORP"}  # types that a name's own words may correct


def kind(text: Sequence[str], name: Name) -> str:
    """The type of a name by its own words, and by "at" or "near" before it; its present type where they show none."""
    words = text[name.start : name.end]
    return _coined(words) or _by_ends(words, name.label) or _by_label(text, name, words) or name.label


def _coined(words: Sequence[str]) -> str | None:
    return COINED.get(words[-1].lower()) if len(words) == 1 else None


def _by_ends(words: Sequence[str], label: str) -> str | None:
    """ "Aldmouth Amendment", "Cyclone Ann": the last or first of several words says what it is."""
    if len(words) < 2 or label not in OPEN:
        return None
    last, first = words[-1], words[0]
    if last[:1].isupper() and last.lower() in HEADS:
        return HEADS[last.lower()]
    return FIRSTS.get(first.lower()) if first.istitle() else None


def _by_label(text: Sequence[str], name: Name, words: Sequence[str]) -> str | None:
    """What the words show against what the recogniser took them for."""
    label = name.label
    if label in UNTYPED_PLACES | {"PERSON"} and _organisation(words):
        return "ORG"
    if label in UNTYPED_PLACES | {"NORP", "ORG"} and all(is_demonym(word) or word in HYPHENS for word in words):
        return "NORP"
    if label in UNTYPED_PLACES:
        return place_type(words) or ("LOC" if label == "PLACE" else None)
    return _mistaken(text, name, words)


def _mistaken(text: Sequence[str], name: Name, words: Sequence[str]) -> str | None:
    """A country taken for a people, a building taken for a body, a body taken for somebody."""
    if name.label == "NORP" and " ".join(words).lower() in places():
        return "GPE"
    if name.label == "ORG" and _at_a_building(text, name, words):
        return "FAC"
    return "ORG" if name.label == "PERSON" and len(words) == 1 and _nobody(text, name) else None


def _at_a_building(text: Sequence[str], name: Name, words: Sequence[str]) -> bool:
    """ "at Moor House", "near the Moor Hotel"."""
    last = words[-1].lower()
    before = text[max(0, name.start - 2) : name.start]
    near = next((word.lower() for word in reversed(before) if word.lower() != "the"), "")
    return near in AT and len(words) > 1 and last in FACILITIES and last not in ORGANISATIONS


def _nobody(text: Sequence[str], name: Name) -> bool:
    """ "MoorlyX", "ABX", "shares of Norvik", "carmaker Norvik": one word that is no person's name."""
    if CAMEL.search(text[name.start]) or _acronym(text, name.start):
        return True
    before = [word.lower() for word in text[max(0, name.start - 2) : name.start]]
    if before and before[-1] in FIRMS:
        return True
    return len(before) > 1 and before[-1] in {"of", "in"} and before[-2] in CORPORATE


def _organisation(words: Sequence[str]) -> bool:
    """ "New York City Health and Hospitals Corporation", "University of North Carolina", "Aldmouth School of Art"."""
    if len(words) < 2 or not words[-1][0].isupper() or words[0].lower() in given_names():  # "Emily Post"
        return False
    inner = any(a.lower() in SCHOOLS and b == "of" for a, b in pairwise(words[1:]))
    return inner or words[-1].lower() in ORGANISATIONS or words[0].lower() in ORGANISATION_FIRST


def _acronym(text: Sequence[str], n: int) -> bool:
    """ "ABX" is nobody, where the words around it are not in capitals, too, and no "Mr." stands before it."""
    word = text[n]
    if not _capitals(word) or word in INITIALS or word.endswith("J"):
        return False
    around = [text[k] for k in (n - 1, n + 1) if 0 <= k < len(text)]
    shouted = any(len(other) > 1 and other.isupper() for other in around)
    return not shouted and not (n and text[n - 1].lower() in TITLES)


def _capitals(word: str) -> bool:
    return word.isalpha() and word.isupper() and 2 <= len(word) <= ACRONYM


def widened(text: Sequence[str], tags: Sequence[str], names: Sequence[Name]) -> list[Name]:
    """The names with what belongs to them beside them: bynames, what is called after a person, whose body it is."""
    found: list[Name] = []
    taken = {n for name in names for n in range(name.start, name.end)}
    for name in names:
        if name.label == "PERSON" and name.end + 1 < len(text) and name.end not in taken:
            name = _beyond(text, tags, name)
        before = found[-1] if found else None
        if before and (_club(text, before, name) or _belongs(text, before, name)):
            found[-1] = replace(name, start=before.start, label="ORG" if _club(text, before, name) else name.label)
        else:
            found.append(name)
    return found


def _belongs(text: Sequence[str], before: Name, name: Name) -> bool:
    return any(joins(text, before, name) for joins in (_body, _folk, _part))


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


def missed(text: Sequence[str], tags: Sequence[str], opens: Sequence[bool], names: Sequence[Name]) -> list[Name]:
    """The names, and proper nouns beside them that the recogniser left out where the words before tell what they are."""
    taken = {n: name for name in names for n in range(name.start, name.end)}
    free = [n not in taken and _could_name(text, tags, n) and not opens[n] for n in range(len(text))]
    found = list(names)
    n = 1
    while n < len(text):
        end = next(
            (k for k in range(n, min(n + LONGEST_MISSED, len(text))) if not free[k]), min(n + LONGEST_MISSED, len(text))
        )
        if end > n and not _goes_on(text, tags, taken, end) and (label := _told(text, n, end, taken)):
            found.append(Name(n, end, label))
        n = max(end, n + 1)
    return sorted(found, key=lambda name: name.start)


def _goes_on(text: Sequence[str], tags: Sequence[str], taken: dict[int, Name], end: int) -> bool:
    """Whether a name or a noun follows, of which the words before are a part."""
    return end < len(text) and (end in taken or text[end] in HYPHENS or tags[end] in PROPER | {"NN", "NNS"})


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
    low = text[start - 1].lower()
    words = [word.lower() for word in text[start:end]]
    if (low in IN or {low, low.split("-")[-1]} & DIRECTIONS) and " ".join(words) in places():
        return None if words[-1] in ORGANISATIONS | LANDFORMS else "GPE"
    if low in {"of", "for", "at"} and start > 1 and text[start - 2].lower() in LEADERS:
        return None if words[0] in NOT_ORGANISATIONS else place_type(words) or "ORG"
    return _listed_with(taken.get(start - 2)) if low == "and" and len(words) == 1 else None


def _listed_with(other: Name | None) -> str | None:
    """The kind of a body or place of one word that stands before "and"."""
    return other.label if other and other.label in {"ORG", "GPE"} and other.end - other.start == 1 else None
