"""What a section is called, and the duty record of one: shared by all shapes of prose that name sections."""

from __future__ import annotations

import re

from corpus.records import Duty, Span
from corpus.shapes.items import cut_items
from corpus.tidy import tidy

OTHER_NAME = r"(?:[（(](?![^）)]*(?:[：:]|\d{5}))[^）)]{1,16}[）)])"
"""A second name in brackets; no telephone."""
SECTION = re.compile(rf"[\u4e00-\u9fff（）()、]{{1,18}}(?:股|科|室|处|所|院|中心|大队|支队|站|办|部|局){OTHER_NAME}?")
"""A name that ends in the generic noun of a section."""
_NO_SECTION = re.compile(r"^(?:负责|承担|对|由|在|到|向|依法|接受|处罚|处)|(?:依法处|惩处|查处|之处|无处|各处)$")


def is_section(name: str) -> bool:
    """Whether a name is that of a section or unit, by its noun."""
    return bool(SECTION.fullmatch(name)) and not _NO_SECTION.search(name)


def section_duty(text: str, index: int, name: str, named: Span, body: Span, path: tuple[str, ...]) -> Duty:
    """The duty of one section: `named` is where its name stands, `body` its work."""
    return Duty(
        index=index,
        number="",
        main="",
        main_span=None,
        text=tidy(text, body).text,
        span=body,
        items=cut_items(text, body),
        section=name,
        section_span=named,
        path=path,
    )
