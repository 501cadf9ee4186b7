"""What is sent back of checklists: items, steps, outcomes and violations, each with its place in the document."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field


class PlaceReply(BaseModel):
    """Where something is written."""

    document: str = Field(description="文件编号，原文见 /v1/corpus/{document}/text")
    path: list[str] = Field(description="所在的各级标题")
    quote: str = Field(description="原文，逐字")
    start: int = Field(description="在原文里的起点（字符）")
    end: int = Field(description="终点")


class FineReply(BaseModel):
    """A fine."""

    kind: Literal["range", "fixed", "multiple", "none"] = Field(description="范围、定额、倍数，或没有写数额")
    words: str = Field(description="幅度，供显示；没有写数额时为空")
    min_yuan: int | None = Field(description="下限，元")
    max_yuan: int | None = Field(description="上限，元")
    per: Literal["person"] | None = Field(description="按人计算")
    min_times: float | None = Field(description="最低倍数")
    max_times: float | None = Field(description="最高倍数")
    base: str | None = Field(description="倍数的基数")


class PenaltyReply(BaseModel):
    """One consequence."""

    penalty: int = Field(description="编号，录入 violations 时用")
    when: str | None = Field(description="什么情形下；为空就是一般情形")
    measures: list[str] = Field(description="处理措施")
    fine: FineReply = Field(description="罚款")
    law: str = Field(description="依据的法规")
    article: str = Field(description="条")
    item: str = Field(description="款、项")
    referral: str = Field(description="由哪个机关决定；为空就是本机关")
    place: PlaceReply = Field(description="出处")


class ViolationReply(BaseModel):
    """A violation with its consequences."""

    text: str = Field(description="违法行为，文件的原话")
    score: float = Field(description="与事项字面相近的程度，0 到 1；对哪一项都可能的为 0")
    penalties: list[PenaltyReply] = Field(description="后果，一种情形一条")


class DeadlineReply(BaseModel):
    """A deadline."""

    text: str = Field(description="写明期限的那句话")
    value: float | None = Field(description="数；原文漏写时为空")
    unit: str = Field(description="单位：日、工作日……")
    trigger: str = Field(description="从什么时候起算")
    place: PlaceReply = Field(description="出处")


class OutcomeReply(BaseModel):
    """What is to be done afterwards."""

    kind: Literal["compliant", "noncompliant", "closing"] = Field(description="符合时、不符合时、都要办的")
    label: str = Field(description="编号")
    text: str = Field(description="怎样处理")
    papers: list[str] = Field(description="要出的文书")
    informs: list[str] = Field(description="要告知或移送谁")
    penalties: list[int] = Field(description="涉及的违法情形编号")
    place: PlaceReply = Field(description="出处")


class FollowsReply(BaseModel):
    """What an item found wanting may lead to."""

    violations: list[ViolationReply] = Field(description="可能的违法情形，最接近的在前；由检查人员选定")
    corrections: list[DeadlineReply] = Field(description="整改期限")
    outcomes: list[OutcomeReply] = Field(description="接下来的处理：文书、告知谁")


class ItemOfChecklist(BaseModel):
    """One thing to check."""

    id: str = Field(description="事项编号")
    n: int = Field(description="序号，从 1 起")
    label: str = Field(description="文件里的编号，可能重复或缺号")
    text: str = Field(description="检查内容")
    group: str = Field(description="属于哪一部分；只有一部分时为空")
    lead: str = Field(description="前面的共同的话")
    place: PlaceReply = Field(description="出处")
    warnings: list[str] = Field(description="文件在这里的错漏")
    violations: list[ViolationReply] = Field(description="可能牵出的违法情形，最接近的在前")


class RequirementReply(BaseModel):
    """Something demanded beforehand."""

    kind: Literal["plan", "notice", "inspectors"] = Field(description="方案、通知、检查人员")
    text: str = Field(description="要求")
    least: int | None = Field(description="至少几名检查人员")
    certificate: bool = Field(description="要不要持证")
    place: PlaceReply = Field(description="出处")


class StepReply(BaseModel):
    """A step, method or measure."""

    n: int = Field(description="序号")
    label: str = Field(description="文件里的编号")
    text: str = Field(description="内容")
    place: PlaceReply = Field(description="出处")


class ChecklistSummary(BaseModel):
    """A checklist in the list."""

    id: str = Field(description="清单编号")
    document: str = Field(description="文件编号")
    label: str = Field(description="制度在文件里的编号")
    title: str = Field(description="监管制度")
    items: int = Field(description="检查事项的数目")
    groups: list[str] = Field(description="各部分的名称；只有一部分时为空")
    kinds: list[str] = Field(description="文件写明的检查种类，开始检查时可选")
    flow: str = Field(description="流程图（SVG）的地址")


class ChecklistsReply(BaseModel):
    """All checklists."""

    checklists: list[ChecklistSummary] = Field(description="按文件的次序")


class ChecklistReply(BaseModel):
    """A whole checklist."""

    id: str = Field(description="清单编号")
    document: str = Field(description="文件编号")
    label: str = Field(description="制度在文件里的编号")
    title: str = Field(description="监管制度")
    fingerprint: str = Field(description="全部文件的校验值")
    flow: str = Field(description="流程图（SVG）的地址")
    preparation: list[RequirementReply] = Field(description="检查前的准备")
    items: list[ItemOfChecklist] = Field(description="检查内容")
    general: list[ViolationReply] = Field(description="对哪一项都可能的违法情形")
    methods: list[StepReply] = Field(description="检查方式")
    measures: list[StepReply] = Field(description="检查措施")
    steps: list[StepReply] = Field(description="检查程序")
    outcomes: list[OutcomeReply] = Field(description="检查处理")
    corrections: list[DeadlineReply] = Field(description="整改期限")
    warnings: list[str] = Field(description="文件在这项制度里的错漏")
