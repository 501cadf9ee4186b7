"""Evidence is kept under its hash, whole or not at all, and checked when read."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from assistant.store.errors import DamagedError, StoreError
from assistant.store.files import MAX_BYTES, Files
from assistant.store.media import display_name, media_type
from assistant.store.store import open_store
from evals.scratch import Scratch

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path / "evidence")


def test_a_file_reads_back_and_is_kept_once(files: Files, tmp_path: Path) -> None:
    kept, again = files.keep(PNG, "门口.png"), files.keep(PNG, "又一张.png")
    assert kept.sha256 == again.sha256 == hashlib.sha256(PNG).hexdigest()
    assert (kept.name, kept.size, kept.media_type) == ("门口.png", 108, "image/png")
    assert files.read(kept.sha256) == PNG and kept.sha256 in files
    assert list(files.kept()) == [kept.sha256]


def test_a_changed_file_is_not_handed_out_and_is_mended_when_sent_again(files: Files, tmp_path: Path) -> None:
    sha256 = files.keep(PNG, "x").sha256
    path = tmp_path / "evidence" / sha256[:2] / sha256[2:]
    path.write_bytes(PNG[:-1])
    with pytest.raises(DamagedError, match="不一致"):
        files.read(sha256)
    files.keep(PNG, "x")
    assert files.read(sha256) == PNG


def test_a_write_that_fails_leaves_nothing_behind_to_read(files: Files, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StoreError, match="磁盘空间"):
        files.keep(PNG, "x")
    monkeypatch.undo()
    assert list(files.kept()) == []


def test_empty_and_too_large_files_are_refused(files: Files) -> None:
    with pytest.raises(StoreError, match="空文件"):
        files.keep(b"", "x")
    with pytest.raises(StoreError, match="20 MB"):
        files.keep(b"0" * (MAX_BYTES + 1), "x")
    assert files.keep(b"0" * MAX_BYTES, "x").size == MAX_BYTES


@pytest.mark.parametrize("name", ["../../etc/passwd", "", "A" * 64, "a" * 63])
def test_only_a_hash_names_a_file(name: str, files: Files) -> None:
    with pytest.raises(StoreError, match="校验值"):
        files.read(name)


NAMES = [
    ("现场 照片.jpg", "现场 照片.jpg"),
    ("../../etc/passwd", "passwd"),
    ("C:\\照片\\门口.jpg", "门口.jpg"),
    ("gpj.\u202efdp.exe", "gpj.fdp.exe"),
    ("a\x00b\n.pdf", "ab.pdf"),
    ('<img src="x">.png', "_img src=_x__.png"),
    ("..", "未命名"),
    ("", "未命名"),
    ("长" * 200 + ".jpeg", "长" * 115 + ".jpeg"),
]


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_names_are_safe_to_show(name: str, shown: str) -> None:
    assert display_name(name) == shown


KINDS = [
    (b"\xff\xd8\xff\xe0", "image/jpeg"),
    (PNG, "image/png"),
    (b"%PDF-1.7\n", "application/pdf"),
    (b"RIFF\x10\x00\x00\x00WEBPVP8 ", "image/webp"),
    (b"\x00\x00\x00\x18ftypheic", "image/heic"),
    (b"<html>%PDF-1.7", "application/octet-stream"),
    (b"<svg xmlns='http://www.w3.org/2000/svg'><script/>", "application/octet-stream"),
]


@pytest.mark.parametrize(("data", "kind"), KINDS)
def test_the_kind_is_read_from_the_content(data: bytes, kind: str) -> None:
    assert media_type(data) == kind


def test_what_an_interrupted_write_left_goes_once_it_is_old(place: Scratch) -> None:
    files = Files(place.home / "evidence")
    kept = files.keep(b"photo", "a.jpg")
    folder = files.path(kept.sha256).parent
    old, new = folder / "tmp1.part", folder / "tmp2.part"
    for part in (old, new):
        part.write_bytes(b"half of it")
    os.utime(old, (0, 0))
    open_store(place.home, place.url).close()
    assert not old.exists() and new.exists() and files.read(kept.sha256) == b"photo"
    assert (files.tidy(older_than_s=-1), list(files.kept())) == (1, [kept.sha256])
