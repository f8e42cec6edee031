"""The Python of docs/networks.md runs as it stands there."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from graph.stores import open_store
from loaders.pipeline import load

ROOT = Path(__file__).parents[3]
BLOCKS = re.findall(r"^```python\n(.*?)^```$", (ROOT / "docs/networks.md").read_text(encoding="utf-8"), re.M | re.S)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """With the samples in press.lbug."""
    made = tmp_path_factory.mktemp("page")
    with open_store(made / "press.lbug") as store:
        load(store, [ROOT / "loaders" / "samples"])
    return made


@pytest.mark.slow
@pytest.mark.parametrize("number", range(len(BLOCKS)))
def test_a_block_runs(folder: Path, number: int) -> None:
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", BLOCKS[number]],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        encoding="utf-8",
    )
    assert done.returncode == 0, done.stderr
