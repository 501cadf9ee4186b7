"""`renshe verify` and POST /v1/verify: the same report, and what each refuses."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from httpx import Response
from jsonschema import validate

from api.cli.doors import Doors
from api.cli.main import run
from assistant.claims.report import Report

Captured = pytest.CaptureFixture[str]


@pytest.fixture
def notice(tmp_path: Path) -> Path:
    file = tmp_path / "通知"
    file.write_text("罚款九百元。\n您好。", encoding="gb18030")
    return file


def test_a_table_with_verdict_reason_and_quote_and_no_colour_when_piped(
    doors: Doors, notice: Path, capsys: Captured
) -> None:
    assert run(["verify", str(notice)], doors) == 0
    out = capsys.readouterr().out
    for words in ("罚款", "不符", "上限应为700元", "“无证开船坞的，处三百元", "核对 1 处", "另有 1 句"):
        assert words in out
    assert "\x1b" not in out


def test_json_is_the_report_and_fits_its_schema(doors: Doors, notice: Path, capsys: Captured) -> None:
    assert run(["verify", str(notice), "--json"], doors) == 0
    printed = capsys.readouterr().out
    assert Report.model_validate_json(printed).totals.contradicted == 1
    assert run(["schema", "--of", "report"], doors) == 0
    validate(json.loads(printed), json.loads(capsys.readouterr().out))


def test_standard_input_is_read_in_any_encoding(
    doors: Doors, assistant, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    raw = "罚款九百元".encode("utf-16")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))
    assert run(["verify", "-"], doors) == 0
    assert assistant.checked == ["罚款九百元"]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "没有文字"),
        (b"\x00\x01", "二进制"),
        (b"\xff\xff\xff", "编码认不出来"),
        (("字" * 200_001).encode(), "一次最多核对 200,000 字"),
    ],
)
def test_what_cannot_be_checked_is_said_in_one_line(
    content: bytes, words: str, doors: Doors, tmp_path: Path, capsys: Captured
) -> None:
    file = tmp_path / "a"
    file.write_bytes(content)
    assert run(["verify", str(file)], doors) == 1
    printed = capsys.readouterr()
    assert words in printed.err
    assert (printed.out, printed.err.count("\n")) == ("", 1)


def test_a_missing_file_a_folder_and_no_file(doors: Doors, tmp_path: Path, capsys: Captured) -> None:
    assert run(["verify", str(tmp_path / "none")], doors) == 1
    assert run(["verify", str(tmp_path)], doors) == 1
    assert run(["verify"], doors) == 2
    assert "没有文件" in capsys.readouterr().err


def problem(response: Response, status: int) -> str:
    assert (response.status_code, response.headers["content-type"]) == (status, "application/problem+json")
    return response.json()["detail"]


def test_http_returns_the_report(client: TestClient, assistant) -> None:
    response = client.post("/v1/verify", json={"text": " 罚款九百元。 "})
    assert response.status_code == 200
    assert Report.model_validate(response.json()).claims[0].verdict == "contradicted"
    assert assistant.checked == [" 罚款九百元。 "]  # offsets are those of the text as sent


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ({}, "缺少文字（text）"),
        ({"text": " \n"}, "文字（text）是空的"),
        ({"text": 5}, "文字（text）应为文字"),
        ({"text": "字" * 200_001}, "最多 200000 字"),
        ({"text": "字", "q": 1}, "不认识字段 q"),
    ],
)
def test_each_fault_is_named_in_chinese(client: TestClient, body: object, words: str) -> None:
    assert words in problem(client.post("/v1/verify", json=body), 422)


def test_a_body_over_one_mebibyte_is_refused_and_a_long_one_is_not(client: TestClient, assistant) -> None:
    assert client.post("/v1/verify", json={"text": "a" * 150_000}).status_code == 200
    big = b'{"text": "' + b"x" * 1024 * 1024 + b'"}'
    assert "1024 KiB" in problem(client.post("/v1/verify", content=big), 413)
    assert len(assistant.checked) == 1


def test_half_a_character_and_a_failure_are_problems(client: TestClient) -> None:
    half = client.post("/v1/verify", content=b'{"text": "\\ud800"}', headers={"content-type": "application/json"})
    assert half.status_code in (200, 422)
    assert "服务内部出错" in problem(client.post("/v1/verify", json={"text": "坏掉"}), 500)
