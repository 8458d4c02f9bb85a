"""The land of a people's name: "Canadian" is of Canada, "Austrian" of Austria and not of Australia."""

from __future__ import annotations

from functools import cache

from generator.values.gazetteer import DEMONYMS, countries, is_demonym, places

# what a land's name loses, and its people's name has instead: "Peru", "Peruvian"; "Canada", "Canadian"; "China", "Chinese"
LAND_ENDINGS = tuple(
    ending.split("/")
    for ending in (
        "/n /an /ian /vian /i /ese /ic /er a/an a/ian a/ean a/ese a/i y/ y/ian e/ian i/ian o/ian ia/ian e/an o/an ia/an en/ish ey/ish e/ese"
    ).split()
)
# no ending tells
NO_ENDING_TELLS = {
    "afghan": "afghanistan",
    "belgian": "belgium",
    "british": "britain",
    "danish": "denmark",
    "dutch": "netherlands",
    "english": "england",
    "finnish": "finland",
    "french": "france",
    "greek": "greece",
    "irish": "ireland",
    "lebanese": "lebanon",
    "nigerian": "nigeria",
    "norwegian": "norway",
    "polish": "poland",
    "portuguese": "portugal",
    "scottish": "scotland",
    "spanish": "spain",
    "swiss": "switzerland",
    "thai": "thailand",
    "welsh": "wales",
}
OF_TWO_LANDS = frozenset({"dominican"})  # of Dominica, and of the republic


@cache
def land(word: str) -> str:
    """The land, in lower case, that a place's or a people's name means; the word itself where it means neither.

    Args:
        word: as it is written, with its capital.
    """
    low = word.lower()
    if low in places() or not is_demonym(word):
        return low
    return _lands().get(low, low)


@cache
def _lands() -> dict[str, str]:
    """The land of each people of the list; those that could be of two are left out."""
    found = dict(NO_ENDING_TELLS)
    for people in sorted(word.lower() for word in DEMONYMS):
        fits = {_whole(people, less, more) for less, more in LAND_ENDINGS if people.endswith(more)} & countries()
        if people not in found and people not in OF_TWO_LANDS and len(fits) == 1:
            found[people] = fits.pop()
    return found


def _whole(people: str, less: str, more: str) -> str:
    return people[: len(people) - len(more)] + less
