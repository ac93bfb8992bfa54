"""A name that is a secret gives two things: where its record is, which says nothing, and the key that opens it."""
import base64
import hashlib

from cryptography.fernet import Fernet


def place_of(name: str) -> str:
    """Where the record of this name is; nobody can make the name from it."""
    return digest_of(f"plaats:{name}").hex()


def box_of(name: str) -> Fernet:
    """What seals and opens the record of this name."""
    return Fernet(base64.urlsafe_b64encode(digest_of(f"inhoud:{name}")))


def digest_of(words: str) -> bytes:
    """The SHA-256 of these words, whatever signs are in them."""
    return hashlib.sha256(words.encode(errors="backslashreplace")).digest()
