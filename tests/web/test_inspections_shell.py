"""What is kept for opening the inspection pages without a network is just what they load."""

from __future__ import annotations

import re
from pathlib import Path

import api

WEB = Path(api.__file__).parent / "web"
WORKER = WEB / "js" / "inspections" / "service_worker.js"


def kept() -> set[str]:
    """Modules that the worker names, as paths below `web`."""
    text = WORKER.read_text("utf-8")
    out: set[str] = set()
    for names, path in re.findall(r"\.\.\.\[([^\]]+)\]\.map\(\(name\) => `/static/([^`]+)`\)", text):
        out |= {path.replace("${name}", name) for name in re.findall(r'"([^"]+)"', names)}
    return out


def imported(start: Path) -> set[Path]:
    """A module and all that it imports."""
    found: set[Path] = set()
    left = [start]
    while left:
        module = left.pop()
        if module in found:
            continue
        found.add(module)
        left += [
            (module.parent / name).resolve() for name in re.findall(r'from "(\.[^"]+)"', module.read_text("utf-8"))
        ]
    return found


def test_every_module_and_style_of_the_pages_that_work_offline_is_kept() -> None:
    pages = [WEB / "js" / "inspections" / f"{name}.js" for name in ("list", "begin", "walk")]
    needed = set().union(*(imported(page) for page in (*pages, WEB / "js" / "shell.js")))
    names = {path.relative_to(WEB).as_posix() for path in needed} | {"js/display.js"}
    templates = [(WEB / "templates" / name).read_text("utf-8") for name in ("layout.html", "inspections/page.html")]
    names |= {name for text in templates for name in re.findall(r'href="/static/(css/[^"]+)"', text)}
    assert kept() == names
