"""What the first page shows before anything is asked."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from api.pages.page import Asked
from api.suggestions import suggested_questions

_SCRIPTS = Path(__file__).parent.parent / "web" / "js"


def ask_facts(asked: Asked) -> Mapping[str, object]:
    """Questions to start with, the documents that answers are read from, and the modules to fetch at once."""
    return {
        "questions": suggested_questions(asked.corpus),
        "documents": [(document.id, document.title) for document in asked.corpus.documents],
        "modules": _modules(),
    }


@cache
def _modules() -> tuple[str, ...]:
    """Scripts of this page: named up front, the browser need not find them one import after the other."""
    own = sorted(path.name for path in (_SCRIPTS / "ask").glob("*.js") if path.name != "app.js")
    shared = (
        "service.js",
        "conversation_keys.js",
        "codepoints.js",
        "dom.js",
        "view.js",
        "words.js",
        "clipboard.js",
        "source.js",
    )
    return (*shared, "source/panel.js", "source/document.js", *(f"ask/{name}" for name in own))
