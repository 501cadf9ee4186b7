"""GET /v1/corpus, GET /v1/corpus/{document}/text and /blocks: what the answers are read from."""

from __future__ import annotations

import hashlib
from functools import cache

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.responses import PlainTextResponse

from api.blocks import BlocksReply, blocks_of
from api.outline import CorpusOutline, corpus_outline
from api.overview.paging import OfBureau
from api.problems import problem_responses
from assistant.overview.bureaus import bureau_named, bureaus_of
from corpus.records import Corpus, Document


def router(corpus: Corpus) -> APIRouter:
    """The routes over one corpus; its outlines are made once."""
    routes = APIRouter(prefix="/v1/corpus", tags=["文件"])
    bureaus = bureaus_of(corpus)

    @cache
    def outline(key: str) -> CorpusOutline:
        """Of one bureau's documents, or of all."""
        part = next((b for b in bureaus if b.key == key), None)
        return corpus_outline(part.corpus(corpus) if part else corpus, () if part else bureaus)

    documents = {document.id: document for document in corpus.documents}

    def named(document: str) -> Document:
        found = documents.get(document)
        if found is None:
            raise HTTPException(404, "没有这份文件。文件的编号见 /v1/corpus。")
        return found

    @routes.get("", summary="文件大纲", responses=problem_responses(422))
    def show_outline(bureau: OfBureau = "") -> CorpusOutline:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        """文件、科室、监管制度、发现的问题，以及几个可以问的问题。"""
        return outline(bureau_named(bureaus, bureau).key if bureau else "")

    @routes.get(
        "/{document:path}/text",
        summary="文件原文",
        response_class=PlainTextResponse,
        responses=problem_responses(404, 422),
    )
    def show_text(document: str, request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        """原文，UTF-8；Word、PDF 等文件是从中取出的文字。引注的 start、end 是其中的字符位置（按 Unicode 码点计）。"""
        found = named(document)
        text = found.text.encode("utf-8")  # of a PDF another release may read a little more: the hash is the text's
        headers = {"ETag": f'"{hashlib.sha256(text).hexdigest()}"', "Cache-Control": "no-cache"}
        if request.headers.get("if-none-match") == headers["ETag"]:
            return Response(status_code=304, headers=headers)
        return PlainTextResponse(text, headers=headers)

    @routes.get("/{document:path}/blocks", summary="文件的标题、段落和表格", responses=problem_responses(404, 422))
    def show_blocks(document: str) -> BlocksReply:  # pyright: ignore[reportUnusedFunction]  (as above)
        """原文按读者看到的样子分块；每块、每格只给出在原文中的起止位置。"""
        return blocks_of(named(document))

    return routes
