"""The records every document compiles to, whatever its shape: frozen values, each with the span it was read from.

A span is a pair of character offsets into the *decoded source text* of one document (half open, as in slicing), so that
`text[span.start:span.end]` is the verbatim quote. Every other string in a record is *tidy*: line breaks and stray blanks
inside Chinese words removed, full-width digits and letters made half-width (see `corpus.tidy`).
"""

from __future__ import annotations

from typing import Literal

import msgspec

PartKind = Literal["objects", "contents", "indicators", "methods", "measures", "procedure", "handling"]
"""The seven parts of a supervision regime: 对象、内容、指标、方式、措施、程序、处理."""

QuantityKind = Literal["frequency", "share", "headcount", "count", "deadline", "score", "amount", "multiple", "date"]
Relation = Literal[">=", "<=", ">", "<", "="]
FineKind = Literal["range", "fixed", "multiple", "none"]


class Record(msgspec.Struct, frozen=True, kw_only=True):
    """A frozen record; subclasses are compared and hashed by value."""


class Span(msgspec.Struct, frozen=True, order=True):
    """Half-open range of characters `[start, end)` in the source text of a document."""

    start: int
    end: int


class Clause(Record, frozen=True, kw_only=True):
    """A numbered unit (一、 （一） 1、 （1） 第N条) or an unnumbered paragraph of a document."""

    index: int
    """Position in `Document.clauses`."""
    label: str
    """The numbering as written, tidy (`（一）`, `3、`); empty for an unnumbered paragraph."""
    path: tuple[str, ...]
    """Headings above and including this clause, outermost first; a clause that is a whole sentence shows its label only."""
    text: str
    """Tidy text of the clause's own lines (heading or sentence and the unnumbered lines that follow), without sub-clauses."""
    span: Span
    """Own lines only, label included."""
    extent: Span
    """With all sub-clauses."""
    parent: int | None
    level: int
    heading: bool
    """True when the own text is a title (short, no sentence) rather than a rule."""


class Section(Record, frozen=True, kw_only=True):
    """A section (科室) of the bureau, in the order the registry first names it."""

    name: str
    """Tidy, line breaks inside the name joined."""
    span: Span
    """First place it is named as responsible."""
    duties: tuple[int, ...]
    """Indexes into `Document.duties`."""


class Passage(Record, frozen=True, kw_only=True):
    """One sentence-like piece of a duty: the smallest unit worth quoting."""

    text: str
    span: Span


DutyStanding = Literal["own", "taken_in", "given_away", "dropped", "strengthened"]
"""Whether a duty is the bureau's: 划入、划出、取消、加强 as its document says. What was given away is others' now."""


class Duty(Record, frozen=True, kw_only=True):
    """One row of a duty registry, or one entry of a prose duty list."""

    index: int
    number: str
    """序号 of the main duty (`11`); empty where the document does not number."""
    main: str
    """主要职责, tidy; empty where the shape has none."""
    main_span: Span | None
    text: str
    """具体工作事项, tidy."""
    span: Span
    items: tuple[Passage, ...]
    """`text` cut at 。；and at its own numbering; together they cover it."""
    section: str
    """Empty where the bureau as a whole bears the duty, or the page of a section does not name it."""
    section_span: Span
    path: tuple[str, ...]
    standing: DutyStanding = "own"


class BoundaryShare(Record, frozen=True, kw_only=True):
    """What one department does in a shared matter (职责分工)."""

    department: str
    department_span: Span
    text: str
    span: Span


class Boundary(Record, frozen=True, kw_only=True):
    """A matter shared between departments."""

    index: int
    number: str
    matter: str
    span: Span
    """Of the name of the matter."""
    shares: tuple[BoundaryShare, ...]
    basis: tuple[Passage, ...]
    """相关依据, one passage a cell."""
    case: tuple[Passage, ...]
    """案例, one passage a cell: a text that runs on into the next cell stays two passages in reading order."""
    path: tuple[str, ...]


class RegimePart(Record, frozen=True, kw_only=True):
    """One stretch of a regime that belongs to one of the seven parts."""

    kind: PartKind
    title: str
    """The heading it stands under, tidy, as the document words it."""
    title_span: Span
    span: Span
    """The whole stretch with its heading."""
    clauses: tuple[int, ...]
    """Indexes of its clauses (headings excluded) in reading order."""


class Regime(Record, frozen=True, kw_only=True):
    """One supervision regime (事中事后监管制度)."""

    index: int
    label: str
    """Numbering as written, `（四）`."""
    title: str
    title_span: Span
    span: Span
    supervisor: str
    """单位名称, tidy; empty where not stated."""
    supervisor_span: Span | None
    parts: tuple[RegimePart, ...]
    """In document order. One heading that names two parts (方式和指标) yields two parts over the clauses that fit each."""


class Quantity(Record, frozen=True, kw_only=True):
    """A figure with its grammar: 每月不少于 2 次, 抽查面不低于 50%, 5 个工作日内, 90 分以上."""

    index: int
    kind: QuantityKind
    relation: Relation
    value: float | None
    """None where the document omits the number (后期各工作日)."""
    upper: float | None = None
    """Upper end of a stated interval (60 分-90 分)."""
    unit: str
    """`次` `%` `个` `名` `家` `日` `工作日` `分` `元` …"""
    period: str | None
    """每年 / 每月 / 每季度 / 每班次 / 每次 …"""
    object: str
    """What is counted (`定点培训机构`, `工作人员`), tidy; may be empty."""
    label: str
    """Name for people, from the document's own words: `专项督查 抽查面`."""
    span: Span
    """Of the figure with its comparison and unit."""
    sentence: Span
    """Of the sentence that holds it."""
    clause: int | None
    regime: int | None
    part: PartKind | None
    trigger: str = ""
    """For a deadline: the event it runs from (`稽核结束`), tidy."""


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


class CheckItem(Record, frozen=True, kw_only=True):
    """One row of a random-inspection list (双随机抽查事项清单). What the list has no column for is None."""

    index: int
    number: str
    matter: Passage
    """抽查事项."""
    content: Passage | None
    object: Passage | None
    share: Passage | None
    """抽查比例和频次, as written; its figures are among `Document.quantities`."""
    method: Passage | None
    category: Passage | None
    initiator: Passage | None
    """发起部门, or 抽查主体 where one department does it alone."""
    cooperators: Passage | None
    level: Passage | None
    """实施层级."""
    basis: Passage | None
    path: tuple[str, ...]
    field: Passage | None = None
    """抽查领域, where items are grouped by one."""


GuideField = Literal[
    "handler", "basis", "object", "condition", "material", "step", "time_limit", "place", "hours",
    "telephone", "fee", "result", "channel", "other",
]  # fmt: skip
"""承办机构、依据、对象、条件、材料、流程、时限、地点、时间、电话、收费、结果、渠道."""


class GuideEntry(Record, frozen=True, kw_only=True):
    """One field of a service guide."""

    kind: GuideField
    label: str
    """The field's name in the document's words (`承诺时限`)."""
    text: str
    span: Span
    items: tuple[Passage, ...]
    """`text` cut at its own numbering and sentences."""


class Guide(Record, frozen=True, kw_only=True):
    """A service guide (办事指南): how one matter is handled, or how the bureau itself is reached."""

    index: int
    name: str
    """Of the matter; of the bureau or section for contact details."""
    span: Span
    """Of the name."""
    entries: tuple[GuideEntry, ...]
    path: tuple[str, ...]


class QuestionAnswer(Record, frozen=True, kw_only=True):
    """A question with its published answer."""

    index: int
    question: Passage
    answer: Passage
    path: tuple[str, ...]


class Subsidy(Record, frozen=True, kw_only=True):
    """One subsidy or benefit rule with the amounts it states."""

    index: int
    name: Passage
    rule: Passage
    quantities: tuple[int, ...]
    """Indexes into `Document.quantities`: amounts, shares, caps (relation `<=`), periods."""
    path: tuple[str, ...]


class TableCell(Record, frozen=True, kw_only=True):
    """A cell of a source table; its span is empty where it holds nothing."""

    text: str
    span: Span
    carried: bool = False
    """True for a place that a merged cell covers: text and span are those of the cell it belongs to."""


class Table(Record, frozen=True, kw_only=True):
    """A table of the source, whatever shape has read it."""

    shape: str
    """Name of the shape that made records of it; empty where none knew it and its words stay clauses."""
    header: tuple[TableCell, ...]
    rows: tuple[tuple[TableCell, ...], ...]
    span: Span
    unsure: tuple[Span, ...] = ()
    """Stretches whose cells could not be told apart: no cell and no record holds them, they are clauses."""


class Place(Record, frozen=True, kw_only=True):
    """Where in the original file a stretch of the extracted text stands."""

    span: Span
    page: int | None = None
    """From 1."""
    box: tuple[float, float, float, float] | None = None
    """Left, top, right, bottom in points from the upper left corner of the page."""
    cell: str | None = None
    """`Sheet1!B3`, or `表2!R3C1` in a text document."""


class InForce(Record, frozen=True, kw_only=True):
    """From when to when a document applies, as it says itself. ISO dates; None where it does not say."""

    start: str | None
    end: str | None
    """Last day, inclusive."""
    span: Span


class Anomaly(Record, frozen=True, kw_only=True):
    """Something the documents get wrong or leave open."""

    code: str
    """Stable ASCII kebab-case name of the rule that found it."""
    text: str
    """One Chinese sentence a reader understands."""
    span: Span
    """What is quoted; for a conflict of two places the first of them."""
    other: Span | None = None
    """The second place."""
    subject: str = ""
    """What it is about (a section, a regime's title …), for showing it beside answers on that subject."""


class Document(Record, frozen=True, kw_only=True):
    """A compiled source document."""

    id: str
    """Stable within the corpus: the file's name without its suffix."""
    file: str
    """Path inside the corpus folder, POSIX."""
    sha256: str
    title: str
    text: str
    """Decoded source text: what all spans index."""
    bureau: str
    """Name of the bureau as the document states it; empty where it does not."""
    shapes: tuple[str, ...]
    clauses: tuple[Clause, ...]
    sections: tuple[Section, ...]
    duties: tuple[Duty, ...]
    boundaries: tuple[Boundary, ...]
    regimes: tuple[Regime, ...]
    quantities: tuple[Quantity, ...]
    references: tuple[LawReference, ...]
    penalties: tuple[Penalty, ...]
    anomalies: tuple[Anomaly, ...]
    contents: tuple[Passage, ...] = ()
    """Entries of a contents list, with their numbering; empty where the document has none."""
    tiers: tuple[Tier, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    checks: tuple[CheckItem, ...] = ()
    guides: tuple[Guide, ...] = ()
    questions: tuple[QuestionAnswer, ...] = ()
    subsidies: tuple[Subsidy, ...] = ()
    tables: tuple[Table, ...] = ()
    places: tuple[Place, ...] = ()
    """Sorted by span; empty for a plain text file, whose text is the original."""
    in_force: InForce | None = None
    set_aside: tuple[tuple[Span, str], ...]
    """Stretches that carry no rule (titles, table headers, blank cells …) and why: `(span, reason)`."""
    unread: tuple[Span, ...]
    """Characters that no record, clause, heading or set-aside stretch accounts for."""

    def quote(self, span: Span) -> str:
        """The verbatim source text of a span."""
        return self.text[span.start : span.end]


class Corpus(Record, frozen=True, kw_only=True):
    """All documents of one bureau."""

    documents: tuple[Document, ...]
    fingerprint: str
    """SHA-256 over the documents' hashes and the compiler's version: the key of every cache and index."""
