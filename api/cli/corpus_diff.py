"""`renshe corpus diff`: what changed between two versions, folders or files, and which answers change with it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from api.cli.corpus_source import corpus_at, history_of
from api.cli.doors import Doors
from api.cli.terminal import Line, print_lines
from api.failures import WorkError

if TYPE_CHECKING:
    from assistant.compared import AnswerChange
    from corpus.records import Corpus
    from corpus.versions.diff.diff import Difference

CHANGED = 1
"""Exit status when anything differs, as `diff` has it."""


def diff(
    context: typer.Context,
    old: Annotated[str, typer.Argument(metavar="旧", help="版本号、文件夹或文件。")],
    new: Annotated[str, typer.Argument(metavar="新", help="版本号、文件夹或文件。")],
    questions: Annotated[
        str,
        typer.Option(metavar="文件", help='用这些问题比较答复，每行 {"id": …, "q": …}；不写则用本单位的题和提问记录。'),
    ] = "",
    no_answers: Annotated[bool, typer.Option("--no-answers", help="只比文件，不比答复。")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="输出 JSON。")] = False,
) -> None:
    """逐条比较两版文件，并列出哪些问题的答复会变。有不同则退出状态为 1，没有为 0。"""
    from corpus.versions.diff.diff import compare

    doors: Doors = context.obj
    before, after = _side(doors, old), _side(doors, new)
    found = compare(before.documents, after.documents)
    answers = [] if no_answers else _answers(doors, before, after, questions)
    if as_json:
        from api.versions.diff_json import diff_json

        typer.echo(json.dumps(diff_json(found, answers), ensure_ascii=False, indent=2))
    else:
        print_lines(_lines(found, answers, no_answers))
    if found or answers:
        raise typer.Exit(CHANGED)


def _side(doors: Doors, written: str) -> Corpus:
    if written.isascii() and written.isdigit():
        history = history_of(doors)
        return doors.compile(history.tree_of(int(written)), history.cache)
    path = Path(written)
    if not path.exists():
        raise WorkError(f"“{written}”既不是版本号，也不是文件或文件夹；版本号见 renshe corpus versions。")
    return corpus_at(doors, path)


def _answers(doors: Doors, before: Corpus, after: Corpus, questions: str) -> list[AnswerChange]:
    from assistant.bootstrap import assistant_of
    from assistant.compared import changed_answers
    from assistant.questions_kept import kept_questions, read_questions

    settings = doors.settings()
    asked = read_questions(Path(questions)) if questions else kept_questions(settings)
    if before.fingerprint == after.fingerprint or not asked:
        return []
    return list(changed_answers(assistant_of(settings, before), assistant_of(settings, after), asked))


def _lines(found: tuple[Difference, ...], answers: list[AnswerChange], no_answers: bool) -> list[Line]:
    lines = [Line(f"文件的不同：{len(found)} 处", "heading"), *(Line(f"  {d.text}") for d in found)]
    if no_answers:
        return lines
    lines.append(Line(f"答复会变的问题：{len(answers)} 个", "heading"))
    for change in answers:
        lines.append(Line(f"  {change.question}　（{change.source}）　{'；'.join(change.what)}", "strong"))
        lines.append(Line(f"    旧：{_flat(change.old.text)}"))
        lines.append(Line(f"    新：{_flat(change.new.text)}"))
    return lines


def _flat(text: str) -> str:
    return " ".join(text.split())
