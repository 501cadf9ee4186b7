"""The versions of one corpus folder: what is answered from, how it changes, and how it goes back."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path

import msgspec

from corpus.errors import CorpusError
from corpus.folder import document_files, load_corpus
from corpus.records import Corpus
from corpus.versions.in_force import files_now, files_on, version_of
from corpus.versions.inbox import Inbox
from corpus.versions.ledger import Ledger, Stamp
from corpus.versions.originals import Originals
from corpus.versions.version import Kept, Version, VersionKind

PACKAGED = Path(__file__).parents[1] / "documents"
"""The documents that come with the program: never written to."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a new version changes; dates are ISO and hold for the files put in, or for those named in `dates`."""

    put: Mapping[str, bytes]
    drop: frozenset[str] = frozenset()
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True)
class History:
    """May be used by several processes at once. There is no ledger before the first change."""

    folder: Path
    """The corpus folder as it is set."""
    place: Path
    """Where its versions are kept."""
    cache: Path | None = None
    """Where compiled documents are kept."""
    compile: Callable[[Path, Path | None], Corpus] = load_corpus
    """From a folder and the cache to its documents. Raises CorpusError."""

    @classmethod
    def of(cls, folder: Path, home: Path) -> History:
        """The versions of a corpus folder under the state folder."""
        resolved = folder.resolve()
        key = (
            "packaged"
            if resolved == PACKAGED.resolve()
            else hashlib.sha256(resolved.as_posix().encode()).hexdigest()[:16]
        )
        return cls(folder, home / "versions" / key, home / "cache")

    @cached_property
    def ledger(self) -> Ledger:
        """The entries."""
        return Ledger(self.place / "ledger.jsonl")

    @cached_property
    def originals(self) -> Originals:
        """The files."""
        return Originals(self.place)

    @cached_property
    def _inbox(self) -> Inbox:
        return Inbox(self.folder, self.place / "mirror.json")

    @property
    def packaged(self) -> bool:
        """Whether the folder is the program's own and never written to."""
        return self.folder.resolve() == PACKAGED.resolve()

    def stamp(self) -> Stamp:
        """Changes with every version; None while there is no ledger."""
        return self.ledger.stamp()

    def versions(self) -> tuple[Version, ...]:
        """All versions, first to last; without a ledger the folder as it lies there, as version 1. Raises CorpusError."""
        return self.ledger.read() or (self._as_it_lies(),)

    def served(self, today: date) -> Path:
        """The folder to answer from: the corpus folder itself until there is a second version. Raises CorpusError."""
        if self.stamp() is None:
            return self.folder
        self.notice()
        return self.tree(files_now(self.versions(), today))

    def served_on(self, day: date) -> tuple[Path, Version] | None:
        """The folder of the documents that apply on a day, with the version; None where nothing is known of the day."""
        versions = self.versions()
        files = files_on(versions, day)
        return (self.tree(files), version_of(versions, files)) if files else None

    def tree(self, files: Mapping[str, Kept]) -> Path:
        """The unchanging folder that holds these documents."""
        return self.originals.tree({name: kept.sha256 for name, kept in files.items()})

    def tree_of(self, n: int) -> Path:
        """The folder of a version. Raises CorpusError where there is none with that number."""
        version = self.version(n)
        return self.folder if self.stamp() is None else self.tree(version.files)

    def version(self, n: int) -> Version:
        """A version by its number. Raises CorpusError where there is none."""
        versions = self.versions()
        if not 1 <= n <= len(versions):
            raise CorpusError(f"没有第 {n} 版，现有第 1 至 {len(versions)} 版；用 renshe corpus versions 查看。")
        return versions[n - 1]

    def trial(self, change: Change) -> tuple[Path, Corpus]:
        """The documents as they would be, compiled; no version is made. Raises CorpusError saying what does not work."""
        latest = self.versions()[-1]
        if self.stamp() is None:
            for path in self._here().values():
                self.originals.put(path.read_bytes())
        files = self._changed(latest.files, change)
        return self._compiled(files, change.put.keys())

    def change(self, change: Change, *, by: str, at: datetime, note: str = "", base: int | None = None) -> Version:
        """A new version, once it compiles; durable when this returns, and nothing is changed when it raises CorpusError.

        `base`: refuse when another version has come since that one.
        """
        with self.ledger.lock():
            latest = self._begun(at)
            if base is not None and latest.n != base:
                raise CorpusError(f"这期间已经有了第 {latest.n} 版，没有发布；请在新版的基础上重新预览后再发布。")
            files = self._changed(latest.files, change)
            _, corpus = self._compiled(files, change.put.keys())
            return self._append(latest, "change", self._dated(files, corpus, change), by=by, at=at, note=note)

    def rollback(self, n: int | None, *, by: str, at: datetime, note: str = "") -> Version:
        """Go back to a version, by default to the one before the present one; that is a version itself."""
        with self.ledger.lock():
            latest = self._begun(at)
            to = self._before(latest) if n is None else n
            target = self.version(to)
            if target.files == latest.files:
                raise CorpusError(f"现在用的就是第 {to} 版的文件，没有什么可退回的。")
            self._compiled(target.files, ())
            return self._append(latest, "rollback", target.files, by=by, at=at, note=note, of=to)

    def set_dates(self, name: str, start: str | None, end: str | None, *, by: str, at: datetime) -> Version:
        """Say by hand from when to when a document applies."""
        with self.ledger.lock():
            latest = self._begun(at)
            if name not in latest.files:
                raise CorpusError(f"现在的文件里没有“{name}”；现有：{'、'.join(list(latest.files)[:10])}。")
            kept = msgspec.structs.replace(latest.files[name], start=start, end=end)
            return self._append(latest, "dates", {**latest.files, name: kept}, by=by, at=at, note=name)

    def notice(self) -> Version | None:
        """Make a version of what was changed in the folder by hand; None where nothing was. Raises CorpusError."""
        with self.ledger.lock():
            versions = self.ledger.read()
            if not versions or not self.folder.is_dir():
                return None
            latest, inbox = versions[-1], self._inbox
            now = inbox.now()
            changed = inbox.changed(now)
            if self.packaged:  # a document of the program that a version has replaced stays replaced
                changed = {
                    n: sha for n, sha in changed.items() if latest.files.get(n) in (None, versions[0].files.get(n))
                }
            if not changed:
                if inbox.unfinished:
                    self._mirror(latest)
                return None
            files = {n: k for n, k in latest.files.items() if changed.get(n, k) is not None}
            for name in [n for n, sha in changed.items() if sha is not None]:
                files[name] = Kept(sha256=self.originals.put((self.folder / name).read_bytes()))
            _, corpus = self._compiled(files, ())
            files = self._dated(files, corpus, Change(dict.fromkeys(changed, b"")))
            note = f"文件夹里改动了 {'、'.join(sorted(changed)[:5])}"
            return self._append(latest, "folder", files, by="", at=datetime.now(UTC), note=note)

    def _begun(self, at: datetime) -> Version:
        """The latest version; the first call keeps the folder as version 1."""
        versions = self.ledger.read()
        if versions:
            return versions[-1]
        files = {name: Kept(sha256=self.originals.put(path.read_bytes())) for name, path in self._here().items()}
        if not files:  # what comes first is then version 1
            return Version(n=0, at=at, by="", kind="first", files={})
        _, corpus = self._compiled(files, ())
        files = self._dated(files, corpus, Change(dict.fromkeys(files, b"")))
        first = Version(n=1, at=at, by="", kind="first", files=files)
        self.ledger.append(first)
        self._inbox.remember()
        return first

    def _append(
        self,
        latest: Version,
        kind: VersionKind,
        files: Mapping[str, Kept],
        *,
        by: str,
        at: datetime,
        note: str,
        of: int | None = None,
    ) -> Version:
        if files == latest.files:
            raise CorpusError("和现在的文件完全一样，没有新的版本可加。")
        version = Version(n=latest.n + 1, at=at, by=by, kind=kind, note=note, files=dict(sorted(files.items())), of=of)
        self.ledger.append(version)
        self._mirror(version)
        return version

    def _mirror(self, version: Version) -> None:
        """The corpus folder shows what is answered from, where it may be written to."""
        try:
            if self.packaged:
                self._inbox.remember()
            else:
                self._inbox.put({name: self.originals.path(kept.sha256) for name, kept in version.files.items()})
        except OSError:
            return  # a folder that cannot be written to is only out of step: the versions are what counts

    def _changed(self, files: Mapping[str, Kept], change: Change) -> dict[str, Kept]:
        if missing := sorted(change.drop - files.keys()):
            raise CorpusError(f"现在的文件里没有“{missing[0]}”；现有：{'、'.join(list(files)[:10])}。")
        found = {name: kept for name, kept in files.items() if name not in change.drop}
        for name, data in change.put.items():
            sha = self.originals.put(data)
            old = files.get(name)
            found[name] = old if old is not None and old.sha256 == sha else Kept(sha256=sha)
        return found

    def _compiled(self, files: Mapping[str, Kept], new: Iterable[str]) -> tuple[Path, Corpus]:
        if not files:
            raise CorpusError("这样就一份文件也没有了；请至少留下一份。")
        folder = self.tree(files)
        corpus = self.compile(folder, self.cache)
        if unread := sorted(set(new) - {document.file for document in corpus.documents}):
            raise CorpusError(
                f"读不了这种文件：{'、'.join(unread)}。请另存为 Word 文档、PDF 或 UTF-8 编码的 .txt 再加入。"
            )
        return folder, corpus

    def _dated(self, files: Mapping[str, Kept], corpus: Corpus, change: Change) -> dict[str, Kept]:
        """The files put in with the dates they state, or those set by hand."""
        stated = {d.file: d.in_force for d in corpus.documents}
        dated = dict(files)
        for name in change.put.keys() & files.keys():
            own = stated.get(name)
            start = change.start or (own.start if own else None) or files[name].start
            end = change.end or (own.end if own else None) or files[name].end
            dated[name] = msgspec.structs.replace(files[name], start=start, end=end)
        return dated

    def _before(self, latest: Version) -> int:
        to = latest.n
        if to < 1:
            raise CorpusError("还没有文件，没有可以退回的；先用 renshe corpus add 加入文件。")
        while (of := self.version(to).of) is not None:
            to = of
        if to == 1:
            raise CorpusError("已经是第 1 版，前面没有别的版本。")
        return to - 1

    def _here(self) -> dict[str, Path]:
        paths = document_files(self.folder) if self.folder.is_dir() else []
        return {path.relative_to(self.folder).as_posix(): path for path in paths}

    def _as_it_lies(self) -> Version:
        here = self._here()
        files = {name: Kept(sha256=hashlib.sha256(path.read_bytes()).hexdigest()) for name, path in here.items()}
        latest = max((path.stat().st_mtime for path in here.values()), default=0.0)
        return Version(n=1, at=datetime.fromtimestamp(latest, UTC), by="", kind="first", files=files)
