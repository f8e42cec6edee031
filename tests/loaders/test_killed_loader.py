"""A loader that is killed at any moment leaves a store in which loading again gives the undisturbed graph."""

import os
import random
import signal
import subprocess
import sys
import time
from importlib.resources import files
from pathlib import Path

import pytest

from graph.settings import Settings
from graph.stores import content_hash, open_store
from loaders.pipeline import load

SAMPLES = Path(str(files("loaders"))) / "samples"
KILLS = 4
BATCH = 2

LOADER = """
import sys
from graph.settings import Settings
from graph.stores import open_store
from loaders.pipeline import load

with open_store(Settings()) as store:
    print("open", flush=True)
    load(store, [sys.argv[1]], batch_size=int(sys.argv[2]))
"""


def killed(settings: Settings, after: float) -> None:
    """Load the samples in small batches, and die ``after`` so many seconds of it."""
    environment = os.environ | {"JJJ_STORE": settings.store}
    if auth := settings.neo4j_auth():
        environment |= {"JJJ_NEO4J_USER": auth[0], "JJJ_NEO4J_PASSWORD": auth[1]}
    command = [sys.executable, "-c", LOADER, str(SAMPLES), str(BATCH)]
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "open\n"
        time.sleep(after)
        process.send_signal(signal.SIGKILL)


@pytest.mark.slow
def test_loading_again_after_kills_gives_the_undisturbed_graph(store_settings: Settings, tmp_path: Path) -> None:
    with open_store(tmp_path / "undisturbed.lbug") as undisturbed:
        load(undisturbed, [SAMPLES])
        expected = content_hash(undisturbed)
    chance = random.Random(7)
    for _ in range(KILLS):
        killed(store_settings, chance.uniform(0.2, 3))
    with open_store(store_settings) as store:
        summary = load(store, [SAMPLES])
        assert summary.articles == summary.read > 0
        assert content_hash(store) == expected
