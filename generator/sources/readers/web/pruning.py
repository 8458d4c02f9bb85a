"""What stands on a web page beside its story, taken out before the story is looked for.

An extractor weighs text against links; a teaser, a biography or a call to subscribe is text. They are known by the names
that pages give to their containers, by the heading over them, and by being links throughout.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from generator.sources.boilerplate import calls, is_noise
from generator.sources.readers.web.tree import Element, named, words

ALWAYS = "style noscript template iframe svg form button nav aside dialog select input figcaption audio video object embed".split()
# words in the class or id of a container that never holds the story
NEVER_STORY = frozenset(
    "related recommended recommendation recommendations recirc recirculation teaser teasers promo promos promotion newsletter "
    "newsletters signup subscribe subscription sharing sharebar sharetools share social trending outbrain taboola sponsored "
    "advert advertisement ads cookie cookies consent gdpr breadcrumb breadcrumbs sidebar popular comments disqus paywall "
    "caption captions infobox player video mustread mustreads readnext upnext bio biography "
    "bildunterschrift bildtext legende didascalia piefoto onderschrift bildnachweis werbung anzeige publicite pubblicita publicidad "
    "correlati verwandte weiterlesen tags taglist toolbar stream skiplink donation donate cta callout appeal fundraising membership "
    "upsell promotional tweet footnotes endnotes vjs tools".split()
)
NEVER_STORY_PAIRS = (
    # two words of a name together: class="most-read", "about-author", "author-info", "read-more", "more-stories"
    frozenset({"most", "read"}), frozenset({"about", "author"}), frozenset({"author", "info"}), frozenset({"author", "box"}),
    frozenset({"author", "card"}), frozenset({"author", "profile"}), frozenset({"read", "more"}), frozenset({"read", "next"}),
    frozenset({"must", "read"}), frozenset({"must", "reads"}), frozenset({"more", "stories"}), frozenset({"more", "news"}),
    frozenset({"also", "like"}), frozenset({"up", "next"}), frozenset({"sign", "up"}), frozenset({"latest", "news"}),
    frozenset({"instagram", "media"}), frozenset({"tiktok", "embed"}), frozenset({"bluesky", "embed"}),
    frozenset({"photo", "credit"}), frozenset({"image", "credit"}), frozenset({"other", "stories"}), frozenset({"site", "sub"}),
)  # fmt: skip
# what a page says its parts are for: a comment is no story, nor what helps to find others
PARTS = (
    "//*[@itemprop='comment' or contains(@itemtype, 'schema.org/Comment') or contains(@itemtype, 'schema.org/UserComments')"
    " or @role='navigation' or @role='complementary' or @role='search' or @role='dialog' or @role='alertdialog' or @role='menu']"
)
# "the harbour[3]", "the harbour[a]": a note's sign in the text, and a comment of who wrote it
NOTE = re.compile(r"\W*(?:\d{1,3}|[a-z]{1,2}|note \d+|citation needed)\W*")
NOTES = re.compile(r"#_?(?:nb|fn|ftn|edn|note|footnote|cite_note|ref)[-_:]?\w*$", re.I)
DIVIDING = frozenset("div section ul ol p aside figure table h2 h3 h4".split())
BOXES = "div section ul ol p article footer span table dl h2 h3 h4 blockquote".split()
HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
# what the heading over other stories says
OTHER_STORIES = (
    # "Related articles", "More Must-Reads From HARBOUR", "Other Opinion Columns", "Latest news"
    r"(related|recommended|trending|popular|latest|recent|other|further|more)\b[\w\s’'&-]{0,40}\b({stories})\b.*",
    # "More from Harbour", "Read next: ...", "Most read", "You may also like", "Readers also enjoyed"
    r"more (from|on|in|like|about)\b.*",
    r"read (more|next|also)\b.*",
    r"most (read|popular|viewed|shared)\b.*",
    r"(you (may|might)|readers) also (like|read|enjoy)(d|ed)?\b.*",
    r"up next|what to read next|don[’']?t miss\b.*|trending now|trending|related|recommended( for you)?",
    r"(key )?takeaways by\b.*|(ai|ai-generated|automated)[- ]summar(y|ies)\b.*",
    r"(also )?available in (\d+|\w+|other|more) languages?",
    r"(explore|discover|see) more\b.*",
    # what an encyclopaedia or a report sets under its text
    r"sources?|references|bibliography|further reading|external links|see also|footnotes",
    r"(videos?|podcasts?|watch|listen) from\b.*",
    r"editor[’']?s[’']? (picks?|choice)|in (other|this) (news|section)|about the authors?",
    # "Newsletter", "Sign up for our mail", "Join the conversation", "Comments", "Share this story"
    r"newsletters?|sign up\b.*|(join|start) the (conversation|discussion)|comments?|tags?|topics?|share( this.*)?",
)
# over whom journalists may ask: "Contacts for media", "Press contact", "For more information"
OVER_CONTACTS = re.compile(
    r"\W*(((media|press|news) )?contacts?( for (the )?(media|press|journalists))?|(for )?(more|further) information)\W*",
    re.IGNORECASE,
)
TO_CONTACT = re.compile(
    r"\b(phone|tel|telephone|mobile|mail|e-?mail|fax|contact|call|press|media|spokes\w+)\b|@|\d{3}.\d{3}", re.IGNORECASE
)
CONTACT = 6  # words of a contact's name and office
BOXED = 40  # words of a box in a story that is a call to subscribe
STORIES = (
    "stories|story|articles?|news|reading|reads|must-reads|columns?|coverage|content|links|topics|posts|headlines|videos"
)
OVER_OTHERS = re.compile(rf"\W*(?:{'|'.join(OTHER_STORIES)})\W*".replace("{stories}", STORIES), re.IGNORECASE)
STORY = 0.5  # share of a page's paragraphs from which a container holds the story, whatever it is called
LINKED = 0.8  # share of words in links from which a list or a short paragraph is a menu
LABEL_WORDS = 4  # words before a pointer's colon
CARD = 120  # words; a card with another story's headline and summary holds no more
SHORT_WALL = 60  # words


def pruned(tree: Element, heading: Element | None) -> None:
    """Take out of a page what is no part of its story (in place)."""
    _drop_silent(tree, heading)
    kept = set(heading.iterancestors()) | {heading} if heading is not None else set()
    total = _paragraph_words(tree)

    def others(*tags: str) -> Iterator[Element]:
        """Elements of these tags that are still there and do not hold the headline."""
        return (each for each in list(tree.iter(*tags)) if each not in kept and _attached(each, tree))

    for element in tree.xpath(PARTS):
        if element not in kept and _attached(element, tree) and not _holds_story(element, total):
            _drop(element)
    _drop_notes(tree)
    _drop_boxes(others, kept, total)
    _drop_small(others, kept)
    for element in others(*HEADINGS[1:]):
        if _all_link(element):
            _drop_card(element, kept)
    for element in others("ul", "ol", "p", "dl", "div"):
        if _leads_away(element):
            _drop(element)


Others = Callable[..., Iterator[Element]]


def _drop_boxes(others: Others, kept: set[Element], total: int) -> None:
    """Drop the containers that are called something else than a story, and what stands under a heading over other stories."""
    for element in others(*BOXES):
        if _called_other(element) and not _holds_story(element, total):
            _drop(element)
    for element in others(*HEADINGS[1:], "p", "strong", "div"):
        if _is_over_others(element):
            _drop_with_following(element, kept, total)
    for element in others(*HEADINGS[1:]):
        if OVER_CONTACTS.fullmatch(words(element)):
            _drop_contacts(element)


def _drop_small(others: Others, kept: set[Element]) -> None:
    """Drop small boxes that call the reader to do something, and such calls alone."""
    for element in others("p", "div", "span"):
        if _heads_a_box(element, kept):
            _drop(element.getparent())
    for element in others("p"):
        if calls(words(element)):
            _drop(_box_of(element, kept))


def _drop_silent(tree: Element, heading: Element | None) -> None:
    """Drop scripts, forms and the like, but for one that holds the headline."""
    for element in list(tree.iter(*ALWAYS)):
        if heading is None or (element is not heading and heading not in element.iterdescendants(heading.tag)):
            _drop(element)


def _drop_notes(tree: Element) -> None:
    """Drop the signs of notes, which lead to another place of the page, and the comments that a word processor sets under it."""
    for sign in list(tree.iter("sup")):
        linked = any((link.get("href") or "").startswith("#") for link in sign.iter("a"))
        if linked and NOTE.fullmatch(words(sign)):
            sign.drop_tree()
    for sign in list(tree.iter("a")):  # "of a month<a href='#nb1'>1</a>"
        if NOTES.match(sign.get("href") or "") and NOTE.fullmatch(words(sign)):
            sign.drop_tree()
    for comment in tree.xpath("//p[a[starts-with(@id, 'cmnt') and starts-with(@href, '#cmnt_ref')]]"):
        _drop(comment)


def _box_of(call: Element, kept: set[Element]) -> Element:
    """What is dropped with a paragraph that asks readers for something: a small box around it, or it alone."""
    box = call.getparent()
    boxed = box.tag in ("div", "section") and box not in kept and len(words(box).split()) <= BOXED
    return box if boxed else call


def _leads_away(element: Element) -> bool:
    """Whether all that it holds is a link to something else."""
    return (element.tag != "div" and _all_link(element) and not _sentence(element)) or _pointer(element)


def _called_other(element: Element) -> bool:
    names = named(element)
    if any(pair <= names for pair in NEVER_STORY_PAIRS):
        return True
    found = names & NEVER_STORY
    if "ad" in names and not found:  # a paper may be called so, too
        return element.tag != "p" and len(words(element).split()) < SHORT_WALL
    # many sites call the very text behind the wall "paywall", and "share" is a word of wide containers
    if found and found <= {"paywall", "subscription", "share", "social", "stream", "subscribe", "video", "player"}:
        short = element.tag != "p" and len(words(element).split()) < SHORT_WALL  # or its every paragraph
        return short or _mostly_links(element)
    return bool(found)


def _is_over_others(element: Element) -> bool:
    if element.tag in ("p", "strong", "div") and (len(element) > 1 or not _bold(element)):
        return False
    line = words(element)
    return len(line) <= 80 and OVER_OTHERS.fullmatch(line) is not None


def _bold(element: Element) -> bool:
    """Whether all its words are in bold: a heading in all but name."""
    if element.tag == "strong":
        return element.getparent() is not None and words(element) == words(element.getparent())
    return len(element) == 1 and element[0].tag in ("strong", "b") and words(element[0]) == words(element)


def _drop_with_following(element: Element, kept: set[Element], total: int) -> None:
    """Drop a heading over other stories with what it stands over: its box, or what follows up to the next heading of its rank."""
    box = element.getparent()
    boxed = box is not None and box not in kept and box.tag in ("div", "section", "aside") and not _holds_story(box, total)
    if boxed and words(next(iter(box))) == words(element):
        _drop(box)
        return
    rank = element.tag
    for following in list(element.itersiblings()):
        if following.tag in HEADINGS and (rank not in HEADINGS or following.tag <= rank):
            break
        if following in kept or not isinstance(following.tag, str):
            continue
        if following.tag == "p" and not _mostly_links(following) and not is_noise(words(following)):
            break  # the story goes on
        _drop(following)
    _drop(element)


def _heads_a_box(element: Element, kept: set[Element]) -> bool:
    """Whether a line such as "Newsletter" is the first of a small box with nothing else in it but a call to subscribe."""
    box = element.getparent()
    if box is None or box in kept or box.tag not in ("div", "section") or element.getprevious() is not None or len(box) < 2:
        return False
    line = words(element)
    return len(line) <= 80 and OVER_OTHERS.fullmatch(line) is not None and len(words(box).split()) <= BOXED


def _drop_contacts(heading: Element) -> None:
    """Drop a heading over contacts with the lines under it, up to where something else is told."""
    for following in list(heading.itersiblings()):
        line = words(following) if isinstance(following.tag, str) else ""
        contact = len(line.split()) <= CONTACT or TO_CONTACT.search(line) or _mostly_links(following)
        if following.tag in HEADINGS or not contact:
            break
        _drop(following)
    _drop(heading)


def _drop_card(title: Element, kept: set[Element]) -> None:
    """Drop another story's headline with its card: the largest box around it that holds little more."""
    card = title
    while (
        (parent := card.getparent()) is not None
        and parent not in kept
        and parent.tag in ("div", "li", "article", "section", "header")
    ):
        if len(words(parent).split()) > CARD or sum(1 for _ in parent.iter("p")) > 2:
            break
        card = parent
    if card is title:
        following = title.getnext()
        if following is not None and following.tag == "p" and len(words(following).split()) < CARD and title.tag != "h2":
            later = following.getnext()
            if later is not None and later.tag == title.tag:
                _drop(following)
    _drop(card)


def _holds_story(element: Element, total: int) -> bool:
    return _paragraph_words(element) >= STORY * max(total, 1)


def _paragraph_words(element: Element) -> int:
    """How many words stand in an element's paragraphs; in all of it where it has none."""
    paragraphs = [each for each in element.iter("p") if not _all_link(each)]
    return sum(len(words(each).split()) for each in paragraphs) if paragraphs else len(words(element).split())


def _linked(element: Element) -> int:
    return sum(len(words(link)) for link in element.iter("a"))


def _all_link(element: Element) -> bool:
    length = len(words(element))
    return length > 0 and _linked(element) >= LINKED * length and next(element.iter("a"), None) is not None


def _mostly_links(element: Element) -> bool:
    length = len(words(element))
    return length == 0 or _linked(element) >= 0.5 * length


def _pointer(element: Element) -> bool:
    """Whether a paragraph is a label and a link: "Our Standards: The Harbour Principles."."""
    label, colon, rest = words(element).partition(":")
    if not colon or len(label.split()) > LABEL_WORDS or not rest.strip() or next(element.iter("a"), None) is None:
        return False
    return _linked(element) >= LINKED * sum(len(part) for part in re.findall(r"\w[^|•·/]*", rest))


def _sentence(element: Element) -> bool:
    """Whether an element that is a link throughout is a paragraph of the story all the same."""
    line = words(element)
    return element.tag == "p" and len(line.split()) > 20 and line[-1:] in '.!?”"’'


def _attached(element: Element, tree: Element) -> bool:
    top = element
    while (parent := top.getparent()) is not None:
        top = parent
    return top is tree


def _drop(element: Element) -> None:
    """Drop an element; where it divided words that stand in no paragraph of their own, two line breaks divide them."""
    if element.getparent() is None:
        return
    if element.tag in DIVIDING and (element.tail or "").strip():
        breaks = [element.makeelement("br"), element.makeelement("br")]
        breaks[1].tail, element.tail = element.tail, None
        for each in reversed(breaks):
            element.addnext(each)
    element.drop_tree()
