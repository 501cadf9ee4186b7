"""POST, GET and DELETE /v1/session: signing in, who is signed in, signing out; GET /v1/inspectors."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Request, Response

from api.inspections.desk import Desk
from api.inspections.parameters import READING
from api.inspections.replies import InspectorsReply, SessionReply
from api.inspections.requests import SignInRequest
from api.inspections.state_json import account_reply
from api.inspections.who import COOKIE, Who
from api.problems import problem_responses
from assistant.accounts.policy import account_may
from assistant.accounts.tokens import csrf_token


def router(desk: Desk) -> APIRouter:
    """The routes over one desk."""
    routes = APIRouter(prefix="/v1", tags=["登录"])
    sign_in = desk.office.sign_in

    @routes.post(
        "/session",
        status_code=201,
        summary="登录",
        responses=problem_responses(400, 401, 403, 413, 422, 429, 500, 503),
    )
    def begin(sent: SignInRequest, request: Request, response: Response) -> SessionReply:  # pyright: ignore[reportUnusedFunction]
        """用账号和密码登录。会话放在只有浏览器自己能用的 Cookie 里；失败多次后要等一会儿（429）。"""
        if request.headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none"):
            raise HTTPException(403, "登录请求来自别的网站，没有办理；请在本系统的页面上登录。")
        address = request.client.host if request.client else None
        made = sign_in.sign_in(sent.name, sent.password, address=address, now=desk.now())
        response.set_cookie(
            COOKIE, made.token, expires=made.expires_at, path="/", secure=True, httponly=True, samesite="strict"
        )
        return SessionReply(
            account=account_reply(made.account), csrf=csrf_token(made.token), expires_at=made.expires_at
        )

    @routes.get("/session", summary="登录的是谁", responses=READING)
    def show(who: Who, request: Request) -> SessionReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """登录的账号，以及改动类请求要带的校验值。"""
        session = request.cookies.get(COOKIE) if "authorization" not in request.headers else None
        return SessionReply(account=account_reply(who), csrf=csrf_token(session) if session else None)

    @routes.delete("/session", status_code=204, summary="退出", responses=READING)
    def end(who: Who, request: Request, response: Response) -> None:  # pyright: ignore[reportUnusedFunction]  (as above)
        """结束会话。接口令牌不受影响。"""
        sign_in.sign_out(request.cookies.get(COOKIE, ""), now=desk.now())
        response.delete_cookie(COOKIE, path="/", secure=True, httponly=True, samesite="strict")

    @routes.get("/inspectors", summary="检查人员", responses=READING)
    def inspectors(who: Who) -> InspectorsReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """可以列为检查人员、可以共享的账号。"""
        if not account_may(who, "inspection.begin") and not account_may(who, "account.manage"):
            raise HTTPException(403, "只有检查人员和管理员能看；请用检查人员的账号登录。")
        return InspectorsReply(inspectors=[account_reply(a) for a in desk.inspectors()])

    return routes
