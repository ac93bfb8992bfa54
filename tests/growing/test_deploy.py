"""What is shipped to deploy with: no secrets in it, settings that exist, and a configuration that nginx takes."""
import re
import subprocess

import pytest
from ruamel.yaml import YAML

from tests.api.test_settings import ENGINE_ONLY, FIELDS
from tests.growing.assembly import DEPLOY
from tests.servers import binary

COMPOSE = YAML(typ="safe").load((DEPLOY / "compose.yml").read_text(encoding="utf-8"))
SERVICES = COMPOSE["services"]
SECRET = re.compile("PASSWORD|KEY|SECRET")


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_no_secret_stands_in_the_compose_file(name):
    given = SERVICES[name].get("environment", {})
    assert [name for name, value in given.items() if SECRET.search(name) and not value.startswith("${")] == []
    assert all("@" not in value or "${" in value for value in map(str, given.values()))


@pytest.mark.parametrize("name", ["engine", "edge"])
def test_every_setting_in_the_compose_file_exists(name):
    assert set(SERVICES[name]["environment"]) <= set(FIELDS) | ENGINE_ONLY


def test_the_edges_know_every_engine_and_nginx_every_edge():
    engines = re.findall(r"^http://(\S+):5005$", (DEPLOY / "compose" / "engines").read_text(), re.MULTILINE)
    edges = re.findall(r"server (\S+):8000", (DEPLOY / "compose" / "edges.conf").read_text())
    assert engines == [f"mag-ik-dit-engine-{number + 1}" for number in range(SERVICES["engine"]["deploy"]["replicas"])]
    assert edges == [f"mag-ik-dit-edge-{number + 1}" for number in range(SERVICES["edge"]["deploy"]["replicas"])]


def test_only_nginx_can_be_reached():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["nginx"]
    assert COMPOSE["networks"]["binnen"]["internal"] is True


def test_nginx_takes_its_configuration(tmp_path):
    for name in ("nginx.conf", "edges.conf"):
        (tmp_path / name).write_text((DEPLOY / name).read_text(encoding="utf-8"), encoding="utf-8")
    made = subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", tmp_path / "c.key", "-out",
                           tmp_path / "c.pem", "-subj", "/CN=mag-ik-dit.example"], capture_output=True)
    assert made.returncode == 0
    listen = (DEPLOY / "listen.conf").read_text(encoding="utf-8")
    for shipped, own in (("/etc/mag-ik-dit/certificaat.pem", "c.pem"), ("/etc/mag-ik-dit/certificaat.key", "c.key"), ("443", "18443")):
        listen = listen.replace(shipped, own)
    (tmp_path / "listen.conf").write_text(listen, encoding="utf-8")
    checked = subprocess.run([binary("nginx", "/usr/sbin/nginx"), "-t", "-p", tmp_path, "-c", tmp_path / "nginx.conf", "-e", "stderr"],
                             capture_output=True, text=True)
    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize("unit", sorted(path.name for path in (DEPLOY / "systemd").iterdir()))
def test_every_unit_starts_what_is_there(unit):
    text = (DEPLOY / "systemd" / unit).read_text(encoding="utf-8")
    for environment, module in re.findall(r"\.venv/(\w+)/bin/python -m ([\w.]+)", text):
        path = DEPLOY.parent / module.replace(".", "/")
        assert environment == {"api": "edge", "engine": "engine"}[module.split(".")[0]]
        assert path.with_suffix(".py").is_file() or (path / "__main__.py").is_file()
    assert "User=" in text or "nginx" in unit or unit.endswith(".timer")
