"""Citation tokens: what a model sees instead of numbers, and puts behind its sentences; only code knows what they stand for."""

from __future__ import annotations

import hashlib
import re

from assistant.answer import Answer, Citation

TOKEN = re.compile(r"〔([a-z0-9]{1,16})〕")
_MARK = re.compile(r"\[(\d+)\]")


def token_of(citation: Citation) -> str:
    """The token of a cited span; the same span has the same one in every tool's result."""
    place = f"{citation.document}\0{citation.start}\0{citation.end}"
    return f"q{hashlib.sha256(place.encode()).hexdigest()[:7]}"


def shown_to_model(answer: Answer) -> str:
    """An answer as a model reads it: its words with tokens, then each quote behind its token."""
    by_number = {c.n: f"〔{token_of(c)}〕" for c in answer.citations}
    text = _MARK.sub(lambda m: by_number.get(int(m[1]), ""), answer.text)
    quotes = [f"{by_number[c.n]}原文：{''.join(c.quote.split())}" for c in answer.citations]
    return "\n".join([text, *quotes])
