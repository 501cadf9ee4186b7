"""A tool's output in words, for a reader that takes no data."""

from __future__ import annotations

from pydantic import BaseModel

from assistant.answer import Answer, Citation
from assistant.claims.report import Claim, Report, Verdict
from assistant.tools.catalogue import Passages

_VERDICTS: dict[Verdict, str] = {
    "supported": "与文件相符",
    "contradicted": "与文件不符",
    "not_in_corpus": "文件没有写",
    "unclear": "无法判断",
}


def words_of(output: BaseModel, *, with_quotes: bool = False) -> str:
    """The output's own words; with the quotes behind its marks where asked for."""
    match output:
        case Answer():
            return "\n".join([output.text, *(_quotes(output.citations) if with_quotes else ())])
        case Passages():
            return "\n".join(_quotes(output.passages))
        case Report():
            return "\n".join(_claim(c) for c in output.claims) or "这段文字里没有可以核对的说法。"
        case _:
            return output.model_dump_json()


def _quotes(citations: list[Citation]) -> list[str]:
    return [f"[{c.n}] {''.join(c.quote.split())}" for c in citations]


def _claim(c: Claim) -> str:
    source = f"文件的说法：{c.source}" if c.source else ""
    return f"“{c.text}”：{_VERDICTS[c.verdict]}。{c.reason}{source}"
