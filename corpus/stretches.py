"""Paragraphs: the stretches a rule is written in, each with its numbering and its way back to the source.

Converted documents wrap lines anywhere, so a line break ends a paragraph only after closing punctuation or before a
numbering; a list run on in one line (`下列行为：（一）…；（二）…`) is cut at its numbering.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from corpus.records import Clause, Span
from corpus.tidy import Tidy, tidy

_CN = "[一二三四五六七八九十百]{1,4}"
ARTICLE = r"第(?:[一二三四五六七八九十百千零〇]{1,7}|\d{1,4})条(?:之[一二三四五])?"
_STYLES: tuple[tuple[str, str], ...] = (
    ("article", ARTICLE + r"(?!规定|第|的|、|和|至)"),
    ("cn-paren", rf"[（(]{_CN}[)）]"),
    ("digit-paren", r"[（(]\d{1,2}[)）]"),
    ("cn-comma", rf"{_CN}、"),
    ("digit-comma", r"\d{1,2}(?:[、．]|\.(?!\d))"),
    ("circled", r"[①-⑳]"),
)
_LABEL = re.compile("|".join(f"(?P<{name.replace('-', '_')}>{form})" for name, form in _STYLES))
_CLOSING = frozenset("。；：！？;:!?")


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of a clause (of the whole text where there are no clauses)."""

    clause: int | None
    label: str
    """Its own numbering as written, tidy; empty for an unnumbered paragraph."""
    style: str
    """Kind of numbering (`cn-paren` for （一）…); empty without a label."""
    body: Tidy
    """Text after the label."""
    span: Span
    """In the source, label included."""

    @property
    def opens_list(self) -> bool:
        """True for a lead-in: what follows are its items."""
        return self.body.text[-1:] in {"：", ":"}


def paragraphs(text: str, clauses: tuple[Clause, ...]) -> tuple[Paragraph, ...]:
    """All paragraphs in reading order; over the whole text when the document has no clauses."""
    if not clauses:
        return tuple(_cut(text, tidy(text), None))
    ordered = sorted(clauses, key=lambda clause: (clause.span, clause.index))
    return tuple(p for clause in ordered for p in _cut(text, tidy(text, clause.span), clause.index))


def cell_paragraphs(text: str, cells: Iterable[Span]) -> tuple[Paragraph, ...]:
    """The paragraphs of table cells, which belong to no clause; each cell once, in reading order."""
    return tuple(p for cell in sorted(set(cells)) for p in _cut(text, tidy(text, cell), None))


def _cut(text: str, view: Tidy, clause: int | None) -> Iterator[Paragraph]:
    starts = [i for i in range(len(view.text)) if i == 0 or _starts(text, view, i)]
    for start, end in zip(starts, [*starts[1:], len(view.text)], strict=True):
        found = _LABEL.match(view.text, start, end)
        body = found.end() if found else start
        if body == end:
            continue
        yield Paragraph(
            clause=clause,
            label=found.group() if found else "",
            style=(found.lastgroup or "").replace("_", "-") if found else "",
            body=Tidy(view.text[body:end], view.offsets[body:end], view.offsets[end - 1] + 1),
            span=view.source(start, end),
        )


def _starts(text: str, view: Tidy, i: int) -> bool:
    before = view.text[i - 1]
    label = _LABEL.match(view.text, i)
    if "\n" in text[view.offsets[i - 1] + 1 : view.offsets[i]]:
        # A wrapped line may begin with 第二十五条 or 一、: only bracketed and Arabic numbering is proof by itself.
        bracketed = label is not None and label.lastgroup in {"cn_paren", "digit_paren", "digit_comma", "circled"}
        return before in _CLOSING or bracketed
    return before in _CLOSING and label is not None and label.lastgroup != "cn_comma" and before not in "!?！？"
