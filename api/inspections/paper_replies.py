"""What is sent back of papers."""

from __future__ import annotations

from pydantic import BaseModel, Field

from assistant.inspection.state import InspectionState
from assistant.papers.forms import Form
from assistant.papers.of_inspection import InspectionPapers


class FormReply(BaseModel):
    """One kind of paper."""

    id: str = Field(description="文书编号")
    title: str = Field(description="名称")
    parts: list[str] = Field(description="各部分的名称；填写 texts 时用")
    demanded: bool = Field(description="文件写明了要有这些部分")
    made: bool = Field(description="生成过")
    missing: list[str] = Field(description="还没有填写、会印成【待填】的各处")


class PapersReply(BaseModel):
    """The kinds of papers of an inspection."""

    papers: list[FormReply] = Field(description="按办理的先后排列")


def form_reply(form: Form, state: InspectionState, papers: InspectionPapers) -> FormReply:
    """One kind of paper, and how far the inspection is with it."""
    return FormReply(
        id=form.id,
        title=form.title,
        parts=list(form.parts),
        demanded=bool(form.demanded),
        made=any(p.kind == form.id for p in state.papers),
        missing=list(papers.missing(state, form.id)),
    )
