"""The one door to RapidOCR: letters and ruled lines of a scanned page. Its models come inside the package."""

from __future__ import annotations

import functools
import importlib.util
from collections.abc import Iterator
from typing import Any

from corpus.files.pdf.page import Box, Letter, Page, Rule
from corpus.files.pdf.pictures import picture

_SURE = 0.8
"""Score of a character below which it is doubtful."""
_SIGN_SURE = 0.5
"""The same for punctuation, which is small and always scores lower."""
_RULE_SHARE = 0.03
"""Of the page's width or height: shorter strokes are no ruled lines."""


def can_recognise() -> bool:
    """Whether the optional packages are installed."""
    return all(importlib.util.find_spec(name) is not None for name in ("rapidocr", "onnxruntime"))


def recognised(data: bytes, page: Page) -> Page:
    """The page with what was recognised in its picture."""
    pixels, scale = picture(data, page.number)
    found = _engine()(pixels, return_word_box=True, return_single_char_box=True)
    letters = tuple(_letters(found.word_results or (), scale))
    return Page(page.number, page.width, page.height, letters, tuple(_rules(pixels, scale)))


@functools.cache
def _engine() -> Any:
    from rapidocr import RapidOCR

    return RapidOCR(params={"Global.log_level": "critical"})


def _letters(lines: Any, scale: float) -> Iterator[Letter]:
    for line in lines:
        if not line or isinstance(line[0], str):  # an empty page gives one bare word, and it is empty
            continue
        tops = sorted(min(y for _, y in corners) for _, _, corners in line)
        bottoms = sorted(max(y for _, y in corners) for _, _, corners in line)
        top, bottom = (tops[len(tops) // 2], bottoms[len(bottoms) // 2]) if tops else (0, 0)
        for text, score, corners in line:
            left, right = min(x for x, _ in corners), max(x for x, _ in corners)
            sure = score >= (_SURE if text.isalnum() else _SIGN_SURE)
            yield Letter(str(text), Box(left / scale, top / scale, right / scale, bottom / scale), not sure)


def _rules(pixels: Any, scale: float) -> Iterator[Rule]:
    """Long straight strokes, found by eroding everything else."""
    import cv2

    dark = cv2.threshold(cv2.cvtColor(pixels, cv2.COLOR_BGR2GRAY), 0, 255, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)[1]
    height, width = dark.shape
    for size in ((max(20, int(width * _RULE_SHARE)), 1), (1, max(20, int(height * _RULE_SHARE)))):
        strokes = cv2.morphologyEx(dark, cv2.MORPH_OPEN, cv2.getStructuringElement(cv2.MORPH_RECT, size))
        for contour in cv2.findContours(strokes, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
            x, y, wide, high = (value / scale for value in cv2.boundingRect(contour))
            level = size[1] == 1
            middle = y + high / 2 if level else x + wide / 2
            yield Rule(Box(x, middle, x + wide, middle) if level else Box(middle, y, middle, y + high))
