"""What many questions are answered from, made before the first of them is asked."""

from typing import Final, get_args

from graph.questions.answers import Kind
from graph.questions.names import renew
from graph.questions.ranking import ranking
from graph.questions.stats import stats
from graph.store import Store

_KINDS: Final[tuple[Kind, ...]] = get_args(Kind)


def warm(store: Store) -> None:
    """Make what is kept of the store's edition and takes seconds on a large graph: the name index, who had a part in
    what, and whom each met. Raises StoreError."""
    renew(store)
    stats(store)
    for kind in _KINDS:
        ranking(store, kind=kind)
