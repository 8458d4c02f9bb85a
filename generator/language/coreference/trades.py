"""Nouns for people by what they do or are: the heads of "the Turkish president", "champion Ann Field"."""

from __future__ import annotations

from generator.language.words import Words
from generator.values.noun_kinds import noun_kind

# people by what they do: the heads of "the ... president", "a spokeswoman for ..."
ROLES = frozenset(
    "president minister premier chancellor secretary senator congressman congresswoman representative governor mayor king queen prince "
    "princess pope bishop archbishop cardinal imam cleric general colonel captain admiral commander officer sergeant chief head chairman "
    "chairwoman chairperson chair director manager executive ceo founder owner boss leader spokesman spokeswoman spokesperson adviser "
    "advisor aide ambassador envoy diplomat judge justice prosecutor attorney lawyer solicitor barrister detective inspector sheriff "
    "professor scientist researcher doctor surgeon physician nurse teacher student author writer novelist poet journalist reporter "
    "editor columnist analyst economist historian expert actor actress singer musician rapper artist painter producer star "
    "comedian presenter coach player striker midfielder defender goalkeeper pitcher quarterback footballer golfer boxer "
    "candidate nominee lawmaker politician activist campaigner official counterpart predecessor successor rival opponent partner "
    "colleague husband wife widow father mother son daughter brother sister uncle aunt cousin grandfather grandmother boyfriend girlfriend "
    "billionaire businessman businesswoman entrepreneur investor banker broker trader suspect gunman attacker victim driver pilot "
    "resident neighbour neighbor man woman boy girl teenager speaker deputy treasurer commissioner superintendent constable councillor "
    "engineer architect designer photographer farmer pastor priest rabbi vicar veteran soldier undersecretary congressperson mp mep mla "
    "consultant veterinarian democrat republican mogul tycoon magnate strategist pollster operative whistleblower "
    "defendant plaintiff shooter killer bomber hijacker kidnapper robber scammer fugitive hostage survivor refugee astronaut "
    "cosmonaut astronomer meteorologist geologist biologist chemist physicist mathematician psychologist passenger commuter bystander "
    "witness eyewitness retiree accountant gambler homeowner pensioner paramedic firefighter policeman policewoman co-founder cofounder "
    "creator anchor correspondent commentator blogger dancer composer conductor guitarist drummer frontman vocalist skier runner "
    "swimmer sprinter cyclist racer wrestler outfielder infielder shortstop catcher baseman goaltender mayor-elect president-elect "
    "lieutenant detainee inmate informant dissident lobbyist donor chef pilot-in-command trainer jockey referee umpire".split()
)
# nouns of people that a table made from WordNet files under another sense of theirs, or does not hold
TRADES = frozenset(
    "medallist holder record-holder seed qualifier debutant skipper winger flanker hooker fly-half scrum-half full-back "
    "fullback forward keeper number-eight centre-half centre-back prop lock wing three-quarter wicketkeeper all-rounder "
    "opener hurdler heptathlete decathlete jumper vaulter thrower skater snowboarder surfer climber icon legend co-star "
    "guru supremo mandarin grandee stalwart heavyweight bigwig lord baroness peer earl duke duchess coroner host co-host "
    "newsreader broadcaster filmmaker film-maker maker dressmaker winemaker keyboardist headteacher headmaster headmistress "
    "caretaker undertaker caller rower microbiologist virologist epidemiologist seismologist volcanologist hydrologist "
    "ecologist curator archaeologist palaeontologist cardiologist oncologist paediatrician pediatrician co-director "
    "co-author co-owner publicist stylist ombudsman whistle-blower chief-of-staff "
    "model centre goalscorer impresario international fireman slugger agent".split()
)
# whoever is only this is told of by whom he or she is it to, which the words alone don't say
MERELY = frozenset(
    "man woman boy girl guy person lady kid child adult friend colleague compatriot countryman fellow teammate team-mate rival opponent "
    "partner favourite favorite fan namesake mentor replacement idol loser individual member one other "
    "mr mrs dr sir citizen native human being dad mum mom baby couple".split()
)
# these tell something with a word before them only: "World Cup winner"
BARE = frozenset(
    "winner hero heroine newcomer co-star star stalwart resident lord peer holder opener legend icon leader head".split()
)
# to whom, the words before the noun don't say: "ex-husband Bo Reed"
KINSHIP = frozenset(
    "husband wife widow widower father mother son daughter brother sister uncle aunt cousin nephew niece grandfather grandmother "
    "grandson granddaughter boyfriend girlfriend fiance fiancee fiancé fiancée ex spouse stepson stepdaughter stepfather stepmother "
    "half-brother half-sister sibling twin parent relative".split()
)


def is_person(words: Words, n: int) -> bool:
    """Whether a token is a noun for somebody, one that tells something."""
    if words.low[n] in {"one", "two", "three", "four", "five"} and words.low[n - 1 : n] == ["number"]:
        return True  # "world number two Ann Field"
    if words.pos[n] not in {"NOUN", "PROPN", "ADJ"} and words.tag[n] not in {"NN", "NNS"}:
        return False
    forms = {words.low[n], words.lemma[n], words.low[n].removesuffix("s")}
    if (first := first_of(words, n)) < n:
        forms = {f"{words.low[first]}-{form}" for form in forms}
    if forms & MERELY:
        return False
    return bool(forms & (ROLES | TRADES)) or any(noun_kind(form) == "person" for form in forms)


def first_of(words: Words, n: int) -> int:
    """The first token of what is one word: "fly" of "fly-half", "number" of "number two"."""
    if words.low[n - 1 : n] == ["number"]:
        return n - 1
    return n - 2 if n > 1 and words.text[n - 1] == "-" and words.end[n - 2] == words.start[n - 1] else n
