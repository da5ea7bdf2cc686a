"""The window itself: its size, full screen, and what happens where there is no display."""

import contextlib
import locale
import os
import warnings
from collections.abc import Callable, Iterable, Iterator, Sequence

import pygame

from game import paths
from game.ui.boxes import Rect
from game.ui.screen import Writing

SMALLEST = (800, 600)
# What fits no smaller window than this: of one that is smaller all the same, part is seen.
LEAST = (480, 360)
IDLE = pygame.event.custom_type()
# How often a second the program looks whether something has happened, while nothing moves: often
# for three seconds, and more seldom once a reader reads.
_OFTEN, _SELDOM, _FOR = 125, 40, 375
_CAPTION = "The Power Struggle"
# SDL falls back on these without a word; a window nobody can see is not what was asked for.
_UNSEEN = frozenset({"offscreen", "dummy", "evdev"})


class NoDisplay(Exception):
    """There is no screen to open a window on; its text is a sentence for people."""


def start() -> None:
    """Start the parts of SDL that a window needs; the sound starts elsewhere, in its own time."""
    _speak()
    asked = os.environ.get("SDL_VIDEODRIVER", "")
    # The click that brings the window to the front presses what it falls on, as elsewhere.
    os.environ.setdefault("SDL_MOUSE_FOCUS_CLICKTHROUGH", "1")
    try:
        pygame.display.init()
    except pygame.error as cause:
        raise NoDisplay(str(cause)) from None
    driver = pygame.display.get_driver()
    if driver in _UNSEEN and driver != asked:
        pygame.display.quit()
        raise NoDisplay(f"SDL found only its driver '{driver}'")
    if driver == "x11":
        # Else SDL hands every frame to OpenGL; where the processor has to play the graphics card,
        # that takes six times as long and 90 MB more memory. Other drivers have no other way.
        os.environ.setdefault("SDL_FRAMEBUFFER_ACCELERATION", "0")
    pygame.display.set_caption(_CAPTION)
    # Without a picture of its own it would have the snake of pygame.
    with contextlib.suppress(OSError, pygame.error):
        pygame.display.set_icon(pygame.image.load(paths.assets() / "icon" / "64.png"))


def _speak() -> None:
    """Where nothing says which letters there are, all of them: else no title but an English one
    reaches the window, and not every letter that is typed reaches us.
    """
    if locale.setlocale(locale.LC_CTYPE) in ("C", "POSIX"):
        with contextlib.suppress(locale.Error):
            locale.setlocale(locale.LC_CTYPE, "C.UTF-8")
            os.environ["LC_CTYPE"] = "C.UTF-8"


def listen(*, is_writing: bool) -> None:
    """Take letters where there is a line to write in, and let keys that are held repeat only there.

    While a slow computer draws a picture it does not hear that a key was let go; what repeats in
    that time would turn more pages, or decide.
    """
    if is_writing:
        pygame.key.set_repeat(400, 40)
        pygame.key.start_text_input()
    else:
        pygame.key.set_repeat()
        pygame.key.stop_text_input()


class Held:
    """The keys that are held down. Where nobody writes none of them repeats.

    pygame repeats a key of a line to write in for as long as nobody takes its events, see
    ``listen``: while a slow computer keeps the game, it would decide or turn pages.
    """

    def __init__(self) -> None:
        self._keys: set[int] = set()

    def fresh(
        self, events: Iterable[pygame.Event], screen: Callable[[], object]
    ) -> Iterator[pygame.Event]:
        """The events that are no repetitions; each is asked for when the one before is done."""
        for event in events:
            if not self._repeats(event) or isinstance(screen(), Writing):
                yield event

    def _repeats(self, event: pygame.Event) -> bool:
        if event.type == pygame.KEYUP:
            self._keys.discard(event.key)
        if event.type != pygame.KEYDOWN:
            return False
        is_held = event.key in self._keys
        self._keys.add(event.key)
        return is_held


def name(title: str) -> None:
    """Name the window after what it shows, as task bars and screen readers tell it."""
    wanted = _CAPTION if title in ("", _CAPTION) else f"{title} – {_CAPTION}"
    if pygame.display.get_caption()[0] != wanted:
        pygame.display.set_caption(wanted)


def size(text: str) -> tuple[int, int]:
    """The size that "1280x720" names, or the usual one; never smaller than can be read."""
    across, _, down = text.partition("x")
    if not (across.isdecimal() and down.isdecimal() and len(text) < 12):
        return 1280, 720
    return max(int(across), SMALLEST[0]), max(int(down), SMALLEST[1])


def fitting(wanted: tuple[int, int]) -> tuple[int, int]:
    """The size itself, or the largest of its shape that fits the desktop."""
    desktops = pygame.display.get_desktop_sizes()
    across, down = desktops[0] if desktops else wanted
    part = min(1.0, across / wanted[0], down / wanted[1])
    return max(1, int(wanted[0] * part)), max(1, int(wanted[1] * part))


def open_at(wanted: tuple[int, int], *, is_full: bool) -> pygame.Surface:
    """Open or change the window; where full screen is refused, a window it is."""
    if is_full:
        with contextlib.suppress(pygame.error):
            return pygame.display.set_mode((0, 0), pygame.FULLSCREEN)
    try:
        return _sized(fitting(wanted))
    except pygame.error as cause:
        raise NoDisplay(str(cause)) from None


def clipboard() -> str:
    """What was copied elsewhere; nothing where the system does not tell."""
    try:
        return pygame.scrap.get_text()
    except pygame.error:
        return ""


def _sized(wanted: tuple[int, int]) -> pygame.Surface:
    """Ask once more where the size is another: out of full screen SDL obeys the second time.

    A desktop that gives every window its size is not worth a warning.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", RuntimeWarning)
        found = pygame.display.set_mode(wanted, pygame.RESIZABLE)
        if found.get_size() != wanted:
            found = pygame.display.set_mode(wanted, pygame.RESIZABLE)
    _bound(wanted)
    return found


def _bound(wanted: tuple[int, int]) -> None:
    """Have the desktop make the window no smaller than what it shows, where it can be asked.

    pygame means to take this way of asking away one day; then a window may be as small as it likes.
    """
    with (
        warnings.catch_warnings(),
        contextlib.suppress(AttributeError, ValueError, pygame.error),
    ):
        warnings.simplefilter("ignore", DeprecationWarning)
        window = pygame.Window.from_display_module()
        window.minimum_size = min(LEAST[0], wanted[0]), min(LEAST[1], wanted[1])


def canvas(seen: pygame.Surface) -> pygame.Surface:
    """What to paint on: what is seen itself, or a larger sheet of which it is the corner."""
    width, height = max(seen.get_width(), LEAST[0]), max(seen.get_height(), LEAST[1])
    if (width, height) == seen.get_size():
        return seen
    return pygame.Surface((width, height)).convert(seen)


def show(painted: pygame.Surface, areas: Sequence[Rect] = ()) -> None:
    """Bring to the screen what was painted, or only these areas of it."""
    seen = pygame.display.get_surface()
    if seen is not None and seen is not painted:
        seen.blit(painted, (0, 0))
        areas = ()
    if areas:
        pygame.display.update([pygame.Rect(area) for area in areas])
    else:
        pygame.display.flip()


def rest(minutes: int) -> None:
    """Tell when nobody has touched anything for so many minutes; 0 is never."""
    pygame.time.set_timer(IDLE, minutes * 60_000, loops=1)


def wait(meanwhile: Callable[[], bool]) -> list[pygame.Event]:
    """Wait for something to happen, or until what is done meanwhile has come to something.

    After some seconds there is nothing left to do. pygame's own way of waiting looks a thousand
    times a second, and takes six times as much.
    """
    clock, looks = pygame.time.Clock(), 0
    while not (events := pygame.event.get()) and (looks >= _FOR or not meanwhile()):
        looks += 1
        clock.tick(_OFTEN if looks < _FOR else _SELDOM)
    return events
