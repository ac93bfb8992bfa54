"""What a deployment can set, each by an environment variable that starts with MAGIKDIT_."""
import pathlib

from pydantic import AliasChoices, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from api.channels.settings import Channels
from bot.reading import CONTENT


class Settings(BaseSettings):
    """Every setting with its default; a default is right for one machine without other servers."""

    model_config = SettingsConfigDict(env_prefix="MAGIKDIT_", frozen=True, populate_by_name=True, env_ignore_empty=True)

    host: str = Field(
        default="127.0.0.1", description="Address to listen on; keep it on loopback unless a proxy stands in front.")
    port: int = Field(
        default=8000, ge=1, le=65535, validation_alias=AliasChoices("PORT", "MAGIKDIT_PORT"),
        description="Port to listen on; PORT works as well.")
    trusted_hosts: str = Field(
        default="127.0.0.1,localhost",
        description="Names, separated by commas, under which the edge may be called; * allows every name.")
    trusted_proxies: str = Field(
        default="", description="Addresses of proxies, separated by commas, whose X-Forwarded-For is believed.")
    content_folder: pathlib.Path = Field(
        default=CONTENT, description="Folder with the codes, trees and questions.")
    default_code: str | None = Field(
        default=None, description="Code that counts when a conversation names none.")
    engine_url: str = Field(
        default="http://127.0.0.1:5005", description="Private address of the engine.")
    engine_key: SecretStr | None = Field(
        default=None, description="Secret shared with the engine, sent with every call.")
    engine_timeout_seconds: float = Field(
        default=10.0, gt=0, description="How long the engine may take for one answer.")
    idle_minutes: float = Field(
        default=60.0, gt=0, description="How long a conversation is kept after it was last used.")
    most_conversations: int = Field(
        default=10_000, ge=1, description="How many conversations are kept at the same time.")
    most_body_bytes: int = Field(
        default=16_384, ge=1, description="How large the body of a request may be.")
    requests_per_minute: int = Field(
        default=1200, ge=0, description="How many requests a minute one client may make under /v1; 0: no limit.")

    channels: Channels = Field(
        default_factory=Channels, description="Slack and Teams, each with settings of its own.")

    @property
    def hosts(self) -> frozenset[str]:
        """The names under which the edge may be called."""
        return frozenset(name.strip().lower() for name in self.trusted_hosts.split(",") if name.strip())
