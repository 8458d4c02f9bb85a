"""What a verb of speech reports, and whose report it is: what leads in to a clause, what nobody said, and who is spoken of."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.language import document, load
from generator.language.setup.annotation import COMPONENTS
from generator.sources import from_bytes

Said = tuple[str, str | None]


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = load()
    for name in COMPONENTS:
        if name not in {"briefing_coreference", "briefing_quotes"}:
            pipeline.disable_pipe(name)
    return pipeline


def speakers(nlp: Language, text: str) -> list[Said]:
    """What is said, with a bar where a tag parts it, and by whom."""
    doc = nlp(document(nlp, from_bytes(text.encode(), ".txt", "a", "a.txt").article))
    names = {entity.id: entity.name for entity in doc._.entities}
    return [(" | ".join(text[a:b] for a, b in quote.content), names.get(quote.speaker or "")) for quote in doc._.quotes]


def words(nlp: Language, text: str) -> list[str]:
    return [content for content, _ in speakers(nlp, text)]


@pytest.mark.parametrize(
    "text",
    [
        "Even as the water rose, Nora Blum told a crowd in Leeds that she would stay.",
        "Two hours after the vote, Nora Blum announced a new plan for the port.",
        "A former diver, Nora Blum said she would go down herself.",
        "Nora Blum likes to swim in the harbour, as she did last year by announcing a race.",
        "In the meantime, as Nora Blum continues to look for money, the pier rots.",
    ],
)
def test_what_leads_in_to_a_clause_is_no_statement(nlp: Language, text: str) -> None:
    opening = text.split(",")[0]
    assert not any(opening in content for content in words(nlp, text))


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Even if the dam leaks, Nora Blum said, the town is safe.", ["Even if the dam leaks | the town is safe"]),
        ("The dam, Nora Blum said, is safe.", ["The dam | is safe"]),
        ("The dam is safe, Nora Blum said.", ["The dam is safe"]),
        ("Six million jobs also depend on the ports, Nora Blum says.", ["Six million jobs also depend on the ports"]),
    ],
)
def test_what_stands_before_a_tag_is_one(nlp: Language, text: str, said: list[str]) -> None:
    assert words(nlp, text) == said


@pytest.mark.parametrize(
    "text",
    [
        "Ivan Kolar did not say that the bridge was safe.",
        "Ivan Kolar has never said whether he would run.",
        "Ivan Kolar declined to comment on the lawsuit.",
        "Ivan Kolar seems to think the bridge is safe.",
        "Ivan Kolar is expected to announce that the mill will close.",
        "If Ivan Kolar says that the vote was rigged, nobody will listen.",
        "Why had Ivan Kolar claimed that the bridge was safe?",
        "Ivan Kolar must decide what price he will ask.",
        "Neither Ivan Kolar nor his lawyer would say whether he would appeal.",
        "Ivan Kolar runs a prize called the Long Road to Norwick.",
        "Ivan Kolar called his mother, Jana, after the crash.",
    ],
)
def test_what_is_not_said_is_no_quotation(nlp: Language, text: str) -> None:
    assert words(nlp, text) == []


def test_not_only_said_is_said(nlp: Language) -> None:
    assert speakers(nlp, "Ivan Kolar not only said that the bridge was safe.") == [
        ("that the bridge was safe", "Ivan Kolar")
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Information officer Lars Mohr denied that the divers were paid for the search, saying “this is not true.”",
            ("“this is not true.”", "Lars Mohr"),
        ),
        (
            "Rosa Lind criticised Peter Voss for saying that the fund was empty.",
            ("that the fund was empty", "Peter Voss"),
        ),
        ("Peter Voss was accused by Rosa Lind of “robbing the fund.”", ("“robbing the fund.”", "Rosa Lind")),
        (
            "Peter Voss, said Rosa Lind, who once worked for him, does not forgive.",
            ("Peter Voss | does not forgive", "Rosa Lind"),
        ),
        (
            "The seat has gone from Carl Finch to Rubin to, now, Cross, Rosa Lind said on Friday.",
            ("The seat has gone from Carl Finch to Rubin to, now, Cross", "Rosa Lind"),
        ),
        ("Peter Voss earlier Thursday said that the mill would close.", ("that the mill would close", "Peter Voss")),
        ("The film opens in May, said producer Kate Lowry.", ("The film opens in May", "Kate Lowry")),
    ],
)
def test_whose_report_it_is(nlp: Language, text: str, said: Said) -> None:
    assert said in speakers(nlp, text)


def test_who_is_called_something_does_not_say_it(nlp: Language) -> None:
    assert "Peter Voss" not in {who for _, who in speakers(nlp, "Peter Voss has been called “a danger to the port”.")}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "Rosa Lind said in an interview that the board had “no idea” what to do.",
            ["that the board had “no idea” what to do"],
        ),
        ("Rosa Lind said he was “not a man of words.”", ["he was “not a man of words.”"]),
        (
            "Rosa Lind spoke on Tuesday about the fire, arguing that the owners had been “reckless.”",
            ["that the owners had been “reckless.”"],
        ),
    ],
)
def test_what_is_said_is_whole(nlp: Language, text: str, said: list[str]) -> None:
    assert words(nlp, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        # what goes on behind a tag, whatever its verb
        ("“I was tired,” Rosa Lind remembers. “I slept.”", ("“I was tired,” | “I slept.”", "Rosa Lind")),
        # the verb behind the name
        ("“It was luck,” is how Rosa Lind puts it.", ("“It was luck,”", "Rosa Lind")),
        ("“No comment,” was all that Rosa Lind would say.", ("“No comment,”", "Rosa Lind")),
        # an apposition behind whom somebody speaks for
        ("A spokeswoman for Ms Turner, Lena Sloan, said: “She is fine.”", ("“She is fine.”", "Lena Sloan")),
        # a participle that a tagger takes for a noun
        ("A film shot at the gate showed Spencer shouting, “Open up,” as some people ran.", ("“Open up,”", "Spencer")),
        # whose report it is
        ("The report by Gordon Ash warned that the dam “may not last”.", ("that the dam “may not last”", "Gordon Ash")),
        # a body by the noun of its name
        (
            "“Nobody was hurt,” the Ministry of Transport said. It rained.\n\n“We look into it,” the ministry added.",
            ("“We look into it,”", "Ministry of Transport"),
        ),
        # French marks, twice
        (
            "« Il pleut », grumbled Henri Marchal. « Not on Sundays », answered Claire Besson.",
            ("« Not on Sundays »", "Claire Besson"),
        ),
        # a speech in single marks over paragraphs, with its tag at the end
        (
            "'It flew for an hour.\n\n'It landed on the pier,' Rosa Lind wrote.",
            ("'It flew for an hour. | 'It landed on the pier,'", "Rosa Lind"),
        ),
        # what one said goes on behind "but that"
        (
            "Rosa Lind, who knew them, said the work continued but that basically, “it was dead.”",
            ("the work continued but that basically, “it was dead.”", "Rosa Lind"),
        ),
        # a name behind its verb is the subject
        (
            "Graham Tull blamed the council on Monday. He lost.\n\nAmong those hurt is Victor Sand, a fitter. “I fell,” he said.",
            ("“I fell,”", "Victor Sand"),
        ),
        ('"Where is it?" Rowena Bligh asked. "In my pocket!" Silas Trent yelled.', ('"In my pocket!"', "Silas Trent")),
    ],
)
def test_who_speaks_is_found(nlp: Language, text: str, said: Said) -> None:
    assert said in speakers(nlp, text)


@pytest.mark.parametrize(
    "text",
    [
        "‘We must get rid of guns’ – Norland state senator",  # whose name is not told
        "The so called “green lane” was shut.",
    ],
)
def test_no_name_where_none_is_told(nlp: Language, text: str) -> None:
    assert {who for _, who in speakers(nlp, text)} <= {None}


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("A spokesman for the force at its base in Porthaven, Germany, said that two men had fled.", "Germany"),
        ("Rosa Lind and Peter Voss called it quits in May.", "Peter Voss"),
        ("Peter Voss, who announced his retirement last month, is ill.", "Peter Voss"),
        (
            "PLATT NOT ALL Ben Platt goes home GOODBYE TYRES Rosa Lind admits she cried NANNY DOWN THE AISLE Peter Voss says he will wed",
            "Rosa Lind",
        ),
        ("Rosa Lind knew that the bridge was old.", "Rosa Lind"),
    ],
)
def test_nobody_speaks_where_nothing_is_said(nlp: Language, text: str, who: str) -> None:
    assert who not in {name for _, name in speakers(nlp, text)}


@pytest.mark.parametrize(
    "text",
    [
        # a name is given
        "The divers are forming a group that Nora Blum called the Harbour Watch.",
        'The ship that it calls "Sea Maid," is old.',
        # a demand is made
        "The charity is also calling on dockers to strike.",
        "There will be a push around the issue, with Nora Blum calling on ministers to regulate the ports.",
        "Nora Blum called for the pier to be closed, and went home.",
        "Teachers warn the world of the monster they made.",
        # the article speaks to its reader
        "As the tide falls, a sunken ferry reminds us that time is short.",
        # nobody in particular
        "Some say it is the natural right of sailors to dwell there.",
        "Half of teens say they feel tired.",
        "Dwellers split into two camps, with some insisting it is their right.",
    ],
)
def test_names_demands_and_figures_of_nobody_are_no_quotation(nlp: Language, text: str) -> None:
    assert words(nlp, text) == []


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Nora Blum called Ivan Kolar a liar.", "Ivan Kolar a liar"),
        ("Nora Blum called it “a disgrace” that nobody came.", "it “a disgrace”"),
        (
            "Nora Blum called on ministers to “stop the rot” and close the pier.",
            "ministers to “stop the rot” and close the pier",
        ),
        ("“Half of the teens are tired,” some say.", "“Half of the teens are tired,”"),
    ],
)
def test_labels_and_demands_in_marks_are_quotations(nlp: Language, text: str, said: str) -> None:
    assert said in words(nlp, text)


def test_what_another_said_behind_while_is_not_the_first_one_s(nlp: Language) -> None:
    text = (
        "Ivan Kolar told the Herald last month that he would not let his nephew go to sea, while the investor Nora Blum also recently "
        "said of the mill that “God only knows what it does to us.”"
    )
    assert speakers(nlp, text) == [
        ("that he would not let his nephew go to sea", "Ivan Kolar"),
        ("“God only knows what it does to us.”", "Nora Blum"),
    ]


def test_a_title_like_igen_between_a_name_and_its_verb_is_no_quotation(nlp: Language) -> None:
    text = (
        "“The tide of gloom among young sailors might be caused by their screens,” psychologist Nora Blum, author of the book “iSail” and "
        "coauthor of many studies of the sea, told Harbour Weekly."
    )
    assert speakers(nlp, text) == [
        ("“The tide of gloom among young sailors might be caused by their screens,”", "Nora Blum"),
    ]


def test_a_study_is_its_author_s(nlp: Language) -> None:
    text = "A study by psychologist Nora Blum found that heavy smokers are less happy."
    assert speakers(nlp, text) == [("that heavy smokers are less happy", "Nora Blum")]


SPOKEN = "The Norwick Council said the works would reopen in May. "


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (SPOKEN + "It added that nobody would go.", ("that nobody would go", "Norwick Council")),
        (SPOKEN + "\n\n“We know we can help,” it said.", ("“We know we can help,”", "Norwick Council")),
        (
            "The Norwick Council plans to build a dam.\n\nIt warns that the pier is rotten.",
            ("that the pier is rotten", "Norwick Council"),
        ),
        # not where a paper or another body may be meant
        ("The Norwick Council published a report. It warns that the pier is rotten.", ("that the pier is rotten", None)),
        (SPOKEN + "The Harbour Trust bought a ship. It added that nobody would go.", ("that nobody would go", None)),
        ("The Norwick Council met the Harbour Trust. It said the talks were good.", ("the talks were good", None)),
    ],
)
def test_it_is_the_body_that_spoke_or_acted_last(nlp: Language, text: str, said: Said) -> None:
    assert said in speakers(nlp, text)
