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
# what a minister is of; two names of one office are one. Any other word before "minister" says less: "the", "British", "veteran"
PORTFOLIOS = {
    "treasury": "finance", "home": "interior", "defense": "defence", "healthcare": "health", "transportation": "transport",
    "labor": "labour", "employment": "labour", "farm": "agriculture", "farming": "agriculture", "commerce": "trade", "sports": "sport",
    "economics": "economy", "tourist": "tourism", "environmental": "environment",
    **{name: name for name in "finance interior foreign defence health education transport justice agriculture environment energy labour "
       "trade culture sport tourism housing science immigration information economy fisheries industry welfare".split()},
}  # fmt: skip
# before a rank they leave it one: "the police sergeant"; "the England captain" and "a ship's captain" have none
SERVICES = frozenset("police army navy marine guard fire".split())
NO_WORD_OF_POST = frozenset("the a an his her its their our this that".split())
# behind a rank: "a private citizen", "the captain of the team" have none either
RANK_ENDS = re.compile(r"[,.;:)—–]|$| (?:with|in|at|from|who)\b")
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
TWO_POSTS = re.compile(r"\b([a-z]+),? (?:and|or|&) $", re.IGNORECASE)  # "the finance and | transport minister" has both
LOOKED_BACK = 40  # letters before a name


@dataclass(frozen=True, slots=True)
class Post:
    """A post that an article gives a person."""

    head: str  # "minister", "sergeant"
    of: str  # "finance", "campaign"
    called: str  # as the article says it
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
                shown = {post[0].called: [p.told for p in post] for post in (ones, others)}
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
    joined = TWO_POSTS.search(s.text[first:start])
    if (joined and joined[1].lower() in PORTFOLIOS) or not _is_one(match, s.text[stop:], before=shift == first):
        return None
    if ANOTHER_POST.search(s.text[max(0, start - LOOKED_BACK // 2) : stop]):
        return None
    head, of = match["head"].lower(), _of(match)
    start += 0 if of else len(match["of"])
    return Post(
        RANKS.get(head, head),
        "" if head in RANKS else PORTFOLIOS.get(of, of) if head in PORTFOLIO else of,
        f"{'' if head in RANKS else of} {RANKS.get(head, head)}".strip(),
        ToldValue(s, s.start + start, s.start + stop),
    )


def _of(match: re.Match[str]) -> str:
    """What a post is of; empty where the word before it does not say so."""
    head, of = match["head"].lower(), match["of"].strip().lower()
    known = of in PORTFOLIOS if head in PORTFOLIO else of in SERVICES if head in RANKS else of not in NO_WORD_OF_POST
    return of if known else ""


def _is_one(match: re.Match[str], behind: str, *, before: bool) -> bool:
    """Whether a word that may be a rank is one: with a capital before a name, with nothing of a team or ship about it."""
    if match["head"].lower() not in RANKS:
        return True
    word = match["of"].strip().lower()
    if before:
        return word in SERVICES or (match["head"][0].isupper() and word in NO_WORD_OF_POST | {""})
    return word in SERVICES | NO_WORD_OF_POST | {""} and RANK_ENDS.match(behind) is not None


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
