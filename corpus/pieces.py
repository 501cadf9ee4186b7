"""Cuts running text into pieces: each begins with a label or is an unnumbered paragraph; wrapped lines are joined.

Labels stand at line starts, but converted documents also glue them to the end of the text before
(`（三）监督检查指标 1、定期检查。`) or run whole documents together on one line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from corpus.labels import Label, LabelKind, label_starts, read_label
from corpus.records import Span
from corpus.tidy import tidy, trim
from corpus.wording import ENDS, field_value, goes_on, is_field, title_like

_LINE = re.compile(r"[^\n]+")
_CITING = tuple("》）)的或和据照及与按依反第、条款项")
_LIST_OF_NUMBERS = tuple("、第和或及与至条款项式件形一二三四五六七八九十百")
_SHORT: dict[LabelKind, int] = {"arabic": 14, "paren": 14, "half-paren": 14, "circled": 14}
_SHORT_OTHERWISE = 22
"""Longest title after which a following unnumbered line is a new paragraph and not the rest of a wrapped line."""
_LOOKING_BACK = ("上述", "以上", "前款", "本条")
_BREAK = re.compile(r"\n")
_TAIL = 400
"""Characters at the end of a long piece that tell whether it goes on."""
_SECOND = re.compile(r"第?[（(]?\s*[二2２②]")
_SECOND_WITHIN = 3000
"""Characters: no first item of a list is longer."""
_OPEN_COUNTS = 12
"""Lists of one kind that may be open inside each other."""
_INLINE_TITLE_MAX = 15
_INLINE_BODY_MIN = 10


@dataclass(frozen=True, slots=True)
class Piece:
    """A labelled or unnumbered paragraph; offsets into the source, without white space at its ends."""

    label: Label | None
    start: int
    end: int

    @property
    def span(self) -> Span:
        """Label and text."""
        return Span(self.start, self.end)

    def words(self, text: str) -> str:
        """Tidy text after the label."""
        return tidy(text, Span(self.label.end if self.label else self.start, self.end)).text


@dataclass(slots=True)
class _Counting:
    """The numbering expected next, per kind: what lets a label in mid-line be told from a number in a sentence."""

    open: dict[LabelKind, list[int]] = field(default_factory=dict[LabelKind, list[int]])

    def expects(self, label: Label) -> bool:
        return label.ordinal - 1 in self.open.get(label.kind, [])

    def take(self, label: Label) -> None:
        counts = self.open.setdefault(label.kind, [])
        if label.ordinal != 1:
            while counts and counts[-1] != label.ordinal - 1:
                counts.pop()
            if counts:
                counts.pop()
        counts.append(label.ordinal)
        del counts[:-_OPEN_COUNTS]


_MARKUP = re.compile(r"(?m)^[ \t\ufeff]*(#{1,6})(?=[ \t])")
_NUMBERED = r"(?=\s*(?:第|[（(]?[一二三四五六七八九十\d]{1,3}[）)、．.]))"
_BOLD = re.compile(rf"(?m)^[ \t\ufeff]*(\*\*|__){_NUMBERED}")
_NOT_TEXT = re.compile(rf"[\ufeff\s]*(?:#{{1,6}}[ \t]+)?(?:(?:\*\*|__){_NUMBERED})?")


def markup(text: str) -> list[tuple[Span, str]]:
    """Signs of Markdown headings and of bold print before a number, which are no words of the document."""
    signs = (*_MARKUP.finditer(text), *_BOLD.finditer(text))
    return [(Span(*match.span(1)), "标题记号") for match in signs]


def read_pieces(text: str, region: Span) -> list[Piece]:
    """All pieces of a region of the text, in order; together they hold every character that is not white space."""
    counting = _Counting()
    pieces: list[Piece] = []
    for line in _LINE.finditer(text, region.start, region.end):
        begin = _NOT_TEXT.match(text, line.start(), line.end())
        at = trim(text, Span(begin.end() if begin else line.start(), line.end()))
        for piece in _line_pieces(text, at, pieces[-1] if pieces else None, counting):
            if pieces and piece.label is None and piece.start == at.start and _joins(text, pieces[-1], piece):
                pieces[-1] = replace(pieces[-1], end=piece.end)
            else:
                pieces.append(piece)
    return [part for piece in pieces for part in _split_title(text, piece)]


def _line_pieces(text: str, line: Span, before: Piece | None, counting: _Counting) -> list[Piece]:
    """The pieces of one trimmed line."""
    labels: list[Label] = []
    for at in label_starts(text, line.start, line.end):
        if labels and at < labels[-1].end:
            continue
        label = read_label(text, at)
        if label is None or label.end > line.end:
            continue
        if at == line.start:
            accepted = _opens_line(text, label, before, counting)
        else:
            own = Span(labels[-1].end if labels else line.start, at)
            accepted = _within_line(text, label, own, line.end, bool(labels), counting)
        if accepted:
            counting.take(label)
            labels.append(label)
    starts = [label.start for label in labels]
    cuts = sorted({line.start, *starts})
    named = dict(zip(starts, labels, strict=True))
    pieces: list[Piece] = []
    for start, end in zip(cuts, [*cuts[1:], line.end], strict=True):
        span = trim(text, Span(start, end))
        if span.start < span.end:
            pieces.append(Piece(named.get(start), span.start, span.end))
    return pieces


def _opens_line(text: str, label: Label, before: Piece | None, counting: _Counting) -> bool:
    """A label at a line's start is one unless the sentence before runs on into a citation (`…条例》⏎第五条…`)."""
    if before is None:
        return True
    last = text[before.start : before.end].rstrip()[-1]
    if label.kind == "article":
        begins = label.ordinal == 1 and last in "）)"  # the title above ends in （试行）
        return begins or not last.endswith(_CITING) or counting.expects(label)
    return last not in "第和及或与至" or counting.expects(label)


def _within_line(text: str, label: Label, own: Span, line_end: int, numbered: bool, counting: _Counting) -> bool:
    """Whether a number in mid-line is a label: it starts or continues a list, after a sentence, a title or a blank.

    `own` is the text between the label before (or the line's start) and this one.
    """
    gap = text[label.start - 1].isspace()
    words = tidy(text, own).text
    last = words[-1:]
    after_title = title_like(words) and len(words) <= _SHORT_OTHERWISE
    if label.ordinal == 1:
        if label.kind != "article" and (last in ENDS or (after_title and (gap or numbered))):
            return True
        apart = gap or label.kind in ("cn", "paren-cn", "article")
        return apart and last not in _LIST_OF_NUMBERS and _second_follows(text, label, line_end)
    if not counting.expects(label):
        return False
    if last in ENDS or (gap and last not in _LIST_OF_NUMBERS):
        return True
    return label.kind in ("cn", "paren-cn") and last not in _LIST_OF_NUMBERS


def _second_follows(text: str, label: Label, end: int) -> bool:
    """Whether the same line goes on to count 2: documents run together on one line start their lists anywhere."""
    for match in _SECOND.finditer(text, label.end, min(end, label.end + _SECOND_WITHIN)):
        second = read_label(text, match.start())
        if second is not None and second.kind == label.kind and second.ordinal == 2:
            return True
    return False


def _joins(text: str, before: Piece, piece: Piece) -> bool:
    """Whether an unnumbered line is the rest of the wrapped line before it."""
    recent = before if before.end - before.start < _TAIL else replace(before, label=None, start=before.end - _TAIL)
    words, rest = recent.words(text), piece.words(text)
    short = _SHORT.get(before.label.kind, _SHORT_OTHERWISE) if before.label else _SHORT_OTHERWISE
    blank_line = len(_BREAK.findall(text, before.end, piece.start)) > 1
    if (is_field(rest) or (blank_line and rest.startswith(_LOOKING_BACK))) and not words.endswith(("，", "、", ",")):
        return False
    if before.label is None and (title_like(words) or title_like(field_value(words))) and blank_line:
        return False
    return goes_on(words, short)


def _split_title(text: str, piece: Piece) -> list[Piece]:
    """A title and the paragraph that follows it on the same line after a blank (`（一）监督检查内容 对执行…`)."""
    if piece.label is None:
        return [piece]
    rest = re.compile(r"\S+([ \t\u3000]+)[\u4e00-\u9fff《“]").match(
        text, trim(text, Span(piece.label.end, piece.end)).start, piece.end
    )
    if rest is None:
        return [piece]
    head = Piece(piece.label, piece.start, rest.start(1))
    body = Piece(None, rest.end(1), piece.end)
    title, words = head.words(text), body.words(text)
    if not (2 <= len(title) <= _INLINE_TITLE_MAX and title_like(title)):
        return [piece]
    if len(words) < _INLINE_BODY_MIN or title_like(words):
        return [piece]
    return [head, body]
