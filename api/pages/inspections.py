"""The pages of inspections: one template, a script for each; what they show they ask of the API, so that it works without a network."""

from __future__ import annotations

from collections.abc import Mapping

from api.pages.page import Asked, Facts, Page

_TEMPLATE = "inspections/page.html"


def _view(name: str) -> Facts:
    def facts(_: Asked) -> Mapping[str, object]:
        return {"view": name}

    return facts


INSPECTION_PAGES: tuple[Page, ...] = (
    Page("/inspections", "我的检查", _TEMPLATE, menu="检查", needs_office=True, facts=_view("list")),
    Page("/inspections/new", "新的检查", _TEMPLATE, needs_office=True, facts=_view("begin")),
    Page("/inspections/walk", "检查", _TEMPLATE, needs_office=True, facts=_view("walk")),
    Page("/inspections/papers", "文书和归档", _TEMPLATE, needs_office=True, facts=_view("papers")),
    Page("/inspections/meters", "检查进度", _TEMPLATE, needs_office=True, facts=_view("meters")),
    Page("/inspections/plan", "全年检查计划", _TEMPLATE, needs_office=True, facts=_view("plan")),
    Page("/inspections/units", "单位名录", _TEMPLATE, needs_office=True, facts=_view("units")),
)
