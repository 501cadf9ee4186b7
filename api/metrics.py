"""What /metrics tells: how many requests and answers, of what kind, and how long answers take."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest

from assistant.answer import Answer

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The meters of one app, in a registry of their own."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self.requests = Counter(
            "renshe_requests", "HTTP requests.", ("method", "route", "status"), registry=self._registry
        )
        self._answers = Counter(
            "renshe_answers", "Answers by status and intent.", ("status", "intent"), registry=self._registry
        )
        self._seconds = Histogram(
            "renshe_answer_seconds", "Time to answer, in seconds.", buckets=_SECONDS, registry=self._registry
        )

    def note_answer(self, answer: Answer, seconds: float) -> None:
        """Count an answer that took `seconds`."""
        self._answers.labels(answer.status, answer.intent).inc()
        self._seconds.observe(seconds)

    def text(self) -> bytes:
        """The meters in the Prometheus text format."""
        return generate_latest(self._registry)
