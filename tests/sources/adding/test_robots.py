"""What a robots.txt allows, by RFC 9309."""

from __future__ import annotations

import time

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


@pytest.mark.parametrize("stars", [6, 20, 5000])
def test_a_rule_made_to_exhaust_the_reader_costs_no_time(stars: int) -> None:
    found = rules("User-agent: *\nDisallow: /" + "*a" * stars + "*b")
    begun = time.process_time()
    assert found.allow(f"https://harbour.example/{'a' * 5000}")
    assert not found.allow(f"https://harbour.example/{'a' * 5000}b")
    assert time.process_time() - begun < 1.0


@pytest.mark.parametrize(
    ("rule", "path", "fits"),
    [
        ("/a*b*c", "/axbxc/more", True),
        ("/a*b*c", "/acb", False),
        ("/*ab$", "/abab", True),
        ("/*ab$", "/ab/", False),
        ("/ab*ab$", "/ab", False),  # one "ab" can't be both
        ("/ab$", "/ab", True),
        ("/ab$", "/abc", False),
        ("/a*$", "/abc", True),
        ("*.pdf", "/x.pdf?page=2", True),
    ],
)
def test_parts_between_stars_follow_each_other(rule: str, path: str, fits: bool) -> None:
    assert rules(f"User-agent: *\nDisallow: {rule}").allow(f"https://harbour.example{path}") != fits
