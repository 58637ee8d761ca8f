"""An echo of the SDK's kind: its CloudAdapter as the samples use it, without an identity and with one."""

from typing import Any

from aiohttp import web
from botbuilder.core import ActivityHandler, TurnContext
from botbuilder.schema import Activity

from bot.settings import Settings


class EchoHandler(ActivityHandler):
    """An echo of the SDK's kind."""

    async def on_message_activity(self, turn_context: TurnContext) -> None:
        """Say what was said."""
        await turn_context.send_activity(Activity(type="message", text=f"You said {turn_context.activity.text}"))


def unverified(_settings: Settings) -> web.Application:
    """CloudAdapter without an app id: nobody is authenticated."""
    from botbuilder.integration.aiohttp import ConfigurationBotFrameworkAuthentication

    class Config:
        APP_ID = ""
        APP_PASSWORD = ""

    return _app(ConfigurationBotFrameworkAuthentication(Config()))


def verified(settings: Settings) -> web.Application:
    """CloudAdapter that checks tokens; its own one is given to it, which spares it the request that it makes for one in every turn."""
    from botframework.connector.auth import (
        AuthenticationConfiguration,
        BotFrameworkAuthenticationFactory,
        MicrosoftAppCredentials,
        PasswordServiceClientCredentialFactory,
    )

    class Given(MicrosoftAppCredentials):
        def get_access_token(self, force_refresh: bool = False) -> str:
            return "the-bots-own-token"

    class Credentials(PasswordServiceClientCredentialFactory):
        async def create_credentials(self, *_arguments: Any, **_named: Any) -> Given:
            return Given(settings.app_id, "none", settings.app_tenant)

    return _app(
        BotFrameworkAuthenticationFactory.create(
            to_channel_from_bot_login_url="https://login.microsoftonline.com/botframework.com",
            to_channel_from_bot_oauth_scope="https://api.botframework.com",
            to_bot_from_channel_token_issuer="https://api.botframework.com",
            oauth_url="https://api.botframework.com",
            to_bot_from_channel_open_id_metadata_url=settings.keys_url,
            to_bot_from_emulator_open_id_metadata_url=settings.keys_url,
            credential_factory=Credentials(settings.app_id, "none"),
            auth_configuration=AuthenticationConfiguration(),
        )
    )


def _app(authentication: Any) -> web.Application:
    from botbuilder.integration.aiohttp import CloudAdapter

    adapter, handler = CloudAdapter(authentication), EchoHandler()

    async def messages(request: web.Request) -> web.StreamResponse:
        return await adapter.process(request, handler)

    app = web.Application()
    app.router.add_post("/api/messages", messages)
    return app
