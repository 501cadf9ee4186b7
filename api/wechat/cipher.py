"""Encryption of messages as WeChat publishes it: AES-256-CBC, the key's first half as IV, PKCS#7 to 32 bytes.

The plain text is 16 random bytes, the message's length in 4 bytes (big-endian), the message, the account's id.
"""

from __future__ import annotations

import base64
import binascii
import struct

from cryptography.hazmat.primitives import padding
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

_BLOCK_BITS = 32 * 8
_RANDOM, _LENGTH = 16, 4


class CipherError(Exception):
    """What came is not a message encrypted for this account."""


def decrypt(ciphertext: str, aes_key: str, app_id: str) -> str:
    """The message. Raises CipherError."""
    try:
        cipher = _cipher(aes_key).decryptor()
        padded = cipher.update(base64.b64decode(ciphertext, validate=True)) + cipher.finalize()
        unpadder = padding.PKCS7(_BLOCK_BITS).unpadder()
        plain = unpadder.update(padded) + unpadder.finalize()
        (size,) = struct.unpack(">I", plain[_RANDOM : _RANDOM + _LENGTH])
        start = _RANDOM + _LENGTH
        message, owner = plain[start : start + size].decode(), plain[start + size :].decode()
    except (binascii.Error, ValueError, struct.error) as error:
        raise CipherError("not a ciphertext of this key") from error
    if owner != app_id:
        raise CipherError("for another account")
    return message


def encrypt(message: str, aes_key: str, app_id: str, random: bytes) -> str:
    """The ciphertext of a message; `random` is 16 bytes."""
    body = message.encode()
    plain = random + struct.pack(">I", len(body)) + body + app_id.encode()
    padder = padding.PKCS7(_BLOCK_BITS).padder()
    padded = padder.update(plain) + padder.finalize()
    cipher = _cipher(aes_key).encryptor()
    return base64.b64encode(cipher.update(padded) + cipher.finalize()).decode()


def _cipher(aes_key: str) -> Cipher[modes.CBC]:
    key = base64.b64decode(f"{aes_key}=")
    return Cipher(algorithms.AES(key), modes.CBC(key[:16]))
