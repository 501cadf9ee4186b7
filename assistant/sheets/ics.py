"""Sheets as calendar files (RFC 5545): one all-day event a dated line. The one door to icalendar."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from assistant.sheets.sheet import Sheet

_EPOCH = datetime(1980, 1, 1, tzinfo=UTC)
"""DTSTAMP is required and would differ with every writing; the events' own days carry the meaning."""


def to_ics(sheet: Sheet) -> bytes:
    """The bytes of the file: lines folded, CRLF, stable UIDs; the last day of an event is its own (DTEND is exclusive)."""
    from icalendar import Calendar, Event

    calendar = Calendar()
    calendar.add("prodid", "-//renshe//inspection plan//ZH")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", sheet.title)
    for e in sheet.events:
        event = Event()
        event.add("uid", e.uid)
        event.add("dtstamp", _EPOCH)
        event.add("dtstart", e.first)
        event.add("dtend", e.last + timedelta(days=1))
        event.add("summary", e.title)
        event.add("description", e.text)
        event.add("transp", "TRANSPARENT")
        calendar.add_component(event)
    return calendar.to_ical()
