"""Start the edge, or look after the keys of portals: python -m api [sleutel maak|toon|intrek]."""
import asyncio
import socket
import sys
from collections.abc import Mapping, Sequence
from contextlib import suppress
from typing import Any

import uvicorn
import uvloop
from pydantic import ValidationError
from starlette.types import ASGIApp

from api import logs
from api.access import keys_command
from api.access.keys import KeysFileError
from api.app import create_app
from api.assistant import Assistant
from api.channels.settings import ChannelSettings, SlackSettings, TeamsSettings
from api.engines import EnginesFileError
from api.protocol import Http
from api.settings import Settings
from bot.errors import AdviserError

SECONDS_BETWEEN_LOOKS = 0.25
KEYS = "sleutel"
PREFIXES = {group.__name__: group.model_config.get("env_prefix", "")
            for group in (Settings, ChannelSettings, SlackSettings, TeamsSettings)}


async def serve(app: ASGIApp, settings: Settings, listening: socket.socket) -> None:
    """Serve until the process is told to stop."""
    server = server_for(app, settings)
    announcing = asyncio.create_task(announce(server, settings))
    await server.serve([listening])
    announcing.cancel()


def server_for(app: ASGIApp, settings: Settings) -> uvicorn.Server:
    """A server that says nothing about itself and believes only trusted proxies."""
    return uvicorn.Server(uvicorn.Config(
        app, http=Http, server_header=False, access_log=False, log_config=None,
        timeout_graceful_shutdown=settings.stop_seconds,
        proxy_headers=bool(settings.trusted_proxies), forwarded_allow_ips=settings.trusted_proxies))


async def announce(server: uvicorn.Server, settings: Settings) -> None:
    """Print the address once, as soon as a question can be answered."""
    async with Assistant(settings, str) as assistant:
        while not (server.started and await assistant.is_ready()):
            await asyncio.sleep(SECONDS_BETWEEN_LOOKS)
    print(f"Mag ik dit? staat klaar op {settings.address}", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Start or look after keys, or say plainly why that cannot be done; 0 after an orderly end, else 1."""
    logs.configure()
    try:
        settings = Settings()
        if arguments and arguments[0] == KEYS:
            return keys_command.run(arguments[1:], settings)
        return start(create_app(settings), settings)
    except ValidationError as error:
        return complain("\n".join(fault(PREFIXES.get(error.title, ""), part) for part in error.errors()))
    except (KeysFileError, EnginesFileError) as error:
        return complain(str(error))
    except AdviserError as error:
        return complain(f"De inhoud klopt niet:\n{error}")


def fault(prefix: str, part: Mapping[str, Any]) -> str:
    """One fault in the settings, by the name of the variable."""
    names = [f"{prefix}{str(name).upper()}: " for name in part["loc"][:1]]
    words = part["msg"].removeprefix("Value error, ")
    return f"{names[0]}deze waarde kan niet ({words})" if names else str(words)


def start(app: ASGIApp, settings: Settings) -> int:
    """Listen and serve, unless somebody else listens on this address."""
    try:
        listening = listen(settings.host, settings.port)
    except OSError:
        return complain(f"Poort {settings.port} is al in gebruik. Kies een andere, bijvoorbeeld: PORT=8001")
    with listening, suppress(KeyboardInterrupt):
        asyncio.run(serve(app, settings, listening), loop_factory=uvloop.new_event_loop)
    return 0


def listen(host: str, port: int) -> socket.socket:
    """A socket whose connections send small answers at once; raise OSError when the address is taken."""
    listening = socket.create_server((host, port), backlog=2048)
    listening.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    return listening


def complain(words: str) -> int:
    """Say what is wrong on standard error; the exit status that goes with it."""
    print(words, file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
