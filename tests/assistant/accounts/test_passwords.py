"""Passwords are hashed with today's parameters, checked in the same time for everybody, and chosen by plain rules."""

from __future__ import annotations

import time
from statistics import median

import pytest
from argon2 import PasswordHasher

from assistant.accounts.errors import AccountError
from assistant.accounts.names import checked_display, checked_name, name_key
from assistant.accounts.passwords import Passwords, check_password
from assistant.accounts.tokens import csrf_fits, csrf_token, token_hash


@pytest.fixture
def cheap() -> Passwords:
    return Passwords(PasswordHasher(time_cost=1, memory_cost=8, parallelism=1))


def test_a_password_fits_itself_alone(cheap: Passwords) -> None:
    stored = cheap.hash("河边的第三座船坞")
    assert cheap.fits(stored, "河边的第三座船坞")
    assert not cheap.fits(stored, "河边的第二座船坞") and not cheap.fits(None, "") and not cheap.fits("nonsense", "x")
    assert stored != cheap.hash("河边的第三座船坞")


def test_full_width_and_half_width_are_the_same_password(cheap: Passwords) -> None:
    assert cheap.fits(cheap.hash("ＡＢＣ１２３４５６７"), "ABC1234567")


def test_hashes_are_argon2id_with_the_recommended_cost(cheap: Passwords) -> None:
    today = Passwords()
    assert today.hash("x").startswith("$argon2id$v=19$m=65536,t=3,p=4$")
    assert today.outdated(cheap.hash("x")) and not today.outdated(today.hash("x"))


def test_an_unknown_name_takes_as_long_as_a_wrong_password() -> None:
    passwords = Passwords(PasswordHasher(time_cost=2, memory_cost=16_384, parallelism=1))
    stored = passwords.hash("the right one")
    passwords.prepare()

    def took(hash: str | None) -> float:
        began = time.process_time()
        assert not passwords.fits(hash, "a wrong one")
        return time.process_time() - began

    known, unknown = (median(took(hash) for _ in range(9)) for hash in (stored, None))
    assert 0.5 < unknown / known < 2


WEAK = [
    ("", "太短"),
    ("九个字的密码还是短", "太短"),
    ("字" * 201, "太长"),
    ("aaaaabbbbbbb", "太简单"),
    ("Zhangsan-2031", "账号名称"),
]


@pytest.mark.parametrize(("password", "words"), WEAK)
def test_a_weak_password_is_refused_with_its_rule(password: str, words: str) -> None:
    with pytest.raises(AccountError, match=words):
        check_password(password, "zhangsan")


def test_a_sentence_is_a_good_password() -> None:
    check_password("河边的第三座船坞今天开门", "zhangsan")


def test_names_that_look_the_same_are_the_same() -> None:
    assert name_key("ＺｈａｎｇＳａｎ") == name_key("zhangsan ")
    assert checked_name(" 张三 ") == "张三"
    for bad in ("", "张", "a b", "a/b", "a" * 33, "<script>"):
        with pytest.raises(AccountError, match="账号名称"):
            checked_name(bad)
    with pytest.raises(AccountError):
        checked_display("\u202e")


def test_each_session_has_its_own_csrf_token() -> None:
    assert csrf_fits("session-1", csrf_token("session-1"))
    assert not csrf_fits("session-2", csrf_token("session-1")) and not csrf_fits("session-1", "é")
    assert token_hash("session-1") not in (csrf_token("session-1"), "session-1")
