"""Quotations: an article in one line, and what is said in it, by which cue, from which source, by whom."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.language import document, load
from generator.language.annotation import COMPONENTS
from generator.sources import from_bytes

NONE = None


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = load()
    for name in COMPONENTS:
        if name not in {"briefing_coreference", "briefing_quotes"}:
            pipeline.disable_pipe(name)
    return pipeline


def quotes(nlp: Language, text: str) -> list[tuple[str, str, str | None, str | None, str | None]]:
    """(kind, content with " … " between its parts, cue, source, speaker's name) of each quotation."""
    doc = nlp(document(nlp, from_bytes(text.encode(), ".txt", "a", "a.txt").article))
    names = {entity.id: entity.name for entity in doc._.entities}
    return [
        (
            quote.kind,
            " … ".join(text[start:end] for start, end in quote.content),
            quote.cue and text[slice(*quote.cue)],
            quote.source and text[slice(*quote.source)],
            names.get(quote.speaker or ""),
        )
        for quote in doc._.quotes
    ]


# what is said, the cue, the source as written, the speaker
DIRECT = [
    ("“We will rebuild,” Mayor Ruth Okafor said.", "“We will rebuild,”", "said", "Mayor Ruth Okafor", "Ruth Okafor"),
    ("“We will rebuild,” said Ruth Okafor.", "“We will rebuild,”", "said", "Ruth Okafor", "Ruth Okafor"),
    ("Ruth Okafor said: “We will rebuild the bridge.”", "“We will rebuild the bridge.”", "said", "Ruth Okafor", "Ruth Okafor"),
    ("'We will rebuild,' Ruth Okafor said.", "'We will rebuild,'", "said", "Ruth Okafor", "Ruth Okafor"),
    ("''We don't know yet,'' Ruth Okafor said.", "''We don't know yet,''", "said", "Ruth Okafor", "Ruth Okafor"),
    ('"We don’t know yet,” Ruth Okafor said.', '"We don’t know yet,”', "said", "Ruth Okafor", "Ruth Okafor"),
    (
        "“We lost the bridge,” Ruth Okafor said. “We will rebuild it.”",
        "“We lost the bridge,” … “We will rebuild it.”",
        "said",
        "Ruth Okafor",
        "Ruth Okafor",
    ),
    (
        "“He called it ‘a disgrace,’” Ruth Okafor, the mayor of the town, told reporters.",
        "“He called it ‘a disgrace,’”",
        "told",
        "Ruth Okafor, the mayor of the town",
        "Ruth Okafor",
    ),
    (
        "Ruth Okafor, an engineer who saw the flood, recalled, “The water came over the wall.”",
        "“The water came over the wall.”",
        "recalled",
        "Ruth Okafor, an engineer who saw the flood",
        "Ruth Okafor",
    ),
    (
        "When Tom Barker suggested a delay, Ruth Okafor shot back: “We have waited long enough.”",
        "“We have waited long enough.”",
        "shot",
        "Ruth Okafor",
        "Ruth Okafor",
    ),
    (
        "Ruth Okafor called on the council to act and said, “The bridge is gone.”",
        "“The bridge is gone.”",
        "said",
        "Ruth Okafor",
        "Ruth Okafor",
    ),
    (
        "The delay did not surprise the engineer Ruth Okafor: “We have waited for years for a decision.”",
        "“We have waited for years for a decision.”",
        ":",
        "the engineer Ruth Okafor",
        "Ruth Okafor",
    ),
]


@pytest.mark.parametrize(("text", "content", "cue", "source", "speaker"), DIRECT)
def test_direct(nlp: Language, text: str, content: str, cue: str, source: str, speaker: str) -> None:
    found = [quote for quote in quotes(nlp, text) if quote[0] == "direct"]
    assert found == [("direct", content, cue, source, speaker)]


# what the recogniser sees varies; who bears a title, a known given name or speaks is somebody
NAMED = [
    ("Senate Whip John Corwin opposed the bill. “It will fail,” Corwin said.", "John Corwin"),
    ("Rev. Al Barton came. “I am glad,” Mr. Barton said.", "Al Barton"),
    ("Supreme Court Justice Ruth Bader Linden spoke on Monday. “I regret it,” Linden said.", "Ruth Bader Linden"),
    ("DJ Beverly Lund founded the show. “It is for us,” Lund said onstage.", "Beverly Lund"),
    ("Douglas Holtz-Eklund, an economist, agreed. ''They should,'' Mr. Holtz-Eklund said.", "Douglas Holtz-Eklund"),
    ("Former senator Evan Brandt of Indiana was asked. “Normal rules don't apply,” Brandt said.", "Evan Brandt"),
]


@pytest.mark.parametrize(("text", "speaker"), NAMED)
def test_a_surname_speaks_under_the_full_name(nlp: Language, text: str, speaker: str) -> None:
    assert [quote[4] for quote in quotes(nlp, text)] == [speaker]
