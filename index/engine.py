"""The retrieval engine: lexical and dense search over any passages, fused by reciprocal rank."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterable, Sequence
from itertools import pairwise
from pathlib import Path
from tempfile import mkdtemp

from index.context import rank, sources
from index.dense import DenseIndex
from index.embedding import BundledEmbedder, Embedder, SentenceTransformerEmbedder
from index.errors import SearchIndexError
from index.lexical import LexicalIndex
from index.manifest import Manifest
from index.records import Hit, PassageText, Progress, order, silent
from index.terms import Terms

DEPTH = 200
"""Rows taken from each ranking before fusion (more when more hits are asked for)."""
STEP = 2_000
"""Passages between two reports of progress."""


class SearchIndex:
    """An index on disk, ready to be searched; safe to use from several threads."""

    def __init__(
        self, manifest: Manifest, terms: Terms, lexical: LexicalIndex, dense: DenseIndex, model: Embedder
    ) -> None:
        self._manifest = manifest
        self._terms = terms
        self._lexical = lexical
        self._dense = dense
        self._model = model

    @classmethod
    def open(cls, folder: Path, *, embedder: Embedder | None = None, cache: Path | None = None) -> SearchIndex:
        """Open what `build_index` wrote, with the model it was built with (or the one given, which must be that one).

        Raises SearchIndexError when the folder holds no index, a damaged one, or one of another model.
        """
        manifest = Manifest.read(folder)
        model = embedder or _model(manifest.model)
        if model.name != manifest.model:
            raise SearchIndexError(
                f"索引 {folder} 是用语义模型 {manifest.model} 建立的，现在的模型是 {model.name}。请重新建立索引。"
            )
        try:
            lexical = LexicalIndex.load(folder / "lexical")
        except (OSError, ValueError, KeyError, EOFError) as error:
            raise SearchIndexError(f"索引 {folder} 已损坏：词语部分不能读取（{error}）。请重新建立索引。") from error
        dense = DenseIndex.open(folder / manifest.store, manifest.chroma_url, manifest.collection)
        sizes = (lexical.rows, dense.count())
        if sizes != (len(manifest.ids), len(manifest.ids)):
            raise SearchIndexError(
                f"索引 {folder} 已损坏：应有 {len(manifest.ids)} 段，实有词语 {sizes[0]} 段、向量 {sizes[1]} 段。"
                "请重新建立索引。"
            )
        return cls(manifest, Terms(manifest.terms, cache or folder / "cache"), lexical, dense, model)

    def __len__(self) -> int:
        """How many passages there are."""
        return len(self._manifest.ids)

    def search(self, query: str, k: int) -> list[Hit]:
        """The k best passages, best first; ties by id. Fewer when there are fewer; none for a blank query."""
        if not query.strip() or k <= 0:
            return []
        depth = min(max(DEPTH, k), len(self))
        lexical = self._lexical.search(self._terms.split(query), depth)
        vector = self._model.encode([query])[0]
        dense = self._dense.search(vector, depth) if vector.any() else []
        ids = self._manifest.ids
        return [Hit(ids[row], score) for row, score in rank(lexical, dense, self._manifest.sources, k)]


def build_index(
    passages: Iterable[PassageText],
    out: Path,
    *,
    embedder: Embedder,
    terms: Sequence[str] = (),
    chroma_url: str | None = None,
    cache: Path | None = None,
    progress: Progress | None = None,
) -> SearchIndex:
    """Index the passages into a new folder; an index already there is replaced, anything else is not touched.

    `terms` are the corpus' own words, kept whole; vectors go to the Chroma server at `chroma_url` when given, else into
    the folder. Rows are sorted by id, so the order of the passages does not matter. Raises SearchIndexError when there
    is no passage with words, an id occurs twice, the folder holds something else, or the server does not answer.
    """
    report = progress or silent
    rows = sorted(passages, key=lambda passage: order(passage.id))
    _check(rows)
    _clear(out)
    splitter = Terms(terms, cache or out / "cache")
    try:
        lexical = LexicalIndex.build(_split(rows, splitter, report))
    except ValueError as error:
        raise SearchIndexError("这些段落里没有可以检索的文字。请检查输入文件的 text 字段。") from error
    lexical.save(out / "lexical")
    report("计算向量", 0, len(rows))
    vectors = embedder.encode([row.searched for row in rows])
    report("计算向量", len(rows), len(rows))
    manifest = Manifest(
        collection=f"renshe-{_digest(rows, embedder.name)[:32]}",
        model=embedder.name,
        chroma_url=chroma_url,
        store=Path(mkdtemp(prefix="chroma-", dir=out)).name,
        terms=tuple(splitter.own),
        ids=tuple(row.id for row in rows),
        sources=sources(row.title for row in rows),
    )
    dense = DenseIndex.build(out / manifest.store, chroma_url, manifest.collection, vectors, report)
    manifest.write(out)  # last: a folder without it is no index, so an interrupted build is never taken for one
    return SearchIndex(manifest, splitter, lexical, dense, embedder)


def _check(rows: Sequence[PassageText]) -> None:
    if not rows:
        raise SearchIndexError("没有段落可建立索引。请检查输入文件。")
    for one, following in pairwise(rows):
        if one.id == following.id:
            raise SearchIndexError(f"编号 {one.id} 出现了两次，每段的 id 必须不同。")


def _clear(out: Path) -> None:
    """Make room for a new index without ever deleting what is not one."""
    if out.exists() and (not out.is_dir() or (any(out.iterdir()) and not Manifest.started(out))):
        raise SearchIndexError(f"{out} 里已有别的内容，不在这里建立索引。请换一个空文件夹。")
    if out.exists():
        shutil.rmtree(out)
    out.mkdir(parents=True)
    Manifest.start(out)


def _split(rows: Sequence[PassageText], terms: Terms, report: Progress) -> Iterable[list[str]]:
    for done, row in enumerate(rows):
        if done % STEP == 0:
            report("切分词语", done, len(rows))
        yield terms.split(row.searched)
    report("切分词语", len(rows), len(rows))


def _digest(rows: Sequence[PassageText], model: str) -> str:
    digest = hashlib.sha256(model.encode())
    for row in rows:
        digest.update(f"\0{row.id!r}\0{row.title}\0{row.text}".encode())
    return digest.hexdigest()


def _model(name: str) -> Embedder:
    return BundledEmbedder() if name.startswith("bundled-") else SentenceTransformerEmbedder(name)
