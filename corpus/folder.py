"""A folder of documents as one corpus: compiled, or taken from the cache when nothing changed."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from pathlib import Path

import msgspec

from corpus import cache as stored
from corpus.errors import CorpusError
from corpus.records import Corpus
from corpus.source import SUFFIXES, Source, read_source


def compile_corpus(folder: Path) -> Corpus:
    """All documents of a folder, sorted by name. Raises CorpusError for an empty folder or an unreadable document."""
    return _compiled(read_sources(folder))


def _compiled(sources: Sequence[Source]) -> Corpus:
    from corpus.compile import compile_document  # its grammars take longer to load than a stored corpus

    documents = [compile_document(source) for source in sources]
    ids = [document.id for document in documents]
    unique = [d if ids.count(d.id) == 1 else msgspec.structs.replace(d, id=d.file) for d in documents]
    return Corpus(documents=tuple(unique), fingerprint=fingerprint(sources))


def load_corpus(folder: Path, cache: Path | None) -> Corpus:
    """The compiled corpus of a folder, from the cache folder where it is there and whole, else compiled and stored.

    The key is the content of the documents and of the compiler, so a changed document is compiled anew by itself.
    Raises CorpusError as `compile_corpus` does.
    """
    if cache is None:
        return compile_corpus(folder)
    sources = read_sources(folder)
    corpus = stored.fetch(cache, fingerprint(sources))
    if corpus is None:
        corpus = _compiled(sources)
        stored.store(cache, corpus)
    return corpus


def read_sources(folder: Path) -> list[Source]:
    """Every text file of a folder and its subfolders, sorted by name; hidden ones are left out."""
    if not folder.is_dir():
        raise CorpusError(f"找不到资料文件夹“{folder}”；请检查 RENSHE_CORPUS，或新建该文件夹并放入 .txt 文件。")
    shown = [path for path in _files(folder) if path.suffix.lower() in SUFFIXES]
    if not shown:
        raise CorpusError(
            f"资料文件夹“{folder}”里没有可以读取的文件；请放入部门职责登记表、监管制度等文件（.txt 或 .md，UTF-8 编码）。"
        )
    return [read_source(path, folder) for path in shown]


def left_out(folder: Path) -> tuple[str, ...]:
    """Names of the files in a folder that are of another kind and not read (`职责.docx`), sorted; hidden ones left out."""
    return tuple(p.relative_to(folder).as_posix() for p in _files(folder) if p.suffix.lower() not in SUFFIXES)


def _files(folder: Path) -> list[Path]:
    names = {p: p.relative_to(folder) for p in folder.rglob("*") if p.is_file()}
    shown = (p for p, name in names.items() if not any(part.startswith(".") for part in name.parts))
    return sorted(shown, key=lambda p: names[p].as_posix())


def fingerprint(sources: Sequence[Source]) -> str:
    """SHA-256 over the documents' names and hashes and the compiler's own sources."""
    digest = hashlib.sha256(compiler_version().encode())
    for source in sources:
        digest.update(f"\n{source.file}\t{source.sha256}".encode())
    return digest.hexdigest()


@functools.cache
def compiler_version() -> str:
    """SHA-256 over the sources of this package: any change of a rule makes every cached corpus stale."""
    digest = hashlib.sha256()
    folder = Path(__file__).parent
    for path in sorted([*folder.rglob("*.py"), *folder.rglob("*.yaml")]):
        digest.update(path.relative_to(folder).as_posix().encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()
