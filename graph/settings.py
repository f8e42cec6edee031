"""What the environment says: the only module that reads it."""

from pathlib import Path
from typing import Any

from pydantic import Field, SecretStr, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from graph.errors import SettingsError
from graph.vocabulary import ExtractorName


class Settings(BaseSettings):
    """Settings, each from ``JJJ_<NAME>`` where it is not given. Raises SettingsError for values of no meaning."""

    model_config = SettingsConfigDict(env_prefix="JJJ_", frozen=True, extra="forbid", hide_input_in_errors=True)

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
    write: bool = False
    """Whether the API may write, for who has a key of scope write; an embedded store is its alone meanwhile."""
    anonymous: bool = False
    """Whether who has no key may read through an application that is not started by ``jjj serve``, which asks for keys
    wherever others can reach it."""

    def __init__(self, **values: Any) -> None:
        try:
            super().__init__(**values)
        except ValidationError as error:
            first = error.errors(include_input=False, include_url=False)[0]
            name = "_".join(map(str, first["loc"])).upper()
            raise SettingsError(f"JJJ_{name}: {first['msg']}") from error

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
