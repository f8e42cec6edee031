from pathlib import Path

import pytest
from typer.testing import CliRunner

from api.commands import app


def test_each_picture_is_written_in_the_format_that_its_name_asks_for(samples_file: Path, tmp_path: Path) -> None:
    for words, file, start in (
        (["ego", "郭福"], "ego.svg", b"<?xml"),
        (["districts"], "districts.png", b"\x89PNG"),
        (["months"], "months.svg", b"<?xml"),
    ):
        path = tmp_path / file
        done = CliRunner().invoke(app, ["plot", *words, "-o", str(path), "--store", str(samples_file)])
        assert done.exit_code == 0, done.output
        assert path.read_bytes().startswith(start)


@pytest.mark.parametrize("words", [["ego"], ["months", "郭福"], ["months", "-o", "months.gif"]])
def test_what_cannot_be_drawn_is_usage(words: list[str]) -> None:
    assert CliRunner().invoke(app, ["plot", *words]).exit_code == 2
