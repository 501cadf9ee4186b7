"""A draw as a sheet: the units drawn and the record by which anybody can check it. Who asked is not in it."""

from __future__ import annotations

from assistant.knowledge import Knowledge
from assistant.planning.draw import ALGORITHM
from assistant.planning.draw_order import DrawResult
from assistant.planning.sources import basis, citation
from assistant.sheets.sheet import Column, Sheet, Table
from corpus.records import Document, Quantity

METHOD = (
    "抽取办法：对每个单位算 SHA-256（种子、换行、单位名称，UTF-8），按结果从小到大排列，取前若干家；"
    "制度要求某类单独达到比例的，先取足该类，再从其余单位按同一顺序补足。名单的先后次序不影响结果。"
)
BY_HAND = "手工核对：printf '%s\\n%s' 种子 单位名称 | sha256sum"


def draw_sheet(result: DrawResult, k: Knowledge) -> Sheet:
    """The sheet of a draw."""
    title = f"{result.regime.title if result.regime else ''}随机抽取结果"
    columns = (
        Column("序号", 0.5),
        Column("单位名称", 2),
        Column("类别"),
        Column("抽取依据", 1.2),
        Column("SHA-256", 3),
    )
    rows = tuple((n, d.unit.name, d.unit.stratum, d.quota or "全部单位", d.key) for n, d in enumerate(result.drawn, 1))
    record = Table("抽取记录", (Column("项目"), Column("内容", 5)), _record(result, k))
    return Sheet(
        title=title,
        lead=(f"单位：{k.bureau}", f"共抽取 {result.size} 家，种子：{result.order.seed}"),
        tables=(Table("抽取名单", columns, rows), record),
        remarks=(METHOD, BY_HAND, *result.notes, *result.order.listed.problems),
        data=draw_data(result, k),
    )


def _record(result: DrawResult, k: Knowledge) -> tuple[tuple[str, str], ...]:
    order = result.order
    rows = [
        ("算法", ALGORITHM),
        ("种子", order.seed),
        ("名单家数", str(len(order.listed.units))),
        ("名单 SHA-256", order.listed.sha256),
        ("检查种类", result.kind),
        ("抽取家数", f"{result.size}（{result.working}）"),
        *((f"“{q.what}”下限", f"{q.least}（{q.working}）") for q in result.quotas),
        ("排除", f"{order.not_since} 以来查过的 {len(result.left_out)} 家" if order.not_since else ""),
        *(("依据", basis(d, q, k)) for d, q in _sentences(result)),
    ]
    return tuple((a, b) for a, b in rows if b)


def draw_data(result: DrawResult, k: Knowledge) -> dict[str, object]:
    """The record as data: all that is needed to replay the draw, and what it rests on."""
    order = result.order
    return {
        "algorithm": ALGORITHM,
        "seed": order.seed,
        "regime": result.regime.title if result.regime else None,
        "kind": result.kind or None,
        "units": len(order.listed.units),
        "units_sha256": order.listed.sha256,
        "size": result.size,
        "working": result.working,
        "quotas": [
            {"what": q.what, "strata": list(q.strata), "least": q.least, "working": q.working} for q in result.quotas
        ],
        "not_since": order.not_since.isoformat() if order.not_since else None,
        "left_out": list(result.left_out),
        "drawn": [
            {"n": n, "name": d.unit.name, "stratum": d.unit.stratum, "for": d.quota or None, "key": d.key}
            for n, d in enumerate(result.drawn, 1)
        ],
        "citations": [citation(d, q, k) for d, q in _sentences(result)],
        "notes": list(result.notes),
        "problems": list(order.listed.problems),
        "method": METHOD,
    }


def _sentences(result: DrawResult) -> list[tuple[Document, Quantity]]:
    """One figure a sentence, with its document."""
    if result.document is None:
        return []
    by_place = {(q.sentence.start, q.sentence.end): q for q in reversed(result.rests)}
    return [(result.document, q) for q in reversed(by_place.values())]
