"""Details of one thing in threads, and where their values exclude each other."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date

from generator.dossier.differences import loose_days
from generator.dossier.differences.alike import Likeness
from generator.dossier.differences.figures import bound
from generator.dossier.differences.making import Kind, Maker, ToldValue, by_publishers
from generator.dossier.differences.parting import long_between
from generator.dossier.differences.reading import compatible
from generator.dossier.differences.said import Said
from generator.dossier.differences.same_figure import Figures
from generator.dossier.differences.timing import HALF_A_DAY, ROUGH_TIME
from generator.dossier.differences.titles import title
from generator.dossier.model import Difference
from generator.values.words import WORD_OR_NUMBER

AMOUNTS_APART = 3.0  # times; amounts further apart are of two things
HEDGED = re.compile(r"(?:about|around|approximately|roughly|just|shortly|nearly|almost)\b", re.IGNORECASE)
MANY_THINGS = 100  # things; of fewer the next number is another
EXACT = 0.01  # by what a value may be off that an article tells less exactly
WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b")
KNIT = 0.4  # share of the pairs of two threads that must be linked
COPY = 0.9  # share of the words of the longer sentence
WEEK = "W"  # in the value of a week
LOOSE = 3  # days by which "last week" may be off
RECKONED = 1  # day by which "yesterday" may be another
MINUTES_OF_ONE_THING = 180  # minutes
RIVAL = 0.8  # of the strength of a link that another value of the same article must not have
KIND_OF_DETAIL: Mapping[str, Kind] = {"quantity": "figure", "place": "place"}


def differences(
    details: Sequence[Said], akin: Callable[[int, int], bool], maker: Maker, common: frozenset[str]
) -> Iterator[Difference]:
    """What the sources tell differently of one thing.

    Args:
        details: of all articles.
        akin: whether two articles, by their numbers, tell of one story.
        maker: of differences.
        common: names that stand in most articles.
    """
    details = _dated_once(_whole(details))
    like, trained = Likeness(details, len(maker.records)), Figures(details, common)

    def strength(one: Said, other: Said) -> float:
        return (0.0 if trained.marked(one, other) else like.strength(one, other)) or trained.strength(one, other)

    by_kind: dict[tuple[str, str], list[Said]] = {}
    for detail in details:
        by_kind.setdefault((detail.kind, detail.dimension), []).append(detail)
    counted = _counted(details)

    def one_event(one: Said, other: Said) -> bool:
        """Whether two days or places can be of one event: what is counted in both sentences is one number in both."""
        pairs = ((a, b) for a in counted.get(one.key, ()) for b in counted.get(other.key, ()))
        return all(agree(a, b) for a, b in pairs if a.dimension == b.dimension and _noun(a) == _noun(b))

    for group in by_kind.values():
        for thread in _threads(group, akin, strength, _anyhow if group[0].kind == "quantity" else one_event):
            yield _difference(thread, maker)


def _whole(details: Sequence[Said]) -> list[Said]:
    """The details without those counts of which a sentence gives two: "seven rifles and two other rifles" are parts."""
    values: dict[tuple[tuple[int, int], str], set[str]] = {}
    for detail in details:
        if detail.dimension == "count":
            values.setdefault((detail.key, _noun(detail)), set()).add(detail.value)
    return [d for d in details if len(values.get((d.key, _noun(d)), ())) < 2 or d.dimension != "count"]


def _dated_once(details: Sequence[Said]) -> list[Said]:
    """The details without times that are reckoned from two days of publication, for their sentence is printed twice."""
    values: dict[tuple[str, ...], set[str]] = {}
    for detail in details:
        if detail.kind == "day" and not detail.grain:
            values.setdefault(_letters(detail), set()).add(detail.value)
    told = [d for d in details if d.kind != "day" or d.grain or len(values[_letters(d)]) < 2]
    deeds: dict[tuple[tuple[int, int], str], set[str]] = {}
    for detail in told:
        if detail.kind == "day" and detail.does is not None:
            deeds.setdefault((detail.key, detail.does.head), set()).add(detail.value)
    # "signed Karl Benn on Tuesday and Max Orvel today": which is whose is not known
    return [d for d in told if d.kind != "day" or d.does is None or len(deeds[d.key, d.does.head]) < 2]


def _letters(detail: Said) -> tuple[str, ...]:
    return tuple(WORD_OR_NUMBER.findall(detail.sentence.text.lower()))


def _anyhow(one: Said, other: Said) -> bool:
    return True


def _noun(detail: Said) -> str:
    return detail.noun.head if detail.noun is not None else ""


def _rounded(one: Said, other: Said) -> bool:
    """ "5.13 million" and "5.1 million": the same but for how exactly it is told."""
    if one.amount is None or other.amount is None or one.amount.unit != other.amount.unit:
        return False
    low, high = sorted((abs(one.amount.figure.value), abs(other.amount.figure.value)))
    return (one.dimension != "count" or low >= MANY_THINGS) and high <= low * (1 + EXACT)


def _counted(details: Sequence[Said]) -> dict[tuple[int, int], list[Said]]:
    """The amounts of each sentence."""
    found: dict[tuple[int, int], list[Said]] = {}
    for detail in details:
        if detail.amount is not None:
            found.setdefault(detail.key, []).append(detail)
    return found


def _threads(
    group: Sequence[Said],
    akin: Callable[[int, int], bool],
    strength_of: Callable[[Said, Said], float],
    one_event: Callable[[Said, Said], bool],
) -> Iterator[list[Said]]:
    links = []
    for i, one in enumerate(group):
        for j in range(i + 1, len(group)):
            other = group[j]
            if one.number != other.number and akin(one.number, other.number):
                strength = strength_of(one, other)
                if strength > 0 and one_event(one, other):
                    links.append((-strength, i, j))
    links = _clear(links, group)
    home = {n: [n] for n in range(len(group))}
    linked = {(i, j) for _, i, j in links}
    for _, i, j in sorted(links):
        one_home, other_home = home[i], home[j]
        if (
            one_home is other_home
            or not _joins(group, one_home, other_home)
            or not _close_knit(linked, one_home, other_home)
        ):
            continue
        one_home += other_home
        for n in other_home:
            home[n] = one_home
    for members in {id(m): m for m in home.values()}.values():
        thread = _differing([group[n] for n in sorted(members)], group)
        if thread:
            yield thread


def _clear(links: Sequence[tuple[float, int, int]], group: Sequence[Said]) -> list[tuple[float, int, int]]:
    """The links without those whose other end could as well be another value of the same article."""
    ends: dict[tuple[int, int], list[tuple[float, int]]] = {}
    for strength, i, j in links:
        ends.setdefault((i, group[j].number), []).append((strength, j))
        ends.setdefault((j, group[i].number), []).append((strength, i))

    def unsure(at: int, there: int, strength: float) -> bool:
        rivals = ends[at, group[there].number]
        return any(
            s <= strength * RIVAL and not agree(group[n], group[there]) and not _known(group[at].number, group[n], group)
            for s, n in rivals
            if n != there
        )

    return [(s, i, j) for s, i, j in links if agree(group[i], group[j]) or not (unsure(i, j, s) or unsure(j, i, s))]


def _close_knit(linked: Collection[tuple[int, int]], ones: Sequence[int], others: Sequence[int]) -> bool:
    """Whether enough of the details are linked, so that none comes in by one that is half of each."""
    found = sum((min(a, b), max(a, b)) in linked for a in ones for b in others)
    return found >= KNIT * len(ones) * len(others)


def _joins(group: Sequence[Said], ones: Sequence[int], others: Sequence[int]) -> bool:
    """Whether no article gives two values of the thing, and no two values are of other orders."""
    return not any(
        far(group[a], group[b]) or (group[a].number == group[b].number and not agree(group[a], group[b]))
        for a in ones
        for b in others
    )


def _differing(thread: Sequence[Said], group: Sequence[Said]) -> list[Said]:
    """Those that exclude another's value, and the others with such a value; of two articles neither tells the other's value too."""
    told = [
        (one, other)
        for n, one in enumerate(thread)
        for other in thread[:n]
        if not agree(one, other) and not _known(one.number, other, group) and not _known(other.number, one, group)
    ]
    values = [d for pair in told for d in pair]
    return [d for d in thread if any(d is v or d.value == v.value or _counted_over(d, v) for v in values)]


def _known(number: int, value: Said, group: Sequence[Said]) -> bool:
    """Whether an article tells a value too, of whatever: in the same words, or counted over."""
    return any(
        d.number == number
        and (d.value == value.value or _counted_over(d, value) or _rounded(d, value))
        and (d.noun is None or value.noun is None or d.noun.head == value.noun.head)
        for d in group
    )


def agree(one: Said, other: Said) -> bool:
    """Whether both can be true of one thing."""
    if one.amount is not None and other.amount is not None:
        return compatible(one.amount, other.amount)
    if one.kind == "clock":
        return abs(one.minute - other.minute) <= _slack(one, other)
    if one.kind == "place":
        return one.place == other.place
    if one.kind == "day":
        return one_day(one, other)
    return one.value == other.value


def one_day(one: Said, other: Said) -> bool:
    """Whether two times can be one: by their figures, the names of days of the week, or else the days that they may be."""
    if (one.undated or other.undated) and one.loose and other.loose:
        return loose_days.one(one.loose, other.loose)
    if one.grain and one.grain == other.grain:
        return one.value == other.value if one.stated and other.stated else one.value[5:] == other.value[5:]
    names = [WEEKDAY.search(_words(d).lower()) for d in (one, other)]
    if all(names) and len({n.group() for n in names if n}) == 1:
        return True  # of which week is reckoned from days of publication, which may be wrong
    if not all(names) and _copied(one.sentence.text, other.sentence.text):
        return True  # "next month", copied weeks later
    slack = 0 if WEEK in one.value and WEEK in other.value else max(_slip(one), _slip(other))
    return _day(one.first) - slack <= _day(other.last) and _day(other.first) - slack <= _day(one.last)


def _copied(one: str, other: str) -> bool:
    """Whether two sentences are one but for marks and a word."""
    a, b = (set(WORD_OR_NUMBER.findall(text.lower())) for text in (one, other))
    return len(a & b) >= COPY * max(len(a), len(b))


def _slip(time: Said) -> int:
    """Days by which a time may be off that is reckoned from a day of publication: not "a year later", nor "last month"."""
    if WEEK in time.value:
        return LOOSE
    return 0 if time.grain or time.first != time.last or WEEKDAY.search(_words(time).lower()) else RECKONED


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()


def _words(detail: Said) -> str:
    return detail.sentence.text[detail.start - detail.sentence.start : detail.end - detail.sentence.start]


def _slack(one: Said, other: Said) -> int:
    """Minutes by which two times may differ that are told as one: "about 6pm" and "5:52"."""
    rough = _rough(one) or _rough(other)
    hours = [d for d in (one, other) if d.minute % 60 == 0]
    return 15 if rough and hours else 5 if rough else 1


def _rough(detail: Said) -> bool:
    """ "about 6pm", "shortly after 2 a.m."."""
    before = detail.sentence.text[: detail.start - detail.sentence.start]
    return bool(HEDGED.match(_words(detail)) or ROUGH_TIME.search(before))


def far(one: Said, other: Said) -> bool:
    """Whether two values are of two things by how far they are apart."""
    if one.amount is not None and other.amount is not None:
        low, high = sorted((abs(one.amount.figure.value), abs(other.amount.figure.value)))
        return high > AMOUNTS_APART * max(low, 1e-9) or "vague" in {one.amount.figure.hedge, other.amount.figure.hedge}
    if one.kind == "day":
        return not one.grain == other.grain == "year" and long_between(one, other)
    if one.kind == "clock":
        return abs(one.minute - other.minute) > MINUTES_OF_ONE_THING and abs(one.minute - other.minute) != HALF_A_DAY
    return False


def _difference(thread: Sequence[Said], maker: Maker) -> Difference:
    groups = _groups(sorted(thread, key=lambda d: (d.number, d.start)))
    told = {_label(group): [ToldValue(d.sentence, d.start, d.end) for d in group] for group in groups}
    main = any(d.sentence.lead for d in thread)
    return maker.difference(
        KIND_OF_DETAIL.get(thread[0].kind, "date"), title(groups), by_publishers(maker, told), 0.5 + 1.5 * main
    )


def _groups(thread: Sequence[Said]) -> list[list[Said]]:
    """The details by their values; what is told in another unit stands with what it agrees with: "60 metres (200 feet)"."""
    groups: list[list[Said]] = []
    for detail in thread:
        home = next((g for g in groups if g[0].value == detail.value or _counted_over(g[0], detail)), None)
        if home is None:
            groups.append([detail])
        else:
            home.append(detail)
    return groups


def _counted_over(one: Said, other: Said) -> bool:
    if one.amount is None or other.amount is None or one.amount.unit == other.amount.unit:
        return False
    return compatible(one.amount, other.amount)


def _label(group: Sequence[Said]) -> str:
    """A value as the page shows it, with the hedge that all put before it."""
    told = [d.amount.figure for d in group if d.amount is not None]
    return bound(told) + group[0].value if told else group[0].value
