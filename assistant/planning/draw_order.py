"""From an order to a draw: how many, of which strata, who is left out, and what that rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from math import ceil

from assistant.planning.checks import Check, checks_of, names_base, regime_words
from assistant.planning.draw import Drawn, Quota, draw
from assistant.planning.errors import PlanError
from assistant.planning.minimum import Need, minima, share_of, share_working
from assistant.planning.units import UnitList
from corpus.records import Document, Quantity, Regime

_LONGEST_SEED = 200


@dataclass(frozen=True, slots=True)
class DrawOrder:
    """What is to be drawn."""

    listed: UnitList
    seed: str
    regime: str = ""
    kind: str = ""
    """Name of the kind of check; empty takes the one that demands most."""
    size: int | None = None
    share: Fraction | None = None
    """As a part of one."""
    not_since: date | None = None
    """Units checked on or after this day are left out."""


@dataclass(frozen=True, slots=True)
class DrawResult:
    """A draw with all that explains it."""

    order: DrawOrder
    size: int
    working: str
    """How the size came about."""
    kind: str
    quotas: tuple[Quota, ...]
    left_out: tuple[str, ...]
    """Names of the units left out as checked lately."""
    drawn: tuple[Drawn, ...]
    notes: tuple[str, ...]
    document: Document | None = None
    regime: Regime | None = None
    rests: tuple[Quantity, ...] = ()


@dataclass(slots=True)
class _Size:
    """A size with its reasons."""

    n: int
    working: str
    kind: str = ""
    rests: tuple[Quantity, ...] = ()
    quotas: tuple[Quota, ...] = ()
    notes: list[str] = field(default_factory=list[str])


def carry_out(order: DrawOrder, document: Document | None, regime: Regime | None) -> DrawResult:
    """The draw. Raises PlanError for an order that does not hold together."""
    seed = order.seed
    if not seed.strip() or len(seed) > _LONGEST_SEED or any(not c.isprintable() for c in seed):
        raise PlanError(f"种子应是 1 到 {_LONGEST_SEED} 个可见字符，不能换行。")
    size = _size(order, document, regime)
    left_out = _left_out(order)
    eligible = [u for u in order.listed.units if u.name not in left_out]
    if not eligible:
        raise PlanError("排除近期查过的以后，没有单位可抽。请改 --not-since 的日期。")
    if size.n > len(eligible):
        size.notes.append(f"应抽 {size.n} 家，可抽的只有 {len(eligible)} 家，全部抽取")
    for quota in size.quotas:
        have = sum(u.stratum in quota.strata for u in eligible)
        if have < quota.least:
            size.notes.append(f"“{quota.what}”应抽 {quota.least} 家，可抽的只有 {have} 家，全部抽取")
    drawn = draw(eligible, size.n, seed, size.quotas)
    if len(drawn) > size.n:
        size.notes.append(f"各类都要达到下限，实际抽取 {len(drawn)} 家，多于 {size.n} 家")
    return DrawResult(
        order=order, size=len(drawn), working=size.working, kind=size.kind, quotas=size.quotas,
        left_out=tuple(sorted(left_out)), drawn=drawn, notes=tuple(size.notes),
        document=document, regime=regime, rests=size.rests,
    )  # fmt: skip


def _left_out(order: DrawOrder) -> frozenset[str]:
    if order.not_since is None:
        return frozenset()
    if not order.listed.has_checked:
        raise PlanError("名单没有“上次检查日期”一列，不能排除近期查过的单位。请加这一列，或去掉 --not-since。")
    since = order.not_since
    return frozenset(u.name for u in order.listed.units if u.checked is not None and u.checked >= since)


def _size(order: DrawOrder, document: Document | None, regime: Regime | None) -> _Size:
    """The size by the regime, with its strata; then as given where the order gives one, never below by silence."""
    total = len(order.listed.units)
    ruled = _by_regime(order, document, regime) if document is not None and regime is not None else None
    if order.size is not None and order.share is not None:
        raise PlanError("抽取家数和抽取比例只写一个。")
    if order.size is None and order.share is None:
        if ruled is None:
            raise PlanError("没有说抽多少：请用 --regime 指明制度，或用 --size 写家数、--share 写比例。")
        return ruled
    if order.share is not None:
        if not 0 < order.share <= 1:
            raise PlanError("抽取比例应大于 0、不超过 100%。")
        n = ceil(total * order.share)
        percent = f"{float(order.share * 100):g}%"
        own = _Size(n, f"指定比例：{total} × {percent}，向上取整为 {n}")
    else:
        n = order.size or 0
        if n < 1:
            raise PlanError("抽取家数应是正整数。")
        own = _Size(n, f"指定家数：{n}")
    if ruled is not None:
        own.kind, own.rests, own.quotas = ruled.kind, ruled.rests, ruled.quotas
        own.notes = [*ruled.notes]
        if own.n < ruled.n:
            own.notes.append(f"指定的 {own.n} 家少于制度“{ruled.kind}”的下限 {ruled.n} 家（{ruled.working}）")
    return own


def _by_regime(order: DrawOrder, document: Document, regime: Regime) -> _Size:
    """The size that the kind of check asked for demands; of several kinds the one that demands most."""
    checks = [c for c in checks_of(document, regime) if c.scope or c.counts or c.all_units]
    if order.kind:
        named = [c for c in checks if order.kind in c.name or c.name in order.kind]
        if not named:
            kinds = "、".join(c.name for c in checks) or "无"
            raise PlanError(f"“{regime.title}”没有能据以定抽取家数的“{order.kind}”。可选：{kinds}。")
        checks = named
    if not checks:
        raise PlanError(f"“{regime.title}”没有写抽查比例或家数。请用 --size 写家数，或用 --share 写比例。")
    words = regime_words(document, regime)
    sizes = [_for_check(order, c, words) for c in checks]
    best = max(sizes, key=lambda s: s.n)
    if len(sizes) > 1:
        best.notes.append(f"几种检查里取要求最高的“{best.kind}”；要按别的抽，用 --kind 写出名称")
    return best


def _for_check(order: DrawOrder, check: Check, words: str) -> _Size:
    listed, total = order.listed, len(order.listed.units)
    bases: list[tuple[str, int]] = []
    quotas: list[Quota] = []
    for rule in (s for s in check.shares if s.base == "subset" and not s.optional):
        strata = tuple(s for s in listed.strata if s and names_base(s, rule, words))
        if rule.whole and not strata:
            continue
        if not listed.has_strata:
            raise PlanError(
                f"“{check.name}”要求“{rule.what}”单独达到比例，名单里却没有“类别”一列，分不出哪些是。"
                "请加“类别”列后再抽。"
            )
        own = sum(listed.strata[s] for s in strata)
        bases.append((rule.what, own))
        quotas.append(Quota(rule.what, strata, share_of(own, rule.quantity), share_working(own, rule.quantity)))
    found = minima(check, Need(units=total, bases=tuple(bases)))
    units = [m for m in found.minima if m.what == "units"]
    rests = tuple(dict.fromkeys(q for m in units for q in m.rests)) or check.quantities
    notes = [n for n in found.notes if "全部检查" in n]
    notes += [f"名单的“类别”里没有“{q.what}”，这一项按 0 家算" for q in quotas if not q.strata]
    if units:
        return _Size(
            units[-1].value,
            "；".join(f"{m.label}：{m.working}" for m in units),
            check.name,
            rests,
            tuple(quotas),
            notes,
        )
    n = min(total, int(check.counts[0].value or 0)) if check.counts else total
    return _Size(n, f"每次不少于 {n} 家", check.name, check.quantities, tuple(quotas), notes)
