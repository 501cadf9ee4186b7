"""Where an inspector stands in a checklist, and which items their words mean. Pure.

Each inspector has a place of their own: two of them go through one list side by side.
"""

from __future__ import annotations

from assistant.guided.commands import Target
from assistant.inspection.errors import MissingError
from assistant.inspection.events import Found, Moved
from assistant.inspection.state import Entry, InspectionState


def place_of(state: InspectionState, author: str) -> int:
    """Index of the item an inspector looks at: the last one they went to, else the first."""
    ids = [i.id for i in state.regime.items]
    moved = (r.event.cursor for r in reversed(state.history) if r.author == author and isinstance(r.event, Moved))
    return next((ids.index(c) for c in moved if c in ids), 0)


def next_unchecked(state: InspectionState, after: int) -> int | None:
    """Index of the next item still 未查 behind one, from the front again at the end; None where all are checked."""
    items = state.items
    order = (*range(after + 1, len(items)), *range(after + 1))
    return next((i for i in order if items[i].finding == "未查"), None)


def latest(state: InspectionState, author: str) -> Entry | None:
    """The inspector's last finding that stands."""
    return next(
        (x for x in reversed(state.entries) if x.author == author and x.stands and isinstance(x.said, Found)), None
    )


def indices(target: Target, state: InspectionState, author: str) -> tuple[int, ...]:
    """Indexes of the items meant, in order. Raises MissingError with a sentence for the user where there are none."""
    here, total = place_of(state, author), len(state.items)
    match target.which:
        case "current":
            return (here,)
        case "previous":
            if here == 0:
                raise MissingError("前面没有别的事项了，没有录入；请说出是第几项。")
            return (here - 1,)
        case "latest":
            entry = latest(state, author)
            if entry is None:
                raise MissingError("您在这次检查里还没有录入，没有可以更正的；请先录入。")
            return (next(n for n, i in enumerate(state.regime.items) if i.id == entry.said.item),)
        case "rest":
            found = tuple(n for n, i in enumerate(state.items) if i.finding == "未查")
            if not found:
                raise MissingError("没有未查的事项了，没有录入；要改已录的，请说出是第几项。")
            return found
        case "all":
            return tuple(range(total))
        case "numbers":
            if any(not 1 <= n <= total for n in target.numbers):
                raise MissingError("清单里没有这一项，没有录入；请从清单里选。")
            return tuple(n - 1 for n in target.numbers)
