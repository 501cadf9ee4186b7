"""Drafts: documents that were sent in and are looked at before they become a version. Files, so that all processes see them."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Literal

import msgspec

from corpus.errors import CorpusError
from corpus.records import Record
from corpus.versions.history import Change
from corpus.versions.originals import Originals

DraftState = Literal["working", "ready", "failed", "published", "discarded"]
_ID = re.compile(r"[0-9a-f]{32}")


class NoDraftError(CorpusError):
    """There is no such draft."""


class Draft(Record, frozen=True, kw_only=True):
    """One proposed version."""

    id: str
    state: DraftState
    by: str
    at: datetime
    note: str = ""
    put: dict[str, str]
    """Name → hash."""
    drop: tuple[str, ...] = ()
    start: str | None = None
    end: str | None = None
    base: int
    """The version it was made from."""
    step: str = ""
    """What is being done, for people."""
    done: int = 0
    total: int = 0
    error: str = ""
    version: int | None = None
    """The version it became."""
    pid: int = 0
    """The process that works on it."""

    def change(self, originals: Originals) -> Change:
        """What it would change."""
        put = {name: originals.read(sha) for name, sha in self.put.items()}
        return Change(put, drop=frozenset(self.drop), start=self.start, end=self.end)


@dataclass(frozen=True, slots=True)
class Drafts:
    """Kept as `drafts/<id>.json`, what was found beside it as `<id>.preview.json`."""

    folder: Path

    def save(self, draft: Draft, preview: Mapping[str, object] | None = None) -> Draft:
        """Keep the draft as it now stands; written whole or not at all."""
        if preview is not None:
            _write(self.folder / f"{draft.id}.preview.json", msgspec.json.encode(preview))
        _write(self.folder / f"{draft.id}.json", msgspec.json.encode(draft))
        return draft

    def get(self, id: str) -> Draft:
        """Raises NoDraftError. One whose process has ended while it worked counts as failed."""
        try:
            if not _ID.fullmatch(id):
                raise FileNotFoundError(id)
            draft = msgspec.json.decode((self.folder / f"{id}.json").read_bytes(), type=Draft)
        except (OSError, msgspec.DecodeError) as error:
            raise NoDraftError("没有这份草稿；现有的见 /v1/corpus/versions。") from error
        if draft.state == "working" and not _alive(draft.pid):
            words = "比较到一半时服务停了，没有结果；文件没有改动，请重新上传。"
            return self.save(msgspec.structs.replace(draft, state="failed", error=words))
        return draft

    def preview(self, id: str) -> dict[str, object] | None:
        """What was found; None until it is ready."""
        try:
            return msgspec.json.decode((self.folder / f"{id}.preview.json").read_bytes(), type=dict[str, object])
        except (OSError, msgspec.DecodeError):
            return None

    def open(self) -> list[Draft]:
        """Those neither published nor discarded, the latest first."""
        ids = (p.stem for p in self.folder.glob("*.json") if _ID.fullmatch(p.stem)) if self.folder.is_dir() else ()
        found = [draft for id in ids if (draft := self.get(id)).state not in ("published", "discarded")]
        return sorted(found, key=lambda d: d.at, reverse=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except OSError:
        return True
    return pid > 0


def _write(place: Path, data: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.NamedTemporaryFile(dir=place.parent, delete=False, prefix=".", suffix=".part") as part:
        part.write(data)
        part.flush()
        os.fsync(part.fileno())
    Path(part.name).replace(place)
