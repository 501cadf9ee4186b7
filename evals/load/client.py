"""Clients that ask over HTTP as fast as they are answered, each on one connection that stays open.

Written on plain sockets: generator and server share the machine, so what the generator burns the server lacks.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import cycle, islice

_GIVE_UP_S = 30.0
"""How long one answer is waited for."""


@dataclass(slots=True)
class Tally:
    """What came back."""

    seconds: list[float] = field(default_factory=list[float])
    """Of every answer, from the first byte sent to the last one received."""
    errors: list[str] = field(default_factory=list[str])
    """Anything else than an answer with status 200, in a few words."""
    wall_s: float = 0.0


def bodies(questions: Sequence[str]) -> tuple[bytes, ...]:
    """Questions as bodies of POST /v1/ask."""
    return tuple(json.dumps({"question": q}, ensure_ascii=False).encode() for q in questions)


def load(port: int, requests: Sequence[bytes], clients: int, seconds: float) -> Tally:
    """Keep so many clients asking for so long; each begins at another question."""
    return asyncio.run(_load(port, requests, clients, seconds))


async def _load(port: int, requests: Sequence[bytes], clients: int, seconds: float) -> Tally:
    tally = Tally()
    begun = time.perf_counter()
    apart = max(1, len(requests) // clients)
    turns = (islice(cycle(requests), i * apart, None) for i in range(clients))
    await asyncio.gather(*(_ask_until(port, turn, begun + seconds, tally) for turn in turns))
    tally.wall_s = time.perf_counter() - begun
    return tally


async def _ask_until(port: int, requests: Iterator[bytes], end: float, tally: Tally) -> None:
    while time.perf_counter() < end:
        try:
            reader, writer = await asyncio.open_connection("127.0.0.1", port)
        except OSError as error:
            tally.errors.append(f"connect: {type(error).__name__}")
            await asyncio.sleep(0.1)
            continue
        try:
            while time.perf_counter() < end:
                await asyncio.wait_for(_ask(reader, writer, next(requests), tally), _GIVE_UP_S)
        except (OSError, asyncio.IncompleteReadError, TimeoutError) as error:
            tally.errors.append(type(error).__name__)
        finally:
            writer.close()


async def _ask(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, body: bytes, tally: Tally) -> None:
    started = time.perf_counter()
    head = (
        "POST /v1/ask HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
        f"Content-Length: {len(body)}\r\n\r\n"
    )
    writer.write(head.encode() + body)
    answered = await reader.readuntil(b"\r\n\r\n")
    status, *fields = answered.split(b"\r\n")
    length = next((int(f.partition(b":")[2]) for f in fields if f.lower().startswith(b"content-length:")), 0)
    await reader.readexactly(length)
    if b" 200 " in status:
        tally.seconds.append(time.perf_counter() - started)
    else:
        tally.errors.append(status.decode("latin-1"))
