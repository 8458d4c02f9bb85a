"""A person of two posts that exclude each other: "Sergeant Ruth Stone" beside "Lieutenant Ruth Stone", "the finance minister" beside
"the transport minister", "campaign manager" beside "campaign chairman".

Most roles do not exclude each other: a person is a lawyer, a neighbour and a witness. What does are ranks of one service, the portfolios of
ministers, and two heads of one staff; and only where no article gives both, and nothing is former.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from generator.dossier.differences.denials import soon
from generator.dossier.differences.making import Maker, ToldValue, by_publishers
from generator.dossier.differences.sentences import Sentence
from generator.dossier.model import Difference, Passage, Subject

RANKS = {
    **dict.fromkeys(("sergeant", "sgt"), "sergeant"), **dict.fromkeys(("lieutenant", "lt"), "lieutenant"),
    **dict.fromkeys(("captain", "capt"), "captain"), **dict.fromkeys(("colonel", "col"), "colonel"),
    **dict.fromkeys(("corporal", "cpl"), "corporal"), **dict.fromkeys(("private", "pvt"), "private"),
    **{rank: rank for rank in "constable inspector superintendent commodore brigadier admiral".split()},
}  # fmt: skip
PORTFOLIO = frozenset({"minister", "secretary"})
STAFF = frozenset("manager chairman chairwoman director treasurer coordinator strategist spokesman spokeswoman".split())
HEAD = "|".join(sorted({*RANKS, *PORTFOLIO, *STAFF}, key=len, reverse=True))
BEFORE_NAME = re.compile(rf"(?P<of>(?:\b[A-Za-z-]+ )?)\b(?P<head>{HEAD})\.? $", re.IGNORECASE)
BEHIND_NAME = re.compile(
    rf"^, (?:the |an? |(?:[\w.-]+ ){{1,3}}?[\w-]+[’']s )?(?P<of>(?:[a-z-]+ )?)(?P<head>{HEAD})\b(?! (?:and|of state))",
    re.IGNORECASE,
)
# what makes another post of it, or one that was
ANOTHER_POST = re.compile(
    r"\b(?:former(?:ly)?|ex|then|one-time|late|acting|interim|deputy|vice|assistant|junior|senior|new|next|future|shadow|prime|first|chief|under"
    r"|press|state|permanent|cabinet|staff|lance|master|major|detective|executive|managing|co)\b",
    re.IGNORECASE,
)
LOOKED_BACK = 40  # letters before a name


@dataclass(frozen=True, slots=True)
class Post:
    """A post that an article gives a person."""

    head: str  # "minister", "sergeant"
    of: str  # "finance", "campaign"
    told: ToldValue

    @property
    def name(self) -> str:
        """As it is compared."""
        return f"{self.of} {self.head}".strip()


def differences(
    maker: Maker, told: Sequence[Sequence[Sentence]], people: Sequence[Subject], akin: Callable[[int, int], bool]
) -> Iterator[Difference]:
    """The people of two posts.

    Args:
        maker: of differences.
        told: the sentences of each record.
        people: the subjects.
        akin: whether two articles, by their numbers, tell of one story.
    """
    number = {record.id: n for n, record in enumerate(maker.records)}
    for person in people:
        if person.type != "PERSON" or " " not in person.name:
            continue
        posts = [post for mention in person.mentions if (post := _post(mention, number[mention.source], told))]
        values: dict[str, list[Post]] = {}
        for post in posts:
            values.setdefault(post.name, []).append(post)
        pairs = [(a, b) for a in values.values() for b in values.values() if a[0].name < b[0].name]
        for ones, others in pairs:
            if _exclude(ones[0], others[0]) and _apart(ones, others, akin, maker):
                shown = {post[0].name: [p.told for p in post] for post in (ones, others)}
                yield maker.difference("name", f"the post of {person.name}", by_publishers(maker, shown), 0.0)
                break


def _post(mention: Passage, number: int, told: Sequence[Sequence[Sentence]]) -> Post | None:
    """The post that stands right before or behind a mention."""
    s = next((s for s in told[number] if s.start <= mention.start and mention.end <= s.end), None)
    if s is None:
        return None
    at, end = mention.start - s.start, mention.end - s.start
    first = max(0, at - LOOKED_BACK)
    match, shift = BEFORE_NAME.search(s.text[first:at]), first
    if match is None:
        match, shift = BEHIND_NAME.search(s.text[end : end + 2 * LOOKED_BACK]), end
    if match is None:
        return None
    start, stop = shift + match.start("of"), shift + match.end("head")
    if ANOTHER_POST.search(s.text[max(0, start - LOOKED_BACK // 2) : stop]):
        return None
    head = match["head"].lower()
    of = match["of"].strip().lower()
    return Post(RANKS.get(head, head), "" if head in RANKS else of, ToldValue(s, s.start + start, s.start + stop))


def _exclude(one: Post, other: Post) -> bool:
    """Whether nobody has both posts at once."""
    if one.head != other.head:
        ranks = {one.head, other.head} <= set(RANKS.values())
        return ranks or (bool(one.of) and one.of == other.of and {one.head, other.head} <= STAFF)
    return one.head in PORTFOLIO and bool(one.of and other.of) and one.of != other.of


def _apart(ones: Sequence[Post], others: Sequence[Post], akin: Callable[[int, int], bool], maker: Maker) -> bool:
    """Whether articles of one story and time give them, none of them both."""
    a, b = ({p.told.number for p in posts} for posts in (ones, others))
    return a.isdisjoint(b) and any(akin(m, n) and soon(maker.records[m], maker.records[n]) for m in a for n in b)
