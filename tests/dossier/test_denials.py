"""What one side tells and another denies, by every form of denial; and verbs of denial that contradict nobody."""

from __future__ import annotations

import pytest

from generator.dossier.differences.denied import FORMS, denied
from tests.dossier.test_details_differ import differences


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_each_form_finds_what_its_example_denies(form) -> None:  # type: ignore[no-untyped-def]
    found = denied(form.example)
    assert found is not None
    assert found.form.name == form.name
    assert form.example[found.start : found.end]


@pytest.mark.parametrize(
    ("sentence", "what"),
    [
        ("The mayor flatly denied that he had met the builders, calling it a lie.", "he had met the builders"),
        ("The club dismissed reports that its captain will leave, and said he is happy.", "its captain will leave"),
        ("The surgeon disputes claims by two nurses that he had been drinking.", "he had been drinking"),
        ("The striker brushed aside rumours he had failed a test.", "he had failed a test"),
        ("Lumex has repeatedly denied using child labour in its mines.", "using child labour in its mines"),
        ("The senator denied any involvement in the sale of the land.", "involvement in the sale of the land"),
        ("Allegations of vote buying are completely baseless, the party said.", "vote buying"),
        ("The pilot insisted he was not asleep at the controls.", "asleep at the controls"),
        ("Both men pleaded not guilty to smuggling ivory.", "smuggling ivory"),
    ],
)
def test_what_is_denied(sentence: str, what: str) -> None:
    found = denied(sentence)
    assert found is not None
    assert sentence[found.start : found.end] == what


@pytest.mark.parametrize(
    "sentence",
    [
        "The judge denied the motion for a new trial.",
        "The driver was denied a licence in May.",
        "The bank denied the firm further loans.",
        "Nobody can deny that the harvest was poor.",
        "He did not deny that he had taken the money.",
        "The board rejected the offer of Lumex.",
        "Workers are in a dispute over pay.",
        "The court dismissed the suit in June.",
        "Insurers may deny coverage to the sick.",
        "Did the treasurer deny taking the money?",
        "The treasurer first denied taking the money but later admitted it.",
    ],
)
def test_what_denies_nothing(sentence: str) -> None:
    assert denied(sentence) is None


@pytest.mark.parametrize(
    ("told", "denial"),
    [
        (
            "The goalkeeper Karl Ames was long rumoured to be the masked painter.",
            "Karl Ames discounted rumours that he was the masked painter.",
        ),
        (
            "Olga Brandt has been charged with stealing two paintings.",
            "Olga Brandt pleaded not guilty to stealing two paintings.",
        ),
        ("Prosecutors accused the builder Dov Harel of bribery.", "The builder Dov Harel denied any wrongdoing on Monday."),
        (
            "The dam at Orvane leaked poison into the river for a year, villagers said.",
            "The owner of the dam at Orvane disputed claims that it leaked poison into the river.",
        ),
    ],
)
def test_who_tells_it_and_who_denies_it(told: str, denial: str) -> None:
    (found,) = differences(told, denial)
    assert found.kind == "claim"
    assert {v.value: [p.text for p in v.passages] for v in found.values} == {"told": [told], "denied": [denial]}


def test_a_claim_that_only_its_denial_tells_is_no_difference() -> None:
    denial = "The studio denied reports that its founder had sold his shares, a newspaper wrote."
    assert differences(denial) == ()
    assert differences(denial, "The studio opened a theatre in Karl.") == ()
    assert differences(denial, denial) == ()


@pytest.mark.parametrize(
    ("why", "other", "denial"),
    [
        (
            "of another person",
            "Olga Brandt has been charged with stealing two paintings.",
            "Karl Ames pleaded not guilty to stealing two paintings.",
        ),
        ("no charge", "The builder Dov Harel won a prize.", "The builder Dov Harel denied any wrongdoing on Monday."),
        (
            "of another charge",
            "Olga Brandt has been charged with arson.",
            "Olga Brandt pleaded not guilty to stealing two paintings.",
        ),
        (
            "of a charge in another case",
            "Prosecutors accused the builder Dov Harel of bribery.",
            "In a separate case the builder Dov Harel denied any wrongdoing.",
        ),
        (
            "told of another charge",
            "The builder Dov Harel was charged with bribery in another town.",
            "The builder Dov Harel denied any wrongdoing on Monday.",
        ),
        (
            "only the people are the same",
            "Karl Ames is alleged to have met Dov Harel and Ida Moe.",
            "Olga Brandt denied that Karl Ames had paid Dov Harel and Ida Moe.",
        ),
        (
            "convicted of something before",
            "Olga Brandt was convicted of stealing two paintings in 1998.",
            "Olga Brandt pleaded not guilty to stealing two paintings.",
        ),
        (
            "a name that is only spoken of",
            "Karl Ames collects the works of the masked painter.",
            "Karl Ames insisted he was not the masked painter.",
        ),
        (
            "refused, not denied",
            "The council is seeking funding for the school sports hall.",
            "The council denied funding for the school sports hall.",
        ),
        (
            "a right that is refused",
            "The airline has landing rights at Dorne airport, Norland says.",
            "Norland denied landing rights for the airline at Dorne airport.",
        ),
    ],
)
def test_what_a_denial_is_not_of(why: str, other: str, denial: str) -> None:
    assert differences(other, denial) == (), why
