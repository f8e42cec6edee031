"""A bounded run of Atheris, which grows texts by the branches of the code that they reach."""

import re
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from tests.loaders.extraction.test_fuzz import BREAKERS, sample_texts

RUNS = 3000
LONGEST, ENDLESS = 120, 20
"""Seconds after which the run ends well, and after which one text counts as endless, on a machine as busy as any."""
MOST = 1024
"""MiB that extraction of a text of 2,000 bytes may take, instrumented; it took 334."""
ROOT = Path(__file__).parents[3]


@pytest.mark.slow
def test_no_text_that_reaches_new_branches_breaks_extraction(tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="Atheris has no wheel for this machine")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    for number, text in enumerate([*BREAKERS, *sample_texts("zh"), *sample_texts("en")]):
        (corpus / f"{number}.txt").write_text(text, encoding="utf-8")
    # A process that is started counts the most memory of the one that started it as its own (getrusage(2), ru_maxrss).
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 + MOST
    options = [f"-runs={RUNS}", f"-max_total_time={LONGEST}", f"-timeout={ENDLESS}", "-max_len=2000", "-seed=1"]
    options.append(f"-rss_limit_mb={most}")
    command = [
        sys.executable,
        "-m",
        "tests.loaders.extraction.atheris_extract",
        *options,
        f"-artifact_prefix={tmp_path}/",
    ]
    done = subprocess.run([*command, corpus], cwd=ROOT, capture_output=True, encoding="utf-8", errors="replace")
    assert done.returncode == 0, done.stderr[-4000:]
    assert re.search("DONE|Done", done.stderr)
