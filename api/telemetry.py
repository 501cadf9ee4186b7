"""Spans of requests and answers for a collector: the one door to OpenTelemetry, imported only where it is switched on.

Where to send and how is read by the library from its own standard variables (OTEL_EXPORTER_OTLP_ENDPOINT,
OTEL_EXPORTER_OTLP_HEADERS, OTEL_TRACES_SAMPLER …).
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from importlib.metadata import version

from starlette.types import ASGIApp, Message, Receive, Scope, Send
from structlog.contextvars import bound_contextvars

from api.failures import WorkError
from assistant.tracing import Mark, traced_by

try:
    from opentelemetry.sdk.resources import Resource
    from opentelemetry.sdk.trace import SpanProcessor, TracerProvider
    from opentelemetry.trace import Span, SpanKind, Status, StatusCode, format_trace_id
    from opentelemetry.trace.propagation.tracecontext import TraceContextTextMapPropagator
except ImportError as error:
    raise WorkError(
        "设了 OTEL_EXPORTER_OTLP_ENDPOINT，但没有装 OpenTelemetry；请运行 pip install 'renshe[telemetry]'，或不设它。"
    ) from error


class ServerTracer:
    """Opens spans of one process; may be shared by threads."""

    def __init__(self, processor: SpanProcessor) -> None:
        """`processor` gets each span when it ends."""
        self._provider = TracerProvider(resource=Resource.create({"service.version": version("renshe")}))
        self._provider.add_span_processor(processor)
        self._tracer = self._provider.get_tracer("renshe")

    @contextmanager
    def span(self, name: str) -> Generator[Mark]:
        """A span inside the one that is open here."""
        with self.opened(name, SpanKind.INTERNAL, {}) as span:
            yield span.set_attribute

    @contextmanager
    def opened(self, name: str, kind: SpanKind, headers: dict[str, str]) -> Generator[Span]:
        """A span; below the caller's where `headers` name it. An error leaves its kind, never its words or its place."""
        parent = TraceContextTextMapPropagator().extract(headers) if headers else None
        with self._tracer.start_as_current_span(
            name, parent, kind, record_exception=False, set_status_on_exception=False
        ) as span:
            try:
                yield span
            except BaseException as error:
                span.set_status(Status(StatusCode.ERROR))
                span.set_attribute("error.type", type(error).__name__)
                raise

    def close(self) -> None:
        """Send what waits."""
        self._provider.shutdown()


@contextmanager
def tracing() -> Generator[ServerTracer]:
    """Trace this process and send its spans, in batches, where the standard variables say. Raises WorkError."""
    try:
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        raise WorkError("没有装发送追踪数据的库；请运行 pip install 'renshe[telemetry]'。") from error
    tracer = ServerTracer(BatchSpanProcessor(OTLPSpanExporter()))
    try:
        with traced_by(tracer):
            yield tracer
    finally:
        tracer.close()


class RequestSpans:
    """ASGI middleware: a span a request, under the trace that the caller sent; its id goes into the log."""

    def __init__(self, app: ASGIApp, tracer: ServerTracer) -> None:
        self._app, self._tracer = app, tracer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on inside a span."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = {k.decode("latin-1"): v.decode("latin-1") for k, v in scope["headers"] if k == b"traceparent"}
        with self._tracer.opened("request", SpanKind.SERVER, headers) as span:

            async def send_and_note(message: Message) -> None:
                if message["type"] == "http.response.start":
                    span.set_attribute("http.response.status_code", message["status"])
                    if message["status"] >= 500:
                        span.set_status(Status(StatusCode.ERROR))
                await send(message)

            with bound_contextvars(trace=format_trace_id(span.get_span_context().trace_id)):
                await self._app(scope, receive, send_and_note)
            # The template, not the path: a path can hold anything.
            route = getattr(scope.get("route"), "path", "other")
            span.set_attributes({"http.request.method": scope["method"], "http.route": route})
            span.update_name(f"{scope['method']} {route}")
