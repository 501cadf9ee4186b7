"""Telephone numbers, addresses and sums of money that no rule of the documents states: what chatbots like to invent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from assistant.claims.finding import Finding
from assistant.claims.holdings import Holdings
from assistant.claims.scene import Subject
from corpus.fines import find_fines

_PHONE = re.compile(r"(?<!\d)(?:0\d{2,3}[-—－ ]?\d{7,8}|1[3-9]\d{9}|\d{7,8}|12333|12345|400-?\d{3}-?\d{4})(?!\d)")
_CALLED = re.compile(r"电话|热线|拨打|联系|咨询|传真|手机|号码|微信")
_ADDRESS = re.compile(
    r"(?:地址|地点|位于)(?:是|为|：|在)?(?P<place>[^，。；：]{4,40})|[一-鿿]{2,8}(?:路|街|大道)\d{1,5}号[^，。；]{0,16}"
)
_STREET = re.compile(r"\d|路|街|大道|巷|楼|大厦")
_HOURS = re.compile(r"\d{1,2}[：:]\d{2}\s*(?:-|—|至|到|~)\s*\d{1,2}[：:]\d{2}")
_MONEY = re.compile(
    r"补贴|补助|津贴|标准|待遇|工资|保险金|收费|工本费|押金|缴费|报销|奖励|费用|每月|每人每月|养老金|救助"
)
_CASE = re.compile(
    r"违法所得|非法所得|获利|拖欠|欠薪|欠缴|收取|收了|已付|转账|合同金额|违规金额|损失|追回|骗取|金额(?:为|共|合计)|涉案"
)


def contacts(subject: Subject, h: Holdings) -> Iterator[Finding]:
    """Supported where the documents hold the very number or place, else not in the corpus."""
    text = subject.text
    for m in _PHONE.finditer(text):
        if _CALLED.search(text[max(0, m.start() - 20) : m.start()]) or "-" in m.group():
            yield _held("contact", m.start(), m.end(), m.group(), "文件里没有这个号码", h)
    for m in _ADDRESS.finditer(text):
        start, end = m.span("place") if m["place"] else m.span()
        if not _STREET.search(text[start:end]):
            continue
        yield _held("contact", start, end, text[start:end], "文件里没有这个地址", h)
    for m in _HOURS.finditer(text):
        yield _held("contact", *m.span(), m.group(), "文件里没有写办公时间", h)


def amounts(subject: Subject, h: Holdings) -> Iterator[Finding]:
    """Sums that are paid, not fined; what a case came to is no claim."""
    text = subject.text
    for found in find_fines(text):
        part = text[max(text.rfind(mark, 0, found.start) for mark in "，。；：") + 1 : found.end + 6]
        if found.fine.kind == "multiple" or _CASE.search(part) or not _MONEY.search(text):
            continue
        words = text[found.start : found.end]
        yield _held("amount", found.start, found.end, words, "文件里没有写明这个金额", h)


def _held(kind: str, start: int, end: int, words: str, absent: str, h: Holdings) -> Finding:
    name = "contact" if kind == "contact" else "amount"
    for document in h.knowledge.corpus.documents:
        view = h.view(document)
        if (at := view.text.find(words)) >= 0:
            cite = (document, view.source(at, at + len(words)))
            return Finding(name, start, end, "supported", "文件里有同样的写法", words, (cite,))
    return Finding(name, start, end, "not_in_corpus", absent)
