"""Pages that stand where an article should are refused with their cure; short news with such words is none of them."""

from __future__ import annotations

import pytest

from generator.errors import SourceError
from generator.sources import from_bytes
from generator.sources.readers.web.walls import wall

TEXT = "Please complete the check below so that we can see that you are no machine. It takes a few seconds only, and then you go on."


def page(title: str, body: str) -> bytes:
    return f"<html lang='en'><head><title>{title}</title></head><body>{body}</body></html>".encode()


@pytest.mark.parametrize(
    "title",
    [
        "Log in",
        "Sign in to continue | Harbour Post",
        "Harbour Post - Subscribe to read",
        "404 Not Found",
        "Error 503",
        "Page not found – Harbour Post",
        "Access to this page has been denied.",
        "Just a moment...",
        "Attention Required! | Shieldflare",
        "Are you a robot?",
        "Before you continue to Harbour Search",
        "Please enable JavaScript",
    ],
)
def test_a_page_that_is_a_wall_is_refused_with_its_cure(title: str) -> None:
    with pytest.raises(SourceError, match=r"holds no article but a page titled .*open the article in a browser"):
        from_bytes(page(title, f"<h1>{title}</h1><p>{TEXT}</p>"), ".html", "wall", "wall.html")


@pytest.mark.parametrize(
    "title",
    [
        "Cookies recalled over metal",
        "Consent law passes",
        "404 votes for the bridge",
        "Sign up to fight fires, chief urges",
        "Register of sheep is found",
        "Forbidden island opens",
        "Redirecting the river",
        "Error in count costs mayor his seat",
        "Just a moment of fame - Harbour Post",
    ],
)
def test_short_news_is_no_wall(title: str) -> None:
    assert wall(title, TEXT) is None


def test_a_long_article_may_bear_any_title() -> None:
    assert wall("Access denied", TEXT) is not None
    assert wall("Access denied", TEXT * 10) is None


@pytest.mark.parametrize(
    "body",
    ["<div id='root'></div>", "<p>Harbour</p><noscript>You need to enable JavaScript to run this app.</noscript>"],
)
def test_a_page_that_scripts_fill_says_so(body: str) -> None:
    with pytest.raises(SourceError, match="shows its text only by scripts: open it in a browser"):
        from_bytes(page("Harbour", body), ".html", "shell", "shell.html")


def test_an_empty_page_is_not_said_to_need_scripts() -> None:
    with pytest.raises(SourceError, match="holds no article text that can be found"):
        from_bytes(page("Harbour", "<p>Harbour</p>"), ".html", "empty", "empty.html")
