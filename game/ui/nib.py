"""Writing by hand: what letters, keys and the mouse do to a line, and when that is kept."""

from collections.abc import Mapping

import pygame

from game.ui import hands, window, writing
from game.ui.boxes import Box
from game.ui.screen import Step, Writing
from game.ui.space import Space

# It is time to write down what was written.
DRAFT = pygame.event.custom_type()
_SOON = 300
_ROWS: Mapping[int, int] = {pygame.K_UP: -1, pygame.K_DOWN: 1}


def soon() -> None:
    """Tell shortly that it is time; who goes on writing meanwhile does not put it off."""
    pygame.time.set_timer(DRAFT, _SOON, loops=1)


def typed(screen: Writing, event: pygame.Event) -> Step:
    """Letters, or what an input method composes of them."""
    is_typed = event.type == pygame.TEXTINPUT
    editor = screen.editor
    return screen.write(editor.typed(event.text) if is_typed else editor.composed(event.text))


def keyed(screen: Writing, event: pygame.Event, entry: Box | None, space: Space) -> Step | None:
    """A key; None where it is not one for writing. ``entry`` is the line, if it is in sight."""
    if event.key in _ROWS and entry is not None and not screen.editor.composing:
        index = writing.index_below(screen.editor, entry.rect.width, space, _ROWS[event.key])
        selects = bool(event.mod & pygame.KMOD_SHIFT)
        return screen.write(screen.editor.placed(index, select=selects))
    held = event.mod & (pygame.KMOD_CTRL | pygame.KMOD_META)
    if held and event.key in (pygame.K_c, pygame.K_x) and screen.editor.selected:
        pygame.scrap.put_text(screen.editor.selected)
    changed = hands.edited(screen.editor, event, window.clipboard())
    return screen.write(changed) if changed is not None else None


def placed(screen: Writing, entry: Box, at: tuple[int, int], space: Space) -> Step:
    """The cursor goes where the mouse was pressed."""
    x, y = at[0] - entry.rect.left, at[1] - entry.rect.top
    index = writing.index_at(screen.editor, entry.rect, space, x, y)
    return screen.write(screen.editor.placed(index))
