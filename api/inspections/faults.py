"""Errors of accounts, inspections and the store as problems, each with the status that says what would help."""

from __future__ import annotations

import math

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from api.problems import problem
from assistant.accounts.errors import AccountError, DeniedError, HiddenError, LockedError, SignInError
from assistant.inspection.errors import InspectionError, MissingError, NotNowError
from assistant.store.errors import DamagedError, StoreError, UnfitFileError
from corpus.errors import CorpusError
from corpus.versions.drafts import NoDraftError

_STATUS: dict[type[Exception], int] = {
    LockedError: 429,
    SignInError: 401,
    HiddenError: 404,
    DeniedError: 403,
    AccountError: 422,
    MissingError: 404,
    NotNowError: 409,
    InspectionError: 422,
    UnfitFileError: 422,
    DamagedError: 500,
    StoreError: 503,
    NoDraftError: 404,
    CorpusError: 422,
}


def status_of(error: Exception) -> int:
    """The status of an error or of its nearest kind."""
    return next(_STATUS[kind] for kind in type(error).__mro__ if kind in _STATUS)


def install_fault_handlers(app: FastAPI) -> None:
    """Answer these errors of the app with problems."""
    for kind in (AccountError, CorpusError, InspectionError, StoreError):
        app.add_exception_handler(kind, _fault)


def _fault(_: Request, error: Exception) -> JSONResponse:
    headers: dict[str, str] = {}
    if isinstance(error, LockedError):
        headers["Retry-After"] = str(max(1, math.ceil(error.wait.total_seconds())))
    elif isinstance(error, SignInError):
        headers["WWW-Authenticate"] = "Bearer"
    return problem(status_of(error), str(error), headers=headers)
