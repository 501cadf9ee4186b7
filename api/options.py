"""What a served app may have beside its assistant: all off by default."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from api.metrics import Metrics
from api.rate_limit import Rate
from api.versions.shelf import Shelf
from api.wechat.account import Account
from assistant.conversation.journal import Journal
from assistant.office import Office
from assistant.settings import Settings

if TYPE_CHECKING:
    from api.telemetry import ServerTracer


@dataclass(frozen=True, slots=True)
class AppOptions:
    """Limits and further ways in."""

    host: str = "127.0.0.1"
    """The address served on: on the machine's own, MCP refuses requests that come under another host's name."""
    rate: Rate | None = None
    """So many requests a client."""
    wechat: Account | None = None
    """The official account whose callback is served."""
    now: Callable[[], datetime] = field(default=lambda: datetime.now(UTC))
    """The time, in UTC."""
    office: Office | None = None
    """Accounts and inspections; None where no store can be opened."""
    meters: str | None = None
    """Folder in which the meters of several processes meet."""
    tracer: ServerTracer | None = None
    """Where spans go; None: nothing is traced."""
    journal: Journal | None = None
    """Where conversations and unanswered questions are kept."""
    evals: Path | None = None
    """Folder of the report of an evaluation."""
    documents: Path | None = None
    """Folder of the documents answered from, where no shelf keeps their versions."""
    shelf: Shelf | None = None
    """The versions of the documents, for admins."""
    counts: Metrics | None = None
    """Meters that go on when another app takes over; None: the app makes its own."""

    @classmethod
    def read(cls, settings: Settings, host: str) -> AppOptions:
        """From the settings. Raises WorkError for one that makes no sense."""
        return cls(
            host,
            Rate.read(settings.rate_limit, settings.redis_url),
            Account.read(settings.wechat_token, settings.wechat_app_id, settings.wechat_aes_key),
            evals=settings.evals,
            documents=settings.corpus,
        )
