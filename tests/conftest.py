"""No test opens a window, makes a sound, or touches the saves of whoever runs the tests."""

import os
from collections.abc import Iterator

import pytest

# Before anything imports pygame.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"


@pytest.fixture(autouse=True, scope="session")
def _own_data_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    before = os.environ.get("POWER_STRUGGLE_DATA")
    os.environ["POWER_STRUGGLE_DATA"] = str(tmp_path_factory.mktemp("data"))
    yield
    if before is None:
        del os.environ["POWER_STRUGGLE_DATA"]
    else:
        os.environ["POWER_STRUGGLE_DATA"] = before
