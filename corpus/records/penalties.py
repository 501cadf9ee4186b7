"""What follows from a violation: fines, discretion standards, waivers, and the laws they rest on."""

from __future__ import annotations

from typing import Literal

from corpus.records.spans import Passage, Record, Span

FineKind = Literal["range", "fixed", "multiple", "none"]


class LawReference(Record, frozen=True, kw_only=True):
    """《Name》第N条第N款第（N）项, as written."""

    name: str
    article: str = ""
    paragraph: str = ""
    item: str = ""
    span: Span
    clause: int | None


class Fine(Record, frozen=True, kw_only=True):
    """A fine interval. Amounts in yuan; bounds inclusive, as 以上/以下 are in Chinese law (《民法典》第一千二百五十九条)."""

    kind: FineKind
    min_yuan: int | None = None
    max_yuan: int | None = None
    per: Literal["person"] | None = None
    by: str | None = None
    """The unit the amount is counted by where it is not a person alone, in the document's words: 每证, 每人每超过工作时间一小时."""
    min_times: float | None = None
    max_times: float | None = None
    base: str | None = None
    optional: bool = False
    """The text says 可 or 可以: the authority may fine, it does not have to."""
    span: Span | None = None
    """Of the words that state the interval; None for kind `none`."""


class Penalty(Record, frozen=True, kw_only=True):
    """One consequence: violation + condition → measures + fine, as one clause states it."""

    index: int
    violation: str
    """Tidy text of the conduct (`提供虚假劳动力供求信息`)."""
    when: str | None
    """Condition under which this consequence applies (逾期不改正, 没有违法所得, 情节严重, 拒不改正); None for the plain case."""
    measures: tuple[str, ...]
    """Other measures, in the document's words: 责令停止活动, 没收违法所得, 吊销《…》."""
    fine: Fine
    law: str
    """Title without 《》; empty where the clause rests on no named law."""
    article: str
    item: str
    """`（1）` or `第一款`; empty where there is none."""
    referral: str
    """Authority that decides instead (由财政、物价部门按有关规定处罚 → 财政、物价部门); else empty."""
    span: Span
    """The sentence(s) that state violation and consequence: what is quoted."""
    basis_span: Span | None
    """Where law and article are named."""
    clause: int | None
    regime: int | None
    path: tuple[str, ...]


class Tier(Record, frozen=True, kw_only=True):
    """One step of a discretion standard (裁量基准): violation + circumstances → the part of the fine range that applies."""

    index: int
    violation: str
    """Tidy, as the standard words it."""
    violation_span: Span
    name: str
    """轻微 / 一般 / 较重 / 严重 …, in the document's words; empty where the step bears none."""
    subject: str
    """Kind of subject the step is for (个体工商户, 企业), where one sentence sets several; else empty."""
    circumstances: str
    """Under which circumstances the step applies, tidy."""
    circumstances_span: Span
    measures: tuple[str, ...]
    fine: Fine
    law: str
    article: str
    span: Span
    """What is quoted: the step with its consequence."""
    basis_span: Span | None = None
    """Where law and article are named; None where the standard names none."""
    clause: int | None
    path: tuple[str, ...]


class Waiver(Record, frozen=True, kw_only=True):
    """A violation that is not punished under stated circumstances (首违免罚, 不予处罚, 减轻处罚)."""

    index: int
    number: str
    violation: str
    violation_span: Span
    kind: str
    """首违不罚 / 不予处罚 / 从轻 / 减轻 …, in the document's words."""
    circumstances: Passage
    basis: tuple[Passage, ...]
    measures: tuple[Passage, ...]
    """What is done instead (配套监管措施)."""
    path: tuple[str, ...]
