"""What a robots.txt allows, by RFC 9309."""

from __future__ import annotations

import pytest

from generator.sources.adding.robots import rules

TEXT = """# the harbour's rules
User-agent: *
Disallow: /closed
Allow: /closed/open.html
Disallow: /*?print=
Disallow: /*.pdf$
Disallow: /caf%C3%A9/
Crawl-delay: 2.5

User-agent: othercrawler
User-agent: thirdcrawler
Disallow: /
"""


@pytest.mark.parametrize(
    ("path", "allowed"),
    [
        ("/", True),
        ("/news/ferry", True),
        ("/closed/ferry", False),
        ("/closed/open.html", True),  # the longer rule decides
        ("/news/ferry?print=1", False),  # "*" stands for anything
        ("/news/ferry?page=1&print=1", True),
        ("/report.pdf", False),  # "$" is the end
        ("/report.pdf?page=2", True),
        ("/café/menu", False),  # however it is written
    ],
)
def test_the_longest_rule_that_fits_decides(path: str, allowed: bool) -> None:
    assert rules(TEXT).allow(f"https://harbour.example{path}") == allowed


def test_rules_for_other_programs_are_not_ours_and_ours_come_first() -> None:
    found = rules(TEXT + "\nUser-agent: Briefing/1.0\nDisallow: /private\n")
    assert found.allow("https://harbour.example/closed/ferry")
    assert not found.allow("https://harbour.example/private/ferry")
    assert (found.delay, rules(TEXT).delay) == (0.0, 2.5)


@pytest.mark.parametrize("text", ["", "<html>not found</html>", "Disallow: /", "User-agent: *\nDisallow:\n"])
def test_without_rules_everything_is_allowed(text: str) -> None:
    assert rules(text).allow("https://harbour.example/any")


def test_a_rule_made_to_exhaust_the_reader_is_none() -> None:
    assert rules("User-agent: *\nDisallow: /" + "*a" * 5000).allow(f"https://harbour.example/{'a' * 5000}b")
