"""A picture of who lies around somebody: nodes, lines, and names that cover neither."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

import networkx as nx
import numpy as np
from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patheffects import withStroke
from matplotlib.text import Text

from graph import questions
from graph.errors import NotFound
from graph.plots.naming import both_names, names
from graph.plots.placing import LED, Scene, placed
from graph.plots.style import COLOURS, drawn
from graph.questions import TieFilter
from graph.questions.answers import Entity
from graph.questions.telling import Telling
from graph.store import Store

KINDS: Final = {"person": "person 人物", "institution": "institution 机构", "district": "district 区县"}
INCHES: Final = (9, 11, 13, 16, 20, 25, 31, 38)
"""How wide and high it is: the first in which every name has room."""
POINTS: Final = 72
"""Of an inch; the picture is measured in them."""
_TITLE, _LEGEND = 34, 26
"""Points above and below the picture."""
_BESIDE, _ABOVE = 72, 40
"""Points that a node at the edge leaves for its name."""
_RADII: Final = (5.5, 10.0)
"""Of a node, and of the one in the middle."""


def ego(store: Store, id: str, only: TieFilter | None = None, *, depth: int = 1, limit: int = 30) -> Figure:
    """The entity of ``id`` with at most ``limit`` others within ``depth`` hops, and the ties among all of them.

    A line is the wider the more events it has. Raises NotFound, InvalidQuestion.
    """
    around = questions.neighbourhood(store, id, only, depth=depth, limit=limit, wanted=Telling(0))
    if not around.edges:
        raise NotFound(f"nothing lies around {id!r}")
    network = nx.Graph()
    entities = {entity.id: entity for entity in (around.centre, *around.nodes)}
    network.add_nodes_from(entities)
    for tie in around.edges:
        seen = network.get_edge_data(tie.source, tie.target, {"events": 0})["events"]
        network.add_edge(tie.source, tie.target, events=seen + tie.count)
    called = names(store, entities, "\n")
    layout = nx.spring_layout(network, seed=0, k=3 / len(entities) ** 0.5)
    places = np.array([layout[node] for node in network])
    span = np.ptp(places, axis=0)
    shares = np.where(span > 0, (places - places.min(axis=0)) / np.where(span > 0, span, 1), 0.5)
    for inches in INCHES:
        figure, crowded = _picture(network, id, entities, called, shares, inches)
        if not crowded:
            break
    return figure


def _picture(
    network: "nx.Graph[str]",
    id: str,
    entities: Mapping[str, Entity],
    called: Mapping[str, str],
    shares: Any,
    inches: int,
) -> tuple[Figure, int]:
    """The picture of that size, and how many names have no room in it; ``shares`` are places between 0 and 1."""
    side = float(inches * POINTS)
    frame = (6.0, _LEGEND, side - 6, side - _TITLE)
    low, high = (np.array(frame[k : k + 2]) + sign * np.array((_BESIDE, _ABOVE)) for k, sign in ((0, 1), (2, -1)))
    points = low + shares * (high - low)
    radii = np.array([_RADII[node == id] for node in network])
    place = dict(zip(network, points, strict=True))
    scene = Scene(points, radii, np.array([[*place[a], *place[b]] for a, b in network.edges]), frame)
    with drawn(inches, inches) as figure:
        FigureCanvasAgg(figure)
        axes = figure.add_axes((0, 0, 1, 1), xlim=(0, side), ylim=(0, side))
        axes.axis("off")
        _draw_lines(axes, network, scene.lines)
        colours = [COLOURS[entities[node].kind] for node in network]
        axes.scatter(points[:, 0], points[:, 1], s=(2 * radii) ** 2, c=colours, zorder=2)
        crowded = _draw_names(axes, [called[node] for node in network], scene)
        _draw_title(axes, both_names(entities[id], "  "), (side / 2, side - _TITLE / 2), frame[2] - frame[0])
        kinds = {entity.kind for entity in entities.values()}
        dots = [_dot(kind) for kind in COLOURS if kind in kinds]
        figure.legend(handles=dots, loc="lower center", ncols=len(dots), frameon=False)
    return figure, crowded


def _draw_names(axes: Axes, called: Sequence[str], scene: Scene) -> int:
    """Each beside its node, or with a line that leads to it; and how many have no room."""
    white = [withStroke(linewidth=2.5, foreground="white")]
    texts = [axes.text(0, 0, name, ha="center", va="center", fontsize=8, path_effects=white) for name in called]
    boxes, crowded = placed(scene, [_size(text) for text in texts])
    for text, box, point, radius in zip(texts, boxes, scene.points, scene.radii, strict=True):
        text.set_position(((box[0] + box[2]) / 2, (box[1] + box[3]) / 2))
        near = np.clip(point, box[:2], box[2:])
        if np.hypot(*(near - point)) > radius + LED:
            axes.plot(*np.stack([point, near]).T, color="black", linewidth=0.5, linestyle=":", zorder=1)
    return crowded


def _size(text: Text) -> tuple[float, float]:
    """Width and height, in points."""
    extent = text.get_window_extent()
    scale = POINTS / cast(Figure, text.get_figure(root=True)).dpi
    return extent.width * scale, extent.height * scale


def _draw_lines(axes: Axes, network: "nx.Graph[str]", lines: Any) -> None:
    # A place or a part has no event, and is a thin line.
    events = [max(number, 1) for _, _, number in network.edges(data="events")]
    widths = [1 + 3 * (number - 1) / max(events) for number in events]
    # Where everybody is tied to everybody, lines that cover each other would be one grey ground.
    shade = max(0.1, min(0.3, len(network) / len(events)))
    axes.add_collection(LineCollection(lines.reshape(-1, 2, 2), linewidths=widths, colors=(0, 0, 0, shade), zorder=1))


def _draw_title(axes: Axes, title: str, place: tuple[float, float], width: float) -> None:
    """As large as it fits."""
    text = axes.text(*place, title, ha="center", va="center", fontsize=13)
    text.set_fontsize(13 * min(1.0, width / _size(text)[0]))


def _dot(kind: str) -> Line2D:
    return Line2D([], [], color=COLOURS[kind], marker="o", linestyle="", label=KINDS[kind])
