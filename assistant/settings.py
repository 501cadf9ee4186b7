"""The settings of one running program. The environment is read here, once, and nowhere below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import platformdirs

_RATE_LIMIT = "1200/minute"
_MOST = 10_000
_PACKAGED_CORPUS = Path(__file__).parent.parent / "corpus" / "documents"


class SettingsError(Exception):
    """A setting has a value that cannot be used; `str(error)` is one Chinese sentence to show as it is."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Where documents and state are, and which optional services are configured."""

    corpus: Path
    home: Path
    database_url: str | None = field(default=None, repr=False)
    """May hold a password: never shown or logged."""
    lockout_failures: int = 5
    lockout_minutes: int = 15
    session_hours: int = 12
    token: str | None = field(default=None, repr=False)
    """An API token that the command line signs in with."""
    keep_days: int = 90
    """How long conversations and unanswered questions are kept."""
    chroma_url: str | None = None
    embedding_model: str | None = None
    llm_base_url: str | None = None
    llm_model: str | None = None
    llm_api_key: str | None = field(default=None, repr=False)
    rate_limit: str = _RATE_LIMIT
    """Requests that one address may make; `off` for no limit."""
    tracing: bool = False
    """Whether spans are sent where OpenTelemetry's own variables say."""
    redis_url: str | None = field(default=None, repr=False)
    """Where several processes count requests together."""
    evals: Path = Path("out/evals")
    """Where the report of an evaluation is looked for."""
    wechat_token: str | None = field(default=None, repr=False)
    wechat_app_id: str | None = None
    wechat_aes_key: str | None = field(default=None, repr=False)

    @classmethod
    def from_environment(cls, env: Mapping[str, str]) -> Settings:
        """Settings from the RENSHE_* variables; an empty variable counts as unset. Raises SettingsError."""

        def get(name: str) -> str | None:
            return env.get(f"RENSHE_{name}", "").strip() or None

        def whole(name: str, default: int) -> int:
            written = get(name)
            if written is None:
                return default
            if not re.fullmatch(r"[0-9]{1,5}", written) or not 0 < int(written) <= _MOST:
                raise SettingsError(
                    f"RENSHE_{name} 的值“{written[:20]}”不对：应为 1 至 {_MOST} 的整数；请改正，或不设它。"
                )
            return int(written)

        corpus, home, evals = get("CORPUS"), get("HOME"), get("EVALS")
        return cls(
            corpus=Path(corpus) if corpus else _PACKAGED_CORPUS,
            home=Path(home) if home else Path(platformdirs.user_data_dir("renshe", appauthor=False)),
            database_url=get("DATABASE_URL"),
            lockout_failures=whole("LOCKOUT_FAILURES", 5),
            lockout_minutes=whole("LOCKOUT_MINUTES", 15),
            session_hours=whole("SESSION_HOURS", 12),
            keep_days=whole("KEEP_DAYS", 90),
            token=get("TOKEN"),
            chroma_url=get("CHROMA_URL"),
            embedding_model=get("EMBEDDING_MODEL"),
            llm_base_url=get("LLM_BASE_URL"),
            llm_model=get("LLM_MODEL"),
            llm_api_key=get("LLM_API_KEY"),
            rate_limit=get("RATE_LIMIT") or _RATE_LIMIT,
            tracing=_tracing(get("TRACING"), env),
            redis_url=get("REDIS_URL"),
            evals=Path(evals) if evals else Path("out/evals"),
            wechat_token=get("WECHAT_TOKEN"),
            wechat_app_id=get("WECHAT_APP_ID"),
            wechat_aes_key=get("WECHAT_AES_KEY"),
        )


def _tracing(written: str | None, env: Mapping[str, str]) -> bool:
    """As set; else by the standard variables, so that whoever runs a collector sets what they set everywhere."""
    if written not in (None, "on", "off"):
        raise SettingsError(f"RENSHE_TRACING 的值“{written[:20]}”不对：应为 on 或 off；请改正，或不设它。")
    if written is not None:
        return written == "on"
    places = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")
    off = env.get("OTEL_SDK_DISABLED", "").strip().lower() == "true"
    return not off and any(env.get(place, "").strip() for place in places)
