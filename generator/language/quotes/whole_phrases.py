"""Whom a name inside a longer phrase is not: "a Ministry of Works spokesman", "lawyers for Ann Field", "the Moor Harrier".

The name tells which body, which client, which club; who speaks is the noun that it describes, and the verb agrees with that noun:
"Police hunting the killer of Ann Field say" can't be Ann Field, for whom it would be "says".
"""

from __future__ import annotations

from bisect import bisect_left

from generator.language.coreference.component import Entity, Mention
from generator.language.coreference.introducing import CAUSATIVES
from generator.language.coreference.persons import OFFICES
from generator.language.coreference.roles import COURTESY
from generator.language.coreference.trades import ROLES
from generator.language.quotes.naming import Naming
from generator.language.quotes.view import Attribution
from generator.language.words import Words
from generator.values.gazetteer import given_names

RELATIVE_TAGS = frozenset({"WP", "WDT", "WP$"})  # "the minister who met Ann Field"
PLURAL_AUXILIARIES = frozenset({"have", "are", "were", "do", "’ve", "'ve", "’re", "'re"})
IRREAL = frozenset({"if", "though", "wish", "whether", "lest", "that"})  # "if she were told"
# "the Moor Harrier": one of a club, by the club's by-name
CLUBMEN = frozenset(
    "harrier rhino bull eagle hornet wanderer raider ranger viking titan dolphin warrior lion tiger bear panther jaguar falcon raven "
    "patriot buccaneer saint broncho bronco colt charger steeler cowboy packer seahawk cardinal giant brave cub yankee dodger oriole "
    "pirate padre laker celtic knick pacer hawk rocket spur saracen wasp striker magpie villan gunner canary fox wolf strider".split()
)
LIKE_NAMES = frozenset({"lama", "khan", "mahdi", "madonna", "virgin"})  # "the Dalai Lama": an article belongs to them


class WholePhrases:
    """Reads phrases in which a name is not the head."""

    def __init__(self, words: Words, naming: Naming) -> None:
        self.words = words
        self.naming = naming

    def described(self, start: int, end: int, head: int) -> int:
        """The noun that a name goes before: "a Ministry of Works | source"; a parse may take the name for the head."""
        words = self.words
        found = self.naming.mention_over(head)
        if found is None or found[0].kind != "name":
            return head
        behind = bisect_left(words.start, found[0].end)
        n = behind
        while n < end and words.pos[n] == "NOUN" and words.text[n].islower():
            n += 1
        first = bisect_left(words.start, found[0].start)
        opened = start < first and words.pos[first - 1] in {"DET", "ADJ", "NUM"}
        return n - 1 if n > behind and (opened or found[1].type != "PERSON") else head

    def another(self, start: int, end: int, head: int) -> bool:
        """Whether a name that ends a phrase is not the head's: "lawyers representing Ann Field", "the minister who met Ann Field"."""
        words = self.words
        many = words.tag[head] == "NNS" and words.dep[head] not in {"compound", "flat"}
        comma = next((n for n in range(start, end) if words.text[n] in {",", "("}), end)
        return many or any(words.tag[n] in RELATIVE_TAGS for n in range(head + 1, comma))

    def no_name(self, mention: Mention, entity: Entity) -> bool:
        """ "Detectives", "the Moor Harrier": what several are, or one of a club, and no name."""
        words = self.words
        first, last = bisect_left(words.start, mention.start), bisect_left(words.start, mention.end) - 1
        if first == last and words.tag[first] == "NNS":
            return True
        if first == last or first == 0 or words.low[first - 1] != "the" or words.tag[last] == "NNPS":
            return False
        if words.low[last] in CLUBMEN:
            return True
        inside = {words.low[n] for n in range(first, last + 1)}
        titled = inside & (OFFICES | ROLES | COURTESY | LIKE_NAMES | {"of"}) or words.low[first] in given_names()
        return entity.type == "PERSON" and not titled

    def disagrees(self, attribution: Attribution) -> bool:
        """Whether the verb of a source is a plural's: "say", "have said", "are saying", "were told"."""
        words, cue = self.words, attribution.cue_token
        if cue is None or attribution.source is None:
            return False
        verbs = [n for n in words.children[cue] if words.dep[n] in {"aux", "cop"} and n < cue]
        if not verbs:
            above = words.head[cue]
            governed = (
                words.dep[cue] in {"ccomp", "xcomp"} and above < cue and words.lemma[above] in CAUSATIVES
            )  # "made her say"
            return words.tag[cue] == "VBP" and words.low[cue] == words.lemma[cue] and not governed
        first = min(verbs)
        if words.low[first] == "were" and any(words.low[n] in IRREAL for n in range(max(0, first - 8), first)):
            return False
        return words.low[first] in PLURAL_AUXILIARIES and words.tag[first] in {"VBP", "VBD"}
