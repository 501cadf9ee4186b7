"""Fifty inspectors at once over HTTP, with telephones that send some entries twice: none may be lost, none kept twice."""

from __future__ import annotations

import http.client
import json
import os
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Generator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from assistant.bootstrap import open_office
from assistant.office import Office
from assistant.settings import Settings
from evals.scratch import Scratch
from evals.timing import Spread, spread

_RESENT = 4
"""Every so many-th entry is sent twice."""
_ADDRESS = re.compile(r"http://[^\s　]+")
_START_S = 60


@dataclass(frozen=True, slots=True)
class HttpCrowd:
    """What came of it."""

    inspectors: int
    each: int
    lost: int
    """Acknowledged entries that are not there: must be 0."""
    twice: int
    """Entries kept more than once: must be 0."""
    refused: int
    """Requests that were not acknowledged: must be 0."""
    sound: bool
    seconds: float
    reply: Spread
    """From sending an entry to its acknowledgement."""

    @property
    def holds(self) -> bool:
        """Nothing lost, nothing twice, nothing refused, every chain whole."""
        return not (self.lost or self.twice or self.refused) and self.sound


def http_crowd(place: Scratch, inspectors: int = 50, each: int = 20) -> HttpCrowd:
    """All write into one inspection of one served process, the hardest case."""
    settings = Settings.from_environment(_environment(place))
    office = open_office(settings)
    tokens = [_inspector(office, n) for n in range(inspectors)]
    try:
        with _served(place) as address:
            return _measured(address, office, tokens, each)
    finally:
        office.store.close()


def _measured(address: str, office: Office, tokens: list[str], each: int) -> HttpCrowd:
    here = _begin(address, tokens)
    began = time.perf_counter()
    with ThreadPoolExecutor(len(tokens)) as threads:
        sent = list(threads.map(partial(_enter, address, here, each), tokens))
    seconds = time.perf_counter() - began
    told = [pair for one in sent for pair in one.told]
    log = office.store.events.read(here.rsplit("/", 1)[1])
    there = {(r.seq, r.hash) for r in log}
    return HttpCrowd(
        inspectors=len(tokens),
        each=each,
        lost=len(set(told) - there),
        twice=len(log) - 1 - len(set(told)),
        refused=sum(one.refused for one in sent),
        sound=office.store.check().sound,
        seconds=seconds,
        reply=spread([s for one in sent for s in one.seconds]),
    )


@dataclass(frozen=True, slots=True)
class _Sent:
    told: list[tuple[int, str]]
    seconds: list[float]
    refused: int


def _enter(address: str, here: str, each: int, token: str) -> _Sent:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    told: list[tuple[int, str]] = []
    seconds: list[float] = []
    refused = 0
    for n in range(each):
        entry = {"type": "found", "item": "1", "finding": "符合", "note": str(n)}
        for _ in range(2 if n % _RESENT == 0 else 1):
            began = time.perf_counter()
            status, reply = _post(connection, f"{here}/events", token, entry, f"{token[-8:]}-{n}")
            seconds.append(time.perf_counter() - began)
            if status == http.HTTPStatus.CREATED:
                told.append((reply["recorded"]["seq"], reply["recorded"]["hash"]))
            else:
                refused += 1
    connection.close()
    return _Sent(told, seconds, refused)


def _begin(address: str, tokens: list[str]) -> str:
    connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=60)
    connection.request("GET", "/v1/checklists")
    checklist = json.loads(connection.getresponse().read())["checklists"][0]["id"]
    people = [{"name": f"检查员{n}", "account": f"inspector-{n}"} for n in range(len(tokens))]
    order = {"regime": checklist, "unit": "大河船坞", "day": "2031-05-06", "kind": "日常", "inspectors": people}
    _, reply = _post(connection, "/v1/inspections", tokens[0], order, "begin")
    connection.close()
    return f"/v1/inspections/{reply['inspection']}"


def _post(
    connection: http.client.HTTPConnection, path: str, token: str, body: dict[str, Any], key: str
) -> tuple[int, dict[str, Any]]:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json", "Idempotency-Key": key}
    connection.request("POST", path, json.dumps(body), headers)
    reply = connection.getresponse()
    return reply.status, json.loads(reply.read())


def _inspector(office: Office, n: int) -> str:
    now, name = datetime.now(UTC), f"inspector-{n}"
    account = office.accounts.add(uuid.uuid4().hex, name, "inspector", f"{uuid.uuid4()}", now=now)
    return office.sign_in.make_api_token(account, uuid.uuid4().hex, "bench", now=now)[1]


def _environment(place: Scratch) -> dict[str, str]:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("RENSHE_")}
    more = {"RENSHE_DATABASE_URL": place.url} if place.url else {}
    return {**kept, **more, "RENSHE_HOME": str(place.home), "RENSHE_RATE_LIMIT": "off", "PYTHONUTF8": "1"}


@contextmanager
def _served(place: Scratch) -> Generator[str]:
    """A server of its own, as `renshe serve` runs it."""
    command = (sys.executable, "-m", "api.cli.main", "serve", "--port", "0")
    with subprocess.Popen(
        command, env=_environment(place), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, encoding="utf-8"
    ) as server:
        try:
            assert server.stdout is not None
            found = _ADDRESS.search(server.stdout.readline())
            if found is None:
                raise RuntimeError("the server did not start; run `renshe serve` to see why")
            _wait(found.group())
            yield found.group()
        finally:
            server.terminate()


def _wait(address: str) -> None:
    last = time.monotonic() + _START_S
    while time.monotonic() < last:
        try:
            connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=5)
            connection.request("GET", "/healthz")
            connection.getresponse().read()
            return
        except OSError:
            time.sleep(0.05)
    raise RuntimeError(f"the server at {address} did not answer within {_START_S} s")
