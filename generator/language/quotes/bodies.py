"""Whom "it said" means: the company, council or campaign that spoke last, or that the sentence before was about."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from generator.language.coreference.component import Entity
from generator.language.lexicon.tags import MAIN_CLAUSES, SUBJECTS
from generator.language.quotes import cues
from generator.language.quotes.view import Attribution, Part, View
from generator.values.noun_kinds import noun_kind

# "The council published a report. It warns ...": rather the report
PAPERS = frozenset(
    "report study book column essay article blog memo paper review survey bill law resolution letter statement document email poll "
    "lawsuit complaint filing ruling order message post tweet campaign website petition analysis app game film guide".split()
)
BODY_TYPES = frozenset({"ORG", "GPE"})
# "Norwick Mills will close. The firm said": any body but a state may be called so
CALLED = frozenset("firm company agency group organisation organization business corporation".split())


class SpeakingBodies(Part):
    """Finds the body that "it" stands for before a verb of saying."""

    def __init__(self, view: View, entities: Sequence[Entity]) -> None:
        super().__init__(view)
        self.named = sorted(
            (
                (bisect_left(self.starts, m.start), e)
                for e in entities
                if e.type in BODY_TYPES
                for m in e.mentions
                if m.kind == "name"
            ),
            key=lambda entry: entry[0],
        )
        self.tokens = [token for token, _ in self.named]

    def find(self, attribution: Attribution, last: Entity | None, since: int) -> Entity | None:
        """The body that says what "it" says, if that is clear.

        Args:
            attribution: one whose source is "it" or "the firm".
            last: the last speaker, or None.
            since: the token at which he spoke.
        """
        words, cue, head = self.words, attribution.cue_token, attribution.source_head
        if cue is None or head is None or words.lemma[cue] not in cues.SAY or words.head[head] != cue:
            return None
        if words.low[head] in CALLED and last is not None and last.type != "ORG":
            return None
        near = self.paragraph_at[head] - self.paragraph_at[since] in {0, 1}
        kinds = frozenset({"ORG"}) if words.low[head] in CALLED else BODY_TYPES
        subject = self._subject_before(head, kinds)
        if last is None or last.type not in BODY_TYPES or not near:
            return subject if words.low[head] == "it" or subject is None or subject.type == "ORG" else None
        if subject is None:
            return last if self._undisturbed(since, head, last, kinds) else None
        return subject if subject is last else None  # the council spoke, the trust bought a ship: either may add something

    def _undisturbed(self, since: int, head: int, last: Entity, kinds: frozenset[str]) -> bool:
        """Whether neither another body (for "the firm", no state) nor a paper has been named since somebody spoke."""
        low, high = bisect_right(self.tokens, since), bisect_left(self.tokens, head)
        others = self._common_subject(since, head) or any(
            self.quote_at[n] < 0 and entity is not last and entity.type in kinds for n, entity in self.named[low:high]
        )
        return not others and not self._paper(since, head)

    def _common_subject(self, since: int, head: int) -> bool:
        """ "The Home Office agreed. The commission had been asked. It said": a body without a name, which a clause since is of."""
        words = self.words
        return any(
            words.dep[n] in SUBJECTS
            and words.dep[words.head[n]] in MAIN_CLAUSES
            and words.tag[n] == "NN"
            and words.low[n] not in CALLED
            and noun_kind(words.low[n]) in {"body", "media"}
            and self.quote_at[n] < 0
            for n in range(since + 1, head)
        )

    def _paper(self, low: int, high: int) -> bool:
        return any(self.words.lemma[n] in PAPERS and self.quote_at[n] < 0 for n in range(low, high))

    def _subject_before(self, head: int, kinds: frozenset[str]) -> Entity | None:
        """The body that is the subject of the sentence before, which names no other and no paper: "Norwick Mills will close. It said"."""
        words = self.words
        n = words.sentences[words.sent[head]][0] - 1
        if n < 0 or self.paragraph_at[head] - self.paragraph_at[n] not in {0, 1}:
            return None
        low, high = words.sentences[words.sent[n]]
        inside = [
            entry
            for entry in self.named[bisect_left(self.tokens, low) : bisect_left(self.tokens, high)]
            if entry[1].type in kinds
        ]
        if len({entity.id for _, entity in inside}) != 1 or self._paper(low, head):
            return None
        return inside[0][1] if any(self._subject(at) for at, _ in inside) else None

    def _subject(self, at: int) -> bool:
        """Whether the name that begins at a word is the subject of a main clause."""
        words = self.words
        for n in range(at, min(at + 6, len(words.text))):
            if words.dep[n] in SUBJECTS:
                return words.dep[words.head[n]] in MAIN_CLAUSES
            if words.pos[n] not in {"PROPN", "DET", "ADP", "NOUN", "ADJ"}:
                break
        return False
