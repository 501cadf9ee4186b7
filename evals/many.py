"""`python -m evals.many`: how compile time, memory and answer time grow with documents and with articles of a law."""

from __future__ import annotations

import os
import resource
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

import typer
from rich.console import Console
from rich.table import Table

from assistant.bootstrap import assistant_of
from assistant.settings import Settings
from corpus.folder import compile_corpus

DOCUMENTS = (75, 150, 300)
ARTICLES = (500, 1_000, 2_000)
_QUESTIONS = ("无证开办第一类船坞怎么处罚", "第二类船坞多久检查一次", "工资被拖欠了找谁", "第十条写的是什么")
_MIB = 1024


@dataclass(frozen=True, slots=True)
class Size:
    """One measurement. Processor times in seconds, memory in MiB above what the program needs without documents."""

    what: str
    n: int
    characters: int
    compile_s: float
    memory_mib: float
    answer_ms: float
    clauses: int


def many(
    path: str = typer.Argument("", help="a folder of documents measured instead of the generated ones"),
) -> None:
    """Print the measurements and what doubling costs."""
    jobs = [("given", 0, path)] if path else [("documents", n, "") for n in DOCUMENTS]
    jobs += [] if path else [("articles", n, "") for n in ARTICLES]
    table = Table(
        "of", "number", "characters", "clauses", "compile CPU s", "memory MiB", "answer CPU ms", "compile µs/char"
    )
    for job in jobs:
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
            m = pool.submit(measure, *job).result()
        table.add_row(
            m.what, str(m.n), f"{m.characters:,}", f"{m.clauses:,}", f"{m.compile_s:.2f}", f"{m.memory_mib:.0f}",
            f"{m.answer_ms:.1f}", f"{m.compile_s / m.characters * 1e6:.1f}",
        )  # fmt: skip
    Console().print(table)


def measure(what: str, n: int, path: str) -> Size:
    """One size, in a process of its own."""
    with TemporaryDirectory(prefix="renshe-many-") as name:
        folder = Path(path) if path else Path(name) / "documents"
        if not path:
            write(folder, what, n)
        settings = Settings(corpus=folder, home=Path(name) / "home")
        before, began = _memory(), time.process_time()
        corpus = compile_corpus(folder)
        took = time.process_time() - began
        assistant = assistant_of(settings, corpus)
        for question in _QUESTIONS:
            assistant.ask(question)
        times: list[float] = []
        for question in _QUESTIONS * 5:
            began = time.process_time()
            assistant.ask(question)
            times.append((time.process_time() - began) * 1000)
        return Size(
            what=what,
            n=n or len(corpus.documents),
            characters=sum(len(d.text) for d in corpus.documents),
            compile_s=took,
            memory_mib=_memory() - before,
            answer_ms=median(times),
            clauses=sum(len(d.clauses) for d in corpus.documents),
        )


def write(folder: Path, what: str, n: int) -> None:
    """Made-up documents: `n` small ones, or one law of `n` articles."""
    folder.mkdir(parents=True)
    if what == "articles":
        (folder / "法律.txt").write_text("船坞法\n" + "\n".join(_articles(n)), "utf-8")
        return
    for i in range(1, n + 1):
        (folder / f"制度{i:04}.txt").write_text(_document(i), "utf-8")


def _articles(n: int) -> Iterator[str]:
    for i in range(1, n + 1):
        if i % 50 == 1:
            yield f"第{_written(i // 50 + 1)}章 第{_written(i // 50 + 1)}类船坞"
        yield (
            f"第{_written(i)}条 开办第{_written(i)}类船坞，应当具备第{_written(i % 97 + 1)}号航道的通行条件，"
            f"并在{i % 28 + 3}个工作日内向主管部门备案。无证开办第{_written(i)}类船坞的，责令停止活动，"
            f"处{i % 9 + 1}万元以上{i % 9 + 11}万元以下罚款。"
        )


def _document(i: int) -> str:
    name = f"第{_written(i)}类船坞"
    return (
        f"{name}监管制度\n\n（一）{name}监管\n一、监督检查对象\n{name}。\n二、监督检查内容和指标\n（一）监督检查内容\n"
        f"1、{name}的安全条件；\n2、{name}的收费情况。\n（二）监督检查指标\n1、日常检查：每季度不少于{i % 5 + 1}次。\n"
        f"三、监督检查方式\n日常检查。\n四、监督检查措施\n责令限期改正。\n五、监督检查程序\n"
        f"检查结束后{i % 20 + 3}个工作日内出具意见。\n六、监督检查处理\n"
        f"无证开办{name}的，处{i % 9 + 1}万元以上{i % 9 + 11}万元以下罚款。\n"
    )


def _written(n: int) -> str:
    """一, 十二, 一百零三 … up to 9999."""
    import cn2an

    return cn2an.an2cn(n)


def _memory() -> float:
    """Peak so far, in MiB."""
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / _MIB if sys.platform != "darwin" else peak / _MIB / _MIB


if __name__ == "__main__":
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")
    typer.run(many)
