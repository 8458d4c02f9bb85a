"""Drawings: the same bytes everywhere, no two names on each other, every mark a link, foreign text inert, words for all."""

from __future__ import annotations

import re
from itertools import combinations

from hypothesis import Phase, given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.pages.drawings import Dot, Node, Spot, Tie, locator, relations, timeline, whereabouts
from generator.pages.drawings.svg import Box, width_of, wrapped
from generator.pages.drawings.world import Window, clipped, mainland, world

HOSTILE = '<script>alert("1")</script> & {{ 7*7 }} ]]> `x` *b* \u202e'
NAMES = "Ann Field,Bo Reed,Cy Lund,Di Moor,Ed Stone,Flo Hart,Gus Wray,Harbour and Bridges Board,Ida Kent,Jo Marsh".split(",")


SPOTS = [
    Spot("s/turkey.html", "Turkey", "country", "TR", 39.1, 35.5, 9),
    Spot("s/ankara.html", "Ankara", "city", "TR", 39.9, 32.9, 7),
    Spot("s/sochi.html", "Sochi", "city", "RU", 43.6, 39.7, 3),
    Spot("s/potsdam.html", "Potsdam", "city", "DE", 52.4, 13.1),
    Spot("s/berlin.html", "Berlin", "city", "DE", 52.5, 13.4),
    Spot("s/texas.html", "Texas", "state", "US", 30.9, -100.1),
]


def nodes(names: list[str] = NAMES) -> list[Node]:
    kinds = ("PERSON", "ORG", "GPE")
    return [Node(f"n{k}", f"subjects/n{k}.html", name, kinds[k % 3], 30 // (k + 1) + 1) for k, name in enumerate(names)]


def ties(count: int) -> list[Tie]:
    return [Tie(f"n{a}", f"n{b}", 1 + (a * b) % 5) for a, b in combinations(range(count), 2) if (a + 2 * b) % 3]


def parsed(drawing: str) -> list[etree._Element]:
    return list(etree.fromstring(f"<div>{drawing}</div>"))


def labels(svg: etree._Element, size: float = 14) -> list[Box]:
    """About where the lines of text stand."""
    found = []
    for text in svg.iter("text"):
        wide, x, y = width_of(text.text or "", size), float(text.get("x")), float(text.get("y"))
        left = {"middle": x - wide / 2, "end": x - wide}.get(text.get("text-anchor", ""), x)
        found.append(Box(left, y - 11, left + wide, y + 3))
    return found


def test_the_map_of_people_has_no_name_on_another_and_none_outside() -> None:
    for svg in parsed(relations(nodes(), ties(10), "Who with whom")):
        boxes = labels(svg)
        assert len(boxes) >= 5
        _, _, width, height = map(float, svg.get("viewBox").split())
        assert all(box.within(Box(0, 0, width, height)) for box in boxes)
        assert not any(a.meets(b) for a, b in combinations(boxes, 2))


def test_the_map_of_people_depends_on_nothing_but_its_input() -> None:
    first = relations(nodes(), ties(10), "Who with whom")
    assert first == relations(nodes(), ties(10), "Who with whom")
    assert not re.search(r"\d\.\d\d", first), "coordinates are rounded to a tenth"


def test_who_has_no_tie_to_the_others_is_not_drawn() -> None:
    drawing = relations(nodes(), [*ties(6), Tie("n8", "n9", 9)], "Who with whom")
    assert "Ann" in drawing
    assert "Ida" not in drawing


def test_two_people_are_no_map() -> None:
    assert relations(nodes(NAMES[:2]), [Tie("n0", "n1", 3)], "Who with whom") == ""


def test_foreign_text_stays_text() -> None:
    drawn = [
        relations(nodes([HOSTILE] * 4), ties(4), HOSTILE),
        timeline([Dot(f"c.html#{HOSTILE}", HOSTILE, HOSTILE, None, None)] * 2, HOSTILE),
        locator([Spot(f"s.html#{HOSTILE}", HOSTILE, "city", "TR", 39.9, 32.9)], HOSTILE),
    ]
    for drawing in drawn:
        assert drawing
        assert not re.search(r"<script|\{\{|[`*]", drawing)
        for svg in parsed(drawing):
            assert {element.tag for element in svg.iter()} <= set("svg title desc a g text line path rect circle".split())


def test_drawings_say_in_words_what_they_show_and_keep_their_links() -> None:
    drawing = relations(nodes(), ties(10), "Who with whom") + timeline(
        [Dot("c.html#e-1", "1 May 2020", "opened", "2020-05-01", "2020-05-01")], "One event"
    )
    drawing += locator(SPOTS, "Where")
    for svg in parsed(drawing):
        assert svg.get("role") == "group", "an image would hide the links in it"
        named = {element.get("id"): element for element in svg if element.get("id")}
        assert named[svg.get("aria-labelledby")].tag == "title"
        assert len(named[svg.get("aria-describedby")].text) > 10
        assert all(a.get("href") and a[0].tag == "title" for a in svg.iter("a"))
        assert len(list(svg.iter("a"))) >= 1
    assert len(set(re.findall(r'id="([^"]+)"', drawing))) == len(re.findall(r' id="', drawing)), "ids are unique"


DAYS = st.dates().map(lambda d: d.isoformat())


@settings(deadline=None)
@given(st.lists(st.tuples(DAYS, st.integers(0, 400), st.text(max_size=200), st.booleans()), min_size=1, max_size=16))
def test_a_timeline_of_any_days_has_every_event_once_and_no_line_on_another(
    events: list[tuple[str, int, str, bool]],
) -> None:
    dots = [Dot(f"#e{n}", day, f"x {what}", day, day, planned) for n, (day, _, what, planned) in enumerate(sorted(events))]
    for svg in parsed(timeline(dots, "Days")):
        assert [a.get("href") for a in svg.iter("a")] == [dot.href for dot in dots]
        boxes = labels(svg, 12)
        assert not any(a.meets(b) for a, b in combinations(boxes, 2))
        height = float(svg.get("viewBox").split()[3])
        marks = [float(m.get("cy")) for m in svg.iter("circle")] + [float(m.get("y")) for m in svg.iter("rect")]
        assert all(0 <= y <= height for y in marks)


def test_a_timeline_cuts_out_long_empty_stretches_and_says_so() -> None:
    days = ["1815-06-18", "2016-07-15", "2016-07-16", "2016-07-22"]
    drawing = timeline([Dot("#", d, d, d, d) for d in days], "Days")
    assert "about 201 years later" in drawing
    assert 'class="cut"' not in timeline([Dot("#", d, d, d, d) for d in ("2016-07-01", "2016-07-11", "2016-07-21")], "Days")


def test_events_without_a_year_stand_apart_from_the_scale() -> None:
    dots = [
        Dot("#a", "1 May 2020", "a", "2020-05-01", "2020-05-01"),
        Dot("#b", "15 July (year not stated)", "b", None, None),
    ]
    drawing = timeline(dots, "Days")
    assert "year not stated, in order only" in drawing
    assert 'class="axis open"' in drawing
    assert 'class="axis open"' in timeline(dots[1:], "Days")


def test_what_is_planned_is_hollow_and_called_so() -> None:
    drawing = timeline([Dot("#", "1 May 2020", "a", "2020-05-01", "2020-05-01", planned=True)], "Days")
    assert 'class="dot planned"' in drawing
    assert "(planned)" in str(etree.fromstring(f"<div>{drawing}</div>").xpath("string()"))


def test_a_day_that_no_source_states_is_drawn_so() -> None:
    dots = [Dot(f"c.html#e-{n}", f"{n} May 2021", "x", f"2021-05-0{n}", f"2021-05-0{n}", inferred=n == 2) for n in (1, 2, 3)]
    for svg in parsed(timeline(dots, "t")):
        assert [c.get("class") for c in svg.iter("circle")] == ["dot", "dot inferred", "dot"]


def test_words_are_cut_between_words() -> None:
    assert wrapped("the July 15 coup attempt by the organisation", 150, 15) == ["the July 15 coup", "attempt by the…"]
    assert wrapped("", 100, 15) == [""]


def test_a_map_has_no_name_on_another_and_shows_a_crowded_corner_larger() -> None:
    drawing = locator(SPOTS, "Where")
    svgs = parsed(drawing)
    assert [svg.get("class") for svg in svgs] == [f"locator{d} {s}" for s in ("wide", "narrow") for d in ("", " detail")]
    for svg in svgs:
        boxes = labels(svg, 13)
        assert not any(a.meets(b) for a, b in combinations(boxes, 2))
        _, _, width, height = map(float, svg.get("viewBox").split())
        assert all(box.within(Box(0, 0, width, height)) for box in boxes)
    assert "Potsdam" in str(etree.tostring(svgs[1]))
    assert 'class="corner"' in drawing
    assert drawing == locator(SPOTS, "Where")


def test_a_map_of_places_on_both_sides_of_the_date_line_goes_the_short_way() -> None:
    far = [Spot("a", "Suva", "city", "FJ", -18.1, 178.4), Spot("b", "Apia", "city", "WS", -13.8, -171.8)]
    (wide, _) = parsed(locator(far, "Where"))
    xs = sorted(float(c.get("cx")) for c in wide.iter("circle"))
    assert len(xs) == 2
    assert "200 km" in str(wide.xpath("string()"))


@settings(deadline=None, max_examples=25, phases=[Phase.explicit, Phase.generate])
@given(st.lists(st.tuples(st.floats(-90, 90), st.floats(-180, 180)), min_size=1, max_size=12))
def test_a_map_of_places_anywhere_holds_every_dot(points: list[tuple[float, float]]) -> None:
    spots = [Spot(f"#{n}", f"P{n}", "city", "", lat, lon) for n, (lat, lon) in enumerate(points) if -60 < lat < 82]
    if spots:
        wide = parsed(locator(spots, "Where"))[0]
        dots = [(float(c.get("cx")), float(c.get("cy"))) for c in wide.iter("circle")]
        assert len(dots) == len(set(spots))
        assert all(0 <= x <= 760 and 0 <= y <= 420 for x, y in dots)


def test_a_map_of_the_whole_world_holds_all_of_it() -> None:
    around = [Spot(f"#{x}", f"P{x}", "city", "", 0.0, float(x)) for x in range(-180, 180, 40)]
    for svg in parsed(locator(around, "Where"))[:1]:
        assert len(list(svg.iter("circle"))) == 9
        assert float(svg.get("viewBox").split()[3]) < 420


def test_a_place_has_a_small_map_of_its_own() -> None:
    (svg,) = parsed(whereabouts(SPOTS[2], SPOTS, "Where Sochi lies"))
    words = [t.text for t in svg.iter("text")]
    assert "Sochi" in words
    assert "Turkey" in words
    assert "Texas" not in words


def test_outlines_go_on_beyond_the_date_line() -> None:
    russia = mainland("RU")
    assert russia is not None
    assert russia.around.west > 20
    assert russia.around.east > 180
    beyond = clipped(world().countries["RU"], Window(170, 60, 200, 75))
    assert max(x for ring in beyond for x, _ in ring) > 185
