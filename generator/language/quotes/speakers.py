"""Who speaks: from a source's words to an entity, and by what road; how sure that is, `confidence` says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.language.coreference.component import Entity, Mention
from generator.language.coreference.pronouns import FEMALE, MALE, MEN, WOMEN
from generator.language.coreference.roles import COURTESY, RELATIVE
from generator.language.quotes.aged import Ages
from generator.language.quotes.antecedents import Antecedents, Asked, Features, weighed
from generator.language.quotes.bodies import CALLED, SpeakingBodies
from generator.language.quotes.descriptions import Descriptions
from generator.language.quotes.naming import Naming
from generator.language.quotes.offices import Offices
from generator.language.quotes.view import Attribution, View
from generator.language.quotes.whole_phrases import WholePhrases

PLURAL = frozenset({"they", "we", "them", "who"})
FIRST_PERSON = frozenset("i we us our ourselves my myself".split())
ADDRESSING = frozenset({"tell", "ask", "warn", "remind", "assure", "inform", "urge", "advise"})
# "Lund's answer was: “...”": what belongs to the one who said it
WRITINGS = frozenset(
    "report study book column essay article blog memo paper review opinion".split()
)  # "The report by Okafor warned"
# "In a response, Okafor ...", "His motto: ...": what somebody says or writes
SAYINGS = frozenset(
    "response reply answer message retort comment word reaction statement tweet advice motto dictum remark quote mantra line letter "
    "email warning question verdict explanation post speech".split()
)
SHOWING = frozenset({"show", "find", "indicate", "suggest", "reveal", "see"})  # no place does that by speaking
LEAST = {
    "pronoun": 0.5,
    "floating": 0.8,  # of those between .7 and .8, two of three were right
    "description": 0.85,  # of those from .9, 95 of 100 were right
}  # of the probability of an antecedent: below, nobody rather than somebody doubtful


@dataclass(slots=True)
class Speaker:
    """An entity and how it was found."""

    entity: Entity | None
    how: str  # "name", "described", "pronoun", "floating" ...
    probability: float = 1.0  # of the mention or the antecedent
    candidates: list[tuple[Entity | None, Features]] = field(default_factory=list)
    others: list[float] = field(default_factory=list)  # the probabilities of all other candidates
    shared: bool = False  # a surname that several bear


class Speakers:
    """Resolves the sources of one article, in reading order."""

    def __init__(self, view: View, entities: Sequence[Entity], weights: Mapping[str, float]) -> None:
        self.words = view.words
        self.view = view
        self.naming = Naming(view.words, entities)
        self.phrases = WholePhrases(view.words, self.naming)
        self.offices = Offices(view.words, entities)
        self.ages = Ages(view.text, entities)
        self.antecedents = Antecedents(view, entities, self.offices)
        self.descriptions = Descriptions(view, self.offices, self.ages)
        self.bodies = SpeakingBodies(view, entities)
        self.last_token = 0  # where somebody spoke last
        self.last_cue: int | None = None  # by which verb
        self.weights = weights
        self.last: Entity | None = None
        self.last_paragraph = -9
        self.unnamed: tuple[str, int] | None = None  # gender and place of a man or woman without a name who spoke last
        self.unnamed_paragraph = -9  # where somebody spoke last whom the article does not let us know

    def speaker(self, attribution: Attribution) -> Speaker:
        """The speaker of an attribution."""
        found = self._speaker(attribution)
        if found.entity is not None and found.entity.type == "ORG" and self._of_document(attribution):
            found = Speaker(None, "document")
        if found.entity is not None and found.entity.type == "PERSON" and self.phrases.disagrees(attribution):
            found = Speaker(None, "several")  # "Police hunting the killer of Ann Field say"
        if found.entity is not None and found.entity.type == "GPE" and self._shows(attribution):
            found = Speaker(None, "shown")  # "The record of events in Norwick, Norland, shows that"
        self._note_unnamed(attribution, found)
        if attribution.source is not None or found.entity is not None:
            self.last, self.last_paragraph = found.entity, self._paragraph(attribution)
            self.unnamed_paragraph = self.last_paragraph if found.entity is None else -9
            self.last_token = self.view.token(attribution.content[-1][1] - 1)
            self.last_cue = attribution.cue_token
        return found

    def _shows(self, attribution: Attribution) -> bool:
        """Whether a place is only where something is: behind a comma and another place, or before "shows"."""
        cue, words = attribution.cue_token, self.words
        low = attribution.source[0] if attribution.source else 0
        address = (
            low > 1 and words.text[low - 1] == "," and words.pos[low - 2] == "PROPN"
        )  # "a spokesman in Potsdam, Norland, said"
        return address or (cue is not None and words.lemma[cue] in SHOWING)

    def _note_unnamed(self, attribution: Attribution, found: Speaker) -> None:
        """Remember a man or a woman who speaks without a name: "the brother said"."""
        head = attribution.source_head
        if head is None or attribution.cue_token is None:
            return
        lemma = self.words.lemma[head]
        gender = "male" if lemma in MEN else "female" if lemma in WOMEN else "any" if lemma in RELATIVE else None
        self.unnamed = (gender, max(head, attribution.cue_token)) if found.entity is None and gender else None

    def _unnamed_spoke(self, entity: Entity, gender: str | None, token: int) -> bool:
        """Whether "he" is rather the brother who spoke last: nobody has named the other since."""
        if self.unnamed is None or self.unnamed[0] not in {gender, "any"}:
            return False
        since = self.unnamed[1]
        near = self.view.paragraph_at[token] - self.view.paragraph_at[since] in {0, 1}
        named = any(
            m.kind != "pronoun" and self.words.start[since] < m.start < self.words.start[token] for m in entity.mentions
        )
        return near and not named

    def _of_document(self, attribution: Attribution) -> bool:
        """ "The Post says the letter asks for a vote, and “we offer ourselves”": we are those who wrote the letter."""
        words = self.words
        inside = [n for a, b in attribution.content for n in range(self.view.token(a), self.view.token(b - 1) + 1)]
        quoted = [n for n in inside if self.view.quote_at[n] >= 0]
        document = any(words.lemma[n] in SAYINGS for n in inside if self.view.quote_at[n] < 0)
        return document and any(words.low[n] in FIRST_PERSON for n in quoted)

    def addressee(self, attribution: Attribution) -> Entity | None:
        """Whom the cue addresses: "he told Putin"."""
        cue = attribution.cue_token
        if cue is None or self.words.lemma[cue] not in ADDRESSING:
            return None
        for child in self.words.children[cue]:
            if self.words.dep[child] in {"obj", "iobj"} and child > cue:
                found = self.naming.mention_over(child)
                if found and found[0].kind == "name" and found[1].type == "PERSON":
                    return found[1]
        return None

    def _paragraph(self, attribution: Attribution) -> int:
        """The last paragraph of a quotation, which may go over several."""
        return self.view.quoted[attribution.quoted[-1]].paragraph if attribution.quoted else attribution.paragraph

    def _speaker(self, attribution: Attribution) -> Speaker:
        words = self.words
        if attribution.source is None or attribution.source_head is None:
            if attribution.cue is not None:  # somebody says it whom we have not found
                return Speaker(None, "unfound")
            if self._asks_for_tag(attribution):
                return Speaker(None, "unfound")
            return self._antecedent(self.view.token(attribution.content[0][0]), "floating", None)
        start, end = attribution.source
        head = attribution.source_head
        low = words.low[head]
        if low in MALE | FEMALE and not self.naming.plural(start, end):
            return self._antecedent(head, "pronoun", "male" if low in MALE else "female")
        if low == "it":
            return Speaker(self.bodies.find(attribution, self.last, self.last_token), "body")
        if low in {"who", "that"} and words.dep[words.head[head]] == "acl":
            found = self.naming.mention_over(words.head[words.head[head]])
            return Speaker(found[1] if found and found[1].type == "PERSON" else None, "relative")
        if low in PLURAL | MALE | FEMALE or low == "i" or self.naming.several(start, end, head):
            return Speaker(None, "several")
        return self._phrase(attribution, start, end, head)

    def _asks_for_tag(self, attribution: Attribution) -> bool:
        """Whether a comma and words behind a quotation show that someone is said to say it, though we have not made out who."""
        last = self.view.quoted[attribution.quoted[-1]]
        mark = self.view.before(attribution.quoted[0])
        if mark > 0 and self.words.text[mark] == ":" and self.view.paragraph_at[mark] == last.paragraph:
            return True  # "Field: “It rained.” Reed: “It did not.”"
        behind = self.view.token(last.end - 1) + 1
        same = behind < len(self.words.text) and self.view.paragraph_at[behind] == last.paragraph
        return same and self.words.pos[behind] != "SPACE" and self.view.tag_mark(attribution.quoted[-1]) == ","

    def _phrase(self, attribution: Attribution, start: int, end: int, head: int) -> Speaker:
        """The person whom a noun phrase names or describes."""
        naming, words = self.naming, self.words
        found = self._without_title(self._owned(head, end), end)
        head = self.phrases.described(start, end, found)
        direct = naming.mention_over(head)
        speaks_for = naming.of_body(start, end)
        if speaks_for is not None:
            return Speaker(speaks_for, "apposition")
        office = start if head == found else head  # "Bank of Norland | governor Ann Field"
        closing = naming.closing_name(office, end) if not self.phrases.another(start, end, head) else None
        if closing is not None and (direct is None or direct[1] is not closing) and not naming.plural(start, end):
            return Speaker(closing, "closing name")
        if direct and direct[0].kind != "pronoun":
            return self._mentioned(direct, start, end, head)
        if words.low[start] == "the" and words.low[head] in CALLED and self._bare(start, end, head):
            return Speaker(self.bodies.find(attribution, self.last, self.last_token), "body")
        described = self._described(start, end, head)
        if described is not None:
            return Speaker(described, "described")
        owner = self._owner(start, end, head)
        if owner is not None:
            return owner
        by_name = naming.by_surname(head)
        if by_name is not None:
            return Speaker(by_name, "surname")
        body = naming.body(start, head)
        if body is not None:
            return Speaker(body, "body")
        appended = naming.appended(start, end, head)
        if appended is not None and naming.apposed(start, end, appended):
            return Speaker(appended, "apposition")
        if appended is None and self.descriptions.asked(start, end, head):
            return self._antecedent(head, "description", self.descriptions.gender(head), start)
        return Speaker(appended, "appended" if appended else "nobody")

    def _described(self, start: int, end: int, head: int) -> Entity | None:
        """Who is of the age, or holds the office, that a phrase tells."""
        words = self.words
        age = self.ages.asked(words.start[start], words.end[end - 1])
        aged = self.ages.bearer(age) if age else None
        if aged is not None:
            return aged
        bearer = self.offices.bearer(start, end, head)
        whose = words.lemma[head] in RELATIVE and head - start < 2  # "the spokesman": whose? but "the defence lawyer"
        return bearer if not whose or bearer is self.last else None

    def _bare(self, start: int, end: int, head: int) -> bool:
        """ "the firm", "the company, which makes pumps": no other words than that say which."""
        return head == start + 1 and (end == head + 1 or self.words.low[head + 1 : head + 3] == [",", "which"])

    def _mentioned(self, direct: tuple[Mention, Entity], start: int, end: int, head: int) -> Speaker:
        """Whom the mention at a phrase's head names or describes."""
        mention, entity = direct
        if mention.kind == "name" and (
            (entity.type == "PERSON" and self._with_article(mention)) or self.phrases.no_name(mention, entity)
        ):
            return Speaker(None, "nobody")
        if mention.kind == "name":
            titled = self.naming.by_title(start, head, entity)
            return Speaker(titled, "name", mention.confidence, shared=self.naming.shared(start, mention, entity))
        if mention.kind == "nominal" and self.naming.belongs(start, end, head, entity):
            return Speaker(None, "nobody")
        if mention.kind == "nominal" and self.offices.contradicts(start, head, entity):
            return Speaker(None, "nobody")
        repeated = mention.kind == "nominal" and self.offices.bearer(start, end, head) is entity
        return Speaker(entity, "described", 1.0 if repeated else mention.confidence)

    def _with_article(self, mention: Mention) -> bool:
        """ "the Bill": no one-word name of a person has an article before it."""
        first = bisect_left(self.words.start, mention.start)
        alone = mention.end <= self.words.end[first] and not self.words.text[first].isupper()  # "the RAIB" is a body
        return alone and first > 0 and self.words.low[first - 1] == "the"

    def _owner(self, start: int, end: int, head: int) -> Speaker | None:
        """ "Lund's answer was": the one whose answer it was."""
        words = self.words
        if words.lemma[head] not in SAYINGS | WRITINGS:
            return None
        if words.low[start] == "the" and end - start == 2 and self.last is not None and self._told_of(head):
            return Speaker(self.last, "owner")
        if (
            "by" in words.low[head + 1 : min(head + 3, end)]
        ):  # "The report by Okafor", "Saturday's article, by columnist Okafor"
            writers = self.naming.within(head + 1, end)
            return Speaker(writers[-1][1], "author", writers[-1][0].confidence) if writers else None
        if words.lemma[head] not in SAYINGS:
            return None
        owner = next((c for c in words.children[head] if words.dep[c] == "nmod" and start <= c < head), None)
        owned = self.naming.mention_over(owner) if owner is not None else None
        person = owned is not None and owned[1].type == "PERSON"
        return Speaker(owned[1], "owner", owned[0].confidence) if owned is not None and person else None

    def _told_of(self, head: int) -> bool:
        """ "Okafor said in a statement that ... The statement added": whether the last speaker's sentence tells of the same paper."""
        words, cue = self.words, self.last_cue
        if cue is None or self.view.paragraph_at[head] - self.last_paragraph not in {0, 1}:
            return False
        return any(
            words.lemma[n] == words.lemma[head]
            for n in range(*words.sentences[words.sent[cue]])
            if self.view.quote_at[n] < 0
        )

    def _owned(self, head: int, end: int) -> int:
        """ "Norvik's chief | executive, Ann Field": what is somebody's, where the parse takes the owner for a phrase's head."""
        words = self.words
        if head + 2 >= end or words.tag[head + 1] != "POS" or words.pos[head + 2] not in {"NOUN", "ADJ", "PROPN"}:
            return head
        named = self.naming.mention_over(head)
        if named is not None and named[0].end > words.start[head + 2]:  # "St John's | Ambulance": a name
            return head
        stop = next((n for n in range(head + 2, end) if words.text[n] in {",", "("} or words.tag[n] == "IN"), end)
        return stop - 1 if stop > head + 2 else head

    def _without_title(self, head: int, end: int) -> int:
        """ "Ms | Quayle, his deputy": a parse that takes the title for the name's first word."""
        words = self.words
        while head + 1 < end and (words.low[head] in COURTESY or words.text[head] == ".") and words.pos[head + 1] != "SPACE":
            head += 1
        return head + 1 if self._title_of_name(head, end) else head

    def _title_of_name(self, head: int, end: int) -> bool:
        """ "Baroness | Field", "Goalkeeper | Ann Field, back after a year": a parse that takes what somebody is for the first name."""
        words = self.words
        if (
            head + 1 >= end
            or words.head[head + 1] != head
            or words.dep[head + 1] != "flat"
            or self.naming.mention_over(head)
        ):
            return False
        found = self.naming.mention_over(head + 1)
        return found is not None and found[0].start == words.start[head + 1] and found[1].type == "PERSON"

    @staticmethod
    def _another_asked(candidates: Sequence[tuple[Entity | None, Features]], best: int) -> bool:
        """ "Field was asked why Barker left. He replied": whether it is another than the likeliest who was asked."""
        asked = [n for n, (_, features) in enumerate(candidates) if "pronoun was asked" in features]
        return bool(asked) and best not in asked

    def _antecedent(self, token: int, asked: Asked, gender: str | None, start: int = 0) -> Speaker:
        """The likeliest person before a pronoun, a description (from its first word on) or a quotation without a source."""
        candidates = self.antecedents.candidates(token, asked, gender, (self.last, self.last_paragraph, self.last_token))
        if asked == "description":
            self.descriptions.told(start, token, candidates)
        if self.view.paragraph_at[token] - self.unnamed_paragraph in {0, 1}:
            candidates[-1][1][f"{asked} nobody, somebody unnamed spoke last"] = 1.0
        linked = self.naming.mention_over(token) if asked == "pronoun" else None
        for entity, features in candidates:
            if linked and linked[1] is entity and entity.id not in self.antecedents.mistaken:
                features["pronoun, coreference"] = linked[0].confidence
        chances = weighed(candidates, self.weights)
        best = max(range(len(chances)), key=lambda n: chances[n])
        entity = candidates[best][0] if chances[best] >= LEAST[asked] else None
        if entity is not None and asked == "pronoun":
            another = self._unnamed_spoke(entity, gender, token) or self.antecedents.only_owner(token, entity, gender)
            entity = None if another or self._another_asked(candidates, best) else entity
        if asked == "floating" and "floating nobody, another subject" in candidates[-1][1]:
            entity = None  # "The law was old. “It is good.”": who speaks has not been named again
        others = chances[:best] + chances[best + 1 :]
        return Speaker(entity, asked, chances[best], candidates, others)
