"""Writes an answer on an inspection: cited items, and the progress that proves every count."""

from __future__ import annotations

from assistant.answer import Figure, PenaltyAnswer, Step
from assistant.compose.draft import Draft, lines, sentence
from assistant.compose.warnings import touching
from assistant.guided.scene import Scene
from assistant.inspection.checklist import Place
from assistant.knowledge import Knowledge
from assistant.ledger import Ledger
from corpus.records import Span


class Writer:
    """Collects what is said; `draft` closes it."""

    def __init__(self, scene: Scene, k: Knowledge) -> None:
        self.scene, self.k = scene, k
        self.ledger = Ledger()
        self.options: list[str] = []
        self.penalties: list[PenaltyAnswer] = []
        self.figures: list[Figure] = []
        self.entered: list[str] = []
        """What inspectors entered and the answer repeats: it proves itself as a part of what the words were read as."""
        self.subject = ""
        """What a question that follows is about."""
        self._paragraphs: list[str] = []
        self._steps: list[Step] = []
        self._numbers: list[int] = []
        self._spans: list[Span] = []

    def say(self, text: str) -> None:
        """A line of its own."""
        self._paragraphs.append(text)

    def cite(self, place: Place) -> str:
        """The marker of a place."""
        self._spans.append(place.span)
        return f"[{self.ledger.cite(self.scene.held.document, place.span, place.path)}]"

    def number(self, n: int) -> str:
        """`第 3 项`, with the number noted so that the progress proves it."""
        self._numbers.append(n + 1)
        return f"第 {n + 1} 项"

    def item(self, n: int, lead: str = "") -> None:
        """An item with its group, its words and its citation."""
        item = self.scene.item(n)
        if item is None:
            self.say(f"{lead}{self.number(n)}：现在的文件里已经没有这一项的原文，请对照开始检查时的文件。")
            return
        group = "·".join(filter(None, (item.group, sentence(item.lead))))
        mark = self.cite(item.place)
        self.say(f"{lead}{self.number(n)}：{f'（{group}）' if group else ''}{sentence(item.text)}{mark}。")
        self._steps.append(Step(n=n + 1, text=sentence(item.text), citation=int(mark[1:-1])))

    def standing(self, n: int) -> None:
        """What counts for an item, and that inspectors disagree where they do."""
        state = self.scene.items[n]
        if state.finding != "未查" or state.note:
            self.entered.append(state.note)
            self.say(f"已录：{state.finding}{f'（{state.note}）' if state.note else ''}。")
        for entry in state.notes:
            text = getattr(entry.said, "text", "")
            self.entered.append(text)
            self.say(f"备注：{text}")
        if state.disputed:
            self.say("两位检查人员对这一项的结论不一致，两条都保留；请商定后更正。")

    def draft(self) -> Draft:
        """All of it, with the progress."""
        document = self.scene.held.document
        return Draft(
            status="answered",
            intent="checklist",
            text=lines(*self._paragraphs),
            penalties=tuple(self.penalties),
            figures=(*self.figures, self._progress()),
            steps=tuple(self._steps),
            options=tuple(dict.fromkeys(self.options)),
            warnings=touching(document, self._spans, self.k, self.ledger),
        )

    def _progress(self) -> Figure:
        total = len(self.scene.items)
        left = len(self.scene.state.unchecked)
        named = "、".join(str(n) for n in dict.fromkeys(self._numbers))
        working = f"清单共 {total} 项，已录 {total - left} 项，未查 {total} − {total - left} = {left} 项"
        if named:
            working += f"；按清单的顺序，上面说到第 {named} 项"
        return Figure(label="检查进度", value=total - left, unit="项", relation="=", citation=None, working=working)
