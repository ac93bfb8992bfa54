"""What a deployment sets for its channels; a channel is off until it has what it needs."""
from typing import Self

from pydantic import BaseModel, ConfigDict, Field, SecretStr, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict


class ChannelSettings(BaseSettings):
    """What all channels share."""

    model_config = SettingsConfigDict(env_prefix="MAGIKDIT_CHANNEL_", frozen=True, env_ignore_empty=True)

    key: SecretStr | None = Field(
        default=None, min_length=32,
        description="Secret that turns the user ids of a channel into marks that say nothing.")
    public_url: str | None = Field(
        default=None, pattern=r"^https?://[^/?#\s]+$", description="Address under which people reach the page.")
    first_word_seconds: float = Field(
        default=2.0, gt=0, le=2.5, description="After how many seconds somebody hears that the answer takes longer.")
    patience_seconds: float = Field(
        default=120.0, gt=0, description="How long an answer may still come after that.")
    most_body_bytes: int = Field(
        default=262_144, ge=1, description="How large a request of a channel may be.")


class SlackSettings(BaseSettings):
    """The Slack app of this deployment."""

    model_config = SettingsConfigDict(env_prefix="MAGIKDIT_SLACK_", frozen=True, env_ignore_empty=True)

    bot_token: SecretStr | None = Field(default=None, description="Token of the bot; without it Slack is off.")
    workspace: str | None = Field(default=None, description="Id of the only workspace that is answered.")
    code: str | None = Field(default=None, description="Code of conduct of this workspace.")
    signing_secret: SecretStr | None = Field(default=None, description="Secret that Slack signs its requests with.")
    app_token: SecretStr | None = Field(default=None, description="Token for Socket Mode, without inbound traffic.")
    api_url: str = Field(default="https://slack.com/api/", description="Address of the Web API of Slack.")

    @property
    def is_on(self) -> bool:
        """Whether Slack is configured."""
        return self.bot_token is not None

    @model_validator(mode="after")
    def complete(self) -> Self:
        """Refuse half a configuration."""
        if self.is_on and self.workspace is None:
            raise ValueError("MAGIKDIT_SLACK_WORKSPACE ontbreekt")
        if self.is_on and self.signing_secret is None and self.app_token is None:
            raise ValueError("MAGIKDIT_SLACK_SIGNING_SECRET of MAGIKDIT_SLACK_APP_TOKEN ontbreekt")
        return self


class TeamsSettings(BaseSettings):
    """The Teams bot of this deployment."""

    model_config = SettingsConfigDict(env_prefix="MAGIKDIT_TEAMS_", frozen=True, env_ignore_empty=True)

    client_id: str | None = Field(default=None, description="Application id of the bot; without it Teams is off.")
    client_secret: SecretStr | None = Field(default=None, description="Secret of the application.")
    tenant: str | None = Field(default=None, description="Id of the only tenant that is answered.")
    code: str | None = Field(default=None, description="Code of conduct of this tenant.")
    service_url: str = Field(
        default="https://smba.trafficmanager.net/", pattern=r"^https?://[^/?#\s]+/",
        description="How the address of the Bot Connector must begin.")
    upload_hosts: str = Field(
        default=".sharepoint.com", description="Endings of the names, separated by commas, that a file may be sent to.")
    openid_url: str = Field(
        default="https://login.botframework.com/v1/.well-known/openidconfiguration", pattern="/openidconfiguration$",
        description="Where the keys of the Bot Connector are announced.")

    @property
    def is_on(self) -> bool:
        """Whether Teams is configured."""
        return self.client_id is not None

    @model_validator(mode="after")
    def complete(self) -> Self:
        """Refuse half a configuration."""
        if self.is_on and (self.client_secret is None or self.tenant is None):
            raise ValueError("MAGIKDIT_TEAMS_CLIENT_SECRET of MAGIKDIT_TEAMS_TENANT ontbreekt")
        return self


class Channels(BaseModel):
    """Every channel of this deployment."""

    model_config = ConfigDict(frozen=True)

    shared: ChannelSettings = Field(default_factory=ChannelSettings)
    slack: SlackSettings = Field(default_factory=SlackSettings)
    teams: TeamsSettings = Field(default_factory=TeamsSettings)

    @property
    def are_on(self) -> bool:
        """Whether there is any channel."""
        return self.slack.is_on or self.teams.is_on

    @model_validator(mode="after")
    def complete(self) -> Self:
        """Refuse a channel without what all channels need."""
        if self.are_on and (self.shared.key is None or self.shared.public_url is None):
            raise ValueError("MAGIKDIT_CHANNEL_KEY of MAGIKDIT_CHANNEL_PUBLIC_URL ontbreekt")
        return self
