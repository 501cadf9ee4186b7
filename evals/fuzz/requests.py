"""Requests made up from the OpenAPI document: every answer is one that the document names, and none is a failure."""

from __future__ import annotations

from typing import Any

import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Err
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]


def undocumented(url: str, examples: int, leave_out: str = "", seconds: float = 20.0) -> dict[str, str]:
    """For every operation with a fault the first one found, by `METHOD path`; so many requests are tried of each.

    `leave_out`: a regular expression of paths; `seconds`: how long one answer is waited for.
    """
    schema = schemathesis.openapi.from_url(f"{url}/openapi.json")
    if leave_out:
        schema = schema.exclude(path_regex=leave_out)
    found: dict[str, str] = {}
    for result in schema.get_all_operations():
        if isinstance(result, Err):
            found[str(result.err())] = "cannot be read"
            continue
        operation = result.ok()

        @settings(
            max_examples=examples,
            deadline=None,
            derandomize=True,
            database=None,
            phases=[Phase.generate],
            suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much, HealthCheck.data_too_large],
        )
        @given(case=operation.as_strategy())
        def holds(case: schemathesis.Case[Any]) -> None:
            case.call_and_validate(checks=_CHECKS, timeout=seconds)

        try:
            holds()
        except (Exception, FailureGroup) as error:  # noqa: BLE001  (whatever a check or the connection raised is the finding)
            found[f"{operation.method.upper()} {operation.path}"] = _first(error)[:1500]
    return found


def _first(error: BaseException) -> str:
    """What the first of several failures says."""
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    return f"{type(error).__name__}: {error}"
