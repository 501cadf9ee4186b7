"""`renshe`: the command line. Each command lives in its own file; this one registers them and turns failures into exit statuses."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Sequence

import typer

from api.cli import account_commands, store_access, store_backup, store_check, token_commands, units_commands
from api.cli.ask import ask
from api.cli.chat import chat
from api.cli.corpus_add import add
from api.cli.corpus_build import build
from api.cli.corpus_check import check
from api.cli.corpus_diff import diff
from api.cli.corpus_show import show
from api.cli.corpus_versions import dates, remove, rollback, versions
from api.cli.doors import Doors
from api.cli.draw import draw
from api.cli.index_commands import index_build, index_search
from api.cli.inspect.commands import COMMANDS as INSPECT
from api.cli.mcp import mcp
from api.cli.meters import meters
from api.cli.new import new
from api.cli.plan import plan
from api.cli.questions import questions
from api.cli.schema import schema
from api.cli.serve import serve
from api.cli.usage import usage_sentence
from api.cli.verify import verify
from api.failures import WorkError
from assistant.accounts.errors import AccountError
from assistant.inspection.errors import InspectionError
from assistant.planning.errors import PlanError
from assistant.store.errors import StoreError
from corpus.errors import CorpusError
from index.errors import SearchIndexError

_CORPUS: dict[str, Callable[..., None]] = {
    "build": build,
    "check": check,
    "show": show,
    "add": add,
    "remove": remove,
    "versions": versions,
    "diff": diff,
    "rollback": rollback,
    "dates": dates,
}
DONE, FAILED, WRONG_USAGE = 0, 1, 2


def run(args: Sequence[str], doors: Doors | None = None) -> int:
    """Run one command line (without the program's name). Returns the exit status: 0 done, 1 failed, 2 wrong usage."""
    try:
        status = typer.main.get_command(_app()).main(
            list(args), prog_name="renshe", standalone_mode=False, obj=doors or Doors()
        )
    except (AccountError, CorpusError, InspectionError, PlanError, SearchIndexError, StoreError, WorkError) as failure:
        return _report(str(failure), FAILED)
    except typer.TyperException as error:
        return _report(usage_sentence(error), error.exit_code)
    except typer.Abort:
        return FAILED
    except OSError as error:
        return _report(f"文件操作失败：{error.filename}。请检查路径、权限和磁盘空间。", FAILED)
    return status if isinstance(status, int) else DONE


def main() -> None:
    """Entry point of the `renshe` script."""
    for stream in (sys.stdout, sys.stderr):
        # Answers are Chinese whatever the locale of the machine that pipes them.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8")
    sys.exit(run(sys.argv[1:]))


def _report(sentence: str, status: int) -> int:
    print(sentence, file=sys.stderr)
    return status


def _app() -> typer.Typer:
    app = typer.Typer(
        help="人社政策助手：只依据本局文件回答，句句注明出处。",
        rich_markup_mode=None,
        add_completion=False,
        no_args_is_help=True,
    )
    app.callback()(_root)
    app.command()(ask)
    app.command()(chat)
    app.command()(plan)
    app.command()(draw)
    app.command()(meters)
    app.command()(serve)
    app.command()(mcp)
    app.command()(verify)
    app.command()(questions)
    app.command()(schema)
    app.command()(new)
    app.add_typer(_group("文件：编译、检查、查看、加入，版本和比较。", **_CORPUS), name="corpus")
    app.add_typer(_group("检索引擎：为任意段落建索引、检索。", build=index_build, search=index_search), name="index")
    app.add_typer(_group("检查：开始、录入、文书、归档。要先登录。", **INSPECT), name="inspect")
    app.add_typer(_group("单位名录：导入、列出。", **units_commands.COMMANDS), name="units")
    app.add_typer(_group("账号：新建、列出、改密码、改角色、停用。", **account_commands.COMMANDS), name="account")
    app.add_typer(_group("接口令牌：新建、列出、停用。", **token_commands.COMMANDS), name="token")
    app.add_typer(
        _group(
            "存储：核对、备份检查记录和证据文件，看访问日志。",
            check=store_check.check,
            backup=store_backup.backup,
            access=store_access.access,
        ),
        name="store",
    )
    return app


def _group(help_text: str, **commands: Callable[..., None]) -> typer.Typer:
    group = typer.Typer(help=help_text, rich_markup_mode=None, no_args_is_help=True)
    for name, command in commands.items():
        group.command(name)(command)
    return group


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"renshe {version('renshe')}")
        raise typer.Exit


def _root(
    version: bool = typer.Option(False, "--version", help="显示版本号。", is_eager=True, callback=_print_version),
) -> None:
    """人社政策助手：只依据本局文件回答，句句注明出处。"""


if __name__ == "__main__":
    main()
