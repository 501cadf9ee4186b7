"""The report: every text escaped, nothing fetched, each flip and each failed case with what was asked and answered."""

import re
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, get_args

import pytest

from assistant.answer import Answer
from evals.baseline import flips
from evals.case import Audience, Case, Expectation, Kind
from evals.chart import LABELS, PLOT, chart
from evals.config import Config, git_commit
from evals.coverage import Coverage
from evals.metrics import Rate
from evals.naive import Unmeasured
from evals.report import Report, render, write_report
from evals.results import Results
from evals.score import Verdict
from evals.words import Words

EVIL = "<script>alert('x')</script>&\"<b>"
CONFIG = Config("abc123-dirty", "corpus-print", "cases-print", "topics-print", "bundled-1", None, "3.11")
VOID = {"meta", "line", "rect", "path"}


def verdict(id: str, *failures: str, q: str = "问", **expect: Any) -> Verdict:
    fields = {"id": id, "kind": "route", "audience": "citizen", "q": q, "expect": expect or {"sections_any": ["甲科"]}}
    return Verdict(Case.model_validate(fields), failures)


def answer(id: str, text: str) -> Answer:
    return Answer(question="问", id=id, status="answered", intent="route", text=text)


def page(*verdicts: Verdict, before: dict[str, tuple[str, ...]] | None = None, **answers: str) -> str:
    results = Results(CONFIG, verdicts, (Rate("this project", 3, 4),), (Unmeasured("BM25 over the registry", EVIL),))
    flipped = None if before is None else flips(before, verdicts)
    return render(Report(results, {i: answer(i, t) for i, t in answers.items()}, flipped, Coverage((), ())))


class Tags(HTMLParser):
    """Collects tags and checks that they nest."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: set[str] = set()
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


def test_every_text_is_escaped():
    html = page(verdict("a", f"section {EVIL}", q=EVIL, sections_any=[EVIL]), before={"a": ()}, a=EVIL)
    assert "<script" not in html and "<b>&" not in html
    # Unmeasured reason; and in flips and failed cases each: question, expectation, failure, answer.
    assert html.count("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&#34;&lt;b&gt;") == 9


def test_the_page_is_well_formed_and_needs_nothing_from_elsewhere():
    html = page(verdict("a", "quote"), verdict("b"), before={"a": (), "b": ("quote",)}, a="答", b="答")
    tags = Tags()
    tags.feed(html)
    assert tags.open == [] and {"svg", "article", "details"} <= tags.seen
    assert tags.seen.isdisjoint({"script", "link", "img", "iframe"})
    assert not re.search(r"https?://|url\(|@import", html)


def test_flips_say_what_changed():
    verdicts = (verdict("a", "section 乙科", q="去哪办"), verdict("b", q="找谁"))
    html = page(*verdicts, before={"a": (), "b": ("section None",)}, a="找乙科", b="找甲科")
    lost, gained = html.split("<h3>退步</h3>")[1].split("<details><summary>新通过 1 个</summary>")
    assert all(words in lost for words in ("去哪办", "甲科", "通过", "首位科室不对，实为：乙科", "找乙科"))
    assert all(words in gained.split("</details>")[0] for words in ("找谁", "首位科室不对，实为：无", "找甲科"))


def test_without_a_baseline_the_report_says_so():
    assert "还没有基线" in page(verdict("a"))


def test_a_failed_case_without_an_answer_is_shown():
    assert "没有答复" in page(verdict("a", "no answer")).split('id="failed"')[1].split('id="coverage"')[0]


def test_the_report_names_what_made_it(tmp_path: Path):
    results = Results(CONFIG, (verdict("a"),), ())
    write_report(Report(results, {}, None, Coverage((), ())), tmp_path / "new" / "report.html")
    html = (tmp_path / "new" / "report.html").read_text("utf-8")
    assert all(part in html for part in ("abc123-dirty", "corpus-print", "cases-print", "topics-print", "bundled-1"))


def test_bars_and_whiskers_lie_on_the_scale():
    full, half, none = chart([Rate("a", 5, 5), Rate("b", 5, 10), Rate("c", 0, 0)], str.upper).bars
    assert (full.name, full.length, full.high) == ("A", PLOT, LABELS + PLOT)
    assert half.length == PLOT / 2 and half.low < LABELS + half.length < half.high
    assert (none.length, none.figures) == (0, "无用例")


@pytest.mark.parametrize(
    ("failed", "words"),
    [
        ("no warning", "缺少提示"),
        ("no answer", "没有答复"),
        ("status clarify", "状态不对，实为：追问"),
        ("figure 3, 4", "缺少数字：3, 4"),
        ("figures of speech", "figures of speech"),
    ],
)
def test_failed_checks_in_words(failed: str, words: str):
    assert Words.read().failure(failed) == words


def test_everything_that_cases_can_hold_has_a_name():
    families = Words.read().families
    assert set(get_args(Kind)) <= set(families["kinds"])
    assert set(get_args(Audience)) <= set(families["audiences"])
    assert set(get_args(Answer.model_fields["status"].annotation)) == set(families["statuses"])
    assert set(Expectation.model_fields) == set(families["expectations"])
    assert set(Config.__dataclass_fields__) == set(families["config"])


def test_the_commit_is_marked_where_files_differ(tmp_path: Path):
    def git(*words: str) -> None:
        who = ("-c", "user.name=x", "-c", "user.email=x@example.org")
        subprocess.run(("git", "-C", str(tmp_path), *who, *words), check=True, capture_output=True)

    git("init")
    (tmp_path / "a").write_text("1")
    git("add", "a")
    git("commit", "-m", "one")
    clean = git_commit(tmp_path)
    (tmp_path / "a").write_text("2")
    assert clean is not None and re.fullmatch("[0-9a-f]{40}", clean)
    assert git_commit(tmp_path) == f"{clean}-dirty"
    assert git_commit(tmp_path / "nowhere") is None
