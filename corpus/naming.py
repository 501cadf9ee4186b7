"""What a document calls itself: its own `标题：` line, its title lines, the name of what a notice hands out."""

from __future__ import annotations

import functools
import re
from collections.abc import Sequence

from corpus.noise.words import either, words
from corpus.records import Clause
from corpus.tidy import tidy
from corpus.wording import title_like

_GENRE = re.compile(
    r"(?:办法|细则|规定|制度|清单|指南|条例|规范|意见|通知|职责|登记表|手册|目录|方案|标准|基准|公告|边界)$"
)
_MARKUP = re.compile(r"^[#\s\ufeff*]+")
_MOST_TITLES = 3
_SHORTEST = 3
_SAYS_WHOSE = 12
"""Characters: a longer title says by itself what it is the title of."""
_HEAD = 4000
_NOTICE = 1500
"""Tidy characters within which a notice names what it hands out."""
_HANDED_OUT = re.compile(
    r"印发《(?P<one>(?:[^《》]|《[^《》]*》){4,80})》|现将《(?P<two>(?:[^《》]|《[^《》]*》){4,80})》"
)
_LEAD_IN = re.compile(r"(?P<title>[^，。；：、]{6,30})[：:]$")
_SITE = re.compile(r"(?:^|[\s（(])[^\s，。；]{2,16}(?:网站|网)[-—_|](?P<title>[^\s，。；]{6,80})")


def title_of(text: str, clauses: Sequence[Clause], bureau: str, file: str) -> str:
    """A document's title: what a `标题：` line states, else its title lines after the bureau's name, else what a notice
    hands out, else the line that leads its list in, else the file's name.

    `text` is the source with its noise: the field lines of a page's head stand there.
    """
    if stated := _stated(text):
        return stated
    titles = [_MARKUP.sub("", c.text) for c in clauses if c.heading and not c.label and c.parent is None]
    titles = [title for title in titles if title_like(title) and len(title) >= _SHORTEST]
    titles = [title for title in titles if _GENRE.search(title)] or titles
    parts = titles[:_MOST_TITLES] if bureau else titles[:1]
    if parts:
        name = "、".join(parts)
        whole = bureau in name or (len(parts) == 1 and (len(name) > _SAYS_WHOSE or name[:2] == bureau[:2]))
        return name if not bureau or whole else f"{bureau}{'：' if len(parts) > 1 else ''}{name}"
    plain = tidy(text[:_NOTICE]).text
    if handed := _HANDED_OUT.search(plain):
        return handed["one"] or handed["two"]
    if site := _SITE.search(text[:_NOTICE]):
        return site["title"]
    if trail := _trail().search(text[:_NOTICE]):
        return trail["title"]
    leads = (m["title"] for c in clauses[:2] if not c.label and (m := _LEAD_IN.match(c.text)))
    return next(leads, file.rsplit("/", 1)[-1].rsplit(".", 1)[0])


@functools.cache
def _trail() -> re.Pattern[str]:
    """A page's title behind its breadcrumb, before its date (`首页 > 办事指南 补贴申领 时间：…`)."""
    return re.compile(
        rf"(?:{either(words().trails)})[ \u3000]*[：:>＞»][^\n]{{0,80}}[>＞»][ \t]*[^\s>＞»]{{2,20}}[ \t]+(?P<title>[^\s，。；：:>＞»]{{4,60}})[ \t]+"
        r"(?:发布)?(?:时间|日期)[：:]"
    )


@functools.cache
def _field(names: str) -> re.Pattern[str]:
    return re.compile(
        rf"(?m)^[ \t#*\ufeff-]*(?:.*[ \t])?(?:{names})[ \u3000]*[：:][ \t]*(?P<value>[^\n]*?)"
        rf"(?=$|(?<=\S)[ \t]*(?:{either(words().fields)})[ \u3000]*[：:])"
    )


def field_of_head(text: str, names: Sequence[str]) -> str:
    """The value a line before the document gives one of the fields, tidy; empty where none does."""
    for match in _field(either(names)).finditer(text[:_HEAD]):
        value = tidy(match["value"]).text
        if value:
            return value
    return ""


def _stated(text: str) -> str:
    title = field_of_head(text, ("标题", "文件名称"))
    if title:
        return title
    # 名称 alone may name anything; under 索引号 or 发布机构 it is the document's.
    in_portal = field_of_head(text, ("索引号", "发布机构", "发文单位", "主题分类"))
    return field_of_head(text, ("名称",)) if in_portal else ""
