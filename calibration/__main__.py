"""``python -m calibration fit`` fits the weights anew; ``python -m calibration`` prints how they hold."""

import json
import re
import sys
from dataclasses import asdict
from typing import Final

from calibration.fit import fit
from calibration.judge import Judge
from calibration.rows import at_first_sight, rows, today
from calibration.sets import ROOT
from calibration.table import tables
from loaders.extraction.confidence.weights import TABLE, share, weights

PAGE: Final = ROOT / "docs" / "extraction.md"
_BLOCK = re.compile("(<!-- calibration -->\n).*?(<!-- end -->)", re.DOTALL)


def main(command: str) -> None:
    """Fit and write, or only print."""
    judge = Judge()
    if command == "fit":
        fitted = fit(today(judge), at_first_sight(judge))
        text = json.dumps({kind: asdict(w) for kind, w in fitted.items()}, indent=1, sort_keys=True)
        TABLE.write_text(f"{text}\n", encoding="utf-8")
        weights.cache_clear()
        share.cache_clear()
    told = tables(rows(judge))
    if command == "fit":
        page = _BLOCK.sub(lambda block: f"{block[1]}{told}\n{block[2]}", PAGE.read_text(encoding="utf-8"))
        PAGE.write_text(page, encoding="utf-8")
    print(told)


if __name__ == "__main__":
    main(sys.argv[1] if len(sys.argv) > 1 else "table")
