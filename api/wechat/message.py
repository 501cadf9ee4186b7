"""Messages of the official account: read from XML that anybody may have sent, written as XML."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError, SubElement, tostring

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring


class MessageError(Exception):
    """What came is no message."""


@dataclass(frozen=True, slots=True)
class Message:
    """One message, or an event (then `kind` is `event` and `text` its name)."""

    to: str
    sender: str
    kind: str
    text: str
    id: str


def fields_of(xml: bytes | str) -> dict[str, str]:
    """The fields of an XML message, one level deep. Raises MessageError."""
    try:
        root = fromstring(xml)
    except (ParseError, DefusedXmlException, ValueError) as error:
        raise MessageError("not XML") from error
    return {child.tag: (child.text or "").strip() for child in root}


def message_of(fields: dict[str, str]) -> Message:
    """A message from its fields. Raises MessageError where sender or receiver is missing."""
    kind = fields.get("MsgType", "")
    to, sender = fields.get("ToUserName", ""), fields.get("FromUserName", "")
    if not (to and sender and kind):
        raise MessageError("no sender")
    text = fields.get("Event" if kind == "event" else "Recognition" if kind == "voice" else "Content", "")
    return Message(to, sender, kind, text, fields.get("MsgId", ""))


def written(**fields: str) -> str:
    """An XML message with these fields; what they hold is escaped."""
    root = Element("xml")
    for name, value in fields.items():
        SubElement(root, name).text = value
    return tostring(root, encoding="unicode")
