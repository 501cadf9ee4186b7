"""The question that stands for a tool's input: the tools ask what a person would ask, and get the same answer."""

from __future__ import annotations

from assistant.tools.inputs import (
    Aspect,
    ChecklistInput,
    DeadlineInput,
    PenaltyInput,
    PlanInput,
    SectionInput,
    SupervisionInput,
)

_ASPECTS: dict[Aspect, str] = {
    "对象": "的检查对象是哪些",
    "内容": "的检查内容有哪些",
    "指标": "的检查指标，多久一次、抽查面多少",
    "方式": "的检查方式有哪些",
    "措施": "的检查措施有哪些",
    "程序": "的检查程序有哪几步",
    "处理": "检查发现问题怎么处理",
    "人数": "检查不少于几名工作人员",
}


def section_question(i: SectionInput) -> str:
    """Where to go."""
    return f"{i.matter}找哪个科室"


def penalty_question(i: PenaltyInput) -> str:
    """What a violation costs, with the facts of the case."""
    gains = None if i.gains_yuan is None else f"违法所得{_figure(i.gains_yuan)}元" if i.gains_yuan else "没有违法所得"
    proposed = None if i.proposed_yuan is None else f"拟罚款{_figure(i.proposed_yuan)}元是否合适"
    persons = None if i.persons is None else f"涉及{i.persons}人"
    return "，".join(filter(None, (i.violation, i.condition, persons, gains, proposed or "罚款多少")))


def supervision_question(i: SupervisionInput) -> str:
    """How a regime supervises."""
    return f"{i.regime}{i.check or ''}{_ASPECTS[i.aspect]}"


def plan_question(i: PlanInput) -> str:
    """What the indicators demand of so many units."""
    return f"{i.units}家{i.regime}单位，{i.period or ''}{i.check or '检查'}至少检查几家"


def deadline_question(i: DeadlineInput) -> str:
    """By which day."""
    start = f"{i.start.year}年{i.start.month}月{i.start.day}日" if i.start else ""
    return f"{start}{i.event}，最晚在哪一天前" if i.start else f"{i.event}，期限是几天"


def checklist_question(i: ChecklistInput) -> str:
    """The whole list of an inspection."""
    return f"一份{i.regime}检查的完整清单"


def _figure(value: float) -> str:
    return f"{value:.2f}".rstrip("0").rstrip(".")
