"""What a suppression takes out is kept sealed: in the store, where its transactions and backups are, and unreadable.

Whoever may ask the store in Cypher may read every property of it, so nothing in it that must not be read can be in the
clear. The key is a file beside the store or on the server's machine and never in the store; sealing is Fernet
(AES-128-CBC with HMAC-SHA256, https://github.com/fernet/spec).
"""

import json
import os
from functools import lru_cache
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

from graph.errors import StoreError


class Seal:
    """The key in ``file``, which is made when something is sealed for the first time."""

    def __init__(self, file: Path) -> None:
        self._file = file

    def sealed(self, value: Any, *, first: bool = False) -> str:
        """``value``, which JSON can hold, as a text that nobody can read or make without the key.

        ``first``: nothing was ever sealed with it, so that it may be made. Raises StoreError.
        """
        if first:
            self._make()
        return (
            Fernet(self._key()).encrypt(json.dumps(value, ensure_ascii=False).encode("utf-8", "surrogatepass")).decode()
        )

    def opened(self, sealed: str) -> Any:
        """The value again. Raises StoreError where the key is not there, or another."""
        try:
            return json.loads(_decrypted(self._key(), sealed))
        except (InvalidToken, ValueError) as error:
            raise StoreError(f"{self._file} is not the key that sealed the suppressions of this store") from error

    def _key(self) -> bytes:
        try:
            return self._file.read_bytes().strip()
        except OSError as error:
            raise StoreError(
                f"people were taken out of this store, and the key that knows whom is not at {self._file} "
                f"({(error.strerror or str(error)).lower()}): JJJ_SEAL names it; without it nothing can be loaded"
            ) from error

    def _make(self) -> None:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        except FileExistsError:
            return
        except OSError as error:
            raise StoreError(f"the key cannot be written to {self._file}: {error.strerror}") from error
        try:
            os.write(file, Fernet.generate_key() + b"\n")
            os.fsync(file)
        finally:
            os.close(file)


@lru_cache(maxsize=1024)
def _decrypted(key: bytes, sealed: str) -> str:
    return Fernet(key).decrypt(sealed.encode()).decode("utf-8", "surrogatepass")
