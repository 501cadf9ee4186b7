"""Web pages saved as one file (.mht), also under the suffix .doc: the first page inside is read."""

from __future__ import annotations

import email
import email.policy

from corpus.files.html.read import read_html
from corpus.files.packages import broken
from corpus.files.parts import Parts


def read_mhtml(data: bytes) -> Parts:
    """The page. Raises FormatError where there is none inside."""
    message = email.message_from_bytes(data, policy=email.policy.default)
    for part in message.walk():
        if part.get_content_type() == "text/html":
            page = part.get_payload(decode=True)
            if isinstance(page, bytes):
                return read_html(page)
    raise broken()
