"""Logging of the served app: one JSON object a line on standard error, each with its request's id, none with a question."""

from __future__ import annotations

import logging
from typing import Any

import structlog


class WithoutException(logging.Filter):
    """Drops the exception a record carries: its message may quote the question. `api.problems` has logged where it broke."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the record, without its exception."""
        record.exc_info = None
        record.exc_text = None
        return True


_BEFORE = (
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.stdlib.ExtraAdder(),
    structlog.processors.TimeStamper(fmt="iso", utc=True),
)

LOG_CONFIG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"without_exception": {"()": WithoutException}},
    "formatters": {
        "json": {
            "()": structlog.stdlib.ProcessorFormatter,
            "processors": [
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(ensure_ascii=False),
            ],
            "foreign_pre_chain": _BEFORE,
        }
    },
    "handlers": {
        "stderr": {
            "class": "logging.StreamHandler",
            "stream": "ext://sys.stderr",
            "formatter": "json",
            "filters": ["without_exception"],
        }
    },
    "loggers": {
        "uvicorn": {"handlers": ["stderr"], "level": "WARNING", "propagate": False},
        "renshe": {"handlers": ["stderr"], "level": "INFO", "propagate": False},
    },
}
