"""What checking a text yields: one verdict a claim, each with its place in the text and the quotes it rests on."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from assistant.answer import Citation, Value

Verdict = Literal["supported", "contradicted", "not_in_corpus", "unclear"]
ClaimKind = Literal[
    "section", "department", "law", "article", "figure", "fine", "measure", "deadline", "contact", "amount"
]


class Claim(Value):
    """One statement about the documents, and what they say of it."""

    text: str = Field(description="text[start:end] of the text given")
    start: int
    end: int
    kind: ClaimKind
    verdict: Verdict
    reason: str = Field(description="why, in plain Chinese")
    source: str = Field(default="", description="what the documents say, in short; empty where they say nothing")
    citations: list[Citation] = Field(default_factory=list[Citation])


class Totals(Value):
    """How many of each."""

    sentences: int
    unjudged: int = Field(
        description="sentences that state nothing about the documents: greetings, opinions, narration"
    )
    claims: int
    supported: int
    contradicted: int
    not_in_corpus: int
    unclear: int


class Report(Value):
    """The claims of a text in reading order."""

    claims: list[Claim]
    totals: Totals
