"""Whether a store keeps its promises: check."""

from collections import Counter

import typer

from api.commands.exits import STORE
from api.commands.options import JsonOption, LimitOption, StoreOption, opened
from api.commands.output import err, out, print_json, print_table, printable, table


def check(limit: LimitOption = 25, json: JsonOption = False, store: StoreOption = None) -> None:
    """Hold the store against its promises: quotes, dates, a graph that follows from its articles; changes nothing."""
    from graph.identity.audit import RULES, audit

    with opened(store) as graph, err().status("checking") as status:

        def show(articles: int) -> None:
            status.update(f"checking: {articles} articles")

        before = graph.edition()
        found = list(audit(graph, on_progress=show))
        moved = graph.edition() != before
    counts = Counter(finding.rule for finding in found)
    if json:
        shown = [{"rule": f.rule, "subject": f.subject, "message": f.message} for f in found[:limit]]
        print_json({"edition": before, "counts": {rule: counts[rule] for rule in RULES}, "findings": shown})
    else:
        rows = table("rule", "broken")
        for rule, promise in RULES.items():
            rows.add_row(promise, str(counts[rule]))
        print_table(rows)
        for finding in found[:limit]:
            out().print(f"{printable(finding.subject)}: {printable(finding.message)}", markup=False, highlight=False)
        if len(found) > limit:
            err().print(f"{len(found) - limit} more findings; --limit shows more")
    if moved:
        err().print("the store was written meanwhile, so a finding may be of no edition; check again")
    if found:
        raise typer.Exit(STORE)
