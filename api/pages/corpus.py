"""The pages on documents: all of them, one to read with its remarks in place, and what only staff see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from fastapi import HTTPException

from api.coverage import coverage_in_words, read_share
from api.overview.document_replies import HeadingReply, headings, marks
from api.overview.document_words import record_counts, shape_names
from api.pages.page import Asked, Facts, Page
from api.pages.reading import parts_of, pieces_of, remarks_of
from assistant.accounts.policy import Action, account_may
from corpus.conflicts import Conflict, Said
from corpus.records import Corpus, Document


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in the list."""

    document: Document
    shapes: list[str]
    counts: list[tuple[str, int]]
    coverage: str
    read: float
    owner: str = ""
    """The bureau whose folder it is in, where there are several."""


@dataclass(frozen=True, slots=True)
class Differing:
    """Two documents that state different figures for one thing."""

    about: str
    weight: str
    sides: Sequence[tuple[Said, str]]
    """What each says, and where in it a link leads."""


@dataclass(frozen=True, slots=True)
class Node:
    """A heading with those below it."""

    heading: HeadingReply
    part: int
    children: Sequence[Node]


_TOOLS: tuple[tuple[str, str, Action], ...] = (
    ("/corpus/questions", "没有答上来的问题", "unanswered.read"),
    ("/corpus/evals", "评测", "evals.read"),
    ("/corpus/versions", "版本", "versions.read"),
)


def list_facts(asked: Asked) -> Mapping[str, object]:
    """All documents with counts and coverage, and where they contradict each other."""
    return _tools(asked) | {
        "documents": [replace(_listed(d), owner=asked.owner(d.id)) for d in asked.corpus.documents],
        "conflicts": [_both(c, asked.corpus) for c in asked.conflicts()],
    }


def document_facts(asked: Asked) -> Mapping[str, object]:
    """One part of a document with its remarks, and the outline of the whole."""
    document = next((d for d in asked.whole.documents if d.id == asked.parts["document"]), None)
    if document is None:
        raise HTTPException(404, "没有这份文件。全部文件见“文件”一栏。")
    parts = parts_of(document.text)
    part = _part(asked.query.get("part", ""), parts.count)
    found = headings(document)
    remarks = remarks_of(marks(document), parts)
    shown = [r for r in remarks if r.mark.kind != "set-aside"]
    aside = [r.mark.text for r in remarks if r.mark.kind == "set-aside"]
    return _tools(asked) | {
        "it": _listed(document),
        "tree": _tree([(h, parts.part_of(h.place.start)) for h in found]),
        "problems": [(r, parts.part_of(r.mark.place.start)) for r in shown],
        "reasons": [(reason, aside.count(reason)) for reason in dict.fromkeys(aside)],
        "pieces": pieces_of(document.text, parts.bounds(part), remarks, found),
        "part": part,
        "parts": parts.count,
    }


def staff_facts(action: Action) -> Facts:
    """Whether whoever asks may see a page that is filled by its script."""

    def facts(asked: Asked) -> Mapping[str, object]:
        return _tools(asked) | {"allowed": account_may(asked.account, action)}

    return facts


def versions_facts(asked: Asked) -> Mapping[str, object]:
    """Whether whoever asks may see the versions, and whether they may also change them."""
    may_change = account_may(asked.account, "versions.change")
    return {**staff_facts("versions.read")(asked), "may_change": may_change}


def _tools(asked: Asked) -> dict[str, object]:
    return {"tools": [(path, name) for path, name, action in _TOOLS if account_may(asked.account, action)]}


def _listed(document: Document) -> Listed:
    return Listed(
        document,
        shape_names(document),
        record_counts(document),
        coverage_in_words(document),
        read_share(document),
    )


def _both(conflict: Conflict, corpus: Corpus) -> Differing:
    documents = {d.id: d for d in corpus.documents}
    sides = (conflict.first, conflict.second)
    return Differing(
        conflict.about, conflict.weight, [(s, _heading_before(documents[s.document], s.span.start)) for s in sides]
    )


def _heading_before(document: Document, start: int) -> str:
    """Where a link to a place leads: the part of the text and the last heading before it."""
    parts = parts_of(document.text)
    found = [h.place.start for h in headings(document) if h.place.start <= start]
    part = parts.part_of(found[-1] if found else start)
    return ("" if part == 1 else f"?part={part}") + (f"#h{found[-1]}" if found else "#text")


def _part(written: str, count: int) -> int:
    return min(max(int(written), 1), count) if written.isdecimal() and len(written) < 6 else 1


def _tree(rows: Sequence[tuple[HeadingReply, int]]) -> list[Node]:
    """Headings nested by their levels; one that skips a level hangs below the last heading above it."""
    out: list[Node] = []
    at = 0
    while at < len(rows):
        heading, part = rows[at]
        end = next((n for n in range(at + 1, len(rows)) if rows[n][0].level <= heading.level), len(rows))
        out.append(Node(heading, part, _tree(rows[at + 1 : end])))
        at = end
    return out


CORPUS_PAGES: tuple[Page, ...] = (
    Page("/corpus", "文件", "corpus/list.html", menu="文件", facts=list_facts),
    Page(
        "/corpus/questions",
        "没有答上来的问题",
        "corpus/questions.html",
        needs_office=True,
        facts=staff_facts("unanswered.read"),
    ),
    Page("/corpus/evals", "评测", "corpus/evals.html", needs_office=True, facts=staff_facts("evals.read")),
    Page("/corpus/versions", "版本", "corpus/versions.html", needs_office=True, facts=versions_facts),
    Page("/corpus/documents/{document:path}", "文件", "corpus/document.html", facts=document_facts),
)
