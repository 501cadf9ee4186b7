"""`renshe serve`: a port in use, and the log that never holds a question."""

from __future__ import annotations

import logging
import socket
import sys

import pytest

from api.cli.doors import Doors
from api.cli.main import run
from api.logs import WithoutException


def test_port_in_use_is_one_clear_line(doors: Doors, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert run(["serve", "--port", str(port)], doors) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert str(port) in err
    assert "--port" in err


def test_unknown_host_is_one_clear_line(doors: Doors, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["serve", "--host", "no.such.host.invalid"], doors) == 1
    assert "no.such.host.invalid" in capsys.readouterr().err


def test_log_records_lose_their_exception() -> None:
    try:
        raise ValueError("私事")
    except ValueError:
        record = logging.LogRecord("uvicorn.error", logging.ERROR, __file__, 1, "failed", None, sys.exc_info())
    assert WithoutException().filter(record)
    assert "私事" not in logging.Formatter().format(record)
