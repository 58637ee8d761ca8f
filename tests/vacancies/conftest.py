"""What these tests grade with: the knowledge that ships."""

import pytest

from bot.dialogs.assistant import Assistant
from tests.msteams.talking import shipped


@pytest.fixture(scope="session")
def assistant() -> Assistant:
    return shipped()
