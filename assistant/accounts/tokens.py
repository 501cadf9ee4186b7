"""Tokens: handed out once, stored as hashes. They are random and long, so a plain SHA-256 is enough."""

from __future__ import annotations

import hashlib
import hmac

API_PREFIX = "renshe_"
"""In front of an API token, so that people and scanners know one when they see it."""


def token_hash(token: str) -> str:
    """What is stored instead of a token."""
    return hashlib.sha256(token.encode(errors="replace")).hexdigest()


def csrf_token(session_token: str) -> str:
    """What a page sends back with each change to show that it comes from us; known only to whoever holds the cookie."""
    return hmac.new(session_token.encode(errors="replace"), b"renshe csrf 1", hashlib.sha256).hexdigest()


def csrf_fits(session_token: str, given: str) -> bool:
    """Whether a page sent the right one back; takes the same time for each wrong one."""
    return hmac.compare_digest(csrf_token(session_token).encode(), given.encode(errors="replace"))
