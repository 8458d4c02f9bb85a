"""The dossier: what many records say together. Plain frozen values; ids are stable names used in links.

A passage is the one way to cite: which source, which span, and the words (a slice of that source's text).
"""

from __future__ import annotations

from typing import Literal

import msgspec

from generator.records.model import Answers, Record
from generator.values.certainty import CERTAIN

FEW = 20  # articles up to which a dossier is taken to tell of one thing
QUESTIONS = ("who", "what", "when", "where", "why", "how")


class Value(msgspec.Struct, frozen=True, gc=False):
    """A frozen value without cycles; a large dossier has hundreds of thousands (msgspec makes and encodes them fastest)."""


class Passage(Value, frozen=True):
    """A citation: words of a source, verbatim."""

    source: str  # the record's id
    start: int  # code points into the source's text
    end: int
    text: str


class Source(Value, frozen=True):
    """An article of the dossier."""

    id: str
    number: int  # 1, 2 ... in the order of publication; printed in citation chips
    slug: str  # file name of its page, without suffix
    title: str
    record: Record
    copies: tuple[str, ...] = ()  # ids of records with the same text, shown once
    similar: tuple[str, ...] = ()  # ids of sources that share most of their text (syndicated copies, a press release)
    doubt: str | None = None  # the day of publication that would fit, where the stated one is in doubt


class Place(Value, frozen=True):
    """Where a place lies, resolved by a gazetteer (computed, not in the source)."""

    country: str | None  # ISO 3166 alpha-2; none of a sea or a continent
    latitude: float  # degrees; of a country or state, a point inside it
    longitude: float
    kind: Literal["country", "state", "county", "city", "region"] = "city"
    geonames: int | None = None  # its number in GeoNames, where the table gives it


class Companion(Value, frozen=True):
    """Who is mentioned in the same paragraphs (computed)."""

    subject: str  # its id
    paragraphs: int
    passages: tuple[Passage, ...] = ()  # where the companion is named in the first of them, at most one a source


class Subject(Value, frozen=True):
    """A person, organisation, place or other named thing: one for the whole dossier."""

    id: str  # slug, unique, e.g. "vladimir-putin"
    name: str
    type: str  # an entity type of the contract
    aliases: tuple[str, ...]  # other names that the sources use
    descriptions: tuple[Passage, ...]  # roles and appositions, verbatim, most frequent first
    mentions: tuple[Passage, ...]
    sources: tuple[str, ...]
    salience: float
    place: Place | None = None
    together: tuple[Companion, ...] = ()  # who shares most paragraphs first
    note: str | None = None  # the editor's
    edited: bool = False
    edits: tuple[str, ...] = ()  # the keys that an editor set
    maybe: tuple[str, ...] = ()  # subjects who may be meant by this surname, where the articles do not say
    sure: bool = True  # whether what it is, and that its name is whole, is sure enough for the first page (computed)


class Mark(Value, frozen=True):
    """What we say beside a word of a passage: the subject that it stands for (computed)."""

    start: int  # code points into the source's text
    end: int
    subject: str


class Amount(Value, frozen=True):
    """An amount in a statement, with its normalised value (computed)."""

    passage: Passage
    value: float
    unit: str | None
    counts: Passage | None


class Statement(Value, frozen=True):
    """A key fact."""

    id: str
    passage: Passage
    kind: Literal["action", "statement", "figure", "background", "planned"]  # planned: expected, not told as done
    score: float
    subjects: tuple[str, ...]
    claimed_by: Passage | None = None
    claimant: str | None = None  # the subject that these words stand for
    date: str | None = None  # TIMEX3 value
    marks: tuple[Mark, ...] = ()
    amounts: tuple[Amount, ...] = ()
    also: tuple[Passage, ...] = ()  # passages of other sources (or the same) that say the same
    publishers: int = 1  # independent ones that tell it
    events: tuple[str, ...] = ()  # ids of chronology entries told in it
    quotes: tuple[str, ...] = ()
    members: tuple[str, ...] = ()  # ids of the record facts merged here, its own included: each stays an anchor
    heading: str | None = None  # the editor's
    pinned: bool = False  # by the editor
    note: str | None = None  # the editor's
    edited: bool = False
    edits: tuple[str, ...] = ()  # the keys that an editor set


class Wording(Value, frozen=True):
    """The same quotation as another source (or passage) prints it."""

    content: tuple[Passage, ...]
    source: str
    differs: bool  # other words, not only other marks or case


class Quotation(Value, frozen=True):
    """Words attributed to somebody."""

    id: str
    kind: Literal["direct", "mixed", "indirect"]
    content: tuple[Passage, ...]
    context: Passage  # the paragraph(s) that hold content, cue and source
    cue: Passage | None
    attributed_to: Passage | None  # the source's own words for the speaker
    speaker: str | None  # a subject's id
    confidence: float  # that the words are speech, and the speaker's; calibrated
    addressee: str | None = None
    date: str | None = None  # ISO day or TIMEX3 value if the source states when it was said
    wordings: tuple[Wording, ...] = ()
    score: float = 0.0  # for the briefing's "best quotes"
    members: tuple[str, ...] = ()  # ids of the record quotes merged here, its own included: each stays an anchor
    note: str | None = None
    edited: bool = False
    edits: tuple[str, ...] = ()  # the keys that an editor set
    otherwise: tuple[str, ...] = ()  # subjects to whom other sources give the same words

    @property
    def certain(self) -> bool:
        """Whether the speaker is named without a mark: sure enough, or an editor's word."""
        return self.confidence >= CERTAIN or "speaker" in self.edits


class Day(Value, frozen=True):
    """A resolved time (computed), with the source's own words where there are any."""

    value: str  # TIMEX3
    earliest: str | None  # ISO days; None where the year is unknown
    latest: str | None
    wording: Passage | None
    inferred: bool = False  # no source states it; it is the day of publication
    mod: str | None = None  # TIMEX3 modifier: "mid-July" is MID; earliest and latest keep to it


class Telling(Value, frozen=True):
    """One passage that tells of an event: its sentence and the trigger in it."""

    sentence: Passage
    trigger: Passage
    wording: Passage | None  # the time expression
    id: str = ""  # of the record's event
    day: Day | None = None  # that its own words give


class Happening(Value, frozen=True):
    """One event, with every passage that tells of it; where it is `listed`, an entry of the chronology."""

    id: str
    day: Day | None  # None where nobody dates it
    status: Literal["happened", "planned", "negated", "hypothetical"]
    tellings: tuple[Telling, ...]  # the one to show first
    participants: tuple[str, ...]
    place: str | None = None
    score: float = 0.0  # how much it belongs to the main story
    listed: bool = True  # whether it stands on the chronology
    tier: Literal["story", "background", "further", "data"] = "story"  # further: folded away; data: on no page
    publishers: int = 1  # independent ones; copies and agency reports count once
    differ: tuple[Passage, ...] = ()  # words that give another day
    doubtful: bool = False  # its day is counted from a date of publication that is in doubt
    part_of: str | None = None  # the id of the entry under which it stands
    members: tuple[str, ...] = ()  # ids of the record events merged here, its own included: each stays an anchor
    note: str | None = None
    edited: bool = False
    edits: tuple[str, ...] = ()  # the keys that an editor set


class Lede(Value, frozen=True):
    """The sentence that opens the briefing: a source's, about the main event."""

    passage: Passage
    publishers: int  # independent ones that tell the event
    sources: tuple[str, ...]  # articles that tell it


class Unknown(Value, frozen=True):
    """A sentence in which a source says that something is not known."""

    passage: Passage  # of the latest source that says so
    also: tuple[Passage, ...] = ()  # others that leave the same open
    publishers: int = 1  # independent ones


class Glance(Value, frozen=True):
    """An answer to one of the six questions about the main event; what is missing is not shown."""

    question: str  # one of `QUESTIONS`
    passage: Passage | None  # the source's words
    subject: str | None = None  # whom or what the words mean
    day: Day | None = None  # what they mean, of "when"


class Story(Value, frozen=True):
    """One of several stories that a folder's articles tell, with what belongs to it."""

    id: str  # lasts while its first article by name stays
    title: str  # a headline
    sources: tuple[str, ...]  # in the order of publication
    publishers: int  # independent ones
    statements: tuple[str, ...]  # ids, best first
    quotations: tuple[str, ...]
    happenings: tuple[str, ...]  # entries of the chronology
    subjects: tuple[str, ...]
    lede: Lede | None = None
    glance: tuple[Glance, ...] = ()
    period: tuple[str, str] | None = None


class Worded(Passage, frozen=True):
    """The words of a value, with the whole sentence in which they stand."""

    sentence: str
    sentence_start: int  # code points into the source's text
    sentence_end: int

    @property
    def whole(self) -> Passage:
        """The citation of the sentence."""
        return Passage(self.source, self.sentence_start, self.sentence_end, self.sentence)


class Version(Value, frozen=True):
    """What some sources say where others say something else."""

    value: str  # normalised, computed
    passages: tuple[Worded, ...]  # in the order of publication
    publishers: int = 1  # independent ones
    first: str | None = None  # the first day on which it was published


class Difference(Value, frozen=True):
    """One thing of which the sources tell different values, or which one side says and another denies."""

    id: str
    kind: Literal["figure", "date", "place", "name", "claim"]
    about: str  # what the values are of, in our words
    changed: bool  # the values follow each other as days pass: a toll that rises
    values: tuple[Version, ...]  # of what changed the latest first, else what most publishers tell
    publishers: int = 1
    score: float = 0.0
    facts: tuple[str, ...] = ()  # ids of facts beside which it is marked
    events: tuple[str, ...] = ()  # and of entries of the chronology
    members: tuple[str, ...] = ()  # names under which an editor's correction finds it, one for each passage
    note: str | None = None  # the editor's
    edited: bool = False
    edits: tuple[str, ...] = ()  # the keys that an editor set

    @property
    def passages(self) -> list[Worded]:
        """The words of all its values."""
        return [worded for version in self.values for worded in version.passages]


class Corrected(Value, frozen=True):
    """What an editor set right of one thing, as the sidecar says it."""

    target: str  # the id of a fact, quotation, event or difference, or a name
    source: str  # the article whose sidecar holds it
    made: tuple[
        tuple[str, str], ...
    ]  # the keys and what they were set to; nothing where the key says all, or it was cleared
    day: str | None = None  # on which it was set right, where the editor says so
    note: str | None = None


class Dossier(Value, frozen=True):
    """Everything the pages show."""

    title: str
    dek: str | None
    sources: tuple[Source, ...]
    subjects: tuple[Subject, ...]  # most salient first
    statements: tuple[Statement, ...]  # best first
    quotations: tuple[Quotation, ...]  # in order of sources and text
    happenings: tuple[Happening, ...]  # that pages show, in chronological order: listed, or dated in a source's own words
    unlisted: tuple[Happening, ...]  # parts of these, and other events that a source dates or two sources tell of
    answers: tuple[tuple[str, Answers], ...]  # (source id, answers), best source first
    when: Day | None = None  # of the main event
    lede: Lede | None = None
    glance: tuple[Glance, ...] = ()  # in the order of `QUESTIONS`
    unknowns: tuple[Unknown, ...] = ()  # what most leave open first
    period: tuple[str, str] | None = None  # first and last day of the events that happened
    stories: tuple[Story, ...] = ()  # where articles tell of several, that of most articles first
    unmatched: tuple[str, ...] = ()  # editors' corrections that match nothing any more, as sentences
    differences: tuple[Difference, ...] = ()  # the strongest first
    doubts: tuple[str, ...] = ()  # days of publication that are in doubt, as sentences
    corrected: tuple[Corrected, ...] = ()  # the last first, then those without a day
