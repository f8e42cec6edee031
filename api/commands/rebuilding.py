"""After an upgrade: rebuild, and the warning of a store that other rules derived."""

import sys
from dataclasses import asdict

from api.commands.options import JsonOption, StoreOption, opened
from api.commands.output import err, print_json, print_table, table
from graph.store import Store


def rebuild(json: JsonOption = False, store: StoreOption = None) -> None:
    """Derive entities and ties anew from the stored facts, as this version does; the next load does so too."""
    from graph.identity.rebuild import rebuild as rebuild_store
    from graph.identity.suppressing import enforce

    with opened(store, read_only=False) as graph, err().status("rebuilding") as status:

        def show(articles: int) -> None:
            status.update(f"rebuilding: {articles} articles")

        done = asdict(rebuild_store(graph, on_progress=show))
        enforce(graph)
    if json:
        print_json(done)
        return
    rows = table(*done)
    rows.add_row(*map(str, done.values()))
    print_table(rows)


def warn_if_stale(store: Store) -> None:
    """One line on standard error where other rules than this version's derived the store. Raises StoreError."""
    from graph.identity.derivation import STALE, is_stale

    if is_stale(store):
        print(f"jjj: {STALE}", file=sys.stderr)
