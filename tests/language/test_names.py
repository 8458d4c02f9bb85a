"""Names after the recogniser, and which of them name the same thing."""

from __future__ import annotations

import pytest
import spacy
from hypothesis import given, settings
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from generator.language.coreference.aliases import clusters
from generator.language.names.component import Names
from generator.language.words import words_of

VOCAB = spacy.blank("en").vocab


def marked(text: str) -> Doc:
    """A document from text with names in brackets, "[PERSON Ann Field] left .", every name a run of proper nouns."""
    words: list[str] = []
    names: list[tuple[int, int, str]] = []
    for part in text.replace("]", "[").split("["):
        label, _, name = part.partition(" ")
        if label.isupper() and name and len(label) > 2:
            names.append((len(words), len(words) + len(name.split()), label))
            words += name.split()
        else:
            words += part.split()
    tags = ["NNP" if any(a <= n < b for a, b, _ in names) else "NN" for n in range(len(words))]
    doc = Doc(VOCAB, words, tags=tags, heads=list(range(len(words))), deps=["dep"] * len(words))
    doc.set_ents([Span(doc, a, b, label) for a, b, label in names])
    return doc


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[PERSON Pennsylvania Senator Ann Field] left .", [("Ann Field", "PERSON")]),
        ("[PERSON Dr. King] left .", [("King", "PERSON")]),
        ("[PERSON Dame] left .", []),
        ("[PERSON Ann Field] ( [PERSON anː fiːld] ) left .", [("Ann Field", "PERSON")]),
        ("[ORG Moorfield and] Aldmouth Hospitals joined .", [("Moorfield", "ORG")]),
        ("[GPE Moorham] and [ORG Aldwick Police] left .", [("Moorham and Aldwick Police", "ORG")]),
        ("[PERSON Det Ch Insp] [PERSON Ann Field] spoke .", [("Ann Field", "PERSON")]),
        ("[PERSON Ward] councillor [PERSON Bo Reed] left .", [("Bo Reed", "PERSON")]),
        ("A dusting of [PERSON Saharan] dust fell .", [("Saharan", "NORP")]),
        ("between [GPE Moorham] and [ORG Aldwick Police] .", [("Moorham", "GPE"), ("Aldwick Police", "ORG")]),
        ("[ORG Moorham Council] and [ORG Aldwick Police] left .", [("Moorham Council", "ORG"), ("Aldwick Police", "ORG")]),
        ("[PERSON Ann Field of the] left .", [("Ann Field", "PERSON")]),
        ("[GPE oil-rich Norland] and [PERSON van Dyke] left .", [("Norland", "GPE"), ("van Dyke", "PERSON")]),
        ("The [ORG People 's Bank of Norland] paid .", [("People 's Bank of Norland", "ORG")]),
        ("He lost the May 2003 [GPE Norland] general election .", [("May 2003 Norland general election", "EVENT")]),
        ("The 1998 [LOC West Aldmouth] by-election was lost .", [("1998 West Aldmouth by-election", "EVENT")]),
        ("The 1998 general election was lost in [GPE Norland] .", [("Norland", "GPE")]),
        ("In 1998 [GPE Norland] held an election .", [("Norland", "GPE")]),
        ("[PERSON Ann Mary Field] left . [LOC Ann Field] came .", [("Ann Mary Field", "PERSON"), ("Ann Field", "PERSON")]),
        ("The [PERSON Aldmouth Amendment] passed .", [("Aldmouth Amendment", "LAW")]),
        ("[GPE Norland Cup] winners left .", [("Norland Cup", "EVENT")]),
        ("[FAC Aldmouth School of Art] opened .", [("Aldmouth School of Art", "ORG")]),
        ("She worked at [ORG Moor House] .", [("Moor House", "FAC")]),
        ("[PERSON VXW] paid . [PERSON JFK] and [PERSON AJ] left .", [("VXW", "ORG"), ("JFK", "PERSON"), ("AJ", "PERSON")]),
        ("The [NORP Norwegian] [ORG Harbour Council] met .", [("Norwegian Harbour Council", "ORG")]),
        ("The [NORP Norwegian] [ORG Harbour News] wrote .", [("Norwegian", "NORP"), ("Harbour News", "ORG")]),
        ("The [GPE People] 's [GPE Republic of Norland] fell .", [("People 's Republic of Norland", "GPE")]),
        ("[PERSON Jan Field] the Elder painted .", [("Jan Field the Elder", "PERSON")]),
        ("the [ORG Government] and the [ORG Bank] met .", []),
        ("the [ORG Bank of Norland] met ; the [ORG Bank] paid .", [("Bank of Norland", "ORG"), ("Bank", "ORG")]),
        ("[PERSON Cyclone Ann] and [ORG Storm Bo] left .", [("Cyclone Ann", "EVENT"), ("Storm Bo", "EVENT")]),
        ("[PERSON Ann Field and Bo Reed] left .", [("Ann Field", "PERSON"), ("Bo Reed", "PERSON")]),
        ("[PERSON Ann Field of Harbour Forums] left .", [("Ann Field", "PERSON")]),
        ("[PERSON Earl of Aldmouth] left .", [("Earl of Aldmouth", "PERSON")]),
        ("Shares in [PERSON Norvik] and carmaker [PERSON Vexa] fell .", [("Norvik", "ORG"), ("Vexa", "ORG")]),
        ("[PERSON Carmaker] [PERSON Vexa] fell .", [("Vexa", "ORG")]),
        ("Secretary of [ORG State] [PERSON Ann Field] left .", [("Ann Field", "PERSON")]),
        ("[ORG Norvik Inc.] rose . [PERSON Norvik] fell .", [("Norvik Inc.", "ORG"), ("Norvik", "ORG")]),
        ("[ORG Sens.] [PERSON Ann Field] and [PERSON Bo Reed] left .", [("Ann Field", "PERSON"), ("Bo Reed", "PERSON")]),
        ("[LOC Brexit] began .", [("Brexit", "EVENT")]),
        ("[LOC WhatsApp] and [GPE Instagram] fell .", [("WhatsApp", "ORG"), ("Instagram", "ORG")]),
        ("How is [PERSON Ann?] Well .", []),
        ("How is [PERSON Ann Field ?] Well .", [("Ann Field", "PERSON")]),
        ("[ORG Iran and New York] met .", [("Iran", "GPE"), ("New York", "GPE")]),
        ("[GPE Moor County Executive Ann Field] left .", [("Ann Field", "PERSON")]),
        ("ALDMOUTH — [PERSON Snow] fell . The snow melted .", []),
        ("[LOC Shops] shut .", []),
        ("[LOC South Africa] met [GPE West Africa] .", [("South Africa", "GPE"), ("West Africa", "LOC")]),
        ("[ORG Moro Haven] paid . Moro [ORG Haven] left .", [("Moro Haven", "ORG"), ("Moro Haven", "ORG")]),
        ("[ORG Moro Haven] paid . Moro [LOC Haven Bay] left .", [("Moro Haven", "ORG"), ("Haven Bay", "LOC")]),
        (
            "The [ORG International Committee] of the [ORG Blue Star] came .",
            [("International Committee of the Blue Star", "ORG")],
        ),
        ("The town of [ORG Moorly] slept . [ORG Moorly] woke .", [("Moorly", "GPE"), ("Moorly", "GPE")]),
        ("Chipmaker [PERSON Vexa] rose . [PERSON Vexa] fell .", [("Vexa", "ORG"), ("Vexa", "ORG")]),
        ("[PERSON Ann Vexa] left . [PERSON Vexa] shareholders met .", [("Ann Vexa", "PERSON"), ("Vexa", "PERSON")]),
        ("[ORG Aldmouth-based Vexa] fell .", [("Vexa", "ORG")]),
        ("Chief [PERSON Executive Ann Field] left .", [("Ann Field", "PERSON")]),
        ("[PERSON Chicago Larks] lost to the [PERSON Chicago Larks]", [("Chicago Larks", "ORG")] * 2),
        ("the [PERSON Austin Rivers] trade", [("Austin Rivers", "PERSON")]),
        ("the [GPE Chicago] [NORP Norwegians] won .", [("Chicago Norwegians", "ORG")]),
        ("[PERSON ANN FIELD Norvik] left .", [("ANN FIELD", "PERSON"), ("Norvik", "ORG")]),
        ("[PERSON Asst Ch Con Ann Field] left .", [("Ann Field", "PERSON")]),
        ("They met at [PERSON Moor Field] . [PERSON Moor Field] is old .", [("Moor Field", "FAC"), ("Moor Field", "FAC")]),
        ("[PERSON MoorlyX] rose . [PERSON McField] left .", [("MoorlyX", "ORG"), ("McField", "PERSON")]),
        (
            "[ORG Vexa] paid . [ORG Vexa] left . The [PERSON Vexa Harrier] stopped .",
            [("Vexa", "ORG"), ("Vexa", "ORG"), ("Vexa Harrier", "PRODUCT")],
        ),
        ("They met at [PERSON Ann Field] 's house .", [("Ann Field", "PERSON")]),
        ("[PERSON Gunman] attacked the hall . [PERSON @vexa] saw [PERSON pic.vexa.com/3K] .", []),
        ("[PERSON Snow] left . They met [PERSON Snow] .", [("Snow", "PERSON"), ("Snow", "PERSON")]),
        ("A [ORG Moorly] town hall meeting began .", [("Moorly", "ORG")]),
        ("Sam , head [ORG of the Harbour Trust] , left .", [("Harbour Trust", "ORG")]),
        ("The [ORG Lord] left .", []),
        ("on the set of “ [PERSON Moor] ” . [ORG Moor] ran .", [("Moor", "WORK_OF_ART"), ("Moor", "WORK_OF_ART")]),
        (
            "“ [ORG Moor Street] ” director [PERSON Ann Field] left .",
            [("Moor Street", "WORK_OF_ART"), ("Ann Field", "PERSON")],
        ),
        ("“ [ORG Moor Street] ” met .", [("Moor Street", "ORG")]),
        ("[ORG Vexa Works Inc.] fell . [PERSON Vexa] rose .", [("Vexa Works Inc.", "ORG"), ("Vexa", "ORG")]),
        ("The [ORG Vexa Foundation] met . [PERSON Vexa] wept .", [("Vexa Foundation", "ORG"), ("Vexa", "PERSON")]),
        ("[ORG Vexa Works Inc.] fell . Mr. [PERSON Vexa] wept .", [("Vexa Works Inc.", "ORG"), ("Vexa", "PERSON")]),
        ("She sang in “ [PERSON Slow Rain] ” . [PERSON Slow Rain] ran .", [("Slow Rain", "WORK_OF_ART")] * 2),
        ("a man known as “ [PERSON Slow Rain] ” left .", [("Slow Rain", "PERSON")]),
        (
            "This Is Why Ann Field Left . [PERSON Ann] ran . [PERSON Field] sat . [PERSON Bo Field] wept .",
            [("Ann Field", "PERSON"), ("Ann", "PERSON"), ("Field", "PERSON"), ("Bo Field", "PERSON")],
        ),
        (
            "Reed Field row . [PERSON Ann Reed] ran . [PERSON Reed] left . [PERSON Field] sat . [PERSON Bo Field] wept .",
            [("Ann Reed", "PERSON"), ("Reed", "PERSON"), ("Field", "PERSON"), ("Bo Field", "PERSON")],
        ),
        ("[EVENT Winter Games in Sochi , Russia] began .", [("Winter Games", "EVENT"), ("Sochi , Russia", "GPE")]),
        ("[ORG Citizens for Peace in Norway] met .", [("Citizens for Peace in Norway", "ORG")]),
        ("The [PERSON International Guild of Divers] met .", [("International Guild of Divers", "ORG")]),
    ],
)
def test_mended_names(text: str, names: list[tuple[str, str]]) -> None:
    assert [(ent.text, ent.label_) for ent in Names()(marked(text)).ents] == names


@pytest.mark.parametrize(
    ("text", "together"),
    [
        ("[PERSON Ann Field] came . [PERSON Ann Mary Field DBE RA] left .", True),
        ("[PERSON Ann Field] came . [PERSON Ann Mary Field of Aldmouth] left .", True),
        ("[PERSON Earl of Clare] came . [PERSON Earl of Moor] left .", False),
        ("[ORG Boston Harbour Trust] paid . The [ORG Harbour Trust] left .", True),
        ("[ORG Norwegian Harbour Council] paid . The [ORG Harbour Council] left .", True),
        ("[PERSON Emi Sato] came . [PERSON Sato Emi] left .", True),
        ("[PERSON Petrus Adam Field] came . [PERSON Peter Adam Field] left .", True),
        ("[PERSON Peter Adam Field] came . [PERSON Peter Adam] left .", True),
        ("[ORG Church of Aldmouth] paid . [ORG Aldmouth] left .", True),
        ("[GPE North Korea] paid . The [LOC North] left .", True),
        ("[GPE North Korea] paid . [LOC North] left .", False),
        ("[GPE North Korea] paid . Both [LOC North] and South left .", True),
        ("[FAC Boston Red Larks] won . The [ORG Red Larks] left .", True),
        ("[ORG Office for Moors] ( [ORG OfM] ) left .", True),
        ("[GPE ALDMOUTH] ( Reuters ) : in [GPE Aldmouth] it rained .", True),
        (
            "[PERSON Ann Rose] met . [PERSON Ann Rose] left . [PERSON Ann Rose] sang . [PERSON Ann Rose Hammers] fell .",
            False,
        ),
        ("[ORG Grand Harbour Trust] paid . The [ORG Harbour Trust] left .", False),
        ("[PERSON Ann Field] came . [PERSON Bo Field] came . [PERSON Field] left .", False),
        ("The [ORG U.S. Congress] met . The [ORG United States Congress] voted .", True),
        ("[GPE Aldmouth, Norland] is old . [GPE Aldmouth] grew .", True),
        ("[EVENT Cyclone Ann] came . [PERSON TC Ann] and [PERSON Ann] grew .", True),
        ("[PERSON Ann Field] came . [PERSON Mary Ann Moor Field] left . [PERSON Moor] sang .", False),
        (
            "[PERSON Ann Field] ( born 2 May 1960 ) , better known as [PERSON Cat Harbour] , sang . [PERSON Harbour] left .",
            True,
        ),
        ("[PERSON Ann Field] is known professionally by her stage name [PERSON Cat Harbour] .", True),
        ("[PERSON Ann Field] ( born [PERSON Anna Feldova] ) sang .", True),
        ("[PERSON Ann Field] ( French : ann ; Greek : [PERSON Anna Feldova] ) sang .", True),
        ("[PERSON Ann Field] sang before [PERSON Cat Harbour] , known as a diver , came .", False),
        ("[PERSON Ann Field] met a man known as [PERSON Cat Harbour] .", False),
        ("[PERSON Ichiyo Moor] came . [PERSON Ichiyō Moor] left .", True),
        ("[EVENT Cyclone Maralyn] came . [EVENT Cyclone Marilyn] grew .", True),
        ("[PERSON Ann Holtzman] came . [PERSON Ann Holzman] left .", True),
        ("[PERSON Daniel Moor] came . [PERSON Daniela Moor] left .", False),
        ("[PERSON Ann Jonas] came . [PERSON Ann Jones] left .", False),
        ("[EVENT Cyclone Ann] came . The [ORG Cyclone] grew .", True),
        ("[ORG New York Harbour Trust] paid . The [ORG Harbour Trust] left .", True),
        ("[ORG University of Norland, Aldmouth] paid . [ORG Aldmouth] left .", True),
        ("[ORG Movimento 5 Mari] won . [ORG M5M] lost .", True),
        ("[GPE North Korea] paid . The [GPE DPRK] left .", True),
    ],
)
def test_one_thing_has_several_names(text: str, together: bool) -> None:
    doc = marked(text)
    found = clusters(words_of(doc), [(ent.start, ent.end, ent.label_) for ent in doc.ents])
    assert (len(found) == 1) is together


def test_a_surname_is_the_one_named_first_and_most() -> None:
    doc = marked("[PERSON Ann Field] met [PERSON Bo Field] . " + "[PERSON Ann Field] won . " * 2 + "[PERSON Field] left .")
    found = clusters(words_of(doc), [(ent.start, ent.end, ent.label_) for ent in doc.ents])
    assert sorted((c.name, len(c.mentions)) for c in found) == [("Ann Field", 4), ("Bo Field", 1)]


def test_a_surname_is_the_title_s() -> None:
    doc = marked("[PERSON Ann Field] met [PERSON Mary Field] . [PERSON Field] left .")
    found = clusters(words_of(doc), [(ent.start, ent.end, ent.label_) for ent in doc.ents], "Mary Field leaves")
    assert sorted((c.name, len(c.mentions)) for c in found) == [("Ann Field", 1), ("Mary Field", 2)]


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        ([(1, 2)], ["Holtz-Eklund"]),
        ([(1, 2), (3, 4)], ["Holtz", "Eklund"]),  # "Clinton-Trump": another name begins there
    ],
)
def test_a_surname_goes_on_over_its_hyphen(names: list[tuple[int, int]], expected: list[str]) -> None:
    words = ["Mr.", "Holtz", "-", "Eklund", "agreed", "."]
    doc = Doc(
        VOCAB,
        words,
        spaces=[True, False, False, True, False, False],
        tags=["NNP", "NNP", "HYPH", "NNP", "VBD", "."],
        heads=[4] * 6,
        deps=["dep"] * 6,
    )
    doc.set_ents([Span(doc, a, b, "PERSON") for a, b in names])
    assert [ent.text for ent in Names()(doc).ents] == expected


def test_names_of_a_list_without_commas_never_overlap() -> None:
    words = "Grace Abe Joy Oba Mary Ede Ruth Ojo".split()
    doc = Doc(VOCAB, words, tags=["NNP"] * 8, heads=[0] * 8, deps=["dep"] * 8)
    doc.set_ents([Span(doc, 0, 2, "PERSON"), Span(doc, 3, 4, "PERSON"), Span(doc, 4, 7, "PERSON")])
    assert len(Names()(doc).ents) > 1


# words that one rule or another looks at, and what a tagger and a recogniser may make of them
WORDS = [
    " ",
    *"Mr. Dr. Ruth Ann Grace Okafor Holtz - Eklund DJ Inc. said told , and of the University Ministry 2003 Norland general election ("
    " HANO ) Senate 's Turkey Russian President New York City Hospital Jo Reed carmaker May ” “ in south-east Leeds Sen.".split(),
]
TAGS = "NNP NNP NNP NNPS NN VBD VBZ JJ IN DT , HYPH POS CD".split()
KINDS = "PERSON ORG GPE LOC NORP FAC EVENT WORK_OF_ART PRODUCT LAW".split()
TOKEN = st.tuples(*(st.sampled_from(table) for table in (WORDS, TAGS, ["nsubj", "dep", "compound"])), st.booleans())
FOUND = st.tuples(st.integers(0, 2), st.integers(1, 4), st.sampled_from(KINDS))  # words before it, its words, its kind


@settings(max_examples=300, deadline=None)
@given(st.lists(TOKEN, min_size=1, max_size=12), st.lists(FOUND, max_size=5))
def test_whatever_was_recognised_names_stay_apart(
    tokens: list[tuple[str, str, str, bool]], found: list[tuple[int, int, str]]
) -> None:
    """spaCy refuses spans that overlap (E1010), and with them the whole article."""
    words, tags, deps, spaces = (list(column) for column in zip(*tokens, strict=True))
    doc = Doc(VOCAB, words, spaces=spaces, tags=tags, heads=[0] * len(words), deps=deps, lemmas=[w.lower() for w in words])
    ents, at = [], 0
    for before, length, kind in found:
        if at + before + length <= len(words):
            ents.append(Span(doc, at + before, at + before + length, kind))
            at += before + length
    doc.set_ents(ents)
    Names()(doc)
    assert all(ent.text.strip() for ent in doc.ents)


def test_white_space_after_a_title_is_nobody() -> None:
    doc = Doc(VOCAB, ["Sen.", " ", "Ann", "Field", "left"], tags=["NNP"] * 4 + ["VBD"], heads=[4] * 5, deps=["dep"] * 5)
    doc.set_ents([Span(doc, 2, 4, "PERSON")])
    assert [ent.text for ent in Names()(doc).ents] == ["Ann Field"]


def test_what_the_recogniser_left_out_beside_telling_words() -> None:
    words = "Ann Field , founder of Harbour Forums , lives in south-east Leeds .".split()
    tags = "NNP NNP , NN IN NNP NNPS , VBZ IN JJ NNP .".split()
    doc = Doc(VOCAB, words, tags=tags, heads=[0] * 13, deps=["dep"] * 13)
    doc.set_ents([Span(doc, 0, 2, "PERSON")])
    assert [(e.text, e.label_) for e in Names()(doc).ents] == [
        ("Ann Field", "PERSON"),
        ("Harbour Forums", "ORG"),
        ("Leeds", "GPE"),
    ]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("[PERSON Bridge Opens] Today \n\n The bridge was opened today .", []),
        ("[PERSON Ann Field Opens] Bridge \n\n The bridge was opened by [PERSON Ann Field] .", ["Ann Field", "Ann Field"]),
        ("[PERSON Brown Wins] Race \n\n She won a brown car , [PERSON Jo Brown] said .", ["Brown Wins", "Jo Brown"]),
        ("[PERSON Ann Field Hammers Reed] \n\n They said [PERSON Ann Field] won .", ["Ann Field", "Ann Field"]),
        ("[ORG Harbour Trust] Pays \n\n It pays .", ["Harbour Trust"]),
    ],
)
def test_headline_words_in_capitals_are_no_names(text: str, names: list[str]) -> None:
    assert [ent.text for ent in Names()(titled(text)).ents] == names


def titled(text: str) -> Doc:
    """The same, with the line breaks of `text` as white space tokens."""
    doc = marked(text.replace("\n\n", "BREAK"))
    words = ["\n\n" if token.text == "BREAK" else token.text for token in doc]
    again = Doc(VOCAB, words, tags=[t.tag_ for t in doc], heads=list(range(len(doc))), deps=["dep"] * len(doc))
    again.set_ents([Span(again, e.start, e.end, e.label_) for e in doc.ents])
    return again


@pytest.mark.parametrize(
    ("text", "people"),
    [
        # a title, an office, kinship: what speaks against the only one who is named
        ("[PERSON Melania Moor] left . Mr. [PERSON Moor] spoke . [PERSON Moor] won .", ["Melania Moor", "Moor"]),
        ("First Lady [PERSON Melania Moor] sat . President [PERSON Moor] spoke .", ["Melania Moor", "Moor"]),
        (
            "His wife , [PERSON Mary Moor] , sat . [PERSON John Moor] spoke . [PERSON Moor] won .",
            ["Mary Moor", "John Moor:2"],
        ),
        ("[PERSON Donald Moor Jr.] met [PERSON Donald Moor] .", ["Donald Moor Jr.", "Donald Moor"]),
        (
            "[PERSON Donald Moor Jr.] met [PERSON Donald Moor] . [PERSON Moor] won . [PERSON Moor Jr.] sat .",
            ["Donald Moor Jr.:2", "Donald Moor:2"],
        ),
        # one person's names
        ("[PERSON Robert S. Moorer III] left . [PERSON Bob Moorer] came .", ["Robert S. Moorer III:2"]),
        ("[PERSON Kim Jong-un] spoke . [PERSON Kim Jong Un] left .", ["Kim Jong Un:2"]),
        ("[PERSON Enrique Peña Norte] spoke . [PERSON Peña Norte] left .", ["Enrique Peña Norte:2"]),
    ],
)
def test_who_is_who_in_an_article(text: str, people: list[str]) -> None:
    words = words_of(marked(text))
    names = [(ent.start, ent.end, ent.label_) for ent in marked(text).ents]
    found = [f"{c.name}:{len(c.mentions)}" if len(c.mentions) > 1 else c.name for c in clusters(words, names)]
    assert found == [p if p != "Moor" or "Mr." not in text else "Moor:2" for p in people]
