"""A template filled with the figures of one copy of the document: a case as every other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from math import ceil
from typing import Any, cast

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from evals.case import Case
from evals.computed.days import day, day_patterns, workday
from evals.computed.places import Place
from evals.computed.template import Template
from evals.numerals import plain, spoken

Rename = Callable[[str], str]
_NUMBERS = ("fine", "multiple", "total", "figures")
_ABOVE = "超出|高于|超过"
_BELOW = r"(?<!不)低于|不足|(?<![不得])少于"
_INSIDE = r"(?<!不)在[^，。；]{0,16}(?:之内|以内|范围内|幅度内|区间内|之间)|没有超出|未超出"
_NOT_ENOUGH = rf"达不到|未达到|没有达到|没达到|不够|不符合|不满足|还差|{_BELOW}"
_ENOUGH = r"(?<![不未])(?<!没有)达到|(?<!不)符合|(?<!不)够|(?<!不)满足"


class Renderer:
    """Fills templates for one copy of the document: its places, and how it renames what the shipped one names."""

    def __init__(self, places: Mapping[str, Place], rename: Rename) -> None:
        self._rename = rename
        self._figures = {p.name: {n: s.value for n, s in p.slots.items()} for p in places.values()}
        self._language = ImmutableSandboxedEnvironment(undefined=StrictUndefined)
        self._language.globals.update({"ceil": ceil, "day": day, "workday": workday})  # pyright: ignore[reportArgumentType, reportCallIssue]
        self._language.filters |= {"han": _han, "wan": _wan, "md": _month_and_day}

    def case(self, template: Template) -> Case:
        """The case. Raises jinja2.UndefinedError for a figure that the inventory does not hold."""
        return Case.model_validate(
            {
                "id": template.id,
                "kind": template.kind,
                "audience": "inspector",
                "q": self.words(template.q),
                "expect": self._expect(template.expect),
            }
        )

    def _expect(self, given: Mapping[str, Any]) -> dict[str, Any]:
        out: dict[str, Any] = {}
        for key, value in given.items():
            for name, filled in self._field(key, value).items():
                # A shorthand adds to what is expected besides.
                out[name] = [*out[name], *filled] if name in out and isinstance(filled, list) else filled
        return out

    def _field(self, key: str, value: Any) -> dict[str, Any]:
        match key:
            case "above":
                return {"text_all": [_ABOVE], "figures": [self._number(value)]}
            case "below":
                return {"text_all": [_BELOW], "figures": [self._number(value)]}
            case "inside":
                return {"text_all": [_INSIDE]}
            case "enough":
                return {"text_all": [_ENOUGH], "text_not": [_NOT_ENOUGH]} if value else {"text_all": [_NOT_ENOUGH]}
            case "due":
                return {"text_all": ["|".join(day_patterns(cast(date, self._value(value))))]}
            case _ if key in _NUMBERS:
                return {key: [self._number(v) for v in value]}
            case _ if isinstance(value, list):
                return {key: [self.words(v) for v in cast(list[str], value)]}
            case _:
                return {key: self.words(value) if isinstance(value, str) else value}

    def _number(self, expression: str | float) -> float:
        value = self._value(str(expression))
        return int(value) if float(value).is_integer() else value

    def _value(self, expression: str) -> Any:
        return self._language.compile_expression(expression, undefined_to_none=False)(**self._figures)

    def words(self, template: str) -> str:
        """A template's text with the figures and names of the copy."""
        return self._rename(self._language.from_string(template).render(**self._figures))


def _han(value: float) -> str:
    """As people write a number in Chinese: 两 before what is counted."""
    return spoken(value)[-1]


def _wan(value: float) -> str:
    """In ten thousands: 25000 → 2.5万."""
    return f"{plain(round(value / 10_000, 4))}万"


def _month_and_day(day: date) -> str:
    """`7月1日`."""
    return f"{day.month}月{day.day}日"
