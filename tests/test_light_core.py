"""The core answers without its heavy libraries: no torch, no training library, no agent framework, no vector store.

Each check runs a fresh interpreter in which importing one of them raises, as on a machine that lacks them.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = ("torch", "sentence_transformers", "transformers", "sklearn", "langchain", "langchain_core", "chromadb")
UNNEEDED = (*HEAVY, "jieba", "bm25s", "model2vec", "pypinyin", "yaml", "fastapi", "uvicorn", "sqlalchemy")
ROOT = Path(__file__).parents[1]

BLOCK = f"""
import sys
class Absent:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {HEAVY!r}:
            raise ImportError(name + " is absent in this check")
sys.meta_path.insert(0, Absent())
"""
COMMAND = (
    BLOCK
    + """
from api.cli.main import main
sys.argv = ["renshe", *sys.argv[1:]]
main()
"""
)
SERVICE = (
    BLOCK
    + """
import os
from fastapi.testclient import TestClient
from api.app import create_app
from assistant.bootstrap import build_assistant
from assistant.settings import Settings
client = TestClient(create_app(build_assistant(Settings.from_environment(os.environ))))
reply = client.post("/v1/ask", json={"question": sys.argv[1]})
print(reply.status_code, reply.text)
"""
)


@pytest.fixture(scope="module")
def environment(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """A fresh home; none of the caller's settings."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("RENSHE_")}
    return {**kept, "RENSHE_HOME": str(tmp_path_factory.mktemp("home")), "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT)}


def run(script: str, environment: dict[str, str], *arguments: str, stdin: str = "") -> str:
    """Standard output of a script in a fresh interpreter; its error output when it fails."""
    done = subprocess.run(
        [sys.executable, "-c", script, *arguments],
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return done.stdout


def test_the_blocker_blocks(environment: dict[str, str]) -> None:
    """The check itself: with the blocker in place a heavy library cannot be imported."""
    for name in HEAVY:
        script = BLOCK + f"\ntry:\n    import {name}\nexcept ImportError as e:\n    print(e)"
        assert "is absent in this check" in run(script, environment)


def test_ask_answers(environment: dict[str, str]) -> None:
    answer = json.loads(run(COMMAND, environment, "ask", "工伤认定找谁", "--json"))
    assert answer["status"] == "answered"
    assert answer["sections"] and answer["citations"]
    assert "[1]" in run(COMMAND, environment, "ask", "工伤认定找谁")


def test_a_batch_answers_in_order_and_twice_the_same_bytes(environment: dict[str, str]) -> None:
    questions = (
        "老板欠薪找谁",
        "涂改人力资源服务许可证会被罚多少",
        "怎么办护照",
        "勞動仲裁去哪個科室",
        "劳务派遣检查的程序",
        "",
    )
    lines = "".join(json.dumps({"id": i, "q": q}, ensure_ascii=False) + "\n" for i, q in enumerate(questions))
    first, second = (run(COMMAND, environment, "ask", "--batch", "-", stdin=lines) for _ in range(2))
    assert first == second
    assert [str(json.loads(line)["id"]) for line in first.splitlines()] == [str(i) for i in range(len(questions))]


def test_corpus_check_works(environment: dict[str, str]) -> None:
    found = json.loads(run(COMMAND, environment, "corpus", "check", "--json"))
    assert found["documents"][0]["anomalies"]


def test_schema_works(environment: dict[str, str]) -> None:
    assert "citations" in json.loads(run(COMMAND, environment, "schema"))["properties"]


def test_the_service_answers(environment: dict[str, str]) -> None:
    status, body = run(SERVICE, environment, "工伤认定找谁").split(" ", 1)
    printed = json.loads(run(COMMAND, environment, "ask", "工伤认定找谁", "--json"))
    assert status == "200"
    assert json.loads(body) == printed


def test_a_plain_question_loads_no_library_it_does_not_need(environment: dict[str, str]) -> None:
    """The vocabulary is cached by the questions before; a second start reads neither YAML nor any retrieval library."""
    script = f"""
import contextlib, io, sys
from api.cli.main import main
sys.argv = ["renshe", "ask", "工伤认定找谁", "--json"]
with contextlib.redirect_stdout(io.StringIO()), contextlib.suppress(SystemExit):
    main()
print(*sorted({{m.split(".")[0] for m in sys.modules}} & set({UNNEEDED!r})))
"""
    run(COMMAND, environment, "ask", "你好")
    assert run(script, environment).split() == []
