"""Whether a cue reports anything: "did not say that", "must decide", "if he says", "Why had he asserted that ...?" do not.

What somebody did not say, may say, is to say or was asked to say is nobody's words; nor is what is only named ("a prize called
the Long Road"), or done ("opposed adding provisions").
"""

from __future__ import annotations

from generator.language.quotes import cues
from generator.language.quotes.view import Offsets, Part

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
NAMING = frozenset({"call", "dub", "name", "term", "brand", "nickname"})
REFUSALS = frozenset({"decline", "refuse", "fail"})
UTTERING = frozenset(
    "say comment answer discuss speculate elaborate respond identify name give disclose reveal specify provide".split()
)
CHAIN = 4  # verbs up from a cue


class Unsaid(Part):
    """Looks at the verb group of a cue."""

    def holds(self, cue: int, lemma: str, content: list[Offsets]) -> bool:
        """Whether a cue leaves unsaid what it governs."""
        if self._names_only(cue, lemma) or self._asks(cue) or self._by_nobody(cue):
            return True
        if lemma in WEIGHING and content and self._opens_with_question(content[0][0]):
            return True
        if lemma in REFUSALS:
            return self._refuses(content)
        return any(self._unreal(node, below) for node, below in self._chain(cue))

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
        for child in words.children[node]:
            low = words.low[child]
            if low in NEGATIONS and child < node and words.low[child + 1] not in ONLY:
                return True
            if low in SUPPOSING and child < node and words.dep[child] in {"mark", "case", "advmod"}:
                return True
            if low in MODALS and words.tag[child] == "MD" and child < node:
                return True
        return False

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
        last = words.sentences[words.sent[cue]][1]
        while last > cue and (words.pos[last - 1] == "SPACE" or words.text[last - 1] in {"”", '"', "’"}):
            last -= 1
        turned = any(words.dep[c] == "aux" and c < subject for c in words.children[cue])
        return turned and words.text[last - 1] == "?"

    def _names_only(self, cue: int, lemma: str) -> bool:
        """ "a competition called the Long Road": a participle behind a noun gives it its name."""
        words = self.words
        behind = cue > 0 and words.pos[cue - 1] in {"NOUN", "PROPN"}
        return lemma in NAMING and words.tag[cue] == "VBN" and words.dep[cue] == "acl" and behind

    def _opens_with_question(self, offset: int) -> bool:
        n = self.view.token(offset)
        low = self.words.low[n]
        return low == "whether" or (self.words.tag[n] in MANNER and low != "that")

    def _refuses(self, content: list[Offsets]) -> bool:
        """ "declined to comment on the case": a refusal to speak is no quotation."""
        n = self.view.token(content[0][0]) if content else 0
        return self.words.low[n] == "to" and self.words.lemma[min(n + 1, len(self.words.lemma) - 1)] in UTTERING
