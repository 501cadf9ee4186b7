"""The service worker of the Ask page: which addresses it keeps, and a version that changes with any of them."""

from __future__ import annotations

import hashlib
import json
from functools import cache
from pathlib import Path

from api.pages.navigation import PAGES

_WEB = Path(__file__).parent.parent / "web"
_WORKER = _WEB / "js" / "page_worker.js"
_KEPT = ("css/*.css", "js/*.js", "js/ask/*.js", "js/source/*.js", "vendor/preact-htm.js", "icon.svg")


@cache
def page_worker_script() -> str:
    """The script, told what to keep: pages that open without a network, and every style sheet and module."""
    files = sorted(path for pattern in _KEPT for path in _WEB.glob(pattern) if path != _WORKER)
    templates = sorted((_WEB / "templates").rglob("*.html"))
    digest = hashlib.sha256()
    for path in [*files, *templates, _WORKER]:
        digest.update(path.relative_to(_WEB).as_posix().encode() + b"\0" + path.read_bytes())
    shell = [page.path for page in PAGES if page.offline] + [
        f"/static/{path.relative_to(_WEB).as_posix()}" for path in files
    ]
    head = f"const VERSION = {json.dumps(digest.hexdigest()[:16])};\nconst SHELL = {json.dumps(shell)};\n\n"
    return head + _WORKER.read_text("utf-8")
