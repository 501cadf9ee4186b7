"""Which of several bureaus a page is about: what its address says, else what was chosen last, else all."""

from __future__ import annotations

from collections.abc import Sequence
from urllib.parse import quote, unquote

from fastapi import HTTPException, Request, Response

from assistant.branches import BureauError
from assistant.overview.bureaus import Bureau, bureau_named

PARAMETER = "bureau"
ALL = "全部"
_COOKIE = "renshe-bureau"
_YEAR_S = 365 * 24 * 3600


def chosen_bureau(bureaus: Sequence[Bureau], request: Request) -> Bureau | None:
    """None for all of them. Raises HTTPException where the address names none that there is."""
    named = request.query_params.get(PARAMETER, "").strip() if bureaus else ""
    if not named:
        remembered = unquote(request.cookies.get(_COOKIE, ""))
        return next((b for b in bureaus if b.key == remembered), None)
    if named == ALL:
        return None
    try:
        return bureau_named(bureaus, named)
    except BureauError as error:
        raise HTTPException(404, str(error)) from error


def remember(bureaus: Sequence[Bureau], request: Request, response: Response) -> None:
    """What the address chose holds for the pages opened after it."""
    if bureaus and request.query_params.get(PARAMETER, "").strip():
        bureau = chosen_bureau(bureaus, request)
        key = quote(bureau.key) if bureau else ""
        response.set_cookie(_COOKIE, key, max_age=_YEAR_S, samesite="lax", httponly=True)
