from pathlib import Path

import pytest
from pydantic import SecretStr, ValidationError

from graph.errors import SettingsError
from graph.settings import Settings


@pytest.fixture(autouse=True)
def _no_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in Settings.model_fields:
        monkeypatch.delenv(f"JJJ_{name.upper()}", raising=False)


def test_what_is_given_wins_over_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JJJ_STORE", "there.lbug")
    assert Settings().store == "there.lbug"
    assert Settings(store="here.lbug").store == "here.lbug"


def test_the_password_comes_from_the_environment_or_a_file_or_is_not_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert Settings().neo4j_auth() is None
    (tmp_path / "password").write_text("密码 1\r\n", encoding="utf-8")
    monkeypatch.setenv("JJJ_NEO4J_PASSWORD_FILE", str(tmp_path / "password"))
    assert Settings(neo4j_user="reader").neo4j_auth() == ("reader", "密码 1")
    monkeypatch.setenv("JJJ_NEO4J_PASSWORD", "first")
    assert Settings().neo4j_auth() == ("neo4j", "first")


def test_a_password_is_never_shown() -> None:
    assert "hush" not in repr(Settings(neo4j_password=SecretStr("hush")))


def test_a_password_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"JJJ_NEO4J_PASSWORD_FILE: .*none: No such file"):
        Settings(neo4j_password_file=tmp_path / "none").neo4j_auth()
    (tmp_path / "bytes").write_bytes(b"\xff\xfe\xfa")
    with pytest.raises(SettingsError, match="not UTF-8"):
        Settings(neo4j_password_file=tmp_path / "bytes").neo4j_auth()


def test_a_setting_that_has_no_meaning_is_one_clear_line() -> None:
    with pytest.raises(SettingsError, match="JJJ_NO_SUCH") as wrong:
        Settings(no_such="hush")
    assert "hush" not in str(wrong.value)
    assert "\n" not in str(wrong.value)


def test_a_check_of_ours_is_told_in_its_own_words_alone() -> None:
    with pytest.raises(
        SettingsError, match=r"^JJJ_CORS_ORIGINS: 'everywhere' is no origin, as https://example.org is$"
    ):
        Settings(cors_origins="everywhere")


def test_settings_do_not_change() -> None:
    with pytest.raises(ValidationError):
        Settings().store = "other"


def test_what_the_environment_does_not_say_comes_from_the_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "jjj.toml").write_text('store = "图谱.lbug"\nworkers = 3\n', encoding="utf-8")
    monkeypatch.setenv("JJJ_SETTINGS", str(tmp_path / "jjj.toml"))
    monkeypatch.setenv("JJJ_WORKERS", "2")
    assert (Settings().store, Settings().workers, Settings(workers=1).workers) == ("图谱.lbug", 2, 1)


def test_a_file_at_its_usual_place_needs_no_naming(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert Settings().log_format == "plain"
    (tmp_path / ".jjj").mkdir()
    (tmp_path / ".jjj" / "settings.toml").write_text('log_format = "json"\n', encoding="utf-8")
    assert Settings().log_format == "json"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("workers = 0", "workers: Input should be greater"),
        ("wokers = 2", "wokers: Extra inputs"),
        ("workers 2", "Expected '='"),
        ('neo4j_password = "hush"', "a secret has a file of its own"),
    ],
)
def test_a_file_without_meaning_is_one_line_that_names_it(tmp_path: Path, text: str, told: str) -> None:
    (tmp_path / "jjj.toml").write_text(text, encoding="utf-8")
    with pytest.raises(SettingsError, match=rf"jjj\.toml: .*{told}") as wrong:
        Settings(settings=tmp_path / "jjj.toml")
    assert "hush" not in str(wrong.value)
    assert "\n" not in str(wrong.value)


def test_a_file_that_is_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(SettingsError, match=r"JJJ_SETTINGS: .*No such file"):
        Settings(settings=tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe")
    with pytest.raises(SettingsError, match="JJJ_SETTINGS"):
        Settings(settings=tmp_path / "bytes.toml")
