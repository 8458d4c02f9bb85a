"""What happened when: event triggers with the time, place and participants that belong to them."""

from generator.language.events.component import Events, make_events
from generator.language.events.model import Event, EventDate, Status

__all__ = ["Event", "EventDate", "Events", "Status", "make_events"]
