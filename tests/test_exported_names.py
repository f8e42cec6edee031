"""What a package offers is what it names in ``__all__``, in order."""

import ast
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def packages() -> list[Path]:
    found = [p for part in ("graph", "loaders", "api") for p in (ROOT / part).rglob("__init__.py")]
    return sorted(p for p in found if "__all__" in p.read_text(encoding="utf-8"))


def name_of(path: Path) -> str:
    return ".".join(path.parent.relative_to(ROOT).parts)


@pytest.mark.parametrize("path", packages(), ids=name_of)
def test_all_is_sorted_and_complete(path: Path) -> None:
    module = importlib.import_module(name_of(path))
    assert list(module.__all__) == sorted(set(module.__all__))
    assert [name for name in module.__all__ if not hasattr(module, name)] == []
    defined = [node.name for node in ast.parse(path.read_text(encoding="utf-8")).body if hasattr(node, "name")]
    assert [name for name in defined if not name.startswith("_") and name not in module.__all__] == []
