"""Who speaks: from a source's words to an entity, with a confidence; nobody rather than somebody doubtful."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from generator.language.coreference.component import Entity, Mention
from generator.language.coreference.pronouns import FEMALE, MALE
from generator.language.quotes.view import Attribution
from generator.language.words import Words

THRESHOLD = 0.7  # below it the speaker is null and the page shows the source's own words
FLOATING = 0.75  # at most, of a quotation without a source
PLURAL = frozenset({"they", "we", "them", "who"})
TOGETHER = frozenset({"and", "or"})
ADDRESSING = frozenset({"tell", "ask", "warn", "remind", "assure", "inform", "urge", "advise"})
# "Lund's answer was: “...”": what belongs to the one who said it
SAYINGS = frozenset(
    "response reply answer message retort comment word reaction statement tweet advice motto dictum remark quote mantra line letter "
    "email warning question verdict explanation".split()
)
SPEAKING_TYPES = frozenset({"PERSON", "ORG", "GPE"})


@dataclass(slots=True)
class Speaker:
    """An entity and how sure we are."""

    entity: Entity | None
    confidence: float


class Speakers:
    """Resolves the sources of one article, in reading order."""

    def __init__(self, words: Words, entities: Sequence[Entity]) -> None:
        self.words = words
        self.entities = [entity for entity in entities if entity.type in SPEAKING_TYPES]
        self.mentions = sorted(
            ((mention.start, -mention.end, mention, entity) for entity in self.entities for mention in entity.mentions),
            key=lambda entry: entry[:2],
        )
        self.starts = [entry[0] for entry in self.mentions]
        self.longest = max((mention.end - mention.start for _, _, mention, _ in self.mentions), default=0)
        self.last: Speaker | None = None
        self.last_paragraph = -9

    def speaker(self, attribution: Attribution) -> Speaker:
        """The speaker of an attribution."""
        found = self._speaker(attribution)
        if attribution.source is not None or found.entity is not None:
            self.last, self.last_paragraph = found, attribution.paragraph
        return found if found.confidence >= THRESHOLD else Speaker(None, found.confidence)

    def addressee(self, attribution: Attribution) -> Entity | None:
        """Whom the cue addresses: "he told Putin"."""
        cue = attribution.cue_token
        if cue is None or self.words.lemma[cue] not in ADDRESSING:
            return None
        for child in self.words.children[cue]:
            if self.words.dep[child] in {"obj", "iobj"} and child > cue:
                found = self._mention_over(child)
                if found and found[0].kind == "name" and found[1].type == "PERSON":
                    return found[1]
        return None

    def _speaker(self, attribution: Attribution) -> Speaker:
        words = self.words
        if attribution.source is None or attribution.source_head is None:
            return self._floating(attribution)
        start, end = attribution.source
        head = attribution.source_head
        low = words.low[head]
        if low in MALE | FEMALE:
            return self._pronoun(attribution, head, "male" if low in MALE else "female")
        if low in {"who", "that"} and words.dep[words.head[head]] == "acl":
            antecedent = words.head[words.head[head]]
            found = self._mention_over(antecedent)
            return Speaker(found[1], 0.9) if found and found[1].type == "PERSON" else Speaker(None, 0.5)
        if low in PLURAL or low == "i":
            return Speaker(None, 0.0)
        if self._several(start, end, head):
            return Speaker(None, 0.0)
        direct = self._mention_over(head)
        closing = self._closing_name(start, end)
        if closing is not None and (direct is None or direct[1] is not closing) and not self._plural(start, end):
            return Speaker(closing, 0.9)
        if direct and direct[0].kind == "nominal" and self._belongs(start, end, head, direct[1]):
            return Speaker(None, 0.3)
        if direct and direct[0].kind != "pronoun":
            return Speaker(direct[1], direct[0].confidence)
        if words.lemma[head] in SAYINGS:
            owner = next((c for c in words.children[head] if words.dep[c] == "nmod" and start <= c < head), None)
            owned = self._mention_over(owner) if owner is not None else None
            if owned and owned[1].type == "PERSON":
                return Speaker(owned[1], 0.9 * owned[0].confidence)
        by_name = self._by_surname(head)
        if by_name is not None:
            return Speaker(by_name, 0.8)
        inside = [
            (m, e)
            for _, _, m, e in self.mentions
            if words.start[start] <= m.start and m.end <= words.end[end - 1] and m.kind == "name" and e.type == "PERSON"
        ]
        # "Clinton campaign manager Robby Mook", "the mayor, Ann Field": a name in apposition or joined to the head
        for mention, entity in inside:
            token = self._token_of(mention)
            if token is not None and (
                (words.head[token] == head and words.dep[token] in {"appos", "flat", "nmod:desc", "compound"})
                or words.head[head] == token
                or (mention.end == words.end[end - 1] and not self._possessive(mention) and self._no_case(start, token))
            ):
                return Speaker(entity, 0.9)
        return Speaker(None, 0.3)

    def _floating(self, attribution: Attribution) -> Speaker:
        """Who says what has no source: the one who spoke before, or of whom the sentence before it tells."""
        if attribution.cue is not None:  # somebody says it whom we have not found
            return Speaker(None, 0.4)
        back = attribution.paragraph - self.last_paragraph
        if attribution.opens or back == 0:
            # a paragraph of quotation goes on with the speaker of the one before
            if self.last is not None and back <= 1:
                return Speaker(self.last.entity, min(self.last.confidence, FLOATING))
            return Speaker(None, 0.0)
        # "Clinton praised the law. “We need it.”": the subject of the sentence before
        words = self.words
        before = bisect_left(words.start, attribution.content[0][0]) - 1
        first, last = words.sentences[words.sent[max(before, 0)]]
        for n in range(first, min(last, before + 1)):
            if words.dep[n] == "nsubj" and words.dep[words.head[n]] in {"root", "conj"}:
                found = self._mention_over(n)
                if found and found[1].type == "PERSON":
                    return Speaker(found[1], min(found[0].confidence, FLOATING))
                break
        return Speaker(None, 0.5)

    def _several(self, start: int, end: int, head: int) -> bool:
        """ "Okafor and Barker"; but in "Okafor, mayor and engineer" what the comma parts off only describes one."""
        words = self.words
        joined = [
            n
            for n in range(start, end)
            if words.low[n] in TOGETHER and words.dep[n] == "cc" and words.head[words.head[n]] == head
        ]
        if not joined:
            return False
        comma = next((n for n in range(start, end) if words.text[n] in {",", "("}), None)
        if comma is None or joined[0] < comma or words.pos[comma - 1] != "PROPN":
            return True
        behind = words.start[comma + 1]
        return any(m.start == behind and m.kind == "name" and e.type == "PERSON" for _, _, m, e in self.mentions)

    def _by_surname(self, head: int) -> Entity | None:
        """The only person of the article with this surname, where the recogniser missed this occurrence."""
        word = self.words.text[head]
        fits = [e for e in self.entities if e.type == "PERSON" and e.name.split()[-1] == word]
        if word.isupper() and not fits:  # the labels of a transcript
            fits = [e for e in self.entities if e.type == "PERSON" and e.name.split()[-1].upper() == word]
        return fits[0] if len(fits) == 1 else None

    def _closing_name(self, start: int, end: int) -> Entity | None:
        """ "Clinton campaign chairman John Podesta": the full name that ends the phrase, before what is in apposition."""
        words = self.words
        stop = next((n for n in range(start + 1, end) if words.text[n] in {",", "("}), end)
        edge = words.end[stop - 1]
        for _, _, mention, entity in self.mentions:
            if (
                mention.kind == "name"
                and mention.end == edge
                and mention.start > words.start[start]
                and entity.type == "PERSON"
            ):
                token = self._token_of(mention)
                if token is not None and self._no_case(start, token) and " " in mention_text(words, mention):
                    return entity
        return None

    def _plural(self, start: int, end: int) -> bool:
        return any(self.words.low[n] in TOGETHER for n in range(start, end))

    def _belongs(self, start: int, end: int, head: int, entity: Entity) -> bool:
        """ "an aide to Okafor", "Okafor's husband": a role that names the one it belongs to is another one's."""
        words = self.words
        low, high = words.start[start], words.end[end - 1]
        for place in range(bisect_left(self.starts, low), len(self.mentions)):
            _, _, mention, other = self.mentions[place]
            if mention.start >= high:
                return False
            if other is entity and mention.kind == "name":
                token = bisect_left(words.start, mention.start)
                joined = any(words.tag[n] in {"IN", "TO"} for n in range(head, token))
                if joined or (token < head and self._possessive(mention)):
                    return True
        return False

    def _no_case(self, start: int, token: int) -> bool:
        words = self.words
        return not any(words.dep[n] == "case" or words.tag[n] in {"IN", "TO"} for n in range(start, token))

    def _possessive(self, mention: Mention) -> bool:
        token = self._token_of(mention)
        return token is not None and token + 1 < len(self.words.low) and self.words.low[token + 1] in {"'s", "’s"}

    def _pronoun(self, attribution: Attribution, head: int, gender: str) -> Speaker:
        found = self._mention_over(head)
        if found and found[1].type == "PERSON":
            return Speaker(found[1], found[0].confidence)
        if (
            self.last is not None
            and self.last.entity is not None
            and attribution.paragraph - self.last_paragraph <= 2
            and self.last.entity.gender in {None, gender}
        ):
            return Speaker(self.last.entity, 0.65)
        return Speaker(None, 0.4)

    def _mention_over(self, token: int) -> tuple[Mention, Entity] | None:
        """The longest mention that covers a token."""
        start, end = self.words.start[token], self.words.end[token]
        place = bisect_right(self.starts, start) - 1
        best: tuple[Mention, Entity] | None = None
        while place >= 0 and start - self.starts[place] <= self.longest:
            _, _, mention, entity = self.mentions[place]
            if end <= mention.end and (best is None or mention.end - mention.start > best[0].end - best[0].start):
                best = mention, entity
            place -= 1
        return best

    def _token_of(self, mention: Mention) -> int | None:
        """The head token of a mention."""
        first = bisect_left(self.words.start, mention.start)
        inside = range(first, bisect_left(self.words.start, mention.end))
        return next((n for n in inside if self.words.head[n] not in inside or self.words.head[n] == n), None)


def mention_text(words: Words, mention: Mention) -> str:
    """The words of a mention with single spaces."""
    first = bisect_left(words.start, mention.start)
    return " ".join(words.text[first : bisect_left(words.start, mention.end)])
