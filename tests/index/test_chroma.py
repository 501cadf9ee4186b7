"""Dense search: the embedded store and a real Chroma server give the same rows."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from index.dense import DenseIndex
from index.engine import SearchIndex, build_index
from index.errors import SearchIndexError
from index.records import PassageText

CHROMA = shutil.which("chroma") or shutil.which("chroma", path=str(Path(sys.executable).parent))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    if CHROMA is None:
        pytest.skip("the chroma program is not installed")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    data = tmp_path_factory.mktemp("chroma")
    command = [CHROMA, "run", "--path", str(data), "--host", "127.0.0.1", "--port", str(port)]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    url = f"http://127.0.0.1:{port}"
    try:
        _wait(process, url)
        yield url
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait(process: subprocess.Popen[bytes], url: str) -> None:
    for _ in range(150):
        if process.poll() is not None:
            pytest.fail(f"chroma run ended with {process.returncode}")
        try:
            with urllib.request.urlopen(f"{url}/api/v2/heartbeat", timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    pytest.fail("chroma run did not answer within 30 seconds")


def test_the_nearest_rows_come_first_and_ties_by_row(tmp_path: Path):
    vectors = np.array([[0, 1], [1, 0], [0.8, 0.6], [1, 0]], dtype=np.float32)
    dense = DenseIndex.build(tmp_path, None, "renshe-test", vectors)
    assert dense.search(vectors[1], 4) == [1, 3, 2, 0]


def test_small_collections_are_searched_exactly(tmp_path: Path):
    vectors = np.random.default_rng(3).normal(size=(500, 32)).astype(np.float32)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True)
    dense = DenseIndex.build(tmp_path, None, "renshe-exact", vectors)
    for vector in vectors[:20]:
        assert dense.search(vector, 10) == np.argsort(-(vectors @ vector), kind="stable")[:10].tolist()


def test_a_server_gives_the_same_hits_as_the_embedded_store(
    server: str, tmp_path: Path, embedder: Any, passages: list[PassageText], index: SearchIndex
):
    build_index(passages, tmp_path / "index", embedder=embedder, chroma_url=server)
    remote = SearchIndex.open(tmp_path / "index", embedder=embedder)
    for query in ("拖欠工资", "领取失业保险金", "年满六十"):
        assert remote.search(query, 4) == index.search(query, 4)


def test_a_collection_lost_on_the_server_is_said(
    server: str, tmp_path: Path, embedder: Any, passages: list[PassageText]
):
    build_index(passages[:3], tmp_path / "index", embedder=embedder, chroma_url=server)
    manifest = tmp_path / "index" / "manifest.json"
    text = manifest.read_text(encoding="utf-8")
    manifest.write_text(text.replace('"collection": "renshe-', '"collection": "gone-'), encoding="utf-8")
    with pytest.raises(SearchIndexError, match="没有这个索引"):
        SearchIndex.open(tmp_path / "index", embedder=embedder)


@pytest.mark.parametrize(("url", "words"), [("http://127.0.0.1:9", "没有应答"), ("chroma.example", "地址不对")])
def test_a_server_that_is_not_there_is_said(tmp_path: Path, url: str, words: str):
    with pytest.raises(SearchIndexError, match=words):
        DenseIndex.build(tmp_path, url, "renshe-test", np.ones((1, 2), dtype=np.float32))


def test_collection_names_are_ascii(tmp_path: Path):
    with pytest.raises(ValueError, match="collection name"):
        DenseIndex.build(tmp_path, None, "法规", np.ones((1, 2), dtype=np.float32))
