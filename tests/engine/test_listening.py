"""The engine listens to this machine only, unless it is told otherwise and has a key."""
import pytest

from engine.listening import host_in


@pytest.mark.parametrize(("environment", "host"), [
    ({}, "127.0.0.1"), ({"MAGIKDIT_ENGINE_HOST": ""}, "127.0.0.1"),
    ({"MAGIKDIT_ENGINE_HOST": "10.0.0.5", "MAGIKDIT_ENGINE_KEY": "geheim"}, "10.0.0.5"),
])
def test_where_the_engine_listens(environment, host):
    assert host_in(environment) == host


def test_others_need_a_key():
    with pytest.raises(SystemExit, match="MAGIKDIT_ENGINE_KEY"):
        host_in({"MAGIKDIT_ENGINE_HOST": "0.0.0.0"})
