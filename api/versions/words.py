"""Versions in words and as JSON."""

from __future__ import annotations

from typing import Any

from corpus.versions.version import Version

_KINDS = {"first": "最初的文件", "change": "改动", "folder": "文件夹里改动", "dates": "注明有效期"}

_NO_YEAR = 1970
"""What was there before anybody kept versions has no time."""


def version_words(version: Version) -> str:
    """One line: number, when, who, what."""
    what = f"退回第 {version.of} 版" if version.of is not None else _KINDS[version.kind]
    at = version.at.astimezone().strftime("%Y-%m-%d %H:%M") if version.at.year > _NO_YEAR else ""
    return "　".join(filter(None, (f"第 {version.n} 版", at, version.by, what, version.note)))


def file_words(version: Version, before: Version | None) -> list[str]:
    """The documents that are not as in the version before."""
    old, new = before.files if before else {}, version.files
    lines = [f"去掉 {name}" for name in old if name not in new]
    for name, kept in new.items():
        if old.get(name) == kept:
            continue
        what = "新增" if name not in old else "更换" if old[name].sha256 != kept.sha256 else "注明"
        valid = "　".join(filter(None, (kept.start and f"自 {kept.start} 起", kept.end and f"至 {kept.end} 止")))
        lines.append(f"{what} {name}　{kept.sha256[:12]}" + (f"　{valid}" if valid else ""))
    return lines


def version_json(version: Version, before: Version | None) -> dict[str, Any]:
    """A version with its documents and what it changed."""
    return {
        "n": version.n,
        "at": version.at.isoformat(),
        "by": version.by,
        "kind": version.kind,
        "note": version.note,
        "of": version.of,
        "text": version_words(version),
        "changed": file_words(version, before),
        "files": [
            {"file": name, "sha256": kept.sha256, "from": kept.start, "to": kept.end}
            for name, kept in version.files.items()
        ],
    }
