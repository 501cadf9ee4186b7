"""GET /healthz, /readyz, /metrics: for those who run the service."""

from __future__ import annotations

from fastapi import APIRouter, HTTPException, Response

from api.metrics import Metrics
from corpus.records import Corpus


def router(corpus: Corpus, metrics: Metrics) -> APIRouter:
    """The routes over one corpus and its meters."""
    routes = APIRouter(tags=["运行"])

    @routes.get("/healthz", summary="是否在运行")
    def live() -> dict[str, str]:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        return {"status": "ok"}

    @routes.get("/readyz", summary="能否回答")
    def ready() -> dict[str, str | int]:  # pyright: ignore[reportUnusedFunction]  (as above)
        if not corpus.documents:
            raise HTTPException(503, "还没有文件可依据。请在 RENSHE_CORPUS 文件夹里放入文件，再重新启动。")
        return {"status": "ready", "documents": len(corpus.documents), "fingerprint": corpus.fingerprint}

    @routes.get("/metrics", summary="运行指标（Prometheus）", response_class=Response)
    def measure() -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        return Response(metrics.text(), media_type="text/plain; version=0.0.4; charset=utf-8")

    return routes
