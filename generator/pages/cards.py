"""A fact, quotation, event or difference alone: on its lasting page, in a frame on another site, beside a link that somebody shares.

The words are the source's, the rest is what the lists say of it, from the same data; the site's verifier holds both to the data.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from babel import Locale

from generator.pages.dates import day_in_words, in_words
from generator.pages.drawings import shortened
from generator.pages.escaping import inert
from generator.pages.facets import DENYING, KIND_WORDS
from generator.pages.views import STATUS
from generator.values.certainty import CERTAIN

SOURCE_TITLE_LENGTH = 110  # characters of a title that others show
VERSIONS = 5  # values of a difference
KICKERS = {
    "fact": "Key fact",
    "quote": "Quotation",
    "event": "Event",
    "difference": "The sources differ",
    "passage": "Passage",
}
CLAIM, CHANGED = "One side tells it, another denies it", "Has changed as days passed"


@dataclass(frozen=True, slots=True)
class Card:
    """What is said of one thing."""

    kind: str
    title: str  # plain text
    description: str  # plain text
    body: str  # HTML, of inert text


@dataclass(frozen=True, slots=True)
class Cited:
    """A source as a card names it."""

    title: str
    line: str  # publisher, author, day


class Cards:
    """The cards of a built site, from its data files."""

    def __init__(
        self,
        records: Sequence[Mapping[str, Any]],
        titles: Sequence[str],
        people: Sequence[Mapping[str, Any]],
        language: str = "en",
    ) -> None:
        """Know the sources and names.

        Args:
            records: of the sources.
            titles: of the sources, in the records' order.
            people: the subjects.
            language: of dates.
        """
        self._locale = Locale.parse(language.replace("-", "_"))
        self._names = {person["id"]: person["name"] for person in people}
        pairs = zip(records, titles, strict=False)
        self._cited = {record["id"]: Cited(title, self._line(record["metadata"])) for record, title in pairs}

    def fact(self, fact: Mapping[str, Any]) -> Card:
        """A key fact."""
        passage, claim = fact["passage"], fact["claimed_by"]
        said = f'<p class="by">according to <q{_verbatim(claim)}>{inert(claim["text"])}</q></p>' if claim else ""
        heading = (
            f'<p class="heading">{inert(fact["heading"])} <span class="edited">editor’s heading</span></p>'
            if fact["heading"]
            else ""
        )
        body = f'{heading}<p class="verbatim"><span{_verbatim(passage)}>{inert(passage["text"])}</span></p>{said}'
        kind = KIND_WORDS[fact["kind"]] + (f", according to {claim['text']}" if claim else "")
        return self._card("fact", passage["text"], kind, body, passage, fact)

    def quote(self, quote: Mapping[str, Any]) -> Card:
        """A quotation with who is named for it, as sure as that is."""
        parts, told, name = quote["content"], quote["attributed_to"], self._names.get(quote["speaker"])
        sure = quote["confidence"] >= CERTAIN or "speaker" in quote["edits"]
        doubt = "" if sure or not name else f"probably, {quote['confidence']:.0%} sure"
        denied = _denied(quote)
        inner = "".join(f"<p><span{_verbatim(part)}>{inert(part['text'])}</span></p>" for part in parts)
        named = f"in the source: <q{_verbatim(told)}>{inert(told['text'])}</q>" if told else ""
        named = f'<b class="speaker">{inert(name)}</b>' if name else named
        marks = ['<span class="status">denied by the speaker</span>'] if denied else []
        marks += [f'<span class="ours">{inert(doubt)}</span>'] if doubt else []
        by = " ".join(part for part in (named, *marks) if part)
        body = f'<blockquote class="{quote["kind"]}">{inner}</blockquote>' + (f'<p class="by">{by}</p>' if by else "")
        words = " ".join(part["text"] for part in parts)
        label = _label(quote, name or (told["text"] if told else ""), denied)
        said = ", ".join(part for part in (doubt, KIND_WORDS[quote["kind"]]) if part)
        return self._card("quote", f"{label}: {words}" if label else words, said, body, parts[0], quote)

    def event(self, event: Mapping[str, Any]) -> Card:
        """An entry of the chronology."""
        day, first = event["day"], event["tellings"][0]["sentence"]
        when = in_words(day["value"], self._locale, day["mod"]) if day else "date not stated"
        inferred = "day of publication, inferred" if day and day["inferred"] else ""
        status = STATUS.get(event["status"], "")
        doubtful = "counted from a date that is in doubt" if event.get("doubtful") else ""
        marks = "".join(f' <span class="ours">{mark}</span>' for mark in (inferred, doubtful) if mark)
        marks += f' <span class="status">{status}</span>' if status else ""
        body = (
            f'<p class="when"><span class="ours day">{inert(when)}</span>{marks}</p>'
            f'<p class="verbatim"><span{_verbatim(first)}>{inert(first["text"])}</span></p>'
        )
        said = ", ".join(part for part in (status, inferred, doubtful) if part)
        return self._card("event", f"{when}: {first['text']}", said, body, first, event)

    def difference(self, difference: Mapping[str, Any]) -> Card:
        """What sources tell differently."""
        values = difference["values"]
        denied = difference["kind"] == "claim" and any(value["value"] == "denied" for value in values)
        says = CLAIM if denied else CHANGED if difference["changed"] else KICKERS["difference"]
        rows = "".join(map(self._version, values[:VERSIONS]))
        note = f'<p class="note"><b>Editor’s note:</b> {inert(difference["note"])}</p>' if difference["note"] else ""
        body = f'<h1 class="about"><span class="ours">{inert(difference["about"])}</span></h1>{note}<dl class="versions">{rows}</dl>'
        told = " · ".join(version["value"] for version in values[:VERSIONS])
        return Card(
            "difference", shortened(f"{difference['about']}: {told}", SOURCE_TITLE_LENGTH), says, f"{_kicker(says)}{body}"
        )

    def passage(self, record: Mapping[str, Any], words: str, span: tuple[int, int]) -> Card:
        """What no list holds (any more): its words in its source."""
        cited = self._cited[record["id"]]
        at = _verbatim({"source": record["id"], "start": span[0], "end": span[1]})
        shown = f'<p class="verbatim"><span{at}>{inert(words)}</span></p>' if words else ""
        body = f"{_kicker(KICKERS['passage'])}{shown}{_source(cited)}"
        return Card("passage", shortened(words, SOURCE_TITLE_LENGTH) if words else cited.title, _told(cited), body)

    def _version(self, version: Mapping[str, Any]) -> str:
        first, count = version["passages"][0], version["publishers"]
        sentence = {"source": first["source"], "start": first["sentence_start"], "end": first["sentence_end"]}
        publishers = "one publisher" if count == 1 else f"{count} independent publishers"
        told = f'<p class="meta"><span class="ours">{publishers}</span></p><p><q{_verbatim(sentence)}>{inert(first["sentence"])}</q></p>'
        value, cited = inert(version["value"]), self._cited[first["source"]]
        return f'<div><dt><span class="ours">{value}</span></dt><dd>{told}{_source(cited)}</dd></div>'

    def _card(
        self, kind: str, title: str, said: str, body: str, passage: Mapping[str, Any], thing: Mapping[str, Any]
    ) -> Card:
        cited = self._cited[passage["source"]]
        note = f'<p class="note"><b>Editor’s note:</b> {inert(thing["note"])}</p>' if thing["note"] else ""
        whole = f"{_kicker(KICKERS[kind])}{body}{note}{_source(cited)}"
        said = f"{said[:1].upper()}{said[1:]}"
        return Card(
            kind, shortened(title, SOURCE_TITLE_LENGTH), " · ".join(part for part in (said, _told(cited)) if part), whole
        )

    def _line(self, known: Mapping[str, Any]) -> str:
        day = day_in_words(known["published"], self._locale) if known["published"] else "date not stated"
        return " · ".join(part for part in (known["publisher"], known["author"], day) if part)


def _denied(quote: Mapping[str, Any]) -> bool:
    """Whether the words are what their speaker says is not so."""
    cue = quote["cue"]
    return bool(quote["kind"] != "direct" and cue and cue["text"].lower() in DENYING)


def _label(quote: Mapping[str, Any], who: str, denied: bool) -> str:
    """What stands before the words of a quotation where they are seen alone: without it, a denial would read as a statement."""
    if denied:
        return f"Denied by {who}" if who else "Denied"
    return who or ("" if quote["kind"] == "direct" else "Reported")


def _told(cited: Cited) -> str:
    return f"{shortened(cited.title, SOURCE_TITLE_LENGTH)} · {cited.line}"


def _source(cited: Cited) -> str:
    return f'<p class="meta source"><cite>{inert(cited.title)}</cite> <span class="line">{inert(cited.line)}</span></p>'


def _kicker(words: str) -> str:
    return f'<p class="kicker">{words}</p>'


def _verbatim(passage: Mapping[str, Any]) -> str:
    return f' data-verbatim="{inert(passage["source"])}:{passage["start"]}:{passage["end"]}"'
