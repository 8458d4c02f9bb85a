"""At a glance: an answer stands only where most of the articles agree on it."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from generator.dossier.glance import _balanced, _headed, _of_one_time, _tells, _who, glance
from generator.dossier.glance_asked import Asked
from generator.dossier.glance_when import when_it_happened
from generator.dossier.model import Day, Glance, Happening, Lede, Passage
from generator.dossier.people import subjects
from generator.records.model import Answer, Answers, Metadata, Paragraph, Record, Time
from tests.records import entity, fact, record, span

BODY = "The harbour hall of Aldmouth burned on Friday, Ann Field said."


def told(name: str, headline: str, body: str = BODY, day: str = "2021-05-07", who: str = "Ann Field") -> Record:
    """An article of a headline and one sentence, that answers who and when."""
    text = f"{headline}\n\n{body}"
    start = len(headline) + 2
    people = tuple(entity(text, n, words) for n, words in enumerate((who,), 1) if words in text)
    friday = span(text, "Friday")
    answers = {"when": (Answer(friday.start, friday.end, "Friday"),)}
    if who in text:
        at = span(text, who)
        answers["who"] = (Answer(at.start, at.end, who),)
    made = record(
        name,
        text,
        "2021-05-08",
        entities=people,
        facts=(fact(name, text, body),),
        times=(Time(friday.start, friday.end, "DATE", day, day, day),),
    )
    return replace(
        made,
        metadata=Metadata(title=headline, published="2021-05-08", publisher=name),
        paragraphs=(Paragraph(0, len(headline), "title"), Paragraph(start, len(text), "body")),
        answers=Answers(**answers),
    )


def answers(*records: Record) -> dict[str, Glance]:
    """What is answered at a glance where all the articles tell the story."""
    people, _ = subjects.merge(records)
    when = Day("2021-05-07", "2021-05-07", "2021-05-07", None)
    found = glance(records, [(r.id, r.answers) for r in records], when, None, people)
    return {answer.question: answer for answer in found}


FIRE = "Fire destroys harbour hall of Aldmouth"
OTHER = "Mayor Ann Field mourns harbour hall of Aldmouth after fire"


def test_what_is_a_whole_headline_that_holds_what_the_others_open_with() -> None:
    found = answers(
        told("one", "Five things to know about the week"), told("two", FIRE), told("three", "Weather stays mild in May")
    )
    passage = found["what"].passage
    assert passage is not None
    assert passage.text == FIRE


def test_a_headline_that_teases_or_is_torn_tells_nothing() -> None:
    assert _tells(FIRE)
    assert not _tells("Why did the harbour hall of Aldmouth burn?")
    assert not _tells("Fire destroys harbour hall | Harbour Times")
    assert not _tells("Mayor 'out of touch with his harbour")
    assert not _tells("Here's what the fire means for you")
    assert _balanced("Mayor's words: 'out of touch' with sailors' wives")


def test_who_is_somebody_whom_most_open_with() -> None:
    named = answers(told("one", OTHER), told("two", OTHER), told("three", FIRE))["who"]
    assert named.passage is not None
    assert named.passage.text == "Ann Field"
    alone = "The harbour hall of Aldmouth burned on Friday, sailors said."
    few = answers(told("one", OTHER), told("two", FIRE, alone), told("three", FIRE, alone))
    assert "who" not in few


def who(headline: str, body: str, name: str) -> Passage | None:
    """Whom two articles with the same words answer with, where it is the name of a body."""
    records = [told(each, headline, body, who=name) for each in ("one", "two")]
    people, _ = subjects.merge(records)
    bodies = [replace(each, type="ORG") for each in people]
    found = _who(Asked({r.id: r for r in records}, [(r.id, r.answers) for r in records], None, bodies, None, {}))
    return found.passage if found else None


def test_whom_a_name_only_describes_is_told_whole() -> None:
    found = who("Former Harbour Line workers found a school", "A school opened on Friday.", "Harbour Line")
    assert found is not None
    assert found.text == "Former Harbour Line workers"
    found = who("Harbour Line closes the pier of Aldmouth", "It closed on Friday.", "Harbour Line")
    assert found is not None
    assert found.text == "Harbour Line"


def test_two_names_that_describe_the_same_people_are_told_with_them() -> None:
    record = told("one", "Former Harbour Line and Coast Rail managers fight noise", who="Harbour Line")
    asked = Asked({"one": record}, [], None, (), None, {})
    for name in ("Harbour Line", "Coast Rail", "Harbour Line and Coast Rail"):
        at = span(record.text, name)
        whole = _headed(asked, Passage("one", at.start, at.end, name))
        assert whole is not None
        assert whole.text == "Former Harbour Line and Coast Rail managers"


def test_what_appeared_months_from_the_lede_answers_nothing() -> None:
    now, then = told("one", FIRE), told("two", OTHER)
    then = replace(then, metadata=replace(then.metadata, published="2020-06-01"))
    opening = Lede(Passage("one", len(FIRE) + 2, len(now.text), BODY), 1, ("one",))
    kept = _of_one_time([now, then], [(r.id, r.answers) for r in (then, now)], opening)
    assert [name for name, _ in kept] == ["one"]


def test_when_needs_more_than_one_article_s_word() -> None:
    agreed = answers(told("one", OTHER), told("two", FIRE))
    assert agreed["when"].day is not None
    assert agreed["when"].day.value == "2021-05-07"
    assert agreed["when"].passage is not None
    parted = answers(told("one", OTHER), told("two", FIRE, day="2021-03-05"), told("three", FIRE, day="2021-02-05"))
    assert "when" not in parted


def when(*records: Record, day: str | None = "2021-05-07") -> Glance | None:
    """The answer to "when" where neither a lede nor the chronology knows it."""
    people, _ = subjects.merge(records)
    asked = Asked({r.id: r for r in records}, [(r.id, r.answers) for r in records], None, people, None, {})
    return when_it_happened(asked, Day(day, day, day, None) if day else None)


def silent(name: str, published: str = "2021-05-08") -> Record:
    """An article that says nothing of the day."""
    made = told(name, FIRE)
    made = replace(made, text=made.text.replace(" on Friday", ""), times=(), answers=Answers())
    return replace(made, metadata=replace(made.metadata, published=published))


def test_a_day_that_one_states_and_none_disputes_is_news() -> None:
    found = when(told("one", FIRE), silent("two"), silent("three"))
    assert found is not None
    assert found.day is not None
    assert found.day.value == "2021-05-07"
    assert when(told("one", FIRE), told("two", FIRE, day="2021-05-06"), silent("three")) is None
    assert when(told("one", FIRE), silent("two", "2021-07-08"), silent("three", "2021-08-08")) is None


def test_a_weekend_is_no_single_day() -> None:
    def at_the_weekend(name: str) -> Record:
        made = told(name, FIRE)
        weekend = replace(made.times[0], value="2021-W18-WE", earliest="2021-05-08", latest="2021-05-09")
        return replace(made, times=(weekend,))

    records = [at_the_weekend("one"), at_the_weekend("two"), silent("three")]
    people, _ = subjects.merge(records)
    asked = Asked({r.id: r for r in records}, [(r.id, r.answers) for r in records], None, people, None, {})
    found = when_it_happened(asked, Day("2021-W18-WE", "2021-05-08", "2021-05-09", None))
    assert found is None or (found.day is not None and found.day.value == "2021-W18-WE")


def test_where_none_states_a_day_all_that_appeared_at_once_report_it() -> None:
    found = when(silent("one"), silent("two", "2021-05-09"), day=None)
    assert found is not None
    assert found.day is not None
    assert (found.day.value, found.day.inferred) == ("2021-05-08", True)
    assert when(silent("one"), silent("two", "2021-06-09"), day=None) is None
    assert when(silent("one"), day=None) is None


def test_where_may_stand_in_the_second_paragraph() -> None:
    first, second, third = "An old hall burned down.", "Nobody in Nevada was hurt.", "The hall was built in Oregon."

    def made(name: str, town: str) -> Record:
        text = "\n\n".join((FIRE, first, second, third))
        at = span(text, town)
        starts = [text.index(part) for part in (FIRE, first, second, third)]
        ends = [start + len(part) for start, part in zip(starts, (FIRE, first, second, third), strict=True)]
        kinds = ("title", "body", "body", "body")
        found = record(name, text, "2021-05-08", entities=(entity(text, 1, town, type="GPE"),))
        return replace(
            found,
            metadata=Metadata(title=FIRE, published="2021-05-08", publisher=name),
            paragraphs=tuple(Paragraph(*p) for p in zip(starts, ends, kinds, strict=True)),
            answers=Answers(where=(Answer(at.start, at.end, town),)),
        )

    found = answers(made("one", "Nevada"), made("two", "Nevada"))
    assert found["where"].passage is not None
    assert found["where"].passage.text == "Nevada"
    assert "where" not in answers(made("one", "Oregon"), made("two", "Oregon"))


def test_a_day_that_the_chronology_infers_and_an_article_states_is_stated() -> None:
    records = [told("one", FIRE), silent("two"), silent("three")]
    people, _ = subjects.merge(records)
    asked = Asked({r.id: r for r in records}, [(r.id, r.answers) for r in records], None, people, None, {})
    found = when_it_happened(asked, Day("2021-05-07", "2021-05-07", "2021-05-07", None, inferred=True))
    assert found is not None
    assert found.day is not None
    assert not found.day.inferred


def towns(name: str, *sentences: str, places: tuple[str, ...] = ("Norway", "Oslo", "Bergen")) -> Record:
    """An article that answers where with the first place that it names."""
    text = "\n\n".join((FIRE, *sentences))
    starts = [text.index(part) for part in (FIRE, *sentences)]
    parts = zip(starts, (FIRE, *sentences), ("title", *("body" for _ in sentences)), strict=True)
    named = [place for place in places if place in text]
    at = span(text, named[0])
    return replace(
        record(name, text, "2021-05-08", entities=tuple(entity(text, n, p, type="GPE") for n, p in enumerate(named, 1))),
        metadata=Metadata(title=FIRE, published="2021-05-08", publisher=name),
        paragraphs=tuple(Paragraph(start, start + len(part), kind) for start, part, kind in parts),
        answers=Answers(where=(Answer(at.start, at.end, named[0]),)),
    )


HALL = "An old hall burned in Norway."


def test_a_town_that_half_of_the_articles_name_is_told_for_its_country() -> None:
    harbour, trains = "It stood near the harbour of Bergen.", "Trains to Oslo ran late."
    found = answers(towns("one", HALL, harbour), towns("two", HALL, harbour, trains), towns("three", HALL))
    assert found["where"].passage is not None
    assert (found["where"].passage.text, found["where"].subject) == ("Bergen", "bergen")
    rivals = answers(towns("one", HALL, harbour), towns("two", HALL, harbour, trains), towns("three", HALL, trains))
    assert rivals["where"].subject == "norway"
    abroad = "Ships from Hamburg helped."
    names = ("Norway", "Hamburg")
    assert answers(*(towns(n, HALL, abroad, places=names) for n in ("one", "two")))["where"].subject == "norway"


def test_a_town_stands_with_the_state_that_it_is_said_to_lie_in() -> None:
    names = ("Pennsylvania", "Erie")
    found = answers(*(towns(n, "A hall in Erie, Pennsylvania, burned.", places=names) for n in ("one", "two")))
    assert found["where"].passage is not None
    assert (found["where"].passage.text, found["where"].subject) == ("Erie, Pennsylvania", "erie")
    apart = answers(
        *(towns(n, "A hall in Pennsylvania burned.", "Firemen of Erie came.", places=names) for n in ("one", "two"))
    )
    assert apart["where"].subject == "pennsylvania"


@pytest.mark.parametrize(
    "opening",
    [
        "Talks on Norway ended without a word.",
        "The Norway inquiry heard two witnesses.",
        "Ministers spoke of calm in Norway’s parliament.",
        "A ban was lifted, and Norway welcomed that.",
    ],
)
def test_what_a_story_is_about_is_no_place_of_it(opening: str) -> None:
    assert "where" not in answers(*(towns(n, opening) for n in ("one", "two")))


@pytest.mark.parametrize(
    "opening",
    [
        "A hall burned in Norway on Friday.",
        "Fires broke out across the state of Norway, too.",
        "Two died in northern Norway.",
    ],
)
def test_what_happened_in_a_place_is_told_of_it(opening: str) -> None:
    assert answers(*(towns(n, opening) for n in ("one", "two")))["where"].subject == "norway"


def test_the_town_that_reports_are_filed_from_is_where() -> None:
    made = (towns(n, f"BERGEN{state} (AP) — A hall burned.", places=("BERGEN",)) for n, state in (("one", ""), ("two", "")))
    assert answers(*made)["where"].subject == "bergen"


def test_a_place_is_shown_in_small_letters_where_an_article_has_it_so() -> None:
    found = answers(
        towns("one", "BERGEN (Reuters) - A hall burned.", places=("BERGEN",)),
        towns("two", "A hall burned in Bergen.", places=("Bergen",)),
    )
    assert found["where"].passage is not None
    assert found["where"].passage.text == "Bergen"


def dated(made: Record, published: str, publisher: str | None = None) -> Record:
    """The same article, published another day, or by another."""
    meta = made.metadata
    return replace(made, metadata=replace(meta, published=published, publisher=publisher or meta.publisher))


def test_an_article_stored_months_later_does_not_hide_what_most_tell() -> None:
    late = dated(told("late", FIRE), "2021-11-08")
    others = [told("one", FIRE), told("two", OTHER)]
    opening = Lede(Passage("late", len(FIRE) + 2, len(late.text), BODY), 1, ("late",))
    kept = _of_one_time([late, *others], [(r.id, r.answers) for r in (late, *others)], opening)
    assert [name for name, _ in kept] == ["one", "two"]


def test_of_two_times_that_of_the_main_event_answers() -> None:
    late, one = dated(told("late", FIRE), "2021-11-08"), told("one", FIRE)
    opening = Lede(Passage("late", len(FIRE) + 2, len(late.text), BODY), 1, ("late",))
    for day, name in (("2021-05-07", "one"), ("2021-11-07", "late")):
        main = Happening("e-0000000001", Day(day, day, day, None), "happened", (), ())
        kept = _of_one_time([late, one], [(r.id, r.answers) for r in (one, late)], opening, main)
        assert [source for source, _ in kept] == [name]


def test_articles_of_a_single_publisher_may_agree() -> None:
    records = [
        dated(told("one", OTHER, BODY), "2021-05-08", "Coast Times"),
        dated(told("two", FIRE, "The hall of Aldmouth burned down on Friday, Ann Field said."), "2021-05-08", "Coast Times"),
    ]
    people, _ = subjects.merge(records)
    day = Day("2021-05-07", "2021-05-07", "2021-05-07", None)
    shared = {"one": "one", "two": "one"}

    def asked(*articles: Record) -> set[str]:
        found = glance(articles, [(r.id, r.answers) for r in articles], day, None, people, None, shared)
        return {answer.question for answer in found}

    assert "when" in asked(*records)
    copied = dated(told("two", OTHER, BODY), "2021-05-08", "Coast Times")
    assert "when" not in asked(records[0], copied)
    assert "when" not in asked(records[0], dated(records[1], "2021-05-08", "Harbour Post"))


def test_what_is_the_headline_that_says_what_the_lede_says() -> None:
    records = [told("one", "Aldmouth mourns its hall"), told("two", "Harbour hall burns in Aldmouth")]
    records = [replace(r, text=r.text.replace(BODY, "Much was lost.")) for r in records]
    people, _ = subjects.merge(records)
    words = "A harbour hall burns in Aldmouth."
    for opening, expected in ((None, "Aldmouth mourns its hall"), (words, "Harbour hall burns in Aldmouth")):
        lede = Lede(Passage("one", 0, 0, opening), 1, ("one",)) if opening else None
        found = glance(records, [(r.id, r.answers) for r in records], None, None, people, lede)
        assert next(g.passage.text for g in found if g.question == "what" and g.passage) == expected


def test_a_reaction_or_a_list_tells_not_what_happened() -> None:
    assert _tells("Bridge of Aldmouth closes for repairs")
    assert not _tells("World reacts to the closure of Aldmouth bridge")
    assert not _tells("Here are the letters of the mayor of Aldmouth")
