"""A bare day of a month is of the year that another sentence states for it, where both tell of one matter."""

from __future__ import annotations

import pytest

from generator.dossier import assemble
from generator.dossier.stories.event_day import own_day
from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.stated_years import with_stated_years
from tests.dossier.stories import Told, story

BOTH = ("Ada Velden", "Omar Kroll")
BARE = Told("Ada Velden paid Omar Kroll on Feb. 8, a witness told the court.", "paid", "Feb. 8", "2020-02-08", names=BOTH)
STATED = "The charge is that Ada Velden bribed Omar Kroll on {}."


def stated(words: str, day: str, names: tuple[str, ...] = BOTH) -> Told:
    return Told(STATED.format(words), "bribed", words, day, names=names)


def year(*others: Told, published: str = "2020-04-20", bare: Told = BARE) -> str | None:
    made = [story("a", published, bare), *(story(f"b{n}", "2020-04-21", other) for n, other in enumerate(others))]
    index = {(record.id, entity.id): entity.name for record in made for entity in record.entities}
    found = mentions(made, index)
    days = with_stated_years([own_day(m, made[m.number], False, False, {}) for m in found], found, made)
    return days[0].value if days[0] else None


@pytest.mark.parametrize(("others", "value"), [
    ([stated("Feb. 8, 2018", "2018-02-08")], "2018-02-08"),
    ([stated("8 February 2018", "2018-02-08")], "2018-02-08"),
    ([stated("Feb. 9, 2018", "2018-02-09")], "2020-02-08"),  # of another day
    ([stated("Feb. 8", "2020-02-08")], "2020-02-08"),  # no year either
    ([stated("Feb. 8, 2018", "2018-02-08"), stated("Feb. 8, 2017", "2017-02-08")], "2020-02-08"),  # of two years
    ([stated("Feb. 8, 2018", "2018-02-08", ("Ada Velden",))], "2020-02-08"),  # of another matter
])  # fmt: skip
def test_a_year_that_is_stated_wins_over_one_that_is_counted(others: list[Told], value: str) -> None:
    assert year(*others) == value


def test_what_is_news_is_of_its_own_year() -> None:
    """ "On Feb. 8 the city remembers the flood of Feb. 8, 2018"."""
    assert year(stated("Feb. 8, 2018", "2018-02-08"), published="2020-02-20") == "2020-02-08"


def test_a_bare_month_says_no_day() -> None:
    bare = Told("Ada Velden paid Omar Kroll in February, a witness told.", "paid", "February", "2020-02", names=BOTH)
    assert year(stated("February 2018", "2018-02"), bare=bare) == "2020-02"


def test_the_chronology_has_it_in_that_year() -> None:
    made = assemble(
        [story("a", "2020-04-20", BARE), story("b", "2020-04-21", stated("Feb. 8, 2018", "2018-02-08"))], "Trial"
    )
    days = {h.tellings[0].trigger.text: h.day.value for h in made.happenings if h.day}
    assert days["paid"] == "2018-02-08"


def test_a_holiday_is_of_the_year_that_is_counted() -> None:
    bare = Told("Ada Velden paid Omar Kroll on Boxing Day, a witness told.", "paid", "Boxing Day", "2019-12-26", names=BOTH)
    assert year(stated("26 December 2018", "2018-12-26"), bare=bare) == "2019-12-26"
