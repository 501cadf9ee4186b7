"""A conversation over processes on the command line; its export, deletion and feedback over HTTP."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from api.app import create_app
from api.options import AppOptions
from assistant.answer import Answer
from assistant.conversation.journal import Journal
from assistant.journaled import JournaledAssistant
from assistant.store.store import open_store

ROOT = Path(__file__).parents[2]
SESSION = "0123456789abcdef"


@pytest.fixture
def served_with_journal(assistant, tmp_path: Path) -> Iterator[TestClient]:
    store = open_store(tmp_path)
    journal = Journal(lambda: store.asked, lambda: datetime.now(UTC))
    app = create_app(JournaledAssistant(assistant, journal), AppOptions(journal=journal))
    with TestClient(app) as client:
        yield client
    journal.close()
    store.close()


def test_export_and_delete(served_with_journal: TestClient) -> None:
    client = served_with_journal
    client.post("/v1/ask", json={"question": "第一问", "session": SESSION})
    client.post("/v1/ask", json={"question": "第二问", "session": SESSION})
    found = client.get(f"/v1/conversations/{SESSION}").json()
    assert [t["question"] for t in found["turns"]] == ["第一问", "第二问"]
    assert Answer.model_validate(found["turns"][0]["answer"]).citations
    assert client.delete(f"/v1/conversations/{SESSION}").status_code == 204
    assert client.get(f"/v1/conversations/{SESSION}").status_code == 404
    assert client.delete(f"/v1/conversations/{SESSION}").status_code == 404


def test_ids_that_can_be_guessed_open_nothing(served_with_journal: TestClient) -> None:
    served_with_journal.post("/v1/ask", json={"question": "问", "session": "1"})
    assert served_with_journal.get("/v1/conversations/1").status_code == 422


def test_feedback(served_with_journal: TestClient) -> None:
    given = {"id": "1", "question": "问", "helpful": False, "reason": "看不懂"}
    assert served_with_journal.post("/v1/feedback", json=given).status_code == 204
    assert served_with_journal.post("/v1/feedback", json={"id": "1"}).status_code == 422


def renshe(home: Path, *arguments: str) -> str:
    kept = {k: v for k, v in os.environ.items() if not k.startswith("RENSHE_")}
    environment = {**kept, "RENSHE_HOME": str(home), "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-m", "api.cli.main", *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=environment,
        cwd=ROOT,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_a_session_goes_on_in_another_process_and_staff_see_what_stayed_open(tmp_path: Path) -> None:
    renshe(tmp_path, "ask", "评职称找谁", "--session", "talk")
    answer = json.loads(renshe(tmp_path, "ask", "他们电话多少", "--session", "talk", "--json"))
    assert answer["read_as"] == "职称股电话多少"
    cases = tmp_path / "cases.jsonl"
    assert "1 次　文件没有写　他们电话多少" in renshe(tmp_path, "questions", "--export", str(cases))
    assert json.loads(cases.read_text("utf-8"))["q"] == "他们电话多少"
