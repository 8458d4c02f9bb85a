"""Who, what, when, where, why and how of an article's main event.

Method: the main event is the root of the sentence that says best what the title says, else of the lead. Who is its subject, what
its verb phrase, when and where the time and place nearest to it, why and how the clauses that a causal or instrumental marker
opens. A question without evidence stays unanswered. (The task and its questions: Hamborg et al. 2019, Giveme5W1H.)
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc

from generator.language.layers import paragraphs
from generator.language.words import words_of

Offsets = tuple[int, int]  # half-open, code points into the article
MOST = 3  # answers a question
LEAD = 8  # sentences that are asked
LONGEST_WHAT = 9  # words
LONGEST_CLAUSE = 10

STRONG_CAUSES = frozenset({"because", "due", "over", "amid", "following", "after", "for"})
MEANS = frozenset({"by", "through", "using", "with", "via"})
PLACE_TYPES = frozenset({"GPE", "LOC", "FAC"})
LOCATIVE = frozenset({"in", "at", "near", "outside", "inside", "on", "from", "to", "across"})


@dataclass(frozen=True, slots=True)
class Answers:
    """Spans that answer each question, best first; empty where the article gives no answer."""

    who: tuple[Offsets, ...] = ()
    what: tuple[Offsets, ...] = ()
    when: tuple[Offsets, ...] = ()
    where: tuple[Offsets, ...] = ()
    why: tuple[Offsets, ...] = ()
    how: tuple[Offsets, ...] = ()


class Answering:
    """The spaCy component; sets `doc._.answers`."""

    def __call__(self, doc: Doc) -> Doc:
        """Answer the six questions for a document."""
        doc._.answers = _Article(doc).answers()
        return doc


@Language.factory("briefing_answers", requires=["doc._.facts"], assigns=["doc._.answers"])
def make_answers(nlp: Language, name: str) -> Answering:
    """Make the component."""
    return Answering()


class _Article:
    """One article while it is asked."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.words = words_of(doc)
        parts = paragraphs(doc)
        starts = [p.start for p in parts]
        self.sentences: list[tuple[int, int]] = []
        for first, last in self.words.sentences:
            part = parts[max(0, bisect_right(starts, self.words.start[first]) - 1)] if parts else None
            if part is None or part.kind in {"body", "title"}:
                if any(self.words.tag[n][:2] in {"VB", "MD"} for n in range(first, last)):
                    self.sentences.append((first, last))
            if len(self.sentences) == LEAD:
                break

    def answers(self) -> Answers:
        """The answers, best first."""
        if not self.sentences:
            return Answers()
        who, what = [], []
        for first, last in self.sentences[:4]:
            event = self._event(first, last)
            if event is None:
                continue
            verb, subject = event
            if subject is not None and (span := self._who(subject)):
                who.append(span)
            if span := self._what(verb, last):
                what.append(span)
        return Answers(
            who=_first(who),
            what=_first(what),
            when=_first(self._when()),
            where=_first(self._where()),
            why=_first(self._why()),
            how=_first(self._how()),
        )

    def _event(self, first: int, last: int) -> tuple[int, int | None] | None:
        """The main verb of a sentence, past reporting verbs, and its subject."""
        words = self.words
        root = next((n for n in range(first, last) if words.dep[n] == "root"), None)
        if root is None:
            return None
        if words.lemma[root] in {"say", "tell", "report", "confirm", "announce", "reveal", "claim", "state"}:
            clause = next((c for c in words.children[root] if words.dep[c] in {"ccomp", "parataxis"}), None)
            root = clause if clause is not None else root
        subject = next((c for c in words.children[root] if words.dep[c] in {"nsubj", "csubj"}), None)
        return root, subject

    def _who(self, subject: int) -> Offsets | None:
        """A subject without its relative clauses; a pronoun gives way to the name that it stands for."""
        words = self.words
        start, end = words.start[subject], words.end[subject]
        for entity in self.doc._.entities:
            for mention in entity.mentions:
                if mention.start <= start and end <= mention.end:
                    if mention.kind == "name":
                        return mention.start, mention.end
                    name = next((m for m in entity.mentions if m.kind == "name"), None)
                    return (name.start, name.end) if name else None
        if words.pos[subject] == "PRON":
            return None
        low, high = words.subtree(subject)
        low = max(low, subject - 4)
        high = min(high, subject + 5)
        for n in range(subject + 1, high):
            if words.pos[n] in {"PUNCT", "SPACE", "VERB", "SCONJ"} or words.low[n] in {"who", "which", "that"}:
                high = n
                break
        while low < subject and words.pos[low] in {"DET", "PUNCT", "SPACE"}:
            low += 1
        return words.start[low], words.end[high - 1]

    def _what(self, verb: int, last: int) -> Offsets | None:
        """A verb phrase up to its object or first complement."""
        words = self.words
        end = verb + 1
        for child in words.children[verb]:
            if child > verb and words.dep[child] in {"obj", "xcomp", "compound", "obl", "ccomp"}:
                high = words.subtree(child)[1]
                if high - verb <= LONGEST_WHAT:
                    end = max(end, high)
                elif end == verb + 1:
                    end = min(high, verb + LONGEST_WHAT)
        end = min(end, last)
        for n in range(verb + 1, end):
            if words.text[n] in {",", ";", ":", "—", "–", "“", '"'} or words.pos[n] == "SPACE":
                end = n
                break
        start = verb
        for child in sorted(words.children[verb], reverse=True):
            if (
                child == start - 1
                and words.dep[child] in {"aux", "advmod"}
                and words.low[child] not in {"has", "have", "had"}
            ):
                start = child
        return (words.start[start], words.end[end - 1]) if end > start else None

    def _when(self) -> list[Offsets]:
        """The first dates of the lead that are days or parts of days, then coarser ones."""
        limit = self.words.end[self.sentences[-1][1] - 1]
        dated = [
            t for t in self.doc._.times if t.type in {"DATE", "TIME"} and not t.value.endswith("_REF") and t.start < limit
        ]
        ranked = sorted(enumerate(dated), key=lambda e: (0 if len(e[1].value) >= 10 else 1, e[0]))
        return [(t.start, t.end) for _, t in ranked]

    def _where(self) -> list[Offsets]:
        """Places of the lead; those after "in" or "at" first, then the frequent ones."""
        words = self.words
        limit = words.end[self.sentences[-1][1] - 1]
        found = []
        for entity in self.doc._.entities:
            if entity.type not in PLACE_TYPES:
                continue
            mention = next((m for m in entity.mentions if m.kind == "name"), None)
            if mention is None or mention.start > limit:
                continue
            score = 0.0
            for m in entity.mentions:
                if m.start > limit:
                    break
                first = bisect_left(words.start, m.start)
                before = next(
                    (words.low[c] for c in words.children[first] if words.dep[c] == "case"),
                    words.low[first - 1] if first else "",
                )
                score += 1.5 if before in LOCATIVE else 0.2
            found.append((-score - (0.8 if entity.type == "FAC" else 0), mention.start, (mention.start, mention.end)))
        return [span for score, _, span in sorted(found) if score < -0.9]

    def _why(self) -> list[Offsets]:
        """Clauses that a causal word opens: "because", "over", "amid", "in retaliation for"."""
        words = self.words
        found = []
        for order, (first, last) in enumerate(self.sentences):
            for n in range(first, last):
                low = words.low[n]
                if low not in STRONG_CAUSES:
                    continue
                head = words.head[n]
                dep = words.dep[n]
                if low == "because" or (low == "due" and n + 1 < last and words.low[n + 1] == "to"):
                    weight = 3.0
                elif dep == "mark" and low == "after" and words.dep[head] == "advcl":
                    weight = 2.0
                elif (
                    dep == "case"
                    and low in {"amid", "following", "over", "after"}
                    and words.pos[head] == "NOUN"
                    and words.dep[head] == "obl"
                ):
                    weight = 1.5
                else:
                    continue
                start = n + (2 if low in {"due"} else 1)
                _low_end, high = words.subtree(head)
                end = min(high, last, start + LONGEST_CLAUSE)
                for k in range(start, end):
                    if words.text[k] in {",", ".", ";", "—", "–"} or words.pos[k] == "SPACE":
                        end = k
                        break
                if end - start >= 2:
                    found.append((-weight + 0.2 * order, n, (words.start[start], words.end[end - 1])))
        return [span for _, _, span in sorted(found)]

    def _how(self) -> list[Offsets]:
        """ "by ...ing", "with a knife", "through": means of the main event."""
        words = self.words
        found = []
        for order, (first, last) in enumerate(self.sentences[:5]):
            for n in range(first, last):
                if words.low[n] not in MEANS or words.dep[n] not in {"case", "mark"}:
                    continue
                head = words.head[n]
                if words.low[n] in {"by", "through", "using"} and words.tag[head] == "VBG":
                    weight = 2.0
                elif (
                    words.low[n] in {"with", "through", "via", "using"}
                    and words.dep[head] == "obl"
                    and words.pos[head] == "NOUN"
                ):
                    weight = 1.0
                else:
                    continue
                end = min(words.subtree(head)[1], last, n + LONGEST_CLAUSE)
                for k in range(n + 1, end):
                    if words.text[k] in {",", ".", ";"}:
                        end = k
                        break
                found.append((-weight + 0.2 * order, n, (words.start[n], words.end[end - 1])))
        return [span for _, _, span in sorted(found)]


def _first(spans: list[Offsets]) -> tuple[Offsets, ...]:
    return tuple(dict.fromkeys(spans))[:MOST]
