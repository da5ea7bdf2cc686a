"""What keys on the keyboard mean; digits go by their place, so that every layout has them."""

from collections.abc import Mapping

import pygame

# Letters and function keys that lead to a screen, wherever the reader is.
PLACES: Mapping[int, str] = {
    pygame.K_l: "journal",
    pygame.K_b: "journal",
    pygame.K_p: "people",
    pygame.K_g: "people",
    pygame.K_t: "timeline",
    pygame.K_m: "railway",
    pygame.K_F1: "help",
    pygame.K_F2: "settings",
}
_DIGITS: Mapping[int, str] = {pygame.KSCAN_1 + number: str(number + 1) for number in range(9)} | {
    pygame.KSCAN_KP1 + number: str(number + 1) for number in range(9)
}
ARROWS: Mapping[int, tuple[int, int]] = {
    pygame.K_UP: (0, -1),
    pygame.K_DOWN: (0, 1),
    pygame.K_LEFT: (-1, 0),
    pygame.K_RIGHT: (1, 0),
}
PRESS = frozenset({pygame.K_RETURN, pygame.K_KP_ENTER, pygame.K_SPACE})


def digit(scancode: int) -> str:
    """The digit on a key of either row of digits, or "" for another key."""
    return _DIGITS.get(scancode, "")


def is_fullscreen(event: pygame.Event) -> bool:
    return event.key == pygame.K_F11 or (
        event.key in (pygame.K_RETURN, pygame.K_KP_ENTER) and bool(event.mod & pygame.KMOD_ALT)
    )
