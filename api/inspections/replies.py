"""What is sent back of inspections: lists, states, events."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from api.inspections.checklist_replies import FollowsReply

Status = Literal["进行中", "已暂停", "已结束"]
Finding = Literal["符合", "不符合", "不适用", "未查"]


class _Reply(BaseModel):
    """Base of those with a field whose name the library uses itself."""

    model_config = ConfigDict(validate_by_name=True, validate_by_alias=True)


class AccountReply(BaseModel):
    """An account."""

    id: str = Field(description="账号编号")
    name: str = Field(description="账号名称")
    display: str = Field(description="姓名")
    role: Literal["citizen", "staff", "inspector", "admin"] = Field(description="角色")


class SessionReply(BaseModel):
    """Who is signed in."""

    account: AccountReply = Field(description="登录的账号")
    csrf: str | None = Field(description="校验值：用会话办改动类的事时放进 X-CSRF-Token；用令牌时没有")
    expires_at: datetime | None = Field(default=None, description="会话到什么时候；只在登录时给出")


class InspectorsReply(BaseModel):
    """Accounts that may inspect."""

    inspectors: list[AccountReply] = Field(description="能用的检查人员账号，按名称排列")


class ListedReply(_Reply):
    """One inspection of a list."""

    id: str = Field(description="检查编号")
    document: str = Field(description="文件编号")
    regime: str = Field(description="监管制度")
    unit: str = Field(description="被检查单位")
    register_id: str | None = Field(alias="register", description="单位在名录里的编号")
    day: date = Field(description="检查日期")
    kind: str = Field(description="检查种类")
    status: Status = Field(description="进度")
    owner: str = Field(description="开始检查的账号")
    begun_at: datetime = Field(description="开始录入的时间")
    changed_at: datetime = Field(description="最后录入的时间")
    seq: int = Field(description="最后一条记录的序号")


class PageReply(BaseModel):
    """A page of a list."""

    inspections: list[ListedReply] = Field(description="最近开始的在前")
    next: str | None = Field(description="下一页的 after；没有下一页时为空")


class EvidenceReply(BaseModel):
    """A kept file."""

    name: str = Field(description="文件名")
    sha256: str = Field(description="校验值，也是取文件的编号")
    size: int = Field(description="大小，字节")
    media_type: str = Field(description="类型，按内容认定")


class MatchedReply(BaseModel):
    """A violation chosen."""

    document: str = Field(description="文件编号")
    penalty: int = Field(description="违法情形的编号")
    text: str = Field(description="违法行为，文件的原话")


class EntryReply(BaseModel):
    """One entry."""

    seq: int = Field(description="序号")
    at: datetime = Field(description="录入的时间")
    author: str = Field(description="录入的账号")
    said: dict[str, Any] = Field(description="录入的内容：type 为 found、noted 或 evidence-added，其余同提交时")
    corrects: int | None = Field(description="它更正的那一条")
    corrected_by: list[int] = Field(description="更正它的各条；为空就是仍然有效")


class ItemReply(BaseModel):
    """One item with what was entered."""

    id: str = Field(description="事项编号")
    n: int = Field(description="序号")
    text: str = Field(description="检查内容")
    finding: Finding = Field(description="结果，以最后一条有效的为准")
    note: str = Field(description="情况说明")
    disputed: bool = Field(description="两名检查人员的结果不一致")
    violations: list[MatchedReply] = Field(description="对应的违法情形")
    evidence: list[EvidenceReply] = Field(description="证据")
    entries: list[EntryReply] = Field(description="全部录入，包括更正过的")
    follows: FollowsReply | None = Field(description="不符合时可能的处理；其他时候为空")


class InspectorReply(BaseModel):
    """One inspector."""

    name: str = Field(description="姓名")
    account: str | None = Field(description="账号")
    certificate: str | None = Field(description="执法证号")


class UnitNamed(_Reply):
    """The unit inspected."""

    name: str = Field(description="名称")
    register_id: str | None = Field(alias="register", description="名录里的编号")


class RegimeReply(BaseModel):
    """The regime carried out."""

    checklist: str | None = Field(description="清单编号（/v1/checklists）；现在的文件里没有了就为空")
    document: str = Field(description="文件编号")
    title: str = Field(description="监管制度")
    fingerprint: str = Field(description="开始检查时文件的校验值")
    changed: bool = Field(description="开始检查以后，文件或读文件的程序更新过")


class PaperMadeReply(BaseModel):
    """A paper that was made."""

    kind: str = Field(description="文书编号")
    title: str = Field(description="文书名称")
    sha256: str = Field(description="校验值")


class InspectionReply(BaseModel):
    """Where an inspection stands."""

    id: str = Field(description="检查编号")
    regime: RegimeReply = Field(description="监管制度")
    unit: UnitNamed = Field(description="被检查单位")
    inspectors: list[InspectorReply] = Field(description="检查人员")
    day: date = Field(description="检查日期")
    kind: str = Field(description="检查种类")
    status: Status = Field(description="进度")
    owner: str = Field(description="开始检查的账号")
    shared: list[str] = Field(description="共享给哪些账号")
    people: dict[str, str] = Field(description="账号 → 姓名")
    cursor: str = Field(description="正在看的事项")
    seq: int = Field(description="最后一条记录的序号")
    unchecked: int = Field(description="还有几项未查")
    items: list[ItemReply] = Field(description="检查清单，按顺序")
    general: list[EntryReply] = Field(description="整次检查的备注和证据")
    papers: list[PaperMadeReply] = Field(description="生成过的文书")
    reminders: list[str] = Field(description="文件要求而现在还差的，例如检查人员不够")


class EventReply(BaseModel):
    """One event as it stands in the log."""

    seq: int = Field(description="序号，从 1 起，不间断")
    at: datetime = Field(description="收到的时间，UTC")
    author: str = Field(description="录入的账号")
    key: str | None = Field(description="提交编号")
    event: dict[str, Any] = Field(description="内容，type 说明是哪一种", examples=[{"type": "paused"}])
    prev: str = Field(description="前一条的校验值")
    hash: str = Field(description="这一条的校验值")


class LogReply(BaseModel):
    """Events in order."""

    events: list[EventReply] = Field(description="按先后排列")
    next: int | None = Field(description="下一页的 after；没有下一页时为空")


class RecordedReply(BaseModel):
    """An event that is kept. Sent again, it is answered alike."""

    inspection: str = Field(description="检查编号")
    recorded: EventReply = Field(description="保存的记录")
    follows: FollowsReply | None = Field(default=None, description="不符合时可能的处理")


class QueuedReply(BaseModel):
    """What became of one event of a queue."""

    key: str = Field(description="提交编号")
    status: int = Field(description="201 已保存；其他为不收的原因，同单条提交")
    recorded: EventReply | None = Field(default=None, description="保存的记录")
    detail: str | None = Field(default=None, description="不收的原因")


class QueueReply(BaseModel):
    """What became of a queue."""

    results: list[QueuedReply] = Field(description="与提交的各条一一对应")


class CheckReply(BaseModel):
    """Whether something is as it was written."""

    whole: bool = Field(description="完整、没有改动")
    problems: list[str] = Field(description="不符之处，每处一句")
