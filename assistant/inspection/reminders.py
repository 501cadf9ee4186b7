"""What the documents demand of an inspection and is still wanting: said, never enforced; the inspectors decide."""

from __future__ import annotations

from collections.abc import Iterator

from assistant.inspection.checklist import Checklist
from assistant.inspection.state import InspectionState


def reminders(checklist: Checklist, state: InspectionState) -> Iterator[str]:
    """Chinese sentences: too few inspectors, certificates not named, two inspectors who differ."""
    listed = len(state.inspectors)
    without = [i.name for i in state.inspectors if not i.certificate]
    for needed in checklist.preparation:
        if needed.kind == "inspectors" and needed.least is not None and listed < needed.least:
            yield f"文件要求：{needed.text}。现在只列了 {listed} 名检查人员。"
        if needed.certificate and without:
            yield f"文件要求：{needed.text}。还没有填写执法证号：{'、'.join(without)}。"
    for n, item in enumerate(state.items, 1):
        if item.disputed:
            yield f"第 {n} 项，检查人员的结果不一致，请商定后由一人更正。"
