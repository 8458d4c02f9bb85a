"""What a statement loses on the way to the first page for reading like a page's furniture rather than like news.

Sentences that got past the patterns of whole paragraphs: captions, summaries in telegraph style, biographies of authors, slices that
open in the middle of a thought. They stay facts, and stand behind others.
"""

from __future__ import annotations

import re

# what each kind loses; a statement's own worth is about 1
PRESENT = (
    "addresses|arrives|attends|celebrates|discusses|embraces|greets|hugs|leaves|looks|poses|reacts|speaks|stands|walks|waves"
)
WRITERS = "reporter|correspondent|columnist|staff writer|contributor|editor"
UNWORTHY: tuple[tuple[float, re.Pattern[str]], ...] = (
    # a caption: "Some of the pupils are seen during a visit to the pier.", "The mayor, left, greets a guest."
    (
        3.0,
        re.compile(
            r"\b(is|are) (pictured|photographed|seen|shown)\b|, (left|right|center|centre)[,)]|\((left|right)\)", re.I
        ),
    ),
    # the same in the present tense: "Ann Field addresses the crowd following the fire that left nine dead."
    (1.5, re.compile(rf"\A([A-Z][\w.’'-]*\s){{1,5}}({PRESENT})\b")),
    # whose article it is: "Bo Reed is a staff writer at the Harbour Times.", "Follow Bo Reed on Twitter."
    (
        3.0,
        re.compile(rf"\b(is|was) (an?|the) [^.]{{0,50}}\b({WRITERS})\b[^.]{{0,40}}\b(at|for|with|covering|based)\b", re.I),
    ),
    (
        3.0,
        re.compile(
            r"\Afollow \w+|\b(licen[cs]e|registration) (for|no|number)\b|\ball rights reserved\b|\bclick (here|to)\b", re.I
        ),
    ),
    # a teaser behind the story: "Harbour Lights One: The ferry is real, and it comes in May.", "CLOSE: …"
    (1.5, re.compile(r"\A[A-Z0-9][\w’'-]*( [A-Z0-9][\w’'-]*| \d+){1,5}: (The|It|A|An|All|Just|[A-Z]+) [^“\"]*\Z")),
    # the page speaks of itself: "The Harbour Times tells you all you need to know.", "Find out more about the fire."
    (
        1.5,
        re.compile(
            r"\b(tells|shows|brings) you\b|\A(find out|read|watch|see|learn|discover|check out|sign up|subscribe)\b"
            r"|\ball you need to know\b|\b(transcripts? (is|are|was|were)|updated?:|story continues)\b",
            re.I,
        ),
    ),
    # the article talks with its readers: "As we cross the river, the bridge reminds us that nothing lasts.", "Let’s face it: …"
    (
        3.0,
        re.compile(
            r"\A(As|When|While|If|Now that) (we|you)\b|\A(Remember when|Let[’']s|Guess what|Imagine)\b"
            r"|\A[^“\"]*\b(reminds?|tells?|shows?|teach(es)?) us (that|how|why|what)\b"
        ),
    ),
    # a heading run into a sentence: "NORTH Many people stood on the quay."
    (0.6, re.compile(r"\A[A-Z]{3,} [A-Z][a-z]+ [a-z]")),
    # it promises instead of telling: "Ann Field is ready to share her story of the fire.", "Bo Reed opens up about the pier."
    (
        1.5,
        re.compile(
            r"\b(ready to (share|tell|talk|speak)|opens? up about|opened up about|br(eaks?|oke) (his|her|their) silence|reveals? all)\b",
            re.I,
        ),
    ),
    # two headlines under a picture: "Inquiry into the old fire reopens; Ann Field leaves the council."
    (1.5, re.compile(r"\A[A-Z][^;.“\"]+; [A-Z][\w’'-]+ [^;“\"]*\.?\Z")),
    # telegraph style: "Bridge deadliest in years; mayor resigns"
    (0.5, re.compile(r";")),
    # a slice from the middle: "with his last throw the game was over", "the company has lost its case"
    (0.5, re.compile(r"\A[a-z]")),
    # too little to tell: "The score was six to six."
    (0.4, re.compile(r"\A\W*(\w+\W+){1,6}\Z")),
    (0.5, re.compile(r"\?\W*\Z")),
)


def loss(text: str) -> float:
    """What a statement loses for its words."""
    words = " ".join(text.split())
    return sum(lost for lost, pattern in UNWORTHY if pattern.search(words))
