"""Whatever is sent, the answer is one that the OpenAPI document names, in the shape it names, and never a 5xx."""

from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from schemathesis.checks import not_a_server_error
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
_PATHS = r"^/v1/(session|inspectors|inspections|archives|units|checklists|conversations|feedback|access-log)"
ORDER = {"regime": "劳务派遣", "unit": "大河", "day": "2026-03-02", "kind": "日常"}


@pytest.fixture
def place(person, address_with_journal: str) -> Iterator[tuple[str, httpx.Client, str]]:
    client = person("zhang", base=address_with_journal)
    yield address_with_journal, client, client.post("/v1/inspections", json=ORDER).json()["inspection"]


_SETTINGS = settings(
    max_examples=12,
    deadline=None,
    derandomize=True,
    database=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)


def test_answers_are_the_documented_ones(place: tuple[str, httpx.Client, str]) -> None:
    address, client, id = place
    schema = schemathesis.openapi.from_url(f"{address}/openapi.json").include(path_regex=_PATHS)
    headers = {"Authorization": client.headers["authorization"]}
    operations = [found.ok() for found in schema.get_all_operations()]
    assert len(operations) > 25
    for operation in operations:

        @_SETTINGS
        @given(case=operation.as_strategy(), there=st.booleans())
        def holds(case: schemathesis.Case, there: bool) -> None:
            if there and "/inspections/{id}" in case.path:
                case.path_parameters["id"] = id
            if there and "{kind}" in case.path:
                case.path_parameters["kind"] = "decision"
            case.call_and_validate(checks=_CHECKS, headers=headers)

        holds()


def test_every_field_and_parameter_is_described_in_chinese(address: str) -> None:
    found = httpx.get(f"{address}/openapi.json").json()
    paths = {p: m for p, m in found["paths"].items() if p.startswith("/v1/")}
    bare = [
        f"{method} {path} {x['name']}"
        for path, methods in paths.items()
        for method, operation in methods.items()
        for x in operation.get("parameters", [])
        if "检查" in str(operation["tags"]) and x.get("description", "").isascii()
    ]
    assert not bare
    plain = [
        f"{name}.{field}"
        for name, model in found["components"]["schemas"].items()
        if name.endswith(("Reply", "Sent", "Request")) and "/inspections" in str(_users(paths, name))
        for field, x in model.get("properties", {}).items()
        if x.get("description", "").isascii()
    ]
    assert not plain
    assert {"token", "session"} <= set(found["components"]["securitySchemes"])


def _users(paths: dict[str, object], name: str) -> list[str]:
    return [path for path, methods in paths.items() if f"/{name}" in str(methods)]
