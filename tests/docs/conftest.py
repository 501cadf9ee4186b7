"""The documents as the tests read them."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).parents[2]
PROGRAMS = Path(sys.executable).parent


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository's own folder."""
    return ROOT


@pytest.fixture(scope="session")
def readmes() -> dict[str, str]:
    """Text of both READMEs by file name."""
    return {name: (ROOT / name).read_text(encoding="utf-8") for name in ("README.md", "README.zh-CN.md")}


@pytest.fixture(scope="session")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """An environment in which `renshe` is found and keeps its state in a folder of the tests."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("RENSHE_")}
    home = tmp_path_factory.mktemp("home")
    return kept | {"PATH": f"{PROGRAMS}{os.pathsep}{os.environ['PATH']}", "RENSHE_HOME": str(home)}


@pytest.fixture(scope="session")
def served(environment: dict[str, str]) -> Iterator[str]:
    """Host and port of a running `renshe serve`."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [str(PROGRAMS / "renshe"), "serve", "--port", str(port)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL) as server:
        try:
            _wait(f"http://127.0.0.1:{port}/healthz", server)
            yield f"127.0.0.1:{port}"
        finally:
            server.terminate()


def _wait(address: str, server: subprocess.Popen[bytes]) -> None:
    for _ in range(300):
        assert server.poll() is None, "the server ended"
        try:
            with urlopen(address, timeout=5):
                return
        except URLError:
            time.sleep(0.1)
    pytest.fail("the server did not answer")
