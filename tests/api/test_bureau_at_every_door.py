"""One of several bureaus is asked for in a batch, in the terminal's talk, over MCP and over the chat-completions door."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from api.cli.main import run
from api.metrics import Metrics
from api.routes.chat import router
from assistant.answer import Answer
from assistant.bootstrap import build_assistant
from assistant.settings import Settings
from assistant.tools.catalogue import TOOLS

DUTIES = """{}县人力资源和社会保障局内设机构
（一）办公室。负责文电、会务、机要、档案工作。
（二）{}。负责劳动人事争议调解仲裁工作；负责追讨农民工工资。
"""
QUESTION = "劳动仲裁找哪个科室"


@pytest.fixture
def documents(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for folder, county, section in (("甲", "渡口", "仲裁科"), ("乙", "河湾", "调解仲裁股")):
        path = tmp_path / "documents" / folder / "职责.txt"
        path.parent.mkdir(parents=True)
        path.write_text(DUTIES.format(county, section), "utf-8")
    monkeypatch.setenv("RENSHE_CORPUS", str(tmp_path / "documents"))
    monkeypatch.setenv("RENSHE_HOME", str(tmp_path / "home"))
    return tmp_path / "documents"


def sections(answer: dict[str, list[dict[str, str]]]) -> list[str]:
    return [s["name"] for s in answer["sections"]]


@pytest.mark.usefixtures("documents")
def test_a_line_of_a_batch_names_its_bureau(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = [{"q": QUESTION, "bureau": "甲"}, {"q": QUESTION}]
    text = "\n".join(json.dumps(line) for line in lines)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
    assert run(("ask", "--batch", "-", "--bureau", "乙")) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [sections(a) for a in answers] == [["仲裁科"], ["调解仲裁股"]]
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b'{"q": "x", "bureau": 3}')))
    assert run(("ask", "--batch", "-")) == 1
    assert '"bureau" 应为文字' in capsys.readouterr().err


@pytest.mark.usefixtures("documents")
def test_a_talk_stays_with_the_bureau(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO(f"{QUESTION}\n他们电话多少\n"))
    assert run(("chat", "--bureau", "河湾县")) == 0
    said = capsys.readouterr().out
    assert said.count("调解仲裁股") >= 2 and "仲裁科" not in said


def test_tools_and_chat_completions_take_the_bureau(documents: Path, tmp_path: Path) -> None:
    assistant = build_assistant(Settings(corpus=documents, home=tmp_path / "home"))
    ask = next(t for t in TOOLS if t.name == "ask")
    answer = ask.call(assistant, ask.input.model_validate({"question": QUESTION, "bureau": "甲"}))
    assert isinstance(answer, Answer) and [s.name for s in answer.sections] == ["仲裁科"]
    app = FastAPI()
    app.include_router(router(assistant, Metrics()))
    messages = [{"role": "user", "content": words} for words in (QUESTION, "他们电话多少")]
    reply = TestClient(app).post("/v1/chat/completions", json={"messages": messages, "bureau": "乙"}).json()
    assert reply["answer"]["read_as"] == "调解仲裁股电话多少"
