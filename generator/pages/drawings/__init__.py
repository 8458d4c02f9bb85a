"""Pictures made at build time: inline SVG in the page's colours. Same things, same bytes, on every machine."""

from generator.pages.drawings.locator import Spot, locator, whereabouts
from generator.pages.drawings.relations import Node, Tie, relations
from generator.pages.drawings.svg import shortened
from generator.pages.drawings.timeline_drawing import Dot, timeline

__all__ = ["Dot", "Node", "Spot", "Tie", "locator", "relations", "shortened", "timeline", "whereabouts"]
