"""Roles: how an article introduces somebody, and who "the Turkish president" is after that."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.language.coreference.cluster import Cluster, Found
from generator.language.coreference.introducing import doing, introductions, made_to, member, past_others
from generator.language.coreference.trades import BARE, KINSHIP, ROLES, is_person
from generator.language.lexicon.tags import FINITE
from generator.language.words import Words
from generator.values.calendar_words import WEEKDAY_NAMES
from generator.values.gazetteer import is_demonym
from generator.values.noun_kinds import noun_kind

COURTESY = frozenset("mr mr. mrs mrs. ms ms. dr dr. miss".split())
HONOURING = frozenset("hon hon. rt rt. right honourable honorable".split())
HONOURS = frozenset({"sir", "dame", "lord", "lady"})
OFFICE = 4  # words at least of "the mayor of Moor,"
LONGEST_OFFICE = 8
IDENTIFIED = 14  # words back from a name in which "identified" stands
BESIDE = frozenset({"PUNCT", "CCONJ", "SCONJ", "ADP"})  # what stands beside a description, and is not in it
DETERMINERS = frozenset({"the", "this", "that"})
COPULAS = frozenset(("cop", word) for word in ("is", "was", "’s", "'s"))
ARTICLES = frozenset(("det", word) for word in ("a", "an", "the"))
RANKED = frozenset({"former", "prime", "foreign", "vice", "acting", "deputy", "chief"})  # "acting director Ann Field"
PARTS = frozenset({"appos", "compound", "flat"})  # what stands so is a part of another name or description
FEMALE_ROLES = frozenset(
    "queen princess actress woman girl wife widow mother daughter sister aunt grandmother girlfriend spokeswoman chairwoman "
    "congresswoman businesswoman".split()
)
MALE_ROLES = frozenset(
    "king prince man boy husband father son brother uncle grandfather boyfriend spokesman chairman congressman businessman pope".split()
)
# "her husband", "the mayor's rival": what somebody is only to somebody else
RELATIVE = frozenset(
    "counterpart predecessor successor rival opponent partner colleague husband wife widow father mother son daughter brother sister "
    "uncle aunt cousin grandfather grandmother boyfriend girlfriend aide adviser advisor lawyer attorney spokesman spokeswoman".split()
)


def resolve_roles(words: Words, found: list[Cluster]) -> None:
    """Read how people are introduced, then add the mentions by role that fit one person only."""
    people = [cluster for cluster in found if cluster.label == "PERSON"]
    if not people:
        return
    owner = {n: cluster for cluster in people for mention in cluster.mentions for n in range(mention.start, mention.end)}
    bodies = frozenset(m.end for cluster in found if cluster.label != "PERSON" for m in cluster.mentions)
    held = {m.start: m.end for cluster in found if cluster.label == "ORG" for m in cluster.mentions if m.kind == "name"}
    for cluster in people:
        _told(words, cluster, owner.keys(), bodies)
        cluster.descriptions += [of for m in cluster.mentions if (of := member(words, m, held)) is not None][:1]
    _counterparts(words, people)
    _gendered(people)
    firsts = [(cluster.first, cluster) for cluster in people]
    for n in _role_nouns(words, owner.keys()):
        _add_role_mention(words, [cluster for first, cluster in firsts if first < n], n)


def _told(words: Words, cluster: Cluster, named: Collection[int], bodies: Collection[int]) -> None:
    """Read at each mention of somebody who that is.

    Args:
        words: of the article.
        cluster: who.
        named: the tokens of all people's names.
        bodies: the tokens after the names of others.
    """
    for mention in cluster.mentions:
        _introduced(words, cluster, mention, named)
        _apposed(words, cluster, mention, named)
        _identified(words, cluster, mention, named)
        for start, end in introductions(words, mention, named, bodies):
            _describe(words, cluster, start, end, named)
        if clause := doing(words, mention):
            _keep(cluster.descriptions, *clause)


def _role_nouns(words: Words, named: Collection[int]) -> Iterator[int]:
    """Roles, singular, that are no part of a name."""
    for n, low in enumerate(words.low):
        if low in ROLES and low == words.lemma[n] and n not in named:
            yield n


def _gendered(people: list[Cluster]) -> None:
    """ "the actress Ann Field" is a woman."""
    for cluster in people:
        if cluster.gender is None and cluster.roles & (FEMALE_ROLES | MALE_ROLES):
            cluster.gender = "female" if cluster.roles & FEMALE_ROLES else "male"


def _before_honours(words: Words, n: int) -> int:
    """ "Prime Minister | the Rt. Hon. Ann Field": an office stands before the honours."""
    first = n
    while first > 0 and words.low[first - 1] in HONOURING | {"the", "."}:
        first -= 1
    return first if HONOURING.intersection(words.low[first:n]) else n


def _introduced(words: Words, cluster: Cluster, mention: Found, named: Collection[int]) -> None:
    """ "Russian President Vladimir Putin": the words of an office before a name."""
    start = _before_honours(words, mention.start)
    sentence = _sentence_of(words, start)
    while start > 0 and words.sent[start - 1] == sentence:
        if _office_of(words, start):
            start -= 3
        elif _introduces(words, start - 1, start < mention.start):
            start -= 1
        else:
            break
    if start < mention.start and any(words.lemma[n] in ROLES or words.low[n] in ROLES for n in range(start, mention.start)):
        if words.lemma[start] in KINSHIP:
            start = _owner(words, start)
        _describe(words, cluster, start, mention.start, named)


def _sentence_of(words: Words, start: int) -> int:
    """The sentence of an introduction: no sentence ends between "analyst" and "Ann Field", whatever a parser says of the quotation mark."""
    parted = start > 0 and words.text[start - 1].islower() and words.low[start - 1] in ROLES
    return words.sent[start - 1] if parted else words.sent[start]


def _owner(words: Words, start: int) -> int:
    """Where "the [singer's brother] Bo Reed" begins: whose relative somebody is belongs to it."""
    if start < 2 or words.tag[start - 1] != "POS" or words.sent[start - 1] != words.sent[start]:
        return start
    n = start - 2
    while n > 0 and words.pos[n - 1] in {"ADJ", "NOUN", "PROPN"} and words.sent[n - 1] == words.sent[n]:
        n -= 1
    return n


def _office_of(words: Words, start: int) -> bool:
    """ "[Secretary of State] Ann Field"."""
    return start > 2 and words.low[start - 2] == "of" and words.lemma[start - 3] in ROLES and words.text[start - 1].istitle()


def _introduces(words: Words, n: int, inside: bool) -> bool:
    """Whether a word before a name belongs to its introduction; `inside`: whether one after it does already."""
    word = words.low[n]
    if word in ROLES or words.lemma[n] in ROLES or word in RANKED or is_demonym(words.text[n]):
        return True
    modifier = words.pos[n] in {"ADJ", "NOUN", "PROPN"} and words.head[n] >= n
    return inside and modifier and word not in {"mr", "mrs"}


def _apposed(words: Words, cluster: Cluster, mention: Found, named: Collection[int]) -> None:
    """ "Hugh Hill, a doctor at ...", "the mayor, Ann Field"; but not "Hugh Hill, mayor Ann Field", a list of two."""
    head, start = mention.head, mention.start
    for child in words.children[head]:
        if words.dep[child] == "appos" and child + 1 not in named and _of_person(words, child):
            low, high = words.subtree(child)
            if any(n in named for n in range(mention.end, low)):
                continue  # "Ann Field, Bo, a nurse, and Cy, a student": whose it is, the nearest name tells
            _describe(words, cluster, low, _trimmed(words, low, min(high, low + 12)), named)
    noun = words.head[head]
    if (
        words.dep[head] == "appos"
        and (words.lemma[noun] in ROLES or _is_a_trade(words, noun))
        and _own(words, noun)
        and (low := words.subtree(noun)[0]) < start
    ):
        low = next((n + 1 for n in range(noun, low, -1) if words.low[n] == ","), low)  # "Bo Reed, actor Ann Field"
        _describe(words, cluster, low, _trimmed(words, low, start), named)
    if (first := _office_before(words, start, mention.end, named)) is not None:
        _describe(words, cluster, first, start - 1, named)
    if words.dep[head] == "nsubj" and _is_one(words, noun):
        _predicated(words, cluster, head, noun, named)


def _office_before(words: Words, start: int, end: int, named: Collection[int]) -> int | None:
    """Where the office begins of "said the [mayor of Hallow Green], Ann Field."; none of a list of several."""
    if start < OFFICE or words.low[start - 1] != "," or words.sent[start - 1] != words.sent[start]:
        return None
    if words.low[end : end + 1] and (
        words.low[end] in {"and", "or", "&"} or end + 1 in named or words.low[end + 1 : end + 2] == ["and"]
    ):
        return None
    n = start - 2
    while n > start - LONGEST_OFFICE and words.tag[n] in {"NNP", "NNPS"} and n not in named:
        n -= 1
    told = (
        n < start - 2 and words.low[n] in {"of", "for", "at"} and words.lemma[n - 1] in ROLES and words.low[n - 2] == "the"
    )
    return n - 1 if told and n > 1 else None


def _is_a_trade(words: Words, noun: int) -> bool:
    """ "her agent, Ann Field", not "his ex-husband Bo Reed", "the winner Bo Reed"."""
    bare = words.lemma[noun] in BARE or words.low[noun].rpartition("-")[2] in KINSHIP
    return words.tag[noun] == "NN" and is_person(words, noun) and not bare


def _own(words: Words, noun: int) -> bool:
    """Not "Through a representative, Field agreed", which is the representative of Field."""
    return not any(words.dep[k] == "case" and words.low[k] in {"through", "via"} for k in words.children[noun])


def _predicated(words: Words, cluster: Cluster, head: int, noun: int, named: Collection[int]) -> None:
    """ "Ann Field is [a nurse at the harbour clinic]"."""
    first = min((k for k in words.children[noun] if words.dep[k] in {"det", "amod", "compound", "nmod"}), default=noun)
    if head < first <= noun:
        _describe(words, cluster, first, _trimmed(words, first, min(words.subtree(noun)[1], first + 12)), named)


def _of_person(words: Words, n: int) -> bool:
    """Whether a noun is one of persons: a role of the list, or by the table of nouns."""
    return words.lemma[n] in ROLES or (words.pos[n] == "NOUN" and noun_kind(words.low[n]) == "person")


def _is_one(words: Words, noun: int) -> bool:
    """ "Ann Field is a nurse at the harbour clinic", but not "is no nurse", "would be a nurse"."""
    if words.pos[noun] != "NOUN" or not _of_person(words, noun):
        return False
    inside = {(words.dep[k], words.low[k]) for k in words.children[noun]}
    if not inside & COPULAS or not (inside & ARTICLES or words.lemma[noun] in ROLES):  # "Ann Field was harbour master"
        return False
    return not any(dep in {"aux", "mark"} or low in {"not", "n't", "never"} for dep, low in inside)


def _identified(words: Words, cluster: Cluster, mention: Found, named: Collection[int]) -> None:
    """ "Police identified the gunman as Bo Reed", "The driver was named as Bo Reed"."""
    role = _identifying(words, mention.start)
    if role is not None:
        low = role
        while words.head[low - 1] == role and words.pos[low - 1] in {"ADJ", "NOUN", "PROPN"}:
            low -= 1
        _describe(words, cluster, low, role + 1, named)


def _identifying(words: Words, start: int) -> int | None:
    """The noun that says as what somebody was identified."""
    sentence = words.sent[start]
    if start < 3 or words.low[start - 1] != "as" or words.sent[start - 1] != sentence:
        return None
    first = max(words.sentences[sentence][0], start - IDENTIFIED)
    verb = next((n for n in range(start - 2, first - 1, -1) if words.low[n] in {"identified", "named"}), None)
    if verb is None:
        return None
    order = (*range(verb + 1, start - 1), *range(verb - 1, first - 1, -1))
    return next((n for n in order if words.lemma[n] in ROLES), None)


def _trimmed(words: Words, start: int, end: int) -> int:
    while end > start and words.pos[end - 1] in {"PUNCT", "SPACE"}:
        end -= 1
    return end


def _describe(words: Words, cluster: Cluster, start: int, end: int, named: Collection[int]) -> None:
    """Keep what says who somebody is, once, the longer for the shorter."""
    start, end = _described(words, start, end)
    start, end = _described(words, past_others(words, made_to(words, start, end), end, named), end)
    start = _whole(words, _past_half_a_name(words, start, end, named), named)
    own = {form.split()[-1] for form in cluster.forms}
    kin = (
        end - start > 1 and words.lemma[end - 1] in KINSHIP and words.tag[end - 2] == "POS"
    )  # "Ann Field's brother" is a Field
    if not kin and any(n in named and words.text[n] in own for n in range(start, end)):
        return  # "Mr. Field's predecessor" is not Ann Field
    if end <= start or _mine(words, start) or any(_no_description(words, n) for n in range(start, end)):
        return  # "a court on Friday released journalist …": no description, but a sentence
    _keep(cluster.descriptions, start, end)
    for n in range(start, end):
        role = next((form for form in (words.lemma[n], words.low[n]) if form in ROLES), None)
        if role is not None and words.tag[n + 1 : n + 2] != ["POS"]:  # "the president's son"
            cluster.roles.add(role)
        if is_demonym(words.text[n]) or words.tag[n] == "NNP":
            cluster.nations.add(words.low[n])


def _mine(words: Words, start: int) -> bool:
    """ "my dear friend and [client] Ann Field": what somebody is to the speaker, the words alone don't say."""
    n = start - 1
    while (
        n > 0 and start - n < OFFICE + 2 and words.pos[n] in {"ADJ", "NOUN", "CCONJ"} and words.sent[n] == words.sent[start]
    ):
        n -= 1
    return n >= 0 and words.low[n] in {"my", "our", "your"} and words.sent[n] == words.sent[start]


def _whole(words: Words, start: int, named: Collection[int]) -> int:
    """ "[Hall of] Fame trainer": a description begins in no half of a body's name; "this time | referee", no half of when it was."""
    if words.low[start - 1 : start] == ["this"] and words.low[start] in {"time", "year"}:
        return start + 1
    first = start
    while (
        first > 1
        and words.low[first - 1] in {"of", "and"}
        and words.tag[first] == words.tag[first - 2] == "NNP"
        and first - 2 not in named
        and words.sent[first - 2] == words.sent[start]
    ):
        first -= 2
        while first > 0 and words.tag[first - 1] == "NNP" and first - 1 not in named:
            first -= 1
    return first if words.lemma[first] not in ROLES else start


def _past_half_a_name(words: Words, start: int, end: int, named: Collection[int]) -> int:
    """A description begins with no half of a name: "… spoke to Bo Marsh | Norlander President" of a caption and a sentence."""
    if start in named and start - 1 in named:
        while start < end and start in named:
            start += 1
    return start


def _keep(known: list[tuple[int, int]], start: int, end: int) -> None:
    """A description, unless it is in another; those in it go."""
    if not any(low <= start and end <= high for low, high in known):
        known[:] = [(low, high) for low, high in known if not (start <= low and high <= end)]
        known.append((start, end))


def _described(words: Words, start: int, end: int) -> tuple[int, int]:
    """No more of "between her and [the director]", "with [his coach Sir]" than describes somebody."""
    join = next((n for n in range(start, end) if words.pos[n] == "CCONJ"), start)
    if all(words.pos[n] in BESIDE | {"NUM"} or words.tag[n] == "PRP" for n in range(start, join)):
        start = join
    while start < end and (
        words.pos[start] in BESIDE
        or _of_somebody(words, start, end)
        or words.low[start] in {"the", "a", "an", "including", "along", "according"}
    ):
        start += 1
    end = next((n for n in range(start + 1, end) if _goes_on(words, n)), end)
    while end > start and (words.pos[end - 1] in BESIDE | {"DET"} or words.low[end - 1] in COURTESY | HONOURS):
        end -= 1
    return start, end


def _of_somebody(words: Words, start: int, end: int) -> bool:
    """ "[her] lead lawyer", whoever's; but "his wife" is nothing without him."""
    return words.tag[start] == "PRP$" and not any(words.lemma[n] in KINSHIP | BARE for n in range(start, end))


def _goes_on(words: Words, n: int) -> bool:
    """Where a clause begins: "a racer[, but in 2008 …", "a Gambler [Who Drew Little Attention]"."""
    joined = words.low[n] == "," and words.pos[n + 1 : n + 2] == ["CCONJ"] and words.low[n + 1] == "but"
    return joined or words.low[n] in {"who", "whose", "whom"}


def _no_description(words: Words, n: int) -> bool:
    return words.tag[n] in FINITE or words.tag[n] == "PRP" or words.low[n] in WEEKDAY_NAMES


def _counterparts(words: Words, people: list[Cluster]) -> None:
    """ "Turkish counterpart Erdogan" beside the Russian president: the Turkish one is a president too."""
    offices = {
        role
        for cluster in people
        for role in cluster.roles
        if role in {"president", "minister", "premier", "chancellor", "secretary", "king"}
    }
    if len(offices) == 1:
        for cluster in people:
            if "counterpart" in cluster.roles:
                cluster.roles |= offices


def _add_role_mention(words: Words, earlier: list[Cluster], n: int) -> None:
    """ "the Turkish president" after "Turkish President Ann Field"."""
    if words.dep[n] in PARTS or any(words.dep[child] in {"flat", "appos"} for child in words.children[n]):
        return
    low, _high = words.subtree(n)
    before = range(max(low, n - 6), n)
    if not _definite(words, n, before):
        return
    fits, confidence = _bearers(words, earlier, n, before)
    if len(fits) == 1:
        start = next((k for k in before if words.head[k] == n or words.low[k] in DETERMINERS), n)
        fits[0].mentions.append(Found(start, n + 1, n, "nominal", confidence))


def _definite(words: Words, n: int, before: range) -> bool:
    """ "the president", "his counterpart", but not "a president", "his lawyer"."""
    if any(words.low[k] in DETERMINERS and words.head[k] == n for k in before):
        return True
    owners = (k for k in before if words.dep[k] == "nmod" and words.head[k] == n)
    return words.lemma[n] == "counterpart" and any(words.tag[k] in {"PRP$", "NNP"} for k in owners)


def _bearers(words: Words, earlier: list[Cluster], n: int, before: range) -> tuple[list[Cluster], float]:
    """Who has been told of with a role, and how surely it is meant."""
    role = words.lemma[n]
    if nations := {words.low[k] for k in before if is_demonym(words.text[k]) or words.tag[k] == "NNP"}:
        any_role = role in {"leader", "counterpart", "politician", "official"}
        return [c for c in earlier if c.nations & nations and (any_role or role in c.roles)], 0.9
    if role in RELATIVE:
        return [], 0.0
    modified = any(words.dep[k] in {"amod", "compound"} and words.head[k] == n for k in before)
    return [c for c in earlier if role in c.roles], 0.6 if modified else 0.8
