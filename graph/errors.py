"""Every error that this project raises on purpose.

::

    JingjinjiError
    ├── InputError            an input cannot be used: file, place and reason
    ├── OutputError           what was asked for cannot be written where it was wanted
    ├── NotFound              no entity, event or article of that name or id
    │   └── Gone              there was one; every article that supported it was removed
    ├── Ambiguous             a name that stands for several entities
    ├── InvalidQuestion       a question that has no meaning: a bad filter
    │   └── BadCursor         a cursor that was not given out for this question
    ├── Contradiction         a judgement that cannot stand beside others
    ├── SettingsError         a setting is missing or wrong
    └── StoreError            the store did not do what was asked
        ├── StoreUnavailable  it cannot be reached, or refuses the password
        ├── StoreLocked       another process is writing to it
        ├── StoreFull         there is no room left
        └── QueryRefused      an ad-hoc query that is not a read, or that the engine rejects
            └── QueryStopped  one that took too long, or too much memory

Errors of other libraries are translated where they enter: ``loaders.reading`` for files, ``graph.stores`` for
engines. They are translated once more, into exit codes or HTTP answers, in ``api``.
"""

from collections.abc import Sequence


class JingjinjiError(Exception):
    """The root; its text is one line that a user can act on."""


class InputError(JingjinjiError):
    """An input that cannot be used, with the file, the place in it and the reason."""

    def __init__(self, file: str, reason: str, *, place: str | None = None) -> None:
        self.file, self.reason, self.place = file, reason, place
        super().__init__(f"{file}{f', {place}' if place else ''}: {reason}")


class OutputError(JingjinjiError):
    """What was asked for cannot be written to ``path``."""

    def __init__(self, path: str, error: OSError) -> None:
        super().__init__(f"{path}: {(error.strerror or str(error)).lower()}")


class NotFound(JingjinjiError):
    """Nothing in the store has that name or id; ``near`` holds names that look alike."""

    def __init__(self, message: str, *, near: Sequence[str] = ()) -> None:
        self.near = tuple(near)
        super().__init__(message)


class Gone(NotFound):
    """The id was valid once, and nothing supports it any more."""


class Ambiguous(JingjinjiError):
    """A name that several entities (or articles: ``what``) bear; ``candidates`` holds their ids."""

    def __init__(self, name: str, candidates: Sequence[str], *, what: str = "entities") -> None:
        self.name, self.candidates = name, tuple(candidates)
        super().__init__(f"{name!r} names {len(self.candidates)} {what}: {', '.join(self.candidates)}")


class InvalidQuestion(JingjinjiError):
    """A filter, cursor or parameter that has no meaning; ``parameter`` is its name, where one is to blame, and
    ``reason`` what is told beside this name."""

    def __init__(self, message: str, *, parameter: str | None = None, reason: str | None = None) -> None:
        self.parameter, self.reason = parameter, reason or message
        super().__init__(message)


class BadCursor(InvalidQuestion):
    """A cursor that was not given out for this question, or is no longer what was given out."""

    def __init__(self, message: str) -> None:
        super().__init__(message, parameter="cursor")


class Contradiction(JingjinjiError):
    """A judgement that cannot stand beside others, whose ids are ``judgements``; nothing was written."""

    def __init__(self, message: str, judgements: Sequence[str]) -> None:
        self.judgements = tuple(judgements)
        super().__init__(message)


class SettingsError(JingjinjiError):
    """A setting is missing, unreadable or contradicts another."""


class StoreError(JingjinjiError):
    """The store did not do what was asked."""


class StoreUnavailable(StoreError):
    """The store cannot be reached, or refuses the credentials."""


class StoreLocked(StoreError):
    """Another process holds the store open for writing."""


class StoreFull(StoreError):
    """The disk, or a limit of the engine, leaves no room."""


class QueryRefused(StoreError):
    """An ad-hoc query that is not a plain read, or that the engine rejects."""


class QueryStopped(QueryRefused):
    """An ad-hoc query that reached a limit of time or memory."""
