"""docker-compose.yml and Dockerfile fit the code; no container is started here."""

import inspect
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

from api.commands.serving import serve
from graph.settings import Settings
from graph.stores.local_neo4j import SHUT

ROOT = Path(__file__).parent.parent
COMPOSE: dict[str, Any] = yaml.safe_load((ROOT / "docker-compose.yml").read_text(encoding="utf-8"))
SERVICES: dict[str, Any] = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8")
OURS = ("api", "embedded")


def variables() -> set[str]:
    found = set(re.findall(r"\bJJJ_[A-Z_0-9]+(?==)", DOCKERFILE))
    for service in OURS:
        found |= {name for name in SERVICES[service]["environment"] if name.startswith("JJJ_")}
    return found


def test_every_variable_is_a_setting() -> None:
    prefix = Settings.model_config["env_prefix"]
    assert variables() <= {f"{prefix}{name}".upper() for name in Settings.model_fields}


def test_the_store_address_names_the_service_and_its_port() -> None:
    assert SERVICES["api"]["environment"]["JJJ_STORE"] == "neo4j://neo4j:7687"
    assert any(port.endswith(":7687") for port in SERVICES["neo4j"]["ports"])


def test_the_api_waits_for_a_query_that_runs() -> None:
    assert SERVICES["api"]["depends_on"]["neo4j"]["condition"] == "service_healthy"
    assert "RETURN 1" in SERVICES["neo4j"]["healthcheck"]["test"][1]


def test_without_neo4j_there_is_nothing_to_wait_for() -> None:
    assert SERVICES["embedded"]["profiles"] == ["embedded"]
    assert "depends_on" not in SERVICES["embedded"]


@pytest.mark.parametrize("name", SERVICES)
def test_services_are_fenced_in(name: str) -> None:
    service = SERVICES[name]
    assert service["read_only"] is True
    assert service["cap_drop"] == ["ALL"]
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert service["mem_limit"]
    assert int(service["user"].split(":")[0]) > 0
    assert all(str(port).startswith("127.0.0.1:") for port in service["ports"])


def test_passwords_come_from_files_only() -> None:
    for service in SERVICES.values():
        for name, value in service["environment"].items():
            assert not re.search("PASSWORD|AUTH", name) or value.startswith("/run/secrets/")
        declared = set(service.get("secrets", ()))
        used = set(re.findall(r"/run/secrets/(\w+)", yaml.safe_dump(service)))
        assert used == declared <= set(COMPOSE["secrets"])


def test_the_image_runs_a_command_that_exists_as_nobody_special() -> None:
    command = re.search(r'CMD \["jjj", (.+)\]$', DOCKERFILE, re.MULTILINE)
    assert command
    assert inspect.signature(serve).bind(**{command[1].split(", ")[1].strip('"-'): "0.0.0.0"})
    uid = re.search(r"^USER (\d+):", DOCKERFILE, re.MULTILINE)
    assert uid
    assert int(uid[1]) >= 10_000
    assert all(SERVICES[service]["user"].split(":")[0] == uid[1] for service in OURS)


def test_the_health_check_asks_a_route_that_exists() -> None:
    from api.app import create_app

    path = re.search(r"http://127\.0\.0\.1:8000(/\w+)", DOCKERFILE)
    assert path
    assert path[1] in create_app(Settings()).openapi()["paths"]


def test_what_is_copied_exists_and_is_let_through() -> None:
    ignore = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    for line in re.findall(r"^COPY (?!--from)(.+) \S+$", DOCKERFILE, re.MULTILINE):
        for source in line.split():
            assert (ROOT / source).exists()
            assert f"!{source.split('/')[0]}" in ignore


@pytest.mark.skipif(not shutil.which("docker-compose"), reason="docker-compose is not installed")
def test_compose_itself_accepts_the_file(tmp_path: Path) -> None:
    (tmp_path / "secrets").mkdir()
    for secret in COMPOSE["secrets"]:
        (tmp_path / "secrets" / secret).write_text("x", encoding="utf-8")
    (tmp_path / "docker-compose.yml").write_bytes((ROOT / "docker-compose.yml").read_bytes())
    command = ["docker-compose", "--profile", "embedded", "config", "--services"]
    found = subprocess.run(command, cwd=tmp_path, check=True, capture_output=True, text=True)
    assert set(found.stdout.split()) == set(SERVICES)


def test_the_compose_file_shuts_what_the_local_server_does() -> None:
    service = COMPOSE["services"]["neo4j"]["environment"]
    named = {f"NEO4J_{name.replace('_', '__').replace('.', '_')}": value for name, value in SHUT.items()}
    assert {name: service.get(name) for name in named} == named
    assert "NEO4J_db_memory_transaction_max" in service
