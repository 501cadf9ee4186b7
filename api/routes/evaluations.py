"""GET /v1/evals and /v1/evals/report: how good the answers were found to be; for staff."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Response
from fastapi.responses import HTMLResponse

from api.inspections.parameters import READING
from api.inspections.who import Who
from api.overview.evaluation import EvaluationReply, Reports
from assistant.accounts.account import Account
from assistant.accounts.policy import account_may

_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; sandbox"
"""The report brings its style along and needs nothing else: no script of it could ever run."""


def router(reports: Reports) -> APIRouter:
    """The routes over the folder of an evaluation."""
    routes = APIRouter(prefix="/v1/evals", tags=["评测"])

    @routes.get("", summary="评测结果", responses=READING)
    def show(who: Who) -> EvaluationReply:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """最近一次评测各类问题的通过率；没有做过时说明怎么做。工作人员和管理员能看。"""
        _allow(who)
        return reports.summary()

    @routes.get("/report", summary="评测报告", response_class=HTMLResponse, responses=READING)
    def page(who: Who) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """完整的网页报告：每个没有通过的案例和当时的答复。"""
        _allow(who)
        found = reports.page()
        if found is None:
            raise HTTPException(404, "还没有评测报告。在程序所在的文件夹里运行 make eval，做完后再看。")
        return HTMLResponse(found, headers={"Content-Security-Policy": _POLICY})

    return routes


def _allow(who: Account) -> None:
    if not account_may(who, "evals.read"):
        raise HTTPException(403, "只有工作人员和管理员能看评测；请换账号登录。")
