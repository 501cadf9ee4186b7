"""What is sent: who is inspected by whom, what is entered, what a paper should say."""

from __future__ import annotations

from datetime import UTC, date
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints

from api.written_day import written_day
from assistant.papers.case import Entered, Proposal

Name = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
Text = Annotated[str, StringConstraints(max_length=4000)]
Day = Annotated[date, BeforeValidator(written_day)]
Key = Annotated[str, StringConstraints(min_length=1, max_length=200)]
Number = Annotated[int, Field(ge=0, le=100_000, strict=True)]


NotedAt = Annotated[AwareDatetime, AfterValidator(lambda at: at.astimezone(UTC))]
NOTED_AT = "现场录入的时间（带时区）：没有网络时先记下、后来才提交的写上；不能晚于现在"


class Sent(BaseModel):
    """Base of all that is sent: an unknown field is a mistake, not a wish to be guessed."""

    model_config = ConfigDict(extra="forbid")


class EventBase(Sent):
    """Base of what becomes an event."""

    noted_at: NotedAt | None = Field(default=None, description=NOTED_AT, examples=["2026-03-02T09:30:00+08:00"])


class SignInRequest(Sent):
    """Name and password."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=200)] = Field(
        description="账号名称", examples=["zhang"]
    )
    password: Annotated[str, StringConstraints(min_length=1, max_length=1000)] = Field(
        description="密码", examples=["一句自己记得住的话"]
    )


class InspectorSent(Sent):
    """One inspector."""

    name: Name = Field(description="姓名，写进文书", examples=["张三"])
    account: Name | None = Field(default=None, description="账号（编号或名称），没有账号的不写", examples=["zhang"])
    certificate: Name | None = Field(default=None, description="执法证号", examples=["执法 0001"])


class BeginRequest(EventBase):
    """A new inspection."""

    regime: Name = Field(description="监管制度：编号（见 /v1/checklists），或名称、日常说法", examples=["劳务派遣"])
    unit: Name = Field(description="被检查单位的名称", examples=["大河劳务派遣有限公司"])
    register_id: Annotated[str, StringConstraints(min_length=1, max_length=64)] | None = Field(
        default=None, alias="register", description="单位在名录里的编号（见 /v1/units）"
    )
    day: Day = Field(description="检查日期", examples=["2026-03-02"])
    kind: Name = Field(description="检查种类：日常、专项、全面……按文件的叫法", examples=["日常巡查"])
    inspectors: Annotated[list[InspectorSent], Field(max_length=50)] = Field(
        default=[], description="检查人员；不写就是登录的人自己"
    )


class FoundSent(EventBase):
    """检查结果."""

    type: Literal["found"] = Field(description="一项的检查结果")
    item: Name = Field(description="事项的编号，或它在清单里的序号", examples=["1"])
    finding: Literal["符合", "不符合", "不适用", "未查"] = Field(description="结果")
    note: Text = Field(default="", description="情况说明", examples=["未明示收费标准"])
    violations: Annotated[list[Number], Field(max_length=50)] = Field(
        default=[], description="不符合时对应的违法情形，写清单或回复里给出的 penalty 编号"
    )


class NotedSent(EventBase):
    """备注."""

    type: Literal["noted"] = Field(description="备注")
    text: Annotated[str, StringConstraints(min_length=1, max_length=4000)] = Field(description="内容")
    item: Name | None = Field(default=None, description="哪一项；不写就是整次检查的")


class CorrectedSent(EventBase):
    """更正或撤回."""

    type: Literal["corrected"] = Field(description="更正或撤回先前的一条录入；原来的一条仍然看得到")
    of: Annotated[int, Field(ge=1, le=1_000_000, strict=True)] = Field(description="要更正的那一条的 seq")
    by: Annotated[FoundSent | NotedSent, Field(discriminator="type")] | None = Field(
        default=None, description="改成什么；不写就是撤回"
    )
    reason: Text = Field(default="", description="原因")


class AmendedSent(EventBase):
    """更正开头写的."""

    type: Literal["amended"] = Field(
        description="更正开始时写的单位、日期、种类或检查人员，例如补上执法证号；不写的不变，原来写的仍在记录里"
    )
    unit: Name | None = Field(default=None, description="被检查单位的名称")
    register_id: Annotated[str, StringConstraints(min_length=1, max_length=64)] | None = Field(
        default=None, alias="register", description="单位在名录里的编号，和名称一起写"
    )
    day: Day | None = Field(default=None, description="检查日期")
    kind: Name | None = Field(default=None, description="检查种类")
    inspectors: Annotated[list[InspectorSent], Field(min_length=1, max_length=50)] | None = Field(
        default=None, description="全部检查人员；只有开始检查的人和所列的检查人员可以改"
    )
    reason: Text = Field(default="", description="原因")


class MovedSent(EventBase):
    """看到哪一项."""

    type: Literal["moved"] = Field(description="转到另一项（下一项、上一步）")
    item: Name = Field(description="事项的编号或序号")


class SharedSent(EventBase):
    """共享."""

    type: Literal["shared"] = Field(description="让另一名检查人员一起查")
    account: Name = Field(description="对方的账号（编号或名称）", examples=["li"])


class PausedSent(EventBase):
    """暂停."""

    type: Literal["paused"] = Field(description="暂停")


class ResumedSent(EventBase):
    """继续."""

    type: Literal["resumed"] = Field(description="继续")


class FinishedSent(EventBase):
    """结束."""

    type: Literal["finished"] = Field(description="结束")


class ReopenedSent(EventBase):
    """重新打开."""

    type: Literal["reopened"] = Field(description="把结束了的检查重新打开")
    reason: Text = Field(default="", description="原因", examples=["补充证据"])


AnyEvent = (
    FoundSent
    | NotedSent
    | CorrectedSent
    | AmendedSent
    | MovedSent
    | SharedSent
    | PausedSent
    | ResumedSent
    | FinishedSent
    | ReopenedSent
)
EventSent = Annotated[AnyEvent, Field(discriminator="type")]


class QueuedEvent(Sent):
    """One event of a queue."""

    key: Key = Field(description="提交编号，每条一个；重发时用同一个", examples=["a1b2-1"])
    event: EventSent = Field(description="录入的内容")


class Queue(Sent):
    """Events that waited for a network."""

    events: Annotated[list[QueuedEvent], Field(min_length=1, max_length=200)] = Field(
        description="按先后排列，逐条办理；一条不收不影响后面的"
    )


class ShareRequest(Sent):
    """With whom."""

    account: Name = Field(description="对方的账号（编号或名称）", examples=["li"])


class ReopenRequest(Sent):
    """Why."""

    reason: Text = Field(default="", description="原因", examples=["补充证据"])


class ProposalSent(Sent):
    """A proposed fine."""

    penalty: Number = Field(description="违法情形的 penalty 编号")
    amount_yuan: Annotated[float, Field(gt=0, le=1e12, allow_inf_nan=False)] = Field(description="拟处数额，元")
    persons: Annotated[int, Field(ge=0, le=10_000_000, strict=True)] | None = Field(
        default=None, description="涉及人数"
    )
    gains_yuan: Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)] | None = Field(
        default=None, description="违法所得，元"
    )


class EnteredSent(Sent):
    """What people write into a paper; all of it may stay open."""

    number: Annotated[str, StringConstraints(max_length=200)] = Field(default="", description="发文字号")
    issued: Day | None = Field(default=None, description="成文日期")
    deadline: Day | None = Field(default=None, description="整改或执行的最后一天")
    sent_to: Annotated[str, StringConstraints(max_length=200)] = Field(
        default="", description="主送；不写就是被检查单位"
    )
    copied_to: Annotated[str, StringConstraints(max_length=200)] = Field(default="", description="抄送")
    texts: Annotated[dict[Name, Text], Field(max_length=50)] = Field(
        default={}, description="各部分的文字：部分的名称 → 内容", examples=[{"检查地点": "大河路 1 号"}]
    )
    proposals: Annotated[list[ProposalSent], Field(max_length=50)] = Field(default=[], description="拟处罚款")

    def entered(self) -> Entered:
        """The same as papers take it."""
        fields = self.model_dump(exclude={"proposals"})
        return Entered(**fields, proposals=tuple(Proposal(**p.model_dump()) for p in self.proposals))
