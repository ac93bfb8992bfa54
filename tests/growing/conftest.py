"""Real servers from the system's packages, and edges in processes of their own."""
import pytest

from tests import servers
from tests.api.conftest import content  # noqa: F401


@pytest.fixture(scope="module")
def redis():
    """Redis that knows after a crash what it knew before."""
    with servers.redis("--appendonly", "yes") as server:
        yield server
