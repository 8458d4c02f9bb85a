"""What is told in the main event's own words, whoever says so, is no other event of its day."""

from __future__ import annotations

import pytest

from generator.dossier import assemble
from generator.dossier.stories import chronology
from tests.dossier.stories import Told, one_word_one_event, story


@pytest.fixture(autouse=True)
def by_word(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(chronology, "clusters", one_word_one_event())


def burned(sentence: str) -> Told:
    return Told(sentence, "burned", "Sunday", "2020-05-03")


LEADS = (
    burned("Tall flames were seen for miles as the old paper mill by the canal in Velden burned down on Sunday."),
    burned("An old paper mill on the canal at Velden burned on Sunday amid tall flames."),
)


@pytest.mark.parametrize(
    ("said", "own"),
    [
        ("Ada Kroll said on Sunday that tall flames burned the old paper mill by the canal in Velden.", False),
        ("Ada Kroll said on Sunday that two schools and a bakery nearby will stay shut.", True),
    ],
)
def test_what_is_told_in_the_words_of_the_leads_is_what_they_tell(said: str, own: bool) -> None:
    told = Told(said, "said", "Sunday", "2020-05-03", by="Ada Kroll")
    later = [Told(f"Crane {n} stood idle until ten.", "stood") for n in range(3)]
    articles = [story("a", "2020-05-04", LEADS[0], *later, told), story("b", "2020-05-04", LEADS[1])]
    entries = [h for h in assemble(articles, "Mill").happenings if h.listed]
    assert {h.tellings[0].trigger.text for h in entries} == {"burned", *(["said"] if own else [])}
