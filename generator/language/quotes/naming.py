"""Which person of the article a noun phrase names."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Container, Sequence
from itertools import pairwise

from generator.language.coreference.component import Entity, Mention
from generator.language.coreference.persons import OFFICES
from generator.language.coreference.trades import ROLES
from generator.language.lexicon.fronted_days import NAMES_OF_TIMES
from generator.language.words import Words
from generator.values.gazetteer import given_names
from generator.values.noun_kinds import noun_kind

TOGETHER = frozenset({"and", "or"})
OFFICE = frozenset({"NOUN", "ADJ", "DET"})  # "and the drummer | Bo Reed"
GENDERS = {"mr": "male", "mr.": "male", "sir": "male", "lord": "male"} | dict.fromkeys(
    ("mrs", "mrs.", "ms", "ms.", "miss", "dame", "lady"), "female"
)
SPEAKING_TYPES = frozenset({"PERSON", "ORG", "GPE"})


# "the Wisconsin Republican": what somebody is, not his name
KINDS_OF_PERSONS = frozenset(
    "republican republicans democrat democrats senator lawmaker native congressman congresswoman dem dems".split()
)
# "the Ministry of Transport ... the ministry": bodies of which an article that names one means that one
ONE_OF_A_KIND = frozenset(
    "ministry department commission authority bureau court university embassy council committee agency institute".split()
)
# and these, of which others may be told, too, if no other body has been named since: "the foundation"
OF_A_KIND = frozenset(
    "foundation association society trust charity bank federation academy office museum hospital inquiry board group fund exchange "
    "laboratory college school league campaign airport observatory tribunal regulator watchdog airline carrier brewery orchestra".split()
)


def nobody(name: str, person: bool = True, small: Container[str] = ()) -> bool:
    """Whether a name that a recogniser found can't be anybody's: "Thursday", "Wisconsin Republican".

    Args:
        name: as the article writes it.
        person: whether it was taken for somebody's; "Guardian" and "Pioneer" may be a paper and a firm.
        small: the words of the article as written: what it never writes small may be a name, though it is a noun, too.
    """
    words = name.casefold().split()
    kind = noun_kind(words[0]) == "person" and words[0] in small if len(words) == 1 else False
    role = len(words) == 1 and person and (words[0] in ROLES or kind) and words[0] not in given_names()
    return role or all(word in NAMES_OF_TIMES for word in words) or (len(words) > 1 and words[-1] in KINDS_OF_PERSONS)


class Naming:
    """Looks names up in phrases."""

    def __init__(self, words: Words, entities: Sequence[Entity]) -> None:
        self.words = words
        small = frozenset(words.text)
        speaking = (entity for entity in entities if entity.type in SPEAKING_TYPES)
        self.entities = [each for each in speaking if not nobody(each.name, each.type == "PERSON", small)]
        self.mentions = sorted(
            ((mention.start, -mention.end, mention, entity) for entity in self.entities for mention in entity.mentions),
            key=lambda entry: entry[:2],
        )
        self.starts = [entry[0] for entry in self.mentions]
        self.people: dict[str, list[Entity]] = {}  # by surname
        for entity in self.entities:
            if entity.type == "PERSON":
                self.people.setdefault(entity.name.split()[-1], []).append(entity)
        self.longest = max((mention.end - mention.start for _, _, mention, _ in self.mentions), default=0)

    def within(self, start: int, end: int) -> list[tuple[Mention, Entity]]:
        """The persons named inside a token range."""
        low, high, found = self.words.start[start], self.words.end[end - 1], []
        for place in range(bisect_left(self.starts, low), len(self.mentions)):
            _, _, mention, entity = self.mentions[place]
            if mention.start >= high:
                break
            if mention.end <= high and mention.kind == "name" and entity.type == "PERSON":
                found.append((mention, entity))
        return found

    def appended(self, start: int, end: int, head: int) -> Entity | None:
        """ "Clinton campaign manager Robby Mook", "the mayor, Ann Field": a name in apposition or joined to the head."""
        words = self.words
        for mention, entity in self.within(start, end):
            token = self._token_of(mention)
            if token is None:
                continue
            beside = words.head[token] == head and words.dep[token] in {"appos", "flat", "compound"}
            closing = mention.end == words.end[end - 1] and not self._possessive(mention) and self._no_case(start, token)
            if beside or words.head[head] == token or closing or self._parted_off(mention, token, end):
                return entity
        return None

    def apposed(self, start: int, end: int, entity: Entity) -> bool:
        """ "Her lawyer, | Ann Field": whether a full name behind a comma is all that ends a phrase."""
        words = self.words
        for mention, other in self.within(start, end):
            first = bisect_left(words.start, mention.start)
            whole = other is entity and mention.end == words.end[end - 1] and " " in mention_text(words, mention)
            if whole and first > start and words.text[first - 1] == ",":
                return sum(words.text[n] == "," for n in range(start, end)) == 1
        return False

    def _parted_off(self, mention: Mention, token: int, end: int) -> bool:
        """ "A representative for Ms. Turner, | Lesley Sloan": the name between the last comma and the end of a phrase."""
        words = self.words
        first = bisect_left(words.start, mention.start)
        alone = mention.end == words.end[end - 1] and words.text[first - 1] == "," and " " in mention_text(words, mention)
        return alone and words.dep[token] in {"conj", "appos", "flat"} and not self.plural(first - 3, first)

    def mention_over(self, token: int) -> tuple[Mention, Entity] | None:
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

    def several(self, start: int, end: int, head: int) -> bool:
        """ "Okafor and Barker"; but in "Okafor, mayor and engineer" what the comma parts off only describes one."""
        words = self.words
        if self._two_names(start, end, head):
            return True
        joined = [
            n
            for n in range(start, end)
            if words.low[n] in TOGETHER and self._joins(n, head, end) and not self._in_body(n, head)
        ]
        if not joined or self._two_offices(start, joined[0], end):
            return False
        comma = next((n for n in range(start, end) if words.text[n] in {",", "("}), None)
        if comma is None or joined[0] < comma or words.pos[comma - 1] != "PROPN":
            return True
        behind = words.start[comma + 1]
        place = bisect_left(self.starts, behind)
        while place < len(self.mentions) and self.starts[place] == behind:
            _, _, mention, entity = self.mentions[place]
            if mention.kind == "name" and entity.type == "PERSON":
                return True
            place += 1
        return False

    def _in_body(self, n: int, head: int) -> bool:
        """ "Moor Fire | and Rescue Service": a joint inside of the name of one body."""
        found = self.mention_over(n)
        whole = found is not None and found[0].kind == "name" and found[1].type == "ORG"
        return whole and found is not None and found[0].start <= self.words.start[head] < found[0].end

    def _two_names(self, start: int, end: int, head: int) -> bool:
        """ "singer Ann Field and drummer Bo | Reed": "and", and what the second is, between two whole names."""
        words = self.words
        for (one, _), (other, _) in pairwise(self.within(start, end)):
            low, high = bisect_left(words.start, one.end), bisect_left(words.start, other.start)
            between = range(low + 1, high)
            joined = words.low[low : low + 1] == ["and"] and all(words.pos[n] in OFFICE for n in between)
            first = bisect_left(words.start, one.start)
            office = all(words.pos[n] in OFFICE | {"PROPN"} for n in range(head, first))
            if joined and office and words.start[head] < other.end and " " in mention_text(words, one):
                return True
        return False

    def of_body(self, start: int, end: int) -> Entity | None:
        """ "Ann Field, Moor Hotel Association | said": a whole name, and behind a comma nothing but the body that it speaks for."""
        words = self.words
        people = self.within(start, end)
        if len(people) != 1 or people[0][0].start != words.start[start] or " " not in mention_text(words, people[0][0]):
            return None
        comma = bisect_left(words.start, people[0][0].end)
        if comma + 1 >= end or words.text[comma] != ",":
            return None
        body = self.mention_over(end - 1)
        whole = body is not None and body[1].type == "ORG" and body[0].start == words.start[comma + 1]
        return people[0][1] if whole else None

    def _joins(self, n: int, head: int, end: int) -> bool:
        """Whether an "and" joins something to a head; a parse may hang what is joined on the verb."""
        words = self.words
        plain = n > head and not any(words.text[k] == "," or words.tag[k] == "IN" for k in range(head, n))
        name = head
        while words.dep[name] == "flat" and words.head[name] < name:
            name = words.head[name]
        last = words.dep[name] == "conj" and words.head[name] < n < name  # "Ann Field and Bo | Reed"
        return last or words.head[words.head[n]] == head or (plain and words.pos[n + 1] in {"PROPN", "DET"} and n + 1 < end)

    def _two_offices(self, start: int, joint: int, end: int) -> bool:
        """ "chairman and chief executive Ann Field": one person, with two offices."""
        words = self.words
        office = words.low[joint - 1] in ROLES or noun_kind(words.low[joint - 1]) == "person"
        before = office and not any(words.pos[n] == "PROPN" for n in range(start, joint))
        role = next((n for n in range(joint + 1, end) if words.low[n] in ROLES), None)
        named = role is not None and any(words.pos[n] == "PROPN" for n in range(role + 1, end))
        return before and named and words.pos[joint + 1] != "DET"

    def by_surname(self, head: int) -> Entity | None:
        """The only person of the article with this surname, where the recogniser missed this occurrence."""
        word = self.words.text[head]
        fits = [e for e in self.entities if e.type == "PERSON" and e.name.split()[-1] == word]
        if word.isupper() and not fits:  # the labels of a transcript
            fits = [e for e in self.entities if e.type == "PERSON" and e.name.split()[-1].upper() == word]
        return fits[0] if len(fits) == 1 else None

    def body(self, start: int, head: int) -> Entity | None:
        """ "the ministry" after "the Ministry of Transport": the one body of the article whose name has the word."""
        words = self.words
        noun = words.low[head]
        bare = words.low[start] == "the" and start == head - 1 and words.pos[head] == "NOUN"
        if not bare or noun not in ONE_OF_A_KIND | OF_A_KIND:
            return None
        fits = [e for e in self.entities if e.type == "ORG" and noun in e.name.casefold().split()]
        if len(fits) != 1 or (noun in OF_A_KIND and self._latest_body(head) is not fits[0]):
            return None
        return fits[0]

    def _latest_body(self, token: int) -> Entity | None:
        """The body or state that was named last before a word."""
        place = bisect_left(self.starts, self.words.start[token]) - 1
        while place >= 0 and (self.mentions[place][3].type == "PERSON" or self.mentions[place][2].kind != "name"):
            place -= 1
        return self.mentions[place][3] if place >= 0 else None

    def closing_name(self, start: int, end: int) -> Entity | None:
        """ "Clinton campaign chairman John Podesta": the full name that ends the phrase, before what is in apposition."""
        words = self.words
        stop = next((n for n in range(start + 1, end) if words.text[n] in {",", "("}), end)
        edge = words.end[stop - 1]
        for mention, entity in self.within(start, stop):
            if mention.end == edge and mention.start > words.start[start]:
                token = self._token_of(mention)
                governed = token is None or not (self._no_case(start, token) or self._of_place(start, mention))
                if not governed and " " in mention_text(words, mention):
                    return entity
        return None

    def _of_place(self, start: int, mention: Mention) -> bool:
        """ "Mayor of Aldmouth | Ann Field": an office, and a place that ends before a name."""
        words = self.words
        first = bisect_left(words.start, mention.start)
        of = next((n for n in range(first - 1, start, -1) if words.tag[n] in {"IN", "TO"}), start)
        if words.low[of] != "of" or words.low[of - 1] not in ROLES or any(words.tag[n] == "IN" for n in range(start, of)):
            return False
        place = self.mention_over(first - 1)
        return place is not None and place[1].type == "GPE" and words.start[of + 1] == place[0].start

    def by_title(self, start: int, head: int, entity: Entity) -> Entity | None:
        """ "Ms. Khan" is not Humayun Khan: who else bears the surname, and may bear the title; nobody where that is not clear."""
        words = self.words
        title = next((GENDERS[words.low[n]] for n in range(max(start, head - 2), head + 1) if words.low[n] in GENDERS), None)
        if title is None:
            return entity
        gender = self._gender(entity)
        others = {e.id: self._gender(e) for e in self._namesakes(entity)}
        if gender == title or (gender is None and not others):
            return entity
        sure = [e for e in self._namesakes(entity) if others[e.id] == title]
        fitting = sure or [e for e in self._namesakes(entity) if others[e.id] is None and gender is not None]
        return fitting[0] if len(fitting) == 1 else None

    @staticmethod
    def _gender(entity: Entity) -> str | None:
        """Of a full name by its given name: "Ms. Wells" makes no woman of Peter Wells."""
        first, *rest = entity.name.casefold().split()
        return (given_names().get(first) if rest else None) or entity.gender

    def shared(self, start: int, mention: Mention, entity: Entity) -> bool:
        """Whether a mention is one word that another person of the article bears, too, and no title of the source parts them."""
        if " " in mention_text(self.words, mention):
            return False
        before = set(self.words.low[start : bisect_left(self.words.start, mention.start)])
        title = next((GENDERS[word] for word in before if word in GENDERS), None)
        offices = before & OFFICES & self._told_of(entity)

        def apart(other: Entity) -> bool:
            theirs = self._gender(other)
            return bool((title and theirs and theirs != title) or offices - self._told_of(other))

        return not all(map(apart, self._namesakes(entity)))

    def _told_of(self, entity: Entity) -> set[str]:
        """The words, in lower case, by which the article describes somebody."""
        starts = self.words.start
        return {
            self.words.low[n]
            for told in entity.descriptions
            for n in range(bisect_left(starts, told.start), bisect_left(starts, told.end))
        }

    def _namesakes(self, entity: Entity) -> list[Entity]:
        surname = entity.name.split()[-1]
        return [e for e in self.people.get(surname, ()) if e is not entity]

    def plural(self, start: int, end: int) -> bool:
        return any(self.words.low[n] in TOGETHER and not self._two_offices(start, n, end) for n in range(start, end))

    def belongs(self, start: int, end: int, head: int, entity: Entity) -> bool:
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
        return not any(
            (words.dep[n] == "case" and words.tag[n] != "POS") or words.tag[n] in {"IN", "TO"} for n in range(start, token)
        )

    def _possessive(self, mention: Mention) -> bool:
        token = self._token_of(mention)
        return token is not None and token + 1 < len(self.words.low) and self.words.low[token + 1] in {"'s", "’s"}

    def _token_of(self, mention: Mention) -> int | None:
        """The head token of a mention."""
        first = bisect_left(self.words.start, mention.start)
        inside = range(first, bisect_left(self.words.start, mention.end))
        return next((n for n in inside if self.words.head[n] not in inside or self.words.head[n] == n), None)


def mention_text(words: Words, mention: Mention) -> str:
    """The words of a mention with single spaces."""
    first = bisect_left(words.start, mention.start)
    return " ".join(words.text[first : bisect_left(words.start, mention.end)])
