"""Write `generator/values/data/organisations.txt`: names that are organisations', whatever a recogniser takes them for.

Firms of the large stock indices from pytickersymbols (MIT) and names that newspapers, agencies, airlines and makers are known by. A
name of one word is left out where it is also a given name, a surname (Faker, MIT) or a place.
"""

from __future__ import annotations

import importlib
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
White House|Kremlin|Pentagon|Foggy Bottom|Capitol Hill|Downing Street|Bundestag|Knesset|Duma|Lok Sabha|Supreme Court|Fed|Wall Street
"""


def main(target: Path) -> None:
    """Write the names, in lower case."""
    surnames = set(_surnames())
    index = PyTickerSymbols()
    found = {stock["name"] for name in index.get_all_indices() for stock in index.get_stocks_by_index(name)}
    names = {_plain(name) for name in found}
    kept = {name for name in names if name and _nobody(name, surnames)}
    known = {name.strip() for line in KNOWN.strip().splitlines() for name in line.split("|")}
    written = sorted({" ".join(name.lower().split()) for name in kept | known})
    target.write_text("\n".join(written) + "\n", "utf-8")
    print(len(written), target.stat().st_size)


def _nobody(name: str, surnames: set[str]) -> bool:
    """Whether a firm's name is no person's, no place's and no common word."""
    if " " in name:
        return name.split()[0].lower() not in given_names()
    return len(name) > 3 and name.lower() not in surnames | given_names().keys() | places().keys() | common_words()


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
    main(Path(sys.argv[1]))
