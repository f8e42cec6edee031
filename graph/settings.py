"""What the environment says, and a file for what it does not: the only module that reads either."""

import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Final, Literal

from pydantic import AfterValidator, BeforeValidator, Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, EnvSettingsSource, InitSettingsSource, NoDecode, SettingsConfigDict
from pydantic_settings.sources import PydanticBaseSettingsSource

from graph.errors import SettingsError
from graph.vocabulary import ExtractorName

FILE: Final = Path(".jjj/settings.toml")
"""Where the file is, if it is anywhere and JJJ_SETTINGS names no other."""


_ORIGIN: Final = re.compile(r"\*|https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?|https?://\[[0-9a-fA-F:]+\](:[0-9]{1,5})?")


def _listed(given: Any) -> Any:
    return tuple(filter(None, (each.strip() for each in given.split(",")))) if isinstance(given, str) else given


def _origins(given: tuple[str, ...]) -> tuple[str, ...]:
    for each in given:
        if not _ORIGIN.fullmatch(each):
            raise ValueError(f"{each!r} is no origin, as https://example.org is")
    return given


class Settings(BaseSettings):
    """Settings, each from ``JJJ_<NAME>`` where it is not given, else ``<name>`` in the file that ``settings`` names.

    Raises SettingsError for values of no meaning, and for a file that cannot be read.
    """

    model_config = SettingsConfigDict(env_prefix="JJJ_", frozen=True, extra="forbid", hide_input_in_errors=True)

    settings: Path | None = None
    """A TOML file; ``.jjj/settings.toml`` where it is there and none is named."""
    store: str = ".jjj/graph.lbug"
    """A path (embedded), or a ``bolt://`` or ``neo4j://`` address."""
    neo4j_user: str = "neo4j"
    neo4j_password: SecretStr | None = None
    """None, here and in the file: the server asks for none."""
    neo4j_password_file: Path | None = None
    neo4j_database: str | None = None
    """None: the user's home database."""
    extractor: ExtractorName = "rules"
    """Who reads articles, where the command does not say it."""
    model: str | None = None
    """The language model of the extractor ``model``, as ``provider:name``."""
    model_timeout: float = Field(60.0, gt=0)
    """Seconds that the model may take for one article."""
    cypher_unchecked: bool = False
    """Whether ad-hoc queries are answered though the Neo4j server's own settings let them read files and addresses."""
    projection_memory: int = Field(1024, ge=0)
    """MiB that the service may keep of the graph in memory for paths and neighbourhoods; 0: they are read from the
    store."""
    keys: Path = Path(".jjj/keys.jsonl")
    """The file of the API's keys."""
    seal: Path | None = None
    """The file of the key that seals what suppressions took out; None: beside an embedded store, with ``.seal`` at its
    end, and ``.jjj/seal.key`` for a server."""
    write: bool = False
    """Whether the API may write, for who has a key of scope write; an embedded store is its alone meanwhile."""
    anonymous: bool | None = None
    """Whether who has no key may read; None: where the service listens on this machine alone."""
    cors_origins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(_listed), AfterValidator(_origins)] = ()
    """Sites whose pages may read the API's answers in a browser, as ``https://example.org``; ``*``: all."""
    workers: int = Field(1, ge=1, le=64)
    """Processes that answer; each has its own projection."""
    rate_limit: float | None = Field(None, ge=0)
    """Tokens a second that a caller may use; 0: any number. None: 50 where a key is asked for, else any number."""
    body_limit: int = Field(16, ge=1)
    """MiB that the body of a request may have."""
    log_format: Literal["plain", "json"] = "plain"
    """Lines to read, or a JSON object a line."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"
    """What is logged at least; ``info`` has a line for each request."""
    stop_seconds: float = Field(15.0, gt=0)
    """Seconds that answers have to be finished when the service is told to stop."""

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            place, reason = self._place("_".join(map(str, first["loc"])), values), first["msg"]
            raise SettingsError(f"{place}: {reason.removeprefix('Value error, ')}") from error

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,  # noqa: ARG003 - as the library calls it
        file_secret_settings: PydanticBaseSettingsSource,  # noqa: ARG003
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """What is given, then the environment, then the file."""
        named = init_settings().get("settings") or env_settings().get("settings")
        return init_settings, env_settings, InitSettingsSource(settings_cls, _read(named))

    @classmethod
    def _place(cls, name: str, given: Mapping[str, Any]) -> str:
        """What to change where the value of ``name`` has no meaning."""
        environment = EnvSettingsSource(cls)()
        named = given.get("settings") or environment.get("settings")
        if name in _read(named) and name not in environment and name not in given:
            return f"{named or FILE}: {name}"
        return f"JJJ_{name.upper()}"

    @property
    def embedded(self) -> bool:
        """Whether the store is a file, which one process writes at a time."""
        return "://" not in self.store

    @property
    def dialect(self) -> Literal["ladybug", "neo4j"]:
        """Whose Cypher the store takes."""
        return "ladybug" if self.embedded else "neo4j"

    def neo4j_auth(self) -> tuple[str, str] | None:
        """User and password; None where no password is set. Raises SettingsError if its file cannot be read."""
        if self.neo4j_password is not None:
            return self.neo4j_user, self.neo4j_password.get_secret_value()
        if self.neo4j_password_file is None:
            return None
        try:
            password = self.neo4j_password_file.read_text(encoding="utf-8")
        except (OSError, ValueError) as error:
            reason = error.strerror if isinstance(error, OSError) else "not UTF-8"
            raise SettingsError(f"JJJ_NEO4J_PASSWORD_FILE: {self.neo4j_password_file}: {reason}") from error
        return self.neo4j_user, password.rstrip("\r\n")

    def seal_file(self) -> Path:
        """Where the key that seals is, or will be with the first suppression."""
        return self.seal or (Path(f"{self.store}.seal") if self.embedded else Path(".jjj/seal.key"))


def _read(named: str | Path | None) -> dict[str, Any]:
    """What the file says. Raises SettingsError, also where it holds what others might read."""
    path = Path(named) if named else FILE
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        if named or not isinstance(error, FileNotFoundError):
            raise SettingsError(f"JJJ_SETTINGS: {path}: {error.strerror}") from error
        return {}
    except ValueError as error:  # no TOML, or no UTF-8
        raise SettingsError(f"JJJ_SETTINGS: {path}: {str(error).splitlines()[0]}") from error
    if "neo4j_password" in found:
        raise SettingsError(f"{path}: neo4j_password: a secret has a file of its own, neo4j_password_file names it")
    return found
