"""GET /v1/corpus/{document}/original: the file that a document was read from, for download."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath

from fastapi import APIRouter, HTTPException, Response

from api.inspections.attachment import attachment
from api.problems import problem_responses
from corpus.records import Corpus, Document

_OFFICE = "application/vnd.openxmlformats-officedocument"
_ANY = "application/octet-stream"
_MEDIA = {
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".csv": "text/csv",
    ".html": "text/html",
    ".htm": "text/html",
    ".pdf": "application/pdf",
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".rtf": "application/rtf",
    ".docx": f"{_OFFICE}.wordprocessingml.document",
    ".xlsx": f"{_OFFICE}.spreadsheetml.sheet",
}


def router(corpus: Corpus, original: Callable[[Document], bytes | None]) -> APIRouter:
    """The route; `original` gives a document's file, None where it is gone or no longer the one that was read."""
    routes = APIRouter(prefix="/v1/corpus", tags=["文件"])
    documents = {document.id: document for document in corpus.documents}

    @routes.get(
        "/{document:path}/original",
        summary="原来的文件",
        response_class=Response,
        responses={
            200: {"content": {media: {} for media in sorted({*_MEDIA.values(), _ANY})}},
            **problem_responses(404, 422),
        },
    )
    def download_original(document: str) -> Response:  # pyright: ignore[reportUnusedFunction]  (registered)
        """单位放进来的文件本身，供下载；引注的 place 是其中的页、段和单元格。"""
        found = documents.get(document)
        if found is None:
            raise HTTPException(404, "没有这份文件。文件的编号见 /v1/corpus。")
        data = original(found)
        if data is None:
            raise HTTPException(404, "原来的文件已经移走或改动，和收录时不一样了。请联系管理员重新收录。")
        name = PurePosixPath(found.file).name
        media = _MEDIA.get(PurePosixPath(name).suffix.lower(), _ANY)
        return attachment(data, media, name, **{"X-Content-Type-Options": "nosniff", "ETag": f'"{found.sha256}"'})

    return routes
