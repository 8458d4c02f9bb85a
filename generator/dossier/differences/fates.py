"""What happens to people, in the words by which news counts them: the dead, the injured, the kidnapped, the displaced.

Patterns are over a sentence in lower case whose figures are numbered (`#0#`): "#0# people were killed and #1# injured".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from generator.values.gazetteer import is_demonym

# what may stand between people and what became of them: "were", "are reported to have been", "still remain"
BETWEEN_COUNT_AND_FATE = (
    "(?: (?:"
    + "|".join(
        "were was have has had been are is being now also reportedly confirmed as having later left lying still remain remained initially "
        "believed known to be forcibly then thought".split()
    )
    + "))*"
)
# the words of a noun phrase after a figure: none of those that begin what follows it
NOUN_PHRASE_ENDS = "|".join(
    "and or but who that which when after before while in on at by from near with during as for to of since until this last were was "
    "have has had been are is dead died killed injured wounded hurt missing trapped taken rushed kidnapped abducted because although if "
    "off aboard outside inside under "
    "lost perished murdered shot slain being not said also reportedly still remain remained initially seized captured snatched "
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight there here so earlier early late".split()
)
PHRASE = rf"(?P<counted>(?: (?!(?:{NOUN_PHRASE_ENDS})\b)[a-z](?:[a-z0-9’'.-]*[a-z0-9])?){{0,5}})"

FATE_END = r"(?=$|[ ,.;:’”—])(?! [#@\d])"


@dataclass(frozen=True, slots=True)
class Fate:
    """A kind of count.

    Attributes:
        name: of it.
        says: how a page calls it.
        after: what may follow the counted: "#0# people [were] killed".
        before: what may stand before them: "killing #0# people".
        nouns: names of the count itself: "#0# fatalities".
        of: a noun before them: "the deaths of #0# people", "a death toll of #0#".
        anybody: whether it matters little whom the words count ("girls", "students").
        of_things: whether the words must say what they count ("homes").
        falls: whether fewer may be so as days pass.
    """

    name: str
    says: str
    after: str
    before: str
    nouns: str = "$^"
    of: str = "$^"
    anybody: bool = False
    of_things: bool = False
    falls: bool = False


FATES = (
    Fate(
        "dead", "killed",
        r"killed|dead|died|shot dead|slain|slaughtered|murdered|perished|lost their lives|losing their lives",
        r"kill(?:s|ed|ing)?|murder(?:ed|ing)|slaughter(?:ed|ing)|claim(?:ed|ing) the lives of|shoots dead|shot dead|shooting dead"
        r"|shot and killed|gunned down|gun down",
        r"fatalities|deaths|dead bodies|dead people",
        r"deaths? of|(?:death )?toll (?:[^#;]{0,140} )?(?:to|at|of|is|was|now|hits?|reach(?:ed|ing|es)|pass(?:ed|es)|tops)|toll of dead",
    ),
    Fate(
        "injured", "injured or taken to hospital",
        r"injured|wounded|hurt|(?:taken|rushed) to (?:the |a |local |area |nearby |#\d+# )?hospitals?|hospitali[sz]ed",
        r"injur(?:es|ed|ing)|wound(?:s|ed|ing)|hurting|hospitali[sz]ing",
        r"injuries|wounded(?: people)?|injured people",
        r"injuries to",
    ),
    Fate("missing", "missing", r"missing|unaccounted for", r"$^", falls=True),
    Fate("trapped", "trapped", r"trapped", r"trap(?:s|ped|ping)|free", anybody=True, falls=True),
    Fate(
        "kidnapped", "kidnapped or captured",
        r"kidnapped|abducted|snatched|captured|seized|taken from|taken hostage",
        r"kidnap(?:s|ped|ping)?|abduct(?:s|ed|ing)|snatch(?:es|ed|ing)|seiz(?:es|ed|ing)|captur(?:es|ed|ing)",
        of=r"kidnapping of|abduction of|capture of", anybody=True,
    ),
    Fate(
        "arrested", "arrested or detained",
        r"arrested|detained|taken into custody", r"arrest(?:s|ed|ing)|detain(?:s|ed|ing)", of=r"arrests? of|detention of", anybody=True,
    ),
    Fate(
        "displaced", "driven from their homes",
        r"displaced|homeless|driven from their homes|forced (?:to flee|from)(?: their homes)?|fled (?:their )?homes",
        r"displac(?:es|ed|ing)|uproot(?:ed|ing)|driv(?:en|ing) from their homes",
        of=r"displacement of", anybody=True, falls=True,
    ),
    Fate(
        "affected", "affected",
        r"(?:(?:may|might|could) (?:have been|be) )?(?:potentially )?(?:affected|exposed|compromised|impacted|leaked|accessed)"
        r"|who had their (?:[a-z-]+ )?(?:information|data|details)",
        r"affect(?:s|ed|ing)?|impact(?:s|ed|ing)",
        of=r"(?:data|info|information|details|records) (?:of|on|from|for|belonging to|about)(?: (?:roughly|some))?", anybody=True,
    ),
    Fate(
        "without power", "without power",
        r"without (?:power|electricity)|lost power|in the dark", r"cut(?:ting)? power to", of_things=True, falls=True,
    ),
    Fate(
        "destroyed", "destroyed",
        r"destroyed|razed|burned down|gutted", r"destroy(?:s|ed|ing)|raz(?:ed|ing)|gutt(?:ed|ing)", of_things=True,
    ),
    Fate("damaged", "damaged", r"damaged", r"damag(?:es|ed|ing)", of_things=True),
    Fate(
        "found", "found or seized",
        r"found|recovered|confiscated|discovered", r"found|finding|recover(?:ed|ing)|confiscat(?:ed|ing)|seiz(?:ed|ing)|discover(?:ed|ing)",
        of_things=True,
    ),
    Fate(
        "sent", "sent",
        r"deployed|dispatched|mobili[sz]ed", r"sent|sending|deploy(?:ed|ing)|dispatch(?:ed|ing)|mobili[sz](?:ed|ing)", of_things=True,
    ),
    Fate("cancelled", "cancelled", r"cancell?ed|called off|grounded", r"cancell?(?:ed|ing)|ground(?:ed|ing)", of_things=True),
    Fate("received", "received", r"received|filed|lodged", r"receiv(?:es|ed|ing)|logged", of_things=True),
    Fate("cut", "cut", r"cut|axed|shed|lost", r"cut(?:ting)?|ax(?:ed|ing)|shed(?:ding)?", of_things=True),
    Fate("fired", "fired", r"fired", r"fired|firing", of_things=True),
    Fate("evacuated", "evacuated", r"evacuated", r"evacuat(?:es|ed|ing)", of=r"evacuation of", anybody=True),
    Fate("rescued", "rescued", r"rescued", r"rescu(?:es|ed|ing)", of=r"rescue of", anybody=True),
)  # fmt: skip

# whom a count of people may name without being the count of some of them
PEOPLE = frozenset(
    "people persons civilians others lives victims passengers more individuals concertgoers people’s people's festival-goers "
    "revellers fans worshippers villagers".split()
)
# and who may be counted where it matters little whom the words name ("276 girls", "276 students"), but not "seven rifles"
ANYBODY = PEOPLE | frozenset(
    "girls schoolgirls boys students pupils women men children teenagers adults hostages captives pirates suspects fighters militants "
    "soldiers troops officers policemen workers employees miners residents families migrants refugees protesters demonstrators activists "
    "journalists tourists nationals citizens sailors crew fishermen customers consumers users individuals americans "
    "members clients guests inmates prisoners patients firefighters".split()
)
# things by several names
# peoples whose names do not come of one word; the others are known by the gazetteer
PEOPLES = {"uk": "British", **dict.fromkeys("brit brits briton britons".split(), "British"), "us": "American"}
ONE_THING = {
    "guns": "weapons",
    "firearms": "weapons",
    "arms": "weapons",
    "houses": "homes",
    "residences": "homes",
    "staff": "employees",
}
# what makes a figure one of some only: "including #0# children", "#0# of them"
PART_OF_COUNT = re.compile(
    r"(?:includ\w+|among (?:them|whom|those)|of (?:whom|them|which)|the other|and the|besides)(?: (?:at least|some|about))? ?$"
)
# "could kill #0#", "threatened to kill #0#": nobody says that it happened
FATE_SUPPOSED = re.compile(
    r"\b(?:could|would|might|may|can|if|threat\w*|plan\w*|want\w*|hop\w*|try\w*|tried|attempt\w*|risk\w*|cannot) (?:\S+ ){0,3}$"
)
# a count over years is not that of one day: "has killed #0# people since 2009"
SPAN = re.compile(
    r"\bsince (?:its|their|the|it|@|(?:\w+ ){1,4}(?:began|took|started|launched))\b|\b(?:insurgency|conflict|war) has\b"
    r"|\bin the (?:\w+ ){0,2}(?:insurgency|conflict|war)\b|\b(?:in|over|during|for) the (?:past|last)\b"
    r"|\b(?:every|each|per|a) year\b|\bannually\b|\b(?:so far )?this year\b|\bbetween @ and @"
)
ONE_HOSPITAL = re.compile(
    r"hospital\b[^#]{0,30}\b(?:said|confirmed|treat)|\btreat(?:ed)? at (?!the scene)|[’']s(?: [a-z]+){0,2} hospital"
    r"|(?:university|general|medical) (?:hospital|center|centre)"
)


@dataclass(frozen=True, slots=True)
class Counted:
    """What a figure of a sentence counts."""

    figure: int
    fate: Fate
    noun: str  # "" for people as such
    span: bool  # a count over years


def counted(masked: str) -> list[Counted]:
    """What the figures of a sentence count, each once.

    Args:
        masked: the sentence in lower case, `#0#` for its first figure, `@` for a number that is a time, an age or a part of a name.
    """
    found: dict[int, Counted] = {}
    for fate, patterns in _table():
        for way, pattern in patterns:
            for match in pattern.finditer(masked):
                number = int(match["figure"])
                if number not in found and not _refused(masked, match, fate, way):
                    noun = _noun(match)
                    if not (fate.of_things and not noun):
                        noun = "" if fate.anybody and noun in ANYBODY else noun
                        nation = _nation(match["counted"])
                        noun = nation if _nation(noun) else f"{nation} {noun}".strip()
                        found[number] = Counted(number, fate, noun, bool(SPAN.search(masked)))
    return [found[n] for n in sorted(found)]


def _compiled(fate: Fate) -> tuple[tuple[str, re.Pattern[str]], ...]:
    figure = r"#(?P<figure>\d+)#"
    aside = r"(?: ?,[^#,]{0,50},)?"
    return (
        (
            "before",
            re.compile(rf"\b(?:{fate.before})(?: (?:another|a further|the|some|all|up))? {figure}{PHRASE}(?=$|[ ,.;:’”—-])"),
        ),
        ("after", re.compile(rf"{figure}{PHRASE}{aside}(?: who)?(?P<be>{BETWEEN_COUNT_AND_FATE}) (?P<word>{fate.after})\b")),
        ("noun", re.compile(rf"{figure}(?P<counted>)(?: (?:confirmed|reported|more))? (?:{fate.nouns})\b")),
        ("of", re.compile(rf"\b(?:{fate.of}) (?:the )?{figure}{PHRASE}{FATE_END}")),
    )


@cache
def _table() -> tuple[tuple[Fate, tuple[tuple[str, re.Pattern[str]], ...]], ...]:
    """The patterns of all fates; compiled when they are first wanted, since a build without changes wants none."""
    return tuple((fate, _compiled(fate)) for fate in FATES)


OBJECT = re.compile(r" (?:#|a |an |the |his |her |their |its |people|himself|themselves|him |them )")
RELEASED = re.compile(r"\b(?:releas|freed|free |escap|rescu|return)")


def _refused(masked: str, match: re.Match[str], fate: Fate, way: str) -> bool:
    """Whether a figure only seems to count this."""
    before, after = masked[: match.start()], masked[match.end() :]
    figure = f"#{match['figure']}#"
    lead, tail = masked[: masked.index(figure)], masked[masked.index(figure) + len(figure) :]
    if (
        PART_OF_COUNT.search(lead)
        or re.match(r" (?:of|out of) (?:them|whom|those|the|these|its|#|every)| in (?:them|whom|those|#|every)", tail)
        or (fate.name != "affected" and FATE_SUPPOSED.search(before))
    ):
        return True
    if re.search(r"#\d+# (?:of|out of) (?:the )?$", lead):
        return fate.name != "kidnapped"
    if way == "after" and not match["be"].strip() and OBJECT.match(after) and match["word"] not in {"dead", "injured"}:
        return True  # "two men killed three people"
    words = match["counted"].split()
    if way == "before" and re.match(r" and #\d+#", after):
        return True  # "seizing 12 Somali and 11 Yemeni nationals": each is a part
    if fate.name == "dead" and (set(words) & {"more", "other", "further"} or re.search(r"\b(?:another|further) $", lead)):
        return True
    if re.search(r"\band $", lead) and words[:1] == ["others"] and way == "after":
        return True
    if fate.name == "kidnapped" and way == "after" and RELEASED.search(after):
        return not re.search(r"#\d+# (?:of|out of) (?:the )?$", lead)  # "21 girls kidnapped in 2014 were released"
    if fate.name == "injured" and ONE_HOSPITAL.search(masked):
        return True
    return fate.name == "trapped" and match.group().startswith("free ") and "trapped" not in after


def _nation(words: str) -> str:
    """Of which people somebody is counted, where the words say it: "400,000 UK customers" are another count than all."""
    named = (PEOPLES.get(word, word.capitalize()) for word in words.split())
    return next((word.removesuffix("s") for word in named if is_demonym(word)), "")


def _noun(match: re.Match[str]) -> str:
    """The head of what is counted; empty where it is people as such."""
    words = match["counted"].split()
    if "of" in words:
        words = words[words.index("of") + 1 :] if words[0] == "of" else words[: words.index("of")]
    head = words[-1].strip("’'-") if words else ""
    head = ONE_THING.get(head, head)
    return "" if not head or head in PEOPLE or (set(words) & PEOPLE) else head
