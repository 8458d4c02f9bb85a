"""Quotations: an article in one line, and what is said in it, by which cue, from which source, by whom."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.language import document, load
from generator.language.setup.annotation import COMPONENTS
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
    (
        "Ruth Okafor said: “We will rebuild the bridge.”",
        "“We will rebuild the bridge.”",
        "said",
        "Ruth Okafor",
        "Ruth Okafor",
    ),
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
        "Weaver did not agree, telling reporters, “The governor should go.” Karen Weaver is the mayor.",
        "“The governor should go.”",
        "telling",
        "Weaver",
        "Karen Weaver",
    ),
    (
        "Ruth Okafor, who came to the rally on Monday, said, “They took our money.”",
        "“They took our money.”",
        "said",
        "Ruth Okafor, who came to the rally on Monday",
        "Ruth Okafor",
    ),
    ("Ruth Okafor gave a short answer: “No deal was made.”", "“No deal was made.”", "gave", "Ruth Okafor", "Ruth Okafor"),
    (
        "Ruth Okafor’s response was: “No deal was made.”",
        "“No deal was made.”",
        "was",
        "Ruth Okafor’s response",
        "Ruth Okafor",
    ),
    (
        "The clip shows footage of Ruth Okafor asking, “Why am I not ahead by now?”",
        "“Why am I not ahead by now?”",
        "asking",
        "Ruth Okafor",
        "Ruth Okafor",
    ),
    (
        "“Would it be open to all?” Ruth Okafor pressed.",
        "“Would it be open to all?”",
        "pressed",
        "Ruth Okafor",
        "Ruth Okafor",
    ),
    ("“It was all a mistake.” — Ruth Okafor, Bristol", "“It was all a mistake.”", "—", "Ruth Okafor", "Ruth Okafor"),
    (
        "“It was a mistake,” Ruth Okafor told the hosts of “Morning Hour.”",
        "“It was a mistake,”",
        "told",
        "Ruth Okafor",
        "Ruth Okafor",
    ),
    (
        "According to Ruth Okafor, “It was a mistake. We will pay for it.”",
        "“It was a mistake. We will pay for it.”",
        "According to",
        "Ruth Okafor",
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


TRANSCRIPT = """Anna Wall spoke with Mike Penrose on Sunday.

"WALL: Will he come?

"PENROSE: He will not come tomorrow night.
"""


def test_the_labels_of_a_transcript_name_the_speakers(nlp: Language) -> None:
    assert [(q[1], q[4]) for q in quotes(nlp, TRANSCRIPT)] == [
        ("Will he come?", "Anna Wall"),
        ("He will not come tomorrow night.", "Mike Penrose"),
    ]


# nobody rather than somebody doubtful
NOBODY = [
    "“It will fail,” a senior official said.",
    "Tom Barker met Paul Lund. “It will fail,” they said.",
    "Tom Barker and Ruth Okafor said the plan would fail.",
    "Tom Barker’s plan was late. “It will fail,” an aide said.",
]


@pytest.mark.parametrize("text", NOBODY)
def test_an_unknown_speaker_is_nobody(nlp: Language, text: str) -> None:
    found = quotes(nlp, text)
    assert found
    assert [quote[4] for quote in found] == [None] * len(found)


def test_who_describes_himself_twice_is_still_one(nlp: Language) -> None:
    text = "“It is busy,” said Peter Hartley, 25, a bank clerk and one of the many who live here."
    assert [quote[4] for quote in quotes(nlp, text)] == ["Peter Hartley"]


# marks that hold no speech
SILENT = [
    "Ruth Okafor bought a copy of “The Long Road” in London.",
    "He goes by the name of “Big Al” in the town.",
    "The 6'2\" guard and a 5\" screen were measured in the '90s.",
    "The workers' pay and the '90s' fashions didn't change.",
]


@pytest.mark.parametrize("text", SILENT)
def test_titles_nicknames_feet_and_apostrophes_are_no_speech(nlp: Language, text: str) -> None:
    assert quotes(nlp, text) == []


def test_an_unclosed_mark_ends_with_its_paragraph(nlp: Language) -> None:
    found = quotes(nlp, "“We will rebuild, Ruth Okafor said.\n\nThe town lies on a river.\n\n“I agree,” Tom Barker said.")
    assert ("direct", "“I agree,”", "said", "Tom Barker", "Tom Barker") in found
    assert not any("river" in quote[1] for quote in found)


def test_a_speech_over_paragraphs_is_one_quotation(nlp: Language) -> None:
    text = "Ruth Okafor said: “We lost the bridge.\n\n“We will build another one.”"
    assert quotes(nlp, text) == [
        ("direct", "“We lost the bridge. … “We will build another one.”", "said", "Ruth Okafor", "Ruth Okafor")
    ]


def test_an_opening_mark_typed_for_a_closing_one(nlp: Language) -> None:
    found = quotes(nlp, "Ruth Okafor said: “It is 51 percent.“\n\nThe council met.")
    assert [quote[1] for quote in found] == ["“It is 51 percent.“"]


def test_whom_somebody_addresses_and_how_sure_we_are(nlp: Language) -> None:
    doc = nlp(document(nlp, from_bytes("Ruth Okafor told Tom Barker: “Go home.”".encode(), ".txt", "a", "a.txt").article))
    names = {entity.id: entity.name for entity in doc._.entities}
    assert [(names[q.speaker], names[q.addressee]) for q in doc._.quotes] == [("Ruth Okafor", "Tom Barker")]
    assert all(0.6 <= quote.confidence <= 1 for quote in doc._.quotes)


# content, cue, source
INDIRECT = [
    ("Ruth Okafor said the bridge would close.", "the bridge would close", "said", "Ruth Okafor"),
    ("The bridge would close, Ruth Okafor said.", "The bridge would close", "said", "Ruth Okafor"),
    ("The bridge, Ruth Okafor added, would close.", "The bridge … would close", "added", "Ruth Okafor"),
    ("The bridge will close, according to the mayor.", "The bridge will close", "according to", "the mayor"),
    ("As the Morning Post noted, the council lost the vote.", "the council lost the vote", "noted", "the Morning Post"),
    ("Ruth Okafor said neither side had won.", "neither side had won", "said", "Ruth Okafor"),
    ("Ruth Okafor: Bridge Will Be Rebuilt by Spring.", "Bridge Will Be Rebuilt by Spring.", ":", "Ruth Okafor"),
    ("Ruth Okafor asked whether the bridge was safe.", "whether the bridge was safe", "asked", "Ruth Okafor"),
    (
        "People briefed on the plan say that the bridge will close.",
        "that the bridge will close",
        "say",
        "People briefed on the plan",
    ),
    ("In July, the council said that the bridge would close.", "that the bridge would close", "said", "the council"),
    (
        "Ruth Okafor, speaking to reporters in London, said the bridge would close.",
        "the bridge would close",
        "said",
        "Ruth Okafor",
    ),
    (
        "The bridge is safe, said Ruth Okafor, head of the council since May.",
        "The bridge is safe",
        "said",
        "Ruth Okafor, head of the council since May",
    ),
]


@pytest.mark.parametrize(("text", "content", "cue", "source"), INDIRECT)
def test_indirect(nlp: Language, text: str, content: str, cue: str, source: str) -> None:
    assert [quote[:4] for quote in quotes(nlp, text)] == [("indirect", content, cue, source)]


def test_a_quoted_fragment_in_reported_words_is_mixed(nlp: Language) -> None:
    found = quotes(nlp, "Ruth Okafor said the plan was “a disgrace” to the town.")
    assert found == [("mixed", "the plan was “a disgrace” to the town", "said", "Ruth Okafor", "Ruth Okafor")]


def test_who_reports_a_speech_did_not_make_it(nlp: Language) -> None:
    text = "Ruth Okafor said that the men were sent “to close the bridge by force,” the Morning Post reported."
    found = [quote for quote in quotes(nlp, text) if "by force" in quote[1]]
    assert {quote[4] for quote in found} == {"Ruth Okafor"}


FLOATING = [
    ("Tom Barker said little. Ruth Okafor praised the law. “We need it for the town.”", "Ruth Okafor"),
    ("“We need it,” Ruth Okafor said.\n\n“It is good for the town.”", "Ruth Okafor"),
    ("“We need it,” Ruth Okafor said.\n\nThe law was old. “It is good for the town.”", None),
    ("“We need it,” Ruth Okafor said.\n\nTom Barker read the law to Jane Moor and others. “It is good for the town.”", None),
]


@pytest.mark.parametrize(("text", "speaker"), FLOATING)
def test_a_quotation_without_a_source(nlp: Language, text: str, speaker: str | None) -> None:
    assert quotes(nlp, text)[-1][4] == speaker


def test_a_dateline_says_nothing(nlp: Language) -> None:
    found = quotes(nlp, "LONDON (Reuters) - Ruth Okafor said on Monday that the bridge would close.")
    assert [quote[3:] for quote in found] == [("Ruth Okafor", "Ruth Okafor")]


def test_a_dateline_is_no_part_of_what_is_said(nlp: Language) -> None:
    text = "HARBOURTOWN, May 5 (Reuters) - Twelve people died in the capsizing of a ferry, rescuers announced on Sunday."
    assert quotes(nlp, text)[0][1] == "Twelve people died in the capsizing of a ferry"


def test_an_office_alone_is_no_name(nlp: Language) -> None:
    found = quotes(nlp, "“It will pass,” said House Speaker Paul Ryland on Thursday.")
    assert [quote[4] for quote in found] == ["Paul Ryland"]


def test_quotations_that_run_on_leave_one_another_whole(nlp: Language) -> None:
    shut = "'It should be open,' said Carl Berg."
    found = quotes(nlp, f"The bridge stayed shut.\n\n{shut} 'We will wait,' wrote Greta Holm on her page {shut}")
    assert found[0][3] == "Carl Berg"
