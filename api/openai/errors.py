"""Errors of the chat-completions API in its own shape: `{"error": {"message", "type", "param", "code"}}`."""

from __future__ import annotations

from typing import Any

PATHS = ("/v1/chat/", "/v1/models")
"""Under these every error has this shape, whoever raises it."""
_TYPES = {401: "authentication_error", 403: "permission_error", 404: "not_found_error", 429: "rate_limit_error"}
_SERVER = 500


def speaks_openai(path: str) -> bool:
    """Whether a path belongs to this API."""
    return path.startswith(PATHS)


def error_body(status: int, message: str, *, param: str | None = None) -> dict[str, Any]:
    """The body for a status and a Chinese sentence."""
    kind = _TYPES.get(status, "server_error" if status >= _SERVER else "invalid_request_error")
    return {"error": {"message": message, "type": kind, "param": param, "code": None}}


def error_responses() -> dict[int | str, dict[str, Any]]:
    """What a route may answer besides success, for the OpenAPI document."""
    text = {"type": ["string", "null"]}
    error = {"type": "object", "properties": {"message": text, "type": text, "param": text, "code": text}}
    schema = {"type": "object", "required": ["error"], "properties": {"error": error}}
    described = {"description": "错误", "content": {"application/json": {"schema": schema}}}
    return {"4XX": described, "5XX": described}
