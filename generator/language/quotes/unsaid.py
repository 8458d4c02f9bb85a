"""Whether a cue reports anything: "did not say that", "must decide", "if he says", "Why had he asserted that ...?" do not.

What somebody did not say, may say, is to say or was asked to say is nobody's words; nor is what is only named ("a prize called
the Long Road"), or done ("opposed adding provisions").
"""

from __future__ import annotations

from collections.abc import Sequence

from generator.language.quotes import cues
from generator.language.quotes.view import Offsets, Part, Phrase

NEGATIONS = frozenset({"not", "n't", "n’t", "never", "neither", "nor"})
ONLY = frozenset({"only", "just", "merely"})  # "not only said": said
NOBODIES = frozenset({"nobody", "none", "neither", "nothing"})  # "Neither Okafor nor her lawyer would say"
MODALS = frozenset({"must", "may", "might", "should", "could", "can", "ca", "cannot"})  # "must decide", "may have thought"
SUPPOSING = frozenset({"if", "unless", "whether", "without", "lest"})  # "if Okafor says", "without saying"
# "declined to say", "seems to think", "is expected to announce": it has not been said
UNREAL = frozenset(
    "seem appear want need like plan try decline refuse fail expect hope intend prepare able willing likely set due ready decide "
    "suppose schedule wish reluctant hesitate unable unwilling forget mean aim consider oppose avoid stop resist regret risk "
    "imagine".split()
)
MANNER = frozenset({"WRB", "WP", "WDT"})  # "knows what he will do"
WEIGHING = cues.THINK | {"decide", "find", "see", "learn", "rule", "reckon", "guess"}
NAMING_VERBS = frozenset({"call", "dub", "name", "term", "brand", "nickname"})
KNOWING = frozenset(
    "know realize realise understand want consider".split()
)  # "she knew that he had won": the article says so
REFUSALS = frozenset({"decline", "refuse", "fail"})
DEEDS = frozenset(
    {"threaten", "agree", "offer"}
)  # "threatened to resign", "agreed to pay": done, unless some of it is in marks
TIMING = frozenset({"when", "while"})  # "That is what Okafor said when she resigned": no content
WONDERING = frozenset({"ask", "wonder", "explain", "reveal", "disclose"})
# "A flight reminds us that time is short": so the article speaks to its reader
READERS = frozenset({"us", "you"})
POINTING = frozenset({"remind", "show", "teach"})
# "dismissed claims that", "rejected the notion that"
REJECTING = frozenset("dismiss reject deny refute rebut dispute counter contest".split())
CLAIMS = frozenset(
    "claim allegation suggestion accusation criticism charge rumour rumor speculation report idea notion argument assertion fear "
    "complaint view theory".split()
)
# "Some say", "Half of teens say": nobody in particular, or a figure of a survey
ANYBODY = frozenset("some others many most few several".split())
SHARES = frozenset("half third quarter majority percent % cent most percentage share fraction".split())
CHAIN = 4  # verbs up from a cue


class Unsaid(Part):
    """Looks at the verb group of a cue."""

    def holds(self, cue: int, lemma: str, content: list[Offsets]) -> bool:
        """Whether a cue leaves unsaid what it governs."""
        if self._names_only(cue, lemma) or self._asks(cue) or self._by_nobody(cue) or self._avoided(cue):
            return True
        if lemma in REFUSALS:
            return self._refuses(content)
        if lemma in DEEDS and self._refuses(content) and not any(self.quote_at[n] >= 0 for n in self._tokens(content)):
            return True
        return self._no_clause(cue, lemma, content) or any(self._unreal(node, below) for node, below in self._chain(cue))

    def nobodys(self, cue: int, source: Phrase | None, content: list[Offsets]) -> bool:
        """Whether words without marks are said by nobody in particular: "some say", "Half of teens say", "a flight reminds us"."""
        words = self.words
        if source is None:
            return words.low[max(0, cue - 1)] == "worth" or words.low[max(0, cue - 2) : cue] in (
                ["here", "’s"],
                ["here", "'s"],
            )
        if self._rejected(cue, content):
            return True
        if any(self.quote_at[n] >= 0 for n in self._tokens(content)):
            return False
        if words.lemma[cue] in POINTING and cue + 1 < len(words.low) and words.low[cue + 1] in READERS:
            return words.pos[source[2]] == "NOUN"
        if words.low[source[2]] == "you" or words.low[max(0, cue - 1)] == "worth" or self._own_mind(cue, source):
            return True  # "It is worth noting that"
        return self._anybody(words.low[source[0] : source[1]])

    def _rejected(self, cue: int, content: list[Offsets]) -> bool:
        """ "dismissed claims that the plan was “a gift”": another's words."""
        words = self.words
        if words.lemma[cue] not in REJECTING or not content:
            return False
        claims = (n for n in words.children[cue] if words.dep[n] == "obj" and n > cue and words.lemma[n] in CLAIMS)
        claim = next(claims, None)
        if claim is None or claim + 1 == len(words.low) or words.low[claim + 1] not in {"that", "of", "by"}:
            return False
        return self.view.token(content[0][0]) > claim

    def _own_mind(self, cue: int, source: Phrase) -> bool:
        """ "I think it is late", "I would tell him to go": what a writer or a reader thinks by himself, or would say."""
        words = self.words
        would = any(words.low[c] in {"would", "'d", "’d"} for c in words.children[cue])
        return words.low[source[2]] == "i" and (would or words.lemma[cue] in cues.THINK)

    @staticmethod
    def _anybody(source: Sequence[str]) -> bool:
        """Whether a source is only "some", or a share of people."""
        if len(source) == 1:
            return source[0] in ANYBODY
        return "of" in source and not SHARES.isdisjoint(source[: source.index("of")])

    def _tokens(self, content: list[Offsets]) -> range:
        """The words from a content's first to its last."""
        return range(self.view.token(content[0][0]), self.view.token(content[-1][1] - 1) + 1) if content else range(0)

    def _no_clause(self, cue: int, lemma: str, content: list[Offsets]) -> bool:
        """ "knows what he will do", "said when she resigned": clauses that are no statement."""
        if lemma in WEIGHING and content and self._opens_with_question(content[0][0]):
            return True
        if lemma == "add" and self._put(cue, content):
            return True
        if lemma == "announce" and content and self.words.tag[self.view.token(content[0][0])] == "PRP$":
            return True  # "who announced his retirement last month, is ill"
        return lemma in KNOWING or (lemma not in WONDERING and self._only_when(cue, content))

    def _put(self, cue: int, content: list[Offsets]) -> bool:
        """ "added the cup to her long list - but not before she was tested": what is added to something is nothing said."""
        words, children = self.words, self.words.children[cue]
        thing = any(words.dep[c] == "obj" and c > cue for c in children)
        to = any(words.dep[c] == "obl" and any(words.low[k] == "to" for k in words.children[c]) for c in children)
        return thing and to and not any(self.quote_at[n] >= 0 for n in self._tokens(content))

    def _chain(self, cue: int) -> list[tuple[int, int | None]]:
        """A cue and the verbs that it hangs on as "to say" hangs on "want", each with the one below."""
        words, node = self.words, cue
        found: list[tuple[int, int | None]] = [(cue, None)]
        for _ in range(CHAIN):
            above = words.head[node]
            if words.dep[node] != "xcomp" or above == node or above > cue:
                break
            found.append((above, node))
            node = above
        return found

    def _unreal(self, node: int, below: int | None) -> bool:
        """Whether a verb group is negated, only possible, supposed, or of what is yet to be said."""
        words = self.words
        if below is not None and words.lemma[node] in UNREAL - cues.SAY:
            return True
        return any(self._undoes(child) for child in words.children[node] if child < node)

    def _undoes(self, child: int) -> bool:
        """Whether a word before a verb makes it no fact: "never", "if", "may"."""
        words = self.words
        low = words.low[child]
        if low in NEGATIONS:
            return words.low[child + 1] not in ONLY
        if low in SUPPOSING:
            return words.dep[child] in {"mark", "case", "advmod"}
        return low in MODALS and words.tag[child] == "MD"

    def _by_nobody(self, cue: int) -> bool:
        """ "Nobody said that", "Neither Okafor nor her lawyer would say"."""
        words = self.words
        for child in words.children[cue]:
            if words.dep[child] == "nsubj" and child < cue:
                low, _ = words.subtree(child)
                noone = words.low[low : low + 2] == ["no", "one"]
                return noone or any(words.low[n] in NOBODIES for n in range(low, child + 1))
        return False

    def _asks(self, cue: int) -> bool:
        """ "Why had he asserted that ...?": the verb of a question is turned."""
        words = self.words
        subject = next((c for c in words.children[cue] if words.dep[c] == "nsubj" and c < cue), None)
        if subject is None:
            return False
        turned = any(words.dep[c] == "aux" and c < subject for c in words.children[cue])
        return turned and self._ends_as_question(cue)

    def _ends_as_question(self, cue: int) -> bool:
        """Whether the sentence of a verb ends with a question mark, within or without its quotation marks."""
        words = self.words
        last = words.sentences[words.sent[cue]][1]
        while last > cue and (words.pos[last - 1] == "SPACE" or words.text[last - 1] in {"”", '"', "’"}):
            last -= 1
        return words.text[last - 1] == "?"

    def _names_only(self, cue: int, lemma: str) -> bool:
        """ "a competition called the Long Road": a participle behind a noun gives it its name."""
        words = self.words
        behind = cue > 0 and words.pos[cue - 1] in {"NOUN", "PROPN"}
        bare = words.dep[cue] == "acl" or not any(words.dep[c] in {"aux", "nsubj"} for c in words.children[cue])
        return lemma in NAMING_VERBS and words.tag[cue] == "VBN" and bare and behind

    def _opens_with_question(self, offset: int) -> bool:
        n = self.view.token(offset)
        low = self.words.low[n]
        return low == "whether" or (self.words.tag[n] in MANNER and low != "that")

    def _only_when(self, cue: int, content: list[Offsets]) -> bool:
        """ "That is what Okafor said when she resigned": a clause that tells when is not what was said."""
        first = self.view.token(content[0][0]) if content else 0
        return first > cue and self.words.low[first] in TIMING

    def _avoided(self, cue: int) -> bool:
        """ "had opposed adding provisions": a participle right behind a verb that says that it was not done."""
        words = self.words
        before = cue - 1 - (cue > 1 and words.pos[cue - 1] == "SPACE")
        return words.tag[cue] == "VBG" and cue > 0 and words.lemma[before] in UNREAL and words.tag[before][:2] == "VB"

    def _refuses(self, content: list[Offsets]) -> bool:
        """ "declined to comment on the case": a refusal is no quotation."""
        return bool(content) and self.words.low[self.view.token(content[0][0])] == "to"
