"""What a sentence denies: the words that a denial is of, by the grammar of the verbs that deny.

A verb of denial contradicts somebody only with what can be said of the world: a clause, a deed, a claim of others, a wrong. "The judge
denied the motion", "was denied a permit" refuse something, and contradict nobody.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

CLAIM = (
    r"(?i:claims?|reports?|allegations?|accusations?|suggestions?|rumou?rs?|assertions?|insinuations?|speculation|charges|notions?"
    r"|contentions?|stor(?:y|ies)|theor(?:y|ies))"
)
# what somebody may be said to have done wrong, or to have had to do with
WRONG = (
    r"(?:wrongdoing|misconduct|involvement|responsibility|knowledge|guilt|collusion|assault|harassment|abuse|fraud|negligence|bribery|doping"
    r"|cheating|plagiarism|corruption|complicity|rape|murder|theft|links?|ties|contacts?|liability|discrimination|interference)"
)
DETERMINED = r"(?:(?:the|any|all|such|these|those|a|an|some|its|his|her|their|other|[\w-]+[’']s|[\w-]+ing|[a-z-]+) ){0,3}?"
DENY = r"\b(?:den(?:y|ies|ied|ying)|disput(?:es?|ed|ing)|refut(?:es?|ed|ing)|rebut(?:s|ted|ting)?)"
PUT_ASIDE = (
    r"\b(?:reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|discount(?:s|ed|ing)?|contest(?:s|ed|ing)|contradict(?:s|ed|ing)?"
    r"|brush(?:es|ed)? (?:off|aside)|shrug(?:s|ged)? off|scoff(?:s|ed)? at|debunk(?:s|ed|ing)?)"
)
FINITE = r"(?:was|were|is|are|had|has|have|did|does|would|could|will|should|ever|or any)"
WRONG_CLAIM = (
    r"(?:untrue|not true|false|baseless|unfounded|groundless|fabricated|nonsense|without merit|denied|rejected|dismissed)"
)
# "nobody can deny", "did not deny", "may deny", "was denied a permit"; "first denied taking it but later admitted it"
NO_DENIAL = re.compile(
    r"\b(?:can|could|may|might|would|will|should|to|not|never|neither|first|initially|originally|cannot|nobody"
    r"|no one|was|were|been|being|be|is|are)"
    r"(?: [a-z]+ly)? $|n[’']t $"
)
ASKS = re.compile(r"\?[”\"’')]*$")
ADVERB = r"(?:[a-z]+ly |all |simply |totally )?"


@dataclass(frozen=True, slots=True)
class Form:
    """A way of denying; the group `what` begins, or is, what is denied."""

    name: str
    pattern: re.Pattern[str]
    claim: bool = False  # the words say that others claim it
    own: bool = False  # what is denied is a deed of the one who denies
    example: str = ""


def _form(name: str, pattern: str, example: str, *, claim: bool = False, own: bool = False) -> Form:
    return Form(name, re.compile(pattern), claim, own, example)


# no deeds: what somebody is not given. "The council denied funding for the hall", "was denied landing rights"
GIVEN = (
    r"(?:(?:funding|housing|schooling|lodging|clothing|standing|parking|financing|licensing)(?! (?:the|an?|his|her|its|their|any)\b)"
    r"|(?:land|build|plann|fish|min|drill|vot|park|visit|board|graz|operat|work|broadcast|trad|nam|hunt|fly|bargain)ing"
    r" (?:rights?|permits?|permission|licen[cs]es?|privileges?|approval|consent|applications?)\b)"
)
FORMS = (
    _form(
        "claim",
        rf"(?:{DENY}|{PUT_ASIDE}) {DETERMINED}{CLAIM}"
        r" (?:that|of|about|by [^,]{1,40} that|saying) (?P<what>.+)",
        "The bank rejected claims that it had hidden its losses",
        claim=True,
    ),
    _form(
        "claim without a joint",
        rf"(?:{DENY}|{PUT_ASIDE}) {DETERMINED}{CLAIM} (?P<what>(?:he|she|it|they) {FINITE}\b.+)",
        "He discounted rumours he was leaving the club",
        claim=True,
        own=True,
    ),
    _form("clause", rf"{DENY} that (?P<what>.+)", "The minister denied that fighters were exchanged"),
    _form(
        "bare clause",
        rf"{DENY} (?P<what>(?:he|she|it|they|I|we|(?:the )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)"
        rf" (?:[\w ]{{0,30}}?){FINITE}\b.+)",
        "He denied he or his sister had known of it",
    ),
    _form(
        "deed",
        rf"{DENY} (?:ever |having |[\w ,]{{0,20}}?including )?"
        rf"(?P<what>(?!(?:any|every|no)?thing\b|the\b|any\b|king\b|{GIVEN})[a-z]{{2,}}ing\b.+)",
        "She denied taking money from the firm",
        own=True,
    ),
    _form(
        "wrong",
        rf"{DENY} (?:any |all |the )?(?:[a-z-]+ )?(?P<what>{WRONG}\b.*)",
        "The coach denied any involvement in the theft",
        own=True,
    ),
    _form(
        "claim that is wrong",
        rf"\b{CLAIM} (?:that|of|about) (?P<what>.{{5,120}}?),? (?:is|are|was|were|has been|have been) {ADVERB}{WRONG_CLAIM}\b",
        "Reports that the plant will close are untrue",
        claim=True,
    ),
    _form(
        "insisted",
        r"\b(?:insist(?:s|ed)|maintain(?:s|ed)|swore|testified|protested)(?: that)? (?:he|she|it|they|[A-Z]\w+)"
        r" (?:was|were|had|has|did|is|are) (?:not|never) (?P<what>.+)",
        "He insisted he had not met the agent",
        own=True,
    ),
    _form(
        "plea",
        r"\bplead(?:ed|s|ing)? (?:not guilty|innocent) (?:to|of) (?P<what>.+)",
        "She pleaded not guilty to stealing the painting",
        own=True,
    ),
)
# where what is denied ends
DENIED_ENDS = re.compile(
    r", [^,]{0,60}\b(?:said|says|told|wrote|reported|added|announced|testified)\b|, (?:[a-z]+ing|and|but|as|while|who|which)\b"
    r"|\b(?:but|because|although|even though|until|and (?:said|says|emphasi[sz]ed|told|called|added|described))\b|[;“”\"]|[.!]$"
)


@dataclass(frozen=True, slots=True)
class Denied:
    """What a sentence denies: where its words stand in the sentence, and by which form."""

    form: Form
    start: int
    end: int
    at: int  # where the denial begins


def denied(text: str) -> Denied | None:
    """What a sentence denies; None where it denies nothing, or only asks.

    Args:
        text: the sentence.
    """
    return None if ASKS.search(text) else next(_found(text), None)


def _found(text: str) -> Iterator[Denied]:
    for form, match in ((f, m) for f in FORMS for m in f.pattern.finditer(text)):
        if NO_DENIAL.search(text[: match.start()]):
            continue
        start, end = match.span("what")
        stop = DENIED_ENDS.search(text, start, end)
        if stop is not None and stop.start() > start:
            end = stop.start()
        yield Denied(form, start, _stripped(text, start, end), match.start())


def _stripped(text: str, start: int, end: int) -> int:
    """Where a stretch ends without the white space and marks at its end."""
    return start + len(text[start:end].rstrip(" ,.;:"))
