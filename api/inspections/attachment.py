"""A file as an answer: to be saved, never shown as a page of ours."""

from __future__ import annotations

from urllib.parse import quote

from fastapi import Response


def attachment(data: bytes, media_type: str, name: str, **headers: str) -> Response:
    """The name may hold anything that a display name may."""
    suffix = name.rpartition(".")[2] if "." in name else ""
    plain = f"renshe.{suffix}" if suffix.isascii() and suffix.isalnum() else "renshe"
    disposition = f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"
    return Response(data, media_type=media_type, headers={"Content-Disposition": disposition, **headers})
