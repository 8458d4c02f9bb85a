"""What a page says of itself inside a paragraph of its story: when it was updated, who wrote it, whose comment was taken away.

Stored articles often run these into the text: "Page last updated at 18:21 GMT, Thursday, 12 March 2015 The ferry …". They are no part of
a sentence, wherever they stand in it. A verb of publishing alone is none ("Posted on 4 May, the film …"): the words that follow a time
must begin a sentence, or nothing follows.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.sources.article import Paragraph
from generator.values.gazetteer import place_type

MONTH_NAME = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DAY_NAME = r"(?:Mon(?:day)?|Tue(?:s|sday)?|Wed(?:nesday)?|Thu(?:rs|rsday)?|Fri(?:day)?|Sat(?:urday)?|Sun(?:day)?)"
ZONE = r"(?:\(?(?:GMT|BST|UK|UTC|[ECMP][SD]?T|HKT|IST|JST|CES?T|AE[SD]T|local time)\b\)?)"
CLOCK = rf"(?:\(?(?:\d{{1,2}}[.:]\d\d ?(?:[ap]\.?m\b\.?)?|\d{{1,2}} ?[ap]\.?m\b\.?|\d{{4}}(?= {ZONE}))(?: ?{ZONE})?\)?)"
DATE = (
    rf"(?:(?:{DAY_NAME},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH_NAME}\b|{MONTH_NAME}\.? \d{{1,2}}(?:st|nd|rd|th)?\b)(?:,? (?:19|20)\d\d)?"
    rf"|{DAY_NAME}\b|\d{{1,2}}/\d{{1,2}}/\d{{2,4}}|(?:19|20)\d\d-\d\d-\d\d)"
)
AGO = r"(?:(?:\d+|an?) (?:min(?:ute)?s?|h(?:ou)?rs?|days?|weeks?|months?) ago)"
MOMENT = rf"(?:{AGO}|{CLOCK}|{DATE})"
MOMENTS = rf"{MOMENT}(?:[ ,|–-]{{1,4}}(?:at |on )?{MOMENT}){{0,4}}"
BEHIND = r"[ |:–-]*(?=$|[“\"‘]?(?-i:[A-Z]))"  # a sentence begins, or nothing follows
OWN = r"(?:(?:this )?(?:page|story|article|post|entry) (?:was |has been )?)"
# "Page last updated at 18:21 GMT, Thursday, 12 March 2015", "UPDATED 10:32 a.m. ET", "Last updated 3 hours ago", "Posted: May 4"
UPDATED = re.compile(
    rf"\b{OWN}?(?:(?:first|last|originally) )?(?:updated|published|posted|modified)\b:? (?:on |at )?{MOMENTS}\.?{BEHIND}",
    re.I,
)
# "This story was updated at 10:15 a.m. ET with new information."
OF_ITSELF = re.compile(
    rf"\b(?-i:This )(?:page|story|article|post|entry) (?:was|has been) (?:first |last |originally )?(?:updated|published|posted|modified)\b"
    rf"(?: (?:on |at )?{MOMENTS})?(?: (?:with|to) [^.!?]{{3,100}})?(?:\.(?=\s|$)|$)",
    re.I,
)
PERSON = r"[A-Z][\w.’'-]+(?: (?:(?:van|de|von|al|bin|el|da) )?[A-Z][\w.’'-]+){1,3}?"
NEWSROOM = (
    r"(?:(?:(?:[Tt]he )?(?:BBC(?: News| Sport)?(?: Online| website)?|CNN|Reuters|AFP|AP|Associated Press|Press Association|Al Jazeera|NPR"
    r"|Bloomberg|Xinhua|USA TODAY|MailOnline|Guardian|Independent|Telegraph"
    r"|(?:[A-Z]\w+ ){1,3}(?:News|Times|Post|Herald|Tribune|Gazette|Journal))\b)"
    r"(?: (?:[Ww]riters?|[Ss]taff|[Rr]eporters?))?)"
)
ROLE = r"(?:(?:[A-Z][\w’'-]+ )?(?:[\w-]+ )?(?:[Cc]orrespondents?|[Rr]eporters?|[Ee]ditors?)|(?:Staff|Senior|Sports|Press) [Ww]riters?)\b"
# "By Ann Field BBC News, Dorne", "By Ann Field and Bo Reed, Political correspondents, Harbour Times"
BYLINE = re.compile(
    rf"\bBy {PERSON}(?:(?:,? and|,) {PERSON})*,? (?:for )?(?:{ROLE},? (?:of |for )?{NEWSROOM}|{NEWSROOM}|{ROLE})(?=[\s,|])"
)
BYLINE_PLACE = re.compile(r",? (?:in |reports from )?(?P<place>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})")
BYLINE_END = re.compile(r"[ ,|:–-]*(?=$|[“\"‘]?[A-Z0-9])")
# "(Reporting by Ann Field in Oslo; Editing by Bo Reed)", at the end
REPORTED = re.compile(
    r"(?:(?<=[.!?”\"’)] )|^)[(\[]?(?:(?:additional|extra) )?(?:reporting|writing|editing|edited|written|compiled)"
    r"(?: and (?:writing|editing))? by (?-i:[A-Z])(?!.*\b(?:said|says|told)\b).{3,300}$",
    re.I,
)
# "This comment was removed because it broke the house rules."
MODERATED = re.compile(
    r"(?:(?<=[.!?”\"’)] )|^)(?:this|your) (?:comment|post|reply) (?:(?:has been|was|is|were) )?"
    r"(?:removed|deleted|hidden|awaiting moderation)(?: (?:because|by (?:a|the) moderators?|for breaking|as it|since it)\b[^.!?]*)?"
    r"(?:[.!?]+|$)",
    re.I,
)

CLOSED = frozenset('.?!…”"’)')
SENTENCE_END = re.compile(r"[.?!…][”\"’)]*\s+(?=[“\"‘]?[A-Z0-9])")


def stamps(text: str) -> list[tuple[int, int]]:
    """Where a paragraph holds what the page says of itself, in order.

    Args:
        text: the paragraph.
    """
    found = [m.span() for m in UPDATED.finditer(text) if _stands(text, m)]
    found += [m.span() for pattern in (OF_ITSELF, REPORTED, MODERATED) for m in pattern.finditer(text)]
    found += [(m.start(), end) for m in BYLINE.finditer(text) if (end := _byline_end(text, m.end())) is not None]
    return _joined(sorted(found))


def _stands(text: str, match: re.Match[str]) -> bool:
    """Whether a stamp is no part of a clause: it begins with a capital, or behind nothing ("It was updated on Monday")."""
    before = text[: match.start()].rstrip()
    return match[0][0].isupper() or not before or before[-1] in CLOSED | {"|"}


def _byline_end(text: str, at: int) -> int | None:
    """Where a byline ends, with the place that it is from; None where no sentence follows."""
    if place := BYLINE_PLACE.match(text, at):
        words = place["place"].split()
        named = [n for n in range(len(words), 0, -1) if place_type(words[:n])]
        marked = place[0][0] == "," or place[0].startswith((" in ", " reports "))
        for n in named or ([1] if marked else []):
            end = place.start("place") + len(" ".join(words[:n]))
            if behind := BYLINE_END.match(text, end):
                return behind.end()
    behind = BYLINE_END.match(text, at)
    return behind.end() if behind else None


def _joined(spans: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Spans that touch or overlap as one."""
    made: list[tuple[int, int]] = []
    for start, end in spans:
        if made and start <= made[-1][1]:
            made[-1] = made[-1][0], max(end, made[-1][1])
        else:
            made.append((start, end))
    return made


def unstamped(text: str, paragraph: Paragraph) -> Iterator[Paragraph]:
    """A paragraph of the story, its stamps apart as layout; what stands before one and is no sentence is a heading, and layout with it.

    Args:
        text: the article's.
        paragraph: of the story.
    """
    at = paragraph.start
    for start, end in stamps(text[paragraph.start : paragraph.end]):
        before = text[at : paragraph.start + start]
        told = (
            len(before)
            if before.rstrip()[-1:] in CLOSED
            else max((m.end() for m in SENTENCE_END.finditer(before)), default=0)
        )
        if sentences := before[:told].rstrip():
            yield replace(paragraph, start=at, end=at + len(sentences))
        at += told
        stamp = text[at : paragraph.start + end].rstrip()
        yield replace(paragraph, start=at, end=at + len(stamp), kind="noise")
        at = paragraph.start + end
        at += len(text[at : paragraph.end]) - len(text[at : paragraph.end].lstrip())
    if at < paragraph.end:
        yield replace(paragraph, start=at)
