"""Whether an expression stands in a clause about the past or the future: which Friday "Friday" is hangs on it."""

from __future__ import annotations

from bisect import bisect_right

from spacy.tokens import Doc

from generator.language.lexicon.past_forms import SAME_IN_THE_PAST
from generator.language.times.meaning import Tense
from generator.language.times.plans import SET_DOWN, is_planned_for, of_plan, was_overtaken
from generator.language.words import words_of

VERBS = frozenset({"VB", "VBD", "VBG", "VBN", "VBP", "VBZ", "MD"})
MODALS = frozenset({"will", "'ll", "’ll", "wo", "shall", "would", "may", "might", "can", "ca", "should", "must"})
HAVE = frozenset({"have", "has", "had", "having", "'ve", "’ve"})
PAST_BE = frozenset({"was", "were", "been"})
# verbs that in the past, too, speak of what then lay ahead: "planned a rally on Saturday"
PLANNED = frozenset({"planned", "scheduled", "expected", "hoped", "intended", "slated"})
# what these commit to lies ahead of them: "agreed to meet on Friday"; not "managed to escape on Friday"
COMMITTED = frozenset(
    "agreed promised vowed pledged decided voted threatened ordered asked urged invited wanted prepared proposed told".split()
)
CALLING = frozenset("called calling calls call pushed pushing pressed pressing aimed aiming".split())
PRESENT_BE = frozenset({"is", "are", "am", "'s", "’s", "'re", "’re"})
# words that look ahead whatever the tense of their clause: "was due to open in September", "effective June 1"
LOOKS_AHEAD = frozenset(
    "expected scheduled due slated upcoming deadline likely effective going planned intended proposed forecast tipped pencilled "
    "penciled earmarked".split()
)
# verbs that look ahead in the present: "plans to meet", "the term expires on Friday"; "announced the plan" does not
AHEAD_IN_PRESENT = frozenset(
    "plan plans planning expect expects hope hopes intend intends want wants propose proposes predict predicts begin begins start "
    "starts expire expires end ends open opens close closes resume resumes".split()
)
# nouns whose infinitive lies ahead: "agreed on a plan to meet on Friday"
PURPOSES = frozenset(
    "deadline decision agreement deal offer promise pledge threat proposal vote order bid chance date time attempt".split()
)

# presents that look like plurals
MISTAKEN = frozenset(
    "kicks returns opens begins starts resumes faces hosts visits plays meets airs debuts premieres heads tours votes".split()
)
PRESENT = frozenset({"VB", "VBG", "VBP", "VBZ"})
# in the present these tell of what has been, or of what always holds
# ("the talks go on", "notices put out on Aug. 13": a past that looks like a present)
TELLS_OF_THE_PAST = SAME_IN_THE_PAST | frozenset(
    "says say tells tell adds reports report shows show is are 's ’s am was has have means mean remains remain "
    ""
    # the present of captions: "Fans celebrate in the streets on Saturday"
    "celebrate celebrates look looks react reacts pose poses stand stands walk walks carry carries gather gathers wave waves watch watches "
    "cheer cheers hug hugs embrace embraces mourn mourns pray prays clash sit sits smile smiles inspect inspects search comfort comforts "
    "queue patrol patrols survey surveys examine examines".split()
)
BEHIND = frozenset({"since", "ended", "recent"})
UNTIL = frozenset({"until", "till"})
NEGATIONS = frozenset({"not", "n't", "n’t"})
CONDITIONS = frozenset({"if", "unless"})
SUPPOSING = frozenset({"would", "could", "might", "'d", "’d"})
# "postponed until Tuesday" looks ahead, "worked until June" may not
EXTENDED = frozenset(
    "extend extended postpone postponed delay delayed adjourn adjourned give gave given suspend suspended".split()
)
COPULAS = PRESENT_BE | PAST_BE | {"be"}
# "ahead of Friday's vote", "going into Monday's match"
BEFORE_IT = frozenset(
    tuple(phrase.split())
    for phrase in (
        "ahead of, heading into, going into, time for, forward to, preparing for, prepare for, prepares for, prepared for, "
        "preparations for, preparation for, groundwork for, braces for, brace for, bracing for"
    ).split(", ")
)
CANCELLED = frozenset({"cancelled", "canceled", "postponed", "scrapped", "rescheduled", "called"})
RESULTS = frozenset({"results", "earnings", "profits", "figures"})  # "reports its results on Thursday" looks ahead
SPEAKING = frozenset("said says told tells added adds asked wrote tweeted".split())
SOUGHT = frozenset("reached located found contacted seen verified confirmed".split())  # "neither could be located on Friday"
READY = frozenset({"set", "poised", "ready", "likely", "bound", "certain", "sure", "due"})
GETTING = frozenset({"get", "getting", "being"})
HELPERS = PRESENT_BE | PAST_BE | HAVE | {"be"}
# what these tell of in the past may lie ahead: "called a strike on March 5", "declared a dividend to holders on March 6"
NOT_DONE = PLANNED | COMMITTED | LOOKS_AHEAD | COPULAS | HELPERS | EXTENDED
NOT_DONE |= frozenset("called set declared announced arranged booked fixed moved convened".split())
LOOKING_AHEAD = LOOKS_AHEAD | AHEAD_IN_PRESENT | PLANNED | COMMITTED
OPEN_TAGS = frozenset({"VBZ", "VBP", "VB", "MD", "NN"})  # under these an infinitive lies ahead
STEPS = 8
VERB_WITHIN = 12
THEN_WITHIN = 60  # tokens before a time in which "then" counts


class Tenses:
    """The tense at a place of a parsed article; where there is no parse, the verb forms near by decide."""

    def __init__(self, doc: Doc) -> None:
        self.doc = doc
        self.start: list[int] = []

    def at(self, start: int, end: int) -> Tense:
        """The tense of the clause that the words at `start` to `end` (code points) belong to; None where it is not clear."""
        first, last = self._words(start, end)
        return self._climb(first, last) if self.parsed else self._around(first, last)

    def _read(self) -> None:
        words = self.words = words_of(self.doc)
        self.start, self.tags, self.heads, self.low = words.start, words.tag, words.head, words.low
        self.parsed = self.doc.has_annotation("DEP") and self.doc.has_annotation("TAG")

    def _climb(self, first: int, last: int) -> Tense:
        """Go up from the expression to the first verb."""
        inside = range(first, last + 1)
        root = next((k for k in inside if self.heads[k] not in inside or self.heads[k] == k), first)
        opened, tense = self._opened(first)
        if opened:
            return tense
        i = root
        for _ in range(STEPS):
            told, tense = self._told_at(i, root, inside)
            if told:
                return tense
            if self.heads[i] == i:
                break
            i = self.heads[i]
        return None

    def _opened(self, first: int) -> tuple[bool, Tense]:
        """Whether the words before an expression settle its tense: "since Monday", "as soon as Monday", "ahead of Monday's vote"."""
        if first and self.low[first - 1] in BEHIND:
            return True, "past"
        soon = self.low[max(first - 3, 0) : first] in (["as", "soon", "as"], ["as", "early", "as"])
        if soon or self.low[first - 1] == "effective":
            return True, "future"
        if (due := self._due(first)) is not None:
            return True, of_plan(self.words, due)
        ahead = tuple(self.low[max(first - 2, 0) : first]) in BEFORE_IT
        return ahead, "future" if ahead else None

    def _told_at(self, i: int, root: int, inside: range) -> tuple[bool, Tense]:
        """Whether a word above an expression settles its tense."""
        if i not in inside and (self._is_awaited(i) or self._is_awaited(self._noun_before(inside.start))):
            return True, "set" if self._past_above(i) else "future"  # of the past the nearer one: it may be over
        if self.tags[i] in VERBS and i not in inside:
            told, tense = self._told_by_verb(i, root, inside.start)
            if told:
                return True, tense
        if self.low[i] in LOOKS_AHEAD and not self._was_met(i):
            return True, "past" if self._had(i) else "future"  # "had been due on Friday"
        if i not in inside and self.heads[i] == i and self._is_verb_after_all(i):
            return True, "future"
        if i not in inside and self.tags[i][:2] == "NN" and self._is_planned(i):
            return True, "past" if self._had(i) else "future"  # "a planned visit to Japan in May"
        if self._is_called_for(i):
            return True, "future"
        if self.tags[i] not in VERBS and (is_so := self._copula(i)) and not is_so >= {"to", "be"}:
            return True, self._predicate(is_so, i in inside)
        return False, None

    def _is_called_for(self, i: int) -> bool:
        """ "called for elections in October"."""
        called = self.low[self.heads[i]] in CALLING
        return called and any(self.low[k] == "for" and self.heads[k] == i for k in range(max(i - VERB_WITHIN, 0), i))

    def _is_awaited(self, i: int) -> bool:
        """ "As he prepares for a summit with the king in May", "ahead of a vote in June": under the noun or under the verb."""
        case = (k for k in range(max(i - VERB_WITHIN, 1), i) if self.heads[k] == i)
        return tuple(self.low[i : i + 2]) in BEFORE_IT or any((self.low[k - 1], self.low[k]) in BEFORE_IT for k in case)

    def _noun_before(self, first: int) -> int:
        """The noun right before "in June", on which the parse need not hang it: "visited Lima ahead of a vote in June"."""
        near = first > 1 and self.low[first - 1] in {"in", "on"} and self.tags[first - 2] in {"NN", "NNS"}
        return first - 2 if near else first

    def _told_by_verb(self, i: int, root: int, first: int) -> tuple[bool, Tense]:
        """Whether a verb settles the tense of an expression that hangs on it or on one of its words."""
        if self.tags[i] == "VBG" and self.low[i - 1] == "after":
            return True, "past"  # "resume on Wednesday after breaking down on Saturday"
        if first > 0 and self.low[first - 1] in UNTIL:
            return True, self._until(i)
        its_own = self.heads[root] == i
        if its_own and self._is_heard(i):
            return True, "future"
        results = self.low[i] in {"report", "reports"} and not RESULTS.isdisjoint(self.low[i + 1 : i + 4])
        if its_own and self._is_present(i) and (self.low[i] not in TELLS_OF_THE_PAST or results):
            return True, "future"  # "they meet on Monday"; not "it follows Monday's ruling"
        if not its_own and self._is_off(i):
            return True, "future"  # "a match on Tuesday was called off"; not "was called off on Tuesday"
        if self.tags[i] == "VBG" and self.heads[i] != i and self._is_participle(i):
            return False, None
        return True, self._verb(i, first > 0 and self.low[first - 1] == "through")

    def _until(self, i: int) -> Tense:
        """The tense of "until Friday" under a verb."""
        if not self._had(i) and self._could_not(i):
            return "plan"  # "they could not answer until September"
        if self.tags[i] == "VB" and self._came_at_last(i):
            return "past"
        looks_ahead = (self.tags[i] != "VBD" and not self._had(i)) or self.low[i] in EXTENDED
        return "future" if looks_ahead else None

    def _came_at_last(self, i: int) -> bool:
        """ "did not reopen until Tuesday", "failed to reopen until Tuesday", "were unable to reopen until Tuesday"."""
        helpers = {self.low[k] for k in range(max(i - VERB_WITHIN, 0), i) if self.heads[k] == i}
        above = self.heads[i]
        if "to" not in helpers or above >= i:
            return "did" in helpers and bool(helpers & NEGATIONS)
        return self.low[above] == "failed" or (self.low[above] == "unable" and bool(self._copula(above) & PAST_BE))

    def _could_not(self, i: int) -> bool:
        helpers = {self.low[k] for k in range(max(i - VERB_WITHIN, 0), i) if self.heads[k] == i}
        return "could" in helpers and bool(helpers & NEGATIONS)

    def verb_of(self, start: int, end: int) -> int:
        """The word that an expression hangs on."""
        first, last = self._words(start, end)
        return next((self.heads[k] for k in range(first, last + 1) if not first <= self.heads[k] <= last), first)

    def is_under(self, start: int, end: int, verb: int) -> bool:
        """Whether an expression stands in a clause that depends on a word: "said in June it would meet in August"."""
        node = self.verb_of(start, end)
        for _ in range(STEPS):
            if self.heads[node] == verb:
                return node != verb
            node = self.heads[node]
        return False

    def reports(self, start: int, end: int) -> bool:
        """Whether a verb that looks like a noun is the report of a day: "The operator forecast on Sunday that demand would rise"."""
        first, last = self._words(start, end)
        verb = first - 1 - (self.low[first - 1] == "on")
        told = verb > 0 and self.low[verb] in SAME_IN_THE_PAST and self.tags[verb - 1] in {"NN", "NNS", "NNP", "NNPS", "PRP"}
        return told and self.low[last + 1 : last + 2] == ["that"]

    def is_reported(self, start: int, end: int) -> bool:
        """Whether a day stands in the clause with "that" that another day opens: "warned on Monday that flights would stop on Friday"."""
        first = max(bisect_right(self.start, end - 1) - 1, 0) + 1
        words = words_of(self.doc)
        place = max(bisect_right(self.start, start) - 1, 0)
        return self.low[first : first + 1] == ["that"] and words.sent[first] == words.sent[place]

    def says_then(self, start: int) -> bool:
        """Whether a sentence says "then" before a place: "The firm said then that it could not pay until July"."""
        place = max(bisect_right(self.start, start) - 1, 0)
        first = words_of(self.doc).sentences[words_of(self.doc).sent[place]][0]
        return "then" in self.low[max(first, place - THEN_WITHIN) : place]

    def modifies_noun(self, start: int, end: int) -> bool:
        """Whether an expression stands before a noun that it tells of: "the daily ferry", "the weekly market"."""
        first, last = self._words(start, end)
        behind = self.tags[last + 1 : last + 2]
        return self.parsed and first < last + 1 <= self.heads[last] and behind[0][:2] in {"NN", "JJ", "VB"}

    def again(self, hour: tuple[int, int], habit: tuple[int, int]) -> bool:
        """Whether one clause in the present holds an hour and what says how often: "opens daily at 8 a.m. and closes at 6 p.m."."""
        one, other = self._clause(*hour), self._clause(*habit)
        if one is None or other is None or not (self._is_now(one) and self._is_now(other)):
            return False
        return one == other or (self.heads[one] == other and words_of(self.doc).dep[one] == "conj")

    def _clause(self, start: int, end: int) -> int | None:
        """The verb, or the noun or adjective with a form of "be", above an expression."""
        i = self.verb_of(start, end)
        for _ in range(STEPS):
            if not self.parsed or self.tags[i] in VERBS or self._copula(i):
                break
            i = self.heads[i]
        return i if self.parsed and (self.tags[i] in VERBS or self._copula(i)) else None

    def _is_now(self, i: int) -> bool:
        """Whether a verb, or what stands with "be", is in the simple present."""
        helpers = {self.low[k] for k in range(max(i - VERB_WITHIN, 0), i) if self.heads[k] == i}
        if helpers & (MODALS | HAVE | PAST_BE):
            return False
        return self.tags[i] in {"VBP", "VBZ"} or bool(helpers & PRESENT_BE)

    def _words(self, start: int, end: int) -> tuple[int, int]:
        if not self.start:
            self._read()
        first = max(bisect_right(self.start, start) - 1, 0)
        return first, max(bisect_right(self.start, end - 1) - 1, first)

    def _is_present(self, i: int) -> bool:
        """ "they meet on Monday", whether the tagger sees a present or a bare verb."""
        if self.tags[i] in {"VBP", "VBZ"}:
            return True
        helped = any(
            self.heads[k] == i and self.tags[k] in {"TO", "MD", "VBD", "VBZ", "VBP"}
            for k in range(max(i - VERB_WITHIN, 0), i)
        )
        spoken = self.heads[i] == i or self.low[self.heads[i]] in SPEAKING  # "See you Thursday," she said
        return self.tags[i] == "VB" and spoken and not helped

    def happened_in(self, start: int, end: int) -> bool:
        """Whether an expression is the "when" of a verb in the simple past: "it published its results in July"."""
        first = self._words(start, end)[0]
        verb = self.verb_of(start, end)
        if not self.parsed or self.low[verb] in NOT_DONE or self._is_awaited(self._noun_before(first)):
            return False
        if not {"until", "till", "pending"}.isdisjoint(self.low[verb:first]):
            return False  # "was freed until her hearing on April 4"
        helped = {self.low[k] for k in range(max(verb - VERB_WITHIN, 0), verb) if self.heads[k] == verb}
        if self._is_supposed(verb, helped):
            return False
        return self.tags[verb] == "VBD" or (
            self.tags[verb] == "VBN" and "to" not in helped and bool(helped & {"was", "were"})
        )

    def _is_participle(self, i: int) -> bool:
        """Whether a word in -ing takes its tense from above: "shares falling on Monday drew buyers"; not "they are leaving on Monday"."""
        helped = any(self.heads[k] == i and self.low[k] in HELPERS for k in range(max(i - VERB_WITHIN, 0), i))
        return not helped and self.low[i] not in LOOKS_AHEAD | AHEAD_IN_PRESENT

    def _is_off(self, i: int) -> bool:
        """ "was postponed", "has been called off"."""
        return self.low[i] in CANCELLED and (self.low[i] != "called" or self.low[i + 1 : i + 2] == ["off"])

    def _is_heard(self, i: int) -> bool:
        """ "when the case is heard in May": what is done at a time in the present lies ahead; not "is dated July 3"."""
        helpers = {self.low[k] for k in range(max(i - VERB_WITHIN, 0), i) if self.heads[k] == i}
        return self.tags[i] == "VBN" and self.low[i] != "dated" and bool(helpers & PRESENT_BE) and not helpers & HAVE

    def _is_planned(self, i: int) -> bool:
        """ "a planned visit", "the upcoming vote"."""
        ahead = PLANNED | {"upcoming", "forthcoming", "proposed", "coming"}
        return any(self.low[k] in ahead and self.heads[k] == i for k in range(max(i - 4, 0), i))

    def _is_verb_after_all(self, i: int) -> bool:
        """What the tagger takes for a noun: "On Friday, the council plans to meet", "The tour kicks off on Saturday"."""
        if self.low[i] in AHEAD_IN_PRESENT and self.low[i + 1 : i + 2] == ["to"]:
            return True
        return self.tags[i] == "NNS" and self.low[i] in MISTAKEN and i > 0 and self.tags[i - 1][:2] in {"NN", "JJ"}

    def _was_met(self, i: int) -> bool:
        """ "they had paid by the Friday deadline", "the Friday deadline passed": the clause tells when, not the deadline."""
        if self.low[i] != "deadline":
            return False
        by = any(self.low[k] == "by" and self.heads[k] == i for k in range(max(i - VERB_WITHIN, 0), i))
        return by or self.low[self.heads[i]] in {"missed", "met", "passed", "beat", "expired", "came"}

    def _due(self, first: int) -> int | None:
        """The word that puts a time down: "is due on Friday", "was set for May", whatever the parse takes "due" for."""
        k = first - 1
        while k > 0 and self.low[k] in {"on", "in", "for", "at", "by", "the"}:
            k -= 1
        if "due" in self.low[max(k - 3, 0) : k] and self.low[k - 1] == "in":  # "is due back in court on Friday"
            return None if self._had(self.heads[first]) else max(k - 3, 0) + self.low[max(k - 3, 0) : k].index("due")
        had = k < 0 or self._had(self.heads[k]) or self._had(k)
        return k if not had and self._is_set(k, first) else None

    def _is_set(self, k: int, first: int) -> bool:
        """ "due on Friday", "set for 8 p.m. Monday"."""
        set_for = self.low[k] == "set" and self.low[k + 1] == "for"
        return k < first - 1 and (set_for or self.low[k] in {"due", "slated", "scheduled"})

    def _had(self, i: int) -> bool:
        """Whether a word stands in the past perfect."""
        return any(self.heads[k] == i and self.low[k] == "had" for k in range(max(i - VERB_WITHIN, 0), i))

    def _copula(self, i: int) -> set[str]:
        """The helpers of a noun or adjective that says what something is: "he was in Paris", "the vote will be on Friday"."""
        helpers = {self.low[k] for k in range(max(i - VERB_WITHIN, 0), i) if self.heads[k] == i}
        return helpers if helpers & COPULAS else set()

    def _predicate(self, helpers: set[str], dated: bool) -> Tense:
        if helpers & {"due", "likely"}:  # "is due in port on Wednesday"
            return "past" if "had" in helpers else "future"
        if helpers & HAVE or helpers & (PAST_BE - {"been"}):
            return "past"
        if helpers & MODALS:
            return "future"
        return "future" if dated and helpers & PRESENT_BE else None  # "the vote is on Friday"

    def _verb(self, i: int, through: bool = False) -> Tense:
        """The tense of a verb form with its helpers."""
        low, tags, above = self.low, self.tags, self.heads[i]
        if self._lay_behind(i):
            return "past"
        if low[i] in PLANNED or (low[i] in LOOKS_AHEAD and tags[i] != "VBD"):
            return of_plan(self.words, i)
        if low[i] in AHEAD_IN_PRESENT and tags[i] in PRESENT and not is_planned_for(self.words, i):
            return "would" if self._would(i) else "future"
        helpers = [k for k in range(max(i - VERB_WITHIN, 0), i) if self.heads[k] == i]
        words = {low[k] for k in helpers if tags[k] != "NNP"}  # "in May" is no modal
        infinitive = any(tags[k] == "TO" for k in helpers)
        helped, tense = self._helped(i, words, through)
        if helped:
            return tense
        if infinitive:
            return self._of_infinitive(i, words)
        if tags[i] == "VBN":
            if words & GETTING and tags[above] in VERBS and above < i:
                return self._verb(above)  # "prices will start getting cut in May"
            return None if words & PRESENT_BE else "past"  # "is charged with killing her on Sunday"
        return "future" if tags[i] == "VBG" and words & PRESENT_BE else None

    def _lay_behind(self, i: int) -> bool:
        """ "had been scheduled for Friday", "had been due to expire on Friday"."""
        above = self.heads[i]
        if self.tags[i] in {"VBN", "VB"} and self._had(i):
            return True
        return self.tags[i] == "VB" and above != i and self._had(above)

    def _would(self, i: int) -> bool:
        return any(self.low[k] == "would" and self.heads[k] == i for k in range(max(i - VERB_WITHIN, 0), i))

    def _helped(self, i: int, words: set[str], through: bool) -> tuple[bool, Tense]:
        """Whether the helpers of a verb settle its tense, and that tense."""
        if words & HAVE:
            # "by December it will have doubled", "has extended the loans through January"
            ahead = words & {"will", "shall", "'ll", "’ll", "wo"} or (through and "had" not in words)
            return True, "future" if ahead else "past"
        if words & MODALS or self.tags[i] == "MD":
            return True, "would" if "would" in words else "future"
        if "could" in words:  # "could reach Florida by Friday"; not "could not be reached on Friday"
            return True, "past" if words & NEGATIONS or self.low[i] in SOUGHT else "future"
        if self.tags[i] == "VB" and words & {"do", "does"}:
            return True, "future"  # "if they do meet on Friday"
        if words & {"was", "were"} and "to" in words and self.tags[i] == "VB":
            return True, "past" if was_overtaken(self.words, i) else "plan"  # "was to leave on Sunday"
        past = bool(words & PAST_BE) or self.tags[i] == "VBD"
        if past and self._is_supposed(i, words):
            return True, "future"
        return past, "past" if past else None

    def _is_supposed(self, i: int, words: set[str]) -> bool:
        """ "would close if it lost the appeal in May": the past of an "if" lies ahead; not "would have won if it had trained"."""
        above = self.heads[i]
        while self.tags[above] == "VB" and self.heads[above] != above and not self._supposes(above):
            above = self.heads[above]
        return bool(words & CONDITIONS) and "had" not in words and self._supposes(above)

    def _supposes(self, i: int) -> bool:
        helpers = {self.low[k] for k in range(max(i - VERB_WITHIN, 0), i) if self.heads[k] == i}
        return bool(helpers & SUPPOSING) and not (helpers & HAVE and self.tags[i] == "VBN")

    def _of_infinitive(self, i: int, words: set[str]) -> Tense:
        """The tense of "to meet on Friday", which hangs on what stands above it."""
        low, tags, above = self.low, self.tags, self.heads[i]
        if above != i and low[above] in SET_DOWN:
            return of_plan(self.words, above)
        if words & PRESENT_BE or low[above] in READY:  # "is to resume trading Tuesday", "is set to open on Friday"
            return "future"
        if above != i and tags[above] == "NN" and low[above] not in LOOKS_AHEAD | AHEAD_IN_PRESENT | PURPOSES:
            return self._of_purpose(above)
        if above != i and (tags[above] in OPEN_TAGS or low[above] in LOOKING_AHEAD):
            return "future"
        return "past" if tags[above] == "VBD" else None

    def _of_purpose(self, noun: int) -> Tense:
        """ "held parties to mark the entry on Friday"."""
        return None if self._past_above(noun) else "future"

    def _past_above(self, i: int) -> bool:
        """Whether a noun stands in a clause about the past."""
        for _ in range(STEPS):
            if self.tags[i] in VERBS:
                return self.tags[i] == "VBD" or self._verb(i) == "past"
            if self.heads[i] == i:
                return False
            i = self.heads[i]
        return False

    def _around(self, first: int, last: int) -> Tense:
        """The verb forms of the sentence, told by endings where there are no tags."""
        for k in range(first - 1, max(first - VERB_WITHIN, -1), -1):
            word = self.low[k]
            if word in {".", "!", "?"}:
                break
            if word in LOOKS_AHEAD | AHEAD_IN_PRESENT or word in {"will", "'ll", "’ll", "would", "shall"}:
                return "future"
            if (
                word in PAST_BE | HAVE
                or word == "said"
                or self.tags[k] == "VBD"
                or (not self.tags[k] and word.endswith("ed"))
            ):
                return "past"
        for word in self.low[last + 1 : last + VERB_WITHIN]:
            if word in {".", "!", "?"}:
                break
            if word in {"will", "'ll", "’ll", "would", "shall"}:
                return "future"
            if word in PAST_BE | HAVE or word.endswith("ed"):
                return "past"
        return None
