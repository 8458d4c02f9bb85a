"""Who says each of several quotations: no words in another mouth, in any order, mark and tense."""

from __future__ import annotations

import pytest
from spacy.language import Language

from generator.language import document, load
from generator.language.setup.annotation import COMPONENTS
from generator.sources import from_bytes

Who = dict[str, str | None]  # words of a quotation -> its speaker


@pytest.fixture(scope="module")
def nlp() -> Language:
    pipeline = load()
    for name in COMPONENTS:
        if name not in {"briefing_coreference", "briefing_quotes"}:
            pipeline.disable_pipe(name)
    return pipeline


def speakers(nlp: Language, text: str, wanted: Who) -> Who:
    """For each of the words: who says them, "-" where they stand in no quotation."""
    doc = nlp(document(nlp, from_bytes(text.encode(), ".txt", "a", "a.txt").article))
    names = {entity.id: entity.name for entity in doc._.entities}
    found: Who = {}
    for words in wanted:
        at = text.index(words)
        found[words] = "-"
        for quote in doc._.quotes:
            if any(start <= at and at + len(words) <= end for start, end in quote.content):
                found[words] = names.get(quote.speaker or "")
    return found


# several speakers in one paragraph, by the habits of many countries
SEVERAL: list[tuple[str, Who]] = [
    (
        "“The pier is lost”, Nora Whitlock said. “The pier can be saved”, Desmond Achebe said.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe"},
    ),
    (
        "“The pier is lost”, said Nora Whitlock. “The pier can be saved”, said Desmond Achebe.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe"},
    ),
    (
        "„Die pier is lost“, Nora Whitlock said. „The pier can be saved“, Desmond Achebe replied.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe"},
    ),
    (
        "« The pier is lost », Nora Whitlock said. « The pier can be saved », Desmond Achebe replied.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe"},
    ),
    (
        "»The pier is lost«, Nora Whitlock said. »The pier can be saved«, Desmond Achebe replied.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe"},
    ),
    (
        "'The pier is lost', Nora Whitlock said. 'The pier can be saved', Desmond Achebe countered.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe"},
    ),
    (
        "‘The pier is lost’, Nora Whitlock said. ‘The pier can be saved’, said Desmond Achebe. ‘Nobody asked us’, "
        "Priya Raman added.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe", "Nobody asked": "Priya Raman"},
    ),
    (
        "“Is the pier lost?” asked Nora Whitlock. “No”, answered Desmond Achebe. “We have saved it.”",
        {"Is the pier": "Nora Whitlock", "“No": "Desmond Achebe", "have saved": "Desmond Achebe"},
    ),
    (
        '"Is the pier lost?" Nora Whitlock asked. "It is not", Desmond Achebe replied.',
        {"Is the pier": "Nora Whitlock", "It is not": "Desmond Achebe"},
    ),
    (
        "“The pier is lost,” Nora Whitlock said. “The pier can be saved,” Desmond Achebe said. “Let us wait,” said Priya Raman.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe", "Let us wait": "Priya Raman"},
    ),
    (
        "“The pier is lost”, said Nora Whitlock, the harbour engineer. “The pier can be saved”, said Desmond Achebe, who leads "
        "the friends of the pier.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe"},
    ),
    (
        "“The pier is lost”, Nora Whitlock, the harbour engineer, said. “The pier can be saved”, Desmond Achebe, a builder, said.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe"},
    ),
    (
        "Nora Whitlock said “the pier is lost for good”. Desmond Achebe said “we can save it all”.",
        {"lost for good": "Nora Whitlock", "can save it": "Desmond Achebe"},
    ),
    (
        "Nora Whitlock said: “The pier is lost”. Desmond Achebe replied: “The pier can be saved”.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe"},
    ),
    (
        "“The pier”, Nora Whitlock said, “is lost for good”. “We”, Desmond Achebe said, “can still save it”.",
        {"The pier": "Nora Whitlock", "lost for good": "Nora Whitlock", "still save it": "Desmond Achebe"},
    ),
    (
        "“The pier is lost”, Nora Whitlock said on Tuesday. “We have no money. It will close”, she added. “It will not”, "
        "Desmond Achebe said.",
        {"is lost": "Nora Whitlock", "no money": "Nora Whitlock", "It will not": "Desmond Achebe"},
    ),
    (
        "“The pier is lost!” Nora Whitlock shouted. “Never!” shouted Desmond Achebe.",
        {"is lost": "Nora Whitlock", "Never": "Desmond Achebe"},
    ),
    (
        "“The pier is lost”, the engineer Nora Whitlock said.\n\n“It can be saved”, her colleague Desmond Achebe said.\n\n"
        "“I doubt it”, Whitlock said.",
        {"is lost": "Nora Whitlock", "can be saved": "Desmond Achebe", "I doubt": "Nora Whitlock"},
    ),
]

# he and she after a new subject
PRONOUNS: list[tuple[str, Who]] = [
    (
        "“The fares are fair,” Martin Oakes said.\n\nOn Friday Colin Bevan, a Tory councillor, said he was appalled. "
        "“This is robbery,” he told Radio Kent.",
        {"are fair": "Martin Oakes", "is robbery": "Colin Bevan"},
    ),
    (
        "“The fares are fair,” Helen Oakes said.\n\nLast week Judith Bevan, who runs the ferry, wrote to the mayor. "
        "“This is robbery,” she wrote.",
        {"are fair": "Helen Oakes", "is robbery": "Judith Bevan"},
    ),
    (
        "“The fares are fair,” Martin Oakes said. “They are low.”\n\nBut Colin Bevan, 54, a docker from Dover, was not so sure. "
        "“This is robbery,” he said. “We will not pay.”",
        {"They are low": "Martin Oakes", "is robbery": "Colin Bevan", "not pay": "Colin Bevan"},
    ),
    (
        "“The fares are fair,” Martin Oakes said.\n\nAfter the vote, Colin Bevan left the hall. He said: “This is robbery.”",
        {"is robbery": "Colin Bevan"},
    ),
    (
        "Martin Oakes, the mayor, said the fares were fair. Sheila Oakes, his wife, laughed. “They are not,” she said.",
        {"They are not": "Sheila Oakes"},
    ),
]

# a name beside a quotation, whatever the verb
FRAMES: list[tuple[str, Who]] = [
    ("“I have lost my hat,” fumed Doris Penhale.", {"lost my hat": "Doris Penhale"}),
    ("“I have lost my hat,” Doris Penhale whimpered.", {"lost my hat": "Doris Penhale"}),
    ("“I have lost my hat,” Doris Penhale bristled on Monday.", {"lost my hat": "Doris Penhale"}),
    ("“I have lost my hat,” gushed the actress Doris Penhale.", {"lost my hat": "Doris Penhale"}),
    ("“I have lost my hat”, Doris Penhale lectured the crowd.", {"lost my hat": "Doris Penhale"}),
    ("Doris Penhale thundered: “I have lost my hat.”", {"lost my hat": "Doris Penhale"}),
    ("Doris Penhale fretted, “I have lost my hat.”", {"lost my hat": "Doris Penhale"}),
    ("“Come back tomorrow,” Doris Penhale instructed.", {"Come back": "Doris Penhale"}),
    ("“Come back tomorrow!” roared Doris Penhale.", {"Come back": "Doris Penhale"}),
    ("“I have lost my hat,” Doris Penhale, the town crier, wailed.", {"lost my hat": "Doris Penhale"}),
    (
        "“I have lost my hat,” sniffed Doris Penhale, 71. “It was new.”",
        {"my hat": "Doris Penhale", "was new": "Doris Penhale"},
    ),
    ("Former town crier Doris Penhale told her: “I have lost my hat.”", {"lost my hat": "Doris Penhale"}),
    ("Chairwoman Doris Penhale: “I have lost my hat.”", {"lost my hat": "Doris Penhale"}),
    ("Doris Penhale, chairwoman of the guild: “I have lost my hat.”", {"lost my hat": "Doris Penhale"}),
    ("“I have lost my hat.” — Doris Penhale", {"lost my hat": "Doris Penhale"}),
    ("“I have lost my hat.” - Doris Penhale, town crier", {"lost my hat": "Doris Penhale"}),
    ("The crowd fell silent. Doris Penhale smiled. “I have lost my hat.”", {"lost my hat": "Doris Penhale"}),
    ("“I have lost my hat,” Ms. Penhale told Reuters. Doris Penhale is a crier.", {"lost my hat": "Doris Penhale"}),
    ("Posting on Facebook, Doris Penhale said: “I have lost my hat.”", {"lost my hat": "Doris Penhale"}),
    ("In a letter to the mayor, Doris Penhale complains: “I have lost my hat.”", {"lost my hat": "Doris Penhale"}),
    ("Speaking after the parade, Doris Penhale added: “I have lost my hat.”", {"lost my hat": "Doris Penhale"}),
    ("“We shall find it,” the Ministry of Lost Things said in a statement.", {"shall find": "Ministry of Lost Things"}),
    (
        "“We shall find it,” Kate Lorne, a spokeswoman for the Royal Guild of Criers, said.",
        {"shall find": "Kate Lorne"},
    ),
    (
        "“I have lost my hat,” Doris Penhale said.\n\nREAD MORE: The ten best hats in town\n\n“It was a gift,” she said.",
        {"lost my hat": "Doris Penhale", "was a gift": "Doris Penhale"},
    ),
    (
        "Guild chair Doris Penhale told the BBC:\n\n“I have lost my hat.\n\n“It was a gift.”",
        {"lost my hat": "Doris Penhale", "was a gift": "Doris Penhale"},
    ),
    ("According to Doris Penhale, “the hat was a gift from the queen.”", {"hat was a gift": "Doris Penhale"}),
    ("Doris Penhale has been shouting “find my hat, you fools” all day.", {"find my hat": "Doris Penhale"}),
]

# whose words nobody can tell: silence
SILENT: list[tuple[str, Who]] = [
    ("“We shall find it,” a policeman said. Doris Penhale had lost her hat.", {"shall find": None}),
    ("Doris Penhale had lost her hat. “We shall find it,” officers said.", {"shall find": None}),
    ("Doris Penhale met the mayor. “We shall find it,” he said.", {"shall find": None}),
    ("Doris Penhale’s brother was calm. “We shall find it,” he said.", {"shall find": None}),
    ("Doris Penhale’s lawyer said: “We shall find it.”", {"shall find": None}),
    ("“We shall find it,” read a sign outside the house of Doris Penhale.", {"shall find": None}),
    ("Doris Penhale was told: “You are a fool.”", {"You are a fool": None}),
    ("“You are a fool,” Doris Penhale was told.", {"You are a fool": None}),
    ("A man shouted at Doris Penhale: “You are a fool.”", {"You are a fool": None}),
    ("Asked about Doris Penhale, the man said: “She is a fool.”", {"She is a fool": None}),
    ("“We shall find it,” an aide to Doris Penhale said.", {"shall find": None}),
    ("“We shall find it,” said the husband of Doris Penhale.", {"shall find": None}),
    ("Nevada was quiet. “We shall find it,” the sheriff said.", {"shall find": None}),
]

# names that are none
NAMES: list[tuple[str, Who]] = [
    ("In a post, Lena Tarrant states, “The hat is mine.”", {"hat is mine": "Lena Tarrant"}),
    ("In a post, Tarrant states, “The hat is mine.” Lena Tarrant is a hatter.", {"hat is mine": "Lena Tarrant"}),
    ("Lena Tarrant claims: “The hat is mine.” Tarrant claims it was stolen.", {"hat is mine": "Lena Tarrant"}),
    ("“The hat is mine,” harbour master Lena Tarrant said.", {"hat is mine": "Lena Tarrant"}),
    ("“The hat is mine,” Harbour master Lena Tarrant said.", {"hat is mine": "Lena Tarrant"}),
]

# no speech
NO_SPEECH = [
    "The council opened the so-called “white passage” for lorries.",
    "Locals dubbed the slope the “ladder of tears”.",
    "The yacht, named “The Heron”, sank.",
    "Carlo “The Fox” Mancini was arrested.",
    "Carlo Mancini, nicknamed “the fox of Bari”, was arrested.",
    "They call it “glamping”.",
    "The firm sells what it calls a “smart” toaster.",
    "The word “hat” is Germanic.",
    "The film “Nobody Leaves” opens on Friday.",
    "Her new single, “Stay With Me Tonight”, is out.",
    "Voters face a choice between “Leave” and “Remain”.",
    "Mancini’s “big idea” failed.",
]


@pytest.mark.parametrize(("text", "wanted"), [*SEVERAL, *PRONOUNS, *FRAMES, *NAMES])
def test_each_has_his_own_words(nlp: Language, text: str, wanted: Who) -> None:
    assert speakers(nlp, text, wanted) == wanted


@pytest.mark.parametrize(("text", "wanted"), SILENT)
def test_nobody_rather_than_somebody_doubtful(nlp: Language, text: str, wanted: Who) -> None:
    found = speakers(nlp, text, wanted)
    assert all(speaker in {None, "-"} for speaker in found.values()), found


@pytest.mark.parametrize("text", NO_SPEECH)
def test_what_only_stands_in_marks_was_not_said(nlp: Language, text: str) -> None:
    doc = nlp(document(nlp, from_bytes(text.encode(), ".txt", "a", "a.txt").article))
    assert [text[slice(*quote.content[0])] for quote in doc._.quotes if quote.kind == "direct"] == []


def test_he_is_not_the_speaker_before_where_another_man_is_named(nlp: Language) -> None:
    text = (
        "“The fares are fair,” Martin Oakes said.\n\nIn Dover, the union leader Colin Bevan disagreed. "
        "“This is robbery,” he said."
    )
    assert speakers(nlp, text, {"is robbery": None})["is robbery"] in {"Colin Bevan", None}
