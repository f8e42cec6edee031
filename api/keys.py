"""Keys of the API: who may do what. Only their digests are kept, in a file of their own beside no graph.

A key is ``jjj_<id>_<secret>``; the secret is 32 random bytes, so that one SHA-256 keeps it (a slow hash is for what
people make up). The file is a journal of JSON lines, of which each is appended whole and none is changed: a key, or
the note that one was revoked.
"""

import hashlib
import json
import os
import secrets
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import UTC, datetime
from hmac import compare_digest
from pathlib import Path
from threading import Lock
from typing import Any, Final, Literal, TypeAlias, get_args

from graph.errors import InvalidQuestion, NotFound, SettingsError

Scope: TypeAlias = Literal["read", "cypher", "write", "admin"]
SCOPES: Final[tuple[Scope, ...]] = get_args(Scope)
IMPLIED: Final[Mapping[Scope, frozenset[Scope]]] = {
    "read": frozenset({"read"}),
    "cypher": frozenset({"cypher", "read"}),
    "write": frozenset({"write", "read"}),
    "admin": frozenset(SCOPES),
}
"""What a scope lets its bearer do."""
_NOBODY: Final = hashlib.sha256(secrets.token_bytes(32)).hexdigest()
"""Compared with where no key has the id, so that this takes as long."""


@dataclass(frozen=True, slots=True)
class Key:
    """A key as it is kept. ``made`` and ``revoked`` are ISO 8601 times in UTC."""

    id: str
    name: str
    scopes: tuple[Scope, ...]
    made: str
    sha256: str = field(repr=False)
    revoked: str | None = None

    @property
    def allows(self) -> frozenset[Scope]:
        """All that its bearer may do; nothing once it is revoked."""
        return frozenset() if self.revoked else frozenset().union(*(IMPLIED[scope] for scope in self.scopes))


class Keys:
    """The keys of a file, read anew when it changes: a key that is revoked opens nothing from then on."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = Lock()
        self._seen: tuple[int, ...] = ()
        self._keys: dict[str, Key] = {}

    def all(self) -> list[Key]:
        """Every key, the oldest first, revoked ones too. Raises SettingsError for a file that cannot be read."""
        return list(self._current().values())

    def add(self, name: str, scopes: Iterable[Scope]) -> tuple[Key, str]:
        """A new key and its text, which is told this once. Raises InvalidQuestion, SettingsError."""
        wanted = tuple(scope for scope in SCOPES if scope in set(scopes))
        if not wanted or not name.strip():
            raise InvalidQuestion("a key has a name and at least one scope")
        secret = secrets.token_urlsafe(32)
        key = Key(f"k-{secrets.token_hex(6)}", name.strip(), wanted, _now(), _digest(secret))
        self._append(asdict(key))
        return key, f"jjj_{key.id}_{secret}"

    def revoke(self, id: str) -> Key:
        """The key, which opens nothing any more; one that was revoked before stays so. Raises NotFound."""
        key = self._current().get(id)
        if key is None:
            raise NotFound(f"no key has the id {id!r}")
        if key.revoked is None:
            key = replace(key, revoked=_now())
            self._append({"id": id, "revoked": key.revoked})
        return key

    def of(self, text: str) -> Key | None:
        """The key that ``text`` is, if it is one that still opens anything; found in the same time where it is none."""
        kind, _, rest = text.partition("_")
        id, _, secret = rest.partition("_")
        key = self._current().get(id)
        equal = compare_digest(_digest(secret), key.sha256 if key else _NOBODY)
        return key if key and equal and kind == "jjj" and not key.revoked else None

    def any_allows(self, scope: Scope) -> bool:
        """Whether any key lets its bearer do this."""
        return any(scope in key.allows for key in self.all())

    def _current(self) -> dict[str, Key]:
        with self._lock:
            try:
                state = self.path.stat()
                seen = (state.st_ino, state.st_size, state.st_mtime_ns)
                if seen != self._seen:
                    self._keys, self._seen = _read(self.path), seen
            except FileNotFoundError:
                self._keys, self._seen = {}, ()
            except OSError as error:
                raise SettingsError(f"JJJ_KEYS: {self.path}: {error.strerror}") from error
            return self._keys

    def _append(self, line: Mapping[str, Any]) -> None:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            file = os.open(self.path, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            try:
                os.write(file, (json.dumps(line, ensure_ascii=False) + "\n").encode())
                os.fsync(file)
            finally:
                os.close(file)
        except OSError as error:
            raise SettingsError(f"JJJ_KEYS: {self.path}: {error.strerror}") from error


def _read(path: Path) -> dict[str, Key]:
    found: dict[str, Key] = {}
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        try:
            content = json.loads(line)
            if "sha256" in content:
                scopes = tuple(scope for scope in SCOPES if scope in content["scopes"])
                found[content["id"]] = Key(**(content | {"scopes": scopes}))
            else:
                found[content["id"]] = replace(found[content["id"]], revoked=content["revoked"])
        except (KeyError, TypeError, ValueError) as error:
            raise SettingsError(f"JJJ_KEYS: {path}, line {number}: no key") from error
    return found


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode("utf-8", "surrogatepass")).hexdigest()


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
