"""A question reads the store several times: what is removed in between is missing from a later read."""

from collections.abc import Callable
from functools import wraps
from typing import Concatenate, Final, ParamSpec, TypeVar

from graph.questions.editions import is_pinned, pinned
from graph.store import Store

P = ParamSpec("P")
T = TypeVar("T")
TIMES: Final = 4
"""How often a question is asked at most; who removes without a pause meets one twice, and hardly four times."""


def steady(ask: Callable[Concatenate[Store, P], T]) -> Callable[Concatenate[Store, P], T]:
    """``ask``, asked again where a later read lacks what an earlier one had; a fault of ours is one each time."""

    @wraps(ask)
    def asked(store: Store, /, *given: P.args, **named: P.kwargs) -> T:
        if is_pinned():  # a part of a question, which is asked again whole, of the edition that there is then
            return ask(store, *given, **named)
        for time in range(TIMES - 1):
            try:
                with pinned(afresh=time > 0):
                    return ask(store, *given, **named)
            except LookupError:
                continue
        with pinned(afresh=True):
            return ask(store, *given, **named)

    return asked
