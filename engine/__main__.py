"""Start the engine on a private address: python -m engine [port]."""
import logging
import os
import sys

from engine.settings import SettingError, store_settings

try:  # before Rasa is read in, which takes a while
    store_settings(os.environ)
except SettingError as trouble:
    sys.exit(f"✘ {trouble}")

os.environ.setdefault("RASA_TELEMETRY_ENABLED", "false")
os.environ.setdefault("SANIC_WORKERS", "1")
os.environ.setdefault("TF_CPP_MIN_LOG_LEVEL", "3")

from engine.lean import without_tensorflow  # noqa: E402

without_tensorflow()

from rasa.core.run import serve_application  # noqa: E402
from rasa.core.utils import AvailableEndpoints  # noqa: E402
from rasa.utils.common import configure_logging_and_warnings  # noqa: E402
from rasa.utils.log_utils import configure_structlog  # noqa: E402

from engine.acting import ActionsHere, read_answers_quickly, warm_up  # noqa: E402
from engine.graph import run_in_order  # noqa: E402
from engine.listening import host_in  # noqa: E402

PORT = 5005


def serve(port: int) -> None:
    """Serve the newest model on its private address, with the actions in this process."""
    configure_logging_and_warnings(log_level=logging.WARNING, warn_only_once=True, filter_repeated_logs=True)
    configure_structlog(logging.WARNING)
    read_answers_quickly()
    run_in_order()
    warm_up()
    endpoints = AvailableEndpoints.read_endpoints("endpoints.yml")
    endpoints.action = ActionsHere("here")
    serve_application(model_path="models", interface=host_in(os.environ), port=port, credentials="credentials.yml",
                      enable_api=False, endpoints=endpoints)


if __name__ == "__main__":
    serve(int(sys.argv[1]) if len(sys.argv) > 1 else int(os.environ.get("MAGIKDIT_ENGINE_PORT", PORT)))
