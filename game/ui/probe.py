"""What this computer offers a window: for ``diagnose``, without opening one."""

from pathlib import Path
from typing import NamedTuple

import pygame
import pygame.font

from game.ui import sound, window

FONTS = (
    "Literata-Bold.ttf",
    "Literata-Italic.ttf",
    "Literata-Regular.ttf",
    "OpenDyslexic-Bold.otf",
    "OpenDyslexic-Italic.otf",
    "OpenDyslexic-Regular.otf",
    "Oswald-Bold.ttf",
    "Oswald-Medium.ttf",
)


class Screens(NamedTuple):
    """The driver and the sizes of the screens, or why there are none."""

    driver: str
    sizes: tuple[tuple[int, int], ...]
    trouble: str = ""

    @property
    def is_small(self) -> bool:
        across, down = window.SMALLEST
        fit = [width >= across and height >= down for width, height in self.sizes]
        return bool(fit) and not any(fit)


class Speaker(NamedTuple):
    """The driver of the sound, or why there is none."""

    driver: str
    trouble: str = ""


def versions() -> str:
    sdl = ".".join(str(part) for part in pygame.get_sdl_version())
    return f"{pygame.version.ver}, SDL {sdl}"


def screens() -> Screens:
    try:
        window.start()
        return Screens(pygame.display.get_driver(), tuple(pygame.display.get_desktop_sizes()))
    except window.NoDisplay as cause:
        return Screens("", (), str(cause))
    finally:
        pygame.display.quit()


def speaker() -> Speaker:
    if not sound.has_device():
        return Speaker("", "the system names no sound card")
    try:
        pygame.mixer.init()
        return Speaker(pygame.mixer.get_driver())
    except pygame.error as cause:
        return Speaker("", str(cause))
    finally:
        pygame.mixer.quit()


def unread_fonts(folder: Path) -> tuple[str, ...]:
    """The names of typefaces of the game that are not there or cannot be read."""
    pygame.font.init()
    return tuple(name for name in FONTS if not _is_read(folder / name))


def _is_read(path: Path) -> bool:
    try:
        return bool(pygame.font.Font(path, 20).size("Троцкий")[0])
    except (OSError, pygame.error):
        return False
