"""A span of days that a question is limited to."""

from dataclasses import dataclass

from graph.dates import bounds
from graph.errors import InvalidQuestion


@dataclass(frozen=True, slots=True)
class Window:
    """Inclusive ISO days; ``''`` where a side is open.

    What may lie between counts: a date known to the month counts if a day of it does, one with a single bound by that
    bound. What has no bound at all counts only where no side is asked for.
    """

    since: str = ""
    until: str = ""

    def admits(self, earliest: str | None, latest: str | None) -> bool:
        """Whether something that happened between these days may lie in the window."""
        return (not self.since or (latest or earliest or "") >= self.since) and (
            not self.until or (earliest or latest or "~") <= self.until
        )


def window(since: str | None, until: str | None) -> Window:
    """The window from two EDTF days, months, years or intervals. Raises InvalidQuestion."""
    first = _bounds("since", since)[0] if since else None
    last = _bounds("until", until)[1] if until else None
    if first and last and first > last:
        reason = f"{since} is after until {until}"
        raise InvalidQuestion(f"since {reason}", parameter="since", reason=reason)
    return Window(first or "", last or "")


def _bounds(name: str, edtf: str) -> tuple[str | None, str | None]:
    try:
        found = bounds(edtf)
        if found == (None, None):
            raise ValueError(f"{edtf!r} has no year")
    except ValueError as error:
        raise InvalidQuestion(f"{name}: {error}", parameter=name, reason=str(error)) from error
    return found
