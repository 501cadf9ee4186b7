"""Logging of the served app: to standard error, without a word of any question."""

from __future__ import annotations

import logging
from typing import Any


class WithoutException(logging.Filter):
    """Drops the exception a record carries: its message may quote the question. `api.problems` has logged where it broke."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record, without its exception."""
        record.exc_info = None
        record.exc_text = None
        return True


LOG_CONFIG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_exception": {"()": WithoutException}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stderr",
            "formatter": "line",
            "filters": ["without_exception"],
        }
    },
    "loggers": {
        "uvicorn": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "renshe": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
