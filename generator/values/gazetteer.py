"""What places and peoples are called: lists of names, and the words that show what kind of place a name is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Literal

PlaceType = Literal["GPE", "LOC", "FAC"]
Gender = Literal["female", "male"]
PLACES_FILE = Path(__file__).parent / "data" / "places.json"
COMMON_WORDS_FILE = Path(__file__).parent / "data" / "common_words.json"
GIVEN_NAMES = Path(__file__).parent / "data" / "given_names.json"
ORGANISATIONS_FILE = Path(__file__).parent / "data" / "organisations.txt"

# "the Black Sea", "Mount Etna": landforms and regions
LANDFORMS = frozenset(
    "river rivers lake lakes mountain mountains mount sea ocean bay gulf island islands isle isles valley desert peninsula coast "
    "strip hills hill beach canyon strait straits channel basin delta forest plateau plain plains glacier volcano reef "
    "archipelago cape creek falls coastline hemisphere belt cave caves springs cove heights corridor range ridge fjord sound "
    "atoll swamp marsh steppe tundra savanna jungle oasis wetlands".split()
)
LANDFORM_FIRST = frozenset("mount mt. mt lake gulf cape strait bay sea isle river".split())
# parts of the world, rivers and bodies of the sky that no list of countries and cities holds: "the Balkans", "Mars"
REGIONS = frozenset(
    "africa asia europe antarctica oceania eurasia americas australasia balkans caucasus levant caribbean mediterranean atlantic "
    "pacific arctic himalayas alps andes pyrenees rockies sahara siberia scandinavia mesopotamia maghreb sahel riviera midwest "
    "earth mars moon sun venus jupiter saturn mercury neptune amazon danube rhine nile euphrates tigris volga thames mekong "
    "baltics benelux micronesia polynesia melanesia patagonia indochina".split()
)
COMPASS = frozenset("north south east west northeast northwest southeast southwest far middle near".split())
COMPASS_ADJECTIVES = frozenset(
    "northern southern eastern western central northeastern northwestern southeastern southwestern upper lower greater downtown "
    "mainland metropolitan inner outer".split()
)
REGION_PHRASES = frozenset(
    {"middle east", "far east", "near east", "west bank", "deep south", "east coast", "west coast", "middle america"}
)
# "Heathrow Airport", "Brandenburg Gate": things that were built
FACILITIES = frozenset(
    "airport bridge street avenue ave. ave road rd. boulevard blvd highway square stadium palace building tower towers hall "
    "station museum hotel church cathedral mosque temple castle prison hospital park gardens garden arena theatre theater "
    "gate terminal port harbor harbour monument memorial gallery plaza mall house drive lane base camp tunnel canal dam fort "
    "abbey basilica restaurant cafe café pub zoo aquarium library campus cemetery casino inn resort railway interstate pier "
    "fortress synagogue shrine monastery observatory expressway freeway metro subway complex acropolis colosseum checkpoint "
    "courthouse motorway crossing barracks refinery pipeline reactor mill wall".split()
)
FACILITY_FIRST = frozenset("camp fort highway interstate route château hotel checkpoint".split())
# "Orange County", "the Republic of Korea": what has a government
GOVERNED = frozenset(
    "county city town province state republic kingdom governorate oblast borough township prefecture village emirate emirates "
    "territory territories states commonwealth caliphate district canton municipality".split()
)
# "President Putin", "Sen. Ann Field": they are no part of a person's name
TITLES = frozenset(
    "president prime minister mr. mrs. ms. mr mrs ms dr. dr secretary general gen. colonel col. lieutenant lt. lt major maj. captain "
    "capt. sergeant sgt. senator sen. sen representative rep. rep governor gov. gov foreign defense defence vice chancellor chairman "
    "chairwoman chief justice judge ambassador deputy attorney spokesman spokeswoman interior finance director commander admiral "
    "adm. professor prof. prof rev. reverend father sir lord lady dame ayatollah sheikh sheik cleric premier first archbishop bishop "
    "cardinal brigadier mayor congressman congresswoman vice-president president-elect envoy former acting interim emperor imam "
    "mullah state undersecretary treasury speaker leader coach author detective inspector constable officer superintendent "
    "councillor councilman councilwoman supt. insp. king queen prince princess pope saint sultan emir".split()
)
INCORPORATED = frozenset("inc incorporated ltd limited corp corporation plc co llc ag sa gmbh nv".split())  # "Norvik Inc."
# peoples as adjectives and nouns, by hand: "a Norwegian", "Scottish"
DEMONYMS = frozenset(
    """Afghan Albanian Algerian American Andorran Angolan Argentine Argentinian Armenian Australian Austrian Azerbaijani Azeri Bahamian
    Bahraini Bangladeshi Barbadian Basque Belarusian Belarussian Belgian Beninese Bhutanese Bolivian Bosnian Brazilian British Briton
    Bulgarian Burmese Burundian Cambodian Cameroonian Canadian Catalan Chadian Chechen Chilean Chinese Colombian Congolese Croat
    Croatian Cuban Cypriot Czech Dane Danish Dominican Dutch Ecuadorean Ecuadorian Egyptian Emirati English Eritrean Estonian
    Ethiopian European Fijian Filipino Finn Finnish French Gambian Georgian German Ghanaian Greek Guatemalan Guinean Guyanese
    Haitian Honduran Hungarian Icelandic Indian Indonesian Iranian Iraqi Irish Israeli Italian Ivorian Jamaican Japanese
    Jordanian Kazakh Kenyan Korean Kosovar Kurd Kurdish Kuwaiti Kyrgyz Laotian Latvian Lebanese Liberian Libyan Lithuanian
    Macedonian Malagasy Malawian Malaysian Malian Maltese Mauritanian Mexican Moldovan Mongolian Montenegrin Moroccan Mozambican
    Namibian Nepalese Nepali Nicaraguan Nigerian Norwegian Omani Pakistani Palestinian Panamanian Paraguayan Persian Peruvian
    Polish Pole Portuguese Qatari Romanian Russian Rwandan Salvadoran Samoan Saudi Scot Scottish Scots Senegalese Serb Serbian
    Brit Aussie Singaporean Slovak Slovakian Slovene Slovenian Somali Soviet Spaniard Spanish Sudanese Swede Swedish Swiss Syrian Taiwanese
    Tajik Tanzanian Thai Tibetan Togolese Tunisian Turk Turkish Turkmen Ugandan Ukrainian Uruguayan Uzbek Venezuelan Vietnamese
    Welsh Yemeni Yugoslav Zambian Zimbabwean African Asian Arab Latino Hispanic Scandinavian Slavic Hawaiian Texan Californian
    Londoner Parisian Muslim Islamic Islamist Christian Catholic Protestant Jew Jewish Hindu Buddhist Sikh Sunni Shia Shiite
    Shi'ite Mormon Anglican Jesuit Lutheran Zionist Hutu Tutsi Pashtun Tamil Uighur Uyghur Alawite Druze Maronite Yazidi Houthi
    Republican Democrat Nazi Tory Marxist Baathist Taleban Afro-American African-American Englishman Frenchman Irishman
    Dutchman Scotsman Welshman Iroquois Cherokee Navajo Apache Aztec Inca Viking Norse Germanic Byzantine Ottoman Mongol
    Alaskan Alsatian Amazonian Amish Anatolian Andalusian Andean Bavarian Bengali Bohemian Cornish Corsican Cretan Crimean Flemish
    Floridian Galician Glaswegian Gujarati Hausa Himalayan Iberian Inuit Kashmiri Liverpudlian Mancunian Manx Maori Moravian Muscovite
    Neapolitan Prussian Punjabi Saharan Sardinian Siberian Sicilian Silesian Sindhi Sinhalese Tuscan Tyrolean Venetian Viennese
    Walloon Yoruba Zulu""".split()
)


@cache
def places() -> dict[str, PlaceType]:
    """Names of places with a government, in lower case."""
    lists = json.loads(PLACES_FILE.read_text("utf-8"))
    return {name.lower(): "GPE" for key in ("cities", "states", "countries") for name in lists[key]}


@cache
def countries() -> frozenset[str]:
    """Names of countries in lower case."""
    return frozenset(name.lower() for name in json.loads(PLACES_FILE.read_text("utf-8"))["countries"])


@cache
def given_names() -> dict[str, Gender]:
    """Given names in lower case and the gender that they show; those of both genders are left out."""
    lists: dict[Gender, list[str]] = json.loads(GIVEN_NAMES.read_text("utf-8"))
    return {name: gender for gender, names in lists.items() for name in names}


@cache
def common_words() -> frozenset[str]:
    """Words, in lower case, that texts nearly never write with a capital inside a sentence."""
    return frozenset(json.loads(COMMON_WORDS_FILE.read_text("utf-8")))


@cache
def organisations() -> frozenset[str]:
    """Firms, media, airlines, clubs and bodies, in lower case, whose names a recogniser often takes for somebody's."""
    return frozenset(_organisations())


def organisation_number(name: str) -> str | None:
    """The number in Wikidata of an organisation, given its name in lower case; None where it is not sure which one is meant."""
    return _organisations().get(name) or None


@cache
def _organisations() -> dict[str, str]:
    rows = (line.partition("\t") for line in ORGANISATIONS_FILE.read_text("utf-8").splitlines())
    return {name: number for name, _, number in rows}


def place_type(words: Sequence[str]) -> PlaceType | None:
    """What kind of place a name means, or None where neither the lists nor its words tell."""
    lower = [word.lower() for word in words if word not in {"'s", "’s"}]
    while len(lower) > 1 and (lower[0] == "the" or lower[0] in COMPASS_ADJECTIVES):
        lower = lower[1:]
    return (_listed(lower) or _by_words(lower)) if lower else None


def _listed(lower: Sequence[str]) -> PlaceType | None:
    """What the lists know of a name."""
    name = " ".join(lower).replace(" - ", "-").replace(" , ", ", ").replace(" '", "'").replace(" ’", "’")
    if len(lower) > 1 and name in places():  # "South Africa"
        return "GPE"
    if name in REGION_PHRASES or lower[-1] in REGIONS or (lower[0] in COMPASS and len(lower) == 1):
        return "LOC"
    return "GPE" if name in places() or ("," in name and name.partition(",")[0] in places()) else None


def _by_words(lower: Sequence[str]) -> PlaceType | None:
    """What the words of a name say it is: "Lake Como", "Camp Field", "Republic of Norland"."""
    first, last, several = lower[0], lower[-1], len(lower) > 1
    if last in LANDFORMS or (several and first in LANDFORM_FIRST):
        return "LOC"
    if several and (last in FACILITIES or first in FACILITY_FIRST):
        return "FAC"
    return "GPE" if several and (last in GOVERNED or (first in GOVERNED and lower[1] == "of")) else None


def is_demonym(word: str) -> bool:
    """Whether a word names a people, a nationality or a faith ("Turkish", "Poles", "Anglo-Irish")."""
    if "-" in word:
        return (
            all(is_demonym(part) or part in {"Anglo", "Sino", "Franco", "Euro"} for part in word.split("-"))
            and word[0].isupper()
        )
    return (
        word in DEMONYMS
        or (word.endswith("s") and word[:-1] in DEMONYMS)
        or (word.endswith("men") and word[:-2] + "an" in DEMONYMS)
    )
