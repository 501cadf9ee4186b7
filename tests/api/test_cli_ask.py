"""`renshe ask`, `chat`, `schema`: output and exit status."""

from __future__ import annotations

import io
import json
from datetime import date

import pytest

from api.cli.doors import Doors
from api.cli.main import run
from assistant.answer import Answer
from corpus.errors import CorpusError


def feed(monkeypatch: pytest.MonkeyPatch, text: str | bytes) -> None:
    raw = text if isinstance(text, bytes) else text.encode("utf-8")
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw), encoding="utf-8"))


def test_plain_answer_names_section_fine_total_and_quote(doors: Doors, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "无证开船坞罚多少"], doors) == 0
    out = capsys.readouterr().out
    for words in (
        "船员科（主办）",
        "300 元以上 700 元以下罚款",
        "600 元至 1400 元",
        "“无证开船坞的，处三百元",
        "1. 甲",
    ):
        assert words in out
    assert "\x1b" not in out


def test_json_is_the_answer(doors: Doors, assistant, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "问", "--json", "--session", "s", "--as-of", "2025-01-31"], doors) == 0
    assert Answer.model_validate_json(capsys.readouterr().out).session == "s"
    assert assistant.asked == [("问", None, "s", date(2025, 1, 31))]


def test_batch_answers_in_order_and_copies_any_id(
    doors: Doors, assistant, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        '\ufeff{"id": "a", "q": "一", "session": "s", "as_of": "2024-02-29"}',
        "",
        '{"id": 7, "q": "二"}',
        '{"id": {"k": [null]}, "q": "三"}',
        '{"q": "四"}\r',
    ]
    feed(monkeypatch, "\n".join(lines))
    assert run(["ask", "--batch", "-"], doors) == 0
    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [a["id"] for a in answers] == ["a", 7, {"k": [None]}, "made-up"]
    assert [a["question"] for a in answers] == ["一", "二", "三", "四"]
    assert assistant.asked[0] == ("一", "a", "s", date(2024, 2, 29))


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("{", "第 2 行不是 UTF-8 的 JSON"),
        (b"\xff", "第 2 行不是 UTF-8 的 JSON"),
        ('{"id": 1, "q": "\\ud800"}', "第 2 行不是 UTF-8 的 JSON"),
        ("[]", "第 2 行不是 JSON 对象"),
        ('{"id": 1}', '第 2 行没有文字的 "q"'),
        ('{"id": 1, "q": 5}', '第 2 行没有文字的 "q"'),
        ('{"q": "x", "session": 5}', '"session" 应为文字'),
        ('{"q": "x", "as_of": "2025-02-30"}', '"as_of" 不是日期'),
        ('{"q": "x", "as_of": "20250230"}', '"as_of" 不是日期'),
    ],
)
def test_malformed_batch_line_is_named_and_nothing_is_printed(
    doors: Doors, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, line: str | bytes, words: str
) -> None:
    raw = line if isinstance(line, bytes) else line.encode("utf-8")
    feed(monkeypatch, b'{"q": "fine"}\n' + raw + b"\n")
    assert run(["ask", "--batch", "-"], doors) == 1
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert len(err.splitlines()) == 1


def test_missing_batch_file_fails_with_its_name(doors: Doors, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["ask", "--batch", "/no/such.jsonl"], doors) == 1
    assert "/no/such.jsonl" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (["ask"], "二者取一"),
        (["ask", "  "], "二者取一"),
        (["ask", "问", "--batch", "-"], "二者取一"),
        (["ask", "问", "--as-of", "明天"], "不是日期"),
        (["ask", "问", "--as-of", "2025-02-30"], "不是日期"),
        (["ask", "问", "--sesion", "1"], "没有选项 --sesion"),
        (["ask", "问", "再问"], "参数多了：再问"),
        (["ask", "问", "--session"], "--session 后面要跟一个值"),
        (["ask", "\udcff"], "不是 UTF-8"),
        (["问"], "没有这个命令"),
        (["serve", "--port", "70000"], "--port 的值不对"),
        (["index", "search"], "缺少参数 --index"),
        ([], "corpus"),
    ],
)
def test_wrong_usage_is_two_with_one_chinese_sentence(
    doors: Doors, capsys: pytest.CaptureFixture[str], args: list[str], words: str
) -> None:
    assert run(args, doors) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert words in err
    assert "Traceback" not in err


def test_corpus_error_is_one_line_and_one(capsys: pytest.CaptureFixture[str]) -> None:
    def broken():
        raise CorpusError("文件夹是空的。请放入文件。")

    assert run(["ask", "问"], Doors(assistant=broken)) == 1
    assert capsys.readouterr() == ("", "文件夹是空的。请放入文件。\n")


def test_chat_keeps_one_session_and_a_number_picks_an_option(
    doors: Doors, assistant, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    feed(monkeypatch, "先问\n2\n\n/退出\n不会问到\n")
    assert run(["chat"], doors) == 0
    assert [asked[0] for asked in assistant.asked] == ["先问", "乙"]
    assert len({asked[2] for asked in assistant.asked}) == 1
    assert "船员科" in capsys.readouterr().out


def test_chat_ends_at_end_of_input(doors: Doors, assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    feed(monkeypatch, "一问")
    assert run(["chat", "--session", "旧"], doors) == 0
    assert assistant.asked == [("一问", None, "旧", None)]


def test_schema_describes_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["schema"]) == 0
    assert json.loads(capsys.readouterr().out) == Answer.model_json_schema(mode="serialization")


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("renshe ")
