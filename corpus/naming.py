"""What a document calls itself and its bureau: from lines such as `部门名称：…`, `标题: …` and its own title lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from corpus.records import Clause
from corpus.shapes.regimes import field_name
from corpus.tidy import tidy
from corpus.wording import title_like

_PUBLISHER = re.compile(r"(?:发布机构|发布单位|发文单位|发布部门|发文机关|制定机关)[：:][ \t]*(\S{2,30})")
_TITLE = re.compile(r"(?:标题|文件名称)[：:](.+)$")
_GENRE = re.compile(
    r"(?:办法|细则|规定|制度|清单|指南|条例|规范|意见|通知|职责|登记表|手册|目录|方案|标准|基准|公告|边界)$"
)
_MARKUP = re.compile(r"^[#\s\ufeff*]+")
_MOST_TITLES = 3


def bureau_of(text: str, clauses: Sequence[Clause]) -> str:
    """The bureau's name as most `部门名称：`/`单位名称：` lines give it (the first of equals); else the publisher's."""
    views = [tidy(text, clause.span) for clause in clauses if not clause.label]
    names = [found[0] for view in views if (found := field_name(view))]
    if names:
        return Counter(names).most_common(1)[0][0]
    lines = (text[clause.span.start : clause.span.end] for clause in clauses if not clause.label)
    published = (match.group(1) for line in lines if (match := _PUBLISHER.search(line)))
    return next(published, "")


def title_of(clauses: Sequence[Clause], bureau: str, file: str) -> str:
    """A document's title: its own `标题：` line, else its part titles after the bureau's name, else the file's name."""
    stated = (m.group(1) for c in clauses if not c.label and (m := _TITLE.match(_MARKUP.sub("", c.text))))
    title = next(stated, "")
    if title:
        return title
    titles = [_MARKUP.sub("", c.text) for c in clauses if c.heading and not c.label and c.parent is None]
    titles = [title for title in titles if title_like(title)]
    titles = [title for title in titles if _GENRE.search(title)] or titles
    parts = titles[:_MOST_TITLES] if bureau else titles[:1]
    if not parts:
        return file.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    words = "、".join(parts)
    return words if not bureau or bureau in words else f"{bureau}{'：' if len(parts) > 1 else ''}{words}"
