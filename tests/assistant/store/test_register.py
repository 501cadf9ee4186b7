"""The register of units and the log of accesses."""

from __future__ import annotations

from assistant.accounts.account import Access
from assistant.store.store import Store
from assistant.store.units import RegisteredUnit

DOCK = RegisteredUnit(id="2", name="大河船坞", regimes=("船坞监管", "渡船监管"), attributes={"地址": "河边路"})
FERRY = RegisteredUnit(id="1", name="小河渡船", regimes=("渡船监管",))


def test_units_are_found_by_regime_and_name(store: Store, now) -> None:
    assert store.units.put([DOCK, FERRY], at=now()) == 2
    assert store.units.all() == (DOCK, FERRY)
    assert store.units.all(regime="船坞监管") == (DOCK,)
    assert store.units.all(name="渡") == (FERRY,)
    assert store.units.all(name="%") == ()
    assert store.units.get("2") == DOCK and store.units.get("3") is None


def test_a_second_import_replaces_and_a_removed_unit_can_still_be_looked_up(store: Store, now) -> None:
    store.units.put([DOCK, FERRY], at=now())
    renamed = RegisteredUnit(id="1", name="小河航运")
    store.units.put([renamed], at=now())
    assert store.units.all(name="小河") == (renamed,)
    assert store.units.remove("1", at=now()) and not store.units.remove("1", at=now())
    assert store.units.all() == (DOCK,) and store.units.get("1") == renamed
    store.units.put([FERRY], at=now())
    assert FERRY in store.units.all()


def test_accesses_are_read_newest_first(store: Store, now) -> None:
    lines = [
        Access(at=now(), account=who, action="inspection.read", subject=what, result=result)
        for who, what, result in (("zhang", "i1", "允许"), ("li", "i1", "拒绝"), (None, "i2", "拒绝"))
    ]
    for line in lines:
        store.access.add(line)
    assert [x for _, x in store.access.read()] == lines[::-1]
    assert [x for _, x in store.access.read(subject="i1", account="li")] == [lines[1]]
    newest = store.access.read(limit=1)[0][0]
    assert [x for _, x in store.access.read(before=newest)] == lines[1::-1]
