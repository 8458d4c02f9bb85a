"""The words that time expressions are made of."""

from __future__ import annotations

from generator.values import number_words
from generator.values.calendar_words import MONTHS as MONTHS
from generator.values.calendar_words import WEEKDAYS as WEEKDAYS
from generator.values.number_words import CARDINALS as CARDINALS

SHORT_MONTHS = frozenset(name for name in MONTHS if len(name) <= 4 and name not in {"may", "june", "july"})
AMBIGUOUS_MONTHS = frozenset(
    {"may", "march", "august", "mar", "jan", "dec", "sep", "jun", "april", "june"}
)  # also names and verbs
SHORT_WEEKDAYS = frozenset(name for name in WEEKDAYS if not name.endswith("day"))
# "Mondays": a habit
PLURAL_WEEKDAYS = {f"{name}s": number for name, number in WEEKDAYS.items() if name.endswith("day")}

# unit -> designator of a duration
UNITS = {
    "second": "S",
    "minute": "M",
    "hour": "H",
    "day": "D",
    "night": "D",
    "week": "W",
    "weekend": "WE",
    "fortnight": "F",
    "month": "MO",
    "quarter": "Q",
    "year": "Y",
    "decade": "DE",
    "century": "CE",
}
PLURALS = {f"{unit}s": unit for unit in UNITS if unit != "century"} | {
    "centuries": "century",
    "mins": "minute",
    "hrs": "hour",
}
CALENDAR = frozenset({"day", "week", "weekend", "month", "quarter", "year", "decade", "century", "fortnight"})

SCALES = {word: number_words.SCALES[word] for word in ("hundred", "thousand", "million")} | {"dozen": 12}
ORDINAL_DAYS = number_words.ORDINALS | {"thirtieth": 30}
DECADES = {
    word: n for n, word in enumerate("twenties thirties forties fifties sixties seventies eighties nineties".split(), 2)
}
# an unknown number: "several years", "a few days"
VAGUE = frozenset(
    {"several", "few", "many", "some", "couple", "numerous", "countless", "dozens", "hundreds", "various", "recent"}
)

SEASONS = {"spring": "SP", "summer": "SU", "fall": "FA", "autumn": "FA", "winter": "WI"}
PARTS_OF_DAY = {
    "morning": "MO",
    "afternoon": "AF",
    "evening": "EV",
    "night": "NI",
    "overnight": "NI",
    "dawn": "MO",
    "dusk": "EV",
    "lunchtime": "MI",
    "nights": "NI",
    "mornings": "MO",
    "afternoons": "AF",
    "evenings": "EV",
}
BREAKS_OF_DAY = {
    "dawn": "MO",
    "daybreak": "MO",
    "sunrise": "MO",
    "lunchtime": "MI",
    "dusk": "EV",
    "sunset": "EV",
    "nightfall": "NI",
}
MIDNIGHT = frozenset("sun blue black green purple red silver snack snacks feast feasts express oil runner runners".split())
CLOCK_WORDS = {"noon": "T12:00", "midday": "T12:00", "midnight": "T00:00"}
ZONES = frozenset("gmt utc est edt et cst cdt ct mst mdt mt pst pdt pt bst cet cest ist eet msk jst aest".split())

# words whose value is a reference and needs no date
REFERENCES = {
    "now": "PRESENT_REF",
    "current": "PRESENT_REF",
    "currently": "PRESENT_REF",
    "presently": "PRESENT_REF",
    "nowadays": "PRESENT_REF",
    "recently": "PAST_REF",
    "lately": "PAST_REF",
}
PHRASES = {
    ("at", "present"): "PRESENT_REF",
    ("at", "the", "moment"): "PRESENT_REF",
    ("at", "this", "time"): "PRESENT_REF",
    ("these", "days"): "PRESENT_REF",
    ("the", "present"): "PRESENT_REF",
    ("the", "past"): "PAST_REF",
    ("the", "future"): "FUTURE_REF",
    ("near", "future"): "FUTURE_REF",
    ("foreseeable", "future"): "FUTURE_REF",
    ("the", "near", "future"): "FUTURE_REF",
    ("the", "foreseeable", "future"): "FUTURE_REF",
    ("the", "near", "term"): "FUTURE_REF",
    ("the", "short", "term"): "FUTURE_REF",
    ("the", "long", "term"): "FUTURE_REF",
    ("the", "recent", "past"): "PAST_REF",
    ("more", "recently"): "PAST_REF",
    ("most", "recently"): "PAST_REF",
    ("the", "other", "day"): "PAST_REF",
    ("long", "ago"): "PAST_REF",
    ("not", "long", "ago"): "PAST_REF",
}
DEICTIC = {"today": 0, "yesterday": -1, "tomorrow": 1}
ADVERBS = {
    "daily": "P1D",
    "nightly": "P1D",
    "weekly": "P1W",
    "biweekly": "P2W",
    "monthly": "P1M",
    "bimonthly": "P2M",
    "yearly": "P1Y",
    "annually": "P1Y",
    "hourly": "PT1H",
    "fortnightly": "P2W",
    "semiannually": "P6M",
}

EVERY = frozenset({"every", "each"})
EARLY = frozenset({"early", "earlier", "beginning", "start"})
LATE = frozenset({"late", "later", "end"})
MID = frozenset({"mid", "middle"})

# a word after a bare number that shows it counts something else: "1945 people", "2000 metres"
COUNTED = frozenset(
    "people shares points votes dollars euros pounds men women children soldiers troops miles kilometres kilometers km meters metres "
    "feet pages words copies seats jobs homes cars units employees workers students members tons tonnes barrels acres percent per "
    "cent % degrees calories cases deaths victims prisoners million billion kg km kilograms kilogrammes grams mm cm lb lbs mph kph kmh cc "
    "watts mb gb sq bc".split()
)
# whose years are those of a model: "a 2009 Toyota"
MAKES = frozenset(
    "toyota honda ford chevrolet chevy buick dodge chrysler jeep nissan mazda subaru hyundai kia volkswagen vw audi bmw mercedes volvo "
    "saab fiat ferrari porsche jaguar lexus tesla pontiac cadillac oldsmobile plymouth mitsubishi suzuki yamaha harley winnebago".split()
)
# what has quarters and halves of its own
MATCHES = frozenset("game games match matches contest final season race bowl playoff play".split())
# a word before a bare number that shows it is no year: "No. 1945", "Route 2010", "$ 1999"
NUMBERED = frozenset(
    "no nos number numbers route highway interstate flight page pages room section article chapter channel unit model level $ £ € # us$ "
    "boeing airbus bus psalm line lot case resolution verse volume bill boulevard street apartment suite windows office".split()
)
# a word before a bare number that makes it a year: "in 1945", "since 2010"
MAKES_A_YEAR = frozenset(
    "in since by from until till through during before after of early late mid for to between and around circa about fiscal year "
    "season than back the with was for on ( - –".split()
)
# before "May" or "March" they make it the month: "in May", "by the end of March"
MONTH_CUES = frozenset(
    "in since by from until till through throughout during before after of last next this early late mid and to between each every for "
    "past around".split()
)

# what is done when it is spoken of: "Wednesday's ruling", "a June agreement"
SUDDEN = frozenset(
    "attack attacks bombing bombings shooting shootings killing killings crash explosion blast riot riots coup raid raids massacre "
    "arrest arrests resignation murder murders death deaths earthquake quake collapse "
    "spill leak derailment sinking stampede landslide eruption stabbing stabbings hijacking kidnapping ambush avalanche blaze".split()
)
SETTLED = SUDDEN | frozenset("agreement accord ruling verdict report announcement statement letter memo".split())
# what is sold today for a month to come: "gold for February delivery", "December futures"
TRADED = frozenset({"delivery", "futures", "crude", "contract", "contracts"})
# verbs that "May" as a modal would open: "22 May be"
BARE_VERBS = frozenset({"be", "have", "not", "also", "well"})
# words that stand before people as easily as before months: "with April Jones"
WEAK_CUES = frozenset({"and", "to", "before", "after", "of", "from", "by", "for"})
STREETS = frozenset("avenue ave street st road rd lane boulevard blvd drive square place".split())
# words after a month that make it a name: "the October Revolution", "the July Crisis"
OF_HISTORY = frozenset(
    "revolution crisis war uprising monarchy days surprise accords manifesto movement massacre fool fools".split()
)
# words after a weekday that make it a newspaper's name; words before it that make it a day of history
MASTHEADS = frozenset(
    "times telegraph mirror express mail post herald sun independent people world morning herald-sun star journal night".split()
)
NAMED_DAYS = frozenset({"black", "bloody", "cyber", "super", "ruby", "man"})
PART_ADJECTIVES = frozenset({"fiscal", "flat", "strong", "weak", "record", "calendar"})
# before units without a number: "for years", "within weeks", "the deal follows months of talks"
LASTING = frozenset("for in within after over follow follows following followed despite amid".split())
# what may stand between a number and its unit: "20 more years", "eight trading days"
FILLERS = frozenset(
    "more additional full trading business consecutive straight working calendar whole further extra long solid successive odd plus".split()
)
# words that turn a duration into a distance
DISTANCES = frozenset({"ago", "earlier", "later", "before", "after", "afterward", "afterwards", "from"})
# what makes "soon" the future
MAKES_FUTURE = frozenset({"will", "may", "could", "might", "can", "must", "should", "shall", "ll", "to"})
# "in May of the following year": years from the one that the story has come to
YEARS_OF_STORY = {"same": 0, "following": 1, "next": 1, "previous": -1, "preceding": -1}
# "twice a week" counts events in a unit
RATES = frozenset({"times", "once", "twice", "dollars", "hours", "percent", "people", "cents", "miles", "days"})
AFTER_REFERENCE = frozenset(
    "is was has are were be been have had do does did can could may might must should shall will would not and or but for that to as in of "
    "on at by with from into than when if because while who which it he she they we you i there this these those a an the his her its "
    "their our my , . ; :".split()
)
AFTER_DAY = frozenset(
    "in at on of for and or to the as by from with when after before that which is was are were will , . ;".split()
)

# TIMEX3 mod by the words that say it
AMOUNTS = frozenset({"MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})
MODIFIERS = {
    tuple(phrase.split()): mod
    for mod, phrases in {
        "START": "early, earlier, the early, the beginning of, beginning of, the start of, the turn of, "
        "the dawn of, the outset of, start of, earlier in, early in, the first half of",
        "MID": "mid, the mid, the middle of, middle of, halfway through",
        "END": "late, later, the late, the end of, end of, later in, late in, the last half of, the latter half of, the second half of",
        "APPROX": "about, around, approximately, roughly, nearly, almost, circa, some",
        "MORE_THAN": "more than, over, longer than",
        "LESS_THAN": "less than, under, fewer than",
        "EQUAL_OR_MORE": "at least, no less than, not less than",
        "EQUAL_OR_LESS": "at most, up to, no more than, not more than",
        "": "sometime, another",
    }.items()
    for phrase in phrases.split(", ")
}

# words before "the year", "the week", "the month" that make it the current one
CUES_OF_UNITS = {
    "year": frozenset("for in of during within through throughout far".split()),
    "week": frozenset("for in of during".split()),
    "month": frozenset("of during".split()),
    "decade": frozenset({"of"}),
    "century": frozenset({"of"}),
}
# "the week before the vote", "the year that changed us": told by what follows
TOLD_BY_WHAT_FOLLOWS = frozenset({"of", "before", "after", "when", "that"})
# "the rest of the year"; but "player of the year"
PARTS = frozenset(
    "end start beginning rest remainder middle half quarter most part months weeks days close course outset balance bulk".split()
)
# days that a year has made a name: "the September 11 attacks"
NAMED_DATES: dict[tuple[int | None, int | None], tuple[int | None, frozenset[str]]] = {
    (9, 11): (2001, frozenset({"attack", "attacks", "terror", "terrorist", "hijackers", "hijackings"}))
}
# after these, "that" opens what is told: "said that summer would be late"
TOLD = frozenset(
    "said say says saying told reporters announced believe believes believed hope hopes hoped fear fears feared know known knew think "
    "thought so is was insisted noted added found showed reported him her them us".split()
)
# words before "last" the verb
BEFORE_VERBS = frozenset({"to", "will", "would", "could", "can", "may", "might", "should", "not", "t"})
