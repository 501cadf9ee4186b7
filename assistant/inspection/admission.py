"""Whether an event fits the inspection as it stands. Checked before anything is stored; pure."""

from __future__ import annotations

import re

from assistant.inspection import events as e
from assistant.inspection.errors import NotNowError, RefusedError
from assistant.inspection.state import InspectionState
from assistant.inspection.words import Evidence, Inspector, Unit

MAX_TEXT = 4_000
"""Characters of a note, remark or reason."""
MAX_NAME = 200
"""Characters of a unit's or inspector's name and of a kind."""
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CONTROL = re.compile(r"[\x00-\x1f\x7f\ufffe\uffff]")
_MAX_ID = 64
_WHEN_FINISHED = (e.Reopened, e.Shared, e.PaperMade)


def admit(state: InspectionState | None, event: e.Event) -> None:
    """Return when the event may be recorded. Raises RefusedError with a sentence for the user when not."""
    if isinstance(event, e.Begun):
        if state is not None:
            raise NotNowError("这次检查已经开始，不能再开始一次；要另查一次，请新建检查。")
        _begun(event)
        return
    if state is None:
        raise NotNowError("没有这次检查；请先开始检查，再录入。")
    if state.status == "已结束" and not isinstance(event, _WHEN_FINISHED):
        raise NotNowError("检查已经结束，没有录入；要补充或更正，请先重新打开这次检查。")
    _going_on(state, event)


def _begun(event: e.Begun) -> None:
    ids = [item.id for item in event.regime.items]
    if not ids:
        raise RefusedError(f"“{event.regime.title}”没有检查事项，无法开始检查；请核对监管制度文件的检查内容。")
    if len(set(ids)) < len(ids):
        raise RefusedError("检查事项的编号有重复，无法开始检查；请重新生成检查清单。")
    _headed(event.unit, event.kind, event.inspectors)


def _amended(event: e.Amended) -> None:
    if event.unit is event.kind is event.inspectors is event.day is None:
        raise RefusedError("没有写要改什么；请写明单位、日期、种类或检查人员再提交。")
    _headed(event.unit, event.kind, event.inspectors)
    _text(event.reason, "更正原因")


def _headed(unit: Unit | None, kind: str | None, inspectors: tuple[Inspector, ...] | None) -> None:
    """What stands at the head of an inspection; None is left as it is."""
    if unit is not None:
        _filled(unit.name, "被检查单位的名称")
        _ids(unit.register)
    if kind is not None:
        _filled(kind, "检查类型")
    if inspectors is None:
        return
    if not inspectors:
        raise RefusedError("没有填写检查人员；请至少填写一名。")
    for inspector in inspectors:
        _filled(inspector.name, "检查人员的姓名")
        if inspector.certificate is not None:
            _filled(inspector.certificate, "执法证号")
    _ids(*(i.account for i in inspectors))


def _going_on(state: InspectionState, event: e.Event) -> None:
    match event:
        case e.Found() | e.Noted() | e.EvidenceAdded():
            _said(state, event)
        case e.Corrected():
            _corrected(state, event)
        case e.Amended():
            _amended(event)
        case e.Moved(cursor=cursor):
            _known(state, cursor)
        case e.Paused() if state.status == "已暂停":
            raise NotNowError("检查已经暂停；要接着查，请选择继续。")
        case e.Resumed() if state.status != "已暂停":
            raise NotNowError("检查没有暂停，不需要继续；请直接录入。")
        case e.Reopened(reason=reason):
            if state.status != "已结束":
                raise NotNowError("检查还没有结束，不需要重新打开；请直接录入。")
            _text(reason, "原因")
        case e.Shared(account=account):
            _filled(account, "共享的对象")
            _ids(account)
        case e.PaperMade():
            _filled(event.kind, "文书的种类")
            _hash(event.sha256)
        case _:
            return


def _said(state: InspectionState, said: e.Said) -> None:
    if said.item is not None:
        _known(state, said.item)
    match said:
        case e.Found():
            _text(said.note, "情况说明")
            if said.violations and said.finding != "不符合":
                raise RefusedError("只有不符合的事项才对应违法情形；请改选“不符合”，或去掉违法情形。")
        case e.Noted():
            if not said.text.strip():
                raise RefusedError("备注是空的；请写明内容再保存。")
            _text(said.text, "备注")
        case e.EvidenceAdded(evidence=evidence):
            _evidence(evidence)


def _corrected(state: InspectionState, event: e.Corrected) -> None:
    _text(event.reason, "更正原因")
    entry = next((x for x in state.entries if x.seq == event.of), None)
    if entry is None:
        raise RefusedError(f"没有第 {event.of} 条录入，无法更正；请从检查记录里选择要更正的那一条。")
    if event.by is None:
        return
    if type(event.by) is not type(entry.said):
        raise RefusedError("更正的内容与原来的录入不是同一类；请撤回原来的，再另行录入。")
    _said(state, event.by)


def _known(state: InspectionState, item: str) -> None:
    if all(i.id != item for i in state.regime.items):
        raise RefusedError(f"检查清单里没有“{item[:50]}”这一项，没有录入；请从清单里选择事项。")


def _evidence(evidence: Evidence) -> None:
    _filled(evidence.name, "证据的文件名")
    _hash(evidence.sha256)
    if evidence.size <= 0:
        raise RefusedError("证据文件是空的；请重新选择文件。")


def _hash(sha256: str) -> None:
    if not _SHA256.fullmatch(sha256):
        raise RefusedError("文件的校验值不对（应为 64 位小写十六进制）；请重新上传文件。")


def _filled(text: str, name: str) -> None:
    if not text.strip():
        raise RefusedError(f"没有填写{name}；请填写后再提交。")
    if len(text) > MAX_NAME:
        raise RefusedError(f"{name}超过 {MAX_NAME} 个字；请改短后再提交。")
    if _CONTROL.search(text):
        raise RefusedError(f"{name}里有看不见的控制字符；请删去后再提交。")


def _text(text: str, name: str) -> None:
    if len(text) > MAX_TEXT:
        raise RefusedError(f"{name}超过 {MAX_TEXT} 个字；请分成几条录入。")


def _ids(*ids: str | None) -> None:
    for found in ids:
        if found is not None and (not 0 < len(found) <= _MAX_ID or _CONTROL.search(found)):
            raise RefusedError("单位编号或账号编号的写法不对；请从登记库和账号列表里选择。")
