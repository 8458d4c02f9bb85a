"""A wrong day costs more than none: kinds of wording that were taken for another day, each in words of our own."""

from __future__ import annotations

from datetime import date

import pytest
import spacy
from spacy.language import Language

import generator.language.extensions
from generator.language.setup import tokenizer
from generator.language.setup.shipped import PIPELINE
from generator.language.times import Times

assert generator.language.extensions  # sets the extension attributes
assert tokenizer  # registers the tokenizer
THURSDAY = date(2023, 11, 9)


@pytest.fixture(scope="module")
def nlp() -> Language:
    return spacy.load(
        PIPELINE,
        exclude=["trainable_lemmatizer"],
        config={"nlp.tokenizer.@tokenizers": "briefing.Tokenizer.v1"},
    )


def found(nlp: Language, text: str, published: date = THURSDAY) -> dict[str, tuple[str, str | None, str | None]]:
    doc = nlp(text)
    doc._.published = published
    return {text[time.start : time.end]: (time.value, time.earliest, time.latest) for time in Times()(doc)._.times}


# verbs whose past looks like their present
PAST_FORMS = [
    ("Harbour City beat United 2-0 on Saturday.", "Saturday", "2023-11-04"),
    ("The punter bet his savings on Tuesday.", "Tuesday", "2023-11-07"),
    ("Villagers rid the barn of rats on Monday.", "Monday", "2023-11-06"),
    ("The holders beat Wanderers Sunday.", "Sunday", "2023-11-05"),
    ("On Saturday, Ireland beat Wales to win the title.", "Saturday", "2023-11-04"),
    ("Snow hit the north on Friday.", "Friday", "2023-11-03"),
    ("The widow read the will on Monday.", "Monday", "2023-11-06"),
    ("Crews put out the blaze on Sunday night.", "Sunday night", "2023-11-05TNI"),
    ("The army shed 40 posts on Monday.", "Monday", "2023-11-06"),
    ("The couple wed on Saturday in Leeds.", "Saturday", "2023-11-04"),
    ("Ministers thrust the bill through on Tuesday.", "Tuesday", "2023-11-07"),
    ("The hackers spread the files on Sunday.", "Sunday", "2023-11-05"),
    ("Three teenagers hurt a guard on Friday.", "Friday", "2023-11-03"),
    ("Gunmen burst in and shot him on Monday.", "Monday", "2023-11-06"),
    ("Two banks shut branches on Friday, the union said.", "Friday", "2023-11-03"),
    ("They cast their ballots on Sunday.", "Sunday", "2023-11-05"),
    ("Traders bet on Monday that rates would fall.", "Monday", "2023-11-06"),
    ("The Lions will beat the Rovers on Saturday.", "Saturday", "2023-11-11"),
    ("The two sides meet on Sunday.", "Sunday", "2023-11-12"),
    ("They hope to beat the record on Saturday.", "Saturday", "2023-11-11"),
    ("The hosts must beat Peru on Tuesday to go through.", "Tuesday", "2023-11-14"),
    ("Doctors plan to cut the cast off on Monday.", "Monday", "2023-11-13"),
]
# what was planned, seen from then
PLANS = [
    ("The council was to vote on the budget in March.", "March", "2023-03"),
    ("The board in August was to choose a chairman.", "August", "2023-08"),
    ("The ministry said in June it would publish the figures in August.", "June", "2023-06"),
    ("The ministry said in June it would publish the figures in August.", "August", "2023-08"),
    ("The firm told staff then that it could not pay them until July.", "July", "2023-07"),
    ("The airline warned on Monday that flights would stop on Wednesday.", "Monday", "2023-11-06"),
    ("The airline warned on Monday that flights would stop on Wednesday.", "Wednesday", "2023-11-08"),
    ("The mayor said on Tuesday the pool would reopen in March.", "March", "2024-03"),
    ("The plant will close in March.", "March", "2024-03"),
    ("The museum is to open in February.", "February", "2024-02"),
    ("He is due in court in January.", "January", "2024-01"),
    ("The trial was to start in December.", "December", "2023-12"),
]
# which of several: behind the name, and "this past"
WHICH = [
    ("He was last seen on Monday last near the quay.", "Monday last", "2023-11-06"),
    ("The sitting on Wednesday last ended early.", "Wednesday last", "2023-11-01"),
    ("The ferry sank in January last.", "January last", "2023-01"),
    ("In December last the harbour froze.", "December last", "2022-12"),
    ("The case resumes on Tuesday next.", "Tuesday next", "2023-11-14"),
    ("The vote falls in March next.", "March next", "2024-03"),
    ("On 3 March last the council met.", "3 March last", "2023-03-03"),
    ("The bakery closed this past January.", "this past January", "2023-01"),
    ("She retired this past October.", "this past October", "2023-10"),
    ("He resigned this past December.", "this past December", "2022-12"),
    ("They met this past Sunday.", "this past Sunday", "2023-11-05"),
    ("It snowed this past weekend.", "this past weekend", "2023-W44-WE"),
    ("They wed this past summer.", "this past summer", "2023-SU"),
    ("The school opens this coming March.", "this coming March", "2024-03"),
    ("It happened on Sunday gone.", "Sunday gone", "2023-11-05"),
    ("The club lost heavily this past Christmas.", "this past Christmas", "2022-12-25"),
]
# quarters and halves of a match are none of a year
MATCHES = [
    (
        "Keane scored twice in the second quarter and the Hawks led 44-30. The coach praised his team.",
        "second quarter",
        None,
    ),
    ("The striker was sent off in the second half of the match.", "second half", None),
    ("A late touchdown in the fourth quarter won the game for Tulsa.", "fourth quarter", None),
    ("Okoro grabbed nine rebounds in the third quarter.", "third quarter", None),
    ("Profit fell 4% in the second quarter as sales slowed.", "the second quarter", "2023-Q2"),
    ("Revenue rose in the first half of 2022.", "the first half of 2022", "2022-H1"),
]
# what is named after a feast has no day
FEASTS = [
    ("She broke her New Year's resolution within a week.", "New Year's", None),
    ("Half of those who make New Year's resolutions give up.", "New Year's", None),
    ("He was named in the New Year Honours list.", "New Year", None),
    ("The shop sells Christmas trees.", "Christmas", None),
    ("The old rules end on New Year's Eve.", "New Year's Eve", "2023-12-31"),
]
# years before Christ
ERAS = [
    ("Caesar was killed in 44 BC.", "44 BC", "BC0044"),
]
# the hour of a live report, a fall that is no autumn
LOOKALIKES = [
    ("1504 Agency Novosti says two ships have sailed.", "1504", None),
    ("The rider was hurt in the fall.", "the fall", None),
    ("She slipped on the ice and broke a hip in the fall.", "the fall", None),
    ("The series returns in the fall.", "the fall", "2023-FA"),
    ("They married in the fall of 1987.", "the fall of 1987", "1987-FA"),
]
# what a dated document says is of its day
DOCUMENTS = [
    ('In a letter dated 3 May 2016, he wrote: "I leave for Rome tomorrow."', "tomorrow", "2016-05-04"),
    ('A memo of 12 June 2019 said: "The plant was closed yesterday."', "yesterday", "2019-06-11"),
]
# lengths with their days
STRETCHES = [
    ("Imports fell in the last three months of 2019.", "the last three months", ("2019-10-01", "2019-12-31")),
    ("The first two weeks of May were wet.", "The first two weeks", ("2023-05-01", "2023-05-14")),
    ("Over the past two years it lost money.", "the past two years", ("2021-11-09", "2023-11-09")),
]
# "today's" is a day only of what has a day: not of the music that we hear nowadays
GENITIVES = [
    ("The prize is out of touch with today's music.", "today", None),
    ("He finds today's rules absurd.", "today", None),
    ("Few of today's best tech firms existed then.", "today", None),
    ("She builds tomorrow's engines.", "tomorrow", None),
    ("Today’s hearing was short.", "Today", "2023-11-09"),
    ("In today's second closed session the board will vote.", "today", "2023-11-09"),
    ("Tomorrow's vote is open.", "Tomorrow", "2023-11-10"),
    ("The last hearing was long; today's is short.", "today", "2023-11-09"),
]

# the same kinds once more, written after the rules; only one rule was changed for them
VARIANTS = [
    ("Norway beat Sweden on penalties on Tuesday.", "Tuesday", "2023-11-07"),
    ("The investors bet heavily on copper on Friday.", "Friday", "2023-11-03"),
    ("The storm split the pier in two on Monday.", "Monday", "2023-11-06"),
    ("Councillors cut the grant on Wednesday.", "Wednesday", "2023-11-08"),
    ("Fans burst through the gates on Saturday.", "Saturday", "2023-11-04"),
    ("The two sides will put the deal to members on Monday.", "Monday", "2023-11-13"),
    ("Lions beat Bears in thriller on Sunday", "Sunday", "2023-11-05"),
    ("The inspectors were to visit the mine in April.", "April", "2023-04"),
    ("The minister told MPs in May that the road would open in September.", "May", "2023-05"),
    ("The minister told MPs in May that the road would open in September.", "September", "2023-09"),
    ("They could not begin work until August, the builders said.", "August", "2023-08"),
    ("The court will not rule until February.", "February", "2024-02"),
    ("He vanished on Saturday last.", "Saturday last", "2023-11-04"),
    ("The mill burned down in July last.", "July last", "2023-07"),
    ("The club meets on Friday next.", "Friday next", "2023-11-17"),
    ("She was promoted this past August.", "this past August", "2023-08"),
    ("The hall reopens this coming Saturday.", "this coming Saturday", "2023-11-11"),
    ("They trailed 60-52 after the third quarter but the guard hit three late baskets.", "third quarter", None),
    ("The hosts scored two goals in the first half.", "first half", None),
    ("He gave up smoking as a New Year's resolution.", "New Year's", None),
    ("Children hunted for Easter eggs in the park.", "Easter", None),
    ("They hung Christmas lights over the street.", "Christmas", None),
    ("The pharaoh died in 1213 BC.", "1213 BC", "BC1213"),
    ("1017 Police say the road is open again.", "1017", None),
    ("The climber died in the fall.", "the fall", None),
    ('An email dated 7 March 2019 says: "We sign next week."', "next week", "2019-W11"),
    ("It rained in the last week of June.", "the last week of June", "2023-W26"),
]


@pytest.mark.parametrize(
    ("text", "words", "value"),
    [*PAST_FORMS, *PLANS, *WHICH, *MATCHES, *FEASTS, *ERAS, *LOOKALIKES, *DOCUMENTS, *GENITIVES, *VARIANTS],
)
def test_a_day_is_the_one_that_the_words_mean(nlp: Language, text: str, words: str, value: str | None) -> None:
    times = found(nlp, text)
    near = [told[0] for key, told in times.items() if words in key or key in words]
    calendar = [told for told in near if not told.startswith("P")]
    assert calendar == ([] if value is None else [value]), times


@pytest.mark.parametrize(("text", "words", "days"), STRETCHES)
def test_a_length_with_its_place_has_its_days(nlp: Language, text: str, words: str, days: tuple[str, str]) -> None:
    assert found(nlp, text)[words][1:] == days


BESIDE_A_CLOCK = [
    ("The light was seen just before 6pm on Tuesday.", "BEFORE"),
    ("The fire began shortly after 3am.", "AFTER"),
    ("The gates closed by noon.", "ON_OR_BEFORE"),
    ("The blast was heard at 9.30pm on Sunday.", None),
    ("The alarm rang at about 9.30pm.", "APPROX"),
]


@pytest.mark.parametrize(("text", "mod"), BESIDE_A_CLOCK)
def test_an_hour_that_something_lies_before_or_after_says_so(nlp: Language, text: str, mod: str | None) -> None:
    doc = nlp(text)
    doc._.published = THURSDAY
    assert [time.mod for time in Times()(doc)._.times] == [mod]
