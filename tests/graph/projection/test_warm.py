from graph.projection.compiled import KEPT
from graph.projection.warm import compile_elsewhere, warm


def test_what_was_compiled_elsewhere_is_kept_for_this_process() -> None:
    compile_elsewhere()
    kept = {index.stem.split("-")[0].split(".")[-1] for index in KEPT.rglob("*.nbi")}
    assert kept >= {"best_path", "ordered_path", "around", "spread", "strengths"}
    warm()
