"""The official account's callback: requests of the shape that WeChat sends, made for these tests."""

from __future__ import annotations

import time
from collections.abc import Iterator
from xml.etree.ElementTree import fromstring

import pytest
from fastapi.testclient import TestClient
from hypothesis import given
from hypothesis import strategies as st

from api.app import create_app
from api.failures import WorkError
from api.options import AppOptions
from api.wechat.account import Account
from api.wechat.cipher import CipherError, decrypt, encrypt
from api.wechat.words import MOST_BYTES, message_text
from assistant.answer import Answer

KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"
PLAIN = Account("token", "wx1234567890")
SAFE = Account("token", "wx1234567890", KEY)
TIME = {"timestamp": "1790000000", "nonce": "77"}


def message(text: str = "工资被拖欠找谁", kind: str = "text", id: str = "9001") -> str:
    body = f"<Content><![CDATA[{text}]]></Content><MsgId>{id}</MsgId>"
    body = f"<Event><![CDATA[{text}]]></Event>" if kind == "event" else body
    return (
        "<xml><ToUserName><![CDATA[gh_office]]></ToUserName><FromUserName><![CDATA[openid-1]]></FromUserName>"
        f"<CreateTime>1790000000</CreateTime><MsgType><![CDATA[{kind}]]></MsgType>{body}</xml>"
    )


@pytest.fixture
def plain(assistant) -> Iterator[TestClient]:
    with TestClient(create_app(assistant, AppOptions(wechat=PLAIN))) as client:
        yield client


@pytest.fixture
def safe(assistant) -> Iterator[TestClient]:
    with TestClient(create_app(assistant, AppOptions(wechat=SAFE))) as client:
        yield client


def send(client: TestClient, body: str, **more: str):
    signature = PLAIN.signature(TIME["timestamp"], TIME["nonce"])
    return client.post("/wechat", params={**TIME, "signature": signature, **more}, content=body.encode())


def test_the_address_is_confirmed_to_wechat_alone(plain: TestClient) -> None:
    signature = PLAIN.signature(TIME["timestamp"], TIME["nonce"])
    reply = plain.get("/wechat", params={**TIME, "signature": signature, "echostr": "31415"})
    assert (reply.status_code, reply.text) == (200, "31415")
    assert plain.get("/wechat", params={**TIME, "signature": "0" * 40, "echostr": "1"}).status_code == 403


def test_a_question_gets_its_answer(plain: TestClient, assistant) -> None:
    reply = fromstring(send(plain, message()).text)
    assert reply.findtext("ToUserName") == "openid-1"
    assert reply.findtext("MsgType") == "text"
    assert reply.findtext("Content").startswith("无证开船坞，处 300 元以上 700 元以下罚款。[1]")
    assert "依据：" in reply.findtext("Content")
    ((question, _, session, _),) = assistant.asked
    assert question == "工资被拖欠找谁"
    assert session.startswith("wechat-")
    assert "openid" not in session


def test_a_message_sent_again_is_answered_once(plain: TestClient, assistant) -> None:
    first, again = (send(plain, message(id="77")).text for _ in range(2))
    assert fromstring(first).findtext("Content") == fromstring(again).findtext("Content")
    assert len(assistant.asked) == 1


@pytest.mark.parametrize(
    ("body", "start"),
    [
        (message(kind="image"), "我只看得懂文字"),
        (message("subscribe", kind="event"), "您好"),
        (message("长" * 2001), "您的话太长"),
    ],
)
def test_what_is_no_question(plain: TestClient, assistant, body: str, start: str) -> None:
    assert fromstring(send(plain, body).text).findtext("Content").startswith(start)
    assert assistant.asked == []


def test_other_events_are_let_pass(plain: TestClient) -> None:
    assert send(plain, message("unsubscribe", kind="event")).text == "success"


def test_encrypted_there_and_back(safe: TestClient) -> None:
    ciphertext = encrypt(message(), KEY, SAFE.app_id, bytes(16))
    body = f"<xml><ToUserName>gh_office</ToUserName><Encrypt><![CDATA[{ciphertext}]]></Encrypt></xml>"
    signature = SAFE.signature(*TIME.values(), ciphertext)
    reply = fromstring(safe.post("/wechat", params={**TIME, "msg_signature": signature}, content=body).text)
    sealed = reply.findtext("Encrypt")
    assert reply.findtext("MsgSignature") == SAFE.signature(
        reply.findtext("TimeStamp"), reply.findtext("Nonce"), sealed
    )
    inner = fromstring(decrypt(sealed, KEY, SAFE.app_id))
    assert inner.findtext("Content").startswith("无证开船坞")


@pytest.mark.parametrize(
    ("body", "status"),
    [
        ("<xml><Encrypt>AAAA</Encrypt></xml>", 403),
        (message(), 403),
        ("not xml", 400),
        ('<!DOCTYPE x [<!ENTITY e "e">]><xml>&e;</xml>', 400),
    ],
)
def test_what_is_not_from_wechat_is_refused(safe: TestClient, assistant, body: str, status: int) -> None:
    assert safe.post("/wechat", params={**TIME, "msg_signature": "0"}, content=body).status_code == status
    assert assistant.asked == []


def test_a_slow_answer_tells_wechat_to_wait_no_longer(assistant, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("api.routes.wechat._IN_TIME", 0.05)
    answer = assistant.ask
    assistant.ask = lambda *a, **k: (time.sleep(0.3), answer(*a, **k))[1]
    with TestClient(create_app(assistant, AppOptions(wechat=PLAIN))) as client:
        assert send(client, message()).text == "success"
        time.sleep(0.4)
        assert "无证开船坞" in send(client, message()).text


def test_without_an_account_there_is_no_such_route(client: TestClient) -> None:
    assert client.get("/wechat").status_code == 404


@given(st.text(max_size=300).filter(lambda t: t.isprintable()), st.binary(min_size=16, max_size=16))
def test_decrypting_undoes_encrypting(text: str, random: bytes) -> None:
    assert decrypt(encrypt(text, KEY, "wx1", random), KEY, "wx1") == text


@pytest.mark.parametrize("ciphertext", ["", "AAAA", "不是", encrypt("x", KEY, "wx-other", bytes(16))])
def test_what_was_not_encrypted_for_us(ciphertext: str) -> None:
    with pytest.raises(CipherError):
        decrypt(ciphertext, KEY, "wx1")


@pytest.mark.parametrize(("token", "app", "key"), [("t", None, None), ("t", "wx1", "short")])
def test_settings_that_do_not_fit_are_named(token: str, app: str | None, key: str | None) -> None:
    with pytest.raises(WorkError, match="RENSHE_WECHAT"):
        Account.read(token, app, key)
    assert Account.read(None, None, None) is None


@given(st.integers(1, 400), st.integers(1, 60))
def test_a_message_is_never_too_long(length: int, lines: int) -> None:
    answer = Answer(question="问", id="1", status="answered", intent="other", text="\n".join(["字" * length] * lines))
    assert len(message_text(answer).encode()) <= MOST_BYTES
