"""The words by which news counts people and things: the dead, the injured, the kidnapped, the displaced; how they are read, `fates` says.

Patterns are over a sentence in lower case whose figures are numbered (`#0#`): "#0# people were killed and #1# injured".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

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

# whom a count of people may name without being the count of some of them; and all who go somewhere: "concert-goers"
PEOPLE = frozenset(
    "people persons civilians others lives victims passengers more individuals people’s people's revellers fans worshippers "
    "villagers".split()
)
GOERS = "goers"
# and who may be counted where it matters little whom the words name ("276 girls", "276 students"), beside all nouns of persons
GROUPS_OF_PEOPLE = frozenset("women men children troops crew families firefighters fishermen policemen".split())
# peoples whose names do not come of one word; the others are known by the gazetteer
PEOPLES = {
    **dict.fromkeys("uk brit brits briton britons".split(), "British"), "us": "American",
    **dict.fromkeys("dane danes".split(), "Danish"), **dict.fromkeys("swede swedes".split(), "Swedish"),
    **dict.fromkeys("pole poles".split(), "Polish"), **dict.fromkeys("turk turks".split(), "Turkish"),
    **dict.fromkeys("finn finns".split(), "Finnish"), **dict.fromkeys("scot scots".split(), "Scottish"),
    **dict.fromkeys("spaniard spaniards".split(), "Spanish"), **dict.fromkeys("frenchman frenchmen".split(), "French"),
    **dict.fromkeys("irishman irishmen".split(), "Irish"), **dict.fromkeys("englishman englishmen".split(), "English"),
    **dict.fromkeys("dutchman dutchmen".split(), "Dutch"), **dict.fromkeys("serb serbs".split(), "Serbian"),
    **dict.fromkeys("croat croats".split(), "Croatian"), **dict.fromkeys("kurd kurds".split(), "Kurdish"),
    **dict.fromkeys("jew jews".split(), "Jewish"),
}  # fmt: skip
# things by several names
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
# "could kill #0#", "threatened to kill #0#", "averted #0# deaths": nobody says that it happened
FATE_SUPPOSED = re.compile(
    r"\b(?:could|would|might|may|can|if|threat\w*|plan\w*|want\w*|hop\w*|try\w*|tried|attempt\w*|risk\w*|cannot) (?:\S+ ){0,3}$"
    r"|\bwhen(?:ever)? $"
    r"|\b(?:prevent|avert|avoid)(?:s|ed|ing)? (?:\S+ ){0,3}$"
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
