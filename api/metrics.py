"""What /metrics tells: how many requests and answers, of what kind, and how long answers take."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.multiprocess import MultiProcessCollector

from assistant.answer import NOT_USED, UNPROVED, Answer

_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Metrics:
    """The meters of one app, in a registry of their own."""

    def __init__(self, folder: str | None = None) -> None:
        """`folder`: where several processes that answer together put their counts; each then tells the sum of all."""
        self._registry = CollectorRegistry()
        self._folder = folder
        registry = self._registry
        self.requests = Counter("renshe_requests", "HTTP requests.", ("method", "route", "status"), registry=registry)
        self._answers = Counter(
            "renshe_answers", "Answers by status and intent.", ("status", "intent"), registry=registry
        )
        self._seconds = Histogram(
            "renshe_answer_seconds", "Time to answer, in seconds.", ("intent",), buckets=_SECONDS, registry=registry
        )
        self._unproved = Counter(
            "renshe_verifier_rejections", "Answers that the number lock held back.", registry=registry
        )
        self._model = Counter("renshe_model", "Answers by what a language model did.", ("outcome",), registry=registry)

    def note_answer(self, answer: Answer, seconds: float) -> None:
        """Count an answer that took `seconds`."""
        self._answers.labels(answer.status, answer.intent).inc()
        self._seconds.labels(answer.intent).observe(seconds)
        codes = {w.code for w in answer.warnings}
        if UNPROVED in codes:
            self._unproved.inc()
        if NOT_USED in codes:
            self._model.labels("fallback").inc()
        elif answer.worded_by == "model":
            self._model.labels("worded").inc()

    def text(self) -> bytes:
        """The meters in the Prometheus text format."""
        if self._folder is None:
            return generate_latest(self._registry)
        together = CollectorRegistry()
        MultiProcessCollector(together, self._folder)
        return generate_latest(together)
