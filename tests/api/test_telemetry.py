"""Spans of requests and answers: which there are, how they hang together, and that nothing anybody wrote is in them."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import pytest
from fastapi.testclient import TestClient
from opentelemetry.sdk.trace import ReadableSpan
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter

from api.app import create_app
from api.options import AppOptions
from api.telemetry import ServerTracer, tracing
from assistant.assistant import Assistant
from assistant.bootstrap import build_assistant
from assistant.llm.worded import ModelError, Worded
from assistant.llm.wording import Wording
from assistant.settings import Settings, SettingsError
from assistant.tools.catalogue import Answerer
from assistant.tracing import span, traced_by

SHIPPED = Path(__file__).parents[2] / "corpus" / "documents"
CALLER = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"
SECRET = "13812345678 张大河想问评职称找谁"


class Model:
    """Uses a tool, then has nothing to say."""

    def word(self, question: str, answerer: Answerer) -> Worded:
        answerer.ask(question)
        raise ModelError(question)


@pytest.fixture(scope="module")
def real(tmp_path_factory: pytest.TempPathFactory) -> Assistant:
    return build_assistant(Settings(corpus=SHIPPED, home=tmp_path_factory.mktemp("home")))


@pytest.fixture
def spans() -> Iterator[tuple[InMemorySpanExporter, ServerTracer]]:
    exporter = InMemorySpanExporter()
    tracer = ServerTracer(SimpleSpanProcessor(exporter))
    with traced_by(tracer):
        yield exporter, tracer
    tracer.close()


def tree(spans: tuple[ReadableSpan, ...]) -> dict[str, str]:
    names = {s.context.span_id: s.name for s in spans}
    return {s.name: names.get(s.parent.span_id, "") if s.parent else "" for s in spans}


def test_a_request_and_what_it_took(real: Assistant, spans: tuple[InMemorySpanExporter, ServerTracer]) -> None:
    exporter, tracer = spans
    with TestClient(create_app(real, AppOptions(tracer=tracer))) as client:
        body = {"question": SECRET, "session": "a-session-of-somebody"}
        assert client.post("/v1/ask?who=张大河", json=body, headers={"traceparent": CALLER}).status_code == 200
        client.get("/no/such/张大河")
    done = exporter.get_finished_spans()
    request = "POST /v1/ask"
    assert tree(done) == {
        "reading": request,
        "following": request,
        "act": request,
        "compose": request,
        "verify": request,
        request: "",
        "GET other": "",
    }
    found = next(s for s in done if s.name == request)
    assert f"{found.context.trace_id:032x}" in CALLER
    assert dict(found.attributes or {}) == {
        "http.request.method": "POST",
        "http.route": "/v1/ask",
        "http.response.status_code": 200,
    }
    written = "".join(s.to_json() for s in done)
    for words in ("13812345678", "张大河", "\\u5f20\\u5927\\u6cb3", "a-session-of-somebody", "评职称"):
        assert words not in written


def test_retrieval(real: Assistant, spans: tuple[InMemorySpanExporter, ServerTracer]) -> None:
    real.search("工伤", 3)
    (only,) = spans[0].get_finished_spans()
    assert (only.name, dict(only.attributes or {})) == ("retrieval", {"wanted": 3})


def test_a_model_s_call_goes_on_in_its_thread_and_its_error_keeps_its_words(
    real: Assistant, spans: tuple[InMemorySpanExporter, ServerTracer]
) -> None:
    from dataclasses import replace

    replace(real, wording=Wording(Model())).ask("评职称找谁")
    done = spans[0].get_finished_spans()
    llm = next(s for s in done if s.name == "llm")
    assert dict(llm.attributes or {}) == {"error.type": "ModelError"} and not llm.events
    inside = [s.name for s in done if s.parent and s.parent.span_id == llm.context.span_id]
    assert inside == ["reading", "act", "compose", "verify"]


def test_nothing_is_loaded_or_opened_unless_it_is_switched_on() -> None:
    with span("anything") as mark:
        mark("kind", 1)
    loaded = (
        "[m for m in sys.modules if m.startswith(('opentelemetry.sdk', 'opentelemetry.exporter', 'api.telemetry'))]"
    )
    program = f"import sys, api.app, api.cli.serve; print({loaded})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize(
    ("env", "on"),
    [
        ({}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318"}, True),
        ({"OTEL_EXPORTER_OTLP_TRACES_ENDPOINT": "http://127.0.0.1:4318/v1/traces"}, True),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "OTEL_SDK_DISABLED": "true"}, False),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": " "}, False),
        ({"RENSHE_TRACING": "on"}, True),
        ({"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:4318", "RENSHE_TRACING": "off"}, False),
    ],
)
def test_variables_switch_it_on(env: dict[str, str], on: bool) -> None:
    assert Settings.from_environment(env).tracing is on


def test_a_setting_that_is_neither_on_nor_off_is_refused() -> None:
    with pytest.raises(SettingsError, match="RENSHE_TRACING"):
        Settings.from_environment({"RENSHE_TRACING": "1"})


def test_spans_reach_a_collector(monkeypatch: pytest.MonkeyPatch) -> None:
    got: list[tuple[str, bytes]] = []

    class Collector(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append((self.path, self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            pass

    with HTTPServer(("127.0.0.1", 0), Collector) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        monkeypatch.setenv("OTEL_EXPORTER_OTLP_ENDPOINT", f"http://127.0.0.1:{server.server_port}")
        with tracing(), span("reading"):
            pass
        server.shutdown()
    assert [path for path, _ in got] == ["/v1/traces"] and b"reading" in got[0][1] and b"renshe" in got[0][1]
