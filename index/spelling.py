"""How a text is spelled for the bundled model: its vocabulary is of characters and pairs of characters, blanks between."""

from __future__ import annotations

import re
import unicodedata

LONGEST = 1_200
"""Characters of a text that are read: what a passage is about is said by then."""
_RUN = re.compile(r"[\u3400-\u9fff]+|[a-z]+|[0-9]+")


def spelled(text: str) -> str:
    """Every Chinese character and every pair of neighbours in order, Latin words and numbers whole; the rest goes.

    `劳动法40条` becomes `劳 动 法 劳动 动法 40 条`. A static model over pairs knows words without any dictionary, and pairs of
    the question meet pairs of the passage even where a dictionary would cut them differently.
    """
    plain = unicodedata.normalize("NFKC", text[:LONGEST]).lower()
    parts: list[str] = []
    for run in _RUN.findall(plain):
        if run[0] < "\u3400":
            parts.append(run)
        else:
            parts.extend(run)
            parts.extend(run[i : i + 2] for i in range(len(run) - 1))
    return " ".join(parts)
