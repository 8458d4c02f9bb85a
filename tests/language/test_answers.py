"""The five Ws and how of a short article."""

from __future__ import annotations

from datetime import date

import pytest
from spacy.language import Language

from generator.language import document, load
from generator.language.answers.causes import MARKERS, Marker, why
from generator.language.answers.ranking import Candidate, Question, likeliest
from generator.language.answers.story import story
from generator.sources.article import Article, Metadata
from generator.sources.paragraphs import paragraphs

TITLE = "Harbour fire: Ann Field opens shelter in Aldmouth"
STORY = f"""{TITLE}

Mayor Ann Field opened a shelter in Aldmouth on Friday because the fire destroyed forty homes. The shelter has beds for two hundred
people. Last year's budget had no money for it, said Bo Reed of the Harbour Trust."""


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def answers(nlp: Language, text: str, title: str | None) -> dict[str, list[str]]:
    article = Article("a", text, Metadata(title=title, published=date(2016, 7, 16)), paragraphs(text, title))
    found = nlp(document(nlp, article))._.answers
    return {q: [text[s:e] for s, e in getattr(found, q)] for q in ("who", "what", "when", "where", "why", "how")}


@pytest.fixture(scope="module")
def told(nlp: Language) -> dict[str, list[str]]:
    return answers(nlp, STORY, TITLE)


def test_who_is_the_subject_of_the_headline(told: dict[str, list[str]]) -> None:
    assert told["who"][0] == "Ann Field"


def test_what_is_its_predicate(told: dict[str, list[str]]) -> None:
    assert told["what"][0].startswith("opens shelter")


def test_when_is_the_day_of_the_main_event(told: dict[str, list[str]]) -> None:
    assert told["when"][0] == "Friday"


@pytest.mark.parametrize(
    "text",
    [
        "Nine people died in the capsizing of a ferry, rescuers announced on Friday. The boat went down on Thursday near Aldmouth.",
        "Rescuers said on Friday that nine people had died. The boat went down on Thursday evening near the harbour of Aldmouth.",
    ],
)
def test_the_day_of_telling_comes_after_the_day_of_what_is_told(nlp: Language, text: str) -> None:
    found = answers(nlp, f"Ferry sinks\n\n{text}", "Ferry sinks")["when"]
    assert found[0].startswith("Thursday")
    assert found[1] == "Friday"


def test_the_day_of_telling_answers_where_no_other_is_told(nlp: Language) -> None:
    text = "Ferry sinks\n\nNine people died in the capsizing of a ferry, rescuers announced on Friday."
    assert answers(nlp, text, "Ferry sinks")["when"] == ["Friday"]


def test_where_follows_a_locative_preposition(told: dict[str, list[str]]) -> None:
    assert told["where"][0] == "Aldmouth"


def test_why_is_what_because_opens(told: dict[str, list[str]]) -> None:
    assert told["why"][0].startswith("the fire destroyed forty homes")


def test_a_question_without_evidence_stays_unanswered(nlp: Language) -> None:
    found = answers(nlp, "Ann Field sings. The song is old.", None)
    assert found["when"] == found["why"] == []


@pytest.mark.parametrize("text", ["", "\n\n", "Share", "?", "“"])
def test_nothing_to_answer(nlp: Language, text: str) -> None:
    assert not any(answers(nlp, text, None).values())


def test_what_somebody_tells_is_the_news_of_a_headline_that_ends_with_the_teller(nlp: Language) -> None:
    title = "Norland against all tolls, Field tells Reed"
    found = answers(nlp, f"{title}\n\nAnn Field told Bo Reed on Friday that Norland was against all tolls.", title)
    assert found["what"][0] == "Norland against all tolls"


def test_what_does_not_end_inside_a_phrase_or_a_quotation(nlp: Language) -> None:
    text = "Moorfield ended a long and painful drought to win the Norland Harbour Cup on Friday. The fans sang."
    assert answers(nlp, text, None)["what"][0].split()[-1] in {"drought", "Cup"}
    text = "Ann Field called the new toll a “very deep and lasting wound” on Friday. Bo Reed left."
    what = answers(nlp, text, None)["what"][0]
    assert what.count("“") == what.count("”")


def test_who_is_the_head_of_a_long_subject_and_no_dateline(nlp: Language) -> None:
    text = "ALDMOUTH, Norland -- An explosion outside the old customs house in the city of Aldmouth killed two people on Friday."
    assert answers(nlp, text, None)["who"][0].endswith("explosion")


def test_no_answer_is_given_twice(nlp: Language) -> None:
    found = answers(nlp, "Ann Field won in Aldmouth. Ann Field sang in Aldmouth. Ann Field left Aldmouth.", None)
    assert len({*found["who"]}) == len(found["who"])


def test_what_keeps_negations_and_modals(nlp: Language) -> None:
    assert answers(nlp, "Norland will not leave the union. Bo Reed said so.", None)["what"][0] == "will not leave the union"
    assert answers(nlp, "The Norland army would take over. Bo Reed said so.", None)["what"][0] == "would take over"


HOW = [
    ("Thieves enter museum", "Thieves entered the museum of Aldmouth by climbing over a wall.", "by climbing over a wall"),
    # who did it, and what was done to something else, are no means
    ("Museum robbed", "The museum was robbed by two thieves with a ladder.", ""),
    ("Museum robbed", "The museum was robbed. Bo Reed made a fortune by selling shoes.", ""),
]


@pytest.mark.parametrize(("title", "text", "means"), HOW)
def test_how_it_was_done_is_only_what_somebody_did_it_by_doing(nlp: Language, title: str, text: str, means: str) -> None:
    assert "".join(answers(nlp, f"{title}\n\n{text}", title)["how"]) == means


@pytest.mark.parametrize(
    ("text", "question", "answer"),
    [
        ("Police named the victims of the Leeds tram crash on Friday. Bo Reed was one.", "where", "Leeds"),
        ("Ann Field sang outside the hall. She was disappointed with the vote.", "why", "disappointed with the vote"),
        (
            "Moorfield are champions after a late victory over Aldmouth. The fans sang.",
            "why",
            "a late victory over Aldmouth",
        ),
    ],
)
def test_places_and_reasons_further_down(nlp: Language, text: str, question: str, answer: str) -> None:
    assert answers(nlp, text, None)[question][0] == answer


CUT = [
    ("the old wooden pier was most closely tied to the houses beside it", "the old wooden pier was most closely tied"),
    ("the wind from the sea blew sparks across from the pier", "the wind from the sea blew sparks across"),
    ("sparks from one old pier fell on the wooden houses beside it", "sparks from one old pier fell"),
]


@pytest.mark.parametrize(("reason", "answer"), CUT)
def test_no_answer_ends_in_the_middle_of_a_phrase(nlp: Language, reason: str, answer: str) -> None:
    title = "Harbour fire destroys forty homes"
    text = f"{title}\n\nA fire destroyed forty homes on Friday because {reason}."
    assert answers(nlp, text, title)["why"][0] == answer


def test_a_team_is_no_place(nlp: Language) -> None:
    title = "Reds beat Cleveland Indians"
    text = f"{title}\n\nReds fans sang all night as Cleveland Indians lost on Friday."
    assert answers(nlp, text, title)["where"] == []


CAUSES = {
    "motive for": "retaliation for the raid",
    "motive": "revenge",
    "origin": "a faulty heater",
    "because": "the flood",
    "result of": "the pay freeze",
    "feeling": "angry at the new tax blocked the road",
    "due to": "heavy rain",
    "turn": "a late victory over Moorfield",
    "headline after": "auditors find a hole",
    "reaction": "the ruling",
    "purpose": "to meet Ann Field",
    "caused": "A faulty heater",
    "opener": "a strike of the pilots",
    "named": "the new tax",
    "aim": "to win over the board",
    "charged": "for the theft of a tram",
    "quarrel": "the leak of a letter",
    "after": "the court ruled against her",
    "in order to": "to pay its debts",
}


def test_a_dateline_says_where(nlp: Language) -> None:
    title = "Snow breaks record"
    text = f"{title}\n\nALDMOUTH, Norland — More snow fell on Friday than in any year since records began."
    assert answers(nlp, text, title)["where"] == ["ALDMOUTH, Norland"]


def test_the_likeliest_candidate_comes_first_and_an_unlikely_one_not_at_all() -> None:
    asked = Question(-2.0, 0.3, {("good",): 3.0, ("better", 1): 4.0})
    spans = {"good": (0, 3), "better": (5, 8), "poor": (9, 12)}
    features = {"good": (("good",),), "better": (("better", 1),), "poor": (("other",),)}
    found = likeliest(asked, [Candidate(spans[name], features[name]) for name in ("poor", "good", "better")])
    assert found == [spans["better"], spans["good"]]


@pytest.mark.parametrize("marker", MARKERS, ids=lambda marker: marker.name)
def test_each_marker_of_a_cause_finds_its_example(nlp: Language, marker: Marker) -> None:
    title = marker.example if marker.name == "headline after" else None
    rest = "\n\nAnn Field spoke in Oslo." if title else " Bo Reed said so."
    article = Article("a", marker.example + rest, Metadata(title=title), paragraphs(marker.example + rest, title))
    told = story(nlp(document(nlp, article)))
    found = {article.text[slice(*each.span)] for each in why(told) if ("marker", marker.name) in each.features}
    assert CAUSES[marker.name] in found


WHO = [
    # the teller stands behind: British headlines
    (
        "Prize 'woefully out of touch', say female singers",
        "Singers wrote a letter to the jury of the prize.",
        "female singers",
    ),
    ("Prize is a farce, says Ann Field", "Ann Field left the jury.", "Ann Field"),
    # a name that only says which people
    ("Former Acme and Brill workers fight the merger", "Some workers fight the merger.", "Former Acme and Brill workers"),
    (
        "Merger stopped",
        "Astronauts aboard the Space Station stopped the leak on Friday.",
        "Astronauts aboard the Space Station",
    ),
]


@pytest.mark.parametrize(("title", "story", "who"), WHO)
def test_who_it_was_and_not_what_is_named_beside(nlp: Language, title: str, story: str, who: str) -> None:
    assert who in answers(nlp, f"{title}\n\n{story}", title)["who"][:2]


def test_what_does_not_end_before_the_thing_that_somebody_owns(nlp: Language) -> None:
    title = "Bo Reed sounds off at length on Ann Field's 'Long Night' accident"
    told = answers(nlp, f"{title}\n\nBo Reed was angry at a film.", title)["what"][0]
    assert told.startswith("sounds off")
    assert not told.endswith("Ann Field")


NOWHERE = [
    ("The ferry is the longest yet, said Bo Reed, a diver in the Aldmouth Harbour Foundation.", "Foundation"),
    ("The town was taken in the Border War.", "War"),
    ("He teaches at University in the north.", "University"),
]


@pytest.mark.parametrize(("story", "name"), NOWHERE)
def test_a_body_or_a_war_is_no_place(nlp: Language, story: str, name: str) -> None:
    assert not any(name in place for place in answers(nlp, f"Rocket starts\n\n{story}", "Rocket starts")["where"])


def test_the_order_of_features_changes_no_estimate() -> None:
    weights = {("far", n): 1e16 * (-1) ** n for n in range(20)} | {("near", n): 0.1 for n in range(10)}
    candidate = Candidate((0, 1), (*weights, ("near", 1)))
    assert Question(0.0, 0.5, dict(weights)).estimate(candidate) == Question(1.0, 0.5, {}).estimate(candidate)


@pytest.mark.parametrize(
    ("text", "purposes"),
    [
        ("Rovers beat Moorfield on Sunday to reach the cup final.", 0),
        ("The rower lived quietly to become a judge.", 0),
        ("Acme sold the mill on Sunday to pay its debts.", 1),
    ],
)
def test_how_it_turned_out_is_no_reason(nlp: Language, text: str, purposes: int) -> None:
    article = Article("a", text, Metadata(title=None), paragraphs(text, None))
    told = story(nlp(document(nlp, article)))
    assert sum(("marker", "in order to") in each.features for each in why(told)) == purposes
