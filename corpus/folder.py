"""A folder of documents as one corpus: compiled, or taken from the cache when nothing changed."""

from __future__ import annotations

import functools
import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import msgspec

from corpus import cache as stored
from corpus.errors import CorpusError
from corpus.records import Corpus
from corpus.source import SUFFIXES, Original, decode_original, read_original


def compile_corpus(folder: Path) -> Corpus:
    """All documents of a folder, sorted by name. Raises CorpusError for an empty folder or an unreadable document."""
    return _compiled(read_originals(folder), None)


def _compiled(originals: Sequence[Original], cache: Path | None) -> Corpus:
    from corpus.compile import compile_document  # its grammars take longer to load than a stored corpus

    documents = [compile_document(decode_original(original, cache)) for original in originals]
    times = Counter(document.id for document in documents)
    unique = [d if times[d.id] == 1 else msgspec.structs.replace(d, id=d.file) for d in documents]
    return Corpus(documents=tuple(unique), fingerprint=fingerprint(originals))


def load_corpus(folder: Path, cache: Path | None) -> Corpus:
    """The compiled corpus of a folder, from the cache folder where it is there and whole, else compiled and stored.

    The key is the content of the documents and of the compiler, so a changed document is compiled anew by itself.
    Raises CorpusError as `compile_corpus` does.
    """
    if cache is None:
        return compile_corpus(folder)
    originals = read_originals(folder)
    corpus = stored.fetch(cache, fingerprint(originals))
    if corpus is None:
        corpus = _compiled(originals, cache)
        stored.store(cache, corpus)
    return corpus


def read_originals(folder: Path) -> list[Original]:
    """Every document of a folder and its subfolders, sorted by name; hidden files are left out."""
    if not folder.is_dir():
        raise CorpusError(f"找不到资料文件夹“{folder}”；请检查 RENSHE_CORPUS，或新建该文件夹并放入文件。")
    shown = document_files(folder)
    if not shown:
        raise CorpusError(
            f"资料文件夹“{folder}”里没有可以读取的文件；请放入部门职责登记表、监管制度等文件（Word、PDF、Excel、网页或文本）。"
        )
    return [read_original(path, folder) for path in shown]


def document_files(folder: Path) -> list[Path]:
    """The files of a folder and its subfolders that are read, sorted by name; hidden ones are left out."""
    return [path for path in _files(folder) if _is_read(path, folder)]


def left_out(folder: Path) -> tuple[str, ...]:
    """Names of the files in a folder that are not read, sorted: of another kind (`职责.pptx`), or links that lead out."""
    return tuple(p.relative_to(folder).as_posix() for p in _files(folder) if not _is_read(p, folder))


def _is_read(path: Path, folder: Path) -> bool:
    return path.suffix.lower() in SUFFIXES and path.resolve().is_relative_to(folder.resolve())


def _files(folder: Path) -> list[Path]:
    names = {p: p.relative_to(folder) for p in folder.rglob("*") if p.is_file() and not _is_lock(p)}
    shown = (p for p, name in names.items() if not any(part.startswith(".") for part in name.parts))
    return sorted(shown, key=lambda p: names[p].as_posix())


def _is_lock(path: Path) -> bool:
    """Office programs lay such a file beside the one that somebody has open."""
    return path.name.startswith("~$")


def fingerprint(originals: Sequence[Original]) -> str:
    """SHA-256 over the documents' names and hashes and the compiler's own sources."""
    digest = hashlib.sha256(compiler_version().encode())
    for original in originals:
        digest.update(f"\n{original.file}\t{original.sha256}".encode())
    return digest.hexdigest()


@functools.cache
def compiler_version() -> str:
    """SHA-256 over the sources that compile: any change of a rule makes every cached corpus stale."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.yaml")]):
        if path.is_relative_to(folder / "versions"):
            continue
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
