"""Formats before .docx and .xlsx, by way of LibreOffice where it is installed: a process of its own, without macros."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import Literal, TypeGuard

from corpus.files.kinds import KIND_NAMES, Kind
from corpus.files.limits import MOST_UNPACKED, FormatError
from corpus.files.packages import broken
from corpus.files.parts import Parts

OldKind = Literal["word97", "excel97", "rtf"]
_PROGRAMS = ("soffice", "libreoffice")
_SECONDS = 120
_MEMORY = 4 * 1024**3
"""Bytes of address space; the program itself takes about one GiB of it."""
_SUFFIXES: dict[OldKind, tuple[str, str]] = {
    "word97": (".doc", "docx"),
    "rtf": (".rtf", "docx"),
    "excel97": (".xls", "xlsx"),
}
_NO_MACROS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema">
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="DisableMacrosExecution" oor:op="fuse"><value>true</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Security/Scripting"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse"><value>true</value></prop></item>
</oor:items>
"""


def is_old(kind: Kind) -> TypeGuard[OldKind]:
    """Whether a kind is read by way of LibreOffice."""
    return kind in _SUFFIXES


def read_converted(kind: OldKind, data: bytes) -> Parts:
    """The file's text after conversion. Raises FormatError as `convert` does."""
    name, converted = convert(kind, data)
    if name.endswith("docx"):
        from corpus.files.docx.read import read_docx

        return read_docx(converted)
    from corpus.files.xlsx import read_xlsx

    return read_xlsx(converted)


def convert(kind: OldKind, data: bytes) -> tuple[str, bytes]:
    """A name and the bytes in the format that took the old one's place.

    Raises FormatError where LibreOffice is absent, slow, or cannot read the file.
    """
    program = next((found for name in _PROGRAMS if (found := shutil.which(name))), None)
    _, target = _SUFFIXES[kind]
    if program is None:
        raise FormatError(
            f"是{KIND_NAMES[kind]}，要借 LibreOffice 才能读，这台机器上没有；请安装 LibreOffice，或用原来的软件另存为 .{target} 再加入。"
        )
    return f"converted.{target}", _convert(program, kind, data)


def _convert(program: str, kind: OldKind, data: bytes) -> bytes:
    """Run LibreOffice on a copy, in a profile folder of its own; both are gone afterwards."""
    suffix, target = _SUFFIXES[kind]
    with tempfile.TemporaryDirectory(prefix="renshe-office-") as name:
        folder = Path(name)
        source = folder / f"in{suffix}"
        source.write_bytes(data)
        profile = folder / "profile" / "user"
        profile.mkdir(parents=True)
        (profile / "registrymodifications.xcu").write_text(_NO_MACROS, "utf-8")
        command = [
            program,
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            target,
            "--outdir",
            str(folder / "out"),
            str(source),
        ]
        environment = {**os.environ, "HOME": name, "SAL_DISABLE_OPENCL": "1"}
        if not _finishes(command, environment, folder):
            raise FormatError(
                f"用 LibreOffice 转换超过 {_SECONDS} 秒，没有读成；请用原来的软件另存为 .{target} 再加入。"
            )
        out = folder / "out" / f"in.{target}"
        if not out.is_file():
            raise broken()
        return out.read_bytes()


def _finishes(command: list[str], environment: dict[str, str], folder: Path) -> bool:
    """Run in a group of its own, which is ended whole when time is up: the program starts others."""
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        env=environment,
        cwd=folder,
        start_new_session=True,
    )
    _limit(process.pid)
    try:
        process.wait(_SECONDS)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        return False
    return True


def _limit(process: int) -> None:
    """Bound memory, processor time and written files of the process and of all that it starts, where the system can."""
    try:
        import resource
    except ImportError:  # Windows
        return
    if not hasattr(resource, "prlimit"):  # macOS
        return
    bounds = (
        (resource.RLIMIT_AS, _MEMORY),
        (resource.RLIMIT_CPU, 2 * _SECONDS),
        (resource.RLIMIT_FSIZE, MOST_UNPACKED),
    )
    with contextlib.suppress(OSError, ValueError):
        for what, most in bounds:
            resource.prlimit(process, what, (most, most))
