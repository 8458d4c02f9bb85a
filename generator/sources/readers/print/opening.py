"""What opens a PDF's text: the headline in large type, and the byline and date under it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from generator.sources.readers.print.lines import Line, body_size
from generator.sources.readers.web.days import MONTH_ALONE, SLASHES, dateline, first_day
from generator.sources.readers.web.people import BY, NOTED, OFFICE_LINE, names
from generator.sources.readers.web.signatures import is_person
from generator.values.gazetteer import given_names
from generator.values.words import LETTERS

LARGER = 1.15  # times the type of the text: a headline's
LONGEST = 250  # characters of a headline
UNDER = 6  # paragraphs after the headline among which a byline and a date are looked for
OVER = 4  # the same before it: over a headline stand the day of the issue, its number, a section
MASTHEAD = 4  # words of a newspaper's name
STORY = 200  # characters: a longer paragraph is the story
# what programs write as a title: "Microsoft Word - x.doc", "10811.exe", "untitled", "Layout 1"
JUNK = re.compile(
    r"microsoft (word|excel|powerpoint)\b.*|.*\.(docx?|pdf|rtf|odt|indd|qxd|qxp|exe|txt|html?|pptx?|xlsx?|pages|tmp|tiff?|jpe?g)\W*|"
    r"untitled.*|(document|layout|slide|page|file|scan|print|print job|powerpoint presentation|pdf)\W*\d*|[\W\d_]*|\S*\d\S*|[a-z]+_\S*",
    re.I,
)
# the lines over a mail that was printed
MAIL_FIELD = re.compile(r"(?:from|to|cc|bcc|sent|reply-to|date|subject)(?::|\b(?=.*\S@\S))\s*\S.*", re.I)
SENTENCES = re.compile(r"(?<=[.!?])\s+(?=[A-Z])")
REPORTING = re.compile(r"^[^,.]+ in [A-Z]\w+(?: [A-Z]\w+)?$")  # "Ann Field in Aldmouth"
OFFICE = re.compile(r"\b(?:reporter|correspondent|writer|editor|columnist)s?$", re.I)  # "Ann Field Sports reporter"
NO_PUBLICATION = re.compile(r"\b(printed|downloaded|accessed|retrieved|updated|modified|revised|effective)\b|\d:\d\d", re.I)


def headline(paragraphs: Sequence[Sequence[Line]], texts: Sequence[str], said: str | None) -> int | None:
    """The number of the paragraph that is the headline; None where the first page has none.

    Args:
        paragraphs: in the order of reading.
        texts: their words.
        said: the title in the file's properties, which decides where it stands on the page.
    """
    wanted = _letters(said or "")
    first = [n for n, paragraph in enumerate(paragraphs) if paragraph[0].page == 0 and len(texts[n]) <= LONGEST]
    for number in first[:12]:
        if wanted and _letters(texts[number]) == wanted:
            return number
    large = _large(first, paragraphs, texts)
    sentences = [n for n in large if len(texts[n].split()) >= 3] or large  # a newspaper's name is larger, and shorter
    if sentences:
        found = max(sentences, key=lambda n: (paragraphs[n][0].size, -n))
        later = [n for n in sentences if n > found]
        # a newspaper's name has the day of the issue under it, and the headline comes after that
        masthead = (
            bool(later)
            and len(texts[found].split()) <= MASTHEAD
            and any(dateline(text) for text in texts[found + 1 : later[0]])
        )
        return max(later, key=lambda n: (paragraphs[n][0].size, -n)) if masthead else found
    return _bold(first[:4], paragraphs, texts)


def _letters(text: str) -> str:
    """A text's letters and digits, in lower case."""
    return re.sub(r"\W+", "", text).casefold()


def _large(numbers: Sequence[int], paragraphs: Sequence[Sequence[Line]], texts: Sequence[str]) -> list[int]:
    """Those paragraphs of words that are set larger than the story."""
    size = body_size([line for paragraph in paragraphs for line in paragraph])
    return [n for n in numbers if paragraphs[n][0].size >= LARGER * size and re.search(r"[^\W\d_]{2}", texts[n])]


def _bold(numbers: Sequence[int], paragraphs: Sequence[Sequence[Line]], texts: Sequence[str]) -> int | None:
    """The first short paragraph in bold type; None where there is none, or where everything is bold."""
    if all(line.bold for paragraph in paragraphs for line in paragraph):
        return None
    bold = (n for n in numbers if paragraphs[n][0].bold and 3 <= len(texts[n].split()) <= 30 and len(paragraphs[n]) <= 3)
    return next(bold, None)


def title_said(value: str | None) -> str | None:
    """The title in a file's properties; None where a program wrote it."""
    title = " ".join((value or "").split())
    return None if not title or JUNK.fullmatch(title) else title


def byline(texts: Sequence[str], start: int) -> tuple[str | None, date | None, set[int]]:
    """The authors and the day that stand between the headline and the story, or just over the headline; and the paragraphs that say so.

    Args:
        texts: the document's paragraphs.
        start: the headline's number, -1 where there is none.
    """
    authors: str | None = None
    day: date | None = None
    used: set[int] = set()
    beside = [
        n for n in (*range(start + 1, start + 1 + UNDER), *range(start - 1, max(start - OVER, 0) - 1, -1)) if n < len(texts)
    ]
    for number in beside:
        text = texts[number]
        if len(text) > STORY:
            continue
        tail = SENTENCES.split(text)[
            -1
        ]  # "On fog and corners. Interview by Ann Field, 4 May 2024": a standfirst with the byline
        text = tail if BY.match(tail) else text
        stated = dateline(text)
        if stated and day in (None, stated):
            day = stated
            used |= {number} if text == texts[number] else set()
        dated = stated is not None or SLASHES.search(text) is not None
        if authors is None and (found := _authors(text, texts, number, dated) or _under_headline(texts, number, start)):
            authors = "; ".join(found)
            used |= {number} if text == texts[number] else set()
        elif OFFICE_LINE.fullmatch(text) and number - 1 in used:
            used.add(number)
        elif MAIL_FIELD.match(text):
            used.add(number)
            authors = authors or _sender(text)
    return authors, day, used


def _authors(text: str, texts: Sequence[str], number: int, dated: bool) -> list[str]:
    """The names in a byline: a line "By …", one with the day, one of names beside it, a name with its office ("Ann Field Reporter")."""
    noted = NOTED.search(text) is not None  # "Ann Field1, Bo Reed2"
    text = NOTED.sub("", text)
    found = names([re.split(r"\s[|•·–—]\s|(?:,? (?:on|at|of))?\s(?=\d)", text)[0]])
    if BY.match(text):
        return found
    if not found or not all(map(is_person, found)):
        return []
    rest = set(LETTERS.findall(text.casefold())) - set(LETTERS.findall(" ".join(found).casefold()))
    alone = rest <= {"and"} and (noted or _beside_date(texts, number))
    return found if dated or alone or _is_with_office(text, found[0]) else []


def _under_headline(texts: Sequence[str], number: int, start: int) -> list[str]:
    """The names in a line of nothing else right under the headline: "Ann Field and Bo Reed"."""
    found = names([texts[number]]) if start >= 0 and number == start + 1 else []
    rest = (
        set(LETTERS.findall(texts[number].casefold())) - set(LETTERS.findall(" ".join(found).casefold())) if found else {""}
    )
    first = [name.casefold().split()[0] for name in found]
    return found if rest <= {"and"} and all(map(is_person, found)) and any(name in given_names() for name in first) else []


def _sender(text: str) -> str | None:
    """Who wrote a mail: "From Ann Field <ann@harbour.example>"."""
    return "; ".join(names([text[len("from") :].lstrip(" :")])) or None if text.casefold().startswith("from") else None


def _is_with_office(text: str, name: str) -> bool:
    """Whether a line is a name with an office or a place: "Ann Field Sports reporter", "Ann Field in Aldmouth"."""
    known = name.split()[0].casefold() in given_names()
    loud = text.startswith(name.upper())  # "ANN FIELD Chief football writer"
    return (known or loud) and (OFFICE.search(text) or REPORTING.search(text)) is not None


def _beside_date(texts: Sequence[str], number: int) -> bool:
    """Whether a line of a date stands next to a line: "Ann Field", "14 May 2019"."""
    return any(
        len(each) <= STORY and (dateline(each) or MONTH_ALONE.fullmatch(each))
        for each in (*texts[max(number - 1, 0) : number], *texts[number + 1 : number + 2])
    )


def running_day(lines: Sequence[str]) -> date | None:
    """The day that running heads give, all the same one; not the day on which somebody printed the page."""
    days = {found.day for line in lines if not NO_PUBLICATION.search(line) and (found := first_day(line))}
    return days.pop() if len(days) == 1 else None
