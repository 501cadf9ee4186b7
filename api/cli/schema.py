"""`renshe schema`: the JSON Schema of what the program puts out, generated from its types."""

from __future__ import annotations

import json
from typing import Annotated, Literal

import typer

Of = Literal["answer", "report"]


def schema(
    of: Annotated[Of, typer.Option("--of", help="answer：答复；report：核对文字的报告。")] = "answer",
) -> None:
    """输出答复（Answer）或核对报告（Report）的 JSON Schema。"""
    from assistant.answer import Answer
    from assistant.claims.report import Report

    model = Report if of == "report" else Answer
    typer.echo(json.dumps(model.model_json_schema(mode="serialization"), ensure_ascii=False, indent=2))
