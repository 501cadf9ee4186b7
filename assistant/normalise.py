"""From what a person typed to a question the program can read: simplified, half-width, without stray blanks.

The wording stays the person's own; nothing is guessed here. Misspelt and pinyin words are the business of
`assistant.understand.spelling`, which knows the vocabulary.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from corpus.tidy import tidy

if TYPE_CHECKING:
    from opencc import OpenCC

MAX_CHARACTERS = 4_000
"""A question longer than this is cut: a whole letter fits, a book does not."""

_MOST_COMMON_ONLY_TRADITIONAL = frozenset(
    "們個來時說會後為國對還這過學經裡麼與無實發現動開關問題長頭業書車門見電機應當從進種樣點將報聽覺裏邊處務員區縣廳請辦證"
    "險養醫療單職業傷勞資錢繳領補償裁離婚親戶農館藥費價勵優軍轉訓練聘檔錄調據廠礦層產鎮鄉糾紛舉續誤參與歲齡屬壓拖欠領"
)


def normalise(question: str) -> str:
    """Simplified Chinese, half-width digits and letters, no white space inside Chinese; at most MAX_CHARACTERS."""
    text = tidy(question[:MAX_CHARACTERS]).text
    if any(c in _MOST_COMMON_ONLY_TRADITIONAL for c in text):
        text = _converter().convert(text)
    return text


@lru_cache(maxsize=1)
def _converter() -> OpenCC:
    from opencc import OpenCC  # 40 ms to load its dictionaries: only for a question that needs it

    return OpenCC("t2s")
