"""Claims and denials: what one side tells and another denies about the same thing, both in their own words.

Only where words show it: "denied that fighters were exchanged" beside "released in exchange for four fighters".
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from generator.dossier.differences.article import Article
from generator.dossier.differences.denied import Denied, denied
from generator.dossier.differences.making import Maker, ToldValue
from generator.dossier.differences.sentences import Sentence
from generator.dossier.differences.titles import MOST_WORDS
from generator.dossier.fact_words import SMALL
from generator.dossier.model import Difference
from generator.dossier.stories.event_words import kinds, stem
from generator.dossier.stories.vectors import shipped
from generator.records.model import Record
from generator.values.words import SPELLED_WORD

# "no fighters were released in exchange": the same denied in other words
DENIED_OTHERWISE = re.compile(
    r"\b(?:no|not|never) \w+(?: \w+){0,3} (?:was|were|had been|have been|has been)\b|\b(?:was|were) (?:not|never)\b"
)
# what asks, supposes or negates tells nothing that could be denied
TELLS_NOTHING = re.compile(
    r"\?|\b(?:whether|if|would|could|might|may|should|not|no|never|nor|without|den(?:y|ies|ied|ying)|rejected|dismissed|disputed|untrue"
    r"|false|demand\w*|want\w*|hop\w*|fear\w*|threat\w*)\b|n[’'] ?t\b"
)
# by which a sentence tells what somebody claims, and by which it charges somebody
CLAIMED = re.compile(
    r"\b(?:rumou?r\w*|speculat\w*|alleg\w*|accus\w*|claim\w*|suspect\w*|suggest\w*|believed|thought to|said to|insist\w*|maintain\w*"
    r"|identified|ranked|named|charg\w*|indict\w*|sued|suing|convict\w*|prosecut\w*|blam\w*)\b",
    re.IGNORECASE,
)
CHARGE_TOLD = re.compile(
    r"\b(?:accus\w*|charge[sd]?|indict\w*|sued|suing|prosecut\w*|alleg\w*|arrested|arraign\w*)\b", re.IGNORECASE
)
# who said so and when: of what is denied they say nothing
REPORT = frozenset(
    "claim claims reports report allegation allegations accusation accusations suggestion suggestions said says told statement wednesday "
    "thursday friday saturday sunday monday tuesday any involved knowing anything wrongdoing preliminary earlier".split()
)
MEANINGS_ALIKE = 0.6  # of the vectors of two words that may mean one thing
SHARE_OF_DENIED = 0.6  # of what is denied that the other side must tell
RAREST_SHARED = 2  # of the words of a denial that the other side must use
NEWS_OF_ONE_THING = 45  # days between two publications that may speak of one thing
# words of what is denied that say nothing of it, and those that only name a wrong
IDLE = frozenset(
    map(stem, "part parts including some ever earlier count counts charge charges such even alleged two three".split())
)
BARE_WRONG = frozenset(
    map(stem, "wrongdoing misconduct involvement responsibility guilt liability negligence complicity".split())
)
# "faces another charge", "pleaded not guilty in a separate case": not of what is denied here
OTHER_CHARGE = re.compile(r"\b(?:other|another|separate|unrelated|previous|previously|earlier|second|new)\b", re.IGNORECASE)
SECOND_VERB = re.compile(r"\b(?:but|and)(?: \w+)? $")  # "acknowledged a pass but denied"
# who somebody is, or is not: what else tells of both of them claims nothing
BEING = re.compile(r"(?:(?:he|she|it|they) (?:was|were|is|are|had been) )?(?:the|an?|[A-Z][\w’'-]*)\b")
OF_ONESELF = re.compile(r"(?:he|she|they|it|I|we)\b")
LEAST_CONCEPTS = 2  # concepts that they share
# from which one of its two rarest is enough where the news is told, elsewhere one more: "fighters" are "militants" there
MANY_CONCEPTS = 3
MOST_PASSAGES = 4  # passages of a side


@dataclass(frozen=True, slots=True)
class Denial:
    """A sentence that denies, what, and whose deed that is."""

    sentence: Sentence
    words: Denied
    concepts: frozenset[str]
    doer: str  # who denies, as a concept, where what is denied is a deed of theirs; else empty
    wrong: bool  # a bare "any wrongdoing": only a charge says which

    @property
    def what(self) -> str:
        """The words denied."""
        return self.sentence.text[self.words.start : self.words.end]

    @property
    def charge(self) -> bool:
        """Whether what is denied is a charge."""
        return self.wrong or self.words.form.name == "plea"


@dataclass(slots=True)
class Side:
    """Denials of one thing, and who tells it."""

    denials: list[Denial]
    denied: list[Sentence]
    tellers: list[Sentence]


def differences(
    maker: Maker,
    told: Sequence[Sequence[Sentence]],
    akin: Callable[[int, int], bool],
    articles: Sequence[Article],
) -> Iterator[Difference]:
    """What is told by some and denied by others.

    Args:
        maker: of differences.
        told: the sentences of each record.
        akin: whether two articles, by their numbers, tell of one story.
        articles: whom and what the sentences mean.
    """

    def near(one: int, other: int) -> bool:
        return one == other or (akin(one, other) and soon(maker.records[one], maker.records[other]))

    denials = [made for n, ss in enumerate(told) for s in ss if (made := _denial(s, articles[n]))]
    if not denials or len(told) < 2:
        return  # with one source nothing differs
    known, rarity = _known(told, denials, articles)
    sides: list[Side] = []
    for denial in denials:
        about = [(s, found) for s, found in known if near(s.number, denial.sentence.number)]
        tellers = [s for s, found in about if _tells(s, found, denial, rarity)]
        if tellers or denial.words.form.claim:
            negated = [s for s, found in about if DENIED_OTHERWISE.search(s.text) and _says(s, found, denial, rarity)]
            _side(sides, denial, negated, tellers)
    for side in sides:
        if (values := _values(side)) is not None:
            yield maker.difference("claim", _about(side.denials[0]), values, 1.5 + len(side.denied))


def _values(side: Side) -> dict[str, list[ToldValue]] | None:
    """What is told and what denied; the words of a denial itself are no telling of what it denies."""
    return {"told": _whole(side.tellers), "denied": _whole(side.denied)} if side.tellers else None


def _known(
    told: Sequence[Sequence[Sentence]], denials: Sequence[Denial], articles: Sequence[Article]
) -> tuple[list[tuple[Sentence, frozenset[str]]], dict[str, float]]:
    """The sentences that speak of what is denied, with its concepts in them, and how rare each concept is."""
    wanted = frozenset().union(*(d.concepts for d in denials))
    said = [(s, concepts(s.text) | _meant_by(articles[n], s)) for n, sentences in enumerate(told) for s in sentences]
    means = _meant(wanted, frozenset().union(*(found for _, found in said)))
    each = [(s, frozenset(m for c in found for m in means.get(c, ()))) for s, found in said]
    counted = Counter(c for _, found in each for c in found)
    rarity = {c: math.log(1 + len(each) / (1 + counted[c])) for c in wanted}
    return [(s, found) for s, found in each if found], rarity


def _meant(wanted: frozenset[str], told: frozenset[str]) -> dict[str, list[str]]:
    """For each concept that is told those of the denials that it may mean: itself, and words alike ("schoolgirls" and "girls")."""
    ones, others = sorted(told), sorted(wanted)
    vectors = shipped()
    near = vectors.of(ones) @ vectors.of(others).T
    return {
        one: [o for m, o in enumerate(others) if one == o or ("@" not in one + o and near[n, m] >= MEANINGS_ALIKE)]
        for n, one in enumerate(ones)
    }


def _about(denial: Denial) -> str:
    """What a claim and its denial are called: by the rarest words denied."""
    words = dict.fromkeys(w for w in SPELLED_WORD.findall(denial.what) if _says_what(w.lower()))
    best = sorted(words, key=lambda w: (-shipped().rarity(w.lower()), w))[:MOST_WORDS]
    named = " · ".join(w for w in words if w in best)
    return f"told by some, denied by others ({named})" if named else "told by some, denied by others"


def _says_what(word: str) -> bool:
    return len(word) > 2 and word not in SMALL and word not in REPORT and stem(word) not in IDLE


def _whole(found: Iterable[Sentence]) -> list[ToldValue]:
    """Whole sentences, as many as are shown."""
    return [ToldValue(s, s.start, s.end) for s in sorted(found, key=lambda s: (s.number, s.start))][:MOST_PASSAGES]


def _side(sides: list[Side], denial: Denial, negated: Sequence[Sentence], tellers: Sequence[Sentence]) -> None:
    """Put a denial to those of the same, or to a place of its own."""
    home = next((side for side in sides if set(side.tellers) & set(tellers) or _same_denied(side, denial)), None)
    if home is None:
        home = Side([], [], [])
        sides.append(home)
    home.denials.append(denial)
    home.denied.extend(s for s in (denial.sentence, *negated) if s not in home.denied)
    home.tellers.extend(s for s in tellers if s not in home.tellers)


def _same_denied(side: Side, denial: Denial) -> bool:
    """Whether denials of one person's are of one thing: most of what the shorter denies."""
    for other in side.denials:
        shared = denial.concepts & other.concepts
        if 2 * len(shared) >= min(len(denial.concepts), len(other.concepts)) and (len(shared) >= LEAST_CONCEPTS):
            return True
    return False


def soon(one: Record, other: Record) -> bool:
    """Whether two articles may speak of one thing by their days of publication."""
    first, last = one.metadata.published, other.metadata.published
    if not first or not last:
        return True
    return abs((date.fromisoformat(first[:10]) - date.fromisoformat(last[:10])).days) <= NEWS_OF_ONE_THING


def concepts(text: str) -> frozenset[str]:
    """What a text is about: the stems of its content words; words that may mean the same are one."""
    found = set()
    for word in SPELLED_WORD.findall(text.lower()):
        bare = word.removesuffix("’s").removesuffix("'s")
        if len(bare) > 2 and bare not in SMALL and bare not in REPORT:
            found.add(next((f"kind {n}" for n in sorted(kinds(bare))), stem(bare)))
    return frozenset(found)


def _denial(sentence: Sentence, article: Article) -> Denial | None:
    found = denied(sentence.text)
    if found is None:
        return None
    what = sentence.text[found.start : found.end]
    doer = _doer(sentence, article, found, what)
    names = [(s, e, n) for s, e, n in article.names(sentence) if found.start <= s - sentence.start < found.end]
    for start, end, _ in names:
        what = what.replace(sentence.text[start - sentence.start : end - sentence.start], " ")
    plain = concepts(what) - IDLE
    wrong = found.form.name == "wrong" and plain <= BARE_WRONG
    about = frozenset((set() if wrong else plain) | {f"@{n}" for _, _, n in names} | ({doer} - {""}))
    if (wrong and not doer) or len(about) < (1 if wrong else LEAST_CONCEPTS):
        return None
    return Denial(sentence, found, about, doer, wrong)


def _doer(sentence: Sentence, article: Article, found: Denied, what: str) -> str:
    """Who denies a deed of their own, as a concept: who stands last before the verb, or first where it is the second of two verbs."""
    pronoun = OF_ONESELF.match(what)
    if not found.form.own and pronoun is None:
        return ""
    start = sentence.start + found.start
    known = pronoun and article.subject_of(start, start + pronoun.end())
    if known:
        return known
    before = [name for name in article.meant_before(sentence, sentence.start + found.at) if not article.place_kind(name)]
    second = SECOND_VERB.search(sentence.text[: found.at])
    return f"@{before[0 if second else -1]}" if before else ""


def _meant_by(article: Article, sentence: Sentence) -> frozenset[str]:
    return frozenset(f"@{name}" for name in article.meant(sentence))


def _tells(sentence: Sentence, found: frozenset[str], denial: Denial, rarity: dict[str, float]) -> bool:
    """Whether a sentence tells what a denial denies: of the same person, and as a charge or a claim where only that shows it."""
    if denial.doer and denial.doer not in found:
        return False
    charged = denial.wrong or denial.charge
    if not denial.wrong and not _says(sentence, found, denial, rarity):
        return False
    if denial.charge and any(OTHER_CHARGE.search(text) for text in (sentence.text, denial.sentence.text)):
        return False
    named = bool(denial.doer and BEING.match(denial.what))
    if (charged or named) and not (CHARGE_TOLD if charged else CLAIMED).search(sentence.text):
        return False
    return _is_told(sentence.text)  # asked last, for it costs most


@lru_cache(1 << 12)  # of each sentence once, however many deny what it tells
def _is_told(text: str) -> bool:
    return TELLS_NOTHING.search(text.lower()) is None and denied(text) is None


def _says(sentence: Sentence, found: frozenset[str], denial: Denial, rarity: dict[str, float]) -> bool:
    """Whether a sentence speaks of what a denial denies."""
    if sentence == denial.sentence or denial.wrong:
        return False
    shared = found & denial.concepts
    rare = sorted(denial.concepts, key=lambda c: (-rarity[c], c))[:RAREST_SHARED]
    if len(shared) < LEAST_CONCEPTS or not shared.intersection(rare):
        return False  # its rarest words are what is denied
    names = concepts(" ".join(word for word in denial.what.split() if word[:1].isupper()))
    if all(c.startswith("@") for c in shared - BARE_WRONG - names):
        return False  # the thing is named by both, not only whom it is of
    many = len(shared) >= (MANY_CONCEPTS if sentence.lead else MANY_CONCEPTS + 1)
    if not shared.issuperset(rare[: len(denial.concepts) - 1]) and not many:
        return False
    whole = math.fsum(rarity[c] for c in sorted(denial.concepts))
    return math.fsum(rarity[c] for c in sorted(shared)) >= SHARE_OF_DENIED * whole
