"""GET and POST /wechat: the callback of a WeChat official account."""

from __future__ import annotations

import asyncio
import hashlib
import os
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable

from fastapi import APIRouter, HTTPException, Request, Response
from fastapi.concurrency import run_in_threadpool
from fastapi.responses import PlainTextResponse

from api.ports import Assistant
from api.routes.ask import MAX_QUESTION_CHARACTERS
from api.wechat.account import Account
from api.wechat.cipher import CipherError, decrypt, encrypt
from api.wechat.message import Message, MessageError, fields_of, message_of, written
from api.wechat.words import GREETING, TEXT_ONLY, TOO_LONG, message_text

_IN_TIME = 4.5
"""Seconds: after five WeChat gives up, and asks again up to three times."""
_NOTHING = "success"
"""The reply that tells WeChat to show nothing and not to ask again."""
_REMEMBERED = 10_000


def router(assistant: Assistant, account: Account) -> APIRouter:
    """The route for one account."""
    routes = APIRouter(prefix="/wechat", tags=["公众号"], include_in_schema=False)
    answered = _Answered()

    @routes.get("")
    def confirm(signature: str = "", timestamp: str = "", nonce: str = "", echostr: str = "") -> Response:  # pyright: ignore[reportUnusedFunction]  (registered by the decorator)
        if not account.signed(signature, timestamp, nonce):
            raise HTTPException(403, "签名不对，不是公众号发来的请求。")
        return PlainTextResponse(echostr)

    @routes.post("")
    async def receive(request: Request) -> Response:  # pyright: ignore[reportUnusedFunction]  (as above)
        fields = _opened(await request.body(), dict(request.query_params), account)
        try:
            message = message_of(fields)
        except MessageError as error:
            raise HTTPException(400, "请求内容不是公众号消息。") from error
        text = await answered.once(message, lambda: _reply_text(message, assistant))
        if text is None:
            return PlainTextResponse(_NOTHING)
        return Response(_sealed(message, text, account, encrypted="Encrypt" in fields), media_type="application/xml")

    return routes


class _Answered:
    """Replies to the latest messages: WeChat sends a message again when it is in doubt, and must get the same reply."""

    def __init__(self) -> None:
        self._replies: OrderedDict[str, asyncio.Task[str | None]] = OrderedDict()

    async def once(self, message: Message, reply: Callable[[], Awaitable[str | None]]) -> str | None:
        """The reply to a message, made the first time it comes; None when it is not ready in time."""
        key = message.id or f"{message.sender}\0{message.text}\0{time.time()}"
        if key not in self._replies:
            self._replies[key] = asyncio.ensure_future(reply())
            while len(self._replies) > _REMEMBERED:
                self._replies.popitem(last=False)
        try:
            return await asyncio.wait_for(asyncio.shield(self._replies[key]), _IN_TIME)
        except TimeoutError:
            return None


def _opened(body: bytes, query: dict[str, str], account: Account) -> dict[str, str]:
    """The fields of the message, decrypted where it came encrypted. Raises HTTPException for what is not from WeChat."""
    timestamp, nonce = query.get("timestamp", ""), query.get("nonce", "")
    try:
        fields = fields_of(body)
        if account.aes_key:
            ciphertext = fields.get("Encrypt", "")
            if not account.signed(query.get("msg_signature", ""), timestamp, nonce, ciphertext):
                raise HTTPException(403, "签名不对，不是公众号发来的请求。")
            return fields_of(decrypt(ciphertext, account.aes_key, account.app_id)) | {"Encrypt": ciphertext}
    except (MessageError, CipherError) as error:
        raise HTTPException(400, "请求内容不是公众号消息。") from error
    if not account.signed(query.get("signature", ""), timestamp, nonce):
        raise HTTPException(403, "签名不对，不是公众号发来的请求。")
    return fields


async def _reply_text(message: Message, assistant: Assistant) -> str | None:
    if message.kind == "event":
        return GREETING if message.text.lower() == "subscribe" else None
    if message.kind not in ("text", "voice") or not message.text:
        return TEXT_ONLY
    if len(message.text) > MAX_QUESTION_CHARACTERS:
        return TOO_LONG
    # The sender's id names a person: conversations are kept under its hash.
    session = "wechat-" + hashlib.sha256(f"{message.to}\0{message.sender}".encode()).hexdigest()[:32]
    return message_text(await run_in_threadpool(assistant.ask, message.text, session=session))


def _sealed(message: Message, text: str, account: Account, *, encrypted: bool) -> str:
    """The reply as XML, encrypted where the message was."""
    now = str(int(time.time()))
    plain = written(ToUserName=message.sender, FromUserName=message.to, CreateTime=now, MsgType="text", Content=text)
    if not encrypted:
        return plain
    nonce = os.urandom(8).hex()
    ciphertext = encrypt(plain, account.aes_key, account.app_id, os.urandom(16))
    signature = account.signature(now, nonce, ciphertext)
    return written(Encrypt=ciphertext, MsgSignature=signature, TimeStamp=now, Nonce=nonce)
