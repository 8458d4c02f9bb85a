"""Which mentions of events are one event: across articles, between two articles of the same kind, and within one."""

from __future__ import annotations

import re

import pytest
from msgspec import structs

from generator.dossier.people import subjects
from generator.dossier.stories.features import PAIR_FEATURES
from generator.dossier.stories.figures import counted, differ, numbers
from generator.dossier.stories.linkage import Least, average_linkage
from generator.dossier.stories.mentions import mentions
from generator.dossier.stories.model import read, shipped
from generator.dossier.stories.same_event import clusters, features, repeated
from generator.dossier.stories.vectors import shipped as vectors
from generator.records.model import Entity, Event, EventDate, Mention, Paragraph, Record
from generator.values.identity import identifier
from generator.values.span import Span
from tests.records import record

MARK = re.compile(r"\*(\w+)\*|\[([^\]|]+)(?:\|(\w+))?\]|<([^>|]+)\|([^>]+)>")


def article(name: str, *lines: str) -> Record:
    """An article: a headline, then sentences; *trigger*, [Name|TYPE], <wording of a day|value>."""
    text, events, names, spans = "", [], {}, []
    for number, line in enumerate(lines):
        start, at, found, days = len(text), 0, [], []
        for match in MARK.finditer(line):
            text += line[at : match.start()]
            words = match[1] or match[2] or match[4]
            place = Span(start=len(text), end=len(text) + len(words))
            if match[1]:
                found.append(place)
            elif match[2]:
                names.setdefault((match[2], match[3] or "PERSON"), []).append(place)
            else:
                days.append(EventDate(value=match[5], earliest=match[5], latest=match[5], wording=place))
            text, at = text + words, match.end()
        text += line[at:]
        sentence = Span(start=start, end=len(text))
        spans.append(Paragraph(start=start, end=len(text), kind="body" if number else "title"))
        for trigger in found:
            key = identifier("e", name, (trigger.start, trigger.end))
            here = tuple(n for n, places in names.items() if any(start <= p.start for p in places))
            who = tuple(f"e{list(names).index(n)}" for n in here if n[1] != "GPE")
            where = next((f"e{list(names).index(n)}" for n in here if n[1] == "GPE"), None)
            day = days[0] if days else None
            events.append(Event(id=key, trigger=trigger, date=day, participants=who, sentence=sentence, place=where))
        text += "\n\n"
    entities = tuple(
        Entity(
            id=f"e{n}",
            name=words,
            type=kind,  # type: ignore[arg-type]
            mentions=tuple(Mention(start=p.start, end=p.end) for p in places),
            salience=1.0,
        )
        for n, ((words, kind), places) in enumerate(names.items())
    )
    made = record(name, text.rstrip(), events=tuple(events), entities=entities)
    return Record(**{f: getattr(made, f) for f in made.__struct_fields__} | {"paragraphs": tuple(spans)})


def groups(*articles: Record) -> list[set[str]]:
    """The events, each as the triggers and articles of its mentions: "struck@a"."""
    told = mentions(articles, subjects.merge(articles)[1])
    return [{f"{told[n].word}@{told[n].article}" for n in group} for group in clusters(told, articles)]


def together(one: str, other: str, *articles: Record) -> bool:
    """Whether two mentions are of one event."""
    return any({one, other} <= group for group in groups(*articles))


MOORLY = article(
    "moorly-1",
    "Gunmen *abduct* 40 pupils in [Moorly|GPE]",
    "Gunmen *abducted* 40 pupils from a boarding school in [Moorly|GPE] on Monday night, the governor [Ada Berg] said.",
    "The pupils were asleep in their dormitory when the men came over the wall.",
)
MOORLY_AGAIN = article(
    "moorly-2",
    "Parents wait for 40 pupils *kidnapped* in [Moorly|GPE]",
    "The 40 pupils who were *kidnapped* from their boarding school in [Moorly|GPE] are still missing, the governor [Ada Berg] said.",
    "Their dormitory stood empty, and the men had climbed over the wall.",
)


def test_other_words_for_one_event_meet() -> None:
    assert together("abducted@moorly-1", "kidnapped@moorly-2", MOORLY, MOORLY_AGAIN)


NORTH = article(
    "north-1",
    "Strong earthquake *strikes* [Tarvo|GPE]",
    "A 6.1-magnitude earthquake *struck* the coast of [Tarvo|GPE] early on Tuesday and *killed* nine fishermen in the port.",
    "The tremor brought down the old lighthouse and the market hall of the port, the mayor [Lena Holm] said.",
)
NORTH_AGAIN = article(
    "north-2",
    "Nine dead as quake *hits* [Tarvo|GPE]",
    "A 6.1-magnitude earthquake *struck* the port of [Tarvo|GPE], where nine fishermen died, the mayor [Lena Holm] said on Tuesday.",
    "The lighthouse and the market hall of the port came down.",
)
SOUTH = article(
    "south-1",
    "Earthquake *strikes* [Quell|GPE] mountains",
    "A 4.8-magnitude earthquake *struck* the mountains of [Quell|GPE] on Friday; two hikers *died* under falling stones.",
    "The rescue service had sent helicopters to the glacier, its head [Paul Frey] said.",
)


def test_two_earthquakes_stay_two() -> None:
    assert together("struck@north-1", "struck@north-2", NORTH, NORTH_AGAIN, SOUTH)
    assert not together("struck@north-1", "struck@south-1", NORTH, NORTH_AGAIN, SOUTH)
    assert not together("struck@north-2", "struck@south-1", NORTH, NORTH_AGAIN, SOUTH)


ANNA = article(
    "anna",
    "[Anna Vale] *checks* into clinic",
    "The actress [Anna Vale] *checked* into the Seaview clinic on Thursday, her agent [Tom Reik] said.",
    "[Vale] had crashed her car into a bakery in March.",
)
ANNA_AGAIN = article(
    "anna-2",
    "[Anna Vale] *enters* clinic",
    "The actress [Anna Vale] *checked* into the Seaview clinic, her agent [Tom Reik] told a magazine.",
    "She had crashed her car into a bakery.",
)
BETTY = article(
    "betty",
    "Rehab for [Betty Orr]",
    "The actress [Betty Orr] *checked* into the Hillcrest clinic at the weekend, a friend of her family said.",
    "[Orr] had left her film in Prague after a quarrel with its director.",
)


def test_two_actresses_in_two_clinics_stay_two() -> None:
    assert together("checked@anna", "checked@anna-2", ANNA, ANNA_AGAIN, BETTY)
    assert not together("checked@anna", "checked@betty", ANNA, ANNA_AGAIN, BETTY)


def test_days_that_the_words_name_keep_events_apart() -> None:
    first, second = (
        article(
            f"vote-{day}",
            "Harbour law before [Parliament|ORG]",
            f"[Parliament|ORG] *voted* on the harbour law on <{day} May 2015|2015-05-0{day}>, its speaker [Ida Lund] said.",
        )
        for day in (4, 6)
    )
    assert not together("voted@vote-4", "voted@vote-6", first, second)
    assert together("voted@vote-4", "voted@again", first, article(
        "again",
        "Harbour law before [Parliament|ORG]",
        "[Parliament|ORG] *voted* on the harbour law on <4 May 2015|2015-05-04>, its speaker [Ida Lund] said.",
    ))  # fmt: skip


def test_every_mention_is_in_one_event_and_the_order_is_that_of_the_text() -> None:
    told = mentions((NORTH, SOUTH, ANNA), subjects.merge((NORTH, SOUTH, ANNA))[1])
    found = clusters(told, (NORTH, SOUTH, ANNA))
    assert sorted(n for group in found for n in group) == list(range(len(told)))
    assert [group[0] for group in found] == sorted(group[0] for group in found)
    assert found == clusters(told, (NORTH, SOUTH, ANNA))


def test_what_holds_in_general_is_no_event() -> None:
    told = article("a", "Sea", "Currents *stir* the silt.", "A current *took* a swimmer.")
    stirred, took = told.events
    general = structs.replace(stirred, kind="general", occurrence=0.07)
    kept = mentions((structs.replace(told, events=(general, took)),), {})
    assert [mention.word for mention in kept] == ["took"]
    dated = structs.replace(general, date=EventDate(value="2016", earliest="2016-01-01", latest="2016-12-31"))
    assert len(mentions((structs.replace(told, events=(dated, took)),), {})) == 2


def test_a_dossier_without_events_has_none() -> None:
    empty = record("empty", "Nothing.")
    assert clusters(mentions((empty,), {}), (empty,)) == ()


@pytest.mark.parametrize(
    ("one", "other", "same", "differs"),
    [
        ("A 6.1-magnitude earthquake", "an earthquake of magnitude 4.8", 0, 1),
        ("A 6.1-magnitude earthquake", "an earthquake of magnitude 6.1", 1, 0),
        ("stopped him in the seventh round", "won in the 6th round", 0, 1),
        ("nine people died", "twelve people died", 0, 0),  # a toll rises
        ("at 10:30 in 2016", "at 11:30 in 2017", 0, 0),
    ],
)
def test_numbers_that_one_event_has_once(one: str, other: str, same: int, differs: int) -> None:
    ours, theirs = numbers(one), numbers(other)
    assert set(counted(ours)).isdisjoint(counted(theirs)) != bool(same)
    assert differ(ours, theirs) == bool(differs)


def test_many_pairs_may_be_less_sure_than_one() -> None:
    least = Least(alone=0.8, many=0.4)
    assert average_linkage(2, [(0, 1, 0.7)], least) == [[0], [1]]
    sure, unsure = [(0, 1, 0.9), (2, 3, 0.9)], [(a, b, 0.65) for a in (0, 1) for b in (2, 3)]
    assert average_linkage(4, [*sure, *unsure], least) == [[0, 1, 2, 3]]
    # a pair that nobody compared counts as unlike
    assert average_linkage(4, [*sure, *unsure[:2]], least) == [[0, 1], [2, 3]]


def test_the_most_alike_are_joined_first() -> None:
    pairs = [(0, 1, 0.85), (1, 2, 0.95)]
    assert average_linkage(3, pairs, Least(0.8, 0.8)) == [[0], [1, 2]]


def test_vectors_know_what_words_mean() -> None:
    found = vectors().of(["abducted", "kidnapped", "negotiated", "zxqvy"])
    assert found[0] @ found[1] > 0.6 > found[0] @ found[2]
    assert not found[3].any()
    assert vectors().rarity("the") < vectors().rarity("earthquake")


def test_the_model_keeps_to_the_sign_of_its_features() -> None:
    told = mentions((NORTH, NORTH_AGAIN, SOUTH), subjects.merge((NORTH, NORTH_AGAIN, SOUTH))[1])
    _, rows = features(told, (NORTH, NORTH_AGAIN, SOUTH))
    before = shipped().at_first(rows)
    for column, sign in enumerate(PAIR_FEATURES.values()):
        changed = rows.copy()
        changed[:, column] += sign
        assert (shipped().at_first(changed) >= before - 1e-6).all()


def test_a_model_of_other_features_is_refused() -> None:
    with pytest.raises(ValueError, match=r"training/same_event\.py"):
        read('{"features": ["colour"], "amid": []}')


def test_what_an_article_repeats_word_by_word_is_judged_once_and_is_one_event() -> None:
    """An article of nothing but one sentence would else cost its length to the third power."""
    wreck = "A ferry *sank* off [Brest|GPE] on <Monday|2019-05-06>, [Ann Field] said."
    found = mentions([article("a", "Ferry *sinks*", *[wreck] * 4, "Two men were *held* in [Lyon|GPE].")], {})
    assert [places for places in repeated(found) if len(places) > 1] == [[1, 2, 3, 4]]
    groups = clusters(found, [article("a", "Ferry *sinks*", *[wreck] * 4, "Two men were *held* in [Lyon|GPE].")])
    assert sorted(n for group in groups for n in group) == list(range(6))
    assert any({1, 2, 3, 4} <= set(group) for group in groups)


def test_the_same_words_of_another_day_or_article_are_no_repetition() -> None:
    days = [f"A ferry *sank* on <Monday|2019-05-{day}>." for day in ("06", "13")]
    other = mentions([article("a", days[0]), article("b", days[0])], {})
    assert [len(places) for places in repeated([*mentions([article("a", *days)], {}), *other[1:]])] == [1, 1, 1]


def test_pairs_within_an_article_grow_with_its_length() -> None:
    def pairs(size: int) -> int:
        found = mentions([article("a", *[f"Ferry number {n} *sank* off Brest." for n in range(size)])], {})
        return len(features(found, [article("a", *[f"Ferry number {n} *sank* off Brest." for n in range(size)])])[0])

    assert pairs(2) == 1
    assert pairs(200) / pairs(100) < 2.5  # with all pairs four times as many
