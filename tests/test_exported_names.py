"""What a package offers is what it names in ``__all__``, in order."""

import ast
import importlib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


def bound(tree: ast.Module) -> set[str]:
    """Public names that the module body binds, by import, definition or assignment."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.ImportFrom | ast.Import):
            names |= {alias.asname or alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.Assign):
            names |= {target.id for target in node.targets if isinstance(target, ast.Name)}
    return {name for name in names if not name.startswith("_")}


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
    # An import that is not offered is a leftover, or its name should say that it is private.
    tree = ast.parse(path.read_text(encoding="utf-8"))
    own = {name for name in bound(tree) if getattr(getattr(module, name), "__module__", "").startswith(name_of(path))}
    assert own <= set(module.__all__)
