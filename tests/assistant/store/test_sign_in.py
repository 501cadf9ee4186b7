"""Accounts and sign-in on both databases."""

from __future__ import annotations

import itertools
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import text

from assistant.accounts.account import Account
from assistant.accounts.directory import Directory
from assistant.accounts.errors import AccountError, LockedError, SignInError
from assistant.accounts.lockout import Lockout
from assistant.accounts.passwords import Passwords
from assistant.accounts.sign_in import SignIn
from assistant.store.store import Store

NOW = datetime(2031, 5, 6, 8, 0, tzinfo=UTC)
CHEAP = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
GOOD = "河边的第三座船坞今天开门"


@pytest.fixture
def directory(store: Store) -> Directory:
    return Directory(store.accounts, store.tokens, store.attempts, Passwords(CHEAP))


@pytest.fixture
def door(store: Store) -> SignIn:
    numbers = itertools.count()
    return SignIn(
        accounts=store.accounts,
        tokens=store.tokens,
        attempts=store.attempts,
        access=store.access,
        passwords=Passwords(CHEAP),
        lockout=Lockout(failures=3, window=timedelta(minutes=15), address_failures=5),
        session=timedelta(hours=12),
        secret=lambda: f"secret-{next(numbers)}",
    )


@pytest.fixture
def zhang(directory: Directory) -> Account:
    return directory.add("z", "ZhangSan", "inspector", GOOD, now=NOW, display="张三")


@pytest.fixture
def wrong(door: SignIn) -> Callable[..., type]:
    def attempt(name: str = "zhangsan", address: str | None = None, now: datetime = NOW) -> type:
        with pytest.raises(SignInError) as failure:
            door.sign_in(name, "不对的密码不对的密码", address=address, now=now)
        return failure.type

    return attempt


def test_an_account_reads_back_and_its_name_is_taken(directory: Directory, zhang: Account) -> None:
    assert directory.get("z") == directory.named("ＺＨＡＮＧＳＡＮ") == zhang
    assert directory.all() == (zhang,)
    with pytest.raises(AccountError, match="已经有人用了"):
        directory.add("y", "zhangsan", "staff", GOOD, now=NOW)
    with pytest.raises(AccountError, match="没有名为"):
        directory.named("li")


def test_a_session_lasts_until_it_expires_or_is_ended(door: SignIn, zhang: Account, store: Store) -> None:
    first = door.sign_in("zhangsan", GOOD, address="::1", now=NOW)
    assert first.account == zhang and first.expires_at == NOW + timedelta(hours=12)
    assert door.who(first.token, now=NOW) == zhang
    assert door.who(first.token, now=first.expires_at) is None
    assert door.who("secret-9", now=NOW) is None
    second = door.sign_in("ZhangSan", GOOD, address="::1", now=NOW)
    door.sign_out(first.token, now=NOW)
    assert door.who(first.token, now=NOW) is None and door.who(second.token, now=NOW) == zhang
    with store.database.read() as connection:
        assert first.token not in str(connection.execute(text("SELECT * FROM sessions")).all())


def test_unknown_disabled_and_wrong_get_the_same_words(door: SignIn, directory: Directory, zhang: Account) -> None:
    directory.add("g", "gone", "staff", GOOD, now=NOW)
    directory.disable(directory.named("gone"), now=NOW)
    said: set[str] = set()
    for name, password in (("zhangsan", "wrong wrong"), ("nobody", GOOD), ("gone", GOOD), ("\ud83d\0", GOOD)):
        with pytest.raises(SignInError) as failure:
            door.sign_in(name, password, address=None, now=NOW)
        said.add(str(failure.value))
    assert len(said) == 1


def test_failures_lock_the_name_known_or_not_and_the_right_password_does_not_help(door, zhang, wrong) -> None:
    for name in ("zhangsan", "nobody"):
        assert [wrong(name) for _ in range(4)] == [SignInError] * 3 + [LockedError]
    with pytest.raises(LockedError, match="约 1 分钟后"):
        door.sign_in("zhangsan", GOOD, address=None, now=NOW + timedelta(seconds=59))
    assert door.sign_in("zhangsan", GOOD, address=None, now=NOW + timedelta(seconds=60))
    assert wrong(now=NOW + timedelta(seconds=61)) is SignInError  # success wiped the slate


def test_failures_lock_the_address_over_all_names(door: SignIn, zhang: Account, wrong) -> None:
    assert [wrong(f"name{n}", "10.0.0.9") for n in range(5)] == [SignInError] * 5
    assert wrong("zhangsan", "10.0.0.9") is LockedError
    assert door.sign_in("zhangsan", GOOD, address="10.0.0.8", now=NOW)


def test_a_success_does_not_wipe_the_slate_of_an_address(door: SignIn, zhang: Account, wrong) -> None:
    for n in range(4):
        wrong(f"name{n}", "10.0.0.9")
        door.sign_in("zhangsan", GOOD, address="10.0.0.9", now=NOW)
    wrong("name4", "10.0.0.9")
    assert wrong("name5", "10.0.0.9") is LockedError


def test_guesses_made_at_once_are_counted_too(zhang: Account, wrong) -> None:
    with ThreadPoolExecutor(8) as threads:
        kinds = list(threads.map(lambda _: wrong(), range(8)))
    assert kinds.count(SignInError) == 3


def test_an_old_hash_is_renewed_at_sign_in(door: SignIn, zhang: Account, store: Store) -> None:
    store.accounts.set_password("z", PasswordHasher(time_cost=2, memory_cost=16, parallelism=1).hash(GOOD))
    door.sign_in("zhangsan", GOOD, address=None, now=NOW)
    found = store.accounts.find("zhangsan")
    assert found and not Passwords(CHEAP).outdated(found[1])
    assert door.sign_in("zhangsan", GOOD, address=None, now=NOW)


def test_a_new_password_signs_everybody_out_and_unlocks(door, directory: Directory, zhang: Account, wrong) -> None:
    old = door.sign_in("zhangsan", GOOD, address=None, now=NOW).token
    _, token = door.make_api_token(zhang, "t1", "抄表", now=NOW)
    for _ in range(3):
        wrong()
    directory.set_password(zhang, "河边的第四座船坞今天关门", now=NOW)
    assert door.who(old, now=NOW) is None and door.who_by_api_token(token, now=NOW) is None
    with pytest.raises(SignInError):
        door.sign_in("zhangsan", GOOD, address=None, now=NOW)
    assert door.sign_in("zhangsan", "河边的第四座船坞今天关门", address=None, now=NOW)


def test_disabling_ends_everything_at_once(door: SignIn, directory: Directory, zhang: Account) -> None:
    session = door.sign_in("zhangsan", GOOD, address=None, now=NOW).token
    _, token = door.make_api_token(zhang, "t1", "抄表", now=NOW)
    directory.disable(zhang, now=NOW)
    directory.enable(zhang)
    assert door.who(session, now=NOW) is None and door.who_by_api_token(token, now=NOW) is None
    assert door.sign_in("zhangsan", GOOD, address=None, now=NOW)


def test_api_tokens_are_named_expire_and_can_be_revoked(door: SignIn, zhang: Account, store: Store) -> None:
    made, token = door.make_api_token(zhang, "t1", " 抄表 ", now=NOW, expires=NOW + timedelta(days=1))
    other, _ = door.make_api_token(zhang, "t2", "备用", now=NOW)
    assert token.startswith("renshe_") and made.label == "抄表"
    assert store.tokens.api_tokens("z") == (made, other)
    assert door.who_by_api_token(token, now=NOW) == zhang
    assert door.who_by_api_token(token, now=NOW + timedelta(days=1)) is None
    assert door.who(token, now=NOW) is None, "an API token is no session"
    door.revoke_api_token(zhang, "t1", now=NOW)
    assert door.who_by_api_token(token, now=NOW) is None
    with pytest.raises(AccountError, match="已经停用"):
        door.revoke_api_token(zhang, "t1", now=NOW)


def test_the_last_admin_stays(directory: Directory, zhang: Account) -> None:
    boss = directory.add("b", "boss", "admin", GOOD, now=NOW)
    for change in (lambda: directory.disable(boss, now=NOW), lambda: directory.set_role(boss, "staff")):
        with pytest.raises(AccountError, match="最后一个"):
            change()
    directory.set_role(zhang, "admin")
    directory.disable(boss, now=NOW)
    assert [a.name for a in directory.all() if a.active and a.role == "admin"] == ["ZhangSan"]


def test_two_admins_cannot_demote_each_other_at_once(directory: Directory) -> None:
    admins = [directory.add(id, f"boss-{id}", "admin", GOOD, now=NOW) for id in ("a", "b")]

    def demote(admin: Account) -> bool:
        try:
            directory.set_role(admin, "staff")
        except AccountError:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(demote, admins)) == [False, True]


def test_sign_ins_are_logged_without_names(door: SignIn, zhang: Account, store: Store, wrong) -> None:
    door.sign_in("zhangsan", GOOD, address="10.0.0.9", now=NOW)
    wrong("somebody", "10.0.0.9")
    lines = [line for _, line in store.access.read()]
    assert [(x.account, x.result) for x in lines] == [(None, "拒绝"), ("z", "允许")]
    assert "somebody" not in str(lines) and "10.0.0.9" not in str(lines)
