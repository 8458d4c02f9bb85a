"""What happened when: event triggers with the time, place and participants that belong to them."""

from generator.language.events.component import Event, EventDate, Events, Status, make_events

__all__ = ["Event", "EventDate", "Events", "Status", "make_events"]
