"""What there is to decide about who is who, and why it is as it is: candidates, why."""

from typing import TYPE_CHECKING, Annotated, cast

import typer
from rich.text import Text

from api.commands.judging import print_judgement
from api.commands.options import CursorOption, JsonOption, StoreOption, opened
from api.commands.output import (
    end,
    err,
    out,
    print_disputed,
    print_indented,
    print_json,
    print_line,
    print_quotes,
    printable,
)

if TYPE_CHECKING:
    from graph.questions.identity_answers import Identified, Join, Pair, RecordDetail, RecordKind


KindOfPair = Annotated[
    str | None,
    typer.Option("--kind", metavar="KIND", help="Only: person, institution, district, meeting or agreement."),
]
ManyOption = Annotated[int | None, typer.Option(min=1, max=200, help="At most so many. [default: 25; with --json all]")]
LinesOption = Annotated[bool, typer.Option("--json", help="One JSON object a line, as the API has them in `items`.")]


def candidates(
    kind: KindOfPair = None,
    limit: ManyOption = None,
    cursor: CursorOption = None,
    json: LinesOption = False,
    store: StoreOption = None,
) -> None:
    """Pairs that may be one and that the texts do not decide, those first on whose answer most edges hang."""
    from graph import questions

    wanted = checked_kind(kind)
    with opened(store) as graph:
        page = questions.candidates(graph, kind=wanted, limit=limit or (200 if json else 25), cursor=cursor)
        shown = list(page.items)
        while json and limit is None and page.next:
            page = questions.candidates(graph, kind=wanted, limit=200, cursor=page.next)
            shown += page.items
    for pair in shown:
        print_plain(pair) if json else _print_pair(pair)
    end(shown, page.next if not json or limit else None)


def checked_kind(kind: str | None) -> "RecordKind | None":
    """The kind of pairs that an option names. Raises BadParameter."""
    from typing import get_args

    from graph.questions.identity_answers import RecordKind

    if kind not in (None, *get_args(RecordKind)):
        raise typer.BadParameter(f"{kind!r} is none of {', '.join(get_args(RecordKind))}", param_hint="--kind")
    return cast("RecordKind | None", kind)


def why(
    name: Annotated[str, typer.Argument(metavar="NAME", help="A name, or an id of an entity, event or record (r-…).")],
    json: JsonOption = False,
    store: StoreOption = None,
) -> None:
    """Which records form an entity or event, and what joined them."""
    from graph import questions
    from graph.questions.claims import disputes

    with opened(store) as graph:
        found = questions.why(graph, name)
        against = disputes(graph, [found.id]) if found.kind in ("meeting", "agreement") else {}
    if json:
        print_json(found)
        return
    line = Text(printable(found.name), style="bold").append(f"  {found.kind}  {found.id}", style="not bold dim")
    out().print(line)
    print_disputed(against.get(found.id, ()))
    for record in found.records:
        print_record(record)
    for join in found.joins:
        _print_join(join)
    for judgement in found.judgements:
        print_judgement(judgement)
    if found.truncated:
        err().print(f"the oldest {len(found.records)} records are shown; there are more")


def print_plain(pair: "Pair") -> None:
    """A pair as one line of JSON."""
    from dataclasses import asdict

    print_line(asdict(pair))


def print_record(record: "RecordDetail") -> None:
    """What one article tells, under its name there."""
    line = Text(printable(record.name)).append(f"  {record.article.published or 'undated'}  {record.id}", style="dim")
    print_indented(line, 2)
    if posts := posts_of(record):
        print_indented(Text(posts), 4)
    print_quotes(record.quotes, 4)


def posts_of(record: "RecordDetail") -> str:
    """``校长 at 北京信息科技大学; former 副校长``."""
    told = []
    for post in record.posts:
        words = ("former " if post.former else "") + post.title
        told.append(f"{words} at {post.body}" if post.body else words)
    return printable("; ".join(dict.fromkeys(told)))


def _print_pair(pair: "Pair") -> None:
    line = Text(f"{pair.worth:g}", style="bold")
    out().print(line.append(f"  score {pair.score:g}  {pair.left.kind}", style="not bold dim"))
    for side in (pair.left, pair.right):
        print_indented(Text(heading(side)), 2)
    print_indented(Text("for: " + printable("; ".join(pair.reasons)), style="green"), 4)
    if pair.doubts:
        print_indented(Text("against: " + printable("; ".join(pair.doubts)), style="red"), 4)


def heading(side: "Identified") -> str:
    """Both names, where there are two, with the id and how much hangs on it."""
    names = dict.fromkeys(name for name in (side.name_zh, side.name_en) if name)
    edges = f"{side.edges} {'edge' if side.edges == 1 else 'edges'}"
    return f"{printable(' '.join(names) or side.name)}  {side.id}  {edges}, {side.stated} × stated"


def _print_join(join: "Join") -> None:
    line = Text(f"{join.left} = {join.right}", style="dim").append(f"  by {join.by}: ", style="not dim bold")
    print_indented(line.append(printable("; ".join(join.reasons)), style="not bold not dim"), 2)
