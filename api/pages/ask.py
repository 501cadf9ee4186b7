"""What the first page shows before anything is asked."""

from __future__ import annotations

from collections.abc import Mapping

from api.pages.page import Asked
from api.suggestions import suggested_questions


def ask_facts(asked: Asked) -> Mapping[str, object]:
    """Questions to start with and the documents that answers are read from."""
    return {
        "questions": suggested_questions(asked.corpus),
        "documents": [(document.id, document.title) for document in asked.corpus.documents],
    }
