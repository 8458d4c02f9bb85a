"""Holidays by name: fixed days, weekdays of a month, what hangs on Easter, and the feasts of the moon (library `holidays`)."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache

from dateutil.easter import easter

FIXED = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "valentine's day": (2, 14),
    "st. patrick's day": (3, 17),
    "st patrick's day": (3, 17),
    "saint patrick's day": (3, 17),
    "st. george's day": (4, 23),
    "st george's day": (4, 23),
    "st. andrew's day": (11, 30),
    "st andrew's day": (11, 30),
    "australia day": (1, 26),
    "anzac day": (4, 25),
    "earth day": (4, 22),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "cinco de mayo": (5, 5),
    "international women's day": (3, 8),
    "april fools' day": (4, 1),
    "april fool's day": (4, 1),
    "bonfire night": (11, 5),
    "guy fawkes night": (11, 5),
    "remembrance day": (11, 11),
    "twelfth night": (1, 5),
    "independence day": (7, 4),
    "halloween": (10, 31),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "bastille day": (7, 14),
    "may day": (5, 1),
    "groundhog day": (2, 2),
    "epiphany": (1, 6),
    "all saints' day": (11, 1),
    "all souls' day": (11, 2),
}
# month, weekday (Monday 1), which one; -1 the last
WEEKDAY = {
    "thanksgiving": (11, 4, 4),
    "thanksgiving day": (11, 4, 4),
    "labor day": (9, 1, 1),
    "memorial day": (5, 1, -1),
    "martin luther king day": (1, 1, 3),
    "martin luther king jr. day": (1, 1, 3),
    "mother's day": (5, 7, 2),
    "father's day": (6, 7, 3),
    "columbus day": (10, 1, 2),
    "presidents day": (2, 1, 3),
    "presidents' day": (2, 1, 3),
    "remembrance sunday": (11, 7, 2),
    "labour day": (9, 1, 1),
}
EASTER = {
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "good friday": -2,
    "palm sunday": -7,
    "maundy thursday": -3,
    "holy saturday": -1,
    "easter saturday": -1,
    "shrove tuesday": -47,
    "ascension day": 39,
    "whit sunday": 49,
    "whit monday": 50,
    "ash wednesday": -46,
    "pentecost": 49,
    "mardi gras": -47,
}
# name, country whose public calendar has it, and its name there; the first day counts
MOON = {
    "eid al-fitr": ("SG", "Eid al-Fitr"),
    "eid al-adha": ("SG", "Eid al-Adha"),
    "diwali": ("SG", "Diwali"),
    "chinese new year": ("SG", "Chinese New Year"),
    "lunar new year": ("SG", "Chinese New Year"),
    "passover": ("IL", "Pesach"),
    "rosh hashanah": ("IL", "Rosh Hashanah"),
    "yom kippur": ("IL", "Yom Kippur"),
}
FEAST_NAMES = frozenset({"election day"}) | frozenset(FIXED) | frozenset(WEEKDAY) | frozenset(EASTER) | frozenset(MOON)
LONGEST = 6  # lexer tokens in the longest name ("martin luther king jr . day")


@cache
def day_of(name: str, year: int) -> date:
    """The day of a holiday in a year.

    Raises:
        ValueError: the calendar of the moon is not known for that year.
    """
    if name in MOON:
        return _by_the_moon(*MOON[name], year)
    if name in FIXED:
        month, day = FIXED[name]
        return date(year, month, day)
    if name in EASTER:
        sunday: date = easter(year)
        return sunday + timedelta(EASTER[name])
    if name == "election day":  # of the United States: the Tuesday after the first Monday of November
        return date(year, 11, 2 + -date(year, 11, 1).weekday() % 7)
    month, weekday, which = WEEKDAY[name]
    if which < 0:
        last = date(year + month // 12, month % 12 + 1, 1) - timedelta(1)
        return last - timedelta((last.isoweekday() - weekday) % 7)
    first = date(year, month, 1)
    return first + timedelta((weekday - first.isoweekday()) % 7 + 7 * (which - 1))


def _by_the_moon(country: str, name: str, year: int) -> date:
    import holidays  # here, since few articles name such a feast and it takes as long to load as fifty take to read

    days = [day for day, names in holidays.country_holidays(country, years=year, language="en_US").items() if name in names]
    if not days:
        raise ValueError(f"{name} {year}")
    return min(days)
