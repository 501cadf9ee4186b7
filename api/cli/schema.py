"""`renshe schema`: the JSON Schema of the Answer, generated from its types."""

from __future__ import annotations

import json

import typer


def schema() -> None:
    """输出答复（Answer）的 JSON Schema。"""
    from assistant.answer import Answer

    typer.echo(json.dumps(Answer.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
