"""Starting the command line stays light."""

from __future__ import annotations

import subprocess
import sys

HEAVY = (
    "fastapi starlette uvicorn chromadb torch sentence_transformers langchain jieba bm25s pydantic rich numpy opencc"
)


def test_importing_the_command_line_pulls_in_nothing_heavy() -> None:
    script = (
        f"import sys, api.cli.main; print(*sorted({{m.split('.')[0] for m in sys.modules}} & set({HEAVY.split()!r})))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


def test_usage_error_of_the_real_process_is_two_and_utf8_in_any_locale() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "api.cli.main", "bogus"],
        capture_output=True,
        env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
        check=False,
    )
    assert done.returncode == 2
    assert "没有这个命令" in done.stderr.decode("utf-8")
    assert done.stdout == b""
