"""The compiler: from a source, or a folder of sources, to the records everything else works on."""

from __future__ import annotations

import functools
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TypeVar

import msgspec

from corpus import cache as stored
from corpus.anomalies import find_anomalies
from corpus.coverage import account, record_spans
from corpus.errors import CorpusError
from corpus.grid import read_grids
from corpus.naming import bureau_of, title_of
from corpus.outline import read_clauses
from corpus.penalties import read_penalties
from corpus.pieces import markup
from corpus.pipes import read_pipe_grids
from corpus.quantities import read_quantities
from corpus.records import Boundary, Corpus, Document, Duty, Regime, Section, Span
from corpus.references import read_references
from corpus.shapes.catalogue import OUTLINE_SHAPES, TABLE_SHAPES
from corpus.shapes.reading import Reading
from corpus.source import SUFFIXES, Source, read_source

_Indexed = TypeVar("_Indexed", Duty, Boundary, Regime)


def compile_document(source: Source) -> Document:
    """All records of one source. Never fails on a document's wording: what no shape knows is read into clauses."""
    text = source.text
    tables = _read_tables(text)
    clauses = read_clauses(text, _between(len(text), tables.spans))
    readings, names = list(tables.readings), list(tables.names)
    for shape in OUTLINE_SHAPES:
        reading = shape.read(text, clauses)
        if not reading.empty:
            readings.append(reading)
            names.append(shape.name)
    duties = _renumbered([duty for reading in readings for duty in reading.duties])
    boundaries = _renumbered([boundary for reading in readings for boundary in reading.boundaries])
    regimes = _renumbered([regime for reading in readings for regime in reading.regimes])
    aside, unread = account(
        text,
        record_spans(clauses, duties, boundaries, regimes),
        [stretch for reading in readings for stretch in reading.set_aside] + markup(text),
    )
    bureau = bureau_of(text, clauses)
    references = read_references(text, clauses)
    document = Document(
        id=source.file.removesuffix(Path(source.file).suffix),
        file=source.file,
        sha256=source.sha256,
        title=title_of(clauses, bureau, source.file),
        text=text,
        bureau=bureau,
        shapes=tuple(dict.fromkeys(names)),
        clauses=clauses,
        sections=_sections(duties),
        duties=duties,
        boundaries=boundaries,
        regimes=regimes,
        quantities=read_quantities(text, clauses, regimes),
        references=references,
        penalties=read_penalties(text, clauses, regimes, references),
        anomalies=(),
        contents=tuple(entry for reading in readings for entry in reading.contents),
        set_aside=aside,
        unread=unread,
    )
    return msgspec.structs.replace(document, anomalies=find_anomalies(document))


def compile_corpus(folder: Path) -> Corpus:
    """All documents of a folder, sorted by name. Raises CorpusError for an empty folder or an unreadable document."""
    return _compiled(read_sources(folder))


def _compiled(sources: Sequence[Source]) -> Corpus:
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
    paths = sorted(
        (path for path in folder.rglob("*") if path.suffix.lower() in SUFFIXES and path.is_file()),
        key=lambda path: path.relative_to(folder).as_posix(),
    )
    shown = [path for path in paths if not any(part.startswith(".") for part in path.relative_to(folder).parts)]
    if not shown:
        raise CorpusError(
            f"资料文件夹“{folder}”里没有可以读取的文件；请放入部门职责登记表、监管制度等文件（.txt 或 .md，UTF-8 编码）。"
        )
    return [read_source(path, folder) for path in shown]


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


@dataclass(slots=True)
class _Tables:
    """The tables that a shape has read."""

    spans: list[Span] = field(default_factory=list[Span])
    readings: list[Reading] = field(default_factory=list[Reading])
    names: list[str] = field(default_factory=list[str])


def _read_tables(text: str) -> _Tables:
    """Tables of a known shape; a table that no shape knows stays running text, so that nothing is lost."""
    tables = _Tables()
    for grid in sorted((*read_grids(text), *read_pipe_grids(text)), key=lambda grid: grid.span):
        if tables.spans and grid.span.start < tables.spans[-1].end:
            continue
        for shape in TABLE_SHAPES:
            reading = shape.read(text, grid)
            if reading is not None:
                tables.spans.append(grid.span)
                tables.readings.append(reading)
                tables.names.append(shape.name)
                break
    return tables


def _between(length: int, spans: Sequence[Span]) -> list[Span]:
    """The stretches of running text around the tables."""
    starts = [0, *(span.end for span in spans)]
    ends = [*(span.start for span in spans), length]
    return [Span(start, end) for start, end in zip(starts, ends, strict=True) if start < end]


def _renumbered(records: Sequence[_Indexed]) -> tuple[_Indexed, ...]:
    return tuple(msgspec.structs.replace(record, index=i) for i, record in enumerate(records))


def _sections(duties: Sequence[Duty]) -> tuple[Section, ...]:
    """Sections in the order the registry first names them."""
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        if duty.section:
            found.setdefault(duty.section, []).append(duty)
    return tuple(
        Section(name=name, span=held[0].section_span, duties=tuple(duty.index for duty in held))
        for name, held in found.items()
    )
