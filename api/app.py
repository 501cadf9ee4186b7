"""The web application: one FastAPI app over one assistant."""

from __future__ import annotations

import secrets
from collections.abc import AsyncGenerator, Callable
from contextlib import asynccontextmanager
from functools import cache, partial
from importlib.metadata import version
from uuid import uuid4

from fastapi import FastAPI

from api.asking import Asking
from api.body_limit import BodyLimit
from api.compression import Compression
from api.inspections.body_sizes import allowance
from api.inspections.desk import Desk
from api.inspections.faults import install_fault_handlers
from api.inspections.mount import mount_inspections
from api.inspections.talking import guide_of
from api.mcp.server import build_mcp
from api.metrics import Metrics
from api.options import AppOptions
from api.originals import original_of
from api.overview.mount import mount_overview
from api.pages.frames import Frames
from api.ports import Assistant
from api.problems import install_problem_handlers
from api.rate_limit import RateLimit
from api.request_log import RequestLog
from api.routes import (
    ask,
    ask_stream,
    chat,
    checklists,
    conversations,
    corpus,
    draws,
    feedback,
    health,
    originals,
    pages,
    plans,
    verify,
    wechat,
)
from api.security import SecurityHeaders
from api.time_limit import TimeLimit
from api.versions.mount import mount_versions
from assistant.bootstrap import build_planner
from assistant.inspection.checklists import Checklists
from assistant.overview.bureaus import Views
from assistant.planning.planner import Planner


def create_app(assistant: Assistant, options: AppOptions | None = None) -> FastAPI:
    """Web page, API, MCP and health checks for one assistant. Every app has its own metrics."""
    options = options or AppOptions()
    metrics = options.counts or Metrics(options.meters)
    app = _app_with_mcp(assistant, options.host)
    planner = cache(lambda: build_planner(assistant.corpus))  # reads the vocabulary: not before it is needed
    views = cache(lambda: Views(planner().knowledge))
    checklists_ = cache(lambda: Checklists(planner().knowledge))
    desk = Desk(options.office, checklists_, options.now, lambda: uuid4().hex) if options.office else None
    _add_answering(app, assistant, metrics, desk)
    app.include_router(corpus.router(assistant.corpus))
    app.include_router(
        originals.router(assistant.corpus, lambda document: original_of(document, options.documents, options.shelf))
    )
    _add_planning(app, planner, checklists_)
    _add_keeping(app, options, desk)
    mount_overview(app, planner, views, desk, options.evals)
    if options.wechat is not None:
        app.include_router(wechat.router(assistant, options.wechat))
    app.include_router(health.router(assistant.corpus, metrics))
    frames = Frames(assistant.corpus, desk, views)
    app.include_router(pages.router(frames))
    app.state.problem_page = pages.problem_page(frames)
    app.mount("/static", pages.static_files(), name="static")
    install_problem_handlers(app)
    install_fault_handlers(app)
    _add_middleware(app, options, metrics, desk)
    return app


def _app_with_mcp(assistant: Assistant, host: str) -> FastAPI:
    """The bare app; the MCP server runs as long as it does."""
    mcp = build_mcp(assistant)
    mcp_app = mcp.streamable_http_app(host=host, stateless_http=True)

    @asynccontextmanager
    async def lifespan(_: FastAPI) -> AsyncGenerator[None]:
        async with mcp.session_manager.run():
            yield

    app = FastAPI(
        title="人社政策助手",
        version=version("renshe"),
        description="只依据本局文件回答，句句注明出处。",
        # The framework's own page loads scripts from another host; ours is served by api.routes.pages.
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
    )
    app.router.routes.extend(mcp_app.routes)
    return app


def _add_answering(app: FastAPI, assistant: Assistant, metrics: Metrics, desk: Desk | None) -> None:
    asking = Asking(assistant, desk, guide_of(assistant, desk) if desk else None)
    app.include_router(ask.router(asking, metrics))
    app.include_router(ask_stream.router(asking, metrics))
    app.include_router(chat.router(assistant, metrics))
    app.include_router(verify.router(assistant))


def _add_planning(app: FastAPI, planner: Callable[[], Planner], checklists_: Callable[[], Checklists]) -> None:
    app.include_router(plans.router(planner))
    app.include_router(draws.router(planner, lambda: secrets.token_hex(8)))
    app.include_router(checklists.router(checklists_))


def _add_keeping(app: FastAPI, options: AppOptions, desk: Desk | None) -> None:
    """What needs a store."""
    if options.journal is not None:
        app.include_router(conversations.router(options.journal, desk))
        app.include_router(feedback.router(options.journal))
    if desk is not None:
        mount_inspections(app, desk)
        if options.shelf is not None:
            mount_versions(app, desk, options.shelf)


def _add_middleware(app: FastAPI, options: AppOptions, metrics: Metrics, desk: Desk | None) -> None:
    """The last one added is the outermost: headers and log lines also cover what the limit refuses."""
    app.add_middleware(Compression)
    app.add_middleware(TimeLimit)
    app.add_middleware(BodyLimit, allowance=partial(allowance, desk) if desk else None)
    if options.rate is not None:
        app.add_middleware(RateLimit, rate=options.rate)
    app.add_middleware(RequestLog, metrics=metrics)
    if options.tracer is not None:
        from api.telemetry import RequestSpans

        app.add_middleware(RequestSpans, tracer=options.tracer)
    app.add_middleware(SecurityHeaders)
