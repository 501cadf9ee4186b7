"""Which section or department handles what, as a statement says, against the registry and the boundary table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property

from assistant.act.section import derive, is_bureau, is_short_for, role_of, supports
from assistant.claims.desks import Desk, DeskFinder
from assistant.claims.finding import Finding
from assistant.claims.holdings import Holdings
from assistant.claims.report import Verdict
from assistant.claims.scene import Subject
from assistant.findings import Candidate, DutySentence, Share
from assistant.question import Topics
from assistant.understand.overlap import Matcher, pairs
from assistant.understand.topics import TopicRanker
from corpus.records import Document, Span

_SURE, _INSIDE, _ALSO = 0.5, 0.55, 0.08
"""Belief in a matter from which a section can be wrong for it; that it is this bureau's at all; that it may be meant too."""
_QUOTES, _OWN, _SOME = 0.8, 0.6, 0.4
"""Share of a task that a duty covers: quoting it, being its own, having to do with it."""
_NO_DOUBT, _WORD = 0.75, 2
"""Belief in a matter, and characters of its word, from which an office that no document lists is wrong for it."""
_SHARED, _LEVEL, _SHARED_SURELY, _TOLD = 0.5, 0.85, 0.7, 5
"""Share of a task that a department's own covers: to support; as good as the best; to contradict, in so many characters."""
_THE_BUREAU = re.compile(r"人社|社会保障|劳动保障|劳动和社会保障|经办机构|主管|我局|本局")
"""Ways to name this kind of bureau itself, or nobody in particular."""
_ASKED = re.compile(r"(?:没有?|未)(?:写明|说明|规定|列明|载明).*(?:询问|咨询)$")
"""Whom to ask about what the documents leave open (没有写明金额，请向…询问): no task is given to anybody."""
_SHORTEST = 2
_LISTED = 3
_REMEMBERED = 1000
_ITEM = re.compile(r"(?:(?!以及|和|及|与)[^、，])+")
STAGES = ("初审", "受理", "申报", "审核", "复审", "复核", "审批", "核准")
_STAGE = re.compile("|".join(STAGES))


@dataclass(frozen=True)
class SectionJudge:
    """Judges over one corpus; needs the ranker of matters."""

    holdings: Holdings
    ranker: TopicRanker

    @cached_property
    def _desks(self) -> DeskFinder:
        k = self.holdings.knowledge
        return DeskFinder(tuple(dict.fromkeys(s.name for _, s in k.sections)), k.departments, k.bureau)

    def __call__(self, subject: Subject, h: Holdings) -> Iterator[Finding]:
        """A finding for each section or department that a statement gives a task; for a list of tasks one each."""
        before = subject.before.heading
        for desk in self._desks.find(subject.text):
            task = desk.task or before
            if _ASKED.search(task):
                continue
            if task in STAGES:
                task = _STAGE.sub("", before) + task
            before = task
            whole = self._department(desk, task) if desk.department else self._section(desk, task)
            if whole and whole.verdict != "supported" and not desk.department:
                each = list(self._each(desk, task, subject.text))
                yield from each or [whole]
            elif whole:
                yield whole

    def _each(self, desk: Desk, task: str, text: str) -> Iterator[Finding]:
        """The findings for the single tasks of a list, where every one of them is judged."""
        items = [m for m in _ITEM.finditer(task) if len(m.group()) >= _LISTED]
        found = [(self._section(desk, m.group()), text.find(m.group())) for m in items]
        if len(items) > 1 and any(f and f.verdict == "supported" for f, _ in found):
            for m, (f, at) in zip(items, found, strict=True):
                if f and at >= 0:
                    yield replace(f, start=at, end=at + len(m.group()))

    def _section(self, desk: Desk, task: str) -> Finding | None:
        k = self.holdings.knowledge
        name = _full(desk.name, tuple(s.name for _, s in k.sections))
        leading, certain = self._leading(task)
        if not name:
            return self._unknown(desk, leading if self._beyond_doubt(task) else ())
        own = self._own(name, task)
        right = next((c for c in leading if c.section == name), None)
        if right is None and own and own[1] >= _OWN:
            return _found(desk, "supported", "登记的职责里有这一项", own[0])
        if right is not None and (other := _other_stage(right, leading, task)):
            reason = f"阶段不对：登记表里{right.section}是{right.role}，{other.section}是{other.role}"
            return _found(desk, "contradicted", reason, other.sentence)
        if right is not None:
            return _found(desk, "supported", "与职责登记表一致", right.sentence)
        if self._shared(name, task):
            return None
        if leading and certain and not (own and own[1] >= _SOME):
            first = leading[0]
            return _found(desk, "contradicted", f"与职责登记表不符：登记的是{first.section}", first.sentence)
        document, section = next((d, s) for d, s in k.sections if s.name == name)
        if not task:
            cite = ((document, section.span),)
            return Finding("section", desk.start, desk.end, "supported", "登记表里有这个科室", name, cite)
        reason = "登记表没有写明这件事由哪个科室办理" if not leading else "说的是哪一件事不够确定，请人工核对"
        verdict = "not_in_corpus" if not leading else "unclear"
        return Finding("section", desk.start, desk.end, verdict, reason, "", ((document, section.span),))

    def _leading(self, task: str) -> tuple[tuple[Candidate, ...], bool]:
        """Sections for a task, those of the likeliest matter first, and whether the task is sure enough to call others wrong."""
        k = self.holdings.knowledge
        if len(task) < _SHORTEST:
            return (), False
        topics = self._topics(task)
        readings = [
            (t.score, k.reading(t.label.removeprefix("in:"), derive))
            for t in topics.ranked
            if t.label.startswith("in:") and t.score >= _ALSO
        ]
        found = [(s, c) for s, r in readings for c in r.candidates]
        quoted = self._quoted(task)
        certain = bool(quoted) or (
            bool(found) and topics.inside >= _INSIDE and _belief(found, found[0][1].section) >= _SURE
        )
        return (*quoted, *(c for _, c in found)), certain

    def _beyond_doubt(self, task: str) -> bool:
        """Whether a task is one of the registry's, so that an office that the registry does not know cannot have it.

        Other authorities inspect, register and hear complaints too: the task must name a matter by its own word.
        """
        k = self.holdings.knowledge
        best = self._topics(task).best("in")
        if best is None or best.score < _NO_DOUBT or self._topics(task).inside < _NO_DOUBT:
            return False
        matter = k.matters[best.label.removeprefix("in:")]
        return any(len(w) >= _WORD and w in task for w in (*matter.says, matter.name))

    def _topics(self, task: str) -> Topics:
        if task not in self._ranked:
            if len(self._ranked) >= _REMEMBERED:
                self._ranked.clear()
            self._ranked[task] = self.ranker.rank(task)
        return self._ranked[task]

    @cached_property
    def _ranked(self) -> dict[str, Topics]:
        return {}

    def _quoted(self, task: str) -> tuple[Candidate, ...]:
        k = self.holdings.knowledge
        hits = [(i, s) for i, s in k.duty_matcher.rank(task) if s >= _QUOTES and not supports(k.duties[i])]
        return tuple(Candidate(k.duties[i], role_of(k.duties[i].passage.text, task)) for i, _ in hits)

    def _own(self, name: str, task: str) -> tuple[DutySentence, float] | None:
        """The section's duty that covers most of a task, and how much."""
        k = self.holdings.knowledge
        ranked = k.duty_matcher.rank(task, limit=1000)
        return next(((k.duties[i], s) for i, s in ranked if k.duties[i].duty.section == name), None)

    def _shared(self, name: str, task: str) -> bool:
        """Whether the documents' other parts give the section the task (以…为责任单位)."""
        k = self.holdings.knowledge
        found = k.clause_matcher.rank(f"{name}{task}", limit=3)
        return any(s >= _QUOTES and name in k.clauses[i][1].text for i, s in found)

    def _unknown(self, desk: Desk, leading: tuple[Candidate, ...]) -> Finding | None:
        """A section that the registry does not list."""
        k = self.holdings.knowledge
        names = tuple(dict.fromkeys(s.name for _, s in k.sections))
        near = _nearest(desk.name, names)
        hint = f"，名称最接近的是{near}" if near else ""
        if leading:
            reason = f"登记表里没有“{desk.name}”{hint}；这件事登记的是{leading[0].section}"
            return _found(desk, "contradicted", reason, leading[0].sentence)
        for document, clause in k.clauses:
            if desk.name in clause.text:
                reason = "文件提到了这个单位，但职责登记表没有列出它"
                return Finding("section", desk.start, desk.end, "unclear", reason, "", ((document, clause.span),))
        cites = _cite_section(near, self.holdings) if near else ()
        return Finding(
            "section", desk.start, desk.end, "not_in_corpus", f"登记表里没有“{desk.name}”{hint}", near, cites
        )

    def _department(self, desk: Desk, task: str) -> Finding | None:
        k = self.holdings.knowledge
        ranked = self._tasks.rank(task, limit=len(k.shares)) if len(task) >= _SHORTEST else []
        if not ranked or ranked[0][1] < _SHARED:
            return self._taken_away(desk, task)
        best = [k.shares[i] for i, s in ranked if s >= _LEVEL * ranked[0][1]]
        own = next((x for x in best if _same_department(desk.name, x, self.holdings)), None)
        if own:
            return _shared_finding(desk, "supported", "与部门职责边界一致", own)
        if ranked[0][1] < _SHARED_SURELY or len(task) < _TOLD:
            return self._taken_away(desk, task)
        reason = f"与部门职责边界不符：写的是{best[0].share.department}"
        return _shared_finding(desk, "contradicted", reason, best[0])

    def _taken_away(self, desk: Desk, task: str) -> Finding | None:
        """A task that the registry gives to a section, given to another authority."""
        if desk.name.endswith("机关") or _THE_BUREAU.search(desk.name) or is_bureau(desk.name, self.holdings.knowledge):
            return None
        leading, certain = self._leading(task)
        if not (leading and certain and self._beyond_doubt(task)):
            return None
        first = leading[0]
        return _found(desk, "contradicted", f"与职责登记表不符：登记的是本局{first.section}", first.sentence)

    @cached_property
    def _tasks(self) -> Matcher:
        """Over what each department does, without the matter that all of them share."""
        return Matcher(tuple(s.share.text for s in self.holdings.knowledge.shares))


def _belief(found: list[tuple[float, Candidate]], section: str) -> float:
    """Belief that matters leading first to a section share."""
    scores = {round(s, 9) for s, c in found if c.section == section}
    return sum(scores)


def _full(name: str, names: tuple[str, ...]) -> str:
    if name in names:
        return name
    short = [n for n in dict.fromkeys(names) if is_short_for(name, n)]
    return short[0] if len(short) == 1 else ""


def _nearest(name: str, names: tuple[str, ...]) -> str:
    scored = [(len(set(pairs(name)) & set(pairs(n))), len(set(name) & set(n)), n) for n in names]
    best = max(scored, default=(0, 0, ""))
    return best[2] if best[0] or best[1] >= 2 else ""


def _other_stage(right: Candidate, leading: tuple[Candidate, ...], task: str) -> Candidate | None:
    """The section of the stage that the task names, where the section claimed has another stage."""
    if right.role[:2] in task or right.role in ("主办", "配合"):
        return None
    return next(
        (c for c in leading if c.role[:2] in task and c.role not in ("主办", "配合") and c.section != right.section),
        None,
    )


def _same_department(name: str, share: Share, h: Holdings) -> bool:
    held = share.share.department
    if name in held or held in name or is_short_for(name, held):
        return True
    if is_bureau(held, h.knowledge) and is_bureau(name, h.knowledge):
        return True
    rest = iter(held)
    if name[0] == held[0] and all(c in rest for c in name):
        return True  # 残联 for 残疾人联合会
    bare = re.sub(r"(?:部门|机关|局|委员会|联合会|主管)+$", "", name)
    return len(bare) >= 2 and held.startswith(bare)


def _cite_section(name: str, h: Holdings) -> tuple[tuple[Document, Span], ...]:
    return tuple((d, s.span) for d, s in h.knowledge.sections if s.name == name)[:1]


def _found(desk: Desk, verdict: Verdict, reason: str, s: DutySentence) -> Finding:
    cites = ((s.document, s.passage.span), (s.document, s.duty.section_span))
    source = f"{s.duty.section}：{s.passage.text.rstrip('；;。')}"
    return Finding("section", desk.start, desk.end, verdict, reason, source, cites)


def _shared_finding(desk: Desk, verdict: Verdict, reason: str, s: Share) -> Finding:
    cites = ((s.document, s.share.span), (s.document, s.share.department_span))
    source = f"{s.share.department}：{s.share.text.rstrip('；;。')}"
    return Finding("department", desk.start, desk.end, verdict, reason, source, cites)
