"""Whose words: the noun phrase that a cue has as its subject, by the parse and by the order of words."""

from __future__ import annotations

from generator.language.lexicon.marks import DASHES
from generator.language.lexicon.tags import FINITE, SUBJECTS
from generator.language.quotes import cues
from generator.language.quotes.noun_phrases import LONGEST_RUN, NO_PART_OF_SOURCE, NOMINAL, NOUN_TAGS, NounPhrases
from generator.language.quotes.overruled import Overruled
from generator.language.quotes.view import TAG_MARKS, Phrase, View

RELATIVE = frozenset({"who", "which", "that"})
CLOSED = frozenset({",", "”", '"'})  # what an inverted verb stands behind
INVERTED = frozenset({"PROPN", "DET", "NOUN", "PRON", "ADJ"})
VERB_TAGS = frozenset({"VBD", "VBZ", "VBP", "VBN", "VBG"})
EMPTY_SOURCES = frozenset({"it", "this", "that", "there"})  # "insisted it was early, adding, “...”": not it
CLIMBED = frozenset({"conj", "xcomp", "advcl", "parataxis"})
PARTING = frozenset({",", ")"}) | DASHES  # what closes words between a name and its verb
NOT_FINITE = frozenset({"VB", "VBN"})  # "would go", "had gone": no verb of the same kind as "added"
# "...,” fumed Okafor", "...,” beams Okafor": what taggers take a verb right behind a quotation for, with its ending
TAKEN_FOR = {"JJ": "ed", "NNS": "s"}
LONGEST_TAG = 30  # words between a quotation and its cue


class Sources(NounPhrases):
    """Finds the source of a cue."""

    longest_tag = LONGEST_TAG

    def __init__(self, view: View) -> None:
        super().__init__(view)
        self.overruled = Overruled(view)

    def source(self, cue: int) -> Phrase | None:
        """The subject of a cue: token range and head; of a passive its agent ("was told by him"), or else the one quoted."""
        overruled = self.overruled.source(cue)
        if overruled is not None:
            return overruled
        found = self._by_parse(cue)
        if found is None or (found[1] <= cue and self._cut_off(found, cue)):
            found = self._parted(cue) or found
        if found is not None:
            return self.overruled.headed(cue, self.overruled.adjoining(cue, found))
        return self._inverted(cue) or self._opening(cue) or self.run_before(cue) or self._main_subject(cue)

    def _by_parse(self, cue: int) -> Phrase | None:
        """The subject by the parse, going up from a verb that shares another one's."""
        words = self.words
        node = cue
        for _ in range(4):
            found = self._of_verb(node, cue)
            if found is not None:
                return found
            teller = self._teller(cue) if node == cue else None
            if teller is not None:
                node = teller
                continue
            above = words.head[node]
            if words.dep[node] in CLIMBED and node != above:
                if words.dep[node] == "advcl" and words.tag[node] != "VBG" and not self._as_saying(node):
                    return None
                node = above
                continue
            return self._described(node) if words.dep[node] == "acl" and above != node else None
        return None

    def _of_verb(self, node: int, cue: int) -> Phrase | None:
        """The agent or the subject of a verb; of a relative clause's verb the noun that it describes."""
        words = self.words
        agent = self._agent(node)
        if agent is not None:
            return self.phrase(agent, skip_case=True)
        subject = self._subject(node, cue)
        if subject is None or self.quote_at[subject] >= 0:
            return None
        if words.low[subject] in RELATIVE and words.dep[node] == "acl" and words.head[node] < node:
            return self.phrase(words.head[node], stop=subject)
        return self.phrase(subject)

    def _teller(self, cue: int) -> int | None:
        """ "Field said that Barker would go and added: “...”": the verb that shares its subject with a cue is "said"."""
        words = self.words
        above = words.head[cue]
        teller = words.head[above]
        shares = words.dep[cue] == "conj" and words.tag[cue] in FINITE and words.tag[above] in NOT_FINITE
        told = words.dep[above] == "ccomp" and teller < above and words.lemma[teller] in cues.SAY
        return teller if shares and told and words.lemma[cue] in cues.SAY and words.tag[teller] in FINITE else None

    def hearing(self, cue: int) -> Phrase | None:
        """ "Okafor was told by Barker": who tells; where nobody says by whom, nobody."""
        agent = self._agent(cue)
        return self.phrase(agent, skip_case=True) if agent is not None else None

    def quoted_as(self, cue: int) -> Phrase | None:
        """ "the paper quoted Okafor as saying": the one who is quoted."""
        words = self.words
        whom = next((c for c in words.children[cue] if words.dep[c] == "obj" and c > cue), None)
        if whom is None or words.tag[cue] not in FINITE or self._agent(cue) is not None:
            return None
        source = self.phrase(whom)
        return source if words.low[source[1] : source[1] + 2] in (["as", "saying"], ["as", "telling"]) else None

    def _agent(self, node: int) -> int | None:
        """ "was told by him" """
        words = self.words
        if words.lemma[node] not in cues.HEARERS | cues.SAID_OF:
            return None
        children = words.children[node]
        if not any(words.full_dep[c] in {"nsubj:pass", "nsubjpass"} for c in children):
            return None
        return next(
            (c for c in children if words.dep[c] == "obl" and any(words.low[k] == "by" for k in words.children[c])), None
        )

    def _subject(self, node: int, cue: int) -> int | None:
        """The subject of a verb on the way up from a cue."""
        words = self.words
        subject = self._nearest([c for c in words.children[node] if words.dep[c] in SUBJECTS or self._it(c, cue)], cue)
        if subject is None:
            return None
        if words.tag[cue] == "VBG" and (subject > cue or words.low[subject] in EMPTY_SOURCES):
            return None  # "Weaver did not agree, telling reporters, ..."
        if subject < cue and self._joined(subject, cue, node):
            return None
        if words.tag[subject] == "VBG":  # "Barker, speaking to reporters, said"
            return next((c for c in words.children[subject] if words.dep[c] == "nsubj" and c < subject), subject)
        return subject

    def _it(self, n: int, cue: int) -> bool:
        """ "It added that nobody would go": a parse takes the council for the "it" of "it is said that"."""
        words = self.words
        own = words.dep[n] == "expl" and words.low[n] == "it" and words.head[n] == cue and n < cue
        return own and words.lemma[cue] in cues.SAY and not any(words.full_dep[c] == "aux:pass" for c in words.children[cue])

    def _nearest(self, subjects: list[int], cue: int) -> int | None:
        """Of several subjects that a parse gives a verb the one that is."""
        words = self.words
        if len(subjects) < 2 or subjects[1] >= cue:
            return subjects[0] if subjects else None
        first, second = subjects[:2]
        if second == first + 1 and words.pos[first] == "PROPN":
            return second  # "Neighbour | Ann Field said"
        if any(words.tag[n] == "WDT" for n in range(first, second)):
            return second  # "a dinner honouring Ann Field in Oslo, in which Barker said"
        apart = any(words.text[n] == "," for n in range(first + 1, second))
        # "The mayor, Ann Field, said"; "crier Ann Field" is `named`
        return second if apart and words.pos[first] == "NOUN" and words.pos[second] == "PROPN" else first

    def _joined(self, subject: int, cue: int, node: int) -> bool:
        """ "to congratulate winners but added": a verb behind "but" shares a subject, the noun before it is none."""
        words = self.words
        n = cue - 1
        while n > subject and words.pos[n] in {"ADV", "AUX"}:
            n -= 1
        return node == cue and words.tag[n] == "CC" and n == subject + 1

    def _cut_off(self, found: Phrase, cue: int) -> bool:
        """A source that a parse has not taken to the commas or brackets that part it from its verb."""
        words = self.words
        return words.text[cue - 1] in {",", ")"} and words.pos[found[2]] not in {"PROPN", "PRON"}

    def _described(self, node: int) -> Phrase | None:
        """ "footage of Ruth Okafor saying", "a letter from Okafor that said": what a clause describes."""
        words = self.words
        noun = words.head[node]
        if words.tag[node] == "VBG" and words.pos[node - 1] == "PROPN" and node - 1 > noun:
            run = self.run_before(node)  # "footage of Ruth Okafor saying": she says it
            if run is not None:
                return run
        while words.dep[noun] == "appos":  # "Brink, a historian, recalled, ...": not only "a historian"
            noun = words.head[noun]
        if words.tag[node] in {"VBG", "VBN"} or self._relative(node):
            return self.phrase(noun, stop=node)
        return None

    def _parted(self, cue: int) -> Phrase | None:
        """The name before what commas or brackets part from its verb.

        "Sen. Ruth Dannen (D-Ill.), noting the size of the list, said", "Gov. Paul Kravitz (R-OH), said".
        """
        words = self.words
        end = self._before_adverbs(cue)
        if end < 2 or words.text[end - 1] not in PARTING:
            return None
        first = words.sentences[words.sent[cue]][0]
        dashed = words.text[end - 1] in DASHES  # "Okafor - who leads the campaign - said"
        opening = DASHES if dashed else frozenset({",", "("})
        for n in range(end - 1 - dashed, max(first, end - LONGEST_TAG), -1):
            if self.quote_at[n] >= 0 or words.text[n] in {";", ":"}:
                return None
            run = self.run_before(n) if words.text[n] in opening else None
            if run is not None and self._opens_phrase(run[0], first):
                return run[0], end - (words.text[end - 1] != ")"), run[2]
        return None

    def _before_adverbs(self, cue: int) -> int:
        while cue > 0 and self.words.pos[cue - 1] in {"ADV", "AUX"}:
            cue -= 1
        return cue

    def _opens_phrase(self, n: int, first: int) -> bool:
        """Whether a name at a word may be the subject of its clause: nothing before it that governs it."""
        words = self.words
        while n > first and words.pos[n - 1] in {"ADJ", "NOUN", "DET"} and words.text[n - 1] != ",":
            n -= 1
        apart = words.text[n - 1] in {",", "—", "–"} or (words.text[n - 1] == "-" and words.end[n - 1] < words.start[n])
        return n <= first or apart or words.pos[n - 1] in {"CCONJ", "SPACE", "SCONJ"}

    def tag(self, cue: int) -> Phrase | None:
        """The source of a cue right behind a quotation that asks for it: "...,” NAME said", "...”, said NAME".

        Here the order of words is surer than the parse, which quotations often lead astray.
        """
        words = self.words
        first = self._behind_quotation(cue)
        if first is None:
            return None
        turned = cue == first and words.tag[cue] in TAKEN_FOR and words.low[cue].endswith(TAKEN_FOR[words.tag[cue]])
        if words.tag[cue] not in {"VBD", "VBZ", "VBP", "VBN"} and words.lemma[cue] not in cues.SAY and not turned:
            return None
        end = cue
        while end > first and self._auxiliary(end - 1):
            end -= 1
        if end == first:
            return self.noun_run(cue + 1)
        comma = next((n for n in range(first, end) if words.text[n] in {",", "("}), end)
        if not self._nominal(first, comma) or (comma < end and words.text[end - 1] not in {",", ")", "—", "–"}):
            return None
        head = self._head(first, comma)
        while end > first and words.text[end - 1] in {",", "—", "–"}:
            end -= 1
        return first, end, head

    def _head(self, first: int, end: int) -> int:
        """The last noun of a phrase; but of "an aide to Okafor" the aide, unlike "the head of the board Ann Okafor"."""
        words = self.words
        head = low = self.last_noun(first, end)
        while low > first and words.pos[low - 1] == "PROPN":
            low -= 1
        while low > first and words.tag[low - 1] == "DT":
            low -= 1
        if low > first + 1 and words.tag[low - 1] in {"IN", "TO"}:
            return next((n for n in range(low - 2, first - 1, -1) if words.pos[n] in NOUN_TAGS), head)
        return head

    def _behind_quotation(self, cue: int) -> int | None:
        """The first word behind the quotation before a cue, if that one asks for a tag."""
        words = self.words
        if words.tag[cue] == "VBG" or not cue:
            return None
        first = cue
        while first > 0 and cue - first <= LONGEST_TAG and self.quote_at[first - 1] < 0:
            first -= 1
        k = self.quote_at[first - 1] if first else -1
        if k < 0 or not self._asks(k, cue):
            return None
        return first + (words.text[first] == "," and first < cue)

    def _asks(self, k: int, cue: int) -> bool:
        """Whether a quotation asks for a tag, and a cue stands in its paragraph."""
        return self.view.tag_mark(k) in TAG_MARKS and self.paragraph_at[cue] == self.quoted[k].paragraph

    def _auxiliary(self, n: int) -> bool:
        """ "Okafor later said", "Okafor has said": no part of the source."""
        words = self.words
        if words.pos[n] == "PROPN" or words.text[n][:1].isupper():
            return False
        return words.dep[n] == "aux" or words.pos[n] in {"AUX", "ADV"}

    def _nominal(self, first: int, end: int) -> bool:
        """Whether words can be a noun phrase: they open like one, and no verb stands in them."""
        words = self.words
        if end == first or (words.pos[first] not in NOMINAL and not words.text[first][:1].isupper()):
            return False
        return not any(words.tag[n][:2] in {"VB", "MD"} and words.low[n] == words.text[n] for n in range(first, end))

    def _opening(self, cue: int) -> Phrase | None:
        """The noun phrase that a sentence opens with, for a later verb of it.

        "Okafor called on them to act and said, ...", "Okafor, who attended, said that ...", "Okafor disagreed, saying, ...".
        """
        words = self.words
        if cue < 2 or words.tag[cue] not in VERB_TAGS:
            return None
        first, end = self._clause_before(cue)
        if first >= end or self.quote_at[first] >= 0 or words.low[first] in NO_PART_OF_SOURCE:
            return None
        run = self.noun_run(first)
        if run is None or run[1] > end:
            return None
        if words.pos[run[2]] not in NOUN_TAGS:
            return run if run[1] == end == run[0] + 1 and self.elsewhere_named(run[0]) else None
        return self._opened(run, end, cue)

    def _opened(self, run: Phrase, end: int, cue: int) -> Phrase | None:
        """The noun phrase that opens a sentence, with what belongs to it, if it can be the subject of the cue."""
        words, (first, close, head) = self.words, run
        named = words.pos[head] in {"PROPN", "PRON"}
        if named and self._acts(run, end, cue):
            return run  # "Okafor called on them to act and said"
        # what stands between a name and a comma or bracket before the verb belongs to it
        if words.text[close] in {",", "("} and words.text[end - 1] in {",", ")"} and words.tag[cue] != "VBG":
            closing = end - 1 if words.text[end - 1] == "," else end
            return (first, closing, head) if cue - close < LONGEST_TAG else None
        # "People briefed on the matter say that": nothing but a noun and what describes it
        plain = not named and end - first <= LONGEST_RUN and self._plain(first, end)
        return (first, end, head) if plain else None

    def _clause_before(self, cue: int) -> tuple[int, int]:
        """The words of a cue's sentence before it, without what opens the sentence and what stands with the cue."""
        words = self.words
        first, end = words.sentences[words.sent[cue]][0], cue
        while first < cue and (words.pos[first] in {"SPACE", "PUNCT"} or words.low[first] in {"but", "and", "still", "yet"}):
            first += 1
        while end > first and (words.pos[end - 1] in {"ADV", "AUX"} or words.low[end - 1] in {"and", "but", "not"}):
            end -= 1
        return first, end

    def _acts(self, run: Phrase, end: int, cue: int) -> bool:
        """Whether a name does something before the cue that "and" or a comma joins to it."""
        words = self.words
        verb = run[1] < end and words.tag[run[1]][:2] in {"VB", "MD"}
        return verb and (end < cue or words.text[end - 1] == ",")

    def _plain(self, first: int, end: int) -> bool:
        words = self.words
        return not any(
            words.text[n] in {",", ";", ":", "("} or words.tag[n] in {"VBZ", "VBP", "MD"} for n in range(first, end)
        )

    def _main_subject(self, cue: int) -> Phrase | None:
        """For "..., adding that" and "... but added": the subject of the finite verb before it in the sentence."""
        words = self.words
        if words.tag[cue] not in {"VBG", "VBD"}:
            return None
        for n in range(cue - 1, words.sentences[words.sent[cue]][0], -1):
            if words.tag[n] not in FINITE or self.quote_at[n] >= 0:
                continue
            verb = words.head[n] if words.dep[n] in {"aux", "cop"} else n
            subject = next((c for c in words.children[verb] if words.dep[c] in SUBJECTS and c < cue), None)
            if subject is not None and words.low[subject] not in RELATIVE | EMPTY_SOURCES:
                return self.phrase(subject) if self.quote_at[subject] < 0 else None
        return None

    def thrown(self, cue: int) -> Phrase | None:
        """The source of a clause between commas: "The bridge, Okafor added, would close", ", said Okafor, "."""
        words = self.words
        if cue < 2 or cue + 2 >= len(words.text) or words.tag[cue] not in {"VBD", "VBZ", "VBP"}:
            return None
        inverted = self.overruled.inverted(cue)
        if inverted is not None:
            return inverted
        run = self.run_before(cue)
        if run is None and words.low[cue - 1] in {"he", "she", "they"}:
            run = (cue - 1, cue, cue - 1)
        return run if run is not None and self._between_commas(run[0], cue) else None

    def _between_commas(self, first: int, last: int) -> bool:
        """Whether a comma stands before the first and behind the last of some words."""
        return first > 0 and self.words.text[first - 1] == "," and self.words.text[last + 1] == ","

    def _as_saying(self, node: int) -> bool:
        return any(self.words.low[c] == "as" for c in self.words.children[node])

    def _relative(self, node: int) -> bool:
        return any(self.words.low[c] in {"who", "which", "that"} for c in self.words.children[node])

    def _inverted(self, cue: int) -> Phrase | None:
        """ "...,” said Foreign Minister Elena Markova": a noun right behind the verb, where the parse has missed it."""
        words = self.words
        after = cue + 1
        if cue == 0 or after >= len(words.text) or not (self.quote_at[cue - 1] >= 0 or words.text[cue - 1] in CLOSED):
            return None
        clause = words.pos[after] == "PRON" and after + 1 < len(words.tag) and words.tag[after + 1][:2] in {"VB", "MD"}
        if clause and words.text[cue - 1] == ",":
            return None  # "..., said he did not": he is the subject of what was said
        end = after
        while end < len(words.text) and self._goes_on(after, end) and words.sent[end] == words.sent[cue]:
            end += 1
        return (after, end, end - 1) if end > after else None

    def _goes_on(self, after: int, n: int) -> bool:
        """Whether a noun behind an inverted verb goes on: "declared Moor's singer Ann Field", "said Moor-based Ann Field"."""
        return self.words.pos[n] in INVERTED or self.words.tag[n] == "POS" or self.hyphened(after, n)

    def closing_source(self, cue: int) -> Phrase | None:
        """ "X, says political scientist Ann Field in Oslo.": the noun behind a cue that a comma parts from what was said."""
        if not cue or self.words.text[cue - 1] != "," or cue + 1 >= len(self.words.text):
            return None
        return self.noun_run(cue + 1)
