"""The archive of an inspection (归档): one zip with papers, evidence, event log and a manifest of hashes.

    manifest.json      format, inspection, head of the log, and path, size and SHA-256 of every other file
    events.jsonl       the log, one entry a line, as its hash chain was made
    papers/…           the papers, numbered in the order given
    evidence/…         the files kept, named by their hash

The same content gives the same bytes: entries are in a fixed order and carry a fixed date.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

import msgspec

from assistant.inspection import chain
from assistant.inspection.errors import InspectionError
from assistant.inspection.events import Corrected, EvidenceAdded
from assistant.inspection.words import Evidence

FORMAT = 1
LIMIT = 1024 * 1024 * 1024
"""Bytes of all files together that are looked at: an inspection's photos are a few hundred MiB at most."""
_MANIFEST_LIMIT = 16 * 1024 * 1024
_UNREADABLE = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    ValueError,
    OSError,
)
"""What the library raises for a file that is no zip, or a broken or locked one."""
_MANIFEST, _LOG = "manifest.json", "events.jsonl"
_DATE = (1980, 1, 1, 0, 0, 0)
_NOT_IN_NAME = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')
_SUFFIX = re.compile(r"\.[a-z0-9]{1,5}")
_ENCODER = msgspec.json.Encoder(order="sorted")


class Held(msgspec.Struct, frozen=True, kw_only=True):
    """One file of the archive."""

    path: str
    sha256: str
    size: int
    """Bytes."""
    name: str = ""
    """What the sender called it, for evidence; for display only."""


class Manifest(msgspec.Struct, frozen=True, kw_only=True):
    """What the archive holds."""

    format: int
    inspection: str
    seq: int
    """Number of the last entry of the log."""
    head: str
    """Its hash."""
    files: tuple[Held, ...]


def make_archive(
    log: Sequence[chain.Link], papers: Iterable[tuple[str, bytes]], evidence: Mapping[str, bytes]
) -> bytes:
    """The zip of one inspection: its log, its papers (`(file name, bytes)`), its evidence by SHA-256.

    Raises InspectionError for an empty log and for evidence that the log names and nobody hands in.
    """
    if not log:
        raise InspectionError("这次检查还没有任何记录，没有可以归档的内容；请先开始检查。")
    files = {_LOG: b"".join(_ENCODER.encode(entry) + b"\n" for entry in log)}
    for n, (name, data) in enumerate(papers, 1):
        files[f"papers/{n:02d}-{_safe(name)}"] = data
    names: dict[str, str] = {}
    for kept in _named(log):
        if kept.sha256 not in evidence:
            raise InspectionError(f"证据文件“{kept.name}”找不到了，没有归档；请先核对证据存放的文件夹。")
        path = _path(kept)
        files[path], names[path] = evidence[kept.sha256], kept.name
    held = tuple(Held(path=p, sha256=_hash(d), size=len(d), name=names.get(p, "")) for p, d in sorted(files.items()))
    last = log[-1]
    manifest = Manifest(format=FORMAT, inspection=last.inspection, seq=last.seq, head=last.hash, files=held)
    whole = {_MANIFEST: msgspec.json.format(_ENCODER.encode(manifest), indent=2) + b"\n", **dict(sorted(files.items()))}
    return _zip(whole)


def verify_archive(data: bytes, head: tuple[int, str] | None = None) -> tuple[str, ...]:
    """What is wrong with an archive, as Chinese sentences; nothing when it is whole.

    `head` is number and hash of the log's last entry as kept elsewhere: without it, an archive that was made anew from
    a shortened log cannot be told from a true one.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(i.file_size for i in archive.infolist()) > LIMIT:
                return (f"压缩包解开后超过 {LIMIT // 1024**2} MiB，没有检查；请确认它是本系统导出的归档。",)
            names = archive.namelist()
            if len(set(names)) != len(names):
                return ("压缩包里有同名文件，不是本系统导出的归档。",)
            return tuple(_problems({n: archive.read(n) for n in names}, head))
    except _UNREADABLE:
        return ("这个文件不是完整的压缩包，打不开；请重新导出或重新传送。",)


def manifest_of(data: bytes) -> Manifest | None:
    """What an archive says of itself; None where it cannot be read. Proves nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(_MANIFEST).file_size > _MANIFEST_LIMIT:
                return None
            return msgspec.json.decode(archive.read(_MANIFEST), type=Manifest)
    except (*_UNREADABLE, KeyError, msgspec.DecodeError):
        return None


def _problems(files: Mapping[str, bytes], head: tuple[int, str] | None) -> Iterator[str]:
    try:
        manifest = msgspec.json.decode(files.get(_MANIFEST, b""), type=Manifest)
    except msgspec.DecodeError:
        yield f"归档里没有可读的 {_MANIFEST}，无法核对；请重新导出。"
        return
    listed = {h.path: h for h in manifest.files}
    for path, held in listed.items():
        if path not in files:
            yield f"少了文件 {path}。"
        elif (len(files[path]), _hash(files[path])) != (held.size, held.sha256):
            yield f"文件 {path} 与清单里的校验值不符，内容被改动过或已损坏。"
    for path in sorted(files.keys() - listed.keys() - {_MANIFEST}):
        yield f"多了清单里没有的文件 {path}。"
    yield from _log_problems(files.get(_LOG, b""), manifest, head)


def _log_problems(data: bytes, manifest: Manifest, head: tuple[int, str] | None) -> Iterator[str]:
    try:
        log = [msgspec.json.decode(line, type=chain.Link) for line in data.splitlines()]
        named = tuple(_named(log))
    except msgspec.DecodeError:
        yield f"{_LOG} 里有读不出的记录。"
        return
    broken = chain.first_break(manifest.inspection, log, head or (manifest.seq, manifest.head))
    if broken:
        yield f"检查记录在第 {broken.seq} 条断开：{broken.why}。"
    held = {h.sha256 for h in manifest.files}
    for kept in named:
        if kept.sha256 not in held:
            yield f"少了记录里提到的证据“{kept.name}”。"


def _named(log: Iterable[chain.Link]) -> Iterator[Evidence]:
    """Every file that the log names, each once; a withdrawn one too, for the log still shows it."""
    seen: set[str] = set()
    for entry in log:
        event = chain.decode(entry).event
        said = event.by if isinstance(event, Corrected) else event
        if isinstance(said, EvidenceAdded) and said.evidence.sha256 not in seen:
            seen.add(said.evidence.sha256)
            yield said.evidence


def _path(kept: Evidence) -> str:
    suffix = PurePosixPath(kept.name).suffix.lower()
    return f"evidence/{kept.sha256}{suffix if _SUFFIX.fullmatch(suffix) else ''}"


def _safe(name: str) -> str:
    return _NOT_IN_NAME.sub("_", name).strip(". ") or "文书"


def _hash(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _zip(files: Mapping[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, _DATE)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o600 << 16
            archive.writestr(entry, data)
    return out.getvalue()
