"""Routes that take files, how large each may be, and for whom: only who is signed in may send more than the rest."""

from __future__ import annotations

import re

from starlette.concurrency import run_in_threadpool
from starlette.requests import HTTPConnection
from starlette.types import Scope

from api.inspections.desk import Desk
from api.inspections.who import is_signed_in
from assistant.planning.units import MOST_BYTES as REGISTER_BYTES
from assistant.store.files import MAX_BYTES as EVIDENCE_BYTES

ARCHIVE_BYTES = 64 * 1024 * 1024
"""Of an archive to be checked over HTTP; a larger one is checked by `renshe inspect verify-archive`."""
DOCUMENTS_BYTES = 64 * 1024 * 1024
"""Of all documents sent at once for a new version."""
_FORM_BYTES = 64 * 1024
"""For the other parts of a form and what stands around the file."""
_ROUTES: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"/v1/inspections/[0-9a-f]{32}/evidence"), EVIDENCE_BYTES),
    (re.compile(r"/v1/archives/verify"), ARCHIVE_BYTES),
    (re.compile(r"/v1/units(?:/preview)?"), REGISTER_BYTES),
    (re.compile(r"/v1/corpus/versions/drafts"), DOCUMENTS_BYTES),
)


async def allowance(desk: Desk, scope: Scope) -> int | None:
    """Bytes that this request's body may have; None where nothing special holds."""
    size = next((n for path, n in _ROUTES if path.fullmatch(scope["path"])), None)
    if size is None or scope["method"] != "POST":
        return None
    signed_in = await run_in_threadpool(is_signed_in, desk, HTTPConnection(scope))
    return size + _FORM_BYTES if signed_in else None
