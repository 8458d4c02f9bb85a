"""What has an entry of the chronology, and what stands under another's."""

from __future__ import annotations

from dataclasses import replace as replaced

import pytest
from msgspec.structs import replace

from generator.dossier import assemble
from generator.dossier.model import Dossier, Happening
from generator.dossier.stories import chronology
from generator.dossier.stories.another import another
from generator.dossier.stories.editing import Given
from generator.dossier.stories.vectors import shipped
from generator.values.span import Span
from tests.dossier.stories import Told, one_word_one_event, story


@pytest.fixture(autouse=True)
def by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chronology, "clusters", one_word_one_event())


def listed(made: Dossier) -> list[Happening]:
    return [h for h in made.happenings if h.listed]


def words(made: Dossier) -> set[str]:
    return {h.tellings[0].trigger.text for h in listed(made)}


SANK = Told("A ferry sank off Port Ellis on Sunday.", "sank", "Sunday", "2020-05-03")


def test_what_an_article_tells_of_the_main_event_s_day_stands_under_it() -> None:
    """ "It happened at dawn", "was filmed from the pier": one event in other words."""
    filmed = Told("The ship was filmed from the pier on Sunday.", "filmed", "Sunday", "2020-05-03")
    happened = Told(
        "It happened at 5:52 pm on Sunday.", "happened", "5:52 pm on Sunday", "2020-05-03T17:52", subject="pronoun"
    )
    made = assemble([story("a", "2020-05-04", SANK, filmed, happened), story("b", "2020-05-04", SANK)], "Ferry")
    assert words(made) == {"sank"}
    assert {h.tellings[0].trigger.text for h in made.unlisted if h.part_of} == {"filmed", "happened"}


def test_a_day_that_is_told_minute_by_minute_has_an_entry_for_each() -> None:
    minutes = [
        Told(f"At {hour} pm the captain {word} the deck.", word, f"{hour} pm", f"2020-05-03T{at}")
        for hour, at, word in (("5:52", "17:52", "cleared"), ("6:10", "18:10", "searched"), ("7:30", "19:30", "left"))
    ]
    made = assemble([story("a", "2020-05-04", SANK, *minutes), story("b", "2020-05-04", SANK)], "Ferry")
    assert {"cleared", "searched"} <= words(made)


def test_a_minute_told_in_the_main_event_s_words_is_its_own() -> None:
    """ "The ferry sank off Port Ellis at around 5 pm" in an article that tells the day by the minute: not a second sinking."""
    again = Told(
        "The ferry went under off Port Ellis at 5:40 pm on Sunday.", "went", "5:40 pm on Sunday", "2020-05-03T17:40"
    )
    minutes = [
        Told(f"At {hour} pm the captain {word} the deck.", word, f"{hour} pm", f"2020-05-03T{at}")
        for hour, at, word in (("5:52", "17:52", "cleared"), ("6:10", "18:10", "searched"), ("7:30", "19:30", "left"))
    ]
    made = assemble([story("a", "2020-05-04", SANK, again, *minutes), story("b", "2020-05-04", SANK)], "Ferry")
    assert "went" not in words(made)
    assert {"cleared", "searched"} <= words(made)


@pytest.mark.parametrize(("other", "own"), [
    (Told("Shares of its insurer Brack fell by 4 percent on Sunday.", "fell", "Sunday", "2020-05-03"), True),
    (Told("A choir from Halden won a song contest on Sunday.", "won", "Sunday", "2020-05-03"), True),
    (Told("The insurer fell by 4 percent on Sunday.", "fell", "Sunday", "2020-05-03"), False),
    # the same in a clause beside it, by a pronoun, or in the main event's words
    (Told("Brack, whose shares fell by 4 percent on Sunday, insures it.", "fell", "Sunday", "2020-05-03", clause="relative"), False),
    (Told("They fell by 4 percent on Sunday.", "fell", "Sunday", "2020-05-03", subject="pronoun"), False),
    (Told("The ferry fell on its side off Port Ellis on Sunday.", "fell", "Sunday", "2020-05-03"), False),
])  # fmt: skip
def test_what_a_main_clause_tells_of_something_else_of_that_day_has_an_entry(other: Told, own: bool) -> None:
    made = assemble([story("a", "2020-05-04", SANK, other), story("b", "2020-05-04", SANK)], "Ferry")
    assert words(made) == {"sank"} | ({other.trigger} if own else set())


SAYS = "Premier Ada Velden said on Sunday that the ferry off Port Ellis sank too fast."
VELDEN = Told(SAYS, "said", "Sunday", "2020-05-03", by="Ada Velden")
AGAIN = Told("On Sunday, Ada Velden told a choir that boats are old.", "told", "Sunday", "2020-05-03", by="Ada Velden")
KROLL = Told("On Sunday, Omar Kroll said to a choir that boats are old.", "said", "Sunday", "2020-05-03", by="Omar Kroll")


@pytest.mark.parametrize(
    ("named", "told", "word"),
    [
        ("the storm", "An autumn storm lashed tin roofs in Velden on Sunday.", "lashed"),
        ("the blaze", "Firemen say the blaze spread through two sheds on Sunday.", "spread"),
        ("the strike", "A second strike paralysed cranes and trains on Sunday.", "paralysed"),
        ("the verdict", "A guilty verdict surprised Omar Kroll on Sunday.", "surprised"),
        ("the match", "A cup match drew ninety coaches to Velden on Sunday.", "drew"),
    ],
)
def test_what_the_main_event_did_is_no_other(named: str, told: str, word: str) -> None:
    """ "A storm lashed tin roofs" tells of the storm, "a gull lashed tin roofs" would not."""
    noun = named.split()[1]
    news = Told(f"Port Ellis spoke of {named} of Sunday all day.", noun, "Sunday", "2020-05-03", clause="noun", subject=None)

    def apart(sentence: str) -> bool:
        records = [story("a", "2020-05-04", news), story("b", "2020-05-04", Told(sentence, word, "Sunday", "2020-05-03"))]
        by_day = {s.mentions[0].article: s for s in chronology.stories(records, {})}
        return another(by_day["b"], by_day["a"], shipped())

    assert not apart(told)
    assert apart(told.replace(noun, "gull"))


@pytest.mark.parametrize(("said", "own"), [
    (VELDEN, True),
    (replaced(VELDEN, sentence="The ferry off Port Ellis sank too fast, Premier Ada Velden said on Sunday."), True),
    (Told("Union leaders warned on Sunday that boats rust.", "warned", "Sunday", "2020-05-03"), False),  # nobody is named
    (replaced(VELDEN, subject="pronoun"), False),
    (replaced(VELDEN, clause="reported"), False),
    (replaced(VELDEN, words=None, inferred=True), False),  # no words for the day
    (replaced(VELDEN, sentence=SAYS.replace("said", "reported"), trigger="reported"), False),
])  # fmt: skip
def test_what_somebody_else_says_that_day_has_an_entry(said: Told, own: bool) -> None:
    made = assemble([story("a", "2020-05-04", SANK, said), story("b", "2020-05-04", SANK)], "Ferry")
    assert words(made) == {"sank"} | ({said.trigger} if own else set())


def test_a_saying_does_not_go_with_what_else_its_sentence_tells() -> None:
    """ "The islands will see more die, she warned": that more die is of the storm's entry, and her warning is not."""
    storm = Told("A storm killed two men at Halden on Saturday.", "killed", "Saturday", "2020-05-02")
    text = "The islands will see more people die, Ada Velden warned on Saturday."
    warned = Told(text, "warned", "Saturday", "2020-05-02", by="Ada Velden")
    dying = Told(text, "die", "Saturday", "2020-05-02", clause="complement", tense=None, subject=None, status="planned")
    record = story("a", "2020-05-04", SANK, storm, warned, dying)
    *events, said, last = record.events
    one = replace(last, sentence=Span(said.sentence.start, last.sentence.end))
    made = assemble([replace(record, events=(*events, said, one)), story("b", "2020-05-04", SANK)], "Ferry")
    assert words(made) == {"sank", "killed", "warned"}


def test_what_the_doer_says_of_it_is_no_other() -> None:
    sank = Told("Captain Ada Velden sank a ferry off Port Ellis on Sunday.", "sank", "Sunday", "2020-05-03", by="Ada Velden")
    made = assemble([story("a", "2020-05-04", sank, VELDEN), story("b", "2020-05-04", SANK)], "Ferry")
    assert words(made) == {"sank"}


def test_what_one_says_on_one_day_is_one_entry() -> None:
    def of(*said: Told) -> list[str]:
        made = assemble([story("a", "2020-05-04", SANK, *said), story("b", "2020-05-04", SANK)], "Ferry")
        return sorted(h.tellings[0].trigger.text for h in listed(made))

    assert of(VELDEN, AGAIN) in (["said", "sank"], ["sank", "told"])
    assert of(AGAIN, KROLL) == ["said", "sank", "told"]
    before = replaced(AGAIN, words="Saturday", day="2020-05-02", sentence=AGAIN.sentence.replace("Sunday", "Saturday"))
    pay = Told("Union leaders said on Saturday that pay at the yards had been cut.", "said", "Saturday", "2020-05-02")
    assert of(before, pay) == ["said", "sank", "told"]


def test_what_is_of_the_main_event_s_kind_is_no_other() -> None:
    crashed = Told("A tram crashed in Halden on Sunday.", "crashed", "Sunday", "2020-05-03")
    again = Told("Old rails by the lake made it and its four cars collide on Sunday.", "collide", "Sunday", "2020-05-03")
    other = Told("Old rails by the lake drew four men with cars who sang on Sunday.", "sang", "Sunday", "2020-05-03")
    rest = [story("b", "2020-05-04", crashed)]
    assert words(assemble([story("a", "2020-05-04", crashed, again), *rest], "Tram")) == {"crashed"}
    assert words(assemble([story("a", "2020-05-04", crashed, other), *rest], "Tram")) == {"crashed", "sang"}


def test_what_several_tell_as_a_consequence_has_an_entry_of_its_own() -> None:
    texts = {
        "a": "A ferry sank on Sunday and its captain was arrested.",
        "b": "The captain of a ship that sank off the coast on Sunday was arrested by harbour police.",
        "c": "Guards arrested the skipper on Sunday, hours after his boat sank with all its cargo of tin.",
    }
    told = {
        n: [Told(text, "sank", "Sunday", "2020-05-03"), Told(text, "arrested", "Sunday", "2020-05-03")]
        for n, text in texts.items()
    }
    made = assemble([story(name, "2020-05-04", *both) for name, both in told.items()], "Ferry")
    assert words(made) == {"sank", "arrested"}
    alone = [story("a", "2020-05-04", *told["a"]), *(story(name, "2020-05-04", told[name][0]) for name in "bc")]
    assert words(assemble(alone, "Ferry")) == {"sank"}


@pytest.mark.parametrize(
    "less",
    [
        # a year that one source names
        Told("Its owner painted the pier in 2004.", "painted", "2004", "2004-01-01"),
        # nobody does it
        Told("After selling a boat on 2 April, the firm was poor.", "selling", "2 April", "2020-04-02", clause="adverbial", subject=None),
    ],
)  # fmt: skip
def test_what_comes_later_in_a_long_list(less: Told) -> None:
    plain = Told("The crew opened a new pier on 2 April.", "opened", "2 April", "2020-04-02")
    made = assemble([story("a", "2020-05-04", SANK, plain, less), story("b", "2020-05-04", SANK)], "Ferry")
    score = {h.tellings[0].trigger.text: h.score for h in made.happenings}
    assert score["opened"] > score[less.trigger]


@pytest.mark.parametrize(
    "aside",
    [
        # said beside the point
        Told("He praised the crew, who rowed a race on 2 April.", "rowed", "2 April", "2020-04-02", clause="relative"),
        # understood only behind another sentence
        Told("He opened a new pier on 2 April 2020.", "opened", "2 April 2020", "2020-04-02", subject="pronoun"),
        # torn, and a caption
        Told("the crew painted the hull on 2 April", "painted", "2 April", "2020-04-02"),
        Told("Photo: the crew painted the hull on 2 April.", "painted", "2 April", "2020-04-02"),
        # only possible
        Told("The crew might paint the hull on 2 April.", "paint", "2 April", "2020-04-02", status="hypothetical"),
        # felt
        Told("The crew feared a storm on 2 April.", "feared", "2 April", "2020-04-02"),
    ],
)  # fmt: skip
def test_what_is_folded_away(aside: Told) -> None:
    plain = Told("The crew opened a new pier on 2 April.", "opened", "2 April", "2020-04-02")
    assert "opened" in words(assemble([story("a", "2020-05-04", SANK, plain), story("b", "2020-05-04", SANK)], "Ferry"))
    made = assemble([story("a", "2020-05-04", SANK, aside), story("b", "2020-05-04", SANK)], "Ferry")
    assert words(made) == {"sank"}


def test_an_article_s_own_news_is_not_of_the_day_of_a_later_article() -> None:
    """What one tells on the 2nd did not happen on the 14th."""
    early = Told("Divers raise the ferry.", "raise", None, "2020-05-02", inferred=True, tense="present")
    late = Told("Divers raise the ferry.", "raise", None, "2020-05-14", inferred=True, tense="present")
    made = assemble([story("a", "2020-05-02", early), story("b", "2020-05-14", late)], "Ferry")
    assert [h.day.value for h in listed(made) if h.day] == ["2020-05-02"]


def test_what_lies_ahead_of_all_that_tell_it_is_planned() -> None:
    ahead = Told("Tuesday’s launch is the first of the year.", "launch", "Tuesday", "2020-05-05", tense=None, clause="noun")
    made = assemble([story(name, "2020-05-03", ahead) for name in "ab"], "Ship")
    (entry,) = listed(made)
    assert (entry.day and entry.day.value, entry.status) == ("2020-05-05", "planned")


def test_publishers_are_those_that_tell_the_event_itself() -> None:
    """What belongs to an entry is not told by the sources of the entry."""
    opened = Told("The crew opened a new pier on 2 April.", "opened", "2 April", "2020-04-02")
    fired = Told("The crew fired a cannon as it opened a new pier on 2 April.", "fired", "2 April", "2020-04-02")
    made = assemble(
        [story("a", "2020-05-04", SANK, opened), story("b", "2020-05-04", SANK, fired), story("c", "2020-05-04", SANK)],
        "Ferry",
    )
    assert all(h.publishers == len({t.sentence.source for t in h.tellings}) for h in listed(made))


def test_what_is_told_again_of_the_month_stands_under_its_day() -> None:
    exact = Told("The crew opened a new pier off Port Ellis on 2 April.", "opened", "2 April", "2020-04-02")
    month = Told("The crew built a new pier off Port Ellis in April.", "built", "April", "2020-04")
    made = assemble([story("a", "2020-05-04", SANK, exact, month), story("b", "2020-05-04", SANK)], "Ferry")
    (home,) = (h for h in listed(made) if h.tellings[0].trigger.text == "opened")
    (part,) = (h for h in made.unlisted if h.tellings[0].trigger.text == "built")
    assert part.part_of == home.id


def test_each_part_stands_under_an_entry_and_not_under_a_part() -> None:
    exact = Told("The crew opened a new pier off Port Ellis on 2 April.", "opened", "2 April", "2020-04-02")
    month = Told("The crew built a new pier off Port Ellis and painted it in April.", "built", "April", "2020-04")
    painted = Told("The crew built a new pier off Port Ellis and painted it in April.", "painted", "April", "2020-04")
    made = assemble([story("a", "2020-05-04", SANK, exact, month, painted), story("b", "2020-05-04", SANK)], "Ferry")
    ids = {h.id for h in made.happenings}
    assert {h.part_of for h in made.unlisted if h.part_of} <= ids


def test_what_is_told_without_its_own_day_is_not_dated_by_a_caption_of_another_kind() -> None:
    """Nobody dates the launch; a caption dates an offer to buy: only possible, it makes no entry."""
    offer = Told("A sign is seen, as a firm made a bid to buy it, on 6 November 2019.", "buy", "6 November 2019", "2019-11-06",
                 tense=None, clause="relative", status="hypothetical")  # fmt: skip
    made = assemble([story("a", "2020-05-04", SANK, offer), story("b", "2020-05-04", SANK)], "Ferry")
    assert words(made) == {"sank"}


def test_what_several_hold_possible_is_no_entry() -> None:
    sure = [
        Told(f"The {crew} opened a pier on 2 April 2020.", "opened", "2 April 2020", "2020-04-02")
        for crew in ("crew", "town")
    ]
    assert words(assemble([story(n, "2020-05-04", SANK, t) for n, t in zip("ab", sure, strict=True)], "Ferry")) == {
        "sank",
        "opened",
    }
    maybe = [
        Told(
            f"The {crew} might have opened a pier on 2 April 2020.",
            "opened",
            "2 April 2020",
            "2020-04-02",
            status="hypothetical",
        )
        for crew in ("crew", "town")
    ]
    assert words(assemble([story(n, "2020-05-04", SANK, t) for n, t in zip("ab", maybe, strict=True)], "Ferry")) == {"sank"}


ANNOUNCED = Told("In January 2020 the owner announced a new ferry line.", "announced", "January 2020", "2020-01-15")


def test_what_was_announced_on_a_day_of_its_own_has_an_entry() -> None:
    assert words(assemble([story("a", "2020-05-04", SANK, ANNOUNCED), story("b", "2020-05-04", SANK)], "Ferry")) == {
        "sank",
        "announced",
    }


def test_what_is_said_on_the_day_of_the_main_event_has_none() -> None:
    said = Told("The owner said on Sunday that the ship was old.", "said", "Sunday", "2020-05-03")
    assert words(assemble([story("a", "2020-05-04", SANK, said), story("b", "2020-05-04", SANK)], "Ferry")) == {"sank"}


def test_announcements_of_one_day_in_alike_words_are_one_entry() -> None:
    text = "The company said in January 2020 that it would build ships for a line to the islands."
    also = Told(text, "said", "January 2020", "2020-01-15")
    made = assemble([story("a", "2020-05-04", SANK, ANNOUNCED), story("b", "2020-05-04", SANK, also)], "Ferry")
    assert len(words(made)) == 2


@pytest.mark.parametrize(("start", "listed_too"), [
    ("But in January 2020 the owner opened a line.", True),
    ("This opened a line in January 2020.", False),
])  # fmt: skip
def test_a_sentence_that_only_joins_another_is_understood_by_itself(start: str, listed_too: bool) -> None:
    opened = Told(start, "opened", "January 2020", "2020-01-15")
    made = assemble([story("a", "2020-05-04", SANK, opened), story("b", "2020-05-04", SANK)], "Ferry")
    assert ("opened" in words(made)) == listed_too


def test_the_main_clause_heads_what_its_sentence_tells() -> None:
    """ "As rates rose, the owner cut the line": the entry is of the line."""
    sentence = "In January 2020, as fares rose, the owner cut the ferry line."
    rose = Told(sentence, "rose", "January 2020", "2020-01-15", clause="adverbial")
    cut = Told(sentence, "cut", "January 2020", "2020-01-15")
    one = story("a", "2020-05-04", SANK, rose, cut)
    both = [
        replace(e, date=one.events[1].date, sentence=one.events[1].sentence, trigger=Span(*_at(one.text, sentence, word)))
        for e, word in zip(one.events[1:], ("rose", "cut"), strict=True)
    ]
    made = assemble([replace(one, events=(one.events[0], *both)), story("b", "2020-05-04", SANK)], "Ferry")
    assert words(made) == {"sank", "cut"}


def _at(text: str, sentence: str, word: str) -> tuple[int, int]:
    start = text.index(sentence) + sentence.index(word)
    return start, start + len(word)


def test_what_several_tell_of_a_month_does_not_stand_under_what_one_tells_of_a_day() -> None:
    texts = (
        "The council signed the ferry contract in April 2020.",
        "In April 2020 the council signed a contract for the ferry.",
    )
    month = [Told(t, "signed", "April 2020", "2020-04") for t in texts]
    day = Told("The council named the ferry in the contract of 7 April 2020.", "named", "7 April 2020", "2020-04-07")
    records = [story("a", "2020-05-04", SANK, month[0], day), story("b", "2020-05-04", SANK, month[1])]
    assert "signed" in words(assemble(records, "Ferry"))


def test_the_main_event_is_worth_more_than_any_other() -> None:
    other = Told("On 7 April 2020 the harbour of Port Ellis was flooded.", "flooded", "7 April 2020", "2020-04-07")
    names = "abcd"
    lead = [story(n, "2020-05-04", SANK, other) for n in names[:2]] + [story(n, "2020-05-04", SANK) for n in names[2:]]
    made = sorted(listed(assemble(lead, "Ferry")), key=lambda h: -h.score)
    assert made[0].tellings[0].trigger.text == "sank"


def test_what_one_source_each_tells_of_a_day_in_alike_words_is_one_entry() -> None:
    """Two lists of what the sky will show: "brings a second full moon", "will enjoy a total eclipse"."""
    brings = Told("The month brings a second full moon on Jan. 31.", "brings", "Jan. 31", "2021-01-31", tense="present")
    enjoy = Told(
        "The west will enjoy an early total eclipse on Jan. 31.",
        "enjoy",
        "Jan. 31",
        "2021-01-31",
        tense="future",
    )
    plough = Told("Farmers will plough the common on Jan. 31.", "plough", "Jan. 31", "2021-01-31", tense="future")
    other = Told("A ferry sank off Port Ellis on Jan. 4.", "sank", "Jan. 4", "2021-01-04")
    made = assemble([story("a", "2021-01-05", other, brings), story("b", "2021-01-05", other, enjoy, plough)], "Sky")
    assert len(words(made) & {"brings", "enjoy"}) == 1
    assert "plough" in words(made)


@pytest.mark.parametrize("verb", ["accounted for a tenth of", "amounted to a tenth of", "averaged nine of", "belonged to"])
def test_what_is_still_so_is_no_event(verb: str) -> None:
    """ "Exports amounted to a tenth last year": a number of a year, and nothing that happened."""
    word = verb.split()[0]
    still = Told(
        f"Port Ellis {verb} the ferries of the lake on 2 May 2020.", word, "2 May 2020", "2020-05-02", by="Port Ellis"
    )
    sold = Told(
        "Port Ellis sold the ferries of the lake on 2 May 2020.", "sold", "2 May 2020", "2020-05-02", by="Port Ellis"
    )
    news = story("a", "2020-05-04", SANK)
    assert word not in words(assemble([news, story("b", "2020-05-04", SANK, still)], "Ferry"))
    assert "sold" in words(assemble([news, story("b", "2020-05-04", SANK, sold)], "Ferry"))


@pytest.mark.parametrize(
    ("told", "published", "tier"),
    [
        (Told("The bridge at Holt closed on 6 July 2020.", "closed", "6 July 2020", "2020-07-06"), "2020-07-07", "story"),
        (
            Told("The bridge at Holt closed on 6 July 2020.", "closed", "6 July 2020", "2020-07-06"),
            "2020-09-07",
            "background",
        ),
        (Told("The bridge at Holt closed in July 2020.", "closed", "July 2020", "2020-07"), "2020-07-07", "background"),
        (
            Told(
                "The bridge at Holt, which closed on 6 July 2020, is old.",
                "closed",
                "6 July 2020",
                "2020-07-06",
                clause="relative",
            ),
            "2020-07-07",
            "background",
        ),
    ],
)
def test_what_an_article_has_as_its_news_is_no_background(told: Told, published: str, tier: str) -> None:
    """Two months after the main event, and yet the story of that day's paper."""
    plain = [Told(f"Nothing of it was known at dawn {n}.", "known", subject="pronoun") for n in range(4)]
    made = assemble(
        [story("a", "2020-05-04", SANK), story("b", "2020-05-04", SANK), story("c", published, *plain, told)], "Ferry"
    )
    assert [h.tier for h in listed(made) if h.tellings[0].trigger.text == "closed"] == [tier]


def test_what_an_article_has_as_its_news_is_no_background_without_a_main_event() -> None:
    closed = Told("The bridge at Holt closed on 6 July 2020.", "closed", "6 July 2020", "2020-07-06")
    plain = [Told(f"Nothing of it was known at dawn {n}.", "known", subject="pronoun") for n in range(4)]
    made = assemble([story("c", "2020-07-07", *plain, closed)], "Bridge")
    assert [h.tier for h in listed(made)] == ["story"]


@pytest.mark.parametrize(
    ("words", "day", "sources", "own"),
    [("in 2011", "2011", 1, False), ("in May 2011", "2011-05", 1, True), ("in 2011", "2011", 2, True)],
)
def test_a_year_in_the_sentence_of_another_entry_has_none(words: str, day: str, sources: int, own: bool) -> None:
    """ "Horn Mills closed its shipyard in 2019 and, founded in 2011, was sold": one entry is shown by it."""
    records = []
    for name, more in (("a", "."), ("b", ", as the books of the harbour office show."))[:sources]:
        text = f"Horn Mills closed its shipyard at Holt on 3 May 2019 and was founded by Ada Velden {words}{more}"
        closed = Told(text, "closed", "3 May 2019", "2019-05-03", by="Horn Mills")
        record = story(name, "2020-05-04", SANK, closed)
        founded = story(name, "2020-05-04", SANK, Told(text, "founded", words, day, by="Horn Mills")).events[1]
        records.append(replace(record, events=(*record.events, replace(founded, id=f"e-{name * 9}f"))))
    made = assemble([*records, story("d", "2020-05-04", SANK)], "Ferry")
    assert ("founded" in words_of(made)) == own
    assert "closed" in words_of(made)


def test_a_year_that_an_editor_gave_keeps_its_entry() -> None:
    text = "Horn Mills closed its shipyard at Holt on 3 May 2019 and was founded by Ada Velden in 2011."
    record = story("a", "2020-05-04", SANK, Told(text, "closed", "3 May 2019", "2019-05-03", by="Horn Mills"))
    founded = story("a", "2020-05-04", SANK, Told(text, "founded", "in 2011", "2011", by="Horn Mills")).events[1]
    record = replace(record, events=(*record.events, replace(founded, id="e-foundation")))
    made = chronology.merge([record, story("d", "2020-05-04", SANK)], {}, given=Given(dates={"e-foundation": "2010"}))
    assert "e-foundation" in {h.id for h in made if h.listed}


def words_of(made: Dossier) -> set[str]:
    """The words that have an entry, whatever word shows it."""
    return {t.trigger.text for h in listed(made) for t in h.tellings}


@pytest.mark.parametrize(("sentences", "own"), [(1, False), (7, True)])
def test_what_one_source_tells_again_and_again_has_an_entry(sentences: int, own: bool) -> None:
    """ "The regatta of May 3", named once, is an aside; of an article that names it in every other sentence it is the ground."""
    named = [
        Told(
            f"But envoy {n} spoke of the regatta of May 3 to a choir.",
            "regatta",
            "May 3",
            "2020-05-03",
            tense=None,
            clause="noun",
        )
        for n in range(sentences)
    ]
    sold = Told("Norvik sold a mill in Halden on Friday.", "sold", "Friday", "2020-05-29")
    assert ("regatta" in words(assemble([story("a", "2020-05-30", sold, *named)], "Envoys"))) is own
