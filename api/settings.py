"""What a deployment can set, each by an environment variable that starts with MAGIKDIT_."""
import pathlib
from typing import Self

from pydantic import AliasChoices, Field, SecretStr, ValidationInfo, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.channels.settings import Channels
from api.sound import faults_in
from bot.reading import CONTENT

SCHEMES = {"statistics_url": ("sqlite://", "postgresql://"), "redis_url": ("redis://", "rediss://", "unix://")}
COUNTS = pathlib.Path(__file__).parent.parent / "tellingen.sqlite3"


class Settings(BaseSettings):
    """Every setting with its default; a default is right for one machine without other servers."""

    model_config = SettingsConfigDict(env_prefix="MAGIKDIT_", frozen=True, populate_by_name=True, env_ignore_empty=True)

    host: str = Field(
        default="127.0.0.1", description="Address to listen on; keep it on loopback unless a proxy stands in front.")
    port: int = Field(
        default=8000, ge=1, le=65535, validation_alias=AliasChoices("PORT", "MAGIKDIT_PORT"),
        description="Port to listen on; PORT works as well.")
    public_url: str = Field(
        default="", description="Address under which people reach the edge, without a slash at the end.")
    trusted_hosts: str = Field(
        default="127.0.0.1,localhost",
        description="Names, separated by commas, under which the edge may be called; * allows every name.")
    trusted_proxies: str = Field(
        default="", description="Addresses of proxies, separated by commas, whose X-Forwarded-For is believed.")
    allowed_origins: str = Field(
        default="", description="Websites, separated by commas, whose pages may call the API from a browser.")
    content_folder: pathlib.Path = Field(
        default=CONTENT, description="Folder with the codes, trees and questions.")
    default_code: str | None = Field(
        default=None, description="Code that counts when a conversation names none.")
    contact_name: str = Field(
        default="Beheerder van deze installatie", description="Who to ask about the API, in its description.")
    contact_email: str = Field(
        default="vul-in@voorbeeld.invalid", description="Mail address about the API, in its description.")
    engine_url: str = Field(
        default="http://127.0.0.1:5005", description="Private address of the engine; several, separated by commas.")
    engines_file: pathlib.Path | None = Field(
        default=None, description="File with the addresses of the engines, read again when it changes.")
    engine_key: SecretStr | None = Field(
        default=None, description="Secret shared with the engine, sent with every call.")
    engine_timeout_seconds: float = Field(
        default=10.0, gt=0, description="How long the engine may take for one answer.")
    statistics_url: SecretStr | None = Field(
        default=None, description="Database of SQLite or PostgreSQL that counts how often an advice helped; "
        "without one a file of SQLite in the project.")
    engine_failures: int = Field(
        default=5, ge=1, description="After how many calls in a row without an answer the engine gets a rest.")
    engine_rest_seconds: float = Field(
        default=1.0, gt=0, description="How long that rest is; meanwhile the edge answers 503 at once.")
    redis_url: SecretStr | None = Field(
        default=None, description="Redis that edges share; without one an edge keeps everything in its own memory.")
    idle_minutes: float = Field(
        default=60.0, gt=0, description="How long a conversation is kept after it was last used.")
    most_conversations: int = Field(
        default=10_000, ge=1, description="How many conversations are kept at the same time.")
    most_body_bytes: int = Field(
        default=16_384, ge=1, description="How large the body of a request may be.")
    body_seconds: float = Field(
        default=10.0, gt=0, description="How long a sender may take over the body of a request.")
    requests_per_minute: int = Field(
        default=1200, ge=0, description="How many requests a minute one client may make under /v1; 0: no limit.")
    messages_per_minute: int = Field(
        default=120, ge=0, description="How many messages a minute may come in one conversation; 0: no limit.")
    quick_exit: str = Field(
        default="https://www.knmi.nl/", pattern=r"^https?://[^\s;,'\"]+$",
        description="Address of the neutral page that the quick exit opens.")
    stop_seconds: int = Field(
        default=15, ge=0, description="How long running turns may take to finish when the edge is told to stop.")
    metrics_host: str = Field(
        default="127.0.0.1", description="Address where the measurements can be read.")
    metrics_port: int | None = Field(
        default=None, ge=1, le=65535, description="Port where the measurements can be read; none: nowhere.")
    open_to_all: bool = Field(
        default=False, description="Whether everyone who reaches the edge may ask without a key, token or sign-in.")
    keys_file: pathlib.Path | None = Field(
        default=None, description="File with the keys of portals.")
    token_issuer: str | None = Field(
        default=None, description="OpenID provider whose tokens are accepted from portals.")
    token_audience: str | None = Field(
        default=None, description="For whom a token must be meant.")
    token_jwks_url: str | None = Field(
        default=None, description="Where the keys of that provider are; without it the provider says so itself.")
    login_issuer: str | None = Field(
        default=None, description="OpenID provider where people sign in to the page.")
    login_client_id: str | None = Field(
        default=None, description="The name of this installation at that provider.")
    login_client_secret: SecretStr | None = Field(
        default=None, description="The secret of this installation at that provider.")
    session_key: SecretStr | None = Field(
        default=None, description="Secret of at least 32 characters that signs the cookie of who has signed in.")
    session_hours: float = Field(
        default=8.0, gt=0, description="How long somebody stays signed in.")

    @model_validator(mode="after")
    def hangs_together(self) -> Self:
        """Refuse settings that do not go together, every fault at once."""
        faults = tuple(faults_in(self))
        if faults:
            raise ValueError(" ".join(faults))
        return self

    @field_validator(*SCHEMES)
    @classmethod
    def known_scheme(cls, url: SecretStr | None, field: ValidationInfo) -> SecretStr | None:
        """Refuse an address of something else."""
        schemes = SCHEMES[str(field.field_name)]
        if url is not None and not url.get_secret_value().startswith(schemes):
            raise ValueError(f"verwacht een adres dat begint met {' of '.join(schemes)}")
        return url

    @property
    def engines(self) -> tuple[str, ...]:
        """The addresses of the engines, when no file names them."""
        return listed(self.engine_url)

    @property
    def counts_address(self) -> str:
        """The address of the database that counts."""
        return self.statistics_url.get_secret_value() if self.statistics_url else f"sqlite:///{COUNTS}"

    channels: Channels = Field(
        default_factory=Channels, description="Slack and Teams, each with settings of its own.")

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which the edge may be called."""
        return frozenset(name.lower() for name in listed(self.trusted_hosts))

    @property
    def origins(self) -> tuple[str, ...]:
        """The websites whose pages may call the API."""
        return listed(self.allowed_origins)

    @property
    def address(self) -> str:
        """Where people reach the edge."""
        return self.public_url or f"http://{self.host}:{self.port}"

    @property
    def cookie(self) -> str:
        """The name of the cookie of who has signed in."""
        return "__Host-mag-ik-dit" if self.address.startswith("https:") else "mag-ik-dit"

    @property
    def is_open(self) -> bool:
        """Whether everyone may ask without showing anything."""
        return self.open_to_all or not (self.keys_file or self.token_issuer or self.login_issuer)


def listed(names: str) -> tuple[str, ...]:
    """The names that stand between commas."""
    return tuple(name.strip() for name in names.split(",") if name.strip())
