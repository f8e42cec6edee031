import json
import stat
from pathlib import Path

import pytest

from api.keys import SCOPES, Keys, Scope
from graph.errors import InvalidQuestion, NotFound, SettingsError


@pytest.fixture
def keys(tmp_path: Path) -> Keys:
    return Keys(tmp_path / "new" / "keys.jsonl")


def test_a_key_is_found_by_its_text_alone_and_only_its_digest_is_kept(keys: Keys) -> None:
    key, text = keys.add(" 数据看板 ", ["read"])
    assert keys.of(text) == key
    assert key.name == "数据看板"
    assert text.startswith(f"jjj_{key.id}_")
    kept = keys.path.read_text(encoding="utf-8")
    assert text.removeprefix(f"jjj_{key.id}_") not in kept
    assert key.sha256 not in repr(key)
    assert stat.S_IMODE(keys.path.stat().st_mode) == 0o600


def test_what_is_nearly_a_key_opens_nothing(keys: Keys) -> None:
    (first, one), (second, two) = keys.add("a", ["read"]), keys.add("b", ["write"])
    swapped = one.replace(first.id, second.id)
    near = (one[:-1], one + "x", swapped, one.replace("jjj_", "jjk_"), one.upper())
    for text in (*near, "", "jjj", "jjj_k-0_x", "\ud800"):
        assert keys.of(text) is None
    assert keys.of(two) == second


@pytest.mark.parametrize(
    ("given", "allowed"),
    [
        (["read"], {"read"}),
        (["cypher"], {"cypher", "read"}),
        (["write"], {"write", "read"}),
        (["write", "cypher"], {"write", "cypher", "read"}),
        (["admin"], set(SCOPES)),
    ],
)
def test_a_scope_includes_what_it_needs(keys: Keys, given: list[Scope], allowed: set[Scope]) -> None:
    assert keys.add("a", given)[0].allows == allowed


def test_a_key_that_is_revoked_opens_nothing_from_then_on_also_for_others_who_have_the_file_open(keys: Keys) -> None:
    key, text = keys.add("a", ["admin"])
    elsewhere = Keys(keys.path)
    assert elsewhere.of(text) == key
    assert keys.revoke(key.id).revoked
    assert elsewhere.of(text) is None
    assert not elsewhere.any_allows("read")
    assert keys.revoke(key.id) == elsewhere.all()[0]
    assert len(keys.path.read_text(encoding="utf-8").splitlines()) == 2


def test_what_is_no_key_is_told(keys: Keys, tmp_path: Path) -> None:
    assert keys.all() == []
    with pytest.raises(NotFound, match="no key"):
        keys.revoke("k-1")
    for name, scopes in ((" ", ["read"]), ("a", [])):
        with pytest.raises(InvalidQuestion):
            keys.add(name, scopes)  # type: ignore[arg-type]
    with pytest.raises(SettingsError, match="JJJ_KEYS"):
        Keys(tmp_path).all()
    with pytest.raises(SettingsError, match="JJJ_KEYS"):
        Keys(tmp_path / "new").add("a", ["read"]) and Keys(tmp_path / "new" / "deeper").add("a", ["read"])


@pytest.mark.parametrize("line", ["{", "[]", json.dumps({"id": "k-1", "revoked": "2024"}), json.dumps({"sha256": "x"})])
def test_a_file_that_is_damaged_opens_nothing_and_says_where(keys: Keys, line: str) -> None:
    _, text = keys.add("a", ["read"])
    keys.path.write_text(keys.path.read_text(encoding="utf-8") + line + "\n", encoding="utf-8")
    with pytest.raises(SettingsError, match="line 2"):
        keys.of(text)
