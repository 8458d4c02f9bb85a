"""More ways in which an article says who somebody is, read from the order of the words where a parser may err.

"Olympic 100m champion Ann Field", "the head of the Harbour Agency Ann Field", "Ann Field, the mayor's longtime driver,", "Ann Field, who
runs the bakery,", "Ann Field (host)". Each gives tokens of the article, no more.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from generator.language.coreference.cluster import Found
from generator.language.coreference.trades import BARE, KINSHIP, first_of, is_person
from generator.language.words import Words
from generator.values.gazetteer import is_demonym

JOINED = frozenset({"ADJ", "NOUN", "PROPN", "NUM", "CCONJ", "PART"})
INSIDE = JOINED | {"DET", "ADP", "ADV"}
# what stands between a role and a name: "actor Sir Bo Reed"
WRITTEN_WITH = frozenset("sir dame lord lady baroness dr dr. prof prof. rev rev. gen gen. col col. capt capt.".split())
# offices as news shortens them
SHORT_OFFICES = frozenset("sen. rep. gov. gen. adm. prof. sgt. lt. col. capt. maj. rev. sen rep gov".split())
PARTY_WORDS = frozenset(
    "republican democratic democrat labour conservative liberal independent green former then- vice rear".split()
)
# "have the president fire somebody": of the words behind, the first is a verb in its bare form
CAUSATIVES = frozenset("make let see watch hear help".split())
LONGEST = 10  # words of an introduction
OF = frozenset({"of", "at", "for"})
# what somebody does who is known for it: "who runs the post office"
DOES = frozenset(
    "run own head lead chair direct manage coach captain represent found co-found establish create invent design build edit present host "
    "command oversee teach study specialise specialize work serve play write produce compose perform star supervise organise organize "
    "train co-own co-write administer preside operate keep breed grow live".split()
)
FULL = 2  # words of a full name
WHOLE = 12  # words of a clause that still says who somebody is


def introductions(
    words: Words, mention: Found, named: Collection[int], bodies: Collection[int]
) -> Iterator[tuple[int, int]]:
    """The tokens that say who is named at a mention.

    Args:
        words: of the article.
        mention: of somebody, by name.
        named: the tokens of people's names.
        bodies: the tokens after the names of bodies and places.
    """
    before = _before(words, mention, _styled(words, mention.start), named) or _head_of(words, mention, named, bodies)
    for found in (before or _shortened(words, mention), _after(words, mention, named), _bracketed(words, mention)):
        if found:
            yield found


def _styled(words: Words, start: int) -> int:
    """Where what a name is written with begins: "impresario [Sir] Bo Reed", "seventh seed [Norlander] Ann Field"."""
    n = start
    while (
        n > 0 and words.sent[n - 1] == words.sent[start] and (words.low[n - 1] in WRITTEN_WITH or words.text[n - 1] == ".")
    ):
        n -= 1
    n = n if words.text[n] != "." else start
    people = n > 1 and is_demonym(words.text[n - 1]) and is_person(words, n - 2) and words.head[n - 1] >= n - 1
    return n - 1 if people else n


def _before(words: Words, mention: Found, start: int, named: Collection[int]) -> tuple[int, int] | None:
    """ "[World and Commonwealth 100m champion] Ann Field", "[Fly-half] Ann Field", "[gold medallists] Bo Reed and Ann Field"."""
    end = _first_named(words, start, named)
    noun = end - 1
    if noun < 0 or words.sent[noun] != words.sent[mention.start] or not is_person(words, noun) or noun in named:
        return None
    if words.low[noun].rpartition("-")[2] in KINSHIP or (end < start and words.tag[noun] not in {"NNS", "NNPS"}):
        return None
    start = opened = first_of(words, noun)
    while start > 0 and noun - start < LONGEST and words.sent[start - 1] == words.sent[noun]:
        general = words.pos[start - 1] == "PROPN" and is_person(words, start - 1)  # "Director | General Ann Field"
        if not general and not _modifies(words, start - 1, start, mention.end):
            break
        if start - 1 in named and start not in named and start != opened:
            return None  # "Bo Reed overcame champion Ann Field"; but "Vera Drake star Ann Field"
        start -= 1
    while words.pos[start] in {"CCONJ", "PART"} or words.text[start] == "-":
        start += 1
    return None if start == noun and words.lemma[noun] in BARE else (start, end)


def _first_named(words: Words, start: int, named: Collection[int]) -> int:
    """Where the list of names begins in which one stands: "[Bo Reed, Cy Hart and] Ann Field"."""
    n = start
    while n > 1 and words.low[n - 1] in {"and", ","} and n - 2 in named:
        n -= 1
        while n > 0 and n - 1 in named:
            n -= 1
    return n


def _shortened(words: Words, mention: Found) -> tuple[int, int] | None:
    """ "[Republican Sen.] Ann Field"."""
    end = mention.start
    if end == 0 or words.low[end - 1] not in SHORT_OFFICES or words.sent[end - 1] != words.sent[end]:
        return None
    start = end - 1
    if start > 0 and words.sent[start - 1] == words.sent[start] and words.low[start - 1] in PARTY_WORDS:
        start -= 1
    return start, end


def _modifies(words: Words, n: int, start: int, end: int) -> bool:
    """Whether a token leads to the words after it by what it modifies, itself or through another."""
    if words.text[n] == "-" and n > 0 and words.end[n - 1] == words.start[n] and words.end[n] == words.start[n + 1]:
        return True  # "eight-time champion"
    if words.pos[n] not in JOINED or words.tag[n] in {"PRP$", "POS"} or words.low[n] in {"mr", "mrs", "or", "but"}:
        return False
    if words.text[n + 1] == "-" and words.end[n] == words.start[n + 1]:
        return True
    seen = 0
    while not start <= n < end:
        if words.head[n] == n or seen > LONGEST or words.pos[n] not in JOINED:
            return False
        n, seen = words.head[n], seen + 1
    return True


def _head_of(words: Words, mention: Found, named: Collection[int], bodies: Collection[int]) -> tuple[int, int] | None:
    """ "the new [director of the crowded Rescue Service] Ann Field": the name of a body ends where hers begins."""
    if mention.start not in bodies:
        return None
    n = mention.start - 1
    while n > max(0, mention.start - LONGEST) and words.low[n] not in OF:
        if words.pos[n] not in JOINED | {"DET"} or n in named or words.sent[n] != words.sent[mention.start]:
            return None
        n -= 1
    if words.low[n] not in OF or not is_person(words, n - 1):
        return None
    start = n - 1
    while start > 0 and words.pos[start - 1] in {"ADJ", "NOUN", "PROPN"} and words.sent[start - 1] == words.sent[n]:
        start -= 1
    return start, mention.start


def _after(words: Words, mention: Found, named: Collection[int]) -> tuple[int, int] | None:
    """ "Ann Field, [the mayor's longtime driver],": up to the next comma nothing but the words of a noun phrase."""
    end, first = len(words.low), mention.end + 1
    if first >= end or words.low[mention.end] != "," or words.low[first] in {"and", "or", "who", "whose", "whom", "but"}:
        return None
    n, noun = first, None
    while n < end and words.pos[n] in INSIDE and words.sent[n] == words.sent[mention.start]:
        if n in named and not _owns(words, n):
            return None
        if noun is None and words.pos[n] in {"ADP", "CCONJ", "ADV"}:
            if n == first:
                return None
            noun = n - 1
        n += 1
    closed = n < end and (words.low[n] in {",", ".", ")", ";"} or words.sent[n] != words.sent[mention.start])
    noun = n - 1 if noun is None else noun
    if not closed or not first <= noun < n or n - first > LONGEST or not is_person(words, noun):
        return None
    return first, n


def member(words: Words, mention: Found, bodies: Mapping[int, int]) -> tuple[int, int] | None:
    """ "Ann Field [of the Harbour Institute] said so": to what body somebody named in full belongs.

    Args:
        words: of the article.
        mention: of somebody, by name.
        bodies: the end of each name of a body, by its start.
    """
    if mention.kind != "name" or mention.end - mention.start < FULL or words.low[mention.end : mention.end + 1] != ["of"]:
        return None
    first = mention.end + 1
    first += words.low[first : first + 1] == ["the"]
    end = bodies.get(first, first)
    closed = words.low[end : end + 1] and (words.low[end] in {",", ".", ")", ";"} or words.pos[end] in {"VERB", "AUX"})
    return (mention.end, end) if end > first and closed and words.tag[end - 1] != "POS" else None


def _owns(words: Words, n: int) -> bool:
    """Whether a name goes on to "'s": "De Niro's"."""
    return any(words.tag[k] == "POS" for k in range(n + 1, min(n + 4, len(words.tag))))


def _bracketed(words: Words, mention: Found) -> tuple[int, int] | None:
    """ "Ann Field ([host])"."""
    first = mention.end + 1
    if first >= len(words.low) or words.low[mention.end] != "(":
        return None
    close = next((n for n in range(first, min(first + 6, len(words.low))) if words.low[n] == ")"), first)
    inside = range(first, close)
    told = close > first and all(words.pos[n] in JOINED | {"ADP"} for n in inside) and is_person(words, close - 1)
    return (first, close) if told else None


def past_others(words: Words, start: int, end: int, named: Collection[int]) -> int:
    """Where a description begins behind somebody else: "mayor Bo Reed and | driver", but "aide to Bo Reed and ...", "Bo Reed's aide".

    Args:
        words: of the article.
        start: the description's first token.
        end: the token after its last.
        named: the tokens of people's names.
    """
    n = first = start
    while n < end:
        if n not in named:
            n += 1
            continue
        run = n
        while n < end and n in named:
            n += 1
        governed = run > start and words.pos[run - 1] == "ADP"
        if not governed and (n == end or words.low[n] in {",", "and", "or", ";", "–", "—"}):
            first = min(n + 1, end)
    return first


def made_to(words: Words, start: int, end: int) -> int:
    """Where a description begins behind what somebody is made to do: "have the president fire | special counsel Ann Field"."""
    verb = start - 1
    while verb >= 0 and words.low[verb] in {"the", "a", "an"}:
        verb -= 1
    if (
        verb < 0
        or not (words.lemma[verb] in CAUSATIVES or words.low[verb] in {"that", "have", "has", "had"})
        or words.sent[verb] != words.sent[start]
    ):
        return start
    doer = next((n for n in range(start, end - 2) if is_person(words, n)), None)
    if doer is None or words.tag[doer + 1] == "POS" or words.pos[doer + 1] in {"CCONJ", "PUNCT", "ADP"}:
        return start
    return doer + 2 if not is_person(words, doer + 1) else start


def doing(words: Words, mention: Found) -> tuple[int, int] | None:
    """ "Ann Field, [who runs the bakery],": what she is known to do, no more than a clause."""
    n = mention.end
    n += words.low[n : n + 1] == [","]
    if words.low[n : n + 1] != ["who"]:
        return None
    verb = n + 1
    while verb < len(words.low) and words.pos[verb] in {"ADV", "AUX"} and words.lemma[verb] != "be":
        verb += 1
    if (
        verb >= len(words.low)
        or "once" in words.low[n:verb]
        or words.lemma[verb] not in DOES
        or words.tag[verb] not in {"VBZ", "VBD", "VBN", "VBP"}
    ):
        return None
    stop = next((k for k in range(verb, len(words.low)) if words.pos[k] == "PUNCT" or words.sent[k] != words.sent[n]), verb)
    plain = all(words.tag[k] not in {"PRP", "WP", "WDT"} for k in range(verb, stop))
    return (n, stop) if plain and stop - verb > 1 and stop - n <= WHOLE else None
