"""Words that a recogniser takes into a name, and names that are none."""

from __future__ import annotations

from time import process_time

import pytest

from generator.language.names.component import Names
from tests.language.test_names import marked


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # a verb is none of the name before it
        ("[PERSON Megan cry] was left . [PERSON Megan] came .", [("Megan", "PERSON"), ("Megan", "PERSON")]),
        ("[PERSON David Emory] left . In it , [GPE Emory states] it .", [("David Emory", "PERSON"), ("Emory", "PERSON")]),
        ("[GPE Moor county] voted .", [("Moor county", "GPE")]),
        # half of a given name is no verb; what a hyphen links to a name is none of it
        ("[PERSON Kim Jong - un] left .", [("Kim Jong - un", "PERSON")]),
        ("[PERSON Moon Jae - in] left .", [("Moon Jae - in", "PERSON")]),
        ("[ORG General Ban Ki - moon] left .", [("Ban Ki - moon", "PERSON")]),
        ("The [PERSON Ann Field - era] rule fell .", [("Ann Field", "PERSON")]),
        # offices, styles, parties, weekdays
        ("The [PERSON Special Counsel] left .", []),
        ("[PRODUCT Ryanair CEO] left .", [("Ryanair", "ORG")]),
        ("[PERSON Ann Field] , [PRODUCT R-Fla.] , left .", [("Ann Field", "PERSON")]),
        ("He left [PERSON Thursday] .", []),
        ("[PERSON Rt] . Hon . [PERSON Ann Field] left .", [("Ann Field", "PERSON")]),
        ("[PERSON Donald Moor] [PERSON Jr.] left .", [("Donald Moor Jr.", "PERSON")]),
        # links, products, offices alone
        ("The [PERSON Moor-Russia] talks began .", []),
        ("The [ORG MacBook Air] sold .", [("MacBook Air", "PRODUCT")]),
        ("The [ORG Principal Investigator] left .", []),
        ("[ORG West Bank and East Jerusalem] voted .", [("West Bank", "LOC"), ("East Jerusalem", "GPE")]),
        # what is no person by its list or its last word
        ("[PERSON Northrop Grumman] built it .", [("Northrop Grumman", "ORG")]),
        ("[PERSON Chosun Ilbo] wrote .", [("Chosun Ilbo", "ORG")]),
        ("[PERSON Moorly County] voted .", [("Moorly County", "GPE")]),
        ("They crossed the [ORG Black Sea] .", [("Black Sea", "LOC")]),
        ("They left the [ORG West Bank] .", [("West Bank", "LOC")]),
        # a common word beside a person whom the article knows without it
        ("[PERSON James Field] kept memos . [PERSON James Field Memos] leaked .", [("James Field", "PERSON")] * 2),
        ("[PERSON Field] left . [PERSON Anything Field] did broke .", [("Field", "PERSON")] * 2),
        ("[PERSON James Field] left . The [ORG Field Memos] leaked .", [("James Field", "PERSON"), ("Field", "PERSON")]),
        # what a headline goes on with, and what somebody does
        ("[PERSON James Field Is Boss] .", [("James Field", "PERSON")]),
        ("[PERSON Harbour Aide James Field] left .", [("James Field", "PERSON")]),
        # a country in a name of nobody
        ("[PERSON Telecom Norway] won .", [("Telecom Norway", "ORG")]),
    ],
)
def test_a_name_is_cut_to_the_name(text: str, names: list[tuple[str, str]]) -> None:
    doc = Names()(marked(text))
    assert [(ent.text, ent.label_) for ent in doc.ents] == names


def test_many_names_that_begin_alike_take_linear_time() -> None:
    many = 1000
    doc = marked(" ".join(f"[PERSON John Moor{n}] left . [PERSON John] came ." for n in range(many)))
    began = process_time()
    assert len(Names()(doc).ents) == 2 * many
    assert process_time() - began < 5  # a square of it takes minutes


def test_a_list_that_never_ends_is_no_name() -> None:
    assert not Names()(marked(f"[PERSON {'John ' * 4000}Field] left .")).ents
