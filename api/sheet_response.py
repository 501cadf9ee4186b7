"""A sheet as an HTTP response: data, or a file to keep."""

from __future__ import annotations

from typing import Literal
from urllib.parse import quote

from fastapi import Response

from assistant.sheets.formats import FORMATS
from assistant.sheets.sheet import Sheet

Form = Literal["json", "docx", "xlsx", "ics", "csv"]


def sheet_response(sheet: Sheet, form: str) -> Response:
    """The sheet in a format; every format but JSON is sent as an attachment under the sheet's title."""
    writer = FORMATS[form]
    headers: dict[str, str] = {}
    if form != "json":
        name = sheet.title.replace(" ", "")
        headers["Content-Disposition"] = (
            f"attachment; filename=\"renshe.{form}\"; filename*=UTF-8''{quote(name)}.{form}"
        )
    return Response(writer.write(sheet), media_type=writer.media_type, headers=headers)


FILES = {
    200: {
        "description": "JSON，或按 format 给出的文件",
        "content": {"application/json": {}, **{f.media_type.split(";")[0]: {} for f in FORMATS.values()}},
    }
}
"""What a route that answers with a sheet says of itself in the OpenAPI document."""
