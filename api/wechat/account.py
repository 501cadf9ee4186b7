"""What connects the service to one WeChat official account, and who may have sent a request."""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass, field

from api.failures import WorkError

_KEY_CHARACTERS = 43


@dataclass(frozen=True, slots=True)
class Account:
    """An official account's settings, as its console names them."""

    token: str = field(repr=False)
    app_id: str
    aes_key: str = field(default="", repr=False)
    """EncodingAESKey; empty where messages come in plain text."""

    @classmethod
    def read(cls, token: str | None, app_id: str | None, aes_key: str | None) -> Account | None:
        """From the settings; None where no token is set. Raises WorkError where they do not fit together."""
        if not token:
            return None
        if not app_id:
            raise WorkError("设置了 RENSHE_WECHAT_TOKEN，但没有 RENSHE_WECHAT_APP_ID。请照公众号后台填写。")
        if aes_key and len(aes_key) != _KEY_CHARACTERS:
            raise WorkError(
                f"RENSHE_WECHAT_AES_KEY 应为 {_KEY_CHARACTERS} 个字符。请照公众号后台的 EncodingAESKey 填写。"
            )
        return cls(token, app_id, aes_key or "")

    def signed(self, signature: str, *parts: str) -> bool:
        """Whether a signature is that of the token with these parts (timestamp, nonce and, encrypted, the ciphertext)."""
        return hmac.compare_digest(signature.encode("utf-8", "replace"), self.signature(*parts).encode())

    def signature(self, *parts: str) -> str:
        """SHA-1 over token and parts in sorted order, in hexadecimal."""
        return hashlib.sha1("".join(sorted((self.token, *parts))).encode(), usedforsecurity=False).hexdigest()
