"""An Answer as a text message: short enough for WeChat, whole sentences, the quotes it rests on behind them."""

from __future__ import annotations

import re

from assistant.answer import Answer

MOST_BYTES = 2048
"""Of a text message, in UTF-8."""
GREETING = "您好！请直接用一句话说您要办的事或遇到的问题，我按本局的文件告诉您找哪个科室、文件怎么写的。"
TEXT_ONLY = "我只看得懂文字。请用一句话说您要办的事。"
TOO_LONG = "您的话太长了，请用两千字以内说明。"
_CUT = "……（内容较长，请到网页上看全文）"
_LONGEST_QUOTE = 60


def message_text(answer: Answer) -> str:
    """Words, options and sources, cut between lines where they do not fit."""
    lines = answer.text.split("\n")
    lines += [f"{n}. {option}" for n, option in enumerate(answer.options, 1)]
    lines += [w.text for w in answer.warnings if w.citation is None]
    if answer.citations:
        lines.append("依据：")
    for c in answer.citations:
        quote = re.sub(r"\s+", "", c.quote)
        lines.append(
            f"[{c.n}] {c.title}：“{quote if len(quote) <= _LONGEST_QUOTE else quote[: _LONGEST_QUOTE - 1] + '…'}”"
        )
    return _fitting(lines)


def _fitting(lines: list[str]) -> str:
    if _size("\n".join(lines)) <= MOST_BYTES:
        return "\n".join(lines)
    kept: list[str] = []
    for line in lines:
        if _size("\n".join([*kept, line, _CUT])) > MOST_BYTES:
            break
        kept.append(line)
    if not kept:  # a first line longer than a whole message
        return lines[0].encode()[: MOST_BYTES - _size(_CUT)].decode(errors="ignore") + _CUT
    return "\n".join([*kept, _CUT])


def _size(text: str) -> int:
    return len(text.encode())
