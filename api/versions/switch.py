"""One served app in front, another behind it when the documents change: requests go on, none is refused or torn.

Each app keeps its own documents to its last request; the next request after the switch gets the new ones. The cheap
look at the ledger's stamp is one `stat` a second, for each process by itself, so that all of them switch.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field

from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

_EVERY_S = 1.0
_AGAIN_S = 60.0
"""How long until it is tried again when the new version could not be loaded."""
_LOG = logging.getLogger("renshe.versions")
Mark = object
"""Whatever `look` gives; another value means other documents."""


@dataclass
class _Held:
    app: FastAPI
    busy: int = 0
    retired: bool = False
    drained: asyncio.Event = field(default_factory=asyncio.Event)
    started: asyncio.Event = field(default_factory=asyncio.Event)

    def release(self) -> None:
        if self.retired and self.busy == 0:
            self.drained.set()

    async def live(self) -> None:
        """The app's own start and end, in one task as its libraries demand."""
        async with self.app.router.lifespan_context(self.app):
            self.started.set()
            await self.drained.wait()


class Switch:
    """ASGI: passes everything to the app of now."""

    def __init__(self, app: FastAPI, mark: Mark, look: Callable[[], Mark], build: Callable[[], FastAPI]) -> None:
        """`look` is cheap and tells whether `build`, which runs in a thread, would give something new."""
        self._now = _Held(app)
        self._mark, self._look, self._build = mark, look, build
        self._lives: dict[asyncio.Task[None], _Held] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """One request, or the start and end of the server."""
        if scope["type"] == "lifespan":
            await self._lifespan(receive, send)
            return
        held = self._now
        held.busy += 1
        try:
            await held.app(scope, receive, send)
        finally:
            held.busy -= 1
            held.release()

    async def _lifespan(self, receive: Receive, send: Send) -> None:
        await receive()
        await self._start(self._now)
        watching = asyncio.create_task(self._watch())
        await send({"type": "lifespan.startup.complete"})
        await receive()
        watching.cancel()
        with suppress(asyncio.CancelledError):
            await watching
        for held in self._lives.values():
            held.drained.set()
        await asyncio.gather(*self._lives)
        await send({"type": "lifespan.shutdown.complete"})

    async def _watch(self) -> None:
        while True:
            await asyncio.sleep(_EVERY_S)
            mark = self._look()
            if mark == self._mark:
                continue
            making = asyncio.create_task(self._made())
            await asyncio.wait({making})
            if (error := making.exception()) is not None:  # the old documents go on being served
                _LOG.warning("the new version could not be loaded: %s", type(error).__name__)
                await asyncio.sleep(_AGAIN_S)
                continue
            self._mark, before, self._now = mark, self._now, making.result()
            self._retire(before)
            _LOG.info("switched to a new version of the documents")

    async def _made(self) -> _Held:
        fresh = _Held(await asyncio.to_thread(self._build))
        await self._start(fresh)
        return fresh

    async def _start(self, held: _Held) -> None:
        life = asyncio.create_task(held.live())
        self._lives[life] = held
        life.add_done_callback(lambda ended: self._lives.pop(ended, None))
        started = asyncio.create_task(held.started.wait())
        await asyncio.wait({life, started}, return_when=asyncio.FIRST_COMPLETED)
        if not held.started.is_set():
            started.cancel()
            life.result()

    @staticmethod
    def _retire(held: _Held) -> None:
        held.retired = True
        held.release()
