"""What is not known: sentences in which a source says of the story that something is unclear, undetermined or not told.

Each construction is a row of a table with its example. Only what an article says itself or reports of others counts; what somebody says
of himself ("we don't know") and what nobody asked about ("was not known for outbursts") does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from generator.dossier.answered import answered
from generator.dossier.differences.corroboration import publishers as publishers_of
from generator.dossier.differences.sentences import Sentence, sentences
from generator.dossier.fact_words import OWN, concepts, content
from generator.dossier.model import Passage, Unknown
from generator.dossier.passages import slice_of
from generator.records.model import Record
from generator.values.datelines import after_dateline

WHAT = r"(what|who|whom|why|how|when|where|whether|if|which|whose)"
ADVERB = r"(yet |still |immediately |currently |also |not yet |exactly |entirely |publicly |at once )*"
BE = r"(is|are|was|were|remains?|remained|['’]s)"
ESTABLISHED = (
    r"(clear|known|certain|determined|established|released|disclosed|announced|confirmed|identified|named|revealed)"
)
LEFT_OPEN = (
    # "The cause of the fire remains unclear.", "His motive is unknown."
    re.compile(
        rf"\b{BE} {ADVERB}(unclear|unknown|undetermined|unidentified|undisclosed|a mystery|an open question)\b(?! to\b)",
        re.I,
    ),
    # "It is not known whether anybody was aboard.", "It wasn’t clear how the fire began."
    re.compile(rf"\bit ({BE}|has been|had been) {ADVERB}(not|n['’]t|never) {ADVERB}{ESTABLISHED} {WHAT}\b", re.I),
    re.compile(rf"\bit (isn|wasn)['’]t {ADVERB}{ESTABLISHED} {WHAT}\b", re.I),
    # "The names of the dead have not been released.", "Terms of the deal were not immediately announced."
    re.compile(
        rf"\b(cause|motive|reason|names?|identity|identities|terms|details|number|extent|whereabouts|origin|amount|date|circumstances)\b"
        rf"[^.;]{{0,60}}\b(has|have|had|is|are|was|were) (not|n['’]t|yet to) {ADVERB}(been |be )?{ADVERB}{ESTABLISHED}\b",
        re.I,
    ),
    # "No motive has been found.", "There was no word on the crew.", "No claim of responsibility has been made."
    re.compile(
        r"\bno (known |clear |immediate |official |obvious )?(motive|cause|word|explanation|indication|claim|details|suspects?)\b"
        r"[^.;]{0,50}\b(has been|have been|had been|was|were|is|are|on|of|about|for|yet|so far|as to)\b",
        re.I,
    ),
    # "Police do not know why he did it.", "A spokesman said it did not know how the error had occurred."
    re.compile(rf"\b(do|does|did)( not|n['’]t) {ADVERB}(know|say|specify|disclose|reveal|explain) {WHAT}\b", re.I),
    re.compile(
        r"\bremains? to be (seen|determined|established)\b|\bstill (trying|working) to (determine|establish|find out|identify)\b",
        re.I,
    ),
)
# "nothing is known of the kind", "for reasons unknown to the firm": no gap that the story leaves
# "she didn’t know where he was": hers alone
NEVER = re.compile(r"\bknown (for|as|to)\b|\?|\bif you\b|\b(he|she) (did|does)( not|n['’]t) ", re.I)
SHORTEST, LONGEST = 5, 50  # words
MOST_UNKNOWNS = 6
SAME_QUESTION = 0.5  # share of the shorter one's concepts from which two leave the same open
STORY = 0.12  # mean share of the other articles that use its words, from which an unknown is of the story


def unknowns(
    records: Sequence[Record], similar: Mapping[str, Sequence[str]], common: Mapping[str, float]
) -> tuple[Unknown, ...]:
    """What sources say is not known, and no newer article tells; what most say first.

    Args:
        records: the articles.
        similar: for an article that has them, the others that share most of their text.
        common: for each concept, the share of the other articles that use it.
    """
    owner = dict(zip((record.id for record in records), publishers_of(records, similar), strict=True))
    days = {record.id: record.metadata.published or "" for record in records}
    groups: list[tuple[frozenset[str], list[Passage]]] = []
    worth: dict[int, float] = {}
    for passage, about, lead in _found(records):
        share = sum(common.get(concept, 0.0) for concept in sorted(about)) / (len(about) or 1)
        if len(records) > 1 and (share < STORY or answered(passage, days[passage.source], records)):
            continue
        home = next(
            (n for n, (held, _) in enumerate(groups) if len(about & held) >= SAME_QUESTION * min(len(about), len(held))),
            None,
        )
        if home is None:
            home = len(groups)
            groups.append((about, []))
        groups[home][1].append(passage)
        worth[home] = max(worth.get(home, 0.0), share + 0.2 * lead)
    made = [(-len({owner[p.source] for p in passages}), -worth[n], n, passages) for n, (_, passages) in enumerate(groups)]
    return tuple(
        Unknown(passages[0], tuple(passages[1:]), -count)
        for count, _, _, passages in sorted(made, key=lambda m: m[:3])[:MOST_UNKNOWNS]
    )


def _found(records: Sequence[Record]) -> Iterable[tuple[Passage, frozenset[str], bool]]:
    """The sentences that leave something open, the latest articles first: what was open may be known by then."""
    newest = sorted(range(len(records)), key=lambda n: (records[n].metadata.published or "", n), reverse=True)
    for number in newest:
        record = records[number]
        spoken = [(c.start, c.end) for q in record.quotes if q.kind == "direct" for c in q.content]
        for sentence in sentences(number, record):
            if _open(sentence) and not any(a <= sentence.start and sentence.end <= b for a, b in spoken):
                begin = after_dateline(record.text, sentence.start, sentence.end)
                yield slice_of(record, begin, sentence.end), concepts(content(sentence.text)), sentence.lead


def _open(sentence: Sentence) -> bool:
    text = sentence.text
    words = len(text.split())
    return (
        not sentence.title
        and SHORTEST <= words <= LONGEST
        and text[-1:] in '.!”"’'
        and text.count("“") == text.count("”")
        and text.count('"') % 2 == 0
        and not OWN.search(text)
        and not NEVER.search(text)
        and any(pattern.search(text) for pattern in LEFT_OPEN)
    )
