"""No test opens a window, makes a sound, or touches the saves of whoever runs the tests."""

import os
from collections.abc import Iterator

import pytest
from hypothesis import settings

# A busy computer is no mistake: nothing here is measured.
settings.register_profile("ours", deadline=None)
settings.load_profile("ours")

# Before anything imports pygame.
os.environ["SDL_VIDEODRIVER"] = "dummy"
os.environ["SDL_AUDIODRIVER"] = "dummy"


@pytest.fixture(autouse=True, scope="session")
def _own_folders(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        for name in ("data", "cache"):
            patch.setenv(f"POWER_STRUGGLE_{name.upper()}", str(tmp_path_factory.mktemp(name)))
        yield
