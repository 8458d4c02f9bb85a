"""What looks like a time and is none: a quarter of a match, a fall from a ladder, the hour of a live report, a New Year's resolution."""

from __future__ import annotations

from itertools import pairwise

from generator.language.lexicon.marks import DASHES
from generator.language.times.lexemes import Words, integer
from generator.language.times.lexicon import AFTER_REFERENCE
from generator.language.times.matches import APOSTROPHES

AROUND = 60  # words on either side that tell what a text is about
# "the second half", "a quarter": what they are of where these stand around them
SPORT = frozenset(
    "scored scoring scorer scores goal goals goalkeeper goalless touchdown touchdowns halftime rebounds rebound assists quarterback "
    "receiver coach striker midfielder defender winger winner wicket wickets innings match game games yard yards yarder basket baskets "
    "overtime referee puck penalty shootout offside tackle tackles interception interceptions fumble punt kickoff freethrow dunk layup "
    "jumper pointer pointers turnovers substitute substituted bench header equaliser equalizer equalised kick kicked try tries "
    "conversion scrum lead led trailed trailing team teams side crowd fans season league cup championship tournament visitors hosts "
    "tip dribble pitch court quarterfinal semifinal nba nfl rugby football basketball hockey netball lacrosse handball soccer".split()
)
# "the third quarter": of a year where these stand around it
MONEY = frozenset(
    "profit profits earnings revenue revenues sales income loss losses dividend dividends company companies shares share stock stocks "
    "economy economic gdp growth percent analysts investors exports imports output inflation deficit fiscal results forecast sold "
    "bank banks market markets prices price costs budget net orders shipments production spending unemployment fund earned reported "
    "contraction recession subscribers deliveries bookings turnover million billion".split()
)
ENOUGH = 2  # words of money
HALVED = frozenset("in for during over of from".split())  # before "the first half"
SIGNS_OF_MONEY = frozenset({"$", "£", "€", "%"})
# what is named after a feast and has no day: "a New Year's resolution", "Christmas trees", "an Easter egg"
NAMED_AFTER_FEASTS = frozenset(
    "resolution resolutions honours honors tree trees card cards carol carols present presents gift gifts turkey turkeys egg eggs "
    "bunny costume costumes stocking stockings pudding puddings cracker crackers wreath wreaths jumper jumpers bonus bonuses hamper "
    "hampers decoration decorations ornament ornaments cake cakes cookies song songs movie movies light lights list lists tinsel "
    "bauble baubles hymn hymns".split()
)
# what befalls people in a fall: "was hurt in the fall", "broke a hip in the fall"
HARM = frozenset(
    "hurt injured injuries injury died killed dead survived broke broken fractured fracture bruised bruises paralysed paralyzed "
    "suffered sustained concussion concussed wounded unhurt unharmed slipped tripped stumbled fell plunged landed".split()
)
BEFORE_HARM = 14  # words between the harm and the fall
FALLS = frozenset({"fall", "falls"})


def of_a_match(words: Words, i: int) -> bool:
    """Whether the words around a quarter or a half tell of sport and not of money: "scored in the third quarter"."""
    around = words.low[max(i - AROUND, 0) : i + AROUND]
    sport = sum(word in SPORT for word in around)
    money = sum(word in MONEY or word in SIGNS_OF_MONEY for word in around)
    return sport > money


def of_figures(words: Words, i: int, k: int) -> bool:
    """Whether a half ("the first half", its last word at `k`) is that of a year for which figures are given.

    "Profit fell in the first half", "first-half sales": the words around tell of money, and hardly any of sport; a club has profits, too.
    """
    led = words.low[i] == "the" and words.low[i - 1] in HALVED and words.low[k + 1] not in SPORT
    if not led and words.low[k + 1] not in MONEY:
        return False
    around = words.low[max(i - AROUND, 0) : i + AROUND]
    sport = sum(word in SPORT for word in around)
    money = sum(word in MONEY or word in SIGNS_OF_MONEY for word in around)
    return money >= ENOUGH and money > 2 * sport


def after_a_feast(words: Words, i: int) -> bool:
    """Whether the word behind a feast makes it a thing: "a New Year's resolution"."""
    return words.low[i] in NAMED_AFTER_FEASTS and not words.glued(i)


def is_any_feast(words: Words, i: int, j: int) -> bool:
    """Whether a feast only says of which kind a thing is: "a Christmas office party"; "the Christmas party" may be this year's."""
    after = words.raw[j]
    return words.low[i - 1] in {"a", "an"} and after.isalpha() and after.islower() and after not in AFTER_REFERENCE


def is_tumble(words: Words, i: int) -> bool:
    """Whether "the fall" is one from a height: "was hurt in the fall", "after a fall ... died of the fall"."""
    low = words.low
    if low[i] != "the" or low[i + 1] not in FALLS or low[i + 2] in {"of", "semester", "term"}:
        return False
    before = low[max(i - BEFORE_HARM, 0) : i]
    return not HARM.isdisjoint(before) or ("a", "fall") in pairwise(before)


def is_clock(words: Words, i: int) -> bool:
    """Whether four figures that open a line are the hour of a live report: "1504 Agency X says two ships have sailed"."""
    low = words.low
    if len(low[i]) != 4 or not words.opens_line(i) or not _is_hour(low[i]):
        return False
    after = low[i + 1]
    if after in {":", *DASHES}:
        return True
    if not after[:1].isalpha() or after in APOSTROPHES:
        return False
    early = (integer(low[i]) or 0) < 1800  # later ones may be years: "2016 Olympics: what we know"
    return early and (words.capital(i + 1) or after in AFTER_REFERENCE - {"was", "is", "and"})


def _is_hour(word: str) -> bool:
    return word.isdecimal() and int(word[:2]) < 24 and int(word[2:]) < 60
