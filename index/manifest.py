"""What an index folder says about itself."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from index.errors import SearchIndexError
from index.records import PassageId

FORMAT = 2
_FILE = "manifest.json"
_STARTED = "renshe-index"
"""An empty file that marks the folder as ours from the first moment of a build."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parts of an index that are not in its lexical and dense stores."""

    collection: str
    """Chroma collection: ASCII, from the hash of passages and model."""
    model: str
    """Name of the embedding model."""
    chroma_url: str | None
    store: str
    """Folder of the vectors inside the index. Each build has its own: Chroma keeps a folder's database open for as long as
    the process lives, so a folder is never used for a second database."""
    terms: tuple[str, ...]
    """The corpus' own words, kept whole."""
    ids: tuple[PassageId, ...]
    """Id of each row, sorted."""
    sources: tuple[int, ...]
    """Number of the document of each row, -1 where it is not known."""

    def write(self, folder: Path) -> None:
        """Write the manifest into the folder."""
        data = {
            "format": FORMAT,
            "collection": self.collection,
            "model": self.model,
            "chroma_url": self.chroma_url,
            "store": self.store,
            "terms": self.terms,
            "ids": self.ids,
            "sources": self.sources,
        }
        (folder / _FILE).write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")

    @classmethod
    def read(cls, folder: Path) -> Manifest:
        """Read a folder's manifest. Raises SearchIndexError when there is none, or it is damaged or of another version."""
        if not folder.is_dir():
            raise SearchIndexError(f"没有这个索引文件夹：{folder}。请先用 renshe index build 建立。")
        if not (folder / _FILE).is_file():
            state = "索引没有建完" if cls.started(folder) else "文件夹里没有索引"
            raise SearchIndexError(f"{folder}：{state}。请用 renshe index build 重新建立。")
        try:
            data: dict[str, Any] = json.loads((folder / _FILE).read_text(encoding="utf-8"))
            version = data["format"]
            if version != FORMAT:
                raise SearchIndexError(f"索引 {folder} 是另一版本的程序建立的（格式 {version}）。请重新建立索引。")
            manifest = cls(
                collection=data["collection"],
                model=data["model"],
                chroma_url=data["chroma_url"],
                store=data["store"],
                terms=tuple(data["terms"]),
                ids=tuple(data["ids"]),
                sources=tuple(data["sources"]),
            )
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise SearchIndexError(f"索引 {folder} 已损坏：{_FILE} 不能读取。请重新建立索引。") from error
        return manifest

    @staticmethod
    def start(folder: Path) -> None:
        """Mark an empty folder as one in which an index is being built."""
        (folder / _STARTED).touch()

    @staticmethod
    def started(folder: Path) -> bool:
        """Whether the folder was made by a build, finished or not."""
        return (folder / _STARTED).is_file()
