"""A fine interval in Chinese words."""

from __future__ import annotations

from assistant.answer import FineAnswer


def fine_in_words(fine: FineAnswer) -> str:
    """`每人 200 元以上 500 元以下罚款`; empty where the documents name no amount."""
    per = f"{fine.by} " if fine.by else "每人 " if fine.per == "person" else ""
    match fine.kind:
        case "none":
            return ""
        case "fixed":
            return f"罚款{per or ' '}{fine.max_yuan:,} 元" if fine.max_yuan is not None else ""
        case "multiple":
            low = f"{fine.min_times:g} 倍以上 " if fine.min_times is not None else ""
            high = f"{fine.max_times:g} 倍以下" if fine.max_times is not None else ""
            return f"{fine.base or ''} {low}{high}罚款"
        case "range":
            low = f"{fine.min_yuan:,} 元以上 " if fine.min_yuan is not None else ""
            high = f"{fine.max_yuan:,} 元以下" if fine.max_yuan is not None else ""
            return f"{per}{low}{high}罚款"
