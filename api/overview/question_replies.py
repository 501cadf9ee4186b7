"""What staff are sent of questions that stayed unanswered."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, Field

from assistant.conversation.unanswered import STATUS_NAMES, Group

Status = Literal["", "not_in_corpus", "out_of_scope", "clarify", "unhelpful"]


class QuestionGroup(BaseModel):
    """Alike questions together."""

    status: str
    why: str = Field(description="为什么算没有答上来")
    count: int = Field(description="问了几次")
    questions: list[str] = Field(description="各种问法，先问的在前；个人号码在保存前已经隐去")
    wordings: int = Field(description="一共有几种问法")


class QuestionsReply(BaseModel):
    """A page of groups, the most asked first."""

    groups: list[QuestionGroup]
    total: int = Field(description="一共几组")
    asked: int = Field(description="一共问了几次")
    next: int | None


def group_reply(group: Group, most: int) -> QuestionGroup:
    """A group with at most so many wordings."""
    return QuestionGroup(
        status=group.status,
        why=STATUS_NAMES[group.status],
        count=group.count,
        questions=list(group.questions[:most]),
        wordings=len(group.questions),
    )
