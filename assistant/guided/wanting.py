"""What follows from an item found wanting, in words: violations with measures and ranges, deadline, whom to inform."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

import msgspec

from assistant.act.money import total
from assistant.act.penalty import penalty
from assistant.act.penalty_results import PenaltyHit, PenaltyResult
from assistant.answer import Figure
from assistant.compose.draft import clip, sentence
from assistant.compose.penalty import penalty_answer, violation_lines
from assistant.compose.supervision import figure
from assistant.guided.scene import Scene
from assistant.guided.writer import Writer
from assistant.inspection.consequences import Candidate, follows
from assistant.inspection.state import ItemState
from assistant.papers.case import Case
from assistant.understand.facts import read_facts
from assistant.understand.reader import Reader
from corpus.records import Penalty
from corpus.tidy import tidy

_SHOWN = 3
"""Violations worded in full; the rest stay on the list of the checklist."""
CHOOSE = "属于“{text}”"


@dataclass(frozen=True, slots=True)
class Possible:
    """Violations that an item may be, likeliest first."""

    candidates: tuple[Candidate, ...]
    said: Candidate | None
    """The one that the note names word for word."""


def possible(scene: Scene, n: int, note: str, reader: Reader) -> Possible:
    """By what the inspector noted, then by the item, then those that any item may be."""
    item = scene.item(n)
    if item is None:
        return Possible((), None)
    found: dict[str, Candidate] = {}
    for candidate in (*_by_note(scene, note, reader), *follows(scene.held, item).candidates):
        before = found.get(candidate.text)
        # The same conduct in two clauses is one choice with the consequences of both.
        both = (
            candidate.penalties if before is None else tuple(dict.fromkeys((*before.penalties, *candidate.penalties)))
        )
        found[candidate.text] = msgspec.structs.replace(before or candidate, penalties=both)
    said = [c for c in found.values() if len(c.text) > 3 and c.text in note]
    return Possible(tuple(found.values()), said[0] if len(said) == 1 else None)


def _by_note(scene: Scene, note: str, reader: Reader) -> list[Candidate]:
    """As a question on the penalty for what was noted finds them, inside this regime."""
    if not note:
        return []
    held = scene.held
    result = penalty(reader.read(f"{held.checklist.title}，{note}，怎么处罚"), reader.knowledge)
    if not isinstance(result, PenaltyResult) or not result.sure:
        return []
    hits = [
        h.penalty for h in result.hits if h.document.id == held.document.id and h.penalty.regime == held.regime.index
    ]
    found: dict[str, list[Penalty]] = {}
    for p in hits:
        found.setdefault(p.violation, []).append(p)
    return [Candidate(text=t, penalties=_all_conditions(scene, ps[0]), score=1.0) for t, ps in found.items()]


def _all_conditions(scene: Scene, p: Penalty) -> tuple[Penalty, ...]:
    known = scene.held.document.penalties
    return tuple(x for x in known if (x.violation, x.clause) == (p.violation, p.clause))


def write_wanting(w: Writer, n: int, reader: Reader) -> None:
    """The violations matched with a finding; where none is yet, those to choose from; then deadline and whom to inform."""
    state = w.scene.items[n]
    chosen = Case(w.scene.held.document, w.scene.held.checklist, w.scene.state).penalties(state)
    if chosen:
        w.say("认定的违法情形及处理：")
        _write(w, [chosen], state.note)
        w.subject = chosen[0].violation
    else:
        _write_possible(w, n, state, reader)
    _write_after(w, n)


def _write_possible(w: Writer, n: int, state: ItemState, reader: Reader) -> None:
    found = possible(w.scene, n, state.note, reader).candidates
    first = next(iter(found), None)
    if first is None:
        w.say("文件对这一项没有写明违法情形和罚则，不能据此认定处罚。")
        return
    w.say("可能对应的违法情形（请认定；都不是请说“都不是”）：" if len(found) > 1 else "可能对应的违法情形（请认定）：")
    shown = found[:_SHOWN]
    _write(w, [c.penalties for c in shown], state.note)
    if state.note and first.score:
        w.subject = first.text
    w.options += [CHOOSE.format(text=c.text) for c in shown]


def _write(w: Writer, groups: Sequence[Sequence[Penalty]], note: str) -> None:
    facts = read_facts(note)
    for group in (list(same) for g in groups for _, same in groupby(g, key=lambda p: p.clause)):
        hits = [PenaltyHit(w.scene.held.document, p, total(p.fine, facts), None) for p in group]
        w.say(violation_lines(hits, w.ledger))
        w.penalties += [penalty_answer(h, w.ledger) for h in hits]


def _write_after(w: Writer, n: int) -> None:
    """Deadlines for putting right, and whom the documents have informed."""
    item, document = w.scene.item(n), w.scene.held.document
    if item is None:
        return
    found = follows(w.scene.held, item)
    deadlines: list[Figure] = []
    for q in found.corrections:
        number = w.ledger.cite(document, q.sentence, w.k.path_at(document, q.sentence))
        w.say(f"与整改有关的期限：“{sentence(tidy(document.text, q.sentence).text)}”[{number}]。")
        deadlines.append(figure(document, q, w.k, w.ledger))
    if not deadlines:
        w.say("整改期限：文件没有写明天数，请在文书里填写。")
    w.figures += [f for f in deadlines if f.value is not None]
    told = [o for o in found.outcomes if o.informs]
    for outcome in told:
        w.say(f"须通报或移交{'、'.join(outcome.informs)}：“{clip(sentence(outcome.text))}”{w.cite(outcome.place)}。")
    if not told:
        w.say("须告知谁：文件没有写明要通报哪个单位。")
