"""Who can see and change which inspection, and what the access log says afterwards."""

from __future__ import annotations

import pytest

from assistant.accounts.account import Account, Role
from assistant.accounts.errors import DeniedError
from assistant.inspection.errors import InspectionError, RefusedError
from assistant.inspection.events import Begun, Found, PaperMade, Shared
from assistant.inspection.inspections import Inspections
from assistant.inspection.records import Wanted
from assistant.store.store import Store

FOUND = Found(item="甲", finding="符合")
PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 100


@pytest.fixture
def office(store: Store) -> Inspections:
    return Inspections(store.events, store.inspections, store.files, store.accounts, store.access)


@pytest.fixture
def people(store: Store, now) -> dict[str, Account]:
    roles: dict[str, Role] = {
        "zhang": "inspector",
        "li": "inspector",
        "wang": "inspector",
        "clerk": "staff",
        "boss": "admin",
    }
    found = {n: Account(id=n, name=n, display=n, role=role, created_at=now()) for n, role in roles.items()}
    for account in found.values():
        store.accounts.add(account, "")
    return found


@pytest.fixture
def begun_by_li(office: Inspections, people, begun: Begun, now) -> str:
    """`begun` names zhang as inspector; li began it."""
    office.begin(people["li"], "i1", begun, now=now())
    return "i1"


def test_only_inspectors_begin(office: Inspections, people, begun: Begun, now) -> None:
    for who in (None, people["clerk"], people["boss"]):
        with pytest.raises(DeniedError, match="检查人员"):
            office.begin(who, "i1", begun, now=now())
    assert office.begin(people["zhang"], "i1", begun, now=now()).state.owner == "zhang"


def test_who_began_and_who_is_named_may_and_another_may_not(office, people, begun_by_li, now) -> None:
    for name in ("zhang", "li"):
        office.record(people[name], begun_by_li, FOUND, now=now())
        assert office.read(people[name], begun_by_li, now=now())
    for who in (None, people["wang"], people["clerk"]):
        with pytest.raises(DeniedError) as hidden:
            office.read(who, begun_by_li, now=now())
        with pytest.raises(DeniedError) as absent:
            office.read(who, "i2", now=now())
        assert str(hidden.value) == str(absent.value)
        with pytest.raises(DeniedError):
            office.record(who, begun_by_li, FOUND, now=now())


def test_sharing_lets_one_in_but_not_further(office: Inspections, people, begun_by_li: str, now) -> None:
    with pytest.raises(DeniedError):
        office.record(people["wang"], begun_by_li, Shared(account="wang"), now=now())
    with pytest.raises(RefusedError, match="不是能用的检查人员"):
        office.record(people["li"], begun_by_li, Shared(account="clerk"), now=now())
    office.record(people["li"], begun_by_li, Shared(account="wang"), now=now())
    assert office.record(people["wang"], begun_by_li, FOUND, now=now()).recorded.author == "wang"
    office.record(people["wang"], begun_by_li, PaperMade(kind="表", sha256="a" * 64), now=now())
    with pytest.raises(DeniedError):
        office.record(people["wang"], begun_by_li, Shared(account="boss"), now=now())


def test_an_admin_reads_everything_writes_nothing_and_is_logged(office, people, begun_by_li, store, now) -> None:
    boss = people["boss"]
    office.read(boss, begun_by_li, now=now())
    assert [x.id for x in office.page(boss, Wanted(), now=now())] == ["i1"]
    with pytest.raises(DeniedError):
        office.record(boss, begun_by_li, FOUND, now=now())
    lines = [(x.account, x.action, x.subject, x.result) for _, x in store.access.read(subject="i1")]
    assert lines == [
        ("boss", "inspection.record", "i1", "拒绝"),
        ("boss", "inspection.read", "i1", "允许"),
    ]


def test_lists_show_only_ones_own(office: Inspections, people, begun_by_li: str, now) -> None:
    assert [len(office.page(people[n], Wanted(), now=now())) for n in ("zhang", "li", "wang")] == [1, 1, 0]
    assert office.page(people["wang"], Wanted(account="li"), now=now()) == ()
    for who in (None, people["clerk"]):
        with pytest.raises(DeniedError):
            office.page(who, Wanted(), now=now())


def test_files_are_for_those_who_take_part_and_each_look_is_logged(office, people, begun_by_li, store, now) -> None:
    li, wang = people["li"], people["wang"]
    sent = office.add_evidence(li, begun_by_li, PNG, "../门口.png", item="甲", now=now(), key="k")
    again = office.add_evidence(li, begun_by_li, PNG, "../门口.png", item="甲", now=now(), key="k")
    assert again.again and again.recorded == sent.recorded
    (evidence,) = sent.state.evidence
    assert (evidence.name, evidence.media_type) == ("门口.png", "image/png")
    assert office.evidence(li, begun_by_li, evidence.sha256, now=now()) == (evidence, PNG)
    with pytest.raises(DeniedError):
        office.evidence(wang, begun_by_li, evidence.sha256, now=now())
    with pytest.raises(DeniedError):
        office.add_evidence(wang, begun_by_li, PNG, "x", item=None, now=now())
    with pytest.raises(InspectionError, match="没有这个文件"):
        office.evidence(li, begun_by_li, "b" * 64, now=now())
    assert [(x.account, x.action) for _, x in store.access.read(subject=evidence.sha256)] == [("li", "file.read")]
    assert store.check().sound and store.check().files == 1


def test_a_lost_or_changed_file_is_found_by_the_check(office, people, begun_by_li, store, place, now) -> None:
    sent = office.add_evidence(people["li"], begun_by_li, PNG, "x.png", item=None, now=now())
    sha256 = sent.state.evidence[0].sha256
    path = place.home / "evidence" / sha256[:2] / sha256[2:]
    path.write_bytes(b"other")
    assert "不一致" in store.check().damaged[0]
    path.unlink()
    assert "找不到" in store.check().damaged[0]


def test_an_account_that_is_none_takes_no_part(office: Inspections, people, begun_for, now) -> None:
    with pytest.raises(RefusedError, match="检查人员账号"):
        office.begin(people["li"], "i1", begun_for("大河船坞", account="nobody"), now=now())
