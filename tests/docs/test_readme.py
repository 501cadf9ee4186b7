"""The READMEs say what is there: commands, settings, targets; and what they and the other pages show works."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import fields
from pathlib import Path

import pytest

from assistant.settings import Settings

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(?P<kind>\w*)\n(?P<text>.*?)^```$", re.M | re.S)
BLOCKS = [m for page in PAGES for m in BLOCK.finditer(page.read_text(encoding="utf-8"))]
SCRIPTS = list(dict.fromkeys(m["text"] for m in BLOCKS if m["kind"] == "sh"))
"""Each once: both READMEs show the same."""
_UNTESTABLE = ("make ", "renshe serve")
"""What a test must not start: the set-up itself, and a server that never ends."""


def _run(script: str, folder: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["bash", "-euc", script],
        cwd=folder,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )


def _scripts(wanted: str) -> list[str]:
    return [s for s in SCRIPTS if (wanted in s) and not any(word in s for word in _UNTESTABLE)]


@pytest.mark.parametrize(
    "script", [s for s in _scripts("renshe ") if "curl " not in s], ids=lambda s: s.splitlines()[0][:40]
)
def test_what_is_shown_on_the_command_line_works(script: str, tmp_path: Path, environment: dict[str, str]) -> None:
    done = _run(script, tmp_path, environment)
    assert done.returncode == 0, done.stderr


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("script", _scripts("curl "))
def test_what_is_shown_over_http_works(script: str, tmp_path: Path, environment: dict[str, str], served: str) -> None:
    done = _run(script.replace("curl ", "curl --fail ").replace("127.0.0.1:8000", served), tmp_path, environment)
    assert done.returncode == 0, done.stderr
    assert '"citations"' in done.stdout or '"whole":true' in done.stdout


def test_there_is_something_to_run() -> None:
    """An empty parametrisation would pass silently."""
    assert len(_scripts("renshe ")) >= 4 and _scripts("curl ")


@pytest.fixture(scope="module")
def commands(environment: dict[str, str]) -> list[str]:
    """Every command of the command line, in full."""
    return _commands("renshe", environment)


def test_every_command_stands_in_the_readmes(readmes: dict[str, str], commands: list[str]) -> None:
    assert "renshe ask" in commands and "renshe corpus add" in commands
    for name, text in readmes.items():
        missing = [c for c in commands if not re.search(rf"^\| `{c}\b", text, re.M)]
        unknown = sorted(set(re.findall(r"^\| `(renshe [a-z -]+[a-z])", text, re.M)) - set(commands))
        assert not missing and not unknown, f"{name}: missing {missing}, unknown {unknown}"


def test_every_command_and_target_shown_exists(commands: list[str], targets: set[str]) -> None:
    shown = [line for m in BLOCKS for line in re.findall(r"^(?:\$ )?((?:renshe|make) .+)$", m["text"], re.M)]
    known = [*commands, *(f"make {target}" for target in targets)]
    assert len(shown) > 20
    assert not [line for line in shown if not any(f"{line} ".startswith(f"{c} ") for c in known)]


@pytest.fixture(scope="module")
def targets(root: Path) -> set[str]:
    """Targets of the Makefile that a person calls."""
    return set(re.findall(r"^([a-z]+):", (root / "Makefile").read_text(encoding="utf-8"), re.M))


def test_every_make_target_stands_in_the_readmes(readmes: dict[str, str], targets: set[str]) -> None:
    for name, text in readmes.items():
        shown = set(re.findall(r"`make ([a-z]+)", text))
        shown |= {t for m in BLOCK.finditer(text) for t in re.findall(r"^make ([a-z]+)", m["text"], re.M)}
        assert shown == targets, name


def test_just_the_settings_in_use_stand_in_the_readmes(readmes: dict[str, str], root: Path) -> None:
    """A setting that is read and used nowhere would promise something."""
    sources = "".join(
        path.read_text(encoding="utf-8")
        for package in ("api", "assistant", "index")
        for path in sorted((root / package).rglob("*.py"))
    )
    in_use = {
        f"RENSHE_{f.name.upper()}" for f in fields(Settings) if re.search(rf"settings(\(\))?\.{f.name}\b", sources)
    }
    assert "RENSHE_CORPUS" in in_use
    for name, text in readmes.items():
        assert set(re.findall(r"^\| `(RENSHE_[A-Z_]+)`", text, re.M)) == in_use, name


def test_both_readmes_say_the_same(readmes: dict[str, str]) -> None:
    english, chinese = readmes["README.md"], readmes["README.zh-CN.md"]
    assert _outline(english) == _outline(chinese)
    assert _code(english) == _code(chinese)
    assert _first_cells(english) == _first_cells(chinese)
    assert english.count("\n- ") == chinese.count("\n- ")


def _commands(prefix: str, environment: dict[str, str]) -> list[str]:
    """All commands below one, read from its help; a command without any below it is itself."""
    program = shutil.which("renshe", path=environment["PATH"])
    assert program
    shown = subprocess.run(
        [program, *prefix.split()[1:], "--help"], env=environment, capture_output=True, text=True, check=True
    )
    below = re.findall(r"^  ([a-z]\S*)", shown.stdout.partition("Commands:")[2], re.M)
    return [c for word in below for c in _commands(f"{prefix} {word}", environment)] or [prefix]


def _outline(text: str) -> list[int]:
    prose = BLOCK.sub("", text)
    return [len(marks) for marks in re.findall(r"^(#+) ", prose, re.M)]


def _code(text: str) -> list[str]:
    """Code without its comments, which are translated."""
    return [re.sub(r" +# .*", "", m["text"]) for m in BLOCK.finditer(text)]


def _first_cells(text: str) -> list[str]:
    return re.findall(r"^\| (`[^`]+`|\*\*[^*]+\*\*) \|", text, re.M)
