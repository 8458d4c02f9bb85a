"""What stands beside the mentions of a name, counted: titles, verbs, prepositions, the nouns that say what it is.

"the ferry Maren Rose", "Maren Rose, a ferry of 1974, sank", "aboard the Maren Rose": each is a sign, and a sign's share of the mentions is
what `kinds` weighs. Only text is read, no parse: records hold none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping

from generator.records.model import Entity, Record
from generator.values.noun_kinds import noun_kind

MENTIONS_READ = 40  # mentions that are read
READ_BESIDE = 70  # code points beside a mention that are read
SENTENCE_ENDS = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"‘'])|\n")
ABBREVIATED = re.compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Prof|Lt|Sgt|Capt|Col|Gen|St|Rev|Hon|Supt|Insp|Atty|Maj|Adm|Sec)\.\s$"
)

# what is read to the left of a name, with an example
LEFT_OF_NAME: Mapping[str, re.Pattern[str]] = {
    "title": re.compile(
        r"\b(?:President|Minister|Senator|Representative|Congress(?:wo)?man|Governor|Mayor|Judge|Justice|Chancellor|Secretary|King|Queen|"
        r"Prince|Princess|Pope|Chief|Officer|Director|Professor|Sheriff|Commissioner|Detective|Sergeant|Captain|General|Colonel|Chairman|"
        r"CEO|Coach|Rabbi|Bishop|Inspector|Ambassador|Attorney|Speaker|Sen\.|Rep\.|Gov\.|Prof\.|Lt\.|Sgt\.|Capt\.|Col\.|Gen\.|Rev\.)\s+$"
    ),  # "President Ann Field"
    "courtesy": re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady)\.?\s+$"),
    "said": re.compile(r"(?:[”\"’'],?|,)\s+(?:said|says|added|adds|wrote|asked|explained)\s+$"),  # "…,” said Field"
    "the": re.compile(r"\b[Tt]he\s+$"),
    "an": re.compile(r"\b(?:[Aa]n?|[Tt]his|[Tt]hese|[Oo]ur|[Yy]our)\s+$"),
    "in": re.compile(r"\b[Ii]n\s+$"),
    "in the": re.compile(r"\b(?:[Ii]n|[Aa]t|[Nn]ear|[Tt]o|[Ff]rom|[Aa]cross)\s+the\s+$"),
    "at": re.compile(r"\b[Aa]t\s+$"),
    "near": re.compile(
        r"\b(?:[Nn]ear|[Oo]utside|[Aa]round|[Aa]cross|[Tt]owards?|[Oo]ff|[Ii]nto|[Tt]hroughout|[Ii]nside)\s+$"
    ),
    "from": re.compile(r"\bfrom\s+$"),
    "to": re.compile(r"\bto\s+$"),
    "on": re.compile(r"\b[Oo]n\s+(?:the\s+)?$"),
    "of": re.compile(r"\bof\s+$"),
    "of the": re.compile(r"\bof\s+the\s+$"),
    "by": re.compile(r"\bby\s+$"),
    "with": re.compile(r"\b(?:with|against|between|told|asked|told)\s+$"),
    "for": re.compile(r"\bfor\s+$"),
    "aboard": re.compile(r"\b(?:aboard|on board|embarked on|boarded)\s+(?:the\s+)?$"),
    "called": re.compile(r"\b(?:called|named|titled|dubbed|entitled|known as)\s+[“‘\"']?(?:the\s+)?$"),
    "and": re.compile(r"\b(?:and|or),?\s+$"),
    "whose": re.compile(r"\b(?:[Hh]is|[Hh]er)\s+(?:\w+\s+)?$"),  # "his brother Bo"
    "opens": re.compile(r"^[“\"‘'\s]*$"),
}
RIGHT_OF_NAME: Mapping[str, re.Pattern[str]] = {
    "says": re.compile(
        r"[,”\"’']{0,2}\s+(?:\w+ly\s+)?(?:said|says|told|tells|added|adds|tweeted|wrote|writes|asked|explained|recalled|joked|insisted|admitted)\b"
    ),
    "who": re.compile(r",?\s+(?:who|whose|whom)\b"),
    "which": re.compile(r",?\s+which\b"),
    "aged": re.compile(r",\s+(?:aged\s+)?\d{1,2}\b,?"),
    "has": re.compile(r"['’]s\b|(?<=s)['’]\s"),
    "lives": re.compile(
        r"\s+(?:died|dies|resigned|married|smiled|laughed|wept|walked|testified|pleaded|was born|was arrested|was charged|was sentenced|"
        r"was shot|was killed|was convicted|was elected|was appointed|grew up|himself|herself|and (?:his|her))\b"
    ),
    "trades": re.compile(
        r"(?:['’]s)?\s+(?:announced|launched|unveiled|reported|acquired|bought|owns|sells|offers|makes|hired|employs|operates|shares|"
        r"stock|revenue|profits?|customers|employees|executives|spokes\w+|officials|shareholders|headquarters|subsidiary|lawyers)\b"
    ),
    "moves": re.compile(
        r"\s+(?:sank|docked|sailed|crashed|took off|lifted off|landed|departed|capsized|collided|ran aground|was built|flew)\b"
    ),
    "released": re.compile(
        r"\s+(?:was|is|will be|has been)\s+(?:released|published|filmed|directed|available|shown|aired|banned|passed)\b"
    ),
    "acronym": re.compile(r"\s+\([A-Z]{2,6}\)"),
    "within": re.compile(r",\s+[A-Z][\w.]+(?:\s[A-Z]\w+)?,"),  # "Aldmouth, Norland,"
}
# the words of a noun phrase up to where it goes on: "a ferry of 1974", "the first singer to win"
STOPS = "of for in who that which with at on from based to where and by as called named whose".replace(" ", "|")
PHRASE = rf"((?:[\w’'-]+\s){{0,5}}?[\w’'-]+)(?=[,.;)]|$|\s(?:{STOPS})\b)"
APPOSED = re.compile(rf",\s+(?:an?|the|his|her|its|their|one of the)\s+{PHRASE}")
IS = re.compile(rf"\s+(?:is|was|are|were|became|remains)\s+(?:an?|the|one of the)\s+{PHRASE}")
LED = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir)\s+((?:[\w’'-]+\s){0,4}?[\w’'-]+),\s+$")
WORD_BEFORE = re.compile(r"(?<![\w’'-])([a-z][a-z’-]+)\s+[“‘\"']?$")
WORD_AFTER = re.compile(r"[”’\"']?\s+([a-z][a-z-]+)")
MARKS = (re.compile(r"[“‘\"']$"), re.compile(r"^,?[”’\"']"))


def shares(members: Iterable[tuple[Record, Entity]]) -> tuple[dict[str, float], int]:
    """The share of mentions by name beside which each sign stands, and how many were read."""
    found: Counter[str] = Counter()
    read = 0
    for record, start, end in _mentions(members):
        found.update(list(dict.fromkeys(_beside(record.text, start, end))))
        read += 1
    return {sign: n / read for sign, n in found.items()}, read


def _mentions(members: Iterable[tuple[Record, Entity]]) -> list[tuple[Record, int, int]]:
    found: list[tuple[Record, int, int]] = []
    for record, entity in members:
        found += [(record, m.start, m.end) for m in entity.mentions if m.kind == "name"]
        if len(found) >= MENTIONS_READ:
            break
    return found[:MENTIONS_READ]


def _beside(text: str, start: int, end: int) -> Iterable[str]:
    before, after = _left(text, start), _right(text, end)
    yield from (f"before: {sign}" for sign, pattern in LEFT_OF_NAME.items() if pattern.search(before))
    yield from (f"after: {sign}" for sign, pattern in RIGHT_OF_NAME.items() if pattern.match(after))
    if MARKS[0].search(before) and MARKS[1].search(after):
        yield "quoted"
    for sign, words in (
        ("noun before", WORD_BEFORE.search(before)),
        ("noun after", WORD_AFTER.match(after)),
        ("is a", APPOSED.match(after) or IS.match(after) or LED.search(before)),
    ):
        if words and (kind := noun_kind(words[1].split()[-1].lower())):
            yield f"{sign}: {kind}"


def _left(text: str, start: int) -> str:
    """The words of the sentence before a name."""
    window = text[max(0, start - READ_BESIDE) : start]
    for end in reversed(list(SENTENCE_ENDS.finditer(window))):
        if not ABBREVIATED.search(window[: end.end()]):
            return window[end.end() :]
    return window


def _right(text: str, end: int) -> str:
    window = text[end : end + READ_BESIDE]
    close = SENTENCE_ENDS.search(window)
    return window[: close.start() + 1] if close else window
