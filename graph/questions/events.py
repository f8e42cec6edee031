"""Meetings and agreements."""

from graph.questions.answers import Agreement, Meeting, Status
from graph.questions.pages import Page
from graph.store import Store


def meetings(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    entity: str | None = None,
    district: str | None = None,
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Meeting]:
    """The latest first; ``entity`` and ``district`` are ids."""
    raise NotImplementedError


def agreements(
    store: Store,
    *,
    since: str | None = None,
    until: str | None = None,
    entity: str | None = None,
    district: str | None = None,
    status: Status | None = None,
    limit: int = 25,
    cursor: str | None = None,
) -> Page[Agreement]:
    """The latest first; ``entity`` and ``district`` are ids."""
    raise NotImplementedError


def meeting(store: Store, id: str) -> Meeting:
    """Raises NotFound."""
    raise NotImplementedError


def agreement(store: Store, id: str) -> Agreement:
    """Raises NotFound."""
    raise NotImplementedError
