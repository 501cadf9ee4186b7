"""Words for a day on which none of the documents applies yet."""

from __future__ import annotations

from datetime import date

from assistant.compose.draft import Draft


def not_known_on(day: date, first: date) -> Draft:
    """Nothing is known of a day before the first version: said as it is, whatever was asked."""
    text = (
        f"收录的文件里，没有一份在 {_written(day)} 适用：最早的从 {_written(first)} 起。那一天适用什么规定，我没有依据，不能回答。"
        "文件如果在那以前就已施行，请管理人员注明它的施行日期。"
    )
    return Draft("not_in_corpus", "other", text)


def _written(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
