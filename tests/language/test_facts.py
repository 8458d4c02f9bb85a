"""Key facts: an article in a few lines, and what a busy reader gets of it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.language import Language
from spacy.tokens import Doc

from generator.language import document, load
from generator.language.facts.candidates import Candidate
from generator.language.facts.ranking import Ranked, chosen
from generator.language.words import words_of
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs

STORY = """Bridge collapse in Aldmouth kills nine

At least nine people were killed when a bridge collapsed in Aldmouth on Friday, police said.

But rescuers found two children alive. He thanked them. What went wrong?

Image copyright AFP Image caption The bridge before it fell

Meanwhile, the bridge opened in 1909 and carried 40,000 cars a day. Mayor Ann Field said that the bridge had been inspected in May.

At least nine people were killed on Friday when the bridge collapsed."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def read(nlp: Language, text: str, title: str | None = None) -> Doc:
    article = Article("a", text, Metadata(title=title, published=date(2016, 7, 16)), paragraphs(text, title))
    return nlp(document(nlp, article))


def facts(nlp: Language, text: str, title: str | None = None) -> list[str]:
    return [text[f.start : f.end] for f in read(nlp, text, title)._.facts]


@pytest.fixture(scope="module")
def told(nlp: Language) -> list[str]:
    return facts(nlp, STORY, "Bridge collapse in Aldmouth kills nine")


def test_the_news_comes_first(told: list[str]) -> None:
    assert told[0].startswith("At least nine people were killed when a bridge collapsed in Aldmouth")


def test_nothing_twice_in_other_words(told: list[str]) -> None:
    assert sum("nine people were killed" in fact for fact in told) == 1


def test_a_slice_starts_after_its_connective(told: list[str]) -> None:
    assert any(fact.startswith("rescuers found two children alive") for fact in told)


def test_what_needs_the_sentence_before_is_left_out(told: list[str]) -> None:
    assert not any(fact.startswith(("He ", "But ", "Meanwhile")) for fact in told)


def test_questions_captions_and_the_headline_are_no_facts(told: list[str]) -> None:
    joined = " ".join(told)
    assert "went wrong" not in joined
    assert "caption" not in joined
    assert "kills nine" not in joined


def test_a_claim_names_who_claims_it(nlp: Language) -> None:
    text = "At least nine people were killed when a bridge collapsed in Aldmouth on Friday, police said."
    doc = read(nlp, text)
    assert doc._.facts[0].kind == "statement"
    assert text[slice(*doc._.facts[0].claimed_by)] == "police"


def test_a_dateline_is_no_part_of_a_fact(nlp: Language) -> None:
    assert facts(nlp, "ALDMOUTH, July 15 (AP) — A bridge collapsed in the harbour on Friday.")[0].startswith("A bridge")


@pytest.mark.parametrize(
    ("text", "fact"),
    [
        # datelines of other shapes
        ("Aldmouth, Norland — The bridge over the harbour fell on Friday.", "The bridge over the harbour fell on Friday."),
        ("(CNN) The bridge over the harbour fell on Friday.", "The bridge over the harbour fell on Friday."),
        ("Friday, July 15, 2016 The bridge over the harbour fell.", "The bridge over the harbour fell."),
        # marks of notes
        (
            "Ann Field opened the bridge over the harbour in 1909. [2] [3]",
            "Ann Field opened the bridge over the harbour in 1909.",
        ),
        # "this" of a time means the day of publication
        (
            "This past week marked the opening of the harbour by Ann Field.",
            "This past week marked the opening of the harbour by Ann Field.",
        ),
        # an adjective is no reference
        ("Former mayor Ann Field opened a bridge on Friday.", "Former mayor Ann Field opened a bridge on Friday."),
    ],
)
def test_a_fact_is_the_sentence_without_what_surrounds_it(nlp: Language, text: str, fact: str) -> None:
    assert facts(nlp, text)[0] == fact


@pytest.mark.parametrize(
    "text",
    [
        "If the storm lasts, the harbour trust will close the old bridge.",
        "Even if the storm ends, the trust will close the bridge and the mayor will resign.",
        "The harbour trust will close the old bridge on Friday, unless the storm ends.",
    ],
)
def test_a_condition_is_never_cut_off(nlp: Language, text: str) -> None:
    assert facts(nlp, text) == [text]


def test_a_torn_sentence_is_whole_again(nlp: Language) -> None:
    text = "Sen. Ann Field met the harbour chief Bo Reed on Friday. The talks lasted two hours."
    doc = read(nlp, text)
    words = words_of(doc)
    at, (first, last) = words.text.index("Bo"), words.sentences[0]
    words.sentences[:1] = [(first, at), (at, last)]  # as a parser errs
    nlp.get_pipe("briefing_facts")(doc)
    assert any(text[f.start : f.end] == "Sen. Ann Field met the harbour chief Bo Reed on Friday." for f in doc._.facts)


def test_an_order_is_no_fact(nlp: Language) -> None:
    assert facts(nlp, "Read the report of the harbour trust before Friday.") == []


@pytest.mark.parametrize(
    "fragment",
    [
        "Is the first mayor in years to not open the harbour.",  # who?
        "Then came a long winter of storms over the harbour.",
        "Harbour tickets given to the guests of the trust.",
        "Not that the guests of the trust will open it.",
        "Bridge closed, but the harbour still open as",  # a torn line
        "Only the people of the harbour have to.",
    ],
)
def test_a_fragment_is_no_fact(nlp: Language, fragment: str) -> None:
    text = f"{fragment}\n\nThe harbour trust closed the old bridge on Friday."
    assert facts(nlp, text) == ["The harbour trust closed the old bridge on Friday."]


def test_the_second_main_clause_can_stand_alone() -> None:
    clause = [Candidate(0, 3, 0, 0), Candidate(4, 8, 0, 0, ("joined",)), Candidate(9, 12, 1, 1), Candidate(13, 16, 2, 2)]
    words = [{"bridge", "fall"}, {"mayor", "resign"}, {"bridge", "fall", "friday"}, {"trust", "pay"}]
    ranked = [Ranked(c, weight, frozenset(w)) for c, weight, w in zip(clause, (3.0, 2.0, 1.5, 0.5), words, strict=True)]
    picked = chosen(ranked)
    # neither another slice of the same sentence nor the same again in other words
    assert [r.candidate.first for r in picked] == [0, 13]


def test_what_is_new_goes_before_what_is_half_said() -> None:
    words = ("abcd", "aefg", "mnop")
    ranked = [
        Ranked(Candidate(n, n + 1, n, n), w, frozenset(c))
        for n, (w, c) in enumerate(zip((3.0, 2.0, 1.6), words, strict=True))
    ]
    assert [r.candidate.first for r in chosen(ranked)] == [0, 2, 1]


def test_no_layer_reads_page_furniture(nlp: Language) -> None:
    text = f"{STORY}\n\nThe old pier before Ann Field said it would fall on Friday. Image: Bo Reed."
    doc = read(nlp, text)
    end = len(STORY)
    assert all(mention.end <= end for entity in doc._.entities for mention in entity.mentions)
    assert all(event.trigger[1] <= end for event in doc._.events)
    assert all(quote.content[0][1] <= end for quote in doc._.quotes)


@pytest.mark.parametrize("said", ["On Friday I opened the old bridge.", "Bo Reed, you have opened the old bridge."])
def test_who_speaks_and_to_whom_lowers_the_worth_of_what_is_said(nlp: Language, said: str) -> None:
    plain, spoken = (read(nlp, text)._.facts[0] for text in ("On Friday Ann opened the old bridge.", said))
    assert spoken.score < plain.score - 0.1


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        # what was so before what was not
        ("Ann Field has opened the old bridge.", "Ann Field has not opened the old bridge."),
        # one statement before several
        ("The trust opened the bridge and the pier.", "The trust opened the bridge; the pier was closed."),
    ],
)
def test_a_fact_says_one_thing_that_is_so(nlp: Language, better: str, worse: str) -> None:
    assert read(nlp, better)._.facts[0].score > max(fact.score for fact in read(nlp, worse)._.facts)


def test_without_a_headline_the_first_fact_says_what_the_article_is_about(nlp: Language) -> None:
    text = """Some people rise early to fish with old friends from school.

The harbour bridge of Aldmouth was closed by the harbour trust on Friday.

The harbour trust of Aldmouth will mend the harbour bridge in May. The harbour bridge of Aldmouth is older than the harbour trust.

Visitors to the harbour of Aldmouth like the old bridge, and the trust of Aldmouth lives on the bridge."""
    assert "harbour bridge" in facts(nlp, text)[0]
    assert facts(nlp, text, "Early risers")[0].startswith("Some people")


LIFE = """Ann Field (born 3 May 1950) is a Norlandic architect.

Field grew up in Aldmouth, where her father kept an inn by the harbour. She studied in Norvik and worked there for ten years.

%s

Field has lived in Norvik with her family since the harbour was closed."""


@pytest.mark.parametrize(
    "renown",
    [
        "She is best known for the long bridges that she built over the harbours of the north.",
        "However, she is remembered as the first woman to build a bridge over a harbour of the north.",
        "She rose to prominence with the long bridge that she built over the harbour of Norvik.",
        "Her best known works include the long bridge over the harbour of Norvik and the tower of Saint Olaf.",
    ],
)
def test_a_biography_tells_who_it_is_and_what_for(nlp: Language, renown: str) -> None:
    text = LIFE % renown
    doc = read(nlp, text, "Ann Field")
    told = {text[fact.start : fact.end]: fact for fact in doc._.facts}
    assert next(iter(told)).startswith("Ann Field")
    assert told[renown.removeprefix("However, ")].referents[0].entity == "e1"  # "she [Ann Field]"


def test_of_statements_that_open_with_a_pronoun_a_biography_gives_one(nlp: Language) -> None:
    told = facts(nlp, LIFE % "She is best known for her long bridges. She is famous for her many towers, too.", "Ann Field")
    assert [fact for fact in told if fact.startswith("She")] == ["She is best known for her long bridges."]


def test_what_somebody_is_known_for_needs_a_name_in_other_articles(nlp: Language) -> None:
    text = "The mayor met Ann Field in Aldmouth on Friday. She is best known for her long bridges."
    assert facts(nlp, text) == ["The mayor met Ann Field in Aldmouth on Friday."]


@pytest.mark.parametrize(
    "line", ["Ann Fíeld closes bridge in Aldmouth.", "Ann Field closes bridge in Aldmouth Friday, July 15, 2016"]
)
def test_the_headline_again_is_no_fact(nlp: Language, line: str) -> None:
    story = "The mayor opened the old harbour on Friday."
    assert facts(nlp, f"{line}\n\n{story}", "Ann Field closes bridge in Aldmouth") == [story]
    assert facts(nlp, f"By the harbour\n\n{line}\n\n{story}", "Ann Field closes bridge in Aldmouth") == [story]


@settings(max_examples=25, deadline=None)
@given(
    st.lists(st.sampled_from([*STORY.split("\n\n"), "“", "He said so", "\t", "—", "It is “open"]), max_size=6).map(
        "\n\n".join
    )
)
def test_every_fact_is_a_slice_of_the_story(nlp: Language, text: str) -> None:
    doc = read(nlp, text)
    for fact in doc._.facts:
        assert 0 <= fact.start < fact.end <= len(text)
        assert text[fact.start : fact.end].strip() == text[fact.start : fact.end]
        assert all(fact.start <= figure.start < figure.end <= fact.end for figure in fact.figures)
        assert all(fact.start <= referent.start < referent.end <= fact.end for referent in fact.referents)


def test_a_plural_title_ends_no_fact(nlp: Language) -> None:
    text = (
        "The Senate voted on Thursday. Two Democrats, Sens. Joe Marsh and Lee Kim, joined all 50 Republicans in opposing it."
    )
    doc = read(nlp, text)
    assert not any(text[fact.start :].startswith("Joe Marsh") for fact in doc._.facts)


def test_no_article_claims_its_own_facts(nlp: Language) -> None:
    text = "As we have reported, Norvik pledged ten ships to the navy last year. The minister said that she had bought an old pier."
    claimed = {text[f.start : f.end]: f.claimed_by and text[slice(*f.claimed_by)] for f in read(nlp, text)._.facts}
    assert claimed["Norvik pledged ten ships to the navy last year."] is None
    assert "The minister" in claimed.values()


def test_what_is_no_part_of_the_story_is_no_fact(nlp: Language) -> None:
    story = (
        "The ferry Maren sank off Mallaig on Friday with ninety passengers aboard. Lifeboats took all passengers of the ferry "
        "to Mallaig. The ferry had left Mallaig in heavy seas. "
    )
    teaser, other = (
        "Harbour Lights Two: The festival is real, and it comes in May.",
        "Growing roses needs patience and good soil.",
    )
    found = facts(nlp, f"{story}The owner of the ferry mourned.\n\n{teaser}\n\n{other}")
    assert any("Maren" in text for text in found)
    assert not any("festival" in text or "roses" in text for text in found)


def test_no_name_stands_beside_a_fact_for_a_pronoun_that_may_mean_another(nlp: Language) -> None:
    text = (
        "Mr Carl Oster denied that the council had ignored warnings about the pier.\n\n"
        "Norland Police arrested the driver on suspicion of careless driving on Friday and later released him on bail."
    )
    doc = read(nlp, text)
    names = {entity.id: entity.name for entity in doc._.entities}
    (arrest,) = [fact for fact in doc._.facts if "arrested" in doc.text[fact.start : fact.end]]
    assert [names[e] for e in arrest.entities] == ["Norland Police"]
