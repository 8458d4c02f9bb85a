"""The same words through our components and through their peers, in the same run: words a second of CPU on one core.

    python -m benchmarks.peers ARTICLES [--limit 100] [--environment FOLDER]

ARTICLES is a JSON Lines file (may end in .gz) with `id` and `text`. The peers live in an environment of their own, which is made
at the first run: textacy (quotations, entities, triples) and sumy (LexRank) beside our quotes and facts; dateparser and
recognizers-text beside our times. Where a peer needs a parse, it gets the one of the shipped pipeline, and parsing is not counted.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from pathlib import Path

from benchmarks.scale import ROOT, articles, spread

# recognizers-text still imports a name that emoji 2 has dropped
PEERS = ("textacy==0.13.0", "sumy==0.13.0", "dateparser==1.5.0", "recognizers-text-date-time==1.0.2a2", "emoji==1.7.0")

OURS = """
import json, sys, time
from generator.language import document, load
from generator.language.setup.annotation import COMPONENTS
from generator.sources import from_bytes
nlp = load()
texts = json.load(open(sys.argv[1], encoding="utf-8"))
read = [from_bytes(text.encode(), ".txt", f"a{n}", f"a{n}.txt").article for n, text in enumerate(texts)]
docs = [document(nlp, article) for article in read]
for name, component in nlp.pipeline:
    began = time.process_time()
    docs = [component(doc) for doc in docs]
    if name in COMPONENTS:
        print(json.dumps([name.replace("briefing_", "ours: "), time.process_time() - began]))
"""

THEIRS = r"""
import json, re, sys, time, warnings
warnings.simplefilter("ignore")
import spacy
texts = json.load(open(sys.argv[1], encoding="utf-8"))
nlp = spacy.load(sys.argv[2])
docs = [nlp(text) for text in texts]

def timed(name, work, things):
    failed = 0
    began = time.process_time()
    for thing in things:
        try:
            work(thing)
        except Exception:
            failed += 1
    print(json.dumps([name + (f" ({failed} of {len(things)} articles failed)" if failed else ""), time.process_time() - began]))

from textacy import extract
timed("textacy: direct quotations", lambda doc: list(extract.triples.direct_quotations(doc)), docs)
timed("textacy: subject-verb-object", lambda doc: list(extract.triples.subject_verb_object_triples(doc)), docs)
timed("textacy: key terms (TextRank)", lambda doc: extract.keyterms.textrank(doc), docs)

from sumy.parsers.plaintext import PlaintextParser
from sumy.summarizers.lex_rank import LexRankSummarizer

class Tokenizer:  # sumy's own asks for data that the package index does not carry
    def to_sentences(self, text):
        return tuple(s for s in re.split(r"(?<=[.!?])\s+", text) if s)
    def to_words(self, sentence):
        return tuple(re.findall(r"\w+", sentence))

timed("sumy: LexRank, 3 sentences", lambda t: LexRankSummarizer()(PlaintextParser.from_string(t, Tokenizer()).document, 3), texts)

from dateparser.search import search_dates
timed("dateparser: search_dates", lambda text: search_dates(text, languages=["en"]), texts)

from recognizers_date_time import recognize_datetime
timed("recognizers-text: dates and times", lambda text: recognize_datetime(text, "en-us"), texts)
"""


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--limit", type=int, default=100)
    parser.add_argument("--environment", type=Path, default=Path("/tmp/briefing-peers"))
    options = parser.parse_args()
    python = options.environment / "bin" / "python"
    if not python.exists():
        subprocess.run([sys.executable, "-m", "venv", str(options.environment)], check=True)
        subprocess.run([str(python), "-m", "pip", "install", "--quiet", *PEERS, str(ROOT)], check=True)
    texts = [text for _, text in spread(articles(options.articles), options.limit)]
    words = sum(len(text.split()) for text in texts)
    load = options.environment / "texts.json"
    load.write_text(json.dumps(texts), "utf-8")
    pipeline = str(ROOT / "generator" / "language" / "pipeline")
    print(f"{len(texts)} articles, {words:,} words\n\n| what | words/s |\n| --- | --- |")
    for command in ([sys.executable, "-c", OURS, str(load)], [str(python), "-c", THEIRS, str(load), pipeline]):
        done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT)
        for name, seconds in map(json.loads, done.stdout.splitlines()):
            print(f"| {name} | {words / seconds:,.0f} |", flush=True)


if __name__ == "__main__":
    main()
