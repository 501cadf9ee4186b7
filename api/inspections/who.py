"""Who asks: by an API token, or by the cookie of a session together with its CSRF token."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Header, HTTPException, Request, Security
from fastapi.security import APIKeyCookie, HTTPAuthorizationCredentials, HTTPBearer
from starlette.requests import HTTPConnection

from api.inspections.desk import Desk
from assistant.accounts.account import Account
from assistant.accounts.tokens import csrf_fits

COOKIE = "__Host-renshe"
"""The prefix makes browsers refuse it from another host, over plain HTTP, or for a part of the site."""
CSRF = "X-CSRF-Token"
_SAFE = ("GET", "HEAD", "OPTIONS")
_BEARER = HTTPBearer(auto_error=False, scheme_name="token", description="接口令牌，由 renshe token add 生成。")
_SESSION = APIKeyCookie(
    name=COOKIE,
    auto_error=False,
    scheme_name="session",
    description=f"登录（POST /v1/session）后的会话。改动类的请求还要在 {CSRF} 里带上登录时给出的校验值。",
)
_ASK = {"WWW-Authenticate": "Bearer"}


def signed_in(
    request: Request,
    bearer: Annotated[HTTPAuthorizationCredentials | None, Security(_BEARER)],
    session: Annotated[str | None, Security(_SESSION)],
    csrf: Annotated[str | None, Header(alias=CSRF, description="用会话时，改动类的请求必须带上")] = None,
) -> Account:
    """The account that asks. Answers 401 where there is none, 403 where the CSRF token is missing."""
    desk = desk_of(request)
    sign_in, now = desk.office.sign_in, desk.now()
    if "authorization" in request.headers:
        account = sign_in.who_by_api_token(bearer.credentials, now=now) if bearer else None
        if account is None:
            raise HTTPException(401, "接口令牌不对、已停用或已过期；请换一个有效的令牌。", headers=_ASK)
        return account
    account = sign_in.who(session, now=now) if session else None
    if account is None or session is None:
        raise HTTPException(401, "还没有登录，或登录已经过期；请先登录。", headers=_ASK)
    if request.method not in _SAFE and not csrf_fits(session, csrf or ""):
        raise HTTPException(403, f"请求里没有正确的 {CSRF}，没有办理；请刷新页面后再试。")
    return account


Who = Annotated[Account, Depends(signed_in)]
"""A parameter of a route for whoever is signed in."""


def desk_of(connection: HTTPConnection) -> Desk:
    """The desk that the app was made with."""
    return connection.app.state.desk


def who_asks(desk: Desk, connection: HTTPConnection) -> Account | None:
    """The account behind a token, or behind a session; where something may change, its page must send the CSRF token.

    Nobody for everybody else: such a request goes on as that of somebody who is not signed in.
    """
    sign_in, now = desk.office.sign_in, desk.now()
    scheme, _, token = connection.headers.get("authorization", "").partition(" ")
    if scheme:
        return sign_in.who_by_api_token(token.strip(), now=now) if scheme.lower() == "bearer" else None
    session = connection.cookies.get(COOKIE)
    safe = connection.scope.get("method") in _SAFE
    if not session or not (safe or csrf_fits(session, connection.headers.get(CSRF, ""))):
        return None
    return sign_in.who(session, now=now)


def is_signed_in(desk: Desk, connection: HTTPConnection) -> bool:
    """The same as a plain question, before the body is read; the CSRF token is left to the route."""
    kind, _, token = connection.headers.get("authorization", "").partition(" ")
    now = desk.now()
    if kind:
        account = desk.office.sign_in.who_by_api_token(token.strip(), now=now) if kind.lower() == "bearer" else None
    else:
        session = connection.cookies.get(COOKIE)
        account = desk.office.sign_in.who(session, now=now) if session else None
    return account is not None
