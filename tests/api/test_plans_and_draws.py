"""`renshe plan`, `renshe draw`, POST /v1/plans, POST /v1/draws: over the shipped documents."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient
from icalendar import Calendar
from openpyxl import load_workbook

from api.app import create_app
from api.cli.main import run
from assistant.bootstrap import build_assistant
from assistant.settings import Settings

SHIPPED = Path(__file__).parents[2] / "corpus" / "documents"
Printed = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(autouse=True)
def environment(home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("RENSHE_HOME", str(home))
    monkeypatch.delenv("RENSHE_CORPUS", raising=False)
    monkeypatch.chdir(tmp_path)
    rows = [f"单位{i:03d},{'不定时' if i % 2 else '综合'},{'2026-05-01' if i < 5 else ''}" for i in range(41)]
    Path("units.csv").write_text("单位名称,类别,上次检查日期\n" + "\n".join(rows) + "\n单位000,综合,\n,,\n", "utf-8")
    return


@pytest.fixture(scope="module")
def web(home: Path) -> TestClient:
    return TestClient(create_app(build_assistant(Settings(corpus=SHIPPED, home=home))))


def test_a_plan_is_shown_as_a_table(capsys: Printed) -> None:
    assert run(["plan", "--regime", "劳务派遣", "--units", "26", "--year", "2026"]) == 0
    out = capsys.readouterr().out
    for words in (
        "2026 年劳务派遣经营许可事项监管检查计划",
        "至少 13 家",
        "26 × 30% = 7.8，向上取整为 8",
        "不少于 2 人",
    ):
        assert words in out


def test_a_plan_is_written_in_every_format(capsys: Printed) -> None:
    for form in ("docx", "xlsx", "ics", "csv", "json"):
        line = ["plan", "--regime", "派遣", "--units", "26", "--year", "2026", "--format", form]
        assert run([*line, "--out", f"a.{form}"]) == 0 and run([*line, "--out", f"b.{form}"]) == 0
        assert Path(f"a.{form}").read_bytes() == Path(f"b.{form}").read_bytes()
    assert "已写入 a.docx" in capsys.readouterr().out
    assert len(Calendar.from_ical(Path("a.ics").read_bytes()).walk("VEVENT")) == 16
    assert load_workbook("a.xlsx").sheetnames == ["检查计划", "说明"]


def test_a_plan_for_a_list_and_for_several_regimes(capsys: Printed) -> None:
    assert run(["plan", "--regime", "特殊工时", "--units-file", "units.csv", "--year", "2026", "--quarter", "2"]) == 0
    seen = capsys.readouterr()
    assert "41 × 30% = 12.3" in seen.out and "20 × 50% = 10" in seen.out
    assert "第 43 行与第 2 行重复" in seen.err
    assert run(["plan", "--units", "派遣=26", "--units", "特殊工时=40", "--year", "2026", "--month", "4"]) == 0
    assert "40 × 30% = 12" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("line", "status", "words"),
    [
        (["plan", "--regime", "宇宙", "--year", "2026"], 1, "没有叫“宇宙”的监管制度"),
        (["plan", "--regime", "社会保险", "--year", "2026"], 1, "可以指几项制度"),
        (["plan"], 2, "--year"),
        (["plan", "--year", "2026", "--format", "pdf"], 2, "没有“pdf”这种格式"),
        (["plan", "--year", "2026", "--units", "很多"], 2, "应是正整数"),
        (["plan", "--year", "2026", "--out", "a.txt"], 2, "--format"),
        (["plan", "--year", "2026", "--regime", "派遣", "--units-file", "没有.csv"], 2, "没有文件"),
        (["draw", "--units-file", "units.csv"], 1, "没有说抽多少"),
        (["draw", "--units-file", "units.csv", "--share", "三成"], 2, "不是比例"),
        (["draw", "--units-file", "units.csv", "--size", "3", "--not-since", "昨天"], 2, "不是日期"),
        (["draw", "--units-file", "units.csv", "--size", "3", "--format", "ics"], 2, "没有“ics”这种格式"),
        (["draw", "--units-file", "units.csv", "--check", "units.csv"], 1, "读不懂"),
    ],
)
def test_what_cannot_be_done_is_said(capsys: Printed, line: list[str], status: int, words: str) -> None:
    assert run(line) == status
    seen = capsys.readouterr()
    assert words in seen.err and "Traceback" not in seen.err


def test_a_draw_shows_its_seed_and_can_be_checked(capsys: Printed) -> None:
    line = ["draw", "--units-file", "units.csv", "--regime", "特殊工时", "--not-since", "2026-01-01"]
    assert run([*line, "--format", "json", "--out", "r.json"]) == 0
    record = json.loads(Path("r.json").read_text("utf-8"))
    assert len(record["seed"]) == 16 and len(record["left_out"]) == 5 and record["size"] == 13
    assert run([*line, "--seed", record["seed"]]) == 0
    assert record["drawn"][0]["name"] in capsys.readouterr().out
    assert run(["draw", "--units-file", "units.csv", "--check", "r.json"]) == 0
    assert "核对相符" in capsys.readouterr().out
    Path("units.csv").write_text(Path("units.csv").read_text("utf-8").replace("单位007", "别的单位"), "utf-8")
    assert run(["draw", "--units-file", "units.csv", "--check", "r.json"]) == 1
    assert "名单不是抽取时的名单" in capsys.readouterr().err


def test_plans_over_http(web: TestClient) -> None:
    reply = web.post("/v1/plans", json={"year": 2026, "regime": "派遣", "units": 26})
    assert reply.status_code == 200 and len(reply.json()["lines"]) == 16
    several = web.post("/v1/plans", json={"year": 2026, "units": {"派遣": 26, "特殊工时": 40}, "month": 4}).json()
    assert [r["units"] for r in several["regimes"]] == [26, 40]
    file = web.post("/v1/plans", json={"year": 2026, "regime": "派遣", "units": 26, "format": "xlsx"})
    assert load_workbook(io.BytesIO(file.content)).sheetnames[0] == "检查计划"
    assert "attachment" in file.headers["content-disposition"]


def test_draws_over_http(web: TestClient) -> None:
    units = [{"name": f"单位{i}", "stratum": "不定时" if i % 2 else "综合"} for i in range(2000)]
    asked = {"units": units, "regime": "特殊工时", "seed": "s"}
    first, again = (web.post("/v1/draws", json=asked) for _ in range(2))
    assert first.status_code == 200 and first.content == again.content
    assert first.json()["size"] == 600 and first.json()["quotas"][0]["least"] == 500
    check = web.post("/v1/draws/check", json={"record": first.json(), "units": list(reversed(units))})
    assert check.json() == {"same": True, "differences": []}
    check = web.post("/v1/draws/check", json={"record": first.json(), "units": units[1:]})
    assert check.json()["same"] is False
    seeds = {web.post("/v1/draws", json={"units": ["甲", "乙"], "size": 1}).json()["seed"] for _ in range(3)}
    assert len(seeds) == 3


@pytest.mark.parametrize(
    ("path", "body", "words"),
    [
        ("plans", {}, "缺少年份（year）"),
        ("plans", {"year": 20260}, "年份（year）太大"),
        ("plans", {"year": "2026"}, "年份（year）应为整数"),
        ("plans", {"year": 2026, "regime": "宇宙"}, "没有叫“宇宙”"),
        ("plans", {"year": 2026, "format": "pdf"}, "可选：json、docx"),
        ("plans", {"year": 2026, "month": 1, "quarter": 1}, "只写一个"),
        ("draws", {"units": []}, "没有单位"),
        ("draws", {"units": ["甲"]}, "没有说抽多少"),
        ("draws", {"units": [5], "size": 1}, "单位"),
        ("draws", {"units": ["甲"], "size": 0}, "抽取家数（size）太小"),
        ("draws", {"units": ["甲"], "share": 2}, "抽取比例（share）"),
        ("draws", {"units": ["甲"], "size": 1, "seed": "a\nb"}, "种子"),
        ("draws/check", {"record": {}, "units": ["甲"]}, "读不懂"),
    ],
)
def test_http_faults_are_problems_in_chinese(web: TestClient, path: str, body: object, words: str) -> None:
    reply = web.post(f"/v1/{path}", json=body)
    assert (reply.status_code, reply.headers["content-type"]) == (422, "application/problem+json")
    assert words in reply.json()["detail"]


def test_lists_may_be_longer_than_questions_and_not_endless(web: TestClient) -> None:
    reply = web.post("/v1/draws", content=b" " * 5_000_001, headers={"content-type": "application/json"})
    assert reply.status_code == 413
    assert web.post("/v1/ask", content=b" " * 1_100_000).status_code == 413
