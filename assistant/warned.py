"""Words of warning that documents call for after an answer is found: they must pass the number lock like the answer."""

from __future__ import annotations

import logging
from datetime import date

from assistant.answer import Answer
from assistant.asides import with_asides
from assistant.compose.conflicts import with_conflicts
from assistant.compose.expired import with_expired
from assistant.knowledge import Knowledge
from assistant.verify import LockError, verify_added

_LOG = logging.getLogger("renshe.assistant")


def with_document_warnings(answer: Answer, k: Knowledge, today: date | None) -> Answer:
    """The answer with warnings of documents that differ or have expired; as it was where one cannot be proved."""
    answer = with_asides(answer)
    grown = with_conflicts(answer, k)
    if today is not None:
        grown = with_expired(grown, k, today)
    if grown is answer:
        return answer
    try:
        return verify_added(answer, grown, k.corpus)
    except LockError:
        _LOG.warning("a warning on documents did not pass the number lock")
        return answer
