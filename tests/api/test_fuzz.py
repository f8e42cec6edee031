"""Requests made from the OpenAPI document itself: each answer must be one that the document describes.

Schemathesis sends them to a running service: the examples, the borders of every parameter, drawn values that fit and
that do not, and sequences of routes. ``FUZZ_EXAMPLES`` is how many it draws for each route (``make fuzz-api`` for 5,000
cases and more), ``FUZZ_SEED`` makes it draw others.
"""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from api.keys import Keys
from graph.settings import Settings
from graph.store import Store
from loaders.pipeline import load
from tests.api.test_workers import served

EXAMPLES = os.environ.get("FUZZ_EXAMPLES", "3")
SEED = os.environ.get("FUZZ_SEED", "20240419")
LEAST = int(os.environ.get("FUZZ_LEAST", "1500"))
CONFIGURATION = Path(__file__).with_name("schemathesis.toml")
SAMPLES = Path(__file__).parents[2] / "loaders" / "samples"


@pytest.mark.slow
def test_every_answer_is_one_that_the_document_describes(
    store: Store, store_settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    keys = Keys(tmp_path / "keys.jsonl")
    _, key = keys.add("fuzz", ["admin"])
    for name, value in {"KEYS": str(keys.path), "ANONYMOUS": "false", "RATE_LIMIT": "0"}.items():
        monkeypatch.setenv(f"JJJ_{name}", value)
    load(store, [SAMPLES])
    if store_settings.embedded:
        store.close()  # the service writes, and is then the only one who may
    program = [sys.executable, "-c", "from schemathesis.cli import schemathesis; schemathesis()"]
    program += ["--config-file", str(CONFIGURATION), "--no-color", "run"]
    with served(store_settings, "--write") as (_, address, logged):
        options = ["--max-examples", EXAMPLES, "--seed", SEED, "--header", f"Authorization: Bearer {key}"]
        options += ["--continue-on-failure", "--generation-database", "none", "--request-timeout", "60"]
        done = subprocess.run(
            [*program, f"{address}/openapi.json", *options], cwd=tmp_path, capture_output=True, text=True, check=False
        )
    print(done.stdout)
    assert not [line for line in logged if '"level": "error"' in line]
    assert done.returncode == 0, done.stdout[-20_000:]
    generated = re.search(r"([\d,]+) generated", done.stdout)
    assert generated
    assert int(generated[1].replace(",", "")) >= LEAST
