"""The graph as a picture: plot."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal, TypeAlias

import typer

from api.commands.options import SinceOption, StoreOption, UntilOption, opened
from api.commands.output import err

if TYPE_CHECKING:
    from matplotlib.figure import Figure

    from graph.store import Store

Picture: TypeAlias = Literal["ego", "districts", "months"]


def plot(
    picture: Annotated[Picture, typer.Argument(metavar="PICTURE", help="ego, districts or months.")],
    name: Annotated[str | None, typer.Argument(help="With ego: whom it is around, a name or id.")] = None,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", metavar="FILE", help="A .png or .svg; else PICTURE.png.", show_default=False),
    ] = None,
    depth: Annotated[int, typer.Option(min=1, max=3, help="Of ego: so many hops around.")] = 1,
    limit: Annotated[int, typer.Option(min=1, max=300, help="At most so many others, or districts.")] = 30,
    since: SinceOption = None,
    until: UntilOption = None,
    store: StoreOption = None,
) -> None:
    """Draw who lies around a name, what districts share, or events by month."""
    file = output or Path(f"{picture}.png")
    kind = file.suffix.lower().removeprefix(".")
    if kind not in {"png", "svg"}:
        raise typer.BadParameter(f"{file} is neither .png nor .svg", param_hint="--output")
    if (name is None) == (picture == "ego"):
        reason = "ego is drawn around a name" if name is None else f"{picture} takes no name"
        raise typer.BadParameter(reason, param_hint="NAME")
    try:
        from graph.plots import saved
    except ModuleNotFoundError as error:
        raise typer.BadParameter(
            f"{error.name} is missing: `pip install -e '.[plots]'` in the checkout brings it"
        ) from error
    with opened(store) as graph:
        figure = _figure(graph, picture, name, depth, limit, since, until)
    saved(figure, str(file), "svg" if kind == "svg" else "png")
    err().print(f"{file} written")


def _figure(
    graph: "Store", picture: Picture, name: str | None, depth: int, limit: int, since: str | None, until: str | None
) -> "Figure":
    from graph import plots, questions
    from graph.questions import Selection, TieFilter

    if picture == "ego":
        only = TieFilter(since=since, until=until)
        return plots.ego(graph, questions.find(graph, name or "").id, only, depth=depth, limit=limit)
    if picture == "districts":
        return plots.districts(graph, Selection(since=since, until=until), limit=limit)
    return plots.months(graph, Selection(since=since, until=until))
