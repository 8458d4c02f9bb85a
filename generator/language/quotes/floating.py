"""Quotations that no verb beside them reports: introduced by a clause, gone on with, or floating."""

from __future__ import annotations

from generator.language.lexicon.tags import MAIN_CLAUSES
from generator.language.quotes.sources import Sources
from generator.language.quotes.view import Attribution, Covered, Part, Phrase, View

LONGEST_TEASER = 12  # words
LEAST_WORDS = 3  # of a quotation without a cue that counts as speech
SPOKEN_ENDS = frozenset(".?!…,—")


class Floating(Part):
    """Finds what is left when the verbs have theirs."""

    def __init__(self, view: View, sources: Sources) -> None:
        super().__init__(view)
        self.sources = sources

    def introduced(self, found: list[Attribution]) -> list[Attribution]:
        """ "Lund gave a short answer: “No.”", "Lund's motto was, “Never again”": the subject of the clause before the mark."""
        made = []
        covered = Covered(span for a in found for span in a.content)
        for k, q in enumerate(self.quoted):
            if k in self.taken or covered.holds((q.start, q.end - 1)):
                continue
            mark = self._introducing(k)
            if mark is None:
                continue
            subject = self._subject(mark)
            if subject is None:
                continue
            words = self.words
            verb = next((n for n in range(subject + 1, mark) if words.tag[n][:2] == "VB"), words.head[subject])
            source = self._sender(verb, mark) or self.sources.named(self.sources.phrase(subject), verb)
            cue = (words.start[verb], words.end[verb])
            a = Attribution([(q.start, q.end)], cue, source[:2], source[2], verb, q.paragraph, [k])
            a.introduced = True
            self.taken[k] = a
            made.append(a)
        return made

    def _sender(self, verb: int, mark: int) -> Phrase | None:
        """ "This statement came from | Sheriff Ann Field:": who sent it, not what was sent."""
        words = self.words
        for n in words.children[verb]:
            if verb < n < mark and words.dep[n] == "obl" and any(words.low[c] == "from" for c in words.children[n]):
                found = self.sources.phrase(n, skip_case=True)
                return found if any(words.pos[k] == "PROPN" for k in range(found[0], found[1])) else None
        return None

    def _introducing(self, k: int) -> int | None:
        """The colon before a quotation, or the comma of "the motto was, “...”"."""
        words, q = self.words, self.quoted[k]
        mark = self.view.before(k)
        if mark < 2 or q.paragraph - self.paragraph_at[mark] > 1 or self.quote_at[mark] >= 0:
            return None
        if words.text[mark] != ":" and not (words.text[mark] == "," and words.lemma[mark - 1] == "be"):
            return None
        if self.paragraph_at[mark] != q.paragraph and self.text[self.paragraphs[q.paragraph][0] : q.start].strip():
            return None
        return mark

    def _subject(self, mark: int) -> int | None:
        """The subject of the clause before a mark: of its main verb, not of what only describes."""
        words = self.words
        first = words.sentences[words.sent[mark]][0]
        subjects = [
            n
            for n in range(first, mark)
            if words.dep[n] == "nsubj"
            and n < words.head[n] < mark
            and self.quote_at[n] < 0
            and words.tag[words.head[n]][:2] in {"VB", "NN", "JJ"}
        ]
        main = [n for n in subjects if words.dep[words.head[n]] in MAIN_CLAUSES]
        passive = {"nsubj:pass", "nsubjpass"}
        chosen = main[-1] if main else subjects[-1] if subjects else None
        return None if chosen is None or words.full_dep[chosen] in passive else chosen

    def leftovers(self, found: list[Attribution]) -> list[Attribution]:
        """Quotations without a cue: the next paragraph of a speech, or a floating quotation."""
        made: list[Attribution] = []
        self._left_open(found)
        last: dict[int, Attribution] = {k: a for a in found for k in a.quoted}
        covered = Covered(span for a in found for span in a.content)
        for k, q in enumerate(self.quoted):
            if k in self.taken or k in last or covered.holds((q.start, q.end - 1)):
                continue
            previous = last.get(k - 1)
            if previous is not None and self._goes_on(k):
                previous.content.append((q.start, q.end))
                previous.quoted.append(k)
                last[k] = previous
            elif self._is_speech(k):
                last[k] = self._floating(k)
                made.append(last[k])
        return made

    def _left_open(self, found: list[Attribution]) -> None:
        """A quotation that is left open is his who has the next paragraph's: "'It flew. / 'It landed,' Okafor wrote"."""
        owner = {k: a for a in found for k in a.quoted}
        for k in range(len(self.quoted) - 2, -1, -1):
            q, after = self.quoted[k], self.quoted[k + 1]
            if q.closed or k in owner or k in self.taken or k + 1 not in owner or after.paragraph != q.paragraph + 1:
                continue
            opens = all(not self.text[self.paragraphs[x.paragraph][0] : x.start].strip() for x in (q, after))
            if opens and owner[k + 1].quoted[:1] == [k + 1]:
                owner[k] = self.taken[k] = owner[k + 1]
                owner[k].content.insert(0, (q.start, q.end))
                owner[k].quoted.insert(0, k)

    def _floating(self, k: int) -> Attribution:
        q = self.quoted[k]
        opens = not self.text[self.paragraphs[q.paragraph][0] : q.start].strip()
        return Attribution([(q.start, q.end)], paragraph=q.paragraph, quoted=[k], opens=opens)

    def _goes_on(self, k: int) -> bool:
        """Whether a quotation goes on with the one before: the first was left open, or nothing stands between them."""
        before, q = self.quoted[k - 1], self.quoted[k]
        if not before.closed and (before.paragraph == q.paragraph - 1 or self._teaser(before.paragraph + 1, q.paragraph)):
            return not self.text[self.paragraphs[q.paragraph][0] : q.start].strip()
        return before.paragraph == q.paragraph and self.view.adjacent(k - 1, k)

    def _teaser(self, between: int, paragraph: int) -> bool:
        """ "Most read in News", between two paragraphs of a speech: a short line without an end mark or a verb's tense."""
        if between + 1 != paragraph:
            return False
        line = self.text[slice(*self.paragraphs[between])].strip()
        return len(line.split()) <= LONGEST_TEASER and line[-1:].isalnum()

    def _is_speech(self, k: int) -> bool:
        """A floating quotation is speech if it is a sentence of its own: a verb inside, and the paragraph's start or end."""
        q = self.quoted[k]
        start, _end = self.paragraphs[q.paragraph]
        first, last = self.view.token(q.start), self.view.token(q.end - 1)
        verbs = any(self.words.tag[n][:2] in {"VB", "MD"} for n in range(first, last + 1))
        before = self.text[max(start, q.start - 9) : q.start].rstrip()[-1:]
        capital = self.text[q.inner[0] : q.inner[0] + 1].isupper()
        own = not before or before in ".!?:" or (before == "," and capital)
        closed = q.end_mark(self.text) in SPOKEN_ENDS or not q.closed
        return verbs and own and closed and len(self.text[q.start : q.end].split()) >= LEAST_WORDS
