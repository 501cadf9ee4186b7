"""The load generator counts what comes back, and finds the served app without errors."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from rich.console import Console

from evals.load.client import bodies, load
from evals.load.run import load_table, measure


class _Refusing(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:
        question = self.rfile.read(int(self.headers["Content-Length"])).decode()
        status = 503 if "坏" in question else 200
        self.send_response(status)
        self.send_header("Content-Length", "2")
        self.end_headers()
        self.wfile.write(b"{}")

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on the terminal."""


@pytest.fixture
def port() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Refusing)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server.server_address[1]
    server.shutdown()


def test_answers_and_refusals_are_counted_apart(port: int) -> None:
    tally = load(port, bodies(["好", "坏"]), clients=2, seconds=0.3)
    assert tally.seconds
    assert set(tally.errors) == {"HTTP/1.1 503 Service Unavailable"}


def test_a_server_that_is_not_there_is_an_error() -> None:
    tally = load(9, bodies(["好"]), clients=1, seconds=0.3)
    assert not tally.seconds
    assert set(tally.errors) == {"connect: ConnectionRefusedError"}


def test_the_served_app_under_a_short_load() -> None:
    found = measure(seconds=1.0, clients=4, workers=1, growth=(), warm_s=0.5)
    assert not found.long.errors
    assert found.long.per_second > 1
    assert found.after_mib > 0
    console = Console(width=120)
    with console.capture() as capture:
        console.print(load_table(found))
    assert "answers a second" in capture.get()
