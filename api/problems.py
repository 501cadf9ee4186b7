"""Errors as RFC 9457 problem details, each with a Chinese `detail` a person can act on."""

from __future__ import annotations

import logging
import traceback
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from api.openai.errors import error_body, speaks_openai
from api.problem_words import validation_detail
from api.security import HEADERS
from assistant.planning.errors import PlanError
from assistant.planning.units import UnitsError
from index.errors import SearchIndexError

MEDIA_TYPE = "application/problem+json"

_LOG = logging.getLogger("renshe.web")

_TITLES = {
    HTTPStatus.BAD_REQUEST: "请求读不懂",
    HTTPStatus.UNAUTHORIZED: "请先登录",
    HTTPStatus.FORBIDDEN: "没有权限",
    HTTPStatus.NOT_FOUND: "没有找到",
    HTTPStatus.METHOD_NOT_ALLOWED: "方法不对",
    HTTPStatus.CONFLICT: "现在不能办",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "内容太长",
    HTTPStatus.UNPROCESSABLE_ENTITY: "内容不合要求",
    HTTPStatus.TOO_MANY_REQUESTS: "请求太多",
    HTTPStatus.INTERNAL_SERVER_ERROR: "服务出错",
    HTTPStatus.SERVICE_UNAVAILABLE: "服务未就绪",
}
_DETAILS = {
    HTTPStatus.BAD_REQUEST: "请求内容读不出来。请检查格式；上传文件用 multipart/form-data。",
    HTTPStatus.NOT_FOUND: "没有这个地址。可用的地址见 /docs。",
    HTTPStatus.METHOD_NOT_ALLOWED: "这个地址不接受这种请求方法。用法见 /docs。",
}
_FOR_PROGRAMS = ("/v1/", "/static/", "/mcp")


def problem(status: int, detail: str, *, headers: Mapping[str, str] | None = None, **more: Any) -> JSONResponse:
    """A problem response: `type`, `title`, `status`, `detail` and any further members."""
    body = problem_body(status, detail) | more
    return JSONResponse(body, status_code=status, media_type=MEDIA_TYPE, headers=headers)


def problem_body(status: int, detail: str) -> dict[str, Any]:
    """The members every problem has."""
    title = _TITLES.get(HTTPStatus(status), "出错")
    return {"type": "about:blank", "title": title, "status": status, "detail": detail}


def problem_for(path: str, status: int, detail: str, *, headers: Mapping[str, str] | None = None) -> JSONResponse:
    """An error in the shape of the API that the path belongs to."""
    if speaks_openai(path):
        return JSONResponse(error_body(status, detail), status_code=status, headers=headers)
    return problem(status, detail, headers=headers)


def problem_responses(*statuses: int) -> dict[int | str, dict[str, Any]]:
    """What a route may answer besides success, for the OpenAPI document."""
    text, number = {"type": "string"}, {"type": "integer"}
    schema = {
        "type": "object",
        "required": ["type", "title", "status", "detail"],
        "properties": {"type": text, "title": text, "status": number, "detail": text},
    }
    return {
        status: {"description": _TITLES[HTTPStatus(status)], "content": {MEDIA_TYPE: {"schema": schema}}}
        for status in statuses
    }


def install_problem_handlers(app: FastAPI) -> None:
    """Answer every error of the app with a problem."""
    app.add_exception_handler(HTTPException, _http_problem)
    app.add_exception_handler(RequestValidationError, _validation_problem)
    app.add_exception_handler(SearchIndexError, _search_problem)
    app.add_exception_handler(PlanError, _order_problem)
    app.add_exception_handler(UnitsError, _order_problem)
    app.add_exception_handler(Exception, _internal_problem)


def _http_problem(request: Request, error: Exception) -> Response:
    assert isinstance(error, HTTPException)
    own = not error.detail.isascii()  # the framework words its own errors in English
    detail = error.detail if own else _DETAILS.get(HTTPStatus(error.status_code), "请求没有办成。用法见 /docs。")
    if _reads_pages(request):
        title = problem_body(error.status_code, detail)["title"]
        own = detail if own else "没有这个网页。可能是地址写错了，或者网页已经搬走。"
        return request.app.state.problem_page(request, error.status_code, title, own)
    return problem_for(request.url.path, error.status_code, detail, headers=error.headers)


def _reads_pages(request: Request) -> bool:
    """Somebody with a browser asked for a page that is not there."""
    wished = "text/html" in request.headers.get("accept", "") and request.method == "GET"
    return wished and not request.url.path.startswith(_FOR_PROGRAMS) and hasattr(request.app.state, "problem_page")


def _search_problem(request: Request, error: Exception) -> JSONResponse:
    """Retrieval is not to be had (a model or a Chroma server is missing): the sentence says what to do."""
    return problem_for(request.url.path, HTTPStatus.SERVICE_UNAVAILABLE, str(error))


def _order_problem(_: Request, error: Exception) -> JSONResponse:
    """A plan or a draw that cannot be made as ordered: the sentence says why and what to do."""
    return problem(HTTPStatus.UNPROCESSABLE_ENTITY, str(error))


def _validation_problem(request: Request, error: Exception) -> JSONResponse:
    assert isinstance(error, RequestValidationError)
    status, detail, fields = validation_detail(error.errors())
    if speaks_openai(request.url.path):  # that API knows no 422
        return problem_for(request.url.path, HTTPStatus.BAD_REQUEST, detail)
    return problem(status, detail, errors=fields)


def _internal_problem(request: Request, error: Exception) -> JSONResponse:
    # Where it broke, without the message: that could quote the question, which no log may hold.
    frames = "".join(traceback.format_list(traceback.extract_tb(error.__traceback__)))
    _LOG.error("internal error %s\n%s", type(error).__name__, frames)
    # This handler answers from outside all middleware, so it adds the headers itself.
    detail = "服务内部出错，这次没有办成。请稍后再试；反复出现请告诉管理人员。"
    return problem_for(request.url.path, 500, detail, headers=HEADERS | {"Cache-Control": "no-store"})
