"""Keeps the samples in the documents real: `python docs/samples.py` runs their commands and writes what they print.

A sample is a code block marked `console`: lines `$ renshe …`, each followed by its output. A file that a sample needs
stands in the same document, in a code block with `<!-- file: NAME -->` on the line before it. `--check` changes nothing
and exits with 1 when a sample is out of date.
"""

from __future__ import annotations

import contextlib
import difflib
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

from api.cli.main import run

ROOT = Path(__file__).parents[1]
PAGES = (*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md")))
_SAMPLE = re.compile(r"(?<=^```console\n).*?(?=^```$)", re.M | re.S)
_FILE = re.compile(r"^<!-- file: (?P<name>\S+) -->\n```\w*\n(?P<text>.*?)^```$", re.M | re.S)
_PROMPT = "$ "
_COLUMNS, _LINES = 88, 14
"""Characters and lines shown; what is left out is marked by `…`."""
_SOURCES = "依据"
"""Head of the list of quotes, of which a sample shows the first."""


def refreshed(page: str) -> str:
    """The page with every sample run again."""
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        for file in _FILE.finditer(page):
            Path(file["name"]).write_text(file["text"], encoding="utf-8")
        return _SAMPLE.sub(lambda sample: _run_again(sample.group()), page)


def _run_again(sample: str) -> str:
    commands = [line for line in sample.splitlines() if line.startswith(_PROMPT)]
    return "".join(f"{command}\n{_output(command)}" for command in commands)


def _output(command: str) -> str:
    program, *arguments = shlex.split(command.removeprefix(_PROMPT))
    if program != "renshe":
        raise ValueError(f"a sample runs renshe, not {program}")
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
        run(arguments)
    return "".join(f"{line}\n" for line in _shortened(printed.getvalue().rstrip("\n").splitlines()))


def _shortened(lines: list[str]) -> list[str]:
    kept = lines[: lines.index(_SOURCES) + 2] if _SOURCES in lines else lines
    if len(kept) > _LINES:
        kept = [line for line in kept[:_LINES] if line != _SOURCES]
    shown = [line if len(line) <= _COLUMNS else line[: _COLUMNS - 1] + "…" for line in kept]
    return shown + ["…"] * (len(kept) < len(lines))


def main(arguments: list[str]) -> int:
    """Refresh or check all pages; the exit status."""
    stale = 0
    with tempfile.TemporaryDirectory() as home:
        os.environ["RENSHE_HOME"] = home
        os.environ.pop("RENSHE_CORPUS", None)
        for path in PAGES:
            before = path.read_text(encoding="utf-8")
            after = refreshed(before)
            if before == after:
                continue
            stale += 1
            name = str(path.relative_to(ROOT))
            print("\n".join(difflib.unified_diff(before.splitlines(), after.splitlines(), name, "now", "", "", 0, "")))
            if "--check" not in arguments:
                path.write_text(after, encoding="utf-8")
    return 1 if stale and "--check" in arguments else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
