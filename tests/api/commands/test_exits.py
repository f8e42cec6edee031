import pytest

from api.commands.exits import CODES, NOTHING, STORE, UNUSABLE, USAGE, code_of, reported
from graph import errors
from graph.errors import (
    Ambiguous,
    Gone,
    InputError,
    InvalidQuestion,
    JingjinjiError,
    NotFound,
    OutputError,
    QueryRefused,
    SettingsError,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreUnavailable,
)


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (NotFound("no such name"), NOTHING),
        (Gone("it was removed"), NOTHING),
        (Ambiguous("王伟", ["p-1", "p-2"]), USAGE),
        (InvalidQuestion("since is not a date"), USAGE),
        (SettingsError("no password"), USAGE),
        (OutputError("a.csv", OSError("no room")), USAGE),
        (QueryRefused("it writes"), USAGE),
        (InputError("a.txt", "is empty"), UNUSABLE),
        (StoreUnavailable("nobody answers"), STORE),
        (StoreLocked("another process writes"), STORE),
        (StoreFull("no room"), STORE),
        (StoreError("it failed"), STORE),
    ],
    ids=lambda value: type(value).__name__ if isinstance(value, JingjinjiError) else None,
)
def test_each_error_is_one_line_and_its_code(
    error: JingjinjiError, code: int, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as left, reported():
        raise error
    assert left.value.code == code
    captured = capsys.readouterr()
    assert captured.err == f"jjj: {error}\n"
    assert captured.out == ""


def test_no_error_of_ours_is_without_a_code() -> None:
    kinds = [kind for kind in vars(errors).values() if isinstance(kind, type) and issubclass(kind, JingjinjiError)]
    assert len(kinds) > 10
    for kind in kinds:
        if kind is not JingjinjiError:
            assert any(issubclass(kind, listed) for listed, _ in CODES), kind


def test_a_message_of_several_lines_becomes_one(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit), reported():
        raise StoreError("first\n  second")
    assert capsys.readouterr().err == "jjj: first second\n"


def test_the_narrow_class_decides() -> None:
    assert code_of(QueryRefused("it writes")) != code_of(StoreError("it failed"))
