"""The web application: one FastAPI app over one assistant."""

from __future__ import annotations

import secrets
from collections.abc import AsyncGenerator
from contextlib import asynccontextmanager
from functools import cache, partial
from importlib.metadata import version
from uuid import uuid4

from fastapi import FastAPI

from api.body_limit import BodyLimit
from api.inspections.body_sizes import allowance
from api.inspections.desk import Desk
from api.inspections.mount import mount_inspections
from api.inspections.talking import talking
from api.mcp.server import build_mcp
from api.metrics import Metrics
from api.options import AppOptions
from api.overview.mount import mount_overview
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
    health,
    pages,
    plans,
    verify,
    wechat,
)
from api.security import SecurityHeaders
from api.time_limit import TimeLimit
from assistant.bootstrap import build_planner
from assistant.inspection.checklists import Checklists


def create_app(assistant: Assistant, options: AppOptions | None = None) -> FastAPI:
    """Web page, API, MCP and health checks for one assistant. Every app has its own metrics."""
    options = options or AppOptions()
    metrics = Metrics(options.meters)
    mcp = build_mcp(assistant)
    mcp_app = mcp.streamable_http_app(host=options.host, stateless_http=True)

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
    planner = cache(lambda: build_planner(assistant.corpus))  # reads the vocabulary: not before it is needed
    checklists_ = cache(lambda: Checklists(planner().knowledge))
    desk = Desk(options.office, checklists_, options.now, lambda: uuid4().hex) if options.office else None
    talking_ = talking(assistant, desk) if desk else None
    app.include_router(ask.router(assistant, metrics, talking_))
    app.include_router(ask_stream.router(assistant, metrics, talking_))
    app.include_router(chat.router(assistant, metrics))
    app.include_router(verify.router(assistant))
    app.include_router(corpus.router(assistant.corpus))
    app.include_router(plans.router(planner))
    app.include_router(draws.router(planner, lambda: secrets.token_hex(8)))
    if options.journal is not None:
        app.include_router(conversations.router(options.journal))
    app.include_router(checklists.router(checklists_))
    if desk is not None:
        mount_inspections(app, desk)
    mount_overview(app, planner, desk, options.evals)
    if options.wechat is not None:
        app.include_router(wechat.router(assistant, options.wechat))
    app.include_router(health.router(assistant.corpus, metrics))
    app.include_router(pages.router(assistant.corpus, desk))
    app.router.routes.extend(mcp_app.routes)
    app.mount("/static", pages.static_files(), name="static")
    install_problem_handlers(app)
    # The last one added is the outermost: headers and log lines also cover what the limit refuses.
    app.add_middleware(TimeLimit)
    app.add_middleware(BodyLimit, allowance=partial(allowance, desk) if desk else None)
    if options.rate is not None:
        app.add_middleware(RateLimit, rate=options.rate)
    app.add_middleware(RequestLog, metrics=metrics)
    app.add_middleware(SecurityHeaders)
    return app
