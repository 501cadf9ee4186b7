"""Wrong usage in plain Chinese: typer words its messages in English."""

from __future__ import annotations

import re
from typing import Any

import typer

# By class name: typer exports only the base classes, yet each kind needs its own sentence.
_SENTENCES = {
    "MissingParameter": "缺少参数 {name}。",
    "NoSuchOption": "没有选项 {option}。",
    "BadOptionUsage": "选项 {option} 后面要跟一个值。",
    "BadParameter": "参数 {name} 的值不对。{message}",
}
_OTHER = "没有这个命令，或参数多了：{message}。"

_HAN = re.compile(r"[\u4e00-\u9fff]")
_NAMED = re.compile(r"'(.+?)'|\(([^()]+)\)$")


def usage_sentence(error: typer.TyperException) -> str:
    """One Chinese line for a usage error, ending with the command that shows the help; the help itself where nothing was asked."""
    kind = type(error).__name__
    if kind == "NoArgsIsHelpError":
        return error.format_message()
    sentence = _SENTENCES.get(kind, _OTHER).format(
        name=_parameter_name(error), option=getattr(error, "option_name", ""), message=_message(kind, error.message)
    )
    return f"用法不对：{sentence}输入 {_command_path(error)} --help 看用法。"


def _message(kind: str, message: str) -> str:
    """Our own Chinese message as it is; of an English one only the word it complains about."""
    if _HAN.search(message) and kind == "BadParameter":
        return message
    named = _NAMED.search(message)
    return (named[1] or named[2]) if named and kind not in _SENTENCES else ""


def _parameter_name(error: Any) -> str:
    hint = getattr(error, "param_hint", None)
    if hint:
        return str(hint)
    parameter = getattr(error, "param", None)
    if parameter is None:
        return ""
    return next((name for name in parameter.opts if name.startswith("-")), parameter.metavar or parameter.name)


def _command_path(error: Any) -> str:
    context = getattr(error, "ctx", None)
    return context.command_path if context is not None else "renshe"
