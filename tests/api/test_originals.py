"""The file a document was read from, and where in it a quote stands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from fastapi.testclient import TestClient
from made.as_docx import as_docx
from made.as_pdf import as_pdf
from made.model import MadeTable

from api.app import create_app
from api.options import AppOptions
from assistant.bootstrap import build_assistant
from assistant.settings import Settings

ROWS: list[list[str | None]] = [
    ["序号", "主要职责", "具体工作事项", "责任科室"],
    ["1", "劳动关系工作", "劳动人事争议调解仲裁", "仲裁科"],
    ["2", "工伤保险工作", "工伤认定", "工伤科"],
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "资料"
    folder.mkdir()
    (folder / "职责 一.docx").write_bytes(as_docx(["某某县人力资源和社会保障局职责登记表", MadeTable(ROWS)]))
    return folder


@pytest.fixture
def client(folder: Path, tmp_path: Path) -> Iterator[TestClient]:
    assistant = build_assistant(Settings(corpus=folder, home=tmp_path / "home"))
    with TestClient(create_app(assistant, AppOptions(documents=folder)), raise_server_exceptions=False) as opened:
        yield opened


def test_a_citation_opens_in_the_text_and_in_the_original(client: TestClient, folder: Path) -> None:
    answer = client.post("/v1/ask", json={"question": "工伤认定找哪个科室"}).json()
    cited = answer["citations"][0]
    assert cited["place"] == {"page": None, "box": None, "cell": "表1!R3C3"}
    text = client.get(f"/v1/corpus/{quote(cited['document'])}/text").text
    assert text[cited["start"] : cited["end"]] == cited["quote"]
    original = client.get(f"/v1/corpus/{quote(cited['document'])}/original")
    assert original.content == (folder / cited["file"]).read_bytes()
    assert original.headers["content-type"].endswith("wordprocessingml.document")
    assert original.headers["x-content-type-options"] == "nosniff"
    assert original.headers["content-disposition"].startswith("attachment;")


def test_a_file_that_changed_or_never_was(client: TestClient, folder: Path) -> None:
    (folder / "职责 一.docx").write_bytes(b"PK")
    for document, words in (("职责 一", "已经移走或改动"), ("没有", "没有这份文件")):
        reply = client.get(f"/v1/corpus/{quote(document)}/original")
        assert reply.status_code == 404 and words in reply.json()["detail"]


def test_the_command_line_names_the_page(tmp_path: Path) -> None:
    folder = tmp_path / "资料"
    folder.mkdir()
    (folder / "职责.pdf").write_bytes(as_pdf(["某某县人力资源和社会保障局职责登记表", MadeTable(ROWS)]))
    environment = {**os.environ, "RENSHE_CORPUS": str(folder), "RENSHE_HOME": str(tmp_path / "home")}

    def ask(*options: str) -> str:
        command = [sys.executable, "-m", "api.cli.main", "ask", "工伤认定找哪个科室", *options]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=environment, check=True)
        return done.stdout

    assert "（职责.pdf，第 1 页）" in ask()
    place = json.loads(ask("--json"))["citations"][0]["place"]
    assert place["page"] == 1 and len(place["box"]) == 4
