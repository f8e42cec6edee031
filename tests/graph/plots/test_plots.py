"""Pictures: that Chinese is no row of boxes, and that they tell what the graph says."""

import xml.etree.ElementTree as ElementTree
from collections.abc import Callable, Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
import pytest
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.collections import LineCollection, PathCollection
from matplotlib.colors import to_rgba_array
from matplotlib.figure import Figure
from matplotlib.font_manager import findfont
from matplotlib.ft2font import FT2Font
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox

from graph import plots, questions
from graph.errors import NotFound
from graph.settings import Settings
from graph.store import Change, Edge, Node, Store
from graph.stores import open_store


@pytest.fixture
def graph(samples_file: Path) -> Iterator[Store]:
    with open_store(Settings(store=str(samples_file)), read_only=True) as store:
        yield store


def words(figure: Figure) -> set[str]:
    return {artist.get_text() for artist in figure.findobj() if isinstance(artist, Text)}


def test_every_letter_of_both_languages_has_a_glyph() -> None:
    plots.install_font()
    font = FT2Font(findfont(plots.FONT))
    assert [letter for letter in "京津冀滨海新区郭福罗庆丰喆龑é×→" if font.get_char_index(ord(letter)) == 0] == []


@pytest.mark.parametrize("format", ["png", "svg"])
def test_pictures_are_files_of_their_format_and_the_same_each_time(
    graph: Store, tmp_path: Path, format: plots.ImageFormat
) -> None:
    for name in ("one", "two"):
        plots.saved(plots.months(graph), str(tmp_path / name), format)
    one, two = (tmp_path / name for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    if format == "png":
        assert one.read_bytes().startswith(b"\x89PNG")
    else:
        assert ElementTree.parse(one).getroot().tag.endswith("svg")


def test_the_picture_around_a_name_has_its_neighbours_in_both_scripts(graph: Store, tmp_path: Path) -> None:
    someone = next(graph.nodes("Person"))
    around = questions.neighbourhood(graph, someone.id)
    figure = plots.ego(graph, someone.id)
    told = {label.replace("\n", " ") for label in words(figure)}
    assert all(any((node.name_zh or node.name) in each for each in told) for node in around.nodes)
    # A letter without a glyph is a warning of matplotlib, which is an error here.
    plots.saved(figure, str(tmp_path / "ego.png"), "png")


def test_the_matrix_has_the_counts_of_the_question(graph: Store) -> None:
    counts = questions.matrix(graph).counts
    assert {str(count) for row in counts for count in row if count} <= words(plots.districts(graph))


def test_nothing_is_drawn_of_nothing(tmp_path: Path) -> None:
    with open_store(Settings(store=str(tmp_path / "graph.lbug"))) as store:
        for draw in (plots.months, plots.districts):
            with pytest.raises(NotFound):
                draw(store)


def test_the_months_that_are_named_are_the_same_in_every_year(graph: Store) -> None:
    (axes,) = plots.months(graph).axes
    named = [label.get_text() for label in axes.get_xticklabels()]
    assert len(named) > 2
    assert {int(period[-2:]) % 3 for period in named} == {1}


def test_events_without_a_month_are_told_beside_the_bars(graph: Store) -> None:
    (axes,) = plots.months(graph).axes
    drawn = sum(bar.get_height() for bar in axes.patches if isinstance(bar, Rectangle))
    told = questions.stats(graph).nodes
    everything = told["meeting"] + told["agreement"]
    assert 0 < drawn < everything
    assert axes.get_xlabel().startswith(f"+ {everything - drawn:.0f} ")


def test_lines_of_many_events_are_wider_and_those_of_a_crowd_paler(graph: Store) -> None:
    def lines(figure: Figure) -> tuple[set[float], set[float]]:
        (drawn,) = (each for each in figure.findobj() if isinstance(each, LineCollection))
        return set(np.ravel(drawn.get_linewidth()).tolist()), set(to_rgba_array(drawn.get_color())[:, 3].tolist())

    widths, _ = lines(plots.ego(graph, questions.find(graph, "郭福").id))
    assert min(widths) == 1 < max(widths) <= 4
    (few,), (many,) = (lines(plots.ego(graph, questions.find(graph, "郭福").id, limit=limit))[1] for limit in (2, 30))
    assert many < few


def test_namesakes_are_told_apart_by_their_posts_and_else_by_their_ids(tmp_path: Path) -> None:
    with open_store(Settings(store=str(tmp_path / "graph.lbug"))) as store:
        with store.write() as writer:
            people = [("p-1", "刘佳"), ("p-2", "刘佳"), ("p-3", "刘佳"), ("p-4", "郭福")]
            nodes = [Node("Person", {"id": id, "name": name, "name_zh": name}) for id, name in people]
            body = Node("Institution", {"id": "i-1", "name": "城建学院", "name_zh": "城建学院"})
            post = Edge("HOLDS", ("Person", "p-1"), ("Institution", "i-1"), {"title": "副院长"})
            writer.apply(Change(put_nodes=(*nodes, body), put_edges=(post,)))
        told = plots.names(store, ["p-1", "p-2", "p-3", "p-4"])
    assert told == {"p-1": "刘佳 (副院长, 城建学院)", "p-2": "刘佳 (p-2)", "p-3": "刘佳 (p-3)", "p-4": "郭福"}


def test_a_tie_without_an_event_is_drawn_too(tmp_path: Path) -> None:
    with open_store(Settings(store=str(tmp_path / "graph.lbug"))) as store:
        with store.write() as writer:
            bodies = [Node("Institution", {"id": id, "name": id}) for id in ("i-1", "i-2")]
            part = Edge("PART_OF", ("Institution", "i-1"), ("Institution", "i-2"))
            writer.apply(Change(put_nodes=bodies, put_edges=(part,)))
        figure = plots.ego(store, "i-1")
    (lines,) = figure.findobj(LineCollection)
    assert isinstance(lines, LineCollection)
    assert list(np.atleast_1d(lines.get_linewidth())) == [1]


def boxes(figure: Figure) -> list[tuple[str, Bbox]]:
    """The names in a picture and what each covers, in pixels."""
    FigureCanvasAgg(figure).draw()  # type: ignore[no-untyped-call]
    return [(t.get_text(), t.get_window_extent()) for t in figure.findobj(Text) if isinstance(t, Text) and t.get_text()]


def discs(figure: Figure) -> list[Bbox]:
    """The nodes of a picture, a tenth smaller than they are."""
    (drawn,) = figure.findobj(PathCollection)
    assert isinstance(drawn, PathCollection)
    places = drawn.get_offset_transform().transform(drawn.get_offsets())
    radii = np.sqrt(drawn.get_sizes()) / 2 * figure.dpi / 72 * 0.9
    return [Bbox([at - radius, at + radius]) for at, radius in zip(places, radii, strict=True)]


def assert_readable(figure: Figure) -> None:
    """No name covers another or a node, and none is cut off."""
    told = boxes(figure)
    assert [(a, b) for (a, one), (b, other) in combinations(told, 2) if one.overlaps(other)] == []
    assert [name for name, box in told for disc in discs(figure) if box.overlaps(disc)] == []
    whole = figure.bbox
    assert [n for n, b in told if b.x0 < 0 or b.y0 < 0 or b.x1 > whole.x1 or b.y1 > whole.y1] == []


@pytest.mark.parametrize(
    ("name", "depth", "limit"), [("BISTU", 1, 30), ("郭福", 2, 60), ("北京市", 1, 30), ("廊坊市", 3, 300)]
)
def test_names_around_somebody_keep_clear_of_each_other_and_of_nodes(
    graph: Store, name: str, depth: int, limit: int
) -> None:
    assert_readable(plots.ego(graph, questions.find(graph, name).id, depth=depth, limit=limit))


def test_a_crowd_has_a_larger_picture_and_names_without_end_are_cut(tmp_path: Path) -> None:
    crowd = 200
    with open_store(Settings(store=str(tmp_path / "graph.lbug"))) as store:
        with store.write() as writer:
            names = ["长" * 10_000, "a" * 3_000, "tab\tand\x00nothing", "$x_1$", "many words " * 300]
            people = [
                Node("Person", {"id": f"p-{n}", "name": (names[n : n + 1] or [f"Somebody of the Name {n}"])[0]})
                for n in range(crowd)
            ]
            met = [Edge("MET", ("Person", "p-0"), ("Person", f"p-{n}"), {"event": f"m-{n}"}) for n in range(1, crowd)]
            writer.apply(Change(put_nodes=people, put_edges=met))
        few, many = (plots.ego(store, "p-0", limit=limit) for limit in (5, crowd))
    assert few.get_figwidth() < many.get_figwidth()
    for figure in (few, many):
        assert_readable(figure)
        assert max(len(name) for name, _ in boxes(figure)) < 200


@pytest.mark.parametrize("draw", [plots.months, plots.districts])
def test_no_word_of_the_other_pictures_is_cut_off(graph: Store, draw: Callable[[Store], Figure]) -> None:
    figure = draw(graph)
    boxes(figure)  # what the layout is made by
    needed, (width, height) = figure.get_tightbbox(), figure.get_size_inches()
    assert min(needed.x0, needed.y0) >= 0
    assert needed.x1 <= width
    assert needed.y1 <= height
