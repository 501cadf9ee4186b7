"""Files of another kind are named, not passed over in silence."""

from __future__ import annotations

from pathlib import Path

from corpus.folder import left_out


def test_files_of_another_kind_are_named(tmp_path: Path) -> None:
    for name in ("甲.txt", "乙.pptx", "丙.md", ".藏.pptx"):
        (tmp_path / name).write_text("办公室", encoding="utf-8")
    assert left_out(tmp_path) == ("乙.pptx",)
