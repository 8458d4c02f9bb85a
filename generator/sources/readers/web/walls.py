"""Pages that stand where an article should: a wall, an error, a shell that only scripts fill. Each is refused with its cure."""

from __future__ import annotations

import re

from generator.sources.readers.web.tree import Element, words

# whole titles, or the part of one beside the site's name. A short item of news may be of cookies, of consent or of 404 votes:
# none of these is a title that a newspaper would print
PATTERNS = (
    # "Log in", "Sign in to continue", "Subscribe to read", "Create an account"
    r"(?:log|sign) ?(?:in|on|up)(?: (?:or|and) (?:log|sign|register|subscribe)\b.{0,20})?|login",
    r"(?:log|sign) ?(?:in|on|up) to (?:your|continue|read|access|view)\b.{0,30}",
    r"subscribe(?: (?:now|to (?:read|continue|access|unlock)\b.{0,30}))?|register(?: now)?|create (?:an|your) account",
    # "404 Not Found", "Error 503", "Page not found"
    r"(?:http )?(?:error\W*)?(?:40[0134]|410|429|50[0234])(?:\W*(?:error|forbidden|unauthorized|gone|bad request|(?:page |file )?not found|"
    r"(?:internal )?server error|bad gateway|service (?:temporarily )?unavailable|gateway time-?out|too many requests))?|error",
    r"(?:sorry,? )?(?:the |this |that )?(?:page|article|story|file|content) (?:is |was )?(?:not|can[’']t be|cannot be|could not be) found",
    r"not found",
    r"forbidden|(?:internal )?server error|service (?:temporarily )?unavailable|bad gateway|gateway time-?out|site maintenance",
    # "Access to this page has been denied", "Just a moment", "Are you a robot"
    r"access (?:to (?:this|the) (?:page|site|website) (?:has been|is|was) )?denied|(?:sorry, )?you have been blocked",
    r"just a moment|one moment,? please|please wait|checking your browser(?: before .{1,40})?|attention required|security check",
    r"(?:please )?verify(?:ing)? (?:that )?you are (?:a )?human|are you (?:a )?(?:robot|human)|robot check|pardon our interruption|"
    r"unusual (?:traffic|activity) detected",
    # "Before you continue to …", "Cookie consent", "Please enable JavaScript"
    r"before you continue(?: to .{1,30})?|cookie (?:consent|settings|policy|notice)",
    r"your privacy(?: choices)?|privacy (?:policy|notice|settings)",
    r"redirecting(?: you)?|(?:please )?(?:enable|turn on) (?:javascript|cookies)(?: to continue)?|javascript (?:is )?(?:required|disabled)",
)
WALL_TITLES = re.compile("|".join(PATTERNS), re.I)
PART = re.compile(r"\s+[–—·:-]\s+|\s*[|!…]\s*|\.{2,}\s*")
MOST = 150  # words of such a page; an article may bear such a title
SHELLS = ("root", "__next", "app", "__nuxt", "app-root", "svelte")
SCRIPTED = re.compile(
    r"\b(?:enable|requires?|need|turn on|without)\b.{0,30}\bjavascript\b|\bjavascript\b.{0,30}\b(?:enabled?|required|disabled)\b",
    re.I,
)


def wall(title: str | None, text: str) -> str | None:
    """Why a page with this title is no article, as the rest of a sentence; None where it may be one.

    Args:
        title: what the page calls itself.
        text: what was found of a story.
    """
    if not title or len(text.split()) > MOST:
        return None
    whole = title.strip(" ?.!…")
    parts = [part.strip(" ?.!…") for part in PART.split(title)]
    if not any(WALL_TITLES.fullmatch(part) for part in (whole, parts[0], parts[-1])):
        return None
    return (
        f"holds no article but a page titled “{title[:60]}”: open the article in a browser and save the page that it shows"
    )


def shell(tree: Element) -> bool:
    """Whether a page without text is one that scripts fill in a browser."""
    empty = any(not words(each) for name in SHELLS for each in tree.xpath(f"//*[@id='{name}']"))
    return empty or any(SCRIPTED.search(each.text_content()) for each in tree.iter("noscript"))
