"""All documents: links lead somewhere, nothing points outside the repository, samples are real, tables are complete."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

from corpus.anomalies import RULES

ROOT = Path(__file__).parents[2]
PAGES = [*sorted(ROOT.glob("README*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
_LINK = re.compile(r"\]\((?!https?:|#|mailto:)(?P<target>[^)#\s]+)")
_OUTSIDE = re.compile(r"(?<![\w./~])(?:~|/(?:home|root|work|tmp|usr|opt|etc|srv|var|mnt|Users))/")
_REGISTRY = re.compile(r"\bpypi\b|pythonhosted|npmjs|index-url|registry\.|mirrors?\.|simple/", re.I)
_MAX_PICTURE_BYTES = 300_000


def _name(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_links_lead_to_files_of_the_repository(page: Path) -> None:
    targets = [m["target"] for m in _LINK.finditer(page.read_text(encoding="utf-8"))]
    lost = [t for t in targets if not (found := (page.parent / t).resolve()).exists() or ROOT not in found.parents]
    assert not lost


@pytest.mark.parametrize("page", PAGES, ids=_name)
def test_nothing_points_outside(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    assert not _OUTSIDE.findall(text)
    assert not _REGISTRY.findall(text)


def test_every_page_is_reached_from_the_readme() -> None:
    seen: set[Path] = set()
    waiting = [ROOT / "README.md"]
    while waiting:
        page = waiting.pop()
        page = page / "README.md" if page.is_dir() else page
        if page in seen or page.suffix != ".md":
            continue
        seen.add(page)
        waiting += [(page.parent / m["target"]).resolve() for m in _LINK.finditer(page.read_text(encoding="utf-8"))]
    assert sorted(seen) == sorted(PAGES)


def test_pictures_stay_small() -> None:
    pictures = sorted((ROOT / "docs" / "images").iterdir())
    assert pictures
    assert not [p.name for p in pictures if p.stat().st_size > _MAX_PICTURE_BYTES]


def test_files_named_in_the_architecture_exist() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    named = re.findall(r"`((?:api|assistant|corpus|index|evals|tests)/[\w/]*(?:\.\w+)?)`", text)
    assert len(named) > 20
    assert not [n for n in named if not (ROOT / n).exists()]


def test_every_anomaly_is_explained() -> None:
    """Codes as the rules' sources give them, against the table of the page."""
    sources = {Path(sys.modules[rule.__module__].__file__ or "") for rule in RULES}
    sources |= {ROOT / "corpus" / "extraction.py", *(ROOT / "corpus" / "files").rglob("*.py")}
    written = re.compile(r'(?:code=|remark\(\s*)"([a-z-]+)"')
    codes = {c for s in sources for c in written.findall(s.read_text(encoding="utf-8"))}
    page = (ROOT / "docs" / "adding-a-bureau.md").read_text(encoding="utf-8")
    rows = "".join(re.findall(r"^\|[^|]+\|", page, re.M))
    assert set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", rows)) == codes


def test_samples_are_what_the_program_prints() -> None:
    """When this fails: answers changed. Look at the difference, then run `python docs/samples.py`."""
    checked = subprocess.run(
        [sys.executable, "docs/samples.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert checked.returncode == 0, checked.stdout + checked.stderr
