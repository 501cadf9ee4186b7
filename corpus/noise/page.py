"""Furniture of web pages: breadcrumbs, menus, share buttons, bylines, page feet, links to other pages."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator, Sequence

from corpus.labels import read_label
from corpus.noise.stretch import RULE, Line, Noise, lines
from corpus.noise.words import either, words
from corpus.records import Span

_TRAIL_REACH = 600
"""Characters a breadcrumb with the page's title, date and buttons behind it may take."""
_LONGEST_TRAIL = 200
_MENU_ITEM = 20
_DATE = r"\d{4}[-/年.]\d{1,2}[-/月.]\d{1,2}日?(?:[ \t]+\d{1,2}:\d{2}(?::\d{2})?)?"
_WHEN = re.compile(rf"(?:发布)?(?:时间|日期)[：:][ \t]*{_DATE}")
_READING = re.compile(
    r"(?:字体|字号)(?:大小)?[：:][ \t]*[【\[][^】\]\n。]{0,20}[】\]]|(?:字体|字号)(?:大小)?[：:](?:[ \t]*(?:超大|特大|大|中|小|默认)(?=[ \t】]|$))+"
    r"|(?:浏览|点击|阅读|访问)(?:次数|量|数)[：:][ \t]*\d*[ \t]*次?"
)
_OPENNESS = re.compile(r"[（(]此件(?:主动|依申请|不予)?公开(?:发布)?[)）]")
_EDITED = re.compile(rf"(?m)^[ \t]*(?:责任)?编辑[：:][^\n。|]{{1,20}}\|[ \t]*{_DATE}[ \t]*\|?(?=[ \t]*$)")
_FILE = re.compile(
    r"(?:(?<=[\s。；])|^)(?:附件[：:]?)?[^\s。；：:]{2,80}\.(?:docx?|xlsx?|pdf|wps|et|zip|rar|ofd)(?![A-Za-z0-9])",
    re.MULTILINE,
)
_COUNTER = re.compile(r"(?:[ \t]*更多)?(?:[ \t]+\d{1,4})?(?=[ \t])")
"""Behind the share buttons of a page: how often it was shared."""
_FOOT_IN_LINE = re.compile(
    r"(?<=[。；）)\s])(?:Copyright|copyright|版权所有|(?:主办|承办|建设|管理)(?:单位)?[：:]|技术支持[：:]|网站标识码)[^。；\n]*\s*\Z"
)
_TAIL = 600
_FOOT_LINES = 12


def page_furniture(text: str) -> Iterator[Noise]:
    """Everything a page shows around its text. Never a stretch with the signs of a sentence."""
    yield from _trails(text)
    yield from (Noise(_trimmed(text, match), "网页按钮") for match in _buttons().finditer(text))
    yield from (Noise(Span(*match.span()), "网页按钮") for match in _READING.finditer(text))
    yield from (Noise(Span(*match.span()), "附件名称") for match in _FILE.finditer(text))
    yield from (Noise(Span(*match.span()), "公开属性") for match in _OPENNESS.finditer(text))
    yield from (Noise(Span(*match.span()), "编辑信息") for match in _EDITED.finditer(text))
    tail = max(0, len(text) - _TAIL)
    yield from (Noise(_trimmed(text, match), "网页页脚") for match in _source().finditer(text, tail))
    yield from (Noise(Span(*match.span()), "相关链接") for match in _links().finditer(text, tail))
    foot = _FOOT_IN_LINE.search(text, tail)
    if foot and any(word in foot[0] for word in words().feet):
        yield Noise(_trimmed(text, foot), "网页页脚")
    yield from _alone(text)


@functools.cache
def _trail() -> re.Pattern[str]:
    return re.compile(rf"(?:{either(words().trails)})[ \u3000]*[：:>＞»]")


@functools.cache
def _buttons() -> re.Pattern[str]:
    one = rf"[【\[〖]?(?:{either(words().buttons)})[：:]?[】\]〗]?"
    return re.compile(rf"(?:(?<=[\s】\]])|^){one}(?:[ \t\u3000\xa0|｜/]*{one})+(?=[\s【\[]|$)", re.MULTILINE)


@functools.cache
def _source() -> re.Pattern[str]:
    return re.compile(
        r"(?<=[\s。）)”\u4e00-\u9fff])(?:信息|文章|稿件)?来源[：:][ \t]*[^\s，。；：:]{2,40}(?:[ \t]*附件(?:下载)?)?"
        rf"(?=\s*\Z|\s*[【\[]?(?:{either(words().buttons)}))"
    )


@functools.cache
def _links() -> re.Pattern[str]:
    return re.compile(
        rf"(?:(?<=[\s）)。])|^)(?:{either(words().links)})[：:][^\n。；]{{2,200}}?(?=\n|$|[ \t](?:来源|附件))",
        re.MULTILINE,
    )


def _trails(text: str) -> Iterator[Noise]:
    """Breadcrumbs, with what follows them on one line up to the date and the buttons; menus above them."""
    before: list[Line] = []
    for line in lines(text):
        mark = _trail().match(line.words)
        if mark is None:
            before.append(line)
            continue
        end = _trail_end(text, line)
        if end:
            if _is_menu(before):
                yield from (Noise(item.span, "网页菜单") for item in before)
            yield Noise(Span(line.start, end), "网页导航")
        before = before[-1:]


def _trail_end(text: str, line: Line) -> int:
    """Where a breadcrumb ends; 0 where it cannot be told from a sentence."""
    reach = min(line.end, line.start + _TRAIL_REACH)
    stop = RULE.search(text, line.start, reach)
    limit = stop.start() if stop else reach
    marks = [m.end() for m in _buttons().finditer(text, line.start, limit)]
    marks += [m.end() for m in _WHEN.finditer(text, line.start, limit)]
    if marks:
        after = _COUNTER.match(text, max(marks), limit)
        return after.end() if after else max(marks)
    return line.end if not stop and len(line.words) <= _LONGEST_TRAIL else 0


def _is_menu(above: Sequence[Line]) -> bool:
    return len(above) <= 60 and all(
        len(line.words) <= _MENU_ITEM and not RULE.search(line.words) and read_label(line.words, 0) is None
        for line in above
    )


def _alone(text: str) -> Iterator[Noise]:
    single = {*words().alone, *words().buttons}
    found = list(lines(text))
    for i, line in enumerate(found):
        plain = line.words.strip("【】[]>＞» :：|")
        if plain in single:
            yield Noise(line.span, "网页按钮")
        elif i >= len(found) - _FOOT_LINES and _is_foot(line):
            yield Noise(line.span, "网页页脚")


def _is_foot(line: Line) -> bool:
    furniture = len(line.words) <= _LONGEST_TRAIL and not RULE.search(line.words)
    return furniture and any(word in line.words for word in words().feet)


def _trimmed(text: str, match: re.Match[str]) -> Span:
    start, end = match.span()
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
